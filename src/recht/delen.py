"""Sharing what is in a child's file: on what ground somebody else may have it, and when it must not go.

Source: Jeugdwet 7.3.11 and 7.3.15. Each share is judged by itself, on the day it happens.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recht.datum import datum_kort, leeftijd
from recht.register import regel
from recht.stem import Antwoord, Maatregel, SoortMaatregel, Stem
from recht.toestemming import JW_7_3_15, KIND, MEEBESLISSEN
from recht.uitkomst import Stap, Uitkomst

__all__ = ["Deelgrond", "Delen", "delen"]

LID_1 = "Jeugdwet 7.3.11 lid 1"
LID_3 = "Jeugdwet 7.3.11 lid 3"


class Deelgrond(StrEnum):
    """On what a share rests."""

    TOESTEMMING = "toestemming"
    BETROKKEN = "rechtstreeks-betrokken"
    VERVANGER = "vervanger"
    BESLISSER = "moet-instemmen"
    PLICHT = "wettelijke-plicht"
    TOEZICHT = "ondertoezichtstelling"
    VEILIG_THUIS = "veilig-thuis"
    RAAD = "raad"

    @property
    def bron(self) -> str:
        """The article behind it."""
        return _BRON[self]


_BRON = {
    Deelgrond.TOESTEMMING: LID_1,
    Deelgrond.BETROKKEN: "Jeugdwet 7.3.11 lid 2 onder a",
    Deelgrond.VERVANGER: "Jeugdwet 7.3.11 lid 2 onder a",
    Deelgrond.BESLISSER: "Jeugdwet 7.3.11 lid 2 onder b",
    Deelgrond.PLICHT: LID_1,
    Deelgrond.TOEZICHT: "Jeugdwet 7.3.11 lid 4",
    Deelgrond.VEILIG_THUIS: "Wmo 2015 5.2.6",
    Deelgrond.RAAD: "BW 1:240",
}
_WAAROM = {
    Deelgrond.BETROKKEN: "waarom deze persoon dit nodig heeft voor het eigen werk bij deze hulp",
    Deelgrond.VERVANGER: "waarom deze vervanger dit nodig heeft",
    Deelgrond.BESLISSER: "over welke hulp deze persoon mee moet beslissen",
    Deelgrond.PLICHT: "welk artikel van de wet ertoe verplicht",
    Deelgrond.TOEZICHT: "waarom dit nodig is voor de uitvoering van de ondertoezichtstelling",
    Deelgrond.VEILIG_THUIS: "waarom dit nodig is om mishandeling of geweld te stoppen of een vermoeden te onderzoeken",
    Deelgrond.RAAD: "waarom de Raad voor de Kinderbescherming dit nodig heeft voor zijn taak",
}


@dataclass(frozen=True)
class Delen:
    """Answer: whether it may go, and who must still agree."""

    mag: bool
    grond: Deelgrond
    vereist: tuple[str, ...] = ()

    @property
    def kort(self) -> str:
        """In one word or two."""
        return "mag" if self.mag else "mag niet"


@regel(
    "gegevens-delen",
    naam="Mag een ander deze gegevens krijgen?",
    grondslag="Jeugdwet 7.3.11 en 7.3.15",
    bron="Jeugdwet art. 7.3.11 (tekst per 1-1-2026)",
    invoer={
        "grond": "waarop het delen rust",
        "geboortedatum": "geboortedatum van het kind",
        "op": "dag waarop je deelt",
        "gezagsdragers": "ouders met gezag of voogd",
        "stemmen": "antwoorden op de vraag of dit met deze ontvanger mag worden gedeeld; het kind heet 'kind'",
        "wilsbekwaam": "kan het kind zijn belangen hierin redelijk afwegen?",
        "nodig": "waarom het delen nodig is",
        "maatregel": "maatregel van de rechter",
        "schaadt_ander": "schaadt het delen de persoonlijke levenssfeer van een ander?",
    },
    voorbeelden={
        "grond=toestemming geboortedatum=2015-03-01 op=2026-02-04 gezagsdragers=moeder,vader": "mag niet",
        "grond=toestemming geboortedatum=2015-03-01 op=2026-02-04 gezagsdragers=moeder,vader "
        "stemmen=moeder/ja/2026-02-02,vader/ja/2026-02-03": "mag",
        "grond=toestemming geboortedatum=2012-05-20 op=2026-02-04 gezagsdragers=moeder "
        "stemmen=kind/ja/2026-02-04": "mag",
        "grond=rechtstreeks-betrokken geboortedatum=2015-03-01 op=2026-02-04 nodig='sluit aan op het plan'": "mag",
        "grond=rechtstreeks-betrokken geboortedatum=2015-03-01 op=2026-02-04": "mag niet",
        "grond=ondertoezichtstelling geboortedatum=2015-03-01 op=2026-02-04 nodig='bepaalt de hulp' "
        "maatregel=kinderbeschermingsmaatregel/2026-01-10/2027-01-10": "mag",
        "grond=ondertoezichtstelling geboortedatum=2015-03-01 op=2026-02-04 nodig='vraagt erom'": "mag niet",
        "grond=toestemming geboortedatum=2012-05-20 op=2026-02-04 stemmen=kind/ja/2026-02-04 "
        "schaadt_ander=ja": "mag niet",
    },
    let_op="Veilig Thuis (Wmo 2015 5.2.6) en de Raad (BW 1:240) staan buiten de Jeugdwet: laat dit nakijken. Vanaf 12 "
    "jaar geeft het kind zelf toestemming; wie met de hulp moet instemmen is geen ander (lid 2 onder b).",
)  # fmt: skip
def delen(
    grond: Deelgrond,
    geboortedatum: date,
    op: date,
    gezagsdragers: tuple[str, ...] = (),
    stemmen: tuple[Stem, ...] = (),
    *,
    wilsbekwaam: bool = True,
    nodig: str = "",
    maatregel: Maatregel | None = None,
    schaadt_ander: bool = False,
) -> Uitkomst:
    """Judge one share. Every ground but consent must say why; by consent nothing goes that harms another (lid 1)."""
    if schaadt_ander and grond is Deelgrond.TOESTEMMING:
        stap = Stap("Het delen schaadt de persoonlijke levenssfeer van een ander. Laat dat deel weg.", op, LID_1)
        return Uitkomst(waarde=Delen(False, grond), stappen=(stap,))
    if grond is Deelgrond.TOESTEMMING:
        return _met_toestemming(geboortedatum, op, gezagsdragers, stemmen, wilsbekwaam)
    if not nodig.strip():
        return Uitkomst(
            waarde=Delen(False, grond),
            stappen=(Stap("Deze grond geldt alleen als opgeschreven is waarom.", op, grond.bron),),
            ontbreekt=(_WAAROM[grond],),
        )
    if grond is Deelgrond.TOEZICHT and not _onder_toezicht(maatregel, op):
        stap = Stap(f"Op {datum_kort(op)} loopt geen ondertoezichtstelling; deze grond geldt dan niet.", op, grond.bron)
        return Uitkomst(waarde=Delen(False, grond), stappen=(stap,), ontbreekt=("een lopende ondertoezichtstelling",))
    stap = Stap(f"Het mag zonder toestemming: {nodig.strip()}.", op, grond.bron)
    zorg = Stap("Deel niet meer dan hiervoor nodig is.", None, LID_3)
    return Uitkomst(waarde=Delen(True, grond), stappen=(stap, zorg))


def _onder_toezicht(maatregel: Maatregel | None, op: date) -> bool:
    return maatregel is not None and maatregel.soort is SoortMaatregel.BESCHERMING and maatregel.geldt_op(op)


def _met_toestemming(
    geboortedatum: date, op: date, gezagsdragers: tuple[str, ...], stemmen: tuple[Stem, ...], wilsbekwaam: bool
) -> Uitkomst:
    """Under twelve, or not able to weigh it, those with authority answer in place of the child (7.3.15)."""
    jaren = leeftijd(geboortedatum, op)
    anderen = jaren < MEEBESLISSEN.op(op) or not wilsbekwaam
    vereist = (gezagsdragers or ("wie het gezag heeft",)) if anderen else (KIND,)
    wie = "ieder die het gezag heeft" if anderen else "het kind zelf"
    uitleg = Stap(f"Het kind is {jaren} jaar op {datum_kort(op)}: {wie} geeft toestemming.", op, JW_7_3_15)
    laatste = {naam: _laatste(naam, stemmen, op) for naam in vereist}
    mist = tuple(naam for naam, antwoord in laatste.items() if antwoord is None)
    nee = tuple(naam for naam, antwoord in laatste.items() if antwoord is Antwoord.NEE)
    if not mist and not nee:
        return Uitkomst(
            waarde=Delen(True, Deelgrond.TOESTEMMING, vereist),
            stappen=(uitleg, Stap("Ieder die moet instemmen, heeft ja gezegd.", None, LID_1)),
        )
    stap = Stap("Zonder toestemming krijgt een ander geen inlichtingen, inzage of afschrift.", None, LID_1)
    weigert = Stap(f"{' en '.join(nee)} wil niet dat dit wordt gedeeld.", None, LID_1)
    return Uitkomst(
        waarde=Delen(False, Deelgrond.TOESTEMMING, vereist),
        stappen=(uitleg, *((weigert,) if nee else ()), stap),
        ontbreekt=tuple(f"toestemming van {naam}" for naam in mist),
    )


def _laatste(naam: str, stemmen: tuple[Stem, ...], op: date) -> Antwoord | None:
    eigen = [stem for stem in stemmen if stem.wie == naam and stem.op <= op]
    return max(eigen, key=lambda stem: stem.op).antwoord if eigen else None
