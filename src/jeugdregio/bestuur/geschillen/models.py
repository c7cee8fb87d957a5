"""A dispute about the arrangement: its road, its experts, its advice, and what each college does with it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.bestuur.consent.models import Zichtbaarheid
from jeugdregio.bestuur.mandaten.models import Betwisting
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Regio


class Staat(models.TextChoices):
    """Where a dispute stands; the road of article 15 is in `weg.py`."""

    SIGNAAL = "signaal", "Signaal"
    GEMELD = "gemeld", "Gemeld"
    BESPREKING = "bespreking", "Bespreking door de colleges"
    OVEREENSTEMMING = "overeenstemming", "Overeenstemming"
    GEEN_OVEREENSTEMMING = "geen_overeenstemming", "Geen overeenstemming: deskundigen aanwijzen"
    COMPLEET = "deskundigen_compleet", "Deskundigen compleet"
    OPDRACHT = "opdracht", "Opdracht"
    ONDERZOEK = "onderzoek", "Onderzoek"
    ADVIES = "advies", "Advies"
    REACTIE = "bestuurlijke_reactie", "Bestuurlijke reactie"
    RADEN = "raden_geinformeerd", "Raden informeren"
    OPVOLGING = "opvolging", "Opvolging"
    GESLOTEN = "gesloten", "Gesloten"
    HEROPEND = "heropend", "Heropend"


class Expertise(models.TextChoices):
    """The expertises a committee must cover together, as asked for in the advice of 2025."""

    VELD = "veld", "Actuele kennis van de jeugdzorg"
    TRANSFORMATIE = "transformatie", "Transformatie van de jeugdzorg"
    RECHT = "recht", "Recht, waaronder de Jeugdwet"
    INTERGEMEENTELIJK = "intergemeentelijk", "Samenwerking tussen gemeenten"
    POLITIEK = "politiek", "Politiek-bestuurlijke ervaring"


class Geschil(Basis):
    """A dispute: about which clause, between whom, what was tried, what is wanted."""

    class Soort(models.TextChoices):
        """What it is really about."""

        VISIE = "visie", "Visie"
        ROL = "rol", "Rol"
        MANDAAT = "mandaat", "Mandaat"
        GELD = "geld", "Geld"
        UITVOERING = "uitvoering", "Uitvoering"
        BEJEGENING = "bejegening", "Bejegening"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="geschillen")
    titel = models.CharField(max_length=200)
    onderwerp = models.TextField()
    bepaling = models.CharField(max_length=200)
    gemeenten = models.ManyToManyField(Organisatie, related_name="geschillen")
    geprobeerd = models.TextField()
    gewenst = models.TextField()
    soort = models.CharField(max_length=12, choices=Soort, blank=True)
    melder = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    zichtbaarheid = models.CharField(max_length=15, choices=Zichtbaarheid, default=Zichtbaarheid.DELEGATIES)
    staat = models.CharField(max_length=22, choices=Staat, default=Staat.SIGNAAL)
    aangekondigd_op = models.DateField(null=True, help_text="De dag waarop de raden hoorden dat de regeling begint.")
    gestart_op = models.DateField(null=True)
    verwacht_op = models.DateField(null=True, help_text="De dag waarop het advies er uiterlijk zou zijn.")
    advies_op = models.DateField(null=True)
    advies = models.TextField(blank=True)
    uitloop_reden = models.TextField(blank=True)
    regeling = models.TextField(blank=True, help_text="Wat de colleges met elkaar afspraken.")
    art28_op = models.DateField(null=True)
    art28_tekst = models.CharField(max_length=300, blank=True)
    betwistingen = models.ManyToManyField(Betwisting, related_name="geschillen", blank=True)
    versie = models.PositiveIntegerField(default=1)
    aangemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-aangemaakt_op", "titel"]

    def __str__(self) -> str:
        return self.titel


class Stap(models.Model):
    """A line of the history of a dispute; never changed. Its key counts up, so that the order is certain."""

    id = models.BigAutoField(primary_key=True)
    dossier = models.ForeignKey(Geschil, models.CASCADE, related_name="stappen")
    op = models.DateTimeField(default=nu)
    wat = models.CharField(max_length=160)
    toelichting = models.TextField(blank=True)
    door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    namens = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.wat


class Inbreng(Basis):
    """What one college says in the meeting that must come before any expert is asked."""

    dossier = models.ForeignKey(Geschil, models.CASCADE, related_name="inbreng")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    tekst = models.TextField()
    op = models.DateField()

    class Meta:
        ordering = ["gemeente__naam"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["dossier", "gemeente"], name="inbreng_per_college")]

    def __str__(self) -> str:
        return f"College van {self.gemeente}"


class Deskundige(Basis):
    """An expert: appointed by a participant or, by a deviation all agreed to, by them together."""

    dossier = models.ForeignKey(Geschil, models.CASCADE, related_name="deskundigen")
    naam = models.CharField(max_length=200)
    aangewezen_door = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    expertises = models.JSONField(default=list)
    onafhankelijk_op = models.DateField(null=True, help_text="De dag van de verklaring van onafhankelijkheid.")
    alleen_voorzitter = models.BooleanField(default=False)
    voorzitter = models.BooleanField(default=False)

    class Meta:
        ordering = ["naam"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(voorzitter=True), name="deskundige_een_voorzitter"
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.naam

    @property
    def expertise_namen(self) -> list[str]:
        """The expertises in words."""
        return [Expertise(code).label for code in self.expertises]


class Afwijking(Basis):
    """The participants do something else than the clause says; it holds when every one of them agreed."""

    class Soort(models.TextChoices):
        """What they do otherwise."""

        AANTAL = "aantal", "Minder deskundigen dan deelnemers"
        VOORZITTER = "voorzitter", "Voorzitter uit hun eigen midden"

    dossier = models.ForeignKey(Geschil, models.CASCADE, related_name="afwijkingen")
    soort = models.CharField(max_length=12, choices=Soort)
    reden = models.TextField()
    akkoord = models.ManyToManyField(Organisatie, related_name="+")

    class Meta:
        ordering = ["soort"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["dossier", "soort"], name="afwijking_een_per_soort")]

    def __str__(self) -> str:
        return self.get_soort_display()


class Opdracht(Basis):
    """What the participants together ask of the committee. The advice binds nobody."""

    dossier = models.OneToOneField(Geschil, models.CASCADE, related_name="opdracht")
    vraag = models.TextField()
    afbakening = models.TextField()
    planning = models.TextField()
    budget_centen = models.PositiveBigIntegerField(null=True, blank=True)
    privacy = models.TextField()
    toegang = models.TextField("toegang tot dossiers")
    notities = models.CharField("wat er met notities gebeurt", max_length=300)

    def __str__(self) -> str:
        return f"Opdracht bij {self.dossier}"


class Dossierstuk(Basis):
    """A paper given to the committee: its group, title and who may read it. The paper itself stands elsewhere."""

    dossier = models.ForeignKey(Geschil, models.CASCADE, related_name="stukken")
    groep = models.CharField(max_length=120)
    titel = models.CharField(max_length=200)
    datum = models.DateField(null=True, blank=True)
    afzender = models.CharField(max_length=120, blank=True)
    zichtbaarheid = models.CharField(max_length=15, choices=Zichtbaarheid, default=Zichtbaarheid.VERTROUWELIJK)

    class Meta:
        ordering = ["groep", "titel"]

    def __str__(self) -> str:
        return self.titel


class Gesprek(Basis):
    """A talk of the committee: when, with what role. Nothing of what was said is ever kept here."""

    dossier = models.ForeignKey(Geschil, models.CASCADE, related_name="gesprekken")
    op = models.DateField()
    functie = models.CharField(max_length=200)
    personen = models.PositiveSmallIntegerField(default=1)
    erbij = models.CharField(max_length=200, blank=True)
    rol_van = models.DateField(null=True, blank=True)
    rol_tot = models.DateField(null=True, blank=True)
    herhaling = models.BooleanField(default=False, help_text="Met deze mensen is eerder gesproken.")

    class Meta:
        ordering = ["op", "functie"]

    def __str__(self) -> str:
        return self.functie

    @property
    def buiten_rol(self) -> bool:
        """True when the talk was on a day on which the person did not have this role."""
        te_vroeg = self.rol_van is not None and self.op < self.rol_van
        te_laat = self.rol_tot is not None and self.op > self.rol_tot
        return te_vroeg or te_laat


class Aanbeveling(Basis):
    """A recommendation of the committee; nobody is bound by it."""

    dossier = models.ForeignKey(Geschil, models.CASCADE, related_name="aanbevelingen")
    nummer = models.PositiveSmallIntegerField()
    tekst = models.CharField(max_length=500)

    class Meta:
        ordering = ["nummer"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["dossier", "nummer"], name="aanbeveling_nummer")]

    def __str__(self) -> str:
        return f"{self.nummer}. {self.tekst}"


class Reactie(Basis):
    """What one college does with one recommendation: yes, in part or no, why, who carries it, until when."""

    class Keuze(models.TextChoices):
        """What the college chose."""

        OVERNEMEN = "overnemen", "Overnemen"
        DEELS = "deels", "Deels overnemen"
        NIET = "niet", "Niet overnemen"

    class Stand(models.TextChoices):
        """How far it is."""

        LOOPT = "loopt", "Loopt"
        GEDAAN = "gedaan", "Gedaan"
        NVT = "nvt", "Niet overgenomen"

    aanbeveling = models.ForeignKey(Aanbeveling, models.CASCADE, related_name="reacties")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    keuze = models.CharField(max_length=12, choices=Keuze)
    reden = models.TextField()
    eigenaar = models.CharField(max_length=200, blank=True)
    uiterlijk = models.DateField(null=True, blank=True)
    stand = models.CharField(max_length=8, choices=Stand, default=Stand.LOOPT)
    op = models.DateField()

    class Meta:
        ordering = ["aanbeveling__nummer", "gemeente__naam"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["aanbeveling", "gemeente"], name="reactie_een_per_college"),
            models.CheckConstraint(
                condition=Q(keuze="niet") | (~Q(eigenaar="") & Q(uiterlijk__isnull=False)),
                name="reactie_overgenomen_heeft_eigenaar",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gemeente}: {self.get_keuze_display()}"


class Voortgang(Basis):
    """What was done for a recommendation, with where that can be seen."""

    reactie = models.ForeignKey(Reactie, models.CASCADE, related_name="voortgang")
    op = models.DateField()
    tekst = models.TextField()
    bewijs = models.CharField(max_length=300)

    class Meta:
        ordering = ["op", "id"]

    def __str__(self) -> str:
        return f"{self.op}: {self.tekst[:60]}"


class Raadsbericht(Basis):
    """The letter with the report to one council, and which of its open items it answers."""

    dossier = models.ForeignKey(Geschil, models.CASCADE, related_name="raadsberichten")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    document = models.CharField(max_length=200)
    verzonden_op = models.DateField()
    stukken = models.ManyToManyField(Raadsstuk, related_name="+", blank=True)
    ronde = models.PositiveSmallIntegerField(default=0, help_text="Hoe vaak het geschil toen was heropend.")

    class Meta:
        ordering = ["ronde", "gemeente__naam"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "gemeente", "ronde"], name="raadsbericht_per_raad")
        ]

    def __str__(self) -> str:
        return self.document
