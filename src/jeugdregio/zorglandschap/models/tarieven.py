"""Tariffs with their build-up, and the indexations that made new ones."""

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.zorglandschap.models.contracten import Contract
from jeugdregio.zorglandschap.models.producten import Product

# The cost elements of Besluit Jeugdwet 2.3 lid 1 (Stb. 2024, 69), in the order of the article.
ELEMENTEN = ("beroepskracht_client", "beroepskracht_overig", "client_overig", "overhead", "indexering")


class Indexatie(Basis):
    """Prices raised (or lowered) from a day by a percentage. `basispunten`: 425 is 4.25 percent."""

    class Afronding(models.TextChoices):
        """How a new price becomes whole."""

        CENT = "cent", "op hele centen, halve centen omhoog"
        CENT_LAAG = "cent_laag", "op hele centen, naar beneden"
        STUIVER = "stuiver", "op vijf cent, het dichtst bij"

    ingangsdatum = models.DateField()
    basispunten = models.IntegerField()
    afronding = models.CharField(max_length=10, choices=Afronding)
    besluit = models.CharField(max_length=300)
    gemaakt_op = models.DateTimeField(default=nu)
    gemaakt_door = models.CharField(max_length=200)

    class Meta:
        ordering = ["-ingangsdatum"]
        constraints = [models.CheckConstraint(condition=~Q(basispunten=0), name="indexatie_niet_nul")]

    def __str__(self) -> str:
        return f"{self.basispunten / 100} procent vanaf {self.ingangsdatum}"


class Tarief(Gedateerd):
    """Price in cents per unit of a product under a contract, during a period.

    The build-up is there as a whole and adds up, or is unknown: then the price dates from before the build-up was
    recorded. Acts only make prices with a build-up. A trigger refuses two prices on one day (migration 0003).
    """

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="tarieven")
    product = models.ForeignKey(Product, models.PROTECT, related_name="tarieven")
    eenheid = models.CharField(max_length=2)
    centen = models.PositiveIntegerField()
    beroepskracht_client = models.PositiveIntegerField("beroepskrachten, tijd met cliënten", null=True, blank=True)
    beroepskracht_overig = models.PositiveIntegerField("beroepskrachten, andere tijd", null=True, blank=True)
    client_overig = models.PositiveIntegerField("andere kosten voor de cliënt", null=True, blank=True)
    overhead = models.PositiveIntegerField("overhead", null=True, blank=True)
    indexering = models.PositiveIntegerField("indexering", null=True, blank=True)
    toelichting = models.CharField(max_length=500, blank=True)
    indexatie = models.ForeignKey(Indexatie, models.PROTECT, null=True, blank=True, related_name="tarieven")

    class Meta:
        ordering = ["product__code", "van"]
        constraints = [
            einde_na_begin("tarief_einde_na_begin"),
            models.CheckConstraint(condition=models.Q(centen__gt=0), name="tarief_groter_dan_nul"),
            models.CheckConstraint(
                condition=Q(**{f"{naam}__isnull": True for naam in ELEMENTEN})
                | Q(
                    **{f"{naam}__isnull": False for naam in ELEMENTEN},
                    centen=F("beroepskracht_client") + F("beroepskracht_overig") + F("client_overig") + F("overhead")
                    + F("indexering"),
                ),
                name="tarief_opbouw_klopt",
            ),
            models.UniqueConstraint(fields=["contract", "product", "van"], name="tarief_een_per_dag"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.product.code}: {self.centen} cent"

    @property
    def opbouw(self) -> dict[str, int] | None:
        """The cost elements in cents by field name; None when the build-up is unknown."""
        if self.overhead is None:
            return None
        return {naam: getattr(self, naam) for naam in ELEMENTEN}


class Taakbedrag(Gedateerd):
    """A lump sum for a task under a contract: no unit, no price per child, no assignment per child.

    It is for one municipality, or for all that take part together. The amount is its build-up, element by element.
    """

    class Per(models.TextChoices):
        """For which stretch of time the amount is."""

        MAAND = "maand", "per maand"
        KWARTAAL = "kwartaal", "per kwartaal"
        JAAR = "jaar", "per jaar"

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="taakbedragen")
    product = models.ForeignKey(Product, models.PROTECT, related_name="taakbedragen")
    gemeente = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="+", help_text="Leeg: alle deelnemers samen."
    )
    per = models.CharField(max_length=10, choices=Per)
    centen = models.PositiveBigIntegerField()
    beroepskracht_client = models.PositiveBigIntegerField("beroepskrachten, tijd met cliënten")
    beroepskracht_overig = models.PositiveBigIntegerField("beroepskrachten, andere tijd")
    client_overig = models.PositiveBigIntegerField("andere kosten voor de cliënt")
    overhead = models.PositiveBigIntegerField("overhead")
    indexering = models.PositiveBigIntegerField("indexering")
    toelichting = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["product__code", "van"]
        constraints = [
            einde_na_begin("taakbedrag_einde_na_begin"),
            models.CheckConstraint(condition=Q(centen__gt=0), name="taakbedrag_groter_dan_nul"),
            models.CheckConstraint(
                condition=Q(
                    centen=F("beroepskracht_client") + F("beroepskracht_overig") + F("client_overig") + F("overhead")
                    + F("indexering")
                ),
                name="taakbedrag_opbouw_klopt",
            ),
            models.UniqueConstraint(fields=["contract", "product", "gemeente", "van"], name="taakbedrag_een_per_dag"),
            models.UniqueConstraint(
                fields=["contract", "product", "van"], condition=Q(gemeente__isnull=True), name="taakbedrag_een_samen"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.product.code}: {self.centen} cent {self.get_per_display()}"

    @property
    def opbouw(self) -> dict[str, int]:
        """The cost elements in cents by field name."""
        return {naam: getattr(self, naam) for naam in ELEMENTEN}
