"""From draft to signature: offer, read a second time, send back, sign, take back. Sending is another act."""

from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.bestuur.mandaten.gebruik import oefen_uit
from jeugdregio.bestuur.mandaten.queries import mag_wie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen import beurten
from jeugdregio.toegang.beschikkingen.herkomst import wie_bepaalt
from jeugdregio.toegang.beschikkingen.inhoud import hash_van, leg_inhoud_vast
from jeugdregio.toegang.beschikkingen.models import Beschikking, Opmerking, Staat
from jeugdregio.toegang.beschikkingen.oordeel import eis_goed
from jeugdregio.toegang.beschikkingen.pakken import log, pak, pak_concept
from jeugdregio.toegang.beschikkingen.permissions import LEZERS, eis_teamleider
from jeugdregio.toegang.beschikkingen.tweede_blik import waarom_tweede_blik


def bied_aan(wie: Wie, beschikking_id: UUID, *, versie: int) -> Beschikking:
    """Finish a draft: all tests pass, and who finishes it is a registered professional (Jeugdwet 2.3 lid 1).

    Goes to the team leader where the municipality wants a second pair of eyes, else to be signed.
    """
    assert wie.gebruiker is not None  # noqa: S101  access is people
    with transaction.atomic():
        beschikking = pak_concept(wie, beschikking_id, versie)
        eis_goed(beschikking)
        eigen = wie_bepaalt(beschikking, wie.gebruiker)
        if eigen.waarde != "mag":
            raise Geweigerd(
                f"Afronden kan alleen een geregistreerde professional. Nog nodig: {'; '.join(eigen.ontbreekt)}.",
                grondslag=eigen.grondslag,
            )
        afspraak = waarom_tweede_blik(beschikking)
        beurten.gedaan(beschikking, "schrijven")
        if afspraak:
            _zet(beschikking, Staat.TWEEDE_BLIK)
            beurten.open_tweede_blik(beschikking)
        else:
            _zet(beschikking, Staat.TE_TEKENEN)
            beurten.open_tekenen(beschikking)
        log(wie, beschikking, "aangeboden", {"tweede_blik": bool(afspraak)})
    return beschikking


def keur_goed(wie: Wie, beschikking_id: UUID, *, versie: int) -> Beschikking:
    """Agree as second reader: the team leader, never the one who wrote it."""
    eis_teamleider(wie)
    with transaction.atomic():
        beschikking = pak(wie, beschikking_id, versie, Staat.TWEEDE_BLIK)
        if beschikking.opgesteld_door_id == wie.gebruiker_id:
            raise GeenRecht("Je schreef dit besluit zelf. De tweede blik is van een ander.")
        beschikking.tweede_door, beschikking.tweede_op = wie.gebruiker, nu()
        _zet(beschikking, Staat.TE_TEKENEN)
        beurten.gedaan(beschikking, "tweede_blik")
        beurten.open_tekenen(beschikking)
        log(wie, beschikking, "nagelezen")
    return beschikking


def geef_terug(wie: Wie, beschikking_id: UUID, opmerking: str, *, versie: int) -> Beschikking:
    """Send a draft back with remarks, from the second reading or instead of signing. The agreement then lapses."""
    assert wie.gebruiker is not None  # noqa: S101  access is people
    with transaction.atomic():
        beschikking = pak(wie, beschikking_id, versie, Staat.TWEEDE_BLIK, Staat.TE_TEKENEN)
        if not opmerking.strip():
            fout = "Schrijf op wat er anders moet."
            raise Geweigerd(fout, velden={"opmerking": fout})
        Opmerking.objects.create(beschikking=beschikking, door=wie.gebruiker, tekst=opmerking.strip())
        _terug_naar_concept(beschikking)
        beurten.gedaan(beschikking, "tweede_blik", "tekenen")
        log(wie, beschikking, "teruggegeven")
    return beschikking


def teken(wie: Wie, beschikking_id: UUID, *, versie: int) -> Beschikking:
    """Take the decision: in mandate of the college, on the text as it is now, which is fixed from here.

    All tests are done again: consent may have been withdrawn. Raises Geweigerd without a mandate or without the second
    reader the municipality wants. Who signs may not decide on an objection against it (Awb 10:3 lid 3).
    """
    with transaction.atomic():
        beschikking = pak(wie, beschikking_id, versie, Staat.TE_TEKENEN)
        eis_goed(beschikking)
        if beschikking.tweede_door_id is None and waarom_tweede_blik(beschikking):
            raise Geweigerd("Je gemeente wil hier een tweede blik. Geef het besluit terug en bied het opnieuw aan.")
        handeling = "beschikken_pgb" if beurten.heeft_pgb(beschikking) else "beschikken"
        kans = mag_wie(wie, handeling, beschikking.gemeente, vandaag(), rollen=LEZERS)
        bevoegd = oefen_uit(
            wie.organisatie, handeling, beschikking.gemeente, functie=kans.functie, soort="beschikking",
            onderwerp_id=beschikking.pk,
        )  # fmt: skip
        beschikking.namens = bevoegd.ondertekening or f"Het college van {beschikking.gemeente.naam}"
        beschikking.besloten_op, beschikking.ondertekend_door = vandaag(), wie.gebruiker
        beschikking.ondertekend_op = nu()
        leg_inhoud_vast(beschikking)
        _zet(beschikking, Staat.GETEKEND)
        beurten.gedaan(beschikking, "tekenen")
        beurten.open_verzenden(beschikking)
        log(wie, beschikking, "getekend", {"handeling": handeling, "vingerafdruk": beschikking.vingerafdruk})
    return beschikking


def haal_terug(wie: Wie, beschikking_id: UUID, opmerking: str, *, versie: int) -> Beschikking:
    """Take back the own signature before it was sent, with why: the decision is a draft again."""
    assert wie.gebruiker is not None  # noqa: S101  access is people
    with transaction.atomic():
        beschikking = pak(wie, beschikking_id, versie, Staat.GETEKEND)
        if beschikking.ondertekend_door_id != wie.gebruiker_id:
            raise GeenRecht("Alleen wie tekende kan de handtekening terughalen.")
        if not opmerking.strip():
            fout = "Schrijf op waarom je de handtekening terughaalt."
            raise Geweigerd(fout, velden={"opmerking": fout})
        Opmerking.objects.create(beschikking=beschikking, door=wie.gebruiker, tekst=opmerking.strip())
        beschikking.namens, beschikking.vingerafdruk, beschikking.inhoud = "", "", {}
        beschikking.besloten_op = beschikking.ondertekend_door = beschikking.ondertekend_op = None
        _terug_naar_concept(beschikking)
        beurten.gedaan(beschikking, "verzenden")
        log(wie, beschikking, "teruggehaald")
    return beschikking


def eis_ongewijzigd(beschikking: Beschikking) -> None:
    """Raise Conflict when what was signed is not what is stored now."""
    if beschikking.vingerafdruk != hash_van(beschikking.inhoud):
        raise Conflict("De tekst past niet meer bij zijn vingerafdruk. Verstuur hem niet en bel het beheer.")


def _terug_naar_concept(beschikking: Beschikking) -> None:
    beschikking.tweede_door = beschikking.tweede_op = None
    _zet(beschikking, Staat.CONCEPT)
    beurten.open_schrijven(beschikking)


def _zet(beschikking: Beschikking, staat: Staat) -> None:
    beschikking.staat = staat
    beschikking.save()
