"""Forms of the newsletter."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import vandaag
from jeugdregio.leren.etalage.models import Praktijk
from jeugdregio.leren.leerkring.models import Kring, Verhaal
from jeugdregio.leren.leerkring.queries import agenda
from jeugdregio.leren.schermhulp import VersieForm, tekstvak
from jeugdregio.organisaties.wie import Wie


class BriefForm(forms.Form):
    """A new issue."""

    titel = forms.CharField(label="Titel", max_length=200)
    inleiding = tekstvak("Inleiding", 4)


class SamenstelForm(VersieForm):
    """The next version of an issue."""

    titel = forms.CharField(label="Titel", max_length=200)
    inleiding = tekstvak("Inleiding", 4)
    verhalen = forms.ModelMultipleChoiceField(
        label="Verhalen", queryset=Verhaal.objects.none(), widget=forms.CheckboxSelectMultiple, required=False
    )
    praktijken = forms.ModelMultipleChoiceField(
        label="Uit de etalage", queryset=Praktijk.objects.none(), widget=forms.CheckboxSelectMultiple, required=False
    )
    kringen = forms.ModelMultipleChoiceField(
        label="Agenda", queryset=Kring.objects.none(), widget=forms.CheckboxSelectMultiple, required=False
    )

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Offer what may be told, with what the version before chose."""
        super().richt_in(ding, wie)
        vorige = next(iter(ding.uitgaven.all()), None)
        keuzes = {
            "verhalen": Verhaal.objects.openbaar().order_by("-gepubliceerd_op"),
            "praktijken": Praktijk.objects.filter(staat=Praktijk.Staat.GETOOND),
            "kringen": agenda(),
        }
        for veld, rijen in keuzes.items():
            self.fields[veld].queryset = rijen  # type: ignore[attr-defined]
            self.fields[veld].initial = [deel["id"] for deel in vorige.inhoud] if vorige else []
        if vorige:
            self.fields["titel"].initial, self.fields["inleiding"].initial = vorige.titel, vorige.inleiding


class VerzendForm(VersieForm):
    """The day of sending."""

    op = forms.DateField(label="Verzonden op", widget=Dag(), initial=vandaag)
