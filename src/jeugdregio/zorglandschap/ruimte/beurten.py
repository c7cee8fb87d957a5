"""Turns of this room: look at your places again, answer a reservation, use it or free it, bridge the waiting."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, heropen, laat_vervallen, open_beurten, rond_af
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import systeem
from jeugdregio.zorglandschap.ruimte import termijnen
from jeugdregio.zorglandschap.ruimte.dossiers import kind_van
from jeugdregio.zorglandschap.ruimte.models import Opgave, Reservering, Wachtende

NAKIJKEN = "plek_nakijken"
_Staat = Reservering.Staat


def rol_van(aanbieder: Organisatie) -> str:
    """Return the role whose turn it is at a provider."""
    return Rol.GI if aanbieder.soort == Soort.GI else Rol.AANBIEDER


def bij_de_tijd(op: date) -> int:
    """Let reservations expire and open the turns about old statements; again changes nothing.

    Returns how many turns and expired reservations this day brought.
    """
    verlopen = _laat_verlopen(op)
    nakijken = list(_nakijken(op))
    open_beurten(nakijken)
    return verlopen + len(nakijken)


def _laat_verlopen(op: date) -> int:
    te_laat = Reservering.objects.filter(
        staat__in=[_Staat.GEVRAAGD, _Staat.AANGENOMEN], verloopt_op__lt=op
    ).values_list("pk", flat=True)
    return sum(_verloop(pk) for pk in list(te_laat))


@transaction.atomic
def _verloop(pk: UUID) -> int:
    reservering = (
        Reservering.objects.select_for_update(of=("self",))
        .filter(pk=pk, staat__in=[_Staat.GEVRAAGD, _Staat.AANGENOMEN])
        .select_related("gemeente", "plek__locatie__aanbieder", "plek__product").first()
    )  # fmt: skip
    if reservering is None:
        return 0
    reservering.staat = _Staat.VERLOPEN
    reservering.versie += 1
    reservering.save(update_fields=["staat", "versie"])
    leg_vast(
        systeem(reservering.gemeente, "systeem: reservering verloopt"), "reservering.verlopen", soort="reservering",
        onderwerp_id=reservering.pk,
    )  # fmt: skip
    laat_vervallen(sleutel_antwoord(reservering), sleutel_gebruik(reservering))
    open_beurten([zoek_verder(reservering)])
    return 1


def _nakijken(op: date) -> Iterator[NieuweBeurt]:
    """One turn per provider with old statements, and none when one is open."""
    termijn = termijnen.op(op)
    grens = op - timedelta(days=termijn.verouderd_na)
    oud = Opgave.objects.filter(
        vervangen_op__isnull=True, plek__gestopt_op__isnull=True, nagekeken_op__lt=grens
    ).select_related("plek__locatie__aanbieder")  # fmt: skip
    per_aanbieder = Counter(opgave.plek.locatie.aanbieder for opgave in oud)
    al_open = set(Beurt.objects.filter(soort=NAKIJKEN, staat=Beurt.Staat.OPEN).values_list("organisatie_id", flat=True))
    regio = Organisatie.objects.filter(soort=Soort.REGIOKANTOOR).first()
    for aanbieder, aantal in per_aanbieder.items():
        if aanbieder.pk in al_open:
            continue
        yield NieuweBeurt(
            sleutel=f"plek:{aanbieder.pk}:nakijken:{op}", soort=NAKIJKEN, titel="Vrije plekken nakijken",
            tekst=f"{aantal} {'opgave is' if aantal == 1 else 'opgaven zijn'} ouder dan {termijn.verouderd_na} dagen.",
            organisatie=aanbieder, rol=rol_van(aanbieder), begon_op=op,
            uiterlijk=op + timedelta(days=termijn.antwoord_binnen), grondslag=termijn.bron, wachtende=regio,
            handeling="Kijk na", pad=reverse("ruimte:eigen"), escalatie="contractmanager van de regio",
            uitleg=(f"Een opgave is verouderd na {termijn.verouderd_na} dagen.",
                    f"Nakijken binnen {termijn.antwoord_binnen} dagen."),
        )  # fmt: skip


def sluit_nakijken(aanbieder_id: UUID) -> None:
    """Close the turn of a provider when nothing of it is old any more."""
    open_ = Beurt.objects.filter(soort=NAKIJKEN, staat=Beurt.Staat.OPEN, organisatie=aanbieder_id)
    sleutels = list(open_.values_list("sleutel", flat=True))
    if not sleutels:
        return
    grens = vandaag() - timedelta(days=termijnen.op(vandaag()).verouderd_na)
    oud = Opgave.objects.filter(
        vervangen_op__isnull=True, plek__gestopt_op__isnull=True, plek__locatie__aanbieder=aanbieder_id,
        nagekeken_op__lt=grens,
    )  # fmt: skip
    if not oud.exists():
        rond_af(*sleutels)


def sleutel_antwoord(reservering: Reservering) -> str:
    """Key of the turn of the provider to answer."""
    return f"reservering:{reservering.pk}:antwoorden"


def sleutel_gebruik(reservering: Reservering) -> str:
    """Key of the turn of the municipality to let help begin, or free the place."""
    return f"reservering:{reservering.pk}:gebruiken"


def sleutel_verder(reservering: Reservering) -> str:
    """Key of the turn of the municipality to look for another place."""
    return f"reservering:{reservering.pk}:verder"


def _pad(reservering: Reservering) -> str:
    return reverse("ruimte:reservering", args=[reservering.pk])


def vraag_antwoord(reservering: Reservering, termijn_dagen: int, grondslag: str) -> NieuweBeurt:
    """Return the turn of the provider to accept or refuse. It names no file number: that stays behind the door."""
    aanbieder = reservering.plek.locatie.aanbieder
    uiterlijk = min(vandaag() + timedelta(days=termijn_dagen), reservering.verloopt_op)
    return NieuweBeurt(
        sleutel=sleutel_antwoord(reservering), soort="reservering_antwoorden", titel="Reservering beantwoorden",
        tekst=f"{reservering.gemeente} vraagt {reservering.aantal} {reservering.plek.get_maat_display()}: "
        f"{reservering.plek.product.naam}, {reservering.plek.locatie.naam}.",
        organisatie=aanbieder, rol=rol_van(aanbieder), wachtende=reservering.gemeente, begon_op=vandaag(),
        uiterlijk=uiterlijk, grondslag=grondslag, handeling="Neem aan of weiger", pad=_pad(reservering),
        uitleg=(f"Antwoord binnen {termijn_dagen} dagen, en voor de reservering verloopt.",),
        escalatie="contractmanager van de regio",
    )  # fmt: skip


def gebruik(reservering: Reservering) -> NieuweBeurt:
    """Return the turn of the municipality to use an accepted place before it expires."""
    return NieuweBeurt(
        sleutel=sleutel_gebruik(reservering), soort="reservering_gebruiken", titel="Gereserveerde plek gebruiken",
        tekst=f"{reservering.plek.locatie.aanbieder} houdt de plek vast. Laat de hulp beginnen of geef de plek vrij.",
        organisatie=reservering.gemeente, rol=Rol.TOEGANG, wachtende=reservering.plek.locatie.aanbieder,
        contact=reservering.gevraagd_door, begon_op=vandaag(), uiterlijk=reservering.verloopt_op,
        grondslag="duur van een reservering", handeling="Bekijk de reservering", pad=_pad(reservering),
        escalatie="teamleider toegang",
    )  # fmt: skip


def zoek_verder(reservering: Reservering) -> NieuweBeurt:
    """Return the turn of the municipality after a refusal or expiry: the child still needs a place."""
    geweigerd = reservering.staat == _Staat.GEWEIGERD
    waarom = f"Reden: {reservering.reden}" if geweigerd else "De dag is voorbij en de plek is weer vrij."
    return NieuweBeurt(
        sleutel=sleutel_verder(reservering), soort="reservering_verder",
        titel=f"Reservering {'geweigerd' if geweigerd else 'verlopen'}: zoek verder",
        tekst=f"{reservering.plek.product.naam} bij {reservering.plek.locatie.aanbieder}. {waarom}",
        organisatie=reservering.gemeente, rol=Rol.TOEGANG, contact=reservering.gevraagd_door, begon_op=vandaag(),
        uiterlijk=vandaag() + timedelta(days=7), grondslag="de hulp moet nog een plek krijgen",
        handeling="Zoek verder", pad=_pad(reservering), escalatie="teamleider toegang",
    )  # fmt: skip


def sleutel_overbruggen(wachtende: Wachtende) -> str:
    """Key of the turn to make first contact or bridge the waiting."""
    return f"wachtende:{wachtende.pk}:overbruggen"


def overbrug(wachtende: Wachtende, grondslag: str, kind_id: UUID | None) -> NieuweBeurt:
    """Return the turn to see to first contact, or to offer something for the time being, within the term."""
    return NieuweBeurt(
        sleutel=sleutel_overbruggen(wachtende), soort="wachten_overbruggen",
        titel="Eerste contact of overbrugging regelen",
        tekst=f"Een kind wacht op {wachtende.product.naam} sinds {wachtende.aangemeld_op:%d-%m-%Y}.",
        organisatie=wachtende.gemeente, rol=Rol.TOEGANG, begon_op=wachtende.aangemeld_op,
        uiterlijk=wachtende.uiterlijk, grondslag=grondslag, handeling="Bekijk de wachtlijst",
        pad=reverse("ruimte:wachtende", args=[wachtende.pk]), escalatie="teamleider toegang",
        uitleg=(f"Aangemeld op {wachtende.aangemeld_op:%d-%m-%Y}.",
                f"Eerste contact binnen {(wachtende.uiterlijk - wachtende.aangemeld_op).days} dagen."),
        kind_id=kind_id,
    )  # fmt: skip


def sleutels_contact(wachtende: Wachtende) -> list[str]:
    """Return the keys of the open turns to speak with a family that waits."""
    begin = f"wachtende:{wachtende.pk}:contact:"
    return list(
        Beurt.objects.filter(sleutel__startswith=begin, staat=Beurt.Staat.OPEN).values_list("sleutel", flat=True)
    )


def plan_contact(wachtende: Wachtende, laatst: date) -> None:
    """Let the next contact moment be due, counted from the last one; the turn of an earlier one is done."""
    rond_af(*sleutels_contact(wachtende))
    termijn = termijnen.op(laatst)
    volgend = laatst + timedelta(days=termijn.contact_elke)
    open_beurten([
        NieuweBeurt(
            sleutel=f"wachtende:{wachtende.pk}:contact:{volgend.isoformat()}", soort="wachten_contact",
            titel="Contact met een gezin dat wacht",
            tekst=f"Een kind wacht op {wachtende.product.naam} sinds {wachtende.aangemeld_op:%d-%m-%Y}.",
            organisatie=wachtende.gemeente, rol=Rol.TOEGANG, begon_op=laatst, uiterlijk=volgend,
            grondslag=termijn.bron, handeling="Leg het contact vast",
            pad=reverse("ruimte:wachtende", args=[wachtende.pk]), escalatie="teamleider toegang",
            uitleg=(f"Laatste contact op {laatst:%d-%m-%Y}.", f"Contact elke {termijn.contact_elke} dagen."),
            kind_id=kind_van(wachtende.gemeente_id, wachtende.kenmerk),
        )
    ])  # fmt: skip
    heropen(f"wachtende:{wachtende.pk}:contact:{volgend.isoformat()}")
