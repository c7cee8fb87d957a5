"""Screens of the showcase."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.leren.etalage import actions, forms, queries
from jeugdregio.leren.etalage.handelingen import DADEN
from jeugdregio.leren.etalage.permissions import mag_tonen
from jeugdregio.leren.schermhulp import DaadForm, te_doen, voer_uit
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show the showcase."""
    zoek = request.GET.get("zoek", "")[:60]
    pagina = Paginator(queries.lijst(request.wie, zoek), 20).get_page(request.GET.get("pagina"))
    context = {"pagina": pagina, "zoek": zoek, "mag_tonen": mag_tonen(request.wie)}
    return render(request, "etalage/lijst.html", context)


@require_http_methods(["GET", "POST"])
@scherm()
def nieuw(request: Verzoek) -> HttpResponse:
    """Write a practice."""
    if not mag_tonen(request.wie):
        raise GeenRecht("Een praktijk laat iemand van beleid, bestuur of een partner zien.")
    form = forms.PraktijkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            praktijk = actions.leg_neer(request.wie, actions.Praktijktekst(**form.cleaned_data))
        except Geweigerd as fout:
            zet_fouten(form, fout)
        except Conflict as fout:
            form.add_error("titel", str(fout))
        else:
            messages.success(request, "Bewaard als concept. Zet het in de etalage als het klopt.")
            return redirect("etalage:praktijk", praktijk.pk)
    return render(request, "etalage/nieuw.html", {"form": form}, status=status(form))


@require_GET
@scherm()
def praktijk(request: Verzoek, praktijk_id: UUID) -> HttpResponse:
    """Show one practice."""
    return _toon(request, praktijk_id, {}, 200)


@require_POST
@scherm()
def daad(request: Verzoek, praktijk_id: UUID, code: str) -> HttpResponse:
    """Do something with a practice."""
    return voer_uit(
        request, queries.praktijk(request.wie, praktijk_id), code, DADEN, toon=_toon, terug="etalage:praktijk"
    )


def _toon(request: Verzoek, praktijk_id: UUID, ingevuld: dict[str, DaadForm], code: int) -> HttpResponse:
    gevonden = queries.praktijk(request.wie, praktijk_id)
    context = {
        "praktijk": gevonden,
        "gesprekken": queries.gesprekken(request.wie, gevonden),
        "daden": te_doen(request.wie, gevonden, DADEN, lambda c: reverse(f"etalage:{c}", args=[gevonden.pk]), ingevuld),
    }
    return render(request, "etalage/praktijk.html", context, status=code)
