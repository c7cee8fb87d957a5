"""The door of every screen: nobody gets in without an appointment, and each view states its roles."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.organisaties.wie import Wie

Thuis = Callable[[Gebruiker], str | None]
_thuis: list[Thuis] = []


def registreer_thuis(zoek: Thuis) -> None:
    """Offer a first page to people without an appointment. Called from `AppConfig.ready()` of a room."""
    if zoek not in _thuis:
        _thuis.append(zoek)


class Verzoek(HttpRequest):
    """A request that passed the door: there is an actor."""

    wie: Wie


def scherm(*rollen: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Open a view to people with one of these roles; without roles, to everybody with an appointment.

    Without roles it stays shut for who has only personal roles (an expert, a guest): such a door must name the role.
    Nobody: to the sign-in page. Signed in without an appointment or role: GeenRecht (403).
    """

    def omhul(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def binnen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            wie = cast(Wie | None, getattr(request, "wie", None))
            if wie is None:
                return _zonder_aanstelling(request)
            if not wie.heeft(*rollen) if rollen else wie.besloten:
                raise GeenRecht("Je rol geeft geen toegang tot dit scherm.")
            return view(request, *args, **kwargs)

        return binnen

    return omhul


def _zonder_aanstelling(request: HttpRequest) -> HttpResponse:
    """Lead somebody who only has a page elsewhere from the front door to it; every other screen stays closed."""
    gebruiker = request.user
    if request.path == "/" and isinstance(gebruiker, Gebruiker):
        adres = next(filter(None, (zoek(gebruiker) for zoek in _thuis)), None)
        if adres is not None:
            return redirect(adres)
    raise GeenRecht("Je hebt vandaag geen aanstelling. Vraag je functioneel beheerder om een rol.")
