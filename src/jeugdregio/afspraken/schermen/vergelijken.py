"""Two sets of norms beside each other, with what it touches; and bringing concepts in as a proposal."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from jeugdregio.afspraken import inbreng, vergelijk
from jeugdregio.afspraken.forms import VergelijkForm
from jeugdregio.afspraken.schermen.hulp import status
from jeugdregio.afspraken.vergelijk import Kant, Vergelijking
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.permissions import INBRENGERS, mag_inbrengen
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def vergelijken(request: Verzoek) -> HttpResponse:
    """Compare today with another day or with concepts as if adopted."""
    formulier = _formulier(request, request.GET)
    uitkomst = _vergelijk(request, formulier.cleaned_data) if formulier.is_bound and formulier.is_valid() else None
    context = {
        "form": formulier,
        "uitkomst": uitkomst,
        "mag_inbrengen": uitkomst is not None and bool(uitkomst.concepten) and mag_inbrengen(request.wie),
        "vraag": request.GET.urlencode(),
    }
    return render(request, "afspraken/vergelijken.html", context, status=status(formulier))


@require_POST
@scherm(*INBRENGERS)
def inbrengen(request: Verzoek) -> HttpResponse:
    """Bring the chosen concepts in as a proposal, with what they change and touch."""
    keuze = QueryDict(request.POST.get("keuze", "")[:4000])
    formulier = _formulier(request, keuze)
    if not formulier.is_bound or not formulier.is_valid():
        messages.error(request, "Kies eerst wat je vergelijkt.")
        return redirect("afspraken:vergelijken")
    try:
        voorstel_id = inbreng.breng_vergelijking_in(request.wie, _vergelijk(request, formulier.cleaned_data))
    except Geweigerd as fout:
        messages.error(request, str(fout))
        return redirect(f"{reverse('afspraken:vergelijken')}?{keuze.urlencode()}")
    messages.success(request, "Het voorstel is een concept, met wat er verandert en wat het raakt.")
    return redirect("consent:voorstel", voorstel_id)


def _formulier(request: Verzoek, gegevens: QueryDict) -> VergelijkForm:
    begin: dict[str, date] = {"voor": vandaag(), "na": vandaag()}
    keuze = vergelijk.concepten(request.wie)
    return VergelijkForm(gegevens or None, initial=begin, concepten=keuze)


def _vergelijk(request: Verzoek, gegevens: dict[str, Any]) -> Vergelijking:
    concepten = frozenset(UUID(pk) for pk in gegevens.get("concepten", []))
    # A concept changes nothing before the day it would begin.
    begin = (norm.van for norm in vergelijk.concepten(request.wie) if norm.pk in concepten)
    return vergelijk.vergelijk(
        request.wie, Kant(gegevens["voor"]), Kant(max(gegevens["na"], *begin, date.min), concepten)
    )
