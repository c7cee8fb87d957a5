"""Screens of contracts: the list, one contract, a new one, and each act on one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from ijw.eenheden import eenheid_naam
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap import contractbeeld, contractdaden, indexeren
from jeugdregio.zorglandschap.contractacties import DADEN, Daad
from jeugdregio.zorglandschap.forms import IndexatieForm, NieuwContractForm
from jeugdregio.zorglandschap.formulierfouten import status, zet_fouten
from jeugdregio.zorglandschap.models import Contract, Perceel
from jeugdregio.zorglandschap.opbouw import NAMEN
from jeugdregio.zorglandschap.permissions import beheert_contracten


@scherm()
@require_GET
def contracten(request: Verzoek) -> HttpResponse:
    """The contracts this person may see."""
    zoek = request.GET.get("zoek", "").strip()[:100]
    staat = request.GET.get("staat", "")
    staat = staat if staat in dict(contractbeeld.STATEN) else ""
    pagina = contractbeeld.contracten(request.wie, zoek, staat, request.GET.get("pagina", "1"))
    context = {
        "pagina": pagina, "rijen": [(c, contractbeeld.stand(c, vandaag())) for c in pagina], "zoek": zoek,
        "staat": staat, "staten": contractbeeld.STATEN, "beheert": beheert_contracten(request.wie),
    }  # fmt: skip
    return render(request, "zorglandschap/contracten.html", context)


@scherm()
@require_GET
def contract(request: Verzoek, contract_id: UUID) -> HttpResponse:
    """One contract with its municipalities, prices, ceilings, clauses, requirements and versions."""
    beeld = contractbeeld.contract(request.wie, contract_id)
    prijzen = [(regel, eenheid_naam(regel.product.eenheid)[0]) for regel in beeld.prijzen]
    context = {"beeld": beeld, "contract": beeld.contract, "prijzen": prijzen, "onderdelen": NAMEN}
    return render(request, "zorglandschap/contract.html", context)


@scherm(Rol.CONTRACT)
@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek) -> HttpResponse:
    """Make a contract in concept. A municipality makes it for itself."""
    gemeenten = list(deelnemers())
    if request.wie.organisatie.soort == Soort.GEMEENTE:
        gemeenten = [request.wie.organisatie]
    formulier = NieuwContractForm(request.POST or None, gemeenten=gemeenten)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            gemaakt = contractdaden.maak_contract(
                request.wie,
                contractdaden.NieuwContract(
                    nummer=velden["nummer"], aanbieder_id=velden["aanbieder"].pk, perceel=velden["perceel"],
                    van=velden["van"], tot=velden["tot"], gemeenten=[g.pk for g in velden["gemeenten"]],
                ),
            )  # fmt: skip
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het contract staat in concept. Leg nu de tarieven vast en laat het tekenen.")
            return redirect("zorglandschap:contract", gemaakt.pk)
    context = {"form": formulier, "percelen": Perceel.objects.all()}
    return render(request, "zorglandschap/contract_nieuw.html", context, status=status(formulier))


@scherm(Rol.CONTRACT)
@require_http_methods(["GET", "POST"])
def daad(request: Verzoek, contract_id: UUID, soort: str, deel_id: UUID | None = None) -> HttpResponse:
    """One act on a contract, on a page of its own."""
    gekozen = DADEN.get(soort)
    if gekozen is None:
        raise NietGevonden("Deze handeling bestaat niet.")
    beeld = contractbeeld.contract(request.wie, contract_id)
    if not beeld.beheert:
        raise GeenRecht("Dit kan alleen de contractmanager die het contract beheert.")
    formulier = gekozen.formulier(request.wie, beeld.contract, deel_id, request.POST or None)
    if request.method == "POST" and formulier.is_valid() and _doe(request, gekozen, beeld.contract, deel_id, formulier):
        return redirect("zorglandschap:contract", contract_id)
    context = {
        "form": formulier, "contract": beeld.contract, "daad": gekozen,
        "over": gekozen.over(request.wie, beeld.contract, deel_id),
    }  # fmt: skip
    return render(request, "zorglandschap/contract_daad.html", context, status=status(formulier))


def _doe(request: Verzoek, gekozen: Daad, contract: Contract, deel_id: UUID | None, formulier: object) -> bool:
    try:
        gekozen.doe(request.wie, contract, deel_id, formulier)
    except (Geweigerd, Conflict) as fout:
        zet_fouten(formulier, fout)  # type: ignore[arg-type]
        return False
    messages.success(request, gekozen.gedaan)
    return True


@scherm(Rol.CONTRACT)
@require_http_methods(["GET", "POST"])
def indexatie(request: Verzoek) -> HttpResponse:
    """Raise the prices of a lot: the first time the preview, with the proof of it the real thing."""
    formulier = IndexatieForm(request.POST or None)
    beeld = None
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        opdracht = indexeren.Opdracht(
            basispunten=formulier.basispunten, ingangsdatum=velden["ingangsdatum"], afronding=velden["afronding"],
            perceel_id=velden["perceel"].pk,
        )  # fmt: skip
        try:
            beeld = indexeren.voorbeeld(request.wie, opdracht)
            vingerafdruk = request.POST.get("vingerafdruk", "")
            if vingerafdruk and "bevestig" in request.POST:
                indexeren.voer_uit(request.wie, opdracht, besluit=velden["besluit"], vingerafdruk=vingerafdruk)
                messages.success(request, f"{len(beeld.regels)} tarieven zijn geïndexeerd.")
                return redirect("zorglandschap:contracten")
        except (Geweigerd, Conflict) as fout:
            zet_fouten(formulier, fout)
    return render(
        request, "zorglandschap/indexatie.html", {"form": formulier, "beeld": beeld}, status=status(formulier)
    )
