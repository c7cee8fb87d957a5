"""Forms of plans and research. Those with `versie` are made from what the reader saw."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.forms import tekstvak
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.plannen.catalogus import DOMEINEN, Vraag
from jeugdregio.toegang.plannen.models import Plan, Planactie, Plandoel, Registratie
from jeugdregio.toegang.weergave import naam

_REGISTER = {"required": "Alleen iemand met een registratie bij SKJ of BIG kan het onderzoek afronden."}


class MetVersie(forms.Form):
    """A step on a plan or research as the reader saw it."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class AanbodForm(forms.Form):
    """Offering a family to make its plan itself."""

    kinderen = forms.MultipleChoiceField(
        label="Voor welke kinderen van dit gezin?", widget=forms.CheckboxSelectMultiple,
        help_text="Een gezin heeft één plan, ook met meer kinderen.",
    )  # fmt: skip
    op = forms.DateField(label="Op welke dag heb je het aangeboden?", widget=Dag(), initial=vandaag)
    uitleg = forms.CharField(label="Wat heb je uitgelegd?", widget=tekstvak(4), max_length=4000)

    def __init__(self, *args: Any, kinderen: Sequence[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinderen"].choices = [(str(k.pk), naam(k)) for k in kinderen]  # type: ignore[attr-defined]
        self.fields["kinderen"].initial = [str(kinderen[0].pk)]


class GezinMaaktForm(MetVersie):
    """The family makes its own plan."""

    op = forms.DateField(label="Op welke dag zei het gezin dat?", widget=Dag(), initial=vandaag)
    woorden = forms.CharField(
        label="Wat zei het gezin?", widget=tekstvak(3), max_length=4000, help_text="In de eigen woorden van het gezin."
    )
    klaar_op = forms.DateField(label="Tot wanneer werkt het gezin aan zijn plan?", widget=Dag())


class AfzienForm(MetVersie):
    """There will be no family group plan."""

    op = forms.DateField(label="Op welke dag stond dat vast?", widget=Dag(), initial=vandaag)
    grond = forms.ChoiceField(label="Waarom niet?", choices=Plan.Afzien.choices, widget=forms.RadioSelect)
    reden = forms.CharField(label="Leg uit", widget=tekstvak(3), max_length=4000)


class DoelForm(MetVersie):
    """A goal in the words of the family."""

    woorden = forms.CharField(
        label="Wat wil het gezin bereiken?", widget=tekstvak(2), max_length=1000, help_text="In eigen woorden."
    )
    van = forms.ChoiceField(label="Van wie is dit doel?", choices=Plandoel.Van.choices, initial=Plandoel.Van.GEZIN)
    klaar_als = forms.CharField(label="Waaraan merkt het gezin dat het is gelukt?", max_length=300, required=False)


class ActieForm(MetVersie):
    """An action with its owner and day."""

    wat = forms.CharField(label="Wat gebeurt er?", max_length=300)
    eigenaar = forms.ChoiceField(label="Wie doet dit?", choices=Planactie.Eigenaar.choices)
    door = forms.CharField(label="Naam", max_length=200, help_text="Bijvoorbeeld: moeder, oma, of de begeleider.")
    organisatie = forms.ChoiceField(
        label="Welke aanbieder?", required=False, help_text="Alleen wie nu hulp geeft aan een kind van dit plan."
    )
    uiterlijk = forms.DateField(label="Klaar op", widget=Dag())

    def __init__(self, *args: Any, aanbieders: Iterable[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aanbieders = {str(o.pk): o for o in aanbieders}
        if self.aanbieders:
            keuzes = [("", "Geen aanbieder"), *((pk, o.naam) for pk, o in self.aanbieders.items())]
            self.fields["organisatie"].choices = keuzes  # type: ignore[attr-defined]
        else:
            del self.fields["organisatie"]

    def gegevens(self) -> dict[str, Any]:
        """Return the cleaned form as the act wants it."""
        velden: dict[str, Any] = dict(self.cleaned_data)
        velden["organisatie"] = self.aanbieders.get(velden.get("organisatie", ""))
        return velden


class EvaluatieForm(MetVersie):
    """A day to look back."""

    op = forms.DateField(label="Op welke dag kijken jullie terug?", widget=Dag())


class BetrokkeneForm(MetVersie):
    """Who else is involved."""

    naam = forms.CharField(label="Naam", max_length=200)
    rol = forms.CharField(label="Wat is deze persoon van of voor het gezin?", max_length=200)


class VerhaalForm(MetVersie):
    """The own plan or summary, and what everybody thinks of it."""

    verhaal = forms.CharField(
        label="Het plan van het gezin, of een samenvatting", widget=tekstvak(8), max_length=20000, required=False,
        help_text="Maakte het gezin zelf een plan? Neem het hier over zoals het is.",
    )  # fmt: skip
    eens_jeugdige = forms.CharField(
        label="Wat vindt de jeugdige ervan?", widget=tekstvak(2), max_length=4000, required=False
    )
    eens_ouders = forms.CharField(
        label="Wat vinden de ouders ervan?", widget=tekstvak(2), max_length=4000, required=False
    )
    eens_pleegouder = forms.CharField(
        label="Bij pleegzorg: waarmee stemt de pleegouder in?", widget=tekstvak(2), max_length=4000, required=False
    )


class GedaanForm(MetVersie):
    """An action that was done."""

    op = forms.DateField(label="Op welke dag?", widget=Dag(), initial=vandaag)
    tekst = forms.CharField(label="Hoe ging het?", widget=tekstvak(2), max_length=2000, required=False)


class TeruggekekenForm(MetVersie):
    """What looking back gave."""

    op = forms.DateField(label="Op welke dag?", widget=Dag(), initial=vandaag)
    uitkomst = forms.CharField(label="Wat vonden het gezin en jij?", widget=tekstvak(4), max_length=4000)


class ContactForm(MetVersie):
    """The contact person of the family."""

    gebruiker = forms.ChoiceField(label="Collega", required=False)
    naam = forms.CharField(label="Of een ander: naam", max_length=200, required=False)
    telefoon = forms.CharField(label="Telefoonnummer voor het gezin", max_length=30, required=False)

    def __init__(self, *args: Any, mensen: Iterable[Gebruiker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mensen = {str(g.pk): g for g in mensen}
        keuzes = [("", "Kies een collega"), *((pk, g.naam) for pk, g in self.mensen.items())]
        self.fields["gebruiker"].choices = keuzes  # type: ignore[attr-defined]

    def gegevens(self) -> dict[str, Any]:
        """Return the cleaned form as the act wants it."""
        velden: dict[str, Any] = dict(self.cleaned_data)
        velden["gebruiker"] = self.mensen.get(velden["gebruiker"])
        return velden


class KindErbijForm(MetVersie):
    """A brother or sister on the plan."""

    kind_id = forms.ChoiceField(label="Welk kind?")

    def __init__(self, *args: Any, kinderen: Sequence[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind_id"].choices = [(str(k.pk), naam(k)) for k in kinderen]  # type: ignore[attr-defined]


class DagForm(MetVersie):
    """A day, and nothing else."""

    op = forms.DateField(label="Op welke dag?", widget=Dag(), initial=vandaag)


class SluitForm(MetVersie):
    """Why the plan is ready."""

    reden = forms.CharField(label="Waarom is het plan klaar?", widget=tekstvak(2), max_length=2000)


class DomeinenForm(forms.Form):
    """What is asked in this case."""

    domeinen = forms.MultipleChoiceField(
        label="Wat wil je naast de vaste vragen weten?", required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(d.code, d.naam) for d in DOMEINEN],
        help_text="Kies alleen wat nodig is voor het besluit. Wat je niet kiest, vraag je niet en bewaar je niet.",
    )  # fmt: skip


class DomeinenWijzigenForm(DomeinenForm, MetVersie):
    """Choosing again."""


class _Straks(forms.CharField):
    """A question the law always asks: it may be kept empty on the way, the report cannot do without it."""

    def validate(self, value: Any) -> None:
        """Let it be empty for now."""


class AntwoordenForm(MetVersie):
    """The questions of this case; each tells why it is asked."""

    def __init__(self, *args: Any, vragen: Iterable[Vraag], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for vraag in vragen:
            soort = _Straks if vraag.verplicht else forms.CharField
            self.fields[vraag.code] = soort(
                label=vraag.tekst, required=vraag.verplicht, widget=tekstvak(3), max_length=8000,
                help_text=f"{vraag.waarom} Nodig voor: {vraag.waarvoor} ({vraag.bron}).",
            )  # fmt: skip

    def antwoorden(self) -> dict[str, str]:
        """Return what was filled in, by question."""
        return {code: tekst for code, tekst in self.cleaned_data.items() if code != "versie"}


class ReactieForm(MetVersie):
    """What the family says about the report."""

    van = forms.CharField(label="Wie reageert?", max_length=200, help_text="Bijvoorbeeld: Kim Zomer, moeder")
    op = forms.DateField(label="Op welke dag?", widget=Dag(), initial=vandaag)
    tekst = forms.CharField(
        label="De reactie, letterlijk", widget=tekstvak(6), max_length=20000, strip=False,
        help_text="Deze tekst verandert daarna niet meer.",
    )  # fmt: skip


class AfrondenForm(MetVersie):
    """Who judged, and the registration."""

    beoordelaar = forms.CharField(label="Wie beoordeelde het?", max_length=200)
    registratie = forms.ChoiceField(
        label="In welk register?", choices=[("", "Kies een register"), *Registratie.choices], error_messages=_REGISTER
    )
    nummer = forms.CharField(label="Registratienummer", max_length=11, error_messages=_REGISTER)
