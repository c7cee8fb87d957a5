"""Two versions side by side: what stayed, changed, came and went, in words and not only in colour."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest


@dataclass(frozen=True)
class Deel:
    """A piece of a line: the same in both, or only here. `spatie` says that only blanks differ."""

    tekst: str
    anders: bool = False


@dataclass(frozen=True)
class Regel:
    """A row of the comparison: the pieces left and right, and what happened in one word."""

    links: tuple[Deel, ...]
    rechts: tuple[Deel, ...]
    wat: str


def vergelijk(oud: str, nieuw: str) -> list[Regel]:
    """Return the rows of two texts set side by side, line by line; an unchanged line has no word."""
    links, rechts = oud.split("\n"), nieuw.split("\n")
    uit: list[Regel] = []
    for soort, a, b, c, d in SequenceMatcher(None, links, rechts, autojunk=False).get_opcodes():
        if soort == "equal":
            uit += [Regel((Deel(regel),), (Deel(regel),), "") for regel in links[a:b]]
        else:
            uit += [_paar(x, y) for x, y in zip_longest(links[a:b], rechts[c:d])]
    return uit


def _paar(oud: str | None, nieuw: str | None) -> Regel:
    if oud is None:
        return Regel((), (Deel(nieuw or "", True),), "erbij")
    if nieuw is None:
        return Regel((Deel(oud, True),), (), "weg")
    links: list[Deel] = []
    rechts: list[Deel] = []
    a, b = _woorden(oud), _woorden(nieuw)
    for soort, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        _bij(links, "".join(a[i:j]), soort != "equal")
        _bij(rechts, "".join(b[k:m]), soort != "equal")
    spaties = "".join(oud.split()) == "".join(nieuw.split())
    return Regel(tuple(links), tuple(rechts), "alleen spaties" if spaties else "gewijzigd")


def _bij(delen: list[Deel], tekst: str, anders: bool) -> None:
    if tekst:
        delen.append(Deel(tekst.replace(" ", "␣") if anders and not tekst.strip() else tekst, anders))


def _woorden(regel: str) -> list[str]:
    """Cut a line into words and blanks, so that joined again it is the line."""
    uit: list[str] = []
    for teken in regel:
        if uit and teken.isspace() == uit[-1][-1].isspace():
            uit[-1] += teken
        else:
            uit.append(teken)
    return uit
