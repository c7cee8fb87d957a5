"""How much of an assignment was declared and granted, for the screens of the room below (toegang.gebruik)."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from ijw.omvang import som
from ijw.overstijgend import EerderePrestatie
from jeugdregio.financien.dossier import status_van
from jeugdregio.financien.models import Prestatie


def toegekend_volume(toewijzing_ids: Sequence[UUID]) -> dict[UUID, int]:
    """Return the granted volume per assignment in the unit of that assignment, credits taken off. One query.

    Lines in a unit that cannot be converted are left out: they count in money, not in volume.
    """
    delen: dict[tuple[UUID, str], list[tuple[int, str]]] = defaultdict(list)
    regels = (
        Prestatie.objects.filter(toewijzing__in=toewijzing_ids, retourcodes=[])
        .values_list("toewijzing_id", "toewijzing__eenheid", "volume", "eenheid", "bedrag")
    )  # fmt: skip
    for toewijzing_id, toegewezen_in, volume, eenheid, bedrag in regels:
        delen[toewijzing_id, toegewezen_in].append((-volume if bedrag < 0 else volume, eenheid))
    return {toewijzing_id: _som(rij, eenheid) for (toewijzing_id, eenheid), rij in delen.items()}


def gedeclareerde_regels(toewijzing_ids: Sequence[UUID]) -> list[EerderePrestatie]:
    """Return the declared lines on these assignments, for the rules on removing one (TR385). One query, no BSN."""
    regels = Prestatie.objects.filter(toewijzing__in=toewijzing_ids).select_related("declaratie").order_by()
    return [
        EerderePrestatie(
            referentie=regel.referentie, bsn="", toewijzing_nummer=int(regel.toewijzing_nummer),
            categorie=regel.categorie, code=regel.code, begindatum=regel.begindatum, einddatum=regel.einddatum,
            volume=regel.volume, eenheid=regel.eenheid, bedrag=abs(regel.bedrag), tarief=regel.tarief,
            debet=not regel.credit, vorige_referentie=regel.vorige_referentie or None,
            status=status_van(regel),
        )
        for regel in regels
    ]  # fmt: skip


def _som(delen: list[tuple[int, str]], eenheid: str) -> int:
    om_te_rekenen = {"01", "04"}  # minutes and hours
    passend = [d for d in delen if d[1] == eenheid or {d[1], eenheid} <= om_te_rekenen]
    return som(passend, eenheid)
