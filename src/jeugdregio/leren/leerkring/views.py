"""Screens of the circles: agenda and stories, one circle with its steps, one story."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.leren.leerkring import actions, forms, queries
from jeugdregio.leren.leerkring.handelingen import DADEN
from jeugdregio.leren.leerkring.models import Kring
from jeugdregio.leren.leerkring.permissions import mag_beginnen
from jeugdregio.leren.schermhulp import Bandstap, DaadForm, te_doen, voer_uit
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm

_VOLGORDE = list(Kring.Stap)


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show the stories, the agenda, and the circles of this person."""
    context = {
        "verhalen": queries.verhalen()[:20],
        "agenda": queries.agenda()[:20],
        "mijn": queries.mijn_kringen(request.wie)[:50],
        "mag_beginnen": mag_beginnen(request.wie),
    }
    return render(request, "leerkring/lijst.html", context)


@require_http_methods(["GET", "POST"])
@scherm()
def nieuw(request: Verzoek) -> HttpResponse:
    """Begin a circle."""
    if not mag_beginnen(request.wie):
        raise GeenRecht("Een leerkring begint bij beleid of het regiokantoor.")
    form = forms.KringForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            kring = actions.begin(request.wie, **form.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(form, fout)
        else:
            messages.success(request, "De leerkring staat op de agenda. Nodig nu mensen uit.")
            return redirect("leerkring:kring", kring.pk)
    return render(request, "leerkring/nieuw.html", {"form": form}, status=status(form))


@require_GET
@scherm()
def verhaal(request: Verzoek, verhaal_id: UUID) -> HttpResponse:
    """Show a story that may be told."""
    return render(request, "leerkring/verhaal.html", {"verhaal": queries.verhaal(verhaal_id)})


@require_GET
@scherm()
def kring(request: Verzoek, kring_id: UUID) -> HttpResponse:
    """Show a circle to who works in it."""
    return _toon(request, kring_id, {}, 200)


@require_POST
@scherm()
def daad(request: Verzoek, kring_id: UUID, code: str) -> HttpResponse:
    """Do something in a circle."""
    return voer_uit(request, queries.kring(request.wie, kring_id), code, DADEN, toon=_toon, terug="leerkring:kring")


def _toon(request: Verzoek, kring_id: UUID, ingevuld: dict[str, DaadForm], code: int) -> HttpResponse:
    kring = queries.kring(request.wie, kring_id)
    nu = _VOLGORDE.index(Kring.Stap(kring.stap))
    context = {
        "kring": kring,
        "stappen": queries.stappen(kring),
        "band": [
            Bandstap(s.label, "nu" if n == nu else "gedaan" if n < nu else "straks") for n, s in enumerate(_VOLGORDE)
        ],
        "daden": te_doen(request.wie, kring, DADEN, lambda c: reverse(f"leerkring:{c}", args=[kring.pk]), ingevuld),
    }
    return render(request, "leerkring/kring.html", context, status=code)
