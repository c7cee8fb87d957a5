"""The catalogue: products of the standard with their dated description, and ways of working without a product."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin


class Niveau(models.TextChoices):
    """At what level help is bought (list in the council proposal on the regional vision)."""

    LOKAAL = "lokaal", "Lokaal"
    REGIONAAL = "regionaal", "Regionaal"
    BOVENREGIONAAL = "bovenregionaal", "Bovenregionaal"


class Variant(models.TextChoices):
    """How help is paid for (variants of iJw)."""

    INSPANNING = "inspanning", "Inspanningsgericht"
    OUTPUT = "output", "Outputgericht"
    TAAK = "taak", "Taakgericht"


class Product(Basis):
    """A product of the regional catalogue. `categorie` and `code` are those of the iJw standard.

    What never changes under one code stands here: another unit is another product. The rest is a Productversie.
    """

    categorie = models.CharField(max_length=2)
    code = models.CharField(max_length=5, unique=True)
    naam = models.CharField(max_length=200)
    eenheid = models.CharField(max_length=2, help_text="Code van de eenheid (WJ756).")
    verblijf = models.BooleanField(default=False)
    omschrijving = models.TextField(blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.naam}"


class Productversie(Gedateerd):
    """What a product is during a period: level, variant, for whom and for whom not, and what decided that."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="versies")
    nummer = models.PositiveSmallIntegerField()
    niveau = models.CharField(max_length=20, choices=Niveau)
    variant = models.CharField(max_length=20, choices=Variant)
    wat = models.TextField("wat is het")
    voor_wie = models.TextField("voor wie")
    niet_voor = models.TextField("wanneer niet", blank=True)
    grondslag = models.CharField("besluit of document", max_length=300)
    gemaakt_op = models.DateTimeField(default=nu)
    gemaakt_door = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-van"]
        constraints = [
            einde_na_begin("productversie_einde_na_begin"),
            models.UniqueConstraint(fields=["product", "nummer"], name="productversie_nummer"),
            models.UniqueConstraint(fields=["product", "van"], name="productversie_een_per_dag"),
            models.UniqueConstraint(
                fields=["product"], condition=Q(tot__isnull=True), name="productversie_een_open",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.product.code} versie {self.nummer}"


class Taakveldindeling(Gedateerd):
    """On which Iv3 task field the cost of a product is booked during a period."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="taakvelden")
    taakveld = models.CharField(max_length=10)
    bron = models.CharField(max_length=300)

    class Meta:
        ordering = ["-van"]
        constraints = [
            einde_na_begin("taakveld_einde_na_begin"),
            models.UniqueConstraint(fields=["product", "van"], name="taakveld_een_per_dag"),
            models.UniqueConstraint(fields=["product"], condition=Q(tot__isnull=True), name="taakveld_een_open"),
        ]

    def __str__(self) -> str:
        return f"{self.product.code}: {self.taakveld}"


class Werkwijze(Gedateerd):
    """A way of working without product code, price or assignment: nobody can assign or declare it."""

    naam = models.CharField(max_length=200, unique=True)
    niveau = models.CharField(max_length=20, choices=Niveau)
    wat = models.TextField("wat is het")
    voor_wie = models.TextField("voor wie")
    niet_voor = models.TextField("wanneer niet", blank=True)
    regie = models.CharField("wie houdt de regie", max_length=200)
    grondslag = models.CharField("besluit of document", max_length=300)

    class Meta:
        ordering = ["naam"]
        constraints = [einde_na_begin("werkwijze_einde_na_begin")]

    def __str__(self) -> str:
        return self.naam
