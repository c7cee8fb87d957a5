"""Screens of clocks: the list, one clock, and its acts, each showing the new end before it is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.document import Document, naar_pdf
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import weergave
from jeugdregio.toegang.termijnen import brief, opschorten, queries, verdagen
from jeugdregio.toegang.termijnen import ingebreke as default
from jeugdregio.toegang.termijnen.beeld import Vooruitblik, beeld_van, beelden, vooruit, vooruit_ingebreke
from jeugdregio.toegang.termijnen.forms import (
    AanvullingForm,
    BinnenForm,
    IngebrekeForm,
    OpVersie,
    StopForm,
    UitstelForm,
    VerdaagForm,
)  # fmt: skip
from jeugdregio.toegang.termijnen.models import Klok
from jeugdregio.toegang.termijnen.permissions import BEHANDELAARS, eis_wijzigen, mag_wijzigen
from jeugdregio.toegang.termijnen.stoppen import stop

GEWIJZIGD = "Je invoer staat er nog. Kijk wat er is veranderd en bekijk het gevolg opnieuw."
ANDERS = "Het gevolg is anders dan je zag. Kijk nog een keer; er is nog niets vastgelegd."
KAN_WEL = "Hier staat hoe het met de termijn is, en wat wel kan."
_FILTERS = [("laat", "Verlopen"), ("week", "Deze week"), ("", "Alle")]
Velden = dict[str, Any]


@dataclass(frozen=True)
class Daad:
    """One act on a clock: its form, what it would do (nothing to show when None), and doing it.

    `kan` is its name among what can be done now; empty when the address itself says that it can.
    """

    kan: str
    soort: type[OpVersie]
    titel: str
    voorspel: Callable[[Velden], Vooruitblik] | None
    doe: Callable[[Velden], object]
    uitleg: str


@require_GET
@scherm(*BEHANDELAARS)
def lijst(request: Verzoek) -> HttpResponse:
    """List the running clocks of the municipality, the first to end on top."""
    zeef = request.GET.get("termijn", "")
    zeef = zeef if zeef in dict(_FILTERS) else ""
    nummer = request.GET.get("pagina", "1")
    pagina = queries.lopende(request.wie, zeef, int(nummer) if nummer.isdigit() else 1)
    leg_inzage_vast(request.wie, list({k.kind_id for k in pagina}), scherm="termijnen")
    rijen = [(beeld, weergave.wie_het_is(beeld.klok.kind)) for beeld in beelden(pagina)]
    context = {"pagina": pagina, "rijen": rijen, "zeef": zeef, "filters": _FILTERS}
    return render(request, "termijnen/lijst.html", context)


@require_GET
@scherm(*BEHANDELAARS)
def klok(request: Verzoek, klok_id: UUID) -> HttpResponse:
    """Show one clock: start, ground, standstill, adjournment, default, and how the end was counted."""
    gevonden = _bekijk(request, klok_id)
    context = _kop(gevonden) | {"beeld": beeld_van(gevonden), "mag": mag_wijzigen(request.wie, gevonden)}
    context["met_brief"] = brief.met_brief(gevonden)
    return render(request, "termijnen/klok.html", context)


@require_http_methods(["GET", "POST"])
@scherm(*BEHANDELAARS)
def aanvulling(request: Verzoek, klok_id: UUID) -> HttpResponse:
    """Ask for missing papers: the clock stands still from tomorrow."""
    gevonden = _bekijk(request, klok_id)
    return _blad(request, gevonden, Daad(
        "aanvulling", AanvullingForm, "Vragen om ontbrekende gegevens",
        lambda v: vooruit(opschorten.voorspel_aanvulling(gevonden, v["voor"])),
        lambda v: opschorten.vraag_aanvulling(request.wie, klok_id, v["voor"], v["wat"], versie=v["versie"]),
        "Je vraagt het vandaag. De termijn staat stil vanaf morgen, tot de gegevens binnen zijn of de dag om is.",
    ))  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(*BEHANDELAARS)
def binnen(request: Verzoek, klok_id: UUID, opschorting_id: UUID) -> HttpResponse:
    """Record that the missing papers came in."""
    gevonden = _bekijk(request, klok_id)
    return _blad(request, gevonden, Daad(
        "", BinnenForm, "Gegevens zijn binnen",
        lambda v: vooruit(opschorten.voorspel_binnen(gevonden, opschorting_id, v["binnen_op"])),
        lambda v: opschorten.neem_aanvulling_in(
            request.wie, klok_id, opschorting_id, v["binnen_op"], versie=v["versie"]
        ),
        "Vanaf deze dag loopt de termijn weer.",
    ))  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(*BEHANDELAARS)
def uitstel(request: Verzoek, klok_id: UUID) -> HttpResponse:
    """Record delay with consent or by the applicant."""
    gevonden = _bekijk(request, klok_id)
    return _blad(request, gevonden, Daad(
        "uitstel", UitstelForm, "Uitstel vastleggen",
        lambda v: vooruit(opschorten.voorspel_uitstel(gevonden, v["soort"], v["vanaf"], v["tot"])),
        lambda v: opschorten.geef_uitstel(
            request.wie, klok_id, v["soort"], vanaf=v["vanaf"], tot=v["tot"], reden=v["reden"], versie=v["versie"]
        ),
        "De dagen van het uitstel tellen niet mee. Leg alleen vast wat op papier staat.",
    ))  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(*BEHANDELAARS)
def verdaag(request: Verzoek, klok_id: UUID) -> HttpResponse:
    """Adjourn the decision, with notice to the applicant."""
    gevonden = _bekijk(request, klok_id)
    return _blad(request, gevonden, Daad(
        "verdagen", VerdaagForm, "Verdagen",
        lambda v: vooruit(verdagen.voorspel_verdaging(gevonden, v.get("tot"))),
        lambda v: verdagen.verdaag(request.wie, klok_id, v.get("tot"), v["reden"], versie=v["versie"]),
        "Je schrijft vandaag aan de aanvrager dat het later wordt, en wanneer. Dat kan een keer, en alleen voor het "
        "einde van de termijn.",
    ))  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(*BEHANDELAARS)
def ingebreke(request: Verzoek, klok_id: UUID) -> HttpResponse:
    """Record a notice of default."""
    gevonden = _bekijk(request, klok_id)
    return _blad(request, gevonden, Daad(
        "ingebreke", IngebrekeForm, "Ingebrekestelling vastleggen",
        lambda v: vooruit_ingebreke(default.beoordeel(gevonden, v["ontvangen_op"])),
        lambda v: default.stel_in_gebreke(request.wie, klok_id, v["ontvangen_op"]),
        "Iemand schrijft dat je te laat bent. Komt de brief na het einde van de termijn, dan heb je nog twee weken.",
    ))  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(*BEHANDELAARS)
def stoppen(request: Verzoek, klok_id: UUID) -> HttpResponse:
    """Stop a clock by hand, when what stopped it lies outside the system."""
    gevonden = _bekijk(request, klok_id)
    return _blad(request, gevonden, Daad(
        "stop", StopForm, "Termijn stoppen", None,
        lambda v: stop(
            request.wie, klok_id, v["op"], v["door"], vervallen=v["waarom"] == "vervallen", versie=v["versie"]
        ),
        "Neem je hier in het systeem een besluit, dan stopt de termijn vanzelf. Stop hem alleen zelf als dat buiten "
        "het systeem gebeurde of als de aanvraag is ingetrokken.",
    ))  # fmt: skip


@require_GET
@scherm(*BEHANDELAARS)
def aanvulbrief(request: Verzoek, klok_id: UUID, opschorting_id: UUID) -> HttpResponse:
    """Give the letter that asks for missing papers."""
    gevonden = _bekijk(request, klok_id)
    return _pdf(brief.aanvulbrief(gevonden, opschorting_id), f"gegevens-{gevonden.kenmerk}")


@require_GET
@scherm(*BEHANDELAARS)
def verdaagbrief(request: Verzoek, klok_id: UUID) -> HttpResponse:
    """Give the letter that tells that the decision comes later."""
    gevonden = _bekijk(request, klok_id)
    return _pdf(brief.verdaagbrief(gevonden), f"later-{gevonden.kenmerk}")


def _pdf(document: Document, naam: str) -> HttpResponse:
    antwoord = HttpResponse(naar_pdf(document), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}.pdf"'
    return antwoord


def _blad(request: Verzoek, gevonden: Klok, daad: Daad) -> HttpResponse:
    """One sheet for each act: first the effect, then, when it still is what was shown, the saving."""
    eis_wijzigen(request.wie, gevonden)
    if request.method == "GET" and daad.kan and daad.kan not in beeld_van(gevonden).kan:
        messages.warning(request, f"{daad.titel} kan bij deze termijn nu niet. {KAN_WEL}")
        return redirect("termijnen:klok", gevonden.pk)
    formulier = daad.soort(request.POST if request.method == "POST" else None, klok=gevonden)
    blik, code, anders = None, 0, ""
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            blik = daad.voorspel(velden) if daad.voorspel else None
            if "bewaar" in request.POST and (blik is None or blik.gezien == velden["gezien"]):
                daad.doe(velden)
                messages.success(request, f"Vastgelegd. {blik.kop if blik else ''}".strip())
                return redirect("termijnen:klok", gevonden.pk)
            if "bewaar" in request.POST:
                anders = ANDERS
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
            blik = None
        except Conflict as fout:
            formulier, blik, code = _vers(request, daad.soort, gevonden, fout), None, 409
    if blik is not None:
        formulier = _met(request, daad.soort, gevonden, gezien=blik.gezien)
        if anders:
            formulier.add_error(None, anders)
    context = _kop(gevonden) | {
        "form": formulier, "daad": daad.titel, "blik": blik, "uitleg": daad.uitleg,
        "met_blik": daad.voorspel is not None,
        "beeld": beeld_van(gevonden),
    }  # fmt: skip
    return render(request, "termijnen/daad.html", context, status=code or status(formulier))


def _vers(request: Verzoek, soort: type[OpVersie], gevonden: Klok, fout: Conflict) -> OpVersie:
    """The form with the input on top of the version that is now there."""
    gevonden.refresh_from_db()
    formulier = _met(request, soort, gevonden, versie=str(gevonden.versie), gezien="")
    formulier.add_error(None, f"{fout} {GEWIJZIGD}")
    return formulier


def _met(request: Verzoek, soort: type[OpVersie], gevonden: Klok, **velden: str) -> OpVersie:
    """The form with what was filled in, but for these hidden fields."""
    kopie = request.POST.copy()
    for naam, waarde in velden.items():
        kopie[naam] = waarde
    return soort(kopie, klok=gevonden)


def _bekijk(request: Verzoek, klok_id: UUID) -> Klok:
    gevonden = queries.klok(request.wie, klok_id)
    leg_inzage_vast(request.wie, [gevonden.kind_id], scherm="termijn", soort="klok", onderwerp_id=gevonden.pk)
    return gevonden


def _kop(gevonden: Klok) -> Velden:
    return {"klok": gevonden, "naam": weergave.naam(gevonden.kind), "wie_het_is": weergave.wie_het_is(gevonden.kind)}
