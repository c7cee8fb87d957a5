from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisaties", "0005_rollen_van_gezin_en_deskundigen")]
    operations = [
        migrations.AddField(
            model_name="gebruiker",
            name="eerste_wachtwoord",
            field=models.BooleanField(default=False, help_text="Door een ander gekozen: kies eerst een nieuw."),
        ),
    ]
