"""Which municipality is responsible: the residence principle of Jeugdwet 1.1, since 1 January 2022."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Self

from recht.datum import datum_kort, datum_nl, jaren_erbij
from recht.invoer import InvoerError, delen, lees_datum
from recht.parameter import parameter
from recht.register import regel
from recht.termijn import loopt_af, weken
from recht.uitkomst import Stap, Uitkomst

NIEUWE_REGEL = date(2022, 1, 1)
BUITENLAND = "buitenland"
DAG = timedelta(days=1)
JW_1_1 = "Jeugdwet 1.1, woonplaats"
JW_2_7A = "Jeugdwet 2.7a"

VOORTZETTING = parameter("woonplaats-voortzetting", "jaar", ("2022-01-01", 1, JW_2_7A))
INFORMATIE = parameter("woonplaats-informatie", "weken", ("2022-01-01", 2, "Regeling Jeugdwet 1a.1"))


class Soort(StrEnum):
    """Kind of place: an ordinary home address, or a stay that does not move the residence."""

    WOONADRES = "woonadres"
    VERBLIJF = "verblijf"


@dataclass(frozen=True)
class Plek:
    """Where the young person is from a day on: municipality code, kind; "buitenland" for abroad.

    A stay is one with a provider, foster parent, shelter, Wlz institution or juvenile prison. An empty
    municipality means unknown.
    """

    VORM: ClassVar[str] = "gemeente/vanaf/woonadres of verblijf"
    gemeente: str
    vanaf: date
    soort: Soort = Soort.WOONADRES

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Read "0995/2020-01-01" or "0034/2026-04-01/verblijf"."""
        gemeente, vanaf, soort = delen(tekst, cls.VORM, 2, 3)
        if soort and soort not in set(Soort):
            raise InvoerError(f"'{soort}' is geen soort plek. Kies uit: {', '.join(Soort)}.")
        return cls(gemeente, lees_datum(vanaf), Soort(soort or Soort.WOONADRES))


@dataclass(frozen=True)
class Periode:
    """A fact as a register gives it: where, from a day until and including a day (None: it still holds)."""

    gemeente: str
    van: date
    tot: date | None = None
    soort: Soort = Soort.WOONADRES

    def op(self, dag: date) -> bool:
        """Tell whether the fact holds on a day."""
        return self.van <= dag and (self.tot is None or dag <= self.tot)


def tijdlijn(perioden: tuple[Periode, ...]) -> tuple[Plek, ...]:
    """Turn periods into the places the rule walks through, oldest first.

    While a stay lasts a new home address does not count: a foster child is often registered with its foster family.
    After the stay the address of that day counts again; a day without any period is an unknown address.
    """
    grenzen = {p.van for p in perioden} | {p.tot + DAG for p in perioden if p.tot is not None}
    plekken: list[Plek] = []
    for dag in sorted(grenzen):
        plek = _plek_op(perioden, dag)
        if not plekken or (plekken[-1].gemeente, plekken[-1].soort) != (plek.gemeente, plek.soort):
            plekken.append(plek)
    return tuple(plekken)


def _plek_op(perioden: tuple[Periode, ...], dag: date) -> Plek:
    for soort in (Soort.VERBLIJF, Soort.WOONADRES):
        geldig = [p for p in perioden if p.soort is soort and p.op(dag)]
        if geldig:
            return Plek(max(geldig, key=lambda p: p.van).gemeente, dag, soort)
    return Plek("", dag)


@dataclass(frozen=True)
class Woonplaats:
    """Answer: the responsible municipality and the part of the definition that points to it."""

    gemeente: str
    onderdeel: str

    @property
    def kort(self) -> str:
        """The municipality, or "onbekend"."""
        return self.gemeente or "onbekend"


@regel(
    "woonplaats",
    naam="Welke gemeente is verantwoordelijk?",
    grondslag=JW_1_1,
    bron="Jeugdwet art. 1.1, begrip woonplaats (sinds 1-1-2022)",
    invoer={
        "op": "dag van de hulpvraag",
        "plekken": "waar de jeugdige vanaf welke dag is; verblijf is bij aanbieder, pleegouder of instelling",
        "aantekening": "staat bij het adres in de basisregistratie een aantekening (Wet BRP 2.26)?",
        "moeder_bij_geboorte": "gemeente waar de moeder bij de geboorte stond ingeschreven",
        "feitelijk": "gemeente waar de jeugdige nu echt is",
    },
    voorbeelden={
        "op=2026-09-10 plekken=0995/2020-01-01": "0995",
        "op=2026-09-10 plekken=0995/2020-01-01,0034/2026-04-01/verblijf": "0995",
        "op=2026-05-01 plekken=0184/2019-06-01,0303/2026-05-01": "0303",
        "op=2026-09-10 plekken=0995/2019-01-01,0034/2024-04-01/verblijf,0171/2025-08-01/verblijf": "0995",
        "op=2026-09-10 plekken=0995/2019-01-01,0034/2024-04-01/verblijf,0303/2026-01-01": "0303",
        "op=2026-09-10 plekken=/2026-03-01/verblijf moeder_bij_geboorte=0171": "0171",
        "op=2026-09-10 plekken=0995/2020-01-01 aantekening=ja feitelijk=0034": "0034",
        "op=2026-09-10 plekken=buitenland/2020-01-01 feitelijk=0184": "0184",
    },
)
def woonplaats(
    op: date,
    plekken: tuple[Plek, ...] = (),
    aantekening: bool = False,
    moeder_bij_geboorte: str = "",
    feitelijk: str = "",
) -> Uitkomst:
    """Walk through parts 1 to 4 of the definition.

    Raises ValueError for a day before 2022: then another rule held, which followed authority.
    """
    if op < NIEUWE_REGEL:
        raise ValueError(f"Voor {datum_kort(NIEUWE_REGEL)} gold een andere regel, die het gezag volgde.")
    geschiedenis = sorted((plek for plek in plekken if plek.vanaf <= op), key=lambda plek: plek.vanaf)
    adres, stappen = _adres(geschiedenis)
    if adres is not None and adres.gemeente == BUITENLAND:
        stappen.append(Stap("De woonplaats is buiten Nederland: bepalend is waar de jeugdige echt is.", op, JW_1_1))
        return _feitelijk(feitelijk, stappen, "4")
    if adres is not None and adres.gemeente and not aantekening:
        onderdeel = "2" if geschiedenis[-1].soort is Soort.VERBLIJF else "1"
        return Uitkomst(waarde=Woonplaats(adres.gemeente, onderdeel), stappen=tuple(stappen))
    stappen.append(_waarom_vangnet(aantekening))
    if moeder_bij_geboorte:
        tekst = f"De moeder stond bij de geboorte ingeschreven in gemeente {moeder_bij_geboorte}."
        stappen.append(Stap(tekst, None, f"{JW_1_1} onder 3"))
        return Uitkomst(waarde=Woonplaats(moeder_bij_geboorte, "3"), stappen=tuple(stappen))
    return _feitelijk(feitelijk, stappen, "3")


def _adres(geschiedenis: list[Plek]) -> tuple[Plek | None, list[Stap]]:
    """The home address that counts: the present one, or the one directly before the stay began."""
    if not geschiedenis:
        return None, [Stap("Er is geen adres bekend.", None, f"{JW_1_1} onder 1")]
    huidig = geschiedenis[-1]
    if huidig.soort is Soort.WOONADRES:
        waar = _waar(huidig.gemeente)
        tekst = f"De jeugdige woont sinds {datum_kort(huidig.vanaf)} {waar}."
        return huidig, [Stap(tekst, huidig.vanaf, f"{JW_1_1} onder 1")]
    begin = huidig
    for plek in reversed(geschiedenis):
        if plek.soort is Soort.WOONADRES:
            stap = Stap(
                f"De jeugdige verblijft sinds {datum_kort(begin.vanaf)} bij een aanbieder, pleegouder of "
                "instelling. "
                f"Bepalend is het woonadres direct daarvoor: {_waar(plek.gemeente)}.",
                begin.vanaf,
                f"{JW_1_1} onder 2",
            )
            return plek, [stap]
        begin = plek
    tekst = f"De jeugdige verblijft sinds {datum_kort(begin.vanaf)} elders; het woonadres daarvoor is onbekend."
    return None, [Stap(tekst, begin.vanaf, f"{JW_1_1} onder 2")]


def _waar(gemeente: str) -> str:
    if gemeente == BUITENLAND:
        return "in het buitenland"
    return f"in gemeente {gemeente}" if gemeente else "op een onbekend adres"


def _waarom_vangnet(aantekening: bool) -> Stap:
    if aantekening:
        return Stap("Bij het adres staat een aantekening (Wet BRP 2.26): het telt niet.", None, f"{JW_1_1} onder 3")
    return Stap("De woonplaats is niet uit een woonadres vast te stellen.", None, f"{JW_1_1} onder 3")


def _feitelijk(gemeente: str, stappen: list[Stap], onderdeel: str) -> Uitkomst:
    if not gemeente:
        gemist = "de gemeente waar de jeugdige nu echt is"
        wat = (gemist,) if onderdeel == "4" else ("de inschrijving van de moeder bij de geboorte", gemist)
        return Uitkomst(waarde=Woonplaats("", onderdeel), stappen=tuple(stappen), ontbreekt=wat)
    stap = Stap(f"De jeugdige is nu in gemeente {gemeente}.", None, f"{JW_1_1} onder {onderdeel}")
    return Uitkomst(waarde=Woonplaats(gemeente, onderdeel), stappen=(*stappen, stap))


@regel(
    "woonplaats-verhuizing",
    naam="Hulp voortzetten na een verhuizing",
    grondslag=JW_2_7A,
    bron="Jeugdwet art. 2.7a",
    invoer={
        "verhuisd_op": "dag waarop de woonplaats wijzigde",
        "verblijf": "gaat de hulp met verblijf gepaard?",
        "gevraagd": "heeft de jeugdige om dezelfde hulp gevraagd?",
    },
    voorbeelden={
        "verhuisd_op=2026-05-01": "2027-05-01",
        "verhuisd_op=2026-05-01 gevraagd=nee": "2027-05-01",
        "verhuisd_op=2026-04-01 verblijf=ja": "niet van toepassing",
    },
)
def verhuizing(verhuisd_op: date, verblijf: bool = False, gevraagd: bool = True) -> Uitkomst:
    """Until when help without stay goes on after a move, at the charge of the new municipality."""
    if verblijf:
        tekst = "Hulp met verblijf verandert de woonplaats niet; de oude gemeente blijft verantwoordelijk."
        return Uitkomst(waarde="niet van toepassing", stappen=(Stap(tekst, verhuisd_op, JW_1_1),))
    tot = jaren_erbij(verhuisd_op, VOORTZETTING.op(verhuisd_op))
    recht = (
        "dezelfde hulp bij dezelfde aanbieder, met dezelfde voorwaarden en tarieven"
        if gevraagd
        else "gelijkwaardige hulp; om dezelfde aanbieder is niet gevraagd"
    )
    stap = Stap(f"De nieuwe gemeente zorgt tot {datum_nl(tot)} voor {recht}.", tot, JW_2_7A)
    einde = Stap("Beëindig de oude toewijzing pas als de nieuwe gemeente aansluit.", verhuisd_op)
    return Uitkomst(datum=tot, stappen=(stap, einde))


@regel(
    "woonplaats-informatie",
    naam="Vraag van een aanbieder beantwoorden: welke gemeente betaalt?",
    grondslag="Jeugdwet 8.2.1 lid 1; Regeling Jeugdwet 1a.1",
    bron="Regeling Jeugdwet art. 1a.1",
    invoer={"ontvangen": "dag waarop de vraag binnenkwam"},
    voorbeelden={"ontvangen=2026-02-04": "2026-02-18"},
)
def informatie(ontvangen: date) -> Uitkomst:
    """Last day to answer; the municipality that granted the help pays meanwhile (8.2.1 lid 2)."""
    afloop = loopt_af(weken(INFORMATIE.op(ontvangen)), ontvangen, bron="Regeling Jeugdwet 1a.1")
    betaalt = Stap(
        "Wie de hulp toekende, betaalt eerst; gemeenten verrekenen daarna onderling.", None, "Jeugdwet 8.2.1"
    )
    return Uitkomst(datum=afloop.datum, stappen=(*afloop.stappen, betaalt))


@regel(
    "woonplaats-verrekening",
    naam="Verrekenen tussen colleges na een verhuizing",
    grondslag="Jeugdwet 8.2.1 lid 2 en 3",
    bron="Jeugdwet art. 8.2.1",
    invoer={
        "verhuisd_op": "dag waarop de woonplaats wijzigde",
        "aangesloten_op": "eerste dag van de toewijzing van de nieuwe gemeente; leeg als die er nog niet is",
    },
    voorbeelden={
        "verhuisd_op=2026-05-01 aangesloten_op=2026-05-18": "1 mei 2026 tot en met 17 mei 2026",
        "verhuisd_op=2026-05-01 aangesloten_op=2026-05-01": "niets te verrekenen",
        "verhuisd_op=2026-05-01": "vanaf 1 mei 2026 tot de nieuwe gemeente aansluit",
    },
)
def verrekening(verhuisd_op: date, aangesloten_op: date | None = None) -> Uitkomst:
    """The days that the old college paid for the new one. Raises ValueError when the new one joined before the move."""
    eerst = Stap(
        "Het college dat de hulp toekende, betaalt de aanbieder tot de nieuwe gemeente aansluit.", None,
        "Jeugdwet 8.2.1 lid 2",
    )  # fmt: skip
    if aangesloten_op is None:
        tekst = f"vanaf {datum_kort(verhuisd_op)} tot de nieuwe gemeente aansluit"
    elif aangesloten_op < verhuisd_op:
        raise ValueError("De nieuwe gemeente kan niet aansluiten voor de dag van de verhuizing.")
    elif aangesloten_op == verhuisd_op:
        tekst = "niets te verrekenen"
    else:
        tekst = f"{datum_kort(verhuisd_op)} tot en met {datum_kort(aangesloten_op - DAG)}"
    daarna = Stap(f"Colleges verrekenen na overleg onderling: {tekst}.", None, "Jeugdwet 8.2.1 lid 3")
    return Uitkomst(waarde=tekst, stappen=(eerst, daarna))


def teldag(plekken: tuple[Plek, ...], op: date) -> date:
    """Return the day whose home address counts: `op` itself, or the day before the stay that lasts on `op`."""
    begin = op + DAG
    for plek in sorted((p for p in plekken if p.vanaf <= op), key=lambda p: p.vanaf, reverse=True):
        if plek.soort is Soort.WOONADRES:
            break
        begin = plek.vanaf
    return begin - DAG
