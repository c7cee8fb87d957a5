"""The context of every page: brand, who you are, and the navigation you may use."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from jeugdregio.basis.navigatie import Ingang, ingangen, voordeuren


@dataclass(frozen=True)
class Item:
    """A link in the header."""

    label: str
    url: str
    huidig: bool


def context(request: HttpRequest) -> dict[str, Any]:
    """Return what the base page needs. Without an actor there is no navigation, only the brand."""
    wie = getattr(request, "wie", None)
    hoofd, groep = items(request, wie) if wie else ([], [])
    return {
        "regio_naam": settings.REGIO_NAAM,
        "wie": wie,
        "navigatie": hoofd,
        "groepsnavigatie": groep,
        "is_debug": settings.DEBUG,
    }


def items(request: HttpRequest, wie: Any) -> tuple[list[Item], list[Item]]:
    """Return the header's items this actor may use, and those of the current group; without a page they are left out.

    A group stands in the header as one item, at the place of its first; with one item it stands there by its own name.
    """
    zichtbaar = [(ingang, url) for ingang in ingangen() if ingang.is_voor(wie) and (url := _url(ingang))]
    huidige = _huidige(request, (ingang for ingang, _ in zichtbaar))
    grootte = Counter(ingang.groep for ingang, _ in zichtbaar)
    hoofd: dict[str, Item] = {}
    for ingang, url in zichtbaar:
        naam = ingang.groep if grootte[ingang.groep] > 1 and ingang.groep else ingang.label
        is_huidig = ingang is huidige or bool(huidige and ingang.groep and ingang.groep == huidige.groep)
        hoofd.setdefault(naam, Item(naam, url, is_huidig))
    groep = [
        Item(ingang.label, url, ingang is huidige)
        for ingang, url in zichtbaar
        if huidige and huidige.groep and ingang.groep == huidige.groep
    ]
    return list(hoofd.values()), groep if len(groep) > 1 else []


def andere_ingangen() -> list[Item]:
    """Return the other ways in, for the page for signing in; without a page they are left out."""
    return [Item(label, url, False) for label, naam in voordeuren() if (url := _adres(naam))]


def _url(ingang: Ingang) -> str | None:
    return _adres(ingang.url_naam)


def _adres(url_naam: str) -> str | None:
    try:
        return reverse(url_naam)
    except NoReverseMatch:
        return None


def _huidige(request: HttpRequest, kandidaten: Iterable[Ingang]) -> Ingang | None:
    """Return the item of this very page, else the one that names this page in `onder`, else that of its namespace."""
    gevonden = request.resolver_match
    if gevonden is None:
        return None
    keuze = list(kandidaten)
    eigen = (ingang for ingang in keuze if ingang.url_naam == gevonden.view_name)
    genoemd = (ingang for ingang in keuze if gevonden.view_name in ingang.ruimtes)
    ruimte = (ingang for ingang in keuze if gevonden.namespace and gevonden.namespace in ingang.ruimtes)
    return next(eigen, None) or next(genoemd, None) or next(ruimte, None)
