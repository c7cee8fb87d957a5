"""Forms of the numbers of the procedure and the leading principles."""

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.bestuur.consent.instellingen import STANDAARD

_BRON = "Bijvoorbeeld: bestuurlijke tafel van 2 november 2026."


class SpelregelForm(forms.Form):
    """A number from a day on."""

    code = forms.ChoiceField(label="Welke spelregel?", choices=[(code, s.naam) for code, s in STANDAARD.items()])
    waarde = forms.IntegerField(label="Aantal")
    van = forms.DateField(label="Geldt vanaf", widget=Dag())
    bron = forms.CharField(label="Wie sprak dit af, en wanneer?", max_length=300, help_text=_BRON)


class PrincipeForm(forms.Form):
    """A principle from a day on."""

    tekst = forms.CharField(label="Leidend principe", max_length=300)
    van = forms.DateField(label="Geldt vanaf", widget=Dag())
    bron = forms.CharField(label="Wie sprak dit af, en wanneer?", max_length=300, help_text=_BRON)
