"""Screens of help that ends: the list, one assignment with what holds, and the three decisions."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import queries as toegang
from jeugdregio.toegang import weergave
from jeugdregio.toegang.eindigen import actions, queries
from jeugdregio.toegang.eindigen.forms import AchttienForm, EindigForm, VerlengForm
from jeugdregio.toegang.eindigen.permissions import mag_lijst, ziet_namen
from jeugdregio.toegang.permissions import is_aanbieder

LEZERS = (Rol.TOEGANG, Rol.AANBIEDER, Rol.GI, Rol.TEAMLEIDER)
BESLISSERS = (Rol.TOEGANG, Rol.AANBIEDER, Rol.GI)


@require_GET
@scherm(*LEZERS)
def lijst(request: Verzoek) -> HttpResponse:
    """List help that ends, with what was decided."""
    if not mag_lijst(request.wie):
        raise GeenRecht("Deze lijst is voor de toegang van de gemeente en voor aanbieders.")
    gevraagd = request.GET.get("weken", "")
    weken = int(gevraagd) if gevraagd.isdigit() and int(gevraagd) in queries.WEKEN else 8
    alleen_open = request.GET.get("open") == "ja"
    pagina, rijen = queries.hulp_die_eindigt(
        request.wie, weken=weken, alleen_open=alleen_open, pagina=request.GET.get("pagina", "1")
    )
    context = {
        "pagina": pagina, "rijen": rijen, "weken": weken, "keuzes": queries.WEKEN, "alleen_open": alleen_open,
        "namen": ziet_namen(request.wie), "aanbieder": is_aanbieder(request.wie),
        "gevallen": sum(rij.gevallen for rij in rijen),
    }  # fmt: skip
    return render(request, "eindigen/lijst.html", context)


@require_GET
@scherm(*BESLISSERS)
def einde(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Show one assignment that ends, and what can be decided."""
    beeld = queries.eindigend(request.wie, toewijzing_id)
    return render(request, "eindigen/einde.html", _context(beeld))


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def verlengen(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Let help go on."""
    beeld = queries.eindigend(request.wie, toewijzing_id)
    formulier = VerlengForm(request.POST or None, initial={"versie": beeld.rij.toewijzing.versie})

    def doe() -> str:
        v = formulier.cleaned_data
        actions.verleng(request.wie, toewijzing_id, v["tot"], v["reden"], versie=v["versie"])
        return "Verlengd. De aanbieder krijgt bericht."

    uitleg = "De toewijzing krijgt een latere einddatum (JW301). De aanbieder hoeft niets te vragen."
    return _act(request, beeld, formulier, doe, titel="Hulp verlengen", knop="Verleng", uitleg=uitleg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def doorlopen(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Let help go on while it is reviewed."""
    beeld = queries.eindigend(request.wie, toewijzing_id)
    formulier = VerlengForm(request.POST or None, initial={"versie": beeld.rij.toewijzing.versie})

    def doe() -> str:
        v = formulier.cleaned_data
        actions.laat_doorlopen(request.wie, toewijzing_id, v["tot"], v["reden"], versie=v["versie"])
        return "De hulp loopt door. Je krijgt opnieuw een beurt om te beslissen."

    uitleg = "De hulp loopt hooguit acht weken langer, zolang jij beoordeelt. Daarna moet er een besluit zijn."
    return _act(request, beeld, formulier, doe, titel="Laten doorlopen", knop="Laat doorlopen", uitleg=uitleg)


@require_http_methods(["GET", "POST"])
@scherm(*BESLISSERS)
def eindigen(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Decide that help ends."""
    beeld = queries.eindigend(request.wie, toewijzing_id)
    if not (beeld.gemeente_beslist or beeld.aanbieder_beslist):
        messages.info(request, f"Over het einde van deze hulp beslist {beeld.rij.aan_zet}.")
        return redirect("eindigen:einde", toewijzing_id)
    formulier = EindigForm(request.POST or None)

    def doe() -> str:
        v = formulier.cleaned_data
        actions.eindig(
            request.wie, toewijzing_id, v["vervolg"], v["reden"], verteld_op=v["verteld_op"],
            verteld_door=v["verteld_door"],
        )  # fmt: skip
        return "Vastgelegd dat de hulp eindigt, en wat er daarna komt."

    uitleg = "De hulp eindigt op haar einddatum. Iedereen ziet wat er daarna komt en wie het gezin sprak."
    return _act(request, beeld, formulier, doe, titel="Hulp laten eindigen", knop="Leg vast", uitleg=uitleg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def achttien(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Decide what happens when a youth turns eighteen."""
    kind = toegang.kind(request.wie, kind_id).kind
    formulier = AchttienForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        v = formulier.cleaned_data
        try:
            actions.beslis_achttien(
                request.wie, kind_id, v["soort"], v["reden"], verteld_op=v["verteld_op"], vervolg=v["vervolg"]
            )
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Vastgelegd wat er na de achttiende verjaardag gebeurt.")
            return redirect("toegang:kind", kind_id)
    context = {
        "beeld": queries.achttien(request.wie, kind), "form": formulier, "kind": kind, "naam": weergave.naam(kind),
        "kop": weergave.wie_het_is(kind),
    }  # fmt: skip
    return render(request, "eindigen/achttien.html", context, status=status(formulier))


def _context(beeld: queries.Eindbeeld) -> dict[str, object]:
    toewijzing = beeld.rij.toewijzing
    return {
        "beeld": beeld, "rij": beeld.rij, "toewijzing": toewijzing, "naam": beeld.rij.wie,
        "kop": weergave.wie_het_is(toewijzing.kind), "rechter": queries.MAATREGEL,
        "omvang": weergave.omvang(toewijzing.volume, toewijzing.eenheid, toewijzing.frequentie),
    }  # fmt: skip


def _act(
    request: Verzoek, beeld: queries.Eindbeeld, formulier: BaseForm, doe: Callable[[], str], *, titel: str, knop: str,
    uitleg: str,
) -> HttpResponse:  # fmt: skip
    """One sheet for each decision. Input stays on an error."""
    code, toewijzing_id = 0, beeld.rij.toewijzing.pk
    if request.method == "POST" and formulier.is_valid():
        try:
            bericht = doe()
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            kopie = request.POST.copy()
            kopie["versie"] = str(beeld.rij.toewijzing.versie)
            formulier.data, code = kopie, 409
        else:
            messages.success(request, bericht)
            return redirect("eindigen:einde", toewijzing_id)
    context = _context(beeld) | {"form": formulier, "titel": titel, "knop": knop, "uitleg": uitleg}
    return render(request, "eindigen/act.html", context, status=code or status(formulier))
