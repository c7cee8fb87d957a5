"""What stands in the way of destroying a file, what destroys, and what stays. Rooms above register theirs (ready())."""

from collections.abc import Callable

from jeugdregio.toegang.models import Kind

Beletsel = Callable[[Kind], str]
"""Why a file must stay now, in one sentence with the ground; empty when nothing stands in the way."""
Wisser = Callable[[Kind], int]
"""Erases personal data of a child in one room, inside the transaction; returns how many rows it touched."""


class Blijft:
    """What a destroyed file leaves behind, and why the law lets it.

    `velden` name where, as "app.Model" or "app.Model.veld": the test that looks for what is forgotten reads them.
    """

    def __init__(self, wat: str, grond: str, *velden: str) -> None:
        self.wat, self.grond, self.velden = wat, grond, frozenset(velden)


_beletselen: dict[str, Beletsel] = {}
_wissers: dict[str, Wisser] = {}
_blijft: dict[str, Blijft] = {}


def registreer_beletsel(naam: str, beletsel: Beletsel) -> None:
    """Add a reason to keep; again with the same name replaces it."""
    _beletselen[naam] = beletsel


def registreer_wisser(naam: str, wisser: Wisser) -> None:
    """Add what must be erased too, under the name a person reads ("het plan"); again replaces it."""
    _wissers[naam] = wisser


def registreer_blijft(blijft: Blijft) -> None:
    """Add what stays and on which ground; again with the same words replaces it."""
    _blijft[blijft.wat] = blijft


def beletselen_van(kind: Kind) -> list[str]:
    """Return why the file of this child must stay now; empty when it may be destroyed after a decision."""
    gevonden = [beletsel(kind) for beletsel in _beletselen.values()]
    return [zin for zin in gevonden if zin]


def wissers() -> dict[str, Wisser]:
    """Return what destroys, by the name of what it destroys."""
    return dict(_wissers)


def wat_blijft() -> list[Blijft]:
    """Return what a destroyed file leaves behind."""
    return list(_blijft.values())


def zolang(er_is: bool, zin: str) -> str:
    """Return the sentence while something is there; else nothing. `zin` ends with its ground."""
    return zin if er_is else ""
