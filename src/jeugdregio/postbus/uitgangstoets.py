"""What leaves passes our own check first (OP192): level 2 always, levels 3 and 4 as the rooms above know them."""

from collections.abc import Callable, Sequence

from ijw import Bericht as IjwBericht
from ijw import Bevinding
from ijw.regels import controleer
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.organisaties.models import Organisatie

Toets = Callable[[IjwBericht, Organisatie, Organisatie], Sequence[Bevinding]]
"""Findings of levels 3 and 4 on a message from a sender to a receiver, judged before its effects are stored."""

_toetsen: dict[str, Toets] = {}


class BerichtNietInOrde(Geweigerd):
    """A message of our own would be refused. It does not leave."""

    def __init__(self, soort: str, bevindingen: Sequence[Bevinding]) -> None:
        self.bevindingen = tuple(bevindingen)
        meldingen = " ".join(dict.fromkeys(b.melding for b in bevindingen))
        regels = ", ".join(dict.fromkeys(b.regel for b in bevindingen))
        super().__init__(f"Het bericht ({soort}) is niet verstuurd. {meldingen}", grondslag=f"iJw {regels}")


def registreer_toets(soort: str, toets: Toets) -> None:
    """Set who judges levels 3 and 4 of a kind of message of our own; called from `AppConfig.ready()`."""
    _toetsen[soort] = toets


def eis_in_orde(bericht: IjwBericht, afzender: Organisatie, ontvanger: Organisatie) -> None:
    """Raise BerichtNietInOrde when the message would fail our own check. Level 1 is enforced by writing it."""
    bevindingen: list[Bevinding] = list(controleer(bericht))
    toets = _toetsen.get(bericht.SOORT)
    if toets is not None and not bevindingen:
        bevindingen += toets(bericht, afzender, ontvanger)
    if bevindingen:
        raise BerichtNietInOrde(bericht.SOORT, bevindingen)
