"""Norms as data: which answer to a question holds where, since when, by whom, and with what rank."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Organisatie


class Rang(models.IntegerChoices):
    """Rank of a norm; lower number goes first."""

    WET = 1, "Wet"
    AMVB = 2, "AMvB of regeling"
    CENTRUMREGELING = 3, "Centrumregeling"
    CONTRACT = 4, "Contract"
    HANDELINGSKADER = 5, "Handelingskader of regionale afspraak"
    LOKAAL = 6, "Lokaal beleid"


class Vraag(Basis):
    """A question added by a policy officer; those that software asks stand in `afspraken.vragen.VRAGEN`."""

    code = models.SlugField(max_length=60, unique=True)
    tekst = models.CharField(max_length=200)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["tekst"]

    def __str__(self) -> str:
        return self.tekst


class Besluit(Basis):
    """The decision norms rest on. `datum` is empty when the source names the body but not the day."""

    orgaan = models.CharField("wie besloot", max_length=200)
    datum = models.DateField("datum van het besluit", null=True, blank=True)
    nummer = models.CharField("nummer of kenmerk", max_length=60, blank=True)

    class Meta:
        ordering = ["datum", "orgaan"]
        constraints = [
            models.UniqueConstraint(fields=["orgaan", "datum", "nummer"], name="afspraken_besluit_uniek"),
            models.UniqueConstraint(
                fields=["orgaan", "nummer"], condition=Q(datum__isnull=True), name="afspraken_besluit_zonder_datum"
            ),
        ]

    def __str__(self) -> str:
        delen = [self.orgaan, f"{self.datum:%d-%m-%Y}" if self.datum else "", self.nummer]
        return ", ".join(filter(None, delen))


class Norm(Gedateerd):
    """One norm: it answers one question for one territory, from one source with its place in the text.

    Only a `vastgesteld` norm holds. It is never edited afterwards: a change is a new version (`vorige`) that ends
    it, withdrawal is an end date. Products and contracts are codes, because their room lies above this one; none
    means all.
    """

    class Staat(models.TextChoices):
        """Life of a norm."""

        CONCEPT = "concept", "Concept"
        VASTGESTELD = "vastgesteld", "Vastgesteld"
        INGETROKKEN = "ingetrokken", "Ingetrokken voor hij gold"

    vraag = models.CharField(max_length=60, help_text="Code van de vraag, zie afspraken.vragen.")
    antwoord = models.CharField(max_length=300, help_text="Het antwoord in een zin.")
    waarde = models.CharField(max_length=60, blank=True, help_text="Het antwoord als code, waar software op rekent.")
    rang = models.IntegerField(choices=Rang)
    gemeenten = models.ManyToManyField(Organisatie, blank=True, related_name="normen", help_text="Geen: de hele regio.")
    producten = models.JSONField(default=list, blank=True, help_text="Productcodes; geen: alle.")
    contracten = models.JSONField(default=list, blank=True, help_text="Contractnummers; geen: alle.")
    bron = models.CharField(max_length=200)
    plaats = models.CharField("plaats in de bron", max_length=200)
    bron_ingetrokken_op = models.DateField(null=True, blank=True)
    besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True, related_name="normen")
    lager_mag_afwijken = models.BooleanField(default=False)
    grens_waarden = models.JSONField(
        default=list, blank=True, help_text="Waarden die een lagere norm mag kiezen; geen: elke waarde."
    )
    grens_minstens = models.PositiveIntegerField(null=True, blank=True, help_text="Ondergrens van het getal.")
    grens_hoogstens = models.PositiveIntegerField(null=True, blank=True, help_text="Bovengrens van het getal.")
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.VASTGESTELD)
    vorige = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="opvolgers")
    eigenaar = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="beheerde_normen")
    reden_einde = models.CharField(max_length=300, blank=True)
    vastgelegd_op = models.DateTimeField(default=nu)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["vraag", "rang", "van"]
        constraints = [
            einde_na_begin("norm_einde_na_begin"),
            models.CheckConstraint(condition=~Q(bron=""), name="norm_heeft_bron"),
        ]
        indexes = [models.Index(fields=["vraag", "staat", "van"], name="norm_vraag")]

    def __str__(self) -> str:
        return f"{self.vraag}: {self.antwoord} ({self.bron})"

    @property
    def vindplaats(self) -> str:
        """The source with the place in its text."""
        return f"{self.bron}, {self.plaats}" if self.plaats else self.bron


class Standpunt(Gedateerd):
    """How one municipality stands towards a norm of the region, during a period. None: it just holds there."""

    class Stand(models.TextChoices):
        """What the municipality says of the norm."""

        VASTGESTELD = "vastgesteld", "Vastgesteld"
        NIET_VASTGESTELD = "niet_vastgesteld", "Niet vastgesteld"
        BETWIST = "betwist", "Betwist"

    norm = models.ForeignKey(Norm, models.CASCADE, related_name="standpunten")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="standpunten")
    stand = models.CharField(max_length=16, choices=Stand)
    reden = models.CharField(max_length=300, blank=True)
    bron = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["van"]
        constraints = [
            einde_na_begin("standpunt_einde_na_begin"),
            models.UniqueConstraint(fields=["norm", "gemeente", "van"], name="standpunt_een_per_dag"),
        ]

    def __str__(self) -> str:
        return f"{self.gemeente}: {self.get_stand_display().lower()}"


class Inbreng(Basis):
    """A conflict or a what-if that was brought to the meeting table: which proposal came of it, by whom."""

    sleutel = models.CharField(max_length=120, unique=True)
    voorstel_id = models.UUIDField()
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=nu)

    def __str__(self) -> str:
        return self.sleutel
