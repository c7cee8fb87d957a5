"""The outcome of a rule: the answer with the steps that lead to it, so that a person can check it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from recht.datum import datum_nl


@dataclass(frozen=True)
class Stap:
    """One step of the reasoning: a Dutch sentence, the date it leads to and the article behind it."""

    tekst: str
    datum: date | None = None
    grondslag: str = ""


@dataclass(frozen=True)
class Uitkomst:
    """Answer of a rule.

    `datum` is the computed date, `waarde` any other answer (text, number, structured value).
    `ontbreekt` names what must still be known or done; then the answer is provisional or absent.
    The registry fills in `regel`, `regelversie` and `grondslag`.
    """

    datum: date | None = None
    waarde: Any = None
    stappen: tuple[Stap, ...] = ()
    ontbreekt: tuple[str, ...] = ()
    regel: str = ""
    regelversie: str = ""
    grondslag: str = ""

    @property
    def volledig(self) -> bool:
        """True when nothing is missing."""
        return not self.ontbreekt

    @property
    def kort(self) -> str:
        """The answer in one word: the date as ISO text, or the value (or its own `kort`)."""
        if self.datum is not None:
            return self.datum.isoformat()
        return str(getattr(self.waarde, "kort", None) or toon(self.waarde))

    def als_dict(self) -> dict[str, Any]:
        """The outcome as plain values for JSON; dates as ISO text."""
        return {
            "regel": self.regel,
            "regelversie": self.regelversie,
            "grondslag": self.grondslag,
            "datum": plat(self.datum),
            "waarde": plat(self.waarde),
            "stappen": [plat(stap) for stap in self.stappen],
            "ontbreekt": list(self.ontbreekt),
        }

    def uitleg(self) -> str:
        """The outcome as readable Dutch text, one numbered line per step."""
        regels = []
        if self.datum is not None:
            regels.append(f"Uitkomst: {datum_nl(self.datum)}")
        if self.waarde is not None:
            regels.append(f"Uitkomst: {toon(self.waarde)}")
        regels += [f"{nummer}. {stap.tekst}" for nummer, stap in enumerate(self.stappen, 1)]
        regels += [f"Ontbreekt: {wat}" for wat in self.ontbreekt]
        if self.regel:
            regels.append(f"Regel: {self.regel}, versie {self.regelversie} ({self.grondslag})")
        return "\n".join(regels)


def plat(waarde: Any) -> Any:
    """Turn dates, enumerations, dataclasses and collections into values that JSON knows."""
    if isinstance(waarde, Enum):
        return waarde.value
    if isinstance(waarde, (date, datetime)):
        return waarde.isoformat()
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return plat(asdict(waarde))
    if isinstance(waarde, Mapping):
        return {str(plat(sleutel)): plat(inhoud) for sleutel, inhoud in waarde.items()}
    if isinstance(waarde, (list, tuple, set, frozenset)):
        return [plat(deel) for deel in waarde]
    return waarde


def toon(waarde: Any) -> str:
    """Write a value for people: dates in Dutch, yes and no, parts of a structured value on one line."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return datum_nl(waarde)
    if isinstance(waarde, Enum):
        return toon(waarde.value)
    if isinstance(waarde, (list, tuple)):
        return ", ".join(toon(deel) for deel in waarde)
    delen = _delen(waarde)
    return (
        "; ".join(f"{naam.replace('_', ' ')}: {toon(deel)}" for naam, deel in delen.items()) if delen else str(waarde)
    )


def _delen(waarde: Any) -> dict[str, Any]:
    """The filled parts of a structured value, by name; nothing for a simple value."""
    if is_dataclass(waarde) and not isinstance(waarde, type):
        waarde = {veld: getattr(waarde, veld) for veld in waarde.__dataclass_fields__}
    if not isinstance(waarde, Mapping):
        return {}
    return {str(naam): deel for naam, deel in waarde.items() if deel not in (None, (), "")}
