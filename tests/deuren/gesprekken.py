"""The doors of the quarterly talks. The talk behind them is between Lelystad and De Brug: another sees nothing."""

from datetime import date

from jeugdregio.zorglandschap.gesprekken.models import Actie, Gesprek
from tests.deuren.deur import IEDEREEN, Deur
from tests.wereld import Wereld

LEIDER, AANBIEDER = {"contract_lelystad"}, {"noor"}
# Who has a role in talks; the director reads them all, a provider or institution its own.
LEZERS = {"contract_lelystad", "controller_lelystad", "beleid_lelystad", "directeur"} | AANBIEDER
LIJST = LEZERS | {"iris", "gi_medewerker"}
ELDERS = {"iris", "gi_medewerker"}


def _leidt(**sleutels: object) -> Deur:
    return Deur(LEIDER, post=True, **sleutels)


DEUREN: dict[str, Deur] = {
    "gesprekken:lijst": Deur(LIJST),
    "gesprekken:nieuw": Deur(LEIDER),
    "gesprekken:gesprek": Deur(LEZERS, onzichtbaar=IEDEREEN - LEZERS, gesprek_id="gesprek"),
    "gesprekken:voorbereiden": _leidt(gesprek_id="gesprek"),
    "gesprekken:verzetten": _leidt(gesprek_id="gesprek"),
    "gesprekken:houden": _leidt(gesprek_id="gesprek"),
    "gesprekken:vervallen": _leidt(gesprek_id="gesprek"),
    "gesprekken:actie": _leidt(gesprek_id="gesprek"),
    "gesprekken:punt": Deur(LEIDER | AANBIEDER, onzichtbaar=ELDERS, post=True, gesprek_id="gesprek"),
    "gesprekken:afronden": Deur(LEIDER | AANBIEDER, onzichtbaar=IEDEREEN - LEZERS, actie_id="gespreksactie"),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a talk between Lelystad and De Brug with an action of De Brug."""
    regio = wereld.regio
    gesprek = Gesprek.objects.create(
        aanbieder=regio.de_brug, beheerder=regio.lelystad, jaar=2026, kwartaal=3, op=date(2026, 11, 10)
    )
    actie = Actie.objects.create(
        gesprek=gesprek, wat="Stuur het keurmerk", eigenaar=regio.de_brug, uiterlijk=date(2026, 12, 1)
    )
    return {"gesprek": gesprek, "gespreksactie": actie}
