"""What an agreed version sets going: the turns of professionals, and what is shared with a provider for it."""

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import laat_vervallen, rond_af, verzet
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.plannen import beurten
from jeugdregio.toegang.plannen.models import Evaluatie, Plan, Planactie, Planversie
from jeugdregio.toegang.toestemming.actions import NieuweDeling, leg_deling_vast
from jeugdregio.toegang.toestemming.herzien import lopende_toewijzingen
from jeugdregio.toegang.toestemming.models import Deling, Ontvanger


def laat_ingaan(wie: Wie, plan: Plan, nieuw: Planversie) -> None:
    """Open, move and let lapse the turns, so that they are those of the new version; share what a provider needs."""
    vorige = plan.versies.filter(vastgesteld_op__isnull=False).first()
    kinderen = [rij.kind for rij in plan.kinderen.filter(tot__isnull=True).select_related("kind__gemeente")]
    acties, oud = _acties(nieuw), _acties(vorige)
    toewijzingen = _toewijzingen(kinderen)
    open_acties = [actie for actie in acties.values() if actie.gedaan_op is None]
    _toets_aanbieders(open_acties, toewijzingen)
    for lijn, actie in acties.items():
        if lijn not in oud:
            _deel(wie, actie, toewijzingen)
    beurten.open_acties(plan, kinderen[0], open_acties, toewijzingen)
    for actie in open_acties:
        verzet(beurten.sleutel_actie(actie), actie.uiterlijk, ["Zo afgesproken in het plan."])
    momenten, eerder = _evaluaties(nieuw), _evaluaties(vorige)
    beurten.open_evaluaties(plan, kinderen[0], [e for e in momenten.values() if e.gehouden_op is None])
    laat_vervallen(
        *(beurten.sleutel_actie(a) for lijn, a in oud.items() if lijn not in acties),
        *(beurten.sleutel_evaluatie(e) for lijn, e in eerder.items() if lijn not in momenten),
    )
    rond_af(*(beurten.sleutel_actie(a) for a in acties.values() if a.gedaan_op is not None))


def _acties(versie: Planversie | None) -> dict[object, Planactie]:
    if versie is None:
        return {}
    return {a.lijn: a for a in Planactie.objects.filter(doel__planversie=versie).select_related("organisatie")}


def _evaluaties(versie: Planversie | None) -> dict[object, Evaluatie]:
    return {} if versie is None else {e.lijn: e for e in versie.evaluaties.all()}


def _toewijzingen(kinderen: list[Kind]) -> dict[object, Toewijzing]:
    """The running assignment per provider: that is what makes it a direct co-worker."""
    return {t.aanbieder_id: t for t in lopende_toewijzingen(kinderen, vandaag())}


def _toets_aanbieders(acties: list[Planactie], toewijzingen: dict[object, Toewijzing]) -> None:
    vreemd = {a.organisatie.naam for a in acties if a.organisatie and a.organisatie_id not in toewijzingen}
    if vreemd:
        raise Geweigerd(
            f"{' en '.join(sorted(vreemd))} helpt nog geen kind van dit plan. Wijs eerst hulp toe, of laat iemand "
            "anders deze actie doen: zonder grond gaat er niets naar een aanbieder.",
            grondslag="Jeugdwet 7.3.11 lid 2 onder a",
        )


def _deel(wie: Wie, actie: Planactie, toewijzingen: dict[object, Toewijzing]) -> None:
    if actie.organisatie is None or actie.gedaan_op is not None:
        return
    leg_deling_vast(
        wie, toewijzingen[actie.organisatie_id].kind_id,
        NieuweDeling(
            ontvanger=Ontvanger.AANBIEDER, aan=actie.organisatie.naam, organisatie=actie.organisatie,
            wat="Een actie uit het gezinsplan", doel="Deze actie uitvoeren", grond=Deling.Grond.BETROKKEN,
            reden="voert deze actie uit binnen de hulp die is toegewezen",
        ),
    )  # fmt: skip
