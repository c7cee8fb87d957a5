"""Screens of objections: the list, registering one, its page with its acts, its letters."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.document import naar_html, naar_pdf
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten.gebruik import uitoefeningen
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import weergave
from jeugdregio.toegang.bezwaren import beslissen, horen, ontvangen, queries
from jeugdregio.toegang.bezwaren.beeld import TOON_BEZWAAR, band
from jeugdregio.toegang.bezwaren.blad import Blad, daad_van, voer_uit
from jeugdregio.toegang.bezwaren.brief import indiener_van
from jeugdregio.toegang.bezwaren.daden import BEZWAAR, RECHTER, mogelijk, te_laat_voor_beroep
from jeugdregio.toegang.bezwaren.forms import OntvangForm, ZoekBesluitForm
from jeugdregio.toegang.bezwaren.permissions import ROLLEN, eis_betrokken
from jeugdregio.toegang.bezwaren.queries import Bezwaarbeeld
from jeugdregio.toegang.bezwaren.rechter import beroep_van
from jeugdregio.toegang.termijnen.beeld import beelden

ANDERS = "Het oordeel is anders dan je zag. Kijk nog een keer; er is nog niets vastgelegd."


@require_GET
@scherm(*ROLLEN)
def lijst(request: Verzoek) -> HttpResponse:
    """List the objections of the municipality."""
    alles = request.GET.get("staat") == "alle"
    pagina = queries.bezwaren(request.wie, alles=alles, pagina=_nummer(request))
    klokken = queries.eindes("bezwaar", [b.pk for b in pagina])
    rijen = [(b, weergave.wie_het_is(b.kind), klokken.get(b.pk), TOON_BEZWAAR[b.staat]) for b in pagina]
    return render(request, "bezwaren/lijst.html", {"pagina": pagina, "rijen": rijen, "alles": alles})


@require_http_methods(["GET", "POST"])
@scherm(*ROLLEN)
def zoek(request: Verzoek) -> HttpResponse:
    """Find the decision an objection is about, by the reference on the letter."""
    eis_betrokken(request.wie)
    formulier = ZoekBesluitForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and formulier.is_valid():
        besluit = queries.besluit_met_kenmerk(request.wie, formulier.cleaned_data["kenmerk"])
        if besluit is not None:
            return redirect("bezwaren:nieuw", besluit.pk)
        formulier.add_error("kenmerk", "Dit besluit is er niet, of het is nog niet verzonden. Kijk op de brief.")
    return render(request, "bezwaren/zoek.html", {"form": formulier}, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(*ROLLEN)
def nieuw(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Register an objection: first whether it is in time, then the saving."""
    besluit = queries.besluit(request.wie, beschikking_id)
    leg_inzage_vast(
        request.wie, [besluit.kind_id], scherm="bezwaar_nieuw", soort="beschikking", onderwerp_id=besluit.pk
    )
    formulier, oordeel = OntvangForm(request.POST if request.method == "POST" else None, beschikking=besluit), None
    if request.method == "POST" and formulier.is_valid():
        binnen = formulier.binnengekomen()
        try:
            oordeel = ontvangen.voorspel(besluit, binnen.ontvangen_op, binnen.gepost_op)
            if "bewaar" in request.POST and formulier.cleaned_data["gezien"] == oordeel.waarde:
                bezwaar = ontvangen.ontvang_bezwaar(request.wie, beschikking_id, binnen)
                messages.success(request, f"Bezwaar {bezwaar.kenmerk} is vastgelegd: {oordeel.waarde}.")
                return redirect("bezwaren:bezwaar", bezwaar.pk)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            formulier = _met_oordeel(request, formulier, str(oordeel.waarde), besluit)
    context = {"form": formulier, "besluit": besluit, "oordeel": oordeel, "naam": weergave.naam(besluit.kind)}
    return render(request, "bezwaren/nieuw.html", context, status=status(formulier))


def _met_oordeel(request: Verzoek, oud: OntvangForm, gezien: str, besluit: Any) -> OntvangForm:
    kopie = request.POST.copy()
    kopie["gezien"] = gezien
    formulier = OntvangForm(kopie, beschikking=besluit)
    if "bewaar" in request.POST and not oud.errors:
        formulier.add_error(None, ANDERS)
    return formulier


@require_GET
@scherm(*ROLLEN)
def bezwaar(request: Verzoek, bezwaar_id: UUID) -> HttpResponse:
    """Show one objection: where it stands, what must be done, and everything about it."""
    beeld = queries.bezwaar(request.wie, bezwaar_id)
    b = beeld.bezwaar
    context = _kop(beeld) | {
        "band": band(beeld), "daden": mogelijk(BEZWAAR, request.wie, b), "klokken": beelden(beeld.klokken),
        "ontbreekt": beslissen.wat_ontbreekt(b) if b.staat in {b.Staat.LOOPT, b.Staat.TE_LAAT} else [],
        "beletsel": beslissen.waarom_niet_tekenen(request.wie, b) if b.staat == b.Staat.LOOPT else "",
        "beslissing": beeld.beslissing, "mandaat": uitoefeningen("bezwaar", b.pk),
        "genodigden": horen.genodigden(b, vandaag()) if b.open else [],
        "zaken": [(z, mogelijk(RECHTER, request.wie, z), te_laat_voor_beroep(z)) for z in b.beroepen.all()],
    }  # fmt: skip
    return render(request, "bezwaren/bezwaar.html", context)


@require_http_methods(["GET", "POST"])
@scherm(*ROLLEN)
def daad(request: Verzoek, bezwaar_id: UUID, daad: str) -> HttpResponse:
    """Do something with an objection."""
    gekozen = daad_van(BEZWAAR, daad, request.wie)
    beeld = queries.bezwaar(request.wie, bezwaar_id)
    terug = ("bezwaren:bezwaar", beeld.bezwaar.pk)
    return voer_uit(request, Blad(gekozen, beeld.bezwaar, terug, _kop(beeld), "bezwaren/daad.html"))


@require_http_methods(["GET", "POST"])
@scherm(*ROLLEN)
def rechter(request: Verzoek, beroep_id: UUID, daad: str) -> HttpResponse:
    """Do something with a case at the court."""
    gekozen = daad_van(RECHTER, daad, request.wie)
    zaak = beroep_van(request.wie, beroep_id)
    beeld = queries.bezwaar(request.wie, zaak.bezwaar_id)
    terug = ("bezwaren:bezwaar", zaak.bezwaar_id)
    return voer_uit(request, Blad(gekozen, zaak, terug, _kop(beeld), "bezwaren/daad.html"))


@require_GET
@scherm(*ROLLEN)
def brief(request: Verzoek, bezwaar_id: UUID) -> HttpResponse:
    """Show the letter as it goes out, or went out."""
    beeld = queries.bezwaar(request.wie, bezwaar_id)
    verzonden = beeld.beslissing.verzonden_op if beeld.beslissing else None
    document = beslissen.brief_van(beeld.bezwaar, verzonden or vandaag())
    context = _kop(beeld) | {"html": naar_html(document), "verzonden": verzonden}
    return render(request, "bezwaren/brief.html", context)


@require_GET
@scherm(*ROLLEN)
def pdf(request: Verzoek, bezwaar_id: UUID) -> HttpResponse:
    """Give the letter as it was sent; before that a concept."""
    beeld = queries.bezwaar(request.wie, bezwaar_id)
    if beeld.beslissing is None:
        raise NietGevonden("Er is nog geen beslissing op dit bezwaar.")
    vast = beeld.beslissing.pdf
    inhoud = bytes(vast) if vast else naar_pdf(beslissen.brief_van(beeld.bezwaar, vandaag()))
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    concept = "" if vast else "-concept"
    antwoord["Content-Disposition"] = f'attachment; filename="beslissing-{beeld.bezwaar.kenmerk}{concept}.pdf"'
    return antwoord


def _kop(beeld: Bezwaarbeeld) -> dict[str, Any]:
    b = beeld.bezwaar
    return {
        "b": b, "naam": weergave.naam(b.kind), "wie_het_is": weergave.wie_het_is(b.kind), "toon": TOON_BEZWAAR[b.staat],
        "klok": beeld.beslisklok, "indiener": indiener_van(b),
    }  # fmt: skip


def _nummer(request: Verzoek) -> int:
    nummer = request.GET.get("pagina", "1")
    return int(nummer) if nummer.isdigit() else 1
