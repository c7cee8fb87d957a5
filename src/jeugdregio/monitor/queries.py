"""The first figures: children with and without stay, per municipality and month.

Chart, table and file all come from the same protected figures, so none of them tells more than another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.cache import cache

from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.basis.privacy import Cel, Plaats, bescherm_tabel, totaal
from jeugdregio.monitor.permissions import precies_bekend
from jeugdregio.monitor.tellen import Telling, tel
from jeugdregio.organisaties.models import Deelname, Organisatie, Soort
from jeugdregio.organisaties.wie import Wie

HELE_REGIO = "regio"
PERIODEN = (12, 24)
VERS_SECONDEN = 15 * 60
MET, ZONDER = "met", "zonder"


@dataclass(frozen=True, slots=True)
class Cijfers:
    """Children with help: with stay, without stay, together. As this reader may see them."""

    met: Cel
    zonder: Cel
    samen: Cel


@dataclass(frozen=True, slots=True)
class MaandCijfers:
    """The figures of one month: per municipality (by code) and of the region."""

    maand: date
    per_gemeente: dict[str, Cijfers]
    regio: Cijfers

    def van(self, gebied: str) -> Cijfers:
        """The figures of a municipality or of the region; hidden when it did not take part then."""
        niets = Cel(None)
        return self.regio if gebied == HELE_REGIO else self.per_gemeente.get(gebied, Cijfers(niets, niets, niets))


@dataclass(frozen=True, slots=True)
class VerblijfBeeld:
    """The page: the series of one area, and the municipalities beside each other in the last month."""

    gebied: str
    gebied_naam: str
    gemeenten: tuple[Organisatie, ...]
    maanden: tuple[MaandCijfers, ...]
    stand: datetime
    precies: frozenset[str]

    @property
    def reeks(self) -> list[tuple[date, Cijfers]]:
        """The months of the chosen area, oldest first."""
        return [(maand.maand, maand.van(self.gebied)) for maand in self.maanden]

    @property
    def laatste(self) -> MaandCijfers:
        """The last whole month."""
        return self.maanden[-1]

    @property
    def per_gemeente(self) -> list[tuple[Organisatie, Cijfers]]:
        """The municipalities in the last month."""
        return [(gemeente, self.laatste.van(gemeente.code or "")) for gemeente in self.gemeenten]

    @property
    def gebied_precies(self) -> bool:
        """True when this reader sees the chosen area exactly."""
        return self.gebied in self.precies


def verblijf(wie: Wie, gebied: str = "", aantal: int = PERIODEN[0]) -> VerblijfBeeld:
    """Return children with and without stay over the last whole months, under the privacy rule for this reader."""
    maanden = _maanden(aantal if aantal in PERIODEN else PERIODEN[0])
    deelnames = list(
        Deelname.objects.filter(organisatie__soort=Soort.GEMEENTE, van__lte=maanden[-1]).select_related("organisatie")
    )
    tellingen, stand = _tellingen(maanden)
    bekend = precies_bekend(wie)
    cijfers = tuple(_maand(maand, tellingen, _deelnemers(deelnames, maand), bekend) for maand in maanden)
    gemeenten = sorted(_deelnemers(deelnames, maanden[-1]), key=lambda gemeente: gemeente.naam)
    gekozen = _gebied(wie, gebied, gemeenten)
    namen = {gemeente.code: gemeente.naam for gemeente in gemeenten}
    return VerblijfBeeld(
        gebied=gekozen,
        gebied_naam=namen.get(gekozen, "de hele regio"),
        gemeenten=tuple(gemeenten),
        maanden=cijfers,
        stand=stand,
        precies=bekend,
    )


def verblijf_op(maand: date) -> MaandCijfers:
    """Return the figures of one month (its first day) as anybody may see them."""
    deelnames = Deelname.objects.filter(organisatie__soort=Soort.GEMEENTE, van__lte=maand).select_related("organisatie")
    tellingen, _ = _tellingen([maand])
    return _maand(maand, tellingen, _deelnemers(list(deelnames), maand), frozenset())


def _maanden(aantal: int) -> list[date]:
    """The first days of the last whole months, oldest first."""
    dag, gevonden = vandaag().replace(day=1), []
    for _ in range(aantal):
        dag = (dag - timedelta(days=1)).replace(day=1)
        gevonden.append(dag)
    return gevonden[::-1]


def _deelnemers(deelnames: Sequence[Deelname], maand: date) -> list[Organisatie]:
    return list({d.organisatie.pk: d.organisatie for d in deelnames if d.geldt_op(maand)}.values())


def _gebied(wie: Wie, gevraagd: str, gemeenten: Sequence[Organisatie]) -> str:
    """The asked area; without a good one the own municipality, else the region."""
    codes = {gemeente.code for gemeente in gemeenten}
    if gevraagd == HELE_REGIO or gevraagd in codes:
        return gevraagd
    return wie.organisatie.code if wie.organisatie.code and wie.organisatie.code in codes else HELE_REGIO


def _tellingen(maanden: Sequence[date]) -> tuple[dict[tuple[str, date], Telling], datetime]:
    """The counts, at most a quarter of an hour old, with the moment they were made."""
    sleutel = f"monitor:verblijf:{maanden[0]:%Y%m}:{len(maanden)}"
    bewaard: tuple[dict[tuple[str, date], Telling], datetime] | None = cache.get(sleutel)
    if bewaard is None:
        bewaard = (tel(maanden), nu())
        cache.set(sleutel, bewaard, VERS_SECONDEN)
    return bewaard


def _maand(
    maand: date,
    tellingen: dict[tuple[str, date], Telling],
    gemeenten: Sequence[Organisatie],
    bekend: frozenset[str],
) -> MaandCijfers:
    cellen: dict[Plaats, int] = {}
    for gemeente in gemeenten:
        telling = tellingen.get((gemeente.code or "", maand), Telling())
        cellen[gemeente.code or "", MET], cellen[gemeente.code or "", ZONDER] = telling.met, telling.zonder
    getoond = bescherm_tabel(cellen, bekend=bekend)
    codes = [gemeente.code or "" for gemeente in gemeenten]
    per_gemeente = {
        code: Cijfers(getoond[code, MET], getoond[code, ZONDER], totaal([(code, MET), (code, ZONDER)], cellen, getoond))
        for code in codes
    }
    regio = Cijfers(
        totaal([(code, MET) for code in codes], cellen, getoond),
        totaal([(code, ZONDER) for code in codes], cellen, getoond),
        totaal(list(cellen), cellen, getoond),
    )
    return MaandCijfers(maand, per_gemeente, regio)
