"""What the pages of learning share: one page per thing, with below it what you can do now, each with its own form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from jeugdregio.basis.formulier import zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.organisaties.toegangsdeur import Verzoek
from jeugdregio.organisaties.wie import Wie


class DaadForm(forms.Form):
    """A form of an act; `ding` is what it is about, so that it can offer what fits."""

    def __init__(self, *args: Any, ding: Any, wie: Wie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.richt_in(ding, wie)

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Fill choices and first values."""


class VersieForm(DaadForm):
    """An act on the thing as the reader saw it."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Remember which version the reader saw."""
        self.fields["versie"].initial = ding.versie


@dataclass(frozen=True)
class Bandstap:
    """A step of the status band: what, and how far it is (gedaan, nu, straks)."""

    label: str
    stand: str
    toelichting: str = ""


@dataclass(frozen=True)
class Daad:
    """An act on a page. `mag` is about the person (403), `kan` about where the thing stands (then it is not shown)."""

    titel: str
    knop: str
    gelukt: str
    formulier: type[DaadForm]
    doe: Callable[..., object]
    mag: Callable[[Wie, Any], bool]
    kan: Callable[[Wie, Any], bool]
    soort: str = "tweede"
    uitleg: str = ""


@dataclass(frozen=True)
class Formulierdaad:
    """An act with its form, as the page shows it."""

    code: str
    daad: Daad
    form: DaadForm
    pad: str


Toon = Callable[[Verzoek, UUID, dict[str, DaadForm], int], HttpResponse]


def te_doen(
    wie: Wie, ding: Any, daden: Mapping[str, Daad], pad: Callable[[str], str], ingevuld: Mapping[str, DaadForm]
) -> list[Formulierdaad]:
    """Return what this person can do now, with a form that came back in its place."""
    kan = [(code, d) for code, d in daden.items() if code in ingevuld or (d.mag(wie, ding) and d.kan(wie, ding))]
    return [
        Formulierdaad(code, d, ingevuld.get(code) or d.formulier(prefix=code, ding=ding, wie=wie), pad(code))
        for code, d in kan
    ]


def voer_uit(
    request: Verzoek, ding: Any, code: str, daden: Mapping[str, Daad], *, toon: Toon, terug: str
) -> HttpResponse:
    """Run an act: back to the page, with the input and what is wrong when it was refused. Raises GeenRecht."""
    daad = daden[code]
    if not daad.mag(request.wie, ding):
        raise GeenRecht("Dit kun je niet doen met jouw rol, of je hoort hier niet bij.")
    form = daad.formulier(request.POST, prefix=code, ding=ding, wie=request.wie)
    if not form.is_valid():
        return toon(request, ding.pk, {code: form}, 422)
    try:
        daad.doe(request.wie, ding.pk, **form.cleaned_data)
    except Geweigerd as fout:
        zet_fouten(form, fout)
        return toon(request, ding.pk, {code: form}, 422)
    except Conflict as fout:
        form.add_error(None, str(fout))
        return toon(request, ding.pk, {code: form}, 409)
    messages.success(request, daad.gelukt)
    return redirect(terug, ding.pk)


def tekstvak(label: str, regels: int = 4, hulp: str = "", verplicht: bool = True) -> forms.CharField:
    """Return a field for a longer text."""
    widget = forms.Textarea(attrs={"rows": regels})
    return forms.CharField(label=label, widget=widget, help_text=hulp, required=verplicht, max_length=8000)
