"""Screens of a transfer: what went along, what each side said, and the act that is next."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.rechtstreeks import kiesbare_aanbieders, kiesbare_producten
from jeugdregio.toegang.woonplaats import actions, queries
from jeugdregio.toegang.woonplaats.forms import (
    AansluitForm,
    AanvaardForm,
    BetwistForm,
    BuitenAfsluitForm,
    BuitenForm,
    NietForm,
    StandpuntForm,
    VersieForm,
)
from jeugdregio.toegang.woonplaats.gemeenten import regiocodes
from jeugdregio.toegang.woonplaats.models import Overdracht
from jeugdregio.toegang.woonplaats.permissions import zichtbare_overdrachten
from jeugdregio.toegang.woonplaats.voortzetten import voorstel


@require_GET
@scherm(Rol.TOEGANG)
def overdrachten(request: Verzoek) -> HttpResponse:
    """List the transfers given and received."""
    pagina, rijen = queries.overdrachten(request.wie, request.GET.get("pagina", "1"))
    return render(request, "woonplaats/overdrachten.html", {"pagina": pagina, "rijen": rijen})


@require_GET
@scherm(Rol.TOEGANG)
def overdracht(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Show one transfer."""
    beeld = queries.overdracht(request.wie, overdracht_id)
    return render(request, "woonplaats/overdracht.html", {"beeld": beeld, "overdracht": beeld.overdracht})


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def aanvaarden(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Accept the child."""
    formulier = AanvaardForm(request.POST or None, initial=_versie(request, overdracht_id))

    def doe() -> str:
        overdracht = actions.aanvaard(request.wie, overdracht_id, formulier.cleaned_data["bron"], versie=_v(formulier))
        daarna = "" if overdracht.staat == Overdracht.Staat.AANGESLOTEN else " Sluit nu de hulp aan."
        return f"Aangenomen. Het dossier staat bij je kinderen.{daarna}"

    uitleg = (
        "Er komt een dossier bij jouw gemeente, met alleen wat is meegegeven. De andere gemeente houdt haar eigen "
        "dossier en betaalt tot je de hulp aansluit."
    )
    return _act(request, overdracht_id, formulier, doe, titel="Kind aannemen", knop="Neem aan", uitleg=uitleg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def betwisten(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Dispute that the child belongs here."""
    formulier = BetwistForm(
        request.POST or None, initial=_versie(request, overdracht_id), dichtbij=regiocodes()
    )  # fmt: skip

    def doe() -> str:
        velden = formulier.cleaned_data
        actions.betwist(request.wie, overdracht_id, velden["tekst"], velden["gemeente"], versie=_v(formulier))
        return "De andere gemeente ziet je bezwaar en is nu aan zet."

    uitleg = (
        "Schrijf op welk gegeven anders is, en waar je dat zag. De andere gemeente blijft verantwoordelijk. Samen "
        "zoek je uit wie het is (Jeugdwet 8.2.1 lid 3)."
    )
    return _act(request, overdracht_id, formulier, doe, titel="Overdracht betwisten", knop="Betwist", uitleg=uitleg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def herhalen(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Offer a disputed transfer again."""
    formulier = StandpuntForm(request.POST or None, initial=_versie(request, overdracht_id))

    def doe() -> str:
        actions.herhaal(request.wie, overdracht_id, formulier.cleaned_data["tekst"], versie=_v(formulier))
        return "De andere gemeente is weer aan zet."

    uitleg = "Schrijf op wat jullie bespraken, en waarom het kind toch daar hoort."
    return _act(request, overdracht_id, formulier, doe, titel="Opnieuw aanbieden", knop="Bied aan", uitleg=uitleg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def terugnemen(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Take a transfer back."""
    formulier = StandpuntForm(request.POST or None, initial=_versie(request, overdracht_id))

    def doe() -> str:
        actions.neem_terug(request.wie, overdracht_id, formulier.cleaned_data["tekst"], versie=_v(formulier))
        return "Teruggenomen. Kijk de woonplaats opnieuw na."

    uitleg = "Het kind blijft bij jouw gemeente. De andere gemeente ziet de overdracht niet meer."
    return _act(request, overdracht_id, formulier, doe, titel="Overdracht terugnemen", knop="Neem terug", uitleg=uitleg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def buiten(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Record the answer of a municipality that does not work here."""
    formulier = BuitenForm(request.POST or None, initial=_versie(request, overdracht_id) | {"op": vandaag()})

    def doe() -> str:
        v = formulier.cleaned_data
        actions.leg_antwoord_buiten_vast(
            request.wie, overdracht_id, akkoord=v["akkoord"] == "ja", tekst=v["tekst"], door=v["door"], op=v["op"],
            versie=_v(formulier),
        )  # fmt: skip
        return "Het antwoord is vastgelegd."

    uitleg = "Deze gemeente werkt niet in dit systeem. Bel of schrijf, en leg hier vast wat zij antwoordt."
    return _act(request, overdracht_id, formulier, doe, titel="Antwoord vastleggen", knop="Leg vast", uitleg=uitleg)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def aansluiten(request: Verzoek, overdracht_id: UUID, voortzetting_id: UUID) -> HttpResponse:
    """Assign the help that goes on."""
    regel = _regel(request, overdracht_id, voortzetting_id)
    begin = _versie(request, overdracht_id) | voorstel(regel.voortzetting, vandaag())
    formulier = AansluitForm(
        request.POST or None, initial=begin, aanbieders=kiesbare_aanbieders(request.wie),
        producten=kiesbare_producten(request.wie),
    )  # fmt: skip

    def doe() -> str:
        v = formulier.cleaned_data
        nieuw = actions.sluit_aan(
            request.wie, overdracht_id, voortzetting_id, formulier.hulp(), afgestemd=v["afgestemd"],
            versie=_v(formulier), afwijking_reden=v["afwijking_reden"],
            zonder_contract_reden=v["zonder_contract_reden"],
        )  # fmt: skip
        return f"Toegewezen onder nummer {nieuw.nummer}. De oude toewijzing eindigt de dag ervoor."

    uitleg = (
        "De aanbieder krijgt van jou een toewijzing, en van de andere gemeente bericht dat haar toewijzing eindigt."
    )
    return _act(
        request, overdracht_id, formulier, doe, titel="Hulp aansluiten", knop="Sluit aan", uitleg=uitleg, regel=regel
    )


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def niet_voortzetten(request: Verzoek, overdracht_id: UUID, voortzetting_id: UUID) -> HttpResponse:
    """Say that help is not carried on."""
    regel = _regel(request, overdracht_id, voortzetting_id)
    formulier = NietForm(request.POST or None, initial=_versie(request, overdracht_id))

    def doe() -> str:
        reden = formulier.cleaned_data["reden"]
        actions.zet_niet_voort(request.wie, overdracht_id, voortzetting_id, reden, versie=_v(formulier))
        return "Vastgelegd. De andere gemeente is aan zet voor haar toewijzing."

    uitleg = "De hulp blijft toegewezen door de andere gemeente, tot zij die zelf beëindigt."
    return _act(
        request, overdracht_id, formulier, doe, titel="Hulp niet voortzetten", knop="Leg vast", uitleg=uitleg,
        regel=regel,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def buiten_afsluiten(request: Verzoek, overdracht_id: UUID, voortzetting_id: UUID) -> HttpResponse:
    """Record from when a municipality outside joins on, and end one's own assignment."""
    regel = _regel(request, overdracht_id, voortzetting_id)
    begin = _versie(request, overdracht_id) | {"ingangsdatum": vandaag()}
    formulier = BuitenAfsluitForm(request.POST or None, initial=begin)

    def doe() -> str:
        v = formulier.cleaned_data
        actions.sluit_buiten_af(
            request.wie, overdracht_id, voortzetting_id, v["ingangsdatum"], afgestemd=v["afgestemd"],
            versie=_v(formulier),
        )  # fmt: skip
        return "Je toewijzing eindigt de dag voor de nieuwe gemeente begint."

    uitleg = "Vul dit pas in als de nieuwe gemeente de hulp heeft toegewezen. Je toewijzing eindigt de dag ervoor."
    return _act(
        request, overdracht_id, formulier, doe, titel="Hulp afsluiten", knop="Sluit af", uitleg=uitleg, regel=regel
    )


def _v(formulier: VersieForm) -> int:
    return int(formulier.cleaned_data["versie"])


def _versie(request: Verzoek, overdracht_id: UUID) -> dict[str, object]:
    """The version this page is made from. Raises NietGevonden before anything is shown."""
    gevonden = zichtbare_overdrachten(request.wie).filter(pk=overdracht_id).first()
    if gevonden is None:
        raise NietGevonden("Deze overdracht is er niet.")
    return {"versie": gevonden.versie}


def _regel(request: Verzoek, overdracht_id: UUID, voortzetting_id: UUID) -> queries.Hulpregel:
    beeld = queries.overdracht(request.wie, overdracht_id)
    regel = next((r for r in beeld.hulp if r.voortzetting.pk == voortzetting_id), None)
    if regel is None:
        raise NietGevonden("Deze hulp hoort niet bij de overdracht.")
    return regel


def _act(
    request: Verzoek, overdracht_id: UUID, formulier: VersieForm, doe: Callable[[], str], *, titel: str, knop: str,
    uitleg: str, regel: queries.Hulpregel | None = None,
) -> HttpResponse:  # fmt: skip
    """One sheet for every act: the form, what follows, and what went along. Input stays on an error."""
    code = 0
    if request.method == "POST" and formulier.is_valid():
        try:
            bericht = doe()
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            formulier.data = _vers(request, overdracht_id)
            code = 409
        else:
            messages.success(request, bericht)
            return redirect("woonplaats:overdracht", overdracht_id)
    beeld = queries.overdracht(request.wie, overdracht_id)
    context = {
        "beeld": beeld, "overdracht": beeld.overdracht, "form": formulier, "titel": titel, "knop": knop,
        "uitleg": uitleg, "regel": regel,
    }  # fmt: skip
    return render(request, "woonplaats/act.html", context, status=code or status(formulier))


def _vers(request: Verzoek, overdracht_id: UUID) -> QueryDict:
    """What was filled in, on top of the version that is now there: sending again is then a choice with open eyes."""
    kopie = request.POST.copy()
    kopie["versie"] = str(_versie(request, overdracht_id)["versie"])
    return kopie
