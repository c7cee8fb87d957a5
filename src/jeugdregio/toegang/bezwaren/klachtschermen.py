"""Screens of complaints: the list, registering one, its page with its acts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import weergave
from jeugdregio.toegang.bezwaren import klachten as klachtdaden
from jeugdregio.toegang.bezwaren import queries
from jeugdregio.toegang.bezwaren.beeld import stand_klacht
from jeugdregio.toegang.bezwaren.blad import Blad, daad_van, voer_uit
from jeugdregio.toegang.bezwaren.daden import KLACHT, mogelijk
from jeugdregio.toegang.bezwaren.klachtbrief import met_slotbrief
from jeugdregio.toegang.bezwaren.models import Klacht
from jeugdregio.toegang.bezwaren.permissions import ROLLEN, eis_betrokken
from jeugdregio.toegang.bezwaren.zaakforms import KlachtForm
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.termijnen.beeld import beelden


@require_GET
@scherm(*ROLLEN)
def lijst(request: Verzoek) -> HttpResponse:
    """List the complaints of the municipality."""
    alles, nummer = request.GET.get("staat") == "alle", request.GET.get("pagina", "1")
    pagina = queries.klachten(request.wie, alles=alles, pagina=int(nummer) if nummer.isdigit() else 1)
    klokken = queries.eindes("klacht", [k.pk for k in pagina])
    rijen = [(k, weergave.wie_het_is(k.kind), klokken.get(k.pk), *stand_klacht(k)) for k in pagina]
    return render(request, "bezwaren/klachten.html", {"pagina": pagina, "rijen": rijen, "alles": alles})


@require_http_methods(["GET", "POST"])
@scherm(*ROLLEN)
def nieuw(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Register a complaint around a child."""
    eis_betrokken(request.wie)
    kind = Kind.objects.select_related("gemeente").filter(pk=kind_id, gemeente=request.wie.organisatie).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    leg_inzage_vast(request.wie, [kind.pk], scherm="klacht_nieuw")
    formulier = KlachtForm(request.POST if request.method == "POST" else None, gemeente=kind.gemeente)
    if request.method == "POST" and formulier.is_valid():
        try:
            klacht = klachtdaden.ontvang_klacht(request.wie, kind_id, formulier.klacht())
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, f"Klacht {klacht.kenmerk} is vastgelegd.")
            return redirect("bezwaren:klacht", klacht.pk)
    context = {"form": formulier, "kind": kind, "naam": weergave.naam(kind), "wie_het_is": weergave.wie_het_is(kind)}
    return render(request, "bezwaren/klacht_nieuw.html", context, status=status(formulier))


@require_GET
@scherm(*ROLLEN)
def klacht(request: Verzoek, klacht_id: UUID) -> HttpResponse:
    """Show one complaint and what can be done."""
    een, klokken = queries.klacht(request.wie, klacht_id)
    context = _kop(een) | {"daden": mogelijk(KLACHT, request.wie, een), "klokken": beelden(klokken)}
    context["slotbrief"] = met_slotbrief(een)
    return render(request, "bezwaren/klacht.html", context)


@require_http_methods(["GET", "POST"])
@scherm(*ROLLEN)
def daad(request: Verzoek, klacht_id: UUID, daad: str) -> HttpResponse:
    """Do something with a complaint."""
    gekozen = daad_van(KLACHT, daad, request.wie)
    een, _ = queries.klacht(request.wie, klacht_id)
    return voer_uit(request, Blad(gekozen, een, ("bezwaren:klacht", een.pk), _kop(een), "bezwaren/klachtdaad.html"))


def _kop(een: Klacht) -> dict[str, object]:
    stand, toon = stand_klacht(een)
    return {
        "k": een, "naam": weergave.naam(een.kind), "wie_het_is": weergave.wie_het_is(een.kind), "stand": stand,
        "toon": toon,
    }  # fmt: skip
