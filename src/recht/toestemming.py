"""Consent to youth help: who must agree, what is missing, and when help may start without it.

Source: Jeugdwet 7.3.4, 7.3.5, 7.3.15 and 7.3.16.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recht.datum import datum_kort, datum_nl, leeftijd, verjaardag
from recht.parameter import parameter
from recht.register import regel
from recht.stem import Antwoord, Maatregel, Redenen, SoortMaatregel, Status, Stem, Toestemming
from recht.uitkomst import Stap, Uitkomst

__all__ = [
    "Antwoord",
    "Maatregel",
    "SoortMaatregel",
    "Status",
    "Stem",
    "Toestemming",
    "toestemming",
    "volgende_grens",
]

KIND = "kind"
JW_7_3_4_1 = "Jeugdwet 7.3.4 lid 1"
JW_7_3_4_2 = "Jeugdwet 7.3.4 lid 2"
JW_7_3_4_3 = "Jeugdwet 7.3.4 lid 3"
JW_7_3_15 = "Jeugdwet 7.3.15"
JW_7_3_16_1 = "Jeugdwet 7.3.16 lid 1"
JW_7_3_16_2 = "Jeugdwet 7.3.16 lid 2"

MEEBESLISSEN = parameter("toestemming-meebeslissen", "jaar", ("2015-01-01", 12, "Jeugdwet 7.3.4 lid 2, 7.3.15"))
ZELF = parameter("toestemming-zelf", "jaar", ("2015-01-01", 16, "Jeugdwet 7.3.5"))
MEERDERJARIG = parameter("meerderjarig", "jaar", ("1988-01-01", 18, "BW 1:233"))


@regel(
    "toestemming",
    naam="Toestemming voor jeugdhulp",
    grondslag="Jeugdwet 7.3.4, 7.3.5, 7.3.15 en 7.3.16",
    bron="Jeugdwet paragraaf 7.3 (tekst per 1-1-2026)",
    invoer={
        "geboortedatum": "geboortedatum van het kind",
        "op": "dag waarop je de stand wilt weten",
        "gezagsdragers": "ouders met gezag of voogd; bij een volwassene de vertegenwoordiger",
        "stemmen": "gegeven antwoorden; het kind heet 'kind'",
        "wilsbekwaam": "kan het kind zijn belangen hierin redelijk afwegen?",
        "maatregel": "maatregel of machtiging van de rechter",
        "ernstig_nadeel": "reden waarom de hulp nodig is om ernstig nadeel te voorkomen",
        "weloverwogen": "waarom het kind de hulp na de weigering weloverwogen blijft willen",
        "spoed": "reden waarom er geen tijd is om toestemming te vragen",
        "niet_ingrijpend": "reden waarom de hulp niet ingrijpend is",
        "geweigerd_op": "dag waarop een jeugdige van 16 of ouder op schrift weigerde, toen hij het nog kon afwegen",
        "toch_reden": "gegronde reden om van die weigering af te wijken",
    },
    voorbeelden={
        "geboortedatum=2012-05-20 op=2026-09-15 gezagsdragers=moeder,vader "
        "stemmen=kind/ja/2026-09-10,moeder/ja/2026-09-10": "ontbreekt",
        "geboortedatum=2012-05-20 op=2026-09-16 gezagsdragers=moeder,vader "
        "stemmen=kind/ja/2026-09-10,moeder/ja/2026-09-10,vader/ja/2026-09-16": "voldaan",
        "geboortedatum=2017-02-01 op=2026-03-02 gezagsdragers=moeder stemmen=moeder/ja/2026-03-02": "voldaan",
        "geboortedatum=2010-01-15 op=2026-03-02 gezagsdragers=moeder stemmen=kind/ja/2026-03-02": "voldaan",
        "geboortedatum=2013-01-15 op=2026-03-10 gezagsdragers=moeder,vader "
        "stemmen=moeder/nee/2026-03-03,vader/nee/2026-03-03,kind/ja/2026-03-10 "
        "weloverwogen='wil met iemand praten en weet waarom'": "uitzondering",
        "geboortedatum=2018-06-01 op=2026-05-08 gezagsdragers=moeder,vader stemmen=moeder/ja/2026-05-08": "ontbreekt",
        "geboortedatum=2018-06-01 op=2026-03-12 maatregel=spoedmachtiging/2026-03-10/2026-04-07": "niet nodig",
        "geboortedatum=2009-06-01 op=2026-03-12 gezagsdragers=moeder stemmen=moeder/ja/2026-03-12 wilsbekwaam=nee "
        "geweigerd_op=2026-01-10": "geweigerd",
    },
    let_op="Voor geneeskundige behandeling gelden BW 7:447, 7:450 en 7:465 (Jeugdwet 7.3.1 lid 3).",
)
def toestemming(
    geboortedatum: date,
    op: date,
    gezagsdragers: tuple[str, ...] = (),
    stemmen: tuple[Stem, ...] = (),
    *,
    wilsbekwaam: bool = True,
    maatregel: Maatregel | None = None,
    ernstig_nadeel: str = "",
    weloverwogen: str = "",
    spoed: str = "",
    niet_ingrijpend: str = "",
    geweigerd_op: date | None = None,
    toch_reden: str = "",
) -> Uitkomst:
    """Judge on a day whether help may start; only answers given by that day count.

    Every reason must be written text. Raises ValueError when the day lies before the birth.
    """
    stappen: list[Stap] = []
    if maatregel is not None:
        stappen.append(_stap_maatregel(maatregel, op))
        if maatregel.geldt_op(op):
            antwoord = Toestemming(Status.NIET_NODIG, True, reden=maatregel.soort.value)
            return Uitkomst(waarde=antwoord, stappen=tuple(stappen))
    jaren = leeftijd(geboortedatum, op)
    vereist, uitleg = _vereist(jaren, op, gezagsdragers, wilsbekwaam)
    stappen.append(uitleg)
    stand = _stand(vereist, stemmen, op)
    if geweigerd_op is not None and not wilsbekwaam and jaren >= ZELF.op(op):
        eerder = _eerdere_weigering(geweigerd_op, toch_reden.strip())
        stappen.append(eerder)
        if not toch_reden.strip():
            return Uitkomst(waarde=_anders(stand, Status.GEWEIGERD, False, eerder.tekst), stappen=tuple(stappen))
    redenen = Redenen(*(tekst.strip() for tekst in (ernstig_nadeel, weloverwogen, spoed, niet_ingrijpend)))
    oordeel, waarom = _oordeel(stand, redenen, _Kind(jaren, op, wilsbekwaam, stemmen))
    stappen += waarom
    stappen += _stap_volgende_grens(geboortedatum, op)
    gemist = [f"toestemming van {wie}" for wie in oordeel.ontbreekt] if not oordeel.mag_starten else []
    if not gezagsdragers and vereist != (KIND,):
        gemist.append("wie het gezag heeft: vraag het gezagsregister na")
    return Uitkomst(waarde=oordeel, stappen=tuple(stappen), ontbreekt=tuple(gemist))


@dataclass(frozen=True)
class _Kind:
    jaren: int
    op: date
    wilsbekwaam: bool
    stemmen: tuple[Stem, ...]

    @property
    def anderen_beslissen(self) -> bool:
        """True when others decide in place of the child."""
        return self.jaren < MEEBESLISSEN.op(self.op) or not self.wilsbekwaam

    @property
    def beslist_mee(self) -> bool:
        """True when child and parents decide together."""
        return self.wilsbekwaam and MEEBESLISSEN.op(self.op) <= self.jaren < ZELF.op(self.op)


def _stap_maatregel(maatregel: Maatregel, op: date) -> Stap:
    wat = f"{maatregel.soort.value} van {datum_kort(maatregel.vanaf)}"
    if maatregel.geldt_op(op):
        return Stap(f"Er geldt een {wat}; daarvoor is geen toestemming nodig.", maatregel.vanaf, JW_7_3_4_1)
    return Stap(f"De {wat} geldt niet op {datum_kort(op)}; de gewone regels gelden.", op, JW_7_3_4_1)


def _vereist(jaren: int, op: date, gezagsdragers: tuple[str, ...], wilsbekwaam: bool) -> tuple[tuple[str, ...], Stap]:
    wie = gezagsdragers or ("wie het gezag heeft",)
    begin = f"Het kind is {jaren} jaar op {datum_kort(op)}"
    if jaren >= MEERDERJARIG.op(op) and not wilsbekwaam:
        return wie, Stap(f"{begin} en kan dit niet zelf afwegen: de vertegenwoordiger beslist.", op, JW_7_3_15)
    if jaren < MEEBESLISSEN.op(op):
        return wie, Stap(f"{begin}: ieder die het gezag heeft, moet instemmen.", op, f"{JW_7_3_15} lid 1")
    if not wilsbekwaam:
        tekst = f"{begin} en kan dit niet zelf afwegen: ieder die het gezag heeft, moet instemmen."
        return wie, Stap(tekst, op, f"{JW_7_3_15} lid 2")
    if jaren < ZELF.op(op):
        return (KIND, *wie), Stap(f"{begin}: kind en ieder die het gezag heeft, moeten instemmen.", op, JW_7_3_4_2)
    return (KIND,), Stap(f"{begin}: de jeugdige beslist zelf.", op, "Jeugdwet 7.3.5")


def _eerdere_weigering(op: date, toch: str) -> Stap:
    weigering = f"De jeugdige weigerde deze hulp op {datum_kort(op)} op schrift, toen hij dat nog kon afwegen"
    if toch:
        return Stap(f"{weigering}; daarvan wordt afgeweken: {toch}.", op, JW_7_3_4_3)
    return Stap(f"{weigering}. Die weigering wordt gevolgd.", op, JW_7_3_4_3)


def _laatste(wie: str, stemmen: tuple[Stem, ...], op: date) -> Stem | None:
    eigen = [stem for stem in stemmen if stem.wie == wie and stem.op <= op]
    return max(eigen, key=lambda stem: stem.op) if eigen else None


def _stand(vereist: tuple[str, ...], stemmen: tuple[Stem, ...], op: date) -> Toestemming:
    laatste = {wie: _laatste(wie, stemmen, op) for wie in vereist}
    gegeven = tuple(wie for wie, stem in laatste.items() if stem and stem.antwoord is Antwoord.JA)
    geweigerd = tuple(wie for wie, stem in laatste.items() if stem and stem.antwoord is Antwoord.NEE)
    open_ = tuple(wie for wie, stem in laatste.items() if stem is None)
    status = Status.GEWEIGERD if geweigerd else Status.ONTBREEKT if open_ else Status.VOLDAAN
    return Toestemming(status, status is Status.VOLDAAN, vereist, gegeven, open_, geweigerd)


def _oordeel(stand: Toestemming, redenen: Redenen, kind: _Kind) -> tuple[Toestemming, list[Stap]]:
    verzet = _laatste(KIND, kind.stemmen, kind.op)
    kind_weigert = verzet is not None and verzet.antwoord is Antwoord.NEE
    if stand.status is Status.VOLDAAN:
        return _met_verzet(stand, redenen, kind, kind_weigert)
    uitzondering = _uitzondering(stand, redenen, kind)
    if uitzondering is not None:
        return _anders(stand, Status.UITZONDERING, True, uitzondering.tekst), [uitzondering]
    if stand.status is Status.ONTBREEKT:
        wie = " en ".join(stand.ontbreekt)
        return stand, [Stap(f"De toestemming van {wie} is er nog niet; de hulp start nog niet.")]
    weigeren = "weigert" if len(stand.geweigerd) == 1 else "weigeren"
    tekst = f"{' en '.join(stand.geweigerd)} {weigeren}; de hulp start niet."
    weg = Stap(
        "Praat verder. Moet een maatregel over het gezag worden overwogen, vraag dan de Raad voor de "
        "Kinderbescherming om onderzoek.",
        None,
        "Jeugdwet 2.4 lid 1",
    )
    return stand, [Stap(tekst), weg]


def _met_verzet(
    stand: Toestemming, redenen: Redenen, kind: _Kind, kind_weigert: bool
) -> tuple[Toestemming, list[Stap]]:
    """Others agreed in place of a child of twelve or older that resists (7.3.15 lid 6)."""
    ingrijpend = not redenen.niet_ingrijpend
    if kind.wilsbekwaam or not kind_weigert or kind.jaren < MEEBESLISSEN.op(kind.op) or not ingrijpend:
        return stand, [Stap("Ieder die moet instemmen, heeft ja gezegd.")]
    if redenen.ernstig_nadeel:
        waarom = redenen.ernstig_nadeel
        reden = f"Het kind verzet zich; de hulp is nodig om ernstig nadeel te voorkomen: {waarom}."
        return _anders(stand, Status.UITZONDERING, True, reden), [Stap(reden, None, f"{JW_7_3_15} lid 6")]
    reden = "Het kind verzet zich; ingrijpende hulp kan dan alleen om ernstig nadeel te voorkomen."
    return _anders(stand, Status.GEWEIGERD, False, reden), [Stap(reden, None, f"{JW_7_3_15} lid 6")]


def _anders(stand: Toestemming, status: Status, mag_starten: bool, reden: str) -> Toestemming:
    return Toestemming(status, mag_starten, stand.vereist, stand.gegeven, stand.ontbreekt, stand.geweigerd, reden)


def _uitzondering(stand: Toestemming, redenen: Redenen, kind: _Kind) -> Stap | None:
    if kind.beslist_mee and KIND in stand.gegeven:
        if redenen.ernstig_nadeel:
            tekst = f"De hulp is nodig om ernstig nadeel te voorkomen: {_zin(redenen.ernstig_nadeel)}."
            return Stap(tekst, None, JW_7_3_4_2)
        if redenen.weloverwogen and _blijft_willen(stand, kind):
            tekst = f"Het kind blijft de hulp na de weigering weloverwogen willen: {_zin(redenen.weloverwogen)}."
            return Stap(tekst, None, JW_7_3_4_2)
    if stand.geweigerd:
        return None
    if kind.anderen_beslissen and redenen.spoed:
        tekst = f"Er is geen tijd om toestemming te vragen: {_zin(redenen.spoed)}. Vraag die alsnog."
        return Stap(tekst, None, JW_7_3_16_1)
    if redenen.niet_ingrijpend:
        tekst = f"De hulp is niet ingrijpend, de toestemming wordt verondersteld: {_zin(redenen.niet_ingrijpend)}."
        return Stap(tekst, None, JW_7_3_16_2)
    return None


def _zin(reden: str) -> str:
    """A reason as the end of a sentence, which closes itself."""
    return reden.strip().rstrip(".")


def _blijft_willen(stand: Toestemming, kind: _Kind) -> bool:
    """The child said yes on or after the last refusal, and nobody is still to be asked."""
    wens = _laatste(KIND, kind.stemmen, kind.op)
    weigeringen = [_laatste(wie, kind.stemmen, kind.op) for wie in stand.geweigerd]
    if wens is None or not weigeringen or stand.ontbreekt:
        return False
    return all(weigering is not None and wens.op >= weigering.op for weigering in weigeringen)


def volgende_grens(geboortedatum: date, op: date) -> date | None:
    """The next birthday on which the rules of consent change, or None after eighteen."""
    grenzen = (verjaardag(geboortedatum, norm.op(op)) for norm in (MEEBESLISSEN, ZELF, MEERDERJARIG))
    return next((grens for grens in grenzen if grens > op), None)


def _stap_volgende_grens(geboortedatum: date, op: date) -> list[Stap]:
    grens = volgende_grens(geboortedatum, op)
    if grens is None:
        return []
    jaren = leeftijd(geboortedatum, grens)
    return [Stap(f"Op {datum_nl(grens)} wordt het kind {jaren}; beoordeel de toestemming dan opnieuw.", grens)]
