"""One message: who must act, what is wrong with links to the place, Dutch beside the XML, and its relations."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ijw import Bevinding
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.postbus import queries
from jeugdregio.postbus.aanzet import aan_zet
from jeugdregio.postbus.berichtbeeld import BEVINDINGEN_BOVENAAN, REGELS_PER_PAGINA, BerichtBeeld
from jeugdregio.postbus.hersteld import herstellers
from jeugdregio.postbus.herstellen import kan_opnieuw, kan_opnieuw_versturen
from jeugdregio.postbus.herstelwegen import Weg, wegen
from jeugdregio.postbus.leesbaar import MAX_LEESBAAR, fout_in_woorden, plekken, titel_van
from jeugdregio.postbus.lijstscherm import BERICHTROLLEN, TONEN
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.xmlbeeld import Plaatsen


@dataclass(frozen=True)
class Gevonden:
    """A finding with its number on the page and the links to its place in the text and in the XML."""

    nummer: int
    bevinding: Bevinding
    regeltekst: str
    tekst: int | None
    xml: int | None

    @property
    def in_tekst(self) -> str:
        """Link to the line of the readable text."""
        return _adres(self.tekst, "tekst")

    @property
    def in_xml(self) -> str:
        """Link to the line of the XML."""
        return _adres(self.xml, "xml")


@require_GET
@scherm(*BERICHTROLLEN)
def bericht(request: Verzoek, bericht_id: UUID) -> HttpResponse:
    """Show one message in readable Dutch beside its XML, with each finding at its place. Looking at it is logged."""
    beeld = queries.bericht(
        request.wie, bericht_id, tekstblad=request.GET.get("pagina", "1"), xmlblad=request.GET.get("xml", "1")
    )
    gevonden = beeld.bericht
    gemeld = _gevonden(beeld)
    hersteller = herstellers([gevonden]).get(gevonden.pk)
    context = {
        "beeld": beeld,
        "bericht": gevonden,
        "titel": titel_van(gevonden),
        "fout": fout_in_woorden(gevonden.laatste_fout),
        "toon": TONEN[Bericht.Staat(gevonden.staat)],
        "zet": aan_zet(gevonden, hersteller),
        "kan_hersteld": hersteller is not None and hersteller.pk == request.wie.organisatie.pk,
        "leesbaar": beeld.inhoud is not None,
        "te_groot": gevonden.omvang > MAX_LEESBAAR,
        "gevonden": gemeld,
        "meer_bevindingen": max(0, len(beeld.bevindingen) - BEVINDINGEN_BOVENAAN),
        "wegen": _wegen(request, beeld),
        "kan_opnieuw": kan_opnieuw(request.wie, gevonden),
        "kan_nog_eens": kan_opnieuw_versturen(request.wie, gevonden),
        **_rijen(beeld, gemeld),
    }
    return render(request, "postbus/bericht.html", context)


def _wegen(request: Verzoek, beeld: BerichtBeeld) -> list[Weg]:
    """The roads to repair, for a message that was not accepted as a whole or in part."""
    afgewezen = beeld.bevindingen or any(antwoord.aantal_bevindingen for antwoord in beeld.antwoorden)
    return wegen(request.wie, beeld.bericht) if afgewezen else []


def _gevonden(beeld: BerichtBeeld) -> list[Gevonden]:
    if not beeld.bevindingen:
        return []
    plaatsen = Plaatsen(beeld.xml)
    return [
        Gevonden(
            nummer=nummer,
            bevinding=plek.bevinding,
            regeltekst=plek.regeltekst,
            tekst=beeld.tekst.plek_van(plek.bevinding),
            xml=plaatsen.van(plek.bevinding.pad, plek.bevinding.regelnummer),
        )
        for nummer, plek in enumerate(plekken(beeld.bericht, beeld.bovenaan), 1)
    ]


def _rijen(beeld: BerichtBeeld, gevonden: list[Gevonden]) -> dict[str, Any]:
    """The lines of this page, of the text and of the XML: each with its number and the findings that belong there."""
    nummers = {gevond.bevinding: gevond.nummer for gevond in gevonden}
    bij_xml: dict[int, list[int]] = defaultdict(list)
    for gevond in gevonden:
        if gevond.xml is not None:
            bij_xml[gevond.xml].append(gevond.nummer)
    eerste = max(0, beeld.xmlblad.start_index() - 1)
    return {
        "tekstrijen": [(regel, [(b, nummers.get(b)) for b in regel.bevindingen]) for regel in beeld.tekstblad],
        "xmlrijen": [(n, regel, bij_xml.get(n, [])) for n, regel in enumerate(beeld.xmlblad, start=eerste)],
    }


def _adres(regel: int | None, kant: str) -> str:
    """A link to a line; through the page it is on."""
    if regel is None:
        return ""
    blad = regel // REGELS_PER_PAGINA + 1
    vraag = "" if blad == 1 else f"?{'pagina' if kant == 'tekst' else 'xml'}={blad}"
    return f"{vraag}#{kant}-{regel}"
