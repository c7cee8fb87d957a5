"""Finding personal data of a family in a text of governance, before it is saved.

Only the text itself is looked at, never the files: so an answer cannot tell whether a child is known here. The checks
are cautious; who is stopped by mistake can say it in other words (a function instead of a name, no house number).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from stdnum.nl import bsn

from jeugdregio.basis.fouten import Geweigerd


@dataclass(frozen=True)
class Vondst:
    """A kind of personal data that was found, and how to say it otherwise. The data itself is not repeated."""

    soort: str
    herstel: str


_MAAND = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
_DATUM = rf"(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} {_MAAND}(?: \d{{4}})?)"
_NAAM = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Hh]et|[Tt]en|[Tt]er|[Ee]l|[Aa]l) )*[A-Z][a-zà-ÿ'-]{2,}"
_BEDRAG = re.compile(r"€\s?[\d.,]+")
_CIJFERS = re.compile(r"(?<![\w.,€-])\d{2,4}(?:[ .]?\d{2,4}){1,3}(?![\w-])")
_GEBOORTE = re.compile(rf"\b(?:geboren|geb\.?|geboortedatum)\b[^.\n]{{0,25}}?{_DATUM}", re.IGNORECASE)
_JARIG = re.compile(rf"{_DATUM}[^.\n]{{0,15}}\bgeboren\b", re.IGNORECASE)
_WIE = (
    r"(?:[Gg]ezin|[Ff]amilie|[Jj]ongen|[Mm]eisje|[Zz]oon(?:tje)?|[Dd]ochter(?:tje)?|[Mm]oeder|[Vv]ader|[Bb]roer(?:tje)?|"
    r"[Zz]us(?:je)?|(?:[Pp]leeg)?kind|[Kk]ind|[Jj]eugdige|[Cc]liënt|[Mm]evrouw|[Mm]eneer|[Mm]w\.|[Dd]hr\.)"
)
_GEZIN = re.compile(rf"\b{_WIE}\s+{_NAAM}")
_LEEFTIJD = re.compile(r"\b[A-Z][a-zà-ÿ'-]{2,} ?\((?:\d{1,2}|\d{1,2} jaar)\)")
_STRAAT = re.compile(
    r"\b[A-Z][\w'-]*(?:straat|laan|weg|plein|hof|kade|dijk|pad|dreef|gracht|singel|steeg|park|horst|wal)\s+\d{1,4}\b"
)
_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}(?:[, ]+\d{1,4})\b")
_DOSSIER = re.compile(r"\b[KV]-\d{4}-\d{4,6}\b")


def _heeft_bsn(tekst: str) -> bool:
    tekst = _BEDRAG.sub("", tekst)
    for deel in _CIJFERS.finditer(tekst):
        cijfers = re.sub(r"\D", "", deel.group())
        if len(cijfers) == 9 and bsn.is_valid(cijfers):
            return True
    return any(bsn.is_valid(deel) for deel in re.findall(r"(?<![\d.,-])\d{9}(?!\d)", tekst))


_ZOEKERS: tuple[tuple[Callable[[str], object], Vondst], ...] = (
    (_heeft_bsn, Vondst("een burgerservicenummer", "Laat het nummer weg.")),
    (_DOSSIER.search, Vondst("een dossiernummer van een kind", "Laat het nummer weg.")),
    (
        lambda tekst: _GEBOORTE.search(tekst) or _JARIG.search(tekst),
        Vondst("een geboortedatum", "Noem hooguit een leeftijdsgroep, zoals 12 tot 16 jaar."),
    ),
    (
        lambda tekst: _GEZIN.search(tekst) or _LEEFTIJD.search(tekst),
        Vondst("de naam van iemand uit een gezin", "Schrijf 'een gezin' of 'een kind', zonder naam."),
    ),
    (
        lambda tekst: _STRAAT.search(tekst) or _POSTCODE.search(tekst),
        Vondst("een adres", "Laat straat, nummer en postcode weg. Noem een kantoor bij zijn naam."),
    ),
)


def vind(tekst: str) -> list[Vondst]:
    """Return the kinds of personal data this text seems to hold."""
    return [vondst for zoek, vondst in _ZOEKERS if zoek(tekst)]


def _per_veld(velden: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for veld, tekst in velden.items():
        for vondst in vind(tekst):
            yield veld, vondst.soort, f"Hier staat {vondst.soort}. {vondst.herstel}"


def weiger_persoonsgegevens(velden: Mapping[str, str]) -> None:
    """Raise Geweigerd when one of these texts (by field name) holds personal data of a family; nothing is saved."""
    gevonden = list(_per_veld(velden))
    if not gevonden:
        return
    soorten = " en ".join(dict.fromkeys(soort for _, soort, _ in gevonden))
    raise Geweigerd(
        f"In de tekst staat {soorten}. Stukken van het bestuur gaan nooit over één gezin. Er is niets bewaard.",
        grondslag="AVG artikel 5, zo min mogelijk gegevens",
        velden={veld: tekst for veld, _, tekst in gevonden},
    )
