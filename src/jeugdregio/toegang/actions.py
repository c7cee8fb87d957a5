"""The acts of this room, gathered: one function per act, for screens, API and messages alike.

Each checks the right, applies the rules, and does everything in one transaction: facts, log, turns, outbox.
They raise GeenRecht, NietGevonden (also for another's child), Geweigerd (a rule; `velden` per form field) and
Conflict (somebody else changed it; `versie` is what the form was made from).
"""

from jeugdregio.toegang.afwijzen import neem_in_onderzoek, wijs_af
from jeugdregio.toegang.gezag import (
    bevestig_woonplaats,
)
from jeugdregio.toegang.gezagsdragers import eindig_gezag, leg_gezag_vast, voeg_gezagsdrager_toe
from jeugdregio.toegang.intrekken import vraag_intrekking
from jeugdregio.toegang.melden import (
    corrigeer_start,
    corrigeer_stop,
    meld_start,
    meld_stop,
    verwijder_start,
    verwijder_stop,
)
from jeugdregio.toegang.rechtstreeks import Hulp, wijs_rechtstreeks_toe
from jeugdregio.toegang.stoppen import open_stopbeurten
from jeugdregio.toegang.toewijzen import Wijziging, wijs_toe
from jeugdregio.toegang.verlengen import open_verlengingsbeurten

__all__ = [
    "Hulp",
    "Wijziging",
    "bevestig_woonplaats",
    "corrigeer_start",
    "corrigeer_stop",
    "eindig_gezag",
    "leg_gezag_vast",
    "meld_start",
    "meld_stop",
    "neem_in_onderzoek",
    "open_stopbeurten",
    "open_verlengingsbeurten",
    "verwijder_start",
    "verwijder_stop",
    "voeg_gezagsdrager_toe",
    "vraag_intrekking",
    "wijs_af",
    "wijs_rechtstreeks_toe",
    "wijs_toe",
]
