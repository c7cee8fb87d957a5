"""Forms of the municipality: changing, correcting and removing an assignment, granting a request for change."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from ijw.codelijsten import CODELIJSTEN
from ijw.eenheden import TOTAAL
from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.models import GevraagdeWijziging, Toewijzing
from jeugdregio.toegang.wijzigen.veranderen import REDENEN_WIJZIGING, Wens
from jeugdregio.zorglandschap.models import Product

_KIES = ("", "Maak een keuze")
_MAX = 99_999_999


def _tekstvak(rijen: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rijen})


class _OpVersie(forms.Form):
    """A decision made from one version of an assignment, with its reason in words."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    toelichting = forms.CharField(
        label="Waarom?", widget=_tekstvak(), max_length=2000,
        help_text="Dit blijft bij de toewijzing staan. Het gaat niet mee in het bericht.",
    )  # fmt: skip

    def __init__(self, *args: Any, toewijzing: Toewijzing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.toewijzing = toewijzing
        self.fields["versie"].initial = toewijzing.versie


class VerwijderForm(_OpVersie):
    """Why an assignment should never have been sent."""


class WijzigForm(_OpVersie):
    """What an assignment should become, and why."""

    reden = forms.ChoiceField(
        label="Wat is de reden?", choices=[_KIES, *((r, CODELIJSTEN["JZ002"][r]) for r in REDENEN_WIJZIGING)]
    )
    einddatum = forms.DateField(label="Nieuwe einddatum", widget=Dag(), required=False)
    afgestemd = forms.CharField(
        label="Met wie bij de aanbieder heb je dit afgesproken?", max_length=200, required=False,
        help_text="Nodig bij minder hulp of een eerder einde. Schrijf de naam en de dag op.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        toewijzing = self.toewijzing
        self.fields["einddatum"].initial = toewijzing.einddatum
        self.fields["einddatum"].help_text = "Laat leeg voor een open einde."
        if toewijzing.volume is not None:
            self.fields["volume"] = forms.IntegerField(
                label="Omvang", min_value=1, max_value=_MAX, initial=toewijzing.volume
            )
            if toewijzing.frequentie != TOTAAL:
                self.fields["vanaf"] = forms.DateField(
                    label="Vanaf welke dag geldt de nieuwe omvang?", widget=Dag(), required=False,
                    help_text="Alleen bij een andere omvang. De dag ervoor eindigt deze toewijzing.",
                )  # fmt: skip
        if toewijzing.budget is not None:
            self.fields["budget"] = forms.DecimalField(
                label="Budget in euro", min_value=0, max_digits=10, decimal_places=2,
                initial=f"{toewijzing.budget / 100:.2f}",
            )  # fmt: skip
        self.order_fields(["versie", "reden", "einddatum", "volume", "vanaf", "budget", "afgestemd", "toelichting"])

    def wens(self) -> Wens:
        """Return what was filled in."""
        velden = self.cleaned_data
        budget = velden.get("budget")
        return Wens(
            einddatum=velden["einddatum"], open_einde=velden["einddatum"] is None, volume=velden.get("volume"),
            vanaf=velden.get("vanaf"), budget=None if budget is None else round(budget * 100),
            afgestemd=velden["afgestemd"],
        )  # fmt: skip


class CorrigeerForm(_OpVersie):
    """The right values of an assignment that was entered wrong."""

    product = forms.ChoiceField(label="Product", required=False)
    ingangsdatum = forms.DateField(label="Van", widget=Dag())
    einddatum = forms.DateField(label="Tot en met", widget=Dag(), required=False)

    def __init__(self, *args: Any, producten: Sequence[Product], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        toewijzing = self.toewijzing
        self.fields["product"].choices = [("", "Zonder productcode"), *((p.code, str(p)) for p in producten)]  # type: ignore[attr-defined]
        self._categorie = {p.code: p.categorie for p in producten}
        for naam, waarde in (("product", toewijzing.code), ("ingangsdatum", toewijzing.ingangsdatum),
                             ("einddatum", toewijzing.einddatum)):  # fmt: skip
            self.fields[naam].initial = waarde
        if toewijzing.volume is not None:
            self.fields["volume"] = forms.IntegerField(
                label="Omvang", min_value=1, max_value=_MAX, initial=toewijzing.volume
            )
        self.order_fields(["versie", "product", "ingangsdatum", "einddatum", "volume", "toelichting"])

    def juist(self) -> dict[str, object]:
        """Return the values as they should have been, by the name of the field."""
        velden = self.cleaned_data
        uit: dict[str, object] = {"ingangsdatum": velden["ingangsdatum"], "einddatum": velden["einddatum"]}
        if velden["product"]:
            uit |= {"code": velden["product"], "categorie": self._categorie[velden["product"]]}
        if "volume" in velden:
            uit["volume"] = velden["volume"]
        return uit


class ToekenForm(forms.Form):
    """Granting all of a request for change; another first day only where the asked one has passed."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, wijzigingen: Sequence[tuple[GevraagdeWijziging, str]], versie: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["versie"].initial = versie
        self._vanaf: dict[str, UUID] = {}
        for nummer, (wijziging, naam) in enumerate(wijzigingen, start=1):
            begin = wijziging.ingangsdatum
            nieuw = wijziging.soort == GevraagdeWijziging.Soort.NIEUW
            zelf = nieuw or (wijziging.toewijzing is not None and wijziging.toewijzing.ingangsdatum != begin)
            if begin is None or begin >= vandaag() or not zelf:
                continue
            self._vanaf[f"vanaf_{nummer}"] = wijziging.pk
            self.fields[f"vanaf_{nummer}"] = forms.DateField(
                label=f"Vanaf welke dag: {naam}", widget=Dag(), initial=begin,
                help_text="De gevraagde dag is voorbij. Kies in overleg een andere dag, of laat hem staan.",
            )  # fmt: skip

        if self._vanaf:
            self.fields["afgestemd"] = forms.CharField(
                label="Met wie bij de aanbieder sprak je de ingangsdatum af?", max_length=200, required=False,
                help_text="Schrijf de naam en de dag op. Niet nodig als je een dag vanaf vandaag kiest.",
            )  # fmt: skip
        if any(wijziging.soort == GevraagdeWijziging.Soort.NIEUW for wijziging, _ in wijzigingen):
            self.fields["zonder_contract_reden"] = forms.CharField(
                label="Waarom ken je toe zonder contract?", widget=_tekstvak(), max_length=2000, required=False,
                help_text="Alleen nodig als er voor het nieuwe product geen contract is.",
            )  # fmt: skip

    def vanaf(self) -> dict[UUID, date]:
        """Return the chosen first days."""
        return {pk: self.cleaned_data[veld] for veld, pk in self._vanaf.items()}
