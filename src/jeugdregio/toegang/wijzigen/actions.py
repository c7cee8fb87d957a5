"""The acts of this sub-room, gathered."""

from jeugdregio.toegang.wijzigen.toekennen import ken_toe
from jeugdregio.toegang.wijzigen.veranderen import Wens, corrigeer, verwijder, wijzig
from jeugdregio.toegang.wijzigen.vragen import Erbij, Gewenst, lopende, vraag_wijziging

__all__ = ["Erbij", "Gewenst", "Wens", "corrigeer", "ken_toe", "lopende", "verwijder", "vraag_wijziging", "wijzig"]
