"""Puts the actor on the request, ends a session that rested too long, and lets nobody work on a password of another."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from jeugdregio.basis.klok import nu
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.organisaties.wie import Wie, wie_is

SESSIE_ORGANISATIE = "organisatie_id"
# Set when somebody signs in with a password that another chose; gone when a new one is chosen.
SESSIE_EERSTE = "eerste_wachtwoord"
_SESSIE_LAATST = "laatst_gezien"
_VERVERS_NA = 60  # seconds: the session is written at most once a minute


class WieMiddleware:
    """Set `request.wie` to the actor, or None for nobody (or for somebody without an appointment)."""

    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self._volgende = volgende

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.wie = _wie(request)  # type: ignore[attr-defined]
        if SESSIE_EERSTE in request.session and request.path not in {reverse("wachtwoord"), reverse("uitloggen")}:
            return redirect("wachtwoord")
        return self._volgende(request)


def _wie(request: HttpRequest) -> Wie | None:
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or _te_lang_stil(request):
        return None
    gekozen = request.session.get(SESSIE_ORGANISATIE)
    return wie_is(gebruiker, UUID(gekozen) if gekozen else None)


def _te_lang_stil(request: HttpRequest) -> bool:
    nu_s = int(nu().timestamp())
    laatst = request.session.get(_SESSIE_LAATST, nu_s)
    if nu_s - laatst > timedelta(minutes=settings.SESSIE_RUSTTIJD_MINUTEN).total_seconds():
        logout(request)
        messages.info(request, "Je was een tijd niet actief. Log opnieuw in om verder te gaan.")
        return True
    if _SESSIE_LAATST not in request.session or nu_s - laatst > _VERVERS_NA:
        request.session[_SESSIE_LAATST] = nu_s
    return False
