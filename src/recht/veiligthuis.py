"""Terms of Veilig Thuis and of the Raad voor de Kinderbescherming."""

from __future__ import annotations

from datetime import date

from recht.parameter import parameter
from recht.register import regel
from recht.termijn import dagen, loopt_af, weken, werkdagen
from recht.uitkomst import Stap, Uitkomst

BRON_BEOORDELING = "Uitvoeringsbesluit Wmo 2015 art. 4.1.7"
BRON_ONDERZOEK = "Handelingsprotocol Veilig Thuis"

BEOORDELING = parameter("veilig-thuis-beoordeling", "werkdagen", ("2019-01-01", 5, BRON_BEOORDELING))
ONDERZOEK = parameter("veilig-thuis-onderzoek", "weken", ("2015-01-01", 10, BRON_ONDERZOEK))
RAAD = parameter("raad-wachtnorm", "dagen", ("2015-01-01", 10, "wachtnorm, inspectierapport 2019"))


@regel(
    "veilig-thuis-beoordeling",
    naam="Veilig Thuis beoordeelt een melding",
    grondslag=f"{BRON_BEOORDELING}; Wmo 2015 4.1.1",
    bron="Uitvoeringsbesluit Wmo 2015",
    invoer={"melding": "dag van de melding"},
    voorbeelden={"melding=2026-07-09": "2026-07-16", "melding=2026-04-30": "2026-05-08"},
    let_op="De vindplaats van vijf werkdagen is uit een tweede bron: laat die nakijken.",
)
def beoordeling(melding: date) -> Uitkomst:
    """Last day of the first look at a report."""
    afloop = loopt_af(werkdagen(BEOORDELING.op(melding)), melding, bron=BRON_BEOORDELING)
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)


@regel(
    "veilig-thuis-onderzoek",
    naam="Veilig Thuis rondt een onderzoek af",
    grondslag=BRON_ONDERZOEK,
    bron="handelingsprotocol Veilig Thuis",
    invoer={"vanaf": "dag van de melding", "triage": "dag van de triage, als je van daaraf telt"},
    voorbeelden={"vanaf=2026-07-09": "2026-09-17", "vanaf=2026-05-04 triage=2026-05-08": "2026-07-17"},
    let_op="De begindag verschilt per bron: melding of triage. Spreek af welke geldt.",
)
def onderzoek(vanaf: date, triage: date | None = None) -> Uitkomst:
    """Last day of the inquiry, from the report or, when given, from triage."""
    begin = triage or vanaf
    afloop = loopt_af(weken(ONDERZOEK.op(begin)), begin, bron=BRON_ONDERZOEK)
    wat = "de triage" if triage else "de melding"
    return Uitkomst(datum=afloop.datum, stappen=(Stap(f"Geteld vanaf {wat}.", begin), *afloop.stappen))


@regel(
    "raad-wachtnorm",
    naam="Raad voor de Kinderbescherming begint aan een onderzoek",
    grondslag="beleidsnorm",
    bron="wachtnorm van tien dagen, inspectierapport 2019",
    invoer={"verzoek": "dag van het verzoek om onderzoek"},
    voorbeelden={"verzoek=2026-03-10": "2026-03-20"},
)
def raad(verzoek: date) -> Uitkomst:
    """Day by which the Raad should begin; a norm of policy, not of law, so it does not roll."""
    norm = dagen(RAAD.op(verzoek), zonder_atw="dit is een beleidsnorm en geen wettelijke termijn")
    afloop = loopt_af(norm, verzoek, bron="wachtnorm Raad")
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)
