"""Acts on what a provider says of its places: add a row, state it anew (or that it still holds), stop it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Locatie, Product
from jeugdregio.zorglandschap.permissions import eis, zichtbare_aanbieders
from jeugdregio.zorglandschap.ruimte.beurten import sluit_nakijken
from jeugdregio.zorglandschap.ruimte.models import Opgave, Plek, Reservering
from jeugdregio.zorglandschap.ruimte.permissions import WIE_HOUDT_BIJ, houdt_bij, zichtbare_plekken

MEEST = 999  # places or hours; more is a typing error
LANGST = 1825  # five years


@dataclass(frozen=True, kw_only=True)
class NieuwePlek:
    """A row: which product where, and for whom."""

    locatie_id: UUID
    product_code: str
    maat: str
    leeftijd_van: int | None = None
    leeftijd_tot: int | None = None
    niet_voor: str = ""


def voeg_toe(wie: Wie, nieuw: NieuwePlek, *, vrij: int | None, wachtdagen: int | None, bron: str) -> Plek:
    """Add a product at a location with its first statement. Raises Geweigerd when the row is there already."""
    locatie = Locatie.objects.filter(pk=nieuw.locatie_id, aanbieder__in=zichtbare_aanbieders(wie)).first()
    if locatie is None:
        raise NietGevonden("Deze locatie is er niet.")
    eis(houdt_bij(wie, locatie.aanbieder), WIE_HOUDT_BIJ)
    product = Product.objects.filter(code=nieuw.product_code).first()
    if product is None:
        raise Geweigerd("Dit product staat niet in de catalogus.", velden={"product": "Kies een product."})
    van, tot = nieuw.leeftijd_van, nieuw.leeftijd_tot
    if van is not None and tot is not None and tot < van:
        melding = "De hoogste leeftijd is lager dan de laagste."
        raise Geweigerd(melding, velden={"leeftijd_tot": melding})
    _toets(vrij, wachtdagen)
    try:
        with transaction.atomic():
            plek = Plek.objects.create(
                locatie=locatie, product=product, maat=nieuw.maat, leeftijd_van=van, leeftijd_tot=tot,
                niet_voor=nieuw.niet_voor.strip(),
            )  # fmt: skip
            _bewaar(wie, plek, vrij, wachtdagen, bron=bron, nagekeken_op=vandaag())
            leg_vast(wie, "plek.toegevoegd", soort="plek", onderwerp_id=plek.pk)
    except IntegrityError as fout:
        melding = f"{product.naam} staat al bij {locatie}. Pas die regel aan."
        raise Geweigerd(melding, velden={"product": melding}) from fout
    return plek


def geef_op(
    wie: Wie, plek_id: UUID, *, opgave_id: UUID, vrij: int | None, wachtdagen: int | None, bron: str
) -> Opgave:  # fmt: skip
    """State what is free and how long one waits; None is unknown. The same again says that it still holds today.

    `opgave_id` is what the person saw: raises Conflict when somebody stated something else since.
    """
    _toets(vrij, wachtdagen)
    with transaction.atomic():
        plek = pak_plek(wie, plek_id)
        _eis_zelfde(plek, opgave_id)
        return _bewaar(wie, plek, vrij, wachtdagen, bron=bron, nagekeken_op=vandaag())


def stop(wie: Wie, plek_id: UUID) -> Plek:
    """Say that a product is no longer given here. Refused while somebody holds a reservation."""
    with transaction.atomic():
        plek = pak_plek(wie, plek_id)
        lopend = plek.reserveringen.filter(
            staat__in=[Reservering.Staat.GEVRAAGD, Reservering.Staat.AANGENOMEN], verloopt_op__gte=vandaag()
        )
        if lopend.exists():
            raise Geweigerd("Er staat nog een reservering op deze regel. Beantwoord die eerst.")
        plek.gestopt_op = vandaag()
        plek.save(update_fields=["gestopt_op"])
        leg_vast(wie, "plek.gestopt", soort="plek", onderwerp_id=plek.pk)
        sluit_nakijken(plek.locatie.aanbieder_id)
    return plek


def hulp_begon(wie: Wie, plek: Plek, aantal: int) -> None:
    """Take places that a child uses now off the statement. Nobody looked, so its day of checking stays.

    For a locked place, inside the transaction of the act; an unknown number stays unknown.
    """
    oud = plek.opgaven.get(vervangen_op__isnull=True)
    if oud.vrij is None:
        return
    rest = max(oud.vrij - aantal, 0)
    _bewaar(wie, plek, rest, oud.wachtdagen, bron=Opgave.Bron.SYSTEEM, nagekeken_op=oud.nagekeken_op)


def pak_plek(wie: Wie, plek_id: UUID) -> Plek:
    """Lock a row to change it, inside a transaction. Raises NietGevonden, GeenRecht."""
    plek = (
        zichtbare_plekken(wie).select_for_update(of=("self",)).filter(pk=plek_id, gestopt_op__isnull=True)
        .select_related("locatie__aanbieder", "product").first()
    )  # fmt: skip
    if plek is None:
        raise NietGevonden("Deze regel is er niet, of is gestopt.")
    eis(houdt_bij(wie, plek.locatie.aanbieder), WIE_HOUDT_BIJ)
    return plek


def _eis_zelfde(plek: Plek, opgave_id: UUID) -> None:
    geldend = plek.opgaven.get(vervangen_op__isnull=True)
    if geldend.pk != opgave_id:
        raise Conflict(
            f"{geldend.door} heeft deze regel net bijgewerkt. Kijk wat er nu staat en sla je invoer zo nodig "
            "nog eens op."
        )


def _toets(vrij: int | None, wachtdagen: int | None) -> None:
    velden = {}
    if vrij is not None and not 0 <= vrij <= MEEST:
        velden["vrij"] = f"Vul een getal van 0 tot en met {MEEST} in, of niets als je het niet weet."
    if wachtdagen is not None and not 0 <= wachtdagen <= LANGST:
        velden["wachtdagen"] = f"Vul 0 tot en met {LANGST} dagen in, of niets als je het niet weet."
    if velden:
        raise Geweigerd("Dit getal kan niet.", velden=velden)


def _bewaar(
    wie: Wie, plek: Plek, vrij: int | None, wachtdagen: int | None, *, bron: str, nagekeken_op: date
) -> Opgave:  # fmt: skip
    plek.opgaven.filter(vervangen_op__isnull=True).update(vervangen_op=nu())
    opgave = Opgave.objects.create(
        plek=plek, vrij=vrij, wachtdagen=wachtdagen, bron=bron, nagekeken_op=nagekeken_op, door=wie.gebruikersnaam,
        namens=wie.organisatie,
    )  # fmt: skip
    leg_vast(wie, "plek.opgegeven", soort="plek", onderwerp_id=plek.pk)
    sluit_nakijken(plek.locatie.aanbieder_id)
    return opgave
