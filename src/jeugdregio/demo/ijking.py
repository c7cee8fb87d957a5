"""Measure a population against the published figures: per target what was asked, found, and allowed."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from jeugdregio.demo import bevolkingscijfers as cijfers
from jeugdregio.demo.bevolking import JAAR_DAGEN, Jeugdige, Traject
from jeugdregio.demo.zorgaanbod import PER_CODE, VERBLIJFSVORMEN

MAATREGELEN = ("jeugdbescherming", "jeugdreclassering")
HULP = tuple(sorted({p.vorm for p in PER_CODE.values()} - set(MAATREGELEN)))
_BESCHERMING = ("jeugdbescherming",)


@dataclass(frozen=True)
class Meting:
    """One target. `marge` is a share of the target; with `absoluut` it is in the unit of the target itself."""

    naam: str
    doel: float
    gevonden: float
    marge: float
    absoluut: bool = False

    @property
    def goed(self) -> bool:
        """Found within the tolerance."""
        ruimte = self.marge if self.absoluut else self.marge * self.doel
        return abs(self.gevonden - self.doel) <= ruimte

    def __str__(self) -> str:
        marge = f"{self.marge:g}" if self.absoluut else f"{self.marge:.0%}"
        oordeel = "ok " if self.goed else "NEE"
        return f"{oordeel} {self.naam}: doel {self.doel:.4g}, gevonden {self.gevonden:.4g}, marge {marge}"


def meet(jeugdigen: list[Jeugdige], vandaag: date) -> list[Meting]:
    """Measure the year up to today at the scale of the region."""
    van = vandaag - timedelta(days=JAAR_DAGEN - 1)
    jaar = [j for j in jeugdigen if j.heeft((), van, vandaag)]
    return [
        *_omvang(jaar, van, vandaag),
        *_vormen(jaar, van, vandaag),
        *_stromen(jaar, van, vandaag),
        *_verwijzers(jaar, van, vandaag),
        *_duren(jeugdigen, vandaag - timedelta(days=729), vandaag),
    ]


def _aantal(jeugdigen: Iterable[Jeugdige], toets: Callable[[Jeugdige], bool]) -> int:
    return sum(toets(j) for j in jeugdigen)


def _omvang(jaar: list[Jeugdige], van: date, tot: date) -> list[Meting]:
    per_gemeente = Counter(j.gemeente for j in jaar)
    verwacht = {g.code: g.jeugdzorg * g.jeugd_0_22 * cijfers.GROEI for g in cijfers.GEMEENTEN}
    metingen = [
        Meting(f"jeugdigen met jeugdzorg in een jaar, {g.naam}", verwacht[g.code], per_gemeente[g.code], 0.10)
        for g in cijfers.GEMEENTEN
    ]
    halfjaar = _aantal(jaar, lambda j: j.heeft((), tot - timedelta(days=181), tot))
    return [
        Meting("jeugdigen met jeugdzorg in een jaar, regio", sum(verwacht.values()), len(jaar), 0.03),
        Meting("ongeveer 12.000 jeugdigen in een jaar", 12000, len(jaar), 0.03),
        *metingen,
        Meting("halfjaar ten opzichte van jaar", 10335 / 12300, halfjaar / len(jaar), 0.05),
    ]


def _vormen(jaar: list[Jeugdige], van: date, tot: date) -> list[Meting]:
    jeugd_0_17 = sum(g.jeugd_0_17 for g in cijfers.GEMEENTEN) * cijfers.GROEI
    jeugd_12_22 = sum(g.jeugd_0_22 for g in cijfers.GEMEENTEN) * cijfers.GROEI * cijfers.DEEL_12_22
    hulp = _aantal(jaar, lambda j: j.heeft(HULP, van, tot))
    verblijf = _aantal(jaar, lambda j: j.heeft(VERBLIJFSVORMEN, van, tot))
    beschermd = [j for j in jaar if j.heeft(_BESCHERMING, van, tot)]
    metingen = [
        # The rates follow the level of 2020 (9.7% of 0-22), this figure is of 2023: hence the wider margin.
        Meting("jeugdhulp, % van 0-17", 12.5, 100 * hulp / jeugd_0_17, 0.08),
        Meting("met verblijf, % van jeugdhulp", 9.1, 100 * verblijf / hulp, 0.03),
        Meting("jeugdbescherming, % van 0-17", 1.4, 100 * len(beschermd) / jeugd_0_17, 0.03),
        Meting(
            "van jeugdbescherming met verblijf, %", 44.5,
            100 * _aantal(beschermd, lambda j: j.heeft(VERBLIJFSVORMEN, van, tot)) / len(beschermd), 0.05,
        ),
        Meting(
            "jeugdreclassering, % van 12-22", 0.5,
            100 * _aantal(jaar, lambda j: j.heeft(("jeugdreclassering",), van, tot)) / jeugd_12_22, 0.05,
        ),
    ]  # fmt: skip
    for gemeente in cijfers.GEMEENTEN:
        gevonden = _aantal(beschermd, lambda j, code=gemeente.code: j.gemeente == code)  # type: ignore[misc]
        metingen.append(Meting(f"jeugdbescherming, {gemeente.naam}", cijfers.quotum(gemeente)["jb"], gevonden, 0.10))
    return metingen


def _stromen(jaar: list[Jeugdige], van: date, tot: date) -> list[Meting]:
    actief = [t for j in jaar for t in j.trajecten if t.actief(van, tot)]
    begonnen = sum(t.begin >= van for t in actief)
    stand = [t for t in actief if t.actief(tot, tot)]
    pleeg = sum(PER_CODE[t.product].vorm == "pleegzorg" for t in stand)
    return [
        Meting("trajecten per jeugdige in een jaar", cijfers.TRAJECTEN_PER_JEUGDIGE, len(actief) / len(jaar), 0.05),
        Meting("begonnen trajecten per jeugdige", cijfers.BEGONNEN_PER_JEUGDIGE, begonnen / len(jaar), 0.10),
        # Active less begun in a year (16,500 and 7,600 on 12,000 youths). The published 10,765 trajectories on
        # 30-6-2023 do not fit these flows; we follow the flows.
        Meting("trajecten op de peildatum per jeugdige", (16500 - 7600) / 12000, len(stand) / len(jaar), 0.05),
        Meting("pleegzorg op de peildatum", cijfers.PLEEGZORG_PER_JEUGDIGE * len(jaar), pleeg, 0.10),
    ]


def _verwijzers(jaar: list[Jeugdige], van: date, tot: date) -> list[Meting]:
    actief = [t for j in jaar for t in j.trajecten if t.actief(van, tot) and PER_CODE[t.product].vorm in HULP]
    gevonden = Counter(t.verwijzer for t in actief)
    return [
        Meting(f"verwijzer {code or 'onbekend'}, %", 100 * deel, 100 * gevonden[code] / len(actief), 1.5, absoluut=True)
        for code, deel in cijfers.VERWIJZERS
    ]


def _duren(jeugdigen: list[Jeugdige], van: date, tot: date) -> list[Meting]:
    geeindigd = [t for j in jeugdigen for t in j.trajecten if van <= t.eind <= tot and PER_CODE[t.product].vorm in HULP]
    return [
        Meting(
            f"duur van beeindigde trajecten {eerste}-{laatste} dagen, %", 100 * deel,
            100 * sum(eerste <= _duur(t) <= laatste for t in geeindigd) / len(geeindigd), 3.0, absoluut=True,
        )
        for eerste, laatste, deel in cijfers.DUREN
    ]  # fmt: skip


def _duur(traject: Traject) -> int:
    return (traject.eind - traject.begin).days + 1
