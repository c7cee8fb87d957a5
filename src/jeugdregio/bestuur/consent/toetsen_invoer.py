"""Checks of what people fill in, shared by the acts: nothing empty, nothing outside the list."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.bestuur import cijfers
from recht.datum import datum_kort, maanden_erbij

EVALUATIE_MAANDEN = (1, 24)


def eis_ingevuld(velden: Mapping[str, object], meldingen: Mapping[str, str]) -> None:
    """Raise Geweigerd naming each empty field, with the sentence that says what must be filled in."""
    mist = {veld: tekst for veld, tekst in meldingen.items() if not str(velden.get(veld) or "").strip()}
    if mist:
        raise Geweigerd(" ".join(mist.values()), velden=mist)


def eis_keuze(velden: Mapping[str, str], mogelijk: Iterable[Any]) -> None:
    """Raise Geweigerd when a field holds something that is not in the list."""
    keuzes = set(mogelijk)
    fout = {veld: "Kies iets uit de lijst." for veld, waarde in velden.items() if waarde not in keuzes}
    if fout:
        raise Geweigerd("Kies iets uit de lijst.", velden=fout)


def eis_cijfer(velden: Mapping[str, str]) -> None:
    """Raise Geweigerd when a chosen figure does not exist; empty is allowed."""
    fout = {
        veld: "Kies een cijfer uit de lijst." for veld, code in velden.items() if code and not cijfers.bestaat(code)
    }
    if fout:
        raise Geweigerd("Dit cijfer bestaat niet. Kies een cijfer uit de lijst.", velden=fout)


def eis_evaluatiedatum(datum: date | None, vandaag: date, veld: str = "evaluatie_op") -> date:
    """Return the review date; raise Geweigerd unless it lies 1 to 24 months ahead."""
    minst, meest = (maanden_erbij(vandaag, maanden) for maanden in EVALUATIE_MAANDEN)
    if datum is None or not minst <= datum <= meest:
        raise Geweigerd(
            f"De evaluatie ligt 1 tot 24 maanden vooruit: van {datum_kort(minst)} tot en met {datum_kort(meest)}.",
            velden={veld: f"Kies een dag van {datum_kort(minst)} tot en met {datum_kort(meest)}."},
        )
    return datum
