from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("toegang", "0003_maatregel_gezin_en_bsn"), ("toestemming", "0002_afwegingen_overnemen")]

    operations = [
        migrations.RemoveField(model_name="verzoek", name="zonder_toestemming_grond"),
        migrations.RemoveField(model_name="verzoek", name="zonder_toestemming_reden"),
    ]
