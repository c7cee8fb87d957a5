"""Roads to help: what the municipality may test per referrer, and the terms around the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recht.datum import datum_nl, maanden_erbij
from recht.parameter import parameter
from recht.register import regel
from recht.termijn import dagen, loopt_af, weken
from recht.uitkomst import Stap, Uitkomst

JW_2_3 = "Jeugdwet 2.3 lid 1"
JW_2_4 = "Jeugdwet 2.4 lid 2 onder b"
JW_2_6 = "Jeugdwet 2.6 lid 1 onder e"
JW_3_5 = "Jeugdwet 3.5 lid 1"

LOKAAL_ONDERZOEK = parameter("lokaal-onderzoek", "weken", ("2015-01-01", 8, "lokale verordening"))
PLAN = parameter("plan-vaststellen", "weken", ("2015-01-01", 6, "Jeugdwet 4.1.3 lid 5"))
PLAN_SCHRIFTELIJK = parameter("plan-schriftelijk", "dagen", ("2015-01-01", 14, "Jeugdwet 4.1.3 lid 4"))
VOG = parameter("vog-bij-start", "maanden", ("2015-01-01", 3, "Jeugdwet 4.1.6 lid 2"))
VOG_ZELFSTANDIG = parameter("vog-zelfstandig", "maanden", ("2015-01-01", 36, "Jeugdwet 4.1.6 lid 4"))


class Verwijzer(StrEnum):
    """Who referred, with the code of iJw list COD327."""

    GEMEENTE = "01"
    HUISARTS = "02"
    JEUGDARTS = "03"
    GECERTIFICEERDE_INSTELLING = "04"
    MEDISCH_SPECIALIST = "05"
    ZELF = "06"
    RECHTER = "08"

    @property
    def naam(self) -> str:
        """The referrer in Dutch."""
        return {
            Verwijzer.GEMEENTE: "gemeente",
            Verwijzer.HUISARTS: "huisarts",
            Verwijzer.JEUGDARTS: "jeugdarts",
            Verwijzer.GECERTIFICEERDE_INSTELLING: "gecertificeerde instelling",
            Verwijzer.MEDISCH_SPECIALIST: "medisch specialist",
            Verwijzer.ZELF: "jeugdige of ouder zelf",
            Verwijzer.RECHTER: "rechter of officier van justitie",
        }[self]


ARTSEN = frozenset({Verwijzer.HUISARTS, Verwijzer.JEUGDARTS, Verwijzer.MEDISCH_SPECIALIST})
JUSTITIE = frozenset({Verwijzer.GECERTIFICEERDE_INSTELLING, Verwijzer.RECHTER})


class Toets(StrEnum):
    """A question the municipality might ask before it assigns help."""

    WOONPLAATS = "woonplaats"
    CONTRACT = "contract"
    SAMENLOOP = "samenloop"
    LEEFTIJD = "leeftijd"
    NOODZAAK = "noodzaak"
    BUDGET = "budget"


REDEN_TOETS = {
    "2": Toets.BUDGET,
    "3": Toets.CONTRACT,
    "4": Toets.CONTRACT,
    "5": Toets.WOONPLAATS,
    "6": Toets.SAMENLOOP,
    "7": Toets.NOODZAAK,
    "8": Toets.WOONPLAATS,
    "9": Toets.LEEFTIJD,
}
"""iJw list WJ759 (reason for refusing a request) -> what was tested; code 1 only fits a change."""


@dataclass(frozen=True)
class Toetskader:
    """What the municipality may and may not test, and under which article."""

    verwijzer: str
    mag: tuple[Toets, ...]
    mag_niet: tuple[Toets, ...]
    beoordeelt_noodzaak: str
    grondslag: str

    @property
    def kort(self) -> str:
        """The allowed tests."""
        return ", ".join(self.mag)


def kader(verwijzer: Verwijzer) -> Toetskader:
    """The frame of assessment for a referrer, as plain data."""
    if verwijzer in ARTSEN:
        mag: tuple[Toets, ...] = (Toets.WOONPLAATS, Toets.CONTRACT, Toets.SAMENLOOP, Toets.LEEFTIJD)
        return Toetskader(verwijzer.naam, mag, (Toets.NOODZAAK, Toets.BUDGET), "de verwijzer en de aanbieder", JW_2_6)
    if verwijzer in JUSTITIE:
        mag = (Toets.WOONPLAATS, Toets.CONTRACT)
        niet = (Toets.NOODZAAK, Toets.BUDGET, Toets.SAMENLOOP, Toets.LEEFTIJD)
        wie = "de rechter" if verwijzer is Verwijzer.RECHTER else "de gecertificeerde instelling, in overleg"
        return Toetskader(verwijzer.naam, mag, niet, wie, f"{JW_2_4}; {JW_3_5}")
    mag = (Toets.WOONPLAATS, Toets.NOODZAAK, Toets.CONTRACT, Toets.SAMENLOOP, Toets.LEEFTIJD)
    return Toetskader(verwijzer.naam, mag, (Toets.BUDGET,), "de gemeente, met een deskundige", JW_2_3)


@regel(
    "toegang-toetskader",
    naam="Wat mag de gemeente toetsen bij deze verwijzer?",
    grondslag="Jeugdwet 2.3 lid 1, 2.4 lid 2, 2.6 lid 1 onder e, 2.7 lid 4 en 3.5",
    bron="Jeugdwet hoofdstuk 2 en 3; SAP-GI 1.3; iJw codelijst COD327",
    invoer={"verwijzer": "code van de verwijzer (COD327)"},
    voorbeelden={
        "verwijzer=02": "woonplaats, contract, samenloop, leeftijd",
        "verwijzer=03": "woonplaats, contract, samenloop, leeftijd",
        "verwijzer=04": "woonplaats, contract",
        "verwijzer=08": "woonplaats, contract",
        "verwijzer=06": "woonplaats, noodzaak, contract, samenloop, leeftijd",
    },
)
def toetskader(verwijzer: Verwijzer) -> Uitkomst:
    """A referral by a doctor, a certified institution or a court fixes the need."""
    antwoord = kader(verwijzer)
    wie = Stap(
        f"Verwijzer: {antwoord.verwijzer}. Of hulp nodig is, bepaalt {antwoord.beoordeelt_noodzaak}.",
        None,
        antwoord.grondslag,
    )
    mag = Stap(f"De gemeente toetst: {', '.join(antwoord.mag)}.", None, antwoord.grondslag)
    niet = Stap(f"De gemeente toetst niet: {', '.join(antwoord.mag_niet)}.", None, antwoord.grondslag)
    return Uitkomst(waarde=antwoord, stappen=(wie, mag, niet))


@regel(
    "toegang-afwijzing",
    naam="Mag een verzoek om toewijzing met deze reden worden afgewezen?",
    grondslag="Jeugdwet 2.3, 2.4 lid 2, 2.6 lid 1 onder e en 3.5",
    bron="Jeugdwet; SAP-GI 1.3; iJw codelijsten COD327 en WJ759",
    invoer={
        "verwijzer": "code van de verwijzer (COD327)",
        "reden": "code van de reden (WJ759)",
        "andere_gemeente": "code van de gemeente die wel verantwoordelijk is",
    },
    voorbeelden={
        "verwijzer=02 reden=7": "mag niet",
        "verwijzer=04 reden=7": "mag niet",
        "verwijzer=08 reden=2": "mag niet",
        "verwijzer=06 reden=2": "mag niet",
        "verwijzer=02 reden=6": "mag",
        "verwijzer=04 reden=3": "mag",
        "verwijzer=08 reden=8 andere_gemeente=0034": "mag",
        "verwijzer=08 reden=8": "mag",
        "verwijzer=02 reden=1": "mag niet",
    },
    let_op="Code 2 (past niet binnen budget) mag hier nooit: geld is geen grond om nodige hulp te weigeren.",
)
def afwijzing(verwijzer: Verwijzer, reden: str, andere_gemeente: str = "") -> Uitkomst:
    """Judge a refusal code. Raises ValueError for a code that is not in the list.

    A refusal on residence is incomplete until it names the municipality that is responsible.
    """
    if reden == "1":
        stap = Stap("Code 1 past alleen bij een verzoek om wijziging.", None, "iJw WJ759")
        return Uitkomst(waarde="mag niet", stappen=(stap,))
    if reden not in REDEN_TOETS:
        raise ValueError(f"'{reden}' is geen reden van afwijzing. Kies uit: 1, {', '.join(REDEN_TOETS)}.")
    antwoord = kader(verwijzer)
    toets = REDEN_TOETS[reden]
    if toets in antwoord.mag_niet:
        return Uitkomst(waarde="mag niet", stappen=(_waarom_niet(toets, antwoord),))
    stap = Stap(f"De gemeente mag bij een {antwoord.verwijzer} toetsen op {toets}.", None, antwoord.grondslag)
    if toets is not Toets.WOONPLAATS:
        return Uitkomst(waarde="mag", stappen=(stap,))
    if not andere_gemeente:
        gemist = ("de gemeente die volgens het woonplaatsbeginsel verantwoordelijk is",)
        return Uitkomst(waarde="mag", stappen=(stap,), ontbreekt=gemist)
    door = Stap(f"Verwijs naar gemeente {andere_gemeente}; help tot die het overneemt.", None, "iJw 3.2, 2.5.1")
    return Uitkomst(waarde="mag", stappen=(stap, door))


def _waarom_niet(toets: Toets, antwoord: Toetskader) -> Stap:
    if toets is Toets.BUDGET:
        tekst = "Een tekort aan geld is geen grond om nodige hulp te weigeren. Zoek samen een andere vorm."
        return Stap(tekst, None, JW_2_3)
    tekst = f"Bij deze verwijzer toetst de gemeente niet op {toets}; dat bepaalt {antwoord.beoordeelt_noodzaak}."
    return Stap(tekst, None, antwoord.grondslag)


@regel(
    "toegang-acht-weken",
    naam="Onderzoek na een melding (lokale termijn)",
    grondslag="lokale verordening; Algemene termijnenwet art. 1",
    bron="lokale werkafspraak Jeugd Lelystad",
    invoer={"melding": "dag van de melding", "lengte": "lengte in weken, als de gemeente een andere afsprak"},
    voorbeelden={"melding=2026-02-08": "2026-04-07", "melding=2026-03-02 lengte=6": "2026-04-13"},
    let_op="Dit is niet de beslistermijn van Awb 4:13; toon beide.",
)
def acht_weken(melding: date, lengte: int | None = None) -> Uitkomst:
    """Last day of the local inquiry; the statutory term runs from the application and stands beside it.

    A municipality may have agreed another length than eight weeks.
    """
    afloop = loopt_af(weken(lengte or LOKAAL_ONDERZOEK.op(melding)), melding, bron="lokale verordening")
    naast = Stap("De wettelijke beslistermijn loopt hiernaast, vanaf de aanvraag.", None, "Awb 4:13")
    return Uitkomst(datum=afloop.datum, stappen=(*afloop.stappen, naast))


@regel(
    "plan-vaststellen",
    naam="Plan vaststellen als er geen familiegroepsplan komt",
    grondslag="Jeugdwet 4.1.2 en 4.1.3 lid 5",
    bron="Jeugdwet art. 4.1.3",
    invoer={"afgezien_op": "dag waarop vaststond dat er geen familiegroepsplan komt"},
    voorbeelden={"afgezien_op=2026-03-02": "2026-04-13", "afgezien_op=2026-03-16": "2026-04-28"},
)
def plan(afgezien_op: date) -> Uitkomst:
    """Last day to settle the plan; a family group plan comes first."""
    eerst = Stap("Bied eerst een familiegroepsplan aan.", None, "Jeugdwet 4.1.2")
    afloop = loopt_af(weken(PLAN.op(afgezien_op)), afgezien_op, bron="Jeugdwet 4.1.3 lid 5")
    return Uitkomst(datum=afloop.datum, stappen=(eerst, *afloop.stappen))


@regel(
    "plan-schriftelijk",
    naam="Plan op schrift stellen",
    grondslag="Jeugdwet 4.1.3 lid 4",
    bron="Jeugdwet art. 4.1.3",
    invoer={"gevraagd_op": "dag waarop jeugdige, ouder of aanbieder erom vroeg"},
    voorbeelden={"gevraagd_op=2026-03-10": "2026-03-24", "gevraagd_op=2026-04-13": "2026-04-28"},
)
def plan_schriftelijk(gevraagd_op: date) -> Uitkomst:
    """Last day to write the plan down."""
    afloop = loopt_af(dagen(PLAN_SCHRIFTELIJK.op(gevraagd_op)), gevraagd_op, bron="Jeugdwet 4.1.3 lid 4")
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)


@regel(
    "toegang-vog",
    naam="Is de verklaring omtrent het gedrag nog goed?",
    grondslag="Jeugdwet 4.1.6 lid 2 en 4",
    bron="Jeugdwet art. 4.1.6",
    invoer={
        "afgegeven": "dag waarop de verklaring is afgegeven",
        "op": "dag waarop iemand begint, of bij een zelfstandige: vandaag",
        "zelfstandig": "werkt de hulpverlener alleen voor zichzelf?",
    },
    voorbeelden={
        "afgegeven=2026-02-01 op=2026-05-01": "goed",
        "afgegeven=2026-02-01 op=2026-05-02": "te oud",
        "afgegeven=2026-02-01 op=2028-05-02 zelfstandig=ja": "goed",
        "afgegeven=2026-02-01 op=2029-02-02 zelfstandig=ja": "te oud",
    },
)
def vog(afgegeven: date, op: date, zelfstandig: bool = False) -> Uitkomst:
    """At the start not older than three months; for a solo worker at most three years."""
    norm = VOG_ZELFSTANDIG if zelfstandig else VOG
    tot = maanden_erbij(afgegeven, norm.op(op))
    goed = afgegeven <= op <= tot
    stap = Stap(f"De verklaring is bruikbaar tot en met {datum_nl(tot)}.", tot, norm.waarden[-1].bron)
    return Uitkomst(waarde="goed" if goed else "te oud", stappen=(stap,))
