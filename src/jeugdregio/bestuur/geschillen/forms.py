"""Forms of disputes, one per act."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.bestuur.consent.models import Zichtbaarheid
from jeugdregio.bestuur.daden import Dossierform
from jeugdregio.bestuur.geschillen.models import Afwijking, Expertise, Geschil, Reactie
from jeugdregio.bestuur.geschillen.permissions import deelnemers
from jeugdregio.bestuur.mandaten.models import Betwisting, Mandaat
from jeugdregio.bestuur.mandaten.permissions import zichtbaar
from jeugdregio.bestuur.teksten.forms import RedenForm, dag, lang
from jeugdregio.bestuur.toezeggingen.actions import OPEN
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.bestuur.toezeggingen.permissions import zichtbare_stukken
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.queries import deelnemers as deelnemers_vandaag

__all__ = ["RedenForm"]


class SignaalForm(forms.Form):
    """A signal of a dispute."""

    titel = forms.CharField(label="Titel", max_length=200)
    onderwerp = lang("Waar gaat het over?")
    bepaling = forms.CharField(label="Welke bepaling van de regeling?", max_length=200)
    gemeenten = forms.ModelMultipleChoiceField(
        label="Tussen welke gemeenten?", queryset=Organisatie.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    geprobeerd = lang("Wat is al geprobeerd?", "", 3)
    gewenst = lang("Wat zou het oplossen?", "", 3)
    zichtbaarheid = forms.ChoiceField(
        label="Wie mag dit lezen?", choices=Zichtbaarheid.choices, initial=Zichtbaarheid.DELEGATIES
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeenten"].queryset = deelnemers_vandaag()  # type: ignore[attr-defined]


class SoortForm(Dossierform):
    """What it is really about."""

    soort = forms.ChoiceField(label="Waar gaat het echt over?", choices=Geschil.Soort.choices)


class ToelichtingForm(Dossierform):
    """A note."""

    toelichting = lang("Toelichting", "", 3)


class TekstForm(Dossierform):
    """A text."""

    tekst = lang("Tekst", "", 6)


class AfrondForm(Dossierform):
    """What came of the meeting."""

    overeenstemming = forms.TypedChoiceField(
        label="Zijn de colleges het eens?", choices=[("ja", "Ja"), ("nee", "Nee")],
        coerce=lambda waarde: waarde == "ja", widget=forms.RadioSelect,
    )  # fmt: skip
    op = dag("Datum van de bespreking")
    toelichting = lang("Toelichting", "", 3)


class AankondigForm(Dossierform):
    """The announcement."""

    op = dag("Wanneer zijn de raden ingelicht?")
    verwacht_op = dag("Advies uiterlijk op")


class DeskundigeForm(Dossierform):
    """An expert."""

    naam = forms.CharField(label="Deskundige", max_length=200)
    expertises = forms.MultipleChoiceField(
        label="Wat weet deze deskundige?", choices=Expertise.choices, widget=forms.CheckboxSelectMultiple
    )
    onafhankelijk_op = forms.DateField(
        label="Verklaring van onafhankelijkheid van", required=False, widget=Dag(), help_text="Zonder kan het niet."
    )
    alleen_voorzitter = forms.BooleanField(label="Door de deskundigen benoemd als voorzitter", required=False)


class AfwijkForm(Dossierform):
    """A deviation."""

    soort = forms.ChoiceField(label="Waarvan wijk je af?", choices=Afwijking.Soort.choices)
    reden = lang("Waarom?", "Het geldt pas als iedere deelnemer instemt.", 3)


class LeegForm(Dossierform):
    """Nothing to fill in."""


class OpdrachtForm(Dossierform):
    """The assignment."""

    vraag = lang("Vraag aan de commissie")
    afbakening = lang("Wat hoort er wel en niet bij?", "", 3)
    planning = lang("Planning", "", 2)
    budget = forms.IntegerField(label="Budget in euro", min_value=0, required=False)
    privacy = lang("Privacy", "Bijvoorbeeld: geen dossiers van kinderen.", 2)
    toegang = lang("Toegang tot stukken", "Via het regiokantoor.", 2)
    notities = forms.CharField(label="Wat gebeurt er met notities?", max_length=300)
    niet_bindend = forms.BooleanField(label="Het advies bindt niemand", required=False)

    def clean(self) -> dict[str, Any]:
        """Turn euros into cents."""
        velden = super().clean() or {}
        euro = velden.pop("budget", None)
        return {**velden, "budget_centen": None if euro is None else euro * 100}


class OpForm(Dossierform):
    """A day."""

    op = dag("Datum")


class StukkenForm(Dossierform):
    """Papers of a group."""

    groep = forms.CharField(label="Groep", max_length=120)
    titels = lang("Stukken", "Een titel per regel.", 6)
    zichtbaarheid = forms.ChoiceField(
        label="Wie mag van deze stukken weten?", choices=Zichtbaarheid.choices, initial=Zichtbaarheid.VERTROUWELIJK
    )


class GesprekForm(Dossierform):
    """A talk: who by role, never what was said."""

    op = dag("Datum")
    functie = forms.CharField(label="Functie", max_length=200, help_text="Bijvoorbeeld: wethouder van Urk.")
    personen = forms.IntegerField(label="Met hoeveel mensen?", min_value=1, max_value=50, initial=1)
    erbij = forms.CharField(label="Wie was erbij?", max_length=200, required=False, help_text="Ook als functie.")
    rol_van = forms.DateField(label="Had deze rol vanaf", required=False, widget=Dag())
    rol_tot = forms.DateField(label="Had deze rol tot en met", required=False, widget=Dag())
    herhaling = forms.BooleanField(label="Met dezelfde mensen is eerder gesproken", required=False)


class AdviesForm(Dossierform):
    """The advice."""

    op = dag("Aangeboden op")
    advies = lang("Kern van het advies")
    aanbevelingen = lang("Aanbevelingen", "Een per regel.", 6)
    uitloop_reden = lang("Waarom kwam het later?", "Verplicht als het later is dan gezegd.", 2, verplicht=False)


class ReactieForm(Dossierform):
    """What a college does with a recommendation."""

    keuze = forms.ChoiceField(label="Wat doet je college?", choices=Reactie.Keuze.choices)
    reden = lang("Waarom?", "", 3)
    eigenaar = forms.CharField(label="Wie trekt het?", max_length=200, required=False, help_text="Een functie.")
    uiterlijk = forms.DateField(label="Klaar op", required=False, widget=Dag())


class RaadForm(Dossierform):
    """The letter to the council."""

    document = forms.CharField(label="Brief", max_length=200)
    verzonden_op = dag("Verzonden op")
    stukken = forms.ModelMultipleChoiceField(
        label="Welke open stukken beantwoordt dit?", queryset=Raadsstuk.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple, help_text="De griffie van je raad oordeelt of ze zijn afgedaan.",
    )  # fmt: skip

    def vul(self) -> None:
        """Offer the open items of the own council."""
        eigen = zichtbare_stukken(self.wie).filter(gemeente=self.wie.organisatie, staat__in=OPEN)
        self.fields["stukken"].queryset = eigen  # type: ignore[attr-defined]


class VoortgangForm(Dossierform):
    """How far it is."""

    tekst = lang("Wat is er gedaan?", "", 3)
    bewijs = forms.CharField(label="Waar is dat te zien?", max_length=300)
    gedaan = forms.BooleanField(label="Dit is klaar", required=False)


class Art28Form(Dossierform):
    """A request to Gedeputeerde Staten."""

    op = dag("Datum van het verzoek")
    tekst = forms.CharField(label="Wat is gevraagd, en door wie?", max_length=300)


class BetwistForm(Dossierform):
    """A mandate that is disputed as part of it."""

    mandaat = forms.ModelChoiceField(label="Welk mandaat?", queryset=Mandaat.objects.none())
    grond = lang("Waarom wordt dit betwist?", "", 3)

    def vul(self) -> None:
        """Offer the mandates of the participants."""
        mee = [g.pk for g in deelnemers(self.dossier)]
        veld = self.fields["mandaat"]
        veld.queryset = zichtbaar(self.wie).filter(gemeenten__in=mee).distinct()  # type: ignore[attr-defined]


class KoppelForm(Dossierform):
    """A dispute of the register of mandates."""

    betwisting = forms.ModelChoiceField(label="Welke betwisting?", queryset=Betwisting.objects.none())

    def vul(self) -> None:
        """Offer what stands open and is not linked yet."""
        open_ = Betwisting.objects.filter(tot=None).exclude(pk__in=self.dossier.betwistingen.all())
        self.fields["betwisting"].queryset = open_  # type: ignore[attr-defined]
