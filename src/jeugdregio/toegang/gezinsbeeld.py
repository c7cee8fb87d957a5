"""The family on the page of a child: who has authority and what each answered last."""

from collections.abc import Sequence
from dataclasses import dataclass

from jeugdregio.toegang.models import Gezagsdrager, Toestemming


@dataclass(frozen=True)
class Gezinslid:
    """The child itself or a parent or guardian, with the latest answer. `intrekbaar` when that was a yes."""

    naam: str
    relatie: str
    gezag: bool
    laatste: Toestemming | None
    stand: str
    toon: str
    intrekbaar: bool


def gezin(dragers: Sequence[Gezagsdrager], toestemmingen: Sequence[Toestemming]) -> tuple[Gezinslid, ...]:
    """Return the child first, then everybody with or without authority. `toestemmingen` come newest first."""
    laatste: dict[object, Toestemming] = {}
    for toestemming in toestemmingen:
        laatste.setdefault(toestemming.gezagsdrager_id, toestemming)
    kind = _lid("Het kind zelf", "", True, laatste.get(None))
    return (kind, *(_lid(d.naam, d.relatie, d.gezag, laatste.get(d.pk)) for d in dragers))


def _lid(naam: str, relatie: str, gezag: bool, antwoord: Toestemming | None) -> Gezinslid:
    if antwoord is None:
        stand, toon = ("nog niet gevraagd", "neutraal") if gezag else ("geen gezag", "neutraal")
        return Gezinslid(naam, relatie, gezag, None, stand, toon, False)
    if antwoord.ingetrokken_op is not None:
        return Gezinslid(naam, relatie, gezag, antwoord, "ingetrokken", "gevaar", False)
    ja = antwoord.antwoord == Toestemming.Antwoord.JA
    return Gezinslid(naam, relatie, gezag, antwoord, "ja" if ja else "nee", "goed" if ja else "gevaar", ja)
