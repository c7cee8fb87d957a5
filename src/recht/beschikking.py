"""The content of a decision on help: reasons in plain words, foster family first, who decides, who gets it."""

from __future__ import annotations

import re
from datetime import date

from recht.datum import datum_kort, leeftijd
from recht.register import regel
from recht.toestemming import MEEBESLISSEN, ZELF
from recht.uitkomst import Stap, Uitkomst

JW_GELD = "Jeugdwet 2.3 lid 1"
MINSTENS_WOORDEN = 5
_WOORD = re.compile(r"[^\W\d_]{2,}")
# A lack of money in words. "Persoonsgebonden budget" and "pgb" are no lack: those are a form of help.
_GELD = re.compile(
    r"budgetplafond|plafond (?:is |werd |was )?bereikt|bezuinig\w*|te (?:duur|kostbaar)"
    r"|(?<!persoonsgebonden )\bbudget\b[^.]{0,40}\b(?:op|uitgeput|bereikt|overschreden|verbruikt|ontoereikend)\b"
    r"|(?:uitgeput|overschreden|onvoldoende|te weinig)\b[^.]{0,20}\b(?:budget|geld|middelen)\b"
    r"|\bgeen (?:budget|geld|middelen)\b(?: meer\b| beschikbaar\b| voor\b)"
    r"|\bfinanci[eë]le (?:ruimte|redenen|krapte)\b|\btekort\w*\b[^.]{0,30}\b(?:begroting|budget|geld)\b"
    r"|\bbegroting\b[^.]{0,30}\b(?:tekort|overschreden|op)\b",
    re.IGNORECASE,
)


def geldwoorden(tekst: str) -> str:
    """Return the words in a text that give a lack of money as reason; empty when there are none."""
    gevonden = _GELD.search(tekst)
    return gevonden.group(0) if gevonden else ""


@regel(
    "besluit-motivering",
    naam="Is de uitleg van het besluit goed genoeg?",
    grondslag="Awb 3:46 en 3:47; Jeugdwet 2.3 lid 1",
    bron="Algemene wet bestuursrecht art. 3:46 en 3:47; rechtspraak over budgetplafonds",
    invoer={
        "motivering": "de uitleg in gewone taal",
        "om_kosten_pgb": "gaat het om de meerkosten van een persoonsgebonden budget (8.1.1 lid 4)?",
    },
    voorbeelden={
        "motivering='Thijs heeft hulp nodig omdat hij thuis vastloopt'": "mag",
        "motivering=W07": "mag nog niet",
        "motivering=": "mag nog niet",
        "motivering='Het budgetplafond is bereikt op 1 november, daarom geen hulp'": "mag niet",
        "motivering='Er is dit jaar geen geld meer voor deze hulp, helaas'": "mag niet",
        "motivering='Wij geven een persoonsgebonden budget omdat dat bij het gezin past'": "mag",
        "motivering='Het budget is te duur vergeleken met hulp van een aanbieder' om_kosten_pgb=ja": "mag",
    },
    let_op="Herkent gewone woorden voor geldgebrek. Van twee even passende vormen mag de goedkoopste worden gekozen; "
    "schrijf dan op waarom zij even goed passen.",
)
def motivering(motivering: str, om_kosten_pgb: bool = False) -> Uitkomst:
    """Check that reasons are there, in words, and that a lack of money is not one of them."""
    geld = "" if om_kosten_pgb else geldwoorden(motivering)
    if geld:
        stap = Stap(
            f"'{geld}' noemt een tekort aan geld. Dat is geen reden om nodige hulp te weigeren of te beperken. Zoek "
            "een andere passende vorm, of leg uit waarom deze hulp niet nodig is.",
            None, JW_GELD,
        )  # fmt: skip
        return Uitkomst(waarde="mag niet", stappen=(stap,))
    woorden = len(_WOORD.findall(motivering))
    stap = Stap("Een besluit legt in gewone taal uit waarom het zo is.", None, "Awb 3:46")
    if woorden < MINSTENS_WOORDEN:
        mist = "de uitleg in gewone taal; een code of een enkel woord is niet genoeg (Awb 3:46)"
        return Uitkomst(waarde="mag nog niet", stappen=(stap,), ontbreekt=(mist,))
    return Uitkomst(waarde="mag", stappen=(stap,))


@regel(
    "besluit-pleeggezin",
    naam="Is eerst naar een pleeggezin of gezinshuis gekeken?",
    grondslag="Jeugdwet 2.3 lid 6 en 3.5 lid 2",
    bron="Jeugdwet art. 2.3 en 3.5",
    invoer={
        "verblijf": "gaat het kind ergens anders wonen?",
        "gezin": "is dat bij een pleegouder of in een gezinshuis?",
        "reden": "waarom een pleeggezin of gezinshuis aantoonbaar niet in het belang van het kind is",
    },
    voorbeelden={
        "verblijf=ja gezin=ja": "mag",
        "verblijf=ja gezin=nee": "mag nog niet",
        "verblijf=ja gezin=nee reden='Zij heeft bescherming nodig die een gezin niet kan geven'": "mag",
        "verblijf=nee gezin=nee": "mag",
    },
)
def pleeggezin(verblijf: bool, gezin: bool, reden: str = "") -> Uitkomst:
    """Away from home goes to a foster family or gezinshuis first, unless a reason says why not."""
    if not verblijf:
        return Uitkomst(waarde="mag", stappen=(Stap("Het kind blijft thuis wonen.", None),))
    stap = Stap("Een kind dat niet thuis kan wonen gaat zo mogelijk naar een pleeggezin of gezinshuis.", None,
                "Jeugdwet 2.3 lid 6")  # fmt: skip
    if gezin or reden.strip():
        return Uitkomst(waarde="mag", stappen=(stap,))
    mist = "waarom een pleeggezin of gezinshuis niet in het belang van het kind is (Jeugdwet 2.3 lid 6)"
    return Uitkomst(waarde="mag nog niet", stappen=(stap,), ontbreekt=(mist,))


@regel(
    "besluit-afweging",
    naam="Is rekening gehouden met wie dit gezin is?",
    grondslag="Jeugdwet 2.3 lid 4 en 5",
    bron="Jeugdwet art. 2.3",
    invoer={
        "behoeften": "wat dit kind en deze ouders nodig hebben",
        "geloof_cultuur": "wat geloof, levensovertuiging en culturele achtergrond betekenen voor de hulp",
        "keuze": "welke keuze het gezin kreeg",
    },
    voorbeelden={
        "behoeften='rust en vaste gezichten' geloof_cultuur='geen wensen' keuze='twee aanbieders'": "mag",
        "behoeften='rust en vaste gezichten'": "mag nog niet",
    },
)
def afweging(behoeften: str = "", geloof_cultuur: str = "", keuze: str = "") -> Uitkomst:
    """Three things are weighed and written down; 'no wishes' is an answer, nothing is not."""
    eisen = (
        (behoeften, "wat dit kind en deze ouders nodig hebben (Jeugdwet 2.3 lid 4 onder a)"),
        (geloof_cultuur, "geloof, levensovertuiging en cultuur (Jeugdwet 2.3 lid 4 onder b)"),
        (keuze, "welke keuze het gezin kreeg (Jeugdwet 2.3 lid 5)"),
    )
    stap = Stap("De hulp past bij wie het kind en de ouders zijn, en zij kiezen waar dat kan.", None, "Jeugdwet 2.3")
    mist = tuple(wat for tekst, wat in eisen if not tekst.strip())
    return Uitkomst(waarde="mag nog niet" if mist else "mag", stappen=(stap,), ontbreekt=mist)


@regel(
    "besluit-deskundigheid",
    naam="Mag deze medewerker bepalen welke hulp nodig is?",
    grondslag="Jeugdwet 2.3 lid 1; Besluit Jeugdwet 5.1.1",
    bron="Jeugdwet art. 2.3 (deskundige toeleiding); Besluit Jeugdwet, norm van de verantwoorde werktoedeling",
    invoer={
        "op": "dag waarop het onderzoek wordt afgerond",
        "geregistreerd_van": "eerste dag van de registratie",
        "geregistreerd_tot": "laatste dag van de registratie",
    },
    voorbeelden={
        "op=2026-05-07 geregistreerd_van=2024-01-01 geregistreerd_tot=2028-12-31": "mag",
        "op=2026-05-07": "mag niet",
        "op=2026-05-07 geregistreerd_van=2020-01-01 geregistreerd_tot=2024-12-31": "mag niet",
    },
)
def deskundigheid(
    op: date, geregistreerd_van: date | None = None, geregistreerd_tot: date | None = None
) -> Uitkomst:  # fmt: skip
    """Who decides which help is needed is registered as youth professional on that day."""
    stap = Stap("Een geregistreerde professional bepaalt welke hulp nodig is.", None, "Jeugdwet 2.3 lid 1")
    if geregistreerd_van is None:
        return Uitkomst(waarde="mag niet", stappen=(stap,), ontbreekt=("een registratie als jeugdprofessional",))
    geldt = geregistreerd_van <= op and (geregistreerd_tot is None or op <= geregistreerd_tot)
    tot = f" tot en met {datum_kort(geregistreerd_tot)}" if geregistreerd_tot else ""
    periode = Stap(f"De registratie geldt van {datum_kort(geregistreerd_van)}{tot}.", geregistreerd_tot)
    mist = () if geldt else (f"een registratie die op {datum_kort(op)} geldt",)
    return Uitkomst(waarde="mag" if geldt else "mag niet", stappen=(stap, periode), ontbreekt=mist)


@regel(
    "besluit-ontvangers",
    naam="Wie krijgt het besluit?",
    grondslag="Awb 3:41; Jeugdwet 7.3.4, 7.3.5 en 7.3.11",
    bron="Algemene wet bestuursrecht art. 3:41; Jeugdwet paragraaf 7.3",
    invoer={"geboortedatum": "geboortedatum van het kind", "op": "dag van verzending", "gezag": "wie gezag heeft"},
    voorbeelden={
        "geboortedatum=2017-01-10 op=2026-05-07 gezag=moeder,vader": "moeder, vader",
        "geboortedatum=2012-05-03 op=2026-09-16 gezag=moeder,vader": "kind, moeder, vader",
        "geboortedatum=2010-01-10 op=2026-09-16 gezag=moeder,vader": "kind",
    },
    let_op="Vanaf 16 jaar krijgen ouders het besluit alleen als de jeugdige dat goedvindt.",
)
def ontvangers(geboortedatum: date, op: date, gezag: tuple[str, ...] = ()) -> Uitkomst:
    """Under 12 each parent with authority; 12 to 16 the child as well; from 16 the child itself."""
    jaren = leeftijd(geboortedatum, op)
    wie: tuple[str, ...]
    stappen: tuple[Stap, ...]
    ieder = Stap("Ieder met gezag krijgt het besluit zelf, ook als ouders apart wonen.", None, "Awb 3:41 lid 1")
    if jaren < MEEBESLISSEN.op(op):
        wie, stappen = gezag, (Stap(f"Het kind is {jaren} jaar.", None), ieder)
    elif jaren < ZELF.op(op):
        eigen = Stap(f"Het kind is {jaren} jaar en krijgt het besluit ook zelf.", None, "Jeugdwet 7.3.5")
        wie, stappen = ("kind", *gezag), (eigen, ieder)
    else:
        zelf = Stap(f"De jeugdige is {jaren} jaar en beslist zelf; ouders krijgen het als die dat goedvindt.", None,
                    "Jeugdwet 7.3.4 en 7.3.11")  # fmt: skip
        wie, stappen = ("kind",), (zelf,)
    mist = () if wie else ("iemand met gezag aan wie het besluit kan",)
    return Uitkomst(waarde=", ".join(wie), stappen=stappen, ontbreekt=mist)
