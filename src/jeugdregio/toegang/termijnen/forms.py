"""Forms of the acts on a clock."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag, NodigeDag
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.termijnen.models import Klok, Opschorting
from jeugdregio.toegang.termijnen.verdagen import met_vaste_verdaging

_Soort = Opschorting.Soort


def _tekst(label: str, hint: str = "", **anders: Any) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), **anders
    )  # fmt: skip


class OpVersie(forms.Form):
    """An act from one version of a clock. `gezien` is the effect that was shown before saving."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, klok: Klok, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.klok = klok
        self.fields["versie"].initial = klok.versie


class AanvullingForm(OpVersie):
    """Ask for missing papers."""

    wat = _tekst("Wat ontbreekt er?", "Noem wat je nodig hebt, zoals het in je brief staat.")
    voor = NodigeDag(
        label="Uiterlijk binnen op", widget=Dag(),
        help_text="De dag die je in de brief noemt. Zonder die dag staat de termijn niet stil.",
    )  # fmt: skip


class BinnenForm(OpVersie):
    """Papers came in."""

    binnen_op = NodigeDag(label="Wanneer kwamen de gegevens binnen?", widget=Dag())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["binnen_op"].initial = vandaag()


class UitstelForm(OpVersie):
    """Delay with consent, or by the applicant."""

    soort = forms.ChoiceField(
        label="Waarom is er uitstel?", widget=forms.RadioSelect,
        choices=[
            (_Soort.INSTEMMING.value, "De aanvrager stemt er schriftelijk mee in"),
            (_Soort.AANVRAGER.value, "De aanvrager zorgt zelf voor de vertraging"),
        ],
    )  # fmt: skip
    vanaf = NodigeDag(label="Eerste dag van het uitstel", widget=Dag())
    tot = NodigeDag(label="Dag waarop de termijn weer loopt", widget=Dag())
    reden = _tekst("Wat is afgesproken, en waar staat dat?", "Bijvoorbeeld: mail van moeder van vandaag.")


class VerdaagForm(OpVersie):
    """Tell the applicant that the decision comes later."""

    tot = NodigeDag(
        label="Nieuwe laatste dag", widget=Dag(), help_text="De dag die je aan de aanvrager noemt."
    )  # fmt: skip
    reden = _tekst("Waarom lukt het niet op tijd?", "Dit staat ook in je brief aan de aanvrager.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if met_vaste_verdaging(self.klok):
            del self.fields["tot"]


class IngebrekeForm(OpVersie):
    """A notice of default came in."""

    ontvangen_op = NodigeDag(
        label="Wanneer kwam de brief binnen?", widget=Dag(),
        help_text="De brief waarin iemand schrijft dat je te laat bent en dat je alsnog moet beslissen.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ontvangen_op"].initial = vandaag()


class StopForm(OpVersie):
    """Stop a clock by hand."""

    waarom = forms.ChoiceField(
        label="Waarom stopt de termijn?", widget=forms.RadioSelect,
        choices=[("gedaan", "Wat moest, is gedaan"), ("vervallen", "Het hoeft niet meer, bijvoorbeeld ingetrokken")],
    )  # fmt: skip
    op = forms.DateField(label="Op welke dag?", widget=Dag())
    door = forms.CharField(label="Wat is er gebeurd?", max_length=200, help_text="Bijvoorbeeld: aanvraag ingetrokken.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = vandaag()
