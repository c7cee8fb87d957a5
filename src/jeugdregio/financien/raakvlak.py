"""How much money a norm touches: what was granted in the past year on the assignments under a question."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from uuid import UUID

from django.db.models import Count, QuerySet, Sum

from jeugdregio.afspraken.raakvlak import Bereik, Telling, registreer
from jeugdregio.financien.models import Prestatie
from jeugdregio.toegang import raakvlak as toegang
from jeugdregio.toegang.models import Toewijzing

TERUG = timedelta(days=365)
NAAM = "toewijzingen met toegekende declaraties in het afgelopen jaar"


def aanmelden() -> None:
    """Tell the room of agreements how money is counted."""
    for vraag, zaken in {
        "verlenging_zonder_gemeente": toegang.met_einde,
        "overleg_na_medische_verwijzing": toegang.medisch,
        "zonder_contract": toegang.zonder_contract,
        "declaratie_zonder_toewijzing": toegang.lopend,
    }.items():
        registreer(vraag, NAAM, _teller(zaken))


def _teller(zaken: Callable[[Bereik], QuerySet[Toewijzing]]) -> Callable[[Bereik], Mapping[UUID, Telling]]:
    def tel(bereik: Bereik) -> Mapping[UUID, Telling]:
        rijen = (
            Prestatie.objects.filter(
                toewijzing__in=zaken(bereik), begindatum__gt=bereik.datum - TERUG, begindatum__lte=bereik.datum
            )
            .order_by()
            .values("toewijzing__gemeente_id")
            .annotate(
                zaken=Count("toewijzing_id", distinct=True),
                kinderen=Count("toewijzing__kind_id", distinct=True),
                centen=Sum("toegekend"),
            )
        )
        return {r["toewijzing__gemeente_id"]: Telling(r["zaken"], r["kinderen"], r["centen"]) for r in rijen}

    return tel
