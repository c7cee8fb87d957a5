"""Forms of the talks."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.zorglandschap.gesprekken.kwartaal import Kwartaal, kwartaal_van, laatste, lees
from jeugdregio.zorglandschap.gesprekken.models import Agendapunt

_GEEN_NAMEN = "Noem geen kinderen of gezinnen. De aanbieder leest dit mee."


class PlanForm(forms.Form):
    """A talk to plan."""

    aanbieder = forms.ChoiceField(label="Aanbieder")
    kwartaal = forms.ChoiceField(label="Over welk kwartaal?")
    op = forms.DateField(label="Dag van het gesprek", widget=Dag())
    waar = forms.CharField(label="Waar", max_length=200, required=False)

    def __init__(self, *args: Any, aanbieders: list[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aanbieder"].choices = [(str(een.pk), een.naam) for een in aanbieders]  # type: ignore[attr-defined]
        kwartalen = [*laatste(vandaag(), 3), kwartaal_van(vandaag())][::-1]
        self.fields["kwartaal"].choices = [(k.code, str(k).capitalize()) for k in kwartalen]  # type: ignore[attr-defined]

    def clean_kwartaal(self) -> Kwartaal:
        """Return the quarter itself."""
        gelezen = lees(self.cleaned_data["kwartaal"])
        if gelezen is None:
            raise forms.ValidationError("Kies een kwartaal.")
        return gelezen


class MetVersie(forms.Form):
    """A step on a talk as the reader saw it."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class VerzetForm(MetVersie):
    """Another day."""

    op = forms.DateField(label="Nieuwe dag", widget=Dag())
    waar = forms.CharField(label="Waar", max_length=200, required=False)
    reden = forms.CharField(label="Waarom?", max_length=300)


class VervalForm(MetVersie):
    """A talk that will not be held."""

    reden = forms.CharField(label="Waarom gaat het niet door?", max_length=300)


class PuntForm(MetVersie):
    """A point for the agenda."""

    onderwerp = forms.CharField(label="Onderwerp", max_length=120)
    vraag = forms.CharField(
        label="Welke vraag wil je bespreken?", max_length=400, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Noem geen kinderen of gezinnen. Beide partijen lezen dit.",
    )  # fmt: skip


class HoudForm(MetVersie):
    """What was discussed, and per point what was agreed."""

    gehouden_op = forms.DateField(label="Gehouden op", widget=Dag())
    aanwezig = forms.CharField(label="Wie waren erbij?", max_length=500, required=False, help_text="Functies volstaan.")
    verslag = forms.CharField(
        label="Wat is besproken?", widget=forms.Textarea(attrs={"rows": 4}), help_text=_GEEN_NAMEN
    )

    def __init__(self, *args: Any, punten: list[Agendapunt], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.punten = {f"punt-{punt.pk}": punt for punt in punten}
        for naam, punt in self.punten.items():
            self.fields[naam] = forms.CharField(
                label=f"Afspraak bij {punt.volgorde}. {punt.onderwerp}", required=False, help_text=punt.vraag,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    def waarden(self) -> dict[str, Any]:
        """Return the cleaned form as the act wants it."""
        velden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam not in self.punten}
        afspraken = {punt.pk: self.cleaned_data[naam] for naam, punt in self.punten.items()}
        return {**velden, "afspraken": afspraken}


class ActieForm(forms.Form):
    """An action with its owner and day."""

    wat = forms.CharField(label="Wat gebeurt er?", max_length=300, help_text=_GEEN_NAMEN)
    eigenaar = forms.ChoiceField(label="Wie doet het?")
    uiterlijk = forms.DateField(label="Klaar op", widget=Dag())

    def __init__(self, *args: Any, eigenaren: list[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["eigenaar"].choices = [(str(een.pk), een.naam) for een in eigenaren]  # type: ignore[attr-defined]


class AfrondForm(forms.Form):
    """The result of an action."""

    gedaan = forms.TypedChoiceField(
        label="Is het gedaan?", choices=[("ja", "Ja"), ("nee", "Nee, dit gaat niet gebeuren")],
        coerce=lambda waarde: waarde == "ja", widget=forms.RadioSelect,
    )  # fmt: skip
    resultaat = forms.CharField(label="Wat is het resultaat, of waarom niet?", widget=forms.Textarea(attrs={"rows": 3}))
