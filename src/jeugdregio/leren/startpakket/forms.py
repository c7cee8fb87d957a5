"""Forms of the priorities."""

from django import forms

from jeugdregio.leren.startpakket.models import Prioriteit


class PrioriteitForm(forms.Form):
    """A new priority."""

    wanneer = forms.ChoiceField(label="Wanneer?", choices=Prioriteit.Wanneer.choices)
    titel = forms.CharField(label="Wat willen we bereiken?", max_length=150)
    waarom = forms.CharField(label="Waarom?", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    eigenaar = forms.CharField(label="Wie trekt het?", max_length=100, help_text="Noem de functie.")
    overdracht = forms.CharField(
        label="Wat moet de opvolger weten?", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Nodig als het voor de volgende periode is.",
    )  # fmt: skip


class MetVersie(forms.Form):
    """A step on a priority as the reader saw it."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class OverdrachtForm(MetVersie):
    """Handing over."""

    overdracht = forms.CharField(label="Wat moet de opvolger weten?", widget=forms.Textarea(attrs={"rows": 2}))
