"""What this sub-room shows on the page of a child: the plan of the family and the research, and what is due."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Min

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.hulpvragen.permissions import behandelt
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.plannen.models import Onderzoek, Plan
from jeugdregio.toegang.plannen.queries import contact_van, stand_van
from jeugdregio.toegang.termijnen.models import Klok


def blok(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return plan, contact person and research for who works on the questions of this child. Four queries."""
    if not behandelt(wie):
        return None
    plan = (
        Plan.objects.filter(kinderen__kind=kind, kinderen__tot__isnull=True)
        .annotate(eerste=Min("versies__vastgesteld_op")).first()
    )  # fmt: skip
    termijn = Klok.objects.filter(
        onderwerp_soort="plan", onderwerp_id=plan.pk if plan else kind.pk, staat=Klok.Staat.LOOPT
    ).first()  # fmt: skip
    vragen = Hulpvraag.objects.filter(kind=kind, afgesloten_op__isnull=True, verzoek__isnull=True)
    return {
        "kind": kind,
        "plan": plan,
        "stand": stand_van(plan, plan.eerste is not None) if plan else "",
        "termijn": termijn,
        "vragen": list(vragen.select_related("onderzoek")),
        "contact": contact_van([kind.pk]),
    }


def plan_sinds(hulpvraag_ids: Collection[UUID]) -> Mapping[UUID, date]:
    """Return per question since when its family has an agreed plan: the step of its road. One query."""
    rijen = (
        Hulpvraag.objects.filter(
            pk__in=hulpvraag_ids, kind__op_plannen__plan__versies__vastgesteld_op__isnull=False
        )
        .annotate(sinds=Min("kind__op_plannen__plan__versies__vastgesteld_op")).values_list("pk", "sinds")
    )  # fmt: skip
    return dict(rijen)


def onderzoek_sinds(hulpvraag_ids: Collection[UUID]) -> Mapping[UUID, date]:
    """Return per question since when its research is finished. One query."""
    klaar = Onderzoek.objects.filter(hulpvraag__in=hulpvraag_ids).values_list("hulpvraag", "afgerond_op")
    return {vraag_id: dag for vraag_id, dag in klaar if dag is not None}
