"""What deciding on a request has in common: finding it, the version, the lines, the turn, the outbox."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import F

from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.bestuur.mandaten.gebruik import oefen_uit
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.actions import meld_beantwoord
from jeugdregio.toegang.models import Verzoek, VerzoekRegel
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_verzoeken

OPEN = (VerzoekRegel.Staat.OPEN, VerzoekRegel.Staat.ONDERZOEK)


def beurt_beantwoorden(verzoek_id: UUID) -> str:
    """Key of the turn to answer a request."""
    return f"verzoek:{verzoek_id}:beantwoorden"


def sleutel_intrekking(verzoek_id: object) -> str:
    """Key of the turn to refuse a request that the provider no longer wants."""
    return f"verzoek:{verzoek_id}:intrekken"


def te_beslissen(wie: Wie, verzoek_id: UUID) -> Verzoek:
    """Return the request this person may decide on. Raises GeenRecht, NietGevonden."""
    eis_toegang(wie)
    verzoek = (
        zichtbare_verzoeken(wie).filter(pk=verzoek_id).select_related("kind__gemeente", "gemeente", "aanbieder").first()
    )
    if verzoek is None:
        raise NietGevonden("Dit verzoek is er niet.")
    return verzoek


def pak(verzoek: Verzoek, versie: int) -> None:
    """Take the request for a decision, in the caller's transaction: the first of two people wins.

    Raises Conflict when it changed since `versie`.
    """
    gepakt = Verzoek.objects.filter(pk=verzoek.pk, versie=versie).update(versie=F("versie") + 1)
    if not gepakt:
        raise Conflict("Een collega heeft dit verzoek net gewijzigd. Bekijk het opnieuw en beslis dan.")
    verzoek.versie = versie + 1


def eis_bevoegd(wie: Wie, verzoek: Verzoek, handeling: str) -> None:
    """Ask the register of mandates whether access may decide here, and keep its answer with the request.

    In the caller's transaction. Raises Geweigerd with what is missing in the chain.
    """
    oefen_uit(
        wie.organisatie, handeling, verzoek.gemeente, functie=Rol.TOEGANG, soort="verzoek", onderwerp_id=verzoek.pk
    )


def kies_regels(verzoek: Verzoek, regel_ids: Iterable[UUID], staten: Sequence[str] = OPEN) -> list[VerzoekRegel]:
    """Return the chosen lines.

    Raises Geweigerd for none, NietGevonden for a line of something else, Conflict for one that is answered.
    """
    ids = set(regel_ids)
    if not ids:
        raise Geweigerd("Kies ten minste een product.", velden={"regels": "Kies ten minste een product."})
    regels = list(verzoek.regels.filter(pk__in=ids).order_by("referentie_aanbieder"))
    if len(regels) != len(ids):
        raise NietGevonden("Een van deze producten hoort niet bij dit verzoek.")
    if any(regel.staat not in staten for regel in regels):
        raise Conflict("Een van deze producten is al beantwoord. Bekijk het verzoek opnieuw.")
    return regels


def sluit_beurt_als_klaar(verzoek: Verzoek) -> None:
    """Close the turn when every line has its final answer."""
    if not verzoek.regels.filter(staat__in=OPEN).exists():
        rond_af(beurt_beantwoorden(verzoek.pk), sleutel_intrekking(verzoek.pk))
        meld_beantwoord(verzoek.bericht_id)
