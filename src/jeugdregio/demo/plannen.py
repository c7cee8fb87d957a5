"""Families in every state of consent, research and plan, in several municipalities; all by the real acts."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from jeugdregio.basis import klok
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.demo.bevolking import verjaardag
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.verhalen import DE_BRUG
from jeugdregio.demo.verteller import BRP, UITGELEGD, Verteller
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang import actions as toegang
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Gezagsdrager, Gezin, Kind, Toewijzing
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.plannen import actions as plannen
from jeugdregio.toegang.plannen.catalogus import vragen
from jeugdregio.toegang.plannen.models import Onderzoek, Plan
from jeugdregio.toegang.toestemming import actions as toestemming
from jeugdregio.toegang.toestemming.models import Doel, ZonderToestemming

AANBOD = "Het gezin mag eerst zelf een plan maken, met familie, vrienden en buren. Wij helpen daarbij als dat nodig is."
SKJ = "100012345"


@dataclass
class Huis:
    """A family of the demonstration: its child, its question, and who works for it."""

    v: Verteller
    gemeente: Organisatie
    kind: Kind
    vraag: Hulpvraag
    begin: date
    ouders: list[Gezagsdrager] = field(default_factory=list)

    @property
    def wie(self) -> Wie:
        """The worker of access."""
        return self.v.wie(self.gemeente, Rol.TOEGANG)

    def zegt(self, wie: Gezagsdrager | None, antwoord: str = "ja", na: int = 2) -> None:
        """Somebody answers, so many days after the question."""
        op = self.begin + timedelta(days=na)
        with klok.op(moment(op, 11)):
            toestemming.leg_toestemming_vast(
                self.wie, self.kind.pk, wie.pk if wie else None, antwoord, op,
                voor=toestemming.Voor(hulpvraag_id=self.vraag.pk), uitleg=toestemming.Uitleg(tekst=UITGELEGD, op=op),
            )  # fmt: skip

    def wijs_toe(self, na: int = 5) -> Toewijzing:
        """Assign help directly."""
        begin = self.begin + timedelta(days=na)
        with klok.op(moment(begin, 14)):
            return toegang.wijs_rechtstreeks_toe(
                self.wie, self.kind.pk,
                toegang.Hulp(
                    aanbieder_id=self.v.register.op_code[DE_BRUG].pk, code="45A04", ingangsdatum=begin,
                    einddatum=begin + timedelta(days=250), volume=8, eenheid="04", frequentie="4",
                ),
                zonder_contract_reden="Het gezin kent deze aanbieder van eerdere hulp.",
            )  # fmt: skip


def laad_plannen(register: Register, vandaag: date) -> None:
    """Tell the families: consent first, then research and plans."""
    v = Verteller(register, vandaag)
    for vertel in (_ontbreekt, _ingetrokken, _blijft_willen, _bijna_zestien, _kan_het_niet_afwegen, _gedeeld):
        vertel(v)
    for vertel in (_net_aangeboden, _gezin_maakt_zelf, _aan_het_schrijven, _plan_loopt, _afgesloten):
        vertel(v)


def _huis(v: Verteller, plaats: str, wie: tuple[str, str], geboren: date, dagen: int) -> Huis:
    """A family with two parents, whose question came in so many days ago."""
    gemeente, begin = v.register.op_sleutel[plaats], v.terug(dagen)
    naam, geslacht = wie
    voornaam, _, achternaam = naam.partition(" ")
    bsn = next(nummer for nummer in iter(v.bsn, "") if not Kind.objects.filter(bsn_zoek=zoeksleutel(nummer)).exists())
    kind = Kind.objects.create(
        kenmerk=kenmerk("K"), bsn=bsn, bsn_zoek=zoeksleutel(bsn), geboortedatum=geboren, geslacht=geslacht,
        achternaam=achternaam, voornamen=voornaam, voorletters=voornaam[0], gemeente=gemeente,
        gezin=Gezin.objects.create(kenmerk=kenmerk("G"), gemeente=gemeente), woonplaats_sinds=geboren,
        woonplaats_bron=BRP,
        postcode="1399XX", huisnummer=int(v.nummer("H")[1:]) % 200 + 1, plaatsnaam=gemeente.naam,
    )  # fmt: skip
    ouders = [
        Gezagsdrager.objects.create(kind=kind, naam=f"{ouder} {achternaam}", relatie=relatie)
        for ouder, relatie in (("Kim", "moeder"), ("Rob", "vader"))
    ]
    with klok.op(moment(begin, 9)):
        vraag = open_hulpvraag(v.wie(gemeente, Rol.TOEGANG), kind.pk, "eigen", begin, vraag="Het gaat thuis niet goed.")
    return Huis(v, gemeente, kind, vraag, begin, ouders)


def _jaren(v: Verteller, jaren: int, dagen: int = 100) -> date:
    return verjaardag(v.vandaag, -jaren) - timedelta(days=dagen)


def _ontbreekt(v: Verteller) -> None:
    """One of divorced parents has not answered yet."""
    huis = _huis(v, "lelystad", ("Sem Kramer", "1"), _jaren(v, 8), 9)
    huis.zegt(huis.ouders[0])


def _ingetrokken(v: Verteller) -> None:
    """A parent took its yes back while the help runs: somebody talks today."""
    huis = _huis(v, "almere", ("Lina Bos", "2"), _jaren(v, 9), 60)
    for ouder in huis.ouders:
        huis.zegt(ouder)
    huis.wijs_toe()
    ja = huis.ouders[1].toestemmingen.get()
    with klok.op(moment(v.terug(1), 16)):
        toestemming.trek_toestemming_in(huis.wie, ja.pk, v.terug(1))


def _blijft_willen(v: Verteller) -> None:
    """The parents refuse, the child of thirteen goes on wanting it (7.3.4 lid 2)."""
    huis = _huis(v, "dronten", ("Amir Haddad", "1"), _jaren(v, 13), 20)
    for ouder in huis.ouders:
        huis.zegt(ouder, "nee")
    huis.zegt(None, na=9)
    with klok.op(moment(huis.begin + timedelta(days=9), 15)):
        toestemming.wijk_af(
            huis.wie, huis.kind.pk, ZonderToestemming.WELOVERWOGEN,
            "Amir weet wat de hulp inhoudt, noemt zelf voor- en nadelen en blijft het willen. Besproken met de "
            "gedragswetenschapper.", hulpvraag_id=huis.vraag.pk,
        )  # fmt: skip


def _bijna_zestien(v: Verteller) -> None:
    """Within weeks she decides alone; the day's work of the demonstration opens the turn."""
    geboren = verjaardag(v.vandaag + timedelta(days=21), -16)
    huis = _huis(v, "noordoostpolder", ("Fenna Dijk", "2"), geboren, 90)
    huis.zegt(huis.ouders[0])
    huis.zegt(huis.ouders[1])
    huis.zegt(None)
    huis.wijs_toe()


def _kan_het_niet_afwegen(v: Verteller) -> None:
    """A youth of seventeen who cannot weigh it: the parents decide (7.3.15 lid 2)."""
    huis = _huis(v, "lelystad", ("Joost Hofman", "1"), _jaren(v, 17), 15)
    with klok.op(moment(huis.begin + timedelta(days=1), 10)):
        toestemming.leg_wilsoordeel_vast(
            huis.wie, huis.kind.pk, "Hij begrijpt de gevolgen van deze keuze niet, ook niet met uitleg in beeld.",
            "R. de Boer, orthopedagoog-generalist, BIG 19012345678",
        )  # fmt: skip
    for ouder in huis.ouders:
        huis.zegt(ouder)


def _gedeeld(v: Verteller) -> None:
    """Consent to share with the school, and the share."""
    huis = _huis(v, "urk", ("Marit Post", "2"), _jaren(v, 10), 30)
    op = huis.begin + timedelta(days=3)
    school = "Basisschool De Vuurvogel"
    with klok.op(moment(op, 13)):
        for ouder in huis.ouders:
            toestemming.leg_toestemming_vast(
                huis.wie, huis.kind.pk, ouder.pk, "ja", op,
                voor=toestemming.Voor(doel=Doel.DELEN, met_wie=school, wat="Dat er hulp is, en wie je kunt bellen"),
                uitleg=toestemming.Uitleg(tekst="Wat de school hoort en wat niet.", op=op),
            )  # fmt: skip
        toestemming.leg_deling_vast(
            huis.wie, huis.kind.pk,
            toestemming.NieuweDeling(
                ontvanger="school", aan=school, wat="Dat er hulp is, en wie je kunt bellen",
                doel="Afstemmen in de klas", grond="toestemming", hulpvraag_id=huis.vraag.pk,
            ),
        )  # fmt: skip
    for ouder in huis.ouders:
        huis.zegt(ouder)


def _net_aangeboden(v: Verteller) -> None:
    """The family thinks about a plan of its own; the research has just begun."""
    huis = _huis(v, "almere", ("Noah Willems", "1"), _jaren(v, 11), 6)
    _plan(huis, 1)
    with klok.op(moment(huis.begin + timedelta(days=2), 10)):
        onderzoek = plannen.begin_onderzoek(huis.wie, huis.vraag.pk, ["school", "gezin"])
        plannen.bewaar_antwoorden(
            huis.wie, onderzoek.pk, {"hulpvraag": "Veel ruzie over school en gamen."}, versie=onderzoek.versie
        )


def _gezin_maakt_zelf(v: Verteller) -> None:
    """The family makes its plan with its network; the report of the research is with the family."""
    huis = _huis(v, "dronten", ("Elin Postma", "2"), _jaren(v, 7), 25)
    plan = _plan(huis, 2)
    with klok.op(moment(huis.begin + timedelta(days=5), 10)):
        plannen.gezin_maakt_plan(
            huis.wie, plan.pk, huis.begin + timedelta(days=5), "Wij gaan met oma en de buren om tafel.",
            v.vandaag + timedelta(days=9), versie=plan.versie,
        )  # fmt: skip
    onderzoek = _onderzocht(huis, 12)
    with klok.op(moment(v.terug(5), 15)):
        plannen.leg_voor(huis.wie, onderzoek.pk, versie=onderzoek.versie)


def _aan_het_schrijven(v: Verteller) -> None:
    """No own plan: the six weeks run, the version is being written. The family did not agree with the report."""
    huis = _huis(v, "lelystad", ("Tess Molenaar", "2"), _jaren(v, 12), 40)
    for wie in (None, *huis.ouders):
        huis.zegt(wie)
    plan = _plan(huis, 1)
    with klok.op(moment(v.terug(24), 10)):
        plannen.zie_af(huis.wie, plan.pk, v.terug(24), "gezin", "Liever samen met jullie.", versie=plan.versie)
    _reageert(huis, _onderzocht(huis, 10))
    with klok.op(moment(v.terug(3), 10)):
        plannen.begin_versie(huis.wie, plan.pk, versie=_versie(plan))
        doel = plannen.voeg_doel_toe(
            huis.wie, plan.pk, "Ik wil weer zonder buikpijn naar school.", "jeugdige", versie=_versie(plan)
        )
        plannen.voeg_actie_toe(
            huis.wie, plan.pk, doel.pk, wat="Elke week een kwartier praten op school", eigenaar="netwerk",
            door="mentor", uiterlijk=v.vandaag + timedelta(days=30), versie=_versie(plan),
        )  # fmt: skip


def _plan_loopt(v: Verteller) -> None:
    """An agreed plan in its second version, with an action that is late and one of the provider."""
    huis = _huis(v, "urk", ("Daan Visser", "1"), _jaren(v, 9), 120)
    for ouder in huis.ouders:
        huis.zegt(ouder)
    toewijzing = huis.wijs_toe(20)
    plan = _plan(huis, 2)
    with klok.op(moment(huis.begin + timedelta(days=8), 10)):
        plannen.zie_af(
            huis.wie, plan.pk, huis.begin + timedelta(days=8), "gezin", "Wij doen het graag samen.", versie=plan.versie
        )
    with klok.op(moment(huis.begin + timedelta(days=30), 10)):
        plannen.begin_versie(huis.wie, plan.pk, versie=_versie(plan))
        doel = plannen.voeg_doel_toe(huis.wie, plan.pk, "Weer zonder ruzie aan tafel.", versie=_versie(plan))
        for wat, eigenaar, door, dagen in (
            ("Elke avond samen eten", "ouders", "moeder en vader", 40), ("Ouders bellen hoe het gaat", "toegang",
             "contactpersoon", 85), ("Acht gesprekken thuis", "aanbieder", "gezinsbegeleider", 150),
        ):  # fmt: skip
            plannen.voeg_actie_toe(
                huis.wie, plan.pk, doel.pk, wat=wat, eigenaar=eigenaar, door=door, versie=_versie(plan),
                organisatie=toewijzing.aanbieder if eigenaar == "aanbieder" else None,
                uiterlijk=huis.begin + timedelta(days=30 + dagen),
            )  # fmt: skip
        plannen.noem_betrokkene(huis.wie, plan.pk, "Oma Visser", "past op woensdag op", versie=_versie(plan))
        _stel_vast(huis, plan, v.vandaag + timedelta(days=12))
        plannen.wijs_contact_aan(
            huis.wie, plan.pk, huis.gemeente, gebruiker=huis.wie.gebruiker, telefoon="0527-123456",
            versie=_versie(plan),
        )  # fmt: skip
    with klok.op(moment(v.terug(20), 10)):
        plannen.begin_versie(huis.wie, plan.pk, versie=_versie(plan))
        plannen.voeg_doel_toe(huis.wie, plan.pk, "Daan slaapt weer door.", "ouders", versie=_versie(plan))
        tweede = plan.versies.get(nummer=2).doelen.get(volgorde=2)
        plannen.voeg_actie_toe(
            huis.wie, plan.pk, tweede.pk, wat="Vaste bedtijd proberen", eigenaar="ouders", door="vader",
            uiterlijk=v.vandaag + timedelta(days=20), versie=_versie(plan),
        )  # fmt: skip
        _stel_vast(huis, plan)


def _afgesloten(v: Verteller) -> None:
    """The family made its own plan, and manages: closed."""
    huis = _huis(v, "noordoostpolder", ("Isa Haan", "2"), _jaren(v, 6), 150)
    plan = _plan(huis, 3)
    with klok.op(moment(huis.begin + timedelta(days=10), 10)):
        dag = huis.begin + timedelta(days=10)
        plannen.gezin_maakt_plan(
            huis.wie, plan.pk, dag, "Dat doen we zelf.", dag + timedelta(days=14), versie=plan.versie
        )
        plannen.begin_versie(huis.wie, plan.pk, versie=_versie(plan))
        plannen.schrijf_verhaal(
            huis.wie, plan.pk, verhaal="Tante haalt Isa op dinsdag op.\n\nWij praten elke zondag.", versie=_versie(plan)
        )
        plannen.plan_evaluatie(huis.wie, plan.pk, dag + timedelta(days=60), versie=_versie(plan))
        plannen.stel_vast(huis.wie, plan.pk, versie=_versie(plan))
    with klok.op(moment(v.terug(30), 10)):
        plannen.sluit_plan(huis.wie, plan.pk, "Het gezin redt zich weer.", versie=_versie(plan))


def _plan(huis: Huis, na: int) -> Plan:
    op = huis.begin + timedelta(days=na)
    with klok.op(moment(op, 10)):
        return plannen.bied_plan_aan(huis.wie, [huis.kind.pk], op, AANBOD)


def _versie(plan: Plan) -> int:
    return Plan.objects.values_list("versie", flat=True).get(pk=plan.pk)


def _stel_vast(huis: Huis, plan: Plan, terugkijken: date | None = None) -> None:
    plannen.schrijf_verhaal(
        huis.wie, plan.pk, verhaal="", eens_ouders="Dit zijn onze eigen woorden.", eens_jeugdige="Prima.",
        versie=_versie(plan),
    )  # fmt: skip
    if terugkijken:
        plannen.plan_evaluatie(huis.wie, plan.pk, terugkijken, versie=_versie(plan))
    plannen.stel_vast(huis.wie, plan.pk, versie=_versie(plan))


_ANTWOORDEN = {
    "hulpvraag": "Veel buikpijn en niet naar school willen.", "wens_jeugdige": "“Ik wil dat het ophoudt in mijn buik.”",
    "wens_ouders": "“Wij willen weten wat er is, en rust thuis.”", "eigen_kracht": "Oma vangt op, de buren rijden mee.",
    "lokaal": "De schoolmaatschappelijk werker praat elke week met haar.", "veiligheid": "Veilig, geen zorgen.",
    "geloof_cultuur": "Geen bijzonderheden.", "keuze": "Twee aanbieders besproken; het gezin koos dichtbij.",
}  # fmt: skip


def _onderzocht(huis: Huis, na: int) -> Onderzoek:
    with klok.op(moment(huis.begin + timedelta(days=na), 10)):
        onderzoek = plannen.begin_onderzoek(huis.wie, huis.vraag.pk, ["school"])
        antwoorden = {code: _ANTWOORDEN.get(code, "Zie het gesprek.") for code in vragen(["school"])}
        return plannen.bewaar_antwoorden(huis.wie, onderzoek.pk, antwoorden, versie=onderzoek.versie)


def _reageert(huis: Huis, onderzoek: Onderzoek) -> None:
    v = huis.v
    with klok.op(moment(v.terug(20), 10)):
        onderzoek = plannen.leg_voor(huis.wie, onderzoek.pk, versie=onderzoek.versie)
    with klok.op(moment(v.terug(15), 10)):
        onderzoek = plannen.leg_reactie_vast(
            huis.wie, onderzoek.pk, f"{huis.ouders[0].naam}, moeder", "Het klopt, maar over het pesten mist er veel.",
            v.terug(15), versie=onderzoek.versie,
        )  # fmt: skip
        naam = huis.wie.gebruiker.naam if huis.wie.gebruiker else "Toegang"
        plannen.rond_onderzoek_af(huis.wie, onderzoek.pk, naam, "skj", SKJ, versie=onderzoek.versie)
