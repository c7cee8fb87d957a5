"""Counting children with help per municipality and month: one grouped query, the database does the work.

A child counts in a month when a delivery (not withdrawn) overlaps it under an assignment for youth help; once a
month, for the municipality of the assignment. With stay goes before without. (KPI 2 and 3, in-month.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from ijw.eenheden import laatste_dag

# Probation, protection and preventive justice are no youth help (JZ020; Jeugdwet art. 1.1).
GEEN_JEUGDHULP = ("47", "48", "49")
MET_VERBLIJF = ("35", "36", "37", "38", "43", "44")  # JZ020, for an assignment that names only a category
_VERWIJDERD = "13"

_SQL = """
WITH maand(begin, eind) AS (VALUES {maanden}),
per_kind AS (
    SELECT o.code AS gemeente, m.begin AS begin, t.kind_id AS kind,
           MAX(CASE WHEN p.verblijf OR (p.id IS NULL AND t.categorie IN ({verblijf})) THEN 1 ELSE 0 END) AS verblijf
      FROM toegang_levering l
      JOIN toegang_toewijzing t ON t.id = l.toewijzing_id
      JOIN organisaties_organisatie o ON o.id = t.gemeente_id
      LEFT JOIN zorglandschap_product p ON p.code = t.code
      JOIN maand m ON l.begindatum <= m.eind AND (l.einddatum IS NULL OR l.einddatum >= m.begin)
     WHERE l.verwijderd_op IS NULL
       AND t.reden_wijziging <> %s
       AND COALESCE(NULLIF(t.categorie, ''), p.categorie, '') NOT IN ({geen})
     GROUP BY o.code, m.begin, t.kind_id
)
SELECT gemeente, begin, SUM(verblijf), SUM(1 - verblijf) FROM per_kind GROUP BY gemeente, begin
"""


@dataclass(frozen=True, slots=True)
class Telling:
    """Children with help in a month: with and without stay."""

    met: int = 0
    zonder: int = 0


def tel(maanden: Sequence[date]) -> dict[tuple[str, date], Telling]:
    """Return the counts by municipality code and first day of the month. One query."""
    if not maanden:
        return {}
    # Only placeholders are put into the text; every value is a parameter.
    sql = _SQL.format(
        maanden=", ".join(["(%s, %s)"] * len(maanden)),
        verblijf=", ".join(["%s"] * len(MET_VERBLIJF)),
        geen=", ".join(["%s"] * len(GEEN_JEUGDHULP)),
    )
    perioden = [dag for maand in maanden for dag in (maand, laatste_dag(maand))]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*perioden, *MET_VERBLIJF, _VERWIJDERD, *GEEN_JEUGDHULP])
        rijen = cursor.fetchall()
    return {(gemeente, _dag(begin)): Telling(int(met), int(zonder)) for gemeente, begin, met, zonder in rijen}


def _dag(waarde: date | str) -> date:
    """SQLite gives a date back as text."""
    return date.fromisoformat(waarde) if isinstance(waarde, str) else waarde
