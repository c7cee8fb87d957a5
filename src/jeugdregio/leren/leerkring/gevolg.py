"""What comes of a lesson: a proposal for the tables, or a question to the agreements. So the loop closes."""

from uuid import UUID

from django.db import transaction

from jeugdregio.afspraken.actions import maak_vraag
from jeugdregio.afspraken.permissions import beheert_normen
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, NietGevonden
from jeugdregio.bestuur.consent.actions import maak_concept
from jeugdregio.bestuur.consent.permissions import mag_inbrengen
from jeugdregio.leren.leerkring.actions import eis_stap, pak
from jeugdregio.leren.leerkring.models import Kring, Les
from jeugdregio.leren.permissions import eis
from jeugdregio.leren.tekst import toets
from jeugdregio.organisaties.wie import Wie

_NA_LES = (Kring.Stap.VERHAAL, Kring.Stap.KLAAR)


@transaction.atomic
def maak_voorstel(wie: Wie, kring_id: UUID, *, les: Les, titel: str, tekst: str) -> Les:
    """Make a concept proposal of a lesson, once. Raises GeenRecht for who may not bring in a proposal."""
    eis(mag_inbrengen(wie), "Een voorstel brengt een wethouder, beleidsmedewerker, jurist of het regiokantoor in.")
    les = _les(wie, kring_id, les.pk)
    if les.voorstel_id:
        raise Conflict("Van deze les is al een voorstel gemaakt.")
    voorstel = maak_concept(
        wie, titel=titel, tekst=tekst, aanleiding=f"Les uit leerkring “{les.kring.titel}”: {les.tekst}"
    )
    les.voorstel_id = voorstel.pk
    les.save(update_fields=["voorstel_id"])
    leg_vast(wie, "les.voorstel", soort="les", onderwerp_id=les.pk, gegevens={"voorstel": str(voorstel.pk)})
    return les


@transaction.atomic
def maak_afspraakvraag(wie: Wie, kring_id: UUID, *, les: Les, code: str, tekst: str) -> Les:
    """Put a question of a lesson to the agreements, once: what holds here, and where does nobody know?"""
    eis(beheert_normen(wie), "Een vraag stelt een beleidsmedewerker, jurist of secretaris.")
    les = _les(wie, kring_id, les.pk)
    if les.vraag_code:
        raise Conflict("Van deze les is al een vraag gesteld.")
    schoon = toets({"tekst": tekst}, {"tekst": "Schrijf de vraag."})
    les.vraag_code = maak_vraag(wie, code, schoon["tekst"]).code
    les.save(update_fields=["vraag_code"])
    leg_vast(wie, "les.vraag", soort="les", onderwerp_id=les.pk, gegevens={"code": code})
    return les


def _les(wie: Wie, kring_id: UUID, les_id: UUID) -> Les:
    kring = pak(wie, kring_id)
    eis_stap(kring, *_NA_LES)
    les = kring.lessen.filter(pk=les_id).first()
    if les is None:
        raise NietGevonden("Deze les hoort niet bij deze leerkring.")
    return les
