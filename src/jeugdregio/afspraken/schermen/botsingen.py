"""Conflicts between norms: the list, both sides beside each other, and the road to the meeting table."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jeugdregio.afspraken import inbreng, queries
from jeugdregio.afspraken.botsingen import aan_zet
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.permissions import INBRENGERS, mag_inbrengen
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """List the conflicts of today."""
    return render(request, "afspraken/botsingen.html", {"gevallen": queries.botsingen(request.wie, vandaag())})


@require_GET
@scherm()
def botsing(request: Verzoek, sleutel: str) -> HttpResponse:
    """Show both sides of one conflict, who must act, and the road to the table."""
    geval = queries.botsing(request.wie, sleutel)
    regio = Organisatie.objects.filter(soort=Soort.REGIOKANTOOR).order_by("naam").first()
    organisatie, rol = aan_zet(geval, regio)
    standpunten = {s.gemeente_id: s for s in geval.botsing.hoger.standpunten.select_related("gemeente").order_by("van")}
    context = {
        "geval": geval,
        "kanten": [norm for norm in (geval.botsing.hoger, geval.botsing.lager) if norm],
        "standpunten": [standpunten[g.pk] for g in geval.gemeenten if g.pk in standpunten],
        "aan_zet": organisatie,
        "rol": Rol(rol).label,
        "voorstel_id": inbreng.ingebracht(sleutel),
        "mag_inbrengen": mag_inbrengen(request.wie),
    }
    return render(request, "afspraken/botsing.html", context)


@require_POST
@scherm(*INBRENGERS)
def inbrengen(request: Verzoek, sleutel: str) -> HttpResponse:
    """Bring a conflict in as a concept proposal."""
    try:
        voorstel_id = inbreng.breng_botsing_in(request.wie, queries.botsing(request.wie, sleutel))
    except Geweigerd as fout:
        messages.error(request, str(fout))
        return redirect("afspraken:botsing", sleutel)
    messages.success(request, "De botsing is een concept-voorstel. Vul het aan en breng het in.")
    return redirect("consent:voorstel", voorstel_id)
