"""Clauses that let a contract go on: adding one, deciding, and what happens when nobody decides."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Contract, Verlengoptie
from jeugdregio.zorglandschap.opbouw import Periode
from jeugdregio.zorglandschap.pakken import eis_in_regio, leg_wijziging_vast, pak

Besluit = Verlengoptie.Besluit


def beurt_optie(optie: Verlengoptie) -> str:
    """Return the key of the turn that asks for a decision."""
    return f"verlengoptie:{optie.pk}:beslissen"


@transaction.atomic
def voeg_optie_toe(
    wie: Wie, contract_id: UUID, *, tot: date, beslissen_voor: date, automatisch: bool, besluit: str, versie: int
) -> Verlengoptie:
    """Add a clause that can let the contract go on until `tot`. It follows on the contract or the last clause."""
    contract = pak(wie, contract_id, versie)
    laatste = contract.verlengopties.order_by("-nummer").first()
    einde = laatste.tot if laatste else contract.tot
    if einde is None:
        raise Geweigerd("Dit contract heeft geen einddatum, dus verlengen hoeft niet. Leg eerst een einddatum vast.")
    fouten = {}
    if tot <= einde:
        fouten["tot"] = f"Kies een dag na {einde:%d-%m-%Y}."
    if beslissen_voor > einde:
        fouten["beslissen_voor"] = f"Beslissen moet op of voor {einde:%d-%m-%Y}."
    if fouten:
        raise Geweigerd("De verlenging sluit niet aan.", velden=fouten)
    van = einde + timedelta(days=1)
    optie = Verlengoptie.objects.create(
        contract=contract, nummer=laatste.nummer + 1 if laatste else 1, van=van, tot=tot,
        beslissen_voor=beslissen_voor, automatisch=automatisch,
    )  # fmt: skip
    hoe = "gaat vanzelf in als niemand opzegt" if automatisch else "alleen na een besluit"
    wat = f"Verlenging {optie.nummer} mogelijk: {Periode(van, tot)}, {hoe}."
    leg_wijziging_vast(wie, contract, vandaag(), besluit, [f"{wat} Beslissen uiterlijk {beslissen_voor:%d-%m-%Y}."])
    return optie


@transaction.atomic
def beslis_optie(
    wie: Wie, contract_id: UUID, *, optie_id: UUID, verlengen: bool, toelichting: str, besluit: str, versie: int
) -> None:
    """Let the contract go on, or not. The first open clause only; after its last day for notice it is too late."""
    contract = pak(wie, contract_id, versie)
    optie = contract.verlengopties.filter(besluit=Besluit.OPEN).order_by("nummer").first()
    if optie is None or optie.pk != optie_id:
        raise NietGevonden("Over deze verlenging is al besloten, of een eerdere staat nog open.")
    if not verlengen and optie.automatisch and vandaag() > optie.beslissen_voor:
        raise Geweigerd(
            f"Opzeggen kon tot en met {optie.beslissen_voor:%d-%m-%Y}. Het contract loopt vanzelf door.",
            grondslag=f"contract {contract.nummer}",
        )
    _leg_besluit_vast(contract, optie, Besluit.VERLENGD if verlengen else Besluit.NIET, toelichting)
    woord = "gaat door" if verlengen else "gaat niet door"
    wat = [f"Verlenging {optie.nummer} ({Periode(optie.van, optie.tot)}) {woord}."]
    leg_wijziging_vast(wie, contract, optie.van, besluit, wat)
    rond_af(beurt_optie(optie))


def verleng_vanzelf(wie: Wie, optie: Verlengoptie) -> None:
    """Carry out an automatic clause whose last day for notice has passed; inside a transaction."""
    contract = Contract.objects.select_for_update().get(pk=optie.contract_id)
    _leg_besluit_vast(contract, optie, Besluit.VANZELF, "Niemand zegde op tijd op.")
    wat = [f"Verlenging {optie.nummer} ({Periode(optie.van, optie.tot)}) ging vanzelf in."]
    leg_wijziging_vast(wie, contract, optie.van, f"contract {contract.nummer}, verlenging zonder opzegging", wat)
    rond_af(beurt_optie(optie))


def _leg_besluit_vast(contract: Contract, optie: Verlengoptie, besluit: str, toelichting: str) -> None:
    optie.besluit, optie.toelichting, optie.besloten_op = besluit, toelichting.strip()[:500], vandaag()
    optie.save(update_fields=["besluit", "toelichting", "besloten_op"])
    if besluit == Besluit.NIET:
        return
    for deelname in contract.deelnames.select_related("gemeente").filter(tot__isnull=True):
        eis_in_regio(deelname.gemeente, Periode(deelname.van or contract.van, optie.tot))
    contract.tot = optie.tot
    contract.save(update_fields=["tot"])
