"""The register of what councils were promised: the list, one item with its steps, and the public page."""

import csv
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.bestuur.toezeggingen import actions, forms, queries, uitwisselen
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.bestuur.toezeggingen.permissions import gemeente_van, mag_lezen, mag_registreren
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.organisaties.wie import Wie

PER_PAGINA = 25
GELUKT = {
    "behandelen": "Het stuk is in behandeling.",
    "tussenbericht": "De nieuwe dag staat erin.",
    "onderdeel": "Het onderdeel is beantwoord.",
    "afdoening": "De afdoening is voorgesteld. De griffie is aan zet.",
    "oordeel": "Het oordeel van de raad staat erin.",
    "einde": "Het besluit staat erin.",
}


def _eis_lezer(wie: Wie) -> None:
    if not mag_lezen(wie):
        raise GeenRecht("Dit register is voor gemeenten, hun raden en het regiokantoor.")


def _zeef(request: Verzoek) -> queries.Zeef:
    """Read the filter; who works for a municipality begins with the own council."""
    vraag = request.GET
    eigen = gemeente_van(request.wie)
    gemeente = vraag.get("raad", eigen.code if eigen and eigen.code else "")
    stand = vraag.get("stand", "open")
    return queries.Zeef(
        gemeente=gemeente if gemeente.isdigit() else "",
        soort=vraag.get("soort", "") if vraag.get("soort") in Raadsstuk.Soort.values else "",
        stand=stand if stand in queries.STANDEN else "open",
        zoek=vraag.get("zoek", "")[:60],
    )


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show what is open per council and the items, the longest open first."""
    _eis_lezer(request.wie)
    zeef = _zeef(request)
    pagina = Paginator(queries.lijst(request.wie, zeef), PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "zeef": zeef,
        "pagina": pagina,
        "regels": queries.als_regels(list(pagina)),
        "tellingen": queries.tellingen(request.wie),
        "soorten": Raadsstuk.Soort.choices,
        "standen": queries.STANDEN.items(),
        "mag_registreren": mag_registreren(request.wie),
        "is_regio": request.wie.organisatie.soort == Soort.REGIOKANTOOR,
    }
    return render(request, "toezeggingen/lijst.html", context)


@require_GET
@scherm()
def lijst_csv(request: Verzoek) -> HttpResponse:
    """Give the filtered list as CSV."""
    _eis_lezer(request.wie)
    regels = queries.als_regels(list(queries.lijst(request.wie, _zeef(request))))
    return _csv("toezeggingen.csv", regels)


@require_http_methods(["GET", "POST"])
@scherm(Rol.GRIFFIER, Rol.BELEID)
def nieuw(request: Verzoek) -> HttpResponse:
    """Write down what the council was promised."""
    if not mag_registreren(request.wie):
        raise GeenRecht("Je legt alleen vast voor de raad van je eigen gemeente.")
    formulier = forms.NieuwStukForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            stuk = actions.registreer(request.wie, formulier.nieuw())
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error("nummer", str(fout))
        else:
            messages.success(request, "Vastgelegd. Het college is nu aan zet.")
            return redirect("toezeggingen:stuk", stuk.pk)
    return render(request, "toezeggingen/nieuw.html", {"form": formulier}, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(Rol.GRIFFIER, Rol.BELEID)
def inlezen(request: Verzoek) -> HttpResponse:
    """Take in the list of the registry; what is wrong is named by row."""
    if not mag_registreren(request.wie):
        raise GeenRecht("Je leest alleen de lijst van je eigen raad in.")
    formulier = forms.InleesForm(request.POST or None, request.FILES or None)
    uitkomst = None
    if request.method == "POST" and formulier.is_valid():
        try:
            uitkomst = uitwisselen.lees_in(request.wie, formulier.cleaned_data["bestand"].read(uitwisselen.GROOTST + 1))
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
    code = 422 if uitkomst and uitkomst.fouten else status(formulier)
    return render(request, "toezeggingen/inlezen.html", {"form": formulier, "uitkomst": uitkomst}, status=code)


@require_GET
@scherm()
def stuk(request: Verzoek, stuk_id: UUID) -> HttpResponse:
    """Show one item: the words, the term, the history, and what this reader can do."""
    return _stukblad(request, stuk_id)


def _stukblad(
    request: Verzoek, stuk_id: UUID, naam: str = "", fout: Form | None = None, code: int = 200
) -> HttpResponse:
    beeld = queries.stuk(request.wie, stuk_id)
    begin = {"versie": beeld.stuk.versie}
    context: dict[str, Any] = {
        "beeld": beeld,
        "stuk": beeld.stuk,
        "vakken": actions.VAKKEN,
        "tussenbericht": forms.TussenberichtForm(initial=begin, prefix="tussen"),
        "onderdeel": forms.OnderdeelForm(initial=begin, prefix="deel"),
        "afdoening": forms.AfdoeningForm(initial=begin, prefix="afdoen"),
        "oordeel": forms.OordeelForm(initial=begin, prefix="oordeel"),
        "einde": forms.EindeForm(initial=begin, prefix="einde"),
    }
    if fout is not None:
        context[naam] = fout
    return render(request, "toezeggingen/stuk.html", context, status=code)


def _doe(request: Verzoek, stuk_id: UUID, naam: str, formulier: Form, daad: Callable[..., object]) -> HttpResponse:
    """Run an act with a form of the item's page: back to the page, with the input and what is wrong if it failed."""
    queries.stuk(request.wie, stuk_id)
    if not formulier.is_valid():
        return _stukblad(request, stuk_id, naam, formulier, 422)
    try:
        daad(request.wie, stuk_id, **formulier.cleaned_data)
    except Geweigerd as fout:
        zet_fouten(formulier, fout)
        return _stukblad(request, stuk_id, naam, formulier, 422)
    except Conflict as fout:
        formulier.add_error(None, str(fout))
        return _stukblad(request, stuk_id, naam, formulier, 409)
    messages.success(request, GELUKT[naam])
    return redirect("toezeggingen:stuk", stuk_id)


@require_POST
@scherm(Rol.BELEID, Rol.WETHOUDER)
def behandelen(request: Verzoek, stuk_id: UUID) -> HttpResponse:
    """Say that the college works on it."""
    return _doe(request, stuk_id, "behandelen", forms.MetVersie(request.POST), actions.neem_in_behandeling)


@require_POST
@scherm(Rol.BELEID, Rol.WETHOUDER)
def tussenbericht(request: Verzoek, stuk_id: UUID) -> HttpResponse:
    """Tell the council that it takes longer."""
    formulier = forms.TussenberichtForm(request.POST, prefix="tussen")
    return _doe(request, stuk_id, "tussenbericht", formulier, actions.stuur_tussenbericht)


@require_POST
@scherm(Rol.BELEID, Rol.WETHOUDER)
def onderdeel(request: Verzoek, stuk_id: UUID, onderdeel_id: UUID) -> HttpResponse:
    """Answer one part."""

    def daad(wie: Wie, pk: UUID, **velden: Any) -> object:
        return actions.beantwoord_onderdeel(wie, pk, onderdeel_id, **velden)

    return _doe(request, stuk_id, "onderdeel", forms.OnderdeelForm(request.POST, prefix="deel"), daad)


@require_POST
@scherm(Rol.BELEID, Rol.WETHOUDER)
def afdoen(request: Verzoek, stuk_id: UUID) -> HttpResponse:
    """Propose how the item is settled."""
    formulier = forms.AfdoeningForm(request.POST, prefix="afdoen")
    return _doe(request, stuk_id, "afdoening", formulier, actions.stel_afdoening_voor)


@require_POST
@scherm(Rol.GRIFFIER)
def beoordelen(request: Verzoek, stuk_id: UUID) -> HttpResponse:
    """Say whether the item is settled."""
    return _doe(request, stuk_id, "oordeel", forms.OordeelForm(request.POST, prefix="oordeel"), actions.beoordeel)


@require_POST
@scherm(Rol.GRIFFIER)
def beeindigen(request: Verzoek, stuk_id: UUID) -> HttpResponse:
    """End or hand over an item by explicit decision."""
    return _doe(request, stuk_id, "einde", forms.EindeForm(request.POST, prefix="einde"), actions.beeindig)


@require_GET
def openbaar(request: Verzoek, code: str) -> HttpResponse:
    """Show the public items of one council to anybody."""
    gemeente, regels = queries.openbaar(code)
    context = {"gemeente": gemeente, "regels": regels, "gemeenten": deelnemers()}
    return render(request, "toezeggingen/openbaar.html", context)


@require_GET
def openbaar_csv(request: Verzoek, code: str) -> HttpResponse:
    """Give the public items of one council as CSV to anybody."""
    gemeente, regels = queries.openbaar(code)
    return _csv(f"toezeggingen-{gemeente.code}.csv", regels)


def _csv(naam: str, regels: list[queries.Regel]) -> HttpResponse:
    antwoord = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    csv.writer(antwoord, delimiter=";").writerows(uitwisselen.csv_regels(regels))
    return antwoord
