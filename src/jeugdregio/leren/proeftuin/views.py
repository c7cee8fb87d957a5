"""Screens of pilots."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.leren.proeftuin import actions, forms, queries
from jeugdregio.leren.proeftuin.handelingen import DADEN
from jeugdregio.leren.proeftuin.permissions import mag_beginnen
from jeugdregio.leren.schermhulp import DaadForm, te_doen, voer_uit
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show the pilots."""
    pagina = Paginator(queries.lijst(request.wie), 20).get_page(request.GET.get("pagina"))
    return render(request, "proeftuin/lijst.html", {"pagina": pagina, "mag": mag_beginnen(request.wie)})


@require_http_methods(["GET", "POST"])
@scherm()
def nieuw(request: Verzoek) -> HttpResponse:
    """Write a pilot."""
    if not mag_beginnen(request.wie):
        raise GeenRecht("Een proeftuin begint iemand van beleid, bestuur of de teamleider.")
    form = forms.ProeftuinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            begonnen = actions.begin(request.wie, **form.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(form, fout)
        else:
            messages.success(request, "Bewaard als concept. Start hem als alles klopt.")
            return redirect("proeftuin:proeftuin", begonnen.pk)
    return render(request, "proeftuin/nieuw.html", {"form": form}, status=status(form))


@require_GET
@scherm()
def proeftuin(request: Verzoek, proeftuin_id: UUID) -> HttpResponse:
    """Show one pilot."""
    return _toon(request, proeftuin_id, {}, 200)


@require_POST
@scherm()
def daad(request: Verzoek, proeftuin_id: UUID, code: str) -> HttpResponse:
    """Do something with a pilot."""
    ding = queries.proeftuin(request.wie, proeftuin_id)
    return voer_uit(request, ding, code, DADEN, toon=_toon, terug="proeftuin:proeftuin")


def _toon(request: Verzoek, proeftuin_id: UUID, ingevuld: dict[str, DaadForm], code: int) -> HttpResponse:
    gevonden = queries.proeftuin(request.wie, proeftuin_id)

    def pad(naam: str) -> str:
        return reverse(f"proeftuin:{naam}", args=[gevonden.pk])

    context = {"proeftuin": gevonden, "daden": te_doen(request.wie, gevonden, DADEN, pad, ingevuld)}
    return render(request, "proeftuin/proeftuin.html", context, status=code)
