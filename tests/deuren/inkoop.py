"""The doors of the purchase calendar. The purchase behind them is of Lelystad alone."""

from datetime import date

from jeugdregio.zorglandschap.inkoop.models import Fase, Inkooptraject, Kavel
from tests.deuren.deur import IEDEREEN, Deur
from tests.wereld import Wereld

BEHEER = {"contract_lelystad"}
LEZERS = BEHEER | {"beleid_lelystad", "controller_lelystad", "wethouder_lelystad", "jurist_lelystad"}
REGIO = {"directeur", "secretaris"}

DEUREN: dict[str, Deur] = {
    "inkoop:lijst": Deur(LEZERS | REGIO),
    "inkoop:nieuw": Deur(BEHEER),
    "inkoop:traject": Deur(LEZERS, onzichtbaar=IEDEREEN - LEZERS, traject_id="inkooptraject"),
    "inkoop:csv": Deur(LEZERS, onzichtbaar=IEDEREEN - LEZERS, traject_id="inkooptraject"),
    "inkoop:ics": Deur(LEZERS, onzichtbaar=IEDEREEN - LEZERS, traject_id="inkooptraject"),
    "inkoop:kavel": Deur(BEHEER, post=True, traject_id="inkooptraject"),
    "inkoop:start": Deur(BEHEER, post=True, traject_id="inkooptraject"),
    "inkoop:stoppen": Deur(BEHEER, post=True, traject_id="inkooptraject"),
    "inkoop:fase": Deur(BEHEER | {"beleid_lelystad"}, onzichtbaar=IEDEREEN - LEZERS, fase_id="inkoopfase"),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a purchase of Lelystad with one phase for its policy officer."""
    traject = Inkooptraject.objects.create(
        naam="Lokaal", start=date(2028, 1, 1), opdrachtgever=wereld.regio.lelystad, grondslag="Besluit",
        begonnen_op=date(2026, 9, 1),
    )  # fmt: skip
    kavel = Kavel.objects.create(traject=traject, nummer=1, naam="Ambulant", niveau="lokaal")
    fase = Fase.objects.create(
        kavel=kavel, code="plan", naam="Inkoopplan", volgorde=1, dagen=10, rol="beleidsmedewerker", grondslag="x",
        begin=date(2026, 12, 1), eind=date(2026, 12, 10),
    )  # fmt: skip
    return {"inkooptraject": traject, "inkoopfase": fase}
