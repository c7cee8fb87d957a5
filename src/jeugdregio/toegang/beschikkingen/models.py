"""The decision on help for a child (beschikking): its lines, its tests, its letter, and what followed from it.

Triggers (migration 0002) refuse any change in what was announced: a change or a withdrawal is a new decision.
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.fouten import Conflict
from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.basis.velden import VersleuteldeBytes
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Gezagsdrager, Kind, Toewijzing
from jeugdregio.zorglandschap.models import Product


class Soort(models.TextChoices):
    """What is decided."""

    NATURA = "natura", "Toekenning: hulp van een aanbieder"
    PGB = "pgb", "Toekenning: persoonsgebonden budget"
    GEDEELTELIJK = "gedeeltelijk", "Gedeeltelijke toekenning"
    WEIGERING = "weigering", "Weigering"
    WIJZIGING = "wijziging", "Wijziging"
    INTREKKING = "intrekking", "Intrekking"
    VOORTZETTING = "voortzetting", "Voortzetting"


class Staat(models.TextChoices):
    """How far a decision is. Only an announced one (sent) has effect (Awb 3:40)."""

    CONCEPT = "concept", "Concept"
    TWEEDE_BLIK = "tweede_blik", "Wacht op een tweede blik"
    TE_TEKENEN = "te_tekenen", "Klaar om te tekenen"
    GETEKEND = "getekend", "Getekend, nog niet verzonden"
    VERZONDEN = "verzonden", "Verzonden"
    VERVALLEN = "vervallen", "Vervallen concept"


class Weigergrond(models.TextChoices):
    """On what a refusal rests. A lack of money is not among them (Jeugdwet 2.3 lid 1)."""

    EIGEN_KRACHT = "eigen_kracht", "Het gezin kan het zelf, met de mensen om zich heen (Jeugdwet 2.3 lid 1)"
    ANDERE_HULP = "andere_hulp", "Andere hulp past beter, of hulp is niet nodig (Jeugdwet 2.3 lid 1)"
    WOONPLAATS = "woonplaats", "Een andere gemeente is verantwoordelijk (Jeugdwet 1.1)"
    ANDERE_WET = "andere_wet", "Er is recht op hulp uit een andere wet (Jeugdwet 1.2)"
    PGB = "pgb", "Het gevraagde budget voldoet niet aan de eisen (Jeugdwet 8.1.1)"


class Beschikking(Basis):
    """One decision. `vervangt` names the decision it changes, withdraws or continues.

    `inhoud` is all that the letter says, fixed when it is signed, and `vingerafdruk` its hash. The objection term
    counts from the day after `verzonden_op`, whatever `besloten_op` says.
    """

    kenmerk = models.CharField(max_length=20, unique=True)
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="beschikkingen")
    hulpvraag = models.ForeignKey(Hulpvraag, models.PROTECT, related_name="beschikkingen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="beschikkingen")
    soort = models.CharField(max_length=12, choices=Soort)
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.CONCEPT)
    vervangt = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="vervangen_door")

    gevraagd = models.TextField(blank=True, help_text="Wat het gezin vroeg.")
    behoeften = models.TextField(blank=True, help_text="Jeugdwet 2.3 lid 4 onder a.")
    geloof_cultuur = models.TextField(blank=True, help_text="Jeugdwet 2.3 lid 4 onder b.")
    keuze = models.TextField(blank=True, help_text="Jeugdwet 2.3 lid 5.")
    motivering = models.TextField(blank=True, help_text="Awb 3:46.")
    voorschrift = models.CharField(max_length=200, blank=True, help_text="Awb 3:47 lid 2.")
    weigergrond = models.CharField(max_length=14, choices=Weigergrond, blank=True)
    afwijkende_gegevens = models.BooleanField(default=False, help_text="Awb 4:7.")
    zienswijze_op = models.DateField(null=True, blank=True)
    zienswijze = models.TextField(blank=True)
    pleeggezin_reden = models.TextField(blank=True, help_text="Jeugdwet 2.3 lid 6.")
    contact_naam = models.CharField(max_length=200, blank=True)
    contact_telefoon = models.CharField(max_length=30, blank=True)

    opgesteld_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    aangemaakt_op = models.DateTimeField(default=nu)
    tweede_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")
    tweede_op = models.DateTimeField(null=True, blank=True)
    namens = models.CharField(max_length=300, blank=True, help_text="Awb 10:10.")
    besloten_op = models.DateField(null=True, blank=True)
    ondertekend_door = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="getekende_beschikkingen"
    )
    ondertekend_op = models.DateTimeField(null=True, blank=True)
    inhoud = models.JSONField(default=dict, blank=True)
    vingerafdruk = models.CharField(max_length=64, blank=True)
    verzonden_op = models.DateField(null=True, blank=True)
    bezwaar_tot = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-aangemaakt_op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(staat__in=["getekend", "verzonden"], ondertekend_door__isnull=False,
                            besloten_op__isnull=False, inhoud__isnull=False)
                & ~Q(vingerafdruk="") & ~Q(namens="") & ~Q(motivering="")
                | ~Q(staat__in=["getekend", "verzonden"]) & Q(ondertekend_door__isnull=True, besloten_op__isnull=True),
                name="beschikking_getekend_is_compleet",
            ),
            models.CheckConstraint(
                condition=Q(staat="verzonden", verzonden_op__isnull=False, bezwaar_tot__isnull=False)
                | ~Q(staat="verzonden") & Q(verzonden_op__isnull=True, bezwaar_tot__isnull=True),
                name="beschikking_verzonden_met_dag",
            ),
            models.CheckConstraint(
                condition=Q(verzonden_op__isnull=True) | Q(verzonden_op__gte=F("besloten_op")),
                name="beschikking_verzonden_na_besluit",
            ),
            models.CheckConstraint(
                condition=Q(tweede_door__isnull=True) | ~Q(tweede_door=F("opgesteld_door")),
                name="beschikking_tweede_is_een_ander",
            ),
            models.CheckConstraint(
                condition=~Q(soort__in=["wijziging", "intrekking"]) | Q(vervangt__isnull=False),
                name="beschikking_wijziging_vervangt",
            ),
            models.UniqueConstraint(
                fields=["vervangt"], condition=~Q(staat="vervallen"), name="beschikking_een_keer_vervangen"
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["gemeente", "staat"], name="beschikking_gemeente_staat"),
            models.Index(fields=["kind"], name="beschikking_kind"),
        ]

    def __str__(self) -> str:
        return self.kenmerk

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the row. Raises Conflict when the stored row was announced; the database refuses it as well."""
        if not self._state.adding and Beschikking.objects.filter(pk=self.pk, verzonden_op__isnull=False).exists():
            raise Conflict("Dit besluit is verzonden en verandert niet meer. Neem een nieuw besluit.")
        super().save(*args, **kwargs)

    def bezwaar_loopt(self, datum: date) -> bool:
        """Tell whether objection is open on a day."""
        return self.bezwaar_tot is not None and datum <= self.bezwaar_tot


class Vorm(models.TextChoices):
    """How help is given."""

    NATURA = "natura", "Hulp van een aanbieder"
    PGB = "pgb", "Persoonsgebonden budget"


class Regel(Basis):
    """One kind of help in a decision: granted or refused, how much, how long, in kind or as budget.

    `over` is the running assignment that a change, withdrawal or continuation is about. In kind, the provider stands in
    `aanbiederkeuze`; without it the family still chooses.
    """

    beschikking = models.ForeignKey(Beschikking, models.CASCADE, related_name="regels")
    volgorde = models.PositiveSmallIntegerField(default=1)
    product = models.ForeignKey(Product, models.PROTECT, related_name="+")
    toegekend = models.BooleanField(default=True)
    vorm = models.CharField(max_length=6, choices=Vorm, default=Vorm.NATURA)
    volume = models.PositiveIntegerField(null=True, blank=True)
    eenheid = models.CharField(max_length=2, blank=True, help_text="WJ756")
    frequentie = models.CharField(max_length=1, blank=True, help_text="WMO757")
    ingangsdatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)
    tarief_centen = models.PositiveIntegerField(null=True, blank=True, help_text="eurocent per eenheid")
    pgb_centen = models.PositiveBigIntegerField(null=True, blank=True, help_text="eurocent, hele periode")
    over = models.ForeignKey(Toewijzing, models.PROTECT, null=True, blank=True, related_name="besluitregels")
    reden = models.TextField(blank=True, help_text="Waarom deze hulp niet of anders wordt gegeven.")

    class Meta:
        ordering = ["volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["beschikking", "volgorde"], name="besluitregel_volgorde"),
            models.CheckConstraint(
                condition=Q(einddatum__isnull=True) | Q(einddatum__gte=F("ingangsdatum")),
                name="besluitregel_einde_na_begin",
            ),
            models.CheckConstraint(
                condition=Q(vorm="pgb", pgb_centen__gt=0) | Q(vorm="natura", pgb_centen__isnull=True)
                | Q(toegekend=False),
                name="besluitregel_pgb_met_bedrag",
            ),
            models.CheckConstraint(
                condition=Q(volume__isnull=True) | Q(volume__gt=0), name="besluitregel_volume_groter_dan_nul"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.beschikking}, regel {self.volgorde}"


class Aanbiederkeuze(Basis):
    """Which provider gives the help of a line, and why: what was known of it then, and what the family preferred."""

    regel = models.OneToOneField(Regel, models.CASCADE, related_name="aanbiederkeuze")
    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    reden = models.TextField()
    voorkeur = models.TextField(blank=True, help_text="Wat het gezin het liefst wilde, in eigen woorden.")
    zonder_contract_reden = models.TextField(blank=True)
    gegevens = models.JSONField(default=dict, help_text="Contract, afstand, wachttijd, en hoeveel opties er waren.")
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=nu)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reden=""), name="aanbiederkeuze_met_reden")]

    def __str__(self) -> str:
        return f"{self.aanbieder} voor {self.regel}"


class PgbToets(Basis):
    """The three tests of Jeugdwet 8.1.1 lid 2, each with its reasons; None is not yet judged."""

    beschikking = models.OneToOneField(Beschikking, models.CASCADE, related_name="pgb_toets")
    kan_het_aan = models.BooleanField(null=True)
    kan_uitleg = models.TextField(blank=True)
    past_niet = models.BooleanField(null=True, help_text="Het gezin legde uit waarom hulp van een aanbieder niet past.")
    past_uitleg = models.TextField(blank=True)
    kwaliteit = models.BooleanField(null=True)
    kwaliteit_uitleg = models.TextField(blank=True)
    natura_centen = models.PositiveBigIntegerField(null=True, blank=True, help_text="Wat dezelfde hulp in natura kost.")
    gevraagd_centen = models.PositiveBigIntegerField(null=True, blank=True, help_text="Wat het gezin vroeg.")

    def __str__(self) -> str:
        return f"pgb-toetsen van {self.beschikking}"


class Opmerking(Basis):
    """What the second reader wrote when a draft went back."""

    beschikking = models.ForeignKey(Beschikking, models.CASCADE, related_name="opmerkingen")
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    tekst = models.TextField()
    op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-op"]

    def __str__(self) -> str:
        return f"opmerking bij {self.beschikking}"


class Besluitbrief(Basis):
    """The letter as it was sent: its bytes, encrypted, and their SHA-256. Never changed."""

    beschikking = models.OneToOneField(Beschikking, models.PROTECT, related_name="brief")
    pdf = VersleuteldeBytes()
    sha256 = models.CharField(max_length=64)
    gemaakt_op = models.DateTimeField(default=nu)

    def __str__(self) -> str:
        return f"brief van {self.beschikking}"


class Verzending(Basis):
    """To whom a decision went, and how. `gezagsdrager` empty: to the child itself."""

    class Wijze(models.TextChoices):
        """How it reached the family (Awb 3:41)."""

        PAGINA = "pagina", "Op de eigen pagina"
        POST = "post", "Per post"
        UITGEREIKT = "uitgereikt", "Uitgereikt in een gesprek"

    beschikking = models.ForeignKey(Beschikking, models.PROTECT, related_name="verzendingen")
    gezagsdrager = models.ForeignKey(Gezagsdrager, models.PROTECT, null=True, blank=True, related_name="+")
    naam = models.CharField(max_length=200)
    wijze = models.CharField(max_length=10, choices=Wijze)
    op = models.DateField()
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(fields=["beschikking", "gezagsdrager"], name="verzending_een_per_ontvanger"),
            models.UniqueConstraint(
                fields=["beschikking"], condition=Q(gezagsdrager__isnull=True), name="verzending_een_aan_het_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.beschikking} {self.get_wijze_display().lower()}"


class Uitvoering(Basis):
    """What followed from a line: the assignment that was made or changed, or the budget that was passed on."""

    class Wijze(models.TextChoices):
        """What was done."""

        TOEGEWEZEN = "toegewezen", "Toegewezen"
        GEWIJZIGD = "gewijzigd", "Toewijzing gewijzigd"
        PGB = "pgb", "Budget doorgegeven aan de Sociale Verzekeringsbank"

    regel = models.OneToOneField(Regel, models.PROTECT, related_name="uitvoering")
    toewijzing = models.ForeignKey(Toewijzing, models.PROTECT, null=True, blank=True, related_name="uit_besluit")
    wijze = models.CharField(max_length=10, choices=Wijze)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=nu)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(wijze="pgb", toewijzing__isnull=True) | ~Q(wijze="pgb") & Q(toewijzing__isnull=False),
                name="uitvoering_met_toewijzing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.regel}: {self.get_wijze_display().lower()}"


class Deskundigheid(Gedateerd):
    """A worker's registration as youth professional (SKJ or BIG): who decides which help is needed must have one."""

    class Register(models.TextChoices):
        """Registers of professionals."""

        SKJ = "skj", "Kwaliteitsregister Jeugd (SKJ)"
        BIG = "big", "BIG-register"

    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="deskundigheden")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    register = models.CharField(max_length=3, choices=Register)
    nummer = models.CharField(max_length=20)

    class Meta:
        ordering = ["gebruiker__naam", "-van"]
        constraints = [
            einde_na_begin("deskundigheid_einde_na_begin"),
            models.UniqueConstraint(fields=["gebruiker", "register", "van"], name="deskundigheid_een_per_dag"),
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker}, {self.get_register_display()}"


class TweedeBlik(Gedateerd):
    """Where a municipality wants a second pair of eyes: per kind of decision (or all), from an amount (or any)."""

    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=12, choices=Soort, blank=True)
    vanaf_centen = models.PositiveBigIntegerField(null=True, blank=True)
    bron = models.CharField(max_length=300)

    class Meta:
        ordering = ["soort", "-van"]
        constraints = [
            einde_na_begin("tweedeblik_einde_na_begin"),
            models.UniqueConstraint(fields=["gemeente", "soort"], condition=Q(tot__isnull=True), name="tweedeblik_een"),
        ]

    def __str__(self) -> str:
        return f"tweede blik in {self.gemeente} vanaf {self.van}"
