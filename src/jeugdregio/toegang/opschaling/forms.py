"""Forms of stuck cases and Team AnderS. They read; the acts judge."""

from collections.abc import Sequence
from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.toegang.opschaling.instellen import EIGENAREN
from jeugdregio.toegang.opschaling.models import AndersInzet, Expertteam, Niveau, Opschaling
from jeugdregio.toegang.opschaling.models.niveaus import MET_EXPERTTEAM
from jeugdregio.toegang.opschaling.niveaus import Niveaustand
from jeugdregio.toegang.toestemming.models import Deling

ZONDER_NAAM = "Zonder namen, adres of geboortedatum. Schrijf 'de jongere', 'moeder', 'vader'."


def tekstvak(label: str, rijen: int = 3, hulp: str = "", **extra: Any) -> forms.CharField:
    """Return a field for a longer text."""
    widget = forms.Textarea(attrs={"rows": rijen})
    return forms.CharField(label=label, max_length=4000, help_text=hulp, widget=widget, **extra)


def keuze(label: str, keuzes: Any, **extra: Any) -> forms.ChoiceField:
    """Return a choice as radio buttons."""
    return forms.ChoiceField(label=label, choices=keuzes, widget=forms.RadioSelect, **extra)


class MetVersie(forms.Form):
    """What every change says: which version was seen."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class NieuwForm(forms.Form):
    """Calling a question for help stuck."""

    vraag = tekstvak("Wat zit er vast?", hulp=ZONDER_NAAM)
    geprobeerd = tekstvak("Wat is al geprobeerd?")
    niveau = keuze("Wie gaat ermee aan de slag?", [])

    def __init__(self, *args: Any, niveaus: Sequence[Niveaustand], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kies_niveaus(self, [s for s in niveaus if s.niveau not in MET_EXPERTTEAM])


class VerderForm(MetVersie):
    """Taking a case up or back down."""

    niveau = keuze("Naar welk niveau?", [])
    reden = tekstvak("Waarom?", 2, hulp=ZONDER_NAAM)
    geprobeerd = tekstvak("Wat is op dit niveau geprobeerd?", 2)
    leernotitie = tekstvak(
        "Wat leren we hiervan?", 2, required=False, hulp="Verplicht als de zaak bij het doorbraakteam weggaat."
    )

    def __init__(self, *args: Any, niveaus: Sequence[Niveaustand], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kies_niveaus(self, niveaus)


class ExpertvraagForm(MetVersie):
    """Asking an expert team."""

    niveau = keuze("Welk team?", [])
    vraag = tekstvak("Wat wil je van het team weten?", hulp=ZONDER_NAAM)
    geprobeerd = tekstvak("Wat is al geprobeerd?")
    stem = tekstvak("Wat zegt het gezin zelf?", hulp="In hun eigen woorden.")
    stem_van = forms.CharField(label="Wie zei dat?", max_length=100, help_text="Zoals: de jongere en moeder.")
    grond = keuze("Waarop rust het delen met dit team?", Deling.Grond.choices[:2], initial=Deling.Grond.TOESTEMMING)
    delen_reden = tekstvak(
        "Waarom mag het zonder toestemming?", 2, required=False, hulp="Alleen als het niet op toestemming rust."
    )
    leernotitie = tekstvak(
        "Wat leren we van het niveau waar de zaak nu ligt?", 2, required=False,
        hulp="Verplicht als de zaak bij het doorbraakteam weggaat.",
    )  # fmt: skip

    def __init__(self, *args: Any, niveaus: Sequence[Niveaustand], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kies_niveaus(self, niveaus)


class SluitForm(MetVersie):
    """Closing a case."""

    afloop = keuze("Hoe is het afgelopen?", Opschaling.Afloop.choices)
    afloop_reden = tekstvak("Licht dat toe", 2, hulp=ZONDER_NAAM)
    leernotitie = tekstvak("Wat leren we hiervan?", 2)


class AndersStartForm(MetVersie):
    """Letting Team AnderS begin."""

    doel = keuze("Waar is het voor?", AndersInzet.Doel.choices)
    aanpak = tekstvak("Wat gaan jullie doen?", 2, hulp=ZONDER_NAAM)
    op = forms.DateField(label="Sinds welke dag?", widget=Dag())


class AndersStopForm(MetVersie):
    """Letting Team AnderS end."""

    op = forms.DateField(label="Laatste dag", widget=Dag())
    reden_einde = keuze("Waarom stopt het?", AndersInzet.Reden.choices)
    toelichting = tekstvak("Licht dat toe", 2, hulp=ZONDER_NAAM)


class AndersEvaluatieForm(forms.Form):
    """Looking back on Team AnderS."""

    voorkomen = keuze("Is uithuisplaatsing voorkomen?", AndersInzet.Voorkomen.choices)
    geleerd = tekstvak("Wat leren we hiervan?", 2, hulp=ZONDER_NAAM)
    gezin_vindt = tekstvak("Wat vindt het gezin ervan?", 2, required=False)


class NiveauForm(forms.Form):
    """Who owns a level from a day on."""

    niveau = forms.ChoiceField(label="Niveau", choices=Niveau.choices)
    rol = forms.ChoiceField(label="Wie bij de gemeente is aan zet?", choices=[(r.value, r.label) for r in EIGENAREN])
    team = forms.ModelChoiceField(
        label="Welk expertteam?", queryset=Expertteam.objects.all(), required=False, empty_label="Geen expertteam",
        help_text="Alleen bij een expertteam. Dan is de secretaris van dat team aan zet.",
    )  # fmt: skip
    termijn_dagen = forms.IntegerField(label="Binnen hoeveel dagen?", min_value=1, max_value=365)
    evaluatie_dagen = forms.IntegerField(
        label="Evalueren binnen hoeveel dagen na het einde?", min_value=1, max_value=365, initial=28
    )
    van = forms.DateField(label="Geldt vanaf", widget=Dag())
    bron = forms.CharField(label="Besluit of document", max_length=300)
    contact = forms.CharField(label="Wie bel je?", max_length=200, required=False, help_text="Naam of functie.")
    telefoon = forms.CharField(label="Telefoon", max_length=30, required=False)


class TeamForm(forms.Form):
    """A new expert team."""

    naam = forms.CharField(label="Naam van het team", max_length=200)
    bron = forms.CharField(label="Besluit of document", max_length=300)
    secretaris_email = forms.EmailField(label="E-mailadres van de secretaris")
    deskundigheid = forms.CharField(label="Deskundigheid van de secretaris", max_length=200)
    screenen_dagen = forms.IntegerField(label="Screenen binnen (dagen)", min_value=1, max_value=90, initial=5)
    reactie_dagen = forms.IntegerField(
        label="Reactie van de verwijzer binnen (dagen)", min_value=1, max_value=90, initial=14
    )
    opvolgen_maanden = forms.IntegerField(label="Terugkijken na (maanden)", min_value=1, max_value=12, initial=3)


def kies_niveaus(formulier: forms.Form, niveaus: Sequence[Niveaustand], veld: str = "niveau") -> None:
    """Offer the levels that are there, each with its owner."""
    formulier.fields[veld].choices = [  # type: ignore[attr-defined]
        (s.niveau.value, f"{s.niveau.label} ({s.eigenaar})") for s in niveaus if s.regel is not None
    ]
