"""Let one thing through the trigger of 0002: emptying a sent decision on objection in a file that is being destroyed.

The same way through as `bewaren` 0004: between the decision to destroy and its execution, only for that child, only to
the empty form. A row is never removed.
"""

from django.db import migrations

MELDING = "Een verzonden beslissing op bezwaar verandert niet meer."
TABEL = "bezwaren_beslissing"
NAAM = f"{TABEL}_blijft_update"
WOORDEN = ("motivering", "afwijkt_van_advies", "sha256")
_VERZONDEN = "OLD.verzonden_op IS NOT NULL"
_TOEGEWEZEN = (
    "EXISTS (SELECT 1 FROM bewaren_dossierverzoek d JOIN bezwaren_bezwaar b ON b.kind_id = d.kind_id "
    "WHERE b.id = OLD.bezwaar_id AND d.soort = 'vernietiging' AND d.staat = 'toegewezen' "
    "AND d.besloten_door_id IS NOT NULL AND d.uitgevoerd_op IS NULL)"
)


def _alleen_leeg(apps, postgres):
    gelijk = "IS NOT DISTINCT FROM" if postgres else "IS"
    delen = [
        f"CAST(NEW.{v.column} AS TEXT) IN ('', 'Vernietigd')"
        if v.column in WOORDEN
        else "NEW.pdf IS NULL"
        if v.column == "pdf"
        else f"NEW.{v.column} {gelijk} OLD.{v.column}"
        for v in apps.get_model("bezwaren", "Beslissing")._meta.concrete_fields
    ]
    return " AND ".join(delen)


def _zet(apps, schema_editor, *, door):
    postgres = schema_editor.connection.vendor == "postgresql"
    als = f"{_VERZONDEN} AND NOT ({_TOEGEWEZEN} AND {_alleen_leeg(apps, postgres)})" if door else _VERZONDEN
    if postgres:
        blok = f"IF {als} THEN RAISE EXCEPTION '{MELDING}'; END IF; RETURN NEW;"
        schema_editor.execute(
            f"CREATE OR REPLACE FUNCTION {NAAM}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {blok} END $$;"
        )
    else:
        schema_editor.execute(f"DROP TRIGGER {NAAM}")
        doe = f"BEGIN SELECT RAISE(ABORT, '{MELDING}'); END"
        schema_editor.execute(f"CREATE TRIGGER {NAAM} BEFORE UPDATE ON {TABEL} WHEN {als} {doe}")


def vooruit(apps, schema_editor):
    """Open the one way through."""
    _zet(apps, schema_editor, door=True)


def terug(apps, schema_editor):
    """Close it again."""
    _zet(apps, schema_editor, door=False)


class Migration(migrations.Migration):
    dependencies = [("bezwaren", "0002_verzonden_blijft"), ("bewaren", "0004_vernietigen_mag")]
    operations = [migrations.RunPython(vooruit, terug)]
