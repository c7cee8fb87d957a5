"""Asking a municipality what holds there, and its answer. No free text: nothing about a child can travel with it."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction

from jeugdregio.afspraken import permissions
from jeugdregio.afspraken.models import Norm
from jeugdregio.afspraken.vragen import catalogus
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import heropen, open_beurt, rond_af
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie

SOORT = "navraag"


def pad(vraag: str) -> str:
    """Return the screen of a question."""
    return f"/afspraken/vragen/{vraag}/"


@transaction.atomic
def vraag_na(wie: Wie, vraag: str, gemeente_id: UUID) -> Beurt:
    """Ask a municipality what holds there: a turn for its policy officer. Asking again changes nothing."""
    tekst = catalogus().get(vraag)
    gemeente = deelnemers().filter(pk=gemeente_id).first()
    if tekst is None or gemeente is None:
        raise NietGevonden("Deze vraag of gemeente is er niet.")
    if not permissions.mag_navragen(wie, gemeente):
        raise GeenRecht("Een vraag over je eigen gemeente stel je aan je collega van beleid.")
    sleutel = f"{SOORT}:{uuid5(NAMESPACE_URL, f'{vraag}:{gemeente.pk}:{wie.organisatie_id}')}"
    heropen(sleutel)
    beurt = open_beurt(
        sleutel=sleutel, soort=SOORT, titel="Zeg wat hier geldt", tekst=f"{wie.organisatie.naam} vraagt: {tekst}",
        organisatie=gemeente, rol=Rol.BELEID, wachtende=wie.organisatie, begon_op=vandaag(), uiterlijk=None,
        grondslag="Afspraken van de regio: wie vraagt krijgt antwoord met een bron", handeling="Antwoord geven",
        pad=pad(vraag), escalatie="Bestuurlijk overleg sociaal domein",
    )  # fmt: skip
    leg_vast(wie, "afspraak.nagevraagd", soort="beurt", onderwerp_id=beurt.pk, gegevens={"vraag": vraag})
    return beurt


@transaction.atomic
def bevestig(wie: Wie, vraag: str) -> int:
    """Answer that what stands here is right: closes the questions of others about it; returns how many."""
    if not permissions.mag_standpunt_nemen(wie):
        raise GeenRecht("Alleen een beleidsmedewerker of jurist van de gemeente geeft dit antwoord.")
    gedaan = _sluit(vraag, [wie.organisatie])
    if gedaan == 0:
        raise Geweigerd("Er ligt geen vraag van een ander over dit onderwerp.")
    leg_vast(wie, "afspraak.bevestigd", soort="organisatie", onderwerp_id=wie.organisatie_id, gegevens={"vraag": vraag})
    return gedaan


def beantwoord(norm: Norm) -> None:
    """Close the questions an adopted norm answers: those to the municipalities it is about."""
    gemeenten = list(norm.gemeenten.all())
    if gemeenten:
        _sluit(norm.vraag, gemeenten)


def open_vragen(vraag: str) -> list[Beurt]:
    """Return the questions that lie open at municipalities about this subject."""
    return list(
        Beurt.objects.filter(soort=SOORT, pad=pad(vraag), staat=Beurt.Staat.OPEN)
        .select_related("organisatie", "wachtende")
        .order_by("begon_op")
    )


def _sluit(vraag: str, gemeenten: list[Organisatie]) -> int:
    return rond_af(*(beurt.sleutel for beurt in open_vragen(vraag) if beurt.organisatie in gemeenten))
