"""Acts on a stuck case: call it stuck, take it up or back down, close it. Who holds which role never changes here."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import open_beurten, rond_af
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Casusrol
from jeugdregio.toegang.hulpvragen.permissions import te_behandelen
from jeugdregio.toegang.opschaling import beurten
from jeugdregio.toegang.opschaling.anoniem import eis_zonder_naam
from jeugdregio.toegang.opschaling.models import Casusvraag, Niveau, Niveauregel, Opschaling, Stap
from jeugdregio.toegang.opschaling.models.niveaus import MET_EXPERTTEAM
from jeugdregio.toegang.opschaling.niveaus import regel_voor, termijn
from jeugdregio.toegang.opschaling.permissions import zichtbare_opschalingen


@dataclass(frozen=True, kw_only=True)
class Verder:
    """Where a case goes and why; `leernotitie` is what was learnt at the level it leaves."""

    niveau: str
    reden: str
    geprobeerd: str
    leernotitie: str = ""


def open_opschaling(
    wie: Wie, hulpvraag_id: UUID, *, vraag: str, geprobeerd: str, niveau: str = Niveau.LOKAAL
) -> Opschaling:
    """Call a question for help stuck, at the local team or straight at another level without expert team.

    Raises Geweigerd for an empty or naming text, a closed question or a level that is not there; Conflict when it is
    stuck already.
    """
    hulpvraag = te_behandelen(wie, hulpvraag_id, als=(Casusrol.INDICATIE, Casusrol.CASUSREGIE))
    _eis_tekst({"vraag": vraag, "geprobeerd": geprobeerd})
    eis_zonder_naam(hulpvraag.kind, {"vraag": vraag, "geprobeerd": geprobeerd})
    if hulpvraag.afgesloten_op is not None:
        raise Geweigerd("Deze hulpvraag is afgesloten. Open een nieuwe.")
    regel = regel_zonder_expertteam(hulpvraag.gemeente, niveau)
    try:
        with transaction.atomic():
            opschaling = Opschaling.objects.create(
                hulpvraag=hulpvraag, gemeente=hulpvraag.gemeente, vraag=vraag.strip(), geopend_op=vandaag()
            )
            stap = nieuwe_stap(wie, opschaling, regel, reden=vraag, geprobeerd=geprobeerd)
            open_beurten([beurten.stapbeurt(stap)])
            log(wie, opschaling, "geopend", {"niveau": niveau})
    except IntegrityError as fout:
        raise Conflict("Deze hulpvraag is al opgeschaald. Ga naar die zaak.") from fout
    return opschaling


def ga_naar(wie: Wie, opschaling_id: UUID, *, versie: int, verder: Verder) -> Stap:
    """Take a case to another level, up or back down. For access, and for who owns the level where it lies.

    An expert team is asked with a case request (`casussen.dien_in`). Raises Geweigerd, Conflict, NietGevonden.
    """
    with transaction.atomic():
        opschaling = pak(wie, opschaling_id, versie)
        if verder.niveau == open_stap(opschaling).niveau:
            melding = "De zaak ligt al op dit niveau. Kies een ander."
            raise Geweigerd(melding, velden={"niveau": melding})
        regel = regel_zonder_expertteam(opschaling.gemeente, verder.niveau)
        eis_geen_advies_onderweg(opschaling)
        return verplaats(wie, opschaling, regel, verder)


def sluit(
    wie: Wie, opschaling_id: UUID, *, versie: int, afloop: str, afloop_reden: str, leernotitie: str
) -> Opschaling:
    """Close a case: how it ended and what was learnt. Raises Geweigerd while an advice or Team AnderS still runs."""
    with transaction.atomic():
        opschaling = pak(wie, opschaling_id, versie)
        velden = {"afloop_reden": afloop_reden, "leernotitie": leernotitie}
        _eis_tekst(velden)
        eis_zonder_naam(opschaling.hulpvraag.kind, velden)
        if afloop not in Opschaling.Afloop.values:
            raise Geweigerd("Kies hoe het is afgelopen.", velden={"afloop": "Kies hoe het is afgelopen."})
        eis_geen_advies_onderweg(opschaling)
        if opschaling.inzetten.filter(gestopt_op__isnull=True).exists():
            raise Geweigerd("Team AnderS is nog bezig. Leg eerst vast wanneer en waarom dat stopt.")
        stap = open_stap(opschaling)
        _rond_stap_af(stap, leernotitie)
        opschaling.afgesloten_op, opschaling.afloop = vandaag(), afloop
        opschaling.afloop_reden = afloop_reden.strip()
        opschaling.save(update_fields=["afgesloten_op", "afloop", "afloop_reden"])
        log(wie, opschaling, "gesloten", {"afloop": afloop})
    return opschaling


def verplaats(wie: Wie, opschaling: Opschaling, regel: Niveauregel, verder: Verder, *, met_beurt: bool = True) -> Stap:
    """End the open step and begin the next, in the caller's transaction; without `met_beurt` that opens the turn."""
    velden = {"reden": verder.reden, "geprobeerd": verder.geprobeerd}
    huidig = open_stap(opschaling)
    if huidig.niveau == Niveau.DOORBRAAK:
        velden["leernotitie"] = verder.leernotitie
    _eis_tekst(velden)
    eis_zonder_naam(opschaling.hulpvraag.kind, {**velden, "leernotitie": verder.leernotitie})
    _rond_stap_af(huidig, verder.leernotitie)
    stap = nieuwe_stap(wie, opschaling, regel, reden=verder.reden, geprobeerd=verder.geprobeerd)
    if met_beurt:
        open_beurten([beurten.stapbeurt(stap)])
    log(wie, opschaling, "verplaatst", {"van": huidig.niveau, "naar": stap.niveau})
    return stap


def nieuwe_stap(wie: Wie, opschaling: Opschaling, regel: Niveauregel, *, reden: str, geprobeerd: str) -> Stap:
    """Begin a step at a level today, in the caller's transaction."""
    uiterlijk, uitleg = termijn(regel, vandaag())
    return Stap.objects.create(
        opschaling=opschaling, nummer=opschaling.stappen.count() + 1, niveau=regel.niveau, regel=regel,
        organisatie=regel.organisatie or opschaling.gemeente, rol=regel.rol, begon_op=vandaag(), uiterlijk=uiterlijk,
        uitleg=uitleg, reden=reden.strip(), geprobeerd=geprobeerd.strip(), door=wie.gebruikersnaam,
        namens=wie.organisatie,
    )  # fmt: skip


def _rond_stap_af(stap: Stap, leernotitie: str) -> None:
    stap.klaar_op, stap.leernotitie = vandaag(), leernotitie.strip()
    stap.save(update_fields=["klaar_op", "leernotitie"])
    rond_af(beurten.sleutel_stap(stap.pk))


def open_stap(opschaling: Opschaling) -> Stap:
    """Return the step that is open. Raises Conflict when the case is closed."""
    stap = opschaling.stappen.select_related("regel__team", "organisatie").filter(klaar_op__isnull=True).first()
    if stap is None:
        raise Conflict("Deze zaak is al gesloten.")
    return stap


def pak(wie: Wie, opschaling_id: UUID, versie: int) -> Opschaling:
    """Take a case for a change, in the caller's transaction. Raises NietGevonden, Conflict."""
    opschaling = (
        zichtbare_opschalingen(wie).select_for_update(of=("self",)).filter(pk=opschaling_id)
        .select_related("hulpvraag__kind", "gemeente").first()
    )  # fmt: skip
    if opschaling is None:
        raise NietGevonden("Deze zaak is er niet.")
    if opschaling.versie != versie:
        raise Conflict("Een collega heeft deze zaak net gewijzigd. Bekijk hem opnieuw; je invoer staat er nog.")
    if opschaling.afgesloten_op is not None:
        raise Conflict("Deze zaak is al gesloten.")
    opschaling.versie += 1
    opschaling.save(update_fields=["versie"])
    return opschaling


def regel_zonder_expertteam(gemeente: Organisatie, niveau: str) -> Niveauregel:
    """Return the rule of a level that is not an expert team. Raises Geweigerd."""
    if niveau in MET_EXPERTTEAM:
        melding = "Een expertteam vraag je met een casusvraag. Kies 'Vraag een expertteam'."
        raise Geweigerd(melding, velden={"niveau": melding})
    return regel_voor(gemeente, niveau)


def eis_geen_advies_onderweg(opschaling: Opschaling) -> None:
    """Raise Geweigerd while an expert team has the case or its advice waits for a reaction."""
    onderweg = (*Casusvraag.VOOR_ADVIES, Casusvraag.Staat.GEADVISEERD)
    if Casusvraag.objects.filter(stap__opschaling=opschaling, staat__in=onderweg).exists():
        raise Geweigerd("Er ligt nog een vraag bij het expertteam. Wacht het advies af, of trek de vraag in.")


def _eis_tekst(velden: Mapping[str, str]) -> None:
    fouten = {veld: "Vul dit in." for veld, tekst in velden.items() if not tekst.strip()}
    if fouten:
        raise Geweigerd("Er ontbreekt nog iets.", velden=fouten)


def log(wie: Wie, opschaling: Opschaling, wat: str, gegevens: dict[str, object] | None = None) -> None:
    """Log an act on a case."""
    leg_vast(
        wie, f"opschaling.{wat}", kind_id=opschaling.hulpvraag.kind_id, soort="opschaling",
        onderwerp_id=opschaling.pk, gegevens=gegevens,
    )  # fmt: skip
