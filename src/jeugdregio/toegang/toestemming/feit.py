"""Since when the consent to a question for help is complete: the step of its road."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.poort import TeStarten
from jeugdregio.toegang.toestemming.oordeel import gronden_van, oordelen


def compleet_sinds(hulpvraag_ids: Collection[UUID]) -> Mapping[UUID, date]:
    """Return per question of which all that is asked may begin the day of its last answer, or of the ground.

    Each product of a request needs its own yes. A fixed number of queries.
    """
    vragen = list(
        Hulpvraag.objects.filter(pk__in=hulpvraag_ids).select_related("kind", "verzoek")
        .prefetch_related("verzoek__regels")
    )  # fmt: skip
    gevraagd = [(v, TeStarten(code, v.verzoek, v.pk)) for v in vragen for code in _codes(v)]
    uitkomsten = oordelen([(vraag.kind, hulp) for vraag, hulp in gevraagd])
    niet = {v.pk for (v, _), u in zip(gevraagd, uitkomsten, strict=True) if not u.waarde.mag_starten}
    dagen = gronden_van(vragen)
    return {v.pk: max(dagen.get(v.kind_id, ()), default=v.ontvangen_op) for v in vragen if v.pk not in niet}


def _codes(vraag: Hulpvraag) -> list[str]:
    """The products that are asked; a question without a request asks for help as such."""
    if vraag.verzoek is None:
        return [""]
    return sorted({regel.code for regel in vraag.verzoek.regels.all()}) or [""]
