"""Forms of the register."""

from typing import Any

from django import forms

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten.handelingen import HANDELINGEN
from jeugdregio.bestuur.mandaten.models import Mandaat, Soort
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.models import Soort as Organisatiesoort
from jeugdregio.organisaties.permissions import ROLLEN_PER_SOORT
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie
from recht.mandaat import PAST

_PARTIJEN = (Organisatiesoort.GEMEENTE, Organisatiesoort.REGIOKANTOOR, Organisatiesoort.UITVOERDER)
_FUNCTIES = sorted(
    {rol for soort in _PARTIJEN for rol in ROLLEN_PER_SOORT[soort]}, key=lambda rol: Rol(rol).label
)  # fmt: skip
FUNCTIES = [("", "Het orgaan zelf (bij een gemeente: het college)"), *((r.value, r.label) for r in _FUNCTIES)]


class Dag(forms.DateInput):
    """A date field of the browser itself; its value travels as 2026-11-22."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def partijen() -> Any:
    """Return the bodies that give and receive mandates."""
    return Organisatie.objects.filter(soort__in=_PARTIJEN).order_by("naam")


def _handelingen() -> list[tuple[str, str]]:
    return [(h.code, f"{h.tekst} ({PAST[h.aard].value})") for h in HANDELINGEN.values() if not h.niet_door]


class FilterForm(forms.Form):
    """What the list shows."""

    gemeente = forms.ModelChoiceField(
        label="Gemeente", queryset=Organisatie.objects.none(), required=False, empty_label="Alle gemeenten"
    )
    handeling = forms.ChoiceField(label="Handeling", required=False)
    datum = forms.DateField(label="Op datum", required=False, widget=Dag())
    alles = forms.BooleanField(label="Ook wat niet (meer) geldt", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = deelnemers()  # type: ignore[attr-defined]
        keuzes = [(h.code, h.tekst) for h in HANDELINGEN.values()]
        self.fields["handeling"].choices = [("", "Alle handelingen"), *keuzes]  # type: ignore[attr-defined]
        for naam in ("gemeente", "handeling"):
            self.fields[naam].widget.attrs["class"] = "utrecht-select utrecht-select--html-select"
        self.fields["datum"].widget.attrs["class"] = "utrecht-textbox utrecht-textbox--html-input"


class VraagForm(forms.Form):
    """May this body do this here on this day?"""

    orgaan = forms.ModelChoiceField(label="Wie", queryset=Organisatie.objects.none())
    functie = forms.ChoiceField(label="In welke functie", choices=FUNCTIES, required=False)
    handeling = forms.ChoiceField(label="Wat", choices=[(h.code, h.tekst) for h in HANDELINGEN.values()])
    gemeente = forms.ModelChoiceField(label="Voor welke gemeente", queryset=Organisatie.objects.none())
    datum = forms.DateField(label="Op welke dag", widget=Dag())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        soorten = (*_PARTIJEN, Organisatiesoort.RAAD)
        self.fields["orgaan"].queryset = Organisatie.objects.filter(  # type: ignore[attr-defined]
            soort__in=soorten
        ).order_by("naam")
        self.fields["gemeente"].queryset = deelnemers()  # type: ignore[attr-defined]


class VerleningForm(forms.Form):
    """A mandate that the own body decided on."""

    soort = forms.ChoiceField(
        label="Wat geef je", choices=[*Soort.choices, ("intentie", "Intentie (geeft geen bevoegdheid)")],
        help_text="Mandaat: besluiten nemen. Volmacht: contracten sluiten. Machtiging: feitelijk iets doen.",
    )  # fmt: skip
    gever_functie = forms.ChoiceField(label="Wie geeft", choices=FUNCTIES, required=False)
    ontvanger = forms.ModelChoiceField(label="Aan wie", queryset=Organisatie.objects.none())
    ontvanger_functie = forms.ChoiceField(label="In welke functie", choices=FUNCTIES, required=False)
    handelingen = forms.MultipleChoiceField(
        label="Wat mag de ontvanger doen", choices=_handelingen, widget=forms.CheckboxSelectMultiple
    )
    gemeenten = forms.ModelMultipleChoiceField(
        label="Voor welke gemeenten", queryset=Organisatie.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    besluit = forms.CharField(label="Besluit", max_length=200, help_text="Bijvoorbeeld: Mandaatbesluit jeugd 2027")
    besluit_op = forms.DateField(label="Datum van het besluit", widget=Dag())
    document = forms.CharField(
        label="Waar staat het", max_length=300, required=False, help_text="Naam of nummer van het stuk. Verplicht bij "
        "een algemeen mandaat.",
    )  # fmt: skip
    schriftelijk = forms.BooleanField(label="Het staat op schrift", required=False, initial=True)
    geval = forms.CharField(
        label="Alleen voor één zaak", max_length=40, required=False, help_text="Kenmerk van de zaak, geen naam."
    )
    van = forms.DateField(label="Geldig vanaf", widget=Dag())
    tot = forms.DateField(label="Geldig tot en met", widget=Dag(), required=False)
    ondergeschikt = forms.BooleanField(
        label="De ontvanger werkt onder de gever", required=False, help_text="Dan is geen instemming nodig (Awb 10:4)."
    )
    ondermandaat_vanaf = forms.DateField(
        label="Doorgeven mag vanaf", widget=Dag(), required=False, help_text="Leeg: doorgeven mag niet (Awb 10:9)."
    )
    voorwaarden = forms.CharField(
        label="Voorwaarden", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Eén per regel.",
    )  # fmt: skip
    verantwoording = forms.CharField(label="Hoe legt de ontvanger verantwoording af", max_length=300, required=False)

    def __init__(self, *args: Any, wie: Wie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ontvanger"].queryset = partijen()  # type: ignore[attr-defined]
        self.fields["gemeenten"].queryset = deelnemers()  # type: ignore[attr-defined]


def begin_van(mandaat: Mandaat) -> dict[str, Any]:
    """Return what a change of a mandate starts from; the decision and its days are new."""
    namen = (
        "soort", "gever_functie", "ontvanger", "ontvanger_functie", "handelingen", "geval", "schriftelijk", "tot",
        "ondergeschikt", "ondermandaat_vanaf", "voorwaarden", "verantwoording", "besluit", "document",
    )  # fmt: skip
    return {naam: getattr(mandaat, naam) for naam in namen} | {"gemeenten": list(mandaat.gemeenten.all())}


def begin_onder(mandaat: Mandaat) -> dict[str, Any]:
    """Return what passing on a mandate starts from."""
    return {
        "soort": mandaat.soort, "gever_functie": mandaat.ontvanger_functie, "handelingen": mandaat.handelingen,
        "gemeenten": list(mandaat.gemeenten.all()), "tot": mandaat.tot, "schriftelijk": True,
    }  # fmt: skip


class InstemmenForm(forms.Form):
    """Agreeing."""

    op = forms.DateField(label="Ingestemd op", widget=Dag(), initial=vandaag)
    tekst = forms.CharField(
        label="Besluit", max_length=500, required=False, help_text="Bijvoorbeeld: collegebesluit 12"
    )


class IntrekkenForm(forms.Form):
    """Withdrawing."""

    besluit_op = forms.DateField(label="Datum van het besluit", widget=Dag(), initial=vandaag)
    per = forms.DateField(label="Ingetrokken per", widget=Dag(), initial=vandaag)
    tekst = forms.CharField(label="Besluit en reden", max_length=500)


class NotitieForm(forms.Form):
    """An instruction of the giver or an account of the recipient."""

    op = forms.DateField(label="Op", widget=Dag(), initial=vandaag)
    tekst = forms.CharField(label="Waar gaat het om", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class BetwistForm(forms.Form):
    """A dispute."""

    van = forms.DateField(label="Betwist sinds", widget=Dag(), initial=vandaag)
    gemeente = forms.ModelChoiceField(
        label="Voor welke gemeente", queryset=Organisatie.objects.none(), required=False, empty_label="Alle gemeenten"
    )
    handelingen = forms.MultipleChoiceField(
        label="Voor welke handelingen", required=False, widget=forms.CheckboxSelectMultiple, help_text="Niets: alle."
    )
    grond = forms.CharField(label="Waarom", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    bron = forms.CharField(label="Waar staat dat", max_length=200, required=False)

    def __init__(self, *args: Any, mandaat: Mandaat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = mandaat.gemeenten.all()  # type: ignore[attr-defined]
        keuzes = [(h.code, h.tekst) for h in mandaat.handeling_lijst]
        self.fields["handelingen"].choices = keuzes  # type: ignore[attr-defined]


class AfloopForm(forms.Form):
    """The end of a dispute."""

    tot = forms.DateField(label="Laatste dag", widget=Dag(), initial=vandaag)
    afloop = forms.CharField(label="Hoe is het afgelopen", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
