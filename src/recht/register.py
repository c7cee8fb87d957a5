"""The register of rules: every rule with its source, inputs and worked examples."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, wraps
from importlib import import_module
from typing import Any, ParamSpec, get_type_hints

from recht.invoer import InvoerError, lees, soort_in_woorden
from recht.uitkomst import Uitkomst

P = ParamSpec("P")

MODULES = (
    "keten",
    "awb",
    "bezwaar",
    "beroep",
    "klacht",
    "besluit",
    "beschikking",
    "pgb",
    "mandaat",
    "toegang",
    "wegen",
    "gezag",
    "toestemming",
    "inzage",
    "delen",
    "onderzoek",
    "woonplaats",
    "meerderjarig",
    "bescherming",
    "veiligthuis",
    "bewaren",
    "gegevens",
)


class OnbekendeRegelError(LookupError):
    """No rule has this id."""


@dataclass(frozen=True)
class Invoer:
    """One input of a rule."""

    naam: str
    soort: Any
    uitleg: str
    verplicht: bool

    @property
    def vorm(self) -> str:
        """How the value is written, in Dutch."""
        return soort_in_woorden(self.soort)


@dataclass(frozen=True)
class Voorbeeld:
    """A worked example: inputs as written on the command line and the short answer."""

    invoer: str
    uitkomst: str


@dataclass(frozen=True)
class Regel:
    """A rule of law as code."""

    id: str
    naam: str
    grondslag: str
    bron: str
    versie: str
    functie: Callable[..., Uitkomst]
    invoer: tuple[Invoer, ...]
    voorbeelden: tuple[Voorbeeld, ...]
    let_op: str

    @property
    def domein(self) -> str:
        """The module the rule lives in, for example "awb"."""
        return self.functie.__module__.rpartition(".")[2]

    def reken(self, waarden: Mapping[str, str]) -> Uitkomst:
        """Compute the outcome from written values. Raises InvoerError on a wrong name or value."""
        return self.functie(**self._gelezen(waarden))

    def _gelezen(self, waarden: Mapping[str, str]) -> dict[str, Any]:
        bekend = {invoer.naam: invoer for invoer in self.invoer}
        for naam in waarden:
            if naam not in bekend:
                raise InvoerError(f"De regel {self.id} kent geen invoer '{naam}'. Mogelijk: {', '.join(bekend)}.")
        gemist = [invoer.naam for invoer in self.invoer if invoer.verplicht and invoer.naam not in waarden]
        if gemist:
            raise InvoerError(f"Voor de regel {self.id} ontbreekt: {', '.join(gemist)}.")
        return {naam: lees(tekst, bekend[naam].soort, naam) for naam, tekst in waarden.items()}


_REGELS: dict[str, Regel] = {}


def regel(
    id: str,
    *,
    naam: str,
    grondslag: str,
    bron: str,
    invoer: Mapping[str, str],
    voorbeelden: Mapping[str, str],
    versie: str = "2026-01",
    let_op: str = "",
) -> Callable[[Callable[P, Uitkomst]], Callable[P, Uitkomst]]:
    """Register a function as a rule and stamp its outcomes with rule, version and article.

    `invoer` explains each parameter in Dutch; `voorbeelden` maps "name=value …" to the short answer,
    and a test computes them all. `let_op` says what a lawyer must still confirm.
    """

    def registreer(functie: Callable[P, Uitkomst]) -> Callable[P, Uitkomst]:
        if id in _REGELS:
            raise ValueError(f"De regel {id} bestaat al.")
        parameters = inspect.signature(functie).parameters
        if set(parameters) != set(invoer):
            raise ValueError(f"De invoer van {id} klopt niet met de functie: {set(parameters) ^ set(invoer)}.")

        @wraps(functie)
        def gestempeld(*args: P.args, **kwargs: P.kwargs) -> Uitkomst:
            return replace(functie(*args, **kwargs), regel=id, regelversie=versie, grondslag=grondslag)

        soorten = get_type_hints(functie)
        _REGELS[id] = Regel(
            id,
            naam,
            grondslag,
            bron,
            versie,
            gestempeld,
            tuple(
                Invoer(sleutel, soorten[sleutel], uitleg, parameters[sleutel].default is inspect.Parameter.empty)
                for sleutel, uitleg in invoer.items()
            ),
            tuple(Voorbeeld(tekst, antwoord) for tekst, antwoord in voorbeelden.items()),
            let_op,
        )
        return gestempeld

    return registreer


@cache
def _laad() -> None:
    for module in MODULES:
        import_module(f"recht.{module}")


def alle_regels() -> tuple[Regel, ...]:
    """All rules, in the order of their modules and of writing."""
    _laad()
    volgorde = {naam: plek for plek, naam in enumerate(MODULES)}
    return tuple(sorted(_REGELS.values(), key=lambda r: volgorde.get(r.domein, len(MODULES))))


def zoek(id: str) -> Regel:
    """The rule with this id. Raises OnbekendeRegelError with near names."""
    _laad()
    if id in _REGELS:
        return _REGELS[id]
    delen = set(id.split("-"))
    lijkt = [naam for naam in _REGELS if delen & set(naam.split("-"))]
    tip = f" Bedoel je: {', '.join(lijkt)}?" if lijkt else " Zie 'recht regels' voor de lijst."
    raise OnbekendeRegelError(f"Er is geen regel '{id}'.{tip}")
