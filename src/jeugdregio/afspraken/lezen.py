"""Reading the norms on one question, as fast as it can be done: this is asked at every act.

The SQL is written out, because letting Django put it together takes several times as long as running it. It is plain
SQL that both databases take; the values always go beside it as parameters.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import connection

from jeugdregio.afspraken.models import Norm, Standpunt

# The position of the municipality comes along: those on one norm follow each other, so at most one holds on a day.
_NORMEN = """
SELECT n.*, s.id AS eigen_id, s.stand AS eigen_stand, s.van AS eigen_van, s.reden AS eigen_reden
FROM afspraken_norm n
LEFT JOIN afspraken_norm_gemeenten g ON g.norm_id = n.id
LEFT JOIN afspraken_standpunt s ON s.norm_id = n.id AND s.gemeente_id = %(gemeente)s
  AND s.van <= %(op)s AND (s.tot IS NULL OR s.tot >= %(op)s)
WHERE n.vraag = %(vraag)s AND n.staat = 'vastgesteld' AND n.van <= %(op)s AND (n.tot IS NULL OR n.tot >= %(op)s)
  AND (g.id IS NULL OR g.organisatie_id = %(gemeente)s)
"""


def lees(vraag: str, gemeente_id: UUID, datum: date) -> tuple[Sequence[Norm], dict[UUID, Standpunt]]:
    """Return the adopted norms on a question for a municipality on a day, and its positions by norm. One query."""
    waarden = {
        "vraag": vraag,
        "op": connection.ops.adapt_datefield_value(datum),
        "gemeente": Norm._meta.pk.get_db_prep_value(gemeente_id, connection),
    }
    normen = list(Norm.objects.raw(_NORMEN, waarden))
    return normen, {norm.pk: _standpunt(norm, gemeente_id) for norm in normen if getattr(norm, "eigen_id", None)}


def _standpunt(norm: Norm, gemeente_id: UUID) -> Standpunt:
    eigen = vars(norm)
    return Standpunt(
        id=eigen["eigen_id"], norm_id=norm.pk, gemeente_id=gemeente_id, stand=eigen["eigen_stand"],
        van=eigen["eigen_van"], reden=eigen["eigen_reden"],
    )  # fmt: skip
