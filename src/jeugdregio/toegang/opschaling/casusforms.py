"""Forms of a case before an expert team, of its sessions and of a guest."""

from collections.abc import Sequence
from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.toegang.opschaling.forms import ZONDER_NAAM, MetVersie, keuze, kies_niveaus, tekstvak
from jeugdregio.toegang.opschaling.models import Advies, AndersInzet, Casusvraag, Gastplek
from jeugdregio.toegang.opschaling.niveaus import Niveaustand
from jeugdregio.toegang.opschaling.teamqueries import Teambeeld
from jeugdregio.toegang.toestemming.models import Deling


class ScreeningForm(MetVersie):
    """What the screening says."""

    oordeel = keuze("Wat is je oordeel?", Casusvraag.Oordeel.choices)
    reden = tekstvak("Waarom?", 2, hulp="De verwijzer leest dit. " + ZONDER_NAAM)


class AgendaForm(MetVersie):
    """An hour of a session."""

    uur = forms.ChoiceField(label="Welk uur?")

    def __init__(self, *args: Any, uren: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uur"].choices = uren  # type: ignore[attr-defined]


class IntrekForm(MetVersie):
    """Withdrawing a request."""

    reden = forms.CharField(label="Waarom trek je de vraag in?", max_length=300)


class AdviesForm(MetVersie):
    """The advice."""

    tekst = tekstvak("Wat adviseert het team?", 4, hulp=ZONDER_NAAM)
    waarom = tekstvak("Waarom?", 3)


class ReactieForm(MetVersie):
    """What the referrer does with it."""

    reactie = keuze("Wat doe je met het advies?", Advies.Reactie.choices)
    reden = tekstvak("Waarom?", 2)
    verder_op = keuze("Waar gaat de zaak verder?", [])

    def __init__(self, *args: Any, niveaus: Sequence[Niveaustand], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kies_niveaus(self, niveaus, veld="verder_op")


class TerugkijkForm(MetVersie):
    """Looking back after some months."""

    wat_gebeurde = tekstvak("Hoe gaat het nu met de hulp aan dit kind?", 3, hulp=ZONDER_NAAM)
    voorkomen = keuze("Is uithuisplaatsing voorkomen?", AndersInzet.Voorkomen.choices)
    geleerd = tekstvak("Wat leren we hiervan?", 2)


class GastForm(forms.Form):
    """Inviting somebody from outside."""

    naam = forms.CharField(label="Naam van de gast", max_length=200, help_text="Zoals in de toestemming staat.")
    email = forms.EmailField(label="E-mailadres")
    wachtwoord = forms.CharField(
        label="Eerste wachtwoord", widget=forms.PasswordInput(render_value=False), required=False,
        help_text="Minstens 12 tekens. Geef het telefonisch door; de gast kiest daarna zelf een nieuw.",
    )  # fmt: skip
    deskundigheid = forms.CharField(label="Deskundigheid", max_length=200, help_text="Zoals: kinderpsychiater.")
    waarom = tekstvak("Waarom is deze deskundige nodig?", 2, hulp=ZONDER_NAAM)
    grond = keuze("Waarop rust het delen met deze gast?", Deling.Grond.choices[:2], initial=Deling.Grond.TOESTEMMING)
    delen_reden = tekstvak(
        "Waarom mag het zonder toestemming?", 2, required=False, hulp="Alleen als het niet op toestemming rust."
    )
    delen = forms.MultipleChoiceField(
        label="Wat mag de gast zien?", choices=Gastplek.Deel.choices, widget=forms.CheckboxSelectMultiple
    )
    tot = forms.DateField(label="Tot en met welke dag?", widget=Dag())


class GastEindeForm(forms.Form):
    """Withdrawing a seat."""

    reden = forms.CharField(label="Waarom eindigt de plek?", max_length=300)


class InbrengForm(forms.Form):
    """What a guest gives along."""

    tekst = tekstvak("Wat geef je het team en de verwijzer mee?", 4, hulp=ZONDER_NAAM)


class ZittingForm(forms.Form):
    """A new session."""

    op = forms.DateField(label="Op welke dag?", widget=Dag())
    begint = forms.TimeField(label="Begint om", widget=forms.TimeInput(attrs={"type": "time"}))
    uren = forms.IntegerField(label="Hoeveel uur? Elk uur is voor één casus", min_value=1, max_value=8, initial=3)
    plaats = forms.CharField(label="Waar?", max_length=200, required=False)
    leden = forms.MultipleChoiceField(
        label="Wie zijn erbij?", widget=forms.CheckboxSelectMultiple,
        help_text="Alleen wie erbij is, ziet de casussen van deze zitting.",
    )  # fmt: skip

    def __init__(self, *args: Any, team: Teambeeld, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leden"].choices = [  # type: ignore[attr-defined]
            (str(lid.pk), f"{lid.gebruiker}, {lid.deskundigheid} ({lid.organisatie})") for lid in team.leden
        ]


class LidForm(forms.Form):
    """A member of the team."""

    email = forms.EmailField(label="E-mailadres", help_text="Van iemand met de rol expertteamlid.")
    deskundigheid = forms.CharField(label="Deskundigheid", max_length=200)
    is_secretaris = forms.BooleanField(label="Wordt de secretaris", required=False)
