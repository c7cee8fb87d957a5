"""Screens about a request for assignment: the list, one request, and the decisions of the municipality."""

from collections.abc import Sequence
from typing import TypedDict
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten.gebruik import uitoefeningen
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import actions, queries, weergave
from jeugdregio.toegang.afwijzen import redenen_voor
from jeugdregio.toegang.forms import AfwijzenForm, ToewijzenForm, ZoekForm
from jeugdregio.toegang.permissions import is_aanbieder
from jeugdregio.toegang.queries import VerzoekBeeld
from jeugdregio.toegang.toetsen import contract_goed
from jeugdregio.toegang.weergave import RegelBeeld
from jeugdregio.toegang.wijzigen.beeld import wijzigingrijen
from recht.datum import leeftijd

STATEN = [("open", "Te beantwoorden"), ("af", "Beantwoord"), ("", "Alle")]
GEWIJZIGD = "Je invoer staat er nog. Kijk wat er is veranderd en verstuur het formulier dan opnieuw."


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG, Rol.AANBIEDER, Rol.GI)
def verzoeken(request: Verzoek) -> HttpResponse:
    """List the requests to the municipality, or those of the provider; searching goes with POST."""
    formulier = ZoekForm(request.POST if request.method == "POST" else request.GET)
    gegevens = formulier.cleaned_data if formulier.is_valid() else {}
    zoek = gegevens.get("zoek", "") if request.method == "POST" else ""
    staat = request.POST.get("staat", request.GET.get("staat", "open"))
    staat = staat if staat in dict(STATEN) else "open"
    pagina = queries.verzoeken(request.wie, staat=staat, zoek=zoek, pagina=gegevens.get("pagina") or 1)
    context = {
        "pagina": pagina, "staat": staat, "staten": STATEN, "zoek": zoek,
        "rijen": weergave.verzoekrijen(pagina), "aanbieder": is_aanbieder(request.wie),
    }  # fmt: skip
    return render(request, "toegang/verzoeken.html", context)


@require_http_methods(["GET"])
@scherm(Rol.TOEGANG, Rol.AANBIEDER, Rol.GI)
def verzoek(request: Verzoek, verzoek_id: UUID) -> HttpResponse:
    """Show one request: to the municipality with its tests and decisions, to the provider with its answer."""
    beeld = queries.verzoek(request.wie, verzoek_id)
    context = _kop(beeld) | {
        "toetsen": weergave.toetsregels(beeld.toetsen),
        "band": weergave.band(beeld.verzoek),
        "nog_open": any(regel.staat == regel.Staat.OPEN for regel in beeld.regels),
        "toewijzingen": queries.toewijzingen_van_verzoek(request.wie, beeld.verzoek),
        "aanbieder": is_aanbieder(request.wie),
        "antwoorden": weergave.antwoordregels(beeld.verzoek),
        "wijzigingen": wijzigingrijen(beeld.verzoek),
        "bevoegdheden": uitoefeningen("verzoek", beeld.verzoek.pk),
        "leeftijd": leeftijd(beeld.verzoek.kind.geboortedatum, vandaag()),
    }
    return render(request, "toegang/verzoek.html", context)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def toewijzen(request: Verzoek, verzoek_id: UUID) -> HttpResponse:
    """Assign lines of a request, as asked or with another period or size."""
    beeld = queries.verzoek(request.wie, verzoek_id)
    if request.method == "GET" and not beeld.mag_beslissen:
        return _al_beantwoord(request, verzoek_id)
    zonder = any(not contract_goed(beeld.verzoek, r) for r in beeld.te_beslissen)
    juridisch = beeld.verzoek.kind.juridische_status
    formulier = ToewijzenForm(
        request.POST or None, zonder_contract=zonder, juridische_status=juridisch, **_basis(beeld)
    )
    if request.method != "POST" or not formulier.is_valid():
        return _toewijsblad(request, beeld, formulier)
    velden = formulier.cleaned_data
    try:
        toegewezen = actions.wijs_toe(
            request.wie, verzoek_id, formulier.regel_ids(), versie=velden["versie"],
            wijzigingen=formulier.wijzigingen(), zonder_contract_reden=velden.get("zonder_contract_reden", ""),
            juridische_status=velden.get("juridische_status"),
        )  # fmt: skip
    except Geweigerd as fout:
        anders = {formulier.veld_van(veld): tekst for veld, tekst in fout.velden.items()}
        zet_fouten(formulier, Geweigerd(str(fout), grondslag=fout.grondslag, velden=anders))
        return _toewijsblad(request, beeld, formulier)
    except Conflict as fout:
        vers = queries.verzoek(request.wie, verzoek_id)
        nieuw = ToewijzenForm(_met_versie(request.POST, vers), zonder_contract=zonder, **_basis(vers))
        return _toewijsblad(request, vers, _gewijzigd(nieuw, fout), 409)
    nummers = ", ".join(toewijzing.nummer for toewijzing in toegewezen)
    messages.success(request, f"Toegewezen onder nummer {nummers}. {beeld.verzoek.aanbieder} krijgt bericht.")
    return redirect("toegang:verzoek", verzoek_id)


@require_POST
@scherm(Rol.TOEGANG)
def onderzoek(request: Verzoek, verzoek_id: UUID) -> HttpResponse:
    """Tell the provider that residence is being looked into."""
    versie = request.POST.get("versie", "")
    try:
        actions.neem_in_onderzoek(request.wie, verzoek_id, versie=int(versie) if versie.isdigit() else 0)
    except Geweigerd as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, "Het verzoek is in onderzoek. De aanbieder krijgt bericht.")
    return redirect("toegang:verzoek", verzoek_id)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def afwijzen(request: Verzoek, verzoek_id: UUID) -> HttpResponse:
    """Refuse lines of a request with a reason and a written motive."""
    beeld = queries.verzoek(request.wie, verzoek_id)
    if request.method == "GET" and not beeld.mag_beslissen:
        return _al_beantwoord(request, verzoek_id)
    redenen = redenen_voor(beeld.verzoek)
    formulier = AfwijzenForm(request.POST or None, redenen=redenen, **_basis(beeld))
    # The page of residence leads here with what it found; the person still decides and writes why.
    formulier.initial.update({veld: request.GET[veld] for veld in ("reden", "andere_gemeente") if veld in request.GET})
    if request.method != "POST" or not formulier.is_valid():
        return _afwijsblad(request, beeld, formulier)
    velden = formulier.cleaned_data
    try:
        actions.wijs_af(
            request.wie, verzoek_id, formulier.regel_ids(), velden["reden"], velden["motivering"],
            versie=velden["versie"], andere_gemeente=velden["andere_gemeente"],
        )  # fmt: skip
    except Geweigerd as fout:
        zet_fouten(formulier, fout)
        return _afwijsblad(request, beeld, formulier)
    except Conflict as fout:
        vers = queries.verzoek(request.wie, verzoek_id)
        nieuw = AfwijzenForm(_met_versie(request.POST, vers), redenen=redenen, **_basis(vers))
        return _afwijsblad(request, vers, _gewijzigd(nieuw, fout), 409)
    messages.success(request, f"Afgewezen. {beeld.verzoek.aanbieder} krijgt bericht met de reden.")
    return redirect("toegang:verzoek", verzoek_id)


def _kop(beeld: VerzoekBeeld) -> dict[str, object]:
    """What every page about a request shows."""
    kind = beeld.verzoek.kind
    return {
        "beeld": beeld, "verzoek": beeld.verzoek, "kind": kind, "kop": weergave.wie_het_is(kind),
        "naam": weergave.naam(kind), "regels": weergave.verzoekregels(beeld.verzoek),
    }  # fmt: skip


class _Basis(TypedDict):
    regels: Sequence[RegelBeeld]
    versie: int


def _basis(beeld: VerzoekBeeld) -> _Basis:
    """The lines and version a decision form is made from. Decided lines stay in it: a late choice is a conflict."""
    return {"regels": weergave.verzoekregels(beeld.verzoek), "versie": beeld.verzoek.versie}


def _toewijsblad(request: Verzoek, beeld: VerzoekBeeld, formulier: BaseForm, code: int = 0) -> HttpResponse:
    toetsen = weergave.toetsregels(beeld.toetsen)
    context = _kop(beeld) | {"form": formulier, "toetsen": toetsen}
    return render(request, "toegang/toewijzen.html", context, status=code or status(formulier))


def _afwijsblad(request: Verzoek, beeld: VerzoekBeeld, formulier: BaseForm, code: int = 0) -> HttpResponse:
    return render(request, "toegang/afwijzen.html", _kop(beeld) | {"form": formulier}, status=code or status(formulier))


def _al_beantwoord(request: Verzoek, verzoek_id: UUID) -> HttpResponse:
    messages.info(request, "Dit verzoek is al beantwoord.")
    return redirect("toegang:verzoek", verzoek_id)


def _met_versie(gegevens: QueryDict, beeld: VerzoekBeeld) -> QueryDict:
    """What was filled in, on top of the version that is now there: sending again is then a choice with open eyes."""
    kopie = gegevens.copy()
    kopie["versie"] = str(beeld.verzoek.versie)
    return kopie


def _gewijzigd(formulier: BaseForm, fout: Conflict) -> BaseForm:
    formulier.add_error(None, f"{fout} {GEWIJZIGD}")
    return formulier
