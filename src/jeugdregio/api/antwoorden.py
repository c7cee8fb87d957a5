"""The forms in which the API answers: JSON, XML and problems (RFC 9457), each with the version of the API."""

import json
from typing import Any

from django.core.paginator import Page
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse

VERSIE = "1.0.0"
PROBLEEM = "application/problem+json"


def _met_versie(antwoord: HttpResponse) -> HttpResponse:
    antwoord.headers["API-Version"] = VERSIE
    return antwoord


def json_antwoord(gegevens: Any, status: int = 200, soort: str = "application/json") -> HttpResponse:
    """Return data as JSON."""
    tekst = json.dumps(gegevens, cls=DjangoJSONEncoder, ensure_ascii=False)
    return _met_versie(HttpResponse(tekst, status=status, content_type=soort))


def xml_antwoord(inhoud: bytes) -> HttpResponse:
    """Return a message as XML."""
    return _met_versie(HttpResponse(inhoud, content_type="application/xml; charset=utf-8"))


def leeg_antwoord() -> HttpResponse:
    """Return 204: it is done, there is nothing to say."""
    return _met_versie(HttpResponse(status=204))


def probleem(status: int, titel: str, detail: str, **meer: Any) -> HttpResponse:
    """Return a problem: what, why and how to mend it."""
    inhoud = {"type": "about:blank", "title": titel, "status": status, "detail": detail, **meer}
    antwoord = json_antwoord(inhoud, status, PROBLEEM)
    if status == 401:
        antwoord.headers["WWW-Authenticate"] = "Bearer"
    return antwoord


def pagina_antwoord(request: HttpRequest, naam: str, rijen: list[dict[str, Any]], blad: "Page[Any]") -> HttpResponse:
    """Return one page of rows with links to itself and its neighbours."""
    links = {"self": _link(request, blad.number)}
    if blad.has_previous():
        links["prev"] = _link(request, blad.previous_page_number())
    if blad.has_next():
        links["next"] = _link(request, blad.next_page_number())
    inhoud = {naam: rijen, "totaal": blad.paginator.count, "_links": {k: {"href": v} for k, v in links.items()}}
    antwoord = json_antwoord(inhoud)
    antwoord.headers["Link"] = ", ".join(f'<{href}>; rel="{soort}"' for soort, href in links.items())
    return antwoord


def _link(request: HttpRequest, nummer: int) -> str:
    vraag = request.GET.copy()
    vraag["pagina"] = str(nummer)
    return f"{request.path}?{vraag.urlencode()}"
