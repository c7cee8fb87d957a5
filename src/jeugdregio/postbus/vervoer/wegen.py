"""The ways that are built: screens of this system, folder, folder with envelope, and API."""

from pathlib import Path

from django.conf import settings

from ijw import lees, schrijf
from ijw.retour import retoursoort
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.retouren import retour_op
from jeugdregio.postbus.vervoer.bestanden import bestandsnaam, schrijf_bestand
from jeugdregio.postbus.vervoer.enveloppen import in_envelop
from jeugdregio.postbus.vervoer.weg import Weg

API, ENVELOP, MAP, PORTAAL = "api", "envelop", "map", "portaal"


class Map:
    """A file in the folder of the receiver. Again: the same file."""

    haalt_op = False

    def breng(self, bericht: Bericht) -> None:
        """Write under another name and rename, so that a reader never sees half a message."""
        schrijf_bestand(_map_van(bericht), bestandsnaam(bericht), bytes(bericht.inhoud))

    def antwoord(self, bericht: Bericht) -> Bericht | None:
        """The receiver answers by file, later."""


class MapMetEnvelop(Map):
    """The same folder, with the message in a StUF envelope as the municipal hub uses."""

    def breng(self, bericht: Bericht) -> None:
        """Write the envelope. Raises ValueError when it is larger than a hub takes."""
        schrijf_bestand(_map_van(bericht), bestandsnaam(bericht), in_envelop(bericht))


class Api:
    """The receiver fetches its messages itself."""

    haalt_op = True

    def breng(self, bericht: Bericht) -> None:
        """Never called: the message waits."""

    def antwoord(self, bericht: Bericht) -> Bericht | None:
        """The receiver answers over the API, later."""


class Portaal:
    """The receiver works on our screens, so it has the message now; the system returns it on its behalf."""

    haalt_op = False

    def breng(self, bericht: Bericht) -> None:
        """Nothing to bring."""

    def antwoord(self, bericht: Bericht) -> Bericht | None:
        """Store the return message that the receiver would send. Raises ValueError for a message we cannot read."""
        if bericht.ontvanger is None or not _vraagt_retour(bericht.soort):
            return None
        from jeugdregio.postbus.ontvangen import ontvang  # ontvangen takes envelopes out with this room

        inhoud = lees(bytes(bericht.inhoud), niveau=1).bericht
        if inhoud is None:
            raise ValueError("an outgoing message cannot be read")
        retour = schrijf(retour_op(inhoud, (), bericht.ontvanger))
        return ontvang(retour, kanaal=PORTAAL, aangeboden_door=bericht.ontvanger)


WEGEN: dict[str, Weg] = {API: Api(), ENVELOP: MapMetEnvelop(), MAP: Map(), PORTAAL: Portaal()}
"""The way of each value of `Organisatie.bezorging`."""

WACHT_OP_OPHALEN = tuple(naam for naam, weg in WEGEN.items() if weg.haalt_op)


def _map_van(bericht: Bericht) -> Path:
    return Path(settings.POSTBUS_MAP) / bericht.ontvanger_code


def _vraagt_retour(soort: str) -> bool:
    try:
        retoursoort(soort)
    except ValueError:
        return False
    return True
