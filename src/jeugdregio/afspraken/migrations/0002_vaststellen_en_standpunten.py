"""Give norms a life (concept, versions), a decision to rest on, a territory of several municipalities, and positions."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import jeugdregio.basis.klok


class Migration(migrations.Migration):
    dependencies = [
        ("afspraken", "0001_initial"),
        ("organisaties", "0002_rollen_van_beleid_en_bestuur"),
    ]

    operations = [
        migrations.CreateModel(
            name="Besluit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("orgaan", models.CharField(max_length=200, verbose_name="wie besloot")),
                ("datum", models.DateField(blank=True, null=True, verbose_name="datum van het besluit")),
                ("nummer", models.CharField(blank=True, max_length=60, verbose_name="nummer of kenmerk")),
            ],
            options={
                "ordering": ["datum", "orgaan"],
                "constraints": [
                    models.UniqueConstraint(fields=("orgaan", "datum", "nummer"), name="afspraken_besluit_uniek"),
                    models.UniqueConstraint(
                        condition=models.Q(("datum__isnull", True)),
                        fields=("orgaan", "nummer"),
                        name="afspraken_besluit_zonder_datum",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vraag",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("code", models.SlugField(max_length=60, unique=True)),
                ("tekst", models.CharField(max_length=200)),
                ("gemaakt_op", models.DateTimeField(default=jeugdregio.basis.klok.nu)),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.organisatie"
                    ),
                ),
            ],
            options={"ordering": ["tekst"]},
        ),
        migrations.CreateModel(
            name="Inbreng",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sleutel", models.CharField(max_length=120, unique=True)),
                ("voorstel_id", models.UUIDField()),
                ("op", models.DateTimeField(default=jeugdregio.basis.klok.nu)),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.organisatie"
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.RenameField("norm", "besluit", "besluit_tekst"),
        migrations.AddField(
            "norm",
            "besluit",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="normen",
                to="afspraken.besluit",
            ),
        ),
        migrations.AddField(
            "norm",
            "gemeenten",
            models.ManyToManyField(
                blank=True, help_text="Geen: de hele regio.", related_name="normen", to="organisaties.organisatie"
            ),
        ),
        migrations.AlterField(
            "norm",
            "gemeente",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisaties.organisatie",
            ),
        ),
        migrations.AddField(
            "norm",
            "producten",
            models.JSONField(blank=True, default=list, help_text="Productcodes; geen: alle."),
        ),
        migrations.AddField(
            "norm",
            "contracten",
            models.JSONField(blank=True, default=list, help_text="Contractnummers; geen: alle."),
        ),
        migrations.AddField("norm", "bron_ingetrokken_op", models.DateField(blank=True, null=True)),
        migrations.AddField(
            "norm",
            "grens_waarden",
            models.JSONField(
                blank=True, default=list, help_text="Waarden die een lagere norm mag kiezen; geen: elke waarde."
            ),
        ),
        migrations.AddField(
            "norm",
            "grens_minstens",
            models.PositiveIntegerField(blank=True, help_text="Ondergrens van het getal.", null=True),
        ),
        migrations.AddField(
            "norm",
            "grens_hoogstens",
            models.PositiveIntegerField(blank=True, help_text="Bovengrens van het getal.", null=True),
        ),
        migrations.AddField(
            "norm",
            "staat",
            models.CharField(
                choices=[
                    ("concept", "Concept"),
                    ("vastgesteld", "Vastgesteld"),
                    ("ingetrokken", "Ingetrokken voor hij gold"),
                ],
                default="vastgesteld",
                max_length=12,
            ),
        ),
        migrations.AddField(
            "norm",
            "vorige",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="opvolgers",
                to="afspraken.norm",
            ),
        ),
        migrations.AddField(
            "norm",
            "eigenaar",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="beheerde_normen",
                to="organisaties.organisatie",
            ),
        ),
        migrations.AddField("norm", "reden_einde", models.CharField(blank=True, max_length=300)),
        migrations.AddField("norm", "vastgelegd_op", models.DateTimeField(default=jeugdregio.basis.klok.nu)),
        migrations.AddField("norm", "versie", models.PositiveIntegerField(default=1)),
        migrations.AddConstraint(
            "norm", models.CheckConstraint(condition=models.Q(("bron", ""), _negated=True), name="norm_heeft_bron")
        ),
        migrations.AddIndex("norm", models.Index(fields=["vraag", "staat", "van"], name="norm_vraag")),
        migrations.CreateModel(
            name="Standpunt",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("van", models.DateField(verbose_name="geldig van")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="geldig tot en met")),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("vastgesteld", "Vastgesteld"),
                            ("niet_vastgesteld", "Niet vastgesteld"),
                            ("betwist", "Betwist"),
                        ],
                        max_length=16,
                    ),
                ),
                ("reden", models.CharField(blank=True, max_length=300)),
                ("bron", models.CharField(blank=True, max_length=200)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standpunten",
                        to="organisaties.organisatie",
                    ),
                ),
                (
                    "norm",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="standpunten", to="afspraken.norm"
                    ),
                ),
            ],
            options={
                "ordering": ["van"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"),
                        name="standpunt_einde_na_begin",
                    ),
                    models.UniqueConstraint(fields=("norm", "gemeente", "van"), name="standpunt_een_per_dag"),
                ],
            },
        ),
    ]
