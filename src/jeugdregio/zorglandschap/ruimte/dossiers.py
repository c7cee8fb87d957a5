"""The way from a file number on the waiting list to the file itself, for who may open it. This room knows no files.

The room above that does registers itself in `AppConfig.ready()`.
"""

from collections.abc import Callable
from uuid import UUID

from jeugdregio.organisaties.wie import Wie

Zoeker = Callable[[Wie, str], str]
Kindzoeker = Callable[[UUID, str], UUID | None]
_zoeker: list[Zoeker] = []
_kindzoeker: list[Kindzoeker] = []


def registreer_dossierzoeker(zoeker: Zoeker) -> None:
    """Name who finds the page of a file by its number, empty when this person may not open it; again replaces it."""
    _zoeker[:] = [zoeker]


def pad_naar_dossier(wie: Wie, kenmerk: str) -> str:
    """Return the page of a file in this site, or empty."""
    return _zoeker[0](wie, kenmerk) if _zoeker else ""


def registreer_kindzoeker(zoeker: Kindzoeker) -> None:
    """Name who tells which child a file number of a municipality is, so that a turn is about that child."""
    _kindzoeker[:] = [zoeker]


def kind_van(gemeente_id: UUID, kenmerk: str) -> UUID | None:
    """Return the key of the child with this file, None when no room knows it."""
    return _kindzoeker[0](gemeente_id, kenmerk) if _kindzoeker else None
