"""Screens to write a draft: begin, the words, the lines, the provider, the budget."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import weergave
from jeugdregio.toegang.beschikkingen import actions, forms, kiezen, queries
from jeugdregio.toegang.beschikkingen.models import Beschikking, PgbToets, Soort
from jeugdregio.toegang.beschikkingen.opstellen import TEKSTEN, vervangbaar
from jeugdregio.toegang.beschikkingen.regels import lopende_toewijzingen
from jeugdregio.toegang.hulpvragen.permissions import te_behandelen
from jeugdregio.toegang.permissions import eis_toegang
from jeugdregio.zorglandschap.models import Product
from jeugdregio.zorglandschap.ruimte.zoeken import VOLGORDE, Optie
from jeugdregio.zorglandschap.ruimte.zoekschermen import redenen

_VELDEN = (*TEKSTEN, "weigergrond", "afwijkende_gegevens", "zienswijze_op", "versie")


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def begin(request: Verzoek, hulpvraag_id: UUID) -> HttpResponse:
    """Begin a decision on a question for help."""
    hulpvraag = te_behandelen(request.wie, hulpvraag_id)
    formulier = forms.BeginForm(request.POST or None, eerdere=vervangbaar(hulpvraag), initial={"soort": Soort.NATURA})
    if request.method == "POST" and formulier.is_valid():
        vervangt = formulier.cleaned_data.get("vervangt")
        try:
            b = actions.begin(
                request.wie, hulpvraag_id, formulier.cleaned_data["soort"],
                vervangt_id=UUID(vervangt) if vervangt else None,
            )  # fmt: skip
        except (Geweigerd, Conflict) as fout:
            _toon(formulier, fout)
        else:
            return redirect("beschikkingen:schrijven", b.pk)
    context = {
        "form": formulier, "hulpvraag": hulpvraag, "naam": weergave.naam(hulpvraag.kind),
        "kop": weergave.wie_het_is(hulpvraag.kind), "na_verwijzing": queries.na_verwijzing(hulpvraag),
    }  # fmt: skip
    return render(request, "beschikkingen/begin.html", context, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def schrijven(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Write the words of a draft."""
    b = _besluit(request, beschikking_id)
    verblijf = any(r.product.verblijf for r in b.regels.all())
    formulier = forms.TekstForm(
        request.POST or None, soort=b.soort, verblijf=verblijf, initial={n: getattr(b, n) for n in _VELDEN}
    )

    def doe() -> object:
        velden = dict(formulier.cleaned_data)
        return actions.schrijf(request.wie, b.pk, velden, versie=velden.pop("versie"))

    return _blad(request, b, formulier, doe, ("De uitleg", "Bewaar", "De tekst is bewaard."))


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def regel(request: Verzoek, beschikking_id: UUID, regel_id: UUID | None = None) -> HttpResponse:
    """Add a kind of help, or change it."""
    b = _besluit(request, beschikking_id)
    rij = next((r for r in b.regels.all() if r.pk == regel_id), None)
    if regel_id is not None and rij is None:
        raise NietGevonden("Deze regel hoort niet bij dit besluit.")
    begin_ = {"versie": b.versie} | (forms.begin_regel(rij) if rij else {})
    formulier = forms.RegelForm(
        request.POST or None, initial=begin_, soort=b.soort, producten=list(Product.objects.order_by("code")),
        toewijzingen=lopende_toewijzingen(b.kind),
    )  # fmt: skip

    def doe() -> object:
        return actions.zet_regel(
            request.wie, b.pk, formulier.hulp(), versie=formulier.cleaned_data["versie"], regel_id=regel_id
        )

    weg = reverse("beschikkingen:regel_weg", args=[b.pk, rij.pk]) if rij else ""
    woorden = ("Welke hulp", "Bewaar de hulp", "De hulp staat in het besluit.")
    return _blad(request, b, formulier, doe, woorden, weg=weg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def budget(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Judge the three tests of a personal budget."""
    b = _besluit(request, beschikking_id)
    formulier = forms.PgbForm(request.POST or None, initial={"versie": b.versie, **_begin_toets(b)})

    def doe() -> object:
        return actions.zet_pgb_toets(
            request.wie, b.pk, formulier.velden(), versie=formulier.cleaned_data["versie"]
        )  # fmt: skip

    return _blad(request, b, formulier, doe, ("Budget: de drie toetsen", "Bewaar het oordeel", "Het is bewaard."))


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def aanbieder(request: Verzoek, beschikking_id: UUID, regel_id: UUID) -> HttpResponse:
    """Choose the provider of a line from all options, with why."""
    b = _besluit(request, beschikking_id)
    _, rij = kiezen.regel_van(request.wie, beschikking_id, regel_id)
    alle = kiezen.opties(request.wie, b, rij)
    formulier = forms.KeuzeForm(request.POST or None, initial={"versie": b.versie, **_begin_keuze(rij, alle)})
    code = status(formulier)
    if request.method == "POST" and formulier.is_valid():
        try:
            actions.kies_aanbieder(
                request.wie, b.pk, rij.pk, _keuze(formulier, alle), versie=formulier.cleaned_data["versie"]
            )
        except (Geweigerd, Conflict) as fout:
            code = _toon(formulier, fout)
        else:
            messages.success(request, "De keuze staat erin, met je uitleg.")
            return redirect("beschikkingen:besluit", b.pk)
    context = {
        "form": formulier, "b": b, "regel": rij, "naam": weergave.naam(b.kind), "kop": weergave.wie_het_is(b.kind),
        "opties": [(_waarde(o), o, redenen(o, {})) for o in alle], "volgorde": VOLGORDE,
        "gekozen": formulier["optie"].value() or "",
    }  # fmt: skip
    return render(request, "beschikkingen/aanbieder.html", context, status=code)


def _waarde(optie: Optie) -> str:
    """How an option is sent: provider and place."""
    return f"{optie.aanbieder.pk}:{optie.stand.plek.pk if optie.stand else ''}"


def _keuze(formulier: forms.KeuzeForm, alle: list[Optie]) -> kiezen.Keuze:
    v = formulier.cleaned_data
    optie = next((o for o in alle if _waarde(o) == v["optie"]), None)
    if optie is None:
        raise Geweigerd("Kies een aanbieder uit de lijst.", velden={"optie": "Kies een aanbieder uit de lijst."})
    plek = optie.stand.plek.pk if v["reserveer"] and optie.stand else None
    return kiezen.Keuze(
        aanbieder_id=optie.aanbieder.pk, reden=v["reden"], voorkeur=v["voorkeur"],
        zonder_contract_reden=v["zonder_contract_reden"], plek_id=plek,
    )  # fmt: skip


def _begin_keuze(rij: Any, alle: list[Optie]) -> dict[str, Any]:
    keuze = getattr(rij, "aanbiederkeuze", None)
    if keuze is None:
        return {}
    optie = next((_waarde(o) for o in alle if o.aanbieder.pk == keuze.aanbieder_id), "")
    return {
        "optie": optie,
        "reden": keuze.reden,
        "voorkeur": keuze.voorkeur,
        "zonder_contract_reden": keuze.zonder_contract_reden,
    }


def _begin_toets(b: Beschikking) -> dict[str, Any]:
    toets: PgbToets | None = getattr(b, "pgb_toets", None)
    if toets is None:
        return {}
    woord = {True: "ja", False: "nee", None: ""}
    return {
        "kan_het_aan": woord[toets.kan_het_aan], "kan_uitleg": toets.kan_uitleg, "past_niet": woord[toets.past_niet],
        "past_uitleg": toets.past_uitleg, "kwaliteit": woord[toets.kwaliteit],
        "kwaliteit_uitleg": toets.kwaliteit_uitleg, "natura_centen": forms.als_euro(toets.natura_centen),
        "gevraagd_centen": forms.als_euro(toets.gevraagd_centen),
    }  # fmt: skip


def _besluit(request: Verzoek, beschikking_id: UUID) -> Beschikking:
    eis_toegang(request.wie)
    return queries.besluit(request.wie, beschikking_id).besluit


def _toon(formulier: BaseForm, fout: Geweigerd | Conflict) -> int:
    """Put a refusal on the form; what was filled in stays. Returns the status."""
    if isinstance(fout, Geweigerd):
        zet_fouten(formulier, fout)
        return 422
    formulier.add_error(None, str(fout))
    return 409


def _blad(
    request: Verzoek, b: Beschikking, formulier: BaseForm, doe: Callable[[], object], woorden: tuple[str, str, str], *,
    weg: str = "",
) -> HttpResponse:  # fmt: skip
    """Show or handle a form of a draft; `woorden` are its title, its button, and what it says when it worked."""
    titel, knop, klaar = woorden
    code = status(formulier)
    if request.method == "POST" and formulier.is_valid():
        try:
            doe()
        except (Geweigerd, Conflict) as fout:
            code = _toon(formulier, fout)
        else:
            messages.success(request, klaar)
            return redirect("beschikkingen:besluit", b.pk)
    context = {
        "form": formulier, "b": b, "titel": titel, "knop": knop, "naam": weergave.naam(b.kind),
        "kop": weergave.wie_het_is(b.kind), "weg": weg,
    }  # fmt: skip
    return render(request, "beschikkingen/formulier.html", context, status=code)
