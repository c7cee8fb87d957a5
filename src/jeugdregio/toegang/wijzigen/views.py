"""Screens of the municipality: change, correct or remove an assignment, and grant a request for change."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import queries, weergave
from jeugdregio.toegang.gebruik import gebruik_van
from jeugdregio.toegang.gedeclareerd import toegekend_op
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.queries import ToewijzingBeeld
from jeugdregio.toegang.wijzigen import actions
from jeugdregio.toegang.wijzigen.beeld import hoeveel, namen_van, wijzigingrijen
from jeugdregio.toegang.wijzigen.forms import CorrigeerForm, ToekenForm, VerwijderForm, WijzigForm
from jeugdregio.zorglandschap.models import Product

GEWIJZIGD = "Je invoer staat er nog. Kijk wat er is veranderd en verstuur het formulier dan opnieuw."
GEVOLG_WIJZIG = (
    "De aanbieder krijgt een nieuwe toewijzing (JW301) met alles wat loopt. Alleen langer: hetzelfde nummer. Een "
    "andere omvang: deze toewijzing eindigt en er komt een nieuw nummer, behalve bij een totaal of een budget."
)
GEVOLG_CORRIGEER = (
    "Een verkeerde einddatum, of de omvang van een totaal, verbetert onder hetzelfde nummer. Is iets anders fout, dan "
    "wordt deze toewijzing verwijderd en gaat er een nieuw nummer mee. Dat kan alleen als er nog geen hulp is gemeld."
)
GEVOLG_VERWIJDER = (
    "De toewijzing geldt dan als nooit verstuurd. Er kan geen hulp meer op worden gemeld, en declaraties erop worden "
    "afgekeurd. Dit kun je niet terugdraaien."
)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def wijzig(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Change an assignment: period, size or budget."""
    beeld = queries.toewijzing(request.wie, toewijzing_id)
    formulier = WijzigForm(request.POST or None, toewijzing=beeld.toewijzing)

    def doe() -> list[Toewijzing]:
        velden = formulier.cleaned_data
        return actions.wijzig(
            request.wie, toewijzing_id, formulier.wens(), velden["reden"], velden["toelichting"],
            versie=velden["versie"],
        )  # fmt: skip

    return _blad(request, beeld, formulier, doe, titel="Toewijzing wijzigen", knop="Wijzig", gevolg=GEVOLG_WIJZIG)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def corrigeer(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Mend a mistake in an assignment."""
    beeld = queries.toewijzing(request.wie, toewijzing_id)
    formulier = CorrigeerForm(request.POST or None, toewijzing=beeld.toewijzing, producten=list(Product.objects.all()))

    def doe() -> list[Toewijzing]:
        velden = formulier.cleaned_data
        return actions.corrigeer(
            request.wie, toewijzing_id, formulier.juist(), velden["toelichting"], versie=velden["versie"]
        )

    return _blad(
        request, beeld, formulier, doe, titel="Fout herstellen", knop="Herstel de fout", gevolg=GEVOLG_CORRIGEER
    )


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def verwijder(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Remove an assignment that should not have been sent."""
    beeld = queries.toewijzing(request.wie, toewijzing_id)
    formulier = VerwijderForm(request.POST or None, toewijzing=beeld.toewijzing)

    def doe() -> list[Toewijzing]:
        velden = formulier.cleaned_data
        return [actions.verwijder(request.wie, toewijzing_id, velden["toelichting"], versie=velden["versie"])]

    return _blad(
        request, beeld, formulier, doe, titel="Toewijzing verwijderen", knop="Verwijder", gevolg=GEVOLG_VERWIJDER,
        soort="gevaar",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def toekennen(request: Verzoek, verzoek_id: UUID) -> HttpResponse:
    """Grant all of a request for change."""
    beeld = queries.verzoek(request.wie, verzoek_id)
    if request.method == "GET" and not beeld.mag_beslissen:
        messages.info(request, "Dit verzoek is al beantwoord.")
        return redirect("toegang:verzoek", verzoek_id)
    rijen = wijzigingrijen(beeld.verzoek)
    formulier = ToekenForm(request.POST or None, wijzigingen=namen_van(rijen), versie=beeld.verzoek.versie)
    code = 0
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            gewijzigd = actions.ken_toe(
                request.wie, verzoek_id, versie=velden["versie"], vanaf=formulier.vanaf(),
                afgestemd=velden.get("afgestemd", ""), zonder_contract_reden=velden.get("zonder_contract_reden", ""),
            )  # fmt: skip
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            versie = queries.verzoek(request.wie, verzoek_id).verzoek.versie
            formulier, code = _vers(request, fout, versie, namen_van(rijen)), 409
        else:
            messages.success(request, f"Toegekend: toewijzing {', '.join(t.nummer for t in gewijzigd)}.")
            return redirect("toegang:verzoek", verzoek_id)
    kind = beeld.verzoek.kind
    context = {
        "form": formulier, "verzoek": beeld.verzoek, "rijen": rijen, "kop": weergave.wie_het_is(kind),
        "naam": weergave.naam(kind),
    }  # fmt: skip
    return render(request, "wijzigen/toekennen.html", context, status=code or status(formulier))


def _vers(request: Verzoek, fout: Conflict, versie: int, wijzigingen: Any) -> ToekenForm:
    """The form with the input on top of the version that is now there."""
    kopie = request.POST.copy()
    kopie["versie"] = str(versie)
    formulier = ToekenForm(kopie, versie=versie, wijzigingen=wijzigingen)
    formulier.add_error(None, f"{fout} {GEWIJZIGD}")
    return formulier


def _blad(
    request: Verzoek, beeld: ToewijzingBeeld, formulier: BaseForm, doe: Callable[[], list[Toewijzing]], *,
    titel: str, knop: str, gevolg: str, soort: str = "hoofd",
) -> HttpResponse:  # fmt: skip
    """One sheet for each change of an assignment: the form, what was delivered and declared, and what follows."""
    code = 0
    if request.method == "POST" and formulier.is_valid():
        try:
            gewijzigd = doe()
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, f"{fout} {GEWIJZIGD}")
            beeld = queries.toewijzing(request.wie, beeld.toewijzing.pk)
            formulier.data = _met_versie(request, beeld.toewijzing.versie)
            code = 409
        else:
            nummers = ", ".join(t.nummer for t in gewijzigd)
            messages.success(request, f"Verstuurd: toewijzing {nummers}. {beeld.toewijzing.aanbieder} krijgt bericht.")
            return redirect("toegang:toewijzing", beeld.toewijzing.pk)
    toewijzing = beeld.toewijzing
    (regel,) = weergave.toewijzingregels([toewijzing])
    context = {
        "form": formulier, "toewijzing": toewijzing, "rij": regel, "titel": titel, "knop": knop, "gevolg": gevolg,
        "soort": soort, "naam": weergave.naam(toewijzing.kind), "kop": weergave.wie_het_is(toewijzing.kind),
        "nu": hoeveel(toewijzing.ingangsdatum, toewijzing.einddatum, regel.omvang, toewijzing.budget),
        "leveringen": weergave.leveringregels(beeld.leveringen), "toegekend": toegekend_op(toewijzing),
        "gebruik": gebruik_van([toewijzing]).get(toewijzing.pk),
    }  # fmt: skip
    return render(request, "wijzigen/wijzig.html", context, status=code or status(formulier))


def _met_versie(request: Verzoek, versie: int) -> QueryDict:
    kopie = request.POST.copy()
    kopie["versie"] = str(versie)
    return kopie
