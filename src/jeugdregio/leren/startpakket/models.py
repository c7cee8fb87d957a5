"""What a municipality wants to do in this term of its council, and what it hands over to the next."""

from django.db import models

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.bestuur.consent.models import Tafel
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


class Rolafspraak(Gedateerd):
    """A line of the charter of roles as the region agreed on it: in the place of a fixed one, or one more.

    `herzien_op` is the day on which it is looked at again, a year later. Nobody is scored on it.
    """

    code = models.SlugField(max_length=40)
    tafel = models.CharField(max_length=20, choices=Tafel, blank=True, help_text="Leeg: aan alle tafels.")
    rol = models.CharField(max_length=80, blank=True)
    wat = models.CharField(max_length=300, blank=True)
    bron = models.CharField(max_length=200, blank=True)
    uit = models.BooleanField(default=False)
    herzien_op = models.DateField()
    gemaakt_door = models.CharField(max_length=200)

    class Meta:
        ordering = ["van", "code"]
        constraints = [
            einde_na_begin("rolafspraak_einde_na_begin"),
            models.UniqueConstraint(fields=["code", "van"], name="rolafspraak_een_per_dag"),
            models.UniqueConstraint(fields=["code"], condition=models.Q(tot=None), name="rolafspraak_een_open"),
            models.CheckConstraint(
                condition=models.Q(uit=True) | ~(models.Q(rol="") | models.Q(wat="") | models.Q(bron="")),
                name="rolafspraak_compleet",
            ),
        ]

    def __str__(self) -> str:
        return self.rol or self.code
