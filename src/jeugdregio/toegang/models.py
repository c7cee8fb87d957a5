"""The child, its family and consent; the request of a provider; the assignment and its delivery."""

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.basis.velden import VersleuteldeTekst
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.postbus.models import Bericht


class Kind(Basis):
    """A child or youth. The BSN is encrypted; `bsn_zoek` is its keyed hash. `kenmerk` is how people name the file."""

    kenmerk = models.CharField(max_length=20, unique=True)
    bsn = VersleuteldeTekst(null=True)
    bsn_zoek = models.CharField(max_length=64, null=True)
    geboortedatum = models.DateField()
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
    aangemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["achternaam", "voornamen"]
        constraints = [models.UniqueConstraint(fields=["gemeente", "bsn_zoek"], name="kind_bsn_per_gemeente")]
        indexes = [models.Index(fields=["bsn_zoek"], name="kind_bsn_zoek")]

    def __str__(self) -> str:
        return self.kenmerk


class Gezagsdrager(Basis):
    """A person with parental authority over a child."""

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="gezagsdragers")
    naam = models.CharField(max_length=200)
    relatie = models.CharField(max_length=60)
    gezag = models.BooleanField(default=True)

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.relatie


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


class ZonderToestemming(models.TextChoices):
    """Grounds on which help may start although not everybody agreed (Jeugdwet 7.3.4, 7.3.15, 7.3.16)."""

    MAATREGEL = "maatregel", "De kinderrechter heeft een maatregel of machtiging gegeven"
    ERNSTIG_NADEEL = "ernstig_nadeel", "Nodig om ernstig nadeel voor het kind te voorkomen"
    WELOVERWOGEN = "weloverwogen", "Het kind blijft de hulp weloverwogen willen"
    SPOED = "spoed", "Er is geen tijd om toestemming te vragen"
    NIET_INGRIJPEND = "niet_ingrijpend", "De hulp is niet ingrijpend"


class Verzoek(Basis):
    """A provider's request for assignment (JW315), for one child; it may ask for several products."""

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
    zonder_toestemming_grond = models.CharField(max_length=20, choices=ZonderToestemming, blank=True)
    zonder_toestemming_reden = models.TextField(blank=True)
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


class Nummering(models.Model):
    """The last number given out, per series ("toewijzing:0995", "K:2026"). Taken under a lock."""

    reeks = models.CharField(max_length=40, primary_key=True)
    laatste = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.reeks}: {self.laatste}"
