"""Forms of the catalogue and of what the region knows of a provider."""

from typing import Any, ClassVar

from django import forms

from ijw.eenheden import eenheid_naam
from jeugdregio.zorglandschap.catalogusdaden import CATEGORIEEN
from jeugdregio.zorglandschap.forms import Dag
from jeugdregio.zorglandschap.models import (
    Kwaliteitsdocument,
    Kwaliteitseis,
    Locatie,
    Niveau,
    Onderaannemer,
    Variant,
    Werkwijze,
)
from jeugdregio.zorglandschap.taakvelden import OUDE_TAAKVELDEN, TAAKVELDEN

_EENHEDEN = [(code, f"{code} {eenheid_naam(code)[0]}") for code in ("01", "04", "14", "16", "82", "83", "84")]
_TEKST = {"rows": 3}


def _dagen(velden: dict[str, forms.Field]) -> None:
    for naam in ("van", "tot"):
        oud = velden[naam]
        velden[naam] = Dag(label="Geldig vanaf" if naam == "van" else "Geldig tot en met", required=oud.required)


class _Feitform(forms.ModelForm):  # type: ignore[type-arg]
    """A dated fact of a provider."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dagen(self.fields)

    def clean(self) -> dict[str, Any]:
        """Say in words, at the right field, what the table would refuse with the name of its constraint."""
        velden = super().clean() or self.cleaned_data
        van, tot = velden.get("van"), velden.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "De einddatum ligt voor de begindatum. Kies een latere dag.")
        return self.cleaned_data


class LocatieForm(_Feitform):
    """A place where help is given."""

    class Meta:
        model = Locatie
        fields = (
            "naam", "adres", "postcode", "plaats", "verblijf", "ambulant", "breedte", "lengte", "van", "tot",
        )  # fmt: skip


class OnderaannemerForm(_Feitform):
    """Somebody who gives help for the provider."""

    class Meta:
        model = Onderaannemer
        fields = ("naam", "agb", "wat", "van", "tot")


class DocumentForm(_Feitform):
    """A paper that proves quality."""

    class Meta:
        model = Kwaliteitsdocument
        fields = ("soort", "naam", "uitgever", "van", "tot")


class WerkwijzeForm(_Feitform):
    """A way of working without product."""

    class Meta:
        model = Werkwijze
        fields = ("naam", "niveau", "wat", "voor_wie", "niet_voor", "regie", "grondslag", "van", "tot")
        widgets = {naam: forms.Textarea(attrs=_TEKST) for naam in ("wat", "voor_wie", "niet_voor")}


class KwaliteitseisForm(_Feitform):
    """A requirement of the kwaliteitshandvest."""

    class Meta:
        model = Kwaliteitseis
        fields = ("code", "eis", "bron", "kpi", "richting", "norm", "eenheid", "van", "tot")
        labels: ClassVar[dict[str, str]] = {
            "eis": "Wat wordt gevraagd", "bron": "Document en plaats", "kpi": "Wat je meet",
            "richting": "Goed is", "norm": "Getal", "eenheid": "Eenheid van het getal",
        }  # fmt: skip
        widgets: ClassVar[dict[str, forms.Widget]] = {"eis": forms.Textarea(attrs=_TEKST)}


class BeschrijvingForm(forms.Form):
    """What a product is from a day on."""

    niveau = forms.ChoiceField(label="Niveau van inkoop", choices=Niveau.choices)
    variant = forms.ChoiceField(label="Manier van betalen", choices=Variant.choices)
    wat = forms.CharField(label="Wat is het", widget=forms.Textarea(attrs=_TEKST))
    voor_wie = forms.CharField(label="Voor wie", widget=forms.Textarea(attrs=_TEKST))
    niet_voor = forms.CharField(label="Wanneer niet", widget=forms.Textarea(attrs=_TEKST), required=False)
    grondslag = forms.CharField(label="Besluit of document", max_length=300)
    van = Dag(label="Geldig vanaf")


class ProductForm(BeschrijvingForm):
    """A new product."""

    code = forms.CharField(label="Productcode", max_length=5, help_text="5 tekens, zoals 45A04.")
    categorie = forms.ChoiceField(
        label="Categorie", choices=[(c, f"{c} {naam}") for c, naam in CATEGORIEEN.items() if int(c) >= 40]
    )
    naam = forms.CharField(label="Naam", max_length=200)
    eenheid = forms.ChoiceField(label="Eenheid", choices=_EENHEDEN)
    verblijf = forms.BooleanField(label="Het kind verblijft bij de aanbieder", required=False)
    field_order = ("code", "categorie", "naam", "eenheid", "verblijf")


class TaakveldForm(forms.Form):
    """The task field of a product from a day on."""

    taakveld = forms.ChoiceField(
        label="Taakveld",
        choices=[
            ("Nu", [(code, f"{code} {naam}") for code, naam in TAAKVELDEN.items()]),
            ("Eerdere indeling", [(code, f"{code} {naam}") for code, naam in OUDE_TAAKVELDEN.items()]),
        ],
    )
    van = Dag(label="Vanaf")
    bron = forms.CharField(label="Bron", max_length=300, help_text="Bijvoorbeeld: Iv3-informatievoorschrift 2026.")
