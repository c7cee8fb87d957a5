"""A provider that no longer wants what it asked.

The standard has no message to take a request back (process 2.5.2): the provider tells the municipality, which refuses
the request; after that a new one may be sent (OP350). Here that is said on the screen and becomes a turn.
"""

from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.beurten.actions import open_beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.besluit import OPEN, sleutel_intrekking
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.models import Verzoek
from jeugdregio.toegang.permissions import eis_aanbieder, zichtbare_verzoeken
from recht import keten


def vraag_intrekking(wie: Wie, verzoek_id: UUID, reden: str) -> Verzoek:
    """Ask the municipality to refuse an own request that is still open. Again: changes nothing.

    Raises GeenRecht, NietGevonden, and Geweigerd when it was answered or no reason is given.
    """
    eis_aanbieder(wie)
    verzoek = zichtbare_verzoeken(wie).filter(pk=verzoek_id).select_related("gemeente", "aanbieder", "kind").first()
    if verzoek is None:
        raise NietGevonden("Dit verzoek is er niet.")
    if not verzoek.regels.filter(staat__in=OPEN).exists():
        raise Geweigerd("De gemeente heeft dit verzoek al beantwoord. Intrekken kan niet meer.")
    if not reden.strip():
        raise Geweigerd("Schrijf op waarom.", velden={"reden": "Schrijf op waarom het verzoek niet meer nodig is."})
    if verzoek.intrekking_gevraagd_op is not None:
        return verzoek
    termijn = keten.antwoord(vandaag())
    with transaction.atomic():
        verzoek.intrekking_gevraagd_op, verzoek.intrekking_reden = nu(), reden.strip()
        verzoek.save(update_fields=["intrekking_gevraagd_op", "intrekking_reden"])
        leg_vast(wie, "verzoek.intrekking_gevraagd", kind_id=verzoek.kind_id, soort="verzoek", onderwerp_id=verzoek.pk)
        open_beurt(
            sleutel=sleutel_intrekking(verzoek.pk), soort="verzoek_intrekken",
            titel="Intrekking van verzoek afhandelen",
            tekst=f"{verzoek.aanbieder.naam} wil dit verzoek niet meer. Wijs het af; daarna kan een nieuw komen.",
            organisatie=verzoek.gemeente, rol=Rol.TOEGANG, wachtende=verzoek.aanbieder, begon_op=vandaag(),
            uiterlijk=termijn.datum, grondslag="iJw 3.2, procesbeschrijving 2.5.2",
            uitleg=tuple(stap.tekst for stap in termijn.stappen), handeling="Bekijk het verzoek",
            pad=f"/verzoeken/{verzoek.pk}/", aanduiding=aanduiding(verzoek.kind), kenmerk=verzoek.kenmerk,
            kind_id=verzoek.kind_id, escalatie="Teamleider toegang",
        )  # fmt: skip
    return verzoek
