"""Authority over a child: who can have it, and when a ruling is needed to believe it.

Source: Burgerlijk Wetboek book 1, titles 14 and 15. Parents have authority by law or by entry in the register; anybody
else only by a ruling of the court (or guardianship), which the register of authority shows.
"""

from __future__ import annotations

from datetime import date

from recht.datum import leeftijd
from recht.parameter import parameter
from recht.register import regel
from recht.uitkomst import Stap, Uitkomst

BW_REGISTER = "BW 1:244"
BW_GEZAG = "BW 1:245"
BW_ONBEVOEGD = "BW 1:246"
BW_GEZAMENLIJK = "BW 1:245 lid 2 en 3, 1:251, 1:253sa en 1:253t"
BW_VOOGD = "BW 1:280, 1:282 en 1:302"

MEERDERJARIG = parameter("gezag-meerderjarig", "jaar", ("1988-01-01", 18, "BW 1:233 en 1:246"))
HOOGSTENS = parameter("gezag-hoogstens", "mensen", ("1995-11-02", 2, BW_GEZAMENLIJK))

OUDERS = frozenset({"moeder", "vader", "ouder", "duomoeder", "meemoeder", "adoptiemoeder", "adoptievader"})
BEWIJS = frozenset({"register", "uitspraak"})

KAN = "kan"
KAN_NIET = "kan niet"
EERST_NAKIJKEN = "eerst nakijken"


@regel(
    "gezag-kan",
    naam="Kan deze persoon het gezag over het kind hebben?",
    grondslag=f"{BW_GEZAG}, 1:246, 1:251, 1:253sa, 1:253t en 1:280",
    bron="Burgerlijk Wetboek boek 1, titel 14",
    invoer={
        "relatie": "wat deze persoon van het kind is",
        "bron": "waar het gezag is nagekeken: register, brp, uitspraak of akte",
        "met_gezag": "hoeveel anderen er nu gezag hebben",
        "geboren": "geboortedatum van deze persoon, als die bekend is",
        "op": "dag waarop je de stand wilt weten",
    },
    voorbeelden={
        "relatie=moeder": "kan",
        "relatie=vader bron=register met_gezag=1": "kan",
        "relatie=vader met_gezag=2": "kan niet",
        "relatie=stiefvader": "eerst nakijken",
        "relatie=stiefvader bron=uitspraak met_gezag=1": "kan",
        "relatie=pleegmoeder bron=brp": "eerst nakijken",
        "relatie=voogd": "eerst nakijken",
        "relatie=voogd bron=register": "kan",
        "relatie=moeder geboren=2010-05-01 op=2026-03-02": "kan niet",
        "relatie=moeder geboren=2008-03-02 op=2026-03-02": "kan",
    },
    let_op="De rechter kan een moeder van 16 of 17 meerderjarig verklaren (BW 1:253ha): neem dan de uitspraak.",
)
def kan_gezag(
    relatie: str, bron: str = "", met_gezag: int = 0, geboren: date | None = None, op: date | None = None
) -> Uitkomst:
    """Judge whether somebody can be recorded as having authority; who is no parent needs the register or a ruling."""
    woord = relatie.strip().casefold()
    hoogstens = HOOGSTENS.op(op or date(2026, 1, 1))
    if met_gezag >= hoogstens:
        tekst = f"Er hebben al {met_gezag} mensen het gezag; meer dan {hoogstens} kan niet. Beëindig eerst een gezag."
        return Uitkomst(waarde=KAN_NIET, stappen=(Stap(tekst, None, BW_GEZAMENLIJK),))
    if geboren and op and leeftijd(geboren, op) < MEERDERJARIG.op(op) and bron != "uitspraak":
        tekst = "Wie minderjarig is, kan geen gezag hebben, behalve na een uitspraak van de rechter."
        return Uitkomst(waarde=KAN_NIET, stappen=(Stap(tekst, None, BW_ONBEVOEGD),))
    if woord in OUDERS:
        stap = Stap(f"Een {woord} kan het gezag hebben. Kijk in het gezagsregister of dat zo is.", None, BW_REGISTER)
        return Uitkomst(waarde=KAN, stappen=(stap,))
    if bron in BEWIJS:
        stap = Stap(f"Het gezag van {woord} blijkt uit het gezagsregister of een uitspraak.", None, BW_VOOGD)
        return Uitkomst(waarde=KAN, stappen=(stap,))
    tekst = f"Een {woord} heeft alleen gezag door een uitspraak van de rechter. Kijk die na in het gezagsregister."
    gemist = ("het gezagsregister of de uitspraak waaruit het gezag blijkt",)
    return Uitkomst(waarde=EERST_NAKIJKEN, stappen=(Stap(tekst, None, BW_VOOGD),), ontbreekt=gemist)
