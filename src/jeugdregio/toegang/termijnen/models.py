"""Clocks: each legal or local term of a case, what made it start, stand still and stop, and when it ends."""

from django.db import models
from django.db.models import F, Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Kind


class Klok(Basis):
    """One term that runs: `regel` of the law library over `begon_op`, `invoer` and its suspensions gives `einde`.

    `onderwerp_soort` and `onderwerp_id` name what it is about when that lives in a room above (a decision, an
    objection); by default the question for help, else the child. `vooraf` are steps that explain why this term holds
    here (a local norm); `uitleg` are all steps as they were calculated last, those of `vooraf` first.
    """

    class Staat(models.TextChoices):
        """Life of a clock."""

        LOOPT = "loopt", "Loopt"
        GESTOPT = "gestopt", "Gestopt"
        VERVALLEN = "vervallen", "Vervallen"

    regel = models.CharField(max_length=60, help_text="Code van de regel van recht.")
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="klokken")
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, related_name="klokken")
    hulpvraag = models.ForeignKey(Hulpvraag, models.PROTECT, null=True, blank=True, related_name="klokken")
    onderwerp_soort = models.CharField(max_length=30)
    onderwerp_id = models.UUIDField()
    kenmerk = models.CharField(max_length=40, blank=True, help_text="Van het onderwerp, om het terug te vinden.")
    pad = models.CharField(max_length=200, blank=True, help_text="Waar het gebeurt; leeg: de klok zelf.")
    rol = models.CharField(max_length=30, blank=True, help_text="Wie aan zet is; leeg: niemand bij de gemeente.")
    begon_op = models.DateField()
    invoer = models.JSONField(default=dict, help_text="Overige invoer van de regel, zoals geschreven.")
    vooraf = models.JSONField(default=list)
    grond = models.CharField(max_length=300)
    eerste_einde = models.DateField(help_text="Zoals berekend bij de start.")
    einde = models.DateField(help_text="Laatste dag; die dag is nog op tijd.")
    uitleg = models.JSONField(default=list)
    ontbreekt = models.JSONField(default=list)
    verdaagd_tot = models.DateField(null=True, blank=True)
    verdaging_bekend_op = models.DateField(null=True, blank=True)
    verdaging_reden = models.TextField(blank=True)
    staat = models.CharField(max_length=10, choices=Staat, default=Staat.LOOPT)
    gestopt_op = models.DateField(null=True, blank=True)
    gestopt_door = models.CharField(max_length=200, blank=True, help_text="Wat de klok stopte.")
    aangemaakt_op = models.DateTimeField(default=nu)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["einde", "aangemaakt_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["regel", "onderwerp_soort", "onderwerp_id"], condition=Q(staat="loopt"), name="klok_een_loopt"
            ),
            models.CheckConstraint(condition=Q(einde__gte=F("begon_op")), name="klok_einde_na_begin"),
            models.CheckConstraint(
                condition=Q(staat="loopt", gestopt_op__isnull=True) | ~Q(staat="loopt") & Q(gestopt_op__isnull=False),
                name="klok_gestopt_met_dag",
            ),
            models.CheckConstraint(
                condition=Q(verdaagd_tot__isnull=True) | Q(verdaging_bekend_op__isnull=False),
                name="klok_verdaging_gemeld",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "staat"], name="klok_kind"),
            models.Index(fields=["onderwerp_soort", "onderwerp_id"], name="klok_onderwerp"),
            models.Index(fields=["einde"], condition=Q(staat="loopt"), name="klok_loopt_tot"),
        ]

    def __str__(self) -> str:
        return f"{self.regel} tot en met {self.einde}"

    @property
    def loopt(self) -> bool:
        """Tell whether this clock still runs."""
        return self.staat == self.Staat.LOOPT


class Opschorting(Basis):
    """A period in which a clock stands still: from `vanaf` up to, not including, `tot`.

    With missing papers `gevraagd_op` is the day of the invitation and `voor` the date set in it; the clock goes on
    when they came in (`binnen_op`) or on the unused date. With consent or delay both dates were agreed.
    """

    class Soort(models.TextChoices):
        """Why the clock stands still."""

        AANVULLING = "aanvulling", "Ontbrekende gegevens gevraagd (Awb 4:15 lid 1)"
        INSTEMMING = "instemming", "Uitstel waarmee de aanvrager schriftelijk instemt (Awb 4:15 lid 2 onder a)"
        AANVRAGER = "aanvrager", "Vertraging door de aanvrager (Awb 4:15 lid 2 onder b)"

    klok = models.ForeignKey(Klok, models.CASCADE, related_name="opschortingen")
    soort = models.CharField(max_length=10, choices=Soort)
    gevraagd_op = models.DateField(null=True, blank=True)
    voor = models.DateField(null=True, blank=True)
    binnen_op = models.DateField(null=True, blank=True)
    vanaf = models.DateField()
    tot = models.DateField()
    reden = models.TextField(help_text="Wat er ontbreekt, of wat is afgesproken.")
    vastgelegd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["vanaf"]
        constraints = [
            models.CheckConstraint(condition=Q(tot__gte=F("vanaf")), name="opschorting_tot_na_vanaf"),
            models.CheckConstraint(
                condition=~Q(soort="aanvulling") | Q(gevraagd_op__isnull=False, voor__isnull=False),
                name="opschorting_aanvulling_met_datum",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} van {self.vanaf} tot {self.tot}"

    @property
    def dagen(self) -> int:
        """How many calendar days the clock stood still."""
        return (self.tot - self.vanaf).days

    @property
    def open(self) -> bool:
        """Tell whether papers that were asked for have not come in."""
        return self.soort == self.Soort.AANVULLING and self.binnen_op is None


class Ingebrekestelling(Basis):
    """A written notice of default (Awb 4:17). One that came too early has no effect, and stays on record."""

    klok = models.ForeignKey(Klok, models.CASCADE, related_name="ingebrekestellingen")
    ontvangen_op = models.DateField()
    einde = models.DateField(help_text="Het einde van de termijn toen zij binnenkwam.")
    heeft_gevolg = models.BooleanField()
    beslis_uiterlijk = models.DateField(null=True, blank=True, help_text="Twee weken later; daarna loopt de dwangsom.")
    uitleg = models.JSONField(default=list)
    vastgelegd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=nu)

    class Meta:
        ordering = ["ontvangen_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["klok"], condition=Q(heeft_gevolg=True), name="ingebrekestelling_een_met_gevolg"
            ),
            models.CheckConstraint(
                condition=Q(heeft_gevolg=False) | Q(beslis_uiterlijk__isnull=False),
                name="ingebrekestelling_met_datum",
            ),
        ]

    def __str__(self) -> str:
        return f"ingebrekestelling van {self.ontvangen_op}"
