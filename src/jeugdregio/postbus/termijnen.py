"""How long an answer may take: by kind of message, counted by `recht`."""

from datetime import date

from ijw.retour import retoursoort
from recht import keten

VERZOEKEN = frozenset({"JW315", "JW317"})
DECLARATIES = frozenset({"JW323"})


def uiterlijk(soort: str, ontvangen: date) -> date | None:
    """Return the last day for the answer to a message that arrived on this day; None when it asks none.

    A request: 5 working days (OP274, OP346). A declaration: 10 (OP090x4). Anything else with a return message: 3
    (OP090).
    """
    if soort in VERZOEKEN:
        return keten.antwoord(ontvangen).datum
    if soort in DECLARATIES:
        return keten.declaratieantwoord(ontvangen).datum
    return keten.retour(ontvangen).datum if vraagt_retour(soort) else None


def vraagt_retour(soort: str) -> bool:
    """Tell whether the standard has a return message (or JW325) for this kind."""
    try:
        retoursoort(soort)
    except ValueError:
        return False
    return True
