"""Norms as data: which answer to a question holds where, since when, by whom, and with what rank."""

from django.db import models

from jeugdregio.basis.modellen import Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Organisatie


class Rang(models.IntegerChoices):
    """Rank of a norm; lower number goes first."""

    WET = 1, "Wet"
    AMVB = 2, "AMvB of regeling"
    CENTRUMREGELING = 3, "Centrumregeling"
    CONTRACT = 4, "Contract"
    HANDELINGSKADER = 5, "Handelingskader"
    LOKAAL = 6, "Lokaal beleid"


class Norm(Gedateerd):
    """One norm: it answers one question for one territory, from one source with its place in the text."""

    vraag = models.CharField(max_length=60, help_text="Code van de vraag, zie afspraken.vragen.")
    antwoord = models.CharField(max_length=300, help_text="Het antwoord in een zin.")
    waarde = models.CharField(max_length=60, blank=True, help_text="Het antwoord als code, waar software op rekent.")
    rang = models.IntegerField(choices=Rang)
    gemeente = models.ForeignKey(
        Organisatie,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="normen",
        help_text="Leeg: de hele regio.",
    )
    bron = models.CharField(max_length=200)
    plaats = models.CharField("plaats in de bron", max_length=200)
    besluit = models.CharField(max_length=200, blank=True)
    lager_mag_afwijken = models.BooleanField(default=False)
    niet_vastgesteld_door = models.ManyToManyField(
        Organisatie,
        blank=True,
        related_name="niet_vastgestelde_normen",
        help_text="Gemeenten die deze norm niet hebben vastgesteld: daar is hij betwist.",
    )

    class Meta:
        ordering = ["vraag", "rang", "van"]
        constraints = [einde_na_begin("norm_einde_na_begin")]

    def __str__(self) -> str:
        return f"{self.vraag}: {self.antwoord} ({self.bron})"
