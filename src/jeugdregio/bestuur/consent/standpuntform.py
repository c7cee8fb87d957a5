"""The form of a position: what you say, the mandate behind it, and only then a concern or an objection."""

from django import forms

from jeugdregio.bestuur.consent.beurten import open_ronde
from jeugdregio.bestuur.consent.forms import JA_NEE, LANG, GemeenteForm, cijferkeuzes, lang_veld, vak
from jeugdregio.bestuur.consent.models import Keuze, Mandaat
from jeugdregio.bestuur.consent.standpunten import TESTS, NieuwBezwaar, NieuweZorg

TOETSVRAGEN = {
    "o1": "1. Schaadt het een gezamenlijk doel, een principe, een wettelijke taak of de veiligheid van kinderen?",
    "o2": "2. Raakt die schade de taak of de inwoners van je eigen gemeente?",
    "o3": "3. Komt de schade door dit voorstel, en is ze er zonder het voorstel niet?",
    "o4": "4. Is de schade zeker, of is er geen tijd om bij te sturen voor het ernstig wordt?",
    "o5": "5. Komt het in strijd met de wet, de Centrumregeling of een geldig mandaat?",
}


class BezwaarForm(GemeenteForm):
    """Harm, whom it hits, the five questions, a repair."""

    schade = lang_veld("Welke schade zie je?", "Noem ten minste één schade.", 3, verplicht=False)
    wie_raakt = forms.CharField(label="Wie raakt die schade?", max_length=1000, required=False)
    herstel = lang_veld(
        "Wat zou de schade wegnemen?", "Een begin is genoeg. Je zoekt samen verder.", 3, verplicht=False
    )
    o1, o2, o3, o4, o5 = (
        forms.ChoiceField(label=vraag, choices=JA_NEE, widget=forms.RadioSelect, required=False)
        for vraag in TOETSVRAGEN.values()
    )
    tests_uitleg = lang_veld("Toelichting bij je antwoorden", rijen=2, verplicht=False)

    def bezwaar(self) -> NieuwBezwaar:
        """Return the objection that was filled in."""
        velden = self.cleaned_data
        tests = {test: velden[test] == "ja" for test in TESTS if velden.get(test)}
        return NieuwBezwaar(velden["schade"], velden["wie_raakt"], tests, velden["tests_uitleg"], velden["herstel"])


class StandpuntForm(BezwaarForm):
    """A position of one municipality in a round."""

    field_order = ("gemeente", "keuze", "mandaat", "mandaat_toelichting")
    keuze = forms.ChoiceField(
        label="Wat is je standpunt?", choices=Keuze.choices, widget=forms.RadioSelect,
        help_text="Twijfel je? Noem dan je bezwaar. Is het goed genoeg en veilig genoeg om te proberen?",
    )  # fmt: skip
    mandaat = forms.ChoiceField(label="Op welk mandaat?", choices=Mandaat.choices, widget=forms.RadioSelect)
    mandaat_toelichting = forms.CharField(
        label="Toelichting op het mandaat", widget=vak(2), max_length=LANG, required=False,
        help_text="Verplicht bij een voorbehoud: wat, en wanneer besluit je college of raad?",
    )  # fmt: skip
    zorg = lang_veld("Wat is je zorg?", rijen=3, verplicht=False)
    zorg_criterium = forms.CharField(
        label="Waaraan zien we bij de evaluatie of je zorg uitkwam?", max_length=400, required=False
    )
    zorg_cijfer = forms.ChoiceField(
        label="Welk cijfer hoort daarbij?", required=False, help_text="Dit cijfer komt bij de evaluatie vanzelf terug."
    )
    tekst_hash = forms.CharField(widget=forms.HiddenInput)

    def vul(self) -> None:
        """Remember which text was read, and begin with the concern of an earlier round."""
        super().vul()
        self.kies("zorg_cijfer", cijferkeuzes())
        ronde = open_ronde(self.voorstel)
        self.fields["tekst_hash"].initial = ronde.hash if ronde else ""
        eerder = (
            self.voorstel.zorgen.filter(gemeente=self.wie.organisatie, ronde__gesloten_op__isnull=False)
            .order_by("-ronde__nummer")
            .first()
        )
        if eerder is not None:
            self.initial = {
                "zorg": eerder.tekst, "zorg_criterium": eerder.criterium, "zorg_cijfer": eerder.cijfer,
            } | dict(self.initial)  # fmt: skip
            self.fields["zorg"].help_text = "Dit was je zorg in de vorige ronde. Pas hem aan of haal hem weg."

    def nieuwe_zorg(self) -> NieuweZorg:
        """Return the concern that was filled in."""
        velden = self.cleaned_data
        return NieuweZorg(velden["zorg"], velden["zorg_criterium"], velden["zorg_cijfer"])
