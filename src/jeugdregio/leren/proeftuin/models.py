"""A pilot with a first and a last day, the parts that are tried, and what was seen meanwhile."""

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Rol


class Proeftuin(Basis):
    """Something a few try before all do it. It always has a last day: then each part stays, changes or stops."""

    class Staat(models.TextChoices):
        """How far it is."""

        CONCEPT = "concept", "Concept"
        LOOPT = "loopt", "Loopt"
        AFGEROND = "afgerond", "Afgerond"

    titel = models.CharField(max_length=150)
    vraag = models.TextField(help_text="Wat willen we weten?")
    ruimte = models.TextField(help_text="Waar mag van worden afgeweken, en wie stond dat toe?")
    maat = models.TextField(help_text="Waaraan zien we of het werkt?")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="proeftuinen")
    rol = models.CharField(max_length=30, choices=Rol)
    deelnemers = models.ManyToManyField(Organisatie, related_name="+", blank=True)
    van = models.DateField()
    tot = models.DateField()
    reden_verlenging = models.TextField(blank=True)
    staat = models.CharField(max_length=10, choices=Staat, default=Staat.CONCEPT)
    geleerd = models.TextField(blank=True)
    reden_eerder = models.TextField(blank=True, help_text="Waarom hij voor de laatste dag stopte.")
    afgerond_op = models.DateField(null=True, blank=True)
    fictief = models.BooleanField(default=False, help_text="Verzonnen voor de demonstratie.")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-van", "titel"]
        constraints = [
            models.CheckConstraint(condition=Q(tot__gt=F("van")), name="proeftuin_einde_na_begin"),
            models.CheckConstraint(
                condition=~Q(staat="afgerond") | (~Q(geleerd="") & Q(afgerond_op__isnull=False)),
                name="proeftuin_afgerond_met_les",
            ),
        ]

    def __str__(self) -> str:
        return self.titel


class Proefdeel(Basis):
    """One thing that is tried, and what becomes of it."""

    class Uitkomst(models.TextChoices):
        """What becomes of it."""

        OPEN = "open", "Nog niet besloten"
        BLIJFT = "blijft", "Blijft"
        ANDERS = "anders", "Blijft, maar anders"
        STOPT = "stopt", "Stopt"

    proeftuin = models.ForeignKey(Proeftuin, models.CASCADE, related_name="onderdelen")
    volgorde = models.PositiveSmallIntegerField()
    wat = models.CharField(max_length=300)
    uitkomst = models.CharField(max_length=8, choices=Uitkomst, default=Uitkomst.OPEN)
    waarom = models.TextField(blank=True)
    borgt = models.CharField("wie houdt het in stand", max_length=150, blank=True)
    voorstel_id = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ["volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["proeftuin", "volgorde"], name="proefdeel_volgorde"),
            models.CheckConstraint(condition=Q(uitkomst="open") | ~Q(waarom=""), name="proefdeel_uitkomst_met_reden"),
            models.CheckConstraint(
                condition=~Q(uitkomst__in=["blijft", "anders"]) | ~Q(borgt=""), name="proefdeel_wat_blijft_heeft_iemand"
            ),
        ]

    def __str__(self) -> str:
        return self.wat


class Waarneming(Basis):
    """What somebody saw during a pilot. Never changed."""

    proeftuin = models.ForeignKey(Proeftuin, models.CASCADE, related_name="waarnemingen")
    tekst = models.TextField()
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    namens = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-op"]

    def __str__(self) -> str:
        return self.tekst[:60]
