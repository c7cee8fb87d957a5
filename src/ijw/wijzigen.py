"""How a wished change of an assignment must be sent: the same number again, or an end and a new number.

OP033x1 names what may change under the same number, OP257 when a new assignment is needed, OP380 when stretching the
end date is obligatory, IV066 which number is used. Nothing here reads a clock.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ijw.eenheden import TOTAAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """What an assignment says, or what is wished; for a wish `ingangsdatum` is the day the change begins."""

    ingangsdatum: date
    einddatum: date | None = None
    volume: int | None = None
    eenheid: str | None = None
    frequentie: str | None = None
    budget: int | None = None

    @property
    def omvang(self) -> tuple[int | None, str | None, str | None]:
        """Volume, unit and frequency together."""
        return self.volume, self.eenheid, self.frequentie


class Vorm(StrEnum):
    """How a change is sent."""

    BLIJFT = "blijft"
    ZELFDE_NUMMER = "zelfde nummer"
    NIEUW_NUMMER = "eindigen en een nieuw nummer"
    AANSLUITEND = "nieuw nummer na het einde"


def vorm_van_wijziging(nu: Afspraak, gewenst: Afspraak, vandaag: date) -> Vorm:
    """Return how a wished change is sent on `vandaag`.

    AANSLUITEND: the assignment is already over, so longer help is a new one (OP380, last condition). NIEUW_NUMMER: the
    size changes of an assignment that is not a total or budget, so the old one ends the day before (OP257).
    """
    verstreken = nu.einddatum is not None and nu.einddatum < vandaag
    langer = nu.einddatum is not None and (gewenst.einddatum is None or gewenst.einddatum > nu.einddatum)
    if verstreken and langer:
        return Vorm.AANSLUITEND
    if gewenst.omvang == nu.omvang and gewenst.budget == nu.budget:
        return Vorm.BLIJFT if gewenst.einddatum == nu.einddatum else Vorm.ZELFDE_NUMMER
    return Vorm.ZELFDE_NUMMER if _over_de_hele_looptijd(nu, gewenst) else Vorm.NIEUW_NUMMER


def oprekken_verplicht(nu: Afspraak, gewenst: Afspraak, vandaag: date) -> bool:
    """Tell whether OP380 obliges to stretch the end date: longer help, same size, not a total, not over yet."""
    langer = nu.einddatum is not None and (gewenst.einddatum is None or gewenst.einddatum > nu.einddatum)
    loopt_nog = nu.einddatum is not None and nu.einddatum >= vandaag
    return langer and loopt_nog and nu.frequentie != TOTAAL and gewenst.omvang == nu.omvang


def eist_overleg(nu: Afspraak, gewenst: Afspraak, vandaag: date) -> str:
    """Return the rule that asks for the consent of the provider when the municipality takes the initiative, or "".

    An end in the past (OP186), a lower total (OP298), a lower budget (OP299), a shorter period (OP033x1).
    """
    eind = gewenst.einddatum
    korter = eind is not None and (nu.einddatum is None or eind < nu.einddatum)
    if korter and eind is not None and eind < vandaag:
        return "OP186"
    if nu.frequentie == TOTAAL and (gewenst.volume or 0) < (nu.volume or 0):
        return "OP298"
    if nu.budget is not None and (gewenst.budget or 0) < nu.budget:
        return "OP299"
    return "OP033x1" if korter else ""


def _over_de_hele_looptijd(nu: Afspraak, gewenst: Afspraak) -> bool:
    """A budget or a total counts for the whole period, so it changes under its own number (OP257)."""
    if nu.budget is not None and gewenst.budget is not None:
        return True
    return nu.frequentie == TOTAAL and (gewenst.eenheid, gewenst.frequentie) == (nu.eenheid, TOTAAL)
