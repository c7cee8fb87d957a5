"""Writing a version of a plan: goals, actions, moments to look back; agreeing on it; the next version."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import models, transaction

from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.plannen import beurten
from jeugdregio.toegang.plannen.aanbieden import ONDERWERP, log, pak
from jeugdregio.toegang.plannen.afspreken import laat_ingaan
from jeugdregio.toegang.plannen.models import Betrokkene, Evaluatie, Plan, Planactie, Plandoel, Planversie
from jeugdregio.toegang.termijnen.actions import stop_klokken

_M = TypeVar("_M", bound=models.Model)
DEEL: dict[str, type[models.Model]] = {
    "doel": Plandoel, "actie": Planactie, "evaluatie": Evaluatie, "betrokkene": Betrokkene,
}  # fmt: skip


@transaction.atomic
def begin_versie(wie: Wie, plan_id: UUID, *, versie: int) -> Planversie:
    """Begin a version to write in: the first, or a copy of the one agreed last. There is one at a time.

    Raises Geweigerd while it is not known whether the family makes its own plan.
    """
    plan = pak(wie, plan_id, versie)
    if not plan.antwoord and plan.afgezien_op is None:
        raise Geweigerd(
            "Vraag eerst of het gezin zelf een plan wil maken, en leg het antwoord vast.", grondslag="Jeugdwet 4.1.2"
        )
    if plan.versies.filter(vastgesteld_op__isnull=True).exists():
        raise Geweigerd("Er is al een versie waar iemand in werkt.")
    vorige = plan.versies.filter(vastgesteld_op__isnull=False).first()
    eigen = plan.antwoord == Plan.Antwoord.MAAKT and plan.afgezien_op is None
    maker = Planversie.Maker.GEZIN if eigen else Planversie.Maker.SAMEN
    nieuw = Planversie.objects.create(plan=plan, nummer=plan.versies.count() + 1, maker=maker)
    if vorige is not None:
        _kopieer(vorige, nieuw)
    log(wie, plan, "plan.versie_begonnen", nummer=nieuw.nummer)
    return nieuw


@transaction.atomic
def schrijf_verhaal(
    wie: Wie, plan_id: UUID, *, versie: int, verhaal: str, eens_jeugdige: str = "", eens_ouders: str = "",
    eens_pleegouder: str = "",
) -> Planversie:  # fmt: skip
    """Keep the family's own plan or the summary, and what youth, parents and foster parent think of it."""
    plan = pak(wie, plan_id, versie)
    concept = _concept(plan)
    concept.verhaal, concept.eens_jeugdige = verhaal.strip(), eens_jeugdige.strip()
    concept.eens_ouders, concept.eens_pleegouder = eens_ouders.strip(), eens_pleegouder.strip()
    concept.save(update_fields=["verhaal", "eens_jeugdige", "eens_ouders", "eens_pleegouder"])
    log(wie, plan, "plan.geschreven")
    return concept


@transaction.atomic
def voeg_doel_toe(
    wie: Wie, plan_id: UUID, woorden: str, van: str = Plandoel.Van.GEZIN, klaar_als: str = "", *, versie: int
) -> Plandoel:
    """Add a goal in the words of the family."""
    plan = pak(wie, plan_id, versie)
    concept = _concept(plan)
    fouten = {} if woorden.strip() else {"woorden": "Schrijf het doel op, in de woorden van het gezin."}
    if van not in Plandoel.Van.values:
        fouten["van"] = "Kies van wie dit doel is."
    _weiger(fouten)
    volgorde = max(concept.doelen.values_list("volgorde", flat=True), default=0) + 1
    doel = Plandoel.objects.create(
        planversie=concept, volgorde=volgorde, woorden=woorden.strip(), van=van, klaar_als=klaar_als.strip()[:300]
    )
    log(wie, plan, "plan.doel_erbij")
    return doel


@transaction.atomic
def voeg_actie_toe(
    wie: Wie, plan_id: UUID, doel_id: UUID, *, versie: int, wat: str, eigenaar: str, door: str, uiterlijk: date,
    organisatie: Organisatie | None = None,
) -> Planactie:  # fmt: skip
    """Add an action with its owner and day. A provider is named as organisation, so that it can get its turn."""
    plan = pak(wie, plan_id, versie)
    doel = Plandoel.objects.filter(pk=doel_id, planversie=_concept(plan)).first()
    if doel is None:
        raise NietGevonden("Dit doel hoort niet bij de versie waar je in werkt.")
    fouten = {}
    if not wat.strip():
        fouten["wat"] = "Schrijf op wat er gebeurt."
    if eigenaar not in Planactie.Eigenaar.values:
        fouten["eigenaar"] = "Kies wie dit doet."
    if eigenaar == Planactie.Eigenaar.AANBIEDER and organisatie is None:
        fouten["organisatie"] = "Kies welke aanbieder."
    if not door.strip():
        fouten["door"] = "Noem wie het doet, bijvoorbeeld: oma, of de begeleider."
    if uiterlijk < plan.aangeboden_op:
        fouten["uiterlijk"] = "Kies een dag na het begin van dit plan."
    _weiger(fouten)
    actie = Planactie.objects.create(
        doel=doel, wat=wat.strip()[:300], eigenaar=eigenaar, wie=door.strip()[:200], uiterlijk=uiterlijk,
        organisatie=organisatie if eigenaar == Planactie.Eigenaar.AANBIEDER else None,
    )  # fmt: skip
    log(wie, plan, "plan.actie_erbij")
    return actie


@transaction.atomic
def plan_evaluatie(wie: Wie, plan_id: UUID, op: date, *, versie: int) -> Evaluatie:
    """Add a moment to look back with the family."""
    plan = pak(wie, plan_id, versie)
    concept = _concept(plan)
    if op < vandaag():
        _weiger({"op": "Kies een dag die nog moet komen."})
    evaluatie = Evaluatie.objects.create(planversie=concept, op=op)
    log(wie, plan, "plan.evaluatie_erbij")
    return evaluatie


@transaction.atomic
def noem_betrokkene(wie: Wie, plan_id: UUID, naam: str, rol: str, *, versie: int) -> Betrokkene:
    """Add somebody else who is involved. Being named gives no data to anybody."""
    plan = pak(wie, plan_id, versie)
    concept = _concept(plan)
    fouten = {veld: "Vul dit in." for veld, tekst in (("naam", naam), ("rol", rol)) if not tekst.strip()}
    _weiger(fouten)
    betrokkene = Betrokkene.objects.create(planversie=concept, naam=naam.strip()[:200], rol=rol.strip()[:200])
    log(wie, plan, "plan.betrokkene_erbij")
    return betrokkene


@transaction.atomic
def haal_weg(wie: Wie, plan_id: UUID, deel: str, deel_id: UUID, *, versie: int) -> None:
    """Take a goal, action, moment or person out of the version in which one writes; an agreed version stays."""
    plan = pak(wie, plan_id, versie)
    concept = _concept(plan)
    soort = DEEL.get(deel)
    bij = {"doel__planversie": concept} if deel == "actie" else {"planversie": concept}
    if soort is None or not soort._default_manager.filter(pk=deel_id, **bij).delete()[0]:
        raise NietGevonden("Dit staat niet in de versie waar je in werkt.")
    log(wie, plan, "plan.deel_weg", deel=deel)


@transaction.atomic
def stel_vast(wie: Wie, plan_id: UUID, *, versie: int) -> Planversie:
    """Agree on the version: it does not change any more, and the turns of its actions and moments open.

    Raises Geweigerd while a goal, action, moment to look back or the view of the family is missing, or when an
    action is given to a provider that does not help a child of this plan (nothing goes out without a ground).
    """
    plan = pak(wie, plan_id, versie)
    concept = _concept(plan)
    _toets_volledig(concept)
    laat_ingaan(wie, plan, concept)
    concept.vastgesteld_op, concept.vastgesteld_door = vandaag(), wie.gebruiker
    concept.save(update_fields=["vastgesteld_op", "vastgesteld_door"])
    stop_klokken(wie, (ONDERWERP, plan.pk), vandaag(), "Het plan is vastgesteld.", regels=["plan-vaststellen"])
    beurten.sluit(plan, "eigen-plan")
    log(wie, plan, "plan.vastgesteld", nummer=concept.nummer)
    for rij in plan.kinderen.filter(tot__isnull=True).select_related("kind"):
        kind_gewijzigd(rij.kind)
    return concept


def _concept(plan: Plan) -> Planversie:
    concept = plan.versies.filter(vastgesteld_op__isnull=True).first()
    if concept is None:
        raise Geweigerd("Een vastgestelde versie verandert niet meer. Begin een nieuwe versie.")
    return concept


def _toets_volledig(concept: Planversie) -> None:
    """The family's own plan is its own text; a plan made together has goals and actions."""
    mist = []
    if concept.maker == Planversie.Maker.GEZIN and not concept.verhaal:
        mist.append("het eigen plan van het gezin")
    if concept.maker == Planversie.Maker.SAMEN:
        if not concept.doelen.exists():
            mist.append("een doel")
        elif concept.doelen.filter(acties=None).exists():
            mist.append("bij elk doel een actie")
        if not (concept.eens_jeugdige or concept.eens_ouders):
            mist.append("wat de jeugdige of de ouders van het plan vinden")
    if not concept.evaluaties.exists():
        mist.append("een dag om terug te kijken")
    if mist:
        raise Geweigerd(f"Je kunt het plan nog niet vaststellen. Er mist nog: {'; '.join(mist)}.",
                        grondslag="Jeugdwet 4.1.3 lid 2")  # fmt: skip


def _kopieer(van: Planversie, naar: Planversie) -> None:
    """Copy all parts; the lines keep their key, so that a turn stays one turn."""
    naar.verhaal, naar.eens_pleegouder = van.verhaal, van.eens_pleegouder
    naar.save(update_fields=["verhaal", "eens_pleegouder"])
    for doel in van.doelen.prefetch_related("acties"):
        acties = list(doel.acties.all())
        kopie = _zet_over(doel, planversie=naar)
        for actie in acties:
            _zet_over(actie, doel=kopie)
    for deel in (*van.evaluaties.all(), *van.betrokkenen.all()):
        _zet_over(deel, planversie=naar)


def _zet_over(rij: _M, **nieuw: object) -> _M:
    velden = {veld.name: getattr(rij, veld.name) for veld in rij._meta.concrete_fields if not veld.primary_key}
    kopie = type(rij)(**{**velden, **nieuw})
    kopie.save()
    return kopie


def _weiger(fouten: dict[str, str]) -> None:
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
