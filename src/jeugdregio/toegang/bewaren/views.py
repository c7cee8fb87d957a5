"""Screens of requests about a file."""

from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import queries as toegang
from jeugdregio.toegang import weergave
from jeugdregio.toegang.bewaren import actions, queries
from jeugdregio.toegang.bewaren.forms import AfschermForm, BesluitForm, VerzoekForm


@require_GET
@scherm(Rol.TOEGANG, Rol.PRIVACY)
def lijst(request: Verzoek) -> HttpResponse:
    """List the requests about files."""
    pagina, rijen = queries.dossierverzoeken(request.wie, request.GET.get("pagina", "1"))
    return render(request, "bewaren/lijst.html", {"pagina": pagina, "rijen": rijen})


@require_GET
@scherm(Rol.TOEGANG, Rol.PRIVACY)
def verzoek(request: Verzoek, verzoek_id: UUID) -> HttpResponse:
    """Show one request and what can be done."""
    return _blad(request, verzoek_id)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def nieuw(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Register a request."""
    kind = toegang.kind(request.wie, kind_id).kind
    formulier = VerzoekForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            gemaakt = actions.registreer(request.wie, kind_id, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Vastgelegd. De privacy-officer beslist.")
            return redirect("bewaren:verzoek", gemaakt.pk)
    context = {
        "form": formulier, "kind": kind, "titel": "Verzoek over het dossier", "knop": "Leg vast",
        "kop": weergave.wie_het_is(kind), "naam": weergave.naam(kind),
        "uitleg": "Een gezin mag het dossier inzien, een kopie krijgen, iets laten verbeteren of laten vernietigen. "
        "Je antwoordt binnen een maand.",
    }  # fmt: skip
    return render(request, "toegang/kindformulier.html", context, status=status(formulier))


@require_POST
@scherm(Rol.TOEGANG)
def afschermen(request: Verzoek, verzoek_id: UUID) -> HttpResponse:
    """Add data about somebody else to shield."""
    formulier = AfschermForm(request.POST)
    if formulier.is_valid():
        try:
            actions.scherm_af(request.wie, verzoek_id, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De taak staat erbij.")
            return redirect("bewaren:verzoek", verzoek_id)
    return _blad(request, verzoek_id, afscherm=formulier, code=422)


@require_POST
@scherm(Rol.TOEGANG)
def afgeschermd(request: Verzoek, verzoek_id: UUID, taak_id: UUID) -> HttpResponse:
    """Mark a task as done."""
    actions.afgeschermd(request.wie, verzoek_id, taak_id)
    messages.success(request, "Afgeschermd.")
    return redirect("bewaren:verzoek", verzoek_id)


@require_POST
@scherm(Rol.PRIVACY)
def besluiten(request: Verzoek, verzoek_id: UUID) -> HttpResponse:
    """Decide."""
    formulier, code = BesluitForm(queries.te_beslissen(request.wie, verzoek_id), request.POST), 422
    if formulier.is_valid():
        v = formulier.cleaned_data
        try:
            actions.beslis(
                request.wie, verzoek_id, v["uitkomst"], v["redenen"], belang_ander=v.get("belang_ander", ""),
                langer_tot=v.get("langer_tot"), versie=v["versie"],
            )  # fmt: skip
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            code = 409
        else:
            messages.success(request, "Besloten. Stuur de vrager het besluit met je redenen.")
            return redirect("bewaren:verzoek", verzoek_id)
    return _blad(request, verzoek_id, besluit=formulier, code=code)


@require_POST
@scherm(Rol.TOEGANG, Rol.PRIVACY)
def uitvoeren(request: Verzoek, verzoek_id: UUID) -> HttpResponse:
    """Carry out what was granted."""
    versie = request.POST.get("versie", "")
    try:
        actions.voer_uit(request.wie, verzoek_id, versie=int(versie) if versie.isdigit() else 0)
    except Geweigerd as fout:
        messages.error(request, f"{fout} ({fout.grondslag})" if fout.grondslag else str(fout))
    else:
        messages.success(request, "Uitgevoerd.")
    return redirect("bewaren:verzoek", verzoek_id)


def _blad(
    request: Verzoek, verzoek_id: UUID, *, besluit: BaseForm | None = None, afscherm: BaseForm | None = None,
    code: int = 200,
) -> HttpResponse:  # fmt: skip
    beeld = queries.dossierverzoek(request.wie, verzoek_id)
    context = {
        "beeld": beeld, "verzoek": beeld.verzoek, "kop": weergave.wie_het_is(beeld.verzoek.kind),
        "besluitform": besluit or BesluitForm(beeld.verzoek, initial={"versie": beeld.verzoek.versie}),
        "afschermform": afscherm or AfschermForm(), "ziet_kind": request.wie.heeft(Rol.TOEGANG),
    }  # fmt: skip
    return render(request, "bewaren/verzoek.html", context, status=code)
