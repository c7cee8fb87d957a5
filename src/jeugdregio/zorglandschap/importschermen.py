"""Screens of import and export: a file in, what it would change, take over; and out again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap.forms import ImportBesluitForm, ImportForm
from jeugdregio.zorglandschap.formulierfouten import status, zet_fouten
from jeugdregio.zorglandschap.models import Importvoorstel
from jeugdregio.zorglandschap.permissions import beheert_contracten
from jeugdregio.zorglandschap.uitwisseling import daden, schrijven
from jeugdregio.zorglandschap.uitwisseling.toets import ANDERS, GELIJK, NIEUW
from jeugdregio.zorglandschap.uitwisseling.vorm import BLADEN, MAX_BYTES

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TONEN = 200
_MAG_UIT = (Rol.CONTRACT, Rol.CONTROLLER, Rol.BELEID, Rol.AANBIEDER, Rol.GI)


@scherm(*_MAG_UIT)
@require_http_methods(["GET", "POST"])
def uitwisseling(request: Verzoek) -> HttpResponse:
    """Take a file in, or get one out. A file with faults changes nothing; all faults are shown at once."""
    formulier = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    context: dict[str, object] = {"form": formulier, "bladen": BLADEN, "mag_in": beheert_contracten(request.wie)}
    if request.method == "POST" and formulier.is_valid():
        try:
            bestand = formulier.cleaned_data["bestand"]
            aangeboden = daden.bied_aan(request.wie, bestand.read(MAX_BYTES + 1))
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            if aangeboden.bewaard is not None:
                return redirect("zorglandschap:import", aangeboden.bewaard.pk)
            fouten = aangeboden.voorstel.bevindingen
            context |= {
                "fouten": fouten[:TONEN], "aantal_fouten": len(fouten), "meer": max(0, len(fouten) - TONEN),
                "gelijk": not fouten,
            }  # fmt: skip
            return render(request, "zorglandschap/uitwisseling.html", context, status=422 if fouten else 200)
    return render(request, "zorglandschap/uitwisseling.html", context, status=status(formulier))


@scherm(Rol.CONTRACT)
@require_http_methods(["GET", "POST"])
def importvoorstel(request: Verzoek, voorstel_id: UUID) -> HttpResponse:
    """What an import would change; with a decision it is taken over as a whole."""
    bewaard, voorstel = daden.bekijk(request.wie, voorstel_id)
    formulier = ImportBesluitForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            aantal = daden.neem_over(request.wie, voorstel_id, besluit=formulier.cleaned_data["besluit"])
        except (Geweigerd, Conflict) as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, f"De import is overgenomen: {aantal} rijen. Nieuwe contracten staan in concept.")
            return redirect("zorglandschap:contracten")
    context = {
        "form": formulier, "wacht": bewaard.staat == Importvoorstel.Staat.KLAAR, "bewaard": bewaard,
        "veranderingen": voorstel.verandert[:TONEN], "meer": max(0, len(voorstel.verandert) - TONEN),
        "fouten": voorstel.bevindingen[:TONEN],
        "tellingen": [
            (voorstel.aantal(NIEUW), "nieuw"), (voorstel.aantal(ANDERS), "anders"), (voorstel.aantal(GELIJK), "gelijk"),
        ],
    }  # fmt: skip
    return render(request, "zorglandschap/import.html", context, status=status(formulier))


@scherm(*_MAG_UIT)
@require_GET
def uitvoer(request: Verzoek, blad: str) -> HttpResponse:
    """Contracts and prices as a workbook, or one sheet as text file; only what this person may see."""
    if blad == "alles":
        inhoud, naam, soort = schrijven.uitvoer(request.wie), "contracten.xlsx", XLSX
    else:
        gekozen = next((b for b in BLADEN if b.naam.lower() == blad), None)
        if gekozen is None:
            raise NietGevonden("Dit blad bestaat niet.")
        inhoud = schrijven.tekstbestand(gekozen, schrijven.rijen(request.wie, gekozen))
        naam, soort = f"{blad}.csv", "text/csv; charset=utf-8"
    leg_vast(request.wie, "contracten.uitgevoerd", soort="uitvoer", onderwerp_id=blad)
    return _bestand(inhoud, naam, soort)


@scherm(*_MAG_UIT)
@require_GET
def sjabloon(_request: Verzoek) -> HttpResponse:
    """An empty workbook in the right shape."""
    return _bestand(schrijven.sjabloon(), "sjabloon-contracten.xlsx", XLSX)


def _bestand(inhoud: bytes, naam: str, soort: str) -> HttpResponse:
    koppen = {"Content-Disposition": f'attachment; filename="{naam}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(inhoud, content_type=soort, headers=koppen)
