"""Screens to find a child before its file is made, to make it, to complete its BSN, and to keep its address secret."""

from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.gezinnen import adres
from jeugdregio.toegang.gezinnen.aanmaken import maak_kind
from jeugdregio.toegang.gezinnen.aannemen import neem_aan
from jeugdregio.toegang.gezinnen.bsn import vul_bsn_aan
from jeugdregio.toegang.gezinnen.forms import AanneemForm, BsnForm, GeheimForm, NieuwKindForm, ZoekKindForm
from jeugdregio.toegang.gezinnen.zoeken import Treffer, lijkt_buiten_zicht, mogelijke_kinderen
from jeugdregio.toegang.hulpvragen.aannemen import eis_aannemen, wegen_van
from jeugdregio.toegang.hulpvragen.rollen import partners
from jeugdregio.toegang.models import Kind, ZonderBsn
from jeugdregio.toegang.permissions import eis_toegang, is_toegang, zichtbare_kinderen
from jeugdregio.toegang.weergave import naam, wie_het_is


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def zoek(request: Verzoek) -> HttpResponse:
    """Look first whether this child has a file here; only then offer to make one."""
    eis_aannemen(request.wie)
    formulier = ZoekKindForm(request.POST or None)
    treffers: list[Treffer] | None = None
    maken: NieuwKindForm | None = None
    buiten_zicht = False
    if request.method == "POST" and formulier.is_valid():
        treffers = mogelijke_kinderen(request.wie, formulier.signalement())
        if not any(treffer.zeker for treffer in treffers):
            begin = {**formulier.cleaned_data, "geslacht": "0"}
            buiten_zicht = lijkt_buiten_zicht(request.wie, formulier.signalement())
            maken = NieuwKindForm(lijkt=bool(treffers) or buiten_zicht, initial=begin)
    return _zoekblad(request, formulier, treffers, maken, _vraagform(request), buiten_zicht=buiten_zicht)


@require_POST
@scherm(Rol.TOEGANG)
def nieuw(request: Verzoek) -> HttpResponse:
    """Make the file of a child that was not found; an executing organisation writes down the question with it."""
    eis_aannemen(request.wie)
    formulier, vraag = NieuwKindForm(request.POST, lijkt=True), _vraagform(request, request.POST)
    treffers: list[Treffer] | None = None
    if vraag is not None:
        return _neem_aan(request, formulier, vraag)
    if formulier.is_valid():
        treffers = mogelijke_kinderen(request.wie, formulier.signalement())
        try:
            kind = maak_kind(request.wie, formulier.nieuw(), ander_kind=formulier.cleaned_data["ander_kind"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, f"Dossier {kind.kenmerk} is gemaakt. Leg nu de vraag vast.")
            return redirect("toegang:kind", kind.pk)
    return _zoekblad(request, None, treffers, formulier)


def _vraagform(request: Verzoek, gegevens: QueryDict | None = None) -> AanneemForm | None:
    """Return the question that goes with a new file, for who cannot see a file without its question."""
    if is_toegang(request.wie):
        return None
    return AanneemForm(gegevens, partners=partners(), wegen=wegen_van(request.wie))


def _neem_aan(request: Verzoek, kindform: NieuwKindForm, vraagform: AanneemForm) -> HttpResponse:
    goed = [kindform.is_valid(), vraagform.is_valid()]
    if all(goed):
        try:
            vraag = neem_aan(
                request.wie, kindform.nieuw(), vraagform.aangenomen(), ander_kind=kindform.cleaned_data["ander_kind"]
            )
        except Geweigerd as fout:
            zet_fouten(vraagform if set(fout.velden) <= set(vraagform.fields) else kindform, fout)
        else:
            messages.success(request, f"Hulpvraag {vraag.kenmerk} is vastgelegd in dossier {vraag.kind.kenmerk}.")
            return redirect("toegang:kind", vraag.kind_id)
    return _zoekblad(request, None, None, kindform, vraagform)


def _zoekblad(
    request: Verzoek, formulier: ZoekKindForm | None, treffers: list[Treffer] | None, maken: NieuwKindForm | None,
    vraag: AanneemForm | None = None, *, buiten_zicht: bool = False,
) -> HttpResponse:  # fmt: skip
    context = {"form": formulier, "treffers": treffers, "maken": maken, "vraag": vraag, "buiten_zicht": buiten_zicht}
    antwoord = max(status(blad) for blad in (formulier, maken, vraag) if blad is not None)
    return render(request, "toegang/kind_zoeken.html", context, status=antwoord)


def _kind(request: Verzoek, kind_id: UUID, blad: str) -> Kind:
    eis_toegang(request.wie)
    kind = zichtbare_kinderen(request.wie).filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    leg_inzage_vast(request.wie, [kind.pk], scherm=blad, soort="kind", onderwerp_id=kind.pk)
    return kind


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def bsn(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Complete the BSN of a child that had none."""
    kind = _kind(request, kind_id, "bsn")
    formulier = BsnForm(request.POST or None, ongeboren=kind.zonder_bsn == ZonderBsn.ONGEBOREN)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            vul_bsn_aan(request.wie, kind_id, velden["bsn"], geboren_op=velden.get("geboren_op"))
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het bsn is vastgesteld.")
            return redirect("toegang:kind", kind_id)
    uitleg = "De gemeente stelt het bsn vast bij het eerste contact (Jeugdwet 7.2.2). Het wordt versleuteld bewaard."
    return _blad(request, kind, formulier, "Bsn vaststellen", uitleg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def geheim(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Say that the address of a child is secret, or is not any more."""
    kind = _kind(request, kind_id, "geheim_adres")
    formulier = GeheimForm(request.POST or None, initial={"geheim": kind.geheim_adres})
    if request.method == "POST" and formulier.is_valid():
        adres.zet_geheim(request.wie, kind_id, geheim=formulier.cleaned_data["geheim"])
        messages.success(request, "Vastgelegd.")
        return redirect("toegang:kind", kind_id)
    uitleg = (
        "Een geheim adres gaat niet mee in berichten, lijsten, brieven of een overdracht, en je vindt het kind er niet "
        "mee terug. De afspraak staat in de basisregistratie personen."
    )
    return _blad(request, kind, formulier, "Geheim adres", uitleg)


def _blad(request: Verzoek, kind: Kind, formulier: BaseForm, titel: str, uitleg: str) -> HttpResponse:
    context = {"form": formulier, "titel": titel, "knop": "Leg vast", "uitleg": uitleg, "kind": kind,
               "kop": wie_het_is(kind), "naam": naam(kind)}  # fmt: skip
    return render(request, "toegang/kindformulier.html", context, status=status(formulier))
