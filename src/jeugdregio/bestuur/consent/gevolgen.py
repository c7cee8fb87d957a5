"""What happens elsewhere when a decision comes into force: higher rooms register it, for instance to make the norm."""

from collections.abc import Callable

from jeugdregio.bestuur.consent.models import Voorstel

Gevolg = Callable[[Voorstel], None]
_gevolgen: dict[str, Gevolg] = {}


def registreer(naam: str, gevolg: Gevolg) -> None:
    """Add a consequence; the same name again replaces it. Called from `AppConfig.ready()` of a higher room."""
    _gevolgen[naam] = gevolg


def voer_uit(voorstel: Voorstel) -> None:
    """Run all consequences, inside the transaction that puts the decision into force."""
    for gevolg in _gevolgen.values():
        gevolg(voorstel)
