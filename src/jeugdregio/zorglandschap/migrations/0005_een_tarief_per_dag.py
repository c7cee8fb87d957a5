"""Let the database itself refuse two prices of a product under a contract on one day, on SQLite and on PostgreSQL.

On PostgreSQL the trigger first locks the contract, so that two who add a price at once see each other. On SQLite there
is one writer at a time. A later change of the table on SQLite makes it anew, without triggers: run `vooruit` again.
"""

from django.db import migrations

OVERLAP = (
    "SELECT 1 FROM zorglandschap_tarief t WHERE t.contract_id = NEW.contract_id AND t.product_id = NEW.product_id "
    "AND t.id <> NEW.id AND t.van <= COALESCE(NEW.tot, '9999-12-31') AND COALESCE(t.tot, '9999-12-31') >= NEW.van"
)
MELDING = "Er is al een tarief voor dit product in deze periode."
POSTGRES = f"""
CREATE FUNCTION zorglandschap_een_tarief() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM zorglandschap_contract WHERE id = NEW.contract_id FOR UPDATE;
  IF EXISTS ({OVERLAP}) THEN
    RAISE EXCEPTION '{MELDING}' USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER zorglandschap_een_tarief BEFORE INSERT OR UPDATE ON zorglandschap_tarief
  FOR EACH ROW EXECUTE FUNCTION zorglandschap_een_tarief();
"""
POSTGRES_TERUG = (
    "DROP TRIGGER zorglandschap_een_tarief ON zorglandschap_tarief; DROP FUNCTION zorglandschap_een_tarief();"
)
SQLITE = [
    f"CREATE TRIGGER zorglandschap_een_tarief_{naam} BEFORE {daad} ON zorglandschap_tarief "
    f"WHEN EXISTS ({OVERLAP}) BEGIN SELECT RAISE(ABORT, '{MELDING}'); END"
    for naam, daad in (("nieuw", "INSERT"), ("anders", "UPDATE"))
]
SQLITE_TERUG = ["DROP TRIGGER zorglandschap_een_tarief_nieuw", "DROP TRIGGER zorglandschap_een_tarief_anders"]


def vooruit(apps, schema_editor):
    """Put the triggers in place."""
    for opdracht in [POSTGRES] if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(opdracht)


def terug(apps, schema_editor):
    """Remove the triggers."""
    for opdracht in [POSTGRES_TERUG] if schema_editor.connection.vendor == "postgresql" else SQLITE_TERUG:
        schema_editor.execute(opdracht)


class Migration(migrations.Migration):
    dependencies = [("zorglandschap", "0004_oude_kolommen_weg")]
    operations = [migrations.RunPython(vooruit, terug)]
