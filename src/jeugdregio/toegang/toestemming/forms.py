"""Forms of consent and sharing."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.forms import tekstvak
from jeugdregio.toegang.maatregelen import geldend
from jeugdregio.toegang.models import Toestemming
from jeugdregio.toegang.toestemming.models import Deling, Doel, Herziening, Ontvanger, Wijze, ZonderToestemming
from jeugdregio.toegang.toestemming.queries import Overzicht, Vraag
from jeugdregio.toegang.toestemming.vastleggen import Uitleg, Voor

KIND_ZELF = "kind"


def _keuzes(vragen: Sequence[Vraag]) -> list[tuple[str, str]]:
    """The help one can choose. What runs without a request or question has nothing to hang an answer on."""
    per_hulp = [(v.keuze, f"{v.titel} ({v.onder})") for v in vragen if not v.keuze.startswith("hulpvraag||")]
    verzoeken = {v.hulp.verzoek.pk: v.hulp.verzoek for v in vragen if v.hulp.verzoek is not None}
    aantal = Counter(v.hulp.verzoek.pk for v in vragen if v.hulp.verzoek is not None)
    # One answer may be to all that a request asks, when that is what was explained and said.
    samen = [(f"verzoek|{pk}|", f"Alle hulp van verzoek {verzoeken[pk].kenmerk}") for pk, n in aantal.items() if n > 1]
    return [*samen, *per_hulp]


def _gekozen(keuze: str) -> dict[str, Any]:
    soort, pk, code = keuze.split("|")
    return {f"{soort}_id": UUID(pk), "code": code}


class ToestemmingForm(forms.Form):
    """What the child or somebody with authority answered, to what, and after which explanation."""

    wie = forms.ChoiceField(label="Wie gaf antwoord?", widget=forms.RadioSelect)
    waarvoor = forms.ChoiceField(label="Voor welke hulp?", widget=forms.RadioSelect)
    met_wie = forms.CharField(
        label="Met wie wordt gedeeld?", max_length=200, help_text="Bijvoorbeeld: basisschool De Vuurvogel"
    )
    wat = forms.CharField(label="Welke gegevens?", max_length=300, help_text="Niet meer dan nodig is.")
    antwoord = forms.ChoiceField(label="Wat was het antwoord?", widget=forms.RadioSelect,
                                 choices=Toestemming.Antwoord.choices)  # fmt: skip
    op = forms.DateField(label="Op welke dag was het antwoord?", widget=Dag())
    uitleg = forms.CharField(
        label="Wat heb je uitgelegd?", widget=tekstvak(4), max_length=4000,
        help_text="Wat er gaat gebeuren, waarom, wat het alternatief is, hoelang het duurt, en dat ja altijd weer nee "
        "kan worden.",
    )  # fmt: skip
    wijze = forms.ChoiceField(label="Hoe heb je het uitgelegd?", choices=Wijze.choices)
    taal = forms.CharField(label="In welke taal?", max_length=40, initial="Nederlands")
    uitgelegd_op = forms.DateField(label="Op welke dag heb je het uitgelegd?", widget=Dag())

    def __init__(self, *args: Any, doel: str, beeld: Overzicht, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.doel = doel
        mensen = [(str(d.pk), f"{d.naam} ({d.relatie})") for d in beeld.dragers if d.heeft_gezag_op(vandaag())]
        self.fields["wie"].choices = [(KIND_ZELF, "Het kind zelf"), *mensen]  # type: ignore[attr-defined]
        keuzes = _keuzes(beeld.vragen)
        self.fields["waarvoor"].choices = keuzes  # type: ignore[attr-defined]
        if len(keuzes) == 1:
            self.fields["waarvoor"].initial = keuzes[0][0]
        self.fields["op"].initial = self.fields["uitgelegd_op"].initial = vandaag()
        weg = {Doel.HULP: ("met_wie", "wat"), Doel.ONDERZOEK: ("met_wie", "wat", "waarvoor"),
               Doel.DELEN: ("waarvoor",), Doel.BEWAREN: ("met_wie", "waarvoor")}  # fmt: skip
        for veld in weg[Doel(doel)]:
            del self.fields[veld]

    def gezagsdrager_id(self) -> UUID | None:
        """Return the person who answered; None for the child itself."""
        wie = self.cleaned_data["wie"]
        return None if wie == KIND_ZELF else UUID(wie)

    def voor(self) -> Voor:
        """Return what the answer is to."""
        velden = self.cleaned_data
        gekozen = _gekozen(velden["waarvoor"]) if velden.get("waarvoor") else {}
        return Voor(doel=self.doel, met_wie=velden.get("met_wie", ""), wat=velden.get("wat", ""), **gekozen)

    def uitgelegd(self) -> Uitleg:
        """Return what was explained."""
        velden = self.cleaned_data
        return Uitleg(
            tekst=velden["uitleg"], op=velden["uitgelegd_op"], taal=velden["taal"], wijze=velden["wijze"]
        )  # fmt: skip


class IntrekkenForm(forms.Form):
    """The day somebody withdrew a consent."""

    op = forms.DateField(label="Op welke dag trok deze persoon de toestemming in?", widget=Dag())


class AfwijkingForm(forms.Form):
    """Why help may begin although not everybody agreed."""

    waarvoor = forms.ChoiceField(label="Voor welke hulp?", widget=forms.RadioSelect)
    grond = forms.ChoiceField(
        label="Waarom mag de hulp toch beginnen?", choices=ZonderToestemming.choices, widget=forms.RadioSelect
    )
    reden = forms.CharField(
        label="Leg uit", widget=tekstvak(6), max_length=4000,
        help_text="Schrijf wat je weegt en met wie je hebt overlegd. Deze uitleg hoort in het dossier van het kind.",
    )  # fmt: skip
    tot = forms.DateField(
        label="Tot en met welke dag?", required=False, widget=Dag(), help_text="Leeg: tot iemand het beëindigt."
    )

    def __init__(self, *args: Any, beeld: Overzicht, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kind = beeld.kind
        keuzes = _keuzes(beeld.vragen)
        self.fields["waarvoor"].choices = keuzes  # type: ignore[attr-defined]
        if len(keuzes) == 1:
            self.fields["waarvoor"].initial = keuzes[0][0]

    def clean_grond(self) -> str:
        """A measure of the court is in the file before help rests on it: only its ruling says from when until when."""
        grond: str = self.cleaned_data["grond"]
        if grond == ZonderToestemming.MAATREGEL and not geldend(self._kind.maatregelen.all(), vandaag()):
            raise forms.ValidationError(
                "Er staat geen maatregel in het dossier die nu geldt. Leg eerst de uitspraak vast, bij Maatregelen van "
                "de rechter op de pagina van het kind (Jeugdwet 7.3.4 lid 1)."
            )
        return grond

    def gekozen(self) -> dict[str, Any]:
        """Return the request or question, and the product."""
        return _gekozen(self.cleaned_data["waarvoor"])


class WilForm(forms.Form):
    """That a youth cannot weigh this, judged by whom."""

    reden = forms.CharField(label="Waarom kan de jeugdige dit niet zelf afwegen?", widget=tekstvak(4), max_length=4000)
    beoordelaar = forms.CharField(
        label="Wie heeft dit beoordeeld?", max_length=200, help_text="Naam, beroep en registratie."
    )
    geweigerd_op = forms.DateField(
        label="Weigerde de jeugdige deze hulp eerder op schrift?", required=False, widget=Dag(),
        help_text="Alleen vanaf 16 jaar. Vul de dag in; die weigering wordt dan gevolgd.",
    )  # fmt: skip
    toch_reden = forms.CharField(
        label="Gegronde reden om van die weigering af te wijken", required=False, widget=tekstvak(3), max_length=2000
    )


class HerzieningForm(forms.Form):
    """What came of the talk with the family."""

    besluit = forms.ChoiceField(
        label="Wat kwam eruit?", choices=Herziening.Besluit.choices, widget=forms.RadioSelect
    )  # fmt: skip
    toelichting = forms.CharField(label="Wat heb je met het gezin besproken?", widget=tekstvak(4), max_length=4000)


class DelingForm(forms.Form):
    """One share: what goes to whom, why, and on what ground."""

    ontvanger = forms.ChoiceField(label="Wie krijgt het?", choices=Ontvanger.choices)
    aan = forms.CharField(
        label="Naam", max_length=200,
        help_text="Rust het op toestemming? Schrijf de naam zoals in de toestemming staat.",
    )  # fmt: skip
    wat = forms.CharField(label="Wat deel je?", max_length=300, help_text="Niet meer dan nodig is.")
    doel = forms.CharField(label="Waarvoor is het nodig?", max_length=300)
    grond = forms.ChoiceField(label="Waarop rust het?", choices=Deling.Grond.choices, widget=forms.RadioSelect)
    reden = forms.CharField(
        label="Waarom mag het zonder toestemming?", required=False, widget=tekstvak(3), max_length=2000,
        help_text="Alleen als het niet op toestemming rust.",
    )  # fmt: skip
    schaadt_ander = forms.BooleanField(
        label="Er staat iets in dat de privacy van een ander schaadt", required=False,
        help_text="Bijvoorbeeld over een ex-partner of een broer of zus. Haal dat er eerst uit.",
    )  # fmt: skip
