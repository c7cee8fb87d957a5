"""Forms about help that ends."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.eindigen.models import Achttienbesluit, Vervolg
from jeugdregio.toegang.forms import tekstvak

_KIES = ("", "Maak een keuze")


class VerlengForm(forms.Form):
    """Until when help goes on, and why. `versie` is that of the assignment."""

    tot = forms.DateField(label="Tot en met", widget=Dag())
    reden = forms.CharField(label="Waarom?", max_length=2000, widget=tekstvak(4))
    versie = forms.IntegerField(widget=forms.HiddenInput)


class EindigForm(forms.Form):
    """That help ends: what follows, why, and who told the family."""

    vervolg = forms.ChoiceField(label="Wat komt er na deze hulp?", choices=[_KIES, *Vervolg.choices])
    reden = forms.CharField(label="Waarom eindigt de hulp?", max_length=2000, widget=tekstvak(4))
    verteld_op = forms.DateField(label="Wanneer hoorde het gezin het?", widget=Dag())
    verteld_door = forms.CharField(label="Wie sprak het gezin?", max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verteld_op"].initial = vandaag()


class AchttienForm(forms.Form):
    """What happens when a youth turns eighteen."""

    soort = forms.ChoiceField(
        label="Wat gebeurt er na de achttiende verjaardag?", choices=Achttienbesluit.Soort.choices,
        widget=forms.RadioSelect,
    )  # fmt: skip
    vervolg = forms.ChoiceField(
        label="Wat komt er daarna?", choices=[_KIES, *Vervolg.choices], required=False,
        help_text="Alleen als de jeugdhulp stopt of overgaat naar hulp voor volwassenen.",
    )  # fmt: skip
    reden = forms.CharField(
        label="Waarom?", max_length=2000, widget=tekstvak(4),
        help_text="Bij verlengde jeugdhulp: waarom voortzetting noodzakelijk is.",
    )  # fmt: skip
    verteld_op = forms.DateField(label="Wanneer besprak je dit met de jeugdige?", widget=Dag())
