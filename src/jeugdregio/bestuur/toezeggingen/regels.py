"""What a settlement must say: what was really done, not that it was talked about."""

import re

_LEEG = re.compile(
    r"\b(is|zijn|wordt|worden|was|dit|het|de|een|en|in|met|aan|van|op|onder|aandacht|gebracht|besproken|meegenomen|"
    r"afgedaan|afgehandeld|kennis|genomen|regionaal|regio|bosd|college|wethouder|raad)\b",
    re.IGNORECASE,
)
MINSTE_WOORDEN = 5


def toets_gedaan(tekst: str) -> str:
    """Return what is wrong with the text that says what was done; empty when it is right.

    "Besproken in de regio" settles nothing: what remains after such words must still say something.
    """
    over = re.findall(r"\w{2,}", _LEEG.sub(" ", tekst))
    if len(over) >= MINSTE_WOORDEN:
        return ""
    return "Schrijf op wat er is gedaan en wat de uitkomst is. Alleen 'besproken' of 'meegenomen' is te weinig."
