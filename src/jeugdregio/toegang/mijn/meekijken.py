"""A youth of 16 or older says which parent or guardian may look along, and may take that back."""

from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.toegang.mijn.gezinslid import Gezinslid
from jeugdregio.toegang.mijn.models import Meekijken
from jeugdregio.toegang.models import Gezagsdrager
from recht.datum import leeftijd
from recht.toestemming import ZELF


def beslist_zelf(lid: Gezinslid) -> bool:
    """Tell whether this is a youth who decides alone who looks along (Jeugdwet 7.3.5)."""
    return lid.gezagsdrager is None and leeftijd(lid.kind.geboortedatum, vandaag()) >= ZELF.op(vandaag())


def zet_meekijken(lid: Gezinslid, gezagsdrager_id: UUID, ja: bool) -> None:
    """Let a parent or guardian look along, or stop that at once. Again: changes nothing.

    Raises Geweigerd for anybody but a youth who decides alone, NietGevonden for a person of another child.
    """
    if not beslist_zelf(lid):
        raise Geweigerd("Wie meekijkt, beslist een jeugdige vanaf 16 jaar zelf.", grondslag="Jeugdwet 7.3.5")
    drager = Gezagsdrager.objects.filter(pk=gezagsdrager_id, kind=lid.kind).first()
    if drager is None:
        raise NietGevonden("Deze persoon hoort niet bij jou.")
    lopend = Meekijken.objects.filter(kind=lid.kind, gezagsdrager=drager, gestopt_op__isnull=True)
    with transaction.atomic():
        if ja:
            _, veranderd = Meekijken.objects.get_or_create(kind=lid.kind, gezagsdrager=drager, gestopt_op=None)
        else:
            veranderd = bool(lopend.update(gestopt_op=nu()))
        if veranderd:
            handeling = "gezin.laat_meekijken" if ja else "gezin.meekijken_gestopt"
            leg_vast(lid, handeling, kind_id=lid.kind.pk, soort="gezagsdrager", onderwerp_id=drager.pk)
