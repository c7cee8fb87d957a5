"""Screens of declarations and of sums of money. Thin: form, act, page."""

import csv
from datetime import date
from typing import TypedDict
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ijw.eenheden import eenheid_naam
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.geld import euro
from jeugdregio.basis.klok import vandaag
from jeugdregio.financien import actions, permissions, queries
from jeugdregio.financien import geldt as wat_geldt
from jeugdregio.financien.forms import DeclaratieForm, KiesForm
from jeugdregio.financien.models import Declaratie
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm

PER_PAGINA = 25
KORTE_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@scherm()
@require_GET
def lijst(request: Verzoek) -> HttpResponse:
    """Declarations, newest first, with what was refused as a whole above them."""
    filters = _filters(request)
    gevonden = queries.declaraties(request.wie, **filters)
    pagina = Paginator(gevonden, PER_PAGINA).get_page(request.GET.get("pagina"))
    tellingen = queries.tellingen(list(pagina))
    rijen = [(declaratie, tellingen.get(declaratie.pk, queries.Tellingen())) for declaratie in pagina]
    afgekeurd = queries.afgekeurde_berichten(request.wie)
    return render(
        request,
        "financien/lijst.html",
        {
            "pagina": pagina,
            "rijen": rijen,
            "afgekeurd": list(afgekeurd[:5]),
            "staten": Declaratie.Staat.choices,
            "filters": filters,
            "gefilterd": any(filters.values()),
            "mag_indienen": permissions.mag_indienen(request.wie),
            "mag_bedragen": permissions.mag_bedragen_zien(request.wie),
        },
    )


@scherm()
@require_GET
def declaratie(request: Verzoek, declaratie_id: UUID) -> HttpResponse:
    """One declaration with its lines and, per refused line, why and what to do."""
    alleen_afgewezen = request.GET.get("alleen") == "afgewezen"
    beeld = queries.declaratie(
        request.wie, declaratie_id, alleen_afgewezen=alleen_afgewezen, pagina=_geheel(request.GET.get("pagina"), 1)
    )
    regels = [(regel, eenheid_naam(regel.regel.eenheid)[1]) for regel in beeld.regels]
    return render(request, "financien/declaratie.html", {"beeld": beeld, "regels": regels, "alleen": alleen_afgewezen})


@scherm()
@require_POST
def betaalbaar(request: Verzoek, declaratie_id: UUID) -> HttpResponse:
    """Release a declaration for payment."""
    try:
        gedaan = actions.stel_betaalbaar(request.wie, declaratie_id)
        messages.success(request, f"{euro(gedaan.toegekend)} is betaalbaar gesteld.")
    except Geweigerd as fout:
        messages.warning(request, str(fout))
    return redirect("financien:declaratie", declaratie_id)


@scherm()
@require_POST
def herstel_afsluiten(request: Verzoek, declaratie_id: UUID) -> HttpResponse:
    """The provider does not repair the refused lines."""
    actions.sluit_herstel(request.wie, declaratie_id)
    messages.success(request, "De afgewezen regels staan niet meer bij je beurten.")
    return redirect("financien:declaratie", declaratie_id)


@scherm()
@require_POST
def crediteren(request: Verzoek, prestatie_id: int) -> HttpResponse:
    """Take back a granted line."""
    try:
        credit = actions.crediteer(request.wie, prestatie_id)
    except Geweigerd as fout:
        messages.warning(request, str(fout))
        return redirect("financien:lijst")
    messages.success(request, "De regel is teruggenomen. Dien hem opnieuw in als er iets anders moest staan.")
    return redirect("financien:declaratie", credit.pk)


@scherm()
@require_GET
def afgekeurd(request: Verzoek, bericht_id: UUID) -> HttpResponse:
    """A declaration that was refused as a whole, with what must change."""
    bericht, bevindingen = queries.afgekeurd_bericht(request.wie, bericht_id)
    return render(request, "financien/afgekeurd.html", {"bericht": bericht, "bevindingen": bevindingen})


@scherm()
@require_GET
def kies(request: Verzoek) -> HttpResponse:
    """Choose municipality and month to declare."""
    gemeenten = queries.te_declareren_gemeenten(request.wie)
    form = KiesForm(request.GET or None, gemeenten=gemeenten, vandaag=vandaag())
    if request.GET and form.is_valid():
        jaar, maand = form.jaar_maand
        return redirect("financien:indienen", form.cleaned_data["gemeente"].pk, jaar, maand)
    return render(request, "financien/kies.html", {"form": form, "gemeenten": list(gemeenten)})


@scherm()
@require_http_methods(["GET", "POST"])
def indienen(request: Verzoek, gemeente_id: UUID, jaar: int, maand: int) -> HttpResponse:
    """Fill in what was delivered and send it. What is wrong stands beside its line; the input stays."""
    eerste = _maand(jaar, maand)
    concept = actions.concept(request.wie, gemeente_id, eerste)
    form = DeclaratieForm(request.POST or None, concept=concept, geldt=wat_geldt.bij_concept(concept))
    kan_toch = False
    if request.method == "POST" and form.is_valid():
        try:
            gedaan = actions.dien_in(
                request.wie, gemeente_id, eerste, form.ingevuld, toch=request.POST.get("toch") == "ja"
            )
        except Geweigerd as fout:
            kan_toch = bool(fout.velden) and actions.kan_toch(concept.gemeente)
            form.zet_fouten(str(fout), fout.velden)
        else:
            messages.success(request, f"Declaratie {gedaan.nummer} is ingediend en beantwoord.")
            return redirect("financien:declaratie", gedaan.pk)
    status = 422 if form.errors else 200
    return render(
        request, "financien/indienen.html", {"concept": concept, "form": form, "kan_toch": kan_toch}, status=status
    )


@scherm()
@require_GET
def bedragen(request: Verzoek) -> HttpResponse:
    """Granted amounts per municipality, provider and month."""
    beeld = queries.bedragen(request.wie, _geheel(request.GET.get("jaar"), 0) or None)
    return render(
        request,
        "financien/bedragen.html",
        {
            "beeld": beeld,
            "maanden": KORTE_MAANDEN,
            "opent_lijst": permissions.mag_declaraties_zien(request.wie),
        },
    )


@scherm()
@require_GET
def bedragen_csv(request: Verzoek) -> HttpResponse:
    """The same amounts as a file for a spreadsheet: one line per municipality, provider and month."""
    beeld = queries.bedragen(request.wie, _geheel(request.GET.get("jaar"), 0) or None)
    antwoord = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="toegekende-bedragen-{beeld.jaar}.csv"'
    schrijver = csv.writer(antwoord, delimiter=";")
    schrijver.writerow(["gemeente", "aanbieder", "maand", "toegekend_euro"])
    for rij in beeld.rijen:
        for nummer, centen in enumerate(rij.maanden, 1):
            bedrag = f"{centen / 100:.2f}".replace(".", ",")
            schrijver.writerow([rij.gemeente.naam, rij.aanbieder.naam, f"{beeld.jaar}-{nummer:02d}", bedrag])
    return antwoord


class _Filters(TypedDict):
    gemeente: UUID | None
    aanbieder: UUID | None
    maand: date | None
    staat: str


def _filters(request: HttpRequest) -> _Filters:
    """The filters of the list; what is not a good value filters nothing."""
    jaar, _, maand = request.GET.get("maand", "").partition("-")
    goede_maand = jaar.isdecimal() and maand.isdecimal() and 1 <= int(maand) <= 12 and 1900 < int(jaar) < 2200
    return {
        "gemeente": _uuid(request.GET.get("gemeente")),
        "aanbieder": _uuid(request.GET.get("aanbieder")),
        "maand": date(int(jaar), int(maand), 1) if goede_maand else None,
        "staat": request.GET.get("staat", ""),
    }


def _uuid(tekst: str | None) -> UUID | None:
    try:
        return UUID(tekst or "")
    except ValueError:
        return None


def _geheel(tekst: str | None, anders: int) -> int:
    return int(tekst) if tekst and tekst.isdecimal() and len(tekst) < 6 else anders


def _maand(jaar: int, maand: int) -> date:
    if not (1 <= maand <= 12 and 2000 <= jaar <= 2199):
        raise Http404
    return date(jaar, maand, 1)
