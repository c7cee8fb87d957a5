"""What a consent was for, why help may start without one, who cannot decide for itself, and what was shared."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Kind, Toestemming, Toewijzing, Verzoek


class ZonderToestemming(models.TextChoices):
    """Grounds on which help may start although not everybody agreed (Jeugdwet 7.3.4, 7.3.15, 7.3.16)."""

    MAATREGEL = "maatregel", "De kinderrechter heeft een maatregel of machtiging gegeven"
    ERNSTIG_NADEEL = "ernstig_nadeel", "Nodig om ernstig nadeel voor het kind te voorkomen"
    WELOVERWOGEN = "weloverwogen", "Het kind blijft de hulp weloverwogen willen"
    SPOED = "spoed", "Er is geen tijd om toestemming te vragen"
    NIET_INGRIJPEND = "niet_ingrijpend", "De hulp is niet ingrijpend"


class Doel(models.TextChoices):
    """What a person says yes or no to. A yes to one is no yes to another."""

    HULP = "hulp", "Deze hulp laten beginnen"
    ONDERZOEK = "onderzoek", "Onderzoeken welke hulp nodig is"
    DELEN = "delen", "Gegevens delen met een ander"
    BEWAREN = "bewaren", "Gegevens langer bewaren dan moet"


class Wijze(models.TextChoices):
    """How something was explained."""

    GESPREK = "gesprek", "In een gesprek"
    TELEFOON = "telefoon", "Aan de telefoon"
    TOLK = "tolk", "Met een tolk"
    BRIEF = "brief", "In een brief of e-mail"
    BEELD = "beeld", "Met plaatjes of in eenvoudige woorden"


class Doelbinding(Basis):
    """What one consent is for, and what was explained before it was asked (Jeugdwet 7.3.2).

    A consent without this row is from before purposes were kept: it counts for all youth help, and for nothing else.
    """

    toestemming = models.OneToOneField(Toestemming, models.CASCADE, related_name="doelbinding")
    doel = models.CharField(max_length=10, choices=Doel)
    hulpvraag = models.ForeignKey(Hulpvraag, models.PROTECT, null=True, blank=True, related_name="toestemmingen")
    verzoek = models.ForeignKey(Verzoek, models.PROTECT, null=True, blank=True, related_name="toestemmingen")
    code = models.CharField(max_length=5, blank=True, help_text="Leeg: alle hulp van deze hulpvraag of dit verzoek.")
    met_wie = models.CharField(max_length=200, blank=True, help_text="Bij delen: wie de gegevens krijgt.")
    wat = models.CharField(max_length=300, blank=True, help_text="Bij delen en bewaren: welke gegevens.")
    uitleg = models.TextField(help_text="Wat er is uitgelegd.")
    taal = models.CharField(max_length=40, default="Nederlands")
    wijze = models.CharField(max_length=10, choices=Wijze, default=Wijze.GESPREK)
    uitgelegd_op = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(doel="hulp") | Q(hulpvraag__isnull=False) | Q(verzoek__isnull=False),
                name="toestemming_hulp_voor_iets",
            ),
            models.CheckConstraint(condition=~Q(doel="delen") | ~Q(met_wie=""), name="toestemming_delen_met_iemand"),
        ]

    def __str__(self) -> str:
        return self.get_doel_display()


class Afwijking(Gedateerd):
    """Why help may start although not everybody agreed, on a ground of the law; `tot` ends it. Never changed."""

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="afwijkingen")
    hulpvraag = models.ForeignKey(Hulpvraag, models.PROTECT, null=True, blank=True, related_name="afwijkingen")
    verzoek = models.ForeignKey(Verzoek, models.PROTECT, null=True, blank=True, related_name="afwijkingen")
    code = models.CharField(max_length=5, blank=True)
    grond = models.CharField(max_length=20, choices=ZonderToestemming)
    reden = models.TextField()
    vastgelegd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-van", "-vastgelegd_op"]
        constraints = [
            einde_na_begin("afwijking_einde_na_begin"),
            models.CheckConstraint(condition=~Q(reden=""), name="afwijking_met_reden"),
            models.CheckConstraint(
                condition=Q(hulpvraag__isnull=False) | Q(verzoek__isnull=False), name="afwijking_voor_iets"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_grond_display()} vanaf {self.van}"


class Wilsoordeel(Gedateerd):
    """A judgement that a youth of twelve or older cannot weigh its own interests in this (7.3.15 lid 2 en 3)."""

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="wilsoordelen")
    reden = models.TextField()
    beoordelaar = models.CharField(max_length=200, help_text="Wie het beoordeelde, met beroep of registratie.")
    geweigerd_op = models.DateField(
        null=True, blank=True,
        help_text="Weigerde de jeugdige van 16 jaar of ouder deze hulp eerder op schrift, toen dat nog kon?",
    )  # fmt: skip
    toch_reden = models.TextField(blank=True, help_text="De gegronde reden om van die weigering af te wijken.")
    vastgelegd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-van", "-vastgelegd_op"]
        constraints = [
            einde_na_begin("wilsoordeel_einde_na_begin"),
            models.UniqueConstraint(fields=["kind"], condition=Q(tot__isnull=True), name="wilsoordeel_een_open"),
        ]

    def __str__(self) -> str:
        return f"kan dit niet zelf afwegen vanaf {self.van}"


class Ontvanger(models.TextChoices):
    """Who gets what is shared."""

    AANBIEDER = "aanbieder", "Jeugdhulpaanbieder"
    SCHOOL = "school", "School of kinderopvang"
    ARTS = "arts", "Huisarts, jeugdarts of specialist"
    GI = "gi", "Gecertificeerde instelling"
    VEILIG_THUIS = "veilig_thuis", "Veilig Thuis"
    RAAD = "raad", "Raad voor de Kinderbescherming"
    EXPERT = "expert", "Expertteam of gast bij een casus"
    GEMEENTE = "gemeente", "Andere gemeente"
    OUDER = "ouder", "Ouder of voogd"
    ANDERS = "anders", "Iemand anders"


class Deling(Basis):
    """One share of what is in the file: what, with whom, why and on what ground (Jeugdwet 7.3.11). Never changed."""

    class Grond(models.TextChoices):
        """On what the share rests; the values are those of recht.delen."""

        TOESTEMMING = "toestemming", "Toestemming"
        BETROKKEN = "rechtstreeks-betrokken", "Werkt rechtstreeks mee aan deze hulp"
        VERVANGER = "vervanger", "Vervangt de hulpverlener"
        BESLISSER = "moet-instemmen", "Moet met deze hulp instemmen"
        PLICHT = "wettelijke-plicht", "Een wet verplicht ertoe"
        TOEZICHT = "ondertoezichtstelling", "Nodig voor de ondertoezichtstelling"
        VEILIG_THUIS = "veilig-thuis", "Veilig Thuis heeft het nodig"
        RAAD = "raad", "De Raad voor de Kinderbescherming heeft het nodig"

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="delingen")
    hulpvraag = models.ForeignKey(Hulpvraag, models.PROTECT, null=True, blank=True, related_name="delingen")
    op = models.DateField()
    ontvanger = models.CharField(max_length=12, choices=Ontvanger)
    aan = models.CharField(max_length=200, help_text="Wie het kreeg: naam van de school, praktijk of organisatie.")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    wat = models.CharField(max_length=300)
    doel = models.CharField(max_length=300)
    grond = models.CharField(max_length=24, choices=Grond)
    reden = models.TextField(blank=True)
    stappen = models.JSONField(default=list, help_text="Waarom het mocht, stap voor stap.")
    gedeeld_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-op", "-vastgelegd_op"]
        constraints = [
            models.CheckConstraint(condition=~Q(wat="") & ~Q(doel="") & ~Q(aan=""), name="deling_volledig"),
            models.CheckConstraint(
                condition=Q(grond="toestemming") | ~Q(reden=""), name="deling_zonder_toestemming_met_reden"
            ),
        ]
        indexes = [models.Index(fields=["kind", "op"], name="deling_kind")]

    def __str__(self) -> str:
        return f"{self.wat} aan {self.aan}"


class Herziening(Basis):
    """Running help whose consent is not complete any more: somebody talks with the family at once, nothing runs on.

    Opened by a withdrawal, a birthday that changes who decides, or help that began without consent.
    """

    class Aanleiding(models.TextChoices):
        """Why it must be looked at."""

        INGETROKKEN = "ingetrokken", "Toestemming ingetrokken"
        GEWEIGERD = "geweigerd", "Nee gezegd"
        VERJAARDAG = "verjaardag", "Verjaardag: anderen beslissen mee"
        BEGONNEN = "begonnen", "Hulp begonnen zonder toestemming"
        GROND_VOORBIJ = "grond_voorbij", "De grond om zonder toestemming door te gaan is voorbij"

    class Besluit(models.TextChoices):
        """What came of it."""

        TOESTEMMING = "toestemming", "Ieder die moet instemmen, heeft ja gezegd"
        GROND = "grond", "De hulp gaat door op een grond uit de wet"
        STOPT = "stopt", "De hulp stopt"

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="herzieningen")
    toewijzing = models.ForeignKey(Toewijzing, models.CASCADE, related_name="herzieningen")
    aanleiding = models.CharField(max_length=14, choices=Aanleiding)
    op = models.DateField()
    uiterlijk = models.DateField()
    uitleg = models.JSONField(default=list)
    afgerond_op = models.DateField(null=True, blank=True)
    besluit = models.CharField(max_length=12, choices=Besluit, blank=True)
    toelichting = models.TextField(blank=True)

    class Meta:
        ordering = ["-op"]
        constraints = [
            models.UniqueConstraint(
                fields=["toewijzing"], condition=Q(afgerond_op__isnull=True), name="herziening_een_open"
            ),
            models.CheckConstraint(
                condition=Q(afgerond_op__isnull=True) | ~Q(besluit=""), name="herziening_klaar_met_besluit"
            ),
        ]

    def __str__(self) -> str:
        return self.get_aanleiding_display()
