"""Who must act on a message now, and until when: the same words in the list, on the page and in the test that
nothing hangs."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from jeugdregio.basis.klok import AMSTERDAM, nu
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.termijnen import VERZOEKEN

Staat = Bericht.Staat
NIEMAND = "niemand"


@dataclass(frozen=True)
class AanZet:
    """Who, what, and until when. `klaar` tells that nobody has to do anything; `toon` is that of the badge."""

    wie: str
    wat: str
    uiterlijk: date | None = None
    klaar: bool = False

    @property
    def toon(self) -> str:
        """Red is for what waits for people because it went wrong."""
        return "neutraal" if self.klaar else "info"


def aan_zet(bericht: Bericht, hersteller: Organisatie | None = None) -> AanZet:
    """Return who must act. The message comes with its `afzender` and `ontvanger`.

    `hersteller` has the open turn to mend what the other side refused: an answer that refuses does not end the road.
    """
    if hersteller is not None:
        return AanZet(hersteller.naam, "herstelt wat de ander afkeurde")
    return _WIE[Staat(bericht.staat)](bericht)


def _ontvangen(bericht: Bericht) -> AanZet:
    return AanZet("dit systeem", _volgende_poging(bericht, "verwerkt het", "probeert het opnieuw"))


def _verwerkt(bericht: Bericht) -> AanZet:
    if bericht.beantwoord_op is None and bericht.soort in VERZOEKEN:
        return AanZet(f"toegang {_naam(bericht.ontvanger)}", "beslist over het verzoek", bericht.antwoord_uiterlijk)
    return AanZet(NIEMAND, "het is overgenomen", klaar=True)


def _afgekeurd(bericht: Bericht) -> AanZet:
    afzender = bericht.afzender or bericht.aangeboden_door
    if bericht.antwoord_op_id:
        return AanZet(_naam(afzender), "verbetert het retourbericht en stuurt het opnieuw")
    return AanZet(_naam(afzender), "verbetert het en stuurt het met een nieuw nummer")


def _klaar(bericht: Bericht) -> AanZet:
    if bericht.kanaal == "api":
        return AanZet(_naam(bericht.ontvanger), "haalt het op", bericht.antwoord_uiterlijk)
    wat = _volgende_poging(bericht, "bezorgt het", "probeert het opnieuw")
    return AanZet("dit systeem", wat, bericht.antwoord_uiterlijk)


def _bezorgd(bericht: Bericht) -> AanZet:
    if bericht.antwoord_uiterlijk is None or bericht.beantwoord_op is not None:
        return AanZet(NIEMAND, "het is bezorgd", klaar=True)
    return AanZet(_naam(bericht.ontvanger), "stuurt het antwoord", bericht.antwoord_uiterlijk)


def _mislukt(bericht: Bericht) -> AanZet:
    return AanZet(f"berichtenbeheer {_naam(bericht.afzender)}", "neemt de oorzaak weg en bezorgt het opnieuw")


def _beantwoord(_bericht: Bericht) -> AanZet:
    return AanZet(NIEMAND, "het is beantwoord", klaar=True)


def _herhaald(_bericht: Bericht) -> AanZet:
    return AanZet(NIEMAND, "het eerdere bericht geldt", klaar=True)


_WIE = {
    Staat.ONTVANGEN: _ontvangen, Staat.VERWERKT: _verwerkt, Staat.AFGEKEURD: _afgekeurd, Staat.HERHAALD: _herhaald,
    Staat.KLAAR: _klaar, Staat.BEZORGD: _bezorgd, Staat.BEANTWOORD: _beantwoord, Staat.MISLUKT: _mislukt,
}  # fmt: skip


def _volgende_poging(bericht: Bericht, eerste: str, later: str) -> str:
    if bericht.volgende_poging_op is None:
        return eerste
    return f"{later} {_wanneer(bericht.volgende_poging_op)}"


def _wanneer(moment: datetime) -> str:
    hier = timezone.localtime(moment, AMSTERDAM)
    if moment <= nu():
        return "nu"
    return (
        f"om {hier:%H:%M}" if hier.date() == timezone.localtime(nu(), AMSTERDAM).date() else f"op {hier:%d-%m om %H:%M}"
    )


def _naam(organisatie: Organisatie | None) -> str:
    return organisatie.naam if organisatie else "de afzender"
