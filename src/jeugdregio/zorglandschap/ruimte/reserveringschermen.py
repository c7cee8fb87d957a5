"""Screens of reservations: the list, one with its answer, and the acts on it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jeugdregio.basis.formulier import zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap.ruimte import queries
from jeugdregio.zorglandschap.ruimte import reserveren as daden
from jeugdregio.zorglandschap.ruimte.forms import AntwoordForm, DagForm, MetVersie, ReserveerForm
from jeugdregio.zorglandschap.ruimte.models import Reservering

_KANTEN = (Rol.TOEGANG, Rol.AANBIEDER, Rol.GI)
Staat = Reservering.Staat


@scherm(*_KANTEN)
@require_GET
def lijst(request: Verzoek) -> HttpResponse:
    """The reservations of one's own municipality, or at one's own organisation."""
    alles = request.GET.get("alles") == "ja"
    pagina = queries.reserveringen(request.wie, alles=alles, pagina=request.GET.get("pagina", "1"))
    context = {"pagina": pagina, "alles": alles, "kant": queries.aan_welke_kant(request.wie), "vandaag": vandaag()}
    return render(request, "ruimte/reserveringen.html", context)


@require_POST
@scherm(Rol.TOEGANG)
def reserveren(request: Verzoek, plek_id: UUID) -> HttpResponse:
    """Reserve a place from its page; who comes second sees what is left, with the input kept."""
    beeld = queries.plek(request.wie, plek_id)
    formulier = ReserveerForm(request.POST, plek=beeld.stand.plek)
    code = 422
    if formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            gemaakt = daden.reserveer(
                request.wie, plek_id, kenmerk=velden["kenmerk"], aantal=velden["aantal"],
                toelichting=velden["toelichting"], tot=velden["tot"],
            )  # fmt: skip
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            code = 409
            beeld = queries.plek(request.wie, plek_id)
        else:
            aanbieder = beeld.stand.plek.locatie.aanbieder
            messages.success(request, f"Gereserveerd. {aanbieder} is nu aan zet om te antwoorden.")
            return redirect("ruimte:reservering", gemaakt.pk)
    context = {"beeld": beeld, "stand": beeld.stand, "plek": beeld.stand.plek, "form": formulier}
    return render(request, "ruimte/plek.html", context, status=code)


@scherm(*_KANTEN)
@require_GET
def reservering(request: Verzoek, reservering_id: UUID) -> HttpResponse:
    """One reservation and what this reader can do."""
    return _blad(request, reservering_id)


def _blad(
    request: Verzoek, reservering_id: UUID, naam: str = "", fout: Form | None = None, code: int = 200
) -> HttpResponse:
    r = queries.reservering(request.wie, reservering_id)
    loopt = r.staat in daden.HOUDT_VAST and r.verloopt_op >= vandaag()
    versie = {"versie": r.versie}
    context = {
        "r": r, "plek": r.plek, "kant": queries.aan_welke_kant(request.wie), "loopt": loopt,
        "over_tijd": r.staat in daden.HOUDT_VAST and not loopt,
        "antwoord": AntwoordForm(initial=versie, prefix="antwoord"),
        "begin": DagForm(initial=versie | {"op": vandaag()}, prefix="begin"),
        "algemeen": None,
    }  # fmt: skip
    if fout is not None:
        context[naam] = fout
    return render(request, "ruimte/reservering.html", context, status=code)


def _doe(
    request: Verzoek, pk: UUID, naam: str, formulier: Form, *, daad: Callable[..., object], gelukt: str
) -> HttpResponse:  # fmt: skip
    queries.reservering(request.wie, pk)
    if not formulier.is_valid():
        return _blad(request, pk, naam, formulier, 422)
    try:
        daad(request.wie, pk, **formulier.cleaned_data)
    except Geweigerd as fout:
        zet_fouten(formulier, fout)
        return _blad(request, pk, naam, formulier, 422)
    except Conflict as fout:
        formulier.add_error(None, str(fout))
        return _blad(request, pk, naam, formulier, 409)
    messages.success(request, gelukt)
    return redirect("ruimte:reservering", pk)


@require_POST
@scherm(Rol.AANBIEDER, Rol.GI)
def antwoord(request: Verzoek, reservering_id: UUID) -> HttpResponse:
    """Accept or refuse."""
    formulier = AntwoordForm(request.POST, prefix="antwoord")
    return _doe(
        request, reservering_id, "antwoord", formulier, daad=daden.beantwoord, gelukt="De gemeente ziet je antwoord."
    )


@require_POST
@scherm(Rol.TOEGANG)
def vrijgeven(request: Verzoek, reservering_id: UUID) -> HttpResponse:
    """Give the place back."""
    formulier = MetVersie(request.POST)
    return _doe(request, reservering_id, "algemeen", formulier, daad=daden.geef_vrij, gelukt="De plek is weer vrij.")


@require_POST
@scherm(*_KANTEN)
def begonnen(request: Verzoek, reservering_id: UUID) -> HttpResponse:
    """Record that help began."""
    formulier = DagForm(request.POST, prefix="begin")
    return _doe(
        request, reservering_id, "begin", formulier, daad=daden.begin, gelukt="De hulp is begonnen; de plek is bezet."
    )


@require_POST
@scherm(Rol.TOEGANG)
def verder(request: Verzoek, reservering_id: UUID) -> HttpResponse:
    """Go on looking after a refusal or expiry."""
    daden.zag_einde(request.wie, reservering_id)
    return redirect("ruimte:zoeken")
