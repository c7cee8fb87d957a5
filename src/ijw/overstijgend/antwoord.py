"""JW319: our answer to a request, or the answer a provider receives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ijw.berichten import jw319
from ijw.bevinding import Bevinding
from ijw.overstijgend.dossier import Dossier, VerzoekStand
from ijw.overstijgend.kop import controleer_kop, tr378
from ijw.overstijgend.regel import REGELS

ANTWOORD = "/Bericht/Antwoord"
IN_ONDERZOEK = "2"


def controleer_antwoord(bericht: jw319.Bericht, dossier: Dossier, vandaag: date) -> list[Bevinding]:
    """All findings of levels 3 and 4 on an answer to a request."""
    uit = controleer_kop(bericht.header, dossier, gemeente=bericht.header.afzender, vandaag=vandaag)
    uit += _stand(bericht.antwoord, dossier)
    if bericht.antwoord.woonplaatsbeginsel is not None:
        pad = f"{ANTWOORD}/Woonplaatsbeginsel"
        uit += tr378(bericht.antwoord.woonplaatsbeginsel.gemeente, dossier, vandaag, pad=pad)
    return uit


def _stand(antwoord: jw319.Antwoord, dossier: Dossier) -> Iterator[Bevinding]:
    """TR355, TR359, TR360 and TR365: what may still be answered follows from how far the request is."""
    referentie = antwoord.referentie_aanbieder
    verzoek = dossier.verzoeken.get(referentie)
    if verzoek is None:
        yield REGELS["TR355"].bevinding(
            ANTWOORD, f"Er is geen verzoek met referentie {referentie}. Controleer de referentie."
        )
        return
    if verzoek.stand is VerzoekStand.TOEGEWEZEN:
        yield REGELS["TR359"].bevinding(
            ANTWOORD, f"Op het verzoek met referentie {referentie} is al een toewijzing gestuurd."
        )
    beantwoord = verzoek.stand in (VerzoekStand.IN_ONDERZOEK, VerzoekStand.AFGEWEZEN)
    if beantwoord and antwoord.verzoek_antwoord == IN_ONDERZOEK:
        yield REGELS["TR360"].bevinding(
            ANTWOORD,
            f"Het verzoek met referentie {referentie} is al beantwoord ({verzoek.stand}). "
            "Daarna kan alleen een afwijzing of een toewijzing volgen.",
        )
    if verzoek.stand is VerzoekStand.AFGEWEZEN:
        yield REGELS["TR365"].bevinding(ANTWOORD, f"Het verzoek met referentie {referentie} is al afgewezen.")
