"""The levels a stuck case can go to, who owns them where, and who sits in an expert team. All of it dated."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.modellen import Basis, Gedateerd, einde_na_begin
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Rol


class Niveau(models.TextChoices):
    """The levels, from near to far. Team AnderS is a way of working, so no case has to pass it to go further up."""

    LOKAAL = "lokaal", "Lokaal team"
    DOORBRAAK = "doorbraak", "Doorbraakteam"
    ANDERS = "anders", "Team AnderS"
    RET = "ret", "Regionaal Expert Team"
    BOVENREGIONAAL = "bovenregionaal", "Bovenregionaal expertteam"

    @property
    def kort(self) -> str:
        """The level in a narrow column."""
        return {"ret": "RET", "bovenregionaal": "Bovenregio", "doorbraak": "Doorbraak"}.get(self.value, self.label)

    @property
    def voluit(self) -> str:
        """The level inside a sentence: "bij het doorbraakteam", "bij Team AnderS"."""
        if self == Niveau.ANDERS:
            return self.label
        naam = {"lokaal": "lokale team", "doorbraak": "doorbraakteam", "bovenregionaal": "bovenregionaal expertteam"}
        return f"het {naam.get(self.value, self.label)}"


MET_EXPERTTEAM = (Niveau.RET, Niveau.BOVENREGIONAAL)


class Expertteam(Basis):
    """A team of experts that thinks along about one case. It advises and decides nothing.

    How long things may take is agreed in the region, so it stands here with its source.
    """

    naam = models.CharField(max_length=200, unique=True)
    organisatie = models.ForeignKey(
        Organisatie, models.PROTECT, related_name="expertteams", help_text="Waar het secretariaat zit."
    )
    screenen_dagen = models.PositiveSmallIntegerField("screenen binnen", default=5)
    reactie_dagen = models.PositiveSmallIntegerField("reactie van de verwijzer binnen", default=14)
    opvolgen_maanden = models.PositiveSmallIntegerField("terugkijken na", default=3)
    bron = models.CharField("besluit of document", max_length=300)

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.CheckConstraint(
                condition=Q(screenen_dagen__gt=0, reactie_dagen__gt=0, opvolgen_maanden__gt=0),
                name="expertteam_termijnen",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Teamlid(Gedateerd):
    """Somebody in an expert team, from the regional office or another organisation. One at a time is its secretary."""

    team = models.ForeignKey(Expertteam, models.PROTECT, related_name="leden")
    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="expertteams")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    deskundigheid = models.CharField(max_length=200)
    is_secretaris = models.BooleanField("secretaris", default=False)

    class Meta:
        ordering = ["-is_secretaris", "gebruiker__naam"]
        constraints = [
            einde_na_begin("teamlid_einde_na_begin"),
            models.UniqueConstraint(
                fields=["team", "gebruiker"], condition=Q(tot__isnull=True), name="teamlid_een_per_mens"
            ),
            models.UniqueConstraint(
                fields=["team"], condition=Q(tot__isnull=True, is_secretaris=True), name="teamlid_een_secretaris"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker} ({self.deskundigheid})"


class Niveauregel(Gedateerd):
    """Who owns a level, for one municipality or (empty) for the whole region, within how many days, on what ground.

    Without a row a level is not there, and that is shown.
    """

    gemeente = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="niveauregels",
        help_text="Leeg: voor alle gemeenten die zelf niets anders vastlegden.",
    )  # fmt: skip
    niveau = models.CharField(max_length=15, choices=Niveau)
    organisatie = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="+", help_text="Leeg: de gemeente zelf."
    )
    rol = models.CharField(max_length=30, choices=Rol)
    team = models.ForeignKey(Expertteam, models.PROTECT, null=True, blank=True, related_name="niveauregels")
    termijn_dagen = models.PositiveSmallIntegerField("binnen hoeveel dagen")
    evaluatie_dagen = models.PositiveSmallIntegerField("evaluatie binnen hoeveel dagen na het einde", default=28)
    bron = models.CharField("besluit of document", max_length=300)
    contact = models.CharField("wie je belt", max_length=200, blank=True)
    telefoon = models.CharField(max_length=30, blank=True)

    class Meta:
        ordering = ["niveau", "-van"]
        constraints = [
            einde_na_begin("niveauregel_einde_na_begin"),
            models.UniqueConstraint(
                fields=["gemeente", "niveau"], condition=Q(tot__isnull=True), name="niveauregel_een_per_gemeente"
            ),
            models.UniqueConstraint(
                fields=["niveau"], condition=Q(tot__isnull=True, gemeente__isnull=True), name="niveauregel_een_in_regio"
            ),
            models.CheckConstraint(condition=Q(termijn_dagen__gt=0), name="niveauregel_termijn"),
            models.CheckConstraint(
                condition=Q(niveau__in=MET_EXPERTTEAM, team__isnull=False, rol=Rol.EXPERT)
                | Q(~Q(niveau__in=MET_EXPERTTEAM), team__isnull=True),
                name="niveauregel_team_bij_expertniveau",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_niveau_display()} vanaf {self.van}"
