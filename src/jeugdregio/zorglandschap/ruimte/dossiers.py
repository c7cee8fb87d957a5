"""The way from a file number on the waiting list to the file itself, for who may open it. This room knows no files.

The room above that does registers itself in `AppConfig.ready()`.
"""

from collections.abc import Callable

from jeugdregio.organisaties.wie import Wie

Zoeker = Callable[[Wie, str], str]
_zoeker: list[Zoeker] = []


def registreer_dossierzoeker(zoeker: Zoeker) -> None:
    """Name who finds the page of a file by its number, empty when this person may not open it; again replaces it."""
    _zoeker[:] = [zoeker]


def pad_naar_dossier(wie: Wie, kenmerk: str) -> str:
    """Return the page of a file in this site, or empty."""
    return _zoeker[0](wie, kenmerk) if _zoeker else ""
