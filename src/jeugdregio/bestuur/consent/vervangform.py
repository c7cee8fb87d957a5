"""The form of a written substitution."""

from typing import Any
from uuid import UUID

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.bestuur.consent.vervangen import mogelijke_vervangers
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie


class VervangForm(forms.Form):
    """Who replaces whom, since when, and the paper that says so."""

    keuze = forms.ChoiceField(label="Wie vervangt wie?")
    stuk = forms.CharField(label="Kenmerk van het stuk waarin dit staat", max_length=200)
    stuk_op = forms.DateField(label="Datum van het stuk", widget=Dag())
    van = forms.DateField(label="Geldig vanaf", widget=Dag())
    tot = forms.DateField(label="Geldig tot en met", widget=Dag(), required=False)

    def __init__(self, *args: Any, wie: Wie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gemeenten = list(deelnemers()) if wie.heeft(Rol.SECRETARIS) else [wie.organisatie]
        self.fields["keuze"].choices = [  # type: ignore[attr-defined]
            (f"{gemeente.pk}:{mens.pk}", f"{gemeente.naam}: {mens.naam}")
            for gemeente in gemeenten
            for mens in mogelijke_vervangers(gemeente)
            if mens != wie.gebruiker or wie.heeft(Rol.SECRETARIS)
        ]

    def velden(self) -> dict[str, Any]:
        """Return what the act wants."""
        velden = dict(self.cleaned_data)
        gemeente, _, mens = velden.pop("keuze").partition(":")
        return velden | {"gemeente": Organisatie.objects.get(pk=UUID(gemeente)), "vervanger": UUID(mens)}
