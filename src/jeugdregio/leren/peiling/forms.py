"""Forms of the pulse."""

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.bestuur.consent.models import Tafel
from jeugdregio.leren.peiling.models import HOOGSTE, LAAGSTE

_VRAAG = "Welk cijfer geef je de samenwerking aan deze tafel?"


class RondeForm(forms.Form):
    """A new round."""

    tafel = forms.ChoiceField(label="Welke tafel?", choices=Tafel.choices)
    vraag = forms.CharField(label="De vraag", max_length=200, initial=_VRAAG)
    tot = forms.DateField(label="Antwoorden kan tot en met", widget=Dag())


class ScoreForm(forms.Form):
    """One score."""

    score = forms.TypedChoiceField(
        label="Jouw cijfer", coerce=int, choices=[("", "Kies"), *((n, str(n)) for n in range(LAAGSTE, HOOGSTE + 1))]
    )
