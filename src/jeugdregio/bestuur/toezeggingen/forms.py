"""Forms of the register."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.bestuur.toezeggingen.actions import VAKKEN, NieuwStuk
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk

_PERIODE = r"^20\d\d-20\d\d$"
_PERIODE_FOUT = {"invalid": "Schrijf de periode als 2022-2026."}


class NieuwStukForm(forms.Form):
    """A new item, with the words as they were spoken."""

    soort = forms.ChoiceField(label="Wat is het?", choices=Raadsstuk.Soort.choices)
    nummer = forms.CharField(label="Nummer", max_length=20, help_text="Zoals de griffie het nummert.")
    vergadering = forms.ChoiceField(label="Welke vergadering?", choices=Raadsstuk.Vergadering.choices)
    vergadering_op = forms.DateField(label="Datum van de vergadering", widget=Dag())
    kern = forms.CharField(
        label="De woorden zelf", widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Neem over wat is gezegd of aangenomen. Geen namen of gegevens van gezinnen.",
    )  # fmt: skip
    indiener = forms.CharField(label="Wie vroeg het?", max_length=200)
    portefeuillehouder = forms.CharField(label="Welke wethouder?", max_length=200)
    datumsoort = forms.ChoiceField(label="Wanneer?", choices=Raadsstuk.Datumsoort.choices)
    genoemd = forms.DateField(label="Genoemde dag", required=False, widget=Dag())
    zittingsperiode = forms.RegexField(
        _PERIODE, label="Zittingsperiode", help_text="Bijvoorbeeld 2022-2026.", error_messages=_PERIODE_FOUT
    )
    bron = forms.CharField(label="Verslag of besluitenlijst", max_length=300, required=False)
    onderdelen = forms.CharField(
        label="Onderdelen", required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Is meer dan een ding toegezegd? Zet elk op een eigen regel; het stuk is pas klaar als alles er is.",
    )  # fmt: skip
    openbaar = forms.BooleanField(
        label="Openbaar", required=False, initial=True,
        help_text="Iedereen kan dit lezen. Zonder vinkje alleen de raad en het college van je gemeente.",
    )  # fmt: skip

    def nieuw(self) -> NieuwStuk:
        """Return the cleaned form as the act wants it."""
        velden: dict[str, Any] = dict(self.cleaned_data)
        velden["onderdelen"] = [regel.strip()[:300] for regel in velden["onderdelen"].splitlines() if regel.strip()]
        return NieuwStuk(**velden)


class MetVersie(forms.Form):
    """A step on an item as the reader saw it."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class TussenberichtForm(MetVersie):
    """Why it takes longer, and until when."""

    tekst = forms.CharField(label="Waarom duurt het langer?", widget=forms.Textarea(attrs={"rows": 3}))
    nieuwe_datum = forms.DateField(label="Nieuwe dag", required=False, widget=Dag())


class OnderdeelForm(MetVersie):
    """The answer to one part."""

    antwoord = forms.CharField(label="Antwoord", widget=forms.Textarea(attrs={"rows": 2}))


class AfdoeningForm(MetVersie):
    """How the item is settled."""

    document = forms.CharField(label="Document", max_length=200, help_text="Bijvoorbeeld: raadsbrief van 9 oktober.")
    verzonden_op = forms.DateField(label="Verzonden aan de raad op", widget=Dag())
    vakken = forms.MultipleChoiceField(
        label="Dit document is", choices=list(VAKKEN.items()), widget=forms.CheckboxSelectMultiple
    )
    gedaan = forms.CharField(label="Wat is er gedaan?", widget=forms.Textarea(attrs={"rows": 3}))


class OordeelForm(MetVersie):
    """What the council says."""

    akkoord = forms.TypedChoiceField(
        label="Oordeel van de raad", choices=[("ja", "Afgedaan"), ("nee", "Terug naar het college")],
        coerce=lambda waarde: waarde == "ja", widget=forms.RadioSelect,
    )  # fmt: skip
    reden = forms.CharField(label="Reden", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class EindeForm(MetVersie):
    """Ending an item by explicit decision."""

    staat = forms.ChoiceField(
        label="Hoe eindigt het?",
        choices=[("ingetrokken", "Ingetrokken"), ("vervallen", "Vervallen"), ("overgedragen", "Naar de volgende raad")],
    )
    zittingsperiode = forms.RegexField(
        _PERIODE, label="Volgende zittingsperiode", required=False, error_messages=_PERIODE_FOUT
    )
    reden = forms.CharField(label="Welk besluit?", widget=forms.Textarea(attrs={"rows": 2}))


class ActieForm(forms.Form):
    """Regional work for items of several councils."""

    titel = forms.CharField(label="Wat gaan we doen?", max_length=200)
    tekst = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    uiterlijk = forms.DateField(label="Klaar op", widget=Dag())
    stukken = forms.MultipleChoiceField(label="Voor deze stukken", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, stukken: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stukken"].choices = stukken  # type: ignore[attr-defined]


class ActieKlaarForm(forms.Form):
    """What came of regional work."""

    gedaan = forms.TypedChoiceField(
        label="Is het gedaan?", choices=[("ja", "Ja"), ("nee", "Nee, we doen dit niet")],
        coerce=lambda waarde: waarde == "ja", widget=forms.RadioSelect,
    )  # fmt: skip
    resultaat = forms.CharField(label="Wat is er gedaan, of waarom niet?", widget=forms.Textarea(attrs={"rows": 4}))


class InleesForm(forms.Form):
    """The list of a registry as CSV."""

    bestand = forms.FileField(label="CSV-bestand", help_text="Dezelfde kolommen als de download. Hooguit 1 MB.")
