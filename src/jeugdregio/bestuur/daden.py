"""Acts of a dossier as data (name, states, who, form, act), and the one screen that shows and does them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.organisaties.toegangsdeur import Verzoek
from jeugdregio.organisaties.wie import Wie


class Dossierform(forms.Form):
    """A form that knows who fills it in and about what, and carries the version that this person saw."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, wie: Wie, dossier: Any, deel: Any = None, **kwargs: Any) -> None:
        kwargs["initial"] = {"versie": dossier.versie, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.wie, self.dossier, self.deel = wie, dossier, deel
        self.vul()

    def vul(self) -> None:
        """Fill choices and beginnings; a form that needs none leaves it."""

    def kies(self, veld: str, keuzes: list[tuple[str, str]]) -> None:
        """Set the choices of a field."""
        self.fields[veld].choices = keuzes  # type: ignore[attr-defined]


Mag = Callable[[Wie, Any, Any], bool]


@dataclass(frozen=True)
class Daad:
    """One act on a screen. `model` is the part it is about (a point, a recommendation); `doe` is the act itself.

    The act is called with who, the key of the dossier (and of the part), and the fields of the form by name.
    """

    code: str
    knop: str
    staten: Sequence[str]
    mag: Mag
    form: type[Dossierform]
    doe: Callable[..., object]
    uitleg: str = ""
    gelukt: str = "Vastgelegd."
    model: type[Any] | None = None
    soort: str = "tweede"


def mogelijk(daden: Sequence[Daad], wie: Wie, dossier: Any, deel: Any = None) -> list[Daad]:
    """Return what this person can do now with the dossier, or with one part of it; the main act first."""
    model = type(deel) if deel is not None else None
    nu = [d for d in daden if d.model is model and dossier.staat in d.staten and d.mag(wie, dossier, deel)]
    return sorted(nu, key=lambda d: d.soort != "hoofd")


def toon_daad(
    request: Verzoek, daad: Daad | None, dossier: Any, deel: Any, *, sjabloon: str, terug: str
) -> HttpResponse:
    """Show the form of one act and do it; what was filled in stays, also when somebody else was first."""
    if daad is None or (daad.model is None) != (deel is None):
        raise NietGevonden("Deze handeling is er niet.")
    if request.method == "GET":
        if dossier.staat not in daad.staten:
            raise Conflict(f"Dit kan nu niet: de stand is {dossier.get_staat_display().lower()}.")
        if not daad.mag(request.wie, dossier, deel):
            raise GeenRecht("Dit kun je hier nu niet doen.")
    form = daad.form(request.POST or None, wie=request.wie, dossier=dossier, deel=deel)
    code = 200
    if request.method == "POST" and form.is_valid():
        try:
            delen = (deel.pk,) if deel is not None else ()
            daad.doe(request.wie, dossier.pk, *delen, **form.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(form, fout)
        except Conflict as fout:
            form.add_error(None, f"{fout} Je invoer staat er nog.")
            code = 409
        else:
            messages.success(request, daad.gelukt)
            return HttpResponseRedirect(terug)
    context = {"form": form, "daad": daad, "dossier": dossier, "deel": deel, "terug": terug}
    return render(request, sjabloon, context, status=status(form) if code == 200 else code)
