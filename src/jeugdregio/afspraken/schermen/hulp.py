"""What the screens share: an act behind a form, and a day from the address."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django.forms import BaseForm
from django.http import HttpRequest

from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag

T = TypeVar("T")


def doe(formulier: BaseForm, act: Callable[[], T]) -> T | None:
    """Do an act with a form that is valid; what it refuses stands in the form, the input stays. None when refused."""
    if not formulier.is_valid():
        return None
    try:
        return act()
    except Geweigerd as fout:
        for veld, tekst in fout.velden.items():
            formulier.add_error(veld if veld in formulier.fields else None, tekst)
        if not fout.velden:
            formulier.add_error(None, str(fout))
    except Conflict as fout:
        formulier.add_error(None, str(fout))
    return None


def status(formulier: BaseForm) -> int:
    """Return 422 for a form that came back with errors."""
    return 422 if formulier.is_bound and formulier.errors else 200


def gekozen_dag(request: HttpRequest, naam: str = "datum") -> tuple[date, bool]:
    """Return the day in the address, else today; and whether what stood there was a day."""
    tekst = request.GET.get(naam, "")
    if not tekst:
        return vandaag(), True
    try:
        return date.fromisoformat(tekst), True
    except ValueError:
        return vandaag(), False
