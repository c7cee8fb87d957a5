"""The forms of the family, and those of the municipality about the family's page."""

from django import forms

from jeugdregio.toegang.mijn.models import Gezinsvraag


class CodeForm(forms.Form):
    """The code of the municipality, for somebody who has an account."""

    code = forms.CharField(
        label="Code", max_length=40,
        help_text="De code staat op de brief van de gemeente, bijvoorbeeld ABCD-EFGH-JKLM-NPQR.",
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )  # fmt: skip


class AanmeldForm(CodeForm):
    """A new account with a code."""

    email = forms.EmailField(
        label="E-mailadres",
        help_text="Hiermee log je straks in.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    wachtwoord = forms.CharField(
        label="Kies een wachtwoord", strip=False, help_text="Minstens 12 tekens. Een korte zin werkt goed.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    nog_eens = forms.CharField(
        label="Nog een keer hetzelfde wachtwoord", strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip

    def clean(self) -> dict[str, object]:
        """Both passwords must be the same."""
        velden: dict[str, object] = super().clean() or {}
        if velden.get("wachtwoord") and velden.get("nog_eens") and velden["wachtwoord"] != velden["nog_eens"]:
            self.add_error("nog_eens", "De twee wachtwoorden zijn niet hetzelfde.")
        return velden


class VraagForm(forms.Form):
    """What the family asks."""

    soort = forms.ChoiceField(label="Waar gaat het over?", widget=forms.RadioSelect, choices=Gezinsvraag.Soort.choices)
    tekst = forms.CharField(
        label="Wat wil je vragen of zeggen?", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 5})
    )


class AntwoordForm(forms.Form):
    """The answer of the municipality."""

    antwoord = forms.CharField(
        label="Antwoord aan het gezin", max_length=4000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Het gezin leest dit op de eigen pagina. Schrijf kort en gewoon.",
    )  # fmt: skip


class SluitForm(forms.Form):
    """Why somebody of the family may no longer look along."""

    reden = forms.CharField(
        label="Waarom kijkt deze persoon niet meer mee?", max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )
