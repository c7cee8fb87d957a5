"""Forms of the purchase calendar."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.zorglandschap.inkoop.actions import NieuwTraject
from jeugdregio.zorglandschap.models import Niveau


class NieuwForm(forms.Form):
    """A purchase to begin."""

    naam = forms.CharField(label="Naam", max_length=200)
    start = forms.DateField(label="Eerste dag van de contracten", widget=Dag())
    grondslag = forms.CharField(label="Besluit waarop dit rust", max_length=300)
    niveau = forms.ChoiceField(label="Niveau", choices=Niveau.choices, initial=Niveau.REGIONAAL)
    kavels = forms.CharField(
        label="Percelen", widget=forms.Textarea(attrs={"rows": 4}), help_text="Elk perceel op een eigen regel."
    )
    reden_kort = forms.CharField(
        label="Waarom kan het met minder voorbereiding?", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Alleen nodig als er minder tijd is dan de regio heeft afgesproken.",
    )  # fmt: skip

    def nieuw(self) -> NieuwTraject:
        """Return the cleaned form as the act wants it."""
        velden: dict[str, Any] = dict(self.cleaned_data)
        niveau = velden.pop("niveau")
        velden["kavels"] = [(regel.strip()[:200], niveau) for regel in velden["kavels"].splitlines() if regel.strip()]
        return NieuwTraject(**velden)


class KavelForm(forms.Form):
    """A lot to add."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    naam = forms.CharField(label="Naam van het perceel", max_length=200)
    niveau = forms.ChoiceField(label="Niveau", choices=Niveau.choices, initial=Niveau.REGIONAAL)


class StartForm(forms.Form):
    """Another first day."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    start = forms.DateField(label="Nieuwe eerste dag", widget=Dag())
    reden = forms.CharField(label="Waarom?", max_length=500)


class StopForm(forms.Form):
    """A purchase that stops."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    reden = forms.CharField(label="Waarom stopt deze inkoop?", max_length=500)


class FaseForm(forms.Form):
    """The result of a phase."""

    klaar_op = forms.DateField(label="Klaar op", widget=Dag())
    resultaat = forms.CharField(label="Wat is het resultaat?", widget=forms.Textarea(attrs={"rows": 3}))
