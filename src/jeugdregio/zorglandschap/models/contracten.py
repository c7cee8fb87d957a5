"""Lots and contracts: with whom, for whom, until when, up to what amount, and under which quality requirements."""

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.zorglandschap.models.producten import Niveau


class Perceel(Basis):
    """A part of what is bought together. `niveau` is empty when nobody recorded it."""

    naam = models.CharField(max_length=200, unique=True)
    niveau = models.CharField(max_length=20, choices=Niveau, blank=True)
    omschrijving = models.TextField(blank=True)

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Kwaliteitseis(Gedateerd):
    """A requirement of the kwaliteitshandvest, with the KPI that shows whether it is met (empty: not measurable)."""

    class Richting(models.TextChoices):
        """On which side of the norm it is good."""

        MINSTENS = "minstens", "minstens"
        HOOGSTENS = "hoogstens", "hoogstens"

    code = models.CharField(max_length=20, unique=True)
    eis = models.CharField(max_length=500)
    bron = models.CharField(max_length=300)
    kpi = models.CharField("wat je meet", max_length=200, blank=True)
    richting = models.CharField(max_length=10, choices=Richting, blank=True)
    norm = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    eenheid = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [einde_na_begin("kwaliteitseis_einde_na_begin")]

    def __str__(self) -> str:
        return f"{self.code} {self.eis}"


class Contract(Gedateerd):
    """An agreement with a provider, for the municipalities that take part, during a period.

    `opdrachtgever` buys it and manages it; empty is the region office. `versie` guards against two people at once.
    """

    class Staat(models.TextChoices):
        """Only a signed contract holds; what was there before signing was recorded counts as signed."""

        CONCEPT = "concept", "Concept"
        GETEKEND = "getekend", "Getekend"

    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, related_name="contracten")
    nummer = models.CharField(max_length=40, unique=True)
    perceel = models.ForeignKey(Perceel, models.PROTECT, related_name="contracten")
    gemeenten: "models.ManyToManyField[Organisatie, Contractdeelname]" = models.ManyToManyField(
        Organisatie, through="Contractdeelname", related_name="gemeentecontracten"
    )
    opdrachtgever = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="ingekochte_contracten"
    )
    staat = models.CharField(max_length=10, choices=Staat, default=Staat.GETEKEND)
    getekend_op = models.DateField(null=True, blank=True)
    bevoegdheid = models.JSONField(default=list, help_text="Per gemeente: mocht dit orgaan tekenen, en waarom.")
    kwaliteitseisen = models.ManyToManyField(Kwaliteitseis, blank=True, related_name="contracten")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["nummer"]
        constraints = [einde_na_begin("contract_einde_na_begin")]

    def __str__(self) -> str:
        return f"{self.nummer} {self.aanbieder}"


class Contractdeelname(Basis):
    """A municipality takes part in a contract; empty dates: as long as the contract holds."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="deelnames")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="contractdeelnames")
    van = models.DateField("doet mee vanaf", null=True, blank=True)
    tot = models.DateField("doet mee tot en met", null=True, blank=True)

    class Meta:
        ordering = ["gemeente__naam", "van"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(van__isnull=True) | Q(tot__gte=F("van")),
                name="contractdeelname_einde_na_begin",
            ),
            models.UniqueConstraint(
                fields=["contract", "gemeente"], condition=Q(tot__isnull=True), name="contractdeelname_een_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gemeente} in {self.contract.nummer}"


class Plafond(Basis):
    """What may be spent at most under a contract in a year, in cents; without municipality: all together."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="plafonds")
    jaar = models.PositiveSmallIntegerField()
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="plafonds")
    centen = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["jaar", "gemeente__naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "jaar", "gemeente"], condition=Q(gemeente__isnull=False), name="plafond_gemeente"
            ),
            models.UniqueConstraint(
                fields=["contract", "jaar"], condition=Q(gemeente__isnull=True), name="plafond_samen"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.contract.nummer} {self.jaar}: {self.centen} cent"


class Verlengoptie(Basis):
    """A clause that lets a contract go on. `beslissen_voor` is the last day on which notice can be given.

    Automatic: without a decision it goes on. Otherwise: without a decision it ends.
    """

    class Besluit(models.TextChoices):
        """What was decided."""

        OPEN = "open", "Nog niet besloten"
        VERLENGD = "verlengd", "Verlengd"
        VANZELF = "vanzelf", "Vanzelf verlengd"
        NIET = "niet", "Niet verlengd"

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="verlengopties")
    nummer = models.PositiveSmallIntegerField()
    van = models.DateField()
    tot = models.DateField()
    beslissen_voor = models.DateField("opzeggen of beslissen uiterlijk op")
    automatisch = models.BooleanField("gaat vanzelf door als niemand opzegt", default=False)
    besluit = models.CharField(max_length=10, choices=Besluit, default=Besluit.OPEN)
    toelichting = models.CharField(max_length=500, blank=True)
    besloten_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "nummer"], name="verlengoptie_nummer"),
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="verlengoptie_einde_na_begin"),
            models.CheckConstraint(condition=Q(beslissen_voor__lt=F("van")), name="verlengoptie_op_tijd"),
        ]

    def __str__(self) -> str:
        return f"{self.contract.nummer} optie {self.nummer}"


class Contractwijziging(Basis):
    """A version of a contract: what changed, by which decision, from when. Never changed afterwards."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="wijzigingen")
    nummer = models.PositiveIntegerField()
    van = models.DateField()
    besluit = models.CharField(max_length=300)
    wat = models.JSONField(help_text="De veranderingen, een zin per stuk.")
    gemaakt_op = models.DateTimeField(default=nu)
    gemaakt_door = models.CharField(max_length=200)

    class Meta:
        ordering = ["-nummer"]
        constraints = [models.UniqueConstraint(fields=["contract", "nummer"], name="contractwijziging_nummer")]

    def __str__(self) -> str:
        return f"{self.contract.nummer} wijziging {self.nummer}"
