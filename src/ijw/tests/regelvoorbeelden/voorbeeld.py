"""What a sample of a rule is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Wijziging = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """`fout` breaks rule `code` at `pad`; `goed` does not break any rule."""

    code: str
    soort: str
    fout: Wijziging
    pad: str
    goed: Wijziging = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.code}-{self.soort}-{self.pad.rsplit('/', 1)[-1]}"
