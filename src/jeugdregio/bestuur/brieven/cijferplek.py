"""The places for figures in a text: `[[code]]`, chosen from a list; live, and fixed when the text is released."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.bestuur import cijfers
from jeugdregio.organisaties.models import Organisatie

_PLEK = re.compile(r"\[\[\s*([^\[\]]*?)\s*\]\]")
Vast = dict[str, dict[str, str]]


def plek(code: str) -> str:
    """Return what stands in the text for a figure."""
    return f"[[{code}]]"


def codes(teksten: Iterable[str]) -> list[str]:
    """Return the codes of all figures in these texts, each once, in order."""
    return list(dict.fromkeys(code for tekst in teksten for code in _PLEK.findall(tekst)))


def eis_bekend(velden: Mapping[str, str]) -> None:
    """Raise Geweigerd, with the field, for a place whose figure does not exist."""
    fout = {}
    for veld, tekst in velden.items():
        vreemd = [code for code in codes([tekst]) if not cijfers.bestaat(code)]
        if vreemd:
            fout[veld] = f"Het cijfer '{vreemd[0][:40]}' bestaat niet. Kies een cijfer uit de lijst."
    if fout:
        raise Geweigerd("In de tekst staat een cijfer dat er niet is.", velden=fout)


def haal(teksten: Iterable[str], datum: date, gemeente: Organisatie | None = None) -> Vast:
    """Return the figures of these texts on a day: per code the name, the text, the day it is about and the source."""
    uit: Vast = {}
    for code in codes(teksten):
        if not cijfers.bestaat(code):
            uit[code] = {"naam": code, "tekst": "(onbekend cijfer)", "peildatum": datum.isoformat(), "bron": ""}
            continue
        c = cijfers.cijfer(code, datum, gemeente)
        naam = cijfers.naam_van(code) + (f", {gemeente}" if gemeente else ", de hele regio")
        uit[code] = {"naam": naam, "tekst": c.tekst, "peildatum": c.peildatum.isoformat(), "bron": c.bron}
    return uit


def vul(tekst: str, vast: Vast) -> str:
    """Return the text with its figures in it."""
    return _PLEK.sub(lambda gevonden: vast.get(gevonden.group(1), {}).get("tekst", gevonden.group()), tekst)
