"""Checks of one value: from the text in the XML to a Python value, or the reason why that cannot be.

Every check runs in one pass over the text: no regular expression here can be made to backtrack.
"""

import calendar
import datetime
import re
from collections.abc import Callable
from functools import partial

from ijw.formaat.waarden import Datum, Enkelvoudig, Geheel, Keuze, Patroon, Tekst, Tijd, Vast, Verscherping

Waarde = str | int | datetime.date | datetime.time
Lezer = Callable[[str], Waarde]
Grens = Vast | Verscherping

WITRUIMTE = " \t\n\r"
"""White space as XML knows it: a no-break space is visible text to the standard."""

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
DAGEN = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
GROOTSTE_JAAR = 2**63 - 1  # the largest year that the schema's reference engine can hold
MAX_GETOOND = 40  # characters of a wrong value that a message repeats

_DATUM = re.compile(r"(-?)([0-9]{4,})-([0-9]{2})-([0-9]{2})")
_TIJD = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?")
_GEHEEL = re.compile(r"([+-]?)([0-9]+)")
_CIJFERS = re.compile(r"[0-9]*")
_LETTERS = re.compile(r"[a-zA-Z\u00c0-\u1ef3]+")
_LETTERS_CIJFERS = re.compile(r"[a-zA-Z0-9]+")
_VERSIE = re.compile(r"(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)")


class Ongeldig(ValueError):
    """The text is not a value of its type. `regel` is the rule of level 1, `melding` plain Dutch."""

    def __init__(self, regel: str, melding: str) -> None:
        super().__init__(melding)
        self.regel = regel
        self.melding = melding


class BuitenBereik(Ongeldig):
    """The schema allows the value, but no calendar of ours can hold it."""


def lezer(feit: Enkelvoudig, *grenzen: Grens) -> Lezer:
    """The check for one simple type, narrowed by `grenzen`. The check raises `Ongeldig`."""
    for grens in grenzen:
        if isinstance(grens, Vast):
            return partial(_lees_vast, grens.tekst, int if isinstance(feit, Geheel) else str)
    match feit:
        case Tekst():
            patronen = [feit.patroon, *(g.patroon for g in grenzen if isinstance(g, Verscherping))]
            return partial(_lees_tekst, feit, tuple(PATRONEN[p] for p in patronen if p != "geen"))
        case Keuze():
            return partial(_lees_keuze, frozenset(feit.codes), feit)
        case Geheel():
            return partial(_lees_geheel, feit.maximum)
        case Datum():
            return lees_datum
        case Tijd():
            return lees_tijd


def _getoond(tekst: str) -> str:
    kort = tekst if len(tekst) <= MAX_GETOOND else tekst[:MAX_GETOOND] + "…"
    return f"'{kort}'"


def _lees_vast(verwacht: str, maak: Callable[[str], Waarde], tekst: str) -> Waarde:
    waarde = tekst.strip(WITRUIMTE) if maak is int else tekst
    if waarde != verwacht:
        raise Ongeldig("F-VAST", f"Hier moet {verwacht} staan, niet {_getoond(tekst)}.")
    return maak(waarde)


def _lees_tekst(feit: Tekst, patronen: tuple["PatroonCheck", ...], tekst: str) -> str:
    lengte = len(tekst)
    if lengte < feit.minimum:
        raise Ongeldig("F-LEEG", "Dit gegeven is leeg. Vul het in, of laat het element weg als dat mag.")
    if feit.cijfers is not None and (lengte != feit.cijfers or not _CIJFERS.fullmatch(tekst)):
        raise Ongeldig("F-PATROON", f"{_getoond(tekst)} moet uit precies {feit.cijfers} cijfers bestaan.")
    if feit.maximum is not None and lengte > feit.maximum:
        melding = f"De tekst heeft {lengte} tekens; maak er hoogstens {feit.maximum} van."
        raise Ongeldig("F-LENGTE", melding)
    for goed, uitleg in patronen:
        if not goed(tekst):
            raise Ongeldig("F-PATROON", f"{_getoond(tekst)} klopt niet: {uitleg}")
    return tekst


def _lees_keuze(codes: frozenset[str], feit: Keuze, tekst: str) -> str:
    if tekst in codes:
        return tekst
    if tekst.strip(WITRUIMTE) in codes:
        raise Ongeldig("F-CODE", f"Haal de spaties of regeleinden rond code {_getoond(tekst)} weg.")
    keus = ", ".join(feit.codes) if len(feit.codes) <= 25 else f"een code uit lijst {feit.lijst}"
    raise Ongeldig("F-CODE", f"{_getoond(tekst)} is geen code uit lijst {feit.lijst}. Gebruik {keus}.")


def _lees_geheel(maximum: int, tekst: str) -> int:
    delen = _GEHEEL.fullmatch(tekst.strip(WITRUIMTE))
    if delen is None:
        raise Ongeldig("F-GETAL", f"{_getoond(tekst)} is geen geheel getal. Gebruik alleen cijfers.")
    cijfers = delen[2].lstrip("0") or "0"
    # Longer than the maximum is too large; never convert thousands of digits to find out.
    if len(cijfers) > len(str(maximum)) or int(cijfers) > maximum:
        raise Ongeldig("F-GETAL", f"{_getoond(tekst)} is te groot of te klein: het moet 0 tot en met {maximum} zijn.")
    if delen[1] == "-" and cijfers != "0":
        raise Ongeldig("F-GETAL", f"{_getoond(tekst)} is te klein: het moet 0 tot en met {maximum} zijn.")
    return int(cijfers)


def lees_datum(tekst: str) -> datetime.date:
    """A calendar date. Raises `Ongeldig`, or `BuitenBereik` for a year before 1 or after 9999."""
    delen = _DATUM.fullmatch(tekst.strip(WITRUIMTE))
    if delen is None:
        raise Ongeldig("F-DATUM", _datum_uitleg(tekst))
    minteken, jaartekst, maand, dag = delen[1], delen[2], int(delen[3]), int(delen[4])
    if len(jaartekst) > 4 and jaartekst[0] == "0":
        raise Ongeldig("F-DATUM", _datum_uitleg(tekst))
    jaar = int(jaartekst) if len(jaartekst) <= 19 else GROOTSTE_JAAR + 1
    if jaar == 0 or jaar > GROOTSTE_JAAR:
        raise Ongeldig("F-DATUM", f"Het jaar in {_getoond(tekst)} bestaat niet. Gebruik een jaar als 2027.")
    if not 1 <= maand <= 12:
        raise Ongeldig("F-DATUM", f"Maand {maand:02} bestaat niet. Gebruik een datum als 2027-06-30.")
    laatste = 29 if maand == 2 and calendar.isleap(jaar) else DAGEN[maand - 1]
    if not 1 <= dag <= laatste:
        raise Ongeldig("F-DATUM", _dag_bestaat_niet(jaartekst, maand, dag, laatste))
    if minteken or jaar > datetime.MAXYEAR:
        raise BuitenBereik("F-JAAR", f"Het jaar in {_getoond(tekst)} kan niet kloppen. Gebruik een jaar als 2027.")
    return datetime.date(jaar, maand, dag)


def _dag_bestaat_niet(jaartekst: str, maand: int, dag: int, laatste: int) -> str:
    jaar = f" {jaartekst}" if maand == 2 and dag == 29 else ""
    return (
        f"{dag} {MAANDEN[maand - 1]}{jaar} bestaat niet; "
        f"gebruik een bestaande datum als {jaartekst}-{maand:02}-{laatste:02}."
    )


def _datum_uitleg(tekst: str) -> str:
    if _DATUM.match(tekst.strip(WITRUIMTE)):
        return f"{_getoond(tekst)} bevat meer dan een datum. Schrijf alleen jaar-maand-dag, zonder tijdzone."
    return f"{_getoond(tekst)} is geen datum. Schrijf jaar-maand-dag, zoals 2027-06-30."


def lees_tijd(tekst: str) -> datetime.time:
    """A time of day; 24:00:00 is midnight, digits beyond microseconds are dropped. Raises `Ongeldig`."""
    delen = _TIJD.fullmatch(tekst.strip(WITRUIMTE))
    if delen is None:
        raise Ongeldig("F-TIJD", f"{_getoond(tekst)} is geen tijd. Schrijf uren:minuten:seconden, zoals 09:30:00.")
    uur, minuut, breuk = int(delen[1]), int(delen[2]), delen[4] or ""
    seconde = _seconden(int(delen[3]), breuk)
    if uur == 24 and minuut == 0 and seconde == 0:
        return datetime.time(0)
    if uur > 23 or minuut > 59 or seconde >= 60:
        raise Ongeldig("F-TIJD", f"De tijd {_getoond(tekst)} bestaat niet. Gebruik een tijd als 09:30:00.")
    return datetime.time(uur, minuut, int(delen[3]), int(breuk[:6].ljust(6, "0")))


def _seconden(seconden: int, breuk: str) -> float:
    """Seconds with fraction, summed digit by digit in doubles as the reference engine does."""
    totaal, gewicht = float(seconden), 1.0
    for cijfer in breuk:
        gewicht /= 10
        totaal += int(cijfer) * gewicht
    return totaal


def _iets_zichtbaars(tekst: str) -> bool:
    return "\n" not in tekst and "\r" not in tekst and bool(tekst.strip(" \t"))


def _commentaar(tekst: str) -> bool:
    """The standard writes this as nested repetition, which can hang. It says: one visible character."""
    return bool(tekst.strip(WITRUIMTE))


def _volgt(patroon: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda tekst: patroon.fullmatch(tekst) is not None


PatroonCheck = tuple[Callable[[str], bool], str]
PATRONEN: dict[Patroon, PatroonCheck] = {
    "cijfers": (_volgt(_CIJFERS), "gebruik alleen cijfers."),
    "iets_zichtbaars": (
        _iets_zichtbaars,
        "gebruik een regel tekst, niet alleen spaties en zonder regeleinde.",
    ),
    "commentaar": (_commentaar, "gebruik niet alleen spaties en regeleinden."),
    "letters": (_volgt(_LETTERS), "gebruik alleen letters, zonder punten of spaties."),
    "letters_cijfers": (_volgt(_LETTERS_CIJFERS), "gebruik alleen letters zonder accent en cijfers."),
    "versie": (_volgt(_VERSIE), "schrijf drie getallen met punten ertussen, zoals 1.0.2."),
}
