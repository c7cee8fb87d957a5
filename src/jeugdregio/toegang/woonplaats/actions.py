"""The acts of this sub-room, gathered."""

from jeugdregio.toegang.woonplaats.aansluiten import sluit_aan, sluit_buiten_af, zet_niet_voort
from jeugdregio.toegang.woonplaats.feiten import NieuwFeit, leg_feit_vast, trek_feit_in
from jeugdregio.toegang.woonplaats.ontvangen import aanvaard, betwist, leg_antwoord_buiten_vast
from jeugdregio.toegang.woonplaats.overdragen import bied_aan, herhaal, neem_terug
from jeugdregio.toegang.woonplaats.vaststellen import stel_vast
from jeugdregio.toegang.woonplaats.voortzetten import open_voortzettingsbeurten

__all__ = [
    "NieuwFeit",
    "aanvaard",
    "betwist",
    "bied_aan",
    "herhaal",
    "leg_antwoord_buiten_vast",
    "leg_feit_vast",
    "neem_terug",
    "open_voortzettingsbeurten",
    "sluit_aan",
    "sluit_buiten_af",
    "stel_vast",
    "trek_feit_in",
    "zet_niet_voort",
]
