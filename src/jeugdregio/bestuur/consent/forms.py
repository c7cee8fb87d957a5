"""Forms of a proposal, one per act. Texts keep every space: a text is frozen exactly as it was typed."""

from typing import Any
from uuid import UUID

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur import cijfers
from jeugdregio.bestuur.consent.escaleren import KANTEN
from jeugdregio.bestuur.consent.evalueren import VRAGEN
from jeugdregio.bestuur.consent.models import (
    Escalatie,
    Evaluatie,
    Principe,
    Staat,
    Tafel,
    Voorstel,
    Zichtbaarheid,
)
from jeugdregio.bestuur.consent.overgangen import laatste_versie, vingerafdruk
from jeugdregio.bestuur.consent.permissions import deelnemers_op, is_delegate
from jeugdregio.bestuur.consent.rondes import BIJSTELLINGEN
from jeugdregio.bestuur.consent.toetsen import ANTWOORDEN
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie

JA_NEE = [("ja", "Ja"), ("nee", "Nee")]
LANG = 20_000


def vak(rijen: int = 4) -> forms.Textarea:
    """Return a text area of so many lines."""
    return forms.Textarea(attrs={"rows": rijen})


def lang_veld(label: str, hulp: str = "", rijen: int = 4, *, verplicht: bool = True) -> forms.CharField:
    """Return a field for a longer text."""
    return forms.CharField(label=label, help_text=hulp, widget=vak(rijen), max_length=LANG, required=verplicht)


def cijferkeuzes() -> list[tuple[str, str]]:
    """Return the figures somebody can choose."""
    return [("", "Geen cijfer"), *((reeks.code, reeks.naam) for reeks in cijfers.reeksen())]


class ConsentForm(forms.Form):
    """A form that knows who fills it in, and about what."""

    def __init__(self, *args: Any, wie: Wie, voorstel: Voorstel, onderdeel: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wie, self.voorstel, self.onderdeel = wie, voorstel, onderdeel
        self.vul()

    def vul(self) -> None:
        """Fill choices and beginnings; a form that needs none leaves it."""

    def kies(self, veld: str, keuzes: list[tuple[str, str]]) -> None:
        """Set the choices of a field."""
        self.fields[veld].choices = keuzes  # type: ignore[attr-defined]


class LeegForm(ConsentForm):
    """Only a button."""


class NieuwForm(forms.Form):
    """A first concept."""

    zichtbaarheid = forms.ChoiceField(
        label="Wie mag dit voorstel lezen?", choices=Zichtbaarheid.choices, initial=Zichtbaarheid.DELEGATIES,
        widget=forms.RadioSelect, help_text="Tot je het indient, leest alleen je eigen organisatie mee.",
    )  # fmt: skip
    titel = forms.CharField(label="Titel", max_length=200)
    aanleiding = lang_veld("Waarom is dit nodig?", "Beschrijf wat er nu schuurt. Noem geen kind of gezin.")
    voorbeeld = lang_veld("Geef een concreet voorbeeld", "Zonder namen, adressen of geboortedata.", 3)
    tekst = forms.CharField(
        label="Tekst van het besluit", widget=vak(10), strip=False, max_length=LANG,
        help_text="Deze tekst leg je straks voor. Je kunt hem nog aanpassen.",
    )  # fmt: skip


class ConceptForm(ConsentForm):
    """Everything of the intake sheet."""

    zichtbaarheid = NieuwForm.base_fields["zichtbaarheid"]
    zicht_uitkomst = forms.ChoiceField(
        label="Wie mag de uitkomst lezen?", choices=Zichtbaarheid.choices, widget=forms.RadioSelect
    )
    titel = NieuwForm.base_fields["titel"]
    aanleiding = NieuwForm.base_fields["aanleiding"]
    voorbeeld = lang_veld("Geef een concreet voorbeeld", "Zonder namen, adressen of geboortedata.", 3, verplicht=False)
    tekst = NieuwForm.base_fields["tekst"]
    tafel = forms.ChoiceField(label="Op welke tafel hoort dit?", choices=Tafel.choices)
    principes = forms.ModelMultipleChoiceField(
        Principe.objects.none(), label="Welk leidend principe dient dit?", widget=forms.CheckboxSelectMultiple,
        required=False,
    )  # fmt: skip
    bijdrage = lang_veld("Hoe draagt het voorstel daaraan bij?", rijen=3, verplicht=False)
    grondslag = lang_veld("Op welke wet of afspraak rust het?", rijen=2, verplicht=False)
    kosten = lang_veld("Wat kost het ongeveer?", "Kost het niets? Schrijf dat.", 2, verplicht=False)
    gemeenten = forms.ModelMultipleChoiceField(
        Organisatie.objects.none(), label="Welke gemeenten raakt het?", widget=forms.CheckboxSelectMultiple,
        required=False,
    )  # fmt: skip

    def vul(self) -> None:
        """Begin with what was written so far."""
        v = self.voorstel
        self.fields["principes"].queryset = Principe.objects.op(vandaag())  # type: ignore[attr-defined]
        self.fields["gemeenten"].queryset = deelnemers_op(v, vandaag())  # type: ignore[attr-defined]
        namen = ("zichtbaarheid", "zicht_uitkomst", "titel", "aanleiding", "voorbeeld", "tafel", "bijdrage",
                 "grondslag", "kosten")  # fmt: skip
        self.initial = {naam: getattr(v, naam) for naam in namen} | {
            "tekst": laatste_versie(v).tekst, "principes": list(v.principes.all()),
            "gemeenten": list(v.gemeenten.all()),
        } | dict(self.initial)  # fmt: skip


class TerugForm(ConsentForm):
    """Send back at intake."""

    tafel = forms.ChoiceField(
        label="Hoort het op een andere tafel?", choices=[("", "Nee, er mist iets"), *Tafel.choices], required=False
    )
    reden = lang_veld("Wat moet er anders?")


class AgendaForm(ConsentForm):
    """The day of the meeting."""

    bijeenkomst_op = forms.DateField(label="Datum van de bijeenkomst", widget=Dag())

    def vul(self) -> None:
        """Begin with the day of the meeting it is on the agenda of, else the earliest day."""
        from jeugdregio.bestuur.consent.inbrengen import vroegste_bijeenkomst

        if self.voorstel.stukken_verzonden_op:
            vroegste = vroegste_bijeenkomst(self.voorstel.stukken_verzonden_op).datum
            # The room of meetings hangs its items on the proposal.
            punten = self.voorstel.agendapunten.filter(
                vergadering__tafel=Tafel.BESTUURLIJK, vergadering__staat="uitgenodigd", vergadering__op__gte=vroegste
            )
            dagen = punten.order_by("vergadering__op").values_list("vergadering__op", flat=True)
            self.fields["bijeenkomst_op"].initial = dagen.first() or vroegste


class RedenForm(ConsentForm):
    """A reason."""

    reden = lang_veld("Wat is de reden?")


class VraagForm(ConsentForm):
    """A question."""

    tekst = lang_veld("Jouw vraag", "Vraag naar feiten. Meningen komen in de volgende ronde.")


class AntwoordForm(ConsentForm):
    """An answer, or what a question is parked for."""

    antwoord = lang_veld("Antwoord", verplicht=False)
    geparkeerd = lang_veld(
        "Of parkeer de vraag: waarvoor?", "Bijvoorbeeld: hoort bij de uitwerking in het voorjaar.", 2, verplicht=False
    )


class GemeenteForm(ConsentForm):
    """A form about one municipality; the choice only shows to who may speak for another by a paper."""

    gemeente = forms.ChoiceField(label="Voor welke gemeente?", required=False)

    def vul(self) -> None:
        """Offer the municipalities this person may speak for."""
        mogelijk = [g for g in deelnemers_op(self.voorstel, vandaag()) if is_delegate(self.wie, g, vandaag())]
        if [g.pk for g in mogelijk] == [self.wie.organisatie_id]:
            del self.fields["gemeente"]
            return
        self.kies("gemeente", [(str(g.pk), g.naam) for g in mogelijk])
        self.fields["gemeente"].required = True
        self.fields["gemeente"].help_text = "Je legt dit vast namens deze gemeente. Dat staat er voor iedereen bij."

    def gekozen(self) -> Organisatie | None:
        """Return the municipality; None for the own one."""
        pk = self.cleaned_data.get("gemeente")
        return Organisatie.objects.get(pk=UUID(pk)) if pk else None


class ReactieForm(GemeenteForm):
    """One reaction, or a pass."""

    tekst = lang_veld("Jouw reactie", "Eén reactie. De anderen luisteren; er is geen debat.", verplicht=False)
    gepast = forms.BooleanField(label="Ik pas: ik heb niets toe te voegen", required=False)


class StemForm(ConsentForm):
    """A voice without consent right."""

    tekst = lang_veld("Wat wil je meegeven?", "Je hebt een stem in het gesprek. Je beslist niet mee.")


class VoorleggenForm(ConsentForm):
    """The text, frozen, with all that a round needs."""

    keuze = forms.ChoiceField(
        label="Wat doe je met de reacties?", choices=list(BIJSTELLINGEN.items()), widget=forms.RadioSelect
    )
    tekst = forms.CharField(label="Tekst waarover de gemeenten spreken", widget=vak(10), strip=False, max_length=LANG)
    toelichting = lang_veld("Leg kort uit wat je met de reacties deed", rijen=3, verplicht=False)
    schadebronnen = lang_veld("Waar zou dit schade kunnen doen?", "Zo nodig je de anderen uit om twijfel te noemen.", 3)
    evaluatie_op = forms.DateField(label="Wanneer evalueren we?", widget=Dag(), help_text="1 tot 24 maanden vooruit.")

    def vul(self) -> None:
        """Add three criteria, with a figure each."""
        self.fields["tekst"].initial = laatste_versie(self.voorstel).tekst
        for nummer in (1, 2, 3):
            self.fields[f"criterium_{nummer}"] = forms.CharField(
                label=f"Criterium {nummer}: waaraan zien we dat het werkt?", max_length=400, required=nummer == 1
            )
            self.fields[f"cijfer_{nummer}"] = forms.ChoiceField(
                label=f"Cijfer bij criterium {nummer}", choices=cijferkeuzes(), required=False,
                help_text="Dit cijfer komt bij de evaluatie vanzelf terug.",
            )  # fmt: skip


class ToetsForm(ConsentForm):
    """The finding on an objection."""

    redenering_klopt = forms.ChoiceField(
        label="Is de redenering rond?", choices=JA_NEE, widget=forms.RadioSelect,
        help_text="Je toetst of de redenering in elkaar zit, niet of ze waar is.",
    )  # fmt: skip
    bevinding = lang_veld("Wat bevond je, en waarom?")


class ToetsantwoordForm(ConsentForm):
    """What the objector does with it."""

    antwoord = forms.ChoiceField(label="Wat doe je met je bezwaar?", choices=list(ANTWOORDEN.items()),
                                 widget=forms.RadioSelect)  # fmt: skip
    criterium = forms.CharField(
        label="Bij een zorg: waaraan zien we bij de evaluatie of die uitkwam?", max_length=400, required=False
    )
    cijfer = forms.ChoiceField(label="Cijfer bij je zorg", required=False)

    def vul(self) -> None:
        """Offer the figures."""
        self.kies("cijfer", cijferkeuzes())


class VolgordeForm(ConsentForm):
    """The order in which valid objections are repaired, and which belong together."""

    def vul(self) -> None:
        """Ask a place and a group per objection."""
        self.bezwaren = list(self.voorstel.bezwaren.filter(staat="geldig").select_related("gemeente"))
        for nummer, bezwaar in enumerate(self.bezwaren, start=1):
            self.fields[f"plaats_{bezwaar.pk}"] = forms.IntegerField(
                label=f"Plaats van het bezwaar van {bezwaar.gemeente.naam}", min_value=1, max_value=99, initial=nummer
            )
            self.fields[f"groep_{bezwaar.pk}"] = forms.CharField(
                label="Hoort samen met andere onder deze noemer", max_length=100, required=False
            )

    def volgorde(self) -> list[UUID]:
        """Return the objections in the chosen order."""
        return [b.pk for b in sorted(self.bezwaren, key=lambda b: self.cleaned_data[f"plaats_{b.pk}"])]

    def groepen(self) -> dict[UUID, str]:
        """Return the group per objection."""
        return {b.pk: self.cleaned_data[f"groep_{b.pk}"] for b in self.bezwaren}


class HerstelForm(ConsentForm):
    """A repair of the text."""

    wijziging = forms.CharField(label="Wat verandert er, in één zin?", max_length=1000)
    tekst = forms.CharField(label="De nieuwe tekst", widget=vak(10), strip=False, max_length=LANG)

    def vul(self) -> None:
        """Begin with the text as repaired so far."""
        self.fields["wijziging"].initial = self.onderdeel.wijziging
        self.fields["tekst"].initial = self.onderdeel.hersteltekst or self.voorstel.werktekst


class HerstelBevestigForm(ConsentForm):
    """Exactly this text."""

    tekst_hash = forms.CharField(widget=forms.HiddenInput)

    def vul(self) -> None:
        """Remember which text was read."""
        self.fields["tekst_hash"].initial = vingerafdruk(self.onderdeel.hersteltekst)


class AanhoudenForm(ConsentForm):
    """Wait for facts or money."""

    wat = lang_veld("Welke feiten of welk geld is nodig?", rijen=3)
    wie_doet = forms.ModelChoiceField(Organisatie.objects.none(), label="Wie zoekt dit uit?")
    terug_op = forms.DateField(label="Op welke dag komt het terug?", widget=Dag())

    def vul(self) -> None:
        """Offer the municipalities and the regional office."""
        from jeugdregio.organisaties.models import Soort

        mogelijk = deelnemers_op(self.voorstel, vandaag()) | Organisatie.objects.filter(soort=Soort.REGIOKANTOOR)
        self.fields["wie_doet"].queryset = mogelijk  # type: ignore[attr-defined]


class ToelichtingForm(ConsentForm):
    """An explanation."""

    toelichting = lang_veld("Wat is er nu bekend?")


class KantForm(ConsentForm):
    """A side, and why."""

    kant = forms.ChoiceField(label="Over wie gaat het?", choices=list(KANTEN.items()), widget=forms.RadioSelect)
    reden = lang_veld("Wat zie je, en waarom?")


class SamenvattingForm(ConsentForm):
    """A summary both sides find fair."""

    samenvatting = lang_veld("Waar loopt het vast?", "Schrijf zo dat beide kanten zich herkennen.", 6)


class BevindingForm(ConsentForm):
    """The good-faith check."""

    bevinding = lang_veld("Hoe zochten beide kanten naar herstel?")


class VervolgForm(ConsentForm):
    """The road after escalation."""

    vervolg = forms.ChoiceField(label="Welke weg?", choices=Escalatie.Vervolg.choices, widget=forms.RadioSelect)


class AfrondForm(ConsentForm):
    """The end of an escalation."""

    naar = forms.ChoiceField(
        label="Hoe gaat het verder?", widget=forms.RadioSelect,
        choices=[(Staat.BIJSTELLING, "De tekst wordt bijgesteld"), (Staat.INGETROKKEN, "Het voorstel stopt")],
    )  # fmt: skip
    verslag = lang_veld("Wat is de uitkomst?")


class UitzettenForm(ConsentForm):
    """Which colleges and councils decide, and by when."""

    uiterlijk = forms.DateField(label="Uiterlijk besluiten op", widget=Dag())
    raden = forms.MultipleChoiceField(
        label="Welke raad moet ook besluiten?", widget=forms.CheckboxSelectMultiple, required=False,
        help_text="Ieder college staat al op de lijst. Kies de raad waar de wet of de gemeente dat vraagt.",
    )  # fmt: skip

    def vul(self) -> None:
        """Offer the councils."""
        self.gemeenten = list(deelnemers_op(self.voorstel, vandaag()))
        self.kies("raden", [(str(g.pk), f"Raad van {g.naam}") for g in self.gemeenten])


class BekrachtigForm(ConsentForm):
    """A decision on the identical text."""

    kenmerk = forms.CharField(label="Kenmerk van het besluit", max_length=100)
    besloten_op = forms.DateField(label="Besloten op", widget=Dag())
    besluittekst = forms.CharField(
        label="Tekst uit het besluit (mag leeg)", widget=vak(6), strip=False, required=False, max_length=LANG,
        help_text="Plak de tekst zoals hij is vastgesteld. Het systeem kijkt of hij teken voor teken gelijk is.",
    )  # fmt: skip
    tekst_hash = forms.CharField(widget=forms.HiddenInput)

    def vul(self) -> None:
        """Remember which text was read."""
        self.fields["tekst_hash"].initial = self.onderdeel.versie.hash
        self.fields["besloten_op"].initial = vandaag()


class FeitenForm(ConsentForm):
    """What is new since there was consent."""

    nieuwe_feiten = lang_veld("Wat is er nieuw sinds het consent?")


class EvaluatieForm(ConsentForm):
    """The four answers, and what follows."""

    werkte, werkte_niet, geleerd, verandert = (lang_veld(vraag, rijen=3) for vraag in VRAGEN.values())
    uitkomst = forms.ChoiceField(
        label="Hoe gaan we verder?", choices=Evaluatie.Uitkomst.choices, widget=forms.RadioSelect
    )
    nieuwe_datum = forms.DateField(
        label="Volgende evaluatie", widget=Dag(), required=False, help_text="Nodig als we zo doorgaan."
    )

    def vul(self) -> None:
        """Begin with the last answers, when an objection brought it back."""
        laatste = self.voorstel.evaluaties.order_by("-nummer").first()
        if laatste:
            namen = (*VRAGEN, "uitkomst", "nieuwe_datum")
            self.initial = {naam: getattr(laatste, naam) for naam in namen} | dict(self.initial)
