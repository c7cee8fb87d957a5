"""The BSN of a child: fixed at first contact, or the reason why not and a turn to complete it (Jeugdwet 7.2)."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from stdnum.nl import bsn as bsn_regels

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.beurten.actions import open_beurt, rond_af
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.models import Kind, ZonderBsn
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen

GROND = "Jeugdwet 7.2.2 tot en met 7.2.6"
NA_SPOED = timedelta(days=5)


def fout_in_bsn(bsn: str, gemeente: Organisatie, behalve: UUID | None = None) -> str:
    """Tell what is wrong with a number for a file of this municipality; empty when nothing is."""
    if not bsn_regels.is_valid(bsn):
        return "Dit is geen geldig bsn: negen cijfers die aan de elfproef voldoen. Kijk het nummer na."
    zelfde = Kind.objects.filter(gemeente=gemeente, bsn_zoek=zoeksleutel(bsn))
    ander = (zelfde.exclude(pk=behalve) if behalve else zelfde).first()
    return f"Dit bsn staat al in dossier {ander.kenmerk}. Gebruik dat dossier." if ander else ""


def werk_bsn_beurt_bij(kind: Kind) -> None:
    """Open the turn to complete the BSN while it is missing; close it once it is there. Bears being done twice."""
    sleutel = f"kind:{kind.pk}:bsn"
    if kind.bsn_zoek:
        rond_af(sleutel)
        return
    open_beurt(
        sleutel=sleutel, soort="bsn_aanvullen", titel="Bsn vaststellen", organisatie=kind.gemeente, rol=Rol.TOEGANG,
        tekst=f"{ZonderBsn(kind.zonder_bsn).label}." if kind.zonder_bsn else "Het bsn is nog niet bekend.",
        begon_op=vandaag(), uiterlijk=_uiterlijk(kind), grondslag=GROND, handeling="Vul het bsn in",
        pad=f"/kinderen/{kind.pk}/bsn/", aanduiding=aanduiding(kind), kenmerk=kind.kenmerk, kind_id=kind.pk,
        escalatie="Teamleider toegang",
    )  # fmt: skip


def _uiterlijk(kind: Kind) -> date | None:
    if kind.zonder_bsn == ZonderBsn.SPOED:
        return vandaag() + NA_SPOED
    return kind.geboortedatum if kind.zonder_bsn == ZonderBsn.ONGEBOREN else None


def vul_bsn_aan(wie: Wie, kind_id: UUID, bsn: str, *, geboren_op: date | None = None) -> Kind:
    """Fix the BSN of a child that had none; of an unborn child together with the day of its birth.

    Raises Geweigerd for a number that fails the 11-test or stands in another file here, a child that has one already,
    or a birth in the future; NietGevonden for another's child.
    """
    eis_toegang(wie)
    kind = zichtbare_kinderen(wie).select_related("gemeente").filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    fouten = {}
    if kind.bsn_zoek:
        fouten["bsn"] = "Dit kind heeft al een bsn. Een fout daarin meld je bij de functioneel beheerder."
    elif melding := fout_in_bsn(bsn, kind.gemeente, kind.pk):
        fouten["bsn"] = melding
    if kind.zonder_bsn == ZonderBsn.ONGEBOREN and (geboren_op is None or geboren_op > vandaag()):
        fouten["geboren_op"] = "Vul in op welke dag het kind is geboren."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag=GROND, velden=fouten)
    kind.bsn, kind.bsn_zoek, kind.zonder_bsn, kind.zonder_bsn_uitleg = bsn, zoeksleutel(bsn), "", ""
    kind.geboortedatum = geboren_op or kind.geboortedatum
    with transaction.atomic():
        kind.save(update_fields=["bsn", "bsn_zoek", "zonder_bsn", "zonder_bsn_uitleg", "geboortedatum"])
        leg_vast(wie, "kind.bsn_vastgesteld", kind_id=kind.pk, soort="kind", onderwerp_id=kind.pk)
        kind_gewijzigd(kind)
    return kind
