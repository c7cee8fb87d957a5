"""Forms of the functional manager."""

from typing import Any, ClassVar

from django import forms

from jeugdregio.organisaties.actions import SCOPES
from jeugdregio.organisaties.bereikbaar import DAGEN
from jeugdregio.organisaties.models import Contactpunt, Organisatie, Rol
from jeugdregio.organisaties.permissions import ROLLEN_PER_SOORT
from jeugdregio.organisaties.queries import plekken
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


class Tijd(forms.TimeInput):
    """A time field of the browser itself."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class Dag(forms.DateInput):
    """A date field of the browser itself."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ContactpuntForm(forms.ModelForm):  # type: ignore[type-arg]
    """Whom to call about a subject."""

    dagen = forms.TypedMultipleChoiceField(
        label="Dagen", choices=list(enumerate(DAGEN)), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Contactpunt
        fields = (
            "onderwerp", "voor", "naam", "telefoon", "email", "altijd", "dagen", "open_van", "open_tot", "bereikbaar",
            "vervanger", "vervanger_telefoon", "vacant_sinds",
        )  # fmt: skip
        labels: ClassVar[dict[str, str]] = {
            "naam": "Naam of functie", "email": "E-mailadres", "voor": "Alleen voor mensen van", "open_van": "Vanaf",
            "open_tot": "Tot", "vervanger_telefoon": "Telefoon van de vervanger", "vacant_sinds": "Vacant sinds",
        }  # fmt: skip
        help_texts: ClassVar[dict[str, str]] = {
            "bereikbaar": "Bijvoorbeeld: niet tijdens de lunch.", "open_tot": "Eerder dan vanaf: de volgende dag.",
            "voor": "Leeg: voor iedereen.", "vacant_sinds": "Dan staat het nummer van de vervanger bovenaan.",
        }  # fmt: skip
        widgets: ClassVar[dict[str, forms.Widget]] = {"open_van": Tijd(), "open_tot": Tijd(), "vacant_sinds": Dag()}

    def validate_unique(self) -> None:
        """Skip: saving the same subject again replaces it."""


class BelForm(forms.Form):
    """Two steps: where is it about, and what is it about."""

    plek = forms.ModelChoiceField(
        label="Welke gemeente of partner", queryset=Organisatie.objects.none(), empty_label="Kies"
    )
    onderwerp = forms.ChoiceField(label="Waar gaat het over", choices=[("", "Kies"), *Contactpunt.Onderwerp.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plek"].queryset = plekken()  # type: ignore[attr-defined]
        for veld in self.fields.values():
            veld.widget.attrs["class"] = "utrecht-select utrecht-select--html-select"


class TokenForm(forms.Form):
    """A new API token."""

    naam = forms.CharField(label="Naam van de koppeling", max_length=100)
    scopes = forms.MultipleChoiceField(
        label="Rechten", choices=list(SCOPES.items()), widget=forms.CheckboxSelectMultiple
    )
