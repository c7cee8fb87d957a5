"""Who carries the files between the two: on time and whole, or late, twice, in any order, and sometimes never."""

import shutil
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random


@dataclass
class Bode:
    """Carries from one to the other. `storing` between 0 (never) and 1; nothing is carried between two days."""

    van: tuple[Path, ...]
    naar: Path
    lot: Random
    storing: float = 0.0
    dicht: tuple[date, date] | None = None
    onderweg: list[tuple[date, Path]] = field(default_factory=list)
    telling: dict[str, int] = field(default_factory=dict)
    _nummer: int = 0

    def breng(self, dag: date, *, rust: bool = False) -> int:
        """Collect what lies ready and put down what is due; return how many files arrived."""
        if self.dicht and self.dicht[0] <= dag < self.dicht[1] and not rust:
            return 0
        for bestand in self._gereed():
            for vertraging in self._lotgevallen(rust=rust):
                self._nummer += 1
                kopie = self.naar.parent / f"onderweg-{self.naar.name}-{self._nummer}"
                shutil.copy(bestand, kopie)
                self.onderweg.append((dag + timedelta(days=vertraging), kopie))
            bestand.unlink()
        aan_de_beurt = [rij for rij in self.onderweg if rij[0] <= dag or rust]
        self.onderweg = [rij for rij in self.onderweg if rij not in aan_de_beurt]
        self.lot.shuffle(aan_de_beurt)
        for volgorde, (_, kopie) in enumerate(aan_de_beurt):
            kopie.rename(self.naar / f"{volgorde:05d}-{kopie.name}.xml")
        return len(aan_de_beurt)

    def _gereed(self) -> list[Path]:
        return sorted(b for map_ in self.van if map_.is_dir() for b in map_.iterdir() if b.suffix == ".xml")

    def _lotgevallen(self, *, rust: bool) -> list[int]:
        """After how many days each copy of a file arrives; no copy at all is a lost file."""
        if rust or self.lot.random() >= self.storing:
            return [0]
        wat = self.lot.choice(["kwijt", "dubbel", "later", "later"])
        self.telling[wat] = self.telling.get(wat, 0) + 1
        return {"kwijt": [], "dubbel": [0, self.lot.randint(0, 20)], "later": [self.lot.randint(1, 9)]}[wat]
