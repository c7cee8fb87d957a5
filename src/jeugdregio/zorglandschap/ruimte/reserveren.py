"""Acts on a reservation. The place is locked while it is counted, so the last one goes to one municipality only."""

import re
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Sum

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import laat_vervallen, open_beurten, rond_af
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie, systeem
from jeugdregio.zorglandschap.permissions import eis
from jeugdregio.zorglandschap.ruimte import beurten, opgeven, termijnen
from jeugdregio.zorglandschap.ruimte.models import Plek, Reservering
from jeugdregio.zorglandschap.ruimte.permissions import (
    WIE_ANTWOORDT,
    WIE_RESERVEERT,
    is_leverancier,
    reserveert,
    zichtbare_plekken,
    zichtbare_reserveringen,
)

Staat = Reservering.Staat
HOUDT_VAST = (Staat.GEVRAAGD, Staat.AANGENOMEN)
_KENMERK = re.compile(r"[A-Za-z0-9][A-Za-z0-9./-]{2,19}")


def toets_kenmerk(kenmerk: str) -> str:
    """Return a file number as it is kept. Raises Geweigerd for what may be a name or a BSN."""
    kenmerk = kenmerk.strip()
    kaal = re.sub(r"\D", "", kenmerk)
    if not _KENMERK.fullmatch(kenmerk) or not kaal:
        melding = "Vul het dossiernummer van je gemeente in, zoals K-2026-00001. Geen naam en geen spaties."
        raise Geweigerd(melding, velden={"kenmerk": melding})
    if len(kaal) in (8, 9) and re.fullmatch(r"[\d./-]+", kenmerk):
        melding = "Dit lijkt een burgerservicenummer of geboortedatum. Vul het dossiernummer in, zoals K-2026-00001."
        raise Geweigerd(melding, velden={"kenmerk": melding})
    return kenmerk


def reserveer(
    wie: Wie, plek_id: UUID, *, kenmerk: str, aantal: int = 1, toelichting: str = "", tot: date | None = None
) -> Reservering:  # fmt: skip
    """Keep a place for a child until a day (by default as long as the region agreed). The provider is then to answer.

    Raises Conflict when somebody else just took the last one, Geweigerd when there was none or nobody knows.
    """
    eis(reserveert(wie), WIE_RESERVEERT)
    kenmerk = toets_kenmerk(kenmerk)
    termijn = termijnen.op(vandaag())
    laatste_dag = vandaag() + timedelta(days=termijn.reservering_duurt)
    tot = tot or laatste_dag
    if not vandaag() <= tot <= laatste_dag:
        melding = f"Kies een dag van vandaag tot en met {laatste_dag:%d-%m-%Y}."
        raise Geweigerd(melding, velden={"tot": melding})
    try:
        with transaction.atomic():
            plek = _op_slot(wie, plek_id)
            _eis_ruimte(plek, aantal)
            reservering = Reservering.objects.create(
                plek=plek, gemeente=wie.organisatie, kenmerk=kenmerk, aantal=aantal, verloopt_op=tot,
                toelichting=toelichting.strip(), gevraagd_door=wie.gebruiker,
            )  # fmt: skip
            open_beurten([beurten.vraag_antwoord(reservering, termijn.antwoord_binnen, termijn.bron)])
            _log(wie, reservering, "gevraagd")
    except IntegrityError as fout:
        raise Conflict("Voor dit dossiernummer is deze plek al gereserveerd. Kijk bij je reserveringen.") from fout
    return reservering


def gereserveerd(plek: Plek) -> int:
    """Return how many places are held today; what expired does not count, also before the daily work ran."""
    lopend = plek.reserveringen.filter(staat__in=HOUDT_VAST, verloopt_op__gte=vandaag())
    return lopend.aggregate(som=Sum("aantal"))["som"] or 0


def _op_slot(wie: Wie, plek_id: UUID) -> Plek:
    """Return the place, locked until the transaction ends: who comes second waits here and then counts again."""
    plek = (
        zichtbare_plekken(wie).select_for_update(of=("self",)).filter(pk=plek_id, gestopt_op__isnull=True)
        .select_related("locatie__aanbieder", "product").first()
    )  # fmt: skip
    if plek is None:
        raise NietGevonden("Deze plek is er niet, of is gestopt.")
    return plek


def _eis_ruimte(plek: Plek, aantal: int) -> None:
    if not 0 < aantal <= opgeven.MEEST or (plek.maat == Plek.Maat.PLEKKEN and aantal != 1):
        melding = "Reserveer één plek per kind." if plek.maat == Plek.Maat.PLEKKEN else "Vul minstens 1 uur in."
        raise Geweigerd(melding, velden={"aantal": melding})
    vrij = plek.opgaven.get(vervangen_op__isnull=True).vrij
    aanbieder = plek.locatie.aanbieder
    if vrij is None:
        raise Geweigerd(f"Het is niet bekend of er plek is. Bel {aanbieder}; als zij het opgeven, kun je reserveren.")
    if vrij < aantal:
        raise Geweigerd(
            f"Volgens {aanbieder} is er {vrij} vrij. Kies een andere plek, of zet het kind op de wachtlijst."
        )
    if vrij - gereserveerd(plek) < aantal:
        raise Conflict(
            f"Een ander was je voor: wat bij {aanbieder} vrij is, is al gereserveerd. Er is niets vastgelegd. "
            "Kies een andere plek."
        )


def beantwoord(wie: Wie, reservering_id: UUID, *, versie: int, ja: bool, reden: str = "") -> Reservering:
    """Accept a reservation, or refuse it with a reason: then the place is free at once."""
    with transaction.atomic():
        reservering = _pak(wie, reservering_id, versie, (Staat.GEVRAAGD,))
        eis(is_leverancier(wie), WIE_ANTWOORDT)
        if not ja and not reden.strip():
            melding = "Schrijf op waarom je de plek niet kunt geven."
            raise Geweigerd(melding, velden={"reden": melding})
        reservering.staat = Staat.AANGENOMEN if ja else Staat.GEWEIGERD
        reservering.reden = "" if ja else reden.strip()
        reservering.beantwoord_op = vandaag()
        reservering.save(update_fields=["staat", "reden", "beantwoord_op"])
        rond_af(beurten.sleutel_antwoord(reservering))
        open_beurten([beurten.gebruik(reservering) if ja else beurten.zoek_verder(reservering)])
        _log(wie, reservering, reservering.staat)
    return reservering


def geef_vrij(wie: Wie, reservering_id: UUID, *, versie: int) -> Reservering:
    """Give a place back: the municipality does not need it any more."""
    with transaction.atomic():
        reservering = _pak(wie, reservering_id, versie, HOUDT_VAST)
        eis(reserveert(wie), WIE_RESERVEERT)
        _trek_in(wie, reservering)
    return reservering


def begin(wie: Wie, reservering_id: UUID, *, versie: int, op: date) -> Reservering:
    """Record that help began: the place is taken, and one fewer is free."""
    with transaction.atomic():
        reservering = _pak(wie, reservering_id, versie, (Staat.AANGENOMEN,))
        if op > vandaag() or op < reservering.gevraagd_op.date():
            melding = "Kies een dag tussen de reservering en vandaag."
            raise Geweigerd(melding, velden={"op": melding})
        _neem_in(wie, reservering, op)
    return reservering


def zag_einde(wie: Wie, reservering_id: UUID) -> Reservering:
    """Close the turn after a refusal or expiry: somebody goes on looking."""
    reservering = zichtbare_reserveringen(wie).filter(pk=reservering_id).first()
    if reservering is None:
        raise NietGevonden("Deze reservering is er niet.")
    eis(reserveert(wie), WIE_RESERVEERT)
    rond_af(beurten.sleutel_verder(reservering))
    return reservering


def hulp_begonnen(gemeente: Organisatie, aanbieder: Organisatie, code: str, kenmerk: str, op: date) -> int:
    """Take the reservations for this child, provider and product: a start message came in. Return how many.

    For the rooms above, inside their transaction.
    """
    wie = systeem(aanbieder, "systeem: hulp begonnen")
    lopend = list(_voor_kind(gemeente, aanbieder, [code], kenmerk))
    for reservering in lopend:
        _neem_in(wie, reservering, op)
    return len(lopend)


def verzoek_afgewezen(gemeente: Organisatie, aanbieder: Organisatie, codes: list[str], kenmerk: str) -> int:
    """Free the reservations for this child, provider and products: the request was refused. Return how many.

    For the rooms above, inside their transaction.
    """
    wie = systeem(gemeente, "systeem: verzoek afgewezen")
    lopend = list(_voor_kind(gemeente, aanbieder, codes, kenmerk))
    for reservering in lopend:
        _trek_in(wie, reservering)
    return len(lopend)


def _voor_kind(gemeente: Organisatie, aanbieder: Organisatie, codes: list[str], kenmerk: str) -> list[Reservering]:
    ids = list(Reservering.objects.filter(
        gemeente=gemeente, plek__locatie__aanbieder=aanbieder, plek__product__code__in=codes, kenmerk=kenmerk,
        staat__in=HOUDT_VAST,
    ).values_list("plek", flat=True))  # fmt: skip
    if not ids:
        return []
    plekken = list(Plek.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    gevonden = Reservering.objects.select_related("plek__locatie__aanbieder", "plek__product", "gemeente")
    return list(
        gevonden.filter(plek__in=plekken, gemeente=gemeente, kenmerk=kenmerk, staat__in=HOUDT_VAST).order_by("pk")
    )


def _neem_in(wie: Wie, reservering: Reservering, op: date) -> None:
    reservering.staat = Staat.BEGONNEN
    reservering.begonnen_op = op
    reservering.save(update_fields=["staat", "begonnen_op"])
    opgeven.hulp_begon(wie, reservering.plek, reservering.aantal)
    rond_af(beurten.sleutel_gebruik(reservering), beurten.sleutel_antwoord(reservering))
    _log(wie, reservering, "begonnen")


def _trek_in(wie: Wie, reservering: Reservering) -> None:
    reservering.staat = Staat.INGETROKKEN
    reservering.save(update_fields=["staat"])
    rond_af(beurten.sleutel_gebruik(reservering))
    laat_vervallen(beurten.sleutel_antwoord(reservering))
    _log(wie, reservering, "ingetrokken")


def _pak(wie: Wie, reservering_id: UUID, versie: int, staten: tuple[str, ...]) -> Reservering:
    """Return a reservation that this person may see, with its place locked, and count its version up."""
    reservering = zichtbare_reserveringen(wie).filter(pk=reservering_id).first()
    if reservering is None:
        raise NietGevonden("Deze reservering is er niet.")
    Plek.objects.select_for_update().get(pk=reservering.plek_id)
    reservering = (
        Reservering.objects.select_related("plek__locatie__aanbieder", "plek__product", "gemeente", "gevraagd_door")
        .get(pk=reservering_id)
    )  # fmt: skip
    if reservering.versie != versie:
        raise Conflict("Iemand heeft deze reservering net gewijzigd. Kijk wat er nu staat.")
    if reservering.staat not in staten or reservering.verloopt_op < vandaag():
        stand = "verlopen" if reservering.staat in HOUDT_VAST else reservering.get_staat_display().lower()
        raise Conflict(f"Dit kan nu niet: de reservering is {stand}.")
    reservering.versie += 1
    reservering.save(update_fields=["versie"])
    return reservering


def _log(wie: Wie, reservering: Reservering, wat: str) -> None:
    leg_vast(wie, f"reservering.{wat}", soort="reservering", onderwerp_id=reservering.pk)
