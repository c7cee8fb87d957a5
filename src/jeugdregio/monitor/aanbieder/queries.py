"""The page of one provider: counts under the privacy rule, money, ceiling and rejects, per quarter.

Counts of children are rounded and hidden by the shared rule over the municipalities. A share is only shown over a year,
when it is about at least 50, and when neither side is below 8 (unless nobody). Money is of
contracts, not of children.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.cache import cache
from django.db.models import Q, Sum

from ijw.codelijsten import omschrijving
from jeugdregio.basis.klok import vandaag
from jeugdregio.basis.privacy import MINSTENS, Cel, Plaats, bescherm_tabel, totaal
from jeugdregio.monitor.aanbieder.permissions import eis, gebieden, te_zien
from jeugdregio.monitor.aanbieder.tellen import Feiten, Telling, middelste, tel
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.gesprekken.kwartaal import Kwartaal, laatste, lees
from jeugdregio.zorglandschap.models import Contract, Kwaliteitseis, Plafond
from jeugdregio.zorglandschap.ruimte.models import Opgave

REGIO = "regio"
GETOOND, JAAR = 5, 4
NOEMER_MINSTENS = 50
VERS_SECONDEN = 15 * 60
STARTEIS = "Dagen tussen toewijzing en start"
VOLGENS_PLAN = ("31",)
EENZIJDIG = ("32", "33", "35")  # JZ588: ended by client, by provider, by an outside cause


@dataclass(frozen=True, slots=True)
class Aandeel:
    """A share in whole percents over a year; None when it may not be shown."""

    procent: int | None

    @property
    def tekst(self) -> str:
        """The share, or why there is none."""
        return "te klein" if self.procent is None else f"{self.procent}%"


@dataclass(frozen=True, slots=True)
class Kwartaalregel:
    """One quarter: children with help, new assignments, and shares over the year that ends with it. Money in cents."""

    kwartaal: Kwartaal
    kinderen: Cel
    toegewezen: Cel
    op_tijd: Aandeel
    startdagen: int | None
    verlengd: Aandeel
    volgens_plan: Aandeel
    uitval: Aandeel
    toegekend: int


@dataclass(frozen=True, slots=True)
class Reden:
    """Why help stopped over the year (JZ588)."""

    code: str
    naam: str
    aantal: Cel


@dataclass(frozen=True, slots=True)
class Afkeurregel:
    """What was refused, with its return code or rule, in the quarter and over the year."""

    code: str
    naam: str
    kwartaal: int
    jaar: int


@dataclass(frozen=True, slots=True)
class Plafondstand:
    """The ceiling of a year against what was granted; cents. `uitleg` says how the forecast was reckoned."""

    jaar: int
    plafond: int
    toegekend: int
    verwacht: int | None
    uitleg: tuple[str, ...]

    @property
    def procent(self) -> int:
        """How much of the ceiling is used, rounded down: 99.9 is not full."""
        return 100 * self.toegekend // self.plafond if self.plafond else 0

    @property
    def toon(self) -> str:
        """How serious it is: full, expected to become full, or neither."""
        if self.toegekend >= self.plafond:
            return "gevaar"
        return "let-op" if self.verwacht is not None and self.verwacht > self.plafond else "goed"


@dataclass(frozen=True, slots=True)
class Wachtopgave:
    """What the provider itself says of waiting: product, days (None unknown), free places, and when it was checked."""

    product: str
    locatie: str
    wachtdagen: int | None
    vrij: int | None
    nagekeken_op: date


@dataclass(frozen=True, slots=True)
class Aanbiederbeeld:
    """All of one provider in one area up to one quarter."""

    aanbieder: Organisatie
    kwartaal: Kwartaal
    kwartalen: tuple[Kwartaal, ...]
    gebied: str
    gebied_naam: str
    gebieden: tuple[Organisatie, ...]
    regels: tuple[Kwartaalregel, ...]
    wachtend: Cel
    redenen: tuple[Reden, ...]
    afkeuringen: tuple[Afkeurregel, ...]
    plafond: Plafondstand | None
    startnorm: int | None
    opgaven: tuple[Wachtopgave, ...]

    @property
    def nu(self) -> Kwartaalregel:
        """The chosen quarter."""
        return self.regels[-1]


def aanbieders(wie: Wie) -> list[Organisatie]:
    """Return the providers of which this person may see figures. Raises GeenRecht."""
    return te_zien(wie)


def beeld(wie: Wie, aanbieder_id: UUID, kwartaal: str = "", gebied: str = "") -> Aanbiederbeeld:
    """Return the page of a provider for this reader. Raises GeenRecht, NietGevonden. A fixed number of queries."""
    aanbieder = eis(wie, aanbieder_id)
    te_kiezen = laatste(vandaag(), JAAR + GETOOND)
    gekozen = lees(kwartaal)
    if gekozen not in te_kiezen[JAAR:]:
        gekozen = te_kiezen[-1]
    gemeenten = list(deelnemers())
    mag = gebieden(wie, gemeenten)
    namen = {gemeente.code: gemeente.naam for gemeente in mag if gemeente.code}
    gebied = gebied if gebied in namen else REGIO
    return maak(aanbieder, gekozen, gemeenten, gebied, mag)


def maak(
    aanbieder: Organisatie, gekozen: Kwartaal, gemeenten: Sequence[Organisatie], gebied: str = REGIO,
    mag: Sequence[Organisatie] = (),
) -> Aanbiederbeeld:  # fmt: skip
    """Return what may be shown of a provider, for an area that the reader may choose."""
    startnorm = _startnorm(aanbieder, gekozen.tot)
    alle = _alle_kwartalen(gekozen)
    feiten = _feiten(aanbieder, alle, startnorm)
    codes = [gemeente.code for gemeente in gemeenten if gemeente.code]
    hier = codes if gebied == REGIO else [gebied]
    regels = tuple(
        _regel(feiten, codes, hier, alle[nummer - JAAR + 1 : nummer + 1], startnorm)
        for nummer in range(JAAR - 1, len(alle))
    )[-GETOOND:]
    jaar = alle[-JAAR:]
    return Aanbiederbeeld(
        aanbieder=aanbieder, kwartaal=gekozen, kwartalen=tuple(laatste(vandaag(), GETOOND)), gebied=gebied,
        gebied_naam=next((g.naam for g in gemeenten if g.code == gebied), "de hele regio"), gebieden=tuple(mag),
        regels=regels, wachtend=_cel(codes, hier, feiten.wachtend.__getitem__),
        redenen=tuple(_redenen(feiten, codes, hier, jaar)),
        afkeuringen=tuple(_afkeuringen(feiten, hier, jaar)),
        plafond=_plafond(aanbieder, gekozen, gebied, feiten, hier), startnorm=startnorm,
        opgaven=tuple(_opgaven(aanbieder)),
    )  # fmt: skip


def _alle_kwartalen(gekozen: Kwartaal) -> list[Kwartaal]:
    return laatste(gekozen.volgende.van, JAAR + GETOOND)


def _startnorm(aanbieder: Organisatie, op: date) -> int | None:
    """Days between assignment and start that the contract asks for, when it does."""
    eisen = Kwaliteitseis.objects.filter(contracten__aanbieder=aanbieder, kpi=STARTEIS, norm__isnull=False)
    norm = eisen.op(op).values_list("norm", flat=True).first()
    return int(norm) if norm is not None else None


def _feiten(aanbieder: Organisatie, kwartalen: Sequence[Kwartaal], startnorm: int | None) -> Feiten:
    """The counts, at most a quarter of an hour old."""
    sleutel = f"monitor:aanbieder:{aanbieder.pk}:{kwartalen[-1].code}:{startnorm}:{vandaag()}"
    bewaard: Feiten | None = cache.get(sleutel)
    if bewaard is None:
        bewaard = tel(aanbieder, kwartalen, vandaag(), startnorm)
        cache.set(sleutel, bewaard, VERS_SECONDEN)
    return bewaard


def _regel(
    feiten: Feiten, codes: Sequence[str], hier: Sequence[str], jaar: Sequence[Kwartaal], startnorm: int | None
) -> Kwartaalregel:
    kwartaal = jaar[-1]
    van_jaar = feiten.van(hier, jaar)
    op_tijd, gestart = _starts(van_jaar, startnorm)
    stops = sum((telling.stops for telling in van_jaar), Counter())
    dagen = middelste(van_jaar)
    return Kwartaalregel(
        kwartaal=kwartaal,
        kinderen=_cel(codes, hier, lambda code: _van(feiten, code, kwartaal).kinderen),
        toegewezen=_cel(codes, hier, lambda code: _van(feiten, code, kwartaal).toegewezen),
        op_tijd=aandeel(op_tijd, gestart) if startnorm is not None else Aandeel(None),
        startdagen=round(dagen) if dagen is not None and gestart >= NOEMER_MINSTENS else None,
        verlengd=aandeel(sum(t.verlengd for t in van_jaar), sum(t.eindigend for t in van_jaar)),
        volgens_plan=aandeel(sum(stops[code] for code in VOLGENS_PLAN), stops.total()),
        uitval=aandeel(sum(stops[code] for code in EENZIJDIG), stops.total()),
        toegekend=sum(telling.toegekend for telling in feiten.van(hier, [kwartaal])),
    )


def _van(feiten: Feiten, code: str, kwartaal: Kwartaal) -> Telling:
    return feiten.van([code], [kwartaal])[0]


def _starts(tellingen: Sequence[Telling], startnorm: int | None) -> tuple[int, int]:
    """How many began within the norm, of how many: those that began, and those that should have."""
    dagen = [dag for telling in tellingen for dag in telling.startdagen]
    te_laat = sum(telling.wacht_te_lang for telling in tellingen)
    return sum(dag <= (startnorm or 0) for dag in dagen), len(dagen) + te_laat


def aandeel(teller: int, noemer: int) -> Aandeel:
    """Return a share that may be shown: of at least 50, with neither side between 1 and 7."""
    klein = any(0 < kant < MINSTENS for kant in (teller, noemer - teller))
    return Aandeel(None if noemer < NOEMER_MINSTENS or klein else round(100 * teller / noemer))


def _cel(codes: Sequence[str], hier: Sequence[str], tel: Callable[[str], int]) -> Cel:
    """A count of the area under the shared rule over all municipalities, so that none follows from the others."""
    cellen: dict[Plaats, int] = {(code, "n"): tel(code) for code in codes}
    getoond = bescherm_tabel(cellen)
    if len(hier) == 1:
        return getoond.get((hier[0], "n"), Cel(None))
    return totaal(list(cellen), cellen, getoond)


def _redenen(feiten: Feiten, codes: Sequence[str], hier: Sequence[str], jaar: Sequence[Kwartaal]) -> list[Reden]:
    """Reasons over the year: one table of municipality by reason, so that no cell follows from a sum."""
    per = {code: sum((telling.stops for telling in feiten.van([code], jaar)), Counter()) for code in codes}
    soorten = sorted({reden for stops in per.values() for reden in stops})
    cellen: dict[Plaats, int] = {(code, reden): per[code][reden] for code in codes for reden in soorten}
    getoond = bescherm_tabel(cellen)
    samen = {reden: [(code, reden) for code in hier] for reden in soorten}
    regels = [
        Reden(
            reden, omschrijving("JZ588", reden),
            getoond[plaatsen[0]] if len(plaatsen) == 1 else totaal(plaatsen, cellen, getoond),
        )
        for reden, plaatsen in samen.items()
    ]  # fmt: skip
    return sorted(regels, key=lambda regel: (-(regel.aantal.waarde or 0), regel.code))


def _afkeuringen(feiten: Feiten, hier: Sequence[str], jaar: Sequence[Kwartaal]) -> list[Afkeurregel]:
    nu = sum((telling.afkeuringen for telling in feiten.van(hier, jaar[-1:])), Counter())
    alle = sum((telling.afkeuringen for telling in feiten.van(hier, jaar)), Counter())
    regels = [
        Afkeurregel(
            retourcode or regel, omschrijving("WJ001", retourcode) if retourcode else "geen retourcode",
            nu[retourcode, regel], aantal,
        )
        for (retourcode, regel), aantal in alle.items()
    ]  # fmt: skip
    return sorted(regels, key=lambda regel: (-regel.kwartaal, -regel.jaar, regel.code))


def _plafond(
    aanbieder: Organisatie, gekozen: Kwartaal, gebied: str, feiten: Feiten, hier: Sequence[str]
) -> Plafondstand | None:
    """The ceiling of the year of the quarter: of all together, or of one municipality. None when there is none."""
    waar = Q(gemeente=None) if gebied == REGIO else Q(gemeente__code=gebied)
    plafond = (
        Plafond.objects.filter(waar, contract__aanbieder=aanbieder, contract__staat=Contract.Staat.GETEKEND,
                               jaar=gekozen.jaar)
        .aggregate(som=Sum("centen"))["som"]
    )  # fmt: skip
    if plafond is None:
        return None
    kwartalen = [kwartaal for kwartaal in _alle_kwartalen(gekozen) if kwartaal.jaar == gekozen.jaar]
    toegekend = sum(telling.toegekend for telling in feiten.van(hier, kwartalen))
    verwacht = toegekend * 4 // gekozen.nummer
    uitleg = (
        f"Toegekend over {gekozen.nummer} {'kwartaal' if gekozen.nummer == 1 else 'kwartalen'} van {gekozen.jaar}, "
        f"doorgetrokken naar vier kwartalen. Wat nog niet is gedeclareerd telt niet mee.",
        "Het plafond houdt geen hulp tegen: een besluit over een kind gaat nooit over het budget.",
    )
    return Plafondstand(gekozen.jaar, plafond, toegekend, verwacht, uitleg)


def _opgaven(aanbieder: Organisatie) -> list[Wachtopgave]:
    """What the provider says itself, as it holds now; unknown stays unknown."""
    opgaven = (
        Opgave.objects.filter(plek__locatie__aanbieder=aanbieder, plek__gestopt_op=None, vervangen_op=None)
        .order_by("plek__product__code", "plek__locatie__naam")
        .values_list("plek__product__naam", "plek__locatie__naam", "wachtdagen", "vrij", "nagekeken_op")
    )  # fmt: skip
    return [Wachtopgave(*rij) for rij in opgaven]
