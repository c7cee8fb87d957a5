"""How a fault reads in the log of the server: what kind and where, never the values it was about."""

import logging
import traceback
from types import TracebackType

_Fout = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class ZonderWaarden(logging.Formatter):
    """Leaves out the text of exceptions: a database quotes the row it refuses, and that row may be a child."""

    def formatException(self, ei: _Fout) -> str:
        """Return the places in the code and the kinds of fault, the first cause last."""
        delen = []
        fout = ei[1]
        while fout is not None:
            delen.append("".join(traceback.format_tb(fout.__traceback__)) + type(fout).__qualname__)
            fout = fout.__cause__ or (None if fout.__suppress_context__ else fout.__context__)
        return "\n".join(delen)
