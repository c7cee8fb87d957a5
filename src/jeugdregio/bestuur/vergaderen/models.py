"""A meeting of a table, its agenda and papers, who was there, what was decided and who does what."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.bestuur.consent.models import Tafel, Voorstel, Zichtbaarheid
from jeugdregio.organisaties.models import Organisatie, Rol

# The way up: what comes to a table was at the one before it.
VOLGORDE = (Tafel.AMBTELIJK, Tafel.MANAGEMENT, Tafel.BESTUURLIJK)


class Vergadering(Basis):
    """One meeting of one table. `versie` counts the changes, so that two secretaries lose nothing."""

    class Staat(models.TextChoices):
        """Where the meeting stands."""

        VOORBEREIDING = "voorbereiding", "In voorbereiding"
        UITGENODIGD = "uitgenodigd", "Uitgenodigd"
        GEHOUDEN = "gehouden", "Gehouden"
        AFGELAST = "afgelast", "Afgelast"

    tafel = models.CharField(max_length=20, choices=Tafel)
    op = models.DateField()
    aanvang = models.TimeField()
    plaats = models.CharField(max_length=200)
    staat = models.CharField(max_length=14, choices=Staat, default=Staat.VOORBEREIDING)
    uitgenodigd_op = models.DateField(null=True)
    te_laat_reden = models.TextField(blank=True, help_text="Waarom de stukken later gingen dan afgesproken.")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-op", "-aanvang"]
        constraints = [models.UniqueConstraint(fields=["tafel", "op", "aanvang"], name="vergadering_een_tegelijk")]

    def __str__(self) -> str:
        return f"{self.get_tafel_display()} {self.op}"


class Agendapunt(Basis):
    """One item: what must be decided, and where it was before. `vorig` is the item at the table below."""

    class Doel(models.TextChoices):
        """What the table does with it."""

        INFORMATIE = "informatie", "Ter informatie"
        BESPREKING = "bespreking", "Ter bespreking"
        BESLUIT = "besluit", "Ter besluit"

    class Staat(models.TextChoices):
        """What happened to it."""

        GEPLAND = "gepland", "Op de agenda"
        BEHANDELD = "behandeld", "Behandeld"
        AANGEHOUDEN = "aangehouden", "Aangehouden"
        TERUG = "terug", "Teruggestuurd"

    vergadering = models.ForeignKey(Vergadering, models.PROTECT, related_name="punten")
    volgorde = models.PositiveSmallIntegerField()
    onderwerp = models.CharField(max_length=200)
    doel = models.CharField(max_length=12, choices=Doel)
    vraag = models.TextField(blank=True, help_text="Wat de tafel moet besluiten of bespreken.")
    inbrenger = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    voorstel = models.ForeignKey(Voorstel, models.PROTECT, null=True, blank=True, related_name="agendapunten")
    vorig = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="vervolg")
    spoed_reden = models.TextField(blank=True, help_text="Waarom een tafel is overgeslagen.")
    zichtbaarheid = models.CharField(max_length=20, choices=Zichtbaarheid, default=Zichtbaarheid.DELEGATIES)
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.GEPLAND)
    reden = models.TextField(blank=True)

    class Meta:
        ordering = ["volgorde"]
        constraints = [models.UniqueConstraint(fields=["vergadering", "volgorde"], name="agendapunt_volgorde")]

    def __str__(self) -> str:
        return self.onderwerp


class Stuk(Basis):
    """A version of a paper with an item. A version that was sent never changes: a better text is the next version."""

    punt = models.ForeignKey(Agendapunt, models.PROTECT, related_name="stukken")
    titel = models.CharField(max_length=200)
    versie = models.PositiveSmallIntegerField()
    tekst = models.TextField()
    zichtbaarheid = models.CharField(max_length=20, choices=Zichtbaarheid)
    verzonden_op = models.DateField(null=True)
    gemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["titel", "versie"]
        constraints = [models.UniqueConstraint(fields=["punt", "titel", "versie"], name="stuk_versie")]

    def __str__(self) -> str:
        return f"{self.titel}, versie {self.versie}"


class Aanwezigheid(Basis):
    """Who sat at the table for an organisation, or who replaced them."""

    class Soort(models.TextChoices):
        """How the organisation was there."""

        AANWEZIG = "aanwezig", "Aanwezig"
        VERVANGEN = "vervangen", "Vervangen"
        AFWEZIG = "afwezig", "Afwezig"

    vergadering = models.ForeignKey(Vergadering, models.CASCADE, related_name="aanwezigen")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=10, choices=Soort)
    naam = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["organisatie__naam"]
        constraints = [
            models.UniqueConstraint(fields=["vergadering", "organisatie"], name="aanwezigheid_een_per_organisatie"),
            models.CheckConstraint(condition=Q(soort="afwezig") | ~Q(naam=""), name="aanwezigheid_met_naam"),
        ]

    def __str__(self) -> str:
        return f"{self.organisatie}: {self.get_soort_display()}"


class Besluit(Basis):
    """What a table decided on an item, in words, with its legal nature. Never changed."""

    class Aard(models.TextChoices):
        """What the words bind."""

        OVERLEG = "overleg", "Afspraak in het overleg"
        COLLEGE = "college", "Collegebesluit nodig"
        RAAD = "raad", "Raadsbesluit nodig"
        MANDAAT = "mandaat", "Besluit onder mandaat"

    punt = models.OneToOneField(Agendapunt, models.PROTECT, related_name="besluit")
    tekst = models.TextField()
    aard = models.CharField(max_length=10, choices=Aard)
    zichtbaarheid = models.CharField(max_length=20, choices=Zichtbaarheid, default=Zichtbaarheid.OPENBAAR)
    genomen_op = models.DateField()

    class Meta:
        ordering = ["-genomen_op"]

    def __str__(self) -> str:
        return self.tekst[:80]


class Actie(Basis):
    """Who does what by when, from an item; it waits as a turn until it is done."""

    punt = models.ForeignKey(Agendapunt, models.PROTECT, related_name="acties")
    tekst = models.CharField(max_length=300)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="bestuursacties")
    rol = models.CharField(max_length=30, choices=Rol)
    uiterlijk = models.DateField()
    klaar_op = models.DateField(null=True)
    resultaat = models.TextField(blank=True)

    class Meta:
        ordering = ["uiterlijk"]

    def __str__(self) -> str:
        return self.tekst
