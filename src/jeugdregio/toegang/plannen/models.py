"""Research into which help is needed, and the one plan of a family: its goals, actions, moments to look back."""

import uuid

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.basis.velden import VersleuteldeTekst
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Kind


class Registratie(models.TextChoices):
    """Registered expertise of who does research (Jeugdwet 2.3 lid 1)."""

    SKJ = "skj", "SKJ (jeugdprofessional)"
    BIG = "big", "BIG (zorgprofessional)"


class Onderzoek(Basis):
    """Research for one question for help. Only what was chosen is asked, and only that is kept (`domeinen`)."""

    hulpvraag = models.OneToOneField(Hulpvraag, models.PROTECT, related_name="onderzoek")
    domeinen = models.JSONField(default=list, help_text="Gekozen domeinen; zie onderzoek/catalogus.")
    begonnen_op = models.DateField()
    begonnen_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    voorgelegd_op = models.DateField(null=True, blank=True)
    reactie_tot = models.DateField(null=True, blank=True)
    reactie = VersleuteldeTekst(null=True, blank=True, help_text="In de woorden van het gezin; wordt nooit veranderd.")
    reactie_van = models.CharField(max_length=200, blank=True)
    reactie_op = models.DateField(null=True, blank=True)
    beoordelaar = models.CharField(max_length=200, blank=True)
    registratie = models.CharField(max_length=3, choices=Registratie, blank=True)
    registratienummer = models.CharField(max_length=11, blank=True)
    afgerond_op = models.DateField(null=True, blank=True)
    afgerond_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-begonnen_op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(afgerond_op__isnull=True) | (~Q(registratie="") & ~Q(registratienummer="")),
                name="onderzoek_afgerond_met_registratie",
            ),
            models.CheckConstraint(
                condition=Q(afgerond_op__isnull=True) | Q(voorgelegd_op__isnull=False),
                name="onderzoek_eerst_voorgelegd",
            ),
            models.CheckConstraint(
                condition=Q(reactie_op__isnull=True) | ~Q(reactie_van=""), name="onderzoek_reactie_van_iemand"
            ),
        ]

    def __str__(self) -> str:
        return f"onderzoek bij {self.hulpvraag}"


class Onderzoeksantwoord(Basis):
    """The answer to one question of the catalogue; what parents and the youth want are two questions."""

    onderzoek = models.ForeignKey(Onderzoek, models.CASCADE, related_name="antwoorden")
    vraag = models.CharField(max_length=30)
    tekst = VersleuteldeTekst()
    gewijzigd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    gewijzigd_op = models.DateTimeField(default=nu)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["onderzoek", "vraag"], name="onderzoeksantwoord_uniek")]

    def __str__(self) -> str:
        return self.vraag


class Plan(Basis):
    """The one plan of a family, from the day a family group plan was offered until it is closed."""

    class Antwoord(models.TextChoices):
        """What the family said to the offer to make the plan itself."""

        MAAKT = "maakt", "Het gezin maakt zelf een plan"
        ZIET_AF = "ziet_af", "Het gezin wil dat niet"

    class Afzien(models.TextChoices):
        """Why there is no family group plan (Jeugdwet 4.1.2)."""

        GEZIN = "gezin", "Het gezin wil er geen gebruik van maken"
        BEDREIGING = "bedreiging", "Concrete bedreigingen in de ontwikkeling van het kind"
        BELANG = "belang", "De belangen van het kind worden anders geschaad"

    kenmerk = models.CharField(max_length=20, unique=True)
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="plannen")
    aangeboden_op = models.DateField()
    aanbod_uitleg = models.TextField(help_text="Wat er is uitgelegd over een eigen plan.")
    antwoord = models.CharField(max_length=8, choices=Antwoord, blank=True)
    antwoord_op = models.DateField(null=True, blank=True)
    antwoord_woorden = VersleuteldeTekst(null=True, blank=True, help_text="In de woorden van het gezin.")
    gezin_klaar_op = models.DateField(null=True, blank=True, help_text="Tot wanneer het gezin aan zijn plan werkt.")
    afgezien_op = models.DateField(null=True, blank=True)
    afzien_grond = models.CharField(max_length=10, choices=Afzien, blank=True)
    afzien_reden = models.TextField(blank=True)
    schriftelijk_gevraagd_op = models.DateField(null=True, blank=True)
    schriftelijk_gegeven_op = models.DateField(null=True, blank=True)
    afgesloten_op = models.DateField(null=True, blank=True)
    afsluiten_reden = models.TextField(blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-aangeboden_op"]
        indexes = [models.Index(fields=["gemeente", "afgesloten_op"], name="plan_open")]
        constraints = [
            models.CheckConstraint(
                condition=Q(afgezien_op__isnull=True) | ~Q(afzien_grond=""), name="plan_afzien_grond"
            ),
            models.CheckConstraint(
                condition=Q(afgesloten_op__isnull=True) | ~Q(afsluiten_reden=""), name="plan_sluiten_met_reden"
            ),
        ]

    def __str__(self) -> str:
        return self.kenmerk


class Plankind(Gedateerd):
    """A child on a plan. A child is on one open plan at a time: one family, one plan."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="kinderen")
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="op_plannen")

    class Meta:
        ordering = ["van"]
        constraints = [
            einde_na_begin("plankind_einde_na_begin"),
            models.UniqueConstraint(fields=["kind"], condition=Q(tot__isnull=True), name="plankind_een_open_plan"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} op {self.plan}"


class Planversie(Basis):
    """One version of a plan. Agreed, it does not change any more: what changes goes in a next version."""

    class Maker(models.TextChoices):
        """Who made it."""

        GEZIN = "gezin", "Familiegroepsplan"
        SAMEN = "samen", "Samen met het gezin gemaakt"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="versies")
    nummer = models.PositiveSmallIntegerField()
    maker = models.CharField(max_length=6, choices=Maker)
    verhaal = VersleuteldeTekst(null=True, blank=True, help_text="Het eigen plan van het gezin, of de samenvatting.")
    eens_jeugdige = models.TextField(blank=True, help_text="Wat de jeugdige van dit plan vindt.")
    eens_ouders = models.TextField(blank=True, help_text="Wat de ouders van dit plan vinden.")
    eens_pleegouder = models.TextField(
        blank=True, help_text="Bij pleegzorg: waarmee de pleegouder instemt (4.1.3 lid 6)."
    )
    vastgesteld_op = models.DateField(null=True, blank=True)
    vastgesteld_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-nummer"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "nummer"], name="planversie_nummer"),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(vastgesteld_op__isnull=True), name="planversie_een_concept"
            ),
        ]

    def __str__(self) -> str:
        return f"versie {self.nummer}"


class Plandoel(Basis):
    """What the family wants to reach, in its own words."""

    class Van(models.TextChoices):
        """Whose goal it is."""

        JEUGDIGE = "jeugdige", "De jeugdige"
        OUDERS = "ouders", "De ouders"
        GEZIN = "gezin", "Het gezin samen"

    planversie = models.ForeignKey(Planversie, models.CASCADE, related_name="doelen")
    volgorde = models.PositiveSmallIntegerField()
    woorden = models.TextField()
    van = models.CharField(max_length=8, choices=Van, default=Van.GEZIN)
    klaar_als = models.CharField(max_length=300, blank=True, help_text="Waaraan het gezin merkt dat het is gelukt.")

    class Meta:
        ordering = ["volgorde"]
        constraints = [models.UniqueConstraint(fields=["planversie", "volgorde"], name="plandoel_volgorde")]

    def __str__(self) -> str:
        return f"doel {self.volgorde}"


class Planactie(Basis):
    """Who does what by when. `lijn` stays the same in a next version, so that its turn does too."""

    class Eigenaar(models.TextChoices):
        """Who does it."""

        JEUGDIGE = "jeugdige", "De jeugdige"
        OUDERS = "ouders", "Ouders of verzorgers"
        NETWERK = "netwerk", "Familie, vrienden of buurt"
        TOEGANG = "toegang", "Toegang van de gemeente"
        AANBIEDER = "aanbieder", "Aanbieder"

    doel = models.ForeignKey(Plandoel, models.CASCADE, related_name="acties")
    lijn = models.UUIDField(default=uuid.uuid4)
    wat = models.CharField(max_length=300)
    eigenaar = models.CharField(max_length=10, choices=Eigenaar)
    wie = models.CharField(max_length=200, help_text="Naam of woord: moeder, oma, begeleider.")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    uiterlijk = models.DateField()
    gedaan_op = models.DateField(null=True, blank=True)
    gedaan_tekst = models.TextField(blank=True)

    class Meta:
        ordering = ["uiterlijk", "wat"]

    def __str__(self) -> str:
        return self.wat


class Evaluatie(Basis):
    """A moment to look back with the family, and what it gave."""

    planversie = models.ForeignKey(Planversie, models.CASCADE, related_name="evaluaties")
    lijn = models.UUIDField(default=uuid.uuid4)
    op = models.DateField()
    gehouden_op = models.DateField(null=True, blank=True)
    uitkomst = models.TextField(blank=True)

    class Meta:
        ordering = ["op"]

    def __str__(self) -> str:
        return f"terugkijken op {self.op}"


class Betrokkene(Basis):
    """Who else is involved with the family, as the family tells; no data goes to them by being here."""

    planversie = models.ForeignKey(Planversie, models.CASCADE, related_name="betrokkenen")
    naam = models.CharField(max_length=200)
    rol = models.CharField(max_length=200, help_text="Bijvoorbeeld: oma, mentor op school, wijkcoach.")

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.rol
