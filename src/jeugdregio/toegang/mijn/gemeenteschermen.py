"""The screens of the municipality about the family's page: inviting, closing, answering."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import queries
from jeugdregio.toegang.mijn.forms import AntwoordForm, SluitForm
from jeugdregio.toegang.mijn.models import Gezinstoegang, Gezinsvraag
from jeugdregio.toegang.mijn.uitnodigen import nodig_uit, sluit_toegang
from jeugdregio.toegang.mijn.vragen import beantwoord
from jeugdregio.toegang.weergave import naam


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def gezin(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Show who of the family looks along and who may be invited; a POST makes a code and shows it once."""
    beeld = queries.kind(request.wie, kind_id)
    code, voor, fout_tekst = "", "", ""
    if request.method == "POST":
        keuze = request.POST.get("wie", "")
        try:
            uitnodiging, code = nodig_uit(request.wie, kind_id, UUID(keuze) if keuze != "kind" else None)
        except ValueError:
            raise NietGevonden("Deze persoon hoort niet bij dit kind.") from None
        except Geweigerd as fout:
            fout_tekst = f"{fout} ({fout.grondslag})" if fout.grondslag else str(fout)
        else:
            voor = uitnodiging.gezagsdrager.naam if uitnodiging.gezagsdrager else naam(beeld.kind)
    toegangen = Gezinstoegang.objects.filter(kind=beeld.kind).select_related("gezagsdrager").order_by("-sinds")
    context = {
        "kind": beeld.kind, "naam": naam(beeld.kind), "dragers": beeld.gezagsdragers, "toegangen": toegangen,
        "vragen": Gezinsvraag.objects.filter(kind=beeld.kind).select_related("toegang__gezagsdrager"),
        "code": code, "voor": voor, "fout": fout_tekst,
    }  # fmt: skip
    return render(request, "mijn/gezin.html", context, status=422 if fout_tekst else 200)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def sluiten(request: Verzoek, kind_id: UUID, toegang_id: UUID) -> HttpResponse:
    """Close the page for one person of the family, with a reason."""
    beeld = queries.kind(request.wie, kind_id)
    toegang = Gezinstoegang.objects.filter(pk=toegang_id, kind=beeld.kind).select_related("gezagsdrager").first()
    if toegang is None:
        raise NietGevonden("Deze toegang is er niet.")
    formulier = SluitForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            sluit_toegang(request.wie, toegang_id, formulier.cleaned_data["reden"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De pagina is gesloten voor deze persoon.")
            return redirect("gezin:gezin", kind_id)
    context = {"kind": beeld.kind, "naam": naam(beeld.kind), "toegang": toegang, "form": formulier}
    return render(request, "mijn/sluiten.html", context, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def vraag(request: Verzoek, kind_id: UUID, vraag_id: UUID) -> HttpResponse:
    """Read what the family asked and answer it."""
    beeld = queries.kind(request.wie, kind_id)
    gevonden = Gezinsvraag.objects.filter(pk=vraag_id, kind=beeld.kind).select_related("toegang__gezagsdrager").first()
    if gevonden is None:
        raise NietGevonden("Deze vraag is er niet.")
    formulier = AntwoordForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            beantwoord(request.wie, vraag_id, formulier.cleaned_data["antwoord"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Je antwoord staat op de pagina van het gezin.")
            return redirect("gezin:gezin", kind_id)
    context = {"kind": beeld.kind, "naam": naam(beeld.kind), "vraag": gevonden, "form": formulier}
    return render(request, "mijn/vraag.html", context, status=status(formulier))
