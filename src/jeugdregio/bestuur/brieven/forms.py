"""Forms of letters. Who may read it stands before everything else."""

from typing import Any
from uuid import UUID

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.bestuur import cijfers
from jeugdregio.bestuur.brieven.models import Brief
from jeugdregio.bestuur.brieven.soorten import Deel
from jeugdregio.bestuur.consent.models import Zichtbaarheid
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk


class _NodigOmTeVersturen:
    """A field that may stay empty while one writes, but is needed in the end: it is not called optional."""

    def validate(self, value: Any) -> None:
        """Let empty through; the act that releases or sends asks for it."""
        if value:
            super().validate(value)  # type: ignore[misc]


class Tekst(_NodigOmTeVersturen, forms.CharField):
    """A text that is needed in the end."""


class Keuze(_NodigOmTeVersturen, forms.ChoiceField):
    """A choice that is needed in the end."""


class BriefForm(forms.Form):
    """A new letter."""

    zichtbaarheid = forms.ChoiceField(
        label="Wie mag dit lezen?", choices=Zichtbaarheid.choices, initial=Zichtbaarheid.OPENBAAR,
        widget=forms.RadioSelect, help_text="Zolang het een concept is, alleen je eigen organisatie.",
    )  # fmt: skip
    soort = forms.ChoiceField(label="Wat wordt het?", choices=Brief.Soort.choices)
    onderwerp = forms.CharField(label="Onderwerp", max_length=150)
    gemeenten = forms.TypedMultipleChoiceField(
        label="Aan de raad van", coerce=UUID, widget=forms.CheckboxSelectMultiple, required=False
    )
    verzenden_op = forms.DateField(
        label="Alle raden krijgen de brief op",
        widget=Dag(),
        help_text="Dezelfde feiten op dezelfde dag.",
    )

    def __init__(self, *args: Any, gemeenten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeenten"].choices = gemeenten  # type: ignore[attr-defined]
        self.fields["gemeenten"].initial = [pk for pk, _naam in gemeenten]


class MetVersie(forms.Form):
    """A step on a letter as the reader saw it."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class KernForm(MetVersie):
    """The regional text, a field per part; and a figure to put in one of them."""

    wijziging = forms.CharField(label="Wat is er anders dan in de vorige versie?", max_length=300, required=False)
    cijfer = forms.ChoiceField(label="Cijfer", required=False)
    cijfer_in = forms.ChoiceField(
        label="Komt achter de tekst van", required=False,
        help_text="Je kunt de plek [[…]] daarna in de tekst verschuiven. De waarde loopt mee tot je vrijgeeft.",
    )  # fmt: skip

    def __init__(self, *args: Any, delen: tuple[Deel, ...], eerste: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if eerste:
            del self.fields["wijziging"]
        for deel in delen:
            soort = Tekst if deel.nodig else forms.CharField
            self.fields[deel.code] = soort(
                label=deel.kop, required=deel.nodig, help_text=deel.hint, widget=forms.Textarea(attrs={"rows": 5})
            )
        self.fields["cijfer"].choices = [("", "Geen"), *((r.code, r.naam) for r in cijfers.reeksen())]  # type: ignore[attr-defined]
        self.fields["cijfer_in"].choices = [(deel.code, deel.kop) for deel in delen]  # type: ignore[attr-defined]
        self.order_fields(["versie", *(deel.code for deel in delen), "wijziging", "cijfer", "cijfer_in"])


class SchilForm(MetVersie):
    """What the own municipality adds."""

    nummer = Tekst(label="Nummer", max_length=30, help_text="Zoals je griffie het nummert.")
    portefeuillehouder = Tekst(label="Portefeuillehouder", max_length=200)
    vergadersoort = Keuze(label="Voor welke vergadering?", choices=[("", "Kies"), *Raadsstuk.Vergadering.choices])
    aanhef = Tekst(label="Aanhef", max_length=100)
    eigen_alinea = forms.CharField(
        label="Eigen alinea", required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Wat betekent dit voor je gemeente? Een cijfer als [[verblijf.samen]] is hier dat van je gemeente.",
    )  # fmt: skip
    stukken = forms.TypedMultipleChoiceField(
        label="Deze brief doet af", coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple
    )
    gedaan = forms.CharField(
        label="Wat is er gedaan?", required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bij elk stuk dat de brief afdoet. Alleen 'besproken' is te weinig.",
    )  # fmt: skip
    actueel = forms.BooleanField(label="Informatie over een actueel onderwerp", required=False)
    anders = forms.CharField(label="Anders, te weten", max_length=200, required=False)

    def __init__(self, *args: Any, stukken: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stukken"].choices = stukken  # type: ignore[attr-defined]
        if not stukken:
            del self.fields["stukken"]


class VerstuurForm(MetVersie):
    """The day it went to the council."""

    op = forms.DateField(label="Verzonden op", widget=Dag())
