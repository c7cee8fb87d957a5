"""The register of mandates. A record never changes: what happens to it later is a record of its own, with its day."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.bestuur.mandaten.handelingen import HANDELINGEN, Handeling
from jeugdregio.organisaties.models import Organisatie, Rol


class Soort(models.TextChoices):
    """What is given; the words are those of recht.mandaat.Soort, without the intention: that gives nothing."""

    MANDAAT = "mandaat", "Mandaat"
    VOLMACHT = "volmacht", "Volmacht"
    MACHTIGING = "machtiging", "Machtiging"


class Mandaat(Gedateerd):
    """One body lets another act on its behalf: for these acts, in these municipalities, from a day until a day.

    A function narrows a side to who has that role there; without it the body itself is meant (of a municipality: the
    college). `geval` is the reference of the one case when this is no general mandate.
    """

    soort = models.CharField(max_length=12, choices=Soort)
    gever = models.ForeignKey(Organisatie, models.PROTECT, related_name="gegeven_mandaten")
    gever_functie = models.CharField(max_length=30, choices=Rol, blank=True)
    ontvanger = models.ForeignKey(Organisatie, models.PROTECT, related_name="ontvangen_mandaten")
    ontvanger_functie = models.CharField(max_length=30, choices=Rol, blank=True)
    handelingen = models.JSONField(default=list, help_text="Codes, zie handelingen.py.")
    gemeenten = models.ManyToManyField(Organisatie, related_name="mandaten_hier")
    algemeen = models.BooleanField(default=True)
    geval = models.CharField(max_length=40, blank=True)
    schriftelijk = models.BooleanField(default=True)
    besluit = models.CharField(max_length=200)
    besluit_op = models.DateField()
    document = models.CharField(max_length=300, blank=True)
    voorwaarden = models.TextField(blank=True, help_text="Eén voorwaarde per regel.")
    verantwoording = models.CharField(max_length=300, blank=True)
    ondergeschikt = models.BooleanField(default=False)
    ondermandaat_vanaf = models.DateField(null=True, blank=True)
    vervangt = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="vervangen_door"
    )  # fmt: skip
    aangemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-van", "besluit", "id"]
        constraints: ClassVar = [
            einde_na_begin("mandaat_einde_na_begin"),
            models.CheckConstraint(condition=Q(van__gte=F("besluit_op")), name="mandaat_niet_terug_in_de_tijd"),
            models.CheckConstraint(
                condition=Q(algemeen=True, geval="", schriftelijk=True) | (Q(algemeen=False) & ~Q(geval="")),
                name="mandaat_algemeen_op_schrift",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} van {self.gever} aan {self.ontvanger}, {self.besluit}"

    @property
    def handeling_lijst(self) -> list[Handeling]:
        """The acts, with their texts."""
        return [HANDELINGEN[code] for code in self.handelingen if code in HANDELINGEN]

    @property
    def voorwaarde_lijst(self) -> tuple[str, ...]:
        """The conditions, one sentence each."""
        return tuple(regel.strip() for regel in self.voorwaarden.splitlines() if regel.strip())


class Gebeurtenis(Basis):
    """What happened to a mandate later. Only an acceptance can be without a day: then it does not count."""

    class Soort(models.TextChoices):
        """Kinds of event."""

        AANVAARD = "aanvaard", "Ingestemd"
        INSTRUCTIE = "instructie", "Instructie gegeven"
        VERANTWOORDING = "verantwoording", "Verantwoording afgelegd"
        INGETROKKEN = "ingetrokken", "Ingetrokken"
        VERVANGEN = "vervangen", "Vervangen"

    mandaat = models.ForeignKey(Mandaat, models.PROTECT, related_name="gebeurtenissen")
    soort = models.CharField(max_length=15, choices=Soort)
    op = models.DateField(null=True, blank=True)
    door = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    tekst = models.CharField(max_length=500, blank=True)
    aangemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["op", "aangemaakt_op", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(soort="aanvaard") | Q(op__isnull=False), name="gebeurtenis_heeft_een_dag"
            ),
            models.UniqueConstraint(
                fields=["mandaat", "door"], condition=Q(soort="aanvaard"), name="gebeurtenis_eenmaal_aanvaard"
            ),
            models.UniqueConstraint(
                fields=["mandaat"], condition=Q(soort__in=["ingetrokken", "vervangen"]), name="gebeurtenis_eenmaal_uit"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_soort_display()} op {self.op}"


class Betwisting(Gedateerd):
    """Somebody disputes a link: for one municipality or all, for these acts or all (empty), until it is settled."""

    mandaat = models.ForeignKey(Mandaat, models.PROTECT, related_name="betwistingen")
    door = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    handelingen = models.JSONField(default=list, blank=True)
    grond = models.CharField(max_length=500)
    bron = models.CharField(max_length=200, blank=True)
    dossier = models.CharField("geschildossier", max_length=60, blank=True)
    dossier_pad = models.CharField(max_length=200, blank=True)
    afloop = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-van", "id"]
        constraints: ClassVar = [einde_na_begin("betwisting_einde_na_begin")]

    def __str__(self) -> str:
        return f"{self.door} betwist {self.mandaat}"


class Intentie(Basis):
    """An agreement of intent: who signed is worth knowing, but it gives nobody any power."""

    titel = models.CharField(max_length=200)
    opgesteld_op = models.DateField(null=True, blank=True)
    bron = models.CharField(max_length=300)

    def __str__(self) -> str:
        return self.titel


class Ondertekening(Basis):
    """Whether a body signed an agreement of intent, when, or why not. A day the source does not give stays empty."""

    intentie = models.ForeignKey(Intentie, models.PROTECT, related_name="ondertekeningen")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    getekend = models.BooleanField()
    op = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["organisatie__naam"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["intentie", "organisatie"], name="ondertekening_een_per_organisatie")
        ]

    def __str__(self) -> str:
        return f"{self.organisatie}: {'getekend' if self.getekend else 'niet getekend'}"


class Uitoefening(Basis):
    """A power was used: for what, by whom, and what the register said then. Kept with the decision, never changed.

    `soort` and `onderwerp_id` name what was decided on ("verzoek" and its key); the decision itself stands elsewhere.
    """

    handeling = models.CharField(max_length=30)
    uitkomst = models.CharField(max_length=15)
    orgaan = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    functie = models.CharField(max_length=30, choices=Rol, blank=True)
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    datum = models.DateField()
    soort = models.CharField(max_length=30)
    onderwerp_id = models.UUIDField()
    uitleg = models.JSONField(default=dict, help_text="Het antwoord met de keten, zoals het toen was.")
    gemaakt_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["-gemaakt_op", "id"]
        indexes: ClassVar = [models.Index(fields=["soort", "onderwerp_id"], name="uitoefening_onderwerp")]

    def __str__(self) -> str:
        return f"{self.handeling} door {self.orgaan}: {self.uitkomst}"
