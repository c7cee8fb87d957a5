"""Clocks that start by themselves: an own request starts the decision term, and beside it the local inquiry."""

import re

from jeugdregio.afspraken.geldt import Antwoord, wat_geldt
from jeugdregio.afspraken.models import Rang
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Weg
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.termijnen.actions import start_klok, stop_klokken
from jeugdregio.toegang.termijnen.beurten import ONDERZOEK, geef_onderzoek_door
from jeugdregio.toegang.termijnen.models import Klok

VRAAG = "termijn_onderzoek"
_WEKEN = re.compile(r"(\d{1,2}) ?(?:weken|week)?")


def start_bij_hulpvraag(wie: Wie, hulpvraag: Hulpvraag) -> None:
    """Start the clocks of a question for help; called in the transaction that opens it.

    Only an own request is an application on which the college decides (Awb 4:13); what a doctor, an institution or a
    judge asks has the terms of the messages, and a transfer is no application.
    """
    if hulpvraag.weg != Weg.EIGEN:
        return
    begin = hulpvraag.ontvangen_op
    start_klok(wie, "awb-beslistermijn", hulpvraag.kind, begin, hulpvraag=hulpvraag)
    antwoord = wat_geldt(VRAAG, hulpvraag.gemeente, begin)
    lengte = weken_van(antwoord)
    start_klok(
        wie, ONDERZOEK, hulpvraag.kind, begin, hulpvraag=hulpvraag,
        invoer={"lengte": lengte} if lengte else {}, grond=grond_van(antwoord), vooraf=antwoord.stappen,
    )  # fmt: skip


def volg_rollen(kind: Kind) -> None:
    """Give the turn of the research of a child to who indicates now; called when its facts or roles changed."""
    geef_onderzoek_door(Klok.objects.filter(kind=kind))


def stop_bij_hulpvraag(wie: Wie, hulpvraag: Hulpvraag) -> None:
    """Let the clocks of a question lapse that is closed; called in the transaction that closes it."""
    op = hulpvraag.afgesloten_op
    if op is not None:
        stop_klokken(wie, ("hulpvraag", hulpvraag.pk), op, "hulpvraag afgesloten", vervallen=True)


def weken_van(antwoord: Antwoord) -> int | None:
    """Return how many weeks the norm that holds gives; None when it names no number of weeks."""
    gevonden = _WEKEN.fullmatch(antwoord.waarde.strip())
    return int(gevonden[1]) if gevonden else None


def grond_van(antwoord: Antwoord) -> str:
    """Return the source of the local term. Where the law says the same, it has its own clock beside this one."""
    lokaal = (n for n in antwoord.normen if n.rang == Rang.LOKAAL and n.waarde == antwoord.waarde)
    norm = next(lokaal, antwoord.norm)
    if norm is None:
        return "lokale afspraak; er is geen norm vastgelegd"
    return f"{norm.bron}, {norm.plaats}" if norm.plaats else norm.bron
