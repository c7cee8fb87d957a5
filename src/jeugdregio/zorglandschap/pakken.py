"""Taking hold of a contract to change it: visible, managed by this person, not changed in the meantime; and its log."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.organisaties.models import Deelname, Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Contract, Contractwijziging
from jeugdregio.zorglandschap.opbouw import Periode
from jeugdregio.zorglandschap.permissions import beheert_contract, eis, zichtbare_contracten


def pak(wie: Wie, contract_id: UUID, versie: int | None = None) -> Contract:
    """Lock a contract for change, inside a transaction. Raises NietGevonden, GeenRecht, Conflict."""
    zichtbaar = zichtbare_contracten(wie).filter(pk=contract_id).values("pk")
    contract = Contract.objects.select_for_update().filter(pk__in=zichtbaar).first()
    if contract is None:
        raise NietGevonden("Dit contract is er niet.")
    eis(beheert_contract(wie, contract), "de contractmanager die het contract beheert")
    if versie is not None and contract.versie != versie:
        raise Conflict(
            "Iemand anders heeft dit contract net veranderd. Kijk wat er nu staat en doe het daarna opnieuw."
        )
    return contract


def leg_wijziging_vast(wie: Wie, contract: Contract, van: date, besluit: str, wat: Sequence[str]) -> Contractwijziging:
    """Record a version of a locked contract: what changed, from when, by which decision."""
    if not besluit.strip():
        raise Geweigerd(
            "Noem het besluit waarop deze wijziging rust.", velden={"besluit": "Noem het besluit of het document."}
        )
    laatste = contract.wijzigingen.order_by("-nummer").values_list("nummer", flat=True).first() or 0
    wijziging = Contractwijziging.objects.create(
        contract=contract, nummer=laatste + 1, van=van, besluit=besluit.strip()[:300], wat=list(wat),
        gemaakt_door=wie.gebruikersnaam,
    )  # fmt: skip
    contract.versie += 1
    contract.save(update_fields=["versie"])
    leg_vast(
        wie, "contract.gewijzigd", soort="contract", onderwerp_id=contract.pk,
        gegevens={"wijziging": wijziging.nummer, "aantal": len(wat)},
    )  # fmt: skip
    return wijziging


def eis_in_regio(gemeente: Organisatie, periode: Periode) -> None:
    """Raise Geweigerd unless the municipality takes part in the region on every day of the period."""
    if reden := niet_in_regio(gemeente, periode, list(Deelname.objects.filter(organisatie=gemeente))):
        raise Geweigerd(reden, velden={"gemeente": reden})


def niet_in_regio(gemeente: Organisatie, periode: Periode, deelnames: Sequence[Deelname]) -> str:
    """Return why the municipality cannot take part in a contract during the period; empty when it can."""
    perioden = [Periode(deelname.van, deelname.tot) for deelname in deelnames]
    if any(periode.ligt_in(lid) for lid in perioden):
        return ""
    if not perioden:
        return f"{gemeente.naam} doet niet mee in de regio. Laat deze gemeente weg."
    wanneer = " en ".join(str(lid) for lid in sorted(perioden, key=lambda lid: lid.van))
    return (
        f"{gemeente.naam} doet niet de hele periode mee in de regio ({wanneer}). "
        f"Kies voor deze gemeente dagen daarbinnen, of laat haar weg."
    )
