"""What a check found in a message."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding: where, what is wrong and how to mend it.

    `niveau` 1 is format, 2 the rules inside the message, 3 and 4 what crosses messages. `regel` is the id
    of the rule. `pad` points to the element, with a 1-based index where the element may repeat. `melding`
    is plain Dutch. `retourcode` is the code of list WJ001 when the return message must carry one.
    `regelnummer` is the line of the XML, when known.
    """

    niveau: int
    regel: str
    pad: str
    melding: str
    retourcode: str | None = None
    regelnummer: int | None = None
