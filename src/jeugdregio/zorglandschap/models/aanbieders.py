"""What the region knows of a provider: where it works, who works for it, and which papers prove its quality."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.modellen import Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Organisatie


class Locatie(Gedateerd):
    """A place where a provider gives help. Coordinates (WGS84) may be unknown; the place name never is."""

    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, related_name="locaties")
    naam = models.CharField(max_length=200)
    adres = models.CharField("straat en nummer", max_length=200, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    plaats = models.CharField(max_length=100)
    breedte = models.DecimalField("breedtegraad", max_digits=8, decimal_places=6, null=True, blank=True)
    lengte = models.DecimalField("lengtegraad", max_digits=9, decimal_places=6, null=True, blank=True)
    verblijf = models.BooleanField("kinderen kunnen er verblijven", default=False)
    ambulant = models.BooleanField("er is hulp zonder verblijf", default=False)

    class Meta:
        ordering = ["plaats", "naam"]
        constraints = [
            einde_na_begin("locatie_einde_na_begin"),
            models.CheckConstraint(condition=Q(verblijf=True) | Q(ambulant=True), name="locatie_heeft_hulp"),
            models.CheckConstraint(
                condition=Q(breedte__isnull=True, lengte__isnull=True)
                | Q(breedte__isnull=False, lengte__isnull=False),
                name="locatie_beide_coordinaten",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.naam}, {self.plaats}"


class Onderaannemer(Gedateerd):
    """Somebody who gives help for a provider. `organisatie` when the region knows it as a provider itself."""

    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, related_name="onderaannemers")
    naam = models.CharField(max_length=200)
    agb = models.CharField("AGB-code", max_length=8, blank=True)
    organisatie = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="onderaannemer_van"
    )
    wat = models.CharField("welke hulp", max_length=300)

    class Meta:
        ordering = ["naam"]
        constraints = [einde_na_begin("onderaannemer_einde_na_begin")]

    def __str__(self) -> str:
        return f"{self.naam} voor {self.aanbieder}"


class Kwaliteitsdocument(Gedateerd):
    """A paper that proves quality, valid until a date. When it ends soon, a new one is somebody's turn."""

    class Soort(models.TextChoices):
        """What it proves."""

        KEURMERK = "keurmerk", "Keurmerk"
        VERZEKERING = "verzekering", "Aansprakelijkheidsverzekering"
        REGISTRATIE = "registratie", "Registratie van beroepskrachten"
        MELDPLICHT = "meldplicht", "Melding bij de inspectie (Jeugdwet en Wtza)"
        VERANTWOORDING = "verantwoording", "Jaarverantwoording"
        KLACHTEN = "klachten", "Klachtenregeling"
        OVERIG = "overig", "Ander document"

    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, related_name="kwaliteitsdocumenten")
    soort = models.CharField(max_length=20, choices=Soort)
    naam = models.CharField("naam of nummer", max_length=200)
    uitgever = models.CharField(max_length=200, blank=True)
    gecontroleerd_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["soort", "-van"]
        constraints = [einde_na_begin("document_einde_na_begin")]
        indexes = [models.Index(fields=["tot"], name="document_tot")]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: {self.naam}"
