"""Objection and appeal: terms of the Algemene wet bestuursrecht (Awb) chapters 6 and 7."""

from __future__ import annotations

from datetime import date, timedelta

from recht.aanvulling import BEZWAAR, Aanvulling, Uitstel, verzamel
from recht.datum import datum_kort, datum_nl
from recht.parameter import parameter
from recht.register import regel
from recht.termijn import Afloop, loopt_af, weken
from recht.uitkomst import Stap, Uitkomst

BEZWAARTERMIJN = parameter("awb-bezwaartermijn", "weken", ("1994-01-01", 6, "Awb 6:7"))
POSTTERMIJN = parameter("awb-posttermijn", "weken", ("1994-01-01", 1, "Awb 6:9 lid 2"))
BESLISSING = parameter("awb-beslissing-op-bezwaar", "weken", ("2009-10-01", 6, "Awb 7:10 lid 1"))
BESLISSING_COMMISSIE = parameter("awb-beslissing-op-bezwaar-commissie", "weken", ("2009-10-01", 12, "Awb 7:10 lid 1"))
INZAGE = parameter("awb-stukken-inzage", "dagen", ("1994-01-01", 7, "Awb 7:4 lid 2"))
INDIENEN = parameter("awb-stukken-indienen", "dagen", ("1994-01-01", 10, "Awb 7:4 lid 1"))
VERDAGING = parameter("awb-verdaging-bezwaar", "weken", ("2009-10-01", 6, "Awb 7:10 lid 3"))


def _zes_weken(bekendgemaakt: date) -> Afloop:
    return loopt_af(weken(BEZWAARTERMIJN.op(bekendgemaakt)), bekendgemaakt, bron="Awb 6:7 en 6:8 lid 1")


@regel(
    "awb-bezwaartermijn",
    naam="Bezwaar maken",
    grondslag="Awb 6:7 en 6:8",
    bron="Algemene wet bestuursrecht art. 3:41, 6:7 en 6:8",
    invoer={"bekendgemaakt": "dag waarop het besluit is verzonden of uitgereikt"},
    voorbeelden={
        "bekendgemaakt=2026-05-07": "2026-06-18",
        "bekendgemaakt=2026-03-12": "2026-04-23",
        "bekendgemaakt=2026-03-16": "2026-04-28",
    },
)
def bezwaartermijn(bekendgemaakt: date) -> Uitkomst:
    """Last day to object; counts from the day after sending, not from the date on the letter."""
    afloop = _zes_weken(bekendgemaakt)
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)


@regel(
    "awb-bezwaar-op-tijd",
    naam="Is het bezwaar op tijd?",
    grondslag="Awb 6:7, 6:8, 6:9 en 6:11",
    bron="Algemene wet bestuursrecht art. 6:7 tot en met 6:11",
    invoer={
        "bekendgemaakt": "dag waarop het besluit is verzonden of uitgereikt",
        "ontvangen": "dag waarop het bezwaar binnenkwam",
        "gepost": "dag waarop het op de post is gedaan, als het met de post kwam",
    },
    voorbeelden={
        "bekendgemaakt=2026-05-07 ontvangen=2026-06-18": "op tijd",
        "bekendgemaakt=2026-03-16 ontvangen=2026-04-28": "op tijd",
        "bekendgemaakt=2026-03-16 ontvangen=2026-04-29": "te laat",
        "bekendgemaakt=2026-03-12 gepost=2026-04-23 ontvangen=2026-04-30": "op tijd",
        "bekendgemaakt=2026-03-12 gepost=2026-04-23 ontvangen=2026-05-01": "te laat",
        "bekendgemaakt=2026-03-12 ontvangen=2026-05-04": "te laat",
    },
)
def bezwaar_op_tijd(bekendgemaakt: date, ontvangen: date, gepost: date | None = None) -> Uitkomst:
    """Judge the term only; whether lateness may be excused is for a person to decide.

    Raises ValueError when a date lies before the one it follows.
    """
    for eerder, later in ((bekendgemaakt, ontvangen), (bekendgemaakt, gepost), (gepost, ontvangen)):
        if eerder is not None and later is not None and later < eerder:
            raise ValueError(f"{datum_kort(later)} ligt voor {datum_kort(eerder)}: controleer de datums.")
    afloop = _zes_weken(bekendgemaakt)
    if ontvangen <= afloop.datum:
        stap = Stap(f"Het bezwaar kwam binnen op {datum_nl(ontvangen)}; dat is op tijd.", ontvangen, "Awb 6:9 lid 1")
        return Uitkomst(waarde="op tijd", stappen=(*afloop.stappen, stap))
    stappen = afloop.stappen
    if gepost is not None and gepost <= afloop.datum:
        post = loopt_af(weken(POSTTERMIJN.op(afloop.datum)), afloop.datum, bron="Awb 6:9 lid 2")
        op_post = Stap(f"Het is op {datum_kort(gepost)} op de post gedaan; dan geldt een week extra.", gepost)
        stappen = (*stappen, op_post, *post.stappen)
        if ontvangen <= post.datum:
            stap = Stap(f"Het kwam binnen op {datum_nl(ontvangen)}; dat is op tijd.", ontvangen, "Awb 6:9 lid 2")
            return Uitkomst(waarde="op tijd", stappen=(*stappen, stap))
    laat = Stap(f"Het bezwaar kwam binnen op {datum_nl(ontvangen)}; dat is te laat.", ontvangen, "Awb 6:9")
    mens = Stap("Wijs het niet vanzelf af: vraag waarom het later kwam.", None, "Awb 6:11")
    return Uitkomst(
        waarde="te laat",
        stappen=(*stappen, laat, mens),
        ontbreekt=("het oordeel van een mens of de late indiening te verontschuldigen is (Awb 6:11)",),
    )


@regel(
    "awb-beslissing-op-bezwaar",
    naam="Beslissen op bezwaar",
    grondslag="Awb 7:10 en 7:13; Algemene termijnenwet art. 1",
    bron="Algemene wet bestuursrecht art. 7:10; ABRvS 2016:2233",
    invoer={
        "bekendgemaakt": "dag waarop het besluit is verzonden of uitgereikt",
        "commissie": "adviseert een commissie (Awb 7:13)?",
        "commissie_gemeld": "weet de indiener dat de commissie adviseert?",
        "verdaagd": "is de beslissing verdaagd?",
        "aanvullingen": "vragen om herstel: wanneer gevraagd, welke uiterste datum, wanneer binnen (Awb 7:10 lid 2)",
        "uitstel": "verder uitstel waarmee alle betrokkenen instemmen (Awb 7:10 lid 4)",
    },
    voorbeelden={
        "bekendgemaakt=2026-05-07": "2026-07-30",
        "bekendgemaakt=2026-05-07 commissie=ja": "2026-09-10",
        "bekendgemaakt=2026-05-07 commissie=ja commissie_gemeld=nee": "2026-07-30",
        "bekendgemaakt=2026-05-07 verdaagd=ja": "2026-09-10",
        "bekendgemaakt=2026-05-07 commissie=ja verdaagd=ja": "2026-10-22",
        "bekendgemaakt=2026-05-07 aanvullingen=2026-06-22/2026-07-06/2026-07-02": "2026-08-10",
        "bekendgemaakt=2026-05-07 uitstel=2026-07-20/2026-08-03": "2026-08-13",
    },
)
def beslissing_op_bezwaar(
    bekendgemaakt: date,
    commissie: bool = False,
    commissie_gemeld: bool = True,
    verdaagd: bool = False,
    aanvullingen: tuple[Aanvulling, ...] = (),
    *,
    uitstel: tuple[Uitstel, ...] = (),
) -> Uitkomst:
    """Last day to decide on an objection, counted from the end of the objection term, not from receipt."""
    bezwaar = _zes_weken(bekendgemaakt)
    norm = BESLISSING_COMMISSIE if commissie and commissie_gemeld else BESLISSING
    stilstand = verzamel(aanvullingen, uitstel, BEZWAAR)
    afloop = loopt_af(weken(norm.op(bekendgemaakt)), bezwaar.datum, stilstand.opschortingen, bron="Awb 7:10 lid 1")
    stappen = [*bezwaar.stappen, *stilstand.stappen]
    if commissie and not commissie_gemeld:
        tekst = "De indiener weet niet van de commissie; daarom gelden geen twaalf weken (ABRvS 2016:2233)."
        stappen.append(Stap(tekst, None, "Awb 7:10 lid 1"))
    stappen.append(Stap("De termijn telt vanaf het einde van de bezwaartermijn, niet vanaf de ontvangst."))
    stappen += afloop.stappen
    if not verdaagd:
        return Uitkomst(datum=afloop.datum, stappen=tuple(stappen), ontbreekt=stilstand.ontbreekt)
    langer = loopt_af(weken(VERDAGING.op(bekendgemaakt)), afloop.ruw, bron="Awb 7:10 lid 3")
    stappen += [Stap("De beslissing is eenmaal verdaagd."), *langer.stappen]
    return Uitkomst(datum=langer.datum, stappen=tuple(stappen), ontbreekt=stilstand.ontbreekt)


@regel(
    "awb-beroepstermijn",
    naam="Beroep bij de rechtbank",
    grondslag="Awb 6:7, 6:8 en 8:1",
    bron="Algemene wet bestuursrecht art. 6:7 en 8:1",
    invoer={"bekendgemaakt": "dag waarop de beslissing op bezwaar is verzonden"},
    voorbeelden={"bekendgemaakt=2026-06-09": "2026-07-21"},
)
def beroepstermijn(bekendgemaakt: date) -> Uitkomst:
    """Last day to appeal to the court."""
    return bezwaartermijn(bekendgemaakt)


@regel(
    "awb-ondertekenaar-bezwaar",
    naam="Wie mag de beslissing op bezwaar ondertekenen?",
    grondslag="Awb 10:3 lid 3",
    bron="Algemene wet bestuursrecht art. 10:3",
    invoer={
        "besluit_door": "kenmerk van wie het besluit in mandaat nam",
        "bezwaar_door": "kenmerk van wie op het bezwaar wil beslissen",
    },
    voorbeelden={
        "besluit_door=teamleider-a bezwaar_door=teamleider-a": "mag niet",
        "besluit_door=teamleider-a bezwaar_door=jurist-b": "mag",
    },
)
def ondertekenaar_bezwaar(besluit_door: str, bezwaar_door: str) -> Uitkomst:
    """Nobody decides on an objection against a decision that he took himself under mandate."""
    zelfde = besluit_door.strip().casefold() == bezwaar_door.strip().casefold()
    tekst = (
        "Wie het besluit in mandaat nam, beslist niet op het bezwaar ertegen. Kies een ander."
        if zelfde
        else "Een ander dan wie het besluit nam, beslist op het bezwaar."
    )
    return Uitkomst(waarde="mag niet" if zelfde else "mag", stappen=(Stap(tekst, None, "Awb 10:3 lid 3"),))


@regel(
    "bezwaar-stukken",
    naam="Stukken rond een hoorzitting",
    grondslag="Awb 7:4 lid 1 en 2",
    bron="Algemene wet bestuursrecht art. 7:4",
    invoer={"zitting": "dag van de hoorzitting"},
    voorbeelden={"zitting=2026-07-09": "2026-07-02", "zitting=2026-05-12": "2026-05-05"},
    let_op="De week telt terug vanaf de zitting en schuift daarom niet op (Atw art. 1 lid 2).",
)
def stukken(zitting: date) -> Uitkomst:
    """Day from which the papers of the case must be open to see; new papers may come until ten days before."""
    klaar = zitting - timedelta(days=INZAGE.op(zitting))
    nieuw = zitting - timedelta(days=INDIENEN.op(zitting))
    stappen = (
        Stap(f"Nieuwe stukken kunnen tot en met {datum_nl(nieuw)} worden ingediend.", nieuw, "Awb 7:4 lid 1"),
        Stap(
            f"De stukken liggen vanaf {datum_nl(klaar)} ter inzage, een week voor de zitting.", klaar, "Awb 7:4 lid 2"
        ),
    )
    return Uitkomst(datum=klaar, stappen=stappen)


def eerste_zitting(op: date) -> date:
    """The first day for a hearing that is planned on a day: its papers are open to see a week before."""
    return op + timedelta(days=INZAGE.op(op))


@regel(
    "awb-horen-door",
    naam="Mag deze mens in bezwaar horen?",
    grondslag="Awb 7:5 lid 1",
    bron="Algemene wet bestuursrecht art. 7:5",
    invoer={
        "betrokken": "kenmerken van wie bij de voorbereiding van het besluit was",
        "horen_door": "kenmerken van wie hoort, de voorzitter voorop",
    },
    voorbeelden={
        "betrokken=fatima,teamleider horen_door=fatima": "mag niet",
        "betrokken=fatima,teamleider horen_door=jurist": "mag",
        "betrokken=fatima horen_door=fatima,jurist,secretaris": "mag niet",
        "betrokken=fatima horen_door=jurist,secretaris,fatima": "mag",
        "betrokken=fatima horen_door=jurist,fatima": "mag niet",
    },
)
def horen_door(betrokken: tuple[str, ...], horen_door: tuple[str, ...]) -> Uitkomst:
    """One person who was not involved, or more of whom most, with the chair, were not."""
    waren = {naam.strip().casefold() for naam in betrokken}
    erbij = [naam.strip().casefold() in waren for naam in horen_door]
    mag = bool(erbij) and not erbij[0] and sum(erbij) * 2 < len(erbij)
    tekst = (
        "Wie hoort, was niet bij de voorbereiding van het besluit, of de meerderheid en de voorzitter waren dat niet."
        if mag
        else "Laat horen door iemand die niet bij de voorbereiding van het besluit was, of door meer mensen van wie de "
        "meerderheid en de voorzitter daar niet bij waren."
    )
    return Uitkomst(waarde="mag" if mag else "mag niet", stappen=(Stap(tekst, None, "Awb 7:5 lid 1"),))
