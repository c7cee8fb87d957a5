"""Beurten: everything that waits for somebody. Whose turn, until when, on what ground, what now, where it escalates."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Contactpunt, Gebruiker, Organisatie, Rol

if TYPE_CHECKING:
    from jeugdregio.beurten.escalatie import Escalatie

# A kind that begins with this tells nobody but its owner that it is open: who must still speak stays sealed.
VERZEGELD = "verzegeld_"


class Beurt(Basis):
    """One thing that waits for one organisation and role.

    `sleutel` names the turn uniquely ("verzoek:<id>:beantwoorden"), so opening it twice gives one turn.
    `aanduiding` tells which child it is about without naming it ("meisje, 14 jaar").
    """

    class Staat(models.TextChoices):
        """Life of a turn."""

        OPEN = "open", "Open"
        GEDAAN = "gedaan", "Gedaan"
        VERVALLEN = "vervallen", "Vervallen"

    sleutel = models.CharField(max_length=120, unique=True)
    soort = models.CharField(max_length=60)
    titel = models.CharField(max_length=200)
    aanduiding = models.CharField(max_length=200, blank=True)
    kenmerk = models.CharField(max_length=40, blank=True)
    tekst = models.CharField(max_length=500, blank=True)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="beurten")
    rol = models.CharField(max_length=30, choices=Rol)
    contact = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="beurten")
    wachtende = models.ForeignKey(
        Organisatie,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="wacht_op",
        help_text="De organisatie die op deze beurt wacht; zij ziet hem bij 'een ander is aan zet'.",
    )
    begon_op = models.DateField()
    uiterlijk = models.DateField(null=True, blank=True)
    grondslag = models.CharField(max_length=300)
    uitleg = models.JSONField(default=list, help_text="De stappen van de berekening van de termijn.")
    handeling = models.CharField(max_length=60, help_text="Wat de knop zegt.")
    pad = models.CharField(max_length=200, help_text="Het scherm waar het gebeurt, als pad in deze site.")
    escalatie = models.CharField(max_length=200, blank=True)
    kind_id = models.UUIDField(null=True, blank=True)
    staat = models.CharField(max_length=10, choices=Staat, default=Staat.OPEN)
    aangemaakt_op = models.DateTimeField(default=nu)
    gesloten_op = models.DateTimeField(null=True, blank=True)
    herinnerd_op = models.DateTimeField(null=True, blank=True)

    # Whom to call about it at the other organisation; filled by queries.lijst, not kept.
    te_bellen: Contactpunt | None = None
    # What a norm says about where it goes when it is late; filled by escalatie.zet_escalatie, not kept.
    geldt_bij_te_laat: "Escalatie | None" = None

    class Meta:
        ordering = ["uiterlijk", "begon_op", "id"]
        indexes = [
            models.Index(fields=["organisatie", "rol", "uiterlijk"], condition=Q(staat="open"), name="beurt_open_van"),
            models.Index(fields=["wachtende", "uiterlijk"], condition=Q(staat="open"), name="beurt_open_wacht"),
            models.Index(fields=["kind_id"], name="beurt_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.titel} ({self.organisatie}, {self.get_rol_display()})"


class Dagronde(models.Model):
    """One piece of the work of one day (`beurten.dagwerk`): done once, whoever comes first."""

    naam = models.CharField(max_length=100)
    dag = models.DateField()
    aantal = models.PositiveIntegerField(null=True, help_text="Leeg zolang het niet is gelukt.")
    geprobeerd_op = models.DateTimeField(default=nu)
    fout = models.CharField(max_length=100, blank=True, help_text="De soort fout, zonder inhoud.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["naam", "dag"], name="dagronde_uniek")]

    def __str__(self) -> str:
        return f"{self.naam} {self.dag}"
