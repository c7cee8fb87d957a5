"""Objection against a decision, its hearing and its decision; appeal to the court; complaints about conduct.

Triggers (migration 0002) refuse any change in a decision on objection that was sent.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.fouten import Conflict
from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.basis.velden import VersleuteldeBytes
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.beschikkingen.models import Beschikking
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Gezagsdrager, Kind


class Kanaal(models.TextChoices):
    """How it came in."""

    PAGINA = "pagina", "Via de gezinspagina"
    POST = "post", "Per post"
    BALIE = "balie", "Aan de balie afgegeven"
    MAIL = "mail", "Per e-mail"


class Bezwaar(Basis):
    """One objection of one person against one announced decision. Without `gezagsdrager` and `indiener`: the child.

    The judgment whether it is in time is of the law library; whether lateness may be excused is of a person.
    """

    class Staat(models.TextChoices):
        """How far it is."""

        TE_LAAT = "te_laat", "Te laat: mag het toch?"
        LOOPT = "loopt", "In behandeling"
        GETEKEND = "getekend", "Beslist, nog niet verzonden"
        VERZONDEN = "verzonden", "Beslist en verzonden"
        INGETROKKEN = "ingetrokken", "Ingetrokken"

    class Afzien(models.TextChoices):
        """When no hearing is needed (Awb 7:3)."""

        NIET_ONTVANKELIJK = "niet_ontvankelijk", "Kennelijk niet-ontvankelijk (onder a)"
        ONGEGROND = "ongegrond", "Kennelijk ongegrond (onder b)"
        WIL_NIET = "wil_niet", "De indiener wil niet worden gehoord (onder c)"
        GEEN_ANTWOORD = "geen_antwoord", "De indiener antwoordde niet op tijd op de uitnodiging (onder d)"
        TEGEMOET = "tegemoet", "Helemaal tegemoetgekomen, en niemand anders wordt geschaad (onder e)"

    kenmerk = models.CharField(max_length=20, unique=True)
    beschikking = models.ForeignKey(Beschikking, models.PROTECT, related_name="bezwaren")
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="bezwaren")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="bezwaren")
    hulpvraag = models.ForeignKey(Hulpvraag, models.PROTECT, null=True, blank=True, related_name="bezwaren")
    gezagsdrager = models.ForeignKey(Gezagsdrager, models.PROTECT, null=True, blank=True, related_name="bezwaren")
    indiener = models.CharField(max_length=200, blank=True, help_text="Een ander, zoals een gemachtigde.")
    kanaal = models.CharField(max_length=10, choices=Kanaal)
    ontvangen_op = models.DateField()
    gepost_op = models.DateField(null=True, blank=True, help_text="Poststempel, als het met de post kwam.")
    gronden = models.TextField(blank=True, help_text="Waarom de indiener het niet eens is, in eigen woorden.")
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.LOOPT)
    op_tijd = models.BooleanField()
    op_tijd_uitleg = models.JSONField(default=list)
    laat_reden = models.TextField(blank=True, help_text="Wat de indiener zegt over het te laat zijn.")
    verschoonbaar = models.BooleanField(null=True, blank=True, help_text="Awb 6:11; leeg: nog niet beoordeeld.")
    verschoonbaar_reden = models.TextField(blank=True)
    verschoonbaar_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")
    bevestigd_op = models.DateField(null=True, blank=True, help_text="Awb 6:14.")
    commissie = models.BooleanField(default=False, help_text="Een commissie adviseert (Awb 7:13).")
    commissie_gemeld_op = models.DateField(null=True, blank=True)
    advies = models.TextField(blank=True)
    advies_op = models.DateField(null=True, blank=True)
    afzien = models.CharField(max_length=18, choices=Afzien, blank=True)
    afzien_reden = models.TextField(blank=True)
    dossier_op = models.DateField(null=True, blank=True, help_text="Dag waarop de toegang het dossier gaf.")
    dossier_van = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")
    ingetrokken_op = models.DateField(null=True, blank=True)
    behandelaar = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="bezwaren")
    aangemaakt_op = models.DateTimeField(default=nu)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-ontvangen_op", "-aangemaakt_op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gepost_op__isnull=True) | Q(gepost_op__lte=F("ontvangen_op")), name="bezwaar_post_eerst"
            ),
            models.CheckConstraint(
                condition=Q(commissie_gemeld_op__isnull=True) | Q(commissie=True), name="bezwaar_commissie_gemeld"
            ),
            models.CheckConstraint(condition=Q(afzien="") | ~Q(afzien_reden=""), name="bezwaar_afzien_met_reden"),
            models.CheckConstraint(
                condition=Q(verschoonbaar__isnull=True) | ~Q(verschoonbaar_reden=""), name="bezwaar_verschoond_reden"
            ),
            models.CheckConstraint(
                condition=Q(staat="ingetrokken", ingetrokken_op__isnull=False)
                | ~Q(staat="ingetrokken") & Q(ingetrokken_op__isnull=True),
                name="bezwaar_ingetrokken_met_dag",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["gemeente", "staat"], name="bezwaar_gemeente_staat"),
            models.Index(fields=["kind"], name="bezwaar_kind"),
        ]

    def __str__(self) -> str:
        return self.kenmerk

    @property
    def open(self) -> bool:
        """Tell whether something must still be done."""
        return self.staat in {self.Staat.TE_LAAT, self.Staat.LOOPT, self.Staat.GETEKEND}


class Hoorzitting(Basis):
    """A hearing: when, where, who hears, who was invited, and the report (Awb 7:2, 7:5 and 7:7)."""

    bezwaar = models.ForeignKey(Bezwaar, models.CASCADE, related_name="zittingen")
    op = models.DateField()
    tijd = models.CharField(max_length=5, blank=True, help_text="14:00")
    waar = models.CharField(max_length=200)
    hoorders = models.ManyToManyField(Gebruiker, related_name="+")
    uitgenodigd_op = models.DateField()
    stukken_vanaf = models.DateField(help_text="Vanaf dan liggen de stukken ter inzage (Awb 7:4 lid 2).")
    gehouden = models.BooleanField(default=False)
    afgezegd = models.CharField(max_length=200, blank=True, help_text="Waarom de zitting niet doorging.")
    verslag = models.TextField(blank=True)
    verslag_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-op"]
        constraints = [
            models.CheckConstraint(condition=Q(gehouden=False) | Q(afgezegd=""), name="zitting_gehouden_of_afgezegd"),
            models.CheckConstraint(condition=Q(verslag="") | Q(gehouden=True), name="zitting_verslag_na_zitting"),
            models.UniqueConstraint(
                fields=["bezwaar"], condition=Q(gehouden=False, afgezegd=""), name="zitting_een_gepland"
            ),
        ]

    def __str__(self) -> str:
        return f"hoorzitting {self.op}"


class Genodigde(Basis):
    """Somebody invited to a hearing: a parent, the child itself (from 12), or another who takes part."""

    zitting = models.ForeignKey(Hoorzitting, models.CASCADE, related_name="genodigden")
    gezagsdrager = models.ForeignKey(Gezagsdrager, models.PROTECT, null=True, blank=True, related_name="+")
    is_kind = models.BooleanField(default=False)
    naam = models.CharField(max_length=200)
    aanwezig = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return "kind" if self.is_kind else "genodigde"


class Beslissing(Basis):
    """The decision on an objection (Awb 7:11 and 7:12), with the letter as it was sent."""

    class Uitkomst(models.TextChoices):
        """What is decided."""

        GEGROND = "gegrond", "Gegrond: het besluit verandert"
        DEELS = "deels", "Deels gegrond: het besluit verandert voor een deel"
        ONGEGROND = "ongegrond", "Ongegrond: het besluit blijft"
        NIET_ONTVANKELIJK = "niet_ontvankelijk", "Niet-ontvankelijk: niet inhoudelijk bekeken"

    bezwaar = models.OneToOneField(Bezwaar, models.PROTECT, related_name="beslissing")
    uitkomst = models.CharField(max_length=18, choices=Uitkomst)
    motivering = models.TextField()
    voorschrift = models.CharField(max_length=200)
    afwijkt_van_advies = models.TextField(blank=True, help_text="Awb 7:13 lid 7.")
    namens = models.CharField(max_length=300)
    ondertekend_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    ondertekend_op = models.DateTimeField(default=nu)
    beslist_op = models.DateField()
    op_tijd = models.BooleanField()
    rechtbank = models.CharField(max_length=100, help_text="Waar beroep kan; staat in de brief.")
    pdf = VersleuteldeBytes(null=True, help_text="De brief zoals zij is verzonden.")
    sha256 = models.CharField(max_length=64, blank=True)
    verzonden_op = models.DateField(null=True, blank=True)
    beroep_tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(verzonden_op__isnull=True, beroep_tot__isnull=True)
                | Q(verzonden_op__gte=F("beslist_op"), beroep_tot__isnull=False) & ~Q(sha256=""),
                name="beslissing_verzonden_met_brief",
            ),
            models.CheckConstraint(condition=~Q(motivering="") & ~Q(namens=""), name="beslissing_met_uitleg"),
        ]

    def __str__(self) -> str:
        return f"beslissing op {self.bezwaar}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the row. Raises Conflict when the stored row was sent: that never changes."""
        if not self._state.adding and Beslissing.objects.filter(pk=self.pk, verzonden_op__isnull=False).exists():
            raise Conflict("Deze beslissing is verzonden en verandert niet meer.")
        super().save(*args, **kwargs)


class Beroep(Basis):
    """A case at the court: appeal on the decision on objection, on silence, or a request for a provisional measure."""

    class Soort(models.TextChoices):
        """What the court is asked."""

        BEROEP = "beroep", "Beroep tegen de beslissing op bezwaar"
        NIET_TIJDIG = "niet_tijdig", "Beroep omdat er geen besluit is"
        VOORZIENING = "voorziening", "Verzoek om een voorlopige voorziening"
        HOGER = "hoger", "Hoger beroep"

    class Uitspraak(models.TextChoices):
        """What the judge said."""

        ONGEGROND = "ongegrond", "Ongegrond"
        GEGROND = "gegrond", "Gegrond, het besluit is vernietigd"
        IN_STAND = "in_stand", "Gegrond, maar de gevolgen blijven in stand"
        ZELF = "zelf", "Gegrond, de rechter beslist zelf"
        NIEUW_BESLUIT = "nieuw_besluit", "Gegrond, neem een nieuw besluit"
        NIET_ONTVANKELIJK = "niet_ontvankelijk", "Niet-ontvankelijk"
        TOEGEWEZEN = "toegewezen", "Voorlopige voorziening toegewezen"
        AFGEWEZEN = "afgewezen", "Voorlopige voorziening afgewezen"
        INGETROKKEN = "ingetrokken", "Ingetrokken"

    bezwaar = models.ForeignKey(Bezwaar, models.PROTECT, related_name="beroepen")
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="beroepen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="beroepen")
    soort = models.CharField(max_length=12, choices=Soort)
    rechtbank = models.CharField(max_length=100)
    zaaknummer = models.CharField(max_length=40)
    ingesteld_op = models.DateField()
    gronden_verzonden_op = models.DateField(null=True, blank=True, help_text="Door de rechtbank.")
    verweer_op = models.DateField(null=True, blank=True)
    zitting_op = models.DateField(null=True, blank=True)
    uitspraak = models.CharField(max_length=18, choices=Uitspraak, blank=True)
    uitspraak_op = models.DateField(null=True, blank=True, help_text="Dag waarop de uitspraak is verzonden.")
    uitspraak_tekst = models.TextField(blank=True, help_text="De kern, in gewone taal.")
    nieuw_besluit_weken = models.PositiveSmallIntegerField(null=True, blank=True)
    nieuw_besluit_op = models.DateField(null=True, blank=True, help_text="Dag waarop het nieuwe besluit er lag.")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-ingesteld_op"]
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "zaaknummer"], name="beroep_zaaknummer"),
            models.CheckConstraint(
                condition=Q(uitspraak="", uitspraak_op__isnull=True) | ~Q(uitspraak="") & Q(uitspraak_op__isnull=False),
                name="beroep_uitspraak_met_dag",
            ),
            models.CheckConstraint(
                condition=~Q(uitspraak="nieuw_besluit") | Q(nieuw_besluit_weken__gt=0),
                name="beroep_nieuw_in_weken",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.zaaknummer}"


class Klacht(Basis):
    """A complaint about conduct: of the municipality (Awb chapter 9), or of a provider (Jeugdwet 4.2.1)."""

    class Over(models.TextChoices):
        """Whose conduct."""

        GEMEENTE = "gemeente", "De gemeente of de toegang"
        AANBIEDER = "aanbieder", "Een aanbieder of gecertificeerde instelling"

    class Oordeel(models.TextChoices):
        """How it ended."""

        GEGROND = "gegrond", "Gegrond"
        DEELS = "deels", "Deels gegrond"
        ONGEGROND = "ongegrond", "Ongegrond"
        OPGELOST = "opgelost", "Samen opgelost; de klager is tevreden (Awb 9:5)"
        NIET_BEHANDELD = "niet_behandeld", "Niet behandeld (Awb 9:8)"
        INGETROKKEN = "ingetrokken", "Ingetrokken"

    kenmerk = models.CharField(max_length=20, unique=True)
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="klachten")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="klachten")
    over = models.CharField(max_length=10, choices=Over)
    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    over_wie = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="+", help_text="Wie niet mag meebehandelen."
    )
    klager = models.CharField(max_length=200)
    kanaal = models.CharField(max_length=10, choices=Kanaal)
    gebeurd_op = models.DateField()
    ontvangen_op = models.DateField()
    tekst = models.TextField()
    bevestigd_op = models.DateField(null=True, blank=True, help_text="Awb 9:6.")
    commissie = models.BooleanField(default=False)
    verdaagd_op = models.DateField(null=True, blank=True)
    doorgestuurd_op = models.DateField(null=True, blank=True, help_text="Naar de klachtencommissie van de aanbieder.")
    gehoord_op = models.DateField(null=True, blank=True)
    commissieoordeel_op = models.DateField(null=True, blank=True, help_text="Ontvangen door de aanbieder.")
    reactie_op = models.DateField(null=True, blank=True, help_text="Dag waarop de aanbieder zei wat hij doet.")
    oordeel = models.CharField(max_length=14, choices=Oordeel, blank=True)
    conclusie = models.TextField(blank=True)
    afgehandeld_op = models.DateField(null=True, blank=True)
    behandelaar = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")
    aangemaakt_op = models.DateTimeField(default=nu)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-ontvangen_op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(over="gemeente", aanbieder__isnull=True) | Q(over="aanbieder", aanbieder__isnull=False),
                name="klacht_over_een",
            ),
            models.CheckConstraint(condition=Q(ontvangen_op__gte=F("gebeurd_op")), name="klacht_na_gebeurtenis"),
            models.CheckConstraint(
                condition=Q(afgehandeld_op__isnull=True) | ~Q(oordeel="") & ~Q(conclusie=""),
                name="klacht_afgehandeld_met_oordeel",
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "afgehandeld_op"], name="klacht_open")]

    def __str__(self) -> str:
        return self.kenmerk

    @property
    def open(self) -> bool:
        """Tell whether it must still be dealt with."""
        return self.afgehandeld_op is None
