"""Which messages a provider that works here takes in."""

from jeugdregio.postbus.register import registreer, registreer_vooraf
from jeugdregio.toegang.aanbiederkant.antwoord import verwerk_antwoord
from jeugdregio.toegang.aanbiederkant.retour import verwerk_retour_gemeente
from jeugdregio.toegang.aanbiederkant.toewijzing import verwerk_toewijzing
from jeugdregio.toegang.aanbiederkant.volgorde import wacht_op_bevestiging


def registreer_handlers() -> None:
    """Tell the postbus what this sub-room handles."""
    registreer("JW301", verwerk_toewijzing)
    registreer("JW319", verwerk_antwoord)
    for soort in ("JW306", "JW308", "JW316", "JW318"):
        registreer(soort, verwerk_retour_gemeente)
    for soort in ("JW305", "JW307"):
        registreer_vooraf(soort, wacht_op_bevestiging)
