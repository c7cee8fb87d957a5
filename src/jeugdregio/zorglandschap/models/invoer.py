"""An import that was read and found good, and waits for the word of the one who offered it."""

from django.db import models

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Gebruiker, Organisatie


class Importvoorstel(Basis):
    """The rows of a file without faults. Nothing of it holds until it is carried out, and then all of it at once."""

    class Staat(models.TextChoices):
        """Life of a proposal."""

        KLAAR = "klaar", "Wacht op bevestiging"
        UITGEVOERD = "uitgevoerd", "Overgenomen"
        VERVALLEN = "vervallen", "Vervallen"

    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    vingerafdruk = models.CharField(max_length=64, help_text="SHA-256 van het bestand.")
    rijen = models.JSONField(help_text="Per blad de rijen, elk met zijn regelnummer.")
    staat = models.CharField(max_length=10, choices=Staat, default=Staat.KLAAR)
    gemaakt_op = models.DateTimeField(default=nu)
    uitgevoerd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-gemaakt_op"]

    def __str__(self) -> str:
        return f"Import van {self.gemaakt_op:%d-%m-%Y %H:%M}"
