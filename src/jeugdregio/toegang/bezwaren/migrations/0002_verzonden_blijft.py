"""Let the database itself refuse any change in a decision on objection that was sent, on SQLite and on PostgreSQL."""

from django.db import migrations

MELDING = "Een verzonden beslissing op bezwaar verandert niet meer."
TABEL = "bezwaren_beslissing"


def _naam(wat):
    return f"{TABEL}_blijft_{wat.lower()}"


def _sqlite(wat):
    return (
        f"CREATE TRIGGER {_naam(wat)} BEFORE {wat} ON {TABEL} WHEN OLD.verzonden_op IS NOT NULL "
        f"BEGIN SELECT RAISE(ABORT, '{MELDING}'); END"
    )


def _postgres(wat):
    terug = "OLD" if wat == "DELETE" else "NEW"
    blok = f"IF OLD.verzonden_op IS NOT NULL THEN RAISE EXCEPTION '{MELDING}'; END IF; RETURN {terug};"
    naam = _naam(wat)
    return (
        f"CREATE FUNCTION {naam}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {blok} END $$; "
        f"CREATE TRIGGER {naam} BEFORE {wat} ON {TABEL} FOR EACH ROW EXECUTE FUNCTION {naam}();"
    )


def vooruit(apps, schema_editor):
    """Put the triggers in place."""
    maak = _postgres if schema_editor.connection.vendor == "postgresql" else _sqlite
    for wat in ("UPDATE", "DELETE"):
        schema_editor.execute(maak(wat))


def terug(apps, schema_editor):
    """Remove the triggers."""
    op_postgres = schema_editor.connection.vendor == "postgresql"
    for wat in ("UPDATE", "DELETE"):
        naam = _naam(wat)
        schema_editor.execute(
            f"DROP TRIGGER {naam} ON {TABEL}; DROP FUNCTION {naam}();" if op_postgres else f"DROP TRIGGER {naam}"
        )


class Migration(migrations.Migration):
    dependencies = [("bezwaren", "0001_initial")]
    operations = [migrations.RunPython(vooruit, terug)]
