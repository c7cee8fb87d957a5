"""The acts on decisions, in the order in which they happen; other rooms call these."""

from jeugdregio.toegang.beschikkingen.besluiten import bied_aan, geef_terug, haal_terug, keur_goed, teken
from jeugdregio.toegang.beschikkingen.kiezen import Keuze, kies_aanbieder, laat_keuze_open
from jeugdregio.toegang.beschikkingen.opstellen import begin, laat_vervallen, schrijf
from jeugdregio.toegang.beschikkingen.regels import Hulpregel, verwijder_regel, zet_pgb_toets, zet_regel
from jeugdregio.toegang.beschikkingen.tweede_blik import registreer, spreek_af, stop_afspraak
from jeugdregio.toegang.beschikkingen.uitvoeren import voer_uit
from jeugdregio.toegang.beschikkingen.verzenden import verzend

__all__ = [
    "Hulpregel",
    "Keuze",
    "begin",
    "bied_aan",
    "geef_terug",
    "haal_terug",
    "keur_goed",
    "kies_aanbieder",
    "laat_keuze_open",
    "laat_vervallen",
    "registreer",
    "schrijf",
    "spreek_af",
    "stop_afspraak",
    "teken",
    "verwijder_regel",
    "verzend",
    "voer_uit",
    "zet_pgb_toets",
    "zet_regel",
]
