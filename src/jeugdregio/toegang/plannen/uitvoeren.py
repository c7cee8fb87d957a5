"""Working with an agreed plan: what is done, looking back, who is the contact of the family, closing."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import laat_vervallen, rond_af
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag
from jeugdregio.toegang.hulpvragen.wisselen import wijs_rol_toe
from jeugdregio.toegang.plannen import beurten
from jeugdregio.toegang.plannen.aanbieden import ONDERWERP, eerste_kind, log, pak
from jeugdregio.toegang.plannen.models import Evaluatie, Plan, Planactie, Planversie
from jeugdregio.toegang.termijnen.actions import stop_klokken


@transaction.atomic
def actie_gedaan(wie: Wie, plan_id: UUID, actie_id: UUID, op: date, tekst: str, *, versie: int) -> Planactie:
    """Record that an action was done: progress, which changes nothing in what was agreed."""
    plan = pak(wie, plan_id, versie)
    actie = Planactie.objects.filter(pk=actie_id, doel__planversie=geldende(plan)).first()
    if actie is None:
        raise NietGevonden("Deze actie staat niet in het plan dat nu geldt.")
    if not plan.aangeboden_op <= op <= vandaag():
        raise Geweigerd("De dag klopt niet.", velden={"op": "Kies een dag die voorbij is, of vandaag."})
    for rij in Planactie.objects.filter(lijn=actie.lijn, doel__planversie__plan=plan):
        rij.gedaan_op, rij.gedaan_tekst = op, tekst.strip()
        rij.save(update_fields=["gedaan_op", "gedaan_tekst"])
    rond_af(beurten.sleutel_actie(actie))
    log(wie, plan, "plan.actie_gedaan")
    return actie


@transaction.atomic
def evaluatie_gehouden(
    wie: Wie, plan_id: UUID, evaluatie_id: UUID, op: date, uitkomst: str, *, versie: int
) -> Evaluatie:
    """Record what looking back gave. Raises Geweigerd without what the family said."""
    plan = pak(wie, plan_id, versie)
    evaluatie = Evaluatie.objects.filter(pk=evaluatie_id, planversie=geldende(plan)).first()
    if evaluatie is None:
        raise NietGevonden("Dit moment staat niet in het plan dat nu geldt.")
    fouten = {} if uitkomst.strip() else {"uitkomst": "Schrijf op wat het gezin en jij ervan vonden."}
    if not plan.aangeboden_op <= op <= vandaag():
        fouten["op"] = "Kies een dag die voorbij is, of vandaag."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
    for rij in Evaluatie.objects.filter(lijn=evaluatie.lijn, planversie__plan=plan):
        rij.gehouden_op, rij.uitkomst = op, uitkomst.strip()
        rij.save(update_fields=["gehouden_op", "uitkomst"])
    rond_af(beurten.sleutel_evaluatie(evaluatie))
    log(wie, plan, "plan.geevalueerd")
    return evaluatie


@transaction.atomic
def wijs_contact_aan(
    wie: Wie, plan_id: UUID, organisatie: Organisatie, *, gebruiker: Gebruiker | None = None, naam: str = "",
    telefoon: str = "", versie: int,
) -> list[Hulpvraag]:  # fmt: skip
    """Give the family one contact person: in every open question of every child on the plan. The family is told.

    Returns the questions. Raises Geweigerd when there is none open.
    """
    plan = pak(wie, plan_id, versie)
    kinderen = plan.kinderen.filter(tot__isnull=True).values("kind")
    vragen = list(Hulpvraag.objects.filter(kind__in=kinderen, afgesloten_op__isnull=True).order_by("pk"))
    if not vragen:
        raise Geweigerd("Er staat geen hulpvraag open. Open die eerst.")
    for vraag in vragen:
        wijs_rol_toe(
            wie, vraag.pk, Casusrol.CONTACT, organisatie, versie=vraag.versie, gebruiker=gebruiker, naam=naam,
            telefoon=telefoon,
        )  # fmt: skip
    beurten.open_contact(plan, eerste_kind(plan))
    log(wie, plan, "plan.contact_gewijzigd")
    return vragen


@transaction.atomic
def contact_verteld(wie: Wie, plan_id: UUID, *, versie: int) -> Plan:
    """Record that the family knows who its contact person is."""
    plan = pak(wie, plan_id, versie)
    beurten.sluit(plan, *(f"contact:{nummer}" for nummer in range(1, plan.versie + 1)))
    log(wie, plan, "plan.contact_verteld")
    return plan


@transaction.atomic
def sluit_plan(wie: Wie, plan_id: UUID, reden: str, *, versie: int) -> Plan:
    """Close the plan; what was agreed stays readable, its open turns and clocks lapse. Raises Geweigerd."""
    plan = pak(wie, plan_id, versie)
    if not reden.strip():
        raise Geweigerd("Schrijf op waarom het plan klaar is.", velden={"reden": "Schrijf op waarom het klaar is."})
    plan.afgesloten_op, plan.afsluiten_reden = vandaag(), reden.strip()
    plan.save(update_fields=["afgesloten_op", "afsluiten_reden"])
    acties = Planactie.objects.filter(doel__planversie__plan=plan)
    momenten = Evaluatie.objects.filter(planversie__plan=plan)
    laat_vervallen(
        *(f"plan:{plan.pk}:{deel}" for deel in ("antwoord", "eigen-plan")),
        *(beurten.sleutel_actie(a) for a in acties), *(beurten.sleutel_evaluatie(e) for e in momenten),
    )  # fmt: skip
    stop_klokken(wie, (ONDERWERP, plan.pk), vandaag(), "Het plan is afgesloten.", vervallen=True)
    log(wie, plan, "plan.afgesloten")
    plan.kinderen.filter(tot__isnull=True).update(tot=vandaag())
    return plan


def geldende(plan: Plan) -> Planversie | None:
    """Return the version agreed last."""
    return plan.versies.filter(vastgesteld_op__isnull=False).first()
