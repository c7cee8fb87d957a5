"""The screens of regional work that settles items of several councils."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.bestuur.toezeggingen import forms, queries, regionaal
from jeugdregio.bestuur.toezeggingen.models import RegionaleActie
from jeugdregio.bestuur.toezeggingen.permissions import mag_lezen, mag_regionaal
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def acties(request: Verzoek) -> HttpResponse:
    """Show the regional work."""
    if not mag_lezen(request.wie):
        raise GeenRecht("Dit is voor gemeenten, hun raden en het regiokantoor.")
    context = {"acties": queries.acties(request.wie), "mag": mag_regionaal(request.wie)}
    return render(request, "toezeggingen/acties.html", context)


@require_http_methods(["GET", "POST"])
@scherm(Rol.SECRETARIS, Rol.DIRECTEUR, Rol.BELEID)
def actie_nieuw(request: Verzoek) -> HttpResponse:
    """Start regional work for open items."""
    if not mag_regionaal(request.wie):
        raise GeenRecht("Alleen het regiokantoor begint een regionale actie.")
    keuzes = [(str(s.pk), f"{s.gemeente}, {s.nummer}: {s.kern[:140]}") for s in queries.kiesbaar(request.wie)]
    formulier = forms.ActieForm(request.POST or None, stukken=keuzes)
    if request.method == "POST" and formulier.is_valid():
        velden = dict(formulier.cleaned_data)
        velden["stukken"] = [UUID(pk) for pk in velden["stukken"]]
        try:
            actie = regionaal.begin_actie(request.wie, **velden)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De actie is begonnen. Elke raad ziet haar bij zijn stuk.")
            return redirect("toezeggingen:actie", actie.pk)
    context = {"form": formulier, "keuzes": keuzes}
    return render(request, "toezeggingen/actie_nieuw.html", context, status=status(formulier))


@require_GET
@scherm()
def actie(request: Verzoek, actie_id: UUID) -> HttpResponse:
    """Show one piece of regional work with the items it settles."""
    return _blad(request, actie_id, forms.ActieKlaarForm())


def _blad(request: Verzoek, actie_id: UUID, formulier: forms.ActieKlaarForm) -> HttpResponse:
    gevonden, stukken = queries.actie(request.wie, actie_id)
    mag = mag_regionaal(request.wie) and gevonden.staat == RegionaleActie.Staat.LOOPT
    context = {"actie": gevonden, "stukken": stukken, "form": formulier, "mag": mag}
    return render(request, "toezeggingen/actie.html", context, status=status(formulier))


@require_POST
@scherm(Rol.SECRETARIS, Rol.DIRECTEUR, Rol.BELEID)
def actie_klaar(request: Verzoek, actie_id: UUID) -> HttpResponse:
    """Say what came of it."""
    if not mag_regionaal(request.wie):
        raise GeenRecht("Alleen het regiokantoor rondt een regionale actie af.")
    queries.actie(request.wie, actie_id)
    formulier = forms.ActieKlaarForm(request.POST)
    if not formulier.is_valid():
        return _blad(request, actie_id, formulier)
    try:
        regionaal.rond_actie_af(request.wie, actie_id, **formulier.cleaned_data)
    except (Geweigerd, Conflict) as fout:
        if isinstance(fout, Geweigerd):
            zet_fouten(formulier, fout)
        else:
            formulier.add_error(None, str(fout))
        return _blad(request, actie_id, formulier)
    messages.success(request, "De uitkomst staat bij elk stuk. Elk college doet nu zijn eigen stuk af.")
    return redirect("toezeggingen:actie", actie_id)
