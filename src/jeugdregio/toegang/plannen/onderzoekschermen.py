"""Screens of research: choosing what is asked, the questions with why, the report, the reaction, finishing."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.hulpvragen.permissions import te_behandelen
from jeugdregio.toegang.plannen import actions, document, forms, queries
from jeugdregio.toegang.plannen.catalogus import vragen
from jeugdregio.toegang.plannen.models import Onderzoek
from jeugdregio.toegang.plannen.onderzoeken import stand_afronden
from jeugdregio.toegang.plannen.permissions import ROLLEN
from jeugdregio.toegang.plannen.queries import Onderzoekbeeld
from jeugdregio.toegang.plannen.views import GEWIJZIGD, LEZERS, als_pdf, met_versie
from jeugdregio.toegang.weergave import naam, wie_het_is


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def beginnen(request: Verzoek, hulpvraag_id: UUID) -> HttpResponse:
    """Choose what is asked for a question, and begin."""
    vraag = te_behandelen(request.wie, hulpvraag_id, als=ROLLEN)
    bestaand = Onderzoek.objects.filter(hulpvraag=vraag).first()
    if bestaand is not None:
        return redirect("plannen:onderzoek", bestaand.pk)
    formulier = forms.DomeinenForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            onderzoek_ = actions.begin_onderzoek(request.wie, hulpvraag_id, formulier.cleaned_data["domeinen"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            return redirect("plannen:onderzoek", onderzoek_.pk)
    context = {"form": formulier, "kind": vraag.kind, "vraag": vraag, "naam": naam(vraag.kind)}
    return render(request, "plannen/onderzoek_beginnen.html", context, status=status(formulier))


@require_GET
@scherm(*LEZERS)
def onderzoek(request: Verzoek, onderzoek_id: UUID) -> HttpResponse:
    """Show one research: the questions, or the report."""
    return _blad(request, queries.onderzoek(request.wie, onderzoek_id))


def _blad(
    request: Verzoek, beeld: Onderzoekbeeld, naam_: str = "", fout: Form | None = None, code: int = 200
) -> HttpResponse:
    rij, begin = beeld.onderzoek, {"versie": beeld.onderzoek.versie}
    context: dict[str, Any] = {
        "beeld": beeld, "onderzoek": rij, "kind": beeld.kind, "naam": naam(beeld.kind), "kop": wie_het_is(beeld.kind),
        "antwoorden": forms.AntwoordenForm(initial=begin | beeld.antwoorden, vragen=vragen(rij.domeinen).values()),
        "domeinen": forms.DomeinenWijzigenForm(initial=begin | {"domeinen": rij.domeinen}, prefix="kies"),
        "reactie": forms.ReactieForm(initial=begin, prefix="reactie"),
        "afronden": forms.AfrondenForm(initial=begin | {"beoordelaar": _wie(request)}, prefix="af"),
        "nodig": stand_afronden(rij, "skj", "0" * 9).ontbreekt,
    }  # fmt: skip
    if fout is not None:
        context[naam_] = fout
    return render(request, "plannen/onderzoek.html", context, status=code)


def _wie(request: Verzoek) -> str:
    return request.wie.gebruiker.naam if request.wie.gebruiker else ""


def _doe(
    request: Verzoek, onderzoek_id: UUID, naam_: str, maak: Callable[[QueryDict], Form],
    daad: Callable[[Form], object], *, gelukt: str,
) -> HttpResponse:  # fmt: skip
    """Run an act with a form of the page; what was filled in stays, also when a colleague was first."""
    beeld = queries.onderzoek(request.wie, onderzoek_id)
    formulier = maak(request.POST)
    if not formulier.is_valid():
        return _blad(request, beeld, naam_, formulier, 422)
    try:
        daad(formulier)
    except Geweigerd as fout:
        zet_fouten(formulier, fout)
        return _blad(request, queries.onderzoek(request.wie, onderzoek_id), naam_, formulier, 422)
    except Conflict as fout:
        beeld = queries.onderzoek(request.wie, onderzoek_id)
        opnieuw = maak(met_versie(request.POST, formulier, beeld.onderzoek.versie))
        opnieuw.is_valid()
        opnieuw.add_error(None, f"{fout} {GEWIJZIGD}")
        return _blad(request, beeld, naam_, opnieuw, 409)
    messages.success(request, gelukt)
    return redirect("plannen:onderzoek", onderzoek_id)


@require_POST
@scherm(Rol.TOEGANG)
def kiezen(request: Verzoek, onderzoek_id: UUID) -> HttpResponse:
    """Choose again what is asked."""
    return _doe(
        request, onderzoek_id, "domeinen", lambda p: forms.DomeinenWijzigenForm(p, prefix="kies"),
        lambda f: actions.kies_domeinen(request.wie, onderzoek_id, **f.cleaned_data),
        gelukt="De vragen zijn aangepast. Antwoorden die niet meer nodig zijn, zijn gewist.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def bewaren(request: Verzoek, onderzoek_id: UUID) -> HttpResponse:
    """Keep the answers, finished or not."""
    gevraagd = vragen(queries.onderzoek(request.wie, onderzoek_id).onderzoek.domeinen).values()
    return _doe(
        request, onderzoek_id, "antwoorden", lambda p: forms.AntwoordenForm(p, vragen=gevraagd),
        lambda f: actions.bewaar_antwoorden(
            request.wie, onderzoek_id, f.antwoorden(), versie=f.cleaned_data["versie"]  # type: ignore[attr-defined]
        ),
        gelukt="Bewaard.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def voorleggen(request: Verzoek, onderzoek_id: UUID) -> HttpResponse:
    """Give the report to the family."""
    return _doe(
        request, onderzoek_id, "stap", forms.MetVersie,
        lambda f: actions.leg_voor(request.wie, onderzoek_id, **f.cleaned_data),
        gelukt="Vastgelegd. Geef het gezin het verslag; het kan nu reageren.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def terugnemen(request: Verzoek, onderzoek_id: UUID) -> HttpResponse:
    """Take the report back to change it."""
    return _doe(
        request, onderzoek_id, "stap", forms.MetVersie,
        lambda f: actions.neem_terug(request.wie, onderzoek_id, **f.cleaned_data), gelukt="Je kunt het weer aanpassen.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def reageren(request: Verzoek, onderzoek_id: UUID) -> HttpResponse:
    """Keep the reaction of the family."""
    return _doe(
        request, onderzoek_id, "reactie", lambda p: forms.ReactieForm(p, prefix="reactie"),
        lambda f: actions.leg_reactie_vast(request.wie, onderzoek_id, **f.cleaned_data),
        gelukt="De reactie staat erbij, zoals zij is gegeven.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def afronden(request: Verzoek, onderzoek_id: UUID) -> HttpResponse:
    """Finish the research."""
    return _doe(
        request, onderzoek_id, "afronden", lambda p: forms.AfrondenForm(p, prefix="af"),
        lambda f: actions.rond_onderzoek_af(request.wie, onderzoek_id, **f.cleaned_data),
        gelukt="Het onderzoek is afgerond.",
    )  # fmt: skip


@require_GET
@scherm(*LEZERS)
def verslag(request: Verzoek, onderzoek_id: UUID) -> HttpResponse:
    """Give the report as PDF for the family."""
    beeld = queries.onderzoek(request.wie, onderzoek_id)
    return als_pdf(document.verslag(beeld), f"verslag-{beeld.onderzoek.hulpvraag.kenmerk}.pdf")
