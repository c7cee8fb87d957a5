"""Holding a circle: beginning, taking part, writing, and closing each step before the next opens."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.leren.leerkring import beurten
from jeugdregio.leren.leerkring.models import Bijdrage, Deelnemer, Kring, Les
from jeugdregio.leren.leerkring.permissions import deelnemer_van, mag_beginnen, organiseert, zichtbare_kringen
from jeugdregio.leren.permissions import ORGANISATOREN, eis, rol_van
from jeugdregio.leren.tekst import toets
from jeugdregio.organisaties.models import Aanstelling, Organisatie
from jeugdregio.organisaties.wie import Wie

Stap = Kring.Stap
VOLGENDE = {Stap.SUCCES: Stap.REFLECTIE, Stap.REFLECTIE: Stap.LES, Stap.LES: Stap.VERHAAL, Stap.VERHAAL: Stap.KLAAR}
MINSTENS_ORGANISATIES = 2
_ALLEEN_ORGANISATOR = "Dit doet wie de leerkring organiseert."


@transaction.atomic
def begin(wie: Wie, *, titel: str, niveau: str, op: date, plaats: str) -> Kring:
    """Begin a circle and give its leader the turn of the first step. Raises GeenRecht, Geweigerd."""
    eis(mag_beginnen(wie) and wie.gebruiker is not None, "Een leerkring begint bij beleid of het regiokantoor.")
    assert wie.gebruiker is not None  # noqa: S101  eis
    schoon = toets({"titel": titel, "plaats": plaats}, {"titel": "Geef de kring een titel.", "plaats": "Waar is het?"})
    if niveau not in Kring.Niveau.values:
        raise Geweigerd("Kies wie er leren.", velden={"niveau": "Kies uit de lijst."})
    if op < vandaag():
        raise Geweigerd("Deze dag is voorbij.", velden={"op": "Kies vandaag of later."})
    kring = Kring.objects.create(
        **schoon, niveau=niveau, op=op, organisator=Organisatie.objects.get(pk=wie.organisatie_id),
        rol=rol_van(wie, ORGANISATOREN), begeleider=wie.gebruiker,
    )  # fmt: skip
    beurten.open_stap(kring)
    leg_vast(wie, "leerkring.begonnen", soort="leerkring", onderwerp_id=kring.pk)
    return kring


@transaction.atomic
def voeg_deelnemer_toe(wie: Wie, kring_id: UUID, *, aanstelling: Aanstelling, inbrenger: bool = False) -> Deelnemer:
    """Let somebody take part, until the lesson is drawn. One of them brings the success.

    Raises Conflict when this person takes part already, or when there is somebody else who brings it.
    """
    kring = pak(wie, kring_id)
    eis(organiseert(wie, kring), _ALLEEN_ORGANISATOR)
    eis_stap(kring, Stap.SUCCES, Stap.REFLECTIE)
    if not aanstelling.geldt_op(vandaag()):
        raise Geweigerd("Deze persoon werkt hier niet meer.", velden={"aanstelling": "Kies iemand anders."})
    try:
        with transaction.atomic():
            deelnemer = Deelnemer.objects.create(
                kring=kring, gebruiker=aanstelling.gebruiker, organisatie=aanstelling.organisatie,
                rol=aanstelling.rol, inbrenger=inbrenger,
            )  # fmt: skip
    except IntegrityError as fout:
        raise Conflict("Deze persoon doet al mee, of er is al iemand die het succes inbrengt.") from fout
    if kring.stap == Stap.REFLECTIE:
        beurten.open_ervaring(kring)
    leg_vast(wie, "leerkring.deelnemer", soort="leerkring", onderwerp_id=kring.pk)
    return deelnemer


@transaction.atomic
def schrijf(wie: Wie, kring_id: UUID, *, tekst: str) -> Bijdrage:
    """Write, or write again, what you bring to the present step: the success, or your reflection on it."""
    kring = pak(wie, kring_id)
    deelnemer = _mijn_plek(wie, kring)
    eis_stap(kring, Stap.SUCCES, Stap.REFLECTIE)
    if kring.stap == Stap.SUCCES:
        eis(deelnemer.inbrenger, "In deze stap vertelt alleen de inbrenger zijn succes. Daarna ben jij aan de beurt.")
    schoon = toets({"tekst": tekst}, {"tekst": "Schrijf eerst iets op."})
    bijdrage, _ = Bijdrage.objects.update_or_create(
        kring=kring, stap=kring.stap, deelnemer=deelnemer, defaults={**schoon, "op": nu()}
    )
    if deelnemer.is_ervaring and kring.stap == Stap.REFLECTIE:
        beurten.sluit_ervaring(deelnemer)
    leg_vast(wie, "leerkring.bijdrage", soort="leerkring", onderwerp_id=kring.pk, gegevens={"stap": kring.stap})
    return bijdrage


@transaction.atomic
def schrijf_les(wie: Wie, kring_id: UUID, *, tekst: str) -> Les:
    """Add a lesson, in the step of the lesson only."""
    kring = pak(wie, kring_id)
    deelnemer = _mijn_plek(wie, kring)
    eis_stap(kring, Stap.LES)
    les = Les.objects.create(kring=kring, door=deelnemer, **toets({"tekst": tekst}, {"tekst": "Schrijf de les op."}))
    leg_vast(wie, "leerkring.les", soort="leerkring", onderwerp_id=kring.pk)
    return les


@transaction.atomic
def sluit_stap(wie: Wie, kring_id: UUID, *, versie: int, geen_ervaring: str = "") -> Kring:
    """Close the present step and open the next. Raises Geweigerd with what still misses, Conflict when it changed."""
    kring = pak(wie, kring_id, versie)
    eis(organiseert(wie, kring), _ALLEEN_ORGANISATOR)
    eis_stap(kring, Stap.SUCCES, Stap.REFLECTIE, Stap.LES)
    {Stap.SUCCES: _eis_succes, Stap.REFLECTIE: _eis_reflectie, Stap.LES: _eis_les}[Stap(kring.stap)](
        kring, geen_ervaring.strip()
    )
    naar_volgende(wie, kring)
    return kring


def _eis_succes(kring: Kring, _reden: str) -> None:
    if not kring.bijdragen.filter(stap=Stap.SUCCES).exists():
        raise Geweigerd("Er is nog geen succes ingebracht. Kies een inbrenger en laat die het succes opschrijven.")
    if len(set(kring.deelnemers.values_list("organisatie_id", flat=True))) < MINSTENS_ORGANISATIES:
        raise Geweigerd("Leren doe je van elkaar: nodig iemand van een andere organisatie uit.")


def _eis_reflectie(kring: Kring, reden: str) -> None:
    """Others than who brought it looked back, of another organisation; and the expert spoke, or it says why not."""
    bijdragen = kring.bijdragen.filter(stap=Stap.REFLECTIE).select_related("deelnemer")
    inbrenger = kring.deelnemers.get(inbrenger=True)
    if not any(b.deelnemer.organisatie_id != inbrenger.organisatie_id for b in bijdragen):
        raise Geweigerd("Nog niemand van een andere organisatie keek terug. Laat eerst een ander reageren.")
    if any(b.deelnemer.is_ervaring for b in bijdragen):
        return
    wat = "Er is nog geen reactie van een ervaringsdeskundige. Wacht daarop, of schrijf waarom die er niet is."
    kring.geen_ervaring = toets({"geen_ervaring": reden}, {"geen_ervaring": wat})["geen_ervaring"]
    beurten.ervaring_vervalt(kring)


def _eis_les(kring: Kring, _reden: str) -> None:
    if not kring.lessen.exists():
        raise Geweigerd("Er is nog geen les. Schrijf op wat anderen hiervan kunnen leren.")


def naar_volgende(wie: Wie, kring: Kring) -> None:
    """Move a circle (taken with `pak`) one step on, with the turns that go with it."""
    beurten.sluit_stap(kring)
    kring.stap = VOLGENDE[Stap(kring.stap)]
    kring.versie += 1
    kring.save()
    if kring.stap != Stap.KLAAR:
        beurten.open_stap(kring)
    if kring.stap == Stap.REFLECTIE:
        beurten.open_ervaring(kring)
    leg_vast(wie, "leerkring.stap", soort="leerkring", onderwerp_id=kring.pk, gegevens={"stap": kring.stap})


def pak(wie: Wie, kring_id: UUID, versie: int | None = None) -> Kring:
    """Take a circle for a change: two people at once come one after the other. Raises NietGevonden, Conflict."""
    if not zichtbare_kringen(wie).filter(pk=kring_id).exists():
        raise NietGevonden("Deze leerkring is er niet.")
    kring = Kring.objects.select_for_update(of=("self",)).select_related("organisator", "begeleider").get(pk=kring_id)
    if versie is not None and kring.versie != versie:
        raise Conflict("Iemand heeft deze leerkring net verder gebracht. Bekijk hem opnieuw.")
    return kring


def eis_stap(kring: Kring, *stappen: str) -> None:
    """Raise Conflict unless the circle stands in one of these steps."""
    if kring.stap not in stappen:
        raise Conflict(f"Dit kan nu niet: de leerkring is bij de stap {kring.get_stap_display().lower()}.")


def _mijn_plek(wie: Wie, kring: Kring) -> Deelnemer:
    deelnemer = deelnemer_van(wie, kring)
    eis(deelnemer is not None, "Alleen wie meedoet schrijft in de leerkring.")
    assert deelnemer is not None  # noqa: S101  eis
    return deelnemer
