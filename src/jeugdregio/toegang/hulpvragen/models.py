"""The road of a child to help: how the question came in, where it stands, and who holds which role in it."""

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.models import Kind, Verzoek


class Weg(models.TextChoices):
    """The roads of the Jeugdwet to help (2.3, 2.4, 2.6, 3.5) and the transfer by Veilig Thuis."""

    EIGEN = "eigen", "Eigen aanvraag bij de gemeente"
    HUISARTS = "huisarts", "Verwezen door de huisarts"
    JEUGDARTS = "jeugdarts", "Verwezen door de jeugdarts"
    SPECIALIST = "specialist", "Verwezen door de medisch specialist"
    GI = "gi", "Gecertificeerde instelling, binnen een maatregel of jeugdreclassering"
    RECHTER = "rechter", "Rechter of officier van justitie"
    VEILIG_THUIS = "veilig_thuis", "Overgedragen door Veilig Thuis"
    SPOED = "spoed", "Spoed: hulp meteen, papieren daarna"


class Afloop(models.TextChoices):
    """How a question for help ended."""

    HULP_GEEINDIGD = "hulp_geeindigd", "De hulp is geëindigd"
    GEEN_HULP = "geen_hulp", "Er is geen hulp gestart"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    INGETROKKEN = "ingetrokken", "Het gezin trok de vraag in"
    ANDERE_GEMEENTE = "andere_gemeente", "Een andere gemeente neemt het over"
    RAAD = "raad", "De Raad voor de Kinderbescherming is gevraagd om onderzoek"


class Hulpvraag(Basis):
    """One question for help of one child, from the day it came in until it is closed.

    What was done about it (consent, plan, decision, help) stands in the rooms that do it and names this question.
    """

    kenmerk = models.CharField(max_length=20, unique=True)
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="hulpvragen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="hulpvragen")
    weg = models.CharField(max_length=12, choices=Weg)
    ontvangen_op = models.DateField()
    verzoek = models.OneToOneField(
        Verzoek, models.PROTECT, null=True, blank=True, related_name="hulpvraag",
        help_text="Het verzoek van de aanbieder (JW315) waarmee deze vraag binnenkwam.",
    )  # fmt: skip
    van = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="overgedragen_hulpvragen",
        help_text="De organisatie die de vraag overdroeg of stelde: Veilig Thuis, een instelling, een andere gemeente.",
    )  # fmt: skip
    verwijzer = models.CharField(max_length=200, blank=True, help_text="Naam of praktijk van de verwijzer.")
    vraag = models.TextField(blank=True, help_text="In de woorden van het gezin.")
    afgesloten_op = models.DateField(null=True, blank=True)
    afloop = models.CharField(max_length=30, choices=Afloop, blank=True)
    afloop_reden = models.TextField(blank=True)
    aangemaakt_op = models.DateTimeField(default=nu)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-ontvangen_op", "-aangemaakt_op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(afgesloten_op__isnull=True) | Q(afgesloten_op__gte=F("ontvangen_op")),
                name="hulpvraag_einde_na_begin",
            ),
            models.CheckConstraint(
                condition=Q(afgesloten_op__isnull=True) | ~Q(afloop=""), name="hulpvraag_afgesloten_met_afloop"
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "afgesloten_op"], name="hulpvraag_open")]

    def __str__(self) -> str:
        return self.kenmerk


class Casusrol(models.TextChoices):
    """Roles of which each question has exactly one holder at a time."""

    VERWIJZER = "verwijzer", "Verwijzer"
    INDICATIE = "indicatie", "Bepaalt welke hulp nodig is"
    CASUSREGIE = "casusregie", "Casusregie"
    PROCESREGIE = "procesregie", "Procesregie"
    CONTACT = "contact", "Contactpersoon van het gezin"
    PARTNERS = "partners", "Contact voor partners"


class Rolhouder(Gedateerd):
    """Who holds a role in this question, from a day until a day. A role without a holder is a gap, and is shown."""

    hulpvraag = models.ForeignKey(Hulpvraag, models.CASCADE, related_name="rolhouders")
    rol = models.CharField(max_length=12, choices=Casusrol)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="casusrollen")
    naam = models.CharField(max_length=200, blank=True, help_text="Van wie hier geen account heeft.")
    telefoon = models.CharField(max_length=30, blank=True)

    class Meta:
        ordering = ["rol", "-van"]
        constraints = [
            einde_na_begin("rolhouder_einde_na_begin"),
            models.UniqueConstraint(
                fields=["hulpvraag", "rol"], condition=Q(tot__isnull=True), name="rolhouder_een_per_rol"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rol_display()} bij {self.hulpvraag}"


class Rolverdeling(Gedateerd):
    """What a municipality agreed: which organisation holds a role on a road. Empty `organisatie`: nobody, a gap."""

    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="rolverdelingen")
    weg = models.CharField(max_length=12, choices=Weg, blank=True, help_text="Leeg: op elke weg.")
    rol = models.CharField(max_length=12, choices=Casusrol)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    bron = models.CharField(max_length=300)

    class Meta:
        ordering = ["gemeente", "rol", "weg", "-van"]
        constraints = [
            einde_na_begin("rolverdeling_einde_na_begin"),
            models.UniqueConstraint(
                fields=["gemeente", "weg", "rol"], condition=Q(tot__isnull=True), name="rolverdeling_een_per_rol"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rol_display()} in {self.gemeente} vanaf {self.van}"


class Raadpleging(Basis):
    """A certified institution consulted the college on help within a measure (Jeugdwet 3.5 lid 1). Never changed.

    The college advises; the institution decides, and `bepaling` is what it decided.
    """

    hulpvraag = models.ForeignKey(Hulpvraag, models.CASCADE, related_name="raadplegingen")
    gi = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    op = models.DateField()
    namens_gi = models.CharField(max_length=200)
    namens_gemeente = models.CharField(max_length=200)
    advies = models.TextField()
    bepaling = models.TextField(blank=True)
    vastgelegd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-op", "-vastgelegd_op"]

    def __str__(self) -> str:
        return f"overleg op {self.op}"


class Spoedhulp(Basis):
    """Help that began at once because it could not wait (Jeugdwet 2.6 lid 1 onder b, 7.3.16). Never changed."""

    hulpvraag = models.OneToOneField(Hulpvraag, models.CASCADE, related_name="spoedhulp")
    begonnen_op = models.DateTimeField()
    door = models.CharField(max_length=200, help_text="Wie de hulp geeft.")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    gebeld = models.CharField(max_length=200, blank=True, help_text="Wie dienst had en is gebeld.")
    waarom = models.TextField(help_text="Waarom het niet kon wachten.")
    vastgelegd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=nu)

    def __str__(self) -> str:
        return f"spoedhulp vanaf {self.begonnen_op:%Y-%m-%d}"
