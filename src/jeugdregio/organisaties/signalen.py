"""What this room asks of rooms above it, which fill it in when they start: turns and norms about contact points."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from jeugdregio.organisaties.models import Contactpunt, Organisatie


@dataclass(frozen=True)
class Geldt:
    """What a norm says about a subject here. `onderwerp` is the contact point the norm points to, if it does."""

    vraag: str
    antwoord: str
    betwist: bool
    bron: str
    adres: str
    onderwerp: str = ""


_na_wijziging: list[Callable[[Contactpunt], None]] = []
_normen: list[Callable[[Organisatie, str, date], Geldt | None]] = []


def na_wijziging(doe: Callable[[Contactpunt], None]) -> None:
    """Register what must happen, in the same transaction, when a contact point was saved or confirmed."""
    if doe not in _na_wijziging:
        _na_wijziging.append(doe)


def meld_wijziging(punt: Contactpunt) -> None:
    """Tell the rooms above that a contact point was saved or confirmed."""
    for doe in _na_wijziging:
        doe(punt)


def registreer_norm(geef: Callable[[Organisatie, str, date], Geldt | None]) -> None:
    """Register who knows what holds for a municipality about a contact subject on a day."""
    if geef not in _normen:
        _normen.append(geef)


def norm_bij(gemeente: Organisatie, onderwerp: str, datum: date) -> Geldt | None:
    """Return what holds for a municipality about a subject; None when no norm says anything."""
    return next((gevonden for geef in _normen if (gevonden := geef(gemeente, onderwerp, datum))), None)
