"""A message that keeps failing becomes a turn of the people who look after messages."""

from django.conf import settings

from ijw import lees
from jeugdregio.basis.klok import nu
from jeugdregio.beurten.actions import open_beurt
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.postbus.kop import kop_van
from jeugdregio.postbus.models import Bericht
from recht import keten

MAX_POGINGEN = 5


def sleutel_vastgelopen(bericht_id: object) -> str:
    """Key of the turn to look at a message that keeps failing."""
    return f"bericht:{bericht_id}:vastgelopen"


def meld_vastgelopen(bericht: Bericht) -> None:
    """Open a turn when a message failed too often; at the municipality it is for or from."""
    if bericht.pogingen < MAX_POGINGEN:
        return
    gemeente = bericht.afzender if bericht.richting == Bericht.Richting.UIT else _gemeente_van(bericht)
    if gemeente is None:
        return
    if bericht.richting == Bericht.Richting.IN and bericht.ontvanger_id is None:
        # Who gets the turn must be able to open the message behind it.
        bericht.ontvanger = gemeente
        bericht.save(update_fields=["ontvanger"])
    begonnen = bericht.ontvangen_op.date()
    termijn = keten.retour(begonnen)
    bezorgen = bericht.richting == Bericht.Richting.UIT
    open_beurt(
        sleutel=sleutel_vastgelopen(bericht.pk), soort="bericht_vastgelopen",
        titel="Bericht kon niet worden bezorgd" if bezorgen else "Bericht kon niet worden verwerkt",
        tekst=f"{bericht.soort or 'Een bericht'} is {bericht.pogingen} keer geprobeerd.",
        organisatie=gemeente, rol=Rol.BERICHTEN, begon_op=nu().date(), uiterlijk=termijn.datum,
        grondslag=termijn.grondslag, uitleg=tuple(stap.tekst for stap in termijn.stappen),
        handeling="Bekijk het bericht", pad=f"/berichten/{bericht.pk}/", escalatie="Functioneel beheerder",
    )  # fmt: skip


def _gemeente_van(bericht: Bericht) -> Organisatie | None:
    """The transaction that knew the addressee was rolled back, so read the header again."""
    lezing = lees(bytes(bericht.inhoud), niveau=1, max_bytes=settings.BERICHT_MAX_BYTES)
    if lezing.bericht is None:
        return None
    code = kop_van(lezing.bericht).ontvanger
    return Organisatie.objects.filter(code=code, soort=Soort.GEMEENTE).first()
