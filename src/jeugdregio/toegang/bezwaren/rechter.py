"""At the court: what was asked, papers and reply, what the judge said, and what must follow."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.bezwaren.models import Beroep, Bezwaar
from jeugdregio.toegang.bezwaren.permissions import bezwaar_van, eis_betrokken, eis_jurist, zichtbare_bezwaren
from jeugdregio.toegang.termijnen.actions import start_klok, stop_klokken

ONDERWERP = "beroep"
_S, _U = Beroep.Soort, Beroep.Uitspraak
VOORZIENING = (_U.TOEGEWEZEN, _U.AFGEWEZEN, _U.NIET_ONTVANKELIJK, _U.INGETROKKEN)


@transaction.atomic
def registreer_beroep(
    wie: Wie, bezwaar_id: UUID, *, soort: str, rechtbank: str, zaaknummer: str, ingesteld_op: date | None
) -> Beroep:
    """Register a case at the court. Raises Geweigerd for what is missing, impossible or too early."""
    eis_jurist(wie)
    bezwaar = bezwaar_van(wie, bezwaar_id)
    fouten = {}
    if soort not in _S.values:
        fouten["soort"] = "Kies wat de rechter is gevraagd."
    if not rechtbank.strip():
        fouten["rechtbank"] = "Vul in welke rechtbank."
    if not zaaknummer.strip():
        fouten["zaaknummer"] = "Neem het zaaknummer over uit de brief van de rechtbank."
    elif Beroep.objects.filter(gemeente=bezwaar.gemeente, zaaknummer=zaaknummer.strip()[:40]).exists():
        fouten["zaaknummer"] = "Dit zaaknummer is er al."
    if ingesteld_op is None or not bezwaar.ontvangen_op <= ingesteld_op <= vandaag():
        fouten["ingesteld_op"] = "Kies de dag waarop het is ingesteld, na de ontvangst van het bezwaar."
    if soort == _S.BEROEP and bezwaar.staat != Bezwaar.Staat.VERZONDEN:
        fouten["soort"] = "Er is nog niet op het bezwaar beslist: kies een andere soort."
    if fouten or ingesteld_op is None:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Awb 8:1", velden=fouten)
    beroep = Beroep.objects.create(
        bezwaar=bezwaar, kind=bezwaar.kind, gemeente=bezwaar.gemeente, soort=soort, rechtbank=rechtbank.strip()[:100],
        zaaknummer=zaaknummer.strip()[:40], ingesteld_op=ingesteld_op,
    )  # fmt: skip
    _log(wie, beroep, "geregistreerd", soort)
    return beroep


@transaction.atomic
def ontvang_gronden(wie: Wie, beroep_id: UUID, verzonden_op: date | None, *, versie: int) -> Beroep:
    """Record the day on which the court sent the grounds: file and reply are due in four weeks (Awb 8:42)."""
    eis_jurist(wie)
    beroep = _neem(wie, beroep_id, versie)
    if beroep.uitspraak or beroep.gronden_verzonden_op:
        raise Geweigerd("De gronden zijn er al, of er is al uitspraak.", grondslag="Awb 8:42 lid 1")
    if verzonden_op is None or not beroep.ingesteld_op <= verzonden_op <= vandaag():
        fout = "Kies de dag van de brief van de rechtbank, na de dag waarop beroep is ingesteld."
        raise Geweigerd(fout, velden={"verzonden_op": fout})
    beroep.gronden_verzonden_op = verzonden_op
    beroep.save(update_fields=["gronden_verzonden_op"])
    _klok(wie, beroep, "awb-verweer", verzonden_op)
    _log(wie, beroep, "gronden_ontvangen")
    return beroep


@transaction.atomic
def stuur_verweer(wie: Wie, beroep_id: UUID, *, versie: int) -> Beroep:
    """Record that file and reply went to the court today."""
    eis_jurist(wie)
    beroep = _neem(wie, beroep_id, versie)
    if beroep.verweer_op or not beroep.gronden_verzonden_op:
        raise Geweigerd("Het verweer is al verstuurd, of de gronden zijn er nog niet.", grondslag="Awb 8:42 lid 1")
    beroep.verweer_op = vandaag()
    beroep.save(update_fields=["verweer_op"])
    stop_klokken(wie, (ONDERWERP, beroep.pk), vandaag(), "verweer verstuurd", regels=["awb-verweer"])
    _log(wie, beroep, "verweer_gestuurd")
    return beroep


@transaction.atomic
def leg_uitspraak_vast(
    wie: Wie, beroep_id: UUID, *, uitspraak: str, op: date | None, tekst: str, weken: int | None, versie: int
) -> Beroep:  # fmt: skip
    """Record what the judge said and when it was sent; an order to decide anew starts its own term and turn.

    Raises Geweigerd for an outcome that does not fit what was asked, without its heart in words, or a day before the
    case began; Conflict.
    """
    eis_jurist(wie)
    beroep = _neem(wie, beroep_id, versie)
    if beroep.uitspraak:
        raise Geweigerd("De uitspraak is al vastgelegd.", grondslag="Awb 8:66")
    fouten = _fouten(beroep, uitspraak, op, tekst, weken)
    if fouten or op is None:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Awb 8:70 en 8:72", velden=fouten)
    beroep.uitspraak, beroep.uitspraak_op, beroep.uitspraak_tekst = uitspraak, op, tekst.strip()
    beroep.nieuw_besluit_weken = weken if uitspraak == _U.NIEUW_BESLUIT else None
    beroep.save(update_fields=["uitspraak", "uitspraak_op", "uitspraak_tekst", "nieuw_besluit_weken"])
    stop_klokken(wie, (ONDERWERP, beroep.pk), op, "uitspraak", vervallen=True)
    if uitspraak == _U.NIEUW_BESLUIT:
        _klok(wie, beroep, "awb-opdracht-rechter", op, lengte=weken)
    if beroep.soort in {_S.BEROEP, _S.NIET_TIJDIG} and uitspraak != _U.INGETROKKEN:
        _klok(wie, beroep, "awb-hoger-beroep", op)
    _log(wie, beroep, "uitspraak", uitspraak)
    return beroep


@transaction.atomic
def neem_nieuw_besluit(wie: Wie, beroep_id: UUID, op: date | None, *, versie: int) -> Beroep:
    """Record that the new decision which the judge ordered is there: the term stops."""
    eis_betrokken(wie)
    beroep = _neem(wie, beroep_id, versie)
    gewezen = beroep.uitspraak_op
    if beroep.uitspraak != _U.NIEUW_BESLUIT or beroep.nieuw_besluit_op or gewezen is None:
        raise Geweigerd("De rechter vroeg hier geen nieuw besluit, of het is er al.", grondslag="Awb 8:72 lid 4")
    if op is None or not gewezen <= op <= vandaag():
        fout = "Kies de dag waarop het nieuwe besluit is verzonden, na de uitspraak."
        raise Geweigerd(fout, velden={"op": fout})
    beroep.nieuw_besluit_op = op
    beroep.save(update_fields=["nieuw_besluit_op"])
    stop_klokken(wie, (ONDERWERP, beroep.pk), op, "nieuw besluit verzonden", regels=["awb-opdracht-rechter"])
    _log(wie, beroep, "nieuw_besluit")
    return beroep


def passende_uitspraken(beroep: Beroep) -> list[tuple[str, str]]:
    """Return the outcomes that fit what the court was asked."""
    voorziening = beroep.soort == _S.VOORZIENING
    return [(u.value, u.label) for u in _U if (u in VOORZIENING) == voorziening or u in VOORZIENING[2:]]


def _fouten(beroep: Beroep, uitspraak: str, op: date | None, tekst: str, weken: int | None) -> dict[str, str]:
    fouten = {}
    if uitspraak not in dict(passende_uitspraken(beroep)):
        fouten["uitspraak"] = "Kies een uitspraak die past bij wat de rechter is gevraagd."
    if uitspraak == _U.NIEUW_BESLUIT and not weken:
        fouten["weken"] = "Neem over binnen hoeveel weken er een nieuw besluit moet zijn."
    if op is None or not beroep.ingesteld_op <= op <= vandaag():
        fouten["op"] = "Kies de dag waarop de uitspraak is verzonden, na het begin van de zaak."
    if not tekst.strip():
        fouten["tekst"] = "Schrijf de kern van de uitspraak op, in gewone taal."
    return fouten


def _klok(wie: Wie, beroep: Beroep, regel: str, begin: date, **invoer: object) -> None:
    start_klok(
        wie, regel, beroep.kind, begin, hulpvraag=beroep.bezwaar.hulpvraag, onderwerp=(ONDERWERP, beroep.pk),
        invoer=invoer, kenmerk=beroep.zaaknummer, pad=f"/bezwaren/{beroep.bezwaar_id}/",
    )  # fmt: skip


def beroep_van(wie: Wie, beroep_id: UUID) -> Beroep:
    """Return a case at the court this person may act on. Raises GeenRecht, NietGevonden."""
    eis_betrokken(wie)
    gevonden = Beroep.objects.filter(bezwaar__in=zichtbare_bezwaren(wie), pk=beroep_id)
    beroep = gevonden.select_related("bezwaar__hulpvraag", "kind__gemeente", "gemeente").first()
    if beroep is None:
        raise NietGevonden("Deze zaak is er niet.")
    return beroep


def _neem(wie: Wie, beroep_id: UUID, versie: int) -> Beroep:
    beroep = beroep_van(wie, beroep_id)
    if not Beroep.objects.filter(pk=beroep.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Een collega heeft deze zaak net gewijzigd. Bekijk haar opnieuw; je invoer staat er nog.")
    return beroep


def _log(wie: Wie, beroep: Beroep, daad: str, wat: str = "") -> None:
    leg_vast(
        wie, f"beroep.{daad}", kind_id=beroep.kind_id, soort=ONDERWERP, onderwerp_id=beroep.pk,
        gegevens={"wat": wat} if wat else {},
    )  # fmt: skip
