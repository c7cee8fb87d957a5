"""Keep what was there: the text of a lot becomes a lot, each municipality of a contract takes part in all of it."""

from django.db import migrations


def vooruit(apps, schema_editor):
    """Fill the new tables from the old columns."""
    Contract = apps.get_model("zorglandschap", "Contract")
    Perceel = apps.get_model("zorglandschap", "Perceel")
    Deelname = apps.get_model("zorglandschap", "Contractdeelname")
    for contract in Contract.objects.all():
        contract.perceel, _ = Perceel.objects.get_or_create(naam=contract.perceelnaam)
        contract.save(update_fields=["perceel"])
        Deelname.objects.bulk_create(
            Deelname(contract=contract, gemeente_id=pk) for pk in contract.gemeenten.values_list("pk", flat=True)
        )


def terug(apps, schema_editor):
    """Put the text and the municipalities back."""
    Contract = apps.get_model("zorglandschap", "Contract")
    Deelname = apps.get_model("zorglandschap", "Contractdeelname")
    for contract in Contract.objects.select_related("perceel"):
        contract.perceelnaam = contract.perceel.naam
        contract.save(update_fields=["perceelnaam"])
        contract.gemeenten.set(Deelname.objects.filter(contract=contract).values_list("gemeente_id", flat=True))


class Migration(migrations.Migration):
    dependencies = [("zorglandschap", "0002_catalogus_contracten_en_opbouw")]
    operations = [migrations.RunPython(vooruit, terug)]
