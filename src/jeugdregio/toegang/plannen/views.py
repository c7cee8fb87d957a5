"""Screens of the plan of a family: the list, one plan with what must be done now, its versions, and on paper."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.document import naar_pdf
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.hulpvragen.permissions import behandelt
from jeugdregio.toegang.plannen import actions, document, forms, queries
from jeugdregio.toegang.plannen.permissions import leesbare_kinderen
from jeugdregio.toegang.plannen.queries import Planbeeld
from jeugdregio.toegang.weergave import naam, wie_het_is

LEZERS = (Rol.TOEGANG, Rol.TEAMLEIDER)
GEWIJZIGD = "Kijk wat er is veranderd en verstuur het formulier dan opnieuw."


@require_GET
@scherm(*LEZERS)
def lijst(request: Verzoek) -> HttpResponse:
    """List the plans, what must be done first on top."""
    stand = request.GET.get("stand", "open")
    stand = stand if stand in queries.STANDEN else "open"
    nummer = request.GET.get("pagina", "1")
    blad, rijen = queries.lijst(request.wie, stand, int(nummer) if nummer.isdigit() else 1)
    context = {"pagina": blad, "rijen": rijen, "stand": stand, "standen": queries.STANDEN.items()}
    return render(request, "plannen/lijst.html", context)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def aanbieden(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Offer the family of a child to make its plan itself."""
    if not behandelt(request.wie):
        raise GeenRecht("Dit kan alleen de toegang van de gemeente.")
    kind = leesbare_kinderen(request.wie).filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    if request.method == "GET" and (open_plan := queries.open_plan(kind)) is not None:
        messages.info(request, f"Dit gezin heeft al plan {open_plan}. Werk hier verder, of sluit het eerst af.")
        return redirect("plannen:plan", open_plan.pk)
    kinderen = [kind, *queries.broers_en_zussen(request.wie, [kind])]
    formulier = forms.AanbodForm(request.POST or None, kinderen=kinderen)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            ids = [UUID(pk) for pk in velden["kinderen"]]
            plan_ = actions.bied_plan_aan(request.wie, ids, velden["op"], velden["uitleg"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Vastgelegd. Vraag het gezin of het zelf een plan wil maken.")
            return redirect("plannen:plan", plan_.pk)
    context = {"form": formulier, "kind": kind, "naam": naam(kind), "kop": wie_het_is(kind)}
    return render(request, "plannen/aanbieden.html", context, status=status(formulier))


@require_GET
@scherm(*LEZERS)
def plan(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """Show one plan: what must be done now, what was agreed, and who is the contact."""
    return planblad(request, queries.plan(request.wie, plan_id))


def planblad(
    request: Verzoek, beeld: Planbeeld, naam_: str = "", fout: Form | None = None, code: int = 200
) -> HttpResponse:
    """Return the page of a plan, with a form that failed in its place."""
    begin = {"versie": beeld.plan.versie}
    contact = beeld.contact
    context: dict[str, Any] = {
        "beeld": beeld, "plan": beeld.plan, "namen": ", ".join(naam(k) for k in beeld.kinderen),
        "kinderen": [(k, naam(k), wie_het_is(k)) for k in beeld.kinderen], "opent_kind": behandelt(request.wie),
    }  # fmt: skip
    if beeld.mag:
        erbij = queries.broers_en_zussen(request.wie, beeld.kinderen)
        bij_contact = {"telefoon": contact.telefoon} if contact else {}
        context |= {
            "maakt": forms.GezinMaaktForm(initial=begin, prefix="maakt"),
            "afzien": forms.AfzienForm(initial=begin, prefix="afzien"),
            "gedaan": forms.GedaanForm(initial=begin, prefix="gedaan"),
            "terug": forms.TeruggekekenForm(initial=begin, prefix="terug"),
            "contact": forms.ContactForm(initial=begin | bij_contact, prefix="contact", mensen=queries.collegas(beeld)),
            "erbij": forms.KindErbijForm(initial=begin, prefix="erbij", kinderen=erbij) if erbij else None,
            "schrift": forms.DagForm(initial=begin, prefix="schrift"),
            "sluiten": forms.SluitForm(initial=begin, prefix="sluit"),
        }
    if fout is not None:
        context[naam_] = fout
        context["open"] = naam_
    return render(request, "plannen/plan.html", context, status=code)


def doe(
    request: Verzoek, plan_id: UUID, naam_: str, maak: Callable[[QueryDict], Form], daad: Callable[[Form], object], *,
    gelukt: str, blad: Callable[..., HttpResponse] = planblad, naar: str = "plannen:plan",
) -> HttpResponse:  # fmt: skip
    """Run an act with a form of a page: on to the page, or back with the input and what is wrong."""
    formulier = maak(request.POST)
    if not formulier.is_valid():
        return blad(request, queries.plan(request.wie, plan_id), naam_, formulier, 422)
    try:
        daad(formulier)
    except Geweigerd as fout:
        zet_fouten(formulier, fout)
        return blad(request, queries.plan(request.wie, plan_id), naam_, formulier, 422)
    except Conflict as fout:
        beeld = queries.plan(request.wie, plan_id)
        opnieuw = maak(met_versie(request.POST, formulier, beeld.plan.versie))
        opnieuw.is_valid()
        opnieuw.add_error(None, f"{fout} {GEWIJZIGD}")
        return blad(request, beeld, naam_, opnieuw, 409)
    messages.success(request, gelukt)
    return redirect(naar, plan_id)


def met_versie(gegevens: QueryDict, formulier: Form, versie: int) -> QueryDict:
    """What was filled in, on the version that is there now: sending again is a choice with open eyes."""
    kopie = gegevens.copy()
    kopie[formulier.add_prefix("versie")] = str(versie)
    return kopie


@require_POST
@scherm(Rol.TOEGANG)
def gezin_maakt(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """The family makes its own plan."""
    return doe(
        request, plan_id, "maakt", lambda p: forms.GezinMaaktForm(p, prefix="maakt"),
        lambda f: actions.gezin_maakt_plan(request.wie, plan_id, **f.cleaned_data),
        gelukt="Vastgelegd. Op de afgesproken dag krijg je een beurt.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def afzien(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """There will be no family group plan: the six weeks begin."""
    return doe(
        request, plan_id, "afzien", lambda p: forms.AfzienForm(p, prefix="afzien"),
        lambda f: actions.zie_af(request.wie, plan_id, **f.cleaned_data),
        gelukt="Vastgelegd. Je hebt zes weken om het plan samen vast te stellen.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def versie_beginnen(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """Begin a version to write in."""
    return doe(
        request, plan_id, "begin", forms.MetVersie,
        lambda f: actions.begin_versie(request.wie, plan_id, **f.cleaned_data),
        gelukt="Je kunt nu schrijven. Wat eerder is vastgesteld, blijft gelden tot je dit vaststelt.",
        naar="plannen:schrijven",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def gedaan(request: Verzoek, plan_id: UUID, actie_id: UUID) -> HttpResponse:
    """An action was done."""
    return doe(
        request, plan_id, "gedaan", lambda p: forms.GedaanForm(p, prefix="gedaan"),
        lambda f: actions.actie_gedaan(request.wie, plan_id, actie_id, **f.cleaned_data), gelukt="De actie is gedaan.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def terugkijken(request: Verzoek, plan_id: UUID, evaluatie_id: UUID) -> HttpResponse:
    """Looked back with the family."""
    return doe(
        request, plan_id, "terug", lambda p: forms.TeruggekekenForm(p, prefix="terug"),
        lambda f: actions.evaluatie_gehouden(request.wie, plan_id, evaluatie_id, **f.cleaned_data),
        gelukt="De evaluatie staat erin.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def contact(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """Another contact person for the family."""
    beeld = queries.plan(request.wie, plan_id)
    mensen = queries.collegas(beeld)
    return doe(
        request, plan_id, "contact", lambda p: forms.ContactForm(p, prefix="contact", mensen=mensen),
        lambda f: actions.wijs_contact_aan(
            request.wie, plan_id, beeld.plan.gemeente, **f.gegevens()  # type: ignore[attr-defined]
        ),
        gelukt="De contactpersoon is gewijzigd. Vertel het gezin wie het is; daarvoor staat een beurt klaar.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def contact_verteld(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """The family knows who its contact person is."""
    return doe(
        request, plan_id, "verteld", forms.MetVersie,
        lambda f: actions.contact_verteld(request.wie, plan_id, **f.cleaned_data), gelukt="Het gezin weet het.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def kind_erbij(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """A brother or sister on the plan."""
    beeld = queries.plan(request.wie, plan_id)
    kinderen = queries.broers_en_zussen(request.wie, beeld.kinderen)
    return doe(
        request, plan_id, "erbij", lambda p: forms.KindErbijForm(p, prefix="erbij", kinderen=kinderen),
        lambda f: actions.voeg_kind_toe(
            request.wie, plan_id, UUID(f.cleaned_data["kind_id"]), versie=f.cleaned_data["versie"]
        ),
        gelukt="Het kind staat erbij.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def op_schrift(request: Verzoek, plan_id: UUID, wat: str) -> HttpResponse:
    """The family asks for the plan on paper, or has it."""
    daad = {"gevraagd": actions.vraag_op_schrift, "gegeven": actions.geef_op_schrift}.get(wat)
    if daad is None:
        raise NietGevonden("Deze bladzijde is er niet.")
    return doe(
        request, plan_id, "schrift", lambda p: forms.DagForm(p, prefix="schrift"),
        lambda f: daad(request.wie, plan_id, **f.cleaned_data), gelukt="Vastgelegd.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def sluiten(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """Close the plan."""
    return doe(
        request, plan_id, "sluiten", lambda p: forms.SluitForm(p, prefix="sluit"),
        lambda f: actions.sluit_plan(request.wie, plan_id, **f.cleaned_data), gelukt="Het plan is afgesloten.",
    )  # fmt: skip


@require_GET
@scherm(*LEZERS)
def versie(request: Verzoek, plan_id: UUID, nummer: int) -> HttpResponse:
    """Show one agreed version."""
    beeld, gevonden = queries.versie(request.wie, plan_id, nummer)
    return render(request, "plannen/versie.html", {"beeld": beeld, "plan": beeld.plan, "versie": gevonden})


@require_GET
@scherm(*LEZERS)
def pdf(request: Verzoek, plan_id: UUID, nummer: int) -> HttpResponse:
    """Give an agreed version as PDF for the family."""
    beeld, gevonden = queries.versie(request.wie, plan_id, nummer)
    return als_pdf(document.plan(beeld, gevonden), f"plan-{beeld.plan.kenmerk}-versie-{nummer}.pdf")


@require_GET
@scherm(*LEZERS)
def contactbrief(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """Give the letter that tells the family who its contact person is."""
    beeld = queries.plan(request.wie, plan_id)
    if beeld.contact is None:
        raise NietGevonden("Er is nog geen contactpersoon.")
    return als_pdf(document.contactbrief(beeld, beeld.contact), f"contactpersoon-{beeld.plan.kenmerk}.pdf")


def als_pdf(inhoud: document.Document, bestand: str) -> HttpResponse:
    """Return a document as a PDF to download; its name holds no name of a person."""
    antwoord = HttpResponse(naar_pdf(inhoud), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="{bestand}"'
    return antwoord
