"""A question that a family puts to an executing organisation: in the file that is there, or in a new one.

Such an organisation sees a file only by its role in a question. So it does not look for the file: it says who the child
is, and the question lands where it belongs. One act, because a file without its question it could not see.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.gezinnen.aanmaken import NieuwKind, schrijf_in
from jeugdregio.toegang.gezinnen.bsn import GROND
from jeugdregio.toegang.gezinnen.zoeken import Signalement
from jeugdregio.toegang.hulpvragen.aannemen import eis_aannemen
from jeugdregio.toegang.hulpvragen.actions import leg_vraag_vast
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Kind


@dataclass(frozen=True)
class Vraag:
    """What the family asks, along which road (a Weg), since when; `van` is who hands over."""

    weg: str
    ontvangen_op: date
    tekst: str = ""
    verwijzer: str = ""
    van: Organisatie | None = None


def neem_aan(wie: Wie, nieuw: NieuwKind, vraag: Vraag, *, ander_kind: bool = False) -> Hulpvraag:
    """Write down a question for a child of the municipality one works for; its file is found by BSN, or made.

    Raises GeenRecht where the municipality does not let this organisation indicate; Geweigerd for a BSN whose file
    names another child, and what `maak_kind` and `open_hulpvraag` refuse. Nothing is kept when one part is refused.
    """
    gemeente = eis_aannemen(wie)
    bekend = _bekend(wie, gemeente, nieuw.signalement)
    with transaction.atomic():
        kind = bekend or schrijf_in(wie, gemeente, nieuw, ander_kind=ander_kind)
        return leg_vraag_vast(
            wie, kind, vraag.weg, vraag.ontvangen_op, vraag=vraag.tekst, verwijzer=vraag.verwijzer, van=vraag.van
        )


def _bekend(wie: Wie, gemeente: Organisatie, gezien: Signalement) -> Kind | None:
    """Find the file with this BSN. A number alone opens no file: surname and birth date must be the child's too."""
    if not gezien.bsn:
        return None
    kind = Kind.objects.filter(gemeente=gemeente, bsn_zoek=zoeksleutel(gezien.bsn)).first()
    if kind is None:
        return None
    leg_inzage_vast(wie, [kind.pk], scherm="hulpvraag_aannemen", soort="kind", onderwerp_id=kind.pk)
    zelfde_naam = kind.achternaam.casefold() == gezien.achternaam.strip().casefold()
    if zelfde_naam and kind.geboortedatum == gezien.geboortedatum:
        return kind
    tekst = "Bij dit bsn horen een andere achternaam of geboortedatum. Kijk ze na, of bel de toegang van de gemeente."
    raise Geweigerd(tekst, grondslag=GROND, velden={"bsn": tekst})
