"""What stood on the envelope of a message that came in one."""

from django.db import models

from jeugdregio.basis.modellen import Basis
from jeugdregio.postbus.models import Bericht


class Envelop(Basis):
    """The label of an envelope. The message itself is kept without it; the answer goes back in an envelope too."""

    bericht = models.OneToOneField(Bericht, models.CASCADE, related_name="envelop")
    berichtcode = models.CharField(max_length=4, help_text="Di01, of Du01 voor een antwoord")
    referentienummer = models.UUIDField()
    kruisreferentie = models.UUIDField(null=True, help_text="Van de envelop die een Du01 beantwoordt")
    zender = models.CharField(max_length=8)
    zender_applicatie = models.CharField(max_length=50)
    tijdstip = models.CharField(
        max_length=14, help_text="Zoals het erop stond: jaar tot en met seconde, zonder tijdzone"
    )

    def __str__(self) -> str:
        return f"{self.berichtcode} {self.referentienummer}"
