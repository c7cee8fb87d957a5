"""A proposal with its frozen texts, its questions, its reactions and the road it took."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Regio


class Staat(models.TextChoices):
    """Where a proposal stands; the road between them is in `overgangen.py`."""

    CONCEPT = "concept", "Concept"
    INTAKE = "intake", "Intake"
    BEELDVORMING = "beeldvorming", "Beeldvorming"
    MENINGSVORMING = "meningsvorming", "Meningsvorming"
    BIJSTELLING = "bijstelling", "Bijstelling"
    CONSENTRONDE = "consentronde", "Consentronde"
    TOETSING = "toetsing", "Toetsing van bezwaren"
    INTEGRATIE = "integratie", "Herstel van bezwaren"
    AANGEHOUDEN = "aangehouden", "Aangehouden"
    ESCALATIE = "escalatie", "Escalatie"
    CONSENT = "consent", "Consent"
    BEKRACHTIGING = "bekrachtiging", "Bekrachtiging"
    VAN_KRACHT = "van_kracht", "Van kracht"
    EVALUATIE = "evaluatie", "Evaluatie"
    BEEINDIGD = "beeindigd", "Beëindigd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Zichtbaarheid(models.TextChoices):
    """Who may read a paper."""

    OPENBAAR = "openbaar", "Openbaar: iedereen mag dit lezen"
    RADEN = "raden", "Raden: de griffies en iedereen van de bestuurstafel"
    DELEGATIES = "delegaties", "Delegaties: wethouders, hun adviseurs en het regiokantoor"
    VERTROUWELIJK = (
        "vertrouwelijk",
        "Vertrouwelijk: alleen de wethouders, de voorzitter, de begeleider en de secretaris",
    )


class Tafel(models.TextChoices):
    """The table a proposal belongs on; skipping one sends it back."""

    AMBTELIJK = "ambtelijk", "Ambtelijke tafel"
    MANAGEMENT = "management", "Managementtafel"
    BESTUURLIJK = "bestuurlijk", "Bestuurlijke tafel"


class Spelregel(Gedateerd):
    """A number of the procedure as data: working days for papers, rounds and days before escalation."""

    code = models.CharField(max_length=40)
    waarde = models.PositiveIntegerField()
    bron = models.CharField(max_length=300, help_text="Wie dit afsprak en wanneer.")

    class Meta:
        constraints = [
            einde_na_begin("spelregel_einde_na_begin"),
            models.UniqueConstraint(fields=["code", "van"], name="spelregel_een_per_dag"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.waarde} vanaf {self.van}"


class Principe(Gedateerd):
    """A leading principle of the region; every proposal says which one it serves."""

    tekst = models.CharField(max_length=300)
    bron = models.CharField(max_length=300)

    class Meta:
        ordering = ["tekst"]
        constraints = [einde_na_begin("principe_einde_na_begin")]

    def __str__(self) -> str:
        return self.tekst


class Voorstel(Basis):
    """Something the region may decide together.

    `stap` counts the transitions, so that a screen that is behind is noticed. `werktekst` is the text being repaired.
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    titel = models.CharField(max_length=200)
    aanleiding = models.TextField()
    voorbeeld = models.TextField(blank=True)
    inbrenger = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    inbrenger_organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    staat = models.CharField(max_length=20, choices=Staat, default=Staat.CONCEPT)
    stap = models.PositiveIntegerField(default=1)
    gemaakt_op = models.DateTimeField(default=nu)
    tafel = models.CharField(max_length=20, choices=Tafel, default=Tafel.BESTUURLIJK)
    principes = models.ManyToManyField(Principe, blank=True, related_name="voorstellen")
    bijdrage = models.TextField(blank=True, help_text="Hoe het voorstel bijdraagt aan de principes.")
    grondslag = models.TextField(blank=True)
    kosten = models.TextField(blank=True)
    gemeenten = models.ManyToManyField(Organisatie, blank=True, related_name="+")
    raakt = models.JSONField(default=list, help_text="De normen die veranderen, zoals de kamer afspraken ze opgaf.")
    zichtbaarheid = models.CharField(max_length=20, choices=Zichtbaarheid, default=Zichtbaarheid.DELEGATIES)
    zicht_uitkomst = models.CharField(max_length=20, choices=Zichtbaarheid, default=Zichtbaarheid.OPENBAAR)
    stukken_verzonden_op = models.DateField(null=True, blank=True)
    bijeenkomst_op = models.DateField(null=True, blank=True)
    werktekst = models.TextField(blank=True)
    schadebronnen = models.TextField(blank=True)
    evaluatie_op = models.DateField(null=True, blank=True)
    aangehouden_wat = models.TextField(blank=True)
    aangehouden_wie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    terug_op = models.DateField(null=True, blank=True)
    van_kracht_op = models.DateField(null=True, blank=True)
    beeindigd_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-gemaakt_op", "id"]
        indexes = [
            models.Index(fields=["evaluatie_op"], condition=Q(staat="van_kracht"), name="voorstel_evaluatie"),
            models.Index(fields=["terug_op"], condition=Q(staat="aangehouden"), name="voorstel_terug"),
        ]

    def __str__(self) -> str:
        return self.titel


class Versie(Basis):
    """One exact text. `hash` is over every character: a space changes it. A version never changes."""

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="versies")
    nummer = models.PositiveIntegerField()
    tekst = models.TextField()
    hash = models.CharField(max_length=64)
    toelichting = models.TextField(blank=True)
    door = models.CharField(max_length=200)
    gemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["nummer"]
        constraints = [models.UniqueConstraint(fields=["voorstel", "nummer"], name="versie_nummer")]

    def __str__(self) -> str:
        return f"versie {self.nummer}"


class Criterium(Basis):
    """How the region will see at review whether it works; `cijfer` names a figure of `bestuur.cijfers`."""

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="criteria")
    tekst = models.CharField(max_length=400)
    cijfer = models.CharField(max_length=60, blank=True)
    volgorde = models.PositiveIntegerField()
    vervallen = models.BooleanField(default=False)

    class Meta:
        ordering = ["volgorde"]

    def __str__(self) -> str:
        return self.tekst


class Vraag(Basis):
    """A question while the picture is formed: answered, or parked for later with what for."""

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="vragen")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    door = models.CharField(max_length=200)
    tekst = models.TextField()
    gesteld_op = models.DateTimeField(default=nu)
    antwoord = models.TextField(blank=True)
    geparkeerd = models.TextField(blank=True)
    afgedaan_door = models.CharField(max_length=200, blank=True)
    afgedaan_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["gesteld_op"]

    def __str__(self) -> str:
        return self.tekst[:80]


class Reactie(Basis):
    """One reaction of a delegate in the round of opinions, or a pass; a voice without consent right has no gemeente."""

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="reacties")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    door = models.CharField(max_length=200)
    rol = models.CharField(max_length=100)
    tekst = models.TextField(blank=True)
    gepast = models.BooleanField(default=False)
    gegeven_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["gegeven_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["voorstel", "gemeente"], condition=Q(gemeente__isnull=False), name="reactie_een_per_gemeente"
            )
        ]

    def __str__(self) -> str:
        return f"{self.door}: {self.tekst[:60]}"


class Overgang(Basis):
    """One step of the road, never changed: from where to where, who, when, and why."""

    voorstel = models.ForeignKey(Voorstel, models.PROTECT, related_name="overgangen")
    van = models.CharField(max_length=20, choices=Staat, blank=True)
    naar = models.CharField(max_length=20, choices=Staat)
    stap = models.PositiveIntegerField()
    door = models.CharField(max_length=200)
    organisatie = models.CharField(max_length=200)
    rol = models.CharField(max_length=400)
    op = models.DateTimeField(default=nu)
    toelichting = models.TextField(blank=True)

    class Meta:
        ordering = ["stap"]
        constraints = [models.UniqueConstraint(fields=["voorstel", "stap"], name="overgang_stap")]

    def __str__(self) -> str:
        return f"{self.van} → {self.naar}"
