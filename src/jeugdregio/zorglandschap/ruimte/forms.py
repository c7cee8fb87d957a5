"""Forms of this room. They read; the acts judge."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.zorglandschap.catalogusdaden import CATEGORIEEN
from jeugdregio.zorglandschap.models import Locatie, Niveau, Product
from jeugdregio.zorglandschap.ruimte.models import Opgave, Overbrugging, Plaats, Plek, Volgorde, Wachtcontact, Wachtende
from jeugdregio.zorglandschap.ruimte.opgeven import LANGST, MEEST
from jeugdregio.zorglandschap.ruimte.queries import locaties_van
from jeugdregio.zorglandschap.ruimte.zoeken import Vraag

BRONNEN = [(code, naam) for code, naam in Opgave.Bron.choices if code != Opgave.Bron.SYSTEEM]
_LEEG = "Leeg is onbekend."


def _getal(label: str, hoogste: int, hulp: str = "", **extra: Any) -> forms.IntegerField:
    veld = forms.IntegerField(
        label=label, min_value=0, max_value=hoogste, required=extra.pop("required", False), help_text=hulp, **extra
    )
    veld.widget.attrs["class"] = "kort"
    return veld


def _in_balk(formulier: forms.Form) -> None:
    """Give the fields the classes of a component: they stand in a bar, not one under the other."""
    for veld in formulier.fields.values():
        soort = "select" if isinstance(veld.widget, forms.Select) else "textbox"
        einde = "html-select" if soort == "select" else "html-input"
        eigen = veld.widget.attrs.get("class", "")
        veld.widget.attrs["class"] = f"utrecht-{soort} utrecht-{soort}--{einde} {eigen}".strip()


class OpgaveForm(forms.Form):
    """One row of the own places. The number of free places and days may be left empty: then it is unknown."""

    vrij = _getal("Vrij", MEEST)
    wachtdagen = _getal("Wachttijd in dagen", LANGST)
    bron = forms.ChoiceField(label="Bron", choices=BRONNEN)
    opgave = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_balk(self)


class BezettingForm(forms.Form):
    """The beds of a place with stay, in a week."""

    bedden = _getal("Bedden in totaal", MEEST, required=True)
    timeout = _getal("Waarvan vrijgehouden als time-outbed", MEEST, required=True)
    voltijd = _getal("Kinderen die de hele week blijven", MEEST, required=True)
    deeltijd_kinderen = _getal("Kinderen die een deel van de week blijven", MEEST, required=True)
    deeltijd_nachten = _getal(
        "Nachten per week van die kinderen samen", MEEST, "Twee kinderen met elk drie nachten: 6.", required=True
    )
    gezien = forms.UUIDField(widget=forms.HiddenInput, required=False)


class NieuwePlekForm(forms.Form):
    """A product at a location."""

    locatie = forms.ModelChoiceField(label="Locatie", queryset=Locatie.objects.none(), empty_label="Kies een locatie")
    product = forms.ModelChoiceField(
        label="Product", queryset=Product.objects.all(), to_field_name="code", empty_label="Kies een product"
    )
    maat = forms.ChoiceField(
        label="Wat tel je?", choices=Plek.Maat.choices, widget=forms.RadioSelect, initial="plekken"
    )
    vrij = _getal("Hoeveel is nu vrij?", MEEST, _LEEG)
    wachtdagen = _getal("Wachttijd in dagen", LANGST, _LEEG)
    bron = forms.ChoiceField(label="Hoe weet je dat?", choices=BRONNEN)
    leeftijd_van = _getal("Vanaf welke leeftijd?", 23)
    leeftijd_tot = _getal("Tot en met welke leeftijd?", 23)
    niet_voor = forms.CharField(
        label="Voor wie niet?", max_length=300, required=False,
        help_text="Waar je echt geen hulp bij kunt geven, zoals: geen rolstoeltoegang.",
    )  # fmt: skip

    def __init__(self, *args: Any, aanbieder: Organisatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["locatie"].queryset = locaties_van(aanbieder)  # type: ignore[attr-defined]


class ZoekForm(forms.Form):
    """What is looked for. `hulp` is a product (p:45A04) or a category (c:45)."""

    hulp = forms.ChoiceField(label="Welke hulp")
    plaats = forms.ChoiceField(label="Waar woont het kind", required=False)
    leeftijd = _getal("Leeftijd", 23)
    verblijf = forms.ChoiceField(
        label="Verblijf", choices=[("", "Maakt niet uit"), ("ja", "Met verblijf"), ("nee", "Zonder verblijf")],
        required=False,
    )  # fmt: skip
    niveau = forms.ChoiceField(label="Niveau", choices=[("", "Alle niveaus"), *Niveau.choices], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        producten = list(Product.objects.all())
        categorieen = sorted({product.categorie for product in producten})
        self.fields["hulp"].choices = [  # type: ignore[attr-defined]
            ("", "Kies een product"),
            ("Producten", [(f"p:{p.code}", f"{p.naam} ({p.code})") for p in producten]),
            ("Hele categorie", [(f"c:{c}", f"{c} {CATEGORIEEN.get(c, '')}") for c in categorieen]),
        ]
        self.fields["plaats"].choices = [  # type: ignore[attr-defined]
            ("", "Kies een plaats"), *((p.naam, p.naam) for p in Plaats.objects.all()),
        ]  # fmt: skip
        _in_balk(self)

    def vraag(self) -> Vraag:
        """Return the question, of a valid form."""
        velden = self.cleaned_data
        soort, _, code = velden["hulp"].partition(":")
        return Vraag(
            product=code if soort == "p" else "", categorie=code if soort == "c" else "", plaats=velden["plaats"],
            leeftijd=velden["leeftijd"], verblijf={"ja": True, "nee": False}.get(velden["verblijf"]),
            niveau=velden["niveau"],
        )  # fmt: skip


class ReserveerForm(forms.Form):
    """A reservation."""

    kenmerk = forms.CharField(
        label="Dossiernummer", max_length=20,
        help_text="Van je eigen gemeente, zoals K-2026-00001. Alleen jullie en de aanbieder zien het.",
    )  # fmt: skip
    aantal = forms.IntegerField(label="Hoeveel", min_value=1, max_value=MEEST, initial=1)
    tot = forms.DateField(label="Vasthouden tot en met", widget=Dag(), required=False)
    toelichting = forms.CharField(
        label="Wat moet de aanbieder weten?", max_length=300, required=False,
        help_text="Geen naam en geen adres.", widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, plek: Plek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if plek.maat == Plek.Maat.PLEKKEN:
            self.fields["aantal"].widget = forms.HiddenInput()
        else:
            self.fields["aantal"].label = "Hoeveel uur per week"


class MetVersie(forms.Form):
    """What every change says: which version was seen."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class AntwoordForm(MetVersie):
    """The answer of the provider."""

    ja = forms.TypedChoiceField(
        label="Kan het?", choices=[("ja", "Ja, we houden de plek vast"), ("nee", "Nee, het kan niet")],
        widget=forms.RadioSelect, coerce=lambda waarde: waarde == "ja",
    )  # fmt: skip
    reden = forms.CharField(
        label="Waarom niet?", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Alleen als het niet kan. De gemeente ziet dit.",
    )  # fmt: skip


class DagForm(MetVersie):
    """The day on which something was."""

    op = forms.DateField(label="Op welke dag?", widget=Dag())


class EindeForm(DagForm):
    """The end of waiting."""

    waarom = forms.CharField(label="Waarom is het wachten voorbij?", max_length=200)
    begonnen = forms.BooleanField(label="De hulp is op die dag begonnen", required=False)


class ContactForm(DagForm):
    """A contact moment while waiting."""

    hoe = forms.ChoiceField(label="Hoe?", choices=Wachtcontact.Hoe.choices)
    wat = forms.CharField(label="Hoe gaat het, en wat is er veranderd?", max_length=300, help_text="Geen namen.")


class UrgentieForm(MetVersie):
    """Another urgency."""

    urgentie = forms.TypedChoiceField(label="Hoe dringend is het?", choices=Wachtende.Urgentie.choices, coerce=int)
    urgentie_reden = forms.CharField(
        label="Waarom dringend of voorrang?", max_length=300, required=False, help_text="Geen namen."
    )


class WachttijdForm(MetVersie):
    """What the provider says of the waiting time, and how that is known."""

    wachttijd_dagen = _getal("Wachttijd volgens de aanbieder (dagen)", 1500, required=True)
    wachttijd_bron = forms.ChoiceField(label="Hoe weet je dat?", choices=BRONNEN)
    wachttijd_op = forms.DateField(label="Op welke dag zei de aanbieder dat?", widget=Dag())


class OverbruggingForm(MetVersie):
    """What was offered for the time being."""

    soort = forms.ChoiceField(label="Wat bood je aan?", choices=Overbrugging.Soort.choices)
    wat = forms.CharField(label="Schrijf op wat het is", max_length=300, help_text="Geen namen.")
    aangenomen = forms.TypedChoiceField(
        label="Wil het gezin dit?", choices=[("ja", "Ja"), ("nee", "Nee")], widget=forms.RadioSelect,
        coerce=lambda waarde: waarde == "ja",
    )  # fmt: skip


class WachtendeForm(forms.Form):
    """A child on the waiting list."""

    kenmerk = forms.CharField(
        label="Dossiernummer", max_length=20, help_text="Van je eigen gemeente, zoals K-2026-00001. Geen naam."
    )
    product = forms.ModelChoiceField(
        label="Wacht op", queryset=Product.objects.all(), to_field_name="code", empty_label="Kies een product"
    )
    aangemeld_op = forms.DateField(label="Aangemeld op", widget=Dag())
    urgentie = forms.TypedChoiceField(
        label="Hoe dringend is het?", choices=Wachtende.Urgentie.choices, coerce=int, initial=Wachtende.Urgentie.GEWOON
    )
    urgentie_reden = forms.CharField(
        label="Waarom dringend of voorrang?", max_length=300, required=False, help_text="Geen namen."
    )
    plek = forms.UUIDField(widget=forms.HiddenInput, required=False)


class TermijnenForm(forms.Form):
    """Other terms from a day on."""

    van = forms.DateField(label="Geldt vanaf", widget=Dag())
    verouderd_na = _getal("Een opgave is verouderd na (dagen)", 365, required=True)
    antwoord_binnen = _getal("De aanbieder antwoordt binnen (dagen)", 365, required=True)
    reservering_duurt = _getal("Een reservering duurt hoogstens (dagen)", 365, required=True)
    eerste_contact_binnen = _getal("Eerste contact of overbrugging binnen (dagen)", 365, required=True)
    contact_elke = _getal("Contact met wie wacht elke (dagen)", 365, required=True)
    zonder_start_na = _getal("Een toewijzing zonder start is wachten na (dagen)", 365, required=True)
    volgorde = forms.ChoiceField(label="Volgorde van de wachtlijst", choices=Volgorde.choices)
    bron = forms.CharField(label="Besluit of document", max_length=300)


class PlaatsForm(forms.Form):
    """A town."""

    naam = forms.CharField(label="Plaats", max_length=100)
    breedte = forms.DecimalField(label="Breedtegraad", max_digits=8, decimal_places=6, help_text="Zoals 52.508.")
    lengte = forms.DecimalField(label="Lengtegraad", max_digits=9, decimal_places=6, help_text="Zoals 5.475.")
    bron = forms.CharField(label="Bron", max_length=150)
