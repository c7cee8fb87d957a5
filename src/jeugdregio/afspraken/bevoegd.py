"""May the region adopt this norm here? Asked of the register of mandates, and the answer is kept with the norm."""

from jeugdregio.afspraken.models import Norm, Rang
from jeugdregio.bestuur.mandaten.gebruik import oefen_uit
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie

HANDELINGSKADER = "handelingskader"


def eis_vaststellen(wie: Wie, norm: Norm) -> None:
    """Raise Geweigerd when the director of the region has no mandate for a municipality of the territory (Awb 10:1).

    Only for the handelingskader, which the region adopts for the colleges. Law, contracts and the Centrumregeling are
    decided elsewhere and only written down here; local policy is adopted by the college or council itself. A dispute
    does not stop it: it is kept with the norm, and the municipality takes its position.
    """
    if norm.rang != Rang.HANDELINGSKADER:
        return
    for gemeente in list(norm.gemeenten.all()) or deelnemers():
        oefen_uit(wie.organisatie, HANDELINGSKADER, gemeente, functie=Rol.DIRECTEUR, soort="norm", onderwerp_id=norm.pk)
