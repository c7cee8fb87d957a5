"""A newsletter and its versions; what was sent stays as it was, except what may no longer be told."""

from typing import ClassVar

from django.db import models

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Gebruiker, Organisatie


class Nieuwsbrief(Basis):
    """One issue. It is being made until it has a day of sending."""

    nummer = models.PositiveIntegerField(unique=True)
    uitgever = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    verzonden_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-nummer"]

    def __str__(self) -> str:
        return f"Nieuwsbrief {self.nummer}"


class Uitgave(Basis):
    """One version of an issue. `inhoud` holds the chosen items as they read then, with the key of each."""

    nieuwsbrief = models.ForeignKey(Nieuwsbrief, models.CASCADE, related_name="uitgaven")
    nummer = models.PositiveSmallIntegerField()
    titel = models.CharField(max_length=200)
    inleiding = models.TextField()
    inhoud = models.JSONField(default=list)
    gemaakt_op = models.DateTimeField(default=nu)
    gemaakt_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-nummer"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["nieuwsbrief", "nummer"], name="uitgave_nummer")]

    def __str__(self) -> str:
        return f"{self.titel} (versie {self.nummer})"
