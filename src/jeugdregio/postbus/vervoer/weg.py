"""The one interface of the transport. A connection to a national hub would be one more class that keeps it."""

from typing import Protocol

from jeugdregio.postbus.models import Bericht


class Weg(Protocol):
    """One way in which messages leave us.

    `haalt_op`: the receiver comes for the message, so it waits and `breng` is never called.
    """

    haalt_op: bool

    def breng(self, bericht: Bericht) -> None:
        """Bring the message to where its receiver finds it, outside any transaction.

        The same message again must come to the same: after a crash it is brought again. Raises when it fails; then it
        is tried again later.
        """

    def antwoord(self, bericht: Bericht) -> Bericht | None:
        """What the receiver says at once: stored here, in the transaction that marks the message as delivered."""
