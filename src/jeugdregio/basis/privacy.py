"""The privacy rule for figures about children, in one place: round to 5, hide below 8, hide a second cell.

Source: the disclosure rule of CBS for youth figures (rounded to five, 0 to 7 hidden). A hidden cell must not follow
from the sum of its row or column minus the rest: then a second cell in that line is hidden too. The rule is put
on what leaves the room that counted, never on the counts themselves.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

AFRONDEN_OP = 5
MINSTENS = 8


@dataclass(frozen=True, slots=True)
class Cel:
    """A figure as it may be shown. `waarde` is None when it is hidden; `precies` when it was not rounded."""

    waarde: int | None
    precies: bool = False

    @property
    def tekst(self) -> str:
        """The figure in a file: empty when hidden."""
        return "" if self.waarde is None else str(self.waarde)


VERBORGEN = Cel(None)
Plaats = tuple[str, str]


def rond_af(aantal: int) -> int:
    """Return the nearest multiple of five; 12 becomes 10, 13 becomes 15."""
    return (2 * aantal + AFRONDEN_OP) // (2 * AFRONDEN_OP) * AFRONDEN_OP


def beschermd(aantal: int) -> Cel:
    """Return one figure that stands alone under the rule."""
    return VERBORGEN if aantal < MINSTENS else Cel(rond_af(aantal))


def bescherm_tabel(
    cellen: Mapping[Plaats, int], *, bekend: Collection[str] = (), totaal_getoond: bool = True
) -> dict[Plaats, Cel]:
    """Return a table (row, column) of counts as it may be shown.

    Rows in `bekend` belong to the reader, who may see them exactly: they are not hidden and protect nobody, because
    the reader can subtract them. With `totaal_getoond` the sums of rows and columns are shown as well.
    """
    open_rijen = {rij for rij, _ in cellen} - set(bekend)
    weg = {plaats for plaats, aantal in cellen.items() if plaats[0] in open_rijen and aantal < MINSTENS}
    if totaal_getoond:
        weg = _met_tweede(cellen, weg, open_rijen)
    return {plaats: _toon(plaats, aantal, weg, open_rijen) for plaats, aantal in cellen.items()}


def _toon(plaats: Plaats, aantal: int, weg: Collection[Plaats], open_rijen: Collection[str]) -> Cel:
    if plaats[0] not in open_rijen:
        return Cel(aantal, precies=True)
    return VERBORGEN if plaats in weg else Cel(rond_af(aantal))


def _met_tweede(cellen: Mapping[Plaats, int], weg: set[Plaats], open_rijen: Collection[str]) -> set[Plaats]:
    """Hide a second cell in every row and column with just one hidden, until no line gives a cell away."""
    open_plaatsen = [plaats for plaats in cellen if plaats[0] in open_rijen]
    lijnen: dict[tuple[int, str], list[Plaats]] = {}
    for plaats in open_plaatsen:
        for kant in (0, 1):
            lijnen.setdefault((kant, plaats[kant]), []).append(plaats)
    gewijzigd = True
    while gewijzigd:
        gewijzigd = False
        for lijn in lijnen.values():
            over = [plaats for plaats in lijn if plaats not in weg]
            if len(lijn) - len(over) == 1 and over:
                weg = weg | {min(over, key=lambda plaats: (cellen[plaats], plaats))}
                gewijzigd = True
    return weg


def totaal(plaatsen: Collection[Plaats], cellen: Mapping[Plaats, int], getoond: Mapping[Plaats, Cel]) -> Cel:
    """Return the sum of a line as it may be shown: hidden when it would give the one hidden cell away."""
    som = sum(cellen[plaats] for plaats in plaatsen)
    if sum(getoond[plaats].waarde is None for plaats in plaatsen) == 1:
        return VERBORGEN
    if all(getoond[plaats].precies for plaats in plaatsen):
        return Cel(som, precies=True)
    return beschermd(som)
