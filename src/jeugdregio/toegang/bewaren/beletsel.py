"""What stands in the way of destroying a file, and what destroys. Rooms above register theirs (AppConfig.ready())."""

from collections.abc import Callable

from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.besluit import OPEN
from jeugdregio.toegang.models import Kind, VerzoekRegel
from jeugdregio.toegang.overlap import lopend_vanaf
from jeugdregio.toegang.woonplaats.models import Overdracht

Beletsel = Callable[[Kind], str]
"""Why a file must stay now, in one sentence with the ground; empty when nothing stands in the way."""
Wisser = Callable[[Kind], int]
"""Erases personal data of a child in one room, inside the transaction; returns how many rows it touched."""

_beletselen: dict[str, Beletsel] = {}
_wissers: dict[str, Wisser] = {}


def registreer_beletsel(naam: str, beletsel: Beletsel) -> None:
    """Add a reason to keep; again with the same name replaces it."""
    _beletselen[naam] = beletsel


def registreer_wisser(naam: str, wisser: Wisser) -> None:
    """Add what must be erased too, under the name a person reads ("het plan"); again replaces it."""
    _wissers[naam] = wisser


def beletselen_van(kind: Kind) -> list[str]:
    """Return why the file of this child must stay now; empty when it may be destroyed after a decision."""
    gevonden = [beletsel(kind) for beletsel in _beletselen.values()]
    return [zin for zin in gevonden if zin]


def wissers() -> dict[str, Wisser]:
    """Return what destroys, by the name of what it destroys."""
    return dict(_wissers)


def lopende_hulp(kind: Kind) -> str:
    """While help runs a file is needed for good care (7.3.8 lid 1)."""
    loopt = lopend_vanaf(vandaag()).filter(kind=kind).exists()
    return "Er loopt nog hulp: zolang is een dossier nodig (Jeugdwet 7.3.8 lid 1)." if loopt else ""


def open_verzoek(kind: Kind) -> str:
    """A request that waits for an answer needs its file."""
    wacht = VerzoekRegel.objects.filter(verzoek__kind=kind, staat__in=OPEN).exists()
    return "Een aanbieder wacht nog op antwoord op een verzoek (iJw OP274)." if wacht else ""


def open_overdracht(kind: Kind) -> str:
    """A transfer that is not done needs its file."""
    klaar = (Overdracht.Staat.AANGESLOTEN, Overdracht.Staat.TERUGGENOMEN)
    loopt = kind.overdrachten.exclude(staat__in=klaar).exists()
    return "Het kind wordt nog overgedragen aan een andere gemeente (Jeugdwet 8.2.1)." if loopt else ""
