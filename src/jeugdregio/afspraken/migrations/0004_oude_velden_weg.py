"""Drop what the records of 0002 replaced."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("afspraken", "0003_oude_normen_overzetten")]
    operations = [
        migrations.RemoveField("norm", "besluit_tekst"),
        migrations.RemoveField("norm", "gemeente"),
        migrations.RemoveField("norm", "niet_vastgesteld_door"),
        migrations.AlterField(
            "norm",
            "rang",
            models.IntegerField(
                choices=[
                    (1, "Wet"),
                    (2, "AMvB of regeling"),
                    (3, "Centrumregeling"),
                    (4, "Contract"),
                    (5, "Handelingskader of regionale afspraak"),
                    (6, "Lokaal beleid"),
                ]
            ),
        ),
    ]
