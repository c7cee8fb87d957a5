"""What was declared on assignments. This room knows no declarations: the room above it registers the source."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from ijw.overstijgend import EerderePrestatie, Status
from jeugdregio.toegang.models import Toewijzing

Bron = Callable[[Sequence[UUID]], Sequence[EerderePrestatie]]
"""The declared lines on these assignments, refused ones too, in one query. `bsn` may be left empty."""

_bronnen: list[Bron] = []


@dataclass(frozen=True)
class Toegekend:
    """What stands granted on one assignment and was not credited: number of lines and amount in cents."""

    regels: int
    centen: int


def registreer(bron: Bron) -> None:
    """Set where declared lines come from (called from `AppConfig.ready()`); again replaces it."""
    _bronnen[:] = [bron]


def gedeclareerd_op(toewijzingen: Sequence[Toewijzing]) -> Sequence[EerderePrestatie]:
    """Return the declared lines on these assignments; none when nobody knows them."""
    if not _bronnen or not toewijzingen:
        return ()
    return _bronnen[0]([t.pk for t in toewijzingen])


def toegekend_op(toewijzing: Toewijzing) -> Toegekend:
    """Return what stands granted on an assignment, credits taken off (as TR385 counts it)."""
    regels = [r for r in gedeclareerd_op([toewijzing]) if r.status is Status.TOEGEKEND]
    terug = {r.vorige_referentie for r in regels if not r.debet}
    open_ = [r for r in regels if r.debet and r.referentie not in terug]
    return Toegekend(len(open_), sum(r.bedrag for r in open_))
