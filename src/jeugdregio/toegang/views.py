"""Screens of the municipality about a child: finding it, its page, and what must be known before help may start."""

from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ijw.toon import TITELS
from jeugdregio.afspraken.geldt import Antwoord, wat_geldt_overal
from jeugdregio.afspraken.vragen import VRAGEN
from jeugdregio.audit.queries import aantal_kijkers
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import actions, queries, weergave
from jeugdregio.toegang.forms import (
    GezagsdragerForm,
    WoonplaatsForm,
    ZoekForm,
)
from jeugdregio.toegang.gebruik import gebruik_van
from jeugdregio.toegang.kindberichten import berichten_van
from jeugdregio.toegang.kindblokken import blokken
from jeugdregio.toegang.models import Verzoek as VerzoekOmHulp
from jeugdregio.toegang.permissions import is_toegang
from jeugdregio.toegang.queries import KindBeeld

# The questions that matter to who decides on help for one child.
VRAGEN_BIJ_KIND = (
    "verlenging_zonder_gemeente", "toets_bij_verwijzing", "zonder_contract", "overleg_na_medische_verwijzing",
)  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def kinderen(request: Verzoek) -> HttpResponse:
    """List the children of the municipality; a search is sent with POST and leaves no name in an address."""
    formulier = ZoekForm(request.POST if request.method == "POST" else request.GET)
    gegevens = formulier.cleaned_data if formulier.is_valid() else {}
    zoek = gegevens.get("zoek", "") if request.method == "POST" else ""
    pagina = queries.kinderen(request.wie, zoek, gegevens.get("pagina") or 1)
    context = {"pagina": pagina, "rijen": [(k, weergave.naam(k)) for k in pagina], "zoek": zoek,
               "in_rol": not is_toegang(request.wie)}  # fmt: skip
    return render(request, "toegang/kinderen.html", context)


@require_http_methods(["GET"])
@scherm(Rol.TOEGANG)
def kind(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Show the page of one child: where it stands, what must happen now, what holds here, and the family."""
    beeld = queries.kind(request.wie, kind_id)
    aan_zet = _aan_zet(beeld)
    te_beslissen = aan_zet is not None and _open(aan_zet)
    toetsen = queries.toetsen(request.wie, aan_zet) if aan_zet and te_beslissen else ()
    context = {
        "beeld": beeld,
        "kind": beeld.kind,
        "kop": weergave.wie_het_is(beeld.kind),
        "naam": weergave.naam(beeld.kind),
        "verzoek": aan_zet,
        "te_beslissen": te_beslissen,
        "nog_open": aan_zet is not None and _nog_niet_in_onderzoek(aan_zet),
        "regels": weergave.verzoekregels(aan_zet) if aan_zet else (),
        "band": weergave.band(aan_zet) if aan_zet else (),
        "toetsen": weergave.toetsregels(toetsen),
        "beurt": next((b for b in beeld.beurten if b.soort == "verzoek_beantwoorden"), None),
        "geldt": _geldt(beeld.kind.gemeente),
        "toewijzingen": weergave.toewijzingregels(beeld.toewijzingen),
        "gebruik": gebruik_van(beeld.toewijzingen),
        "taken": beeld.taken,
        "mag_toewijzen": is_toegang(request.wie),
        "berichten": [(b, TITELS.get(b.soort, b.soort)) for b in berichten_van(beeld)],
        "boven": blokken(request.wie, beeld.kind, boven=True),
        "blokken": blokken(request.wie, beeld.kind),
        "terzijde": blokken(request.wie, beeld.kind, terzijde=True),
        "kijkers": aantal_kijkers(beeld.kind.pk),
        "privacy": request.wie.heeft(Rol.PRIVACY),
        "ziet_berichten": request.wie.heeft(Rol.BERICHTEN),
    }
    return render(request, "toegang/kind.html", context)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def woonplaats(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Confirm where the child lives by the residence rule."""
    beeld = queries.kind(request.wie, kind_id)
    begin = WoonplaatsForm.begin(beeld.kind)
    formulier = WoonplaatsForm(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            actions.bevestig_woonplaats(request.wie, kind_id, velden["sinds"], velden["bron"], adres=formulier.adres())
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De woonplaats is vastgelegd.")
            return redirect("toegang:kind", kind_id)
    uitleg = (
        "Verantwoordelijk is de gemeente waar het kind in de basisregistratie staat. Verblijft het kind in een "
        "instelling of pleeggezin, dan telt de gemeente waar het stond direct voor dat verblijf (Jeugdwet 1.1)."
    )
    return _formulierblad(request, beeld, formulier, "Woonplaats vastleggen", knop="Leg vast", uitleg=uitleg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def gezagsdrager(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Add a parent or guardian."""
    beeld = queries.kind(request.wie, kind_id)
    formulier = GezagsdragerForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            actions.voeg_gezagsdrager_toe(
                request.wie,
                kind_id,
                velden["naam"],
                velden["relatie"],
                gezag=velden["gezag"],
                telefoon=velden["telefoon"],
                bron=velden["bron"],
                nagekeken_op=velden["nagekeken_op"],
            )
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De ouder of voogd is toegevoegd.")
            return redirect("toegang:kind", kind_id)
    uitleg = "Kijk in het gezagsregister wie het gezag heeft. Een ouder zonder gezag hoeft niet in te stemmen."
    return _formulierblad(request, beeld, formulier, "Ouder of voogd toevoegen", knop="Voeg toe", uitleg=uitleg)


def _formulierblad(
    request: Verzoek, beeld: KindBeeld, formulier: BaseForm, titel: str, *, knop: str, uitleg: str
) -> HttpResponse:
    context = {
        "form": formulier, "titel": titel, "knop": knop, "uitleg": uitleg, "kind": beeld.kind,
        "kop": weergave.wie_het_is(beeld.kind), "naam": weergave.naam(beeld.kind),
    }  # fmt: skip
    return render(request, "toegang/kindformulier.html", context, status=status(formulier))


def _aan_zet(beeld: KindBeeld) -> VerzoekOmHulp | None:
    """The request to show first: one to be answered, else the newest."""
    te_beantwoorden = sorted(filter(_open, beeld.verzoeken), key=lambda v: v.antwoord_uiterlijk)
    return next(iter(te_beantwoorden), None) or next(iter(beeld.verzoeken), None)


def _open(verzoek: VerzoekOmHulp) -> bool:
    return any(weergave.is_open(regel) for regel in verzoek.regels.all())


def _nog_niet_in_onderzoek(verzoek: VerzoekOmHulp) -> bool:
    return any(regel.staat == regel.Staat.OPEN for regel in verzoek.regels.all())


def _geldt(gemeente: Organisatie) -> list[tuple[str, Antwoord]]:
    """What holds here on the questions of this page, those nobody regulated left out."""
    antwoorden = wat_geldt_overal(VRAGEN_BIJ_KIND, [gemeente], vandaag())
    return [(VRAGEN[vraag], antwoord) for (vraag, _), antwoord in antwoorden.items() if antwoord.normen]
