"""Recording that a contract was signed: by a body that may do so for every municipality that takes part."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten.queries import mag
from jeugdregio.organisaties.models import Deelname, Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Contract
from jeugdregio.zorglandschap.pakken import leg_wijziging_vast, pak

CONTRACT_SLUITEN = "contract_sluiten"
_GROND = "Gemeentewet 160 lid 1 en 171; Awb 10:12"


@dataclass(frozen=True, slots=True)
class Tekenbevoegdheid:
    """Whether the body may sign for one municipality, in words that can be kept with the contract."""

    gemeente: str
    uitkomst: str
    zin: str
    ontbreekt: tuple[str, ...]
    voorwaarden: tuple[str, ...]

    @property
    def goed(self) -> bool:
        """A dispute does not stop a signature: it is shown. Without power there is none."""
        return not self.ontbreekt and self.uitkomst != "onbevoegd"


def bevoegdheden(contract: Contract, orgaan: Organisatie, datum: date) -> list[Tekenbevoegdheid]:
    """Ask the register of mandates for each municipality of a contract whether this body may sign on that day."""
    deelnames = contract.deelnames.select_related("gemeente")
    return [_vraag(orgaan, deelname.gemeente, datum) for deelname in deelnames]


def _vraag(orgaan: Organisatie, gemeente: Organisatie, datum: date) -> Tekenbevoegdheid:
    antwoord = mag(orgaan, CONTRACT_SLUITEN, gemeente, datum)
    return Tekenbevoegdheid(
        gemeente.naam, antwoord.uitkomst.value, antwoord.zin, tuple(antwoord.ontbreekt), tuple(antwoord.voorwaarden)
    )


def organen(wie: Wie) -> list[Organisatie]:
    """Return who can sign what this person manages: the own body, for the region the centre municipality too."""
    if wie.organisatie.soort == Soort.GEMEENTE:
        return [wie.organisatie]
    centrum = Deelname.objects.op(vandaag()).filter(rol=Deelname.Rol.CENTRUMGEMEENTE).values("organisatie")
    return [*Organisatie.objects.filter(pk__in=centrum), wie.organisatie]


def eis_ook_voor(wie: Wie, gemeente: Organisatie) -> Tekenbevoegdheid:
    """Return the power under which a municipality joins a signed contract today. Raises Geweigerd without one."""
    antwoorden = [_vraag(orgaan, gemeente, vandaag()) for orgaan in organen(wie)]
    goed = next((antwoord for antwoord in antwoorden if antwoord.goed), None)
    if goed is None:
        mist = "; ".join(antwoorden[0].ontbreekt) or antwoorden[0].zin
        raise Geweigerd(
            f"Dit contract is getekend, en niemand van jullie mag vandaag tekenen voor {gemeente.naam}. "
            f"Wat ontbreekt: {mist}. Laat de jurist dit in het mandaatregister regelen.",
            grondslag=_GROND, velden={"gemeente": "Voor deze gemeente mag je niet tekenen."},
        )  # fmt: skip
    return goed


@transaction.atomic
def onderteken(
    wie: Wie, contract_id: UUID, *, orgaan_id: UUID, getekend_op: date, besluit: str, versie: int
) -> Contract:
    """Record the signature; from then on the contract holds. Keeps for each municipality on what power it rests."""
    contract = pak(wie, contract_id, versie)
    if contract.staat == Contract.Staat.GETEKEND:
        raise Geweigerd("Dit contract is al getekend.")
    orgaan = next((o for o in organen(wie) if o.pk == orgaan_id), None)
    if orgaan is None:
        raise Geweigerd("Dit orgaan tekent niet voor jou.", velden={"orgaan": "Kies wie tekende uit de lijst."})
    if getekend_op > vandaag():
        raise Geweigerd("Tekenen kan niet vooruit.", velden={"getekend_op": "Kies vandaag of een eerdere dag."})
    _toets_compleet(contract)
    antwoorden = bevoegdheden(contract, orgaan, getekend_op)
    if onbevoegd := [antwoord for antwoord in antwoorden if not antwoord.goed]:
        namen = ", ".join(antwoord.gemeente for antwoord in onbevoegd)
        mist = "; ".join(onbevoegd[0].ontbreekt) or onbevoegd[0].zin
        melding = f"{orgaan.naam} mag op die dag niet tekenen voor {namen}. Wat ontbreekt: {mist}."
        raise Geweigerd(
            f"{melding} Laat de jurist dit in het mandaatregister regelen, of laat wie het wel mag tekenen.",
            grondslag=_GROND, velden={"orgaan": melding},
        )  # fmt: skip
    contract.staat, contract.getekend_op = Contract.Staat.GETEKEND, getekend_op
    contract.bevoegdheid = [asdict(antwoord) for antwoord in antwoorden]
    contract.save(update_fields=["staat", "getekend_op", "bevoegdheid"])
    leg_wijziging_vast(wie, contract, getekend_op, besluit, [f"Getekend door {orgaan.naam}."])
    return contract


def _toets_compleet(contract: Contract) -> None:
    if not contract.deelnames.exists():
        raise Geweigerd("Er doet nog geen gemeente mee. Neem er eerst een op.")
    tarieven = contract.tarieven.select_related("product")
    if not tarieven:
        raise Geweigerd("Er staat nog geen tarief in. Leg eerst de tarieven vast.")
    zonder = sorted({tarief.product.code for tarief in tarieven if tarief.opbouw is None})
    if zonder:
        raise Geweigerd(f"De opbouw ontbreekt van: {', '.join(zonder)}. Leg die eerst vast.")
