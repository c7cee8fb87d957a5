"""How many running cases a norm touches: assignments and requests under each question of the catalogue."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from jeugdregio.afspraken.raakvlak import Bereik, Telling, registreer
from jeugdregio.toegang.models import Toewijzing, VerzoekRegel
from jeugdregio.toegang.overlap import VERWIJDERD

# COD327: huisarts, jeugdarts, medisch specialist.
MEDISCH = ("02", "03", "05")
LOPEND = "lopende toewijzingen"
OPEN = "verzoeken die op antwoord wachten"


def aanmelden() -> None:
    """Tell the room of agreements how cases are counted."""
    registreer("verlenging_zonder_gemeente", f"{LOPEND} met een einddatum", lambda b: _tel(met_einde(b)))
    registreer("overleg_na_medische_verwijzing", f"{LOPEND} na een medische verwijzing", lambda b: _tel(medisch(b)))
    registreer("zonder_contract", f"{LOPEND} zonder contract", lambda b: _tel(zonder_contract(b)))
    registreer("toets_bij_verwijzing", OPEN, _open_verzoeken)


def lopend(bereik: Bereik) -> QuerySet[Toewijzing]:
    """Return the assignments that run on the day in these municipalities, for these products."""
    gevonden = Toewijzing.objects.filter(
        Q(einddatum__isnull=True) | Q(einddatum__gte=bereik.datum),
        ingangsdatum__lte=bereik.datum, gemeente_id__in=bereik.gemeente_ids,
    ).exclude(reden_wijziging=VERWIJDERD)  # fmt: skip
    return gevonden.filter(code__in=bereik.producten) if bereik.producten else gevonden


def met_einde(bereik: Bereik) -> QuerySet[Toewijzing]:
    """Return the running assignments that have an end: those that can be extended."""
    return lopend(bereik).filter(einddatum__isnull=False)


def medisch(bereik: Bereik) -> QuerySet[Toewijzing]:
    """Return the running assignments with an end after a medical referral."""
    return met_einde(bereik).filter(verzoek_regel__verwijzer_type__in=MEDISCH)


def zonder_contract(bereik: Bereik) -> QuerySet[Toewijzing]:
    """Return the running assignments whose request said there is no framework contract."""
    return lopend(bereik).filter(verzoek_regel__raamcontract=False)


def _open_verzoeken(bereik: Bereik) -> Mapping[UUID, Telling]:
    regels = VerzoekRegel.objects.filter(
        verzoek__gemeente_id__in=bereik.gemeente_ids, staat__in=[VerzoekRegel.Staat.OPEN, VerzoekRegel.Staat.ONDERZOEK]
    )
    if bereik.producten:
        regels = regels.filter(code__in=bereik.producten)
    return _tel(regels, "verzoek__gemeente_id", "verzoek_id", "verzoek__kind_id")


def _tel(
    bron: QuerySet[Any], gemeente: str = "gemeente_id", zaak: str = "pk", kind: str = "kind_id"
) -> dict[UUID, Telling]:
    rijen = (
        bron.order_by()
        .annotate(gebied=F(gemeente))
        .values("gebied")
        .annotate(zaken=Count(zaak, distinct=True), kinderen=Count(kind, distinct=True))
    )
    return {r["gebied"]: Telling(r["zaken"], r["kinderen"]) for r in rijen}
