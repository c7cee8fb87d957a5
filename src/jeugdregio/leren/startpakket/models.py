"""What a municipality wants to do in this term of its council, and what it hands over to the next."""

from django.db import models

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Organisatie


class Prioriteit(Basis):
    """One priority: for this term or the next, with who keeps it and what the next one must know."""

    class Wanneer(models.TextChoices):
        """In which term of the council it is to be done."""

        NU = "nu", "Deze zittingsperiode"
        LATER = "later", "Volgende zittingsperiode"

    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="prioriteiten")
    wanneer = models.CharField(max_length=5, choices=Wanneer)
    titel = models.CharField(max_length=150)
    waarom = models.TextField(blank=True)
    eigenaar = models.CharField(max_length=100, help_text="De functie die het trekt.")
    overdracht = models.TextField(blank=True, help_text="Wat de opvolger moet weten.")
    klaar_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)
    aangemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["wanneer", "aangemaakt_op"]
        constraints = [models.UniqueConstraint(fields=["gemeente", "titel"], name="prioriteit_eenmalig")]

    def __str__(self) -> str:
        return self.titel
