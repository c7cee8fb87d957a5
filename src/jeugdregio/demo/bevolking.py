"""The made-up youths of the region and their trajectories: pure, seeded, measured by `ijking`.

A youth is drawn with a first start somewhere in the past eleven years and kept when it has help in the window. Per
municipality the drawing goes on until the numbers of a year are reached, kind by kind, so the totals are exact and
the spread inside them is chance.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from jeugdregio.demo.bevolkingscijfers import DUREN, GEMEENTEN, JB_ZONDER_HULP, JR_ZONDER_HULP, Gemeentecijfers, quotum
from jeugdregio.demo.toeval import dag_tussen, kies, toeval
from jeugdregio.demo.trajectkansen import (
    AANTAL_TRAJECTEN,
    DUUR_OTS,
    DUUR_RECLASSERING,
    DUUR_VERBLIJF,
    DUUR_VOOGDIJ,
    LEEFTIJDEN,
    OVERLAP,
    VERBLIJF_VORM,
    VERWIJZER_JB,
    VERWIJZER_VRIJ,
    VORMEN,
    VORMEN_KORT,
)  # fmt: skip
from jeugdregio.demo.zorgaanbod import PER_CODE, marktaandeel

VENSTER_DAGEN = 730
JAAR_DAGEN = 365
VERLEDEN_DAGEN = 11 * 365
SCHALEN = {"klein": 0.0195, "regio": 1.0}


@dataclass
class Traject:
    """Help of one product by one provider, from `begin` until and including `eind` (planned, may lie ahead)."""

    product: str
    agb: str
    verwijzer: str
    begin: date
    eind: date

    def actief(self, van: date, tot: date) -> bool:
        """Tell whether there is help in the period."""
        return self.begin <= tot and self.eind >= van


@dataclass
class Jeugdige:
    """A youth with all trajectories, also those of before the window."""

    gemeente: str
    geboortedatum: date
    geslacht: str
    trajecten: list[Traject] = field(default_factory=list)

    def heeft(self, vormen: tuple[str, ...], van: date, tot: date) -> bool:
        """Tell whether the youth has help of one of these forms in the period; no forms means any."""
        return any(t.actief(van, tot) and (not vormen or PER_CODE[t.product].vorm in vormen) for t in self.trajecten)


@dataclass(frozen=True)
class Soort:
    """A kind of youth: which parts are drawn, and by which traits it is counted."""

    naam: str
    maatregel: str = ""
    verblijf: bool = False
    hulp: bool = True


JB_VERBLIJF = Soort("jb_verblijf", "jb", verblijf=True)
JB_THUIS = Soort("jb_thuis", "jb")
JB_ALLEEN = Soort("jb_alleen", "jb", hulp=False)
JR = Soort("jr", "jr")
JR_ALLEEN = Soort("jr_alleen", "jr", hulp=False)
VERBLIJF = Soort("verblijf", verblijf=True)
AMBULANT = Soort("ambulant")

_VERBLIJF = ("pleegzorg", "gezinsgericht", "residentieel", "gesloten")
_JB = ("jeugdbescherming",)
_JR = ("jeugdreclassering",)


def genereer(schaal: str, zaad: int, vandaag: date) -> list[Jeugdige]:
    """Return the youths with help in the two years up to today. Raises KeyError for an unknown scale."""
    factor = SCHALEN[schaal]
    jeugdigen: list[Jeugdige] = []
    for cijfers in GEMEENTEN:
        jeugdigen += _gemeente(cijfers, factor, toeval(zaad, f"bevolking:{cijfers.code}"), vandaag)
    return jeugdigen


def _gemeente(cijfers: Gemeentecijfers, factor: float, bron: Random, vandaag: date) -> list[Jeugdige]:
    doel = {naam: max(1, round(aantal * factor)) for naam, aantal in quotum(cijfers).items()}
    van = vandaag - timedelta(days=JAAR_DAGEN - 1)
    gevonden: list[Jeugdige] = []

    def tel(*vormen: tuple[str, ...]) -> int:
        return sum(all(j.heeft(v, van, vandaag) for v in vormen) for j in gevonden)

    def vul(soort: Soort, aantal: int, *vormen: tuple[str, ...]) -> None:
        for jeugdige in _trek(soort, cijfers.code, bron, vandaag):
            if aantal <= 0:
                return
            gevonden.append(jeugdige)
            aantal -= all(jeugdige.heeft(v, van, vandaag) for v in vormen)

    vul(JB_VERBLIJF, doel["jb_verblijf"], _JB, _VERBLIJF)
    thuis = doel["jb"] - tel(_JB)
    vul(JB_THUIS, round(thuis * (1 - JB_ZONDER_HULP)), _JB)
    vul(JB_ALLEEN, doel["jb"] - tel(_JB), _JB)
    vul(JR, round(doel["jr"] * (1 - JR_ZONDER_HULP)), _JR)
    vul(JR_ALLEEN, doel["jr"] - tel(_JR), _JR)
    vul(VERBLIJF, doel["jb_verblijf"] + doel["verblijf"] - tel(_VERBLIJF), _VERBLIJF)
    vul(AMBULANT, doel["totaal"] - tel(()), ())
    return gevonden


def _trek(soort: Soort, gemeente: str, bron: Random, vandaag: date) -> Iterator[Jeugdige]:
    """Draw youths of a kind that have help in the window."""
    van = vandaag - timedelta(days=VENSTER_DAGEN)
    while True:
        eerste = dag_tussen(bron, vandaag - timedelta(days=VERLEDEN_DAGEN), vandaag)
        jeugdige = _jeugdige(soort, gemeente, eerste, bron)
        jeugdige.trajecten = [t for t in jeugdige.trajecten if t.begin <= vandaag]
        if jeugdige.heeft((), van, vandaag):
            yield jeugdige


def _jeugdige(soort: Soort, gemeente: str, eerste: date, bron: Random) -> Jeugdige:
    jaren = kies(bron, LEEFTIJDEN[soort.maatregel or "hulp"])
    geboren = eerste - timedelta(days=round(jaren * 365.25) + bron.randint(0, 364))
    jeugdige = Jeugdige(gemeente, geboren, "1" if bron.random() < 0.56 else "2")
    verwijzers = VERWIJZER_JB if soort.maatregel == "jb" else VERWIJZER_VRIJ
    if soort.maatregel:
        jeugdige.trajecten.append(_maatregel(soort.maatregel, eerste, jaren, bron))
    if soort.verblijf:
        begin = eerste + timedelta(days=bron.randint(0, 60) if soort.maatregel else 0)
        product = kies(bron, VERBLIJF_VORM)
        jeugdige.trajecten.append(_traject(product, begin, kies_duur(bron, DUUR_VERBLIJF[product]), verwijzers, bron))
    if soort.hulp:
        _ambulante_hulp(jeugdige, soort, eerste, verwijzers, bron)
    _kap_af(jeugdige, bron)
    return jeugdige


def _maatregel(maatregel: str, begin: date, jaren: int, bron: Random) -> Traject:
    if maatregel == "jr":
        return _traject("47A01", begin, kies_duur(bron, DUUR_RECLASSERING), (("08", 1),), bron)
    voogdij = bron.random() < (0.12 if jaren < 12 else 0.18)
    duur = kies_duur(bron, DUUR_VOOGDIJ if voogdij else DUUR_OTS)
    return _traject("48A02" if voogdij else "48A01", begin, duur, (("08", 1),), bron)


def _ambulante_hulp(
    jeugdige: Jeugdige, soort: Soort, eerste: date, verwijzers: tuple[tuple[str, float], ...], bron: Random
) -> None:
    aantal = kies(bron, AANTAL_TRAJECTEN["erbij" if soort.verblijf else "alleen"])
    begin = eerste + timedelta(days=bron.randint(0, 200) if soort.verblijf else 0)
    for _ in range(aantal):
        duur = kies_duur(bron, DUREN)
        # One product once: the standard refuses overlapping assignments of the same product (TR302).
        gebruikt = {t.product for t in jeugdige.trajecten}
        product = kies(bron, [deel for deel in (VORMEN_KORT if duur <= 182 else VORMEN) if deel[0] not in gebruikt])
        traject = _traject(product, begin, duur, verwijzers, bron)
        jeugdige.trajecten.append(traject)
        if bron.random() < OVERLAP:
            begin += timedelta(days=bron.randint(14, max(15, duur)))
        else:
            begin = traject.eind + timedelta(days=bron.randint(20, 500))


def _traject(product: str, begin: date, duur: int, verwijzers: tuple[tuple[str, float], ...], bron: Random) -> Traject:
    aanbieder = kies(bron, marktaandeel(product))
    return Traject(product, aanbieder.agb, kies(bron, verwijzers), begin, begin + timedelta(days=duur - 1))


def kies_duur(bron: Random, duren: tuple[tuple[int, int, float], ...]) -> int:
    """Draw a duration in days from (from, until, share)."""
    van, tot = kies(bron, [((van, tot), deel) for van, tot, deel in duren])
    return bron.randint(van, tot)


def _kap_af(jeugdige: Jeugdige, bron: Random) -> None:
    """End help at eighteen for most, at twenty-three for all, as the law does; measures end at eighteen."""
    achttien, drieentwintig = (verjaardag(jeugdige.geboortedatum, leeftijd) for leeftijd in (18, 23))
    for traject in jeugdige.trajecten:
        bescherming = PER_CODE[traject.product].vorm == "jeugdbescherming"
        grens = achttien if bescherming or (traject.begin < achttien and bron.random() < 0.6) else drieentwintig
        traject.eind = min(traject.eind, grens - timedelta(days=1))
    jeugdige.trajecten = [t for t in jeugdige.trajecten if t.eind > t.begin]


def verjaardag(geboren: date, leeftijd: int) -> date:
    """Return the birthday at an age; 29 February becomes 1 March."""
    jaar = geboren.year + leeftijd
    try:
        return geboren.replace(year=jaar)
    except ValueError:
        return date(jaar, 3, 1)
