"""How far the handling of a large message is.

Handling is one transaction (`verwerken`), and what happens inside a transaction nobody else sees: on PostgreSQL a
second connection could write it down, on SQLite a second writer would wait until the transaction is over. So progress
is kept outside the database, in the cache `voortgang`: files on this machine, where the web server and the worker can
both read them; an installation on several machines points it at a cache they share. It holds the phase and two
numbers, nothing of the message. When it is lost nothing happens: the state in the database stays the truth.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.core.cache import caches

GROOT_BYTES = 500_000  # a smaller message is done before anybody could look
FASEN = ("Lezen en vorm controleren", "Regels toetsen", "Boeken", "Antwoord klaarzetten")
LEZEN, TOETSEN, BOEKEN, ANTWOORDEN = range(len(FASEN))
STAP = 500  # lines between two notes
_BEWAAR_SECONDEN = 3600

_huidig: ContextVar[UUID | None] = ContextVar("bericht_in_verwerking", default=None)


@dataclass(frozen=True)
class Voortgang:
    """Phase (index in FASEN), and how many of the lines are done in it; `totaal` 0 when that is not known yet."""

    fase: int
    gedaan: int = 0
    totaal: int = 0

    @property
    def naam(self) -> str:
        """The phase in words."""
        return FASEN[self.fase]

    @property
    def procent(self) -> int:
        """How much of the work is done, each phase counting the same."""
        binnen = self.gedaan / self.totaal if self.totaal else 0
        return round(100 * (self.fase + binnen) / len(FASEN))


@contextmanager
def van_bericht(bericht_id: UUID, omvang: int) -> Iterator[None]:
    """Within: what is noted is about this message. A small message is not followed."""
    merk = _huidig.set(bericht_id if omvang >= GROOT_BYTES else None)
    try:
        meld(LEZEN)
        yield
    finally:
        if _huidig.get() is not None:
            caches["voortgang"].delete(_sleutel(bericht_id))
        _huidig.reset(merk)


def meld(fase: int, gedaan: int = 0, totaal: int = 0) -> None:
    """Note how far it is; nothing happens outside the handling of a large message. Cheap: a small file."""
    bericht_id = _huidig.get()
    if bericht_id is not None:
        caches["voortgang"].set(_sleutel(bericht_id), (fase, gedaan, totaal), _BEWAAR_SECONDEN)


def voortgang_van(bericht_id: UUID) -> Voortgang | None:
    """Return how far a message is; None when nobody is handling it, or it is small."""
    gevonden = caches["voortgang"].get(_sleutel(bericht_id))
    return Voortgang(*gevonden) if gevonden else None


def _sleutel(bericht_id: UUID) -> str:
    return f"voortgang-{bericht_id.hex}"
