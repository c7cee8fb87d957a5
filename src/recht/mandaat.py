"""Mandate, power of attorney and authorisation: Awb division 10.1.1, by analogy on the other two (Awb 10:12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from recht.datum import datum_kort
from recht.register import regel
from recht.uitkomst import Stap, Uitkomst


class Soort(Enum):
    """What was given. An intention is named here because people take it for a mandate: it never is one."""

    MANDAAT = "mandaat"
    VOLMACHT = "volmacht"
    MACHTIGING = "machtiging"
    INTENTIE = "intentie"


class Aard(Enum):
    """What an act is in law."""

    BESLUIT = "besluit"
    PRIVAATRECHTELIJK = "privaatrechtelijk"
    FEITELIJK = "feitelijk"


PAST = {Aard.BESLUIT: Soort.MANDAAT, Aard.PRIVAATRECHTELIJK: Soort.VOLMACHT, Aard.FEITELIJK: Soort.MACHTIGING}


class Slotsom(Enum):
    """May this body do this? Disputed means: the chain is whole, but an open dispute covers one of its links."""

    BEVOEGD = "bevoegd"
    BEVOEGD_MITS = "bevoegd mits"
    BETWIST = "betwist"
    ONBEVOEGD = "onbevoegd"


@regel(
    "awb-mandaat-soort",
    naam="Past deze bevoegdheid bij deze handeling?",
    grondslag="Awb 10:1 en 10:12",
    bron="Algemene wet bestuursrecht art. 10:1 en 10:12",
    invoer={"soort": "wat er is gegeven", "aard": "wat de handeling in het recht is"},
    voorbeelden={
        "soort=mandaat aard=besluit": "past",
        "soort=volmacht aard=besluit": "past niet",
        "soort=volmacht aard=privaatrechtelijk": "past",
        "soort=machtiging aard=besluit": "past niet",
        "soort=intentie aard=besluit": "past niet",
        "soort=intentie aard=feitelijk": "past niet",
    },
)
def soort_past(soort: Soort, aard: Aard) -> Uitkomst:
    """Tell whether this kind of power covers this kind of act."""
    nodig = PAST[aard]
    if soort is nodig:
        return Uitkomst(waarde="past", stappen=(Stap(_DOET[soort], None, "Awb 10:1 en 10:12"),))
    tekst = f"{_DOET[soort]} Voor deze handeling is een {nodig.value} nodig."
    return Uitkomst(
        waarde="past niet",
        stappen=(Stap(tekst, None, "Awb 10:1 en 10:12"),),
        ontbreekt=(f"een {nodig.value}",),
    )


_DOET = {
    Soort.MANDAAT: "Een mandaat geeft de bevoegdheid om namens een bestuursorgaan besluiten te nemen.",
    Soort.VOLMACHT: "Een volmacht geeft de bevoegdheid om namens een ander contracten te sluiten, geen besluit.",
    Soort.MACHTIGING: "Een machtiging geeft de bevoegdheid om feitelijk iets te doen, niet om te besluiten.",
    Soort.INTENTIE: "Een intentieovereenkomst zegt wat partijen van plan zijn. Zij geeft geen bevoegdheid.",
}


@regel(
    "awb-mandaat-schakel",
    naam="Geldt dit mandaat op deze dag?",
    grondslag="Awb 10:4, 10:5, 10:8 en 10:9",
    bron="Algemene wet bestuursrecht afdeling 10.1.1",
    invoer={
        "datum": "dag waarop de bevoegdheid wordt gebruikt",
        "verleend": "dag van het besluit waarmee zij is gegeven",
        "vanaf": "eerste dag waarop zij geldt",
        "tot": "laatste dag waarop zij geldt",
        "beeindigd": "eerste dag waarop zij is ingetrokken of vervangen",
        "ondergeschikt": "werkt de ontvanger onder verantwoordelijkheid van de gever?",
        "ingestemd": "dag waarop de ontvanger instemde",
        "algemeen": "geldt zij voor meer dan één zaak?",
        "schriftelijk": "staat zij op schrift?",
        "ondermandaat": "geeft de gever een bevoegdheid door die hij zelf kreeg?",
        "ondermandaat_vanaf": "dag vanaf welke doorgeven mocht",
    },
    voorbeelden={
        "datum=2025-03-04 verleend=2014-12-16 vanaf=2015-01-01 ingestemd=2014-12-18": "geldig",
        "datum=2025-03-04 verleend=2014-12-16 vanaf=2015-01-01": "ongeldig",
        "datum=2026-03-04 verleend=2026-03-02 vanaf=2026-03-02 ondergeschikt=ja ondermandaat=ja "
        "ondermandaat_vanaf=2026-04-01": "ongeldig",
        "datum=2026-04-02 verleend=2026-03-02 vanaf=2026-04-01 ondergeschikt=ja ondermandaat=ja "
        "ondermandaat_vanaf=2026-04-01": "geldig",
        "datum=2026-03-04 verleend=2026-03-02 vanaf=2026-03-02 ondergeschikt=ja ondermandaat=ja": "ongeldig",
        "datum=2026-03-04 verleend=2026-01-05 vanaf=2026-01-05 ondergeschikt=ja schriftelijk=nee": "ongeldig",
        "datum=2026-03-04 verleend=2026-01-05 vanaf=2026-01-05 ondergeschikt=ja schriftelijk=nee "
        "algemeen=nee": "geldig",
        "datum=2026-03-04 verleend=2026-01-05 vanaf=2026-01-05 tot=2026-03-03 ondergeschikt=ja": "ongeldig",
        "datum=2026-03-04 verleend=2026-01-05 vanaf=2026-01-05 beeindigd=2026-03-04 ondergeschikt=ja": "ongeldig",
    },
)
def schakel(
    datum: date,
    verleend: date,
    vanaf: date,
    *,
    tot: date | None = None,
    beeindigd: date | None = None,
    ondergeschikt: bool = False,
    ingestemd: date | None = None,
    algemeen: bool = True,
    schriftelijk: bool = True,
    ondermandaat: bool = False,
    ondermandaat_vanaf: date | None = None,
) -> Uitkomst:
    """Judge one link of a chain on one day; `ontbreekt` names everything that keeps it from holding.

    A sub-mandate that began before it was allowed does not mend by itself: it must be given again.
    """
    oordelen = (
        *_looptijd(datum, verleend, vanaf, tot, beeindigd),
        _instemming(datum, ondergeschikt, ingestemd),
        _schrift(algemeen, schriftelijk),
        *([_doorgeven(vanaf, ondermandaat_vanaf)] if ondermandaat else []),
    )
    ontbreekt = tuple(mist for _, mist in oordelen if mist)
    return Uitkomst(
        waarde="ongeldig" if ontbreekt else "geldig",
        stappen=tuple(stap for stap, _ in oordelen),
        ontbreekt=ontbreekt,
    )


Oordeel = tuple[Stap, str]


def _looptijd(
    datum: date, verleend: date, vanaf: date, tot: date | None, beeindigd: date | None
) -> tuple[Oordeel, ...]:
    begin = max(verleend, vanaf)
    if datum < begin:
        tekst = f"Dit geldt pas vanaf {datum_kort(begin)}."
        return ((Stap(tekst, begin, "Awb 10:1"), f"een besluit dat op {datum_kort(datum)} al geldt"),)
    oordelen: list[Oordeel] = [(Stap(f"Dit geldt vanaf {datum_kort(begin)}.", begin, "Awb 10:1"), "")]
    if beeindigd is not None and datum >= beeindigd:
        tekst = f"Dit is ingetrokken of vervangen per {datum_kort(beeindigd)}."
        oordelen.append((Stap(tekst, beeindigd, "Awb 10:8"), "een mandaat dat niet is ingetrokken"))
    elif tot is not None and datum > tot:
        tekst = f"Dit liep af op {datum_kort(tot)}."
        oordelen.append((Stap(tekst, tot), f"een verlenging na {datum_kort(tot)}"))
    return tuple(oordelen)


def _instemming(datum: date, ondergeschikt: bool, ingestemd: date | None) -> Oordeel:
    artikel = "Awb 10:4 lid 1"
    if ondergeschikt:
        return Stap("De ontvanger werkt onder de gever; instemming is niet nodig.", None, artikel), ""
    if ingestemd is None:
        tekst = "De ontvanger werkt niet onder de gever. Dat hij instemde, met de datum, staat niet vast."
        return Stap(tekst, None, artikel), "de instemming van de ontvanger, met datum"
    if ingestemd > datum:
        tekst = f"De ontvanger stemde pas op {datum_kort(ingestemd)} in."
        return Stap(tekst, ingestemd, artikel), f"instemming op of voor {datum_kort(datum)}"
    return Stap(f"De ontvanger stemde op {datum_kort(ingestemd)} in.", ingestemd, artikel), ""


def _schrift(algemeen: bool, schriftelijk: bool) -> Oordeel:
    artikel = "Awb 10:5 lid 2"
    if not algemeen:
        return Stap("Dit geldt voor één zaak; op schrift hoeft dan niet.", None, artikel), ""
    if not schriftelijk:
        return Stap("Een algemeen mandaat moet op schrift staan. Dit is mondeling gegeven.", None, artikel), (
            "het algemene mandaat op schrift"
        )
    return Stap("Het algemene mandaat staat op schrift.", None, artikel), ""


def _doorgeven(vanaf: date, toegestaan: date | None) -> Oordeel:
    artikel = "Awb 10:9 lid 1"
    if toegestaan is None:
        tekst = "De gever kreeg deze bevoegdheid zelf van een ander en mocht haar niet doorgeven."
        return Stap(tekst, None, artikel), "toestemming om ondermandaat te geven"
    if toegestaan > vanaf:
        tekst = f"Doorgeven mocht pas vanaf {datum_kort(toegestaan)}; dit begon op {datum_kort(vanaf)}."
        return Stap(tekst, toegestaan, artikel), f"een ondermandaat van na {datum_kort(toegestaan)}"
    return Stap(f"Doorgeven mocht vanaf {datum_kort(toegestaan)}.", toegestaan, artikel), ""


@dataclass(frozen=True)
class Gewogen:
    """What is known of one link when the chain is weighed."""

    geldig: bool
    voorwaarden: tuple[str, ...] = ()
    betwist: bool = False


def weeg_keten(schakels: Sequence[Gewogen]) -> Slotsom:
    """Return what a whole chain is worth. No links means the body has the power itself, by statute.

    A link that does not hold outweighs a dispute, and a dispute outweighs a condition.
    """
    if not all(s.geldig for s in schakels):
        return Slotsom.ONBEVOEGD
    if any(s.betwist for s in schakels):
        return Slotsom.BETWIST
    return Slotsom.BEVOEGD_MITS if any(s.voorwaarden for s in schakels) else Slotsom.BEVOEGD


@regel(
    "awb-namens",
    naam="Zegt het besluit namens wie het is genomen?",
    grondslag="Awb 10:10",
    bron="Algemene wet bestuursrecht art. 10:10",
    invoer={"tekst": "de tekst of ondertekening van het besluit", "orgaan": "het orgaan namens wie het is genomen"},
    voorbeelden={
        "tekst='Almere, de regiodirecteur' orgaan=Dronten": "waarschuwing",
        "tekst='Namens het college van Dronten, de regiodirecteur' orgaan=Dronten": "goed",
        "tekst='Dronten. Namens Almere, de regiodirecteur' orgaan=Dronten": "waarschuwing",
    },
)
def namens(tekst: str, orgaan: str) -> Uitkomst:
    """Look for "namens" with the body in one sentence of the text. A missing one is a warning: a person decides."""
    zinnen = tekst.replace("\n", " ").casefold().replace(";", ".").split(".")
    gevonden = any("namens" in zin and orgaan.casefold() in zin.split("namens", 1)[1] for zin in zinnen)
    if gevonden:
        return Uitkomst(waarde="goed", stappen=(Stap(f"Er staat dat dit namens {orgaan} is.", None, "Awb 10:10"),))
    stap = Stap(f"Er staat niet dat dit namens {orgaan} is besloten.", None, "Awb 10:10")
    return Uitkomst(waarde="waarschuwing", stappen=(stap,), ontbreekt=(f"'namens' met {orgaan} in het besluit",))
