"""Forms of residence and transfer."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from ijw.codelijsten import CODELIJSTEN
from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.forms import tekstvak
from jeugdregio.toegang.rechtstreeks import Hulp
from jeugdregio.toegang.woonplaats import inhoud
from jeugdregio.toegang.woonplaats.feiten import NieuwFeit
from jeugdregio.toegang.woonplaats.gemeenten import keuzes
from jeugdregio.toegang.woonplaats.models import Overdracht, Woonfeit
from jeugdregio.zorglandschap.models import Product

KIES = ("", "Maak een keuze")
BUITENLAND = "buitenland"


class FeitForm(forms.Form):
    """One fact as it was looked up."""

    soort = forms.ChoiceField(label="Wat heb je nagekeken?", choices=[KIES, *Woonfeit.Soort.choices])
    gemeente = forms.ChoiceField(label="Welke gemeente?", required=False)
    van = forms.DateField(
        label="Vanaf", widget=Dag(), required=False, help_text="Bij de inschrijving van de moeder niet nodig."
    )
    tot = forms.DateField(label="Tot en met", widget=Dag(), required=False, help_text="Leeg als het nog duurt.")
    locatie = forms.CharField(
        label="Waar precies?", max_length=200, required=False, help_text="Bijvoorbeeld de naam van de instelling."
    )
    aantekening = forms.BooleanField(
        label="Bij dit adres staat een aantekening (Wet BRP 2.26)", required=False,
        help_text="Dan klopt het adres waarschijnlijk niet, en telt het niet.",
    )  # fmt: skip
    bron = forms.CharField(label="Waar heb je het nagekeken?", max_length=200, initial="Basisregistratie personen")
    nagekeken_op = forms.DateField(label="Nagekeken op", widget=Dag())

    def __init__(self, *args: Any, dichtbij: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["gemeente"]
        veld.choices = [("", "Onbekend"), (BUITENLAND, "Buitenland"), *keuzes(dichtbij)]  # type: ignore[attr-defined]
        self.fields["nagekeken_op"].initial = vandaag()

    def feit(self) -> NieuwFeit:
        """Return what was filled in."""
        v = self.cleaned_data
        buitenland = v["gemeente"] == BUITENLAND
        return NieuwFeit(
            soort=v["soort"], van=v["van"], tot=v["tot"], gemeente_code="" if buitenland else v["gemeente"],
            buitenland=buitenland, aantekening=v["aantekening"], locatie=v["locatie"], bron=v["bron"],
            nagekeken_op=v["nagekeken_op"],
        )  # fmt: skip


class RedenForm(forms.Form):
    """A reason, for withdrawing a fact."""

    reden = forms.CharField(label="Wat klopt er niet?", max_length=300, widget=tekstvak(3))


class VaststelForm(forms.Form):
    """The day for which the residence is established."""

    op = forms.DateField(label="Voor welke dag?", widget=Dag(), help_text="De dag van de hulpvraag, meestal vandaag.")


class OverdraagForm(forms.Form):
    """On which ground the child is handed over, and what goes along."""

    grond = forms.ChoiceField(
        label="Waarop deel je de gegevens?", choices=Overdracht.Grond.choices, widget=forms.RadioSelect
    )
    grond_toelichting = forms.CharField(
        label="Wie gaf wanneer toestemming, of waarom deel je zonder?", max_length=1000, widget=tekstvak(3)
    )
    onderdelen = forms.MultipleChoiceField(
        label="Wat gaat er nog mee?", required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(code, kop) for code, (kop, _) in inhoud.ONDERDELEN.items() if code not in inhoud.ALTIJD],
        help_text="Naam, geboortedatum, bsn en de lopende hulp gaan altijd mee. De rest alleen met toestemming.",
    )  # fmt: skip
    voortzetting_gevraagd_op = forms.DateField(
        label="Wanneer vroeg het gezin om dezelfde hulp te houden?", widget=Dag(), required=False,
        help_text="Leeg als het gezin dat niet vroeg. Dan regelt de nieuwe gemeente gelijkwaardige hulp (2.7a lid 3).",
    )  # fmt: skip


class VersieForm(forms.Form):
    """What every act on a transfer carries: the version the page was made from."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class AanvaardForm(VersieForm):
    """Where the receiving municipality looked itself."""

    bron = forms.CharField(
        label="Waar heb je zelf nagekeken dat het kind hier hoort?", max_length=150,
        initial="Basisregistratie personen",
    )  # fmt: skip


class StandpuntForm(VersieForm):
    """Words with a reason."""

    tekst = forms.CharField(label="Waarom?", max_length=2000, widget=tekstvak(4))


class BetwistForm(StandpuntForm):
    """A dispute, with who is responsible instead."""

    gemeente = forms.ChoiceField(label="Welke gemeente is het volgens jou wel?", required=False)

    def __init__(self, *args: Any, dichtbij: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].choices = [("", "Weet ik niet"), *keuzes(dichtbij)]  # type: ignore[attr-defined]


class BuitenForm(VersieForm):
    """What a municipality outside said."""

    akkoord = forms.ChoiceField(
        label="Wat zei de gemeente?", widget=forms.RadioSelect,
        choices=[("ja", "Zij neemt het kind over"), ("nee", "Zij neemt het niet over")],
    )  # fmt: skip
    tekst = forms.CharField(label="Waarom niet?", required=False, max_length=2000, widget=tekstvak(3))
    door = forms.CharField(label="Met wie sprak je?", max_length=200)
    op = forms.DateField(label="Wanneer?", widget=Dag())


class BuitenAfsluitForm(VersieForm):
    """From when a municipality outside joins on."""

    ingangsdatum = forms.DateField(label="Eerste dag van de nieuwe gemeente", widget=Dag())
    afgestemd = forms.CharField(label="Met wie bij de aanbieder en de gemeente sprak je af?", max_length=300)


class NietForm(VersieForm):
    """Why help is not carried on."""

    reden = forms.CharField(
        label="Waarom gaat deze hulp niet door?", max_length=1000, widget=tekstvak(3),
        help_text="Schrijf ook op wat het gezin ervan vindt.",
    )  # fmt: skip


class AansluitForm(VersieForm):
    """The help that goes on, filled in as it was."""

    aanbieder = forms.ChoiceField(label="Aanbieder")
    product = forms.ChoiceField(label="Hulp")
    ingangsdatum = forms.DateField(
        label="Eerste dag van je toewijzing", widget=Dag(), help_text="De oude toewijzing eindigt de dag ervoor."
    )
    einddatum = forms.DateField(label="Tot en met", widget=Dag())
    volume = forms.IntegerField(label="Hoeveel", min_value=1, max_value=99_999_999)
    eenheid = forms.ChoiceField(label="Eenheid", choices=[KIES, *CODELIJSTEN["WJ756"].items()])
    frequentie = forms.ChoiceField(label="Per", choices=[KIES, *CODELIJSTEN["WMO757"].items()])
    afgestemd = forms.CharField(label="Met wie bij de aanbieder sprak je dit af, en wanneer?", max_length=300)
    afwijking_reden = forms.CharField(
        label="Waarom is het andere hulp dan eerst?", required=False, max_length=1000, widget=tekstvak(3),
        help_text="Alleen als je iets verandert. Het gezin heeft recht op dezelfde hulp als het daarom vroeg.",
    )  # fmt: skip
    zonder_contract_reden = forms.CharField(
        label="Waarom zonder contract?", required=False, max_length=1000, widget=tekstvak(2),
        help_text="Niet nodig bij dezelfde hulp: dan is de wet de reden (2.7a).",
    )  # fmt: skip

    def __init__(
        self, *args: Any, aanbieders: Sequence[Organisatie], producten: Sequence[Product], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        velden: Any = self.fields
        velden["aanbieder"].choices = [KIES, *((str(a.pk), a.naam) for a in aanbieders)]
        velden["product"].choices = [KIES, *((p.code, str(p)) for p in producten)]

    def hulp(self) -> Hulp:
        """Return what was filled in."""
        v = self.cleaned_data
        return Hulp(
            aanbieder_id=UUID(v["aanbieder"]), code=v["product"], ingangsdatum=v["ingangsdatum"],
            einddatum=v["einddatum"], volume=v["volume"], eenheid=v["eenheid"], frequentie=v["frequentie"],
        )  # fmt: skip
