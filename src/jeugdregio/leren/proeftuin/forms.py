"""Forms of pilots. They read; the acts judge."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.leren.proeftuin.models import Proefdeel
from jeugdregio.leren.schermhulp import DaadForm, VersieForm, tekstvak
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie

_U = Proefdeel.Uitkomst
_MEEDOENERS = (Soort.GEMEENTE, Soort.AANBIEDER, Soort.GI, Soort.VEILIG_THUIS, Soort.REGIOKANTOOR)


class ProeftuinForm(forms.Form):
    """A new pilot."""

    titel = forms.CharField(label="Hoe heet de proeftuin?", max_length=150)
    vraag = tekstvak("Wat willen we weten?", 3)
    wat = tekstvak("Wat proberen we?", 4, "Elke regel een ding. Aan het eind besluit je per regel of het blijft.")
    ruimte = tekstvak(
        "Waarvan wijken we af, en wie stond dat toe?", 3, "Noem het besluit. Of: we blijven binnen de regels."
    )
    maat = tekstvak("Waaraan zien we of het werkt?", 3)
    van = forms.DateField(label="Eerste dag", widget=Dag())
    tot = forms.DateField(label="Laatste dag", widget=Dag())
    deelnemers = forms.ModelMultipleChoiceField(
        label="Wie doen mee?", queryset=Organisatie.objects.filter(soort__in=_MEEDOENERS), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip


class NoteerForm(DaadForm):
    """What was seen."""

    tekst = tekstvak("Wat zag je?", 3, "Geen namen van kinderen of ouders.")


class VerlengForm(VersieForm):
    """Another last day."""

    tot = forms.DateField(label="Nieuwe laatste dag", widget=Dag())
    reden = tekstvak("Waarom is er meer tijd nodig?", 2)


class BeslisForm(VersieForm):
    """What becomes of a part."""

    onderdeel = forms.ModelChoiceField(label="Welk onderdeel?", queryset=Proefdeel.objects.none(), empty_label=None)
    uitkomst = forms.ChoiceField(
        label="Wat gebeurt ermee?", choices=[(u.value, u.label) for u in _U if u != _U.OPEN], widget=forms.RadioSelect
    )
    waarom = tekstvak("Waarom?", 2)
    borgt = forms.CharField(
        label="Wie houdt het in stand?",
        max_length=150,
        required=False,
        help_text="Als het blijft: een functie of team.",
    )

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Offer the parts."""
        super().richt_in(ding, wie)
        self.fields["onderdeel"].queryset = ding.onderdelen.all()  # type: ignore[attr-defined]


class AfrondForm(VersieForm):
    """The end."""

    geleerd = tekstvak("Wat leerden we?", 4)
    reden_eerder = tekstvak("Waarom eerder dan de laatste dag?", 2, "Alleen als je eerder stopt.", verplicht=False)


class VoorstelForm(DaadForm):
    """A proposal of a part that stays."""

    onderdeel = forms.ModelChoiceField(label="Welk onderdeel?", queryset=Proefdeel.objects.none(), empty_label=None)
    titel = forms.CharField(label="Titel van het voorstel", max_length=150)
    tekst = tekstvak("Wat spreken alle gemeenten af?", 4)

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Offer what stays and has no proposal yet."""
        blijft = ding.onderdelen.filter(uitkomst__in=[_U.BLIJFT, _U.ANDERS], voorstel_id=None)
        self.fields["onderdeel"].queryset = blijft  # type: ignore[attr-defined]
