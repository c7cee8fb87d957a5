"""The acts of this room, gathered: taking in, handling, putting ready, delivering."""

from ijw import schrijf
from jeugdregio.postbus.bevindingen import bevindingen_van
from jeugdregio.postbus.bezorgen import bezorg, bezorg_bericht, meld_opgehaald
from jeugdregio.postbus.hersteld import meld_hersteld
from jeugdregio.postbus.herstellen import probeer_opnieuw, upload, upload_groot, verstuur_opnieuw
from jeugdregio.postbus.ontvangen import ontvang
from jeugdregio.postbus.uitbak import meld_beantwoord, volgende_identificatie, zet_klaar
from jeugdregio.postbus.verwerken import ontvang_en_verwerk, verwerk, verwerk_openstaand

__all__ = [
    "bevindingen_van",
    "bezorg",
    "bezorg_bericht",
    "meld_beantwoord",
    "meld_hersteld",
    "meld_opgehaald",
    "ontvang",
    "ontvang_en_verwerk",
    "probeer_opnieuw",
    "schrijf",
    "upload",
    "upload_groot",
    "verstuur_opnieuw",
    "verwerk",
    "verwerk_openstaand",
    "volgende_identificatie",
    "zet_klaar",
]
