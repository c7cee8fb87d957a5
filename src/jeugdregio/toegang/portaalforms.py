"""Forms of the provider: asking for an assignment, reporting start and stop."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import RegexValidator

from ijw.codelijsten import CODELIJSTEN
from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.aanvragen import Aanvraag
from jeugdregio.zorglandschap.models import Product

_BSN = RegexValidator(r"^[0-9]{9}$", "Vul negen cijfers in, zonder punten of spaties.")
_AGB = RegexValidator(r"^[0-9]{8}$", "Vul acht cijfers in.")
_KIES = ("", "Maak een keuze")
_GESLACHT = [("2", "Meisje of vrouw"), ("1", "Jongen of man"), ("0", "Onbekend")]
_JA_NEE = [("1", "Ja"), ("2", "Nee")]


def _codes(lijst: str) -> list[tuple[str, str]]:
    return [_KIES, *CODELIJSTEN[lijst].items()]


class VerzoekForm(forms.Form):
    """A request for assignment, in the order a person tells it: who, what, how much, who referred."""

    gemeente = forms.ChoiceField(label="Gemeente van het kind")
    bsn = forms.CharField(
        label="Burgerservicenummer", validators=[_BSN], max_length=9,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "kort"}),
    )  # fmt: skip
    geboortedatum = forms.DateField(label="Geboortedatum", widget=Dag())
    geslacht = forms.ChoiceField(label="Geslacht", choices=_GESLACHT, widget=forms.RadioSelect)
    voornamen = forms.CharField(label="Voornamen", max_length=200, required=False)
    voorvoegsel = forms.CharField(label="Voorvoegsel", max_length=10, required=False, help_text="Bijvoorbeeld: van de")
    achternaam = forms.CharField(label="Achternaam", max_length=200)
    gezagsdrager_bekend = forms.ChoiceField(
        label="Weten de mensen met gezag van dit verzoek?", choices=_JA_NEE, widget=forms.RadioSelect
    )
    product = forms.ChoiceField(label="Welke hulp vraag je?")
    ingangsdatum = forms.DateField(label="Vanaf", widget=Dag())
    einddatum = forms.DateField(label="Tot en met", widget=Dag(), required=False)
    volume = forms.IntegerField(label="Hoeveel", min_value=1, max_value=99_999_999)
    eenheid = forms.ChoiceField(label="Eenheid", choices=_codes("WJ756"))
    frequentie = forms.ChoiceField(label="Per", choices=_codes("WMO757"))
    verwijzer_type = forms.ChoiceField(label="Wie verwees?", choices=_codes("COD327"))
    verwijzer_naam = forms.CharField(label="Naam van de verwijzer", max_length=64, required=False)
    verwijzer_code = forms.CharField(
        label="AGB-code van de verwijzer", max_length=8, required=False, validators=[_AGB],
        help_text="Vul de code of de naam in, niet allebei.",
    )  # fmt: skip
    commentaar = forms.CharField(
        label="Toelichting voor de gemeente", required=False, max_length=200, widget=forms.Textarea(attrs={"rows": 3})
    )
    DELEN = (
        ("Het kind", ("gemeente", "bsn", "geboortedatum", "geslacht", "voornamen", "voorvoegsel", "achternaam",
                      "gezagsdrager_bekend")),
        ("De hulp", ("product", "ingangsdatum", "einddatum", "volume", "eenheid", "frequentie")),
        ("De verwijzing", ("verwijzer_type", "verwijzer_naam", "verwijzer_code", "commentaar")),
    )  # fmt: skip

    def __init__(
        self, *args: Any, gemeenten: Sequence[Organisatie], producten: Sequence[Product], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(str(g.pk), g.naam) for g in gemeenten]
        self.fields["gemeente"].choices = [_KIES, *keuzes]  # type: ignore[attr-defined]
        self.fields["product"].choices = [_KIES, *[(p.code, str(p)) for p in producten]]  # type: ignore[attr-defined]

    def delen(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return the fields in their groups, for the page."""
        return [(titel, [self[veld] for veld in velden]) for titel, velden in self.DELEN]

    def clean(self) -> dict[str, Any]:
        """Check the period; the rest is judged by the rules of the standard."""
        velden: dict[str, Any] = super().clean() or {}
        begin, eind = velden.get("ingangsdatum"), velden.get("einddatum")
        if begin and eind and eind < begin:
            self.add_error("einddatum", "Kies een dag op of na de eerste dag.")
        geboren = velden.get("geboortedatum")
        if geboren and geboren > vandaag():
            self.add_error("geboortedatum", "Deze dag moet nog komen.")
        return velden

    def aanvraag(self) -> Aanvraag:
        """Return what was filled in."""
        velden = dict(self.cleaned_data)
        gemeente, bekend = UUID(velden.pop("gemeente")), velden.pop("gezagsdrager_bekend")
        return Aanvraag(gemeente_id=gemeente, gezagsdrager_bekend=bekend == "1", **velden)


class StartForm(forms.Form):
    """The day help really began."""

    datum = forms.DateField(label="Op welke dag begon de hulp?", widget=Dag())


class StopForm(forms.Form):
    """The day help ended and why."""

    datum = forms.DateField(label="Wat was de laatste dag?", widget=Dag())
    reden = forms.ChoiceField(
        label="Waarom stopt de hulp?", choices=list(CODELIJSTEN["JZ588"].items()), widget=forms.RadioSelect
    )
