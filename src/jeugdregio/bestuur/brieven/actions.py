"""Writing the regional text of a letter: begin, write, release to the municipalities, make a new version."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.bestuur.brieven import beurten, cijferplek
from jeugdregio.bestuur.brieven.inhoud import vingerafdruk
from jeugdregio.bestuur.brieven.models import Brief, Kern, Schil
from jeugdregio.bestuur.brieven.permissions import eis, is_eigenaar, mag_schrijven, zichtbare_brieven
from jeugdregio.bestuur.brieven.soorten import DELEN, ontbrekend
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie

Staat = Brief.Staat
_WIE = "Alleen wie de brief opstelde, en collega's daar, kunnen de tekst wijzigen."


def begin(
    wie: Wie, *, zichtbaarheid: str, soort: str, onderwerp: str, verzenden_op: date, gemeenten: Iterable[UUID]
) -> Brief:
    """Begin a letter: who may read it comes first. A municipality writes only to its own council."""
    eis(mag_schrijven(wie), "Alleen het regiokantoor of een gemeente stelt een brief op.")
    assert wie.gebruiker is not None  # noqa: S101  mag_schrijven asks for a role
    gekozen = _gemeenten(wie, set(gemeenten))
    velden = {} if onderwerp.strip() else {"onderwerp": "Geef de brief een onderwerp."}
    if verzenden_op < vandaag():
        velden["verzenden_op"] = "Kies een dag vanaf vandaag."
    if velden:
        raise Geweigerd("De brief is nog niet compleet.", velden=velden)
    weiger_persoonsgegevens({"onderwerp": onderwerp})
    with transaction.atomic():
        brief = Brief.objects.create(
            soort=soort, onderwerp=onderwerp.strip(), zichtbaarheid=zichtbaarheid, eigenaar=wie.organisatie,
            opgesteld_door=wie.gebruiker, verzenden_op=verzenden_op,
        )  # fmt: skip
        Kern.objects.create(brief=brief)
        Schil.objects.bulk_create(Schil(brief=brief, gemeente=gemeente) for gemeente in gekozen)
        leg_vast(wie, "brief.begonnen", soort="brief", onderwerp_id=brief.pk)
    return brief


def schrijf(wie: Wie, brief_id: UUID, *, versie: int, delen: Mapping[str, str], wijziging: str = "") -> Kern:
    """Keep the text of the concept. Refuses personal data of a family, and a figure that does not exist."""
    with transaction.atomic():
        brief, kern = _concept(wie, brief_id, versie)
        tekst = {deel.code: delen.get(deel.code, "").strip() for deel in DELEN[brief.soort]}
        weiger_persoonsgegevens({**tekst, "wijziging": wijziging})
        cijferplek.eis_bekend(tekst)
        kern.delen, kern.wijziging = tekst, wijziging.strip()
        kern.save(update_fields=["delen", "wijziging"])
        leg_vast(wie, "brief.geschreven", soort="brief", onderwerp_id=brief.pk)
    return kern


def geef_vrij(wie: Wie, brief_id: UUID, *, versie: int) -> Kern:
    """Fix text and figures with their day and source, and give each municipality its turn to complete and send.

    From here all councils get the same words and the same figures. Raises Geweigerd, naming the parts still missing.
    """
    with transaction.atomic():
        brief, kern = _concept(wie, brief_id, versie)
        if mist := ontbrekend(brief.soort, kern.delen):
            namen = ", ".join(deel.kop for deel in mist)
            raise Geweigerd(
                f"Dit {brief.get_soort_display().lower()} mist nog: {namen}. Vul deze delen aan.",
                velden={deel.code: "Dit deel hoort erbij." for deel in mist},
            )
        if kern.nummer > 1 and not kern.wijziging:
            fout = "Schrijf op wat er anders is dan in de vorige versie."
            raise Geweigerd(fout, velden={"wijziging": fout})
        kern.cijfers = cijferplek.haal(kern.delen.values(), vandaag())
        kern.vingerafdruk, kern.bevroren_op = vingerafdruk(brief, kern.delen, kern.cijfers), nu()
        kern.save(update_fields=["cijfers", "vingerafdruk", "bevroren_op"])
        _zet(brief, Staat.VRIJ)
        beurten.open_verzenden(brief, kern)
        leg_vast(wie, "brief.vrijgegeven", soort="brief", onderwerp_id=brief.pk, gegevens={"versie": kern.nummer})
    return kern


def nieuwe_versie(wie: Wie, brief_id: UUID, *, versie: int) -> Kern:
    """Begin a next version from the released text. What was sent stays as it was; each council is sent to again."""
    with transaction.atomic():
        brief = _pak(wie, brief_id, versie)
        if brief.staat != Staat.VRIJ:
            raise Conflict("Een nieuwe versie begint bij een vrijgegeven tekst.")
        vorige = brief.kernen.latest("nummer")
        kern = Kern.objects.create(brief=brief, nummer=vorige.nummer + 1, delen=vorige.delen)
        _zet(brief, Staat.CONCEPT)
        beurten.vervallen(brief, vorige)
        leg_vast(wie, "brief.nieuwe_versie", soort="brief", onderwerp_id=brief.pk, gegevens={"versie": kern.nummer})
    return kern


def trek_in(wie: Wie, brief_id: UUID, *, versie: int) -> Brief:
    """Withdraw a letter that no council was sent yet."""
    with transaction.atomic():
        brief = _pak(wie, brief_id, versie)
        if brief.schillen.filter(verzendingen__isnull=False).exists():
            raise Geweigerd("Een raad heeft deze brief al. Maak een nieuwe versie waarin staat wat er anders is.")
        if brief.staat == Staat.INGETROKKEN:
            raise Conflict("Deze brief is al ingetrokken.")
        _zet(brief, Staat.INGETROKKEN)
        beurten.vervallen(brief, brief.kernen.latest("nummer"))
        leg_vast(wie, "brief.ingetrokken", soort="brief", onderwerp_id=brief.pk)
    return brief


def _gemeenten(wie: Wie, gekozen: set[UUID]) -> list[Organisatie]:
    mag = list(deelnemers())
    if wie.organisatie.soort == Soort.GEMEENTE:
        mag = [gemeente for gemeente in mag if gemeente.pk == wie.organisatie_id]
        gekozen = gekozen or {gemeente.pk for gemeente in mag}
    uit = [gemeente for gemeente in mag if gemeente.pk in gekozen]
    if not uit or len(uit) != len(gekozen):
        fout = "Kies een of meer raden van de regio; een gemeente schrijft alleen aan de eigen raad."
        raise Geweigerd(fout, velden={"gemeenten": fout})
    return uit


def _pak(wie: Wie, brief_id: UUID, versie: int) -> Brief:
    """Take the letter for a step: the first of two people wins, the other is told."""
    brief = zichtbare_brieven(wie).select_related("eigenaar").filter(pk=brief_id).first()
    if brief is None:
        raise NietGevonden("Deze brief is er niet.")
    eis(is_eigenaar(wie, brief), _WIE)
    if not Brief.objects.filter(pk=brief.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Iemand heeft deze brief net gewijzigd. Bekijk hem opnieuw; je tekst staat hieronder nog.")
    brief.versie = versie + 1
    return brief


def _concept(wie: Wie, brief_id: UUID, versie: int) -> tuple[Brief, Kern]:
    brief = _pak(wie, brief_id, versie)
    kern = brief.kernen.filter(bevroren_op=None).first()
    if brief.staat != Staat.CONCEPT or kern is None:
        raise Conflict("Deze tekst is vrijgegeven en verandert niet meer. Maak een nieuwe versie.")
    kern.brief = brief
    return brief, kern


def _zet(brief: Brief, staat: str) -> None:
    brief.staat = staat
    brief.save(update_fields=["staat"])
