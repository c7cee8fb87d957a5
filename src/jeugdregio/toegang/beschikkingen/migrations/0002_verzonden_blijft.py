"""Let the database itself refuse any change in an announced decision, on SQLite and on PostgreSQL.

A row is announced when `verzonden_op` of its decision is filled. The letter and its sendings never change at all.
"""

from django.db import migrations

MELDING = "Een verzonden besluit verandert niet meer."
BESLUIT = "beschikkingen_beschikking"
# Table, and how a row finds its decision.
DELEN = {
    "beschikkingen_regel": "{rij}.beschikking_id",
    "beschikkingen_pgbtoets": "{rij}.beschikking_id",
    "beschikkingen_aanbiederkeuze": "(SELECT beschikking_id FROM beschikkingen_regel WHERE id = {rij}.regel_id)",
}
VAST = ("beschikkingen_besluitbrief", "beschikkingen_verzending")
_VERZONDEN = "(SELECT verzonden_op FROM beschikkingen_beschikking WHERE id = {welke}) IS NOT NULL"
# A provider that the family chose after the decision is added then; a line or a test is not.
_INVOEGEN = ("beschikkingen_regel", "beschikkingen_pgbtoets")


def _voorwaarden():
    """Yield (table, event, condition); an empty condition always holds."""
    for wat in ("UPDATE", "DELETE"):
        yield BESLUIT, wat, "OLD.verzonden_op IS NOT NULL"
        for tabel, pad in DELEN.items():
            yield tabel, wat, _VERZONDEN.format(welke=pad.format(rij="OLD"))
        for tabel in VAST:
            yield tabel, wat, ""
    for tabel in _INVOEGEN:
        yield tabel, "INSERT", _VERZONDEN.format(welke=DELEN[tabel].format(rij="NEW"))


def _naam(tabel, wat):
    return f"{tabel}_blijft_{wat.lower()}"


def _sqlite(tabel, wat, als):
    wanneer = f"WHEN {als} " if als else ""
    doe = f"BEGIN SELECT RAISE(ABORT, '{MELDING}'); END"
    return f"CREATE TRIGGER {_naam(tabel, wat)} BEFORE {wat} ON {tabel} {wanneer}{doe}"


def _postgres(tabel, wat, als):
    # A WHEN clause may hold no subquery, so the function asks.
    terug = "OLD" if wat == "DELETE" else "NEW"
    blok = f"IF {als or 'TRUE'} THEN RAISE EXCEPTION '{MELDING}'; END IF; RETURN {terug};"
    naam = _naam(tabel, wat)
    return (
        f"CREATE FUNCTION {naam}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {blok} END $$; "
        f"CREATE TRIGGER {naam} BEFORE {wat} ON {tabel} FOR EACH ROW EXECUTE FUNCTION {naam}();"
    )


def vooruit(apps, schema_editor):
    """Put the triggers in place."""
    maak = _postgres if schema_editor.connection.vendor == "postgresql" else _sqlite
    for tabel, wat, als in _voorwaarden():
        schema_editor.execute(maak(tabel, wat, als))


def terug(apps, schema_editor):
    """Remove the triggers."""
    op_postgres = schema_editor.connection.vendor == "postgresql"
    for tabel, wat, _als in _voorwaarden():
        naam = _naam(tabel, wat)
        schema_editor.execute(
            f"DROP TRIGGER {naam} ON {tabel}; DROP FUNCTION {naam}();" if op_postgres else f"DROP TRIGGER {naam}"
        )


class Migration(migrations.Migration):
    dependencies = [("beschikkingen", "0001_initial")]
    operations = [migrations.RunPython(vooruit, terug)]
