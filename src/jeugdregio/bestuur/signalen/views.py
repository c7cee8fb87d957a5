"""The screens of signals and of the archive of letters."""

import csv
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.signalen import actions, forms, queries
from jeugdregio.bestuur.signalen.actions import NieuwSignaal
from jeugdregio.bestuur.signalen.models import Geadresseerde
from jeugdregio.bestuur.signalen.permissions import bij_overheid, mag_lezen
from jeugdregio.bestuur.toezeggingen.uitwisselen import veilig
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.organisaties.wie import Wie

PER_PAGINA = 25
KOLOMMEN = (
    "nummer", "gemeld op", "van", "aan", "onderwerp", "tekst", "gevraagd", "antwoord uiterlijk", "stand",
    "antwoord op", "antwoord",
)  # fmt: skip
GELUKT = {
    "antwoord": "Het antwoord staat erin.",
    "navraag": "De navraag staat erin. Er loopt een nieuwe termijn.",
    "doorzet": "Het signaal is doorgezet.",
    "intrek": "Het signaal is ingetrokken.",
}


def _eis_lezer(wie: Wie) -> None:
    if not mag_lezen(wie):
        raise GeenRecht("Signalen zijn voor gemeenten, het regiokantoor en hun partners.")


def _eis_overheid(wie: Wie) -> None:
    if not bij_overheid(wie):
        raise GeenRecht("Het brievenarchief is voor gemeenten en het regiokantoor.")


def _zeef(request: Verzoek) -> queries.Zeef:
    stand = request.GET.get("stand", "open")
    aan = request.GET.get("aan", "")
    return queries.Zeef(
        stand=stand if stand in queries.STANDEN else "open",
        geadresseerde=aan if aan in Geadresseerde.values else "",
        zoek=request.GET.get("zoek", "")[:60],
    )


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show the signals, what waits longest first."""
    _eis_lezer(request.wie)
    zeef = _zeef(request)
    pagina = Paginator(queries.lijst(request.wie, zeef), PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "zeef": zeef,
        "pagina": pagina,
        "standen": queries.STANDEN.items(),
        "geadresseerden": Geadresseerde.choices,
        "overheid": bij_overheid(request.wie),
        "vandaag": vandaag(),
    }
    return render(request, "signalen/lijst.html", context)


@require_GET
@scherm()
def lijst_csv(request: Verzoek) -> HttpResponse:
    """Give the filtered list as CSV."""
    _eis_lezer(request.wie)
    antwoord_ = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    antwoord_["Content-Disposition"] = 'attachment; filename="signalen.csv"'
    schrijver = csv.writer(antwoord_, delimiter=";")
    schrijver.writerow(KOLOMMEN)
    for s in queries.lijst(request.wie, _zeef(request)):
        rij = (
            s.nummer, s.gemeld_op.isoformat(), s.afzender.naam, s.aan_naam, s.onderwerp, s.tekst, s.gevraagd,
            s.antwoord_uiterlijk.isoformat(), s.get_staat_display(),
            s.antwoord_op.isoformat() if s.antwoord_op else "", s.antwoord,
        )  # fmt: skip
        schrijver.writerow([veilig(cel) for cel in rij])
    return antwoord_


@require_http_methods(["GET", "POST"])
@scherm()
def nieuw(request: Verzoek) -> HttpResponse:
    """Give a signal."""
    _eis_lezer(request.wie)
    gemeenten = [(str(g.pk), g.naam) for g in deelnemers()]
    formulier = forms.SignaalForm(request.POST or None, gemeenten=gemeenten, buiten=bij_overheid(request.wie))
    if request.method == "POST" and formulier.is_valid():
        try:
            gemeld = actions.meld(request.wie, NieuwSignaal(**formulier.cleaned_data))
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, f"Het signaal is gegeven onder nummer {gemeld.nummer}.")
            return redirect("signalen:signaal", gemeld.pk)
    return render(request, "signalen/nieuw.html", {"form": formulier}, status=status(formulier))


@require_GET
@scherm()
def signaal(request: Verzoek, signaal_id: UUID) -> HttpResponse:
    """Show one signal with its history and what can be done."""
    return _blad(request, signaal_id)


def _blad(
    request: Verzoek, signaal_id: UUID, naam: str = "", fout: Form | None = None, code: int = 200
) -> HttpResponse:
    beeld = queries.signaal(request.wie, signaal_id)
    begin = {"versie": beeld.signaal.versie}
    context: dict[str, Any] = {
        "beeld": beeld,
        "s": beeld.signaal,
        "antwoord": forms.AntwoordForm(initial={**begin, "op": vandaag()}, prefix="antwoord"),
        "navraag": forms.NavraagForm(initial=begin, prefix="navraag"),
        "doorzet": forms.DoorzetForm(initial=begin, prefix="doorzet"),
        "intrek": forms.IntrekForm(initial=begin, prefix="intrek"),
    }
    if fout is not None:
        context[naam] = fout
    return render(request, "signalen/signaal.html", context, status=code)


def _doe(request: Verzoek, signaal_id: UUID, naam: str, formulier: Form, daad: Callable[..., object]) -> HttpResponse:
    """Run an act with a form of the page: back to it, with the input and what is wrong if it failed."""
    queries.signaal(request.wie, signaal_id)
    if not formulier.is_valid():
        return _blad(request, signaal_id, naam, formulier, 422)
    try:
        daad(request.wie, signaal_id, **formulier.cleaned_data)
    except Geweigerd as fout:
        zet_fouten(formulier, fout)
        return _blad(request, signaal_id, naam, formulier, 422)
    except Conflict as fout:
        formulier.add_error(None, str(fout))
        return _blad(request, signaal_id, naam, formulier, 409)
    messages.success(request, GELUKT[naam])
    return redirect("signalen:signaal", signaal_id)


@require_POST
@scherm()
def antwoord(request: Verzoek, signaal_id: UUID) -> HttpResponse:
    """Write down the answer."""
    formulier = forms.AntwoordForm(request.POST, prefix="antwoord")
    return _doe(request, signaal_id, "antwoord", formulier, actions.antwoord)


@require_POST
@scherm()
def navragen(request: Verzoek, signaal_id: UUID) -> HttpResponse:
    """Ask again."""
    return _doe(request, signaal_id, "navraag", forms.NavraagForm(request.POST, prefix="navraag"), actions.vraag_na)


@require_POST
@scherm()
def doorzetten(request: Verzoek, signaal_id: UUID) -> HttpResponse:
    """Pass the signal on."""
    return _doe(request, signaal_id, "doorzet", forms.DoorzetForm(request.POST, prefix="doorzet"), actions.zet_door)


@require_POST
@scherm()
def intrekken(request: Verzoek, signaal_id: UUID) -> HttpResponse:
    """Withdraw the signal."""
    return _doe(request, signaal_id, "intrek", forms.IntrekForm(request.POST, prefix="intrek"), actions.trek_in)


@require_GET
@scherm()
def archief(request: Verzoek) -> HttpResponse:
    """Show the archive of letters, with a search."""
    _eis_overheid(request.wie)
    zoek = request.GET.get("zoek", "")[:60]
    pagina = Paginator(queries.archief(request.wie, zoek), PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "signalen/archief.html", {"pagina": pagina, "zoek": zoek})


@require_http_methods(["GET", "POST"])
@scherm()
def archiefbrief(request: Verzoek) -> HttpResponse:
    """Put a letter in the archive."""
    _eis_overheid(request.wie)
    signalen = [(str(s.pk), f"{s.nummer}: {s.onderwerp}") for s in queries.lijst(request.wie, queries.Zeef(stand=""))]
    formulier = forms.ArchiefForm(request.POST or None, signalen=signalen)
    if request.method == "POST" and formulier.is_valid():
        try:
            actions.archiveer(request.wie, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De brief staat in het archief.")
            return redirect("signalen:archief")
    return render(request, "signalen/archiefbrief.html", {"form": formulier}, status=status(formulier))
