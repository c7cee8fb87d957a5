"""The doors of research and plans: the access writes, the team leader reads, nobody else sees them."""

from datetime import date

from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.plannen.models import Evaluatie, Onderzoek, Plan, Planactie, Plandoel, Plankind, Planversie
from tests.deuren.deur import UITVOERDER, Deur
from tests.deuren.kern import TOEGANG, TOEGANG_ELDERS
from tests.wereld import DAG, Wereld

LEZERS = TOEGANG | {"teamleider_lelystad"}


def _schrijf(**sleutels: object) -> Deur:
    return Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, post=True, plan_id="plan", **sleutels)


def _lees(**sleutels: object) -> Deur:
    return Deur(LEZERS, onzichtbaar=TOEGANG_ELDERS, **sleutels)


def _onderzoek() -> Deur:
    return Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, post=True, onderzoek_id="onderzoek")


DEUREN: dict[str, Deur] = {
    "plannen:lijst": Deur(LEZERS | TOEGANG_ELDERS | UITVOERDER),
    "plannen:aanbieden": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, kind_id="kind"),
    "plannen:plan": _lees(plan_id="plan"),
    "plannen:versie": _lees(plan_id="plan", nummer=1),
    "plannen:pdf": _lees(plan_id="plan", nummer=1),
    "plannen:contactbrief": Deur(set(), onzichtbaar=LEZERS | TOEGANG_ELDERS, plan_id="plan"),  # nobody named yet
    "plannen:gezin_maakt": _schrijf(),
    "plannen:afzien": _schrijf(),
    "plannen:versie_beginnen": _schrijf(),
    "plannen:gedaan": _schrijf(actie_id="planactie"),
    "plannen:terugkijken": _schrijf(evaluatie_id="planevaluatie"),
    "plannen:contact": _schrijf(),
    "plannen:contact_verteld": _schrijf(),
    "plannen:kind_erbij": _schrijf(),
    "plannen:op_schrift": _schrijf(wat="gevraagd"),
    "plannen:sluiten": _schrijf(),
    "plannen:schrijven": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, plan_id="plan"),
    "plannen:verhaal": _schrijf(),
    "plannen:doel": _schrijf(),
    "plannen:actie": _schrijf(doel_id="plandoel"),
    "plannen:evaluatie": _schrijf(),
    "plannen:betrokkene": _schrijf(),
    "plannen:weg": _schrijf(deel="doel", deel_id="plandoel"),
    "plannen:vaststellen": _schrijf(),
    "plannen:onderzoek_beginnen": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, hulpvraag_id="planvraag"),
    "plannen:onderzoek": _lees(onderzoek_id="onderzoek"),
    "plannen:verslag": _lees(onderzoek_id="onderzoek"),
    "plannen:kiezen": _onderzoek(),
    "plannen:bewaren": _onderzoek(),
    "plannen:voorleggen": _onderzoek(),
    "plannen:terugnemen": _onderzoek(),
    "plannen:reageren": _onderzoek(),
    "plannen:afronden": _onderzoek(),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a question with research, and a plan with an agreed version and one in which somebody writes."""
    gemeente = wereld.kind.gemeente
    vraag = Hulpvraag.objects.create(
        kenmerk="H-PLAN", kind=wereld.kind, gemeente=gemeente, weg="eigen", ontvangen_op=DAG
    )
    onderzoek = Onderzoek.objects.create(hulpvraag=vraag, begonnen_op=DAG)
    plan = Plan.objects.create(
        kenmerk="P-PROEF", gemeente=gemeente, aangeboden_op=DAG, aanbod_uitleg="Uitgelegd.", antwoord="maakt",
        antwoord_op=DAG, gezin_klaar_op=date(2026, 10, 1),
    )  # fmt: skip
    Plankind.objects.create(plan=plan, kind=wereld.kind, van=DAG)
    vast = Planversie.objects.create(plan=plan, nummer=1, maker="gezin", verhaal="Ons plan.", vastgesteld_op=DAG)
    doel = Plandoel.objects.create(planversie=vast, volgorde=1, woorden="Rust in huis.")
    actie = Planactie.objects.create(
        doel=doel, wat="Bellen", eigenaar="toegang", wie="Fatima", uiterlijk=date(2026, 10, 1)
    )
    evaluatie = Evaluatie.objects.create(planversie=vast, op=date(2026, 12, 1))
    concept = Planversie.objects.create(plan=plan, nummer=2, maker="samen")
    nieuw = Plandoel.objects.create(planversie=concept, volgorde=1, woorden="Weer naar school.")
    return {
        "planvraag": vraag, "onderzoek": onderzoek, "plan": plan, "planactie": actie, "planevaluatie": evaluatie,
        "plandoel": nieuw,
    }  # fmt: skip
