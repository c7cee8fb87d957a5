"""Forms around objections: receipt, hearing, decision."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag, NodigeDag, NodigeTekst
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Aanstelling, Gebruiker, Organisatie, Rol
from jeugdregio.toegang.beschikkingen.models import Beschikking
from jeugdregio.toegang.bezwaren.models import Beslissing, Bezwaar, Kanaal
from jeugdregio.toegang.bezwaren.ontvangen import Binnengekomen

KIES = ("", "Maak een keuze")
_KIND, _ANDER = "kind", "ander"


def tekst(label: str, hint: str = "", rijen: int = 4, *, mag_leeg: bool = False) -> forms.CharField:
    """Return a text area; when it must be filled in, the act says so, with the article."""
    soort = forms.CharField if mag_leeg else NodigeTekst
    veld = forms.Textarea(attrs={"rows": rijen})
    return soort(label=label, help_text=hint, max_length=8000, widget=veld, required=not mag_leeg)


def dag(label: str, hint: str = "", *, mag_leeg: bool = False) -> forms.DateField:
    """Return a date that the act judges, so that its error names the article."""
    soort = forms.DateField if mag_leeg else NodigeDag
    return soort(label=label, help_text=hint, widget=Dag(), required=not mag_leeg)


class OpVersie(forms.Form):
    """An act from one version of what it changes."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, zaak: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zaak = zaak
        self.fields["versie"].initial = zaak.versie


class ZoekBesluitForm(forms.Form):
    """Find the decision an objection is about."""

    kenmerk = forms.CharField(
        label="Kenmerk van het besluit", max_length=20, help_text="Het staat boven de brief, bijvoorbeeld B-2026-00012."
    )  # fmt: skip


class OntvangForm(forms.Form):
    """An objection came in."""

    van = forms.ChoiceField(label="Van wie is het bezwaar?", widget=forms.RadioSelect)
    indiener = forms.CharField(
        label="Naam", max_length=200, required=False, help_text="Alleen bij een ander, zoals een advocaat."
    )  # fmt: skip
    kanaal = forms.ChoiceField(label="Hoe kwam het binnen?", choices=[KIES, *Kanaal.choices[1:]])
    ontvangen_op = dag("Wanneer kwam het binnen?")
    gepost_op = dag(
        "Poststempel", "Alleen bij post. Op tijd gepost en binnen een week binnen telt als op tijd.", mag_leeg=True
    )  # fmt: skip
    gronden = tekst("Waarom is de indiener het niet eens met het besluit?", "In eigen woorden.", mag_leeg=True)
    laat_reden = tekst(
        "Waarom kwam het later?", "Alleen als het te laat is en de indiener er iets over zegt.", 2, mag_leeg=True
    )  # fmt: skip
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, beschikking: Beschikking, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dragers = [(str(d.pk), f"{d.naam}, {d.relatie}") for d in beschikking.kind.gezagsdragers.all()]
        keuzes = [*dragers, (_KIND, "Het kind zelf"), (_ANDER, "Een ander")]
        self.fields["van"].choices = keuzes  # type: ignore[attr-defined]
        self.fields["ontvangen_op"].initial = vandaag()

    def clean(self) -> dict[str, Any]:
        """An objection of another needs a name."""
        velden = super().clean() or {}
        if velden.get("van") == _ANDER and not velden.get("indiener"):
            self.add_error("indiener", "Vul in van wie het bezwaar is.")
        return velden

    def binnengekomen(self) -> Binnengekomen:
        """Return what was filled in."""
        v = self.cleaned_data
        ouder = v["van"] if v["van"] not in (_KIND, _ANDER) else None
        return Binnengekomen(
            kanaal=v["kanaal"], ontvangen_op=v["ontvangen_op"], gepost_op=v["gepost_op"], gronden=v["gronden"],
            laat_reden=v["laat_reden"], gezagsdrager_id=ouder, indiener=v["indiener"] if v["van"] == _ANDER else "",
        )  # fmt: skip


class BevestigForm(OpVersie):
    """Acknowledge the receipt."""

    commissie = forms.BooleanField(
        label="In de brief staat dat een commissie adviseert", required=False,
        help_text="Dan heb je twaalf weken in plaats van zes. Staat het niet in de brief, dan telt het niet.",
    )  # fmt: skip


class TeLaatForm(OpVersie):
    """Judge a late objection."""

    verschoonbaar = forms.TypedChoiceField(
        label="Mag het bezwaar toch?", widget=forms.RadioSelect, coerce=lambda w: w == "ja",
        choices=[("ja", "Ja, het te laat zijn is te begrijpen"), ("nee", "Nee, er is geen goede reden")],
    )  # fmt: skip
    reden = tekst("Waarom?", "Vraag het de indiener eerst. Dit komt in de beslissing.")


class ZittingForm(OpVersie):
    """Plan a hearing."""

    op = dag("Dag van de zitting", "Minstens een week vooruit: de stukken liggen eerst een week ter inzage.")
    tijd = forms.CharField(label="Hoe laat?", max_length=5, required=False)
    waar = NodigeTekst(label="Waar?", max_length=200)
    hoorders = forms.ModelMultipleChoiceField(
        label="Wie hoort?", queryset=Gebruiker.objects.none(), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies wie hoort (Awb 7:5)."},
        help_text="Niet wie het besluit maakte, las of tekende.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hoorders"].queryset = collegas(self.zaak.gemeente)  # type: ignore[attr-defined]


class AfzegForm(OpVersie):
    """Cancel a hearing."""

    reden = NodigeTekst(label="Waarom gaat de zitting niet door?", max_length=200)


class VerslagForm(OpVersie):
    """Report of a hearing."""

    aanwezig = forms.MultipleChoiceField(label="Wie waren er?", required=False, widget=forms.CheckboxSelectMultiple)
    verslag = tekst("Verslag", "Wat is er gezegd? De indiener krijgt het verslag.", 8)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zitting = self.zaak.zittingen.filter(gehouden=False, afgezegd="").first()
        gasten = zitting.genodigden.all() if zitting else []
        self.fields["aanwezig"].choices = [(str(g.pk), g.naam) for g in gasten]  # type: ignore[attr-defined]


class AfzienForm(OpVersie):
    """Reasoned leave not to hear."""

    grond = forms.ChoiceField(
        label="Waarom hoeft horen niet?", widget=forms.RadioSelect, choices=Bezwaar.Afzien.choices
    )
    reden = tekst("Hoe weet je dat?", "Dit komt in de beslissing.", 3)


class AdviesForm(OpVersie):
    """Advice of the committee."""

    op = dag("Dag van het advies")
    advies = tekst("Wat adviseert de commissie, en waarom?")


class BeslisForm(OpVersie):
    """The decision on an objection."""

    uitkomst = forms.ChoiceField(label="Wat beslis je?", widget=forms.RadioSelect, choices=Beslissing.Uitkomst.choices)
    motivering = tekst("Waarom?", "In gewone taal, met 'u'. Ga in op alles wat de indiener zei.", 8)
    voorschrift = NodigeTekst(
        label="Op welk artikel rust dit?", max_length=200, help_text="Bijvoorbeeld: Jeugdwet 2.3 lid 1."
    )  # fmt: skip
    afwijkt_van_advies = tekst("Waarom anders dan de commissie?", "Alleen als je afwijkt.", 3, mag_leeg=True)
    rechtbank = NodigeTekst(
        label="Bij welke rechtbank kan beroep?", max_length=100,
        help_text="Zoals het in de brief komt: de rechtbank Midden-Nederland in Lelystad.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.zaak.commissie:
            del self.fields["afwijkt_van_advies"]
        laatste = Beslissing.objects.filter(bezwaar__gemeente=self.zaak.gemeente).order_by("-ondertekend_op").first()
        self.fields["rechtbank"].initial = laatste.rechtbank if laatste else ""


class AlleenVersieForm(OpVersie):
    """An act without anything to fill in."""


class OpDagForm(OpVersie):
    """An act that has only a day."""

    op = dag("Op welke dag?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = vandaag()


def collegas(gemeente: Organisatie) -> Any:
    """Return who of the municipality may hear: lawyers, team leaders, workers of access and aldermen of today."""
    rollen = (Rol.JURIST, Rol.TEAMLEIDER, Rol.TOEGANG, Rol.WETHOUDER)
    nu = Aanstelling.objects.op(vandaag()).filter(organisatie=gemeente, rol__in=rollen)
    return Gebruiker.objects.filter(pk__in=nu.values("gebruiker"))
