"""What people call a clock, whose turn it is and what they can do; a rule that is not here gets its own name."""

from dataclasses import dataclass
from datetime import date

from jeugdregio.organisaties.models import Rol
from recht.register import zoek

TEAMLEIDER = "Teamleider toegang"


@dataclass(frozen=True)
class Kloksoort:
    """`titel` is what must be done before the end. Without `rol` nobody at the municipality is waited for."""

    titel: str
    rol: str = Rol.TOEGANG
    handeling: str = "Bekijk de termijn"
    escalatie: str = TEAMLEIDER


_SOORTEN: dict[str, Kloksoort] = {
    "awb-beslistermijn": Kloksoort("Beslissen op de aanvraag"),
    "toegang-acht-weken": Kloksoort("Onderzoek afronden (lokale termijn)"),
    "plan-vaststellen": Kloksoort("Plan vaststellen"),
    "plan-schriftelijk": Kloksoort("Plan op schrift stellen"),
    "awb-buiten-behandeling": Kloksoort("Beslissen of de aanvraag buiten behandeling blijft"),
    "awb-bezwaartermijn": Kloksoort("Bezwaar maken", rol=""),
    "awb-beroepstermijn": Kloksoort("Beroep instellen", rol=""),
    "awb-beslissing-op-bezwaar": Kloksoort("Beslissen op het bezwaar", rol=Rol.JURIST),
    "awb-dwangsom-vaststellen": Kloksoort("Dwangsom vaststellen", rol=Rol.JURIST),
    "awb-verweer": Kloksoort("Stukken en verweer naar de rechtbank", rol=Rol.JURIST),
    "awb-opdracht-rechter": Kloksoort("Nieuw besluit na de uitspraak"),
    "awb-hoger-beroep": Kloksoort("Afwegen: in hoger beroep gaan?", rol=Rol.JURIST),
    "klacht-gemeente": Kloksoort("Klacht afhandelen", rol=Rol.JURIST),
    "klacht-reactie": Kloksoort("Nagaan wat de aanbieder doet met de klacht", rol=Rol.JURIST),
}
MET_DWANGSOM = frozenset({"awb-beslistermijn", "awb-beslissing-op-bezwaar"})
"""Only a decision on an application or on an objection can cost a penalty (Awb 4:17 and 7:14)."""


def soort_van(regel: str) -> Kloksoort:
    """Return how a clock under this rule is shown. Raises OnbekendeRegelError for a rule that is not there."""
    return _SOORTEN.get(regel) or Kloksoort(zoek(regel).naam)


def begin_van(regel: str) -> str:
    """Return the name of the input that is the start: the first date a rule must have."""
    return next(deel.naam for deel in zoek(regel).invoer if deel.verplicht and deel.soort is date)


def kent(regel: str, invoer: str) -> bool:
    """Tell whether a rule takes this input, so whether the clock can be suspended or adjourned in that way."""
    return any(deel.naam == invoer for deel in zoek(regel).invoer)
