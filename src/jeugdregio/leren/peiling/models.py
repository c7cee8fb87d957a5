"""A round of the question how working together goes.

There is no row per answer: only a count per score, which is gone when the round closes. There is no row per person
either: only a mark that cannot be traced to a person without the secret of the server and the salt of the round,
and the salt and the marks are gone when the round closes. See the decision on the anonymous pulse in the documentation.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.bestuur.consent.models import Tafel

LAAGSTE, HOOGSTE = 1, 10


class Peilregel(Gedateerd):
    """The numbers of the pulse: from how many answers an outcome is shown, and the mark to reach first and then."""

    minimum = models.PositiveSmallIntegerField()
    doel = models.PositiveSmallIntegerField()
    einddoel = models.PositiveSmallIntegerField()
    bron = models.CharField(max_length=300, help_text="Wie dit afsprak en wanneer.")

    class Meta:
        constraints: ClassVar = [
            einde_na_begin("peilregel_einde_na_begin"),
            models.CheckConstraint(condition=Q(minimum__gte=5), name="peilregel_minstens_vijf"),
            models.CheckConstraint(condition=Q(einddoel__gte=F("doel")), name="peilregel_doelen"),
        ]

    def __str__(self) -> str:
        return f"minstens {self.minimum} antwoorden, eerst een {self.doel}, dan een {self.einddoel}"


class Ronde(Basis):
    """One question to one table. `uitkomst` is the mean in half points (9 is 4.5); empty when too few answered."""

    tafel = models.CharField(max_length=12, choices=Tafel)
    vraag = models.CharField(max_length=200)
    van = models.DateField()
    tot = models.DateField()
    minimum = models.PositiveSmallIntegerField()
    zout = models.CharField(max_length=64, blank=True)
    gesloten_op = models.DateField(null=True, blank=True)
    uitkomst = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["-tot", "tafel"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="ronde_einde_na_begin"),
            models.CheckConstraint(condition=Q(minimum__gte=5), name="ronde_minstens_vijf"),
            models.CheckConstraint(
                condition=Q(uitkomst=None) | Q(gesloten_op__isnull=False), name="ronde_dan_uitkomst"
            ),
            models.CheckConstraint(condition=Q(gesloten_op=None) | Q(zout=""), name="ronde_dicht_zonder_zout"),
            models.UniqueConstraint(fields=["tafel"], condition=Q(gesloten_op=None), name="ronde_een_open_per_tafel"),
        ]

    def __str__(self) -> str:
        return f"{self.get_tafel_display()}, tot en met {self.tot:%d-%m-%Y}"


class Telling(models.Model):
    """How often a score was given in an open round. All ten rows are there from the start, and change together."""

    ronde = models.ForeignKey(Ronde, models.CASCADE, related_name="tellingen")
    score = models.PositiveSmallIntegerField()
    aantal = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ronde", "score"], name="telling_een_per_score")]

    def __str__(self) -> str:
        return f"{self.score}"


class Merk(models.Model):
    """Somebody answered in an open round: a keyed hash, without a person, a time or a number that counts up."""

    merk = models.CharField(max_length=64, primary_key=True)
    ronde = models.ForeignKey(Ronde, models.CASCADE, related_name="merken")

    def __str__(self) -> str:
        return "merk"
