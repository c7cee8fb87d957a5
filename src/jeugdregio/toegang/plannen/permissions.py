"""Who sees and makes research and plans. No grant, no row.

The access of the municipality does both. An executing organisation does what its role in the question lets it
(indication, case direction). The team leader reads. A provider sees nothing here: what it gets is shared with it.
"""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from jeugdregio.basis.fouten import Conflict, GeenRecht, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Rolhouder
from jeugdregio.toegang.hulpvragen.permissions import behandelt, zichtbare_hulpvragen
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import is_toegang, is_uitvoerder, zichtbare_kinderen
from jeugdregio.toegang.plannen.models import Onderzoek, Plan, Plankind

ROLLEN = (Casusrol.INDICATIE, Casusrol.CASUSREGIE)


def is_teamleider(wie: Wie) -> bool:
    """Tell whether this is the team leader of the access of a municipality."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(Rol.TEAMLEIDER)


def mag_lezen(wie: Wie) -> bool:
    """Tell whether this person reads plans at all."""
    return behandelt(wie) or is_teamleider(wie)


def leesbare_kinderen(wie: Wie) -> QuerySet[Kind]:
    """Children whose plan this person may read."""
    if is_teamleider(wie):
        return Kind.objects.filter(gemeente=wie.organisatie)
    return zichtbare_kinderen(wie) if behandelt(wie) else Kind.objects.none()


def zichtbare_plannen(wie: Wie) -> QuerySet[Plan]:
    """Plans on which there is a child this person may read of."""
    if is_toegang(wie) or is_teamleider(wie):
        return Plan.objects.filter(gemeente=wie.organisatie)
    if is_uitvoerder(wie):
        return Plan.objects.filter(
            pk__in=Plankind.objects.filter(kind__in=zichtbare_kinderen(wie)).values("plan"),
            gemeente_id=wie.organisatie.hoort_bij_id,
        )
    return Plan.objects.none()


def zichtbare_onderzoeken(wie: Wie) -> QuerySet[Onderzoek]:
    """Research of the questions this person may read of."""
    if is_teamleider(wie):
        return Onderzoek.objects.filter(hulpvraag__gemeente=wie.organisatie)
    return Onderzoek.objects.filter(hulpvraag__in=zichtbare_hulpvragen(wie))


def mag_werken_aan(wie: Wie, plan: Plan) -> bool:
    """Tell whether this person may change a plan it sees."""
    return is_toegang(wie) or (is_uitvoerder(wie) and _heeft_rol(wie, plan))


def mag_onderzoeken(wie: Wie, hulpvraag_id: UUID) -> bool:
    """Tell whether this person may do research for a question it sees."""
    vraag = zichtbare_hulpvragen(wie).filter(pk=hulpvraag_id)
    if is_uitvoerder(wie):
        vraag = vraag.filter(_met_rol(wie))
    return vraag.exists()


def te_bewerken(wie: Wie, plan_id: UUID) -> Plan:
    """Return the open plan this person may change. Raises GeenRecht, NietGevonden, Conflict when it is closed."""
    if not behandelt(wie):
        raise GeenRecht("Een plan verandert alleen de toegang van de gemeente van dit kind.")
    plan = zichtbare_plannen(wie).select_related("gemeente").filter(pk=plan_id).first()
    if plan is None:
        raise NietGevonden("Dit plan is er niet.")
    if not mag_werken_aan(wie, plan):
        raise GeenRecht("Dit kan alleen wie bepaalt welke hulp nodig is, of de casusregie heeft.")
    if plan.afgesloten_op is not None:
        raise Conflict("Dit plan is afgesloten. Maak een nieuw plan als het gezin weer hulp vraagt.")
    return plan


def _heeft_rol(wie: Wie, plan: Plan) -> bool:
    return Hulpvraag.objects.filter(_met_rol(wie), kind__in=plan.kinderen.values("kind")).exists()


def _met_rol(wie: Wie) -> Exists:
    rollen = Rolhouder.objects.op(vandaag()).filter(organisatie=wie.organisatie, rol__in=ROLLEN)
    return Exists(rollen.filter(hulpvraag=OuterRef("pk")))
