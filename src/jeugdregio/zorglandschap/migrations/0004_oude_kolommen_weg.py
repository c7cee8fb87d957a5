"""Let go of what 0003 copied."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("zorglandschap", "0003_percelen_en_deelnames")]
    operations = [
        # With a default, so that going back can fill the column before 0003 does.
        migrations.AlterField("contract", "perceelnaam", models.CharField(max_length=200, default="")),
        migrations.RemoveField("contract", "perceelnaam"),
        migrations.RemoveField("contract", "gemeenten"),
        migrations.AlterField(
            "contract",
            "perceel",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="contracten", to="zorglandschap.perceel"
            ),
        ),
        migrations.AddField(
            "contract",
            "gemeenten",
            models.ManyToManyField(
                related_name="gemeentecontracten",
                through="zorglandschap.Contractdeelname",
                to="organisaties.organisatie",
            ),
        ),
    ]
