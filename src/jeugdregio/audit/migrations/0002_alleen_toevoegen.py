"""Let the database itself refuse to change or remove lines of the log, on SQLite and on PostgreSQL.

TRUNCATE is not caught by a row trigger: production runs the application under a role that does not own the tables
(see the how-to on installation), and such a role has no right to it.
"""

from django.db import migrations

POSTGRES = """
CREATE FUNCTION audit_regel_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Een regel van het logboek verandert nooit.';
END $$;
CREATE TRIGGER audit_regel_blijft BEFORE UPDATE OR DELETE ON audit_regel
  FOR EACH ROW EXECUTE FUNCTION audit_regel_blijft();
"""
POSTGRES_TERUG = "DROP TRIGGER audit_regel_blijft ON audit_regel; DROP FUNCTION audit_regel_blijft();"
SQLITE = [
    "CREATE TRIGGER audit_regel_geen_update BEFORE UPDATE ON audit_regel "
    "BEGIN SELECT RAISE(ABORT, 'Een regel van het logboek verandert nooit.'); END",
    "CREATE TRIGGER audit_regel_geen_delete BEFORE DELETE ON audit_regel "
    "BEGIN SELECT RAISE(ABORT, 'Een regel van het logboek verandert nooit.'); END",
]
SQLITE_TERUG = ["DROP TRIGGER audit_regel_geen_update", "DROP TRIGGER audit_regel_geen_delete"]


def _voer_uit(schema_editor, opdrachten):
    for opdracht in opdrachten:
        schema_editor.execute(opdracht)


def vooruit(apps, schema_editor):
    """Put the triggers in place."""
    _voer_uit(schema_editor, [POSTGRES] if schema_editor.connection.vendor == "postgresql" else SQLITE)


def terug(apps, schema_editor):
    """Remove the triggers."""
    _voer_uit(schema_editor, [POSTGRES_TERUG] if schema_editor.connection.vendor == "postgresql" else SQLITE_TERUG)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(vooruit, terug)]
