"""What follows a round: ratification per college and council, escalation, and the review with its figures."""

from django.db import models

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.bestuur.consent.models.voorstel import Versie, Voorstel
from jeugdregio.organisaties.models import Organisatie


class Bekrachtiging(Basis):
    """One college or council that must still decide on exactly this text."""

    class Orgaan(models.TextChoices):
        """Who decides at a municipality."""

        COLLEGE = "college", "College"
        RAAD = "raad", "Raad"

    class Staat(models.TextChoices):
        """Whether it did."""

        OPEN = "open", "Nog te besluiten"
        BEKRACHTIGD = "bekrachtigd", "Bekrachtigd"
        GEWEIGERD = "geweigerd", "Niet bekrachtigd"
        VERVALLEN = "vervallen", "Vervallen door een nieuwe versie"

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="bekrachtigingen")
    versie = models.ForeignKey(Versie, models.PROTECT, related_name="bekrachtigingen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    orgaan = models.CharField(max_length=10, choices=Orgaan)
    uiterlijk = models.DateField()
    staat = models.CharField(max_length=20, choices=Staat, default=Staat.OPEN)
    hash = models.CharField(max_length=64, blank=True, help_text="De tekst waarover is besloten.")
    kenmerk = models.CharField(max_length=100, blank=True)
    besloten_op = models.DateField(null=True, blank=True)
    reden = models.TextField(blank=True)
    door = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["gemeente__naam", "orgaan"]
        constraints = [
            models.UniqueConstraint(fields=["versie", "gemeente", "orgaan"], name="bekrachtiging_een_per_orgaan")
        ]

    def __str__(self) -> str:
        return f"{self.get_orgaan_display()} {self.gemeente}"


class Escalatie(Basis):
    """A summary both sides find fair, the good-faith check, and the road chosen after it."""

    class Vervolg(models.TextChoices):
        """Where it goes from here."""

        SESSIE = "sessie", "Een extra begeleide sessie"
        MEERKRING = "meerkring", "Een meerkring van de colleges"
        ARTIKEL_15 = "artikel_15", "De geschillenregeling (artikel 15)"

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="escalaties")
    samenvatting = models.TextField()
    door = models.CharField(max_length=200)
    voorgesteld_op = models.DateTimeField(default=nu)
    eerlijk_indiener_op = models.DateTimeField(null=True, blank=True)
    eerlijk_inbrenger_op = models.DateTimeField(null=True, blank=True)
    goede_trouw = models.TextField(blank=True, help_text="Wat de begeleider vond van de inzet van beide kanten.")
    goede_trouw_op = models.DateTimeField(null=True, blank=True)
    vervolg = models.CharField(max_length=20, choices=Vervolg, blank=True)
    verslag = models.TextField(blank=True)
    afgerond_op = models.DateTimeField(null=True, blank=True)
    wegens_verval = models.BooleanField(default=False)

    class Meta:
        ordering = ["voorgesteld_op"]

    def __str__(self) -> str:
        return f"escalatie van {self.voorstel}"

    @property
    def compleet(self) -> bool:
        """Tell whether both sides find the summary fair and the good faith of both was looked at."""
        return bool(self.eerlijk_indiener_op and self.eerlijk_inbrenger_op and self.goede_trouw_op)


class Evaluatie(Basis):
    """A review: why it opened, the figures of that day, and what the delegates learned and decided."""

    class Uitkomst(models.TextChoices):
        """What the delegates decide by consent."""

        DOOR = "van_kracht", "Zo doorgaan"
        BIJSTELLEN = "bijstelling", "Bijstellen"
        STOPPEN = "beeindigd", "Beëindigen"

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="evaluaties")
    nummer = models.PositiveIntegerField()
    geopend_op = models.DateTimeField(default=nu)
    nieuwe_feiten = models.TextField(blank=True)
    geroepen_door = models.CharField(max_length=200, blank=True)
    werkte = models.TextField(blank=True)
    werkte_niet = models.TextField(blank=True)
    geleerd = models.TextField(blank=True)
    verandert = models.TextField(blank=True)
    uitkomst = models.CharField(max_length=20, choices=Uitkomst, blank=True)
    nieuwe_datum = models.DateField(null=True, blank=True)
    gesloten_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["nummer"]
        constraints = [models.UniqueConstraint(fields=["voorstel", "nummer"], name="evaluatie_nummer")]

    def __str__(self) -> str:
        return f"evaluatie {self.nummer} van {self.voorstel}"


class Meting(Basis):
    """A figure as it stood on a day: at the start of what was decided, and at each review."""

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="metingen")
    evaluatie = models.ForeignKey(Evaluatie, models.PROTECT, null=True, blank=True, related_name="metingen")
    cijfer = models.CharField(max_length=60)
    naam = models.CharField(max_length=200)
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    tekst = models.CharField(max_length=200)
    peildatum = models.DateField()
    bron = models.CharField(max_length=300)

    class Meta:
        ordering = ["cijfer", "gemeente__naam"]

    def __str__(self) -> str:
        return f"{self.naam}: {self.tekst} op {self.peildatum}"
