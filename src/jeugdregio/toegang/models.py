"""The child, its family and consent; the request of a provider; the assignment and its delivery."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.basis.velden import VersleuteldeTekst
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.postbus.models import Bericht


class Gezin(Basis):
    """Brothers and sisters with a file at one municipality. It holds no data of its own, so nothing is copied by it."""

    kenmerk = models.CharField(max_length=20, unique=True)
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    aangemaakt_op = models.DateTimeField(default=nu)

    def __str__(self) -> str:
        return self.kenmerk


class ZonderBsn(models.TextChoices):
    """Why a file holds no BSN (Jeugdwet 7.2.4 and 7.2.6 lid 1)."""

    ONGEBOREN = "ongeboren", "Het kind is nog niet geboren"
    NIET_TOEGEKEND = "niet_toegekend", "Er is geen burgerservicenummer toegekend"
    SPOED = "spoed", "Spoed: het nummer kon nog niet worden vastgesteld"


# As long as a pregnancy can last, with room: nothing about an unborn child is older than this.
ZWANGERSCHAP = timedelta(days=300)


class Kind(Basis):
    """A child or youth. The BSN is encrypted; `bsn_zoek` is its keyed hash. `kenmerk` is how people name the file."""

    kenmerk = models.CharField(max_length=20, unique=True)
    bsn = VersleuteldeTekst(null=True)
    bsn_zoek = models.CharField(max_length=64, null=True)
    zonder_bsn = models.CharField(max_length=14, choices=ZonderBsn, blank=True, help_text="Leeg: er is een bsn.")
    zonder_bsn_uitleg = models.CharField(max_length=300, blank=True)
    gezin = models.ForeignKey(Gezin, models.SET_NULL, null=True, blank=True, related_name="kinderen")
    geboortedatum = models.DateField(help_text="Van een ongeboren kind: de verwachte dag.")
    geslacht = models.CharField(max_length=1, help_text="COD046: 0 onbekend, 1 man, 2 vrouw, 9 niet gespecificeerd")
    achternaam = models.CharField(max_length=200)
    voorvoegsel = models.CharField(max_length=10, blank=True)
    voornamen = models.CharField(max_length=200, blank=True)
    voorletters = models.CharField(max_length=6, blank=True)
    gemeente = models.ForeignKey(
        Organisatie,
        models.PROTECT,
        related_name="kinderen",
        help_text="Verantwoordelijk volgens het woonplaatsbeginsel.",
    )
    woonplaats_sinds = models.DateField(null=True, blank=True)
    woonplaats_bron = models.CharField(max_length=200, blank=True)
    geheim_adres = models.BooleanField(default=False)
    straatnaam = models.CharField(max_length=24, blank=True)
    huisnummer = models.PositiveIntegerField(null=True, blank=True)
    huisletter = models.CharField(max_length=1, blank=True)
    toevoeging = models.CharField(max_length=4, blank=True)
    postcode = models.CharField(max_length=6, blank=True)
    plaatsnaam = models.CharField(max_length=80, blank=True)
    telefoon = models.CharField(max_length=15, blank=True, help_text="alleen cijfers")
    juridische_status = models.CharField(max_length=2, blank=True, help_text="WJ232")
    aangemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["achternaam", "voornamen"]
        constraints = [models.UniqueConstraint(fields=["gemeente", "bsn_zoek"], name="kind_bsn_per_gemeente")]
        indexes = [models.Index(fields=["bsn_zoek"], name="kind_bsn_zoek")]

    def __str__(self) -> str:
        return self.kenmerk

    @property
    def eerste_dag(self) -> date:
        """The first day on which something can happen for this child: its birth, or before it while unborn (BW 1:2)."""
        ongeboren = self.zonder_bsn == ZonderBsn.ONGEBOREN
        return self.geboortedatum - ZWANGERSCHAP if ongeboren else self.geboortedatum


class Gezagsbron(models.TextChoices):
    """Where it was seen who has authority."""

    REGISTER = "register", "Gezagsregister"
    BRP = "brp", "Basisregistratie personen"
    UITSPRAAK = "uitspraak", "Uitspraak van de rechter"
    AKTE = "akte", "Geboorteakte of akte van erkenning"


class Gezagseinde(models.TextChoices):
    """Why somebody has no authority any more."""

    UITSPRAAK = "uitspraak", "De rechter heeft het gezag beëindigd"
    OVERLEDEN = "overleden", "Deze persoon is overleden"
    MEERDERJARIG = "meerderjarig", "Het kind is meerderjarig geworden"
    ONJUIST = "onjuist", "Het gezag was verkeerd ingevoerd"


class Gezagsdrager(Basis):
    """A parent, guardian or other person around a child; `gezag` says who has authority, until `gezag_tot` at most."""

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="gezagsdragers")
    naam = models.CharField(max_length=200)
    relatie = models.CharField(max_length=60)
    gezag = models.BooleanField(default=True)
    gezag_bron = models.CharField(max_length=10, choices=Gezagsbron, blank=True, help_text="Leeg: niet nagekeken.")
    gezag_nagekeken_op = models.DateField(null=True, blank=True)
    gezag_tot = models.DateField(null=True, blank=True, help_text="Laatste dag met gezag; leeg: het loopt door.")
    gezag_einde = models.CharField(max_length=12, choices=Gezagseinde, blank=True, help_text="Waarom het eindigde.")
    telefoon = models.CharField(max_length=15, blank=True, help_text="alleen cijfers")
    nummer = models.PositiveIntegerField(null=True, help_text="Relatienummer in de berichten; wijzigt nooit (OP071).")

    class Meta:
        ordering = ["naam"]
        constraints = [models.UniqueConstraint(fields=["kind", "nummer"], name="gezagsdrager_nummer_uniek")]

    def __str__(self) -> str:
        return self.relatie

    def heeft_gezag_op(self, dag: date) -> bool:
        """Tell whether this person has authority on a day."""
        return self.gezag and (self.gezag_tot is None or dag <= self.gezag_tot)


class Maatregel(Basis):
    """A measure or authorisation of the court over a child, as the ruling says it.

    While it is in force (`toegang.maatregelen.geldt_op`) it replaces consent to the help that carries it out
    (Jeugdwet 7.3.4 lid 1). `tot` is the last day the ruling gives; it never rolls to a working day.
    """

    class Soort(models.TextChoices):
        """Kinds, named as `recht.bescherming.Machtiging` names those with a longest duration."""

        OTS = "ots", "Ondertoezichtstelling"
        VOTS = "voorlopige-ots", "Voorlopige ondertoezichtstelling"
        UITHUISPLAATSING = "uithuisplaatsing", "Machtiging uithuisplaatsing"
        GESLOTEN = "gesloten", "Machtiging gesloten jeugdhulp"
        GESLOTEN_SPOED = "gesloten-spoed", "Spoedmachtiging gesloten jeugdhulp"
        VOORWAARDELIJK = "voorwaardelijk", "Voorwaardelijke machtiging gesloten jeugdhulp"
        VOOGDIJ = "voogdij", "Voogdij"
        VOORLOPIGE_VOOGDIJ = "voorlopige-voogdij", "Voorlopige voogdij"
        RECLASSERING = "jeugdreclassering", "Jeugdreclassering"

    kind = models.ForeignKey(Kind, models.PROTECT, related_name="maatregelen")
    soort = models.CharField(max_length=20, choices=Soort)
    uitspraak_op = models.DateField()
    tot = models.DateField(null=True, blank=True, help_text="Leeg: tot 18 jaar of een nieuwe uitspraak.")
    instantie = models.CharField(max_length=200, help_text="De rechtbank, het hof of de officier van justitie.")
    zaaknummer = models.CharField(max_length=40, blank=True)
    gi = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="maatregelen",
        help_text="De gecertificeerde instelling die de maatregel uitvoert.",
    )  # fmt: skip
    uitgevoerd_op = models.DateField(null=True, blank=True, help_text="Dag van plaatsing of opname.")
    beeindigd_op = models.DateField(null=True, blank=True, help_text="Laatste dag, als hij eerder eindigde dan `tot`.")
    vastgelegd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-uitspraak_op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("uitspraak_op")), name="maatregel_einde_na_begin"
            ),
            models.CheckConstraint(
                condition=Q(beeindigd_op__isnull=True) | Q(beeindigd_op__gte=F("uitspraak_op")),
                name="maatregel_beeindigd_na_begin",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} van {self.uitspraak_op}"


class Toestemming(Basis):
    """Consent of one person (the child itself, or somebody with authority) for one request for help."""

    class Antwoord(models.TextChoices):
        """What the person said."""

        JA = "ja", "Ja"
        NEE = "nee", "Nee"

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="toestemmingen")
    gezagsdrager = models.ForeignKey(
        Gezagsdrager,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="toestemmingen",
        help_text="Leeg: het kind zelf.",
    )
    doel = models.CharField(max_length=200, default="jeugdhulp")
    antwoord = models.CharField(max_length=3, choices=Antwoord)
    op = models.DateField()
    ingetrokken_op = models.DateField(null=True, blank=True)
    vastgelegd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-op", "-vastgelegd_op"]

    def __str__(self) -> str:
        return f"{self.antwoord} op {self.op}"


class Verzoek(Basis):
    """A provider's request for one child: for assignment (JW315, a line per product) or for change (JW317, one line).

    What a request for change asks stands in its `wijzigingen`; it is granted or refused as a whole (IV093).
    """

    class Soort(models.TextChoices):
        """What is asked."""

        TOEWIJZING = "toewijzing", "Verzoek om toewijzing"
        WIJZIGING = "wijziging", "Verzoek om wijziging"

    soort = models.CharField(max_length=10, choices=Soort, default=Soort.TOEWIJZING)
    reden = models.CharField(max_length=1, blank=True, help_text="WJ758, bij een verzoek om wijziging")
    intrekking_gevraagd_op = models.DateTimeField(null=True, help_text="De aanbieder wil dit verzoek niet meer.")
    intrekking_reden = models.TextField(blank=True)
    kenmerk = models.CharField(max_length=20, unique=True)
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="verzoeken")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="verzoeken")
    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, related_name="gedane_verzoeken")
    bericht = models.ForeignKey(Bericht, models.PROTECT, related_name="+")
    ontvangen_op = models.DateField()
    antwoord_uiterlijk = models.DateField()
    gezagsdrager_bekend = models.BooleanField(null=True)
    commentaar = models.TextField(blank=True)
    afwijkend = models.JSONField(
        default=list, blank=True, help_text="Wat bij hetzelfde bsn anders is dan in het dossier; geen waarden."
    )
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-ontvangen_op"]

    def __str__(self) -> str:
        return self.kenmerk


class VerzoekRegel(Basis):
    """One asked product of a request, with its own reference of the provider and its own answer."""

    class Staat(models.TextChoices):
        """Where the answer stands."""

        OPEN = "open", "Te beantwoorden"
        ONDERZOEK = "onderzoek", "In onderzoek"
        TOEGEWEZEN = "toegewezen", "Toegewezen"
        AFGEWEZEN = "afgewezen", "Afgewezen"

    verzoek = models.ForeignKey(Verzoek, models.CASCADE, related_name="regels")
    referentie_aanbieder = models.CharField(max_length=36)
    categorie = models.CharField(max_length=2, blank=True)
    code = models.CharField(max_length=5, blank=True)
    ingangsdatum = models.DateField()
    einddatum = models.DateField(null=True)
    volume = models.PositiveIntegerField(null=True)
    eenheid = models.CharField(max_length=2, blank=True)
    frequentie = models.CharField(max_length=1, blank=True)
    budget = models.PositiveIntegerField(null=True, help_text="eurocent")
    verwijzer_type = models.CharField(max_length=2, blank=True)
    verwijzer_naam = models.CharField(max_length=200, blank=True)
    verwijzer_code = models.CharField(max_length=8, blank=True)
    raamcontract = models.BooleanField(default=False)
    commentaar = models.TextField(blank=True)
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.OPEN)
    besloten_op = models.DateTimeField(null=True)
    reden_afwijzing = models.CharField(max_length=2, blank=True, help_text="WJ759")
    motivering = models.TextField(blank=True)

    class Meta:
        ordering = ["referentie_aanbieder"]
        constraints = [
            models.UniqueConstraint(fields=["verzoek", "referentie_aanbieder"], name="regel_referentie_uniek")
        ]
        indexes = [models.Index(fields=["referentie_aanbieder"], name="regel_referentie")]

    def __str__(self) -> str:
        return f"{self.code or self.categorie} ({self.get_staat_display()})"


class VerzoekAntwoord(Basis):
    """An answer to a line other than an assignment (JW319): in research, or refused. Never changed."""

    regel = models.ForeignKey(VerzoekRegel, models.CASCADE, related_name="antwoorden")
    bericht = models.ForeignKey(Bericht, models.PROTECT, related_name="+")
    antwoord = models.CharField(max_length=1, help_text="WJ760")
    reden = models.CharField(max_length=1, blank=True, help_text="WJ759")
    andere_gemeente = models.CharField(max_length=4, blank=True)
    op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["op"]

    def __str__(self) -> str:
        return f"antwoord {self.antwoord}"


class Toewijzing(Basis):
    """The municipality's order to a provider to deliver help to a child (ToegewezenProduct of a JW301)."""

    nummer = models.CharField(max_length=9)
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="toewijzingen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="toewijzingen")
    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, related_name="toegewezen")
    verzoek_regel = models.ForeignKey(VerzoekRegel, models.PROTECT, null=True, related_name="toewijzingen")
    bericht = models.ForeignKey(Bericht, models.PROTECT, null=True, related_name="+")
    referentie_aanbieder = models.CharField(max_length=36, blank=True)
    categorie = models.CharField(max_length=2, blank=True)
    code = models.CharField(max_length=5, blank=True)
    toegewezen_op = models.DateTimeField()
    ingangsdatum = models.DateField()
    einddatum = models.DateField(null=True)
    volume = models.PositiveIntegerField(null=True)
    eenheid = models.CharField(max_length=2, blank=True)
    frequentie = models.CharField(max_length=1, blank=True)
    budget = models.PositiveIntegerField(null=True, help_text="eurocent")
    reden_wijziging = models.CharField(max_length=2, blank=True, help_text="JZ002")
    volgt_op = models.ForeignKey("self", models.PROTECT, null=True, related_name="opvolgers")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-ingangsdatum"]
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "nummer"], name="toewijzing_nummer_uniek"),  # TR332
            models.CheckConstraint(
                condition=Q(einddatum__isnull=True) | Q(einddatum__gte=F("ingangsdatum")),
                name="toewijzing_einde_na_begin",
            ),
        ]
        indexes = [
            models.Index(fields=["aanbieder", "ingangsdatum"], name="toewijzing_aanbieder"),
            models.Index(fields=["kind"], name="toewijzing_kind"),
        ]

    def __str__(self) -> str:
        return f"toewijzing {self.nummer}"


class EerdereStand(Basis):
    """What an assignment said before a change, as it was sent then (OP033x1). Never changed."""

    toewijzing = models.ForeignKey(Toewijzing, models.CASCADE, related_name="eerdere_standen")
    bericht = models.ForeignKey(Bericht, models.PROTECT, null=True, related_name="+")
    toegewezen_op = models.DateTimeField()
    einddatum = models.DateField(null=True)
    volume = models.PositiveIntegerField(null=True)
    eenheid = models.CharField(max_length=2, blank=True)
    frequentie = models.CharField(max_length=1, blank=True)
    budget = models.PositiveIntegerField(null=True, help_text="eurocent")
    reden_wijziging = models.CharField(max_length=2, blank=True, help_text="JZ002")
    gewijzigd_op = models.DateTimeField(default=nu)
    gewijzigd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    toelichting = models.TextField(blank=True, help_text="Waarom het daarna anders werd.")

    class Meta:
        ordering = ["gewijzigd_op"]

    def __str__(self) -> str:
        return f"stand tot {self.gewijzigd_op:%Y-%m-%d}"


class GevraagdeWijziging(Basis):
    """One product in a request for change (JW317): an assignment that stays or changes, or a new product."""

    class Soort(models.TextChoices):
        """What should happen."""

        BLIJFT = "blijft", "Blijft zoals het is"
        ANDERS = "anders", "Wordt anders"
        NIEUW = "nieuw", "Komt erbij"

    verzoek = models.ForeignKey(Verzoek, models.CASCADE, related_name="wijzigingen")
    soort = models.CharField(max_length=6, choices=Soort)
    volgorde = models.PositiveSmallIntegerField()
    toewijzing = models.ForeignKey(Toewijzing, models.PROTECT, null=True, related_name="gevraagde_wijzigingen")
    categorie = models.CharField(max_length=2, blank=True)
    code = models.CharField(max_length=5, blank=True)
    ingangsdatum = models.DateField(null=True)
    einddatum = models.DateField(null=True)
    volume = models.PositiveIntegerField(null=True)
    eenheid = models.CharField(max_length=2, blank=True)
    frequentie = models.CharField(max_length=1, blank=True)
    budget = models.PositiveIntegerField(null=True, help_text="eurocent")

    class Meta:
        ordering = ["verzoek", "volgorde"]
        constraints = [
            models.CheckConstraint(
                condition=Q(soort="nieuw", toewijzing__isnull=True) | (~Q(soort="nieuw") & Q(toewijzing__isnull=False)),
                name="gevraagd_bij_toewijzing_of_nieuw",
            )
        ]

    def __str__(self) -> str:
        return self.get_soort_display()


class Levering(Basis):
    """A period in which the provider really delivers: from the start message (JW305) to the stop message (JW307)."""

    toewijzing = models.ForeignKey(Toewijzing, models.PROTECT, related_name="leveringen")
    begindatum = models.DateField()
    einddatum = models.DateField(null=True)
    reden_beeindiging = models.CharField(max_length=2, blank=True, help_text="JZ588")
    tijdelijk_gestopt_op = models.DateField(null=True, help_text="Einddatum van een tijdelijke stop (reden 20).")
    startbericht = models.ForeignKey(Bericht, models.PROTECT, null=True, related_name="+")
    stopbericht = models.ForeignKey(Bericht, models.PROTECT, null=True, related_name="+")
    verwijderd_op = models.DateTimeField(null=True, help_text="Ingetrokken met status aanlevering 3.")

    class Meta:
        ordering = ["begindatum"]
        constraints = [
            models.CheckConstraint(
                condition=Q(einddatum__isnull=True) | Q(einddatum__gte=F("begindatum")), name="levering_einde_na_begin"
            )
        ]
        indexes = [models.Index(fields=["toewijzing", "begindatum"], name="levering_toewijzing")]

    def __str__(self) -> str:
        return f"levering vanaf {self.begindatum}"


class TaakgerichteLevering(Basis):
    """Task-based help: reported by start and stop, but without an assignment; the product is the key (IV096)."""

    kind = models.ForeignKey(Kind, models.PROTECT, related_name="taakgerichte_leveringen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, related_name="taakgerichte_leveringen")
    categorie = models.CharField(max_length=2, blank=True)
    code = models.CharField(max_length=5, blank=True)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True)
    reden_beeindiging = models.CharField(max_length=2, blank=True, help_text="JZ588")
    tijdelijk_gestopt_op = models.DateField(null=True, help_text="Einddatum van een tijdelijke stop (reden 20).")
    startbericht = models.ForeignKey(Bericht, models.PROTECT, null=True, related_name="+")
    stopbericht = models.ForeignKey(Bericht, models.PROTECT, null=True, related_name="+")
    verwijderd_op = models.DateTimeField(null=True, help_text="Ingetrokken met status aanlevering 3.")

    class Meta:
        ordering = ["begindatum"]
        constraints = [
            models.CheckConstraint(
                condition=Q(einddatum__isnull=True) | Q(einddatum__gte=F("begindatum")),
                name="taaklevering_einde_na_begin",
            )
        ]
        indexes = [models.Index(fields=["kind", "aanbieder"], name="taaklevering_kind")]

    def __str__(self) -> str:
        return f"taakgerichte hulp vanaf {self.begindatum}"


class Nummering(models.Model):
    """The last number given out, per series ("toewijzing:0995", "K:2026"). Taken under a lock."""

    reeks = models.CharField(max_length=40, primary_key=True)
    laatste = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.reeks}: {self.laatste}"
