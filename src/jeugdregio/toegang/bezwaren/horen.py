"""Hearing before deciding on an objection (Awb 7:2 to 7:9), or reasoned leave not to (7:3)."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import laat_vervallen
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen.models import Beschikking
from jeugdregio.toegang.bezwaren import beurten
from jeugdregio.toegang.bezwaren.models import Bezwaar, Genodigde, Hoorzitting
from jeugdregio.toegang.bezwaren.ontvangen import log, neem
from jeugdregio.toegang.bezwaren.permissions import eis_jurist
from jeugdregio.toegang.models import Gezagsdrager, Kind
from recht import bezwaar as recht_bezwaar
from recht.datum import datum_kort, leeftijd

ZELF_PARTIJ = 12


def betrokkenen(beschikking: Beschikking) -> set[Gebruiker]:
    """Return who took part in preparing the decision: drafter, second reader, signer."""
    wie = (beschikking.opgesteld_door, beschikking.tweede_door, beschikking.ondertekend_door)
    return {mens for mens in wie if mens is not None}


def genodigden(bezwaar: Bezwaar, op: date) -> list[Genodigde]:
    """Return who must be invited: every parent with authority, the child from twelve, and who objects besides."""
    kind: Kind = bezwaar.kind
    uit = [
        Genodigde(gezagsdrager=ouder, naam=ouder.naam)
        for ouder in Gezagsdrager.objects.filter(kind=kind)
        if ouder.heeft_gezag_op(op) or ouder.pk == bezwaar.gezagsdrager_id
    ]
    if leeftijd(kind.geboortedatum, op) >= ZELF_PARTIJ:
        uit.append(Genodigde(is_kind=True, naam=kind.voornamen or "het kind zelf"))
    if bezwaar.indiener:
        uit.append(Genodigde(naam=bezwaar.indiener))
    return uit


@transaction.atomic
def plan_zitting(
    wie: Wie, bezwaar_id: UUID, *, op: date | None, tijd: str, waar: str, hoorders: Sequence[Gebruiker], versie: int
) -> Hoorzitting:
    """Plan a hearing and invite everybody who must be: the file is open to see a week before (Awb 7:4 lid 2).

    Raises Geweigerd for a day too soon, without a place, when one is planned, or when who hears prepared the decision
    (Awb 7:5 lid 1).
    """
    eis_jurist(wie)
    bezwaar = neem(wie, bezwaar_id, versie)
    _eis_te_horen(bezwaar)
    dag = _dag(op)
    if not waar.strip():
        raise Geweigerd("Vul in waar de zitting is.", velden={"waar": "Vul in waar de zitting is."})
    _eis_onbevangen(bezwaar, hoorders)
    stukken = recht_bezwaar.stukken(dag)
    zitting = Hoorzitting.objects.create(
        bezwaar=bezwaar, op=dag, tijd=tijd.strip()[:5], waar=waar.strip()[:200], uitgenodigd_op=vandaag(),
        stukken_vanaf=stukken.datum or dag,
    )  # fmt: skip
    zitting.hoorders.set(hoorders)
    uitgenodigd = genodigden(bezwaar, dag)
    for mens in uitgenodigd:
        mens.zitting = zitting
    Genodigde.objects.bulk_create(uitgenodigd)
    beurten.open_dossier(bezwaar, zitting.stukken_vanaf, [stap.tekst for stap in stukken.stappen])
    beurten.open_horen(bezwaar, dag, f":{zitting.pk}")
    log(wie, bezwaar, "zitting_gepland", {"op": dag.isoformat(), "genodigden": len(uitgenodigd)})
    return zitting


@transaction.atomic
def zeg_zitting_af(wie: Wie, bezwaar_id: UUID, reden: str, *, versie: int) -> Hoorzitting:
    """Cancel the planned hearing, with the reason; the objection still waits for a hearing."""
    eis_jurist(wie)
    bezwaar = neem(wie, bezwaar_id, versie)
    zitting = _gepland(bezwaar)
    if not reden.strip():
        raise Geweigerd("Schrijf op waarom de zitting niet doorgaat.", velden={"reden": "Schrijf op waarom."})
    zitting.afgezegd = reden.strip()[:200]
    zitting.save(update_fields=["afgezegd"])
    laat_vervallen(beurten.sleutel(bezwaar, "horen") + f":{zitting.pk}")
    beurten.open_dossier(bezwaar)
    log(wie, bezwaar, "zitting_afgezegd")
    return zitting


@transaction.atomic
def leg_verslag_vast(
    wie: Wie, bezwaar_id: UUID, verslag: str, aanwezig: Collection[UUID], *, versie: int
) -> Hoorzitting:  # fmt: skip
    """Record that the hearing took place, who came, and the report (Awb 7:7). Raises Geweigerd before its day."""
    eis_jurist(wie)
    bezwaar = neem(wie, bezwaar_id, versie)
    zitting = _gepland(bezwaar)
    if zitting.op > vandaag():
        raise Geweigerd(f"De zitting is pas op {datum_kort(zitting.op)}.", grondslag="Awb 7:7")
    if not verslag.strip():
        fout = "Schrijf het verslag: wie er was en wat er is gezegd."
        raise Geweigerd(fout, grondslag="Awb 7:7", velden={"verslag": fout})
    zitting.gehouden, zitting.verslag, zitting.verslag_op = True, verslag.strip(), vandaag()
    zitting.save(update_fields=["gehouden", "verslag", "verslag_op"])
    zitting.genodigden.filter(pk__in=aanwezig).update(aanwezig=True)
    zitting.genodigden.exclude(pk__in=aanwezig).update(aanwezig=False)
    beurten.doe(bezwaar, "horen", f":{zitting.pk}")
    log(wie, bezwaar, "gehoord", {"aanwezig": len(aanwezig)})
    return zitting


@transaction.atomic
def zie_af_van_horen(wie: Wie, bezwaar_id: UUID, grond: str, reden: str, *, versie: int) -> Bezwaar:
    """Decide not to hear, on a ground of Awb 7:3 and with the reason, which comes in the letter."""
    eis_jurist(wie)
    bezwaar = neem(wie, bezwaar_id, versie)
    _eis_te_horen(bezwaar)
    fouten = {}
    if grond not in Bezwaar.Afzien.values:
        fouten["grond"] = "Kies waarom horen niet hoeft."
    if not reden.strip():
        fouten["reden"] = "Schrijf op hoe je dat weet. Dit komt in de beslissing."
    if grond == Bezwaar.Afzien.GEEN_ANTWOORD and not bezwaar.zittingen.exists():
        fouten["grond"] = "Er is nog niemand uitgenodigd. Plan eerst een zitting."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Awb 7:3", velden=fouten)
    bezwaar.afzien, bezwaar.afzien_reden = grond, reden.strip()
    bezwaar.save(update_fields=["afzien", "afzien_reden"])
    log(wie, bezwaar, "afgezien_van_horen", {"grond": grond})
    return bezwaar


@transaction.atomic
def leg_advies_vast(wie: Wie, bezwaar_id: UUID, advies: str, op: date | None, *, versie: int) -> Bezwaar:
    """Record what the committee advised (Awb 7:13). Raises Geweigerd when no committee advises here."""
    eis_jurist(wie)
    bezwaar = neem(wie, bezwaar_id, versie)
    if not bezwaar.commissie or not bezwaar.open:
        raise Geweigerd("Bij dit bezwaar adviseert geen commissie.", grondslag="Awb 7:13")
    fouten = {}
    if not advies.strip():
        fouten["advies"] = "Schrijf op wat de commissie adviseert, en waarom."
    if op is None or not bezwaar.ontvangen_op <= op <= vandaag():
        fouten["op"] = "Kies de dag van het advies, na de ontvangst van het bezwaar."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Awb 7:13", velden=fouten)
    bezwaar.advies, bezwaar.advies_op = advies.strip(), op
    bezwaar.save(update_fields=["advies", "advies_op"])
    log(wie, bezwaar, "advies_ontvangen")
    return bezwaar


def _dag(op: date | None) -> date:
    eerste = recht_bezwaar.eerste_zitting(vandaag())
    if op is None or op < eerste:
        fout = f"Kies {datum_kort(eerste)} of later: de stukken liggen een week voor de zitting ter inzage."
        raise Geweigerd(fout, grondslag="Awb 7:4 lid 2", velden={"op": fout})
    return op


def _eis_te_horen(bezwaar: Bezwaar) -> None:
    if bezwaar.staat != Bezwaar.Staat.LOOPT:
        raise Geweigerd("Dit bezwaar is niet in behandeling.", grondslag="Awb 7:2")
    if bezwaar.zittingen.filter(gehouden=False, afgezegd="").exists():
        raise Geweigerd("Er is al een zitting gepland. Zeg die eerst af.", grondslag="Awb 7:2")


def _eis_onbevangen(bezwaar: Bezwaar, hoorders: Sequence[Gebruiker]) -> None:
    betrokken = tuple(str(mens.pk) for mens in betrokkenen(bezwaar.beschikking))
    uitkomst = recht_bezwaar.horen_door(betrokken, tuple(str(mens.pk) for mens in hoorders))
    if uitkomst.waarde != "mag":
        fout = uitkomst.stappen[0].tekst
        raise Geweigerd(fout, grondslag="Awb 7:5 lid 1", velden={"hoorders": fout})


def _gepland(bezwaar: Bezwaar) -> Hoorzitting:
    zitting = bezwaar.zittingen.filter(gehouden=False, afgezegd="").first()
    if zitting is None:
        raise NietGevonden("Er is geen zitting gepland.")
    return zitting
