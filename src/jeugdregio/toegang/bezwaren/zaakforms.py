"""Forms around the court and complaints."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import NodigeTekst
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Soort
from jeugdregio.toegang.bezwaren.forms import KIES, OpVersie, collegas, dag, tekst
from jeugdregio.toegang.bezwaren.klachten import NieuweKlacht
from jeugdregio.toegang.bezwaren.models import Beroep, Kanaal, Klacht
from jeugdregio.toegang.bezwaren.rechter import passende_uitspraken


class BeroepForm(OpVersie):
    """A case at the court."""

    soort = forms.ChoiceField(label="Wat is de rechter gevraagd?", choices=[KIES, *Beroep.Soort.choices])
    rechtbank = NodigeTekst(label="Welke rechtbank?", max_length=100)
    zaaknummer = NodigeTekst(label="Zaaknummer", max_length=40)
    ingesteld_op = dag("Wanneer is het ingesteld?")


class GrondenForm(OpVersie):
    """The court sent the grounds."""

    verzonden_op = dag("Wanneer stuurde de rechtbank de gronden?", "De datum van de brief van de rechtbank.")


class UitspraakForm(OpVersie):
    """What the judge said."""

    uitspraak = forms.ChoiceField(label="Wat zegt de rechter?", widget=forms.RadioSelect)
    op = dag("Wanneer is de uitspraak verzonden?")
    weken = forms.IntegerField(
        label="Nieuw besluit binnen hoeveel weken?", min_value=1, max_value=52, required=False,
        help_text="Alleen als de rechter een nieuw besluit vraagt.",
    )  # fmt: skip
    tekst = tekst("De kern van de uitspraak", "In gewone taal, zonder namen.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uitspraak"].choices = passende_uitspraken(self.zaak)  # type: ignore[attr-defined]


class KlachtForm(forms.Form):
    """A complaint came in."""

    over = forms.ChoiceField(label="Over wie gaat de klacht?", widget=forms.RadioSelect, choices=Klacht.Over.choices)
    aanbieder = forms.ModelChoiceField(
        label="Welke aanbieder of instelling?", queryset=Organisatie.objects.none(), required=False
    )  # fmt: skip
    over_wie = forms.ModelChoiceField(
        label="Gaat het over een collega? Over wie?", queryset=Gebruiker.objects.none(), required=False,
        help_text="Die ziet de klacht niet en behandelt haar niet (Awb 9:7).",
    )  # fmt: skip
    klager = NodigeTekst(label="Wie klaagt?", max_length=200)
    kanaal = forms.ChoiceField(label="Hoe kwam de klacht binnen?", choices=[KIES, *Kanaal.choices[1:]])
    gebeurd_op = dag("Wanneer gebeurde het?")
    ontvangen_op = dag("Wanneer kwam de klacht binnen?")
    tekst = tekst("Waar gaat de klacht over?", "In de woorden van de klager.")

    def __init__(self, *args: Any, gemeente: Organisatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aanbieders = Organisatie.objects.filter(soort__in=[Soort.AANBIEDER, Soort.GI]).order_by("naam")
        self.fields["aanbieder"].queryset = aanbieders  # type: ignore[attr-defined]
        self.fields["over_wie"].queryset = collegas(gemeente)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A complaint about a provider names it; one about the municipality does not."""
        velden = super().clean() or {}
        if velden.get("over") == Klacht.Over.AANBIEDER and not velden.get("aanbieder"):
            self.add_error("aanbieder", "Kies over wie de klacht gaat.")
        return velden

    def klacht(self) -> NieuweKlacht:
        """Return what was filled in."""
        v = self.cleaned_data
        van_ons = v["over"] == Klacht.Over.GEMEENTE
        return NieuweKlacht(
            klager=v["klager"], kanaal=v["kanaal"], gebeurd_op=v["gebeurd_op"], ontvangen_op=v["ontvangen_op"],
            tekst=v["tekst"], aanbieder=None if van_ons else v["aanbieder"],
            over_wie=v["over_wie"] if van_ons else None,
        )  # fmt: skip


class KlachtBevestigForm(OpVersie):
    """Acknowledge a complaint."""

    commissie = forms.BooleanField(
        label="Een klachtencommissie adviseert", required=False, help_text="Dan heb je tien weken in plaats van zes."
    )  # fmt: skip


class AfhandelForm(OpVersie):
    """The judgment on a complaint."""

    oordeel = forms.ChoiceField(
        label="Hoe loopt de klacht af?", widget=forms.RadioSelect, choices=Klacht.Oordeel.choices
    )
    gehoord_op = dag(
        "Wanneer sprak je de klager?", "Nodig bij gegrond, deels gegrond en ongegrond (Awb 9:10).", mag_leeg=True
    )
    conclusie = tekst(
        "Wat vond je, en wat verandert er?",
        "Dit komt in de brief. Noem ook dat de klager naar de ombudsman kan (Awb 9:12 lid 2).",
    )  # fmt: skip
