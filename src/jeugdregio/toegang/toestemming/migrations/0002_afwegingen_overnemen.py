"""Take over the reasons why help began without consent: they stood with the request, and get a row of their own."""

from typing import Any

from django.db import migrations

PER_KEER = 2000


def neem_over(apps: Any, _schema_editor: Any) -> None:
    """Copy in batches; a reason holds from the day the request came in, as it did."""
    afwijking = apps.get_model("toestemming", "Afwijking")
    verzoeken = apps.get_model("toegang", "Verzoek").objects.exclude(zonder_toestemming_grond="")
    rijen = (
        afwijking(
            kind_id=verzoek.kind_id, verzoek_id=verzoek.pk, grond=verzoek.zonder_toestemming_grond,
            reden=verzoek.zonder_toestemming_reden or "Niet opgeschreven.", van=verzoek.ontvangen_op,
        )
        for verzoek in verzoeken.iterator(chunk_size=PER_KEER)
    )  # fmt: skip
    afwijking.objects.bulk_create(rijen, batch_size=PER_KEER)


def zet_terug(apps: Any, _schema_editor: Any) -> None:
    """Put them back with their request."""
    verzoeken = apps.get_model("toegang", "Verzoek").objects
    for afwijking in apps.get_model("toestemming", "Afwijking").objects.exclude(verzoek=None).order_by("van"):
        verzoeken.filter(pk=afwijking.verzoek_id).update(
            zonder_toestemming_grond=afwijking.grond, zonder_toestemming_reden=afwijking.reden
        )


class Migration(migrations.Migration):
    dependencies = [("toestemming", "0001_initial")]

    operations = [migrations.RunPython(neem_over, zet_terug)]
