"""Screens of residence: the steps with their evidence, and handing a child over."""

from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import weergave
from jeugdregio.toegang.woonplaats import actions, inhoud, queries
from jeugdregio.toegang.woonplaats.forms import FeitForm, OverdraagForm, RedenForm, VaststelForm
from jeugdregio.toegang.woonplaats.gemeenten import gemeentenaam, regiocodes
from jeugdregio.toegang.woonplaats.vaststellen import feit_in_woorden


@require_GET
@scherm(Rol.TOEGANG)
def kind(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Show the steps of the rule with every fact used and what is missing."""
    return _stappenblad(request, kind_id, VaststelForm(initial={"op": vandaag()}))


@require_POST
@scherm(Rol.TOEGANG)
def vaststellen(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Keep the outcome for a day."""
    formulier = VaststelForm(request.POST)
    if formulier.is_valid():
        try:
            gevonden = actions.stel_vast(request.wie, kind_id, formulier.cleaned_data["op"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, f"Vastgesteld: {gemeentenaam(gevonden.gemeente_code)} is verantwoordelijk.")
            return redirect("woonplaats:kind", kind_id)
    return _stappenblad(request, kind_id, formulier)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def feit(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Record one fact with its source."""
    beeld = queries.woonbeeld(request.wie, kind_id)
    formulier = FeitForm(request.POST or None, dichtbij=regiocodes())
    if request.method == "POST" and formulier.is_valid():
        try:
            actions.leg_feit_vast(request.wie, kind_id, formulier.feit())
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het gegeven is vastgelegd.")
            return redirect("woonplaats:kind", kind_id)
    uitleg = (
        "Leg vast wat je hebt nagekeken: het woonadres in de basisregistratie, en een verblijf in een pleeggezin of "
        "instelling. Zolang het kind ergens verblijft, telt het adres van daarvoor."
    )
    return _blad(request, beeld, formulier, "Gegeven vastleggen", knop="Leg vast", uitleg=uitleg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def feit_intrekken(request: Verzoek, kind_id: UUID, feit_id: UUID) -> HttpResponse:
    """Withdraw a fact that is wrong."""
    beeld = queries.woonbeeld(request.wie, kind_id)
    gekozen = next((f for f in beeld.feiten if f.pk == feit_id), None)
    if gekozen is None:
        raise NietGevonden("Dit gegeven is er niet.")
    formulier = RedenForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            actions.trek_feit_in(request.wie, kind_id, feit_id, formulier.cleaned_data["reden"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het gegeven telt niet meer. Het blijft te zien met je reden.")
            return redirect("woonplaats:kind", kind_id)
    return _blad(
        request, beeld, formulier, "Gegeven intrekken", knop="Trek in", uitleg=feit_in_woorden(gekozen), soort="gevaar"
    )


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def overdragen(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Hand a child over to the municipality that is responsible."""
    beeld = queries.woonbeeld(request.wie, kind_id)
    if not beeld.over_te_dragen and request.method == "GET":
        messages.info(request, "Er is nu niets over te dragen. Stel eerst de woonplaats vast.")
        return redirect("woonplaats:kind", kind_id)
    formulier = OverdraagForm(request.POST or None)
    code = 0
    if request.method == "POST" and formulier.is_valid():
        try:
            overdracht = actions.bied_aan(request.wie, kind_id, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            code = 409
        else:
            naar = gemeentenaam(overdracht.naar_code)
            messages.success(request, f"Overgedragen aan {naar}. Tot {naar} aansluit blijf je verantwoordelijk.")
            return redirect("woonplaats:overdracht", overdracht.pk)
    context = _kop(beeld) | {"form": formulier, "onderdelen": inhoud.ONDERDELEN.values()}
    return render(request, "woonplaats/overdragen.html", context, status=code or status(formulier))


def _kop(beeld: queries.Woonbeeld) -> dict[str, object]:
    kind_ = beeld.kind
    return {"beeld": beeld, "kind": kind_, "naam": weergave.naam(kind_), "kop": weergave.wie_het_is(kind_)}


def _stappenblad(request: Verzoek, kind_id: UUID, formulier: VaststelForm) -> HttpResponse:
    beeld = queries.woonbeeld(request.wie, kind_id)
    context = _kop(beeld) | {
        "form": formulier, "feiten": [(f, feit_in_woorden(f)) for f in beeld.feiten],
        "ingetrokken": [(f, feit_in_woorden(f)) for f in beeld.ingetrokken],
        "hulp": weergave.toewijzingregels(beeld.hulp),
        "eerder": [(v, gemeentenaam(v.gemeente_code)) for v in beeld.vaststellingen],
    }  # fmt: skip
    return render(request, "woonplaats/kind.html", context, status=status(formulier))


def _blad(
    request: Verzoek, beeld: queries.Woonbeeld, formulier: BaseForm, titel: str, *, knop: str, uitleg: str,
    soort: str = "hoofd",
) -> HttpResponse:  # fmt: skip
    context = _kop(beeld) | {"form": formulier, "titel": titel, "knop": knop, "uitleg": uitleg, "soort": soort}
    return render(request, "woonplaats/formulier.html", context, status=status(formulier))
