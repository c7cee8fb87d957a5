"""Forms of the questions for help."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import AMSTERDAM, nu, vandaag
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.forms import tekstvak
from jeugdregio.toegang.hulpvragen.models import Afloop, Casusrol, Weg
from jeugdregio.toegang.hulpvragen.rollen import TE_VERDELEN
from jeugdregio.toegang.models import Maatregel

# Requests along these roads come in as a message; help that cannot wait has a page of its own.
WEGEN = [(w.value, w.label) for w in Weg if w != Weg.SPOED]


def _opties(organisaties: Sequence[Organisatie], leeg: str = "") -> list[tuple[str, str]]:
    return [*([("", leeg)] if leeg else []), *((str(o.pk), o.naam) for o in organisaties)]


def _gekozen(waarde: str, organisaties: Sequence[Organisatie]) -> Organisatie | None:
    return next((o for o in organisaties if str(o.pk) == waarde), None)


class NieuweVraagForm(forms.Form):
    """A question that came in."""

    weg = forms.ChoiceField(label="Hoe kwam de vraag binnen?", choices=WEGEN, widget=forms.RadioSelect)
    ontvangen_op = forms.DateField(label="Op welke dag?", widget=Dag(), initial=vandaag)
    van = forms.ChoiceField(
        label="Welke organisatie draagt over of stelt de vraag?", required=False,
        help_text="Alleen bij Veilig Thuis of een gecertificeerde instelling.",
    )  # fmt: skip
    verwijzer = forms.CharField(
        label="Naam van de verwijzer", max_length=200, required=False, help_text="Bijvoorbeeld: huisarts De Wierde"
    )
    vraag = forms.CharField(
        label="Wat vraagt het gezin?", required=False, widget=tekstvak(), max_length=4000,
        help_text="Schrijf het op in de woorden van het kind of de ouders.",
    )  # fmt: skip

    def __init__(self, *args: Any, partners: Sequence[Organisatie], wegen: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._partners = partners
        self.fields["weg"].choices = [(code, label) for code, label in WEGEN if code in wegen]  # type: ignore[attr-defined]
        self.fields["van"].choices = _opties(partners, "Niet van toepassing")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask from whom a question comes that another organisation brings: it must be consulted and answered."""
        velden = super().clean() or {}
        ingevuld = velden.get("van") or (velden.get("verwijzer") or "").strip()
        if velden.get("weg") in (Weg.GI, Weg.VEILIG_THUIS) and not ingevuld:
            self.add_error("van", "Kies de organisatie. Staat zij er niet bij, schrijf dan haar naam bij de verwijzer.")
        return velden

    def partner(self) -> Organisatie | None:
        """Return the organisation that was chosen."""
        return _gekozen(self.cleaned_data["van"], self._partners)


class SpoedForm(forms.Form):
    """Help that began at once."""

    dag = forms.DateField(label="Op welke dag begon de hulp?", widget=Dag(), initial=vandaag)
    tijd = forms.TimeField(label="Hoe laat?", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    door = forms.CharField(label="Wie geeft de hulp?", max_length=200)
    gebeld = forms.CharField(label="Wie had dienst en is gebeld?", max_length=200, required=False)
    waarom = forms.CharField(
        label="Waarom kon het niet wachten?", widget=tekstvak(), max_length=4000,
        help_text="Deze uitleg hoort in het dossier (Jeugdwet 7.3.16).",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tijd"].initial = nu().strftime("%H:%M")

    def moment(self) -> datetime:
        """Return when the help began."""
        return datetime.combine(self.cleaned_data["dag"], self.cleaned_data["tijd"], AMSTERDAM)


class RolForm(forms.Form):
    """Who holds a role from now on."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    organisatie = forms.ChoiceField(label="Welke organisatie?")
    gebruiker = forms.ChoiceField(label="Wie?", required=False)
    naam = forms.CharField(
        label="Naam", max_length=200, required=False, help_text="Van iemand die hier niet in de lijst staat."
    )
    telefoon = forms.CharField(label="Telefoonnummer", max_length=30, required=False)
    vanaf = forms.DateField(label="Vanaf welke dag?", widget=Dag(), initial=vandaag)

    def __init__(
        self, *args: Any, organisaties: Sequence[Organisatie], mensen: Sequence[Gebruiker], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._organisaties, self._mensen = organisaties, mensen
        self.fields["organisatie"].choices = _opties(organisaties)  # type: ignore[attr-defined]
        namen = [("", "Niemand in het bijzonder"), *((str(m.pk), m.naam) for m in mensen)]
        self.fields["gebruiker"].choices = namen  # type: ignore[attr-defined]

    def gekozen(self) -> tuple[Organisatie | None, Gebruiker | None]:
        """Return the organisation and the person."""
        mens = next((m for m in self._mensen if str(m.pk) == self.cleaned_data["gebruiker"]), None)
        return _gekozen(self.cleaned_data["organisatie"], self._organisaties), mens


class OverlegForm(forms.Form):
    """A consultation by a certified institution."""

    gi = forms.ChoiceField(label="Welke gecertificeerde instelling?")
    op = forms.DateField(label="Op welke dag was het overleg?", widget=Dag(), initial=vandaag)
    namens_gi = forms.CharField(label="Wie was er namens de instelling?", max_length=200)
    namens_gemeente = forms.CharField(label="Wie was er namens de gemeente?", max_length=200)
    advies = forms.CharField(label="Wat adviseerde de gemeente?", widget=tekstvak(), max_length=4000)
    bepaling = forms.CharField(
        label="Wat besloot de instelling?", widget=tekstvak(), max_length=4000, required=False,
        help_text="De instelling bepaalt welke hulp nodig is, ook als de gemeente anders adviseerde.",
    )  # fmt: skip

    def __init__(self, *args: Any, instellingen: Sequence[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._instellingen = instellingen
        self.fields["gi"].choices = _opties(instellingen)  # type: ignore[attr-defined]

    def instelling(self) -> Organisatie:
        """Return the institution that was chosen."""
        gekozen = _gekozen(self.cleaned_data["gi"], self._instellingen)
        if gekozen is None:
            raise ValueError("gi")
        return gekozen


class AfsluitForm(forms.Form):
    """How a question ended, and why."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    afloop = forms.ChoiceField(label="Hoe is de vraag afgelopen?", choices=Afloop.choices, widget=forms.RadioSelect)
    reden = forms.CharField(
        label="Waarom?", widget=tekstvak(), max_length=4000, help_text="Schrijf het zo dat het gezin het begrijpt."
    )
    op = forms.DateField(label="Per welke dag?", widget=Dag(), initial=vandaag)


class MaatregelForm(forms.Form):
    """A measure of the court, as the ruling says it."""

    soort = forms.ChoiceField(label="Welke maatregel of machtiging?", choices=Maatregel.Soort.choices)
    uitspraak_op = forms.DateField(label="Dag van de uitspraak", widget=Dag())
    tot = forms.DateField(
        label="Laatste dag", widget=Dag(), required=False,
        help_text="Zoals in de uitspraak. Laat je dit leeg, dan geldt de langste duur uit de wet.",
    )  # fmt: skip
    instantie = forms.CharField(label="Welke rechtbank?", max_length=200)
    zaaknummer = forms.CharField(label="Zaaknummer", max_length=40, required=False)
    gi = forms.ChoiceField(label="Welke gecertificeerde instelling voert uit?", required=False)

    def __init__(self, *args: Any, instellingen: Sequence[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._instellingen = instellingen
        self.fields["gi"].choices = _opties(instellingen, "Nog niet bekend")  # type: ignore[attr-defined]

    def instelling(self) -> Organisatie | None:
        """Return the institution that was chosen."""
        return _gekozen(self.cleaned_data["gi"], self._instellingen)


class OpForm(forms.Form):
    """One day."""

    op = forms.DateField(label="Op welke dag?", widget=Dag(), initial=vandaag)


class VerdelingForm(forms.Form):
    """Who holds a role on a road from a day."""

    rol = forms.ChoiceField(label="Welke rol?", choices=[(r.value, Casusrol(r).label) for r in TE_VERDELEN])
    weg = forms.ChoiceField(label="Op welke weg?", choices=[("", "Alle wegen"), *Weg.choices], required=False)
    organisatie = forms.ChoiceField(label="Wie heeft deze rol?", required=False)
    van = forms.DateField(label="Vanaf welke dag?", widget=Dag(), initial=vandaag)
    bron = forms.CharField(
        label="Waar is dit afgesproken?", max_length=300, help_text="Bijvoorbeeld: werkafspraak van 4 maart 2026"
    )

    def __init__(self, *args: Any, organisaties: Sequence[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        opties = _opties(organisaties, "Niemand: dit is een gat")
        self.fields["organisatie"].choices = opties  # type: ignore[attr-defined]

    def organisatie_id(self) -> UUID | None:
        """Return who was chosen."""
        return UUID(self.cleaned_data["organisatie"]) if self.cleaned_data["organisatie"] else None
