"""Messages that came in and go out, with their state. A message is stored before anything else happens to it."""

from django.db import models
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.basis.modellen import Basis
from jeugdregio.basis.velden import VersleuteldeBytes, VersleuteldeTekst
from jeugdregio.organisaties.models import Organisatie


class Bericht(Basis):
    """One message as it came in or goes out. The content holds personal data and is encrypted at rest."""

    class Richting(models.TextChoices):
        """Seen from this system."""

        IN = "in", "Ontvangen"
        UIT = "uit", "Verzonden"

    class Staat(models.TextChoices):
        """Life of a message.

        In: ontvangen → verwerkt | afgekeurd | herhaald. Out: klaar → bezorgd → beantwoord, or klaar → mislukt.
        """

        ONTVANGEN = "ontvangen", "Ontvangen, nog niet verwerkt"
        VERWERKT = "verwerkt", "Verwerkt"
        AFGEKEURD = "afgekeurd", "Afgekeurd"
        HERHAALD = "herhaald", "Al eerder ontvangen"
        KLAAR = "klaar", "Klaar om te bezorgen"
        BEZORGD = "bezorgd", "Bezorgd"
        BEANTWOORD = "beantwoord", "Beantwoord"
        MISLUKT = "mislukt", "Bezorgen mislukt"

    richting = models.CharField(max_length=3, choices=Richting)
    staat = models.CharField(max_length=12, choices=Staat)
    kanaal = models.CharField(max_length=10, help_text="api, map, upload, scherm of portaal")
    soort = models.CharField(max_length=5, blank=True, help_text="JW315; leeg als het niet te lezen is")
    afzender_code = models.CharField(max_length=8, blank=True)
    ontvanger_code = models.CharField(max_length=8, blank=True)
    afzender = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="berichten_uit")
    ontvanger = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="berichten_in")
    aangeboden_door = models.ForeignKey(
        Organisatie,
        models.PROTECT,
        null=True,
        related_name="aangeboden_berichten",
        help_text="Wie het aanbood; ook bekend als het bericht zelf niet te lezen is.",
    )
    identificatie = models.CharField(max_length=12, blank=True)
    dagtekening = models.DateField(null=True)
    omvang = models.PositiveIntegerField(help_text="in bytes")
    vingerafdruk = models.CharField(max_length=64, help_text="SHA-256 van de inhoud")
    aantal_bevindingen = models.PositiveIntegerField(default=0)
    antwoord_op = models.ForeignKey("self", models.PROTECT, null=True, related_name="antwoorden")
    herhaling_van = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        related_name="herhalingen",
        help_text="Het eerdere bericht met dezelfde identificatie.",
    )
    ontvangen_op = models.DateTimeField(default=nu, db_index=True)
    verwerkt_op = models.DateTimeField(null=True)
    antwoord_uiterlijk = models.DateField(
        null=True,
        help_text="Van de ander op wat wij stuurden, van ons op wat wij ontvingen.",
    )
    beantwoord_op = models.DateTimeField(null=True, help_text="Leeg zolang het antwoord ontbreekt.")
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_poging_op = models.DateTimeField(null=True)
    laatste_fout = models.CharField(max_length=500, blank=True)
    # The large fields come last: SQLite reads a row from the front, and lists need only what stands before these.
    inhoud = VersleuteldeBytes()
    bevindingen = VersleuteldeTekst(null=True, help_text="JSON: bevindingen bij controle, versleuteld")

    class Meta:
        ordering = ["-ontvangen_op", "-id"]
        constraints = [
            # TR056: an identification is used once per kind of message and sender. `afzender` is only known of a
            # message that was rightly addressed, so a message in somebody else's name uses up nothing.
            models.UniqueConstraint(
                fields=["richting", "soort", "afzender_code", "identificatie"],
                condition=Q(afzender__isnull=False) & Q(herhaling_van__isnull=True) & ~Q(identificatie=""),
                name="bericht_identificatie_uniek",
            )
        ]
        indexes = [
            models.Index(fields=["staat", "volgende_poging_op"], name="bericht_werk"),
            models.Index(fields=["afzender_code", "soort", "identificatie"], name="bericht_identificatie"),
            models.Index(fields=["identificatie"], name="bericht_nummer"),
            # The list of one organisation: in its order, and with what it is filtered on most, so that a filter that
            # finds little reads the index only.
            models.Index(
                fields=["ontvanger", "-ontvangen_op", "-id", "soort", "staat", "richting"],
                name="bericht_lijst_ontvanger",
            ),
            models.Index(
                fields=["afzender", "-ontvangen_op", "-id", "soort", "staat", "richting"], name="bericht_lijst_afzender"
            ),
            models.Index(fields=["afzender", "ontvanger", "-ontvangen_op", "-id"], name="bericht_tussen_twee"),
            models.Index(fields=["ontvanger", "staat", "-ontvangen_op", "-id"], name="bericht_staat_ontvanger"),
            models.Index(fields=["afzender", "staat", "-ontvangen_op", "-id"], name="bericht_staat_afzender"),
            models.Index(
                fields=["aangeboden_door", "-ontvangen_op"], condition=Q(afzender__isnull=True), name="bericht_los"
            ),
            models.Index(
                fields=["afzender", "antwoord_uiterlijk"],
                condition=Q(beantwoord_op__isnull=True),
                name="bericht_wacht_afzender",
            ),
            models.Index(
                fields=["ontvanger", "antwoord_uiterlijk"],
                condition=Q(beantwoord_op__isnull=True),
                name="bericht_wacht_ontvanger",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort or 'onleesbaar'} {self.identificatie} {self.afzender_code} → {self.ontvanger_code}"


class Betrokkene(models.Model):
    """A message is about a child: for who looks for the messages of one child. Holds no more than the two keys."""

    bericht = models.ForeignKey(Bericht, models.CASCADE, related_name="betrokkenen")
    kind_id = models.UUIDField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bericht", "kind_id"], name="betrokkene_uniek")]

    def __str__(self) -> str:
        return f"{self.bericht_id}"


class Afkeuring(models.Model):
    """How often one rule was broken in one message. No content, so that it can be counted without opening messages."""

    bericht = models.ForeignKey(Bericht, models.CASCADE, related_name="afkeuringen")
    op = models.DateField()
    gemeente = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="+")
    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="+")
    soort = models.CharField(max_length=5, blank=True)
    niveau = models.PositiveSmallIntegerField()
    regel = models.CharField(max_length=40)
    retourcode = models.CharField(max_length=4, blank=True)
    aantal = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bericht", "regel", "retourcode"], name="afkeuring_uniek")]
        indexes = [
            models.Index(fields=["gemeente", "op"], name="afkeuring_gemeente"),
            models.Index(fields=["aanbieder", "op"], name="afkeuring_aanbieder"),
            models.Index(fields=["retourcode", "op"], name="afkeuring_code"),
        ]

    def __str__(self) -> str:
        return f"{self.regel} {self.aantal}"


class Reeks(models.Model):
    """The last identification given to a message, per sender. Taken under a lock."""

    reeks = models.CharField(max_length=40, primary_key=True)
    laatste = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.reeks}: {self.laatste}"
