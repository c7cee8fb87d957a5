"""Forms of declaring: which month of which municipality, and what was delivered per line."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms

from jeugdregio.financien.concept import Concept, ConceptRegel
from jeugdregio.financien.geldt import Geldt
from jeugdregio.financien.indienen import Ingevuld
from jeugdregio.organisaties.models import Organisatie

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
AANTAL_MAANDEN = 6
GROOTSTE_VOLUME = 99_999_999


class KiesForm(forms.Form):
    """For which municipality and over which month somebody declares."""

    gemeente = forms.ModelChoiceField(label="Gemeente", queryset=Organisatie.objects.none(), empty_label=None)
    maand = forms.ChoiceField(label="Maand", help_text="Een maand waarin je hulp hebt gegeven en die voorbij is.")

    def __init__(self, *args: Any, gemeenten: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = gemeenten  # type: ignore[attr-defined]
        self.fields["maand"].choices = list(_maanden(vandaag))  # type: ignore[attr-defined]

    @property
    def jaar_maand(self) -> tuple[int, int]:
        """The chosen month."""
        jaar, maand = self.cleaned_data["maand"].split("-")
        return int(jaar), int(maand)


def _maanden(vandaag: date) -> Iterable[tuple[str, str]]:
    eerste = vandaag.replace(day=1)
    for _ in range(AANTAL_MAANDEN):
        eerste = (eerste - timedelta(days=1)).replace(day=1)
        yield f"{eerste.year}-{eerste.month}", f"{MAANDEN[eerste.month - 1]} {eerste.year}"


class DeclaratieForm(forms.Form):
    """A volume per proposed line; an empty volume is a line not declared."""

    def __init__(self, *args: Any, concept: Concept, geldt: Mapping[str, tuple[Geldt, ...]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.concept, self.geldt = concept, geldt
        for regel in concept.alle:
            if not regel.belemmering:
                self._voeg_toe(regel)

    def _voeg_toe(self, regel: ConceptRegel) -> None:
        self.fields[f"volume_{regel.sleutel}"] = forms.IntegerField(
            label=f"Aantal {regel.eenheid_tekst}",
            required=False,
            min_value=1,
            max_value=GROOTSTE_VOLUME,
            initial=regel.voorstel,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "kort", "autocomplete": "off"}),
            error_messages={
                "invalid": "Vul een heel getal in, zonder punt of komma.",
                "min_value": "Vul een getal groter dan nul in, of laat het veld leeg.",
            },
        )
        if len(regel.codes) > 1:
            self.fields[f"product_{regel.sleutel}"] = forms.ChoiceField(
                label="Product", required=False, choices=[("", "Kies een product"), *regel.codes]
            )

    @property
    def ingevuld(self) -> dict[str, Ingevuld]:
        """What was filled in, by key of the line."""
        return {
            regel.sleutel: Ingevuld(volume, self.cleaned_data.get(f"product_{regel.sleutel}", ""))
            for regel in self.concept.alle
            if (volume := self.cleaned_data.get(f"volume_{regel.sleutel}"))
        }

    def zet_fouten(self, melding: str, velden: dict[str, str]) -> None:
        """Show what was refused beside the line it is about; what has no field here goes above the form."""
        self.add_error(None, melding)
        for sleutel, tekst in velden.items():
            veld = f"volume_{sleutel}"
            self.add_error(veld if veld in self.fields else None, tekst)

    def rijen(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """The lines with their fields, in groups, for the template."""
        groepen = [("", self.concept.regels), ("Eerdere maanden, nog niet toegekend", self.concept.eerder)]
        return [(titel, [self._rij(regel) for regel in regels]) for titel, regels in groepen if regels]

    def _rij(self, regel: ConceptRegel) -> dict[str, Any]:
        def veld(naam: str) -> forms.BoundField | None:
            sleutel = f"{naam}_{regel.sleutel}"
            return self[sleutel] if sleutel in self.fields else None

        return {
            "regel": regel, "volume": veld("volume"), "product": veld("product"),
            "geldt": self.geldt.get(regel.sleutel, ()),
        }  # fmt: skip
