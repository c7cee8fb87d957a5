"""Forms of contracts and prices. They read; the acts judge."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms

from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.zorglandschap.models import Indexatie, Kwaliteitseis, Perceel, Product, Taakbedrag
from jeugdregio.zorglandschap.models.tarieven import ELEMENTEN
from jeugdregio.zorglandschap.opbouw import GRONDSLAG, NAMEN
from jeugdregio.zorglandschap.permissions import LEVERANCIERS
from jeugdregio.zorglandschap.uitwisseling.cellen import Celfout, bedrag


class Dag(forms.DateField):
    """A day, with the date picker of the browser."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


class Euro(forms.CharField):
    """An amount as people write it (1.234,50); cleans to cents, None when empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, **kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "class": "kort"}

    def clean(self, value: Any) -> Any:
        """Return cents."""
        tekst = super().clean(value)
        if not tekst:
            return None
        try:
            return bedrag(tekst)
        except Celfout as fout:
            raise forms.ValidationError(str(fout)) from fout


class Besluitform(forms.Form):
    """What every change of a contract says: on which decision it rests, and which version was seen."""

    besluit = forms.CharField(
        label="Besluit of document",
        max_length=300,
        help_text="Waarop rust dit? Bijvoorbeeld: collegebesluit 3 november 2026.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)


class NieuwContractForm(forms.Form):
    """A new contract."""

    nummer = forms.CharField(label="Contractnummer", max_length=40)
    aanbieder = forms.ModelChoiceField(
        label="Aanbieder", queryset=Organisatie.objects.none(), empty_label="Kies een aanbieder"
    )
    perceel = forms.CharField(label="Perceel", max_length=200, help_text="Een bestaand perceel of een nieuwe naam.")
    van = Dag(label="Geldig vanaf")
    tot = Dag(label="Geldig tot en met", required=False)
    gemeenten = forms.ModelMultipleChoiceField(
        label="Gemeenten die meedoen", queryset=Organisatie.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, gemeenten: Iterable[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = Organisatie.objects.filter(pk__in=[g.pk for g in gemeenten])
        self.fields["gemeenten"].queryset = keuzes  # type: ignore[attr-defined]
        self.fields["aanbieder"].queryset = Organisatie.objects.filter(  # type: ignore[attr-defined]
            soort__in=LEVERANCIERS
        )


class GemeenteForm(Besluitform):
    """A municipality that starts to take part."""

    gemeente = forms.ModelChoiceField(
        label="Gemeente", queryset=Organisatie.objects.filter(soort=Soort.GEMEENTE), empty_label="Kies een gemeente"
    )
    van = Dag(label="Doet mee vanaf", required=False, help_text="Leeg: vanaf het begin van het contract.")
    tot = Dag(label="Doet mee tot en met", required=False, help_text="Leeg: tot het einde van het contract.")
    field_order = ("gemeente", "van", "tot", "besluit")


class DeelnameEindeForm(Besluitform):
    """A municipality that stops."""

    gemeente = forms.ModelChoiceField(
        label="Gemeente", queryset=Organisatie.objects.filter(soort=Soort.GEMEENTE), empty_label="Kies een gemeente"
    )
    tot = Dag(label="Doet mee tot en met")
    field_order = ("gemeente", "tot", "besluit")


class EindeForm(Besluitform):
    """Another last day."""

    tot = Dag(label="Nieuwe einddatum")
    field_order = ("tot", "besluit")


class PlafondForm(Besluitform):
    """A ceiling."""

    jaar = forms.IntegerField(label="Jaar", min_value=2015, max_value=2100)
    gemeente = forms.ModelChoiceField(
        label="Gemeente", queryset=Organisatie.objects.filter(soort=Soort.GEMEENTE), required=False,
        empty_label="Alle gemeenten samen",
    )  # fmt: skip
    centen = Euro(label="Plafond in euro")
    field_order = ("jaar", "gemeente", "centen", "besluit")


class OptieForm(Besluitform):
    """A clause that can let the contract go on."""

    tot = Dag(label="Verlengd tot en met")
    beslissen_voor = Dag(label="Beslissen of opzeggen uiterlijk op")
    automatisch = forms.BooleanField(label="Gaat vanzelf door als niemand opzegt", required=False)
    field_order = ("tot", "beslissen_voor", "automatisch", "besluit")


class OptieBesluitForm(Besluitform):
    """The decision on a clause."""

    verlengen = forms.ChoiceField(
        label="Gaat het contract door?", choices=[("ja", "Ja, verlengen"), ("nee", "Nee, niet verlengen")],
        widget=forms.RadioSelect,
    )  # fmt: skip
    toelichting = forms.CharField(label="Toelichting", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    field_order = ("verlengen", "toelichting", "besluit")


class EisenForm(Besluitform):
    """The quality requirements of a contract."""

    eisen = forms.ModelMultipleChoiceField(
        label="Kwaliteitseisen", queryset=Kwaliteitseis.objects.all(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    van = Dag(label="Geldt vanaf")
    field_order = ("eisen", "van", "besluit")


class OndertekenForm(Besluitform):
    """The signature."""

    orgaan = forms.ModelChoiceField(label="Wie tekende", queryset=Organisatie.objects.none(), empty_label=None)
    getekend_op = Dag(label="Getekend op")
    field_order = ("orgaan", "getekend_op", "besluit")

    def __init__(self, *args: Any, organen: Iterable[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = Organisatie.objects.filter(pk__in=[o.pk for o in organen])
        self.fields["orgaan"].queryset = keuzes  # type: ignore[attr-defined]


class OpbouwForm(Besluitform):
    """The cost elements of a price."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        besluit = self.fields.pop("besluit")
        for naam in ELEMENTEN:
            label, onderdeel = NAMEN[naam]
            ontbreekt = f"{label} ontbreekt ({GRONDSLAG} {onderdeel}). Vul een bedrag in, of 0 met een toelichting."
            self.fields[naam] = Euro(label=f"{label} (€)", error_messages={"required": ontbreekt})
        self.fields["toelichting"] = forms.CharField(
            label="Toelichting", max_length=500, required=False, help_text="Nodig als een onderdeel nul is."
        )
        self.fields["besluit"] = besluit

    @property
    def elementen(self) -> dict[str, int | None]:
        """The elements in cents."""
        return {naam: self.cleaned_data[naam] for naam in ELEMENTEN}


class TariefForm(OpbouwForm):
    """A new price with its build-up."""

    product = forms.ModelChoiceField(
        label="Product", queryset=Product.objects.all(), to_field_name="code", empty_label="Kies een product"
    )
    van = Dag(label="Geldig vanaf")
    tot = Dag(label="Geldig tot en met", required=False, help_text="Leeg: zolang het contract loopt.")
    centen = Euro(label="Tarief per eenheid (€)")


class TaakbedragForm(OpbouwForm):
    """A lump sum with its build-up."""

    product = forms.ModelChoiceField(
        label="Product", queryset=Product.objects.all(), to_field_name="code", empty_label="Kies een product",
        help_text="Een product dat taakgericht wordt betaald.",
    )  # fmt: skip
    gemeente = forms.ModelChoiceField(
        label="Gemeente", queryset=Organisatie.objects.filter(soort=Soort.GEMEENTE), required=False,
        empty_label="Alle gemeenten samen",
    )  # fmt: skip
    van = Dag(label="Geldig vanaf")
    tot = Dag(label="Geldig tot en met", required=False, help_text="Leeg: zolang het contract loopt.")
    centen = Euro(label="Bedrag (€)")
    per = forms.ChoiceField(label="Per", choices=Taakbedrag.Per.choices)


class TariefEindeForm(Besluitform):
    """A price that ends earlier."""

    tot = Dag(label="Laatste dag van dit tarief")
    field_order = ("tot", "besluit")


class IndexatieForm(forms.Form):
    """An indexation: first a preview, then the decision."""

    perceel = forms.ModelChoiceField(label="Perceel", queryset=Perceel.objects.all(), empty_label="Kies een perceel")
    percentage = forms.DecimalField(
        label="Percentage", max_digits=5, decimal_places=2, localize=True, help_text="Bijvoorbeeld 4,25."
    )
    ingangsdatum = Dag(label="Vanaf")
    afronding = forms.ChoiceField(label="Afronding", choices=Indexatie.Afronding.choices)
    besluit = forms.CharField(label="Besluit of document", max_length=300)

    @property
    def basispunten(self) -> int:
        """The percentage in hundredths of a percent."""
        percentage: Decimal = self.cleaned_data["percentage"]
        return int(percentage * 100)


class ImportForm(forms.Form):
    """A file with contracts and prices."""

    bestand = forms.FileField(
        label="Bestand", allow_empty_file=True, help_text="Excel (.xlsx) of CSV, hoogstens 5 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )  # fmt: skip


class ImportBesluitForm(forms.Form):
    """The word that lets an import go on."""

    besluit = forms.CharField(
        label="Besluit of document", max_length=300, help_text="Waarop rusten deze veranderingen?"
    )
