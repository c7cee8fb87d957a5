"""A quarterly talk with a provider, its agenda, the actions that came of it, and its history."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.zorglandschap.gesprekken.kwartaal import Kwartaal


class Gesprek(Basis):
    """A talk about one quarter between a provider and who manages its contracts (`beheerder`: region or municipality).

    `versie` guards against two people at once.
    """

    class Staat(models.TextChoices):
        """Where it stands."""

        GEPLAND = "gepland", "Gepland"
        VOORBEREID = "voorbereid", "Voorbereid"
        GEHOUDEN = "gehouden", "Gehouden"
        VERVALLEN = "vervallen", "Vervallen"

    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, related_name="kwartaalgesprekken")
    beheerder = models.ForeignKey(Organisatie, models.PROTECT, related_name="beheerde_gesprekken")
    jaar = models.PositiveSmallIntegerField()
    kwartaal = models.PositiveSmallIntegerField()
    op = models.DateField("dag van het gesprek")
    waar = models.CharField(max_length=200, blank=True)
    aanwezig = models.CharField("wie erbij waren", max_length=500, blank=True)
    verslag = models.TextField("wat er is besproken", blank=True)
    staat = models.CharField(max_length=10, choices=Staat, default=Staat.GEPLAND)
    voorbereid_op = models.DateField(null=True)
    gehouden_op = models.DateField(null=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-op", "aanbieder__naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["aanbieder", "beheerder", "jaar", "kwartaal"],
                condition=~Q(staat="vervallen"),
                name="gesprek_een_per_kwartaal",
            ),
            models.CheckConstraint(condition=Q(kwartaal__gte=1, kwartaal__lte=4), name="gesprek_kwartaal"),
            models.CheckConstraint(
                condition=~Q(staat="gehouden") | Q(gehouden_op__isnull=False), name="gesprek_gehouden_op"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aanbieder}, {self.periode}"

    @property
    def periode(self) -> Kwartaal:
        """The quarter the talk is about."""
        return Kwartaal(self.jaar, self.kwartaal)

    @property
    def is_open(self) -> bool:
        """True as long as it has not been held or dropped."""
        return self.staat in {self.Staat.GEPLAND, self.Staat.VOORBEREID}


class Agendapunt(Basis):
    """One thing to talk about: the figure that raised it, put as a question, and what was agreed on it."""

    gesprek = models.ForeignKey(Gesprek, models.CASCADE, related_name="punten")
    volgorde = models.PositiveSmallIntegerField()
    onderwerp = models.CharField(max_length=120)
    cijfer = models.CharField("wat het cijfer zegt", max_length=400, blank=True)
    vraag = models.CharField(max_length=400)
    bron = models.CharField(max_length=120, blank=True, help_text="Leeg: iemand heeft dit punt zelf toegevoegd.")
    ingebracht_door = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="+")
    afspraak = models.TextField("wat is afgesproken", blank=True)

    class Meta:
        ordering = ["volgorde"]
        constraints = [models.UniqueConstraint(fields=["gesprek", "volgorde"], name="gesprekspunt_volgorde")]

    def __str__(self) -> str:
        return self.onderwerp


class Actie(Basis):
    """What somebody does after a talk, before a day. Both parties of the talk read it."""

    class Staat(models.TextChoices):
        """Whether it is done."""

        OPEN = "open", "Open"
        GEDAAN = "gedaan", "Gedaan"
        NIET = "niet", "Niet gedaan"

    gesprek = models.ForeignKey(Gesprek, models.CASCADE, related_name="acties")
    wat = models.CharField("wat", max_length=300)
    eigenaar = models.ForeignKey(Organisatie, models.PROTECT, related_name="gespreksacties")
    uiterlijk = models.DateField()
    staat = models.CharField(max_length=10, choices=Staat, default=Staat.OPEN)
    resultaat = models.TextField(blank=True)
    afgerond_op = models.DateField(null=True)

    class Meta:
        ordering = ["uiterlijk", "wat"]
        constraints = [
            models.CheckConstraint(
                condition=Q(staat="open", afgerond_op__isnull=True) | (~Q(staat="open") & Q(afgerond_op__isnull=False)),
                name="gespreksactie_afgerond",
            )
        ]

    def __str__(self) -> str:
        return self.wat

    @property
    def te_laat(self) -> bool:
        """True when it is open after its day."""
        return self.staat == self.Staat.OPEN and self.uiterlijk < vandaag()


class Stap(models.Model):
    """One line of the history of a talk; never changed. Its key counts up, so that the order is certain."""

    id = models.BigAutoField(primary_key=True)
    gesprek = models.ForeignKey(Gesprek, models.CASCADE, related_name="stappen")
    op = models.DateTimeField(default=nu)
    wat = models.CharField(max_length=80)
    tekst = models.TextField(blank=True)
    door = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.wat
