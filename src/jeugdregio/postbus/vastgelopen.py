"""A message that keeps failing becomes a turn of the people who look after messages."""

from django.conf import settings

from ijw import lees
from jeugdregio.basis.klok import nu
from jeugdregio.beurten.actions import heropen, open_beurt
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.postbus.kop import kop_van
from jeugdregio.postbus.models import Bericht
from recht import keten

MAX_POGINGEN = 5


def sleutel_vastgelopen(bericht_id: object) -> str:
    """Key of the turn to look at a message that keeps failing."""
    return f"bericht:{bericht_id}:vastgelopen"


def meld_vastgelopen(bericht: Bericht) -> None:
    """Open a turn when a message failed too often; at the organisation that works here and it is for or from."""
    if bericht.pogingen < MAX_POGINGEN:
        return
    eigen = bericht.afzender if bericht.richting == Bericht.Richting.UIT else _ontvanger_van(bericht)
    if eigen is None:
        return
    if bericht.richting == Bericht.Richting.IN and bericht.ontvanger_id is None:
        # Who gets the turn must be able to open the message behind it.
        bericht.ontvanger = eigen
        bericht.save(update_fields=["ontvanger"])
    begonnen = bericht.ontvangen_op.date()
    termijn = keten.retour(begonnen)
    bezorgen = bericht.richting == Bericht.Richting.UIT
    open_beurt(
        sleutel=sleutel_vastgelopen(bericht.pk), soort="bericht_vastgelopen",
        titel="Bericht kon niet worden bezorgd" if bezorgen else "Bericht kon niet worden verwerkt",
        tekst=f"{bericht.soort or 'Een bericht'} is {bericht.pogingen} keer geprobeerd.",
        organisatie=eigen, rol=rol_van_berichten(eigen), begon_op=nu().date(), uiterlijk=termijn.datum,
        grondslag=termijn.grondslag, uitleg=tuple(stap.tekst for stap in termijn.stappen),
        handeling="Bekijk het bericht", pad=f"/berichten/{bericht.pk}/", escalatie="Functioneel beheerder",
    )  # fmt: skip
    heropen(sleutel_vastgelopen(bericht.pk))  # it was tried again by hand before, and failed again


def meld_onbruikbaar(bericht: Bericht) -> None:
    """Open a turn for an answer that cannot be used: nobody answers an answer, so somebody has to call its sender."""
    if bericht.ontvanger is None or bericht.afzender is None:
        return
    open_beurt(
        sleutel=f"bericht:{bericht.pk}:onbruikbaar", soort="antwoord_onbruikbaar",
        titel="Antwoord dat niet te gebruiken is", tekst=f"{bericht.soort} van {bericht.afzender.naam} klopt niet.",
        organisatie=bericht.ontvanger, rol=rol_van_berichten(bericht.ontvanger), begon_op=nu().date(), uiterlijk=None,
        grondslag="iJw 3.2 OP047", handeling="Bekijk wat er mis is en bel de afzender",
        pad=f"/berichten/{bericht.pk}/", escalatie="Functioneel beheerder",
    )  # fmt: skip


def rol_van_berichten(organisatie: Organisatie) -> str:
    """Return who looks after messages: at a municipality the berichtenbeheerder, at a provider its own people."""
    if organisatie.soort == Soort.GEMEENTE:
        return Rol.BERICHTEN
    return Rol.GI if organisatie.soort == Soort.GI else Rol.AANBIEDER


def _ontvanger_van(bericht: Bericht) -> Organisatie | None:
    """The transaction that knew the addressee was rolled back, so read the header again."""
    lezing = lees(bytes(bericht.inhoud), niveau=1, max_bytes=settings.BERICHT_MAX_BYTES)
    if lezing.bericht is None:
        return None
    gevonden = Organisatie.objects.filter(code=kop_van(lezing.bericht).ontvanger).first()
    return gevonden if gevonden is not None and gevonden.werkt_hier else None
