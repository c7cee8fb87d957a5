"""A round of positions, sealed until everybody spoke; the objections and concerns that come out of it."""

from django.db import models

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.basis.velden import VersleuteldeTekst
from jeugdregio.bestuur.consent.models.voorstel import Versie, Voorstel
from jeugdregio.organisaties.models import Gebruiker, Organisatie


class Plaatsvervanging(Gedateerd):
    """Somebody may speak for the delegate of a municipality, because a paper says so."""

    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    vervanger = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    stuk = models.CharField(max_length=200, help_text="Kenmerk van het stuk waarin dit staat.")
    stuk_op = models.DateField()
    vastgelegd_door = models.CharField(max_length=200)

    class Meta:
        constraints = [einde_na_begin("plaatsvervanging_einde_na_begin")]

    def __str__(self) -> str:
        return f"{self.vervanger} voor {self.gemeente}"


class Ronde(Basis):
    """One round on one exact text. An evaluation has its own rounds (`soort`)."""

    class Soort(models.TextChoices):
        """What the round is about."""

        VOORSTEL = "voorstel", "Voorstel"
        EVALUATIE = "evaluatie", "Evaluatie"

    class Uitkomst(models.TextChoices):
        """How it ended. There is no count."""

        OPEN = "", "Open"
        CONSENT = "consent", "Consent"
        BEZWAAR = "bezwaar", "Er zijn bezwaren"
        AFGEBROKEN = "afgebroken", "Afgebroken"

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="rondes")
    versie = models.ForeignKey(Versie, models.PROTECT, related_name="rondes")
    evaluatie = models.ForeignKey("consent.Evaluatie", models.PROTECT, null=True, blank=True, related_name="rondes")
    soort = models.CharField(max_length=20, choices=Soort, default=Soort.VOORSTEL)
    nummer = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)
    geopend_op = models.DateTimeField(default=nu)
    gesloten_op = models.DateTimeField(null=True, blank=True)
    uitkomst = models.CharField(max_length=20, choices=Uitkomst, default=Uitkomst.OPEN, blank=True)
    reden = models.TextField(blank=True)

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["voorstel", "nummer"], name="ronde_nummer"),
            models.UniqueConstraint(
                fields=["voorstel"], condition=models.Q(uitkomst=""), name="ronde_een_open_per_voorstel"
            ),
        ]

    def __str__(self) -> str:
        return f"ronde {self.nummer}"


class Keuze(models.TextChoices):
    """What a delegate can say. There is no abstention."""

    CONSENT = "consent", "Geen bezwaar"
    ZORG = "zorg", "Geen bezwaar, wel een zorg"
    BEZWAAR = "bezwaar", "Bezwaar"


class Mandaat(models.TextChoices):
    """The mandate behind a position."""

    COLLEGE = "college", "Het college heeft hierover besloten"
    PORTEFEUILLE = "portefeuille", "Ik beslis binnen mijn mandaat als portefeuillehouder"
    VOORBEHOUD_COLLEGE = "voorbehoud_college", "Onder voorbehoud van mijn college"
    VOORBEHOUD_RAAD = "voorbehoud_raad", "Onder voorbehoud van mijn raad"


class Standpunt(Basis):
    """The position of one municipality in one round.

    Until everybody spoke it is only in `verzegeld` (encrypted); the columns that can be read are filled at the opening.
    """

    ronde = models.ForeignKey(Ronde, models.PROTECT, related_name="standpunten")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    verzegeld = VersleuteldeTekst()
    keuze = models.CharField(max_length=20, choices=Keuze, blank=True)
    mandaat = models.CharField(max_length=20, choices=Mandaat, blank=True)
    mandaat_toelichting = models.TextField(blank=True)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    namens = models.BooleanField(default=False)
    plaatsvervanging = models.ForeignKey(
        Plaatsvervanging, models.PROTECT, null=True, blank=True, related_name="standpunten"
    )
    ingenomen_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["gemeente__naam"]
        constraints = [models.UniqueConstraint(fields=["ronde", "gemeente"], name="standpunt_een_per_gemeente")]

    def __str__(self) -> str:
        return f"{self.gemeente} in {self.ronde}"


class Bezwaar(Basis):
    """A weighty objection: the harm, whom it hits, the five tests, a repair. Made when the round is opened up."""

    class Staat(models.TextChoices):
        """Where the objection stands."""

        INGEDIEND = "ingediend", "Ingediend"
        ZORG = "zorg", "Verder als zorg"
        GELDIG = "geldig", "Geldig"
        INGETROKKEN = "ingetrokken", "Ingetrokken"
        IN_INTEGRATIE = "in_integratie", "Wordt hersteld"
        OPGELOST = "opgelost", "Opgelost"
        GEESCALEERD = "geescaleerd", "Geëscaleerd"
        VERVALLEN = "vervallen", "Vervallen door de begeleider"

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="bezwaren")
    ronde = models.ForeignKey(Ronde, models.PROTECT, related_name="bezwaren")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    laat = models.BooleanField(default=False)
    schade = models.TextField()
    wie_raakt = models.TextField()
    herstel = models.TextField(blank=True)
    o1 = models.BooleanField(default=False)
    o2 = models.BooleanField(default=False)
    o3 = models.BooleanField(default=False)
    o4 = models.BooleanField(default=False)
    o5 = models.BooleanField(default=False)
    tests_uitleg = models.TextField(blank=True)
    staat = models.CharField(max_length=20, choices=Staat, default=Staat.INGEDIEND)
    bevinding = models.TextField(blank=True)
    redenering_klopt = models.BooleanField(null=True, blank=True)
    groep = models.CharField(max_length=100, blank=True)
    volgorde = models.PositiveIntegerField(default=0)
    wijziging = models.TextField(blank=True)
    hersteltekst = models.TextField(blank=True)
    akkoord_indiener_op = models.DateTimeField(null=True, blank=True)
    akkoord_inbrenger_op = models.DateTimeField(null=True, blank=True)
    waarschuwing_indiener = models.TextField(blank=True)
    waarschuwing_inbrenger = models.TextField(blank=True)
    vervallen_reden = models.TextField(blank=True)
    tegen_verval_op = models.DateTimeField(null=True, blank=True)
    ingediend_op = models.DateTimeField(default=nu)
    afgedaan_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["volgorde", "gemeente__naam"]

    def __str__(self) -> str:
        return f"bezwaar van {self.gemeente}"

    @property
    def zwaarwegend(self) -> bool:
        """Tell whether the objector's own answers make it weighty: O1 to O4 together, or O5."""
        return (self.o1 and self.o2 and self.o3 and self.o4) or self.o5


class Zorg(Basis):
    """A worry that does not block; it carries a measurable criterion and comes back at the review."""

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="zorgen")
    ronde = models.ForeignKey(Ronde, models.PROTECT, related_name="zorgen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    tekst = models.TextField()
    criterium = models.CharField(max_length=400)
    cijfer = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["gemeente__naam"]

    def __str__(self) -> str:
        return self.tekst[:80]
