"""Screens of the questions for help: the list by deadline, a new question, and the acts on one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.hulpvragen import actions, forms, queries
from jeugdregio.toegang.hulpvragen import overleg as overleggen
from jeugdregio.toegang.hulpvragen.aannemen import eis_aannemen, kan_aannemen, wegen_van
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Weg
from jeugdregio.toegang.hulpvragen.permissions import behandelt, te_behandelen, zichtbare_hulpvragen
from jeugdregio.toegang.hulpvragen.rollen import houders, kan_houden, medewerkers, partners
from jeugdregio.toegang.hulpvragen.spoed import start_spoedhulp, wie_heeft_dienst
from jeugdregio.toegang.hulpvragen.wisselen import wijs_rol_toe
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import zichtbare_kinderen
from jeugdregio.toegang.weergave import naam, wie_het_is
from recht.wegen import Weg as RechtWeg
from recht.wegen import stappen as wegstappen


@require_GET
@scherm(Rol.TOEGANG)
def lijst(request: Verzoek) -> HttpResponse:
    """List the questions of the municipality, first what must be done first."""
    if not behandelt(request.wie):
        raise GeenRecht("Hulpvragen zijn voor de toegang van een gemeente.")
    zeef = _zeef(request)
    pagina, rijen = queries.hulpvragen(request.wie, zeef, request.GET.get("pagina"))
    context = {
        "pagina": pagina, "rijen": rijen, "zeef": zeef, "wegen": Weg.choices, "mist": queries.MIST.items(),
        "standen": queries.STANDEN.items(), "mag_nieuw": kan_aannemen(request.wie),
    }  # fmt: skip
    return render(request, "hulpvragen/lijst.html", context)


def _zeef(request: Verzoek) -> queries.Zeef:
    vraag = request.GET
    stand = vraag.get("stand", "open")
    return queries.Zeef(
        weg=vraag.get("weg", "") if vraag.get("weg") in Weg.values else "",
        mist=vraag.get("mist", "") if vraag.get("mist") in queries.MIST else "",
        stand=stand if stand in queries.STANDEN else "open",
        mijn=vraag.get("mijn") == "ja",
    )


@require_GET
@scherm(Rol.TOEGANG)
def hulpvraag(request: Verzoek, hulpvraag_id: UUID) -> HttpResponse:
    """Go to the question on the page of its child: the whole road stands on one screen."""
    vraag = zichtbare_hulpvragen(request.wie).filter(pk=hulpvraag_id).first()
    if vraag is None:
        raise NietGevonden("Deze hulpvraag is er niet.")
    return redirect(f"{reverse('toegang:kind', args=[vraag.kind_id])}#{vraag.kenmerk}")


def _kind(request: Verzoek, kind_id: UUID, blad: str, *wegen: str) -> Kind:
    eis_aannemen(request.wie, *wegen)
    kind = zichtbare_kinderen(request.wie).select_related("gemeente").filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    leg_inzage_vast(request.wie, [kind.pk], scherm=blad, soort="kind", onderwerp_id=kind.pk)
    return kind


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def nieuw(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Write down a question that came in without a message of a provider."""
    kind = _kind(request, kind_id, "hulpvraag_nieuw")
    wegen = wegen_van(request.wie)
    begin = {"weg": request.GET["weg"]} if request.GET.get("weg") in wegen else None
    formulier = forms.NieuweVraagForm(request.POST or None, partners=partners(), wegen=wegen, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            vraag = actions.open_hulpvraag(
                request.wie, kind_id, velden["weg"], velden["ontvangen_op"], vraag=velden["vraag"],
                verwijzer=velden["verwijzer"], van=formulier.partner(),
            )  # fmt: skip
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, f"Hulpvraag {vraag.kenmerk} is vastgelegd.")
            return redirect("toegang:kind", kind_id)
    lopend = zichtbare_hulpvragen(request.wie).filter(kind=kind, afgesloten_op__isnull=True)
    uitleg = [(w.label, wegstappen(RechtWeg(w.value))) for w in Weg if w != Weg.SPOED and w in wegen]
    return _blad(request, kind, formulier, "Nieuwe hulpvraag", "Leg vast", lopend=list(lopend), uitleg=uitleg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def spoed(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Write down help that began at once; the directory says who is on duty now."""
    kind = _kind(request, kind_id, "spoed", Weg.SPOED)
    formulier = forms.SpoedForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            start_spoedhulp(
                request.wie, kind_id, formulier.moment(), door=velden["door"], waarom=velden["waarom"],
                gebeld=velden["gebeld"],
            )  # fmt: skip
        except Geweigerd as fout:
            _zet_spoedfouten(formulier, fout)
        else:
            messages.success(request, "De hulp is vastgelegd. Wat nog mist, staat bij het kind en bij je beurten.")
            return redirect("toegang:kind", kind_id)
    dienst = wie_heeft_dienst(request.wie, kind.gemeente)
    return _blad(request, kind, formulier, "Spoed: hulp die meteen begon", "Leg vast", dienst=dienst)


def _zet_spoedfouten(formulier: BaseForm, fout: Geweigerd) -> None:
    """The act knows one moment, the form a day and a time."""
    for veld in ("begonnen_op", "ontvangen_op"):
        if veld in fout.velden:
            fout.velden["dag"] = fout.velden.pop(veld)
    zet_fouten(formulier, fout)


def _vraag(request: Verzoek, hulpvraag_id: UUID, blad: str) -> Hulpvraag:
    vraag = te_behandelen(request.wie, hulpvraag_id)
    leg_inzage_vast(request.wie, [vraag.kind_id], scherm=blad, soort="hulpvraag", onderwerp_id=vraag.pk)
    return vraag


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def rol(request: Verzoek, hulpvraag_id: UUID, rol: str) -> HttpResponse:
    """Give a role of a question to somebody else."""
    vraag = _vraag(request, hulpvraag_id, "hulpvraag_rol")
    if rol not in Casusrol.values:
        raise NietGevonden("Deze rol is er niet.")
    nu = next((h.houder for h in houders(vraag) if h.rol == rol), None)
    begin = {"versie": vraag.versie, "organisatie": str(nu.organisatie_id if nu else vraag.gemeente_id)}
    formulier = forms.RolForm(
        request.POST or None, organisaties=kan_houden(vraag), mensen=medewerkers(vraag), initial=begin
    )
    if request.method == "POST" and formulier.is_valid():
        velden, (organisatie, mens) = formulier.cleaned_data, formulier.gekozen()
        if organisatie is not None:
            try:
                wijs_rol_toe(
                    request.wie, vraag.pk, rol, organisatie, versie=velden["versie"], gebruiker=mens,
                    naam=velden["naam"], telefoon=velden["telefoon"], vanaf=velden["vanaf"],
                )  # fmt: skip
            except Geweigerd as fout:
                zet_fouten(formulier, fout)
            except Conflict as fout:
                return _conflict(request, vraag, formulier, Casusrol(rol).label, fout)
            else:
                messages.success(request, f"{Casusrol(rol).label}: vastgelegd. Wie het aangaat, krijgt bericht.")
                return redirect("toegang:kind", vraag.kind_id)
    return _blad(request, vraag.kind, formulier, Casusrol(rol).label, "Leg vast", vraag=vraag, houder=nu)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def overleg(request: Verzoek, hulpvraag_id: UUID) -> HttpResponse:
    """Write down that a certified institution consulted the municipality."""
    vraag = _vraag(request, hulpvraag_id, "hulpvraag_overleg")
    begin = {"gi": str(vraag.van_id or ""), "namens_gemeente": request.wie.gebruikersnaam}
    formulier = forms.OverlegForm(request.POST or None, instellingen=overleggen.instellingen(), initial=begin)
    if request.method == "POST" and formulier.is_valid():
        velden = {**formulier.cleaned_data}
        del velden["gi"]
        try:
            overleggen.leg_raadpleging_vast(request.wie, vraag.pk, formulier.instelling(), velden.pop("op"), **velden)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het overleg is vastgelegd.")
            return redirect("toegang:kind", vraag.kind_id)
    return _blad(request, vraag.kind, formulier, "Overleg met de gecertificeerde instelling", "Leg vast", vraag=vraag)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def afsluiten(request: Verzoek, hulpvraag_id: UUID) -> HttpResponse:
    """Close a question with how it ended and why."""
    vraag = _vraag(request, hulpvraag_id, "hulpvraag_afsluiten")
    formulier = forms.AfsluitForm(request.POST or None, initial={"versie": vraag.versie, "op": vandaag()})
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            actions.sluit_hulpvraag(
                request.wie, vraag.pk, velden["afloop"], velden["reden"], versie=velden["versie"], op=velden["op"]
            )
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            return _conflict(request, vraag, formulier, "Hulpvraag afsluiten", fout)
        else:
            messages.success(request, f"Hulpvraag {vraag.kenmerk} is afgesloten.")
            return redirect("toegang:kind", vraag.kind_id)
    raad = vraag.weg == Weg.VEILIG_THUIS
    return _blad(request, vraag.kind, formulier, "Hulpvraag afsluiten", "Sluit af", vraag=vraag, raad=raad)


@require_POST
@scherm(Rol.TOEGANG)
def heropenen(request: Verzoek, hulpvraag_id: UUID) -> HttpResponse:
    """Open a question again that was closed by mistake."""
    vraag = te_behandelen(request.wie, hulpvraag_id)
    try:
        actions.heropen_hulpvraag(request.wie, vraag.pk, versie=vraag.versie)
    except Conflict as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, f"Hulpvraag {vraag.kenmerk} is weer open.")
    return redirect("toegang:kind", vraag.kind_id)


def _conflict(request: Verzoek, vraag: Hulpvraag, formulier: BaseForm, titel: str, fout: Conflict) -> HttpResponse:
    """Keep what was filled in, and let the next press of the button rest on what is there now."""
    formulier.add_error(None, str(fout))
    formulier.data = formulier.data.copy()  # type: ignore[attr-defined]
    formulier.data["versie"] = str(Hulpvraag.objects.values_list("versie", flat=True).get(pk=vraag.pk))  # type: ignore[index]
    antwoord = _blad(request, vraag.kind, formulier, titel, "Leg toch vast", vraag=vraag)
    antwoord.status_code = 409
    return antwoord


def _blad(
    request: Verzoek, kind: Kind, formulier: BaseForm, titel: str, knop: str, **extra: Any
) -> HttpResponse:  # fmt: skip
    context = {
        "form": formulier, "titel": titel, "knop": knop, "kind": kind, "kop": wie_het_is(kind), "naam": naam(kind),
        **extra,
    }  # fmt: skip
    return render(request, "hulpvragen/formulier.html", context, status=status(formulier))
