"""Steps that several tests of this room take: a request that came in, and one that is ready to be assigned."""

from datetime import date

from tests.berichten import jw315_xml
from tests.mensen import Regiomensen

from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Kind, Verzoek


def ontvang_verzoek(*producten: object, **anders: object) -> Verzoek:
    """Take in a request and return it."""
    bericht = ontvang_en_verwerk(jw315_xml(*producten, **anders), kanaal="upload")  # type: ignore[arg-type]
    return Verzoek.objects.get(bericht=bericht)


def maak_klaar(regio: Regiomensen, kind: Kind, op: date) -> None:
    """Confirm residence and record the consent of the girl and both parents."""
    actions.bevestig_woonplaats(regio.fatima, kind.pk, date(2020, 1, 1), "Basisregistratie personen")
    moeder = actions.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Sanne Visser", "moeder")
    vader = actions.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Erik Visser", "vader")
    for drager_id in (None, moeder.pk, vader.pk):
        actions.leg_toestemming_vast(regio.fatima, kind.pk, drager_id, "ja", op)
