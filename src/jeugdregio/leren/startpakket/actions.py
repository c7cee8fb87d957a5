"""Keeping the priorities: add, move to the next term with what the next one must know, finish."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.leren.startpakket.models import Prioriteit
from jeugdregio.leren.startpakket.permissions import mag_prioriteiten
from jeugdregio.organisaties.wie import Wie

Wanneer = Prioriteit.Wanneer
_WIE = "Alleen de wethouder en de beleidsmedewerkers van de gemeente houden dit bij."


def voeg_toe(wie: Wie, *, wanneer: str, titel: str, waarom: str, eigenaar: str, overdracht: str = "") -> Prioriteit:
    """Add a priority of the own municipality. Raises GeenRecht, Geweigerd, Conflict when it is there already."""
    if not mag_prioriteiten(wie, wie.organisatie):
        raise GeenRecht(_WIE)
    velden = {} if titel.strip() else {"titel": "Geef de prioriteit een naam."}
    if not eigenaar.strip():
        velden["eigenaar"] = "Noem de functie die het trekt."
    if wanneer == Wanneer.LATER and not overdracht.strip():
        velden["overdracht"] = "Schrijf op wat de opvolger moet weten."
    if velden:
        raise Geweigerd("De prioriteit is nog niet compleet.", velden=velden)
    weiger_persoonsgegevens({"titel": titel, "waarom": waarom, "overdracht": overdracht})
    try:
        with transaction.atomic():
            nieuw = Prioriteit.objects.create(
                gemeente=wie.organisatie, wanneer=wanneer, titel=titel.strip(), waarom=waarom.strip(),
                eigenaar=eigenaar.strip(), overdracht=overdracht.strip(),
            )  # fmt: skip
            leg_vast(wie, "prioriteit.toegevoegd", soort="prioriteit", onderwerp_id=nieuw.pk)
    except IntegrityError as fout:
        raise Conflict("Deze prioriteit staat er al.") from fout
    return nieuw


def draag_over(wie: Wie, prioriteit_id: UUID, *, versie: int, overdracht: str) -> Prioriteit:
    """Move a priority to the next term, with what the next one must know."""
    if not overdracht.strip():
        raise Geweigerd("Schrijf op wat de opvolger moet weten.", velden={"overdracht": "Dit is nodig."})
    weiger_persoonsgegevens({"overdracht": overdracht})
    with transaction.atomic():
        p = _pak(wie, prioriteit_id, versie)
        p.wanneer, p.overdracht = Wanneer.LATER, overdracht.strip()
        p.save(update_fields=["wanneer", "overdracht"])
        leg_vast(wie, "prioriteit.overgedragen", soort="prioriteit", onderwerp_id=p.pk)
    return p


def rond_af(wie: Wie, prioriteit_id: UUID, *, versie: int) -> Prioriteit:
    """Say that a priority is done."""
    with transaction.atomic():
        p = _pak(wie, prioriteit_id, versie)
        p.klaar_op = vandaag()
        p.save(update_fields=["klaar_op"])
        leg_vast(wie, "prioriteit.klaar", soort="prioriteit", onderwerp_id=p.pk)
    return p


def _pak(wie: Wie, prioriteit_id: UUID, versie: int) -> Prioriteit:
    """Take an open priority of the own municipality; the first of two people wins."""
    p = Prioriteit.objects.filter(pk=prioriteit_id, gemeente=wie.organisatie).first()
    if p is None:
        raise NietGevonden("Deze prioriteit is er niet.")
    if not mag_prioriteiten(wie, wie.organisatie):
        raise GeenRecht(_WIE)
    if p.klaar_op or not Prioriteit.objects.filter(pk=p.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Een collega heeft deze prioriteit net gewijzigd. Bekijk hem opnieuw.")
    p.versie = versie + 1
    return p
