"""A learning circle, who takes part, what they said per step, its lessons, and the story with its consents."""

from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Rol


class Kring(Basis):
    """A learning circle about a success ("omgekeerde intervisie"). It walks its steps in order, never back."""

    class Niveau(models.TextChoices):
        """Who learn."""

        AMBTELIJK = "ambtelijk", "Ambtelijk"
        BESTUURLIJK = "bestuurlijk", "Bestuurlijk"
        GEMENGD = "gemengd", "Gemengd, met partners"

    class Stap(models.TextChoices):
        """Where the circle is."""

        SUCCES = "succes", "Succes"
        REFLECTIE = "reflectie", "Samen terugkijken"
        LES = "les", "Les"
        VERHAAL = "verhaal", "Verhaal"
        KLAAR = "klaar", "Klaar"

    titel = models.CharField(max_length=200)
    niveau = models.CharField(max_length=12, choices=Niveau)
    op = models.DateField(help_text="De dag van de bijeenkomst.")
    plaats = models.CharField(max_length=200)
    organisator = models.ForeignKey(Organisatie, models.PROTECT, related_name="leerkringen")
    rol = models.CharField(max_length=30, choices=Rol, help_text="De rol waarin de kring is begonnen.")
    begeleider = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    stap = models.CharField(max_length=10, choices=Stap, default=Stap.SUCCES)
    geen_ervaring = models.TextField(blank=True, help_text="Waarom er geen ervaringsdeskundige sprak.")
    geen_verhaal = models.TextField(blank=True, help_text="Waarom er geen verhaal naar buiten ging.")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-op", "titel"]

    def __str__(self) -> str:
        return self.titel


class Deelnemer(Basis):
    """Somebody in a circle, in the role of that day."""

    kring = models.ForeignKey(Kring, models.CASCADE, related_name="deelnemers")
    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    rol = models.CharField(max_length=30, choices=Rol)
    inbrenger = models.BooleanField(default=False)

    class Meta:
        ordering = ["-inbrenger", "gebruiker__naam"]
        constraints = [
            models.UniqueConstraint(fields=["kring", "gebruiker"], name="kring_deelnemer_een_keer"),
            models.UniqueConstraint(fields=["kring"], condition=Q(inbrenger=True), name="kring_een_inbrenger"),
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker} ({self.organisatie})"

    @property
    def is_ervaring(self) -> bool:
        """True for an expert by experience, whose voice has a fixed place."""
        return self.rol == Rol.ERVARING


class Bijdrage(Basis):
    """What one participant wrote in one step; may be changed until the step closes."""

    kring = models.ForeignKey(Kring, models.CASCADE, related_name="bijdragen")
    stap = models.CharField(max_length=10, choices=Kring.Stap)
    deelnemer = models.ForeignKey(Deelnemer, models.PROTECT, related_name="bijdragen")
    tekst = models.TextField()
    op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["op", "id"]
        constraints = [models.UniqueConstraint(fields=["kring", "stap", "deelnemer"], name="bijdrage_een_per_stap")]

    def __str__(self) -> str:
        return f"{self.get_stap_display()} van {self.deelnemer}"


class Les(Basis):
    """What the circle learned, and what came of it: a proposal, or a question to the agreements."""

    kring = models.ForeignKey(Kring, models.CASCADE, related_name="lessen")
    tekst = models.TextField()
    door = models.ForeignKey(Deelnemer, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=nu)
    voorstel_id = models.UUIDField(null=True, blank=True)
    vraag_code = models.CharField(max_length=60, blank=True, help_text="Code van de vraag, zie afspraken.vragen.")

    class Meta:
        ordering = ["op", "id"]

    def __str__(self) -> str:
        return self.tekst[:60]


class VerhaalQuerySet(models.QuerySet["Verhaal"]):
    """Versions of stories."""

    def openbaar(self) -> "VerhaalQuerySet":
        """Return what may be told: published, and every source says yes at this very moment."""
        zonder_ja = Bron.objects.filter(verhaal=OuterRef("pk")).exclude(antwoord=Bron.Antwoord.JA)
        bronnen = Bron.objects.filter(verhaal=OuterRef("pk"))
        return self.filter(Exists(bronnen), ~Exists(zonder_ja), gepubliceerd_op__isnull=False, offline_op=None)


class Verhaal(Basis):
    """One version of the story of a circle. The text never changes; another text is a new version, with new consent."""

    kring = models.ForeignKey(Kring, models.CASCADE, related_name="verhalen")
    nummer = models.PositiveSmallIntegerField()
    titel = models.CharField(max_length=200)
    tekst = models.TextField()
    gemaakt_op = models.DateTimeField(default=nu)
    gemaakt_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    gepubliceerd_op = models.DateTimeField(null=True, blank=True)
    offline_op = models.DateTimeField(null=True, blank=True)
    offline_reden = models.TextField(blank=True)

    objects = VerhaalQuerySet.as_manager()

    class Meta:
        ordering = ["-nummer"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kring", "nummer"], name="verhaal_nummer"),
            models.UniqueConstraint(
                fields=["kring"],
                condition=Q(gepubliceerd_op__isnull=False, offline_op__isnull=True),
                name="verhaal_een_gepubliceerd",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel} (versie {self.nummer})"

    @property
    def staat(self) -> str:
        """Where this version stands, in a word."""
        if self.offline_op:
            return "offline"
        return "gepubliceerd" if self.gepubliceerd_op else "concept"


class Bron(Basis):
    """Somebody named as source in a version of a story, and whether that may be told. It can be taken back."""

    class Antwoord(models.TextChoices):
        """What the source says."""

        OPEN = "open", "Nog geen antwoord"
        JA = "ja", "Ja, dit mag naar buiten"
        NEE = "nee", "Nee"

    verhaal = models.ForeignKey(Verhaal, models.CASCADE, related_name="bronnen")
    deelnemer = models.ForeignKey(Deelnemer, models.PROTECT, related_name="+")
    antwoord = models.CharField(max_length=6, choices=Antwoord, default=Antwoord.OPEN)
    op = models.DateTimeField(null=True, blank=True)
    toelichting = models.TextField(blank=True)

    class Meta:
        ordering = ["deelnemer__gebruiker__naam"]
        constraints = [models.UniqueConstraint(fields=["verhaal", "deelnemer"], name="bron_een_keer")]

    def __str__(self) -> str:
        return f"{self.deelnemer}: {self.get_antwoord_display()}"
