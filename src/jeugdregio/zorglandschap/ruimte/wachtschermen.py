"""Screens of the waiting list of a municipality."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap.ruimte import bijhouden, wachten, wachtqueries
from jeugdregio.zorglandschap.ruimte.dossiers import pad_naar_dossier
from jeugdregio.zorglandschap.ruimte.forms import (
    ContactForm,
    DagForm,
    EindeForm,
    OverbruggingForm,
    UrgentieForm,
    WachtendeForm,
    WachttijdForm,
)
from jeugdregio.zorglandschap.ruimte.permissions import reserveert
from jeugdregio.zorglandschap.ruimte.zoekschermen import kenmerk_van_zoekvraag

_KANTEN = (Rol.TOEGANG, Rol.AANBIEDER, Rol.GI)


@scherm(*_KANTEN)
@require_GET
def lijst(request: Verzoek) -> HttpResponse:
    """The children that wait, by product, in the order of the one rule, which is shown."""
    alles, product = request.GET.get("alles") == "ja", request.GET.get("product", "")[:5]
    pagina, rijen = wachtqueries.wachtlijst(
        request.wie, alles=alles, pagina=request.GET.get("pagina", "1"), product=product
    )
    context = {
        "pagina": pagina, "rijen": rijen, "alles": alles, "vandaag": vandaag(), "mag": reserveert(request.wie),
        "regel": wachtqueries.regel(), "producten": wachtqueries.producten(request.wie), "product": product,
    }  # fmt: skip
    return render(request, "ruimte/wachtlijst.html", context)


@scherm(Rol.TOEGANG)
@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek) -> HttpResponse:
    """Put a child on the list."""
    begin = {"aangemeld_op": vandaag(), "kenmerk": kenmerk_van_zoekvraag(request)}
    formulier = WachtendeForm(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            gemaakt = wachten.meld_aan(
                request.wie, kenmerk=velden["kenmerk"], product_code=velden["product"].code,
                aangemeld_op=velden["aangemeld_op"], plek_id=velden["plek"], urgentie=velden["urgentie"],
                urgentie_reden=velden["urgentie_reden"],
            )  # fmt: skip
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het kind staat op de wachtlijst.")
            return redirect("ruimte:wachtende", gemaakt.pk)
    return render(request, "ruimte/wachtende_nieuw.html", {"form": formulier}, status=status(formulier))


@scherm(*_KANTEN)
@require_GET
def wachtende(request: Verzoek, wachtende_id: UUID) -> HttpResponse:
    """One waiting child and what was offered."""
    return _blad(request, wachtende_id)


def _blad(
    request: Verzoek, wachtende_id: UUID, naam: str = "", fout: Form | None = None, code: int = 200
) -> HttpResponse:
    w = wachtqueries.wachtende(request.wie, wachtende_id)
    begin = {"versie": w.versie}
    dringend = {"urgentie": w.urgentie, "urgentie_reden": w.urgentie_reden}
    wachttijd = {"wachttijd_dagen": w.wachttijd_dagen, "wachttijd_op": w.wachttijd_op or vandaag()}
    context = {
        "w": w, "dagen": ((w.einde_op or vandaag()) - w.aangemeld_op).days, "mag": reserveert(request.wie),
        "te_laat": w.eerste_contact_op is None and w.einde_op is None and w.uiterlijk < vandaag(),
        "overbrugging": OverbruggingForm(initial=begin, prefix="brug"),
        "contact": DagForm(initial=begin | {"op": vandaag()}, prefix="contact"),
        "einde": EindeForm(initial=begin | {"op": vandaag()}, prefix="einde"),
        "gesprek": ContactForm(initial=begin | {"op": vandaag()}, prefix="gesprek"),
        "urgentie": UrgentieForm(initial=begin | dringend, prefix="urgentie"),
        "wachttijd": WachttijdForm(initial=begin | wachttijd, prefix="wachttijd"),
        "rij": wachtqueries.rijen(request.wie, [w])[0], "regel": wachtqueries.regel(),
        "dossier": pad_naar_dossier(request.wie, w.kenmerk),
    }  # fmt: skip
    if fout is not None:
        context |= {naam: fout, "open_": naam}
    return render(request, "ruimte/wachtende.html", context, status=code)


def _doe(
    request: Verzoek, pk: UUID, naam: str, formulier: Form, *, daad: Callable[..., object], gelukt: str
) -> HttpResponse:  # fmt: skip
    wachtqueries.wachtende(request.wie, pk)
    if not formulier.is_valid():
        return _blad(request, pk, naam, formulier, 422)
    try:
        daad(request.wie, pk, **formulier.cleaned_data)
    except Geweigerd as fout:
        zet_fouten(formulier, fout)
        return _blad(request, pk, naam, formulier, 422)
    except Conflict as fout:
        formulier.add_error(None, str(fout))
        return _blad(request, pk, naam, formulier, 409)
    messages.success(request, gelukt)
    return redirect("ruimte:wachtende", pk)


@require_POST
@scherm(Rol.TOEGANG)
def overbrugging(request: Verzoek, wachtende_id: UUID) -> HttpResponse:
    """Log what was offered."""
    formulier = OverbruggingForm(request.POST, prefix="brug")
    return _doe(
        request, wachtende_id, "overbrugging", formulier, daad=wachten.bied_aan, gelukt="Het aanbod is vastgelegd."
    )


@require_POST
@scherm(Rol.TOEGANG)
def contact(request: Verzoek, wachtende_id: UUID) -> HttpResponse:
    """Record the first contact."""
    formulier = DagForm(request.POST, prefix="contact")
    return _doe(
        request,
        wachtende_id,
        "contact",
        formulier,
        daad=wachten.eerste_contact,
        gelukt="Het eerste contact staat erin.",
    )


@require_POST
@scherm(Rol.TOEGANG)
def einde(request: Verzoek, wachtende_id: UUID) -> HttpResponse:
    """End the waiting."""
    formulier = EindeForm(request.POST, prefix="einde")
    return _doe(request, wachtende_id, "einde", formulier, daad=wachten.beeindig, gelukt="Het wachten is voorbij.")


@require_POST
@scherm(Rol.TOEGANG)
def gesprek(request: Verzoek, wachtende_id: UUID) -> HttpResponse:
    """Record a contact moment while waiting."""
    formulier = ContactForm(request.POST, prefix="gesprek")
    gelukt = "Het contact staat erin. Je krijgt een beurt voor het volgende."
    return _doe(request, wachtende_id, "gesprek", formulier, daad=bijhouden.leg_contact_vast, gelukt=gelukt)


@require_POST
@scherm(Rol.TOEGANG)
def urgentie(request: Verzoek, wachtende_id: UUID) -> HttpResponse:
    """Give another urgency."""
    formulier = UrgentieForm(request.POST, prefix="urgentie")
    gelukt = "De urgentie is gewijzigd; de plaats op de lijst volgt daaruit."
    return _doe(request, wachtende_id, "urgentie", formulier, daad=bijhouden.wijzig_urgentie, gelukt=gelukt)


@require_POST
@scherm(Rol.TOEGANG)
def wachttijd(request: Verzoek, wachtende_id: UUID) -> HttpResponse:
    """Mark what the provider says of its waiting time."""
    formulier = WachttijdForm(request.POST, prefix="wachttijd")
    gelukt = "De wachttijd staat erin, met bron en dag."
    return _doe(request, wachtende_id, "wachttijd", formulier, daad=bijhouden.noteer_wachttijd, gelukt=gelukt)
