"""Screens of places: the overview, one's own rows, one place with its history, and the region."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap.models import Product
from jeugdregio.zorglandschap.ruimte import opgeven, queries, termijnen
from jeugdregio.zorglandschap.ruimte.forms import BezettingForm, NieuwePlekForm, OpgaveForm, ReserveerForm
from jeugdregio.zorglandschap.ruimte.models import Bezetting, Opgave, Plek
from jeugdregio.zorglandschap.ruimte.permissions import leest_regio, stelt_in
from jeugdregio.zorglandschap.ruimte.regiobeeld import regiobeeld
from jeugdregio.zorglandschap.ruimte.stand import Stand
from jeugdregio.zorglandschap.ruimte.zoekschermen import kenmerk_van_zoekvraag

BIJHOUDERS = (Rol.AANBIEDER, Rol.GI, Rol.BEHEER, Rol.CONTRACT)


@scherm()
@require_GET
def overzicht(request: Verzoek) -> HttpResponse:
    """The places of all providers: who has room, how long one waits, and since when that is known."""
    product = request.GET.get("product", "")[:5]
    zoek = request.GET.get("zoek", "").strip()[:100]
    blad, rijen = queries.overzicht(request.wie, product, zoek, request.GET.get("pagina", "1"))
    context = {
        "pagina": blad, "rijen": rijen, "product": product, "zoek": zoek, "producten": Product.objects.all(),
        "kant": queries.aan_welke_kant(request.wie), "ziet_regio": leest_regio(request.wie),
        "stelt_in": stelt_in(request.wie),
    }  # fmt: skip
    return render(request, "ruimte/overzicht.html", context)


@scherm()
@require_GET
def regio(request: Verzoek) -> HttpResponse:
    """Where waiting stalls, per product."""
    return render(request, "ruimte/regio.html", {"regels": regiobeeld(request.wie), "termijn": termijnen.op(vandaag())})


@scherm(Rol.AANBIEDER, Rol.GI, Rol.BEHEER)
@require_GET
def eigen(request: Verzoek) -> HttpResponse:
    """One's own rows on one screen."""
    return _eigenblad(request, request.wie.organisatie_id)


@scherm(*BIJHOUDERS)
@require_GET
def van_aanbieder(request: Verzoek, aanbieder_id: UUID) -> HttpResponse:
    """The rows of a provider, for who keeps them."""
    return _eigenblad(request, aanbieder_id)


def _eigenblad(
    request: Verzoek, aanbieder_id: UUID, fout: tuple[UUID, OpgaveForm] | None = None, code: int = 200
) -> HttpResponse:
    aanbieder, standen = queries.eigen(request.wie, aanbieder_id)
    rijen = [(stand, fout[1] if fout and fout[0] == stand.plek.pk else _rijform(stand)) for stand in standen]
    context = {
        "aanbieder": aanbieder, "rijen": rijen, "termijn": termijnen.op(vandaag()),
        "verouderd": sum(stand.verouderd for stand in standen),
    }  # fmt: skip
    return render(request, "ruimte/eigen.html", context, status=code)


def _rijform(stand: Stand) -> OpgaveForm:
    opgave = stand.opgave
    bron = opgave.bron if opgave.bron != Opgave.Bron.SYSTEEM else Opgave.Bron.ROOSTER
    begin = {"vrij": opgave.vrij, "wachtdagen": opgave.wachtdagen, "bron": bron, "opgave": opgave.pk}
    return OpgaveForm(initial=begin, auto_id=f"id_{stand.plek.pk.hex}_%s")


@require_POST
@scherm(*BIJHOUDERS)
def opgave(request: Verzoek, plek_id: UUID) -> HttpResponse:
    """Save one row, changed or not; what is wrong comes back in its row, with the input."""
    beeld = queries.plek(request.wie, plek_id)
    rij, aanbieder_id = beeld.stand.plek, beeld.stand.plek.locatie.aanbieder_id
    queries.eigen(request.wie, aanbieder_id)
    formulier, code = OpgaveForm(request.POST, auto_id=f"id_{plek_id.hex}_%s"), 422
    if formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            opgeven.geef_op(
                request.wie, plek_id, opgave_id=velden["opgave"], vrij=velden["vrij"], wachtdagen=velden["wachtdagen"],
                bron=velden["bron"],
            )  # fmt: skip
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            # What the person typed stays; saving again goes on from what is there now.
            nieuwste = {"opgave": str(queries.plek(request.wie, plek_id).stand.opgave.pk)}
            formulier = OpgaveForm(request.POST.dict() | nieuwste, auto_id=f"id_{plek_id.hex}_%s")
            formulier.add_error(None, str(fout))
            code = 409
        else:
            wat = "Klopt nog" if "klopt" in request.POST else "Opgeslagen"
            messages.success(request, f"{wat}: {rij.product.naam}, {rij.locatie.naam}. Nagekeken vandaag.")
            eigen_ = aanbieder_id == request.wie.organisatie_id
            return redirect("ruimte:eigen") if eigen_ else redirect("ruimte:van-aanbieder", aanbieder_id)
    return _eigenblad(request, aanbieder_id, (plek_id, formulier), code)


@scherm(*BIJHOUDERS)
@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek, aanbieder_id: UUID) -> HttpResponse:
    """Add a product at a location."""
    aanbieder, _ = queries.eigen(request.wie, aanbieder_id)
    formulier = NieuwePlekForm(request.POST or None, aanbieder=aanbieder)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            opgeven.voeg_toe(
                request.wie,
                opgeven.NieuwePlek(
                    locatie_id=velden["locatie"].pk, product_code=velden["product"].code, maat=velden["maat"],
                    leeftijd_van=velden["leeftijd_van"], leeftijd_tot=velden["leeftijd_tot"],
                    niet_voor=velden["niet_voor"],
                ),
                vrij=velden["vrij"], wachtdagen=velden["wachtdagen"], bron=velden["bron"],
            )  # fmt: skip
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De regel staat erbij.")
            return redirect("ruimte:van-aanbieder", aanbieder.pk)
    context = {"form": formulier, "aanbieder": aanbieder}
    return render(request, "ruimte/nieuw.html", context, status=status(formulier))


@require_POST
@scherm(*BIJHOUDERS)
def stoppen(request: Verzoek, plek_id: UUID) -> HttpResponse:
    """Say that a product is no longer given here."""
    aanbieder_id = queries.plek(request.wie, plek_id).stand.plek.locatie.aanbieder_id
    try:
        gestopt: Plek = opgeven.stop(request.wie, plek_id)
    except Geweigerd as fout:
        messages.error(request, str(fout))
        return redirect("ruimte:plek", plek_id)
    messages.success(request, f"{gestopt.product.naam} staat niet meer in de lijst.")
    return redirect("ruimte:van-aanbieder", aanbieder_id)


@scherm()
@require_GET
def plek(request: Verzoek, plek_id: UUID) -> HttpResponse:
    """One place: what is known, since when, by whom, and how it was before."""
    return plekblad(request, plek_id)


def plekblad(request: Verzoek, plek_id: UUID, bezet: BezettingForm | None = None, code: int = 200) -> HttpResponse:
    """The page of a place; with the form of its beds when that came back."""
    beeld = queries.plek(request.wie, plek_id)
    rij, begin = beeld.stand.plek, {"kenmerk": kenmerk_van_zoekvraag(request)}
    if bezet is None and beeld.houdt_bij and rij.product.verblijf and not rij.gestopt_op:
        bezet = BezettingForm(initial=_bezet_begin(beeld.bezetting))
    context = {
        "beeld": beeld, "stand": beeld.stand, "plek": rij, "bezetform": bezet,
        "form": ReserveerForm(initial=begin, plek=rij) if beeld.reserveert else None,
    }  # fmt: skip
    return render(request, "ruimte/plek.html", context, status=code)


def _bezet_begin(bezet: Bezetting | None) -> dict[str, object]:
    if bezet is None:
        return {"timeout": 0, "voltijd": 0, "deeltijd_kinderen": 0, "deeltijd_nachten": 0}
    namen = ("bedden", "timeout", "voltijd", "deeltijd_kinderen", "deeltijd_nachten")
    return {"gezien": bezet.pk, **{naam: getattr(bezet, naam) for naam in namen}}
