"""A joint text: its frozen versions, what councils and others said of it, who adopted exactly which version."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.bestuur.consent.models import Zichtbaarheid
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Regio


class Staat(models.TextChoices):
    """Where a text stands; the road between them is in `weg.py`."""

    STARTNOTITIE = "startnotitie", "Startnotitie"
    UITGANGSPUNTEN = "uitgangspunten", "Uitgangspunten"
    CONCEPT = "concept_1", "Concept"
    RIB = "rib_verzonden", "Raadsinformatiebrief verzonden"
    CONSULTATIE = "raadsconsultatie", "Raadsconsultatie"
    ADVIESRADEN = "adviesraden", "Adviesraden"
    AANVRAAG = "adviesaanvraag", "Adviesaanvraag"
    ADVIES = "advies_ontvangen", "Advies ontvangen"
    REACTIENOTA = "reactienota", "Reactienota"
    COLLEGES = "colleges_akkoord", "Colleges akkoord"
    AANGEBODEN = "aangeboden", "Aangeboden aan de raden"
    RAADSBEHANDELING = "raadsbehandeling", "Raadsbehandeling"
    RONDGANG = "rondgang", "Rondgang van een amendement"
    VERZOENING = "verzoening", "Verzoening"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    INKOOPPLAN = "inkoopplan", "Inkoopplan"
    AANBESTEDING = "aanbesteding", "Aanbesteding"
    UITVOERING = "uitvoering", "Uitvoering"
    HERIJKING = "herijking", "Herijking"


class Tekst(Basis):
    """A text that every council of the region must adopt on the identical words, such as the regiovisie."""

    class Soort(models.TextChoices):
        """What kind of text."""

        REGIOVISIE = "regiovisie", "Regiovisie"
        REGELING = "regeling", "Gemeenschappelijke regeling"
        ANDERS = "anders", "Andere gezamenlijke tekst"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="teksten")
    soort = models.CharField(max_length=12, choices=Soort)
    titel = models.CharField(max_length=200)
    grondslag = models.CharField(max_length=300)
    aanleiding = models.TextField()
    zichtbaarheid = models.CharField(max_length=15, choices=Zichtbaarheid, default=Zichtbaarheid.RADEN)
    staat = models.CharField(max_length=20, choices=Staat, default=Staat.STARTNOTITIE)
    herijken_op = models.DateField(null=True, blank=True)
    vastgesteld_op = models.DateField(null=True, blank=True)
    volgt_op = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="opvolgers")
    versie = models.PositiveIntegerField(default=1)
    aangemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-aangemaakt_op", "titel"]

    def __str__(self) -> str:
        return self.titel


class Tekstversie(Basis):
    """One exact text. The hash is over every character: a space more is another text."""

    dossier = models.ForeignKey(Tekst, models.CASCADE, related_name="versies")
    nummer = models.PositiveIntegerField()
    tekst = models.TextField()
    hash = models.CharField(max_length=64)
    reden = models.CharField(max_length=300)
    door = models.CharField(max_length=200)
    gemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["nummer"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["dossier", "nummer"], name="tekstversie_nummer")]

    def __str__(self) -> str:
        return f"versie {self.nummer}"


class Stap(models.Model):
    """A line of the history of a text; never changed. Its key counts up, so that the order is certain."""

    id = models.BigAutoField(primary_key=True)
    dossier = models.ForeignKey(Tekst, models.CASCADE, related_name="stappen")
    op = models.DateTimeField(default=nu)
    wat = models.CharField(max_length=120)
    toelichting = models.TextField(blank=True)
    door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    namens = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.wat


class Uitgangspunt(Basis):
    """A starting point of policy that the text must hold to, by its letter."""

    dossier = models.ForeignKey(Tekst, models.CASCADE, related_name="uitgangspunten")
    letter = models.CharField(max_length=1)
    tekst = models.CharField(max_length=500)

    class Meta:
        ordering = ["letter"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["dossier", "letter"], name="uitgangspunt_letter")]

    def __str__(self) -> str:
        return f"{self.letter}. {self.tekst}"


class Consultatie(Basis):
    """A council talked about the concept: when, and whether it gave points."""

    dossier = models.ForeignKey(Tekst, models.CASCADE, related_name="consultaties")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    op = models.DateField()
    opmerking = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["gemeente__naam"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["dossier", "gemeente"], name="consultatie_per_raad")]

    def __str__(self) -> str:
        return f"Raad van {self.gemeente}"


class Punt(Basis):
    """What a council, advisory council or partner asked to take into account, with the answer and its place."""

    class Bron(models.TextChoices):
        """Who gave the point."""

        RAAD = "raad", "Gemeenteraad"
        ADVIESRAAD = "adviesraad", "Adviesraad"
        PARTNER = "partner", "Partner"
        ERVARING = "ervaring", "Ervaringsdeskundigen"

    class Verwerking(models.TextChoices):
        """What was done with it."""

        OVERGENOMEN = "overgenomen", "Overgenomen"
        DEELS = "deels", "Deels overgenomen"
        NIET = "niet", "Niet overgenomen"
        TOEGELICHT = "toegelicht", "Toegelicht, tekst blijft"

    dossier = models.ForeignKey(Tekst, models.CASCADE, related_name="punten")
    bron = models.CharField(max_length=12, choices=Bron)
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    van = models.CharField(max_length=200)
    nummer = models.PositiveSmallIntegerField()
    tekst = models.TextField()
    verwerking = models.CharField(max_length=12, choices=Verwerking, blank=True)
    antwoord = models.TextField(blank=True)
    plek = models.CharField(max_length=200, blank=True, help_text="Waar het in de tekst staat.")
    beantwoord_op = models.DateField(null=True)

    class Meta:
        ordering = ["bron", "van", "nummer"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "bron", "van", "nummer"], name="punt_nummer"),
            models.CheckConstraint(
                condition=Q(beantwoord_op__isnull=True, antwoord="") | Q(beantwoord_op__isnull=False) & ~Q(antwoord=""),
                name="punt_antwoord_met_dag",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.van}, punt {self.nummer}"


class Adviesaanvraag(Basis):
    """A request for advice to one advisory council, until when, and what came of it."""

    dossier = models.ForeignKey(Tekst, models.CASCADE, related_name="adviesaanvragen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    adviesraad = models.CharField(max_length=200)
    gevraagd_op = models.DateField()
    uiterlijk = models.DateField()
    ontvangen_op = models.DateField(null=True)
    advies = models.TextField(blank=True)
    geen_advies = models.CharField(max_length=300, blank=True, help_text="Waarom er geen advies kwam.")

    class Meta:
        ordering = ["gemeente__naam", "adviesraad"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(uiterlijk__gte=models.F("gevraagd_op")), name="adviesaanvraag_termijn")
        ]

    def __str__(self) -> str:
        return self.adviesraad


class Collegebesluit(Basis):
    """A college agreed to offer exactly this version to its council."""

    tekstversie = models.ForeignKey(Tekstversie, models.PROTECT, related_name="collegebesluiten")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    op = models.DateField()
    kenmerk = models.CharField(max_length=60)

    class Meta:
        ordering = ["gemeente__naam"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["tekstversie", "gemeente"], name="collegebesluit_een_per_versie")
        ]

    def __str__(self) -> str:
        return f"College van {self.gemeente}"


class Raadsbesluit(Basis):
    """What one council does with exactly this version."""

    class Uitkomst(models.TextChoices):
        """What the council decided."""

        GEAGENDEERD = "geagendeerd", "Geagendeerd"
        AANGENOMEN = "aangenomen", "Aangenomen"
        MET_MOTIE = "aangenomen_met_motie", "Aangenomen met motie"
        GEAMENDEERD = "geamendeerd", "Geamendeerd"
        AANGEHOUDEN = "aangehouden", "Aangehouden"
        VERWORPEN = "verworpen", "Verworpen"

    tekstversie = models.ForeignKey(Tekstversie, models.PROTECT, related_name="raadsbesluiten")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    uitkomst = models.CharField(max_length=20, choices=Uitkomst, default=Uitkomst.GEAGENDEERD)
    op = models.DateField(null=True)
    kenmerk = models.CharField(max_length=60, blank=True)
    reden = models.TextField(blank=True)
    motie = models.ForeignKey(Raadsstuk, models.PROTECT, null=True, blank=True, related_name="+")
    bevestiging = models.BooleanField(default=False, help_text="De raad stelde een eerdere versie al vast.")

    class Meta:
        ordering = ["gemeente__naam"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["tekstversie", "gemeente"], name="raadsbesluit_een_per_versie"),
            models.CheckConstraint(
                condition=Q(uitkomst="geagendeerd") | Q(op__isnull=False), name="raadsbesluit_heeft_een_dag"
            ),
        ]

    def __str__(self) -> str:
        return f"Raad van {self.gemeente}: {self.get_uitkomst_display()}"

    @property
    def is_aangenomen(self) -> bool:
        """True when the council adopted exactly this version; a motion leaves the text as it is."""
        return self.uitkomst in {self.Uitkomst.AANGENOMEN, self.Uitkomst.MET_MOTIE}


class Amendement(Basis):
    """A change one council adopted: exactly these words become those. The other councils each accept it or not."""

    class Staat(models.TextChoices):
        """Where the amendment stands."""

        RONDGANG = "rondgang", "Gaat rond"
        AANVAARD = "aanvaard", "Door alle raden aanvaard"
        VERZOENING = "verzoening", "Naar verzoening"
        VERWERKT = "verwerkt", "Verwerkt in een nieuwe versie"
        INGETROKKEN = "ingetrokken", "Ingetrokken"
        MOTIE = "motie", "Vervangen door een motie"
        VERVALLEN = "vervallen", "Vervallen met de tekst"

    tekstversie = models.ForeignKey(Tekstversie, models.PROTECT, related_name="amendementen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    titel = models.CharField(max_length=200)
    oud = models.TextField(help_text="De woorden die veranderen, precies zoals ze er staan.")
    nieuw = models.TextField(blank=True, help_text="De woorden die ervoor in de plaats komen.")
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.RONDGANG)
    op = models.DateField()

    class Meta:
        ordering = ["op", "gemeente__naam"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["tekstversie", "gemeente"], condition=Q(staat__in=["rondgang", "aanvaard", "verzoening"]),
                name="amendement_een_lopend_per_raad",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.titel


class Oordeel(Basis):
    """What another council says of an amendment: this exact change, yes or no."""

    amendement = models.ForeignKey(Amendement, models.CASCADE, related_name="oordelen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    akkoord = models.BooleanField()
    op = models.DateField()
    reden = models.TextField(blank=True)

    class Meta:
        ordering = ["gemeente__naam"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["amendement", "gemeente"], name="oordeel_een_per_raad"),
            models.CheckConstraint(condition=Q(akkoord=True) | ~Q(reden=""), name="oordeel_nee_met_reden"),
        ]

    def __str__(self) -> str:
        return f"Raad van {self.gemeente}: {'akkoord' if self.akkoord else 'niet akkoord'}"


class Uitvoer(Basis):
    """Something that must come out on a day because of the text: a report, a talk, a letter."""

    class Soort(models.TextChoices):
        """What comes out."""

        FINANCIEEL = "financieel", "Financiële rapportage"
        INHOUDELIJK = "inhoudelijk", "Inhoudelijke en financiële rapportage"
        GESPREK = "gesprek", "Kwartaalgesprek met aanbieders"
        RIB = "rib", "Raadsinformatiebrief over de aanbesteding"
        NIEUWSBRIEF = "nieuwsbrief", "Nieuwsbrief"
        PENC = "penc", "Alinea voor de planning- en controlcyclus"

    dossier = models.ForeignKey(Tekst, models.CASCADE, related_name="uitvoer")
    soort = models.CharField(max_length=12, choices=Soort)
    uiterlijk = models.DateField()
    gedaan_op = models.DateField(null=True)
    verwijzing = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["uiterlijk", "soort"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "soort", "uiterlijk"], name="uitvoer_een_per_dag")
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}, {self.uiterlijk}"
