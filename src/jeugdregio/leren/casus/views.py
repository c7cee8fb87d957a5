"""Screens of the cases."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.leren.casus import actions, forms, queries
from jeugdregio.leren.casus.handelingen import DADEN
from jeugdregio.leren.casus.permissions import mag_inbrengen, mag_lezen
from jeugdregio.leren.schermhulp import DaadForm, te_doen, voer_uit
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show the cases and which barriers come back."""
    if not mag_lezen(request.wie):
        raise GeenRecht("Casussen bespreken is voor bestuurders, beleid, teamleiders en ervaringsdeskundigen.")
    context = {
        "pagina": Paginator(queries.lijst(request.wie), 25).get_page(request.GET.get("pagina")),
        "terug": queries.wat_terugkomt(request.wie),
        "mag_inbrengen": mag_inbrengen(request.wie),
    }
    return render(request, "casus/lijst.html", context)


@require_http_methods(["GET", "POST"])
@scherm()
def nieuw(request: Verzoek) -> HttpResponse:
    """Bring in a case."""
    if not mag_inbrengen(request.wie):
        raise GeenRecht("Een casus brengt een bestuurder, beleidsmedewerker of teamleider in.")
    form = forms.CasusForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            casus = actions.breng_in(request.wie, **form.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(form, fout)
        else:
            messages.success(request, "De casus staat erin. Noem nu wat in de weg staat.")
            return redirect("casus:casus", casus.pk)
    return render(request, "casus/nieuw.html", {"form": form}, status=status(form))


@require_GET
@scherm()
def casus(request: Verzoek, casus_id: UUID) -> HttpResponse:
    """Show one case."""
    return _toon(request, casus_id, {}, 200)


@require_POST
@scherm()
def daad(request: Verzoek, casus_id: UUID, code: str) -> HttpResponse:
    """Do something about a case."""
    return voer_uit(request, queries.casus(request.wie, casus_id), code, DADEN, toon=_toon, terug="casus:casus")


def _toon(request: Verzoek, casus_id: UUID, ingevuld: dict[str, DaadForm], code: int) -> HttpResponse:
    gevonden = queries.casus(request.wie, casus_id)
    daden = te_doen(request.wie, gevonden, DADEN, lambda c: reverse(f"casus:{c}", args=[gevonden.pk]), ingevuld)
    return render(request, "casus/casus.html", {"casus": gevonden, "daden": daden}, status=code)
