"""Every text that comes in here is looked at first: is it there, does it lead to a family or to a child's file."""

import re
from collections.abc import Mapping

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens

_DOSSIER = re.compile(
    r"/(?:kinderen|verzoeken|toewijzingen|logboek)/|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b", re.IGNORECASE
)


def toets(velden: Mapping[str, str], verplicht: Mapping[str, str]) -> dict[str, str]:
    """Return the texts without outer space; `verplicht` says per field what to do when it is empty.

    Raises Geweigerd, field by field, when a text misses, holds personal data of a family, or points to a file.
    """
    schoon = {veld: tekst.strip() for veld, tekst in velden.items()}
    leeg = {veld: wat for veld, wat in verplicht.items() if not schoon.get(veld)}
    if leeg:
        raise Geweigerd("Er mist nog iets.", velden=leeg)
    weiger_persoonsgegevens(schoon)
    _weiger_verwijzing(schoon)
    return schoon


def _weiger_verwijzing(velden: Mapping[str, str]) -> None:
    fout = [veld for veld, tekst in velden.items() if _DOSSIER.search(tekst)]
    if fout:
        melding = "Hier staat een verwijzing naar een dossier. Laat die weg: leren doen we zonder dossier."
        raise Geweigerd(melding, velden=dict.fromkeys(fout, melding))
