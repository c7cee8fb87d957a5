"""One question: what holds where and why, and asking a municipality that has not said it yet."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.afspraken import actions, navraag, permissions, queries
from jeugdregio.afspraken.forms import VraagForm
from jeugdregio.afspraken.schermen.hulp import doe, gekozen_dag, status
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def vraag(request: Verzoek, code: str) -> HttpResponse:
    """Show one question: per municipality the answer with its reasoning, the conflicts, and all norms."""
    datum, goed = gekozen_dag(request)
    blad = queries.vraagblad(
        request.wie, code, datum,
        product_code=request.GET.get("product", "")[:20], contract_nummer=request.GET.get("contract", "")[:40],
    )  # fmt: skip
    open_vragen = navraag.open_vragen(code)
    context = {
        "blad": blad,
        "datum": datum,
        "datum_fout": not goed,
        "open_vragen": open_vragen,
        "gevraagd_bij": {b.organisatie_id for b in open_vragen if b.wachtende_id == request.wie.organisatie_id},
        "te_beantwoorden": [b for b in open_vragen if b.organisatie_id == request.wie.organisatie_id],
        "mag_antwoorden": permissions.mag_standpunt_nemen(request.wie),
        "beheerder": permissions.beheert_normen(request.wie),
    }
    return render(request, "afspraken/vraag.html", context)


@require_POST
@scherm()
def navragen(request: Verzoek, code: str) -> HttpResponse:
    """Ask a municipality what holds there."""
    try:
        gemeente_id = UUID(request.POST.get("gemeente", ""))
    except ValueError:
        raise NietGevonden("Kies een gemeente uit de lijst.") from None
    beurt = navraag.vraag_na(request.wie, code, gemeente_id)
    messages.success(request, f"{beurt.organisatie} is aan zet. Je ziet het antwoord hier, met de bron.")
    return redirect("afspraken:vraag", code)


@require_POST
@scherm(Rol.BELEID, Rol.JURIST)
def bevestigen(request: Verzoek, code: str) -> HttpResponse:
    """Answer that what stands here is right."""
    try:
        aantal = navraag.bevestig(request.wie, code)
        messages.success(request, f"Beantwoord: {aantal}. Wie vroeg ziet dat het zo klopt.")
    except Geweigerd as fout:
        messages.error(request, str(fout))
    return redirect("afspraken:vraag", code)


@require_http_methods(["GET", "POST"])
@scherm(*permissions.BEHEERDERS)
def nieuw(request: Verzoek) -> HttpResponse:
    """Add a question to the catalogue."""
    formulier = VraagForm(request.POST or None)
    gemaakt = doe(formulier, lambda: actions.maak_vraag(request.wie, **formulier.cleaned_data))
    if gemaakt:
        messages.success(request, "De vraag staat in de lijst. Maak nu een norm die haar beantwoordt.")
        return redirect("afspraken:vraag", gemaakt.code)
    return render(request, "afspraken/vraag_nieuw.html", {"form": formulier}, status=status(formulier))
