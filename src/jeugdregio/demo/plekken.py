"""Places, reservations and waiting in the demonstration: every state, told by the real acts on days before today.

Numbers are made up. The towns have the rounded coordinates of their centres.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from jeugdregio.basis import klok
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.zorgaanbod import PER_CODE
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Locatie
from jeugdregio.zorglandschap.ruimte import beurten, instellen, opgeven, reserveren, wachten
from jeugdregio.zorglandschap.ruimte.bezetting import geef_bezetting_op
from jeugdregio.zorglandschap.ruimte.models import Opgave, Plek, Reservering, Wachtende

PLAATSEN = (
    ("Almere", "52.371", "5.222"), ("Lelystad", "52.508", "5.475"), ("Dronten", "52.525", "5.718"),
    ("Swifterbant", "52.571", "5.642"), ("Biddinghuizen", "52.454", "5.694"), ("Emmeloord", "52.711", "5.748"),
    ("Marknesse", "52.709", "5.864"), ("Urk", "52.662", "5.601"),
)  # fmt: skip


@dataclass(frozen=True)
class Stand:
    """What a provider says of a product on all its locations: days ago, free (None unknown), days of waiting."""

    dagen_geleden: int
    vrij: int | None
    wachtdagen: int | None
    leeftijd: tuple[int | None, int | None] = (None, None)
    niet_voor: str = ""
    maat: str = Plek.Maat.PLEKKEN


U = Plek.Maat.UREN
STANDEN: dict[tuple[str, str], Stand] = {
    ("debrug", "45A04"): Stand(3, 2, 21, (4, 18)),
    ("debrug", "45A05"): Stand(3, 24, 7, maat=U),
    ("debrug", "45A48"): Stand(20, 1, 35, (0, 18), "gezinnen die nu nergens wonen"),
    ("debrug", "46A01"): Stand(0, 1, 0),
    ("hetanker", "45A04"): Stand(6, 0, 64),
    ("hetanker", "41A03"): Stand(6, 3, 14, (4, 12)),
    ("hetanker", "46A01"): Stand(1, 2, 0),
    ("dekreek", "54001"): Stand(9, 0, 98, (6, 18)),
    ("dekreek", "54003"): Stand(9, 0, 120, (6, 18)),
    ("dekreek", "54007"): Stand(40, None, 180),
    ("polderlicht", "54003"): Stand(2, 3, 28, (8, 18), "een eetstoornis waarbij opname dreigt"),
    ("dewending", "43A01"): Stand(5, 1, 30, (4, 16)),
    ("dekade", "43A07"): Stand(4, 1, 45, (12, 18), "jongeren die een risico zijn voor jongere kinderen"),
    ("dekade", "43A01"): Stand(4, 0, 75),
    ("hetnest", "44A08"): Stand(33, None, None),
    ("dedijk", "43A12"): Stand(8, 2, 10, (12, 18), "kinderen zonder machtiging van de kinderrechter"),
    ("zuiderlicht", "45A05"): Stand(26, 10, 14, maat=U),
}  # fmt: skip


# Beds of a place with stay: in total, kept for time-out, children all week, children part of it, their nights.
BEZETTING: dict[tuple[str, str], tuple[int, int, int, int, int]] = {
    ("dekade", "43A07"): (8, 1, 5, 2, 5),
    ("dekade", "43A01"): (6, 0, 6, 0, 0),
    ("dewending", "43A01"): (4, 1, 1, 3, 8),
    ("dedijk", "43A12"): (10, 0, 8, 0, 0),
}


def laad_plekken(register: Register, vandaag: date) -> None:
    """Store the terms, towns, places with a history, reservations in every state, and children that wait."""
    regio = _wie(register.op_sleutel["regio"], Rol.CONTRACT)
    with klok.op(date(2025, 1, 1)):
        instellen.zet_termijnen(
            regio, van=date(2025, 1, 1), bron="Werkafspraak regionaal overleg (verzonnen)",
            dagen={"verouderd_na": 14, "antwoord_binnen": 3, "reservering_duurt": 14, "eerste_contact_binnen": 28},
        )  # fmt: skip
        for naam, breedte, lengte in PLAATSEN:
            instellen.bewaar_plaats(
                regio, naam=naam, breedte=Decimal(breedte), lengte=Decimal(lengte), bron="midden, afgerond"
            )
    for (adres, code), stand in STANDEN.items():
        _opgaven(register.op_sleutel[adres], code, stand, vandaag)
    _bezetting(register, vandaag)
    _reserveringen(register, vandaag)
    _wachtlijst(register, vandaag)
    beurten.bij_de_tijd(vandaag)


def _wie(organisatie: Organisatie, *rollen: str) -> Wie:
    mens = Gebruiker.objects.filter(aanstellingen__organisatie=organisatie, aanstellingen__rol__in=rollen).first()
    return Wie(organisatie, frozenset(rollen), mens, naam="planning" if mens is None else "")


def _bezetting(register: Register, vandaag: date) -> None:
    """Let providers with beds say how a week is filled, on the day they looked at their places."""
    for (adres, code), (bedden, timeout, voltijd, kinderen, nachten) in BEZETTING.items():
        aanbieder = register.op_sleutel[adres]
        for plek in Plek.objects.filter(locatie__aanbieder=aanbieder, product__code=code, product__verblijf=True):
            with klok.op(vandaag - timedelta(days=STANDEN[adres, code].dagen_geleden)):
                geef_bezetting_op(
                    _wie(aanbieder, Rol.AANBIEDER), plek.pk, gezien=None, bedden=bedden, timeout=timeout,
                    voltijd=voltijd, deeltijd_kinderen=kinderen, deeltijd_nachten=nachten,
                )  # fmt: skip


def _opgaven(aanbieder: Organisatie, code: str, stand: Stand, vandaag: date) -> None:
    """Say it twice: once a month before, when one waited shorter, and then on its own day."""
    wie = _wie(aanbieder, Rol.AANBIEDER)
    soort = {"verblijf": True} if PER_CODE[code].verblijf else {"ambulant": True}
    for locatie in Locatie.objects.filter(aanbieder=aanbieder, **soort):
        with klok.op(vandaag - timedelta(days=stand.dagen_geleden + 30)):
            plek = opgeven.voeg_toe(
                wie,
                opgeven.NieuwePlek(
                    locatie_id=locatie.pk, product_code=code, maat=stand.maat, leeftijd_van=stand.leeftijd[0],
                    leeftijd_tot=stand.leeftijd[1], niet_voor=stand.niet_voor,
                ),
                vrij=1, wachtdagen=(stand.wachtdagen or 0) // 2, bron=Opgave.Bron.SCHATTING,
            )  # fmt: skip
        eerste = plek.opgaven.get()
        with klok.op(vandaag - timedelta(days=stand.dagen_geleden)):
            opgeven.geef_op(
                wie, plek.pk, opgave_id=eerste.pk, vrij=stand.vrij, wachtdagen=stand.wachtdagen,
                bron=Opgave.Bron.ROOSTER,
            )  # fmt: skip


def _plek(register: Register, adres: str, code: str) -> Plek:
    plekken = Plek.objects.filter(locatie__aanbieder=register.op_sleutel[adres], product__code=code)
    return plekken.order_by("locatie__plaats")[0]


def _vraag(register: Register, gemeente: str, bij: tuple[str, str], kenmerk: str, op: date) -> Reservering:
    wie = _wie(register.op_sleutel[gemeente], Rol.TOEGANG)
    with klok.op(op):
        return reserveren.reserveer(wie, _plek(register, *bij).pk, kenmerk=kenmerk)


def _reserveringen(register: Register, vandaag: date) -> None:
    """Asked, accepted, refused, expired, given back and begun."""

    def antwoord(r: Reservering, ja: bool, op: date, reden: str = "") -> None:
        with klok.op(op):
            wie = _wie(r.plek.locatie.aanbieder, Rol.AANBIEDER)
            reserveren.beantwoord(wie, r.pk, versie=1, ja=ja, reden=reden)

    def terug(dagen: int) -> date:
        return vandaag - timedelta(days=dagen)

    _vraag(register, "lelystad", ("debrug", "45A04"), "LEL-7021", terug(1))
    aangenomen = _vraag(register, "lelystad", ("dekade", "43A07"), "LEL-7033", terug(3))
    antwoord(aangenomen, True, terug(2))
    geweigerd = _vraag(register, "lelystad", ("dewending", "43A01"), "LEL-7040", terug(4))
    antwoord(geweigerd, False, terug(3), "In het gezinshuis woont een kind dat veel rust nodig heeft.")
    _vraag(register, "almere", ("polderlicht", "54003"), "ALM-3310", terug(2))
    ingetrokken = _vraag(register, "dronten", ("dedijk", "43A12"), "DRO-0412", terug(5))
    with klok.op(terug(4)):
        wie = _wie(ingetrokken.gemeente, Rol.TOEGANG)
        reserveren.geef_vrij(wie, ingetrokken.pk, versie=1)
    # Asked a month ago and never answered: the daily work lets it expire.
    _vraag(register, "lelystad", ("hetanker", "46A01"), "LEL-6990", terug(30))
    begonnen = _vraag(register, "lelystad", ("hetanker", "41A03"), "LEL-7002", terug(5))
    antwoord(begonnen, True, terug(4))
    with klok.op(terug(1)):
        reserveren.begin(_wie(begonnen.gemeente, Rol.TOEGANG), begonnen.pk, versie=2, op=terug(1))


def _wachtlijst(register: Register, vandaag: date) -> None:
    """The girl of 12 who waits beyond four weeks, bridged with help and a buddy; and so many that it stalls."""
    wie = _wie(register.op_sleutel["lelystad"], Rol.TOEGANG)
    begin = vandaag - timedelta(days=48)
    meisje = _wacht(wie, "LEL-6871", "54001", begin, _plek(register, "dekreek", "54001"))
    with klok.op(begin + timedelta(days=30)):
        wachten.bied_aan(
            wie, meisje.pk, versie=1, soort="hulp", wat="Gesprekken bij de praktijkondersteuner van de huisarts",
            aangenomen=True,
        )  # fmt: skip
        wachten.bied_aan(wie, meisje.pk, versie=2, soort="maatje", wat="Maatje van het wijkteam", aangenomen=True)
    _wacht(wie, "LEL-6902", "54003", vandaag - timedelta(days=33), None)
    contact = _wacht(wie, "LEL-6950", "45A04", vandaag - timedelta(days=20), None)
    with klok.op(vandaag - timedelta(days=6)):
        wachten.eerste_contact(wie, contact.pk, versie=1, op=vandaag - timedelta(days=6))
    klaar = _wacht(wie, "LEL-6800", "41A03", vandaag - timedelta(days=60), None)
    with klok.op(vandaag - timedelta(days=30)):
        wachten.beeindig(wie, klaar.pk, versie=1, op=vandaag - timedelta(days=30), waarom="Hulp begonnen")
    for nummer, gemeente in enumerate(register.gemeenten):
        eigen = _wie(gemeente, Rol.TOEGANG)
        for volg in range(6 - nummer):
            _wacht(eigen, f"W-{gemeente.code}-{volg}", "54003", vandaag - timedelta(days=10 + 9 * volg), None)


def _wacht(wie: Wie, kenmerk: str, code: str, op: date, plek: Plek | None) -> Wachtende:
    with klok.op(op):
        return wachten.meld_aan(
            wie, kenmerk=kenmerk, product_code=code, aangemeld_op=op, plek_id=plek.pk if plek else None
        )
