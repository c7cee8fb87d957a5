"""Messages and children: which messages belong to the road of a child, and which children a message is about."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q

from ijw import Bericht as IjwBericht
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.models import Kind, VerzoekAntwoord, VerzoekRegel
from jeugdregio.toegang.queries import KindBeeld


def berichten_van(beeld: KindBeeld) -> list[Bericht]:
    """Return the messages of this child's road as far as this reader sees it, newest first, without content."""
    eigen = {v.bericht_id for v in beeld.verzoeken} | {t.bericht_id for t in beeld.toewijzingen}
    for toewijzing in beeld.toewijzingen:
        for levering in toewijzing.leveringen.all():
            eigen |= {levering.startbericht_id, levering.stopbericht_id}
        eigen |= {stand.bericht_id for stand in toewijzing.eerdere_standen.all()}
    for antwoord in VerzoekAntwoord.objects.filter(regel__verzoek__in=beeld.verzoeken):
        eigen.add(antwoord.bericht_id)
    ids = {pk for pk in eigen if pk is not None}
    return list(
        Bericht.objects.filter(Q(pk__in=ids) | Q(antwoord_op__in=ids))
        .select_related("afzender", "ontvanger")
        .defer("inhoud", "bevindingen")
        .order_by("-ontvangen_op", "-id")[:50]
    )


def kinderen_in(inhoud: IjwBericht, bericht: Bericht) -> list[UUID]:
    """Return the known children a message is about: by BSN, or by the reference of a request it answers."""
    bsns = set(_bsns(inhoud))
    organisaties = [bericht.afzender_id, bericht.ontvanger_id]
    if bsns:
        sleutels = [zoeksleutel(bsn) for bsn in bsns]
        return list(Kind.objects.filter(bsn_zoek__in=sleutels, gemeente__in=organisaties).values_list("pk", flat=True))
    referentie = getattr(getattr(inhoud, "antwoord", None), "referentie_aanbieder", None)
    if referentie is None:
        return []
    regels = VerzoekRegel.objects.filter(
        referentie_aanbieder=referentie, verzoek__gemeente__in=organisaties, verzoek__aanbieder__in=organisaties
    )
    return list(regels.values_list("verzoek__kind_id", flat=True).distinct())


def _bsns(deel: Any) -> Iterable[str]:
    """Every BSN in a message, wherever the kind of message keeps its youths."""
    if isinstance(deel, tuple):
        for lid in deel:
            yield from _bsns(lid)
        return
    bsn = getattr(deel, "bsn", None)
    if isinstance(bsn, str):
        yield bsn
        return
    for veld in getattr(deel, "__dataclass_fields__", ()):
        yield from _bsns(getattr(deel, veld))
