"""Opening and closing a question for help."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.haken import geopend
from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Weg
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen


def open_hulpvraag(
    wie: Wie, kind_id: UUID, weg: str, ontvangen_op: date, *, vraag: str = "", verwijzer: str = "",
    van: Organisatie | None = None,
) -> Hulpvraag:  # fmt: skip
    """Open the question of a child of one's own municipality that came in on a day along a road (a Weg).

    Raises Geweigerd for an unknown road, or a day in the future or before the birth; NietGevonden for another's child.
    """
    eis_toegang(wie)
    kind = zichtbare_kinderen(wie).select_related("gemeente").filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    fouten = {}
    if weg not in Weg.values:
        fouten["weg"] = "Kies langs welke weg de vraag binnenkwam."
    if not kind.geboortedatum <= ontvangen_op <= vandaag():
        fouten["ontvangen_op"] = "Kies een dag tussen de geboorte van het kind en vandaag."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
    with transaction.atomic():
        hulpvraag = Hulpvraag.objects.create(
            kenmerk=kenmerk("H"), kind=kind, gemeente=kind.gemeente, weg=weg, ontvangen_op=ontvangen_op, van=van,
            verwijzer=verwijzer.strip()[:200], vraag=vraag.strip(),
        )  # fmt: skip
        leg_vast(wie, "hulpvraag.geopend", kind_id=kind.pk, soort="hulpvraag", onderwerp_id=hulpvraag.pk,
                 gegevens={"weg": weg})  # fmt: skip
        geopend(wie, hulpvraag)
    return hulpvraag


def pak(hulpvraag: Hulpvraag, versie: int) -> None:
    """Take the question for a change, in the caller's transaction: the first of two people wins.

    Raises Conflict when it changed since `versie`.
    """
    if not Hulpvraag.objects.filter(pk=hulpvraag.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Een collega heeft deze hulpvraag net gewijzigd. Bekijk hem opnieuw; je invoer staat er nog.")
    hulpvraag.versie = versie + 1
