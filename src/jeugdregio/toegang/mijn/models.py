"""The family's own page: who of the family may enter, how they got in, and what they asked."""

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.toegang.models import Gezagsdrager, Kind


class Gezinstoegang(Basis):
    """Somebody of the family may enter the page of one child. `recht.inzage` judges each time whether it still opens.

    Closed at once and with a reason: by the municipality (information is withheld, 7.3.2 lid 4), or by the youth.
    """

    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="gezinstoegangen")
    kind = models.ForeignKey(Kind, models.CASCADE, related_name="gezinstoegangen")
    gezagsdrager = models.ForeignKey(
        Gezagsdrager, models.CASCADE, null=True, blank=True, related_name="gezinstoegangen",
        help_text="Leeg: het kind zelf.",
    )  # fmt: skip
    sinds = models.DateTimeField(default=nu)
    gesloten_op = models.DateTimeField(null=True, blank=True)
    einde_reden = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["sinds"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gesloten_op__isnull=True) | (Q(gesloten_op__gte=F("sinds")) & ~Q(einde_reden="")),
                name="gezinstoegang_gesloten_met_reden",
            ),
            models.UniqueConstraint(
                fields=["gebruiker", "kind"], condition=Q(gesloten_op__isnull=True), name="gezinstoegang_een_per_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"toegang van {self.wie_het_is}"

    @property
    def wie_het_is(self) -> str:
        """What this person is of the child, without a name."""
        return self.gezagsdrager.relatie if self.gezagsdrager else "jeugdige"


class Meekijken(Basis):
    """A youth of 16 or older lets a parent or guardian look along, until it says stop (Jeugdwet 7.3.5, 7.3.11)."""

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="meekijkers")
    gezagsdrager = models.ForeignKey(Gezagsdrager, models.CASCADE, related_name="meekijken")
    sinds = models.DateTimeField(default=nu)
    gestopt_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sinds"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "gezagsdrager"], condition=Q(gestopt_op__isnull=True), name="meekijken_een_per_persoon"
            )
        ]

    def __str__(self) -> str:
        return f"meekijken door {self.gezagsdrager}"


class Uitnodiging(Basis):
    """A code, told or handed over by the municipality, with which one person of the family makes an account.

    Only the hash of the code is kept. It works once, until a day.
    """

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="uitnodigingen")
    gezagsdrager = models.ForeignKey(Gezagsdrager, models.CASCADE, null=True, blank=True, related_name="uitnodigingen")
    code_hash = models.CharField(max_length=64, unique=True)
    gemaakt_op = models.DateTimeField(default=nu)
    gemaakt_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    geldig_tot = models.DateField()
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-gemaakt_op"]

    def __str__(self) -> str:
        return f"uitnodiging tot {self.geldig_tot}"


class Gezinsvraag(Basis):
    """What somebody of the family asks or says on the page, and the answer. Neither is ever changed."""

    class Soort(models.TextChoices):
        """What it is about."""

        VRAAG = "vraag", "Een vraag aan je contactpersoon"
        VERTROUWENSPERSOON = "vertrouwenspersoon", "Ik wil een vertrouwenspersoon spreken"
        INZAGE = "inzage", "Ik wil mijn hele dossier zien of een kopie"
        KLOPT_NIET = "klopt_niet", "Er staat iets dat niet klopt"

    toegang = models.ForeignKey(Gezinstoegang, models.PROTECT, related_name="vragen")
    kind = models.ForeignKey(Kind, models.CASCADE, related_name="gezinsvragen")
    soort = models.CharField(max_length=20, choices=Soort)
    tekst = models.TextField(blank=True)
    gesteld_op = models.DateTimeField(default=nu)
    antwoord = models.TextField(blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-gesteld_op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(beantwoord_op__isnull=True) | (~Q(antwoord="") & Q(beantwoord_op__gte=F("gesteld_op"))),
                name="gezinsvraag_antwoord_na_vraag",
            )
        ]

    def __str__(self) -> str:
        return self.get_soort_display()
