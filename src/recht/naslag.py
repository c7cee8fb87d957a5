"""Write the reference page of the rules: `python -m recht.naslag [file]`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from recht.datum import datum_kort
from recht.kalender import GELIJKGESTELD, GELIJKSTELLING_BEKEND
from recht.parameter import ALLE_PARAMETERS, Parameter
from recht.register import Regel, alle_regels

STANDAARD = Path("docs/naslag/recht.md")

TITELS = {
    "keten": "Berichtenketen",
    "awb": "Beslissen op een aanvraag",
    "bezwaar": "Bezwaar",
    "beroep": "Beroep bij de rechter",
    "klacht": "Klachten",
    "besluit": "Zorgvuldig besluiten",
    "beschikking": "De inhoud van een besluit over hulp",
    "pgb": "Persoonsgebonden budget",
    "mandaat": "Mandaat, volmacht en machtiging",
    "toegang": "Toegang tot hulp",
    "wegen": "Wegen naar hulp",
    "gezag": "Gezag over een kind",
    "inzage": "Inzage door het gezin",
    "toestemming": "Toestemming",
    "delen": "Delen van gegevens",
    "onderzoek": "Onderzoek",
    "woonplaats": "Woonplaats",
    "meerderjarig": "Achttien worden",
    "bescherming": "Maatregelen en machtigingen",
    "veiligthuis": "Veilig Thuis en Raad",
    "bewaren": "Bewaren en verzoeken",
    "gegevens": "Gegevens",
}

INLEIDING = """# Wetsregels als code

Deze pagina is gemaakt met `python -m recht.naslag`. Verander haar niet met de hand.

Elke regel geeft een uitkomst met stappen, datums, het artikel en wat er nog ontbreekt.
Reken er zelf een uit met `recht reken REGEL naam=waarde`; met `--json` krijg je gegevens.
De voorbeelden hieronder worden bij elke test nagerekend.
"""


def naslag() -> str:
    """The whole page as Markdown."""
    delen = [INLEIDING]
    for domein, regels in groupby(alle_regels(), key=lambda regel: regel.domein):
        delen.append(f"## {TITELS[domein]}\n")
        delen += [_regel(regel) for regel in regels]
    delen += [_parameters(), _gelijkgesteld()]
    return "\n".join(delen)


def _regel(regel: Regel) -> str:
    kop = [
        f"### {regel.naam}\n",
        f"- Regel: `{regel.id}`, versie {regel.versie}",
        f"- Grondslag: {regel.grondslag}",
        f"- Bron: {regel.bron}",
    ]
    if regel.let_op:
        kop.append(f"- Let op: {regel.let_op}")
    invoer = ["", "| Invoer | Vorm | Verplicht | Uitleg |", "|---|---|---|---|"]
    invoer += [
        f"| `{deel.naam}` | {_cel(deel.vorm)} | {'ja' if deel.verplicht else 'nee'} | {_cel(deel.uitleg)} |"
        for deel in regel.invoer
    ]
    voorbeelden = ["", "| Voorbeeld | Uitkomst |", "|---|---|"]
    voorbeelden += [f"| `{_cel(v.invoer)}` | {v.uitkomst or 'geen'} |" for v in regel.voorbeelden]
    return "\n".join([*kop, *invoer, *voorbeelden, ""])


def _cel(tekst: str) -> str:
    return tekst.replace("|", "\\|")


def _parameters() -> str:
    regels = ["## Getallen met een datum\n", "| Naam | Waarde | Vanaf | Bron |", "|---|---|---|---|"]
    for norm in sorted(ALLE_PARAMETERS.values(), key=lambda parameter: parameter.naam):
        regels += _rijen(norm)
    return "\n".join([*regels, ""])


def _rijen(norm: Parameter) -> list[str]:
    return [
        f"| `{norm.naam}` | {rij.waarde} {norm.eenheid} | {datum_kort(rij.vanaf)} | {_cel(rij.bron)} |"
        for rij in norm.waarden
    ]


def _gelijkgesteld() -> str:
    eerste, laatste = GELIJKSTELLING_BEKEND.start, GELIJKSTELLING_BEKEND.stop - 1
    regels = [
        "## Dagen die met een feestdag zijn gelijkgesteld\n",
        f"Bekend voor {eerste} tot en met {laatste}. Daarbuiten kan een termijn een dag later eindigen.\n",
        "| Dag | Besluit |",
        "|---|---|",
    ]
    regels += [f"| {datum_kort(dag)} | {besluit} |" for dag, besluit in GELIJKGESTELD.items()]
    return "\n".join([*regels, ""])


def main(argv: Sequence[str] | None = None) -> int:
    """Write the page to the file given, or to docs/naslag/recht.md."""
    paden = list(sys.argv[1:] if argv is None else argv)
    doel = Path(paden[0]) if paden else STANDAARD
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_text(naslag(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
