"""The screens of meetings: the list, one meeting on one screen for the secretary, its papers and its export."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.document import naar_pdf, naar_word
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.consent.models import Tafel
from jeugdregio.bestuur.vergaderen import acties, actions, forms, queries, uitvoer
from jeugdregio.bestuur.vergaderen.actions import NieuwPunt
from jeugdregio.bestuur.vergaderen.permissions import mag_houden, mag_lezen
from jeugdregio.bestuur.vergaderen.tafel import deelnemers_op
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.organisaties.wie import Wie

HOUDERS = (Rol.SECRETARIS, Rol.VOORZITTER)
GELUKT = {
    "verstuur": "De uitnodiging en de stukken zijn verstuurd.",
    "aanwezig": "De aanwezigheid staat erin. Leg nu per punt vast wat is besloten.",
    "afgelast": "De vergadering is afgelast.",
}


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show what meetings come, what was held, and what is still to be done from them."""
    if not mag_lezen(request.wie):
        raise GeenRecht("Vergaderingen zijn voor wie aan de tafels zit, de raden en het regiokantoor.")
    tafel = request.GET.get("tafel", "")
    tafel = tafel if tafel in Tafel.values else ""
    context = {
        "tafel": tafel,
        "tafels": Tafel.choices,
        "komend": queries.komend(request.wie, tafel),
        "geweest": queries.geweest(request.wie, tafel)[:30],
        "acties": queries.open_acties(request.wie),
        "mag_houden": mag_houden(request.wie),
    }
    return render(request, "vergaderen/lijst.html", context)


@require_GET
@scherm()
def besluiten(request: Verzoek) -> HttpResponse:
    """Show the decisions, with a search."""
    if not mag_lezen(request.wie):
        raise GeenRecht("Besluiten zijn voor wie aan de tafels zit, de raden en het regiokantoor.")
    zoek = request.GET.get("zoek", "")[:60]
    context = {"besluiten": queries.besluiten(request.wie, zoek)[:100], "zoek": zoek}
    return render(request, "vergaderen/besluiten.html", context)


@require_http_methods(["GET", "POST"])
@scherm(*HOUDERS)
def plan(request: Verzoek) -> HttpResponse:
    """Plan a meeting."""
    formulier = forms.VergaderingForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            gepland = actions.plan(request.wie, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, "De vergadering staat gepland.")
            return redirect("vergaderen:vergadering", gepland.pk)
    return render(request, "vergaderen/plan.html", {"form": formulier}, status=status(formulier))


@require_GET
@scherm()
def vergadering(request: Verzoek, vergadering_id: UUID) -> HttpResponse:
    """Show one meeting with all that can be done now."""
    return _blad(request, vergadering_id)


def _blad(
    request: Verzoek, vergadering_id: UUID, naam: str = "", fout: Form | None = None, code: int = 200
) -> HttpResponse:
    beeld = queries.vergadering(request.wie, vergadering_id)
    begin = {"versie": beeld.vergadering.versie}
    context: dict[str, Any] = {
        "beeld": beeld,
        "v": beeld.vergadering,
        "verstuur": forms.VerstuurForm(initial=begin),
        "aanwezig": forms.AanwezigForm(initial=begin, deelnemers=list(beeld.deelnemers)),
    }
    if fout is not None:
        context[naam] = fout
    return render(request, "vergaderen/vergadering.html", context, status=code)


@require_POST
@scherm(*HOUDERS)
def verstuur(request: Verzoek, vergadering_id: UUID) -> HttpResponse:
    """Invite the table and send the papers."""
    return _doe(request, vergadering_id, "verstuur", forms.VerstuurForm(request.POST), actions.verstuur)


@require_POST
@scherm(*HOUDERS)
def houd(request: Verzoek, vergadering_id: UUID) -> HttpResponse:
    """Say that the meeting took place and who was there."""
    beeld = queries.vergadering(request.wie, vergadering_id)
    formulier = forms.AanwezigForm(request.POST, deelnemers=list(beeld.deelnemers))

    def daad(wie: Wie, pk: UUID, **velden: Any) -> object:
        return actions.houd(wie, pk, versie=velden["versie"], aanwezigen=formulier.aanwezigen())

    return _doe(request, vergadering_id, "aanwezig", formulier, daad)


@require_POST
@scherm(*HOUDERS)
def last_af(request: Verzoek, vergadering_id: UUID) -> HttpResponse:
    """Cancel the meeting."""
    return _doe(request, vergadering_id, "afgelast", forms.VersieForm(request.POST), actions.last_af)


def _doe(
    request: Verzoek, vergadering_id: UUID, naam: str, formulier: Form, daad: Callable[..., object]
) -> HttpResponse:
    """Run an act of the meeting's page: back to it, with the input and what is wrong if it failed."""
    queries.vergadering(request.wie, vergadering_id)
    if not formulier.is_valid():
        return _blad(request, vergadering_id, naam, formulier, 422)
    try:
        daad(request.wie, vergadering_id, **formulier.cleaned_data)
    except Geweigerd as fout:
        zet_fouten(formulier, fout)
        return _blad(request, vergadering_id, naam, formulier, 422)
    except Conflict as fout:
        formulier.add_error(None, str(fout))
        return _blad(request, vergadering_id, naam, formulier, 409)
    messages.success(request, GELUKT[naam])
    return redirect("vergaderen:vergadering", vergadering_id)


@require_http_methods(["GET", "POST"])
@scherm(Rol.WETHOUDER, Rol.BELEID, Rol.JURIST, Rol.DIRECTEUR, *HOUDERS)
def agendeer(request: Verzoek, vergadering_id: UUID) -> HttpResponse:
    """Bring an item to the table."""
    beeld = queries.vergadering(request.wie, vergadering_id)
    vorige = [
        (str(p.pk), f"{p.onderwerp} ({p.vergadering.get_tafel_display()}, {p.vergadering.op:%d-%m-%Y})")
        for p in queries.eerdere_punten(request.wie, beeld.vergadering.tafel)
    ]
    voorstellen = [(str(v.pk), v.titel) for v in queries.voorstellen(request.wie)]
    formulier = forms.PuntForm(
        request.POST or None, vorige=vorige, voorstellen=voorstellen, houdt=mag_houden(request.wie)
    )
    if request.method == "POST" and formulier.is_valid():
        try:
            punt = actions.agendeer(request.wie, vergadering_id, NieuwPunt(**formulier.cleaned_data))
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
        else:
            _meld(request, punt.staat == "terug", punt.reden, "Het punt staat op de agenda. Voeg de stukken toe.")
            return redirect("vergaderen:vergadering", vergadering_id)
    context = {"form": formulier, "v": beeld.vergadering}
    return render(request, "vergaderen/agendeer.html", context, status=status(formulier))


def _meld(request: Verzoek, mis: bool, fout: str, goed: str) -> None:
    if mis:
        messages.warning(request, fout)
    else:
        messages.success(request, goed)


@require_http_methods(["GET", "POST"])
@scherm(Rol.WETHOUDER, Rol.BELEID, Rol.JURIST, Rol.DIRECTEUR, *HOUDERS)
def stuk_nieuw(request: Verzoek, punt_id: UUID) -> HttpResponse:
    """Add a paper to an item, or a new version."""
    return _puntformulier(
        request,
        punt_id,
        forms.StukForm(request.POST or None),
        actions.voeg_stuk_toe,
        ("Stuk toevoegen", "Het stuk staat erbij."),
    )


@require_http_methods(["GET", "POST"])
@scherm(*HOUDERS)
def terug(request: Verzoek, punt_id: UUID) -> HttpResponse:
    """Send an item back."""
    return _puntformulier(
        request,
        punt_id,
        forms.TerugForm(request.POST or None),
        actions.stuur_terug,
        ("Punt terugsturen", "Het punt is terug bij de inbrenger."),
    )


@require_http_methods(["GET", "POST"])
@scherm(*HOUDERS)
def besluit(request: Verzoek, punt_id: UUID) -> HttpResponse:
    """Write down what was decided."""
    return _puntformulier(
        request,
        punt_id,
        forms.BesluitForm(request.POST or None),
        actions.besluit,
        ("Besluit vastleggen", "Het besluit staat erin."),
    )


@require_http_methods(["GET", "POST"])
@scherm(*HOUDERS)
def afronden(request: Verzoek, punt_id: UUID) -> HttpResponse:
    """Close an item without a decision."""
    return _puntformulier(
        request,
        punt_id,
        forms.AfrondenForm(request.POST or None),
        actions.rond_punt_af,
        ("Punt afronden", "Het punt is afgerond."),
    )


@require_http_methods(["GET", "POST"])
@scherm(*HOUDERS)
def actie_nieuw(request: Verzoek, punt_id: UUID) -> HttpResponse:
    """Agree who does what by when."""
    punt = queries.punt(request.wie, punt_id)
    wie = Q(pk__in=deelnemers_op(punt.vergadering.op).values("pk")) | Q(soort=Soort.REGIOKANTOOR)
    formulier = forms.ActieForm(request.POST or None, organisaties=Organisatie.objects.filter(wie))
    return _puntformulier(request, punt_id, formulier, acties.spreek_af, ("Actie afspreken", "De actie staat erin."))


def _puntformulier(
    request: Verzoek, punt_id: UUID, formulier: Form, daad: Callable[..., object], woorden: tuple[str, str]
) -> HttpResponse:
    """Run an act on an item by a form of its own; `woorden` are the title and what is said when it worked."""
    titel, gelukt = woorden
    punt = queries.punt(request.wie, punt_id)
    code = 200
    if request.method == "POST":
        code = 422
        if formulier.is_valid():
            try:
                daad(request.wie, punt_id, **formulier.cleaned_data)
                messages.success(request, gelukt)
                return redirect("vergaderen:vergadering", punt.vergadering_id)
            except Geweigerd as fout:
                zet_fouten(formulier, fout)
            except Conflict as fout:
                formulier.add_error(None, str(fout))
                code = 409
    context = {"form": formulier, "punt": punt, "titel": titel}
    return render(request, "vergaderen/puntformulier.html", context, status=code)


@require_http_methods(["GET", "POST"])
@scherm(Rol.WETHOUDER, Rol.BELEID, *HOUDERS)
def actie_klaar(request: Verzoek, actie_id: UUID) -> HttpResponse:
    """Say that an action is done."""
    actie = next((a for a in queries.open_acties(request.wie) if a.pk == actie_id), None)
    if actie is None:
        raise NietGevonden("Deze actie is er niet, of is al klaar.")
    if not acties.mag_melden(request.wie, actie):
        raise GeenRecht(f"Alleen {actie.organisatie} of de secretaris meldt deze actie klaar.")
    formulier = forms.KlaarForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            acties.meld_klaar(request.wie, actie_id, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De actie is klaar.")
            return redirect("vergaderen:vergadering", actie.punt.vergadering_id)
    context = {"form": formulier, "punt": actie.punt, "titel": actie.tekst}
    return render(request, "vergaderen/puntformulier.html", context, status=status(formulier))


@require_GET
@scherm()
def stuk(request: Verzoek, stuk_id: UUID) -> HttpResponse:
    """Show one version of a paper."""
    gevonden = queries.stuk(request.wie, stuk_id)
    return render(request, "vergaderen/stuk.html", {"stuk": gevonden, "punt": gevonden.punt})


@require_GET
@scherm()
def export(request: Verzoek, vergadering_id: UUID, vorm: str) -> HttpResponse:
    """Give the meeting for the councils: PDF, Word or JSON. Only what councils may read is in it."""
    beeld = queries.vergadering(request.wie, vergadering_id)
    naam = f"{beeld.vergadering.tafel}-{beeld.vergadering.op.isoformat()}"
    if vorm == "json":
        inhoud = json.dumps(uitvoer.gegevens(beeld), ensure_ascii=False, indent=2)
        return _bestand(inhoud, "application/json", f"{naam}.json")
    document = uitvoer.document(beeld, _raad(request, beeld))
    if vorm == "pdf":
        return _bestand(naar_pdf(document), "application/pdf", f"{naam}.pdf")
    soort = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return _bestand(naar_word(document), soort, f"{naam}.docx")


def _raad(request: Verzoek, beeld: queries.Vergaderbeeld) -> str:
    """Return the council this copy is for: the reader's own, or the one that was chosen, else all of them."""
    organisatie = request.wie.organisatie
    eigen = organisatie.hoort_bij if organisatie.soort == Soort.RAAD else organisatie
    codes = {g.code: g for g in beeld.deelnemers}
    gemeente = codes.get(request.GET.get("raad", ""), codes.get(eigen.code if eigen else None))
    return f"De raad van {gemeente}" if gemeente else "De raden van de regio"


def _bestand(inhoud: bytes | str, soort: str, naam: str) -> HttpResponse:
    antwoord = HttpResponse(inhoud, content_type=soort)
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord
