"""The list of messages: what asks for attention, what stands still, and every message with who must act."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jeugdregio.audit.actions import leg_vast
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus import queries
from jeugdregio.postbus.aanzet import aan_zet
from jeugdregio.postbus.betrokkenen import aanduiding, zoek_kind
from jeugdregio.postbus.forms import FilterForm, KindForm
from jeugdregio.postbus.hersteld import herstellers
from jeugdregio.postbus.leesbaar import titel_van
from jeugdregio.postbus.lijst import TE_LAAT, TEL_TOT
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.permissions import eis_berichtenbeheer
from jeugdregio.postbus.stilstand import stand_van_zaken

Staat = Bericht.Staat
TONEN = {
    Staat.ONTVANGEN: "let-op", Staat.VERWERKT: "goed", Staat.AFGEKEURD: "gevaar", Staat.HERHAALD: "neutraal",
    Staat.KLAAR: "info", Staat.BEZORGD: "info", Staat.BEANTWOORD: "goed", Staat.MISLUKT: "gevaar",
}  # fmt: skip
BERICHTROLLEN = (Rol.BERICHTEN, Rol.AANBIEDER, Rol.GI)
_SESSIE_KIND = "berichten_van_kind"


@require_GET
@scherm(*BERICHTROLLEN)
def berichten(request: Verzoek) -> HttpResponse:
    """List the messages of the own organisation, newest first."""
    formulier = FilterForm(request.GET, partijen=_partijen(request.wie))
    formulier.is_valid()
    keuze = formulier.keuze
    kind = _gekozen_kind(request)
    if kind is not None:
        keuze["kind_id"] = kind[0]
    blad = queries.berichten(
        request.wie, ouder_dan=request.GET.get("ouder", ""), nieuwer_dan=request.GET.get("nieuwer", ""), **keuze
    )
    te_herstellen = herstellers(blad)
    context = {
        "blad": blad,
        "rijen": [
            (b, titel_van(b), TONEN[Staat(b.staat)], aan_zet(b, te_herstellen.get(b.pk)), b.aantal_bevindingen)
            for b in blad
        ],
        "form": formulier,
        "kindform": KindForm(),
        "kind": kind[1] if kind else "",
        "gefilterd": bool(keuze),
        "meer_filters": any(keuze.get(naam) for naam in ("partij", "van", "tot", "code")) or bool(formulier.errors),
        "tel_tot": TEL_TOT,
        **_aandacht(request.wie),
        **_verder(request, blad),
    }
    return render(request, "postbus/berichten.html", context)


@require_POST
@scherm(*BERICHTROLLEN)
def zoek_op_kind(request: Verzoek) -> HttpResponse:
    """Narrow the list to the messages of one child, or let go of it. The number stands in no address and no session."""
    eis_berichtenbeheer(request.wie)
    request.session.pop(_SESSIE_KIND, None)
    formulier = KindForm(request.POST)
    if "wis" not in request.POST and formulier.is_valid():
        gevonden = zoek_kind(request.wie, formulier.cleaned_data["nummer"])
        leg_vast(request.wie, "bericht.kind_gezocht", kind_id=gevonden, gegevens={"gevonden": gevonden is not None})
        if gevonden is None:
            messages.warning(request, "Met dit nummer is er geen kind bij jouw organisatie. Controleer het nummer.")
        else:
            request.session[_SESSIE_KIND] = str(gevonden)
    elif formulier.errors and "wis" not in request.POST:
        messages.warning(request, "Vul het burgerservicenummer of het toewijzingsnummer in.")
    return redirect("postbus:berichten")


def _gekozen_kind(request: Verzoek) -> tuple[UUID, str] | None:
    """The child the list is narrowed to; of another organisation (after a change of role) it is nobody."""
    gekozen = request.session.get(_SESSIE_KIND)
    if not gekozen:
        return None
    tekst = aanduiding(request.wie, UUID(gekozen))
    return (UUID(gekozen), tekst) if tekst else None


def _partijen(wie: Wie) -> list[Organisatie]:
    """The organisations on the other side: providers for a municipality, municipalities for a provider."""
    anders = (Soort.AANBIEDER, Soort.GI) if wie.organisatie.soort == Soort.GEMEENTE else (Soort.GEMEENTE,)
    return list(Organisatie.objects.filter(soort__in=anders, code__isnull=False).order_by("naam"))


def _aandacht(wie: Wie) -> dict[str, Any]:
    stand = stand_van_zaken(wie)
    return {
        "tegels": [
            (stand.te_laat, "antwoord te laat", TE_LAAT, "gevaar"),
            (stand.afgekeurd, "afgekeurd, laatste 30 dagen", Staat.AFGEKEURD, "let-op"),
            (stand.mislukt, "bezorgen mislukt", Staat.MISLUKT, "gevaar"),
            (stand.te_verwerken, "nog te verwerken", Staat.ONTVANGEN, "let-op"),
        ],
        "blokken": stand.blokken,
    }


def _verder(request: Verzoek, blad: queries.Bladzij) -> dict[str, str]:
    """The addresses of the older and newer page; the choice stays."""

    def adres(richting: str, plaats: str | None) -> str:
        if plaats is None:
            return ""
        vraag = request.GET.copy()
        vraag.pop("ouder", None)
        vraag.pop("nieuwer", None)
        vraag[richting] = plaats
        return f"?{vraag.urlencode()}#lijst"

    return {"ouder": adres("ouder", blad.ouder), "nieuwer": adres("nieuwer", blad.nieuwer)}
