"""Forms of the cases."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.leren.casus.models import Belemmering, Leeftijd
from jeugdregio.leren.casus.permissions import is_eigenaar
from jeugdregio.leren.casus.queries import wie_kunnen
from jeugdregio.leren.schermhulp import DaadForm, VersieForm, tekstvak
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie

_ANONIEM = "Zonder namen, plaatsen, leeftijden of nummers."


class CasusForm(forms.Form):
    """A new case."""

    titel = forms.CharField(label="Waar gaat het over?", max_length=200)
    leeftijd = forms.ChoiceField(label="Leeftijdsgroep", choices=Leeftijd.choices)
    gemeente_noemen = forms.BooleanField(
        label="Noem mijn gemeente", required=False,
        help_text="Kan alleen als er in deze groep minstens 8 kinderen hulp krijgen.",
    )  # fmt: skip
    situatie = tekstvak("Wat speelde er?", 5, _ANONIEM)
    gewenst = tekstvak("Wat had er moeten gebeuren?", 3, _ANONIEM)
    bespreken_op = forms.DateField(label="Bespreken op", widget=Dag())


class BelemmeringForm(DaadForm):
    """What stands in the way."""

    soort = forms.ChoiceField(label="Soort", choices=Belemmering.Soort.choices)
    tekst = tekstvak("Wat staat er in de weg?", 3, _ANONIEM)
    wie_kan = forms.ModelChoiceField(label="Wie kan dit wegnemen?", queryset=Organisatie.objects.none())

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Offer the organisations."""
        self.fields["wie_kan"].queryset = wie_kunnen()  # type: ignore[attr-defined]


class _Belemmering(DaadForm):
    belemmering = forms.ModelChoiceField(
        label="Welke belemmering?", queryset=Belemmering.objects.none(), empty_label=None
    )


class BesluitForm(_Belemmering):
    """What is done."""

    besluit = tekstvak("Wat gebeurt er?", 3, "De organisatie die dit kan wegnemen krijgt een beurt.")
    rol = forms.ChoiceField(label="Wie daar?", choices=Rol.choices)
    uiterlijk = forms.DateField(label="Uiterlijk", widget=Dag())

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Offer what has no decision yet."""
        open_ = ding.belemmeringen.filter(staat=Belemmering.Staat.OPEN)
        self.fields["belemmering"].queryset = open_  # type: ignore[attr-defined]


class ResultaatForm(_Belemmering):
    """What came of it."""

    weg = forms.TypedChoiceField(
        label="Is de belemmering weg?", choices=[("ja", "Ja"), ("nee", "Nee, die blijft")],
        coerce=lambda waarde: waarde == "ja", widget=forms.RadioSelect,
    )  # fmt: skip
    resultaat = tekstvak("Wat is er gedaan, en wat houden we?", 3)

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Offer what is up to this person."""
        mijn = [b.pk for b in ding.belemmeringen.all() if is_eigenaar(wie, b)]
        loopt = ding.belemmeringen.filter(pk__in=mijn, staat=Belemmering.Staat.AFGESPROKEN)
        self.fields["belemmering"].queryset = loopt  # type: ignore[attr-defined]


class ErvaringForm(DaadForm):
    """The voice of experience."""

    tekst = tekstvak("Wat zeg jij vanuit je ervaring?", 4, _ANONIEM)

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Begin with what was written before."""
        self.fields["tekst"].initial = ding.ervaring


class AfrondForm(VersieForm):
    """What was learned."""

    geleerd = tekstvak("Wat leren we hiervan?", 3, _ANONIEM)
    geen_ervaring = tekstvak(
        "Waarom is er geen reactie vanuit ervaring?", 2, "Alleen als die er niet is.", verplicht=False
    )

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Who spoke need not be explained."""
        super().richt_in(ding, wie)
        if ding.ervaring:
            del self.fields["geen_ervaring"]
