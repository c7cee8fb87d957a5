"""What was decided about help that ends, and about a youth who turns eighteen."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.models import Kind, Toewijzing


class Vervolg(models.TextChoices):
    """What comes after help that ends."""

    ANDERE_HULP = "andere_hulp", "Andere jeugdhulp"
    VELD = "veld", "Hulp dichtbij: wijkteam, school of netwerk"
    WMO = "wmo", "Wmo (gemeente, vanaf 18)"
    ZVW = "zvw", "Zorgverzekering (vanaf 18)"
    WLZ = "wlz", "Wet langdurige zorg"
    VERHUISD = "verhuisd", "Een andere gemeente neemt het over"
    NIETS = "niets", "Niets meer nodig"


class Eindbesluit(Basis):
    """A decision about the end of one assignment; it counts as long as the assignment still ends on `voor_einddatum`.

    Never changed: another decision is a new row.
    """

    class Soort(models.TextChoices):
        """What was decided."""

        VERLENGD = "verlengd", "Verlengd"
        LOOPT_DOOR = "loopt_door", "Loopt door zolang er wordt beoordeeld"
        EINDIGT = "eindigt", "De hulp eindigt"

    toewijzing = models.ForeignKey(Toewijzing, models.CASCADE, related_name="eindbesluiten")
    soort = models.CharField(max_length=10, choices=Soort)
    voor_einddatum = models.DateField(help_text="De einddatum waarover is besloten.")
    nieuw_einde = models.DateField(null=True)
    vervolg = models.CharField(max_length=12, choices=Vervolg, blank=True)
    reden = models.TextField()
    grondslag = models.CharField(max_length=300, blank=True)
    betwist = models.BooleanField(default=False, help_text="De norm waarop dit rust is betwist.")
    verteld_op = models.DateField(null=True, help_text="Wanneer het gezin het hoorde.")
    verteld_door = models.CharField(max_length=200, blank=True)
    namens = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    besloten_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    besloten_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-besloten_op"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(soort="eindigt") | (~Q(vervolg="") & Q(verteld_op__isnull=False)),
                name="eindbesluit_einde_met_vervolg_en_verteld",
            ),
            models.CheckConstraint(
                condition=Q(soort="eindigt") | Q(nieuw_einde__isnull=False), name="eindbesluit_verlengd_tot"
            ),
        ]
        indexes = [models.Index(fields=["toewijzing", "voor_einddatum"], name="eindbesluit_toewijzing")]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} ({self.voor_einddatum})"


class Achttienbesluit(Basis):
    """What was decided for a youth who turns eighteen while help runs. Never changed; the newest counts."""

    class Soort(models.TextChoices):
        """The roads the law knows (Jeugdwet 1.1, jeugdige, onder 1 tot en met 4)."""

        VERLENGD = "verlengd", "Verlengde jeugdhulp: voortzetting is noodzakelijk"
        PLEEGZORG = "pleegzorg", "Pleegzorg gaat door"
        STRAFRECHT = "strafrecht", "Hulp in het kader van jeugdstrafrecht"
        OVERGANG = "overgang", "Gaat over naar hulp voor volwassenen"
        EINDIGT = "eindigt", "De hulp eindigt"

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="achttienbesluiten")
    soort = models.CharField(max_length=10, choices=Soort)
    vervolg = models.CharField(max_length=12, choices=Vervolg, blank=True)
    tot = models.DateField(null=True, help_text="Tot wanneer jeugdhulp nog kan duren.")
    reden = models.TextField()
    verteld_op = models.DateField()
    besloten_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    besloten_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-besloten_op"]

    def __str__(self) -> str:
        return self.get_soort_display()
