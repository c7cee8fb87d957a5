"""How far a large message is. The page writes nothing: on SQLite it would wait for the very transaction it follows."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.postbus import queries
from jeugdregio.postbus.lijstscherm import BERICHTROLLEN
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.voortgang import FASEN, voortgang_van


@require_GET
@scherm(*BERICHTROLLEN)
def voortgang(request: Verzoek, bericht_id: UUID) -> HttpResponse:
    """Show phase and lines; htmx asks again every other second, without JavaScript there is a link."""
    bericht = queries.staat_van(request.wie, bericht_id)
    context = {
        "bericht": bericht,
        "bezig": bericht.staat == Bericht.Staat.ONTVANGEN,
        "voortgang": voortgang_van(bericht_id),
        "fasen": list(enumerate(FASEN)),
    }
    sjabloon = "postbus/_voortgang.html" if getattr(request, "htmx", False) else "postbus/voortgang.html"
    return render(request, sjabloon, context)
