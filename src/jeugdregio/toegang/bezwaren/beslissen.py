"""Deciding on an objection: heard or not, advised or not, by somebody who did not take the decision, under mandate."""

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.document import Document, naar_pdf
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten.gebruik import oefen_uit
from jeugdregio.bestuur.mandaten.queries import eis_bevoegd, mag_beslissen_op_bezwaar, mag_wie
from jeugdregio.organisaties.models import Gebruiker, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.bezwaren import beurten
from jeugdregio.toegang.bezwaren.brief import brief
from jeugdregio.toegang.bezwaren.models import Beslissing, Bezwaar
from jeugdregio.toegang.bezwaren.ontvangen import ONDERWERP, klok_van, log, neem, rondes
from jeugdregio.toegang.bezwaren.permissions import eis_betrokken, eis_jurist
from jeugdregio.toegang.termijnen.actions import start_klok, stop_klokken
from recht import besluit as recht_besluit
from recht.bezwaar import beroepstermijn

HANDELING = "bezwaar"
ONDERTEKENAARS = (Rol.JURIST, Rol.TEAMLEIDER, Rol.WETHOUDER)
BEROEP_REGEL = "awb-beroepstermijn"


@dataclass(frozen=True, kw_only=True)
class Besluittekst:
    """What is decided and why, as the signer writes it."""

    uitkomst: str
    motivering: str
    voorschrift: str
    rechtbank: str
    afwijkt_van_advies: str = ""


def wat_ontbreekt(bezwaar: Bezwaar) -> list[str]:
    """Return what must still be done before anybody may decide: the judgment on lateness, hearing, report, advice."""
    if bezwaar.staat == Bezwaar.Staat.TE_LAAT:
        return ["het oordeel of het te late bezwaar toch mag (Awb 6:11)"]
    zitting = next((z for z in bezwaar.zittingen.all() if z.gehouden), None)
    uitkomst = recht_besluit.op_bezwaar(
        zitting.op if zitting else None, bezwaar.afzien_reden if bezwaar.afzien else "",
        verslag=bool(zitting and zitting.verslag),
    )  # fmt: skip
    ontbreekt = list(uitkomst.ontbreekt)
    if bezwaar.commissie and not bezwaar.advies_op:
        ontbreekt.append("het advies van de commissie (Awb 7:13)")
    return ontbreekt


def waarom_niet_tekenen(wie: Wie, bezwaar: Bezwaar) -> str:
    """Return why this person may not sign this decision; empty when nothing stands in the way but mandate."""
    tekenaar = bezwaar.beschikking.ondertekend_door
    if wie.gebruiker is None or not wie.heeft(*ONDERTEKENAARS):
        return "Een beslissing op bezwaar tekent een jurist, teamleider of wethouder van de gemeente."
    if tekenaar is not None:
        uitkomst = mag_beslissen_op_bezwaar(wie.gebruiker, tekenaar)
        if uitkomst.waarde != "mag":
            return uitkomst.stappen[0].tekst
    return ""


@transaction.atomic
def beslis(wie: Wie, bezwaar_id: UUID, tekst: Besluittekst, *, versie: int) -> Beslissing:
    """Sign the decision on an objection. It has effect when it is sent (`verzend`).

    Raises Geweigerd when something of `wat_ontbreekt` is open, for an outcome that does not fit, without reasons, when
    this person took the decision objected to (Awb 10:3 lid 3), or without a chain of mandate; Conflict.
    """
    eis_betrokken(wie)
    bezwaar = neem(wie, bezwaar_id, versie)
    if bezwaar.staat not in {Bezwaar.Staat.LOOPT, Bezwaar.Staat.TE_LAAT}:
        raise Geweigerd("Op dit bezwaar is al beslist, of het is ingetrokken.")
    mag_niet = waarom_niet_tekenen(wie, bezwaar)
    if mag_niet or wie.gebruiker is None:
        raise Geweigerd(mag_niet, grondslag="Awb 10:3 lid 3")
    if ontbreekt := wat_ontbreekt(bezwaar):
        raise Geweigerd(f"Beslissen kan nog niet. Er ontbreekt: {'; '.join(ontbreekt)}.", grondslag="Awb 7:2 en 7:7")
    _eis_tekst(bezwaar, tekst)
    functie = _functie(wie, bezwaar)
    oefen_uit(
        wie.organisatie, HANDELING, bezwaar.gemeente, functie=functie, soort=ONDERWERP, onderwerp_id=bezwaar.pk
    )  # fmt: skip
    beslissing = Beslissing.objects.create(
        bezwaar=bezwaar, uitkomst=tekst.uitkomst, motivering=tekst.motivering.strip(),
        voorschrift=tekst.voorschrift.strip()[:200], afwijkt_van_advies=tekst.afwijkt_van_advies.strip(),
        rechtbank=tekst.rechtbank.strip()[:100], namens=_namens(wie.gebruiker, functie, bezwaar),
        ondertekend_door=wie.gebruiker, beslist_op=vandaag(), op_tijd=vandaag() <= klok_van(bezwaar).einde,
    )  # fmt: skip
    bezwaar.staat = Bezwaar.Staat.GETEKEND
    bezwaar.save(update_fields=["staat"])
    beurten.open_verzenden(bezwaar, klok_van(bezwaar).einde)
    log(wie, bezwaar, "beslist", {"uitkomst": beslissing.uitkomst})
    return beslissing


@transaction.atomic
def verzend(wie: Wie, bezwaar_id: UUID, *, versie: int) -> Beslissing:
    """Send the signed decision today: the letter is fixed and the term for appeal starts (Awb 7:12)."""
    eis_jurist(wie)
    bezwaar = neem(wie, bezwaar_id, versie)
    if bezwaar.staat != Bezwaar.Staat.GETEKEND:
        raise Geweigerd("Er is geen getekende beslissing om te verzenden.", grondslag="Awb 7:12 lid 2")
    beslissing = bezwaar.beslissing
    pdf = naar_pdf(brief_van(bezwaar, vandaag()))
    beslissing.pdf, beslissing.sha256 = pdf, hashlib.sha256(pdf).hexdigest()
    beslissing.verzonden_op, beslissing.beroep_tot = vandaag(), beroepstermijn(vandaag()).datum
    beslissing.save(update_fields=["pdf", "sha256", "verzonden_op", "beroep_tot"])
    bezwaar.staat = Bezwaar.Staat.VERZONDEN
    bezwaar.save(update_fields=["staat"])
    stop_klokken(wie, (ONDERWERP, bezwaar.pk), vandaag(), f"beslissing op bezwaar {bezwaar.kenmerk} verzonden")
    start_klok(
        wie, BEROEP_REGEL, bezwaar.kind, vandaag(), hulpvraag=bezwaar.hulpvraag, onderwerp=(ONDERWERP, bezwaar.pk),
        kenmerk=bezwaar.kenmerk, pad=f"/bezwaren/{bezwaar.pk}/",
    )  # fmt: skip
    beurten.doe(bezwaar, "verzenden")
    beurten.laat_alles_vervallen(bezwaar, rondes(bezwaar))
    if beslissing.uitkomst in {Beslissing.Uitkomst.GEGROND, Beslissing.Uitkomst.DEELS}:
        beurten.open_uitvoeren(bezwaar, f"Het bezwaar is {beslissing.get_uitkomst_display().lower()}.")
    log(wie, bezwaar, "verzonden", {"uitkomst": beslissing.uitkomst})
    return beslissing


@transaction.atomic
def voer_uit(wie: Wie, bezwaar_id: UUID, *, versie: int) -> Bezwaar:
    """Record that the new decision after a well-founded objection is there: the turn of the access is done."""
    bezwaar = neem(wie, bezwaar_id, versie)
    if bezwaar.staat != Bezwaar.Staat.VERZONDEN:
        raise Geweigerd("Er is nog niet op het bezwaar beslist.")
    beurten.doe(bezwaar, "uitvoeren")
    log(wie, bezwaar, "uitgevoerd")
    return bezwaar


def brief_van(bezwaar: Bezwaar, op: date) -> Document:
    """Return the letter as it would go out on a day. Raises NietGevonden before there is a decision."""
    beslissing = Beslissing.objects.filter(bezwaar=bezwaar).first()
    tot = beroepstermijn(op).datum
    if beslissing is None or tot is None:
        raise NietGevonden("Er is nog geen beslissing op dit bezwaar.")
    return brief(bezwaar, beslissing, op, tot)


def _eis_tekst(bezwaar: Bezwaar, tekst: Besluittekst) -> None:
    fouten = {}
    if tekst.uitkomst not in Beslissing.Uitkomst.values:
        fouten["uitkomst"] = "Kies wat je beslist."
    elif bezwaar.verschoonbaar is False and tekst.uitkomst != Beslissing.Uitkomst.NIET_ONTVANKELIJK:
        fouten["uitkomst"] = "Het bezwaar is te laat en dat is niet verschoonbaar: kies niet-ontvankelijk (Awb 6:11)."
    if not tekst.motivering.strip():
        fouten["motivering"] = "Leg in gewone taal uit waarom (Awb 7:12 lid 1)."
    if not tekst.voorschrift.strip():
        fouten["voorschrift"] = "Noem het artikel waarop de beslissing rust (Awb 3:47 lid 2)."
    if not tekst.rechtbank.strip():
        fouten["rechtbank"] = "Noem de rechtbank waar beroep kan (Awb 3:45 lid 2)."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Awb 7:12", velden=fouten)


def _functie(wie: Wie, bezwaar: Bezwaar) -> str:
    """Return the role in which this person has the mandate. Raises Geweigerd with what is missing."""
    for rol in ONDERTEKENAARS:
        if wie.heeft(rol) and mag_wie(wie, HANDELING, bezwaar.gemeente, vandaag(), rollen=[rol]).mag:
            return rol
    eis_bevoegd(mag_wie(wie, HANDELING, bezwaar.gemeente, vandaag(), rollen=ONDERTEKENAARS))
    raise Geweigerd("Niemand gaf je de bevoegdheid om op bezwaar te beslissen.", grondslag="Awb 10:1")


def _namens(mens: Gebruiker, functie: str, bezwaar: Bezwaar) -> str:
    rol = Rol(functie).label.lower()
    return f"Namens het college van burgemeester en wethouders van {bezwaar.gemeente}, {mens.naam}, {rol}"
