"""Forms of signals. Who may read it stands first."""

from typing import Any
from uuid import UUID

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.bestuur.signalen.models import Geadresseerde


class SignaalForm(forms.Form):
    """A new signal."""

    gedeeld = forms.TypedChoiceField(
        label="Wie mag dit lezen?",
        choices=[("nee", "Alleen wij en wie het krijgt"), ("ja", "Ook alle gemeenten en het regiokantoor")],
        coerce=lambda waarde: waarde == "ja", initial="nee", widget=forms.RadioSelect,
    )  # fmt: skip
    geadresseerde = forms.ChoiceField(label="Aan wie?", choices=Geadresseerde.choices)
    aan = forms.TypedChoiceField(label="Welke gemeente?", required=False, coerce=UUID, empty_value=None)
    onderwerp = forms.CharField(label="Onderwerp", max_length=150)
    tekst = forms.CharField(
        label="Wat zie je?", widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Schrijf over wat er vaker gebeurt. Geen namen of gegevens van een gezin.",
    )  # fmt: skip
    gevraagd = forms.CharField(
        label="Wat vraag je van de ander?", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    gemeld_op = forms.DateField(
        label="Al eerder gegeven op", required=False, widget=Dag(), help_text="Leeg is vandaag."
    )

    def __init__(self, *args: Any, gemeenten: list[tuple[str, str]], buiten: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aan"].choices = [("", "Kies een gemeente"), *gemeenten]  # type: ignore[attr-defined]
        if not buiten:
            self.fields["geadresseerde"].choices = Geadresseerde.choices[:2]  # type: ignore[attr-defined]


class MetVersie(forms.Form):
    """A step on a signal as the reader saw it."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class AntwoordForm(MetVersie):
    """The answer."""

    tekst = forms.CharField(label="Antwoord", widget=forms.Textarea(attrs={"rows": 4}))
    op = forms.DateField(label="Gegeven op", widget=Dag())


class NavraagForm(MetVersie):
    """Asking again."""

    tekst = forms.CharField(label="Hoe heb je nagevraagd?", widget=forms.Textarea(attrs={"rows": 2}))


class DoorzetForm(MetVersie):
    """Passing on."""

    geadresseerde = forms.ChoiceField(label="Aan wie?", choices=Geadresseerde.choices[1:])
    tekst = forms.CharField(
        label="Tekst voor de volgende", required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Leeg is de tekst van het signaal zelf.",
    )  # fmt: skip


class IntrekForm(MetVersie):
    """Withdrawing."""

    reden = forms.CharField(label="Waarom?", widget=forms.Textarea(attrs={"rows": 2}))


class ArchiefForm(forms.Form):
    """A letter for the archive."""

    datum = forms.DateField(label="Datum van de brief", widget=Dag())
    van = forms.CharField(label="Van", max_length=200)
    aan = forms.CharField(label="Aan", max_length=200)
    onderwerp = forms.CharField(label="Onderwerp", max_length=200)
    kenmerk = forms.CharField(label="Kenmerk", max_length=60, required=False)
    samenvatting = forms.CharField(
        label="Samenvatting", required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Geen namen of gegevens van een gezin.",
    )  # fmt: skip
    vindplaats = forms.CharField(label="Waar staat de brief?", max_length=300, required=False)
    signaal_id = forms.TypedChoiceField(label="Hoort bij signaal", required=False, coerce=UUID, empty_value=None)

    def __init__(self, *args: Any, signalen: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signaal_id"].choices = [("", "Geen"), *signalen]  # type: ignore[attr-defined]
