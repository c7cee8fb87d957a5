"""The gathered API, after the NL API Design Rules: one version in the path, problems as problem+json."""

import logging
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from jeugdregio.api.antwoorden import VERSIE, json_antwoord, probleem
from jeugdregio.api.berichten import router as berichten
from jeugdregio.api.gegevens import router as gegevens
from jeugdregio.api.sleutel import Sleutel
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden

log = logging.getLogger(__name__)

api = NinjaAPI(
    title="Jeugdregio",
    version=VERSIE,
    description="Berichten (iJw 3.2), toewijzingen en declaraties van jouw organisatie.",
    urls_namespace="api",
    docs_url=None,
    openapi_url="",
    auth=Sleutel(),
)
api.add_router("/berichten", berichten)
api.add_router("", gegevens)


@api.get("/openapi.json", auth=None, include_in_schema=False, url_name="openapi-json")
def openapi(request: HttpRequest) -> HttpResponse:
    """Return the description of this API; open to everybody."""
    return json_antwoord(api.get_openapi_schema(path_prefix="/api/v1"))


@api.exception_handler(AuthenticationError)
def geen_sleutel(_request: HttpRequest, _fout: Any) -> HttpResponse:
    """Answer a call without a good token."""
    return probleem(401, "Niet ingelogd", "Stuur een geldige sleutel mee: Authorization: Bearer SLEUTEL.")


@api.exception_handler(GeenRecht)
def geen_recht(_request: HttpRequest, fout: Any) -> HttpResponse:
    """Answer a call beyond the rights of the token."""
    return probleem(403, "Geen recht", str(fout))


@api.exception_handler(NietGevonden)
def niet_gevonden(_request: HttpRequest, fout: Any) -> HttpResponse:
    """Answer a call for what is not there, or not for this organisation."""
    return probleem(404, "Niet gevonden", str(fout))


@api.exception_handler(Http404)
def geen_pad(_request: HttpRequest, _fout: Any) -> HttpResponse:
    """Answer a call for what is not there, without repeating what was asked."""
    return probleem(404, "Niet gevonden", "Dit is er niet.")


@api.exception_handler(Geweigerd)
def geweigerd(_request: HttpRequest, fout: Any) -> HttpResponse:
    """Answer a call that a rule refuses."""
    return probleem(422, "Geweigerd", str(fout), grondslag=fout.grondslag)


@api.exception_handler(Conflict)
def conflict(_request: HttpRequest, fout: Any) -> HttpResponse:
    """Answer a call that came too late."""
    return probleem(409, "Conflict", str(fout))


@api.exception_handler(ValidationError)
def ongeldige_vraag(_request: HttpRequest, fout: Any) -> HttpResponse:
    """Answer a call with a wrong parameter; names the parameter, not what was in it."""
    fouten = [{"plaats": [str(deel) for deel in f["loc"]], "melding": f["msg"]} for f in fout.errors]
    return probleem(422, "Ongeldige vraag", "Verbeter de genoemde gegevens.", fouten=fouten)


@api.exception_handler(HttpError)
def andere_fout(_request: HttpRequest, fout: Any) -> HttpResponse:
    """Answer what the framework refuses, such as a body that is not what it says."""
    return probleem(fout.status_code, "Fout in de vraag", str(fout))


@api.exception_handler(Exception)
def onverwacht(request: HttpRequest, fout: Any) -> HttpResponse:
    """Answer a fault of ours. Only its kind is logged: its text may hold personal data."""
    log.error("Fout in %s %s: %s", request.method, request.path, type(fout).__name__)
    return probleem(500, "Fout bij ons", "Er ging bij ons iets mis. Probeer het later opnieuw.")
