"""The screen on which access workers look for a place. What is looked for stays in the session, not in an address."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.organisaties.models import Contactpunt, Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap.ruimte import queries
from jeugdregio.zorglandschap.ruimte import zoeken as zoeker
from jeugdregio.zorglandschap.ruimte.forms import ZoekForm
from jeugdregio.zorglandschap.ruimte.models import Plaats
from jeugdregio.zorglandschap.ruimte.permissions import WIE_RESERVEERT, reserveert
from jeugdregio.zorglandschap.ruimte.zoeken import Optie

SLEUTEL = "plek_zoeken"
_VELDEN = ("hulp", "plaats", "leeftijd", "verblijf", "niveau")


def kenmerk_van_zoekvraag(request: HttpRequest) -> str:
    """Return the file number the search began with, from a request for help; empty when it did not."""
    return str(request.session.get(SLEUTEL, {}).get("kenmerk", ""))


@scherm(Rol.TOEGANG)
@require_http_methods(["GET", "POST"])
def zoeken(request: Verzoek) -> HttpResponse:
    """Find a place: POST takes the question in, GET shows the answer."""
    if not reserveert(request.wie):
        raise GeenRecht(f"Dit kan alleen {WIE_RESERVEERT}.")
    if request.method == "POST":
        formulier = ZoekForm(_invoer(request))
        if formulier.is_valid():
            request.session[SLEUTEL] = {naam: formulier.data.get(naam, "") for naam in (*_VELDEN, "kenmerk")}
            return redirect("ruimte:zoeken")
        return render(request, "ruimte/zoeken.html", {"form": formulier}, status=422)
    bewaard = request.session.get(SLEUTEL)
    formulier = ZoekForm(bewaard)
    context = {"form": formulier, "volgorde": zoeker.VOLGORDE}
    if bewaard and formulier.is_valid():
        context |= _antwoord(request, formulier.vraag())
    return render(request, "ruimte/zoeken.html", context)


def _invoer(request: Verzoek) -> dict[str, str]:
    """Return what was sent; a town from a file that is not in the list is left open, not refused."""
    data = {naam: request.POST.get(naam, "")[:100] for naam in (*_VELDEN, "kenmerk")}
    if data["kenmerk"] and not Plaats.objects.filter(naam=data["plaats"]).exists():
        data["plaats"] = ""
    if not data["kenmerk"]:
        # Looking on with other wishes keeps the child; another child begins at its own request.
        data["kenmerk"] = kenmerk_van_zoekvraag(request) if request.POST.get("zelfde") else ""
    return data


def _antwoord(request: Verzoek, vraag: zoeker.Vraag) -> dict[str, object]:
    opties = zoeker.zoek(request.wie, vraag)
    pagina = Paginator(opties, queries.PER_PAGINA).get_page(request.GET.get("pagina"))
    aanbieders = [optie.aanbieder.pk for optie in pagina]
    bellen = queries.te_bellen(request.wie, aanbieders, opties[0].product.categorie if opties else "")
    kan = [optie for optie in pagina if not optie.beletsels]
    niet = [optie for optie in pagina if optie.beletsels]
    groepen = [
        ("Wat kan", [(o, bellen.get(o.aanbieder.pk), redenen(o, bellen)) for o in kan]),
        ("Waar iets in de weg staat", [(o, bellen.get(o.aanbieder.pk), redenen(o, bellen)) for o in niet]),
    ]
    return {
        "pagina": pagina, "groepen": [g for g in groepen if g[1]], "gezocht": True,
        "aantal_kan": sum(not optie.beletsels for optie in opties), "aantal": len(opties),
        "kenmerk": kenmerk_van_zoekvraag(request),
    }  # fmt: skip


def redenen(optie: Optie, bellen: dict[UUID, Contactpunt]) -> list[str]:
    """Return what is known of an option, a sentence each: contract, room, waiting, distance, level, for whom not."""
    uit = [optie.contract.uitleg]
    stand = optie.stand
    if stand is None:
        uit.append("De aanbieder gaf niet op of er plek is. Onbekend is niet: geen plek.")
    else:
        opgave = stand.opgave
        held = f", waarvan {stand.gereserveerd} gereserveerd" if stand.gereserveerd else ""
        vrij = "niet bekend" if opgave.vrij is None else f"{opgave.vrij} {stand.plek.get_maat_display()}{held}"
        uit.append(f"Vrij: {vrij}. Wachttijd: {stand.wacht_tekst}.")
        uit.append(
            f"Nagekeken op {opgave.nagekeken_op:%d-%m-%Y} door {opgave.door} ({opgave.get_bron_display()})"
            f"{'; dat is verouderd' if stand.verouderd else ''}."
        )
        if optie.week is not None:
            uit.append(optie.week.tekst)
        if stand.leeftijd_tekst:
            uit.append(f"Leeftijd: {stand.leeftijd_tekst}.")
        if stand.plek.niet_voor:
            uit.append(f"Volgens de aanbieder niet voor: {stand.plek.niet_voor}")
    if optie.km is not None:
        uit.append(f"Afstand: {optie.km_tekst}, hemelsbreed vanaf het midden van de woonplaats.")
    else:
        uit.append("Afstand: niet bekend, omdat de plaats of de locatie geen coördinaten heeft.")
    if optie.versie:
        uit.append(f"Niveau: {optie.versie.get_niveau_display().lower()} ({optie.versie.grondslag}).")
        if optie.versie.niet_voor:
            uit.append(f"Dit product past niet: {optie.versie.niet_voor}")
    return uit
