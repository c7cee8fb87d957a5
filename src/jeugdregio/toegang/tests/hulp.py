"""Steps that several tests of this room take: a request that came in, and one that is ready to be assigned."""

from datetime import date
from uuid import UUID

from tests.berichten import jw315_xml
from tests.mensen import Regiomensen

from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Kind, Toestemming, Verzoek
from jeugdregio.toegang.toestemming.actions import Uitleg, Voor, leg_toestemming_vast


def ontvang_verzoek(*producten: object, **anders: object) -> Verzoek:
    """Take in a request and return it."""
    bericht = ontvang_en_verwerk(jw315_xml(*producten, **anders), kanaal="upload")  # type: ignore[arg-type]
    return Verzoek.objects.get(bericht=bericht)


def antwoord(
    wie: Wie, verzoek: Verzoek, drager_id: UUID | None, op: date, *, ja: bool = True, code: str = ""
) -> Toestemming:
    """Record an answer to the help of a request, explained the same day."""
    return leg_toestemming_vast(
        wie, verzoek.kind_id, drager_id, "ja" if ja else "nee", op,
        voor=Voor(verzoek_id=verzoek.pk, code=code), uitleg=Uitleg(tekst="Wat de hulp is en waarom.", op=op),
    )  # fmt: skip


def maak_klaar(regio: Regiomensen, kind: Kind, op: date) -> None:
    """Confirm residence and record the consent of the girl and both parents to all that is asked."""
    actions.bevestig_woonplaats(regio.fatima, kind.pk, date(2020, 1, 1), "Basisregistratie personen")
    moeder = actions.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Sanne Visser", "moeder")
    vader = actions.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Erik Visser", "vader")
    stem_allen_in(regio, kind, op, moeder.pk, vader.pk)


def stem_allen_in(regio: Regiomensen, kind: Kind, op: date, *drager_ids: UUID) -> None:
    """Record a yes of the child and these people (all with authority) to every request there is."""
    dragers = drager_ids or tuple(kind.gezagsdragers.values_list("pk", flat=True))
    for verzoek in Verzoek.objects.filter(kind=kind):
        for drager_id in (None, *dragers):
            antwoord(regio.fatima, verzoek, drager_id, op)
