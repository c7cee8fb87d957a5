"""Opening a round, answering without a trace, and closing it so that only the outcome stays."""

import secrets
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Case, F, Value, When
from django.urls import reverse
from django.utils.crypto import salted_hmac

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Tafel
from jeugdregio.beurten.actions import open_beurt, rond_af
from jeugdregio.leren.peiling.models import HOOGSTE, LAAGSTE, Merk, Peilregel, Ronde, Telling
from jeugdregio.leren.peiling.permissions import mag_houden, tafels_van
from jeugdregio.leren.permissions import eis
from jeugdregio.leren.tekst import toets
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie

# A mean at the very end of the scale says what everybody answered; so it is shown as "2 or lower", "9 or higher".
_LAAGST_GETOOND, _HOOGST_GETOOND = 4, 18


def regel_op(datum: date) -> Peilregel:
    """Return the numbers that hold on a day. Raises Geweigerd when nobody set them."""
    regel = Peilregel.objects.op(datum).order_by("-van").first()
    if regel is None:
        raise Geweigerd("Er zijn nog geen spelregels voor de peiling. Vraag de beheerder om die in te richten.")
    return regel


@transaction.atomic
def begin(wie: Wie, *, tafel: str, vraag: str, tot: date) -> Ronde:
    """Open a round at a table from today. Raises Conflict when one is open there."""
    eis(mag_houden(wie), "Een peiling begint bij de secretaris van het regiokantoor.")
    schoon = toets({"vraag": vraag}, {"vraag": "Schrijf de vraag op."})
    if tafel not in Tafel.values:
        raise Geweigerd("Kies een tafel.", velden={"tafel": "Kies uit de lijst."})
    if tot <= vandaag():
        raise Geweigerd("Geef mensen tijd.", velden={"tot": "Kies een dag na vandaag."})
    regel = regel_op(vandaag())
    try:
        with transaction.atomic():
            ronde = Ronde.objects.create(
                **schoon, tafel=tafel, van=vandaag(), tot=tot, minimum=regel.minimum, zout=secrets.token_hex(32)
            )
    except IntegrityError as fout:
        raise Conflict("Aan deze tafel loopt al een peiling. Sluit die eerst.") from fout
    Telling.objects.bulk_create(Telling(ronde=ronde, score=score) for score in range(LAAGSTE, HOOGSTE + 1))
    open_beurt(
        sleutel=_sleutel(ronde.pk), soort="peiling_sluiten", titel="Peiling sluiten", tekst=str(ronde),
        organisatie=wie.organisatie, rol=Rol.SECRETARIS, begon_op=tot + timedelta(days=1), uiterlijk=tot + timedelta(7),
        grondslag=f"Spelregels peiling: {regel.bron}"[:300], handeling="Sluit en toon", pad=reverse("peiling:lijst"),
        uitleg=["Antwoorden kan tot en met de laatste dag. Daarna is er een week om te sluiten."],
    )  # fmt: skip
    leg_vast(wie, "peiling.begonnen", soort="peiling", onderwerp_id=ronde.pk)
    return ronde


def heeft_geantwoord(wie: Wie, ronde: Ronde) -> bool:
    """Tell somebody whether they answered already; nobody else can ask it."""
    return Merk.objects.filter(pk=_merk(wie, ronde)).exists()


@transaction.atomic
def antwoord(wie: Wie, ronde_id: UUID, *, score: int) -> None:
    """Count one score, once a person. Raises Conflict when this person answered, or when the round is over.

    Nothing is logged: a line with a name and a time beside a count that changes would tell who said what. All ten
    counts are written, whichever it is, so that the rows themselves do not show which was touched last.
    """
    ronde = Ronde.objects.select_for_update().filter(pk=ronde_id, tafel__in=tafels_van(wie)).first()
    if ronde is None:
        raise NietGevonden("Deze peiling is er niet.")
    if ronde.gesloten_op or vandaag() > ronde.tot:
        raise Conflict("Deze peiling is voorbij. Je antwoord telt niet mee.")
    if not LAAGSTE <= score <= HOOGSTE:
        raise Geweigerd("Kies een cijfer van 1 tot 10.", velden={"score": "Kies een cijfer van 1 tot 10."})
    try:
        with transaction.atomic():
            Merk.objects.create(merk=_merk(wie, ronde), ronde=ronde)
    except IntegrityError as fout:
        raise Conflict("Je hebt al geantwoord. Dat verandert niet meer: niemand weet welk cijfer van jou is.") from fout
    erbij = Case(When(score=score, then=Value(1)), default=Value(0))
    ronde.tellingen.update(aantal=F("aantal") + erbij)


@transaction.atomic
def sluit(wie: Wie, ronde_id: UUID) -> Ronde:
    """Close a round after its last day. What stays is the mean on half a point, or that too few answered."""
    if not mag_houden(wie):
        raise GeenRecht("Een peiling sluit de secretaris van het regiokantoor.")
    ronde = Ronde.objects.select_for_update().filter(pk=ronde_id).first()
    if ronde is None:
        raise NietGevonden("Deze peiling is er niet.")
    if ronde.gesloten_op:
        raise Conflict("Deze peiling is al gesloten.")
    if vandaag() <= ronde.tot:
        raise Conflict(f"Antwoorden kan tot en met {ronde.tot:%d-%m-%Y}. Sluit daarna.")
    ronde.uitkomst = _uitkomst(ronde)
    ronde.gesloten_op, ronde.zout = vandaag(), ""
    ronde.merken.all().delete()
    ronde.tellingen.all().delete()
    ronde.save()
    rond_af(_sleutel(ronde.pk))
    leg_vast(wie, "peiling.gesloten", soort="peiling", onderwerp_id=ronde.pk)
    return ronde


def _uitkomst(ronde: Ronde) -> int | None:
    """Return the mean in half points, rounded half up; None below the minimum."""
    paren = list(ronde.tellingen.values_list("score", "aantal"))
    aantal = sum(n for _, n in paren)
    if aantal < ronde.minimum:
        return None
    som = sum(score * n for score, n in paren)
    helften = (4 * som + aantal) // (2 * aantal)
    return max(_LAAGST_GETOOND, min(_HOOGST_GETOOND, helften))


def _merk(wie: Wie, ronde: Ronde) -> str:
    return salted_hmac(f"peiling:{ronde.zout}", str(wie.gebruiker_id), algorithm="sha256").hexdigest()


def _sleutel(ronde_id: UUID) -> str:
    return f"peiling:{ronde_id}:sluiten"
