"""At the court: papers for the judge, what the judge ordered, and further appeal (Awb chapter 8)."""

from __future__ import annotations

from datetime import date

from recht.datum import datum_nl
from recht.parameter import parameter
from recht.register import regel
from recht.termijn import loopt_af, weken
from recht.uitkomst import Stap, Uitkomst

VERWEER = parameter("awb-verweer", "weken", ("2013-01-01", 4, "Awb 8:42 lid 1"))
HOGER_BEROEP = parameter("awb-hoger-beroep", "weken", ("2013-01-01", 6, "Awb 6:7 en 6:24, 8:104"))


@regel(
    "awb-verweer",
    naam="Stukken en verweer naar de rechtbank",
    grondslag="Awb 8:42 lid 1",
    bron="Algemene wet bestuursrecht art. 8:42",
    invoer={"verzonden": "dag waarop de rechtbank de gronden van het beroep stuurde"},
    voorbeelden={"verzonden=2026-09-10": "2026-10-08", "verzonden=2026-04-07": "2026-05-06"},
    let_op="De rechtbank kan een andere termijn stellen; volg dan de brief van de rechtbank.",
)
def verweer(verzonden: date) -> Uitkomst:
    """Last day to send the file and the reply to the court."""
    afloop = loopt_af(weken(VERWEER.op(verzonden)), verzonden, bron="Awb 8:42 lid 1")
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)


@regel(
    "awb-opdracht-rechter",
    naam="Een nieuw besluit nemen na een uitspraak",
    grondslag="Awb 8:72 lid 4",
    bron="Algemene wet bestuursrecht art. 8:72",
    invoer={
        "verzonden": "dag waarop de uitspraak is verzonden",
        "lengte": "aantal weken dat de rechter geeft",
    },
    voorbeelden={"verzonden=2026-11-12 lengte=6": "2026-12-24", "verzonden=2026-11-13 lengte=6": "2026-12-28"},
    let_op="De termijn staat in de uitspraak. Is die in maanden of met een datum, neem dan die over.",
)
def opdracht_rechter(verzonden: date, lengte: int) -> Uitkomst:
    """Last day of the order of the judge. Raises ValueError for no weeks at all."""
    if lengte < 1:
        raise ValueError("Noem het aantal weken uit de uitspraak: een of meer.")
    afloop = loopt_af(weken(lengte), verzonden, bron="Awb 8:72 lid 4")
    slot = Stap(f"Neem het nieuwe besluit uiterlijk {datum_nl(afloop.datum)}.", afloop.datum, "Awb 8:72 lid 4")
    return Uitkomst(datum=afloop.datum, stappen=(*afloop.stappen, slot))


@regel(
    "awb-hoger-beroep",
    naam="Hoger beroep bij de Centrale Raad van Beroep",
    grondslag="Awb 6:7, 6:24, 8:104 en 8:105",
    bron="Algemene wet bestuursrecht art. 8:104 en 8:105",
    invoer={"verzonden": "dag waarop de uitspraak van de rechtbank is verzonden"},
    voorbeelden={"verzonden=2026-11-12": "2026-12-24"},
)
def hoger_beroep(verzonden: date) -> Uitkomst:
    """Last day for either side to appeal further."""
    afloop = loopt_af(weken(HOGER_BEROEP.op(verzonden)), verzonden, bron="Awb 6:7 en 6:24")
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)
