"""The roads to youth help: per road its steps, who decides that help is needed, and what stands in place of consent.

A step says what must be known or done, by whom, and under which article. Where a step has a legal term, it names the
rule that reckons it. What happened in a case is not known here: that is derived from its facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recht.register import regel
from recht.toegang import JW_2_3, JW_2_4, JW_2_6, JW_3_5, Toets, Toetskader, Verwijzer, kader
from recht.uitkomst import Stap, Uitkomst

JW_7_3_4 = "Jeugdwet 7.3.4"
JW_RAAD = "Jeugdwet 2.4 lid 1"
JW_WOONPLAATS = "Jeugdwet 1.1"
JW_SPOED = "Jeugdwet 2.6 lid 1 onder b"
JW_BSN = "Jeugdwet 7.2.2 tot en met 7.2.6"


class Weg(StrEnum):
    """How a question for help comes in."""

    EIGEN = "eigen"
    HUISARTS = "huisarts"
    JEUGDARTS = "jeugdarts"
    SPECIALIST = "specialist"
    GI = "gi"
    RECHTER = "rechter"
    VEILIG_THUIS = "veilig_thuis"
    SPOED = "spoed"


class Punt(StrEnum):
    """A point on a road; one word for one kind of fact."""

    ONTVANGEN = "ontvangen"
    VERWIJZING = "verwijzing"
    UITSPRAAK = "uitspraak"
    OVERLEG = "overleg"
    CONTACT = "contact"
    HULP_METEEN = "hulp_meteen"
    IDENTITEIT = "identiteit"
    WOONPLAATS = "woonplaats"
    CONTRACT = "contract"
    TOESTEMMING = "toestemming"
    ONDERZOEK = "onderzoek"
    PLAN = "plan"
    BESLUIT = "besluit"
    TOEWIJZING = "toewijzing"
    START = "start"


class Eigenaar(StrEnum):
    """Who must take a step."""

    TOEGANG = "de toegang van de gemeente"
    INDICATIE = "wie bepaalt welke hulp nodig is"
    VERWIJZER = "de verwijzer"
    AANBIEDER = "de aanbieder"
    GI = "de gecertificeerde instelling"
    RECHTER = "de rechter of officier van justitie"
    GEZIN = "het gezin"
    VEILIG_THUIS = "Veilig Thuis"


@dataclass(frozen=True)
class Wegstap:
    """One step: what, by whom, under which article; `regel` reckons its term, `achteraf` may follow the help."""

    punt: Punt
    naam: str
    wie: Eigenaar
    grondslag: str
    regel: str = ""
    achteraf: bool = False


@dataclass(frozen=True)
class Wegkaart:
    """A road: its steps in order, what the municipality may test, and which consent applies."""

    weg: Weg
    stappen: tuple[Wegstap, ...]
    toetskader: Toetskader
    toestemming: str
    toestemming_grondslag: str
    open_weg: str = ""

    @property
    def kort(self) -> str:
        """The points of the road in order."""
        return ", ".join(stap.punt for stap in self.stappen)


_P, _E = Punt, Eigenaar
_WOONPLAATS = Wegstap(_P.WOONPLAATS, "Woonplaats nagekeken", _E.TOEGANG, JW_WOONPLAATS)
_CONTRACT = Wegstap(_P.CONTRACT, "Contract nagekeken", _E.TOEGANG, "Jeugdwet 2.11")
_TOESTEMMING = Wegstap(_P.TOESTEMMING, "Toestemming gegeven", _E.GEZIN, JW_7_3_4, "toestemming")
_ONDERZOEK = Wegstap(_P.ONDERZOEK, "Onderzoek gedaan", _E.INDICATIE, JW_2_3, "toegang-acht-weken")
_PLAN = Wegstap(_P.PLAN, "Plan vastgesteld", _E.INDICATIE, "Jeugdwet 4.1.2 en 4.1.3", "plan-vaststellen")
_BESLUIT = Wegstap(_P.BESLUIT, "Besluit verstuurd", _E.TOEGANG, "Awb 4:13", "awb-beslistermijn")
_TOEWIJZING = Wegstap(_P.TOEWIJZING, "Hulp toegewezen", _E.TOEGANG, "iJw 3.2 (JW301)")
_START = Wegstap(_P.START, "Hulp gestart", _E.AANBIEDER, "iJw 3.2 (JW305)", "keten-startmelding")
_MET_BESLUIT = (_ONDERZOEK, _PLAN, _BESLUIT, _TOEWIJZING, _START)
_NA_VERWIJZING = (
    Wegstap(_P.ONTVANGEN, "Verzoek ontvangen", _E.AANBIEDER, "iJw 3.2 (JW315)", "keten-antwoord"),
    _WOONPLAATS, _CONTRACT, _TOESTEMMING, _TOEWIJZING, _START,
)  # fmt: skip

_STAPPEN: dict[Weg, tuple[Wegstap, ...]] = {
    Weg.EIGEN: (
        Wegstap(_P.ONTVANGEN, "Vraag ontvangen", _E.GEZIN, JW_2_3), _WOONPLAATS, _TOESTEMMING, *_MET_BESLUIT,
    ),
    Weg.GI: (
        Wegstap(_P.UITSPRAAK, "Maatregel uitgesproken", _E.RECHTER, "BW boek 1, titel 14"),
        Wegstap(_P.OVERLEG, "Overlegd met de gemeente", _E.GI, JW_3_5),
        Wegstap(_P.ONTVANGEN, "Verzoek ontvangen", _E.GI, JW_2_4, "keten-antwoord"),
        _WOONPLAATS, _CONTRACT, _TOEWIJZING, _START,
    ),
    Weg.RECHTER: (
        Wegstap(_P.UITSPRAAK, "Uitspraak gedaan", _E.RECHTER, JW_2_4),
        Wegstap(_P.ONTVANGEN, "Verzoek ontvangen", _E.AANBIEDER, JW_2_4, "keten-antwoord"),
        _WOONPLAATS, _CONTRACT, _TOEWIJZING, _START,
    ),
    Weg.VEILIG_THUIS: (
        Wegstap(_P.ONTVANGEN, "Overdracht ontvangen", _E.VEILIG_THUIS, "Wmo 2015 4.1.1"),
        Wegstap(_P.CONTACT, "Contactpersoon genoemd", _E.TOEGANG, "werkafspraak: dezelfde dag"),
        _WOONPLAATS, _TOESTEMMING, *_MET_BESLUIT,
    ),
    Weg.SPOED: (
        Wegstap(_P.ONTVANGEN, "Melding ontvangen", _E.TOEGANG, JW_SPOED),
        Wegstap(_P.HULP_METEEN, "Hulp meteen gestart", _E.AANBIEDER, f"{JW_SPOED}; 7.3.16 lid 1"),
        Wegstap(_P.TOESTEMMING, "Toestemming of uitspraak", _E.TOEGANG, "Jeugdwet 7.3.4; 7.3.16", "toestemming", True),
        Wegstap(_P.IDENTITEIT, "Bsn vastgesteld", _E.TOEGANG, JW_BSN, achteraf=True),
        Wegstap(_P.WOONPLAATS, "Woonplaats nagekeken", _E.TOEGANG, JW_WOONPLAATS, achteraf=True),
        Wegstap(_P.TOEWIJZING, "Hulp toegewezen", _E.TOEGANG, "iJw 3.2 (JW301)", achteraf=True),
    ),
}  # fmt: skip
for _arts in (Weg.HUISARTS, Weg.JEUGDARTS, Weg.SPECIALIST):
    _STAPPEN[_arts] = (Wegstap(_P.VERWIJZING, "Verwezen", _E.VERWIJZER, JW_2_6), *_NA_VERWIJZING)

_VERWIJZER = {
    Weg.EIGEN: Verwijzer.ZELF,
    Weg.HUISARTS: Verwijzer.HUISARTS,
    Weg.JEUGDARTS: Verwijzer.JEUGDARTS,
    Weg.SPECIALIST: Verwijzer.MEDISCH_SPECIALIST,
    Weg.GI: Verwijzer.GECERTIFICEERDE_INSTELLING,
    Weg.RECHTER: Verwijzer.RECHTER,
    Weg.VEILIG_THUIS: Verwijzer.GEMEENTE,
    Weg.SPOED: Verwijzer.GEMEENTE,
}
_WEG_VAN_CODE = {
    "01": Weg.EIGEN, "02": Weg.HUISARTS, "03": Weg.JEUGDARTS, "04": Weg.GI, "05": Weg.SPECIALIST, "06": Weg.EIGEN,
    "08": Weg.RECHTER,
}  # fmt: skip
_GEWOON = "kind en mensen met gezag, naar leeftijd"
_MAATREGEL = "de maatregel vervangt de toestemming zolang zij geldt"
_VRIJWILLIG = "vrijwillige hulp: toestemming van kind en mensen met gezag, naar leeftijd"
_ACHTERAF = "zonder toestemming als er geen tijd is; vraag die alsnog, of de rechter beslist"
_TOESTEMMING_VAN = {
    Weg.GI: (_MAATREGEL, "Jeugdwet 7.3.4 lid 1"),
    Weg.RECHTER: (_MAATREGEL, "Jeugdwet 7.3.4 lid 1"),
    Weg.VEILIG_THUIS: (_VRIJWILLIG, "Jeugdwet 7.3.4, 7.3.5 en 7.3.15"),
    Weg.SPOED: (_ACHTERAF, "Jeugdwet 7.3.16 lid 1 en 6.1.3"),
}


def weg_van_code(code: str, *, gi: bool = False) -> Weg:
    """The road that belongs to a referrer code (COD327); unknown or empty: own request.

    `gi` says that a certified institution asks: with code 08 (SAP-GI) that is its own road, not that of the court.
    """
    weg = _WEG_VAN_CODE.get(code, Weg.EIGEN)
    return Weg.GI if gi and weg is Weg.RECHTER else weg


def kaart(weg: Weg) -> Wegkaart:
    """The whole road as plain data."""
    toestemming, grondslag = _TOESTEMMING_VAN.get(weg, (_GEWOON, "Jeugdwet 7.3.4, 7.3.5 en 7.3.15"))
    open_weg = ""
    if weg is Weg.VEILIG_THUIS:
        open_weg = "Start er geen hulp, dan blijft de weg naar de Raad voor de Kinderbescherming open."
    return Wegkaart(weg, _STAPPEN[weg], kader(_VERWIJZER[weg]), toestemming, grondslag, open_weg)


@regel(
    "weg-stappen",
    naam="Welke stappen heeft deze weg naar jeugdhulp?",
    grondslag="Jeugdwet 1.1, 2.3, 2.4, 2.6, 3.5 en 7.3.4; Wmo 2015 4.1.1",
    bron="Jeugdwet hoofdstuk 2, 3 en 7; iJw 3.2; SAP-GI",
    invoer={"weg": "hoe de vraag binnenkwam"},
    voorbeelden={
        "weg=eigen": "ontvangen, woonplaats, toestemming, onderzoek, plan, besluit, toewijzing, start",
        "weg=huisarts": "verwijzing, ontvangen, woonplaats, contract, toestemming, toewijzing, start",
        "weg=gi": "uitspraak, overleg, ontvangen, woonplaats, contract, toewijzing, start",
        "weg=rechter": "uitspraak, ontvangen, woonplaats, contract, toewijzing, start",
        "weg=veilig_thuis": (
            "ontvangen, contact, woonplaats, toestemming, onderzoek, plan, besluit, toewijzing, start"
        ),
        "weg=spoed": "ontvangen, hulp_meteen, toestemming, identiteit, woonplaats, toewijzing",
    },
    let_op="De dag voor de contactpersoon na een overdracht is een werkafspraak, geen wet.",
)
def stappen(weg: Weg) -> Uitkomst:
    """The steps in order; after a referral there is no second look at the need."""
    antwoord = kaart(weg)
    regels = [Stap(f"{s.naam}: {s.wie}{' (mag achteraf)' if s.achteraf else ''}.", None, s.grondslag)
              for s in antwoord.stappen]  # fmt: skip
    wie = Stap(f"Of hulp nodig is, bepaalt {antwoord.toetskader.beoordeelt_noodzaak}.", None,
               antwoord.toetskader.grondslag)  # fmt: skip
    rest = [Stap(antwoord.open_weg, None, JW_RAAD)] if antwoord.open_weg else []
    return Uitkomst(waarde=antwoord, stappen=(wie, *regels, *rest))


@regel(
    "weg-toestemming",
    naam="Welke toestemming hoort bij deze weg?",
    grondslag="Jeugdwet 7.3.4, 7.3.5, 7.3.15 en 7.3.16",
    bron="Jeugdwet paragraaf 7.3",
    invoer={"weg": "hoe de vraag binnenkwam", "maatregel": "geldt er een maatregel of jeugdreclassering?"},
    voorbeelden={
        "weg=huisarts": "nodig",
        "weg=veilig_thuis": "nodig",
        "weg=gi maatregel=ja": "niet nodig",
        "weg=gi": "nodig",
        "weg=rechter maatregel=ja": "niet nodig",
        "weg=spoed": "mag achteraf",
    },
)
def toestemming_bij(weg: Weg, maatregel: bool = False) -> Uitkomst:
    """A measure replaces consent only on the road that carries it out; a transfer by Veilig Thuis stays voluntary."""
    tekst, grondslag = _TOESTEMMING_VAN.get(weg, (_GEWOON, "Jeugdwet 7.3.4, 7.3.5 en 7.3.15"))
    stap = Stap(tekst[0].upper() + tekst[1:] + ".", None, grondslag)
    if weg in {Weg.GI, Weg.RECHTER}:
        if maatregel:
            return Uitkomst(waarde="niet nodig", stappen=(stap,))
        gewoon = Stap("Zonder maatregel die geldt, is de gewone toestemming nodig.", None, JW_7_3_4)
        return Uitkomst(waarde="nodig", stappen=(stap, gewoon))
    return Uitkomst(waarde="mag achteraf" if weg is Weg.SPOED else "nodig", stappen=(stap,))


def toetst_noodzaak(weg: Weg) -> bool:
    """Whether the municipality judges the need on this road."""
    return Toets.NOODZAAK in kaart(weg).toetskader.mag
