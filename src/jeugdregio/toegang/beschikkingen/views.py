"""Screens to read decisions: the list, one decision, its letter."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ijw.eenheden import eenheid_naam
from jeugdregio.basis.document import naar_html
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import weergave
from jeugdregio.toegang.beschikkingen import brief as brieven
from jeugdregio.toegang.beschikkingen import queries
from jeugdregio.toegang.beschikkingen.beurten import heeft_pgb
from jeugdregio.toegang.beschikkingen.forms import AfstemForm, OpmerkingForm, VerzendForm
from jeugdregio.toegang.beschikkingen.inhoud import maak_inhoud
from jeugdregio.toegang.beschikkingen.models import Beschikking, Regel, Soort, Staat, Weigergrond
from jeugdregio.toegang.beschikkingen.permissions import LEZERS, eis_lezer
from jeugdregio.toegang.permissions import is_toegang
from recht.datum import datum_kort

TOON = {
    Staat.CONCEPT: "neutraal", Staat.TWEEDE_BLIK: "let-op", Staat.TE_TEKENEN: "let-op", Staat.GETEKEND: "let-op",
    Staat.VERZONDEN: "goed", Staat.VERVALLEN: "neutraal",
}  # fmt: skip
FILTERS = [
    ("open", "Nog niet verzonden"), (queries.BEZWAAR_LOOPT, "Bezwaar kan nog"), ("", "Alle besluiten"), *Staat.choices,
]  # fmt: skip


@require_GET
@scherm(*LEZERS)
def lijst(request: Verzoek) -> HttpResponse:
    """List the decisions of the municipality."""
    eis_lezer(request.wie)
    staat, soort = request.GET.get("staat", "open"), request.GET.get("soort", "")
    pagina = queries.lijst(request.wie, staat=staat, soort=soort, pagina=_getal(request.GET.get("pagina")))
    context = {
        "pagina": pagina, "rijen": [(b, weergave.naam(b.kind), TOON[Staat(b.staat)]) for b in pagina],
        "staat": staat, "soort": soort, "filters": FILTERS, "soorten": [("", "Elke soort"), *Soort.choices],
        "aantallen": queries.aantallen(request.wie), "vandaag": vandaag(),
    }  # fmt: skip
    return render(request, "beschikkingen/lijst.html", context)


@require_GET
@scherm(*LEZERS)
def besluit(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Show one decision, and what can be done with it now."""
    return blad(request, beschikking_id)


def blad(request: Verzoek, beschikking_id: UUID, *, fout: str = "", code: int = 200, **eigen: Any) -> HttpResponse:
    """Return the page of a decision; `eigen` are forms that came back with what was filled in."""
    eis_lezer(request.wie)
    beeld = queries.besluit(request.wie, beschikking_id)
    b = beeld.besluit
    begin = {"versie": b.versie}
    context = {
        "beeld": beeld, "b": b, "naam": weergave.naam(b.kind), "kop": weergave.wie_het_is(b.kind),
        "toon": TOON[Staat(b.staat)], "fout": fout, "vandaag": vandaag(),
        "regels": [_rij(r) for r in b.regels.all()], "woorden": _woorden(b),
        "terug": OpmerkingForm(initial=begin), "verzend": VerzendForm(initial=begin, ontvangers=beeld.ontvangers),
        "afstem": AfstemForm(), "verzendt": is_toegang(request.wie), "pgb": _over_budget(b), **eigen,
    }  # fmt: skip
    return render(request, "beschikkingen/besluit.html", context, status=code)


@require_GET
@scherm(*LEZERS)
def brief(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Show the letter: as it was signed, or as it would be today."""
    eis_lezer(request.wie)
    b = queries.besluit(request.wie, beschikking_id).besluit
    vast = b.staat in (Staat.GETEKEND, Staat.VERZONDEN)
    document = brieven.brief(
        b.inhoud if vast else maak_inhoud(b), b.verzonden_op or vandaag(), concept=b.verzonden_op is None
    )
    context = {"b": b, "voorbeeld": naar_html(document), "vast": vast}
    return render(request, "beschikkingen/brief.html", context)


@require_GET
@scherm(*LEZERS)
def pdf(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Give the letter as it was sent."""
    eis_lezer(request.wie)
    bestand, inhoud = queries.pdf(request.wie, beschikking_id)
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="{bestand}"'
    return antwoord


def _rij(r: Regel) -> tuple[Regel, str, str]:
    """A line with its size and its unit in words."""
    return r, weergave.omvang(r.volume, r.eenheid, r.frequentie), eenheid_naam(r.eenheid)[0] if r.eenheid else ""


def _woorden(b: Beschikking) -> list[tuple[str, str]]:
    """What was weighed, as far as it was written down."""
    gehoord = f"{datum_kort(b.zienswijze_op)}: {b.zienswijze}" if b.zienswijze_op else ""
    alle = (
        ("Gevraagd", b.gevraagd), ("Grond", b.get_weigergrond_display() if b.weigergrond else ""),
        ("Artikel", b.voorschrift), ("Gehoord", gehoord), ("Wat nodig is", b.behoeften),
        ("Geloof en cultuur", b.geloof_cultuur), ("Keuze", b.keuze), ("Niet in een gezin", b.pleeggezin_reden),
    )  # fmt: skip
    return [(naam, tekst) for naam, tekst in alle if tekst]


def _over_budget(b: Beschikking) -> bool:
    """Tell whether the three tests matter: a budget is granted or refused."""
    return b.soort == Soort.PGB or b.weigergrond == Weigergrond.PGB or heeft_pgb(b)


def _getal(tekst: str | None) -> int:
    return int(tekst) if tekst and tekst.isdecimal() else 1
