"""Organisations, their dated membership of the region, people, appointments, contact points, API tokens."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.organisaties.bereikbaar import Uren, kort


class Soort(models.TextChoices):
    """Kinds of organisation in the region."""

    GEMEENTE = "gemeente", "Gemeente"
    AANBIEDER = "aanbieder", "Jeugdhulpaanbieder"
    GI = "gi", "Gecertificeerde instelling"
    VEILIG_THUIS = "veilig_thuis", "Veilig Thuis"
    RVDK = "rvdk", "Raad voor de Kinderbescherming"
    REGIOKANTOOR = "regiokantoor", "Regiokantoor"
    RAAD = "raad", "Gemeenteraad"
    UITVOERDER = "uitvoerder", "Uitvoeringsorganisatie van de toegang"


class Organisatie(Basis):
    """An organisation. `code` is the CBS municipality code (4 digits) or the AGB code (8 digits)."""

    naam = models.CharField(max_length=200)
    soort = models.CharField(max_length=20, choices=Soort)
    code = models.CharField(max_length=8, null=True, blank=True, unique=True)
    hoort_bij = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="onderdelen")
    bezorging = models.CharField(
        max_length=10,
        choices=[
            ("portaal", "Werkt op de schermen"),
            ("map", "Map"),
            ("envelop", "Map, in een envelop"),
            ("api", "API"),
        ],
        default="portaal",
        help_text="Hoe berichten aan deze organisatie worden bezorgd.",
    )

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    @property
    def werkt_hier(self) -> bool:
        """True when its people work on the screens of this instance; another has a system of its own elsewhere."""
        return self.bezorging == "portaal"


class Regio(Basis):
    """A youth-care region."""

    naam = models.CharField(max_length=100, unique=True)

    def __str__(self) -> str:
        return self.naam


class Deelname(Gedateerd):
    """An organisation takes part in the region during a period, as participant or as centre municipality."""

    class Rol(models.TextChoices):
        """What the organisation is in the region."""

        DEELNEMER = "deelnemer", "Deelnemer"
        CENTRUMGEMEENTE = "centrumgemeente", "Centrumgemeente"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="deelnames")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="deelnames")
    rol = models.CharField(max_length=20, choices=Rol, default=Rol.DEELNEMER)

    class Meta:
        constraints = [einde_na_begin("deelname_einde_na_begin")]

    def __str__(self) -> str:
        return f"{self.organisatie} in {self.regio} vanaf {self.van}"


class GebruikerManager(BaseUserManager["Gebruiker"]):
    """Makes people."""

    def create_user(self, email: str, naam: str, wachtwoord: str | None = None, *, eerste: bool = False) -> "Gebruiker":
        """Create a person who can sign in; without password nobody can sign in as them.

        `eerste`: somebody else chose the password, so the first thing to do after signing in is to choose another.
        """
        gebruiker = Gebruiker(email=self.normalize_email(email).lower(), naam=naam, eerste_wachtwoord=eerste)
        gebruiker.set_password(wachtwoord)
        gebruiker.save()
        return gebruiker


class Gebruiker(AbstractBaseUser):
    """A person who works with the system."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField(max_length=200)
    is_active = models.BooleanField("actief", default=True)
    eerste_wachtwoord = models.BooleanField(default=False, help_text="Door een ander gekozen: kies eerst een nieuw.")

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]
    objects = GebruikerManager()

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Rol(models.TextChoices):
    """Roles a person can have at an organisation."""

    TOEGANG = "toegangsmedewerker", "Toegangsmedewerker"
    BERICHTEN = "berichtenbeheerder", "Berichtenbeheerder"
    CONTRACT = "contractmanager", "Contractmanager"
    CONTROLLER = "controller", "Controller"
    ANALIST = "data-analist", "Data-analist"
    DIRECTEUR = "regiodirecteur", "Regiodirecteur"
    SECRETARIS = "bosd-secretaris", "BOSD-secretaris"
    WETHOUDER = "wethouder", "Wethouder"
    GRIFFIER = "griffier", "Griffier"
    PRIVACY = "privacy-officer", "Privacy-officer"
    BEHEER = "functioneel-beheerder", "Functioneel beheerder"
    AANBIEDER = "aanbieder", "Medewerker aanbieder"
    GI = "gi-medewerker", "GI-medewerker"
    VEILIG_THUIS = "vt-medewerker", "Medewerker Veilig Thuis"
    BELEID = "beleidsmedewerker", "Beleidsmedewerker"
    JURIST = "jurist", "Jurist"
    TEAMLEIDER = "teamleider", "Teamleider toegang"
    VOORZITTER = "technisch-voorzitter", "Technisch voorzitter"
    BEGELEIDER = "gespreksbegeleider", "Gespreksbegeleider"
    ERVARING = "ervaringsdeskundige", "Ervaringsdeskundige"
    EXPERT = "expertteamlid", "Lid van het Regionaal Expert Team"
    GAST = "gastdeskundige", "Gastdeskundige"


# Roles of one person, not of an organisation. Who has only these meets no door that does not name the role, and no turn
# or row that is not given to this very person: a colleague or another guest sees nothing of it.
PERSOONLIJK = frozenset({Rol.EXPERT, Rol.GAST})


class Aanstelling(Gedateerd):
    """A person has a role at an organisation during a period."""

    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="aanstellingen")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="aanstellingen")
    rol = models.CharField(max_length=30, choices=Rol)

    class Meta:
        constraints = [einde_na_begin("aanstelling_einde_na_begin")]
        indexes = [models.Index(fields=["gebruiker", "van"], name="aanstelling_gebruiker")]

    def __str__(self) -> str:
        return f"{self.gebruiker}, {self.get_rol_display()} bij {self.organisatie}"


class Contactpunt(Basis):
    """Whom to call at an organisation about a subject: hours, substitute, date of the last check.

    `voor` narrows it to the people of one organisation (the account manager for one municipality); `vacant_sinds` says
    that nobody has this post now: then the substitute answers.
    """

    class Onderwerp(models.TextChoices):
        """Why somebody calls."""

        CRISIS = "crisis", "Crisis nu"
        ZORGEN = "zorgen", "Zorgen om een kind"
        TOEWIJZING = "toewijzing", "Toewijzing en verlenging"
        GI = "gi", "GI-vragen"
        VEILIG_THUIS = "veilig_thuis", "Veilig Thuis"
        CONTRACT = "contract", "Contract"
        BERICHTEN = "berichten", "Berichtenverkeer"
        BEZWAAR = "bezwaar", "Bezwaar"

    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="contactpunten")
    onderwerp = models.CharField(max_length=20, choices=Onderwerp)
    naam = models.CharField("naam of functie", max_length=200)
    telefoon = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    bereikbaar = models.CharField("bijzonderheden", max_length=200, blank=True)
    altijd = models.BooleanField("dag en nacht bereikbaar", default=False)
    dagen = models.JSONField(default=list, blank=True, help_text="0 is maandag, 6 is zondag.")
    open_van = models.TimeField("vanaf", null=True, blank=True)
    open_tot = models.TimeField("tot", null=True, blank=True)
    vervanger = models.CharField(max_length=200, blank=True)
    vervanger_telefoon = models.CharField(max_length=30, blank=True)
    voor = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="eigen_contactpunten",
        help_text="Alleen voor mensen van deze organisatie; leeg: voor iedereen.",
    )  # fmt: skip
    vacant_sinds = models.DateField(null=True, blank=True)
    gecontroleerd_op = models.DateField("laatst gecontroleerd op")

    class Meta:
        ordering = ["organisatie__naam", "onderwerp", "voor__naam"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisatie", "onderwerp"],
                condition=models.Q(voor__isnull=True),
                name="contactpunt_een_per_onderwerp",
            ),
            models.UniqueConstraint(
                fields=["organisatie", "onderwerp", "voor"], name="contactpunt_een_per_onderwerp_en_voor"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_onderwerp_display()}: {self.naam} ({self.organisatie})"

    @property
    def uren(self) -> Uren:
        """When somebody is there, to reckon with."""
        return Uren(self.altijd, tuple(self.dagen), self.open_van, self.open_tot)

    @property
    def uren_tekst(self) -> str:
        """When somebody is there, in words."""
        delen = [self.uren.tekst, self.bereikbaar]
        return ", ".join(dict.fromkeys(filter(None, delen))) or "tijden niet bekend"

    @property
    def uren_kort(self) -> str:
        """When somebody is there, for a list."""
        return kort(self.uren) or self.bereikbaar or "niet bekend"


class ApiToken(Basis):
    """Access of another system, for one organisation, with scopes. Only the hash of the token is kept."""

    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="api_tokens")
    naam = models.CharField(max_length=100)
    hash = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    aangemaakt_op = models.DateTimeField(default=nu)
    verloopt_op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.naam} ({self.organisatie})"
