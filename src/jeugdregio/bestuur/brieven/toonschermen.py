"""The screen of the tone list: what it points at, trying a sentence, and another line."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.brieven import schrijfhulp, toondaden, toonlijst
from jeugdregio.bestuur.brieven.models import Toonregel
from jeugdregio.bestuur.brieven.permissions import mag_lezen
from jeugdregio.bestuur.consent.permissions import AFSPREKERS, mag_afspreken
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


class ProefForm(forms.Form):
    """A sentence to try."""

    zin = forms.CharField(label="Probeer een zin", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class RegelForm(forms.Form):
    """A line of the list."""

    woorden = forms.CharField(
        label="Welke woorden?", max_length=300,
        help_text="Met een komma ertussen. Een * aan het eind: en alles wat zo begint. Zoals: weiger*, niet bereid.",
    )  # fmt: skip
    waarom = forms.CharField(label="Waarom liever niet?", max_length=200)
    liever = forms.CharField(label="Hoe kan het ook?", max_length=200)
    verwijt = forms.BooleanField(
        label="Alleen aanwijzen in een zin die ook een gemeente, college of persoon noemt", required=False, initial=True
    )


@require_http_methods(["GET", "POST"])
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show what the tone check points at; POST tries a sentence, which is kept nowhere."""
    if not mag_lezen(request.wie):
        raise GeenRecht("Brieven zijn voor wie aan de bestuurstafel zit, de raden en het regiokantoor.")
    patronen = toonlijst.geldende(vandaag())
    formulier = ProefForm(request.POST or None)
    hints = None
    if request.method == "POST" and formulier.is_valid():
        namen = [g.naam for g in deelnemers()]
        hints = schrijfhulp.toon({"": formulier.cleaned_data["zin"]}, namen, patronen.values())
    eigen = {regel.code: regel for regel in Toonregel.objects.op(vandaag())}
    context = {
        "regels": [(code, patroon, eigen.get(code)) for code, patroon in sorted(patronen.items())],
        "uit": [(code, patroon) for code, patroon in toonlijst.STANDAARD.items() if code not in patronen],
        "mag": mag_afspreken(request.wie), "form": formulier, "hints": hints, "vast": toonlijst.STANDAARD,
    }  # fmt: skip
    return render(request, "brieven/toonlijst.html", context, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(*AFSPREKERS)
def regel(request: Verzoek, code: str = "") -> HttpResponse:
    """Write a line, or another text for one."""
    if not mag_afspreken(request.wie):
        raise GeenRecht("Alleen de secretaris en het beleid van het regiokantoor houden deze lijst bij.")
    patroon = toonlijst.geldende(vandaag()).get(code) or toonlijst.STANDAARD.get(code)
    if code and patroon is None:
        raise NietGevonden("Deze regel staat niet in de lijst.")
    namen = ("woorden", "waarom", "liever", "verwijt")
    begin = {naam: getattr(patroon, naam) for naam in namen} if patroon else None
    formulier = RegelForm(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        try:
            toondaden.bewaar(request.wie, code, gezien=request.POST.get("gezien"), **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, "De regel staat erin en geldt vanaf vandaag.")
            return redirect("brieven:toonlijst")
    context = {"form": formulier, "code": code, "gezien": patroon.woorden if patroon else ""}
    return render(request, "brieven/toonregel.html", context, status=status(formulier))


@require_POST
@scherm(*AFSPREKERS)
def uit(request: Verzoek, code: str) -> HttpResponse:
    """Put a line aside."""
    return _daad(request, code, toondaden.zet_uit, "De regel staat uit en wijst niets meer aan.")


@require_POST
@scherm(*AFSPREKERS)
def terug(request: Verzoek, code: str) -> HttpResponse:
    """Let the fixed line hold again."""
    return _daad(request, code, toondaden.zet_terug, "De vaste regel geldt weer.")


def _daad(request: Verzoek, code: str, doe: Callable[..., object], gelukt: str) -> HttpResponse:
    doe(request.wie, code)
    messages.success(request, gelukt)
    return redirect("brieven:toonlijst")
