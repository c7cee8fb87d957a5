"""Examples for the style guide: made-up turns, steps and a form with errors."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest

from jeugdregio.basis.klok import vandaag
from jeugdregio.web.navigatie import Item
from jeugdregio.web.onderdelen import Stap


class VoorbeeldForm(forms.Form):
    """One field of every kind."""

    naam = forms.CharField(label="Naam van de contactpersoon", help_text="Wie mag de aanbieder bellen?")
    datum = forms.DateField(
        label="Ingangsdatum", widget=forms.DateInput(attrs={"type": "date"}), help_text="Op of na vandaag."
    )
    product = forms.ChoiceField(
        label="Product", choices=[("", "Kies een product"), ("45A04", "45A04 Ambulante jeugdhulp")]
    )
    reden = forms.ChoiceField(
        label="Reden van afwijzing",
        widget=forms.RadioSelect,
        choices=[
            ("1", "Het kind woont in een andere gemeente"),
            ("2", "Er is geen contract met deze aanbieder"),
        ],
    )
    toelichting = forms.CharField(label="Toelichting", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    akkoord = forms.BooleanField(label="De ouders weten van dit besluit")


class Vraag:
    """A stand-in for `Wie` in the header."""

    rolnaam = "Toegangsmedewerker"
    organisatienaam = "Gemeente Lelystad"


def voorbeelden(request: HttpRequest) -> dict[str, Any]:
    """Return the context of the style guide."""
    messages.success(request, "De toewijzing is verstuurd naar De Brug.")
    dag = vandaag()
    form = VoorbeeldForm({"naam": "", "datum": "31-06-2026"} if "fout" in request.GET else None)
    namen = ["Wie is aan zet", "Kinderen", "Berichten", "Afspraken", "Aanbieders", "Cijfers"]
    return {
        "wie": Vraag(),
        "navigatie": [Item(naam, "#", naam == "Kinderen") for naam in namen],
        "vandaag": dag,
        "dagen": {nr: dag + timedelta(days=nr) for nr in (-2, -1, 0, 1, 4, 30)},
        "te_laat": dag - timedelta(days=2),
        "deze_week": dag + timedelta(days=4),
        "later": dag + timedelta(days=30),
        "stappen": [
            Stap("Verwezen", "10 november", "gedaan"),
            Stap("Verzoek ontvangen", "13 november", "gedaan"),
            Stap("Beantwoorden", "was 20 november", "nu"),
            Stap("Toegewezen"),
            Stap("Hulp gestart"),
            Stap("Afgesloten"),
        ],
        "gezin": {"Plan": "Familiegroepsplan, versie 2", "Evaluatie": "12 januari 2027", "Betrokken": ""},
        "rekenstappen": [
            "Ontvangen op vrijdag 13 november 2026.",
            "Vijf werkdagen erna: vrijdag 20 november 2026.",
        ],
        "pagina": Paginator(range(640), 25).page(3),
        "form": form,
    }
