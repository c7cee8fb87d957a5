"""A quarter of a year: which days it holds, and which one is before it."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Kwartaal:
    """A quarter; `nummer` is 1 to 4."""

    jaar: int
    nummer: int

    @property
    def van(self) -> date:
        """Its first day."""
        return date(self.jaar, 3 * self.nummer - 2, 1)

    @property
    def tot(self) -> date:
        """Its last day."""
        return self.volgende.van - timedelta(days=1)

    @property
    def volgende(self) -> "Kwartaal":
        """The quarter after it."""
        return Kwartaal(self.jaar + 1, 1) if self.nummer == 4 else Kwartaal(self.jaar, self.nummer + 1)

    @property
    def vorige(self) -> "Kwartaal":
        """The quarter before it."""
        return Kwartaal(self.jaar - 1, 4) if self.nummer == 1 else Kwartaal(self.jaar, self.nummer - 1)

    @property
    def code(self) -> str:
        """Its name in an address: 2026-3."""
        return f"{self.jaar}-{self.nummer}"

    def __str__(self) -> str:
        return f"kwartaal {self.nummer} van {self.jaar}"


def kwartaal_van(dag: date) -> Kwartaal:
    """Return the quarter a day falls in."""
    return Kwartaal(dag.year, (dag.month + 2) // 3)


def lees(code: str) -> Kwartaal | None:
    """Return the quarter of a code such as 2026-3; None when it is not one."""
    jaar, _, nummer = code.partition("-")
    if not (jaar.isascii() and jaar.isdigit() and len(jaar) == 4 and nummer in {"1", "2", "3", "4"}):
        return None
    return Kwartaal(int(jaar), int(nummer)) if 2015 <= int(jaar) <= 2100 else None


def laatste(dag: date, aantal: int) -> list[Kwartaal]:
    """Return the last whole quarters before a day, oldest first."""
    gevonden, kwartaal = [], kwartaal_van(dag)
    for _ in range(aantal):
        kwartaal = kwartaal.vorige
        gevonden.append(kwartaal)
    return gevonden[::-1]
