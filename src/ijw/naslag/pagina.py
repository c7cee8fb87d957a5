"""The list as a page in Markdown."""

from collections import Counter
from collections.abc import Iterable

from ijw.naslag.lijst import Rij

_DELEN = (
    (
        "binnen",
        "Binnen een bericht: niveau 1 en 2",
        "Condities (CD), constraints (CS), restricties (RS) en technische regels (TR) die binnen een bericht te "
        "toetsen zijn. Niveau 1 is het formaat, zoals het officiële schema het beoordeelt. Niveau 2 geeft 0001 terug.",
    ),
    (
        "overstijgend",
        "Over berichten heen: niveau 3 en 4",
        "Niveau 3 vergelijkt met eerdere berichten, niveau 4 met een andere bron: de dag van vandaag, de lijst van "
        "gemeenten, de productcodelijst en het contract.",
    ),
    ("bedrijfsregel", "Bedrijfsregels (OP)", "Afspraken over hoe beide kanten werken."),
    ("invulinstructie", "Invulinstructies (IV)", "Hoe een gegeven wordt gevuld."),
    ("uitgangspunt", "Uitgangspunten (UP)", "Waar de standaard op rust."),
)


def als_pagina(rijen: Iterable[Rij]) -> str:
    """The whole page."""
    alle = list(rijen)
    regels = [
        "# De regels van iJw 3.2",
        "",
        "Elke regel van de standaard, en wat deze software ermee doet. Een toets stopt de bouw als een regel van de",
        "standaard hier ontbreekt, en als een regel van niveau 2, 3 of 4 geen voorbeeld heeft dat hem breekt en geen",
        "dat hem net niet breekt.",
        "",
        "Deze pagina is gemaakt met `python -m ijw.regels > docs/naslag/ijw-regels.md`.",
    ]
    for soort, titel, uitleg in _DELEN:
        deel = [rij for rij in alle if rij.soort == soort]
        regels += ["", f"## {titel}", "", f"{uitleg} {_telling(deel)}", "", *_tabel(deel)]
    return "\n".join(regels) + "\n"


def _telling(rijen: list[Rij]) -> str:
    per_stand = Counter(rij.stand for rij in rijen)
    return f"{len(rijen)} regels: {', '.join(f'{aantal} {stand}' for stand, aantal in per_stand.most_common())}."


def _tabel(rijen: list[Rij]) -> list[str]:
    if all(rij.niveau is None for rij in rijen):
        kop = ["| regel | stand | waar, of waarom niet |", "| --- | --- | --- |"]
        return kop + [f"| {rij.code} | {rij.stand} | {rij.tekst} |" for rij in rijen]
    kop = ["| regel | berichten | niveau | retourcode | stand | wat |", "| --- | --- | --- | --- | --- | --- |"]
    return kop + [
        f"| {rij.code} | {', '.join(rij.berichten)} | {rij.niveau} | {rij.retourcode or '–'} | {rij.stand} "
        f"| {rij.tekst} |"
        for rij in rijen
    ]
