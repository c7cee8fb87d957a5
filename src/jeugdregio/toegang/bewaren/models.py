"""Requests of families about their file: see it, copy it, correct it, add to it, destroy it (Jeugdwet 7.3.8-7.3.10)."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.models import Kind


class Dossierverzoek(Basis):
    """One request about the file of one child, from receipt to answer.

    With `verzoeker` TERMIJN nobody asked: twenty years passed (7.3.8 lid 3). Only a granted and not yet executed
    destruction opens the triggers on sent decisions (migration 0004).
    """

    class Soort(models.TextChoices):
        """What is asked."""

        INZAGE = "inzage", "Inzage"
        AFSCHRIFT = "afschrift", "Kopie"
        CORRECTIE = "correctie", "Verbetering"
        VERKLARING = "verklaring", "Eigen verklaring toevoegen"
        VERNIETIGING = "vernietiging", "Vernietiging"

    class Verzoeker(models.TextChoices):
        """Who asks."""

        JEUGDIGE = "jeugdige", "De jeugdige zelf"
        OUDER = "ouder", "Ouder of voogd met gezag"
        GEMACHTIGDE = "gemachtigde", "Iemand met een machtiging"
        TERMIJN = "termijn", "Niemand: de bewaartermijn is voorbij"

    class Staat(models.TextChoices):
        """Where it stands."""

        OPEN = "open", "Te beslissen"
        TOEGEWEZEN = "toegewezen", "Toegewezen"
        DEELS = "deels", "Deels toegewezen"
        GEWEIGERD = "geweigerd", "Geweigerd"
        UITGEVOERD = "uitgevoerd", "Uitgevoerd"

    kenmerk = models.CharField(max_length=20, unique=True)
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="dossierverzoeken")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=12, choices=Soort)
    verzoeker = models.CharField(max_length=12, choices=Verzoeker)
    wat = models.TextField(help_text="Waarom het gaat, in de woorden van de vrager.")
    identiteit = models.CharField(max_length=200, help_text="Hoe is vastgesteld wie het vraagt.")
    niet_in_staat = models.CharField(
        max_length=300, blank=True, help_text="Waarom een ouder vraagt voor een jeugdige vanaf 12 (7.3.15 lid 2)."
    )
    ontvangen_op = models.DateField()
    uiterlijk = models.DateField()
    uitleg = models.JSONField(default=list)
    staat = models.CharField(max_length=10, choices=Staat, default=Staat.OPEN)
    besloten_op = models.DateTimeField(null=True)
    besloten_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    redenen = models.TextField(blank=True)
    belang_ander = models.TextField(blank=True, help_text="Aanmerkelijk belang van een ander (7.3.9 lid 2).")
    langer_tot = models.DateField(null=True, help_text="Tot dan langer bewaren dan de termijn (7.3.8 lid 3).")
    uitgevoerd_op = models.DateTimeField(null=True)
    uitgevoerd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    uitvoering = models.JSONField(default=dict, help_text="Wat er gebeurde, in aantallen; geen persoonsgegevens.")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-ontvangen_op", "-kenmerk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(staat="open") | (Q(besloten_op__isnull=False) & ~Q(redenen="")),
                name="dossierverzoek_besluit_met_redenen",
            ),
            models.CheckConstraint(
                condition=~Q(staat="uitgevoerd") | Q(uitgevoerd_op__isnull=False), name="dossierverzoek_uitgevoerd_op"
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "staat"], name="dossierverzoek_gemeente")]

    def __str__(self) -> str:
        return self.kenmerk


class Afscherming(Basis):
    """Data about another person that stays out of what is given (Jeugdwet 7.3.10): a task until it is done."""

    verzoek = models.ForeignKey(Dossierverzoek, models.CASCADE, related_name="afschermingen")
    onderdeel = models.CharField(max_length=200, help_text="Waar in het dossier; zonder namen.")
    reden = models.CharField(max_length=300)
    gedaan_op = models.DateTimeField(null=True)
    gedaan_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["onderdeel"]

    def __str__(self) -> str:
        return "afscherming"
