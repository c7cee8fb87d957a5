"""The road of one stuck case along the levels, and the use of Team AnderS. Who holds which role stays the same."""

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.opschaling.models.niveaus import Niveau, Niveauregel


class Opschaling(Basis):
    """A question for help that got stuck. While it runs exactly one step is open."""

    class Afloop(models.TextChoices):
        """How it ended."""

        OPGELOST = "opgelost", "Opgelost: passende hulp loopt"
        GEZIN = "gezin", "Het gezin gaat zelf verder"
        ANDERS = "anders", "Anders"

    hulpvraag = models.ForeignKey(Hulpvraag, models.PROTECT, related_name="opschalingen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="opschalingen")
    vraag = models.TextField("wat zit er vast")
    geopend_op = models.DateField()
    afgesloten_op = models.DateField(null=True, blank=True)
    afloop = models.CharField(max_length=10, choices=Afloop, blank=True)
    afloop_reden = models.TextField(blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["geopend_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["hulpvraag"], condition=Q(afgesloten_op__isnull=True), name="opschaling_een_lopende"
            ),
            models.CheckConstraint(
                condition=Q(afgesloten_op__isnull=True) | Q(afgesloten_op__gte=F("geopend_op")),
                name="opschaling_einde_na_begin",
            ),
            models.CheckConstraint(
                condition=Q(afgesloten_op__isnull=True, afloop="") | Q(~Q(afloop=""), afgesloten_op__isnull=False),
                name="opschaling_afgesloten_met_afloop",
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "afgesloten_op"], name="opschaling_open")]

    def __str__(self) -> str:
        return f"opschaling van {self.hulpvraag}"


class Stap(Basis):
    """The time a case lies at one level: who owns it there, until when and why, what was tried, what was learnt."""

    opschaling = models.ForeignKey(Opschaling, models.CASCADE, related_name="stappen")
    nummer = models.PositiveSmallIntegerField()
    niveau = models.CharField(max_length=15, choices=Niveau)
    regel = models.ForeignKey(Niveauregel, models.PROTECT, related_name="stappen")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    rol = models.CharField(max_length=30, choices=Rol)
    begon_op = models.DateField()
    uiterlijk = models.DateField()
    uitleg = models.JSONField(default=list, help_text="De stappen van de berekening van de termijn.")
    reden = models.TextField("waarom naar dit niveau")
    geprobeerd = models.TextField("wat is al geprobeerd")
    door = models.CharField(max_length=200)
    namens = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    klaar_op = models.DateField(null=True, blank=True)
    leernotitie = models.TextField("wat leren we hiervan", blank=True)

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["opschaling", "nummer"], name="stap_nummer"),
            models.UniqueConstraint(
                fields=["opschaling"], condition=Q(klaar_op__isnull=True), name="stap_een_open"
            ),
            models.CheckConstraint(
                condition=Q(klaar_op__isnull=True) | Q(klaar_op__gte=F("begon_op")), name="stap_einde_na_begin"
            ),
            # A breakthrough has a deadline and a learning note: it does not end without.
            models.CheckConstraint(
                condition=~Q(niveau="doorbraak") | Q(klaar_op__isnull=True) | ~Q(leernotitie=""),
                name="stap_doorbraak_met_leernotitie",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["organisatie", "rol"], condition=Q(klaar_op__isnull=True), name="stap_open_van")
        ]

    def __str__(self) -> str:
        return f"{self.get_niveau_display()} sinds {self.begon_op}"

    @property
    def waar(self) -> str:
        """Where it lies, inside a sentence."""
        return Niveau(self.niveau).voluit


class AndersInzet(Basis):
    """Team AnderS at work for one child: a way of working without decision, assignment, product or message."""

    class Doel(models.TextChoices):
        """What it is for."""

        VOORKOMEN = "voorkomen", "Uithuisplaatsing voorkomen"
        DOORSTROOM = "doorstroom", "Sneller naar huis of naar een volgende plek"

    class Reden(models.TextChoices):
        """Why it ended."""

        BEREIKT = "bereikt", "Het doel is bereikt"
        ANDERE_HULP = "andere_hulp", "Er is andere hulp begonnen"
        GEZIN = "gezin", "Het gezin wil niet verder"
        LUKT_NIET = "lukt_niet", "Het lukt zo niet"

    class Voorkomen(models.TextChoices):
        """What became of a placement that threatened."""

        JA = "ja", "Ja, het kind woont thuis"
        NEE = "nee", "Nee, het kind woont elders"
        NVT = "nvt", "Er dreigde geen uithuisplaatsing"

    opschaling = models.ForeignKey(Opschaling, models.PROTECT, related_name="inzetten")
    doel = models.CharField(max_length=12, choices=Doel)
    aanpak = models.TextField("wat gaan jullie doen")
    gestart_op = models.DateField()
    gestart_door = models.CharField(max_length=200)
    gestopt_op = models.DateField(null=True, blank=True)
    reden_einde = models.CharField(max_length=12, choices=Reden, blank=True)
    toelichting = models.TextField(blank=True)
    gestopt_door = models.CharField(max_length=200, blank=True)
    voorkomen = models.CharField("uithuisplaatsing voorkomen?", max_length=4, choices=Voorkomen, blank=True)
    geleerd = models.TextField("wat leren we hiervan", blank=True)
    gezin_vindt = models.TextField("wat vindt het gezin ervan", blank=True)
    geevalueerd_op = models.DateField(null=True, blank=True)
    vastgelegd_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-gestart_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["opschaling"], condition=Q(gestopt_op__isnull=True), name="inzet_een_lopende"
            ),
            models.CheckConstraint(
                condition=Q(gestopt_op__isnull=True, reden_einde="")
                | Q(~Q(reden_einde=""), gestopt_op__gte=F("gestart_op")),
                name="inzet_einde_met_reden",
            ),
            models.CheckConstraint(
                condition=Q(geevalueerd_op__isnull=True)
                | Q(~Q(geleerd=""), ~Q(voorkomen=""), gestopt_op__isnull=False),
                name="inzet_evaluatie_na_einde",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Team AnderS sinds {self.gestart_op}"
