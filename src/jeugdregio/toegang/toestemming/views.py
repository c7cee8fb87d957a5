"""Screens of consent: what stands, recording an answer, withdrawing, the grounds of the law, and sharing."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import weergave
from jeugdregio.toegang.toestemming import actions, forms, queries
from jeugdregio.toegang.toestemming.deling import NieuweDeling
from jeugdregio.toegang.toestemming.models import Doel
from jeugdregio.toegang.toestemming.oordeel import binding_van
from jeugdregio.toegang.toestemming.queries import Overzicht

TITELS = {
    Doel.HULP: "Toestemming voor hulp vastleggen",
    Doel.ONDERZOEK: "Toestemming voor onderzoek vastleggen",
    Doel.DELEN: "Toestemming om te delen vastleggen",
    Doel.BEWAREN: "Toestemming om langer te bewaren vastleggen",
}
UITLEG_HULP = (
    "Tot 12 jaar beslissen de mensen met gezag. Van 12 tot 16 jaar beslissen zij samen met het kind. Vanaf 16 jaar "
    "beslist het kind zelf (Jeugdwet 7.3.4 en 7.3.5). Een ja voor deze hulp is geen ja voor andere hulp."
)


@require_GET
@scherm(Rol.TOEGANG)
def overzicht(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Show the consent of one child: per help, the grounds, what was shared, and what must happen now."""
    beeld = queries.overzicht(request.wie, kind_id)
    antwoorden = [(t, queries.antwoord_waarvoor(t), binding_van(t)) for t in beeld.antwoorden]
    return render(request, "toestemming/overzicht.html", _kop(beeld) | {"beeld": beeld, "antwoorden": antwoorden})


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def vastleggen(request: Verzoek, kind_id: UUID, doel: str) -> HttpResponse:
    """Record what the child or somebody with authority answered."""
    if doel not in Doel.values:
        raise NietGevonden("Deze bladzijde is er niet.")
    beeld = queries.overzicht(request.wie, kind_id)
    formulier = forms.ToestemmingForm(request.POST or None, doel=doel, beeld=beeld)

    def daad() -> object:
        velden = formulier.cleaned_data
        return actions.leg_toestemming_vast(
            request.wie, kind_id, formulier.gezagsdrager_id(), velden["antwoord"], velden["op"],
            voor=formulier.voor(), uitleg=formulier.uitgelegd(),
        )  # fmt: skip

    uitleg = UITLEG_HULP if doel == Doel.HULP else "Alleen wie moet instemmen, hoeft antwoord te geven."
    return _blad(
        request, beeld, formulier, daad, titel=TITELS[Doel(doel)], uitleg=uitleg, gelukt="Het antwoord is vastgelegd."
    )


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def intrekken(request: Verzoek, kind_id: UUID, toestemming_id: UUID) -> HttpResponse:
    """Record that somebody withdrew a consent."""
    beeld = queries.overzicht(request.wie, kind_id)
    if toestemming_id not in {t.pk for t in beeld.antwoorden}:
        raise NietGevonden("Deze toestemming is er niet.")
    formulier = forms.IntrekkenForm(request.POST or None, initial={"op": vandaag()})
    uitleg = (
        "Vanaf die dag telt het antwoord als nee. De eerdere toestemming blijft in het dossier staan. Loopt de hulp "
        "al, dan krijg je meteen een beurt om met het gezin te praten."
    )
    return _blad(
        request, beeld, formulier,
        lambda: actions.trek_toestemming_in(request.wie, toestemming_id, formulier.cleaned_data["op"]),
        titel="Toestemming intrekken", uitleg=uitleg, gelukt="Vastgelegd dat de toestemming is ingetrokken.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def afwijken(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Record why help may begin although not everybody agreed."""
    beeld = queries.overzicht(request.wie, kind_id)
    formulier = forms.AfwijkingForm(request.POST or None, beeld=beeld)

    def daad() -> object:
        velden = formulier.cleaned_data
        return actions.wijk_af(
            request.wie, kind_id, velden["grond"], velden["reden"], tot=velden["tot"], **formulier.gekozen()
        )

    uitleg = (
        "Hulp begint pas als iedereen instemt die dat volgens de wet moet. De wet kent uitzonderingen (Jeugdwet "
        "7.3.4, 7.3.15 en 7.3.16). Leg vast welke hier geldt en waarom. De uitzondering helpt alleen als zij bij de "
        "leeftijd van dit kind past."
    )
    return _blad(
        request, beeld, formulier, daad, titel="Afweging zonder volledige toestemming", uitleg=uitleg,
        gelukt="De afweging is vastgelegd.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def afwijking_beeindigen(request: Verzoek, kind_id: UUID, afwijking_id: UUID) -> HttpResponse:
    """End a ground: the ordinary rules hold again."""
    actions.beeindig_afwijking(request.wie, afwijking_id)
    messages.success(request, "De uitzondering geldt na vandaag niet meer.")
    return redirect("toestemming:overzicht", kind_id)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def wil(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Record that a youth of twelve or older cannot weigh this."""
    beeld = queries.overzicht(request.wie, kind_id)
    formulier = forms.WilForm(request.POST or None)
    uitleg = (
        "Kan een jeugdige van 12 jaar of ouder dit niet redelijk afwegen, dan beslist wie het gezag heeft. Is de "
        "jeugdige 18 of ouder, dan beslist de curator, de mentor of wie daartoe is gemachtigd (Jeugdwet 7.3.15)."
    )
    return _blad(
        request, beeld, formulier,
        lambda: actions.leg_wilsoordeel_vast(request.wie, kind_id, **formulier.cleaned_data),
        titel="Kan dit niet zelf afwegen", uitleg=uitleg, gelukt="Het oordeel is vastgelegd.",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def wil_beeindigen(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Record that the youth can weigh it."""
    actions.beeindig_wilsoordeel(request.wie, kind_id)
    messages.success(request, "Vastgelegd dat de jeugdige dit zelf kan afwegen.")
    return redirect("toestemming:overzicht", kind_id)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def herziening(request: Verzoek, kind_id: UUID, herziening_id: UUID) -> HttpResponse:
    """Record what came of the talk about running help."""
    beeld = queries.overzicht(request.wie, kind_id)
    open_ = next((h for h in beeld.te_herzien if h.pk == herziening_id), None)
    if open_ is None:
        raise NietGevonden("Dit is er niet, of het is al afgerond.")
    formulier = forms.HerzieningForm(request.POST or None)
    uitleg = f"{open_.get_aanleiding_display()}. {' '.join(open_.uitleg)}"
    return _blad(
        request, beeld, formulier,
        lambda: actions.rond_herziening_af(request.wie, herziening_id, **formulier.cleaned_data),
        titel="Hoe gaat de hulp verder?", uitleg=uitleg, gelukt="Vastgelegd wat eruit kwam.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def delen(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Record a share; without a ground it is refused."""
    beeld = queries.overzicht(request.wie, kind_id)
    formulier = forms.DelingForm(request.POST or None)
    uitleg = (
        "Een ander krijgt alleen gegevens met toestemming, of op een andere grond uit de wet (Jeugdwet 7.3.11). "
        "Leg het hier vast voordat je iets verstuurt of vertelt. Het gezin kan deze lijst inzien."
    )
    return _blad(
        request, beeld, formulier,
        lambda: actions.leg_deling_vast(request.wie, kind_id, NieuweDeling(**formulier.cleaned_data)),
        titel="Gegevens delen", uitleg=uitleg, gelukt="Vastgelegd. Je mag dit nu delen.", knop="Toets en leg vast",
    )  # fmt: skip


def _blad(
    request: Verzoek, beeld: Overzicht, formulier: Form, daad: Callable[[], object], *, titel: str, uitleg: str,
    gelukt: str, knop: str = "Leg vast",
) -> HttpResponse:  # fmt: skip
    """One form about a child: run the act and go back to the overview, or show what is wrong with the input kept."""
    if request.method == "POST" and formulier.is_valid():
        try:
            daad()
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, gelukt)
            return redirect("toestemming:overzicht", beeld.kind.pk)
    context = _kop(beeld) | {"form": formulier, "titel": titel, "uitleg": uitleg, "knop": knop}
    return render(request, "toestemming/formulier.html", context, status=status(formulier))


def _kop(beeld: Overzicht) -> dict[str, Any]:
    kind = beeld.kind
    return {"kind": kind, "kop": weergave.wie_het_is(kind), "naam": weergave.naam(kind)}
