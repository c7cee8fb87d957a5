"""Screens of who looks after messages: the list, one message with its findings, its XML, and offering a file."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.postbus import actions, queries
from jeugdregio.postbus.forms import AanbiedForm, FilterForm
from jeugdregio.postbus.leesbaar import MAX_LEESBAAR, leesregels, plekken, titel
from jeugdregio.postbus.models import Bericht

Staat = Bericht.Staat
TONEN = {
    Staat.ONTVANGEN: "let-op", Staat.VERWERKT: "goed", Staat.AFGEKEURD: "gevaar", Staat.HERHAALD: "neutraal",
    Staat.KLAAR: "info", Staat.BEZORGD: "info", Staat.BEANTWOORD: "goed", Staat.MISLUKT: "gevaar",
}  # fmt: skip
BERICHTROLLEN = (Rol.BERICHTEN, Rol.AANBIEDER, Rol.GI)
REGELS_PER_PAGINA = 400
BEVINDINGEN_BOVENAAN = 50
WEER_TE_PROBEREN = frozenset({Staat.ONTVANGEN, Staat.KLAAR, Staat.MISLUKT})


@require_GET
@scherm(*BERICHTROLLEN)
def berichten(request: Verzoek) -> HttpResponse:
    """List the messages of the own organisation, newest first."""
    formulier = FilterForm(request.GET)
    formulier.is_valid()
    gekozen = {veld: formulier.cleaned_data.get(veld) or "" for veld in ("richting", "soort", "staat", "zoek")}
    pagina = queries.berichten(request.wie, **gekozen, pagina=formulier.cleaned_data.get("pagina") or 1)
    tellingen = queries.tellingen(request.wie)
    context = {
        "pagina": pagina,
        "rijen": [(bericht, titel(bericht.soort), TONEN[Staat(bericht.staat)]) for bericht in pagina],
        "form": formulier,
        "gefilterd": any(gekozen.values()),
        "tegels": [
            (tellingen.get(staat, 0), tekst, staat, toon)
            for staat, tekst, toon in (
                (Staat.AFGEKEURD, "afgekeurd", "gevaar"), (Staat.MISLUKT, "bezorgen mislukt", "gevaar"),
                (Staat.ONTVANGEN, "nog te verwerken", "let-op"), (queries.TE_LAAT, "retourbericht te laat", "let-op"),
            )
        ],
    }  # fmt: skip
    return render(request, "postbus/berichten.html", context)


@require_GET
@scherm(*BERICHTROLLEN)
def bericht(request: Verzoek, bericht_id: UUID) -> HttpResponse:
    """Show one message in readable Dutch, with each finding at its place. Looking at it is logged."""
    beeld = queries.bericht(request.wie, bericht_id)
    gevonden = beeld.bericht
    regels = leesregels(beeld.inhoud, beeld.bevindingen) if beeld.inhoud else ()
    nummer = request.GET.get("pagina", "1")
    context = {
        "beeld": beeld,
        "bericht": gevonden,
        "titel": titel(gevonden.soort),
        "toon": TONEN[Staat(gevonden.staat)],
        "pagina": Paginator(regels, REGELS_PER_PAGINA).get_page(nummer),
        "leesbaar": beeld.inhoud is not None,
        "te_groot": gevonden.omvang > MAX_LEESBAAR,
        "plekken": plekken(gevonden, beeld.bevindingen[:BEVINDINGEN_BOVENAAN]),
        "meer_bevindingen": max(0, len(beeld.bevindingen) - BEVINDINGEN_BOVENAAN),
        "kan_opnieuw": gevonden.staat in WEER_TE_PROBEREN,
    }
    return render(request, "postbus/bericht.html", context)


@require_GET
@scherm(*BERICHTROLLEN)
def xml(request: Verzoek, bericht_id: UUID) -> HttpResponse:
    """Give the message byte for byte as it came in or went out, as a file. Its name tells nothing about a person."""
    gevonden = queries.xml(request.wie, bericht_id)
    naam = f"{gevonden.soort or 'onleesbaar'}-{gevonden.pk}.{'xml' if gevonden.soort else 'bin'}"
    soort = "application/xml" if gevonden.soort else "application/octet-stream"
    koppen = {"Content-Disposition": f'attachment; filename="{naam}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(bytes(gevonden.inhoud), content_type=soort, headers=koppen)


@require_http_methods(["GET", "POST"])
@scherm(*BERICHTROLLEN)
def aanbieden(request: Verzoek) -> HttpResponse:
    """Offer a message as a file. Whatever it is, it is kept and shown with what was found."""
    formulier = AanbiedForm(request.POST, request.FILES) if request.method == "POST" else AanbiedForm()
    if request.method != "POST" or not formulier.is_valid():
        status = 422 if formulier.errors else 200
        return render(request, "postbus/aanbieden.html", {"form": formulier}, status=status)
    aangeboden = actions.upload(request.wie, formulier.cleaned_data["bestand"].read())
    if aangeboden.staat == Staat.AFGEKEURD:
        messages.error(request, "Het bericht is afgekeurd en bewaard. Hieronder staat wat er mis is.")
    elif aangeboden.staat == Staat.HERHAALD:
        messages.info(request, "Dit bericht is al eerder ontvangen. Er is niets veranderd; het eerdere antwoord geldt.")
    elif aangeboden.aantal_bevindingen:
        messages.warning(request, "Het bericht is verwerkt, maar niet alles klopt. Hieronder staat wat.")
    else:
        messages.success(request, "Het bericht is verwerkt.")
    return redirect("postbus:bericht", aangeboden.pk)


@require_POST
@scherm(*BERICHTROLLEN)
def opnieuw(request: Verzoek, bericht_id: UUID) -> HttpResponse:
    """Handle or deliver a message again that got stuck."""
    try:
        geprobeerd = actions.probeer_opnieuw(request.wie, bericht_id)
    except Geweigerd as fout:
        messages.error(request, str(fout))
    else:
        staat = geprobeerd.get_staat_display().lower()
        messages.info(request, f"Opnieuw geprobeerd. Het bericht staat nu op: {staat}.")
    return redirect("postbus:bericht", bericht_id)
