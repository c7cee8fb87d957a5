"""The screen of the charter of roles: what holds, writing a line anew, taking one away, saying that it still holds."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Tafel
from jeugdregio.bestuur.consent.permissions import AFSPREKERS, mag_afspreken
from jeugdregio.leren.startpakket import handvestdaden
from jeugdregio.leren.startpakket.handvest import Rolregel, handvest
from jeugdregio.leren.startpakket.permissions import mag_lezen
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


class RolForm(forms.Form):
    """A line of the charter."""

    rol = forms.CharField(label="Welke rol?", max_length=80, help_text="Een rol, geen naam van iemand.")
    tafel = forms.ChoiceField(
        label="Aan welke tafel?", choices=[("", "Aan alle tafels"), *Tafel.choices], required=False
    )
    wat = forms.CharField(label="Wat doet deze rol?", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    bron = forms.CharField(label="Waarop rust dat?", max_length=200, help_text="Wie sprak dit af, en wanneer?")
    versie = forms.DateField(widget=forms.HiddenInput, required=False)


class VersieForm(forms.Form):
    """Which line the reader saw."""

    versie = forms.DateField(required=False)


@require_GET
@scherm()
def blad(request: Verzoek) -> HttpResponse:
    """Show the charter."""
    if not (mag_lezen(request.wie) or mag_afspreken(request.wie)):
        raise GeenRecht("Het handvest is voor wie het college of het regiokantoor helpt.")
    context = {"regels": handvest(vandaag()), "mag": mag_afspreken(request.wie), "vandaag": vandaag()}
    return render(request, "startpakket/handvest.html", context)


@require_http_methods(["GET", "POST"])
@scherm(*AFSPREKERS)
def regel(request: Verzoek, code: str = "") -> HttpResponse:
    """Write a line, or one more."""
    if not mag_afspreken(request.wie):
        raise GeenRecht(handvestdaden.WIE)
    formulier = RolForm(request.POST or None, initial=_begin(code))
    if request.method == "POST" and formulier.is_valid():
        try:
            handvestdaden.spreek_af(request.wie, code, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, "De rol staat in het handvest. Over een jaar bekijken we hem opnieuw.")
            return redirect("startpakket:handvest")
    return render(request, "startpakket/rol.html", {"form": formulier, "code": code}, status=status(formulier))


def _begin(code: str) -> dict[str, Any] | None:
    if not code:
        return None
    gevonden: Rolregel | None = next((r for r in handvest(vandaag()) if r.code == code), None)
    if gevonden is None:
        raise NietGevonden("Deze rol staat niet in het handvest.")
    eigen = gevonden.afspraak
    versie: date | None = eigen.van if eigen else None
    return {"rol": gevonden.rol, "wat": gevonden.wat, "bron": gevonden.bron, "versie": versie,
            "tafel": eigen.tafel if eigen else ""}  # fmt: skip


@require_POST
@scherm(*AFSPREKERS)
def weg(request: Verzoek, code: str) -> HttpResponse:
    """Take a line out of the charter."""
    formulier = VersieForm(request.POST)
    if not formulier.is_valid():
        raise NietGevonden("Deze rol staat niet in het handvest.")
    try:
        handvestdaden.haal_weg(request.wie, code, versie=formulier.cleaned_data["versie"])
    except Conflict as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, "De rol staat niet meer in het handvest.")
    return redirect("startpakket:handvest")


@require_POST
@scherm(*AFSPREKERS)
def bevestig(request: Verzoek, code: str) -> HttpResponse:
    """Say that a line still holds."""
    afspraak = handvestdaden.bevestig(request.wie, code)
    messages.success(request, f"{afspraak.rol}: klopt nog. Over een jaar komt hij terug.")
    return redirect("startpakket:handvest")
