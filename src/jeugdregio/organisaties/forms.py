"""Forms of the functional manager."""

from typing import Any

from django import forms

from jeugdregio.organisaties.actions import SCOPES
from jeugdregio.organisaties.models import Contactpunt, Rol
from jeugdregio.organisaties.permissions import ROLLEN_PER_SOORT
from jeugdregio.organisaties.wie import Wie


class _MetRollen(forms.Form):
    rol = forms.ChoiceField(label="Rol")

    def __init__(self, *args: Any, wie: Wie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rollen = ROLLEN_PER_SOORT[wie.organisatie.soort]
        self.fields["rol"].choices = [(rol.value, Rol(rol).label) for rol in rollen]  # type: ignore[attr-defined]


class AccountForm(_MetRollen):
    """A new person with a first role."""

    naam = forms.CharField(label="Naam", max_length=200)
    email = forms.EmailField(label="E-mailadres")
    wachtwoord = forms.CharField(
        label="Eerste wachtwoord",
        min_length=12,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Minstens 12 tekens. De gebruiker verandert het zelf na het inloggen.",
    )
    field_order = ("naam", "email", "rol", "wachtwoord")


class RolForm(_MetRollen):
    """A role for somebody."""


class ContactpuntForm(forms.ModelForm):  # type: ignore[type-arg]
    """Whom to call about a subject."""

    class Meta:
        model = Contactpunt
        fields = ("onderwerp", "naam", "telefoon", "email", "bereikbaar", "vervanger")
        labels = {"naam": "Naam of functie", "email": "E-mailadres"}
        help_texts = {"bereikbaar": "Bijvoorbeeld: werkdagen 9.00 tot 17.00 uur"}

    def validate_unique(self) -> None:
        """Skip: saving the same subject again replaces it."""


class TokenForm(forms.Form):
    """A new API token."""

    naam = forms.CharField(label="Naam van de koppeling", max_length=100)
    scopes = forms.MultipleChoiceField(
        label="Rechten", choices=list(SCOPES.items()), widget=forms.CheckboxSelectMultiple
    )
