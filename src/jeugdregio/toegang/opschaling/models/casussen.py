"""A case before an expert team: request, screening, session, advice, what the referrer did with it, and the guest."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Aanstelling, Gebruiker
from jeugdregio.toegang.opschaling.models.niveaus import Expertteam, Teamlid
from jeugdregio.toegang.opschaling.models.trajecten import AndersInzet, Stap
from jeugdregio.toegang.toestemming.models import Deling


class Casusvraag(Basis):
    """What a referrer asks an expert team about a child that it does not name."""

    class Staat(models.TextChoices):
        """Where it stands."""

        INGEDIEND = "ingediend", "Wacht op screening"
        TERUG = "terug", "Terug naar de verwijzer"
        INGETROKKEN = "ingetrokken", "Ingetrokken door de verwijzer"
        COMPLEET = "compleet", "Wacht op een plek op de agenda"
        GEPLAND = "gepland", "Op de agenda"
        GEADVISEERD = "geadviseerd", "Advies gegeven"
        GEREAGEERD = "gereageerd", "Verwijzer heeft gereageerd"
        AFGEROND = "afgerond", "Teruggekeken"

    class Oordeel(models.TextChoices):
        """What the screening says."""

        COMPLEET = "compleet", "Compleet: naar de agenda"
        TE_VROEG = "te_vroeg", "Te vroeg"
        ANDERE_WEG = "andere_weg", "Een andere weg past beter"

    LOPEND = (Staat.INGEDIEND, Staat.COMPLEET, Staat.GEPLAND, Staat.GEADVISEERD, Staat.GEREAGEERD)
    VOOR_ADVIES = (Staat.INGEDIEND, Staat.COMPLEET, Staat.GEPLAND)

    stap = models.OneToOneField(Stap, models.PROTECT, related_name="casusvraag")
    team = models.ForeignKey(Expertteam, models.PROTECT, related_name="casusvragen")
    aanduiding = models.CharField(max_length=60, help_text="Wie het is zonder naam: jongen, 16 jaar.")
    vraag = models.TextField("wat wil je van het team weten")
    geprobeerd = models.TextField("wat is al geprobeerd")
    stem = models.TextField("wat zegt het gezin zelf", help_text="In de woorden van kind en ouders.")
    stem_van = models.CharField("wie zei dat", max_length=100)
    deling = models.ForeignKey(Deling, models.PROTECT, related_name="casusvragen")
    deling_gestopt_op = models.DateField(null=True, blank=True, help_text="De toestemming om te delen is ingetrokken.")
    ingediend_op = models.DateField()
    ingediend_door = models.CharField(max_length=200)
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.INGEDIEND)
    oordeel = models.CharField(max_length=10, choices=Oordeel, blank=True)
    oordeel_reden = models.TextField(blank=True)
    gescreend_op = models.DateField(null=True, blank=True)
    gescreend_door = models.CharField(max_length=200, blank=True)
    ingetrokken_reden = models.CharField(max_length=300, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["ingediend_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(oordeel="", gescreend_op__isnull=True)
                | Q(~Q(oordeel=""), ~Q(oordeel_reden=""), gescreend_op__isnull=False),
                name="casusvraag_oordeel_met_reden",
            ),
            models.CheckConstraint(condition=~Q(stem=""), name="casusvraag_met_stem"),
        ]
        indexes = [models.Index(fields=["team", "staat"], name="casusvraag_van_team")]

    def __str__(self) -> str:
        return f"{self.aanduiding}, ingediend op {self.ingediend_op}"

    @property
    def loopt(self) -> bool:
        """True until it went back or the follow-up is done; after that nobody of the team sees it."""
        return self.staat in self.LOPEND


class Zitting(Basis):
    """A meeting of an expert team on a day, with the hours it has."""

    team = models.ForeignKey(Expertteam, models.PROTECT, related_name="zittingen")
    op = models.DateField()
    begint = models.TimeField()
    uren = models.PositiveSmallIntegerField(default=3)
    plaats = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["op", "begint"]
        constraints = [
            models.UniqueConstraint(fields=["team", "op"], name="zitting_een_per_dag"),
            models.CheckConstraint(condition=Q(uren__gte=1, uren__lte=8), name="zitting_uren"),
        ]

    def __str__(self) -> str:
        return f"{self.team} op {self.op}"

    def begin_van(self, uur: int) -> str:
        """Return the time at which the n-th hour begins: "10:00" for the second of a session from nine."""
        return f"{(self.begint.hour + uur - 1) % 24:02}:{self.begint.minute:02}"


class Aanwezige(Basis):
    """A member at a session: who is not on it does not see its cases."""

    zitting = models.ForeignKey(Zitting, models.CASCADE, related_name="aanwezigen")
    lid = models.ForeignKey(Teamlid, models.PROTECT, related_name="zittingen")

    class Meta:
        ordering = ["lid__gebruiker__naam"]
        constraints = [models.UniqueConstraint(fields=["zitting", "lid"], name="aanwezige_een_keer")]

    def __str__(self) -> str:
        return str(self.lid)


class Agendapunt(Basis):
    """One case, one hour: the n-th hour of a session."""

    zitting = models.ForeignKey(Zitting, models.PROTECT, related_name="agendapunten")
    casusvraag = models.OneToOneField(Casusvraag, models.PROTECT, related_name="agendapunt")
    uur = models.PositiveSmallIntegerField(help_text="Het hoeveelste uur van de zitting, vanaf 1.")

    class Meta:
        ordering = ["zitting__op", "uur"]
        constraints = [
            models.UniqueConstraint(fields=["zitting", "uur"], name="agendapunt_een_per_uur"),
            models.CheckConstraint(condition=Q(uur__gte=1), name="agendapunt_uur"),
        ]

    def __str__(self) -> str:
        return f"uur {self.uur} van {self.zitting}"

    @property
    def van(self) -> str:
        """The time at which this case begins."""
        return self.zitting.begin_van(self.uur)


class Advies(Basis):
    """What the team advises: urgent and not binding. What the referrer does with it is written beside it."""

    class Reactie(models.TextChoices):
        """What the referrer does with it."""

        VOLGT = "volgt", "Volgt het advies"
        WIJKT_AF = "wijkt_af", "Wijkt af van het advies"

    casusvraag = models.OneToOneField(Casusvraag, models.PROTECT, related_name="advies")
    tekst = models.TextField()
    waarom = models.TextField()
    op = models.DateField()
    door = models.CharField(max_length=200)
    reactie = models.CharField(max_length=10, choices=Reactie, blank=True)
    reactie_reden = models.TextField(blank=True)
    gereageerd_op = models.DateField(null=True, blank=True)
    gereageerd_door = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(reactie="wijkt_af") | ~Q(reactie_reden=""), name="advies_afwijking_met_reden"
            ),
            models.CheckConstraint(
                condition=Q(reactie="", gereageerd_op__isnull=True) | Q(~Q(reactie=""), gereageerd_op__isnull=False),
                name="advies_reactie_met_dag",
            ),
        ]

    def __str__(self) -> str:
        return f"advies van {self.op}"


class Opvolging(Basis):
    """Looking back after three months: what became of the help for this child."""

    casusvraag = models.OneToOneField(Casusvraag, models.PROTECT, related_name="opvolging")
    op = models.DateField()
    wat_gebeurde = models.TextField("hoe gaat het nu met de hulp aan dit kind")
    voorkomen = models.CharField("uithuisplaatsing voorkomen?", max_length=4, choices=AndersInzet.Voorkomen)
    geleerd = models.TextField("wat leren we hiervan")
    door = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"teruggekeken op {self.op}"


class Gastplek(Basis):
    """A seat of somebody from outside at one case: who asked them, on what ground, what they see, until when."""

    class Deel(models.TextChoices):
        """What can be shared with a guest."""

        VRAAG = "vraag", "De vraag"
        GEPROBEERD = "geprobeerd", "Wat al is geprobeerd"
        STEM = "stem", "Wat het gezin zelf zegt"
        ADVIES = "advies", "Het advies"

    casusvraag = models.ForeignKey(Casusvraag, models.PROTECT, related_name="gasten")
    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="gastplekken")
    aanstelling = models.OneToOneField(Aanstelling, models.PROTECT, related_name="gastplek")
    deskundigheid = models.CharField(max_length=200)
    waarom = models.TextField("waarom deze deskundige nodig is")
    deling = models.ForeignKey(Deling, models.PROTECT, related_name="gastplekken")
    delen = models.JSONField(default=list)
    van = models.DateField()
    tot = models.DateField()
    uitgenodigd_door = models.CharField(max_length=200)
    inbreng = models.TextField(blank=True)
    inbreng_op = models.DateTimeField(null=True, blank=True)
    geeindigd_op = models.DateTimeField(null=True, blank=True)
    einde_reden = models.CharField(max_length=300, blank=True)
    gemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["van"]
        constraints = [
            models.CheckConstraint(condition=Q(tot__gte=models.F("van")), name="gastplek_einde_na_begin"),
            models.UniqueConstraint(
                fields=["gebruiker"], condition=Q(geeindigd_op__isnull=True), name="gastplek_een_zaak_per_gast"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker} tot en met {self.tot}"
