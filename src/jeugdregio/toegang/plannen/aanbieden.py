"""The family group plan first: offered with an explanation, answered by the family, made or waived (4.1.2, 4.1.3)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.plannen import beurten
from jeugdregio.toegang.plannen.models import Plan, Plankind
from jeugdregio.toegang.plannen.permissions import leesbare_kinderen, mag_werken_aan, te_bewerken
from jeugdregio.toegang.termijnen.actions import start_klok, stop_klokken
from recht.datum import datum_kort

GEWIJZIGD = "Een collega heeft dit plan net gewijzigd. Bekijk wat er staat; je invoer staat er nog."
ONDERWERP = "plan"


@transaction.atomic
def bied_plan_aan(wie: Wie, kind_ids: Collection[UUID], op: date, uitleg: str) -> Plan:
    """Offer a family to make its plan itself: the plan of these children exists from now on.

    Raises Geweigerd without explanation, for a day in the future or before a question came in, or when a child is on
    an open plan already (one family, one plan); GeenRecht, NietGevonden.
    """
    kinderen = list(leesbare_kinderen(wie).select_for_update(of=("self",)).filter(pk__in=kind_ids).order_by("pk"))
    if not kinderen or len(kinderen) != len(set(kind_ids)):
        raise NietGevonden("Dit kind is er niet.")
    fouten = {}
    if not uitleg.strip():
        fouten["uitleg"] = "Schrijf op wat je hebt uitgelegd over een eigen plan."
    if not max(kind.geboortedatum for kind in kinderen) <= op <= vandaag():
        fouten["op"] = "Kies een dag tussen de geboorte van het kind en vandaag."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Jeugdwet 4.1.2", velden=fouten)
    _weiger_tweede(kinderen)
    plan = Plan.objects.create(
        kenmerk=kenmerk("P"), gemeente=kinderen[0].gemeente, aangeboden_op=op, aanbod_uitleg=uitleg.strip()
    )
    Plankind.objects.bulk_create(Plankind(plan=plan, kind=kind, van=op) for kind in kinderen)
    if not mag_werken_aan(wie, plan):
        te_bewerken(wie, plan.pk)  # raises with the reason; nothing is kept
    beurten.open_antwoord(plan, kinderen[0])
    log(wie, plan, "plan.aangeboden")
    return plan


@transaction.atomic
def voeg_kind_toe(wie: Wie, plan_id: UUID, kind_id: UUID, *, versie: int) -> Plan:
    """Put a brother or sister on the plan of the family. Raises Geweigerd when it is on another open plan."""
    plan = pak(wie, plan_id, versie)
    kind = leesbare_kinderen(wie).filter(pk=kind_id, gemeente=plan.gemeente).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    _weiger_tweede([kind])
    Plankind.objects.create(plan=plan, kind=kind, van=vandaag())
    log(wie, plan, "plan.kind_erbij", kind)
    return plan


@transaction.atomic
def gezin_maakt_plan(wie: Wie, plan_id: UUID, op: date, woorden: str, klaar_op: date, *, versie: int) -> Plan:
    """Keep that the family makes its own plan, in its words, and until when."""
    plan = pak(wie, plan_id, versie)
    fouten = _fouten_antwoord(plan, op)
    if klaar_op < vandaag():
        fouten["klaar_op"] = "Kies een dag die nog niet voorbij is."
    _weiger(fouten)
    plan.antwoord, plan.antwoord_op, plan.antwoord_woorden = Plan.Antwoord.MAAKT, op, woorden.strip()
    plan.gezin_klaar_op = klaar_op
    plan.save(update_fields=["antwoord", "antwoord_op", "antwoord_woorden", "gezin_klaar_op"])
    beurten.sluit(plan, "antwoord")
    beurten.open_eigen_plan(plan, eerste_kind(plan))
    log(wie, plan, "plan.gezin_maakt")
    return plan


@transaction.atomic
def zie_af(wie: Wie, plan_id: UUID, op: date, grond: str, reden: str, *, versie: int) -> Plan:
    """Record that there will be no family group plan: the six weeks for the plan begin (4.1.3 lid 5).

    The family may waive it, also after it began; threats to the child or other harm may be the ground, with reasons.
    """
    plan = pak(wie, plan_id, versie)
    fouten = {}
    if grond not in Plan.Afzien.values:
        fouten["grond"] = "Kies waarom er geen familiegroepsplan komt."
    if not reden.strip():
        fouten["reden"] = "Schrijf op wat het gezin zei, of waaruit het blijkt."
    if not plan.aangeboden_op <= op <= vandaag():
        fouten["op"] = f"Kies een dag tussen het aanbod ({datum_kort(plan.aangeboden_op)}) en vandaag."
    if plan.afgezien_op is not None:
        fouten["op"] = f"Sinds {datum_kort(plan.afgezien_op)} staat vast dat er geen familiegroepsplan komt."
    _weiger(fouten)
    plan.afgezien_op, plan.afzien_grond, plan.afzien_reden = op, grond, reden.strip()
    if grond == Plan.Afzien.GEZIN:
        plan.antwoord, plan.antwoord_op = Plan.Antwoord.ZIET_AF, op
    plan.save(update_fields=["afgezien_op", "afzien_grond", "afzien_reden", "antwoord", "antwoord_op"])
    beurten.sluit(plan, "antwoord", "eigen-plan")
    klok(wie, plan, "plan-vaststellen", op)
    log(wie, plan, "plan.afgezien", grond=grond)
    return plan


@transaction.atomic
def vraag_op_schrift(wie: Wie, plan_id: UUID, op: date, *, versie: int) -> Plan:
    """Record that youth, parent or provider wants the plan on paper: fourteen days (4.1.3 lid 4)."""
    plan = pak(wie, plan_id, versie)
    if not plan.aangeboden_op <= op <= vandaag():
        _weiger({"op": f"Kies een dag tussen het aanbod ({datum_kort(plan.aangeboden_op)}) en vandaag."})
    plan.schriftelijk_gevraagd_op, plan.schriftelijk_gegeven_op = op, None
    plan.save(update_fields=["schriftelijk_gevraagd_op", "schriftelijk_gegeven_op"])
    klok(wie, plan, "plan-schriftelijk", op)
    log(wie, plan, "plan.op_schrift_gevraagd")
    return plan


@transaction.atomic
def geef_op_schrift(wie: Wie, plan_id: UUID, op: date, *, versie: int) -> Plan:
    """Record that the family has the plan on paper. Raises Geweigerd while nothing is agreed."""
    plan = pak(wie, plan_id, versie)
    if not plan.versies.filter(vastgesteld_op__isnull=False).exists():
        raise Geweigerd("Er is nog geen plan vastgesteld dat je kunt geven.")
    if not (plan.schriftelijk_gevraagd_op or plan.aangeboden_op) <= op <= vandaag():
        _weiger({"op": "Kies een dag tussen de vraag en vandaag."})
    plan.schriftelijk_gegeven_op = op
    plan.save(update_fields=["schriftelijk_gegeven_op"])
    stop_klokken(wie, (ONDERWERP, plan.pk), op, "Het gezin heeft het plan op papier.", regels=["plan-schriftelijk"])
    log(wie, plan, "plan.op_schrift_gegeven")
    return plan


def pak(wie: Wie, plan_id: UUID, versie: int) -> Plan:
    """Take a plan for a change: the first of two people wins. Raises GeenRecht, NietGevonden, Conflict."""
    plan = te_bewerken(wie, plan_id)
    if not Plan.objects.filter(pk=plan.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict(GEWIJZIGD)
    plan.versie = versie + 1
    return plan


def klok(wie: Wie, plan: Plan, regel: str, begin: date) -> None:
    """Start a clock of this plan, with the question of its first child."""
    kind = eerste_kind(plan)
    vraag = Hulpvraag.objects.filter(kind=kind, afgesloten_op__isnull=True).first()
    start_klok(
        wie, regel, kind, begin, hulpvraag=vraag, onderwerp=(ONDERWERP, plan.pk), kenmerk=plan.kenmerk,
        pad=f"/plannen/{plan.pk}/",
    )  # fmt: skip


def eerste_kind(plan: Plan) -> Kind:
    """Return the child a turn of the plan points at."""
    return plan.kinderen.select_related("kind__gemeente").order_by("van", "pk")[0].kind


def log(wie: Wie, plan: Plan, handeling: str, kind: Kind | None = None, **gegevens: object) -> None:
    """Log an act on a plan, with its first child."""
    kind_id = kind.pk if kind else eerste_kind(plan).pk
    leg_vast(wie, handeling, kind_id=kind_id, soort="plan", onderwerp_id=plan.pk, gegevens=gegevens)


def _weiger_tweede(kinderen: Collection[Kind]) -> None:
    ander = Plankind.objects.filter(kind__in=kinderen, tot__isnull=True).select_related("plan", "kind").first()
    if ander is not None:
        raise Geweigerd(
            f"{ander.kind.kenmerk} staat al op plan {ander.plan}. Een gezin heeft één plan: werk daar verder, of sluit "
            "het eerst af.",
            grondslag="Jeugdwet 2.1 onder g en 4.1.2: één gezin, één plan",
        )


def _fouten_antwoord(plan: Plan, op: date) -> dict[str, str]:
    if plan.afgezien_op is not None:
        return {"op": f"Sinds {datum_kort(plan.afgezien_op)} staat vast dat er geen familiegroepsplan komt."}
    if not plan.aangeboden_op <= op <= vandaag():
        return {"op": f"Kies een dag tussen het aanbod ({datum_kort(plan.aangeboden_op)}) en vandaag."}
    return {}


def _weiger(fouten: dict[str, str]) -> None:
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Jeugdwet 4.1.2 en 4.1.3", velden=fouten)
