"""Forms of the showcase."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.leren.etalage.models import Gesprek
from jeugdregio.leren.schermhulp import DaadForm, VersieForm, tekstvak
from jeugdregio.organisaties.wie import Wie


class _Praktijkvelden(forms.Form):
    titel = forms.CharField(label="Naam", max_length=200)
    principe = tekstvak("Welk principe zit erachter?", 3)
    context = tekstvak("Waar en voor wie werkt dit?", 3)
    wat = tekstvak("Wat doen jullie?", 4)
    bewijs = tekstvak("Waaraan zie je dat het werkt?", 3, "Schrijf ook wat je nog niet weet.")
    contact = forms.CharField(label="Wie kan een ander bellen?", max_length=200, help_text="Een functie of team.")
    bron = forms.CharField(label="Bron", max_length=300, required=False)


class PraktijkForm(_Praktijkvelden):
    """A new practice."""


class WijzigForm(_Praktijkvelden, VersieForm):
    """A practice written again."""

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Begin with what stands there."""
        super().richt_in(ding, wie)
        for veld in ("titel", "principe", "context", "wat", "bewijs", "contact", "bron"):
            self.fields[veld].initial = getattr(ding, veld)


class GesprekForm(DaadForm):
    """A request to talk."""

    vraag = tekstvak("Wat wil je weten of overnemen?", 3)


class AntwoordForm(DaadForm):
    """The answer to a request."""

    gesprek = forms.ModelChoiceField(label="Welke vraag?", queryset=Gesprek.objects.none(), empty_label=None)
    antwoord = tekstvak("Jouw antwoord", 3)
    afspraak_op = forms.DateField(label="We praten op", widget=Dag(), required=False)

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Offer the open requests."""
        open_ = ding.gesprekken.filter(beantwoord_op=None).select_related("organisatie", "praktijk")
        self.fields["gesprek"].queryset = open_  # type: ignore[attr-defined]
