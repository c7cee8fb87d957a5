"""An objection comes in: in time or late, acknowledged, and when late judged by a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import Handelende, leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen.models import Beschikking
from jeugdregio.toegang.bezwaren import beurten
from jeugdregio.toegang.bezwaren.models import Bezwaar, Kanaal
from jeugdregio.toegang.bezwaren.permissions import besluiten_voor_bezwaar, bezwaar_van, eis_betrokken, eis_jurist
from jeugdregio.toegang.models import Gezagsdrager
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.termijnen.actions import loopt_er, pas_invoer_aan, start_klok, stop_klokken
from jeugdregio.toegang.termijnen.models import Klok
from recht import Uitkomst
from recht.bezwaar import bezwaar_op_tijd
from recht.datum import datum_kort

REGEL = "awb-beslissing-op-bezwaar"
ONDERWERP = "bezwaar"


@dataclass(frozen=True, kw_only=True)
class Binnengekomen:
    """What came in. Without `gezagsdrager_id` and `indiener` it is the child's own objection."""

    kanaal: str
    ontvangen_op: date | None
    gronden: str = ""
    gepost_op: date | None = None
    gezagsdrager_id: UUID | None = None
    indiener: str = ""
    laat_reden: str = ""


def voorspel(beschikking: Beschikking, ontvangen_op: date | None, gepost_op: date | None = None) -> Uitkomst:
    """Return whether an objection that came in on a day is in time, with the post rule. Raises Geweigerd."""
    bekend, ontvangen = _dagen(beschikking, ontvangen_op, gepost_op)
    return bezwaar_op_tijd(bekend, ontvangen, gepost_op)


def _dagen(beschikking: Beschikking, ontvangen_op: date | None, gepost_op: date | None) -> tuple[date, date]:
    """Return the day of announcement and of receipt, when these days can be."""
    bekend = beschikking.verzonden_op
    if bekend is None:
        raise Geweigerd("Dit besluit is nog niet verzonden. Bezwaar kan pas daarna.", grondslag="Awb 6:8 lid 1")
    if ontvangen_op is None or not bekend <= ontvangen_op <= vandaag():
        fout = f"Kies een dag van {datum_kort(bekend)}, toen het besluit is verzonden, tot en met vandaag."
        raise Geweigerd(fout, velden={"ontvangen_op": fout})
    if gepost_op is not None and not bekend <= gepost_op <= ontvangen_op:
        fout = "De poststempel ligt tussen het besluit en de ontvangst."
        raise Geweigerd(fout, velden={"gepost_op": fout})
    return bekend, ontvangen_op


def ontvang_bezwaar(wie: Wie, beschikking_id: UUID, binnen: Binnengekomen) -> Bezwaar:
    """Register an objection that came in at the municipality. Raises GeenRecht, NietGevonden, Geweigerd."""
    eis_betrokken(wie)
    beschikking = (
        besluiten_voor_bezwaar(wie).select_related("kind__gemeente", "gemeente", "hulpvraag")
        .filter(pk=beschikking_id).first()
    )  # fmt: skip
    if beschikking is None:
        raise NietGevonden("Dit besluit is er niet, of het is nog niet verzonden.")
    return registreer_bezwaar(wie, beschikking, binnen)


@transaction.atomic
def registreer_bezwaar(wie: Handelende, beschikking: Beschikking, binnen: Binnengekomen) -> Bezwaar:
    """Register an objection, start the decision term and open the turns. The caller checked the right.

    The family page calls this for whoever has authority, or the child itself. Raises Geweigerd for impossible days,
    a channel that does not exist, somebody else's parent, or when this person's objection runs already.
    """
    bekend, ontvangen = _dagen(beschikking, binnen.ontvangen_op, binnen.gepost_op)
    oordeel = bezwaar_op_tijd(bekend, ontvangen, binnen.gepost_op)
    if binnen.kanaal not in Kanaal.values:
        raise Geweigerd("Kies hoe het bezwaar binnenkwam.", velden={"kanaal": "Kies hoe het bezwaar binnenkwam."})
    ouder = _ouder(beschikking, binnen)
    _eis_een(beschikking, ouder, binnen.indiener)
    op_tijd = oordeel.waarde == "op tijd"
    bezwaar = Bezwaar.objects.create(
        kenmerk=kenmerk("BZ"), beschikking=beschikking, kind=beschikking.kind, gemeente=beschikking.gemeente,
        hulpvraag=beschikking.hulpvraag, gezagsdrager=ouder, indiener=binnen.indiener.strip()[:200],
        kanaal=binnen.kanaal, ontvangen_op=ontvangen, gepost_op=binnen.gepost_op,
        gronden=binnen.gronden.strip(), laat_reden=binnen.laat_reden.strip(), op_tijd=op_tijd,
        staat=Bezwaar.Staat.LOOPT if op_tijd else Bezwaar.Staat.TE_LAAT,
        op_tijd_uitleg=[stap.tekst for stap in oordeel.stappen],
    )  # fmt: skip
    start_klok(
        wie, REGEL, bezwaar.kind, bekend, hulpvraag=bezwaar.hulpvraag,
        onderwerp=(ONDERWERP, bezwaar.pk), kenmerk=bezwaar.kenmerk, pad=f"/bezwaren/{bezwaar.pk}/",
    )  # fmt: skip
    beurten.open_bij_ontvangst(bezwaar)
    log(wie, bezwaar, "ontvangen", {"kanaal": bezwaar.kanaal, "op_tijd": op_tijd})
    return bezwaar


@transaction.atomic
def bevestig(wie: Wie, bezwaar_id: UUID, *, commissie: bool, versie: int) -> Bezwaar:
    """Record that the acknowledgement went out today (Awb 6:14), and whether it says that a committee advises.

    Only what the objector was told counts: then twelve weeks hold (Awb 7:10 lid 1; ABRvS 2016:2233).
    """
    eis_jurist(wie)
    bezwaar = neem(wie, bezwaar_id, versie)
    _eis_open(bezwaar)
    if bezwaar.bevestigd_op:
        raise Geweigerd(f"De ontvangst is al bevestigd op {datum_kort(bezwaar.bevestigd_op)}.")
    bezwaar.bevestigd_op, bezwaar.commissie = vandaag(), commissie
    bezwaar.commissie_gemeld_op = vandaag() if commissie else None
    bezwaar.behandelaar = bezwaar.behandelaar or wie.gebruiker
    bezwaar.save(update_fields=["bevestigd_op", "commissie", "commissie_gemeld_op", "behandelaar"])
    if commissie:
        pas_invoer_aan(wie, klok_van(bezwaar), {"commissie": True, "commissie_gemeld": True})
    beurten.doe(bezwaar, "bevestigen")
    log(wie, bezwaar, "bevestigd", {"commissie": commissie})
    return bezwaar


@transaction.atomic
def beoordeel_te_laat(wie: Wie, bezwaar_id: UUID, *, verschoonbaar: bool | None, reden: str, versie: int) -> Bezwaar:
    """Judge, as a person, whether a late objection may be dealt with all the same (Awb 6:11), with reasons."""
    eis_jurist(wie)
    bezwaar = neem(wie, bezwaar_id, versie)
    if bezwaar.staat != Bezwaar.Staat.TE_LAAT:
        raise Geweigerd("Dit bezwaar is op tijd, of hierover is al beslist.", grondslag="Awb 6:11")
    fouten = {}
    if verschoonbaar is None:
        fouten["verschoonbaar"] = "Kies of het bezwaar toch mag."
    if not reden.strip():
        fouten["reden"] = "Schrijf op waarom. Dit komt in de beslissing."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Awb 6:11", velden=fouten)
    bezwaar.verschoonbaar, bezwaar.verschoonbaar_reden = verschoonbaar, reden.strip()
    bezwaar.verschoonbaar_door, bezwaar.staat = wie.gebruiker, Bezwaar.Staat.LOOPT
    bezwaar.save(update_fields=["verschoonbaar", "verschoonbaar_reden", "verschoonbaar_door", "staat"])
    beurten.doe(bezwaar, "te_laat")
    if verschoonbaar:
        beurten.open_dossier(bezwaar)
    log(wie, bezwaar, "te_laat_beoordeeld", {"verschoonbaar": verschoonbaar})
    return bezwaar


@transaction.atomic
def lever_dossier(wie: Wie, bezwaar_id: UUID, *, versie: int) -> Bezwaar:
    """Record that the access gave the file of the case to the lawyer today."""
    bezwaar = neem(wie, bezwaar_id, versie)
    _eis_open(bezwaar)
    if bezwaar.dossier_op:
        raise Geweigerd(f"Het dossier is al geleverd op {datum_kort(bezwaar.dossier_op)}.")
    bezwaar.dossier_op, bezwaar.dossier_van = vandaag(), wie.gebruiker
    bezwaar.save(update_fields=["dossier_op", "dossier_van"])
    beurten.doe(bezwaar, "dossier")
    log(wie, bezwaar, "dossier_geleverd")
    return bezwaar


@transaction.atomic
def trek_in(wie: Wie, bezwaar_id: UUID, op: date | None, *, versie: int) -> Bezwaar:
    """Record that the objector withdrew the objection in writing (Awb 6:21): the term lapses."""
    eis_jurist(wie)
    bezwaar = neem(wie, bezwaar_id, versie)
    _eis_open(bezwaar)
    if bezwaar.staat == Bezwaar.Staat.GETEKEND:
        raise Geweigerd("Er is al beslist. Verzend de beslissing.", grondslag="Awb 6:21")
    if op is None or not bezwaar.ontvangen_op <= op <= vandaag():
        fout = "Kies de dag waarop de intrekking binnenkwam, na de ontvangst van het bezwaar."
        raise Geweigerd(fout, grondslag="Awb 6:21", velden={"op": fout})
    bezwaar.staat, bezwaar.ingetrokken_op = Bezwaar.Staat.INGETROKKEN, op
    bezwaar.save(update_fields=["staat", "ingetrokken_op"])
    stop_klokken(wie, (ONDERWERP, bezwaar.pk), op, "bezwaar ingetrokken", vervallen=True)
    beurten.laat_alles_vervallen(bezwaar, rondes(bezwaar))
    log(wie, bezwaar, "ingetrokken")
    return bezwaar


def neem(wie: Wie, bezwaar_id: UUID, versie: int) -> Bezwaar:
    """Take an objection for a change, in the caller's transaction: of two people the first wins.

    Raises GeenRecht, NietGevonden; Conflict when it changed since `versie`.
    """
    bezwaar = bezwaar_van(wie, bezwaar_id)
    if not Bezwaar.objects.filter(pk=bezwaar.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Een collega heeft dit bezwaar net gewijzigd. Bekijk het opnieuw; je invoer staat er nog.")
    bezwaar.versie = versie + 1
    return bezwaar


def klok_van(bezwaar: Bezwaar) -> Klok:
    """Return the running decision term. Raises Geweigerd when it stopped."""
    klok = loopt_er(REGEL, (ONDERWERP, bezwaar.pk))
    if klok is None:
        raise Geweigerd("De beslistermijn van dit bezwaar loopt niet meer.")
    return klok


def rondes(bezwaar: Bezwaar) -> list[str]:
    """Return the suffixes of the turns of its hearings."""
    return [f":{zitting.pk}" for zitting in bezwaar.zittingen.all()]


def log(wie: Handelende, bezwaar: Bezwaar, daad: str, gegevens: Mapping[str, object] | None = None) -> None:
    """Log an act on an objection."""
    leg_vast(
        wie, f"bezwaar.{daad}", kind_id=bezwaar.kind_id, soort=ONDERWERP, onderwerp_id=bezwaar.pk,
        gegevens=dict(gegevens or {}),
    )  # fmt: skip


def _ouder(beschikking: Beschikking, binnen: Binnengekomen) -> Gezagsdrager | None:
    if binnen.gezagsdrager_id is None:
        return None
    ouder = Gezagsdrager.objects.filter(pk=binnen.gezagsdrager_id, kind=beschikking.kind).first()
    if ouder is None:
        fout = "Deze persoon hoort niet bij dit kind."
        raise Geweigerd(fout, velden={"gezagsdrager": fout})
    return ouder


def _eis_een(beschikking: Beschikking, ouder: Gezagsdrager | None, indiener: str) -> None:
    lopend = Bezwaar.objects.filter(beschikking=beschikking, gezagsdrager=ouder, indiener=indiener.strip()[:200])
    eerder = lopend.exclude(staat=Bezwaar.Staat.INGETROKKEN).first()
    if eerder is not None:
        raise Geweigerd(f"Van deze indiener is er al een bezwaar tegen dit besluit: {eerder.kenmerk}. Vul dat aan.")


def _eis_open(bezwaar: Bezwaar) -> None:
    if not bezwaar.open:
        raise Geweigerd("Dit bezwaar is al afgerond.")
