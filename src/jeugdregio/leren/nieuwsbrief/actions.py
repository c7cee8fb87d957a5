"""Making an issue of published stories, practice and the agenda; a version each time; sending it once."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import AMSTERDAM, vandaag
from jeugdregio.leren.etalage.models import Praktijk
from jeugdregio.leren.leerkring.models import Kring, Verhaal
from jeugdregio.leren.nieuwsbrief.inhoud import als_agenda, als_praktijk, als_verhaal, niet_meer_te_vertellen
from jeugdregio.leren.nieuwsbrief.models import Nieuwsbrief, Uitgave
from jeugdregio.leren.nieuwsbrief.permissions import mag_maken, zichtbare_nieuwsbrieven
from jeugdregio.leren.permissions import eis
from jeugdregio.leren.tekst import toets
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie

_WIE = "De nieuwsbrief maakt het regiokantoor."
_NODIG = {"titel": "Geef een titel.", "inleiding": "Schrijf een inleiding."}


@transaction.atomic
def begin(wie: Wie, *, titel: str, inleiding: str) -> Nieuwsbrief:
    """Begin the next issue with an empty first version."""
    eis(mag_maken(wie) and wie.gebruiker is not None, _WIE)
    assert wie.gebruiker is not None  # noqa: S101  eis
    schoon = toets({"titel": titel, "inleiding": inleiding}, _NODIG)
    organisatie = Organisatie.objects.select_for_update().get(pk=wie.organisatie_id)
    nummer = (Nieuwsbrief.objects.aggregate(hoogste=Max("nummer"))["hoogste"] or 0) + 1
    brief = Nieuwsbrief.objects.create(nummer=nummer, uitgever=organisatie)
    Uitgave.objects.create(nieuwsbrief=brief, nummer=1, gemaakt_door=wie.gebruiker, **schoon)
    leg_vast(wie, "nieuwsbrief.begonnen", soort="nieuwsbrief", onderwerp_id=brief.pk)
    return brief


@transaction.atomic
def stel_samen(
    wie: Wie, brief_id: UUID, *, versie: int, titel: str, inleiding: str, verhalen: Iterable[Verhaal] = (),
    praktijken: Iterable[Praktijk] = (), kringen: Iterable[Kring] = (),
) -> Uitgave:  # fmt: skip
    """Make the next version of an issue from chosen items. Raises Geweigerd when a story may not be told."""
    brief = _pak(wie, brief_id, versie)
    schoon = toets({"titel": titel, "inleiding": inleiding}, _NODIG)
    inhoud = [
        *(als_verhaal(v) for v in verhalen), *(als_praktijk(p) for p in praktijken), *(als_agenda(k) for k in kringen)
    ]  # fmt: skip
    _eis_te_vertellen(inhoud)
    nummer = (brief.uitgaven.aggregate(hoogste=Max("nummer"))["hoogste"] or 0) + 1
    assert wie.gebruiker is not None  # noqa: S101  mag_maken needs a role, a role needs a person
    uitgave = Uitgave.objects.create(
        nieuwsbrief=brief, nummer=nummer, inhoud=inhoud, gemaakt_door=wie.gebruiker, **schoon
    )
    leg_vast(wie, "nieuwsbrief.versie", soort="nieuwsbrief", onderwerp_id=brief.pk, gegevens={"nummer": nummer})
    return uitgave


@transaction.atomic
def verzend(wie: Wie, brief_id: UUID, *, versie: int, op: date) -> Nieuwsbrief:
    """Write down that the last version was sent, and on what day. After this nothing changes."""
    brief = _pak(wie, brief_id, versie)
    uitgave = brief.uitgaven.first()
    if uitgave is None or not uitgave.inhoud:
        raise Geweigerd("Deze nieuwsbrief is leeg. Kies eerst een verhaal, een praktijk of de agenda.")
    _eis_te_vertellen(uitgave.inhoud)
    if op > vandaag() or op < uitgave.gemaakt_op.astimezone(AMSTERDAM).date():
        raise Geweigerd("Deze dag kan niet.", velden={"op": "Kies een dag vanaf de laatste versie tot en met vandaag."})
    brief.verzonden_op = op
    brief.save(update_fields=["verzonden_op"])
    leg_vast(wie, "nieuwsbrief.verzonden", soort="nieuwsbrief", onderwerp_id=brief.pk)
    return brief


def _eis_te_vertellen(inhoud: list[dict[str, str]]) -> None:
    weg = niet_meer_te_vertellen(inhoud)
    titels = ", ".join(deel["titel"] for deel in inhoud if deel["id"] in weg)
    if titels:
        raise Geweigerd(f"Dit mag niet (meer) naar buiten: {titels}. Maak een versie zonder.")


def _pak(wie: Wie, brief_id: UUID, versie: int) -> Nieuwsbrief:
    eis(mag_maken(wie), _WIE)
    brief = zichtbare_nieuwsbrieven(wie).select_for_update(of=("self",)).filter(pk=brief_id).first()
    if brief is None:
        raise NietGevonden("Deze nieuwsbrief is er niet.")
    if brief.versie != versie:
        raise Conflict("Iemand heeft deze nieuwsbrief net gewijzigd. Bekijk hem opnieuw.")
    if brief.verzonden_op:
        raise Conflict("Deze nieuwsbrief is al verzonden. Maak een nieuwe.")
    brief.versie += 1
    brief.save(update_fields=["versie"])
    return brief
