"""Where a child lives by the residence rule, with evidence; the transfer to another municipality; help that goes on."""

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.basis.velden import VersleuteldeTekst
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.models import Kind, Toewijzing


class Woonfeit(Gedateerd):
    """One fact behind the residence of a child: an address, a stay, the mother's address at birth, or where it is.

    Never changed: a wrong fact is withdrawn with a reason, and a better one is added.
    """

    class Soort(models.TextChoices):
        """The facts article 1.1 asks for; the stays are those of its part 2."""

        WOONADRES = "woonadres", "Woonadres in de basisregistratie"
        PLEEGGEZIN = "pleeggezin", "Verblijf bij een pleegouder"
        AANBIEDER = "aanbieder", "Verblijf bij een jeugdhulpaanbieder"
        OPVANG = "opvang", "Verblijf in opvang of beschermd wonen (Wmo)"
        WLZ = "wlz", "Verblijf in een instelling (Wlz)"
        JJI = "jji", "Verblijf in een justitiële jeugdinrichting"
        MOEDER = "moeder", "Inschrijving van de moeder bij de geboorte"
        FEITELIJK = "feitelijk", "Waar het kind nu echt is"

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="woonfeiten")
    soort = models.CharField(max_length=10, choices=Soort)
    gemeente_code = models.CharField(max_length=4, blank=True, help_text="CBS; leeg bij het buitenland of onbekend.")
    buitenland = models.BooleanField(default=False)
    aantekening = models.BooleanField(default=False, help_text="Aantekening bij het adres (Wet BRP 2.26).")
    locatie = models.CharField(max_length=200, blank=True)
    bron = models.CharField(max_length=200)
    nagekeken_op = models.DateField()
    nagekeken_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=nu)
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_reden = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["van", "vastgelegd_op"]
        constraints = [
            einde_na_begin("woonfeit_einde_na_begin"),
            models.CheckConstraint(
                condition=Q(buitenland=False) | Q(gemeente_code=""), name="woonfeit_buitenland_zonder_gemeente"
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True) | ~Q(ingetrokken_reden=""), name="woonfeit_ingetrokken_waarom"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} vanaf {self.van}"


class Vaststelling(Basis):
    """The outcome of the rule on a day, with its steps and the facts as they were then. Never changed."""

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="vaststellingen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+", help_text="Wie het vaststelde.")
    op = models.DateField(help_text="De dag waarvoor het geldt.")
    gemeente_code = models.CharField(max_length=4)
    onderdeel = models.CharField(max_length=1, help_text="Onderdeel 1 tot en met 4 van artikel 1.1, woonplaats.")
    sinds = models.DateField(help_text="Sinds wanneer die gemeente verantwoordelijk is.")
    stappen = models.JSONField(default=list)
    feiten = models.JSONField(default=list)
    vastgesteld_op = models.DateTimeField(default=nu)
    vastgesteld_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-vastgesteld_op"]

    def __str__(self) -> str:
        return f"woonplaats {self.gemeente_code} op {self.op}"


class Overdracht(Basis):
    """A child goes from one municipality to another. Each keeps its own file; `inhoud` is all that went along."""

    class Staat(models.TextChoices):
        """Where it stands."""

        AANGEBODEN = "aangeboden", "Aangeboden"
        BETWIST = "betwist", "Betwist"
        AANVAARD = "aanvaard", "Aanvaard"
        AANGESLOTEN = "aangesloten", "Aangesloten"
        TERUGGENOMEN = "teruggenomen", "Teruggenomen"

    class Grond(models.TextChoices):
        """Why the information may go along (Jeugdwet 7.3.11 lid 1)."""

        TOESTEMMING = "toestemming", "Met toestemming"
        WET = "wet", "Zonder toestemming: alleen wat de wet vraagt (8.2.1 lid 3)"

    kenmerk = models.CharField(max_length=20, unique=True)
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="overdrachten")
    van = models.ForeignKey(Organisatie, models.PROTECT, related_name="gegeven_overdrachten")
    naar = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, related_name="ontvangen_overdrachten",
        help_text="Leeg: een gemeente die hier niet werkt.",
    )  # fmt: skip
    naar_code = models.CharField(max_length=4)
    verhuisd_op = models.DateField(help_text="Eerste dag waarop de nieuwe gemeente verantwoordelijk is.")
    vaststelling = models.ForeignKey(Vaststelling, models.SET_NULL, null=True, related_name="+")
    grond = models.CharField(max_length=12, choices=Grond)
    grond_toelichting = models.TextField()
    onderdelen = models.JSONField(default=list)
    inhoud = VersleuteldeTekst(help_text="JSON: wat meeging, zoals het toen was.")
    voortzetting_gevraagd_op = models.DateField(null=True, help_text="Verzoek van het gezin (Jeugdwet 2.7a lid 1).")
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.AANGEBODEN)
    aangeboden_op = models.DateField()
    antwoord_uiterlijk = models.DateField()
    beantwoord_op = models.DateField(null=True)
    beantwoord_door = models.CharField(max_length=200, blank=True)
    nieuw_kind = models.ForeignKey(Kind, models.PROTECT, null=True, related_name="gekomen_via")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-aangeboden_op", "-kenmerk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind"], condition=Q(staat__in=["aangeboden", "betwist", "aanvaard"]),
                name="overdracht_een_tegelijk",
            ),
            models.CheckConstraint(condition=~Q(naar=F("van")), name="overdracht_naar_een_ander"),
        ]  # fmt: skip
        indexes = [models.Index(fields=["naar", "staat"], name="overdracht_naar_staat")]

    def __str__(self) -> str:
        return self.kenmerk


class Standpunt(Basis):
    """What a municipality said about a transfer: why it disputes, what it answered. Never changed."""

    class Soort(models.TextChoices):
        """What was said."""

        BETWIST = "betwist", "Betwist"
        HERHAALD = "herhaald", "Opnieuw aangeboden"
        TERUGGENOMEN = "teruggenomen", "Teruggenomen"

    overdracht = models.ForeignKey(Overdracht, models.CASCADE, related_name="standpunten")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=12, choices=Soort)
    tekst = models.TextField()
    gemeente_code = models.CharField(max_length=4, blank=True, help_text="Wie volgens dit standpunt wel.")
    op = models.DateField()
    door = models.CharField(max_length=200)

    class Meta:
        ordering = ["op", "pk"]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} op {self.op}"


class Voortzetting(Basis):
    """Help of the old municipality that the new one carries on, at most a year after the move (Jeugdwet 2.7a)."""

    overdracht = models.ForeignKey(Overdracht, models.CASCADE, related_name="voortzettingen")
    oud = models.ForeignKey(Toewijzing, models.PROTECT, related_name="voortgezet_als")
    nieuw = models.OneToOneField(Toewijzing, models.PROTECT, null=True, related_name="zet_voort")
    tot = models.DateField(null=True, help_text="Leeg: hulp met verblijf, daarvoor geldt 2.7a niet.")
    gevraagd = models.BooleanField(help_text="Gevraagd: dezelfde hulp (lid 1); anders gelijkwaardige hulp (lid 3).")
    niet_nodig_reden = models.TextField(blank=True, help_text="Waarom de nieuwe gemeente deze hulp niet voortzet.")
    afwijking = models.JSONField(default=list)
    afwijking_reden = models.TextField(blank=True)
    aangesloten_op = models.DateField(null=True, help_text="Eerste dag van de nieuwe gemeente.")

    class Meta:
        ordering = ["oud__nummer"]
        constraints = [
            models.UniqueConstraint(fields=["overdracht", "oud"], name="voortzetting_een_per_toewijzing"),
            models.CheckConstraint(
                condition=Q(nieuw__isnull=True) | Q(aangesloten_op__isnull=False), name="voortzetting_met_begin"
            ),
        ]

    def __str__(self) -> str:
        return f"voortzetting van {self.oud}"
