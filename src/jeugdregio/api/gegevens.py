"""Assignments and declarations as JSON."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from jeugdregio.api import vormen
from jeugdregio.api.antwoorden import pagina_antwoord
from jeugdregio.api.berichten import PROBLEEM
from jeugdregio.api.pagina import Bladeren
from jeugdregio.api.sleutel import eis_scope
from jeugdregio.financien import permissions as financien_rechten
from jeugdregio.financien import queries as financien
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang import queries as toegang
from jeugdregio.toegang.permissions import SCOPE_TOEWIJZINGEN

router = Router(tags=["gegevens"])


def _lijst(wat: str) -> dict[str, object]:
    return {"responses": {200: {"description": f"Een pagina {wat}."}, 401: PROBLEEM, 403: PROBLEEM}}


@router.get(
    "/toewijzingen", operation_id="toewijzingen_lijst", summary="Toewijzingen", openapi_extra=_lijst("toewijzingen")
)
def toewijzingen(request: HttpRequest, bladeren: Query[Bladeren], lopend: bool = False) -> HttpResponse:
    """List the assignments of this organisation, newest first; with `lopend` only those that have not ended."""
    wie: Wie = request.auth  # type: ignore[attr-defined]
    eis_scope(wie, SCOPE_TOEWIJZINGEN)
    blad = toegang.toewijzingen(wie, lopend=lopend, pagina=bladeren.pagina, per_pagina=bladeren.per_pagina)
    return pagina_antwoord(request, "toewijzingen", [vormen.toewijzing(rij) for rij in blad], blad)


@router.get(
    "/declaraties", operation_id="declaraties_lijst", summary="Declaraties", openapi_extra=_lijst("declaraties")
)
def declaraties(request: HttpRequest, bladeren: Query[Bladeren]) -> HttpResponse:
    """List the declarations of this organisation, newest first. Amounts are euro cents."""
    wie: Wie = request.auth  # type: ignore[attr-defined]
    eis_scope(wie, financien_rechten.SCOPE)
    gevonden = financien.declaraties(wie).select_related("gemeente", "aanbieder")
    blad = Paginator(gevonden, bladeren.per_pagina).get_page(bladeren.pagina)
    return pagina_antwoord(request, "declaraties", [vormen.declaratie(rij) for rij in blad], blad)
