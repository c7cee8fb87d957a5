"""Who may look along in the file of a child: the child itself, and the people whose consent counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recht.datum import datum_kort, leeftijd, verjaardag
from recht.register import regel
from recht.toestemming import MEEBESLISSEN, ZELF
from recht.uitkomst import Stap, Uitkomst

JW_7_3_11 = "Jeugdwet 7.3.11 lid 2 onder b"
JW_7_3_15 = "Jeugdwet 7.3.15 lid 1"
JW_7_3_2 = "Jeugdwet 7.3.2 lid 4 en 7.3.11 lid 3"


@dataclass(frozen=True)
class Inzage:
    """Whether somebody sees the file, and until which day that answer holds (a birthday changes it)."""

    mag: bool
    tot: date | None = None

    @property
    def kort(self) -> str:
        """The answer in one word."""
        return "ja" if self.mag else "nee"


@regel(
    "inzage-gezin",
    naam="Mag dit gezinslid meekijken in het dossier?",
    grondslag="Jeugdwet 7.3.2, 7.3.4, 7.3.5, 7.3.10, 7.3.11 en 7.3.15",
    bron="Jeugdwet paragraaf 7.3 (tekst per 1-1-2026)",
    invoer={
        "geboortedatum": "geboortedatum van het kind",
        "op": "dag waarop iemand wil kijken",
        "kind_zelf": "kijkt het kind zelf?",
        "gezag": "heeft deze ouder of voogd op die dag het gezag?",
        "kind_stemt_in": "vindt een jeugdige van 16 jaar of ouder het goed dat deze persoon meekijkt?",
        "onthouden": "reden waarom inlichtingen nu worden onthouden",
    },
    voorbeelden={
        "geboortedatum=2012-05-20 op=2026-09-15 kind_zelf=ja": "ja",
        "geboortedatum=2017-02-01 op=2026-03-02 kind_zelf=ja": "nee",
        "geboortedatum=2017-02-01 op=2026-03-02 gezag=ja": "ja",
        "geboortedatum=2012-05-20 op=2026-09-15 gezag=ja": "ja",
        "geboortedatum=2012-05-20 op=2026-09-15 gezag=nee": "nee",
        "geboortedatum=2010-01-15 op=2026-03-02 gezag=ja": "nee",
        "geboortedatum=2010-01-15 op=2026-03-02 gezag=ja kind_stemt_in=ja": "ja",
        "geboortedatum=2012-05-20 op=2026-09-15 gezag=ja onthouden='gevaar voor het kind'": "nee",
    },
    let_op="Een kind onder de 12 wordt ingelicht zoals bij hem past, maar door mensen; niet door een eigen pagina.",
)
def inzage(
    geboortedatum: date,
    op: date,
    *,
    kind_zelf: bool = False,
    gezag: bool = False,
    kind_stemt_in: bool = False,
    onthouden: str = "",
) -> Uitkomst:
    """Judge on a day. Raises ValueError when the day lies before the birth."""
    jaren = leeftijd(geboortedatum, op)
    grens = next((g for g in (MEEBESLISSEN.op(op), ZELF.op(op)) if jaren < g), None)
    tot = verjaardag(geboortedatum, grens) if grens is not None else None
    if onthouden.strip():
        stap = Stap("Inlichtingen worden nu onthouden; dat mag alleen zolang het nadeel duurt.", None, JW_7_3_2)
        return Uitkomst(waarde=Inzage(False, tot), stappen=(stap,))
    mag, uitleg = _kind(jaren, op) if kind_zelf else _ouder(jaren, op, gezag, kind_stemt_in)
    verandert = (Stap(f"Dit kan veranderen op {datum_kort(tot)}.", tot, "Jeugdwet 7.3.4 en 7.3.5"),) if tot else ()
    return Uitkomst(waarde=Inzage(mag, tot), stappen=(uitleg, *verandert))


def _kind(jaren: int, op: date) -> tuple[bool, Stap]:
    if jaren < MEEBESLISSEN.op(op):
        return False, Stap("Onder de 12 gelden de rechten tegenover de ouders of de voogd.", None, JW_7_3_15)
    return True, Stap("Wie zelf meebeslist, mag het eigen dossier inzien.", None, "Jeugdwet 7.3.10")


def _ouder(jaren: int, op: date, gezag: bool, kind_stemt_in: bool) -> tuple[bool, Stap]:
    if jaren >= ZELF.op(op):
        tekst = "Vanaf 16 jaar beslist de jeugdige zelf wie meekijkt"
        return kind_stemt_in, Stap(f"{tekst}{': ja.' if kind_stemt_in else '; die heeft geen ja gezegd.'}", None,
                                   "Jeugdwet 7.3.5 en 7.3.11 lid 1")  # fmt: skip
    if not gezag:
        return False, Stap("Zonder gezag is toestemming voor de hulp niet nodig, en dus geen inzage.", None, JW_7_3_11)
    return True, Stap("Wie toestemming moet geven voor de hulp, mag het dossier inzien.", None, JW_7_3_11)
