"""The decision of 7 May 2026 on the request of Tom's parents: drafted by Fatima, signed by the team leader."""

from datetime import date, datetime

from tests.mensen import VAN, Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.bestuur.mandaten.models import Mandaat, Soort
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang.beschikkingen import models as besluiten
from jeugdregio.toegang.beschikkingen.models import Beschikking
from jeugdregio.toegang.bezwaren.models import Bezwaar
from jeugdregio.toegang.bezwaren.ontvangen import Binnengekomen, ontvang_bezwaar
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Gezagsdrager
from jeugdregio.toegang.termijnen.tests.hulp import vraag_aan

VERZONDEN = date(2026, 5, 7)
LAATSTE = date(2026, 6, 18)


def maak_besluit(regio: Regiomensen, hulpvraag: Hulpvraag | None = None, nummer: int = 1) -> Beschikking:
    """Make the sent decision, through the tables: taking it is tested in its own room."""
    hulpvraag = hulpvraag or vraag_aan(regio)
    for naam, relatie in (("Marieke Jansen", "moeder"), ("Ruben Jansen", "vader")):
        Gezagsdrager.objects.create(kind=hulpvraag.kind, naam=naam, relatie=relatie)
    return Beschikking.objects.create(
        kenmerk=f"BS-2026-0000{nummer}", kind=hulpvraag.kind, hulpvraag=hulpvraag, gemeente=hulpvraag.gemeente,
        soort=besluiten.Soort.WEIGERING, staat=besluiten.Staat.VERZONDEN, motivering="Het gezin kan dit zelf.",
        voorschrift="Jeugdwet 2.3 lid 1", weigergrond=besluiten.Weigergrond.EIGEN_KRACHT,
        opgesteld_door=regio.gebruiker("fatima"), namens="Namens het college van Lelystad",
        besloten_op=VERZONDEN, ondertekend_door=regio.gebruiker("teamleider_lelystad"),
        ondertekend_op=datetime(2026, 5, 7, 10, tzinfo=AMSTERDAM), inhoud={"tekst": "x"}, vingerafdruk="0" * 64,
        verzonden_op=VERZONDEN, bezwaar_tot=LAATSTE,
    )  # fmt: skip


def maak_bezwaar(
    regio: Regiomensen, op: date = LAATSTE, gepost_op: date | None = None, besluit: Beschikking | None = None
) -> Bezwaar:
    """Let the objection of Tom's mother come in on a day."""
    beschikking = besluit or Beschikking.objects.first() or maak_besluit(regio)
    moeder = Gezagsdrager.objects.get(kind=beschikking.kind, relatie="moeder")
    with klok.op(op):
        return ontvang_bezwaar(
            regio.fatima, beschikking.pk,
            Binnengekomen(
                kanaal="post" if gepost_op else "balie", ontvangen_op=op, gepost_op=gepost_op,
                gezagsdrager_id=moeder.pk, gronden="Wij redden het niet alleen.",
            ),
        )  # fmt: skip


def geef_mandaat(gemeente: Organisatie, *functies: str) -> None:
    """Let the college give its lawyer and team leader the power to decide on objections."""
    for functie in functies or (Rol.JURIST, Rol.TEAMLEIDER):
        mandaat = Mandaat.objects.create(
            soort=Soort.MANDAAT, gever=gemeente, ontvanger=gemeente, ontvanger_functie=functie,
            besluit="Mandaat bezwaar", handelingen=["bezwaar"], besluit_op=VAN, van=VAN, document="Mandaatbesluit",
            ondergeschikt=True, verantwoording="Jaarlijks aan het college",
        )  # fmt: skip
        mandaat.gemeenten.set([gemeente])
