"""What a council was promised or decided, its history, how it is settled, and regional work that settles several."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Gebruiker, Organisatie


class Raadsregel(Gedateerd):
    """What a council's own rules of order say about answering written questions."""

    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="raadsregels")
    antwoordtermijn_dagen = models.PositiveSmallIntegerField(default=30)
    rolt_door = models.BooleanField(
        default=False, help_text="Schuift een termijn die in het weekend of op een feestdag eindigt door?"
    )
    bron = models.CharField(max_length=200)

    class Meta:
        constraints = [einde_na_begin("raadsregel_einde_na_begin")]

    def __str__(self) -> str:
        return f"{self.gemeente}: {self.antwoordtermijn_dagen} dagen"


class RegionaleActie(Basis):
    """One piece of regional work that may settle items of several councils; each council judges its own."""

    class Staat(models.TextChoices):
        """How far the work is."""

        LOOPT = "loopt", "Loopt"
        KLAAR = "klaar", "Klaar"
        GEWEIGERD = "geweigerd", "Niet gedaan"

    titel = models.CharField(max_length=200)
    tekst = models.TextField(blank=True)
    eigenaar = models.ForeignKey(Organisatie, models.PROTECT, related_name="regionale_acties")
    uiterlijk = models.DateField()
    staat = models.CharField(max_length=10, choices=Staat, default=Staat.LOOPT)
    resultaat = models.TextField(blank=True, help_text="Wat er is gedaan, of waarom niet.")
    aangemaakt_op = models.DateTimeField(default=nu)
    afgerond_op = models.DateField(null=True)

    class Meta:
        ordering = ["uiterlijk", "titel"]

    def __str__(self) -> str:
        return self.titel


class Raadsstuk(Basis):
    """A promise to, motion of or written question from a council. `kern` holds the words as they were spoken."""

    class Soort(models.TextChoices):
        """What it is."""

        TOEZEGGING = "toezegging", "Toezegging"
        MOTIE = "motie", "Motie"
        RAADSVRAAG = "raadsvraag", "Schriftelijke vragen"

    class Vergadering(models.TextChoices):
        """Where it was said."""

        RAAD = "raad", "Raadsvergadering"
        COMMISSIE = "commissie", "Commissievergadering"
        BEELDVORMEND = "beeldvormend", "Beeldvormende bijeenkomst"
        SCHRIFTELIJK = "schriftelijk", "Schriftelijk"

    class Datumsoort(models.TextChoices):
        """What was said about when."""

        GENOEMD = "genoemd", "Er is een datum genoemd"
        ZONDER = "zonder", "Zonder datum"
        NIEUWS = "nieuws", "Zodra er nieuws is"

    class Staat(models.TextChoices):
        """Where it stands."""

        GEREGISTREERD = "geregistreerd", "Geregistreerd"
        IN_BEHANDELING = "in_behandeling", "In behandeling"
        VOORGESTELD = "voorgesteld", "Afdoening voorgesteld"
        AFGEDAAN = "afgedaan", "Afgedaan"
        INGETROKKEN = "ingetrokken", "Ingetrokken"
        VERVALLEN = "vervallen", "Vervallen"
        OVERGEDRAGEN = "overgedragen", "Overgedragen"

    nummer = models.CharField(max_length=20, unique=True)
    soort = models.CharField(max_length=12, choices=Soort)
    gemeente = models.ForeignKey(
        Organisatie, models.PROTECT, related_name="raadsstukken", help_text="De gemeente van deze raad."
    )
    vergadering = models.CharField(max_length=14, choices=Vergadering)
    vergadering_op = models.DateField()
    kern = models.TextField(help_text="De woorden zoals ze zijn gezegd of aangenomen.")
    indiener = models.CharField(max_length=200)
    portefeuillehouder = models.CharField(max_length=200)
    datumsoort = models.CharField(max_length=10, choices=Datumsoort)
    uiterlijk = models.DateField()
    zittingsperiode = models.CharField(max_length=9, help_text="2022-2026")
    openbaar = models.BooleanField(default=True)
    bron = models.CharField(max_length=300, blank=True)
    staat = models.CharField(max_length=14, choices=Staat, default=Staat.GEREGISTREERD)
    actie = models.ForeignKey(RegionaleActie, models.PROTECT, null=True, blank=True, related_name="raadsstukken")
    versie = models.PositiveIntegerField(default=1)
    aangemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["uiterlijk", "nummer"]
        indexes = [models.Index(fields=["gemeente", "staat", "uiterlijk"], name="raadsstuk_lijst")]
        constraints = [
            models.CheckConstraint(condition=Q(uiterlijk__gte=models.F("vergadering_op")), name="raadsstuk_termijn")
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def zonder_dag(self) -> str:
        """What was said instead of a day; empty when a day was named or the rules of order give it."""
        if self.soort == self.Soort.RAADSVRAAG or self.datumsoort == self.Datumsoort.GENOEMD:
            return ""
        return self.get_datumsoort_display().lower()


class Onderdeel(Basis):
    """One of several things that were promised at once; the item is done when all are answered."""

    stuk = models.ForeignKey(Raadsstuk, models.CASCADE, related_name="onderdelen")
    volgorde = models.PositiveSmallIntegerField()
    tekst = models.CharField(max_length=300)
    antwoord = models.TextField(blank=True)
    beantwoord_op = models.DateField(null=True)

    class Meta:
        ordering = ["volgorde"]
        constraints = [models.UniqueConstraint(fields=["stuk", "volgorde"], name="onderdeel_volgorde")]

    def __str__(self) -> str:
        return self.tekst


class Afdoening(Basis):
    """A proposal to settle an item: the document, its boxes, what was really done, and the council's judgement."""

    class Oordeel(models.TextChoices):
        """What the council or its registry said."""

        AFGEDAAN = "afgedaan", "Afgedaan"
        TERUG = "terug", "Terug"

    stuk = models.ForeignKey(Raadsstuk, models.CASCADE, related_name="afdoeningen")
    document = models.CharField(max_length=200)
    verzonden_op = models.DateField()
    vakken = models.JSONField(default=list, help_text="De aangekruiste vakken van het voorblad.")
    gedaan = models.TextField()
    voorgesteld_op = models.DateTimeField(default=nu)
    oordeel = models.CharField(max_length=10, choices=Oordeel, blank=True)
    oordeel_reden = models.TextField(blank=True)
    beoordeeld_op = models.DateField(null=True)

    class Meta:
        ordering = ["-voorgesteld_op"]

    def __str__(self) -> str:
        return self.document


class Stap(models.Model):
    """One line of the history of an item; never changed. Its key counts up, so that the order is certain."""

    id = models.BigAutoField(primary_key=True)
    stuk = models.ForeignKey(Raadsstuk, models.CASCADE, related_name="stappen")
    op = models.DateTimeField(default=nu)
    wat = models.CharField(max_length=60)
    tekst = models.TextField(blank=True)
    nieuwe_datum = models.DateField(null=True)
    door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    namens = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.wat
