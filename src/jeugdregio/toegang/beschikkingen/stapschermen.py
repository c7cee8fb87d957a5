"""The steps of a decision as buttons, from offering to carrying out. A refusal comes back on the page."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jeugdregio.basis.formulier import zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.beschikkingen import actions, queries
from jeugdregio.toegang.beschikkingen.forms import AfstemForm, MetVersie, OpmerkingForm, VerzendForm
from jeugdregio.toegang.beschikkingen.permissions import LEZERS, eis_teamleider
from jeugdregio.toegang.beschikkingen.views import blad
from jeugdregio.toegang.permissions import eis_toegang

HERLAAD = "Herlaad de pagina en probeer het nog eens."


def _stap(
    request: Verzoek, beschikking_id: UUID, doe: Callable[[int], object], klaar: str, *, formulier: Form | None = None,
    naam: str = "",
) -> HttpResponse:  # fmt: skip
    """Take a step; a refusal or conflict shows the page again, with the form `naam` as it was filled in."""
    form = formulier if formulier is not None else MetVersie(request.POST)
    eigen = {naam: form} if naam else {}
    if not form.is_valid():
        return blad(request, beschikking_id, fout="" if naam else HERLAAD, code=422, **eigen)
    try:
        doe(form.cleaned_data.get("versie", 0))
    except Geweigerd as fout:
        if naam:
            zet_fouten(form, fout)
        grond = f" ({fout.grondslag})" if fout.grondslag else ""
        return blad(request, beschikking_id, fout=f"{fout}{grond}", code=422, **eigen)
    except Conflict as fout:
        return blad(request, beschikking_id, fout=str(fout), code=409, **eigen)
    messages.success(request, klaar)
    return redirect("beschikkingen:besluit", beschikking_id)


@require_POST
@scherm(Rol.TOEGANG)
def aanbieden(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Finish a draft."""
    eis_toegang(request.wie)
    return _stap(request, beschikking_id, lambda versie: actions.bied_aan(request.wie, beschikking_id, versie=versie),
                 "Het besluit is afgerond.")  # fmt: skip


@require_POST
@scherm(Rol.TEAMLEIDER)
def akkoord(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Agree as second reader."""
    eis_teamleider(request.wie)
    return _stap(request, beschikking_id, lambda versie: actions.keur_goed(request.wie, beschikking_id, versie=versie),
                 "Nagelezen. Het besluit kan worden getekend.")  # fmt: skip


@require_POST
@scherm(*LEZERS)
def teruggeven(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Send a draft back with remarks."""
    return _terug(request, beschikking_id, actions.geef_terug, "Teruggegeven, met je opmerking.")


@require_POST
@scherm(*LEZERS)
def terughalen(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Take back the own signature."""
    return _terug(request, beschikking_id, actions.haal_terug, "Je handtekening is teruggehaald.")


def _terug(request: Verzoek, beschikking_id: UUID, daad: Callable[..., object], klaar: str) -> HttpResponse:
    queries.besluit(request.wie, beschikking_id)
    form = OpmerkingForm(request.POST)
    return _stap(
        request, beschikking_id,
        lambda versie: daad(request.wie, beschikking_id, form.cleaned_data["opmerking"], versie=versie), klaar,
        formulier=form, naam="terug",
    )  # fmt: skip


@require_POST
@scherm(*LEZERS)
def tekenen(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Take the decision."""
    return _stap(request, beschikking_id, lambda versie: actions.teken(request.wie, beschikking_id, versie=versie),
                 "Getekend. Het besluit geldt pas als het is verzonden.")  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def verzenden(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Announce the decision."""
    eis_toegang(request.wie)
    beeld = queries.besluit(request.wie, beschikking_id)
    form = VerzendForm(request.POST, ontvangers=beeld.ontvangers)
    return _stap(
        request, beschikking_id,
        lambda versie: actions.verzend(request.wie, beschikking_id, form.wijzen(), versie=versie),
        "Verzonden. De brief is bewaard en verandert niet meer.", formulier=form, naam="verzend",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def vervallen(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Let a draft go."""
    eis_toegang(request.wie)
    return _stap(
        request, beschikking_id, lambda versie: actions.laat_vervallen(request.wie, beschikking_id, versie=versie),
        "Het concept is vervallen.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def regel_weg(request: Verzoek, beschikking_id: UUID, regel_id: UUID) -> HttpResponse:
    """Take a line out of a draft."""
    eis_toegang(request.wie)
    return _stap(
        request, beschikking_id,
        lambda versie: actions.verwijder_regel(request.wie, beschikking_id, regel_id, versie=versie),
        "De hulp staat niet meer in het besluit.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def keuze_open(request: Verzoek, beschikking_id: UUID, regel_id: UUID) -> HttpResponse:
    """Let the family choose the provider later."""
    eis_toegang(request.wie)
    return _stap(
        request, beschikking_id,
        lambda versie: actions.laat_keuze_open(request.wie, beschikking_id, regel_id, versie=versie),
        "Het gezin kiest de aanbieder later.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def regelen(request: Verzoek, beschikking_id: UUID, regel_id: UUID) -> HttpResponse:
    """Do what follows from a line: assign, change, or pass the budget on."""
    eis_toegang(request.wie)
    form = AfstemForm(request.POST)
    return _stap(
        request, beschikking_id,
        lambda _versie: actions.voer_uit(
            request.wie, beschikking_id, regel_id, afgestemd=form.cleaned_data["afgestemd"]
        ),
        "Geregeld.", formulier=form, naam="afstem",
    )  # fmt: skip
