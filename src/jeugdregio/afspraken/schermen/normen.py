"""The register of norms, and the acts on one norm."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.afspraken import actions, permissions, queries
from jeugdregio.afspraken.actions import BesluitVelden
from jeugdregio.afspraken.forms import BesluitForm, BronForm, IntrekForm, NormForm, StandpuntForm, begin_van
from jeugdregio.afspraken.models import Norm, Rang
from jeugdregio.afspraken.schermen.hulp import doe, status
from jeugdregio.afspraken.standpunten import neem_standpunt
from jeugdregio.afspraken.vragen import catalogus
from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def register(request: Verzoek) -> HttpResponse:
    """List the norms, filtered by question, state and municipality."""
    zeef = queries.Normenzeef(
        request.GET.get("vraag", ""), request.GET.get("staat", "geldt"), request.GET.get("gemeente", "")
    )
    pagina = request.GET.get("pagina", "1")
    teksten = catalogus()
    gevonden = queries.normen(request.wie, zeef, int(pagina) if pagina.isdecimal() else 1)
    context = {
        "pagina": gevonden,
        "rijen": [(norm, teksten.get(norm.vraag, norm.vraag)) for norm in gevonden],
        "zeef": zeef,
        "vragen": teksten,
        "gemeenten": list(deelnemers()),
        "ziet_concepten": permissions.ziet_concepten(request.wie),
        "beheerder": permissions.beheert_normen(request.wie),
    }
    return render(request, "afspraken/normen.html", context)


@require_GET
@scherm()
def norm(request: Verzoek, norm_id: UUID) -> HttpResponse:
    """Show one norm: what it says, on what it rests, who stands where, its versions, and what can be done."""
    een = queries.norm(request.wie, norm_id)
    beheert = permissions.mag_beheren(request.wie, een)
    loopt = een.staat == Norm.Staat.VASTGESTELD and (een.tot is None or een.tot >= vandaag())
    context = {
        "norm": een,
        "tekst": catalogus().get(een.vraag, een.vraag),
        "versies": queries.versies(request.wie, een),
        "beheert": beheert,
        "loopt": loopt,
        "vandaag": vandaag(),
        "mag_standpunt": loopt
        and permissions.mag_standpunt_nemen(request.wie)
        and een.rang not in {Rang.WET, Rang.AMVB, Rang.LOKAAL},
    }
    return render(request, "afspraken/norm.html", context)


@require_http_methods(["GET", "POST"])
@scherm(*permissions.BEHEERDERS)
def nieuw(request: Verzoek) -> HttpResponse:
    """Write a concept norm."""
    begin = {"vraag": request.GET.get("vraag", ""), "van": vandaag()}
    formulier = NormForm(request.POST or None, wie=request.wie, initial=begin)
    gemaakt = doe(formulier, lambda: actions.maak_concept(request.wie, formulier.velden()))
    if gemaakt:
        messages.success(request, "Het concept is bewaard. Stel het vast als het besluit er is.")
        return redirect("afspraken:norm", gemaakt.pk)
    return render(request, "afspraken/norm_form.html", {"form": formulier}, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(*permissions.BEHEERDERS)
def wijzigen(request: Verzoek, norm_id: UUID) -> HttpResponse:
    """Rewrite a concept; of an adopted norm make a new version as concept."""
    een = _eigen(request, norm_id)
    concept = een.staat == Norm.Staat.CONCEPT
    begin = begin_van(een) if concept else {**begin_van(een), "van": vandaag(), "tot": None}
    formulier = NormForm(request.POST or None, wie=request.wie, initial=begin)

    def act() -> Norm:
        if concept:
            versie = formulier.cleaned_data["versie"] or 0
            return actions.wijzig_concept(request.wie, norm_id, formulier.velden(), versie=versie)
        return actions.maak_concept(request.wie, formulier.velden(), vorige_id=norm_id)

    gemaakt = doe(formulier, act)
    if gemaakt:
        messages.success(request, "Bewaard als concept. De oude versie geldt tot je de nieuwe vaststelt.")
        return redirect("afspraken:norm", gemaakt.pk)
    context = {"form": formulier, "norm": een, "nieuwe_versie": not concept}
    return render(request, "afspraken/norm_form.html", context, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(*permissions.BEHEERDERS)
def vaststellen(request: Verzoek, norm_id: UUID) -> HttpResponse:
    """Adopt a concept on a decision."""
    een = _eigen(request, norm_id)
    formulier = BesluitForm(request.POST or None, initial={"versie": een.versie})

    def act() -> actions.Uitkomst:
        g = formulier.cleaned_data
        besluit = BesluitVelden(g["orgaan"], g["datum"], g["nummer"])
        return actions.stel_vast(request.wie, norm_id, besluit, versie=g["versie"])

    uitkomst = doe(formulier, act)
    if uitkomst:
        messages.success(request, "De norm is vastgesteld. Iedereen in de regio ziet hem.")
        if uitkomst.botsingen:
            messages.warning(request, "De norm botst met een andere. Wie aan zet is, heeft een beurt.")
            return redirect("afspraken:botsing", uitkomst.botsingen[0])
        return redirect("afspraken:norm", norm_id)
    return _daad(request, een, formulier, "Vaststellen", "Op welk besluit rust deze norm?")


@require_http_methods(["GET", "POST"])
@scherm(*permissions.BEHEERDERS)
def intrekken(request: Verzoek, norm_id: UUID) -> HttpResponse:
    """Withdraw a norm from a day on."""
    een = _eigen(request, norm_id)
    formulier = IntrekForm(request.POST or None, initial={"versie": een.versie, "per": vandaag()})
    if doe(formulier, lambda: actions.trek_in(request.wie, norm_id, **formulier.cleaned_data)):
        messages.success(request, "De norm is ingetrokken. Wat er gold, blijft te zien.")
        return redirect("afspraken:norm", norm_id)
    return _daad(request, een, formulier, "Intrekken", "De norm geldt tot de dag ervoor. Wat er gold, blijft te zien.")


@require_http_methods(["GET", "POST"])
@scherm(*permissions.BEHEERDERS)
def bron(request: Verzoek, norm_id: UUID) -> HttpResponse:
    """Record that the source of a norm was withdrawn."""
    een = _eigen(request, norm_id)
    formulier = BronForm(request.POST or None, initial={"versie": een.versie, "op": vandaag()})
    if doe(formulier, lambda: actions.meld_bron_ingetrokken(request.wie, norm_id, **formulier.cleaned_data)):
        messages.success(request, "Vastgelegd. Wat deze norm zegt is vanaf die dag betwist.")
        return redirect("afspraken:norm", norm_id)
    uitleg = "Het document geldt niet meer, maar niemand beëindigde deze norm. Vanaf die dag is hij betwist."
    return _daad(request, een, formulier, "Bron ingetrokken", uitleg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.BELEID, Rol.JURIST)
def standpunt(request: Verzoek, norm_id: UUID) -> HttpResponse:
    """Take a position of the own municipality on a norm of the region."""
    een = queries.norm(request.wie, norm_id)
    if not permissions.mag_standpunt_nemen(request.wie):
        raise GeenRecht("Een standpunt neemt een gemeente in.")
    formulier = StandpuntForm(request.POST or None, initial={"van": vandaag()})
    if doe(formulier, lambda: neem_standpunt(request.wie, norm_id, **formulier.cleaned_data)):
        messages.success(request, "Het standpunt is vastgelegd. De regio ziet het.")
        return redirect("afspraken:norm", norm_id)
    uitleg = f"Zo staat {request.wie.organisatie} tegenover deze norm. Het oude standpunt eindigt de dag ervoor."
    return _daad(request, een, formulier, "Standpunt", uitleg)


def _eigen(request: Verzoek, norm_id: UUID) -> Norm:
    een = queries.norm(request.wie, norm_id)
    if not permissions.mag_beheren(request.wie, een):
        raise GeenRecht("Deze norm is niet van jouw gebied.")
    return een


def _daad(
    request: Verzoek, een: Norm, formulier: BesluitForm | IntrekForm | BronForm | StandpuntForm, titel: str, uitleg: str
) -> HttpResponse:
    context = {
        "norm": een, "form": formulier, "titel": titel, "uitleg": uitleg,
        "tekst": catalogus().get(een.vraag, een.vraag),
    }  # fmt: skip
    return render(request, "afspraken/norm_daad.html", context, status=status(formulier))
