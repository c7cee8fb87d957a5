"""A signal with its steps, the term in which somebody answers, and letters that came or went."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Gebruiker, Organisatie


class Geadresseerde(models.TextChoices):
    """To whom a signal goes. The first two work with this system, the others get a letter."""

    GEMEENTE = "gemeente", "Een gemeente"
    REGIO = "regio", "De regio"
    VNG = "vng", "VNG"
    INSPECTIE = "inspectie", "Inspectie (IGJ)"
    MINISTERIE = "ministerie", "Ministerie van VWS"


class Antwoordtermijn(Gedateerd):
    """In how many days an addressee should answer: an agreement or a rule, with its source."""

    geadresseerde = models.CharField(max_length=12, choices=Geadresseerde)
    dagen = models.PositiveSmallIntegerField()
    bron = models.CharField(max_length=200)

    class Meta:
        constraints = [einde_na_begin("antwoordtermijn_einde_na_begin")]

    def __str__(self) -> str:
        return f"{self.get_geadresseerde_display()}: {self.dagen} dagen"


class Signaal(Basis):
    """What somebody sees go wrong, without anything about one family."""

    class Staat(models.TextChoices):
        """Where it stands."""

        OPEN = "open", "Wacht op antwoord"
        BEANTWOORD = "beantwoord", "Beantwoord"
        DOORGEZET = "doorgezet", "Doorgezet"
        INGETROKKEN = "ingetrokken", "Ingetrokken"

    nummer = models.CharField(max_length=12, unique=True)
    afzender = models.ForeignKey(Organisatie, models.PROTECT, related_name="signalen")
    geadresseerde = models.CharField(max_length=12, choices=Geadresseerde)
    aan = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="signalen_aan")
    onderwerp = models.CharField(max_length=150)
    tekst = models.TextField()
    gevraagd = models.TextField(blank=True, help_text="Wat de afzender van de ander vraagt.")
    gedeeld = models.BooleanField(default=False, help_text="Alle gemeenten en het regiokantoor mogen dit lezen.")
    gemeld_op = models.DateField()
    antwoord_uiterlijk = models.DateField()
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.OPEN)
    antwoord = models.TextField(blank=True)
    antwoord_op = models.DateField(null=True)
    vervolg_op = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="vervolgen")
    gemeld_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    versie = models.PositiveIntegerField(default=1)
    aangemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-gemeld_op", "-nummer"]
        indexes = [models.Index(fields=["staat", "antwoord_uiterlijk"], name="signaal_wacht")]
        constraints = [
            models.CheckConstraint(
                condition=Q(geadresseerde__in=["gemeente", "regio"], aan__isnull=False)
                | Q(geadresseerde__in=["vng", "inspectie", "ministerie"], aan__isnull=True),
                name="signaal_aan_wie",
            ),
            models.CheckConstraint(
                condition=~Q(staat="beantwoord") | Q(antwoord_op__isnull=False), name="signaal_antwoord_heeft_dag"
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def aan_naam(self) -> str:
        """Name of who must answer."""
        return str(self.aan) if self.aan else self.get_geadresseerde_display()


class Signaalstap(models.Model):
    """One line of the history of a signal; never changed."""

    id = models.BigAutoField(primary_key=True)
    signaal = models.ForeignKey(Signaal, models.CASCADE, related_name="stappen")
    op = models.DateTimeField(default=nu)
    wat = models.CharField(max_length=60)
    tekst = models.TextField(blank=True)
    namens = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.wat


class Archiefbrief(Basis):
    """A letter of or to somebody outside the councils: where it is kept, and what it was about."""

    kenmerk = models.CharField(max_length=60, blank=True)
    datum = models.DateField()
    van = models.CharField(max_length=200)
    aan = models.CharField(max_length=200)
    onderwerp = models.CharField(max_length=200)
    samenvatting = models.TextField(blank=True)
    vindplaats = models.CharField(max_length=300, blank=True, help_text="Waar de brief zelf staat.")
    signaal = models.ForeignKey(Signaal, models.PROTECT, null=True, blank=True, related_name="brieven")
    eigenaar = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-datum", "onderwerp"]

    def __str__(self) -> str:
        return self.onderwerp
