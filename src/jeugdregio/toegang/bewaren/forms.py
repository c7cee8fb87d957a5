"""Forms of requests about a file."""

from typing import Any, cast

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.bewaren.models import Dossierverzoek
from jeugdregio.toegang.forms import tekstvak

_KIES = ("", "Maak een keuze")
_Staat, _Verzoeker = Dossierverzoek.Staat, Dossierverzoek.Verzoeker


class VerzoekForm(forms.Form):
    """What is asked, by whom, and how that was checked."""

    soort = forms.ChoiceField(label="Wat wordt er gevraagd?", choices=[_KIES, *Dossierverzoek.Soort.choices])
    verzoeker = forms.ChoiceField(
        label="Wie vraagt het?", choices=[_KIES, *((v.value, v.label) for v in _Verzoeker if v != _Verzoeker.TERMIJN)],
        help_text="Tot 12 jaar vragen de ouders, vanaf 12 jaar de jeugdige zelf.",
    )  # fmt: skip
    niet_in_staat = forms.CharField(
        label="Waarom vraagt een ouder voor een jeugdige vanaf 12 jaar?", max_length=300, required=False,
        help_text="Alleen als de jeugdige het zelf niet kan (Jeugdwet 7.3.15 lid 2).",
    )  # fmt: skip
    wat = forms.CharField(
        label="Waar gaat het om?", max_length=2000, widget=tekstvak(4), help_text="In de woorden van de vrager."
    )
    identiteit = forms.CharField(
        label="Hoe heb je nagekeken wie het vraagt?", max_length=200, help_text="Bijvoorbeeld: paspoort aan de balie."
    )
    ontvangen_op = forms.DateField(label="Wanneer kwam het binnen?", widget=Dag())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ontvangen_op"].initial = vandaag()


class AfschermForm(forms.Form):
    """What must stay out, and why."""

    onderdeel = forms.CharField(
        label="Wat scherm je af?",
        max_length=200,
        help_text="Waar het staat, zonder namen: verslag 3 mei, alinea 2.",
    )
    reden = forms.CharField(label="Waarom?", max_length=300, initial="Het gaat over iemand anders.")


class BesluitForm(forms.Form):
    """The decision with its reasons; it asks only what this request needs."""

    uitkomst = forms.ChoiceField(
        label="Wat besluit je?", widget=forms.RadioSelect,
        choices=[(s.value, s.label) for s in (_Staat.TOEGEWEZEN, _Staat.DEELS, _Staat.GEWEIGERD)],
    )  # fmt: skip
    redenen = forms.CharField(label="Waarom?", max_length=2000, widget=tekstvak(4))
    belang_ander = forms.CharField(
        label="Welk belang van een ander weegt zwaarder?", max_length=1000, required=False, widget=tekstvak(2),
        help_text="Alleen als je weigert terwijl de wet het bewaren niet eist (7.3.9 lid 2).",
    )  # fmt: skip
    langer_tot = forms.DateField(
        label="Tot wanneer bewaar je het langer?", required=False, widget=Dag(),
        help_text="Alleen als je het niet vernietigt. Daarna komt het terug op de lijst (7.3.8 lid 3).",
    )  # fmt: skip
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, verzoek: Dossierverzoek, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        termijn = verzoek.verzoeker == _Verzoeker.TERMIJN
        vernietigt = verzoek.soort == Dossierverzoek.Soort.VERNIETIGING
        uitkomst = cast(forms.ChoiceField, self.fields["uitkomst"])
        if vernietigt:
            uitkomst.choices = [(s.value, s.label) for s in (_Staat.TOEGEWEZEN, _Staat.GEWEIGERD)]
        if termijn:
            uitkomst.choices = [
                (_Staat.TOEGEWEZEN.value, "Vernietigen"), (_Staat.GEWEIGERD.value, "Langer bewaren"),
            ]  # fmt: skip
        for veld, vraagt in (("belang_ander", vernietigt and not termijn), ("langer_tot", termijn)):
            if not vraagt:
                del self.fields[veld]
