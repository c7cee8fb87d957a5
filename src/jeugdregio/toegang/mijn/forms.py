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


class ReactieForm(forms.Form):
    """What the family thinks of the report."""

    tekst = forms.CharField(
        label="Wat vind je van dit verslag?", max_length=8000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Klopt het? Mist er iets? Wat je schrijft, blijft precies zo bij het verslag staan.",
    )  # fmt: skip
    versie = forms.IntegerField(widget=forms.HiddenInput)


class BezwaarForm(forms.Form):
    """Why somebody does not agree with a decision."""

    gronden = forms.CharField(
        label="Waarom ben je het er niet mee eens?", max_length=8000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Schrijf het in je eigen woorden. Je kunt later nog meer vertellen.",
    )  # fmt: skip


class AntwoordOpHulpForm(forms.Form):
    """Yes or no to one help."""

    antwoord = forms.ChoiceField(
        label="Wat is je antwoord?", widget=forms.RadioSelect, choices=[("ja", "Ja, deze hulp mag"), ("nee", "Nee")]
    )
    uitleg_gehad = forms.BooleanField(
        label="Ik heb uitleg gehad over deze hulp, en ik begrijp die", required=False,
        help_text="Hoort bij een ja. Nog geen uitleg gehad? Bel je contactpersoon.",
    )  # fmt: skip
