"""Carry the norms of 0.1 over: their municipality, their decision, and who did not adopt them."""

from django.db import migrations


def zet_over(apps, schema_editor):
    """Give each norm its territory, decision and positions as records."""
    Norm, Besluit = apps.get_model("afspraken", "Norm"), apps.get_model("afspraken", "Besluit")
    Standpunt = apps.get_model("afspraken", "Standpunt")
    for norm in Norm.objects.all():
        if norm.gemeente_id:
            norm.gemeenten.add(norm.gemeente_id)
        if norm.besluit_tekst:
            norm.besluit, _ = Besluit.objects.get_or_create(orgaan=norm.besluit_tekst, datum=None, nummer="")
            norm.save(update_fields=["besluit"])
        for gemeente in norm.niet_vastgesteld_door.all():
            # Until when it was not adopted nobody wrote down: from the first day of the norm.
            Standpunt.objects.create(norm=norm, gemeente=gemeente, stand="niet_vastgesteld", van=norm.van)


class Migration(migrations.Migration):
    dependencies = [("afspraken", "0002_vaststellen_en_standpunten")]
    operations = [migrations.RunPython(zet_over, migrations.RunPython.noop)]
