"""A turn about extension is named with the end it is about; turns that are open keep on counting under that name."""

from typing import Any

from django.db import migrations


def hernoem(apps: Any, _editor: Any) -> None:
    """Add the last day to the name of turns that lack it."""
    beurten = apps.get_model("beurten", "Beurt").objects.filter(soort="verlenging", sleutel__endswith=":verlenging")
    for beurt in beurten.iterator():
        beurt.sleutel = f"{beurt.sleutel}:{beurt.uiterlijk}"
        beurt.save(update_fields=["sleutel"])


class Migration(migrations.Migration):
    dependencies = [("eindigen", "0001_initial"), ("beurten", "0001_initial")]

    operations = [migrations.RunPython(hernoem, migrations.RunPython.noop)]
