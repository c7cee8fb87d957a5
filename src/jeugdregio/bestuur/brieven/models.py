"""A letter, the versions of its regional text, what each municipality puts around it, and what was sent."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.bestuur.consent.models import Zichtbaarheid
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.organisaties.models import Gebruiker, Organisatie


class Brief(Basis):
    """A letter to one or more councils. Who may read it is chosen before a word is written."""

    class Soort(models.TextChoices):
        """What kind of paper it is."""

        RAADSBRIEF = "raadsbrief", "Raadsinformatiebrief"
        INFORMATIENOTA = "informatienota", "Informatienota"
        MEMO = "memo", "Memo"
        RAADSVOORSTEL = "raadsvoorstel", "Raadsvoorstel"

    class Staat(models.TextChoices):
        """How far it is."""

        CONCEPT = "concept", "Concept"
        VRIJ = "vrij", "Vrijgegeven"
        INGETROKKEN = "ingetrokken", "Ingetrokken"

    soort = models.CharField(max_length=16, choices=Soort)
    onderwerp = models.CharField(max_length=150)
    zichtbaarheid = models.CharField(max_length=16, choices=Zichtbaarheid)
    eigenaar = models.ForeignKey(Organisatie, models.PROTECT, related_name="brieven")
    opgesteld_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    verzenden_op = models.DateField(help_text="De dag waarop alle raden de brief horen te krijgen.")
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.CONCEPT)
    versie = models.PositiveIntegerField(default=1)
    aangemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-verzenden_op", "onderwerp"]

    def __str__(self) -> str:
        return self.onderwerp


class Kern(Basis):
    """A version of the regional text. Once released nothing in it changes: text, figures and fingerprint stay."""

    brief = models.ForeignKey(Brief, models.CASCADE, related_name="kernen")
    nummer = models.PositiveSmallIntegerField(default=1)
    delen = models.JSONField(default=dict, help_text="De tekst per onderdeel, met de plaatsen voor cijfers erin.")
    cijfers = models.JSONField(default=dict, help_text="Bij vrijgeven: per cijfer de tekst, de peildatum en de bron.")
    wijziging = models.CharField(max_length=300, blank=True, help_text="Wat er anders is dan in de vorige versie.")
    vingerafdruk = models.CharField(max_length=64, blank=True)
    bevroren_op = models.DateTimeField(null=True)

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["brief", "nummer"], name="kern_nummer"),
            models.UniqueConstraint(fields=["brief"], condition=Q(bevroren_op=None), name="kern_een_concept"),
            models.CheckConstraint(
                condition=Q(bevroren_op=None, vingerafdruk="") | (Q(bevroren_op__isnull=False) & ~Q(vingerafdruk="")),
                name="kern_bevroren_met_vingerafdruk",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.brief}, versie {self.nummer}"


class Schil(Basis):
    """What one municipality puts around the regional text; kept by its own people."""

    brief = models.ForeignKey(Brief, models.CASCADE, related_name="schillen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    nummer = models.CharField(max_length=30, blank=True)
    portefeuillehouder = models.CharField(max_length=200, blank=True)
    vergadersoort = models.CharField(max_length=14, choices=Raadsstuk.Vergadering, blank=True)
    aanhef = models.CharField(max_length=100, default="Geachte raad,")
    eigen_alinea = models.TextField(blank=True)
    stukken = models.ManyToManyField(Raadsstuk, related_name="brieven", blank=True)
    actueel = models.BooleanField(default=False)
    anders = models.CharField(max_length=200, blank=True)
    gedaan = models.TextField(blank=True, help_text="Wat er is gedaan, voor de stukken die de brief afdoet.")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["gemeente__naam"]
        constraints = [models.UniqueConstraint(fields=["brief", "gemeente"], name="schil_een_per_gemeente")]

    def __str__(self) -> str:
        return f"{self.brief}, {self.gemeente}"


class Toonregel(Gedateerd):
    """What the region says the tone check points at from a day on: a line of its own, or in the place of a fixed one.

    `uit` puts a line aside. Lines with one code follow each other; the letters of before are not judged again.
    """

    code = models.SlugField(max_length=40)
    woorden = models.CharField(max_length=300, blank=True)
    waarom = models.CharField(max_length=200, blank=True)
    liever = models.CharField(max_length=200, blank=True)
    verwijt = models.BooleanField(default=True)
    uit = models.BooleanField(default=False)
    gemaakt_door = models.CharField(max_length=200)
    gemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["code", "-van"]
        constraints = [
            einde_na_begin("toonregel_einde_na_begin"),
            models.UniqueConstraint(fields=["code", "van"], name="toonregel_een_per_dag"),
            models.UniqueConstraint(fields=["code"], condition=Q(tot=None), name="toonregel_een_open"),
            models.CheckConstraint(
                condition=Q(uit=True) | ~(Q(woorden="") | Q(waarom="") | Q(liever="")), name="toonregel_compleet"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Verzending(Basis):
    """What a council was sent, when, and in which version: the whole of it, so that it can be read again."""

    schil = models.ForeignKey(Schil, models.PROTECT, related_name="verzendingen")
    kern = models.ForeignKey(Kern, models.PROTECT, related_name="verzendingen")
    op = models.DateField()
    inhoud = models.JSONField(help_text="De schil zoals zij was, met de cijfers van de eigen alinea en de vakken.")
    vingerafdruk = models.CharField(max_length=64)
    door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["op", "vastgelegd_op"]
        constraints = [models.UniqueConstraint(fields=["schil", "kern"], name="verzending_een_per_versie")]

    def __str__(self) -> str:
        return f"{self.schil}, {self.op}"
