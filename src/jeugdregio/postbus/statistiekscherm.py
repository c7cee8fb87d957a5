"""Why messages are refused, as a page and as a file for a spreadsheet."""

import csv
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.postbus.lijstscherm import BERICHTROLLEN
from jeugdregio.postbus.statistiek import Statistiek, is_gemeente, statistiek

STANDAARD_DAGEN = 91
_FORMULE = ("=", "+", "-", "@", "\t", "\r")


class PeriodeForm(forms.Form):
    """The period, both days included."""

    van = forms.DateField(required=False)
    tot = forms.DateField(required=False)
    partij = forms.UUIDField(required=False)

    def clean(self) -> dict[str, Any]:
        """A period ends on or after the day it begins."""
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("van") and schoon.get("tot") and schoon["van"] > schoon["tot"]:
            self.add_error("tot", "De periode eindigt voor hij begint. Kies een latere dag.")
        return schoon


@require_GET
@scherm(*BERICHTROLLEN)
def afkeuringen(request: Verzoek) -> HttpResponse:
    """Refusals per provider and rule, with the three repairs needed most."""
    form, beeld, partij = _beeld(request)
    context = {
        "form": form, "beeld": beeld, "is_gemeente": is_gemeente(request.wie), "vraag": request.GET.urlencode(),
        "meeste": max((rij.berichten for rij in beeld.regels), default=0),
        "partij": next((rij.partij for rij in beeld.partijen if rij.partij.pk == partij), None),
    }  # fmt: skip
    return render(request, "postbus/afkeuringen.html", context, status=422 if form.errors else 200)


@require_GET
@scherm(*BERICHTROLLEN)
def afkeuringen_csv(request: Verzoek) -> HttpResponse:
    """The figures per rule as a file."""
    _, beeld, _ = _beeld(request)
    antwoord = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="afkeuringen-{beeld.van}-{beeld.tot}.csv"'
    schrijver = csv.writer(antwoord, delimiter=";")
    schrijver.writerow(["soort", "naam_of_regel", "retourcode", "betekenis", "berichten", "bevindingen"])
    for partij in beeld.partijen:
        schrijver.writerow(_veilig("partij", partij.partij.naam, "", "", partij.afgekeurd, partij.bevindingen))
    for naam, rijen in (("regel", beeld.regels), ("door ander geweigerd", beeld.geweigerd)):
        for rij in rijen:
            schrijver.writerow(_veilig(naam, rij.regel, rij.retourcode, rij.betekenis, rij.berichten, rij.bevindingen))
    return antwoord


def _beeld(request: Verzoek) -> tuple[PeriodeForm, Statistiek, UUID | None]:
    form = PeriodeForm(request.GET)
    goed = form.is_valid()
    gekozen: dict[str, Any] = form.cleaned_data if goed else {}
    tot: date = gekozen.get("tot") or vandaag()
    van: date = gekozen.get("van") or tot - timedelta(days=STANDAARD_DAGEN)
    partij: UUID | None = gekozen.get("partij")
    return form, statistiek(request.wie, van, tot, partij), partij


def _veilig(*cellen: object) -> list[str]:
    """Cells that a spreadsheet does not take for a formula."""
    return [f"'{tekst}" if tekst.startswith(_FORMULE) else tekst for tekst in map(str, cellen)]
