"""Reading the register: the list, one mandate with its chain, and the question "may this be done?"."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten import permissions, queries
from jeugdregio.bestuur.mandaten.forms import FilterForm, VraagForm
from jeugdregio.bestuur.mandaten.keten import Bevoegdheid
from jeugdregio.bestuur.mandaten.models import Mandaat
from jeugdregio.bestuur.mandaten.weergave import antwoordbeeld, daden_van, ketenbeelden, partijen_van
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """List the mandates on a day; by default those of today, in every municipality."""
    formulier = FilterForm(request.GET or None)
    gekozen = formulier.cleaned_data if formulier.is_valid() else {}
    datum: date = gekozen.get("datum") or vandaag()
    gemeente = gekozen.get("gemeente")
    rijen = queries.lijst(
        request.wie, datum, gemeente=str(gemeente.pk) if gemeente else "", handeling=gekozen.get("handeling") or "",
        alles=bool(gekozen.get("alles")),
    )  # fmt: skip
    context = {
        "rijen": [(rij, *partijen_van(rij.mandaat)) for rij in rijen], "form": formulier, "datum": datum,
        "intenties": queries.intenties(request.wie), "mag_vastleggen": permissions.mag_vastleggen(request.wie),
    }  # fmt: skip
    return render(request, "mandaten/lijst.html", context)


@require_GET
@scherm()
def vraag(request: Verzoek) -> HttpResponse:
    """Answer whether a body may do an act for a municipality on a day, with the chain."""
    formulier = VraagForm(request.GET or None, initial={"datum": vandaag(), "gemeente": None})
    antwoord: Bevoegdheid | None = None
    if request.GET and formulier.is_valid():
        v = formulier.cleaned_data
        antwoord = queries.mag(v["orgaan"], v["handeling"], v["gemeente"], v["datum"], functie=v["functie"])
    status = 422 if request.GET and antwoord is None else 200
    context = {"form": formulier, "antwoord": antwoordbeeld(request.wie, antwoord) if antwoord else None}
    return render(request, "mandaten/vraag.html", context, status=status)


@require_GET
@scherm()
def mandaat(request: Verzoek, mandaat_id: UUID) -> HttpResponse:
    """Show one mandate: what it says, the chain it stands in, what happened to it, and what one may do."""
    gevonden = queries.mandaat(request.wie, mandaat_id)
    context = kop(gevonden) | {
        "ketens": ketenbeelden(request.wie, queries.ketens(request.wie, gevonden, vandaag())),
        "onder": [(m, *partijen_van(m)) for m in queries.onder(request.wie, gevonden)],
        "daden": daden_van(request.wie, gevonden),
        "eigen": request.wie.organisatie, "mag_vastleggen": permissions.mag_vastleggen(request.wie),
    }  # fmt: skip
    return render(request, "mandaten/mandaat.html", context)


def kop(mandaat: Mandaat) -> dict[str, object]:
    """What every page about a mandate shows."""
    gever, ontvanger = partijen_van(mandaat)
    tekst, toon = queries.stand(mandaat, vandaag())
    return {"mandaat": mandaat, "gever": gever, "ontvanger": ontvanger, "stand": tekst, "toon": toon}
