"""Where is room: what providers say of free places and waiting, what is reserved, and which children wait."""

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.zorglandschap.models import Locatie, Product


class Volgorde(models.TextChoices):
    """The one rule that orders a waiting list."""

    URGENTIE = "urgentie", "Eerst wie het dringendst is, daarna wie het langst wacht"
    DATUM = "datum", "Wie het langst wacht, staat bovenaan"


class Ruimtetermijn(Gedateerd):
    """How long the region lets things be, in calendar days. No law says this, so the region chooses and dates it."""

    verouderd_na = models.PositiveSmallIntegerField("een opgave is verouderd na", default=14)
    antwoord_binnen = models.PositiveSmallIntegerField("de aanbieder antwoordt binnen", default=3)
    reservering_duurt = models.PositiveSmallIntegerField("een reservering duurt", default=14)
    eerste_contact_binnen = models.PositiveSmallIntegerField("eerste contact of overbrugging binnen", default=28)
    contact_elke = models.PositiveSmallIntegerField("contact tijdens het wachten elke", default=28)
    zonder_start_na = models.PositiveSmallIntegerField("een toewijzing zonder start is wachten na", default=14)
    volgorde = models.CharField(
        "volgorde van de wachtlijst", max_length=10, choices=Volgorde, default=Volgorde.URGENTIE
    )
    bron = models.CharField("besluit of document", max_length=300)

    class Meta:
        ordering = ["-van"]
        constraints = [
            einde_na_begin("ruimtetermijn_einde_na_begin"),
            models.UniqueConstraint(fields=["van"], name="ruimtetermijn_een_per_dag"),
            models.CheckConstraint(
                condition=Q(verouderd_na__gt=0, antwoord_binnen__gt=0, reservering_duurt__gt=0,
                            eerste_contact_binnen__gt=0, contact_elke__gt=0, zonder_start_na__gt=0),
                name="ruimtetermijn_minstens_een_dag",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"termijnen vanaf {self.van}"


class Plaats(Basis):
    """A town with its coordinates (WGS84), to reckon a distance from without knowing an address."""

    naam = models.CharField(max_length=100, unique=True)
    breedte = models.DecimalField("breedtegraad", max_digits=8, decimal_places=6)
    lengte = models.DecimalField("lengtegraad", max_digits=9, decimal_places=6)
    bron = models.CharField(max_length=200)

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Plek(Basis):
    """A product at a location: the row a provider keeps, and what is locked when a place is reserved."""

    class Maat(models.TextChoices):
        """What is counted."""

        PLEKKEN = "plekken", "plekken"
        UREN = "uren", "uren per week"

    locatie = models.ForeignKey(Locatie, models.PROTECT, related_name="plekken")
    product = models.ForeignKey(Product, models.PROTECT, related_name="plekken")
    maat = models.CharField(max_length=10, choices=Maat, default=Maat.PLEKKEN)
    leeftijd_van = models.PositiveSmallIntegerField("vanaf leeftijd", null=True, blank=True)
    leeftijd_tot = models.PositiveSmallIntegerField("tot en met leeftijd", null=True, blank=True)
    niet_voor = models.CharField("voor wie niet", max_length=300, blank=True)
    gestopt_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["locatie__aanbieder__naam", "locatie__naam", "product__code"]
        constraints = [
            models.UniqueConstraint(fields=["locatie", "product"], name="plek_een_per_locatie_en_product"),
            models.CheckConstraint(
                condition=Q(leeftijd_van__isnull=True) | Q(leeftijd_tot__isnull=True)
                | Q(leeftijd_tot__gte=F("leeftijd_van")),
                name="plek_leeftijd",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.product.naam} bij {self.locatie}"


class Opgave(Basis):
    """What was said of a place at a moment; never changed, only replaced. Empty is unknown, and never zero.

    `vrij` counts what no child uses, so a reserved place is still free. `nagekeken_op` is the day somebody looked.
    """

    class Bron(models.TextChoices):
        """How it is known."""

        ROOSTER = "rooster", "rooster of planning"
        TELEFOON = "telefoon", "telefonisch nagevraagd"
        SCHATTING = "schatting", "schatting"
        SYSTEEM = "systeem", "hulp begonnen op een reservering"

    plek = models.ForeignKey(Plek, models.CASCADE, related_name="opgaven")
    vrij = models.PositiveSmallIntegerField("vrij", null=True, blank=True)
    wachtdagen = models.PositiveSmallIntegerField("wachttijd in dagen", null=True, blank=True)
    bron = models.CharField(max_length=10, choices=Bron, default=Bron.ROOSTER)
    nagekeken_op = models.DateField()
    door = models.CharField(max_length=200)
    namens = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=nu)
    vervangen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-gemaakt_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["plek"], condition=Q(vervangen_op__isnull=True), name="opgave_een_geldende_per_plek"
            )
        ]
        indexes = [models.Index(fields=["plek", "-gemaakt_op"], name="opgave_verloop")]

    def __str__(self) -> str:
        return f"{self.plek}: {'onbekend' if self.vrij is None else self.vrij} vrij op {self.nagekeken_op}"


class Bezetting(Basis):
    """How the beds of a place with stay are used in a week; never changed, only replaced. About no child.

    A time-out bed is kept free on purpose: a child goes there for a few nights, so that home can go on.
    """

    plek = models.ForeignKey(Plek, models.CASCADE, related_name="bezettingen")
    bedden = models.PositiveSmallIntegerField("bedden")
    timeout = models.PositiveSmallIntegerField("waarvan time-outbed", default=0)
    voltijd = models.PositiveSmallIntegerField("kinderen de hele week", default=0)
    deeltijd_kinderen = models.PositiveSmallIntegerField("kinderen een deel van de week", default=0)
    deeltijd_nachten = models.PositiveSmallIntegerField("hun nachten per week samen", default=0)
    nagekeken_op = models.DateField()
    door = models.CharField(max_length=200)
    namens = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=nu)
    vervangen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-gemaakt_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["plek"], condition=Q(vervangen_op__isnull=True), name="bezetting_een_geldende_per_plek"
            ),
            models.CheckConstraint(condition=Q(bedden__gt=0), name="bezetting_minstens_een_bed"),
            models.CheckConstraint(condition=Q(timeout__lte=F("bedden")), name="bezetting_timeout_past"),
            models.CheckConstraint(
                condition=Q(deeltijd_nachten__gte=F("deeltijd_kinderen"))
                & Q(deeltijd_nachten__lte=F("deeltijd_kinderen") * 6),
                name="bezetting_deeltijd_een_tot_zes_nachten",
            ),
            models.CheckConstraint(
                condition=Q(bedden__gte=F("voltijd")) & Q(deeltijd_nachten__lte=(F("bedden") - F("voltijd")) * 7),
                name="bezetting_niet_meer_dan_bedden",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plek}: {self.bedden} bedden op {self.nagekeken_op}"


class Reservering(Basis):
    """A municipality keeps a place for a child it names by a file number only, until a day."""

    class Staat(models.TextChoices):
        """Where it stands."""

        GEVRAAGD = "gevraagd", "Gevraagd"
        AANGENOMEN = "aangenomen", "Aangenomen"
        GEWEIGERD = "geweigerd", "Geweigerd"
        INGETROKKEN = "ingetrokken", "Ingetrokken"
        VERLOPEN = "verlopen", "Verlopen"
        BEGONNEN = "begonnen", "Hulp begonnen"

    plek = models.ForeignKey(Plek, models.PROTECT, related_name="reserveringen")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="reserveringen")
    kenmerk = models.CharField("dossiernummer", max_length=20)
    aantal = models.PositiveSmallIntegerField(default=1)
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.GEVRAAGD)
    verloopt_op = models.DateField()
    toelichting = models.CharField(max_length=300, blank=True)
    gevraagd_op = models.DateTimeField(default=nu)
    gevraagd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    reden = models.CharField("reden van weigering", max_length=300, blank=True)
    beantwoord_op = models.DateField(null=True, blank=True)
    begonnen_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-gevraagd_op"]
        constraints = [
            models.CheckConstraint(condition=Q(aantal__gt=0), name="reservering_minstens_een"),
            models.CheckConstraint(
                condition=~Q(staat="geweigerd") | ~Q(reden=""), name="reservering_weigering_met_reden"
            ),
            models.UniqueConstraint(
                fields=["plek", "gemeente", "kenmerk"], condition=Q(staat__in=["gevraagd", "aangenomen"]),
                name="reservering_een_per_kind_en_plek",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["gemeente", "staat"], name="reservering_gemeente")]

    def __str__(self) -> str:
        return f"{self.aantal} bij {self.plek} ({self.get_staat_display()})"


class Wachtende(Basis):
    """A child that waits for a product, by file number only. The four weeks run from `aangemeld_op`.

    Three dates: registered, first contact, and `gestart_op`: the day on which help began.
    """

    class Urgentie(models.IntegerChoices):
        """How pressing it is; the lowest goes first."""

        DRINGEND = 1, "Dringend"
        VOORRANG = 2, "Voorrang"
        GEWOON = 3, "Gewoon"

    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="wachtenden")
    kenmerk = models.CharField("dossiernummer", max_length=20)
    product = models.ForeignKey(Product, models.PROTECT, related_name="wachtenden")
    plek = models.ForeignKey(Plek, models.PROTECT, null=True, blank=True, related_name="wachtenden")
    aangemeld_op = models.DateField()
    uiterlijk = models.DateField("eerste contact uiterlijk")
    urgentie = models.PositiveSmallIntegerField(choices=Urgentie, default=Urgentie.GEWOON)
    urgentie_reden = models.CharField("waarom dringend of voorrang", max_length=300, blank=True)
    eerste_contact_op = models.DateField(null=True, blank=True)
    gestart_op = models.DateField(null=True, blank=True)
    wachttijd_dagen = models.PositiveSmallIntegerField("wachttijd volgens de aanbieder", null=True, blank=True)
    wachttijd_bron = models.CharField(max_length=10, choices=Opgave.Bron, blank=True)
    wachttijd_op = models.DateField(null=True, blank=True)
    einde_op = models.DateField(null=True, blank=True)
    einde = models.CharField(max_length=200, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["aangemeld_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "kenmerk", "product"], condition=Q(einde_op__isnull=True),
                name="wachtende_een_per_kind_en_product",
            ),
            models.CheckConstraint(
                condition=Q(eerste_contact_op__isnull=True) | Q(eerste_contact_op__gte=F("aangemeld_op")),
                name="wachtende_contact_na_aanmelding",
            ),
            models.CheckConstraint(
                condition=Q(gestart_op__isnull=True) | Q(gestart_op__gte=F("aangemeld_op"), einde_op__isnull=False),
                name="wachtende_start_is_einde",
            ),
            models.CheckConstraint(
                condition=Q(urgentie=3) | ~Q(urgentie_reden=""), name="wachtende_urgentie_met_reden"
            ),
            models.CheckConstraint(
                condition=Q(wachttijd_dagen__isnull=True) | Q(~Q(wachttijd_bron=""), wachttijd_op__isnull=False),
                name="wachtende_wachttijd_met_bron",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"wacht op {self.product} sinds {self.aangemeld_op}"


class Overbrugging(Basis):
    """What was offered to a child that waits, and whether the family wanted it. Never changed."""

    class Soort(models.TextChoices):
        """What was offered."""

        HULP = "hulp", "Overbruggende hulp"
        MAATJE = "maatje", "Maatje"
        CONTACT = "contact", "Vast contact zolang het wachten duurt"
        ANDERS = "anders", "Andere aanbieder voorgesteld"

    wachtende = models.ForeignKey(Wachtende, models.CASCADE, related_name="overbruggingen")
    soort = models.CharField(max_length=10, choices=Soort)
    wat = models.CharField("wat is aangeboden", max_length=300)
    aangenomen = models.BooleanField("het gezin wil dit")
    op = models.DateField()
    door = models.CharField(max_length=200)

    class Meta:
        ordering = ["op", "id"]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} op {self.op}"


class Wachtcontact(Basis):
    """A contact moment with a family that waits: how it goes, what changed. Never changed."""

    class Hoe(models.TextChoices):
        """In which way."""

        BELLEN = "bellen", "Gebeld"
        BEZOEK = "bezoek", "Gesproken"
        BERICHT = "bericht", "Bericht gestuurd"

    wachtende = models.ForeignKey(Wachtende, models.CASCADE, related_name="contacten")
    op = models.DateField()
    hoe = models.CharField(max_length=10, choices=Hoe)
    wat = models.CharField("hoe gaat het", max_length=300)
    door = models.CharField(max_length=200)

    class Meta:
        ordering = ["op", "id"]

    def __str__(self) -> str:
        return f"contact op {self.op}"
