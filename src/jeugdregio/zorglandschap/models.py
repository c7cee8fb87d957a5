"""Products, contracts and tariffs: what can be bought from whom, for which municipality, at what price."""

from django.db import models

from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Organisatie


class Product(Basis):
    """A product of the regional catalogue. `categorie` and `code` are those of the iJw standard."""

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


class Contract(Gedateerd):
    """An agreement with a provider, for the municipalities that take part, during a period."""

    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, related_name="contracten")
    nummer = models.CharField(max_length=40, unique=True)
    perceel = models.CharField(max_length=200)
    gemeenten = models.ManyToManyField(Organisatie, related_name="gemeentecontracten")

    class Meta:
        ordering = ["nummer"]
        constraints = [einde_na_begin("contract_einde_na_begin")]

    def __str__(self) -> str:
        return f"{self.nummer} {self.aanbieder}"


class Tarief(Gedateerd):
    """Price in cents per unit of a product under a contract, during a period."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="tarieven")
    product = models.ForeignKey(Product, models.PROTECT, related_name="tarieven")
    eenheid = models.CharField(max_length=2)
    centen = models.PositiveIntegerField()

    class Meta:
        ordering = ["product__code", "van"]
        constraints = [
            einde_na_begin("tarief_einde_na_begin"),
            models.CheckConstraint(condition=models.Q(centen__gt=0), name="tarief_groter_dan_nul"),
        ]

    def __str__(self) -> str:
        return f"{self.product.code}: {self.centen} cent"
