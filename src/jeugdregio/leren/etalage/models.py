"""Local practice with its principle and context, and a request to talk about taking it over."""

from django.db import models

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Rol


class Praktijk(Basis):
    """Something that works somewhere. There is no score, no like and no place on a list."""

    class Staat(models.TextChoices):
        """Whether others see it."""

        CONCEPT = "concept", "Concept"
        GETOOND = "getoond", "In de etalage"
        WEG = "weg", "Uit de etalage"

    titel = models.CharField(max_length=200)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="praktijken")
    rol = models.CharField(max_length=30, choices=Rol)
    principe = models.TextField(help_text="Welk principe zit hierachter?")
    context = models.TextField(help_text="Waar en voor wie werkt dit?")
    wat = models.TextField(help_text="Wat doen ze?")
    bewijs = models.TextField(help_text="Waaraan zien we dat het werkt, en wat weten we nog niet?")
    bron = models.CharField(max_length=300, blank=True)
    contact = models.CharField(max_length=200, help_text="Functie of team, geen naam van een gezin.")
    fictief = models.BooleanField(default=False, help_text="Verzonnen voor de demonstratie.")
    staat = models.CharField(max_length=10, choices=Staat, default=Staat.CONCEPT)
    versie = models.PositiveIntegerField(default=1)
    bijgewerkt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["titel"]
        constraints = [models.UniqueConstraint(fields=["organisatie", "titel"], name="praktijk_titel")]

    def __str__(self) -> str:
        return self.titel


class Gesprek(Basis):
    """A request to talk about taking a practice over; only both sides see it, so it is no measure of success."""

    praktijk = models.ForeignKey(Praktijk, models.CASCADE, related_name="gesprekken")
    vrager = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    vraag = models.TextField()
    gevraagd_op = models.DateTimeField(default=nu)
    antwoord = models.TextField(blank=True)
    afspraak_op = models.DateField(null=True, blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-gevraagd_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["praktijk", "organisatie"], condition=models.Q(beantwoord_op=None), name="gesprek_een_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisatie} over {self.praktijk}"
