"""The numbers of the procedure and the leading principles: dated, with who agreed on them. The past never changes."""

from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.instellingen import STANDAARD
from jeugdregio.bestuur.consent.models import Principe, Spelregel
from jeugdregio.bestuur.consent.permissions import mag_afspreken
from jeugdregio.bestuur.consent.toetsen_invoer import eis_ingevuld, eis_keuze
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.wie import Wie

HOOGSTE = 365
_BRON = {"bron": "Schrijf wie dit afsprak en wanneer."}


@transaction.atomic
def leg_spelregel_vast(wie: Wie, *, code: str, waarde: int, van: date, bron: str) -> Spelregel:
    """Record a number that holds from a day on; the one before it ends the day before. Raises Geweigerd, Conflict."""
    _eis_recht(wie)
    eis_keuze({"code": code}, STANDAARD)
    _toets(van, {"bron": bron}, _BRON)
    if not 1 <= waarde <= HOOGSTE:
        melding = f"Kies een getal van 1 tot en met {HOOGSTE}."
        raise Geweigerd(melding, velden={"waarde": melding})
    if Spelregel.objects.filter(code=code, van__gte=van).exists():
        raise Conflict("Er staat al een waarde vanaf die dag of later. Kies een latere dag.")
    Spelregel.objects.filter(code=code, tot=None).update(tot=van - timedelta(days=1))
    try:
        with transaction.atomic():
            regel = Spelregel.objects.create(code=code, waarde=waarde, van=van, bron=bron.strip())
    except IntegrityError as fout:
        raise Conflict("Een collega legde net een waarde vast vanaf die dag. Bekijk de lijst opnieuw.") from fout
    _log(wie, "spelregel.vastgelegd", regel.pk, {"code": code, "waarde": waarde})
    return regel


@transaction.atomic
def leg_principe_vast(wie: Wie, *, tekst: str, van: date, bron: str) -> Principe:
    """Record a leading principle that holds from a day on. Raises Geweigerd."""
    _eis_recht(wie)
    _toets(van, {"tekst": tekst, "bron": bron}, {"tekst": "Schrijf het principe op.", **_BRON})
    principe = Principe.objects.create(tekst=tekst.strip(), van=van, bron=bron.strip())
    _log(wie, "principe.vastgelegd", principe.pk)
    return principe


@transaction.atomic
def beeindig_principe(wie: Wie, principe_id: UUID) -> Principe:
    """Let a principle hold for the last time today; proposals that named it keep it. Raises NietGevonden, Conflict."""
    _eis_recht(wie)
    principe = Principe.objects.select_for_update().filter(pk=principe_id).first()
    if principe is None:
        raise NietGevonden("Dit principe is er niet.")
    if principe.tot is not None or principe.van > vandaag():
        raise Conflict("Dit principe geldt niet, of het heeft al een laatste dag.")
    principe.tot = vandaag()
    principe.save(update_fields=["tot"])
    _log(wie, "principe.beeindigd", principe.pk)
    return principe


def _eis_recht(wie: Wie) -> None:
    if not mag_afspreken(wie):
        raise GeenRecht("Alleen de secretaris en het beleid van het regiokantoor leggen dit vast.")


def _toets(van: date, velden: dict[str, str], meldingen: dict[str, str]) -> None:
    eis_ingevuld(velden, meldingen)
    weiger_persoonsgegevens(velden)
    if van < vandaag():
        raise Geweigerd(
            "Een afspraak werkt niet terug: wat al is berekend blijft zo.", velden={"van": "Kies vandaag of later."}
        )


def _log(wie: Wie, wat: str, onderwerp: UUID, gegevens: dict[str, object] | None = None) -> None:
    leg_vast(wie, wat, soort="spelregel", onderwerp_id=onderwerp, gegevens=gegevens)
