"""What stands on the page of a child about stuck help and Team AnderS: where it lies, who acts, until when."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Prefetch

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.opschaling.models import AndersInzet, Opschaling, Stap
from jeugdregio.toegang.opschaling.permissions import zichtbare_opschalingen
from jeugdregio.toegang.permissions import is_toegang


def opschaling(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return the running cases of a child, and the open questions that can be called stuck; None for others."""
    if not is_toegang(wie):
        return None
    stappen = Stap.objects.filter(klaar_op__isnull=True).select_related("organisatie")
    inzetten = AndersInzet.objects.filter(gestopt_op__isnull=True)
    zaken = list(
        zichtbare_opschalingen(wie).filter(hulpvraag__kind=kind, afgesloten_op__isnull=True)
        .select_related("hulpvraag")
        .prefetch_related(Prefetch("stappen", stappen, to_attr="nu"), Prefetch("inzetten", inzetten, to_attr="bezig"))
    )  # fmt: skip
    lopend = {zaak.hulpvraag_id for zaak in zaken}
    vragen = Hulpvraag.objects.filter(kind=kind, gemeente=wie.organisatie, afgesloten_op__isnull=True)
    open_ = [vraag for vraag in vragen if vraag.pk not in lopend]
    return {"rijen": [_rij(zaak) for zaak in zaken], "open": open_} if zaken or open_ else None


def _rij(zaak: Opschaling) -> dict[str, Any]:
    nu, bezig = zaak.nu, zaak.bezig  # type: ignore[attr-defined]
    return {"zaak": zaak, "stap": next(iter(nu), None), "anders": next(iter(bezig), None)}
