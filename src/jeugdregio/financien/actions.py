"""The acts on declarations. Handing in is in `indienen`; what a message does is in `handlers` and `boeken`."""

from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu
from jeugdregio.beurten.actions import laat_vervallen, rond_af
from jeugdregio.financien.boeken import sleutel_betaalbaar
from jeugdregio.financien.herstel import sleutel_herstel
from jeugdregio.financien.indienen import Ingevuld, concept, crediteer, dien_in, kan_toch
from jeugdregio.financien.models import Declaratie
from jeugdregio.financien.permissions import eis_betaalbaar_stellen, eis_indienen, zichtbare_declaraties
from jeugdregio.organisaties.wie import Wie

__all__ = ["Geweigerd", "Ingevuld", "concept", "crediteer", "dien_in", "kan_toch", "sluit_herstel", "stel_betaalbaar"]


def stel_betaalbaar(wie: Wie, declaratie_id: UUID) -> Declaratie:
    """Release what was granted for payment. A second time is refused, so nothing is paid twice."""
    eis_betaalbaar_stellen(wie)
    with transaction.atomic():
        declaratie = _declaratie(wie, declaratie_id)
        if declaratie.staat == Declaratie.Staat.BETAALBAAR:
            raise Geweigerd("Deze declaratie is al betaalbaar gesteld.")
        declaratie.staat = Declaratie.Staat.BETAALBAAR
        declaratie.betaalbaar_op = nu()
        declaratie.save(update_fields=["staat", "betaalbaar_op"])
        rond_af(sleutel_betaalbaar(declaratie))
        leg_vast(
            wie, "declaratie.betaalbaar", soort="declaratie", onderwerp_id=declaratie.pk,
            gegevens={"toegekend": declaratie.toegekend},
        )  # fmt: skip
    return declaratie


def sluit_herstel(wie: Wie, declaratie_id: UUID) -> Declaratie:
    """The provider agrees with the refusals: the turn to repair them ends, nothing else changes."""
    eis_indienen(wie)
    with transaction.atomic():
        declaratie = _declaratie(wie, declaratie_id)
        if laat_vervallen(sleutel_herstel(declaratie)):
            leg_vast(wie, "declaratie.herstel_gesloten", soort="declaratie", onderwerp_id=declaratie.pk)
    return declaratie


def _declaratie(wie: Wie, declaratie_id: UUID) -> Declaratie:
    gevonden = zichtbare_declaraties(wie).select_for_update().filter(pk=declaratie_id).first()
    if gevonden is None:
        raise NietGevonden("Deze declaratie is er niet.")
    return gevonden
