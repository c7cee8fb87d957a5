"""Reading plans and research. Every read takes the actor, fails closed, and logs the look at the file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Min, Prefetch, Q, QuerySet

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.fouten import GeenRecht, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Rolhouder
from jeugdregio.toegang.hulpvragen.rollen import medewerkers
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.plannen.catalogus import Domein, Vraag, gekozen
from jeugdregio.toegang.plannen.models import Onderzoek, Plan, Planactie, Plandoel, Plankind, Planversie
from jeugdregio.toegang.plannen.permissions import (
    leesbare_kinderen,
    mag_lezen,
    mag_onderzoeken,
    mag_werken_aan,
    zichtbare_onderzoeken,
    zichtbare_plannen,
)
from jeugdregio.toegang.termijnen.models import Klok
from jeugdregio.toegang.toestemming.herzien import lopende_toewijzingen
from jeugdregio.toegang.weergave import naam

PER_PAGINA = 25
STANDEN = {
    "open": "Open plannen",
    "aangeboden": "Gezin moet nog antwoorden",
    "gezin": "Gezin maakt zelf een plan",
    "schrijven": "Nog vast te stellen",
    "geldt": "Vastgesteld",
    "dicht": "Afgesloten",
}


@dataclass(frozen=True)
class Planbeeld:
    """One plan as its page shows it."""

    plan: Plan
    kinderen: tuple[Kind, ...]
    geldend: Planversie | None
    concept: Planversie | None
    eerdere: tuple[Planversie, ...]
    contact: Rolhouder | None
    klokken: tuple[Klok, ...]
    te_vertellen: bool
    mag: bool

    @property
    def stand(self) -> str:
        """Where it stands, in words."""
        return stand_van(self.plan, self.geldend is not None)

    @property
    def te_antwoorden(self) -> bool:
        """True while nobody knows whether the family makes its own plan."""
        return not self.plan.antwoord and self.plan.afgezien_op is None


@dataclass(frozen=True)
class Vraagbeeld:
    """One question of research with its answer."""

    vraag: Vraag
    tekst: str


@dataclass(frozen=True)
class Onderzoekbeeld:
    """One research as its page shows it: only the chosen domains."""

    onderzoek: Onderzoek
    kind: Kind
    domeinen: tuple[tuple[Domein, tuple[Vraagbeeld, ...]], ...]
    mag: bool

    @property
    def antwoorden(self) -> dict[str, str]:
        """The answers by question."""
        return {v.vraag.code: v.tekst for _, vragen in self.domeinen for v in vragen}


@dataclass(frozen=True)
class Planrij:
    """A plan in the list."""

    plan: Plan
    namen: str
    stand: str
    uiterlijk: date | None


def stand_van(plan: Plan, geldt: bool) -> str:
    """Tell where a plan stands."""
    if plan.afgesloten_op is not None:
        return "afgesloten"
    if geldt:
        return "vastgesteld"
    if plan.afgezien_op is not None:
        return "nog vast te stellen"
    return "gezin maakt zelf een plan" if plan.antwoord == Plan.Antwoord.MAAKT else "aangeboden"


def lijst(wie: Wie, stand: str = "open", pagina: int = 1) -> tuple[Page[Any], list[Planrij]]:
    """Return a page of plans, what must be done first on top. Logs the look. Raises GeenRecht."""
    if not mag_lezen(wie):
        raise GeenRecht("Plannen zijn voor de toegang van de gemeente.")
    vastgesteld = Q(versies__vastgesteld_op__isnull=False)
    zeef = {
        "open": Q(afgesloten_op__isnull=True),
        "aangeboden": Q(afgesloten_op__isnull=True, antwoord="", afgezien_op__isnull=True),
        "gezin": Q(afgesloten_op__isnull=True, antwoord=Plan.Antwoord.MAAKT, afgezien_op__isnull=True),
        "schrijven": Q(afgesloten_op__isnull=True, afgezien_op__isnull=False) & ~vastgesteld,
        "geldt": Q(afgesloten_op__isnull=True) & vastgesteld,
        "dicht": Q(afgesloten_op__isnull=False),
    }  # fmt: skip
    plannen = (
        zichtbare_plannen(wie).filter(zeef.get(stand, zeef["open"]))
        .annotate(eerste=Min("versies__vastgesteld_op")).order_by("eerste", "aangeboden_op", "pk").distinct()
        .prefetch_related(Prefetch("kinderen", Plankind.objects.select_related("kind")))
    )  # fmt: skip
    blad = Paginator(plannen, PER_PAGINA).get_page(pagina)
    leg_inzage_vast(wie, [rij.kind_id for plan in blad for rij in plan.kinderen.all()], scherm="plannen")
    termijnen = _termijnen([plan.pk for plan in blad])
    return blad, [_rij(plan, termijnen) for plan in blad]


def plan(wie: Wie, plan_id: UUID) -> Planbeeld:
    """Return one plan and log the look at every child on it. Raises NietGevonden, also for another's plan."""
    gevonden = zichtbare_plannen(wie).select_related("gemeente").filter(pk=plan_id).first()
    if gevonden is None:
        raise NietGevonden("Dit plan is er niet.")
    kinderen = tuple(
        rij.kind for rij in gevonden.kinderen.select_related("kind__gemeente")
        if rij.tot is None or gevonden.afgesloten_op is not None
    )  # fmt: skip
    leg_inzage_vast(wie, [k.pk for k in kinderen], scherm="plan", soort="plan", onderwerp_id=gevonden.pk)
    versies = list(_versies(gevonden))
    vast = [v for v in versies if v.vastgesteld_op is not None]
    return Planbeeld(
        plan=gevonden,
        kinderen=kinderen,
        geldend=vast[0] if vast else None,
        concept=next((v for v in versies if v.vastgesteld_op is None), None),
        eerdere=tuple(vast[1:]),
        contact=contact_van([k.pk for k in kinderen]),
        klokken=tuple(Klok.objects.filter(onderwerp_soort="plan", onderwerp_id=gevonden.pk).order_by("begon_op")),
        te_vertellen=Beurt.objects.filter(
            sleutel__startswith=f"plan:{gevonden.pk}:contact:", staat=Beurt.Staat.OPEN
        ).exists(),
        mag=gevonden.afgesloten_op is None and mag_werken_aan(wie, gevonden),
    )


def versie(wie: Wie, plan_id: UUID, nummer: int) -> tuple[Planbeeld, Planversie]:
    """Return one agreed version of a plan. Raises NietGevonden."""
    beeld = plan(wie, plan_id)
    vast = [v for v in (beeld.geldend, *beeld.eerdere) if v is not None]
    gevonden = next((v for v in vast if v.nummer == nummer), None)
    if gevonden is None:
        raise NietGevonden("Deze versie is er niet.")
    return beeld, gevonden


def onderzoek(wie: Wie, onderzoek_id: UUID) -> Onderzoekbeeld:
    """Return one research and log the look. Raises NietGevonden, also for another's."""
    gevonden = (
        zichtbare_onderzoeken(wie).select_related("hulpvraag__kind__gemeente", "hulpvraag__gemeente")
        .prefetch_related("antwoorden").filter(pk=onderzoek_id).first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Dit onderzoek is er niet.")
    kind = gevonden.hulpvraag.kind
    leg_inzage_vast(wie, [kind.pk], scherm="onderzoek", soort="onderzoek", onderwerp_id=gevonden.pk)
    teksten = {antwoord.vraag: antwoord.tekst for antwoord in gevonden.antwoorden.all()}
    domeinen = tuple(
        (domein, tuple(Vraagbeeld(vraag, teksten.get(vraag.code, "")) for vraag in domein.vragen))
        for domein in gekozen(gevonden.domeinen)
    )
    mag = gevonden.afgerond_op is None and mag_onderzoeken(wie, gevonden.hulpvraag_id)
    return Onderzoekbeeld(gevonden, kind, domeinen, mag)


def helpende_aanbieders(kinderen: Collection[Kind]) -> list[Organisatie]:
    """Return the providers that help a child of the plan now: the only ones an action can be given to."""
    return sorted({t.aanbieder for t in lopende_toewijzingen(kinderen, vandaag())}, key=lambda o: o.naam)


def contact_van(kind_ids: Collection[UUID]) -> Rolhouder | None:
    """Return the contact person of the family."""
    return (
        Rolhouder.objects.op(vandaag())
        .filter(hulpvraag__kind__in=kind_ids, hulpvraag__afgesloten_op__isnull=True, rol=Casusrol.CONTACT)
        .select_related("gebruiker", "organisatie").order_by("-van").first()
    )  # fmt: skip


def collegas(beeld: Planbeeld) -> list[Gebruiker]:
    """Return who can be the contact person: people of the access, as long as a question is open."""
    vraag = Hulpvraag.objects.filter(kind__in=[k.pk for k in beeld.kinderen], afgesloten_op__isnull=True).first()
    return medewerkers(vraag) if vraag else []


def open_plan(kind: Kind) -> Plan | None:
    """Return the open plan this child is on: a family has one."""
    op = Plankind.objects.filter(kind=kind, tot__isnull=True).select_related("plan").first()
    return op.plan if op else None


def broers_en_zussen(wie: Wie, kinderen: Collection[Kind]) -> list[Kind]:
    """Return the other children of the family that this person may see. One query."""
    gezinnen = {kind.gezin_id for kind in kinderen if kind.gezin_id}
    if not gezinnen:
        return []
    ander = leesbare_kinderen(wie).filter(gezin__in=gezinnen).exclude(pk__in=[kind.pk for kind in kinderen])
    return list(ander.order_by("-geboortedatum"))


def _versies(plan_: Plan) -> QuerySet[Planversie]:
    acties = Prefetch("acties", Planactie.objects.select_related("organisatie"))
    return plan_.versies.select_related("vastgesteld_door").prefetch_related(
        Prefetch("doelen", Plandoel.objects.prefetch_related(acties)), "evaluaties", "betrokkenen"
    )


def _termijnen(plan_ids: Collection[UUID]) -> Mapping[UUID, date]:
    lopend = Klok.objects.filter(onderwerp_soort="plan", onderwerp_id__in=plan_ids, staat=Klok.Staat.LOOPT)
    return {klok.onderwerp_id: klok.einde for klok in lopend.order_by("-einde")}


def _rij(plan_: Any, termijnen: Mapping[UUID, date]) -> Planrij:
    kinderen = [rij.kind for rij in plan_.kinderen.all()]
    stand = stand_van(plan_, plan_.eerste is not None)
    uiterlijk = termijnen.get(plan_.pk) or (plan_.gezin_klaar_op if stand.startswith("gezin") else None)
    return Planrij(plan_, ", ".join(naam(k) for k in kinderen), stand, uiterlijk)
