"""Decisions on help in every state and of every kind, made by the real acts with the clock on their own days."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from jeugdregio.afspraken.models import Norm, Rang
from jeugdregio.basis import klok
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.demo.besluitzaken import ZAKEN, Zaak
from jeugdregio.demo.bevolking import verjaardag
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.mensen import BEWAARD, bsns_testreeks
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.verteller import BRP, Verteller
from jeugdregio.demo.zorgaanbod import PER_CODE
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen import actions
from jeugdregio.toegang.beschikkingen.models import Beschikking, Vorm
from jeugdregio.toegang.beschikkingen.verzenden import ontvangers
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Gezagsdrager, Kind
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.toestemming.actions import Uitleg, Voor, leg_toestemming_vast

MEEBESLISSEN, ZELF = 12, 16
# The last of the numbers kept free for stories; the tellers of those begin at the other end.
BSNS = bsns_testreeks()[BEWAARD - len(ZAKEN) : BEWAARD]
STAPPEN = ("concept", "tweede_blik", "te_tekenen", "getekend", "verzonden", "geregeld")


def laad_besluiten(register: Register, vandaag: date) -> None:
    """Let each municipality decide as it does: who reads a second time, who is registered, and their cases."""
    v = Verteller(register, vandaag)
    for gemeente in register.gemeenten:
        _registraties(v, gemeente)
    _afspraken(v)
    for zaak, bsn in zip(ZAKEN, BSNS, strict=True):
        _vertel(v, zaak, bsn)


def _registraties(v: Verteller, gemeente: Organisatie) -> None:
    leider = v.wie(gemeente, Rol.TEAMLEIDER)
    with klok.op(moment(v.terug(400), 9)):
        for nummer, rol in enumerate((Rol.TOEGANG, Rol.TEAMLEIDER), 1):
            mens = v.wie(gemeente, rol).gebruiker
            assert mens is not None  # noqa: S101  made by this demonstration
            actions.registreer(
                leider, mens.pk, register="skj", nummer=f"1000{gemeente.code}{nummer}", van=v.terug(900),
                tot=v.vandaag + timedelta(days=900),
            )  # fmt: skip


def _afspraken(v: Verteller) -> None:
    lelystad, almere = v.register.op_sleutel["lelystad"], v.register.op_sleutel["almere"]
    with klok.op(moment(v.terug(350), 9)):
        actions.spreek_af(v.wie(lelystad, Rol.TEAMLEIDER), soort="natura", vanaf_centen=500_000, van=v.terug(350),
                          bron="Werkafspraak toegang (fictief)")  # fmt: skip
        actions.spreek_af(v.wie(almere, Rol.TEAMLEIDER), soort="pgb", vanaf_centen=None, van=v.terug(350),
                          bron="Werkafspraak budgetten (fictief)")  # fmt: skip
    Norm.objects.create(
        vraag="beschikking_na_verwijzing", antwoord="nee, toewijzen is genoeg", waarde="nee", rang=Rang.HANDELINGSKADER,
        bron="Regionale werkafspraak toegang", plaats="fictief, voor de demonstratie", van=v.terug(600),
    )  # fmt: skip


def _vertel(v: Verteller, zaak: Zaak, bsn: str) -> None:
    gemeente = v.register.op_sleutel[zaak.plaats]
    wie, op = v.wie(gemeente, Rol.TOEGANG), v.terug(zaak.dagen)
    with klok.op(moment(op, 10)):
        kind = _kind(v, gemeente, zaak, bsn)
        vraag = open_hulpvraag(wie, kind.pk, "eigen", op, vraag=zaak.vraag)
        _toestemming(wie, vraag, zaak, op)
    besluitdag = op + timedelta(days=14)
    with klok.op(moment(besluitdag, 11)):
        b = _concept(v, wie, vraag, zaak)
    b = _door(v, wie, b, zaak.stap, besluitdag)
    if zaak.daarna:
        _daarna(v, wie, b, zaak)


def _kind(v: Verteller, gemeente: Organisatie, zaak: Zaak, bsn: str) -> Kind:
    voornaam, achternaam, geslacht = zaak.naam
    geboren = verjaardag(v.vandaag, -zaak.leeftijd) - timedelta(days=60)
    kind = Kind.objects.create(
        kenmerk=kenmerk("K"), bsn=bsn, bsn_zoek=zoeksleutel(bsn), geboortedatum=geboren, geslacht=geslacht,
        achternaam=achternaam, voornamen=voornaam, voorletters=voornaam[0], gemeente=gemeente,
        woonplaats_sinds=geboren, woonplaats_bron=BRP, plaatsnaam=gemeente.naam,
    )  # fmt: skip
    for nummer, (naam, relatie) in enumerate((("Marit", "moeder"), ("Joost", "vader")), 1):
        Gezagsdrager.objects.create(kind=kind, naam=f"{naam} {achternaam}", relatie=relatie, nummer=nummer)
    return kind


def _toestemming(wie: Wie, vraag: Hulpvraag, zaak: Zaak, op: date) -> None:
    dragers: list[UUID | None] = list(vraag.kind.gezagsdragers.values_list("pk", flat=True))
    wie_stemt = [*dragers[: 1 if zaak.een_ouder else None], *([None] if zaak.leeftijd >= MEEBESLISSEN else [])]
    uitleg = Uitleg(tekst="Welke hulp er is, hoe lang, en wat er dan van het gezin wordt gevraagd.", op=op)
    for drager in wie_stemt if zaak.leeftijd < ZELF else [None]:
        leg_toestemming_vast(wie, vraag.kind_id, drager, "ja", op, voor=Voor(hulpvraag_id=vraag.pk), uitleg=uitleg)


def _concept(v: Verteller, wie: Wie, vraag: Hulpvraag, zaak: Zaak) -> Beschikking:
    b = actions.begin(wie, vraag.pk, zaak.soort)
    woorden = {
        "motivering": zaak.motivering, "behoeften": "Vaste gezichten en hulp die aansluit bij school.",
        "geloof_cultuur": "Het gezin heeft geen bijzondere wensen.",
        "keuze": "Het gezin kreeg uitleg over de aanbieders en over een persoonsgebonden budget.", **zaak.extra,
    }  # fmt: skip
    b = actions.schrijf(wie, b.pk, woorden, versie=b.versie)
    if zaak.soort == "pgb":
        _budget(wie, b, zaak)
    elif zaak.soort != "weigering":
        _natura(v, wie, b, zaak)
    if zaak.soort in ("weigering", "gedeeltelijk"):
        hulp = _hulp(zaak, toegekend=False, product="45A04", reden="Dit is niet nodig, want andere hulp past beter.")
        actions.zet_regel(wie, b.pk, hulp, versie=_versie(b))
    return b


def _hulp(zaak: Zaak, **anders: object) -> actions.Hulpregel:
    code, volume, frequentie = zaak.hulp
    begin = klok.vandaag() + timedelta(days=10)
    velden = {"product": code, "ingangsdatum": begin, "einddatum": begin + timedelta(days=364), "volume": volume,
              "frequentie": frequentie} | anders  # fmt: skip
    return actions.Hulpregel(**velden)  # type: ignore[arg-type]


def _natura(v: Verteller, wie: Wie, b: Beschikking, zaak: Zaak) -> None:
    regel = actions.zet_regel(wie, b.pk, _hulp(zaak), versie=_versie(b))
    if not zaak.aanbieder:
        return
    keuze = actions.Keuze(
        aanbieder_id=v.register.op_code[zaak.aanbieder].pk, reden=zaak.keuze_reden, voorkeur=zaak.voorkeur,
        zonder_contract_reden="Het gezin kent deze aanbieder en een andere kan niet.",
    )  # fmt: skip
    actions.kies_aanbieder(wie, b.pk, regel.pk, keuze, versie=_versie(b))


def _budget(wie: Wie, b: Beschikking, zaak: Zaak) -> None:
    natura = PER_CODE[zaak.hulp[0]].centen * zaak.hulp[1] * 12
    actions.zet_regel(wie, b.pk, _hulp(zaak, vorm=Vorm.PGB, pgb_centen=natura * 9 // 10), versie=_versie(b))
    toets = {
        "kan_het_aan": True, "kan_uitleg": "Moeder doet al jaren de administratie, haar broer kijkt mee.",
        "past_niet": True, "past_uitleg": "Nieuwe begeleiders leiden bij Lina tot paniek.",
        "kwaliteit": True, "kwaliteit_uitleg": "De begeleider is geregistreerd en heeft een VOG.",
        "natura_centen": natura, "gevraagd_centen": natura * 9 // 10,
    }  # fmt: skip
    actions.zet_pgb_toets(wie, b.pk, toets, versie=_versie(b))


def _door(v: Verteller, wie: Wie, b: Beschikking, stap: str, dag: date) -> Beschikking:
    """Take a draft as far as its story goes."""
    leider, ver = v.wie(b.gemeente, Rol.TEAMLEIDER), STAPPEN.index(stap)
    if ver == 0:
        return b
    with klok.op(moment(dag, 14)):
        b = actions.bied_aan(wie, b.pk, versie=_versie(b))
        if b.staat == "tweede_blik" and ver > 1:
            b = actions.keur_goed(leider, b.pk, versie=b.versie)
    with klok.op(moment(dag + timedelta(days=1), 9)):
        if ver > 2:
            b = actions.teken(wie, b.pk, versie=b.versie)
        if ver > 3:
            wijzen = {o.sleutel: "post" for o in ontvangers(b) if o.moet}
            b = actions.verzend(wie, b.pk, wijzen, versie=b.versie)
        if stap == "geregeld":
            for regel in b.regels.all():
                actions.voer_uit(wie, b.pk, regel.pk)
    return b


def _daarna(v: Verteller, wie: Wie, eerste: Beschikking, zaak: Zaak) -> None:
    """The next decision on the same help, a few weeks ago."""
    assert zaak.daarna is not None  # noqa: S101  the caller looked
    soort, stap, motivering = zaak.daarna
    dag = v.terug(20)
    over = eerste.regels.get().uitvoering.toewijzing
    assert over is not None and over.einddatum is not None  # noqa: S101, PT018  made just now
    eind = over.einddatum + timedelta(days=182) if soort == "voortzetting" else v.vandaag + timedelta(days=12)
    with klok.op(moment(dag, 10)):
        b = actions.begin(wie, eerste.hulpvraag_id, soort, vervangt_id=eerste.pk)
        woorden = {"motivering": motivering, "behoeften": "Rust.", "geloof_cultuur": "Geen wensen.",
                   "keuze": "Besproken met het gezin.", "voorschrift": "Jeugdwet 2.3 lid 1"}  # fmt: skip
        b = actions.schrijf(wie, b.pk, woorden, versie=b.versie)
        hulp = actions.Hulpregel(product=over.code, ingangsdatum=over.ingangsdatum, einddatum=eind, over_id=over.pk)
        if soort == "wijziging":
            hulp = replace(hulp, einddatum=over.einddatum, ingangsdatum=v.vandaag, volume=8, frequentie=over.frequentie)
        actions.zet_regel(wie, b.pk, hulp, versie=_versie(b))
    _door(v, wie, b, stap, dag)


def _versie(b: Beschikking) -> int:
    return Beschikking.objects.values_list("versie", flat=True).get(pk=b.pk)
