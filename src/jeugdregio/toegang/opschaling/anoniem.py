"""Keeping a text free of whom it is about: the experts, the guest and who learns from it need not know the name."""

import re
from collections.abc import Iterator, Mapping

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.bestuur.persoonsgegevens import vind
from jeugdregio.toegang.models import Kind

_KORTST = 3  # shorter than this is more often a word than a name


def eis_zonder_naam(kind: Kind, velden: Mapping[str, str]) -> None:
    """Raise Geweigerd when a text (by field name) tells who the child or a parent is. Nothing is repeated."""
    namen = {naam.lower() for naam in _namen(kind)}
    fouten = {veld: fout for veld, tekst in velden.items() if (fout := _fout(tekst, namen))}
    if fouten:
        raise Geweigerd(
            "In de tekst staat wie het kind is. Wie meedenkt hoeft dat niet te weten.",
            grondslag="AVG artikel 5, zo min mogelijk gegevens", velden=fouten,
        )  # fmt: skip


def _fout(tekst: str, namen: set[str]) -> str:
    if namen & {woord.lower() for woord in re.findall(r"[^\W\d_]+", tekst)}:
        return "Hier staat de naam van het kind of een ouder. Schrijf 'de jongere', 'moeder' of 'vader'."
    gevonden = vind(tekst)
    return f"Hier staat {gevonden[0].soort}. {gevonden[0].herstel}" if gevonden else ""


def _namen(kind: Kind) -> Iterator[str]:
    """First names and surnames of the child and of who has authority, word by word; not how they are related."""
    volledig = [kind.voornamen, kind.achternaam, *(drager.naam for drager in kind.gezagsdragers.all())]
    for naam in volledig:
        yield from (woord for woord in re.findall(r"[^\W\d_]+", naam) if len(woord) >= _KORTST and woord[0].isupper())
