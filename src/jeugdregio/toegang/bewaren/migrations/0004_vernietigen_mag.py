"""Let one thing through the triggers of beschikkingen 0002: emptying a file whose destruction was granted.

Open only between the decision of the privacy officer and its execution, only for that child, and only to the empty
form: every other column must stay as it was. The letter and its sendings may then be removed, never changed.
"""

from django.db import migrations

MELDING = "Een verzonden besluit verandert niet meer."
BESLUIT = "beschikkingen_beschikking"
VIA_REGEL = "(SELECT beschikking_id FROM beschikkingen_regel WHERE id = OLD.regel_id)"
# Table: how a row finds its decision, and what may become empty.
WORDT_LEEG = {
    BESLUIT: ("OLD.id", ("gevraagd", "behoeften", "geloof_cultuur", "keuze", "motivering", "zienswijze",
                         "pleeggezin_reden", "contact_naam", "contact_telefoon", "inhoud", "vingerafdruk")),
    "beschikkingen_regel": ("OLD.beschikking_id", ("reden",)),
    "beschikkingen_pgbtoets": ("OLD.beschikking_id", ("kan_uitleg", "past_uitleg", "kwaliteit_uitleg")),
    "beschikkingen_aanbiederkeuze": (VIA_REGEL, ("reden", "voorkeur", "zonder_contract_reden", "gegevens")),
}  # fmt: skip
GAAT_WEG = ("beschikkingen_besluitbrief", "beschikkingen_verzending")
_VERZONDEN = "(SELECT verzonden_op FROM beschikkingen_beschikking WHERE id = {besluit}) IS NOT NULL"
_TOEGEWEZEN = (
    "EXISTS (SELECT 1 FROM bewaren_dossierverzoek d JOIN beschikkingen_beschikking b ON b.kind_id = d.kind_id "
    "WHERE b.id = {besluit} AND d.soort = 'vernietiging' AND d.staat = 'toegewezen' "
    "AND d.besloten_door_id IS NOT NULL AND d.uitgevoerd_op IS NULL)"
)


def _alleen_leeg(apps, tabel, leeg, postgres):
    model = apps.get_model(*tabel.split("_"))
    gelijk = "IS NOT DISTINCT FROM" if postgres else "IS"
    delen = [
        f"CAST(NEW.{v.column} AS TEXT) IN ('', '{{}}', '[]', 'Vernietigd')"
        if v.column in leeg
        else f"NEW.{v.column} {gelijk} OLD.{v.column}"
        for v in model._meta.concrete_fields
    ]
    return " AND ".join(delen)


def _voorwaarden(apps, postgres, *, door):
    """Yield (table, event, when refused); with `door` the way through is open."""
    for tabel, (besluit, leeg) in WORDT_LEEG.items():
        als = _VERZONDEN.format(besluit=besluit)
        vrij = f"{_TOEGEWEZEN.format(besluit=besluit)} AND {_alleen_leeg(apps, tabel, leeg, postgres)}"
        yield tabel, "UPDATE", f"{als} AND NOT ({vrij})" if door else als
    for tabel in GAAT_WEG:
        vrij = _TOEGEWEZEN.format(besluit="OLD.beschikking_id")
        yield tabel, "DELETE", f"NOT {vrij}" if door else ("TRUE" if postgres else "1")


def _zet(apps, schema_editor, *, door):
    postgres = schema_editor.connection.vendor == "postgresql"
    for tabel, wat, als in _voorwaarden(apps, postgres, door=door):
        naam = f"{tabel}_blijft_{wat.lower()}"
        if postgres:
            terug = "OLD" if wat == "DELETE" else "NEW"
            blok = f"IF {als} THEN RAISE EXCEPTION '{MELDING}'; END IF; RETURN {terug};"
            schema_editor.execute(
                f"CREATE OR REPLACE FUNCTION {naam}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {blok} END $$;"
            )
        else:
            schema_editor.execute(f"DROP TRIGGER {naam}")
            doe = f"BEGIN SELECT RAISE(ABORT, '{MELDING}'); END"
            schema_editor.execute(f"CREATE TRIGGER {naam} BEFORE {wat} ON {tabel} WHEN {als} {doe}")


def vooruit(apps, schema_editor):
    """Open the one way through."""
    _zet(apps, schema_editor, door=True)


def terug(apps, schema_editor):
    """Close it again."""
    _zet(apps, schema_editor, door=False)


class Migration(migrations.Migration):
    dependencies = [("bewaren", "0003_bewaartermijn"), ("beschikkingen", "0002_verzonden_blijft")]
    operations = [migrations.RunPython(vooruit, terug)]
