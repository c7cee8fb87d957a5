"""The facts behind the residence of a child: recorded with their source, withdrawn with a reason, never changed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen
from jeugdregio.toegang.woonplaats.gemeenten import bestaat
from jeugdregio.toegang.woonplaats.models import Woonfeit

Soort = Woonfeit.Soort


@dataclass(frozen=True, kw_only=True)
class NieuwFeit:
    """A fact as somebody looked it up; see the fields of Woonfeit."""

    soort: str
    van: date | None
    bron: str
    nagekeken_op: date
    tot: date | None = None
    gemeente_code: str = ""
    buitenland: bool = False
    aantekening: bool = False
    locatie: str = ""


def eigen_kind(wie: Wie, kind_id: UUID) -> Kind:
    """Return a child of one's own municipality. Raises GeenRecht, NietGevonden."""
    eis_toegang(wie)
    kind = zichtbare_kinderen(wie).select_related("gemeente").filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    return kind


def feiten_van(kind: Kind) -> list[Woonfeit]:
    """Return the facts that count, oldest first. One query."""
    return list(kind.woonfeiten.filter(ingetrokken_op__isnull=True).select_related("nagekeken_door"))


def leg_feit_vast(wie: Wie, kind_id: UUID, feit: NieuwFeit) -> Woonfeit:
    """Record one fact with its source and the day it was looked up (Jeugdwet 1.1, woonplaats).

    What is known of the mother counts from the birth. Raises Geweigerd per field for impossible dates, an unknown
    municipality, or a fact without source.
    """
    kind = eigen_kind(wie, kind_id)
    van = kind.geboortedatum if feit.soort == Soort.MOEDER else feit.van
    fouten = _fouten(kind, feit, van)
    if fouten or van is None:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
    with transaction.atomic():
        nieuw = Woonfeit.objects.create(
            kind=kind, soort=feit.soort, van=van, tot=feit.tot, gemeente_code=feit.gemeente_code,
            buitenland=feit.buitenland, aantekening=feit.aantekening, locatie=feit.locatie.strip()[:200],
            bron=feit.bron.strip()[:200], nagekeken_op=feit.nagekeken_op, nagekeken_door=wie.gebruiker,
        )  # fmt: skip
        leg_vast(wie, "woonfeit.vastgelegd", kind_id=kind.pk, soort="woonfeit", onderwerp_id=nieuw.pk,
                 gegevens={"soort": feit.soort})  # fmt: skip
    return nieuw


def trek_feit_in(wie: Wie, kind_id: UUID, feit_id: UUID, reden: str) -> Woonfeit:
    """Withdraw a fact that turned out to be wrong. Again: changes nothing. Raises Geweigerd without a reason."""
    kind = eigen_kind(wie, kind_id)
    feit = Woonfeit.objects.filter(pk=feit_id, kind=kind).first()
    if feit is None:
        raise NietGevonden("Dit gegeven is er niet.")
    if feit.ingetrokken_op is not None:
        return feit
    if not reden.strip():
        raise Geweigerd("Schrijf op wat er niet klopt.", velden={"reden": "Schrijf op wat er niet klopt."})
    feit.ingetrokken_op, feit.ingetrokken_reden = nu(), reden.strip()[:300]
    with transaction.atomic():
        feit.save(update_fields=["ingetrokken_op", "ingetrokken_reden"])
        leg_vast(wie, "woonfeit.ingetrokken", kind_id=kind.pk, soort="woonfeit", onderwerp_id=feit.pk)
    return feit


def _fouten(kind: Kind, feit: NieuwFeit, van: date | None) -> dict[str, str]:
    fouten = {}
    if feit.soort not in Soort.values:
        fouten["soort"] = "Kies wat je hebt nagekeken."
    if van is None or not kind.geboortedatum <= van <= vandaag():
        fouten["van"] = "Kies een dag tussen de geboorte van het kind en vandaag."
    if feit.tot is not None and (feit.tot > vandaag() or (van is not None and feit.tot < van)):
        fouten["tot"] = "Kies een dag na de eerste dag en niet na vandaag. Duurt het nog, laat het veld dan leeg."
    if feit.gemeente_code and (feit.buitenland or not bestaat(feit.gemeente_code)):
        fouten["gemeente"] = "Kies een gemeente uit de lijst, of het buitenland."
    if feit.aantekening and feit.soort != Soort.WOONADRES:
        fouten["aantekening"] = "Een aantekening hoort bij een adres in de basisregistratie."
    if not feit.bron.strip():
        fouten["bron"] = "Vul in waar je het hebt nagekeken, bijvoorbeeld: basisregistratie personen."
    if not kind.geboortedatum <= feit.nagekeken_op <= vandaag():
        fouten["nagekeken_op"] = "Kies de dag waarop je het nakeek: vandaag of eerder."
    return fouten
