"""Forms of norms: what a norm says, the decision it rests on, its end, and a position."""

from typing import Any

from django import forms

from jeugdregio.afspraken import permissions
from jeugdregio.afspraken.actions import NormVelden
from jeugdregio.afspraken.models import Norm, Standpunt
from jeugdregio.afspraken.vragen import catalogus
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie


class Dag(forms.DateInput):
    """A date field of the browser itself."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Codes(forms.CharField):
    """Codes between commas or spaces, as a list."""

    def to_python(self, value: object) -> Any:
        """Return the codes without doubles, in the order they were written."""
        tekst = str(super().to_python(value) or "")
        return list(dict.fromkeys(tekst.replace(",", " ").split()))

    def prepare_value(self, value: object) -> Any:
        """Show a list as text."""
        return ", ".join(value) if isinstance(value, list | tuple) else value


_WAARDENHULP = "Eén woord of getal waar het systeem op rekent, bijvoorbeeld: ja, nee, gemeente, 8 weken."


class NormForm(forms.Form):
    """What a norm says. A municipality writes for itself, so it chooses no territory and no rank."""

    vraag = forms.ChoiceField(label="Op welke vraag geeft de norm antwoord?")
    antwoord = forms.CharField(label="Antwoord in één zin", max_length=300)
    waarde = forms.CharField(label="Antwoord als woord", max_length=60, help_text=_WAARDENHULP)
    rang = forms.TypedChoiceField(label="Soort norm", coerce=int)
    gemeenten = forms.ModelMultipleChoiceField(
        label="Voor welke gemeenten?", queryset=Organisatie.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Kies er geen: dan geldt de norm in de hele regio.",
    )  # fmt: skip
    bron = forms.CharField(
        label="Document", max_length=200, help_text="Bijvoorbeeld: Verordening jeugdhulp 2026.",
        error_messages={"required": "Een norm zonder bron wordt niet bewaard. Vul het document in."},
    )  # fmt: skip
    plaats = forms.CharField(
        label="Plaats in het document", max_length=200, help_text="Artikel, hoofdstuk of bladzijde."
    )
    van = forms.DateField(label="Geldt vanaf", widget=Dag())
    tot = forms.DateField(label="Geldt tot en met", widget=Dag(), required=False, help_text="Leeg: zonder einddatum.")
    producten = Codes(
        label="Alleen voor deze producten", required=False, help_text="Productcodes met een komma. Leeg: alle hulp."
    )
    contracten = Codes(
        label="Alleen voor deze contracten", required=False, help_text="Contractnummers met een komma. Leeg: alle."
    )
    lager_mag_afwijken = forms.BooleanField(
        label="Een lagere norm mag afwijken", required=False,
        help_text="Bijvoorbeeld: lokaal beleid mag anders zijn dan het handelingskader.",
    )  # fmt: skip
    grens_waarden = Codes(
        label="Afwijken mag alleen naar deze woorden",
        required=False,
        help_text="Met een komma. Leeg: naar elk antwoord.",
    )
    grens_minstens = forms.IntegerField(label="Het getal is minstens", min_value=0, required=False)
    grens_hoogstens = forms.IntegerField(label="Het getal is hoogstens", min_value=0, required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, wie: Wie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["vraag"].choices = list(catalogus().items())  # type: ignore[attr-defined]
        rangen = permissions.rangen_van(wie)
        self.fields["rang"].choices = [(int(r), r.label) for r in rangen]  # type: ignore[attr-defined]
        if wie.organisatie.soort == Soort.GEMEENTE:
            del self.fields["gemeenten"]
        else:
            self.fields["gemeenten"].queryset = deelnemers()  # type: ignore[attr-defined]

    def velden(self) -> NormVelden:
        """Return what was filled in, as the act takes it."""
        gegevens = {**self.cleaned_data}
        gegevens.pop("versie")
        gegevens["gemeenten"] = tuple(gegevens.get("gemeenten") or ())
        return NormVelden(**gegevens)


def begin_van(norm: Norm) -> dict[str, Any]:
    """Return the form values of a norm."""
    namen = [naam for naam in NormForm.base_fields if naam != "gemeenten"]
    return {**{naam: getattr(norm, naam) for naam in namen}, "gemeenten": list(norm.gemeenten.all())}


class BesluitForm(forms.Form):
    """The decision a norm rests on."""

    orgaan = forms.CharField(
        label="Wie besloot?", max_length=200, required=False,
        help_text="Bijvoorbeeld: college van Lelystad. Bij een wet mag dit leeg blijven.",
    )  # fmt: skip
    datum = forms.DateField(label="Datum van het besluit", widget=Dag(), required=False)
    nummer = forms.CharField(label="Nummer of kenmerk", max_length=60, required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput)


class IntrekForm(forms.Form):
    """Withdrawing a norm."""

    per = forms.DateField(label="Geldt niet meer vanaf", widget=Dag())
    reden = forms.CharField(label="Waarom?", max_length=300)
    versie = forms.IntegerField(widget=forms.HiddenInput)


class BronForm(forms.Form):
    """The source of a norm was withdrawn."""

    op = forms.DateField(label="De bron is ingetrokken op", widget=Dag())
    versie = forms.IntegerField(widget=forms.HiddenInput)


class StandpuntForm(forms.Form):
    """How the own municipality stands towards a norm."""

    stand = forms.ChoiceField(label="Onze gemeente heeft deze norm", choices=Standpunt.Stand.choices)
    van = forms.DateField(label="Vanaf", widget=Dag())
    reden = forms.CharField(
        label="Waarom?", max_length=300, required=False, help_text="Nodig als de gemeente de norm niet draagt."
    )
    bron = forms.CharField(
        label="Stuk waarin dit staat", max_length=200, required=False,
        help_text="Bijvoorbeeld: informatienota aan de raad, met nummer en datum.",
    )  # fmt: skip


class VraagForm(forms.Form):
    """A new question of the catalogue."""

    tekst = forms.CharField(label="De vraag", max_length=200, help_text="Zoals iemand haar stelt, met een vraagteken.")
    code = forms.SlugField(
        label="Korte code", max_length=60, help_text="Kleine letters en streepjes, bijvoorbeeld: vervoer-naar-hulp."
    )


class VergelijkForm(forms.Form):
    """Two sides: a day, and a day with concepts as if they were adopted."""

    voor = forms.DateField(label="Vergelijk de afspraken op", widget=Dag())
    na = forms.DateField(label="met de afspraken op", widget=Dag())
    concepten = forms.MultipleChoiceField(
        label="en met deze concepten erbij", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, concepten: list[Norm], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teksten = catalogus()
        self.fields["concepten"].choices = [  # type: ignore[attr-defined]
            (str(n.pk), f"{teksten.get(n.vraag, n.vraag)} Wordt: {n.antwoord} ({n.bron}, vanaf {n.van:%d-%m-%Y})")
            for n in concepten
        ]
        if not concepten:
            del self.fields["concepten"]
