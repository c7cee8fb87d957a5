"""Contract management in the demonstration: a talk tomorrow, an action that is late, a ceiling almost reached.

The purchase of 2027 is from the sources (help is bought from 2027, and goes as planned); its lots, days and results are
made up, as is the second purchase.
"""

from datetime import date, timedelta

from django.db.models import Sum

from jeugdregio.basis import klok
from jeugdregio.demo.laden_basis import Register
from jeugdregio.financien.models import Declaratie
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap import contractdaden
from jeugdregio.zorglandschap.gesprekken import actiedaden, actions, beurten
from jeugdregio.zorglandschap.gesprekken.actions import NieuwGesprek
from jeugdregio.zorglandschap.gesprekken.kwartaal import Kwartaal, kwartaal_van
from jeugdregio.zorglandschap.gesprekken.models import Gesprek
from jeugdregio.zorglandschap.inkoop import actions as inkoop
from jeugdregio.zorglandschap.inkoop.models import Fase
from jeugdregio.zorglandschap.models import Contract

_DAG = timedelta(days=1)


def laad_contractbeheer(register: Register, vandaag: date) -> None:
    """Tell the talks and the purchases by the real acts, each on its own day."""
    wie = _wie(register.op_sleutel["regio"], Rol.CONTRACT)
    _plafond_bijna_vol(wie, register, vandaag)
    kwartaal = kwartaal_van(vandaag).vorige
    _morgen(wie, register, vandaag, kwartaal)
    _te_laat(wie, register, vandaag, kwartaal)
    _nog_te_doen(wie, register, vandaag, kwartaal)
    _eigen_gesprek(register, vandaag, kwartaal)
    beurten.bij_de_tijd(vandaag)
    _inkoop_2027(wie, vandaag)
    _inkoop_later(wie, vandaag)


def _wie(organisatie: Organisatie, rol: str) -> Wie:
    mens = organisatie.aanstellingen.filter(rol=rol).select_related("gebruiker")[0].gebruiker
    return Wie(organisatie, frozenset({rol}), mens)


def _plafond_bijna_vol(wie: Wie, register: Register, vandaag: date) -> None:
    """De Brug is at 93 percent of what may be spent this year, whatever the scale."""
    brug = register.op_sleutel["debrug"]
    dit_jaar = Declaratie.objects.filter(aanbieder=brug, begindatum__year=vandaag.year)
    besteed = dit_jaar.aggregate(som=Sum("toegekend"))["som"] or 0
    contract = Contract.objects.get(nummer="R2025-debrug")
    contractdaden.zet_plafond(
        wie, contract.pk, jaar=vandaag.year, gemeente_id=None, centen=max(100_000, besteed * 100 // 93),
        besluit="Regionaal besluit over de contracten vanaf 2025", versie=contract.versie,
    )  # fmt: skip


def _plan(wie: Wie, aanbieder: Organisatie, kwartaal: Kwartaal, op: date, gepland_op: date, *, waar: str) -> Gesprek:
    with klok.op(gepland_op):
        return actions.plan(wie, NieuwGesprek(aanbieder_id=aanbieder.pk, kwartaal=kwartaal, op=op, waar=waar))


def _houd(wie: Wie, gesprek: Gesprek, op: date, verslag: str) -> None:
    with klok.op(op):
        gesprek.refresh_from_db()
        actions.houd(
            wie, gesprek.pk, versie=gesprek.versie, gehouden_op=op, verslag=verslag, afspraken={},
            aanwezig="contractmanager regio, manager zorg en controller van de aanbieder",
        )  # fmt: skip


def _morgen(wie: Wie, register: Register, vandaag: date, kwartaal: Kwartaal) -> None:
    """De Brug: last quarter held with two actions (one late), the next one tomorrow with its agenda made."""
    brug = register.op_sleutel["debrug"]
    vorig = _plan(
        wie, brug, kwartaal.vorige, kwartaal.van + 40 * _DAG, kwartaal.van + 10 * _DAG, waar="Kantoor Lelystad",
    )  # fmt: skip
    _houd(
        wie, vorig, kwartaal.van + 40 * _DAG,
        "De instroom groeit sneller dan de teams. We willen eerder weten waar het knelt, en de starts tijdig gemeld.",
    )  # fmt: skip
    with klok.op(kwartaal.van + 40 * _DAG):
        actiedaden.spreek_af(
            wie, vorig.pk, wat="Maak een plan om de wachttijd voor ambulante behandeling te verkorten",
            eigenaar_id=brug.pk, uiterlijk=vandaag - 9 * _DAG,
        )  # fmt: skip
        gedaan = actiedaden.spreek_af(
            wie, vorig.pk, wat="Zoek uit waarom starts laat worden gemeld", eigenaar_id=brug.pk,
            uiterlijk=vandaag - 30 * _DAG,
        )  # fmt: skip
        actiedaden.spreek_af(
            wie, vorig.pk, wat="Leg de tariefvraag over reistijd voor aan de gemeenten",
            eigenaar_id=wie.organisatie_id, uiterlijk=vandaag + 12 * _DAG,
        )  # fmt: skip
    van_brug = _wie(brug, Rol.AANBIEDER)
    with klok.op(vandaag - 33 * _DAG):
        actiedaden.rond_actie_af(
            van_brug, gedaan.pk, gedaan=True,
            resultaat="Twee teams meldden pas na het eerste gesprek. Dat gaat nu op de dag van de start.",
        )  # fmt: skip
    morgen = _plan(wie, brug, kwartaal, vandaag + _DAG, vandaag - 20 * _DAG, waar="Kantoor Lelystad")
    with klok.op(vandaag - 6 * _DAG):
        actions.bereid_voor(wie, morgen.pk, versie=1)
    with klok.op(vandaag - 2 * _DAG):
        actions.breng_in(
            van_brug, morgen.pk, versie=2, onderwerp="Personeel in Noordoostpolder",
            vraag="Kunnen we samen met de andere aanbieders een team vormen?",
        )  # fmt: skip


def _te_laat(wie: Wie, register: Register, vandaag: date, kwartaal: Kwartaal) -> None:
    """Het Anker: the talk should have been last week and was not written down; that with De Kade was."""
    _plan(wie, register.op_sleutel["hetanker"], kwartaal, vandaag - 5 * _DAG, vandaag - 25 * _DAG, waar="Almere")
    kade = _plan(wie, register.op_sleutel["dekade"], kwartaal, vandaag - 8 * _DAG, vandaag - 26 * _DAG, waar="Lelystad")
    with klok.op(vandaag - 20 * _DAG):
        actions.bereid_voor(wie, kade.pk, versie=1)
    _houd(wie, kade, vandaag - 8 * _DAG, "De groepen zitten vol. Er komen twee plekken in gezinshuizen bij.")
    with klok.op(vandaag - 8 * _DAG):
        actiedaden.spreek_af(
            wie, kade.pk, wat="Stuur het rooster van de nieuwe plekken", uiterlijk=vandaag + 20 * _DAG,
            eigenaar_id=register.op_sleutel["dekade"].pk,
        )  # fmt: skip


def _nog_te_doen(wie: Wie, register: Register, vandaag: date, kwartaal: Kwartaal) -> None:
    """Two that are planned and must still be prepared, and one that was moved and then dropped."""
    _plan(wie, register.op_sleutel["dekreek"], kwartaal, vandaag + 10 * _DAG, vandaag - 12 * _DAG, waar="Online")
    nest = _plan(wie, register.op_sleutel["hetnest"], kwartaal, vandaag + 4 * _DAG, vandaag - 18 * _DAG, waar="Almere")
    with klok.op(vandaag - 3 * _DAG):
        actions.verzet(wie, nest.pk, versie=1, op=vandaag + 16 * _DAG, waar="Almere", reden="Manager is ziek.")
    licht = _plan(
        wie, register.op_sleutel["zuiderlicht"], kwartaal, vandaag + 6 * _DAG, vandaag - 9 * _DAG, waar="Online"
    )
    with klok.op(vandaag - 1 * _DAG):
        actions.laat_vervallen(wie, licht.pk, versie=1, reden="Samen met het gesprek over het einde van het contract.")


def _eigen_gesprek(register: Register, vandaag: date, kwartaal: Kwartaal) -> None:
    """Lelystad talks with De Brug about its own children as well."""
    lelystad = _wie(register.op_sleutel["lelystad"], Rol.CONTRACT)
    _plan(lelystad, register.op_sleutel["debrug"], kwartaal, vandaag + 8 * _DAG, vandaag - 5 * _DAG, waar="Stadhuis")


def _inkoop_2027(wie: Wie, vandaag: date) -> None:
    """The purchase from 2027: one lot ready to begin, one in its last phase, one that lost weeks to a lawsuit."""
    start = max(date(2027, 1, 1), vandaag + 30 * _DAG)
    with klok.op(start - 430 * _DAG):
        traject = inkoop.begin(wie, inkoop.NieuwTraject(
            naam="Jeugdhulp vanaf 2027", start=start,
            grondslag="Regiovisie en strategisch inkoopplan; raadsbrief: de aanbesteding vanaf 2027 volgens planning",
            kavels=[("Verblijf en crisis", "regionaal"), ("Specialistische jeugd-ggz", "regionaal"),
                    ("JeugdzorgPlus", "bovenregionaal")],
        ))  # fmt: skip
    voortgang = {1: ("contract", 0), 2: ("alcatel", 45), 3: ("implementatie", 0)}
    for kavel in traject.kavels.all():
        laatste, later = voortgang[kavel.nummer]
        _tot_en_met(wie, list(kavel.fasen.all()), laatste, later, vandaag)


def _tot_en_met(wie: Wie, fasen: list[Fase], laatste: str, later: int, vandaag: date) -> None:
    for fase in fasen:
        klaar_op = min(fase.eind + (later if fase.code == laatste else 0) * _DAG, vandaag)
        with klok.op(klaar_op):
            resultaat = _UITSTEL if klaar_op > fase.eind else _RESULTAAT[fase.code]
            inkoop.rond_fase_af(wie, fase.pk, klaar_op=klaar_op, resultaat=resultaat)
        if fase.code == laatste:
            return


_UITSTEL = "Een aanbieder begon een kort geding. Na overleg is het ingetrokken."
_RESULTAAT = {
    "plan": "Vastgesteld door de vijf colleges.",
    "markt": "Veertien aanbieders dachten mee. Het verslag staat in het dossier.",
    "tarief": "Opbouw per product getoetst aan de kostprijselementen.",
    "stukken": "Leidraad, contract en kwaliteitseisen klaar.",
    "publicatie": "Vragen beantwoord, inschrijvingen ontvangen.",
    "gunning": "Gunningsbeslissing verzonden.",
    "alcatel": "Geen kort geding.",
    "contract": "Alle contracten getekend volgens het mandaatregister.",
    "implementatie": "Berichtenverkeer getest, overgang per kind geregeld.",
}


def _inkoop_later(wie: Wie, vandaag: date) -> None:
    """One that begins with less time than agreed, with its reason."""
    start = date(vandaag.year + 1, vandaag.month, 1) - 30 * _DAG
    with klok.op(vandaag - 15 * _DAG):
        traject = inkoop.begin(wie, inkoop.NieuwTraject(
            naam="Dagbehandeling opnieuw", start=start, grondslag="Besluit regionaal overleg (voorbeeld)",
            kavels=[("Dagbehandeling", "lokaal")],
            reden_kort="Een aanbieder stopt. De fasen voor plan en tarieven zijn al in de vorige inkoop gedaan.",
        ))  # fmt: skip
        for fase in Fase.objects.filter(kavel__traject=traject, code__in=("plan", "tarief")).order_by("volgorde"):
            inkoop.rond_fase_af(wie, fase.pk, klaar_op=klok.vandaag(), resultaat="Overgenomen uit de inkoop van 2027.")
