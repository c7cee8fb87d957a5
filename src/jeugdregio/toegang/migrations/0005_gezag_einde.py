from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("toegang", "0004_afwegingen_verhuisd")]

    operations = [
        migrations.AddField(
            model_name="gezagsdrager",
            name="gezag_einde",
            field=models.CharField(
                blank=True,
                choices=[
                    ("uitspraak", "De rechter heeft het gezag beëindigd"),
                    ("overleden", "Deze persoon is overleden"),
                    ("meerderjarig", "Het kind is meerderjarig geworden"),
                    ("onjuist", "Het gezag was verkeerd ingevoerd"),
                ],
                help_text="Waarom het eindigde.",
                max_length=12,
            ),
        ),
    ]
