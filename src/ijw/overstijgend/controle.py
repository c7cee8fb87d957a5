"""The door of levels 3 and 4: one message in, its findings out."""

from __future__ import annotations

from datetime import date

from ijw.berichten import Bericht, jw301, jw305, jw307, jw315, jw317, jw319, jw323, jw325
from ijw.bevinding import Bevinding
from ijw.overstijgend.antwoord import controleer_antwoord
from ijw.overstijgend.declaratie import controleer_declaratie, signalen_declaratie
from ijw.overstijgend.declaratieantwoord import controleer_declaratieantwoord
from ijw.overstijgend.dossier import Dossier
from ijw.overstijgend.levering import controleer_start, controleer_stop
from ijw.overstijgend.retour import Retour, controleer_retour
from ijw.overstijgend.toewijzing import controleer_toewijzing
from ijw.overstijgend.verzoek import controleer_verzoek
from ijw.overstijgend.wijziging import controleer_wijziging


def controleer(bericht: Bericht, dossier: Dossier, *, vandaag: date) -> list[Bevinding]:  # noqa: PLR0911
    """Findings of levels 3 and 4 on a message that passed levels 1 and 2.

    `dossier` is what the receiver knows (see `Dossier.van`), `vandaag` the day of judgement. Paths point to
    the message class at fault; findings come in the order of the message, and per class in that of the
    rules. Raises TypeError for anything that is not one of the fourteen messages.
    """
    match bericht:
        case jw301.Bericht():
            return controleer_toewijzing(bericht, dossier, vandaag)
        case jw305.Bericht():
            return controleer_start(bericht, dossier, vandaag)
        case jw307.Bericht():
            return controleer_stop(bericht, dossier, vandaag)
        case jw315.Bericht():
            return controleer_verzoek(bericht, dossier, vandaag)
        case jw317.Bericht():
            return controleer_wijziging(bericht, dossier, vandaag)
        case jw319.Bericht():
            return controleer_antwoord(bericht, dossier, vandaag)
        case jw323.Bericht():
            return controleer_declaratie(bericht, dossier, vandaag)
        case jw325.Bericht():
            return controleer_declaratieantwoord(bericht, dossier, vandaag)
    if isinstance(bericht, Retour):
        return controleer_retour(bericht, dossier)
    raise TypeError(f"Geen iJw-bericht: {type(bericht).__name__}.")


def signalen(bericht: Bericht, dossier: Dossier) -> list[str]:
    """Dutch sentences on rules that could not be tested for lack of data; no ground for refusal."""
    uit: list[str] = []
    if dossier.gemeenten is None:
        uit.append("De gemeentecode is niet getoetst (TR378): er is geen lijst van gemeentecodes.")
    if isinstance(bericht, jw323.Bericht):
        uit += signalen_declaratie(bericht, dossier)
    return uit
