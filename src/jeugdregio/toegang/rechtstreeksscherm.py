"""The screen of a direct assignment, from the page of a child."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ijw.codelijsten import CODELIJSTEN
from jeugdregio.basis.formulier import Dag, status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import actions, queries, weergave
from jeugdregio.toegang.rechtstreeks import Hulp, kiesbare_aanbieders, kiesbare_producten
from jeugdregio.zorglandschap.models import Product

_KIES = ("", "Maak een keuze")


class RechtstreeksForm(forms.Form):
    """Which help, where, how long and how much."""

    aanbieder = forms.ChoiceField(label="Welke aanbieder?")
    product = forms.ChoiceField(label="Welke hulp?")
    ingangsdatum = forms.DateField(label="Vanaf", widget=Dag())
    einddatum = forms.DateField(label="Tot en met", widget=Dag())
    volume = forms.IntegerField(label="Hoeveel", min_value=1, max_value=99_999_999)
    eenheid = forms.ChoiceField(label="Eenheid", choices=[_KIES, *CODELIJSTEN["WJ756"].items()])
    frequentie = forms.ChoiceField(label="Per", choices=[_KIES, *CODELIJSTEN["WMO757"].items()])
    zonder_contract_reden = forms.CharField(
        label="Waarom zonder contract?", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alleen invullen als deze aanbieder geen contract heeft voor deze hulp.",
    )  # fmt: skip

    def __init__(
        self, *args: Any, aanbieders: Sequence[Organisatie], producten: Sequence[Product], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(str(a.pk), a.naam) for a in aanbieders]
        self.fields["aanbieder"].choices = [_KIES, *keuzes]  # type: ignore[attr-defined]
        self.fields["product"].choices = [_KIES, *[(p.code, str(p)) for p in producten]]  # type: ignore[attr-defined]

    def hulp(self) -> Hulp:
        """Return what was filled in."""
        v = self.cleaned_data
        return Hulp(
            aanbieder_id=UUID(v["aanbieder"]), code=v["product"], ingangsdatum=v["ingangsdatum"],
            einddatum=v["einddatum"], volume=v["volume"], eenheid=v["eenheid"], frequentie=v["frequentie"],
        )  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def rechtstreeks(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Assign help to this child without a request of a provider."""
    kind = queries.kind(request.wie, kind_id).kind
    formulier = RechtstreeksForm(
        request.POST or None, aanbieders=kiesbare_aanbieders(request.wie), producten=kiesbare_producten(request.wie)
    )
    if request.method == "POST" and formulier.is_valid():
        try:
            toegewezen = actions.wijs_rechtstreeks_toe(
                request.wie, kind_id, formulier.hulp(),
                zonder_contract_reden=formulier.cleaned_data["zonder_contract_reden"],
            )  # fmt: skip
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(
                request, f"Toegewezen onder nummer {toegewezen.nummer}. {toegewezen.aanbieder} krijgt bericht."
            )
            return redirect("toegang:toewijzing", toegewezen.pk)
    context = {"form": formulier, "kind": kind, "naam": weergave.naam(kind), "kop": weergave.wie_het_is(kind)}
    return render(request, "toegang/rechtstreeks.html", context, status=status(formulier))
