"""Choosing the provider of a line: all options with what is known of them, and why this one. Hides no option."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen.models import Aanbiederkeuze, Beschikking, Regel, Staat, Vorm
from jeugdregio.toegang.beschikkingen.pakken import log, pak, pak_concept
from jeugdregio.toegang.beschikkingen.permissions import haal
from jeugdregio.toegang.beschikkingen.regels import zet_tarief
from jeugdregio.toegang.permissions import eis_toegang
from jeugdregio.zorglandschap.ruimte.models import Plaats
from jeugdregio.zorglandschap.ruimte.reserveren import reserveer
from jeugdregio.zorglandschap.ruimte.zoeken import Optie, Vraag, zoek
from recht.datum import leeftijd


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """What was chosen and why. `plek_id` is a place to reserve as well."""

    aanbieder_id: UUID
    reden: str
    voorkeur: str = ""
    zonder_contract_reden: str = ""
    plek_id: UUID | None = None


def regel_van(wie: Wie, beschikking_id: UUID, regel_id: UUID) -> tuple[Beschikking, Regel]:
    """Return a line in kind with its decision. Raises NietGevonden for a line of something else."""
    beschikking = haal(wie, beschikking_id)
    regel = next((r for r in beschikking.regels.all() if r.pk == regel_id and r.vorm == Vorm.NATURA), None)
    if regel is None:
        raise NietGevonden("Deze regel hoort niet bij dit besluit.")
    return beschikking, regel


def opties(wie: Wie, beschikking: Beschikking, regel: Regel) -> list[Optie]:
    """Return every provider of the product for this child, in the order the screen states. A fixed number of queries.

    Only the town counts for the distance, and for a secret address not even that.
    """
    kind = beschikking.kind
    plaats = "" if kind.geheim_adres else kind.plaatsnaam
    bekend = Plaats.objects.filter(naam=plaats).exists()
    jaren = leeftijd(kind.geboortedatum, max(vandaag(), kind.geboortedatum))
    return zoek(wie, Vraag(product=regel.product.code, plaats=plaats if bekend else "", leeftijd=jaren))


def kies_aanbieder(
    wie: Wie, beschikking_id: UUID, regel_id: UUID, keuze: Keuze, *, versie: int
) -> Aanbiederkeuze:  # fmt: skip
    """Record which provider gives the help, why, what the family preferred and what was known; put its price on it.

    In a draft, or once after an announced decision that left the choice open. Raises Geweigerd without a reason, or
    without the reason to do without a contract; Conflict when a choice was announced or the place was just taken.
    """
    eis_toegang(wie)
    assert wie.gebruiker is not None  # noqa: S101  access is people
    with transaction.atomic():
        beschikking, regel = _open_regel(wie, beschikking_id, regel_id, versie)
        alle = opties(wie, beschikking, regel)
        gekozen = _optie(alle, keuze)
        aanbieder = gekozen.aanbieder if gekozen else _aanbieder(keuze.aanbieder_id)
        goed = gekozen is not None and gekozen.contract.goed
        _toets(keuze, goed=goed, naam=aanbieder.naam)
        rij, _ = Aanbiederkeuze.objects.update_or_create(
            regel=regel,
            defaults={
                "aanbieder": aanbieder, "reden": keuze.reden.strip(), "voorkeur": keuze.voorkeur.strip(),
                "zonder_contract_reden": "" if goed else keuze.zonder_contract_reden.strip(),
                "gegevens": _gegevens(gekozen, alle),
                "door": wie.gebruiker,
            },
        )  # fmt: skip
        regel.aanbiederkeuze = rij
        if beschikking.staat == Staat.CONCEPT:
            zet_tarief(beschikking, regel)
        if keuze.plek_id is not None:
            reserveer(wie, keuze.plek_id, kenmerk=beschikking.kind.kenmerk)
        log(wie, beschikking, "aanbieder_gekozen", {"regel": regel.volgorde, "opties": len(alle)})
    return rij


def laat_keuze_open(wie: Wie, beschikking_id: UUID, regel_id: UUID, *, versie: int) -> None:
    """Take a choice out of a draft: the family still chooses."""
    with transaction.atomic():
        beschikking = pak_concept(wie, beschikking_id, versie)
        Aanbiederkeuze.objects.filter(regel_id=regel_id, regel__beschikking=beschikking).delete()
        Regel.objects.filter(pk=regel_id, beschikking=beschikking).update(tarief_centen=None)
        log(wie, beschikking, "keuze_open")


def _open_regel(wie: Wie, beschikking_id: UUID, regel_id: UUID, versie: int) -> tuple[Beschikking, Regel]:
    beschikking, regel = regel_van(wie, beschikking_id, regel_id)
    if beschikking.staat != Staat.VERZONDEN:
        beschikking = pak(wie, beschikking_id, versie, Staat.CONCEPT)
    elif hasattr(regel, "aanbiederkeuze") or not regel.toegekend:
        raise Conflict("De aanbieder staat in het besluit. Wordt het een ander, neem dan een nieuw besluit.")
    return beschikking, regel


def _optie(alle: list[Optie], keuze: Keuze) -> Optie | None:
    """The option that was chosen: with this place, else the first of this provider."""
    eigen = [o for o in alle if o.aanbieder.pk == keuze.aanbieder_id]
    met_plek = [o for o in eigen if keuze.plek_id and o.stand and o.stand.plek.pk == keuze.plek_id]
    return next(iter([*met_plek, *eigen]), None)


def _aanbieder(aanbieder_id: UUID) -> Organisatie:
    """A provider that is not among the options: it may be chosen, without a contract."""
    gevonden = Organisatie.objects.filter(pk=aanbieder_id, soort__in=["aanbieder", "gi"], code__isnull=False).first()
    if gevonden is None:
        raise NietGevonden("Deze aanbieder is er niet.")
    return gevonden


def _toets(keuze: Keuze, *, goed: bool, naam: str) -> None:
    fouten = {}
    if not keuze.reden.strip():
        fouten["reden"] = "Schrijf op waarom deze aanbieder past."
    if not goed and not keuze.zonder_contract_reden.strip():
        fouten["zonder_contract_reden"] = f"Er is geen contract met {naam} voor deze hulp. Leg uit waarom toch."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Jeugdwet 2.3 lid 5 en 2.6", velden=fouten)


def _gegevens(optie: Optie | None, alle: list[Optie]) -> dict[str, object]:
    """What was known of the choice that day, in words."""
    basis: dict[str, object] = {"op": vandaag().isoformat(), "aantal_opties": len(alle)}
    if optie is None:
        return basis
    return {
        **basis, "contract": optie.contract.uitleg, "afstand": optie.km_tekst, "wachttijd": optie.wacht_tekst,
        "plek": alle.index(optie) + 1, "beletsels": list(optie.beletsels),
    }  # fmt: skip
