"""Acts on contracts: making one, municipalities, end date, ceilings, quality requirements."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.geld import euro
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap import ondertekenen
from jeugdregio.zorglandschap.models import Contract, Contractdeelname, Kwaliteitseis, Perceel, Plafond
from jeugdregio.zorglandschap.opbouw import Periode
from jeugdregio.zorglandschap.pakken import eis_in_regio, leg_wijziging_vast, pak
from jeugdregio.zorglandschap.permissions import LEVERANCIERS, beheert_contracten, eis


@dataclass(frozen=True, kw_only=True)
class NieuwContract:
    """What a contract needs to begin with. `gemeenten` take part from its first until its last day."""

    nummer: str
    aanbieder_id: UUID
    perceel: str
    van: date
    tot: date | None
    gemeenten: Sequence[UUID]


@transaction.atomic
def maak_contract(wie: Wie, nieuw: NieuwContract) -> Contract:
    """Make a contract in concept; it holds when it is signed. A municipality buys for itself only."""
    eis(beheert_contracten(wie), "een contractmanager van de regio of een gemeente")
    _toets_nieuw(wie, nieuw)
    perceel, _ = Perceel.objects.get_or_create(naam=nieuw.perceel.strip())
    gemeente_zelf = wie.organisatie.soort == Soort.GEMEENTE
    contract = Contract.objects.create(
        nummer=nieuw.nummer.strip(), aanbieder_id=nieuw.aanbieder_id, perceel=perceel, van=nieuw.van, tot=nieuw.tot,
        staat=Contract.Staat.CONCEPT, opdrachtgever=wie.organisatie if gemeente_zelf else None,
    )  # fmt: skip
    gemeenten = Organisatie.objects.filter(pk__in=nieuw.gemeenten)
    for gemeente in gemeenten:
        eis_in_regio(gemeente, Periode(nieuw.van, nieuw.tot))
    Contractdeelname.objects.bulk_create(Contractdeelname(contract=contract, gemeente=g) for g in gemeenten)
    leg_vast(wie, "contract.gemaakt", soort="contract", onderwerp_id=contract.pk)
    return contract


def _toets_nieuw(wie: Wie, nieuw: NieuwContract) -> None:
    fouten = {}
    if Contract.objects.filter(nummer=nieuw.nummer.strip()).exists():
        fouten["nummer"] = "Dit nummer is al in gebruik. Kies een ander."
    if nieuw.tot is not None and nieuw.tot < nieuw.van:
        fouten["tot"] = "De einddatum ligt voor de begindatum. Kies een latere dag."
    if not Organisatie.objects.filter(pk=nieuw.aanbieder_id, soort__in=LEVERANCIERS).exists():
        fouten["aanbieder"] = "Deze aanbieder is er niet. Kies er een uit de lijst."
    gevonden = Organisatie.objects.filter(pk__in=nieuw.gemeenten, soort=Soort.GEMEENTE).count()
    if not nieuw.gemeenten or gevonden != len(set(nieuw.gemeenten)):
        fouten["gemeenten"] = "Kies een of meer gemeenten uit de lijst."
    if wie.organisatie.soort == Soort.GEMEENTE and set(nieuw.gemeenten) - {wie.organisatie.pk}:
        fouten["gemeenten"] = "Je kunt alleen voor je eigen gemeente een contract maken. Voor meer gemeenten: de regio."
    if fouten:
        raise Geweigerd("Het contract kan zo niet.", velden=fouten)


@transaction.atomic
def neem_gemeente_op(
    wie: Wie, contract_id: UUID, *, gemeente_id: UUID, van: date | None, tot: date | None, besluit: str, versie: int
) -> None:
    """Let a municipality take part in a contract from a day; empty days are those of the contract.

    A signed contract takes in another municipality only if who signs for it has that power today.
    """
    contract = pak(wie, contract_id, versie)
    gemeente = Organisatie.objects.filter(pk=gemeente_id, soort=Soort.GEMEENTE).first()
    if gemeente is None:
        raise NietGevonden("Deze gemeente is er niet.")
    if contract.opdrachtgever_id and contract.opdrachtgever_id != gemeente.pk:
        raise Geweigerd(
            f"Dit contract is van {contract.opdrachtgever}. Een andere gemeente kan er niet aan meedoen.",
            velden={"gemeente": "Voor meer gemeenten sluit de regio een contract."},
        )
    periode = _deelperiode(contract, van, tot)
    eis_in_regio(gemeente, periode)
    for ander in contract.deelnames.filter(gemeente=gemeente):
        if periode.raakt(Periode(ander.van or contract.van, ander.tot or contract.tot)):
            melding = f"{gemeente.naam} doet in deze periode al mee. Kies andere dagen."
            raise Geweigerd(melding, velden={"van": melding})
    if contract.staat == Contract.Staat.GETEKEND:
        contract.bevoegdheid = [*contract.bevoegdheid, asdict(ondertekenen.eis_ook_voor(wie, gemeente))]
        contract.save(update_fields=["bevoegdheid"])
    Contractdeelname.objects.create(contract=contract, gemeente=gemeente, van=van, tot=tot)
    leg_wijziging_vast(wie, contract, periode.van, besluit, [f"{gemeente.naam} doet mee: {periode}."])


@transaction.atomic
def beeindig_deelname(wie: Wie, contract_id: UUID, *, gemeente_id: UUID, tot: date, besluit: str, versie: int) -> None:
    """Let a municipality stop taking part after a day."""
    contract = pak(wie, contract_id, versie)
    deelname = contract.deelnames.filter(gemeente_id=gemeente_id).order_by("van").last()
    if deelname is None:
        raise NietGevonden("Deze gemeente doet niet mee aan dit contract.")
    _deelperiode(contract, deelname.van, tot)
    deelname.tot = tot
    deelname.save(update_fields=["tot"])
    wat = [f"{deelname.gemeente.naam} doet mee tot en met {tot:%d-%m-%Y}."]
    leg_wijziging_vast(wie, contract, tot, besluit, wat)


def _deelperiode(contract: Contract, van: date | None, tot: date | None) -> Periode:
    periode = Periode(van or contract.van, tot or contract.tot)
    if periode.tot is not None and periode.tot < periode.van:
        raise Geweigerd("De einddatum ligt voor de begindatum.", velden={"tot": "Kies een latere dag."})
    if not periode.ligt_in(Periode(contract.van, contract.tot)):
        melding = f"Kies dagen binnen het contract ({Periode(contract.van, contract.tot)})."
        raise Geweigerd(melding, velden={"van" if van and van < contract.van else "tot": melding})
    return periode


@transaction.atomic
def wijzig_einde(wie: Wie, contract_id: UUID, *, tot: date, besluit: str, versie: int) -> None:
    """Move the last day of a contract. Raises Geweigerd when a price or municipality would stick out."""
    contract = pak(wie, contract_id, versie)
    if tot < contract.van:
        raise Geweigerd("De einddatum ligt voor de begindatum.", velden={"tot": "Kies een latere dag."})
    for deelname in contract.deelnames.select_related("gemeente"):
        if deelname.tot is None:
            eis_in_regio(deelname.gemeente, Periode(deelname.van or contract.van, tot))
    oud, contract.tot = contract.tot, tot
    contract.save(update_fields=["tot"])
    was = f"{oud:%d-%m-%Y}" if oud else "geen"
    leg_wijziging_vast(wie, contract, tot, besluit, [f"Einddatum: {was} wordt {tot:%d-%m-%Y}."])


@transaction.atomic
def zet_plafond(
    wie: Wie, contract_id: UUID, *, jaar: int, gemeente_id: UUID | None, centen: int, besluit: str, versie: int
) -> None:
    """Set the ceiling of a year, for one municipality or (None) all together; again replaces it. Cents."""
    contract = pak(wie, contract_id, versie)
    laatste = contract.tot.year if contract.tot else jaar
    if not contract.van.year <= jaar <= laatste:
        melding = "Kies een jaar waarin het contract loopt."
        raise Geweigerd(melding, velden={"jaar": melding})
    gemeente = None
    if gemeente_id is not None:
        gemeente = Organisatie.objects.filter(pk=gemeente_id, contractdeelnames__contract=contract).first()
        if gemeente is None:
            melding = "Deze gemeente doet niet mee aan het contract. Kies een deelnemer."
            raise Geweigerd(melding, velden={"gemeente": melding})
    oud = Plafond.objects.filter(contract=contract, jaar=jaar, gemeente=gemeente).first()
    Plafond.objects.update_or_create(contract=contract, jaar=jaar, gemeente=gemeente, defaults={"centen": centen})
    voor = gemeente.naam if gemeente else "alle gemeenten samen"
    was = euro(oud.centen) if oud else "geen"
    wat = f"Plafond {jaar} voor {voor}: {was} wordt {euro(centen)}."
    leg_wijziging_vast(wie, contract, date(jaar, 1, 1), besluit, [wat])


@transaction.atomic
def koppel_eisen(wie: Wie, contract_id: UUID, *, eisen: Sequence[UUID], van: date, besluit: str, versie: int) -> None:
    """Let these requirements of the kwaliteitshandvest, and no others, belong to a contract."""
    contract = pak(wie, contract_id, versie)
    oud = {eis_.code for eis_ in contract.kwaliteitseisen.all()}
    gekozen = Kwaliteitseis.objects.filter(pk__in=eisen)
    nieuw = {eis_.code for eis_ in gekozen}
    wat = [f"Kwaliteitseis {code} erbij." for code in sorted(nieuw - oud)]
    wat += [f"Kwaliteitseis {code} eraf." for code in sorted(oud - nieuw)]
    if not wat:
        return
    contract.kwaliteitseisen.set(gekozen)
    leg_wijziging_vast(wie, contract, van, besluit, wat)
