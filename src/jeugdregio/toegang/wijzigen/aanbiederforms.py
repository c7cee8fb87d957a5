"""Forms of the provider: asking for a change of what runs, and correcting a reported start or stop."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from ijw.codelijsten import CODELIJSTEN
from ijw.eenheden import TOTAAL
from jeugdregio.basis.formulier import Dag
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.wijzigen.vragen import Erbij, Gewenst
from jeugdregio.zorglandschap.models import Product

BLIJFT, ANDERS = "blijft", "anders"
_KIES = ("", "Maak een keuze")
_ERBIJ = ("product", "vanaf", "tot", "volume", "eenheid", "frequentie")


class IntrekForm(forms.Form):
    """Why a request is no longer needed."""

    reden = forms.CharField(
        label="Waarom is het verzoek niet meer nodig?", widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )


class WijzigingsverzoekForm(forms.Form):
    """The whole wished situation: each running assignment stays or changes, and one product may be added."""

    reden = forms.ChoiceField(label="Wat is de aanleiding?", choices=[_KIES, *CODELIJSTEN["WJ758"].items()])

    def __init__(
        self, *args: Any, lopend: Sequence[tuple[Toewijzing, str]], producten: Sequence[Product], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lopend = lopend
        for nummer, (toewijzing, naam) in enumerate(lopend, start=1):
            self._voeg_toe(nummer, toewijzing, naam)
        self._categorie = {p.code: p.categorie for p in producten}
        self._erbij(producten)

    def _voeg_toe(self, nummer: int, toewijzing: Toewijzing, naam: str) -> None:
        velden = self.fields
        velden[f"keuze_{nummer}"] = forms.ChoiceField(
            label=naam, widget=forms.RadioSelect, initial=BLIJFT,
            choices=[(BLIJFT, "Blijft zoals het is"), (ANDERS, "Wordt anders")],
        )  # fmt: skip
        velden[f"einddatum_{nummer}"] = forms.DateField(
            label="Tot en met",
            widget=Dag(),
            required=False,
            initial=toewijzing.einddatum,
            help_text="Telt alleen als je kiest voor: wordt anders.",
        )
        if toewijzing.volume is not None:
            velden[f"volume_{nummer}"] = forms.IntegerField(
                label="Omvang", min_value=1, max_value=99_999_999, required=False, initial=toewijzing.volume
            )
            if toewijzing.frequentie != TOTAAL:
                velden[f"vanaf_{nummer}"] = forms.DateField(
                    label="Nieuwe omvang vanaf", widget=Dag(), required=False,
                    help_text="Alleen bij een andere omvang: een dag na vandaag.",
                )  # fmt: skip
        if toewijzing.budget is not None:
            velden[f"budget_{nummer}"] = forms.DecimalField(
                label="Budget in euro", min_value=0, max_digits=10, decimal_places=2, required=False,
                initial=f"{toewijzing.budget / 100:.2f}",
            )  # fmt: skip

    def _erbij(self, producten: Sequence[Product]) -> None:
        keuzes = [("", "Geen nieuw product"), *((p.code, str(p)) for p in producten)]
        self.fields["nieuw_product"] = forms.ChoiceField(label="Welke hulp komt erbij?", choices=keuzes, required=False)
        self.fields["nieuw_vanaf"] = forms.DateField(
            label="Vanaf", widget=Dag(), required=False, help_text="Een dag na vandaag."
        )
        self.fields["nieuw_tot"] = forms.DateField(label="Tot en met", widget=Dag(), required=False)
        self.fields["nieuw_volume"] = forms.IntegerField(
            label="Hoeveel", min_value=1, max_value=99_999_999, required=False
        )
        self.fields["nieuw_eenheid"] = forms.ChoiceField(
            label="Eenheid", choices=[_KIES, *CODELIJSTEN["WJ756"].items()], required=False
        )
        self.fields["nieuw_frequentie"] = forms.ChoiceField(
            label="Per", choices=[_KIES, *CODELIJSTEN["WMO757"].items()], required=False
        )

    def delen(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return the fields in their groups, for the page."""
        groepen = []
        for nummer, (toewijzing, _) in enumerate(self.lopend, start=1):
            namen = [n for n in self.fields if n.endswith(f"_{nummer}") and not n.startswith("nieuw_")]
            groepen.append((f"Toewijzing {toewijzing.nummer}", [self[n] for n in namen]))
        erbij = [self[naam] for naam in self.fields if naam.startswith("nieuw_")]
        return [("Aanleiding", [self["reden"]]), *groepen, ("Nieuwe hulp", erbij)]

    def clean(self) -> dict[str, Any]:
        """Ask for the day of a new size, and for all of a new product or nothing."""
        velden: dict[str, Any] = super().clean() or {}
        for nummer, (toewijzing, _) in enumerate(self.lopend, start=1):
            volume = velden.get(f"volume_{nummer}")
            anders = volume is not None and volume != toewijzing.volume
            gekozen, vraagt_dag = velden.get(f"keuze_{nummer}") == ANDERS, f"vanaf_{nummer}" in self.fields
            if gekozen and anders and vraagt_dag and not velden.get(f"vanaf_{nummer}"):
                self.add_error(f"vanaf_{nummer}", "Kies vanaf welke dag de nieuwe omvang geldt.")
        if velden.get("nieuw_product"):
            for naam in ("vanaf", "volume", "eenheid", "frequentie"):
                if not velden.get(f"nieuw_{naam}") and f"nieuw_{naam}" not in self.errors:
                    self.add_error(f"nieuw_{naam}", "Vul dit in voor het nieuwe product.")
        return velden

    def anders(self) -> dict[UUID, Gewenst]:
        """Return what should change, per assignment."""
        velden, uit = self.cleaned_data, {}
        for nummer, (toewijzing, _) in enumerate(self.lopend, start=1):
            if velden[f"keuze_{nummer}"] != ANDERS:
                continue
            budget = velden.get(f"budget_{nummer}")
            uit[toewijzing.pk] = Gewenst(
                einddatum=velden[f"einddatum_{nummer}"], volume=velden.get(f"volume_{nummer}"),
                vanaf=velden.get(f"vanaf_{nummer}"), budget=None if budget is None else round(budget * 100),
            )  # fmt: skip
        return uit

    def erbij(self) -> list[Erbij]:
        """Return the new product, if one was chosen."""
        velden = {naam: self.cleaned_data.get(f"nieuw_{naam}") for naam in _ERBIJ}
        code = velden.pop("product")
        return [Erbij(categorie=self._categorie[code], code=code, **velden)] if code else []  # type: ignore[arg-type]
