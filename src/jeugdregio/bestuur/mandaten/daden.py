"""Screens of the acts on the register, each a form whose input stays when a rule refuses."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.bestuur.mandaten import actions, permissions, queries
from jeugdregio.bestuur.mandaten.forms import (
    AfloopForm,
    BetwistForm,
    InstemmenForm,
    IntrekkenForm,
    NotitieForm,
    VerleningForm,
    begin_onder,
    begin_van,
)
from jeugdregio.bestuur.mandaten.keten import instemmers
from jeugdregio.bestuur.mandaten.models import Betwisting, Mandaat
from jeugdregio.bestuur.mandaten.verlenen import Verlening, verleen
from jeugdregio.bestuur.mandaten.views import kop
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm

LEZEN_EN_SCHRIJVEN = require_http_methods(["GET", "POST"])


def _blad(
    request: Verzoek, form: Form, doe: Callable[[dict[str, Any]], Any], *, titel: str, knop: str, terug: str,
    klaar: str, extra: dict[str, object] | None = None, hulp: str = "",
) -> HttpResponse:  # fmt: skip
    """Show a form; on a valid one do the act and go back. A refusal stands beside its field, a conflict above it."""
    code = 200
    if request.method == "POST":
        code = 422
        if form.is_valid():
            try:
                uit = doe(form.cleaned_data)
            except Geweigerd as fout:
                _zet(form, fout)
            except Conflict as fout:
                form.add_error(None, f"{fout} Je invoer staat er nog.")
                code = 409
            else:
                messages.success(request, klaar)
                return redirect(reverse("mandaten:mandaat", args=[uit.pk]) if isinstance(uit, Mandaat) else terug)
    context = {"form": form, "titel": titel, "knop": knop, "terug": terug, "hulp": hulp, **(extra or {})}
    return render(request, "mandaten/daad.html", context, status=code)


def _zet(form: Form, fout: Geweigerd) -> None:
    bekend = {veld: tekst for veld, tekst in fout.velden.items() if veld in form.fields}
    grond = f" ({fout.grondslag})" if fout.grondslag else ""
    for veld, tekst in bekend.items():
        form.add_error(veld, f"{tekst}{grond}")
    if not bekend:
        form.add_error(None, f"{fout}{grond}")


def _adres(mandaat: Mandaat) -> str:
    return reverse("mandaten:mandaat", args=[mandaat.pk])


def _verleen(request: Verzoek, velden: dict[str, Any], vervangt: UUID | None = None) -> Mandaat:
    return verleen(request.wie, Verlening(gever=request.wie.organisatie, **velden), vervangt=vervangt)


@LEZEN_EN_SCHRIJVEN
@scherm()
def nieuw(request: Verzoek) -> HttpResponse:
    """Record a mandate of the own body."""
    permissions.eis_voor(request.wie, request.wie.organisatie)
    form = VerleningForm(request.POST or None, wie=request.wie, initial={"gemeenten": [request.wie.organisatie]})
    return _blad(
        request, form, lambda v: _verleen(request, v), titel="Mandaat vastleggen", knop="Leg vast",
        terug=reverse("mandaten:lijst"), klaar="Het mandaat staat in het register.",
        hulp="Leg vast wat je bestuur heeft besloten. Een mandaat werkt niet terug in de tijd.",
    )  # fmt: skip


@LEZEN_EN_SCHRIJVEN
@scherm()
def vervangen(request: Verzoek, mandaat_id: UUID) -> HttpResponse:
    """Put a changed mandate in the place of an old one, from a day on."""
    oud = queries.mandaat(request.wie, mandaat_id)
    permissions.eis_voor(request.wie, oud.gever)
    form = VerleningForm(request.POST or None, wie=request.wie, initial=begin_van(oud))
    return _blad(
        request, form, lambda v: _verleen(request, v, mandaat_id), titel="Mandaat vervangen", knop="Vervang",
        terug=_adres(oud), klaar="Het nieuwe mandaat staat in het register. Het oude blijft leesbaar.", extra=kop(oud),
        hulp="Het oude mandaat geldt tot de eerste dag van het nieuwe. De ontvanger moet opnieuw instemmen.",
    )  # fmt: skip


@LEZEN_EN_SCHRIJVEN
@scherm()
def doorgeven(request: Verzoek, mandaat_id: UUID) -> HttpResponse:
    """Give a sub-mandate of a mandate that the own body received."""
    boven = queries.mandaat(request.wie, mandaat_id)
    permissions.eis_voor(request.wie, boven.ontvanger)
    form = VerleningForm(request.POST or None, wie=request.wie, initial=begin_onder(boven))
    return _blad(
        request, form, lambda v: _verleen(request, v), titel="Ondermandaat geven", knop="Geef door",
        terug=_adres(boven), klaar="Het ondermandaat staat in het register.", extra=kop(boven),
        hulp="Je kunt niet meer doorgeven dan je kreeg: niet meer handelingen, gemeenten of tijd.",
    )  # fmt: skip


@LEZEN_EN_SCHRIJVEN
@scherm()
def instemmen(request: Verzoek, mandaat_id: UUID) -> HttpResponse:
    """Agree to a mandate for the own body."""
    mandaat = queries.mandaat(request.wie, mandaat_id)
    if not permissions.mag_vastleggen(request.wie) or request.wie.organisatie_id not in instemmers(mandaat):
        raise GeenRecht("Instemmen kan alleen een jurist of secretaris van wie het mandaat krijgt.")
    return _blad(
        request, InstemmenForm(request.POST or None), lambda v: actions.aanvaard(request.wie, mandaat_id, **v),
        titel="Instemmen", knop="Stem in", terug=_adres(mandaat), klaar="De instemming is vastgelegd.",
        extra=kop(mandaat), hulp="Zonder datum telt instemming niet: dan is de keten niet compleet (Awb 10:4).",
    )  # fmt: skip


@LEZEN_EN_SCHRIJVEN
@scherm()
def intrekken(request: Verzoek, mandaat_id: UUID) -> HttpResponse:
    """Withdraw a mandate that the own body gave."""
    mandaat = queries.mandaat(request.wie, mandaat_id)
    permissions.eis_voor(request.wie, mandaat.gever)
    return _blad(
        request, IntrekkenForm(request.POST or None), lambda v: actions.trek_in(request.wie, mandaat_id, **v),
        titel="Mandaat intrekken", knop="Trek in", terug=_adres(mandaat), klaar="Het mandaat is ingetrokken.",
        extra=kop(mandaat), hulp="Wat hieronder is doorgegeven, vervalt mee. Besluiten van daarvoor blijven geldig.",
    )  # fmt: skip


@LEZEN_EN_SCHRIJVEN
@scherm()
def instructie(request: Verzoek, mandaat_id: UUID) -> HttpResponse:
    """Record an instruction to the recipient."""
    mandaat = queries.mandaat(request.wie, mandaat_id)
    permissions.eis_voor(request.wie, mandaat.gever)
    return _blad(
        request, NotitieForm(request.POST or None), lambda v: actions.instrueer(request.wie, mandaat_id, **v),
        titel="Instructie geven", knop="Leg vast", terug=_adres(mandaat), klaar="De instructie is vastgelegd.",
        extra=kop(mandaat),
    )  # fmt: skip


@LEZEN_EN_SCHRIJVEN
@scherm()
def verantwoording(request: Verzoek, mandaat_id: UUID) -> HttpResponse:
    """Record an account to the giver."""
    mandaat = queries.mandaat(request.wie, mandaat_id)
    permissions.eis_voor(request.wie, mandaat.ontvanger)
    return _blad(
        request, NotitieForm(request.POST or None), lambda v: actions.verantwoord(request.wie, mandaat_id, **v),
        titel="Verantwoording afleggen", knop="Leg vast", terug=_adres(mandaat),
        klaar="De verantwoording is vastgelegd.", extra=kop(mandaat),
    )  # fmt: skip


@LEZEN_EN_SCHRIJVEN
@scherm()
def betwisten(request: Verzoek, mandaat_id: UUID) -> HttpResponse:
    """Dispute a link for the own body."""
    mandaat = queries.mandaat(request.wie, mandaat_id)
    permissions.eis_voor(request.wie, mandaat.gever, mandaat.ontvanger, *mandaat.gemeenten.all())

    def doe(velden: dict[str, Any]) -> Betwisting:
        return actions.betwist(request.wie, mandaat_id, **{**velden, "handelingen": tuple(velden["handelingen"])})

    return _blad(
        request, BetwistForm(request.POST or None, mandaat=mandaat), doe, titel="Mandaat betwisten", knop="Leg vast",
        terug=_adres(mandaat), klaar="De betwisting is vastgelegd. Wie het mandaat gebruikt, ziet haar.",
        extra=kop(mandaat), hulp="Een betwisting houdt een besluit niet tegen. Zij staat er wel bij, voor iedereen.",
    )  # fmt: skip


@LEZEN_EN_SCHRIJVEN
@scherm()
def betwisting_beeindigen(request: Verzoek, betwisting_id: UUID) -> HttpResponse:
    """Record how a dispute of the own body ended."""
    betwisting = queries.betwisting(request.wie, betwisting_id)
    permissions.eis_voor(request.wie, betwisting.door)
    return _blad(
        request, AfloopForm(request.POST or None),
        lambda v: actions.beeindig_betwisting(request.wie, betwisting_id, **v), titel="Betwisting beëindigen",
        knop="Leg vast", terug=_adres(betwisting.mandaat), klaar="De betwisting is beëindigd.",
        extra=kop(betwisting.mandaat),
    )  # fmt: skip
