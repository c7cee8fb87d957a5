"""One sheet for every act in this room: the form, what happens then, doing it, and what is wrong beside its field."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.organisaties.toegangsdeur import Verzoek
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.bezwaren.daden import Daad
from jeugdregio.toegang.bezwaren.forms import OpVersie
from jeugdregio.toegang.bezwaren.permissions import is_jurist

GEWIJZIGD = "Je invoer staat er nog. Kijk wat er is veranderd en verstuur het formulier dan opnieuw."


@dataclass(frozen=True)
class Blad:
    """What a sheet is about: the act, the thing, where it goes back to, and what its template shows besides."""

    daad: Daad
    zaak: Any
    terug: tuple[str, Any]
    kop: dict[str, Any]
    sjabloon: str


def daad_van(daden: dict[str, Daad], naam: str, wie: Wie) -> Daad:
    """Return an act by its name in the address. Raises NietGevonden, GeenRecht."""
    if naam not in daden:
        raise NietGevonden("Deze pagina is er niet.")
    daad = daden[naam]
    if daad.alleen_jurist and not is_jurist(wie):
        raise GeenRecht("Dit doet de jurist van de gemeente.")
    return daad


def voer_uit(request: Verzoek, blad: Blad) -> HttpResponse:
    """Show the form of an act, or do it and go back."""
    daad, zaak = blad.daad, blad.zaak
    if request.method == "GET" and not daad.past(zaak):
        messages.info(request, "Dit is al gedaan, of het kan nu niet.")
        return redirect(*blad.terug)
    formulier, code = daad.formulier(request.POST if request.method == "POST" else None, zaak=zaak), 0
    if request.method == "POST" and formulier.is_valid():
        try:
            daad.doe(request.wie, zaak, formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier, code = _vers(request, blad, fout), 409
        else:
            messages.success(request, f"{daad.titel}: vastgelegd.")
            return redirect(*blad.terug)
    context = blad.kop | {"form": formulier, "daad": daad, "zaak": zaak}
    return render(request, blad.sjabloon, context, status=code or status(formulier))


def _vers(request: Verzoek, blad: Blad, fout: Conflict) -> OpVersie:
    """The form with the input on top of the version that is now there."""
    blad.zaak.refresh_from_db()
    kopie = request.POST.copy()
    kopie["versie"] = str(blad.zaak.versie)
    formulier = blad.daad.formulier(kopie, zaak=blad.zaak)
    formulier.add_error(None, f"{fout} {GEWIJZIGD}")
    return formulier
