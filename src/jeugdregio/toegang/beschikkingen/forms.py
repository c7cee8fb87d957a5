"""Forms of decisions. They read what was filled in; the acts judge."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms

from ijw.codelijsten import CODELIJSTEN
from jeugdregio.basis.formulier import Dag
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.toegang.beschikkingen.models import (
    Beschikking,
    Deskundigheid,
    Regel,
    Soort,
    Verzending,
    Vorm,
    Weigergrond,
)
from jeugdregio.toegang.beschikkingen.oordeel import WEIGERT
from jeugdregio.toegang.beschikkingen.regels import Hulpregel
from jeugdregio.toegang.beschikkingen.verzenden import Ontvanger
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.zorglandschap.forms import Euro
from jeugdregio.zorglandschap.models import Product

KIES = ("", "Maak een keuze")
JA_NEE = [("ja", "Ja"), ("nee", "Nee")]
OVER_TOEWIJZING = (Soort.WIJZIGING, Soort.INTREKKING, Soort.VOORTZETTING)


class _NodigInHetEind:
    """A field that may stay empty while one writes, but is needed to finish: it is not called optional."""

    def validate(self, value: Any) -> None:
        """Let empty through; the act that finishes the draft asks for it."""
        if value:
            super().validate(value)  # type: ignore[misc]


class Tekst(_NodigInHetEind, forms.CharField):
    """A text that is needed in the end."""


class Keuze(_NodigInHetEind, forms.ChoiceField):
    """A choice that is needed in the end."""


def _schrijf(label: str, hulp: str = "", *, rijen: int = 3) -> Tekst:
    return Tekst(label=label, help_text=hulp, max_length=5000, widget=forms.Textarea(attrs={"rows": rijen}))


def _tekst(label: str, hulp: str = "", *, nodig: bool = False, rijen: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hulp, required=nodig, max_length=5000, widget=forms.Textarea(attrs={"rows": rijen})
    )


class MetVersie(forms.Form):
    """A step on a decision as the reader saw it."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class BeginForm(forms.Form):
    """What is decided, and on which earlier decision it follows."""

    soort = forms.ChoiceField(label="Wat besluit je?", choices=Soort.choices, widget=forms.RadioSelect)
    vervangt = forms.ChoiceField(
        label="Op welk besluit volgt dit?", required=False,
        help_text="Een verzonden besluit verandert niet. Een wijziging of intrekking is een nieuw besluit.",
    )  # fmt: skip

    def __init__(self, *args: Any, eerdere: Iterable[Beschikking], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rijen = [(str(b.pk), f"{b.kenmerk}, {b.get_soort_display().lower()}") for b in eerdere]
        self.fields["vervangt"].choices = [("", "Geen eerder besluit"), *rijen]  # type: ignore[attr-defined]
        if not rijen:
            del self.fields["vervangt"]


class TekstForm(MetVersie):
    """The words of a decision. What a grant does not need is not asked."""

    gevraagd = _tekst("Wat vroeg het gezin?", "In de woorden van het gezin.")
    motivering = _schrijf(
        "Waarom besluit je dit?",
        "In gewone taal, zoals het in de brief komt. Een tekort aan geld is geen reden.", rijen=6,
    )  # fmt: skip
    weigergrond = Keuze(label="Waarop rust de weigering?", choices=[KIES, *Weigergrond.choices])
    voorschrift = forms.CharField(
        label="Op welk artikel rust dit?", required=False, max_length=200, help_text="Bijvoorbeeld: Jeugdwet 2.3 lid 1."
    )
    afwijkende_gegevens = forms.BooleanField(
        label="Dit rust op gegevens die anders zijn dan wat het gezin zei", required=False,
        help_text="Dan hoor je het gezin eerst (Awb 4:7).",
    )  # fmt: skip
    zienswijze_op = forms.DateField(label="Wanneer is het gezin gehoord?", required=False, widget=Dag())
    zienswijze = _tekst("Wat zei het gezin toen?")
    behoeften = _schrijf("Wat hebben dit kind en deze ouders nodig?", "Jeugdwet 2.3 lid 4.")
    geloof_cultuur = _schrijf(
        "Geloof, levensovertuiging en cultuur", "Wat betekent dat voor de hulp? 'Geen wensen' is ook een antwoord.",
        rijen=2,
    )  # fmt: skip
    keuze = _schrijf("Welke keuze kreeg het gezin?", "Jeugdwet 2.3 lid 5.", rijen=2)
    pleeggezin_reden = _tekst(
        "Waarom niet in een pleeggezin of gezinshuis?", "Nodig als het kind daar niet heen gaat (Jeugdwet 2.3 lid 6).",
        rijen=2,
    )  # fmt: skip
    contact_naam = Tekst(label="Contactpersoon in de brief", max_length=200)
    contact_telefoon = Tekst(label="Telefoon van de contactpersoon", max_length=30)

    def __init__(self, *args: Any, soort: str, verblijf: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        weg = [] if soort in WEIGERT else ["weigergrond", "afwijkende_gegevens", "zienswijze_op", "zienswijze"]
        weg += ["weigergrond"] if soort == Soort.INTREKKING else []
        weg += [] if verblijf else ["pleeggezin_reden"]
        for naam in weg:
            del self.fields[naam]


class RegelForm(MetVersie):
    """One kind of help."""

    over = forms.ChoiceField(label="Over welke toewijzing gaat het?", required=False)
    product = forms.ChoiceField(label="Welke hulp?")
    toegekend = forms.ChoiceField(label="Geef je deze hulp?", choices=JA_NEE, widget=forms.RadioSelect, initial="ja")
    vorm = forms.ChoiceField(label="Hoe?", choices=Vorm.choices, widget=forms.RadioSelect, initial=Vorm.NATURA)
    volume = forms.IntegerField(label="Hoeveel", required=False, widget=forms.NumberInput(attrs={"class": "kort"}))
    frequentie = forms.ChoiceField(label="Per", required=False, choices=[KIES, *CODELIJSTEN["WMO757"].items()])
    ingangsdatum = forms.DateField(label="Eerste dag", widget=Dag())
    einddatum = forms.DateField(label="Laatste dag", required=False, widget=Dag())
    pgb_centen = Euro(label="Budget voor de hele tijd, in euro's", required=False)
    reden = _tekst("Uitleg bij deze hulp", "Verplicht als je deze hulp niet geeft.", rijen=2)

    def __init__(
        self, *args: Any, soort: str, producten: Sequence[Product], toewijzingen: Sequence[Toewijzing], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.soort = soort
        self.fields["product"].choices = [KIES, *[(p.code, str(p)) for p in producten]]  # type: ignore[attr-defined]
        self._zet_over(toewijzingen)
        if soort != Soort.GEDEELTELIJK:
            del self.fields["toegekend"]
        if soort == Soort.NATURA:
            del self.fields["vorm"], self.fields["pgb_centen"]
        if soort == Soort.PGB:
            self.fields["vorm"].initial = Vorm.PGB
        self.fields["einddatum"].required = soort not in (Soort.WEIGERING, Soort.GEDEELTELIJK)

    def _zet_over(self, toewijzingen: Sequence[Toewijzing]) -> None:
        self.toewijzingen = {str(t.pk): t for t in toewijzingen}
        if self.soort not in OVER_TOEWIJZING:
            del self.fields["over"]
            return
        namen = [(str(t.pk), f"{t.nummer}: {t.code or t.categorie}, {t.aanbieder}") for t in toewijzingen]
        leeg = "Nieuwe hulp, of een budget" if self.soort == Soort.WIJZIGING else "Een budget"
        self.fields["over"].choices = [("", leeg), *namen]  # type: ignore[attr-defined]
        for naam in ("product", "volume", "ingangsdatum"):
            self.fields[naam].required = False
            self.fields[naam].help_text = "Leeg: zoals de toewijzing nu is."
        if len(namen) == 1:
            self.fields["over"].initial = namen[0][0]

    def clean(self) -> dict[str, Any]:
        """Take from the assignment what was left empty; without one ask for it."""
        v = super().clean() or {}
        over = self.toewijzingen.get(v.get("over", ""))
        v["product"] = v.get("product") or (over.code if over else "")
        v["ingangsdatum"] = v.get("ingangsdatum") or (over.ingangsdatum if over else None)
        for naam, fout in (("product", "Kies welke hulp."), ("ingangsdatum", "Vul de eerste dag in.")):
            if not v[naam] and naam not in self.errors:
                self.add_error(naam, fout)
        return v

    def hulp(self) -> Hulpregel:
        """Return what was filled in."""
        v = self.cleaned_data
        vorm = v.get("vorm") or Vorm.NATURA
        stopt_budget = self.soort == Soort.INTREKKING and vorm == Vorm.PGB
        toegekend = v["toegekend"] == "ja" if "toegekend" in v else self.soort != Soort.WEIGERING and not stopt_budget
        return Hulpregel(
            product=v["product"], ingangsdatum=v["ingangsdatum"], einddatum=v["einddatum"], toegekend=toegekend,
            vorm=vorm, volume=v["volume"], frequentie=v["frequentie"], pgb_centen=v.get("pgb_centen"),
            over_id=UUID(v["over"]) if v.get("over") else None, reden=v["reden"],
        )  # fmt: skip


def begin_regel(regel: Regel) -> dict[str, Any]:
    """Return how the form of an existing line begins."""
    return {
        "over": str(regel.over_id or ""), "product": regel.product.code,
        "toegekend": "ja" if regel.toegekend else "nee", "vorm": regel.vorm, "volume": regel.volume,
        "frequentie": regel.frequentie,
        "ingangsdatum": regel.ingangsdatum, "einddatum": regel.einddatum, "pgb_centen": als_euro(regel.pgb_centen),
        "reden": regel.reden,
    }  # fmt: skip


def als_euro(centen: int | None) -> str:
    """Return cents as people write them in a field."""
    return "" if centen is None else f"{centen // 100},{centen % 100:02d}"


class PgbForm(MetVersie):
    """The three tests of Jeugdwet 8.1.1."""

    kan_het_aan = forms.ChoiceField(
        label="Kan het gezin het budget beheren, eventueel met hulp?", choices=JA_NEE, widget=forms.RadioSelect
    )
    kan_uitleg = _tekst("Waaruit blijkt dat?", nodig=True, rijen=2)
    past_niet = forms.ChoiceField(
        label="Legde het gezin uit waarom hulp van een aanbieder niet past?", choices=JA_NEE, widget=forms.RadioSelect
    )
    past_uitleg = _tekst("Wat is die uitleg?", nodig=True, rijen=2)
    kwaliteit = forms.ChoiceField(
        label="Is de hulp die het gezin wil kopen van goede kwaliteit?", choices=JA_NEE, widget=forms.RadioSelect
    )
    kwaliteit_uitleg = _tekst("Waaruit blijkt dat?", nodig=True, rijen=2)
    gevraagd_centen = Euro(label="Welk budget vroeg het gezin, in euro's?", required=False)
    natura_centen = Euro(
        label="Wat kost dezelfde hulp van een aanbieder, in euro's?", required=False,
        help_text="Wat daarboven komt, mag je weigeren (Jeugdwet 8.1.1 lid 4).",
    )  # fmt: skip

    def velden(self) -> dict[str, Any]:
        """Return the tests as they are kept."""
        v = dict(self.cleaned_data)
        v.pop("versie")
        return {naam: waarde == "ja" if naam in ("kan_het_aan", "past_niet", "kwaliteit") else waarde
                for naam, waarde in v.items()}  # fmt: skip


class KeuzeForm(MetVersie):
    """Which provider, and why."""

    optie = forms.CharField(max_length=80)
    voorkeur = _tekst("Wat wilde het gezin het liefst?", "In eigen woorden.", rijen=2)
    reden = _schrijf("Waarom kies je deze aanbieder?", "Contract, afstand, wachttijd, en wat bij het kind past.")
    zonder_contract_reden = _tekst("Waarom zonder contract?", "Alleen als er geen contract is.", rijen=2)
    reserveer = forms.BooleanField(label="Reserveer daar meteen een plek, als die vrij is", required=False)


class OpmerkingForm(MetVersie):
    """What must be different."""

    opmerking = _tekst("Wat moet er anders?", nodig=True)


class AfstemForm(forms.Form):
    """With whom at the provider a shorter or smaller assignment was agreed."""

    afgestemd = forms.CharField(
        label="Met wie bij de aanbieder sprak je dit af, en wanneer?", required=False, max_length=300,
        help_text="Nodig als de hulp korter of minder wordt.",
    )  # fmt: skip


class VerzendForm(MetVersie):
    """How each recipient gets the decision."""

    def __init__(self, *args: Any, ontvangers: Iterable[Ontvanger], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for o in ontvangers:
            hulp = "" if o.moet else "Alleen als de jeugdige dat goedvindt."
            keuzes = [*Verzending.Wijze.choices] if o.moet else [("", "Krijgt het niet"), *Verzending.Wijze.choices]
            self.fields[f"wijze_{o.sleutel}"] = forms.ChoiceField(
                label=f"{o.naam} ({o.relatie})", choices=keuzes, required=o.moet, widget=forms.RadioSelect,
                help_text=hulp, initial=Verzending.Wijze.POST if o.moet else "",
            )  # fmt: skip

    def wijzen(self) -> dict[str, str]:
        """Return how per recipient."""
        return {naam.removeprefix("wijze_"): waarde for naam, waarde in self.cleaned_data.items() if naam != "versie"}


class BlikForm(forms.Form):
    """Where a second pair of eyes is wanted."""

    soort = forms.ChoiceField(label="Bij welk besluit?", required=False, choices=[("", "Elk besluit"), *Soort.choices])
    vanaf_centen = Euro(label="Vanaf welk bedrag, in euro's?", required=False, help_text="Leeg: altijd.")
    van = forms.DateField(label="Vanaf", widget=Dag())
    bron = forms.CharField(label="Besluit of werkafspraak", max_length=300)


class DeskundigForm(forms.Form):
    """A registration of somebody of the team."""

    gebruiker = forms.ChoiceField(label="Wie?")
    register = forms.ChoiceField(label="Welk register?", choices=Deskundigheid.Register.choices)
    nummer = forms.CharField(label="Registratienummer", max_length=20)
    van = forms.DateField(label="Geldig vanaf", widget=Dag())
    tot = forms.DateField(label="Geldig tot en met", required=False, widget=Dag())

    def __init__(self, *args: Any, mensen: Iterable[Gebruiker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gebruiker"].choices = [KIES, *[(str(m.pk), m.naam) for m in mensen]]  # type: ignore[attr-defined]
