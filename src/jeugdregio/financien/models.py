"""Declarations of providers (JW323), their lines, and what was granted. Amounts are integer cents, credit negative."""

from django.db import models

from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.models import Toewijzing


class Declaratie(Basis):
    """One declaration: a provider asks one municipality to pay for one month."""

    class Staat(models.TextChoices):
        """Where the declaration stands."""

        INGEDIEND = "ingediend", "Ingediend, nog niet beantwoord"
        BEANTWOORD = "beantwoord", "Beantwoord"
        BETAALBAAR = "betaalbaar", "Betaalbaar gesteld"

    bericht = models.OneToOneField(Bericht, models.PROTECT, related_name="+")
    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, related_name="declaraties")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="ontvangen_declaraties")
    nummer = models.CharField(max_length=12)
    begindatum = models.DateField()
    einddatum = models.DateField()
    ontvangen_op = models.DateField()
    antwoord_uiterlijk = models.DateField()
    ingediend = models.BigIntegerField(help_text="eurocent, credit negatief")
    toegekend = models.BigIntegerField(default=0, help_text="eurocent, credit negatief")
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.BEANTWOORD)
    betaalbaar_op = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-ontvangen_op", "nummer"]
        constraints = [
            models.UniqueConstraint(fields=["aanbieder", "nummer"], name="declaratie_nummer_uniek"),  # TR333
        ]

    def __str__(self) -> str:
        return self.nummer


class Prestatie(models.Model):
    """One line of a declaration. `retourcodes` says why it was refused; empty means granted."""

    declaratie = models.ForeignKey(Declaratie, models.CASCADE, related_name="prestaties")
    toewijzing = models.ForeignKey(Toewijzing, models.PROTECT, null=True, related_name="prestaties")
    toewijzing_nummer = models.CharField(max_length=9, blank=True)
    referentie = models.CharField(max_length=20)
    vorige_referentie = models.CharField(max_length=20, blank=True)
    categorie = models.CharField(max_length=2, blank=True)
    code = models.CharField(max_length=5, blank=True)
    begindatum = models.DateField()
    einddatum = models.DateField()
    volume = models.PositiveIntegerField()
    eenheid = models.CharField(max_length=2)
    tarief = models.PositiveIntegerField(null=True, help_text="eurocent per eenheid")
    bedrag = models.BigIntegerField(help_text="eurocent, credit negatief")
    toegekend = models.BigIntegerField(default=0, help_text="eurocent, credit negatief")
    retourcodes = models.JSONField(default=list)
    meldingen = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["toewijzing", "begindatum"], name="prestatie_toewijzing"),
            models.Index(fields=["referentie"], name="prestatie_referentie"),
        ]

    def __str__(self) -> str:
        return self.referentie

    @property
    def credit(self) -> bool:
        """True when this line takes back an earlier one. Zero is a debit (CS325)."""
        return self.bedrag < 0

    @property
    def afgewezen(self) -> bool:
        """True when the municipality refused this line."""
        return bool(self.retourcodes)
