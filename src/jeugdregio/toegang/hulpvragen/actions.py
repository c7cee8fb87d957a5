"""Opening and closing a question for help."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.hulpvragen.aannemen import eis_aannemen, wegen_van
from jeugdregio.toegang.hulpvragen.beurten import sluit_beurten
from jeugdregio.toegang.hulpvragen.feiten import lees_feiten
from jeugdregio.toegang.hulpvragen.haken import geopend, gesloten
from jeugdregio.toegang.hulpvragen.models import Afloop, Hulpvraag, Weg
from jeugdregio.toegang.hulpvragen.permissions import te_behandelen
from jeugdregio.toegang.hulpvragen.rollen import verdeel
from jeugdregio.toegang.models import Kind, VerzoekRegel
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.permissions import zichtbare_kinderen

# Who can hand over or ask on a road; on the others `van` stays empty.
_VAN: dict[str, tuple[str, str]] = {
    Weg.GI: (Soort.GI, "Kies welke gecertificeerde instelling de vraag stelt."),
    Weg.VEILIG_THUIS: (Soort.VEILIG_THUIS, "Kies welk Veilig Thuis overdraagt."),
}


def open_hulpvraag(
    wie: Wie, kind_id: UUID, weg: str, ontvangen_op: date, *, vraag: str = "", verwijzer: str = "",
    van: Organisatie | None = None,
) -> Hulpvraag:  # fmt: skip
    """Open the question of a child of one's own municipality that came in on a day along a road (a Weg).

    It gets its role holders from the division of the municipality; a gap in it becomes a turn. Raises Geweigerd for
    an unknown road, one that is not this organisation's, a day in the future or before the birth, or when
    the organisation that belongs to the road is not named (`van`, or its name as `verwijzer`); NietGevonden for
    another's child.
    """
    eis_aannemen(wie)
    kind = zichtbare_kinderen(wie).select_related("gemeente").filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    return leg_vraag_vast(wie, kind, weg, ontvangen_op, vraag=vraag, verwijzer=verwijzer, van=van)


def leg_vraag_vast(
    wie: Wie, kind: Kind, weg: str, ontvangen_op: date, *, vraag: str = "", verwijzer: str = "",
    van: Organisatie | None = None,
) -> Hulpvraag:  # fmt: skip
    """Open a question for a child the caller may speak for; the part of `open_hulpvraag` after finding the child."""
    fouten = _fouten(wie, kind, weg, ontvangen_op) or _fout_van(weg, van, verwijzer)
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
    with transaction.atomic():
        hulpvraag = Hulpvraag.objects.create(
            kenmerk=kenmerk("H"), kind=kind, gemeente=kind.gemeente, weg=weg, ontvangen_op=ontvangen_op, van=van,
            verwijzer=verwijzer.strip()[:200], vraag=vraag.strip(),
        )  # fmt: skip
        leg_vast(wie, "hulpvraag.geopend", kind_id=kind.pk, soort="hulpvraag", onderwerp_id=hulpvraag.pk,
                 gegevens={"weg": weg})  # fmt: skip
        verdeel(hulpvraag)
        geopend(wie, hulpvraag)
        kind_gewijzigd(kind)
    return hulpvraag


def _fouten(wie: Wie, kind: Kind, weg: str, ontvangen_op: date) -> dict[str, str]:
    fouten = {}
    if weg not in Weg.values:
        fouten["weg"] = "Kies langs welke weg de vraag binnenkwam."
    elif weg not in wegen_van(wie, ontvangen_op):
        fouten["weg"] = "Op deze weg nam de gemeente die dag zelf aan. Verwijs het gezin naar de gemeente."
    if not kind.eerste_dag <= ontvangen_op <= vandaag():
        fouten["ontvangen_op"] = "Kies een dag tussen de geboorte van het kind en vandaag."
    return fouten


def _fout_van(weg: str, van: Organisatie | None, verwijzer: str) -> dict[str, str]:
    soort, melding = _VAN.get(weg, ("", ""))
    genoemd = van.soort == soort if van is not None else bool(verwijzer.strip())
    return {"van": melding} if soort and not genoemd else {}


def sluit_hulpvraag(
    wie: Wie, hulpvraag_id: UUID, afloop: str, reden: str, *, versie: int, op: date | None = None
) -> Hulpvraag:
    """Close a question with how it ended and why; "no help started" after a transfer keeps its reason for later.

    Raises Geweigerd while help runs or a request is unanswered (nobody falls out unseen), without a reason, or on a
    day before the question or in the future; Conflict when it changed since `versie`.
    """
    hulpvraag = te_behandelen(wie, hulpvraag_id)
    dag = op or vandaag()
    fouten = _fouten_sluiten(hulpvraag, afloop, reden, dag)
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
    with transaction.atomic():
        pak(hulpvraag, versie)
        hulpvraag.afgesloten_op, hulpvraag.afloop, hulpvraag.afloop_reden = dag, afloop, reden.strip()
        hulpvraag.save(update_fields=["afgesloten_op", "afloop", "afloop_reden"])
        sluit_beurten(hulpvraag)
        gesloten(wie, hulpvraag)
        leg_vast(wie, "hulpvraag.afgesloten", kind_id=hulpvraag.kind_id, soort="hulpvraag", onderwerp_id=hulpvraag.pk,
                 gegevens={"afloop": afloop})  # fmt: skip
    return hulpvraag


def _fouten_sluiten(hulpvraag: Hulpvraag, afloop: str, reden: str, dag: date) -> dict[str, str]:
    fouten = {}
    if hulpvraag.afgesloten_op is not None:
        fouten["afloop"] = "Deze hulpvraag is al afgesloten."
    elif afloop not in Afloop.values:
        fouten["afloop"] = "Kies hoe de vraag is afgelopen."
    elif lees_feiten([hulpvraag])[hulpvraag.pk].hulp_loopt:
        fouten["afloop"] = "Er loopt nog hulp. Sluit de vraag pas af als de aanbieder het einde heeft gemeld."
    elif _onbeantwoord(hulpvraag):
        fouten["afloop"] = "Het verzoek van de aanbieder is nog niet beantwoord. Beantwoord dat eerst."
    if not reden.strip():
        fouten["reden"] = "Schrijf op waarom. Deze uitleg blijft in het dossier."
    if not hulpvraag.ontvangen_op <= dag <= vandaag():
        fouten["op"] = "Kies een dag tussen de dag van de vraag en vandaag."
    return fouten


def _onbeantwoord(hulpvraag: Hulpvraag) -> bool:
    return hulpvraag.verzoek is not None and any(
        regel.staat in {VerzoekRegel.Staat.OPEN, VerzoekRegel.Staat.ONDERZOEK}
        for regel in hulpvraag.verzoek.regels.all()
    )


def heropen_hulpvraag(wie: Wie, hulpvraag_id: UUID, *, versie: int) -> Hulpvraag:
    """Open a closed question again, when it was closed by mistake. Raises Conflict when it changed since `versie`."""
    hulpvraag = te_behandelen(wie, hulpvraag_id)
    if hulpvraag.afgesloten_op is None:
        return hulpvraag
    with transaction.atomic():
        pak(hulpvraag, versie)
        hulpvraag.afgesloten_op, hulpvraag.afloop, hulpvraag.afloop_reden = None, "", ""
        hulpvraag.save(update_fields=["afgesloten_op", "afloop", "afloop_reden"])
        leg_vast(wie, "hulpvraag.heropend", kind_id=hulpvraag.kind_id, soort="hulpvraag", onderwerp_id=hulpvraag.pk)
        kind_gewijzigd(hulpvraag.kind)
    return hulpvraag


def pak(hulpvraag: Hulpvraag, versie: int) -> None:
    """Take the question for a change, in the caller's transaction: the first of two people wins.

    Raises Conflict when it changed since `versie`.
    """
    if not Hulpvraag.objects.filter(pk=hulpvraag.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Een collega heeft deze hulpvraag net gewijzigd. Bekijk hem opnieuw; je invoer staat er nog.")
    hulpvraag.versie = versie + 1
