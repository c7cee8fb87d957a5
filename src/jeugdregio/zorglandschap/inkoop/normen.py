"""The phases of a purchase and the least preparation, dated, from `fasen.json`."""

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fasenorm:
    """A phase: how many calendar days it takes, after which phases it can begin, who must act, on what ground.

    `wettelijk`: these days are the least the law allows; the others are chosen.
    """

    code: str
    naam: str
    dagen: int
    na: tuple[str, ...]
    rol: str
    grond: str
    wettelijk: bool = False


@dataclass(frozen=True, slots=True)
class Inkoopnorm:
    """What holds from a day: the least days between the decision to buy and the first day, and the phases."""

    van: date
    minimum_dagen: int
    minimum_grond: str
    fasen: tuple[Fasenorm, ...]


@lru_cache(maxsize=1)
def _alle() -> tuple[Inkoopnorm, ...]:
    gelezen = json.loads((Path(__file__).parent / "fasen.json").read_text())
    return tuple(
        Inkoopnorm(
            date.fromisoformat(norm["van"]), norm["minimum_dagen"], norm["minimum_grond"],
            tuple(Fasenorm(**{**fase, "na": tuple(fase["na"])}) for fase in norm["fasen"]),
        )
        for norm in gelezen
    )  # fmt: skip


def norm_op(datum: date) -> Inkoopnorm:
    """Return what holds on a day. Raises LookupError for a day before the first norm."""
    geldig = [norm for norm in _alle() if norm.van <= datum]
    if not geldig:
        raise LookupError(f"Er is geen inkoopnorm voor {datum}.")
    return max(geldig, key=lambda norm: norm.van)
