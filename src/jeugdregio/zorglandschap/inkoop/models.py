"""A purchase, its lots, and the phases of each lot with their last days and what came of them."""

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.zorglandschap.models import Niveau, Perceel


class Inkooptraject(Basis):
    """A purchase of help that begins on `start`, by the region office or one municipality (`opdrachtgever`)."""

    class Staat(models.TextChoices):
        """Where it stands."""

        LOOPT = "loopt", "Loopt"
        AFGEROND = "afgerond", "Afgerond"
        GESTOPT = "gestopt", "Gestopt"

    naam = models.CharField(max_length=200, unique=True)
    start = models.DateField("eerste dag van de contracten")
    opdrachtgever = models.ForeignKey(Organisatie, models.PROTECT, related_name="inkooptrajecten")
    grondslag = models.CharField("besluit waarop dit rust", max_length=300)
    reden_kort = models.TextField("waarom minder voorbereiding", blank=True)
    staat = models.CharField(max_length=10, choices=Staat, default=Staat.LOOPT)
    begonnen_op = models.DateField()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["start", "naam"]
        constraints = [models.CheckConstraint(condition=Q(start__gt=F("begonnen_op")), name="inkoop_start_later")]

    def __str__(self) -> str:
        return self.naam


class Kavel(Basis):
    """A lot of a purchase; `perceel` is the lot of the contracts it renews, when there is one."""

    traject = models.ForeignKey(Inkooptraject, models.CASCADE, related_name="kavels")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=200)
    niveau = models.CharField(max_length=20, choices=Niveau)
    perceel = models.ForeignKey(Perceel, models.PROTECT, null=True, blank=True, related_name="inkoopkavels")

    class Meta:
        ordering = ["nummer"]
        constraints = [models.UniqueConstraint(fields=["traject", "nummer"], name="inkoopkavel_nummer")]

    def __str__(self) -> str:
        return f"{self.nummer}. {self.naam}"


class Fase(Basis):
    """A phase of a lot: when it must be done at the latest and why, who must act, and what came of it."""

    kavel = models.ForeignKey(Kavel, models.CASCADE, related_name="fasen")
    code = models.CharField(max_length=20)
    naam = models.CharField(max_length=120)
    volgorde = models.PositiveSmallIntegerField()
    dagen = models.PositiveSmallIntegerField()
    na = models.JSONField(default=list)
    rol = models.CharField(max_length=30, choices=Rol)
    wettelijk = models.BooleanField(default=False)
    grondslag = models.CharField(max_length=300)
    begin = models.DateField("begint uiterlijk op")
    eind = models.DateField("klaar uiterlijk op")
    uitleg = models.JSONField(default=list)
    klaar_op = models.DateField(null=True)
    resultaat = models.TextField(blank=True)

    class Meta:
        ordering = ["volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["kavel", "code"], name="inkoopfase_code"),
            models.CheckConstraint(condition=Q(eind__gte=F("begin")), name="inkoopfase_einde_na_begin"),
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.kavel})"


class Verandering(models.Model):
    """One line of the history of a purchase; never changed."""

    id = models.BigAutoField(primary_key=True)
    traject = models.ForeignKey(Inkooptraject, models.CASCADE, related_name="veranderingen")
    op = models.DateTimeField(default=nu)
    wat = models.CharField(max_length=300)
    tekst = models.TextField(blank=True)
    door = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.wat
