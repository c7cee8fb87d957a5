"""An anonymous case, what stands in the way, and what was decided about it. There is no link to a child's file."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Rol


class Leeftijd(models.TextChoices):
    """Wide groups: an age would point to one child."""

    JONG = "0-11", "0 tot 12 jaar"
    TIENER = "12-17", "12 tot 18 jaar"
    JONGVOLWASSEN = "18-22", "18 tot 23 jaar"


class Casus(Basis):
    """A case to learn from. `gemeente` is empty unless the group it could be is large enough."""

    class Staat(models.TextChoices):
        """Where it stands."""

        INGEBRACHT = "ingebracht", "Ingebracht"
        AFGEROND = "afgerond", "Afgerond"

    titel = models.CharField(max_length=200)
    leeftijd = models.CharField(max_length=6, choices=Leeftijd)
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    situatie = models.TextField()
    gewenst = models.TextField(help_text="Wat had er moeten gebeuren.")
    bespreken_op = models.DateField()
    inbrenger = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="casussen")
    rol = models.CharField(max_length=30, choices=Rol)
    ervaring = models.TextField(blank=True, help_text="De reactie van een ervaringsdeskundige.")
    ervaring_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")
    geen_ervaring = models.TextField(blank=True)
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.INGEBRACHT)
    geleerd = models.TextField(blank=True)
    versie = models.PositiveIntegerField(default=1)
    ingebracht_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-bespreken_op", "titel"]

    def __str__(self) -> str:
        return self.titel


class Belemmering(Basis):
    """What stands in the way, who can take it away, and what was agreed about it."""

    class Soort(models.TextChoices):
        """The catalogue: the same words in every case, so that the region sees what comes back."""

        GELD = "geld", "Geld: wie betaalt is niet duidelijk of er is niet genoeg"
        REGEL = "regel", "Regel: een voorschrift staat in de weg"
        MANDAAT = "mandaat", "Mandaat: niemand aan tafel mocht beslissen"
        WACHTTIJD = "wachttijd", "Wachttijd: passende hulp was er niet op tijd"
        SAMENWERKING = "samenwerking", "Samenwerking: organisaties werkten langs elkaar"
        INFORMATIE = "informatie", "Informatie: iemand wist niet wat een ander wist"
        WONEN = "wonen", "Wonen of bestaan: er was geen huis, inkomen of school"
        ANDERS = "anders", "Anders"

    class Staat(models.TextChoices):
        """How far it is."""

        OPEN = "open", "Open"
        AFGESPROKEN = "afgesproken", "Afgesproken"
        WEG = "weg", "Weggenomen"
        BLIJFT = "blijft", "Blijft bestaan"

    casus = models.ForeignKey(Casus, models.CASCADE, related_name="belemmeringen")
    soort = models.CharField(max_length=14, choices=Soort)
    tekst = models.TextField()
    wie_kan = models.ForeignKey(Organisatie, models.PROTECT, related_name="+", help_text="Wie dit kan wegnemen.")
    besluit = models.TextField(blank=True)
    eigenaar_rol = models.CharField(max_length=30, choices=Rol, blank=True)
    uiterlijk = models.DateField(null=True, blank=True)
    resultaat = models.TextField(blank=True)
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.OPEN)
    genoemd_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["genoemd_op", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(staat="open") | (Q(uiterlijk__isnull=False) & ~Q(besluit="") & ~Q(eigenaar_rol="")),
                name="belemmering_besluit_met_eigenaar_en_dag",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display().partition(':')[0]}: {self.tekst[:60]}"
