"""Forms of the municipality: searching, what must be known about a child, and the decision on a request."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import RegexValidator

from ijw.codelijsten import CODELIJSTEN
from jeugdregio.basis.formulier import Dag
from jeugdregio.toegang.gezag import Adres
from jeugdregio.toegang.models import Gezagsbron, Kind
from jeugdregio.toegang.toewijzen import Wijziging
from jeugdregio.toegang.weergave import RegelBeeld, is_open

postcode_goed = RegexValidator(r"^[1-9][0-9]{3} ?[A-Za-z]{2}$", "Vul een postcode in zoals 8224 AB.")


def tekstvak(rijen: int = 4) -> forms.Textarea:
    """Return a text area of so many lines."""
    return forms.Textarea(attrs={"rows": rijen})


class ZoekForm(forms.Form):
    """Search on name, file number or BSN. Sent with POST, so that no name ends up in an address."""

    zoek = forms.CharField(label="Zoeken", max_length=100, required=False)
    pagina = forms.IntegerField(min_value=1, required=False)


class WoonplaatsForm(forms.Form):
    """Where the child lives by the residence rule, and where that was looked up."""

    sinds = forms.DateField(label="Woont hier sinds", widget=Dag())
    bron = forms.CharField(
        label="Waar heb je het nagekeken?", max_length=200, help_text="Bijvoorbeeld: basisregistratie personen"
    )
    postcode = forms.CharField(label="Postcode", max_length=7, required=False, validators=[postcode_goed])
    huisnummer = forms.IntegerField(label="Huisnummer", min_value=1, max_value=99999, required=False)
    huisletter = forms.CharField(label="Huisletter", max_length=1, required=False)
    toevoeging = forms.CharField(label="Toevoeging", max_length=4, required=False)
    straatnaam = forms.CharField(label="Straat", max_length=24, required=False)
    plaatsnaam = forms.CharField(label="Plaats", max_length=80, required=False)

    @staticmethod
    def begin(kind: Kind) -> dict[str, object]:
        """Return what is known already."""
        namen = ("postcode", "huisnummer", "huisletter", "toevoeging", "straatnaam", "plaatsnaam")
        # A secret address is not shown again, not even to who wrote it down.
        bekend = {} if kind.geheim_adres else {veld: getattr(kind, veld) for veld in namen}
        return {"sinds": kind.woonplaats_sinds, "bron": kind.woonplaats_bron or "Basisregistratie personen", **bekend}

    def clean(self) -> dict[str, Any]:
        """An address is a postcode with a number, or nothing."""
        ingevuld: dict[str, Any] = super().clean() or {}
        postcode, nummer = ingevuld.get("postcode"), ingevuld.get("huisnummer")
        if postcode and not nummer and "huisnummer" not in self.errors:
            self.add_error("huisnummer", "Vul ook het huisnummer in.")
        if nummer and not postcode and "postcode" not in self.errors:
            self.add_error("postcode", "Vul ook de postcode in.")
        return ingevuld

    def adres(self) -> Adres | None:
        """Return the address that was filled in."""
        velden = self.cleaned_data
        if not velden.get("postcode"):
            return None
        tekst = {veld: velden[veld] for veld in ("huisletter", "toevoeging", "straatnaam", "plaatsnaam")}
        return Adres(velden["postcode"], velden["huisnummer"], **tekst)


class GezagsdragerForm(forms.Form):
    """A parent or guardian."""

    naam = forms.CharField(label="Naam", max_length=200)
    relatie = forms.CharField(
        label="Wat is deze persoon van het kind?", max_length=60, help_text="Bijvoorbeeld: moeder"
    )
    gezag = forms.BooleanField(label="Heeft het gezag over het kind", required=False, initial=True)
    bron = forms.ChoiceField(
        label="Waar heb je het gezag nagekeken?", choices=[("", "Nog niet nagekeken"), *Gezagsbron.choices],
        required=False, help_text="Wie geen ouder is, heeft alleen gezag na een uitspraak van de rechter.",
    )  # fmt: skip
    nagekeken_op = forms.DateField(label="Op welke dag?", widget=Dag(), required=False)
    telefoon = forms.CharField(
        label="Telefoonnummer", max_length=20, required=False,
        help_text="De aanbieder krijgt dit nummer bij de toewijzing, als hij de ouders nog niet kent.",
    )  # fmt: skip


class _BesluitForm(forms.Form):
    """A decision on chosen lines, made from one version of the request."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    regels = forms.MultipleChoiceField(
        label="Over welke hulp gaat het?", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste een product."},
    )  # fmt: skip

    def __init__(self, *args: Any, regels: Sequence[RegelBeeld], versie: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["regels"].choices = [(str(r.regel.pk), _regelnaam(r)) for r in regels]  # type: ignore[attr-defined]
        self.fields["regels"].initial = [str(r.regel.pk) for r in regels if is_open(r.regel)]
        self.fields["versie"].initial = versie

    def regel_ids(self) -> list[UUID]:
        """Return the chosen lines."""
        return [UUID(pk) for pk in self.cleaned_data["regels"]]


def _regelnaam(beeld: RegelBeeld) -> str:
    delen = [beeld.product, beeld.omvang]
    if not is_open(beeld.regel):
        delen.append(beeld.regel.get_staat_display().lower())
    return ", ".join(deel for deel in delen if deel)


class AfwijzenForm(_BesluitForm):
    """A refusal: which lines, the reason of the standard, and the motive in words."""

    reden = forms.ChoiceField(label="Reden", widget=forms.RadioSelect)
    andere_gemeente = forms.ChoiceField(
        label="Welke gemeente is wel verantwoordelijk?", required=False,
        choices=[("", "Kies een gemeente"), *sorted(CODELIJSTEN["CBS"].items(), key=lambda paar: paar[1])],
        help_text="Alleen bij de reden woonplaatsbeginsel.",
    )  # fmt: skip
    motivering = forms.CharField(
        label="Waarom wijs je af?", widget=tekstvak(6), max_length=4000,
        help_text="Schrijf het zo dat het gezin en de aanbieder het begrijpen.",
    )  # fmt: skip

    def __init__(self, *args: Any, redenen: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reden"].choices = list(redenen.items())  # type: ignore[attr-defined]


class ToewijzenForm(_BesluitForm):
    """An assignment: which lines, and per line what differs from what was asked."""

    def __init__(self, *args: Any, zonder_contract: bool, juridische_status: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._nummers: dict[str, int] = {}
        for nummer, beeld in enumerate(kwargs["regels"], start=1):
            self._nummers[str(beeld.regel.pk)] = nummer
            self._voeg_regel_toe(nummer, beeld)
        if zonder_contract:
            self.fields["zonder_contract_reden"] = forms.CharField(
                label="Waarom wijs je toe zonder contract?", widget=tekstvak(), required=False, max_length=2000
            )
        self.fields["juridische_status"] = forms.ChoiceField(
            label="Juridische status", required=False, initial=juridische_status,
            choices=[("", "Geen maatregel of machtiging"), *CODELIJSTEN["WJ232"].items()],
        )  # fmt: skip

    def _voeg_regel_toe(self, nummer: int, beeld: RegelBeeld) -> None:
        regel, code = beeld.regel, beeld.regel.code or beeld.regel.categorie or "budget"
        self.fields[f"ingangsdatum_{nummer}"] = forms.DateField(
            label=f"Ingangsdatum {code}", widget=Dag(), initial=regel.ingangsdatum
        )
        self.fields[f"einddatum_{nummer}"] = forms.DateField(
            label=f"Einddatum {code}", widget=Dag(), initial=regel.einddatum, required=regel.einddatum is not None
        )
        if regel.volume is not None:
            eenheid = f"{beeld.omvang.partition(' ')[2]}"
            self.fields[f"volume_{nummer}"] = forms.IntegerField(
                label=f"Omvang {code} ({eenheid})", min_value=1, max_value=99_999_999, initial=regel.volume,
                help_text=f"Gevraagd is {beeld.omvang}.",
            )  # fmt: skip

    def wijzigingen(self) -> dict[UUID, Wijziging]:
        """Return per chosen line what was filled in."""
        return {UUID(pk): self._wijziging(self._nummers[pk]) for pk in self.cleaned_data["regels"]}

    def _wijziging(self, nummer: int) -> Wijziging:
        velden = self.cleaned_data
        eind: date | None = velden.get(f"einddatum_{nummer}")
        return Wijziging(velden[f"ingangsdatum_{nummer}"], eind, velden.get(f"volume_{nummer}"))

    def veld_van(self, naam: str) -> str:
        """Return the field an act means by a name, when only one line was chosen."""
        gekozen = self.cleaned_data.get("regels", [])
        eigen = f"{naam}_{self._nummers[gekozen[0]]}" if len(gekozen) == 1 else ""
        return eigen if eigen in self.fields else naam
