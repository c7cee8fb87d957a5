"""The doors of the register of promises. The item behind them is not public: only the own council sees it."""

from datetime import date

from jeugdregio.bestuur.toezeggingen.models import Onderdeel, Raadsstuk, RegionaleActie
from tests.deuren.deur import GEMEENTE, IEDEREEN, REGIOKANTOOR, Deur
from tests.wereld import Wereld

BINNENSKAMERS = {"griffier_lelystad", "wethouder_lelystad", "beleid_lelystad", "jurist_lelystad"}
LEZERS = GEMEENTE | REGIOKANTOOR
COLLEGE = {"beleid_lelystad", "wethouder_lelystad"}
REGIO = {"directeur", "secretaris"}


def _stap(mag: set[str]) -> Deur:
    return Deur(mag, onzichtbaar=set(), post=True, stuk_id="stuk")


DEUREN: dict[str, Deur] = {
    "toezeggingen:lijst": Deur(LEZERS),
    "toezeggingen:csv": Deur(LEZERS),
    "toezeggingen:nieuw": Deur({"griffier_lelystad", "beleid_lelystad"}),
    "toezeggingen:inlezen": Deur({"griffier_lelystad", "beleid_lelystad"}),
    "toezeggingen:acties": Deur(LEZERS),
    "toezeggingen:actie": Deur(LEZERS, onzichtbaar=IEDEREEN - LEZERS, actie_id="actie"),
    "toezeggingen:actie_nieuw": Deur(REGIO),
    "toezeggingen:actie_klaar": Deur(REGIO, post=True, actie_id="actie"),
    "toezeggingen:stuk": Deur(BINNENSKAMERS, onzichtbaar=IEDEREEN - BINNENSKAMERS, stuk_id="stuk"),
    "toezeggingen:behandelen": _stap(COLLEGE),
    "toezeggingen:tussenbericht": _stap(COLLEGE),
    "toezeggingen:afdoen": _stap(COLLEGE),
    "toezeggingen:onderdeel": Deur(COLLEGE, post=True, stuk_id="stuk", onderdeel_id="onderdeel"),
    "toezeggingen:beoordelen": _stap({"griffier_lelystad"}),
    "toezeggingen:beeindigen": _stap({"griffier_lelystad"}),
}
OPEN = {"toezeggingen:openbaar", "toezeggingen:openbaar-csv"}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make an item of Lelystad behind closed doors, in two parts, and regional work."""
    actie = RegionaleActie.objects.create(
        titel="Bevindingen delen", eigenaar=wereld.regio.regiokantoor, uiterlijk=date(2026, 12, 1)
    )
    stuk = Raadsstuk.objects.create(
        nummer="LEL-1", soort="toezegging", gemeente=wereld.regio.lelystad, vergadering="raad",
        vergadering_op=date(2026, 3, 6), kern="De wethouder deelt de bevindingen.", indiener="Raadslid De Wit",
        portefeuillehouder="Wethouder Willem", datumsoort="zonder", uiterlijk=date(2026, 7, 1),
        zittingsperiode="2022-2026", openbaar=False,
    )  # fmt: skip
    onderdeel = Onderdeel.objects.create(stuk=stuk, volgorde=1, tekst="het doel")
    return {"stuk": stuk, "onderdeel": onderdeel, "actie": actie}
