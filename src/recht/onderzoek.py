"""Finishing the research into which help is needed: who may judge it, and what must be known and told first.

Source: Jeugdwet 2.3 and 2.5; the family reacts before the report counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recht.datum import datum_kort
from recht.parameter import parameter
from recht.register import regel
from recht.termijn import dagen, loopt_af
from recht.uitkomst import Stap, Uitkomst

__all__ = ["Deskundigheid", "Uitslag", "afronden", "reactietermijn"]

JW_2_3 = "Jeugdwet 2.3 lid 1"
REACTIE = parameter("onderzoek-reactie", "dagen", ("2015-01-01", 14, "Eigen keuze: redelijke termijn (Awb 3:2, 4:8)"))


class Deskundigheid(StrEnum):
    """The register the assessor is in, with the length of its number."""

    SKJ = "skj"
    BIG = "big"
    GEEN = "geen"

    @property
    def cijfers(self) -> int:
        """How many digits a number of this register has."""
        return {Deskundigheid.SKJ: 9, Deskundigheid.BIG: 11, Deskundigheid.GEEN: 0}[self]


@dataclass(frozen=True)
class Uitslag:
    """Answer: may the research be finished?"""

    mag: bool

    @property
    def kort(self) -> str:
        """In words."""
        return "mag" if self.mag else "mag nog niet"


@regel(
    "onderzoek-afronden",
    naam="Mag het onderzoek worden afgerond?",
    grondslag="Jeugdwet 2.3 lid 1, 4 en 5",
    bron="Jeugdwet art. 2.3",
    invoer={
        "op": "dag waarop je afrondt",
        "deskundigheid": "register van wie beoordeelt",
        "nummer": "registratienummer",
        "voorgelegd_op": "dag waarop het verslag aan het gezin is gegeven",
        "reactie_op": "dag van de reactie van het gezin",
        "reactie_tot": "laatste dag om te reageren",
        "onbeantwoord": "wat nog niet is onderzocht",
    },
    voorbeelden={
        "op=2026-03-30 deskundigheid=skj nummer=100012345 voorgelegd_op=2026-03-16 reactie_op=2026-03-20": "mag",
        "op=2026-03-30 deskundigheid=geen voorgelegd_op=2026-03-16 reactie_op=2026-03-20": "mag nog niet",
        "op=2026-03-30 deskundigheid=skj nummer=12 voorgelegd_op=2026-03-16 reactie_op=2026-03-20": "mag nog niet",
        "op=2026-03-30 deskundigheid=big nummer=19012345678": "mag nog niet",
        "op=2026-03-30 deskundigheid=skj nummer=100012345 voorgelegd_op=2026-03-16 "
        "reactie_tot=2026-03-30": "mag nog niet",
        "op=2026-03-31 deskundigheid=skj nummer=100012345 voorgelegd_op=2026-03-16 reactie_tot=2026-03-30": "mag",
        "op=2026-03-30 deskundigheid=skj nummer=100012345 voorgelegd_op=2026-03-16 reactie_op=2026-03-20 "
        "onbeantwoord=veiligheid": "mag nog niet",
    },
    let_op="De termijn om te reageren staat niet in de Jeugdwet; hier twee weken, tenzij het gezin eerder reageert.",
)  # fmt: skip
def afronden(
    op: date,
    deskundigheid: Deskundigheid,
    nummer: str = "",
    *,
    voorgelegd_op: date | None = None,
    reactie_op: date | None = None,
    reactie_tot: date | None = None,
    onbeantwoord: tuple[str, ...] = (),
) -> Uitkomst:
    """Judge whether research may be finished: a registered assessor, all that was chosen asked, the family heard."""
    stappen, mist = [_stap_deskundig(deskundigheid, nummer)], []
    if not _deskundig(deskundigheid, nummer):
        mist.append("een beoordelaar met een registratie bij SKJ of BIG en het nummer daarvan")
    mist += [f"antwoord op: {vraag}" for vraag in onbeantwoord]
    if voorgelegd_op is None:
        stappen.append(Stap("Het verslag is nog niet aan het gezin gegeven.", None, "Awb 3:2"))
        mist.append("het verslag aan het gezin geven")
    elif reactie_op is None and not (reactie_tot is not None and reactie_tot < op):
        tot = f" tot en met {datum_kort(reactie_tot)}" if reactie_tot else ""
        stappen.append(Stap(f"Het gezin kan{tot} reageren op het verslag.", reactie_tot, "Awb 4:8"))
        mist.append("de reactie van het gezin, of het einde van de termijn daarvoor")
    else:
        hoe = f"reageerde op {datum_kort(reactie_op)}" if reactie_op else "reageerde niet binnen de termijn"
        stappen.append(Stap(f"Het gezin {hoe}.", reactie_op, "Awb 4:8"))
    return Uitkomst(waarde=Uitslag(not mist), stappen=tuple(stappen), ontbreekt=tuple(mist))


@regel(
    "onderzoek-reactie",
    naam="Tot wanneer kan het gezin op het verslag reageren?",
    grondslag="Awb 3:2 en 4:8",
    bron="Eigen keuze: twee weken",
    invoer={"voorgelegd_op": "dag waarop het verslag aan het gezin is gegeven"},
    voorbeelden={"voorgelegd_op=2026-03-16": "2026-03-30", "voorgelegd_op=2026-04-13": "2026-04-28"},
    let_op="Geen termijn uit de wet; een gemeente kan een langere geven.",
)
def reactietermijn(voorgelegd_op: date) -> Uitkomst:
    """Last day for the family to react."""
    afloop = loopt_af(dagen(REACTIE.op(voorgelegd_op)), voorgelegd_op, bron="Awb 4:8")
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)


def _deskundig(deskundigheid: Deskundigheid, nummer: str) -> bool:
    cijfers = nummer.strip()
    return deskundigheid is not Deskundigheid.GEEN and cijfers.isdigit() and len(cijfers) == deskundigheid.cijfers


def _stap_deskundig(deskundigheid: Deskundigheid, nummer: str) -> Stap:
    if deskundigheid is Deskundigheid.GEEN:
        return Stap("De beoordelaar is niet geregistreerd; de wet vraagt een deskundige.", None, JW_2_3)
    if not _deskundig(deskundigheid, nummer):
        tekst = f"Een nummer van {deskundigheid.upper()} heeft {deskundigheid.cijfers} cijfers."
        return Stap(tekst, None, JW_2_3)
    return Stap(f"De beoordelaar staat in het register {deskundigheid.upper()}.", None, JW_2_3)
