"""Protection measures and court authorisations: how long at most and when they lapse.

Sources: Burgerlijk Wetboek book 1 (BW), Jeugdwet chapter 6, Wmo 2015 for Veilig Thuis. Durations of
measures and terms about deprivation of liberty never roll to a working day.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from recht.datum import datum_kort, datum_nl, maanden_erbij, verjaardag
from recht.parameter import parameter
from recht.register import regel
from recht.termijn import EEN_DAG, Termijn, dagen, jaren, loopt_af, maanden, weken
from recht.uitkomst import Stap, Uitkomst

DUUR = "dit is de duur van een maatregel"
BW_OTS = "BW 1:258 en 1:260"
BW_VOTS = "BW 1:257"
BW_UHP = "BW 1:265b en 1:265c"
JW_6_DUUR = "Jeugdwet 6.1.12 lid 2"
JW_6_VERVAL = "Jeugdwet 6.1.12 lid 3"
JW_6_OPNAME = "Jeugdwet 6.1.6 lid 5"

OTS = parameter("ots-hoogstens", "jaar", ("2015-01-01", 1, BW_OTS))
VOTS = parameter("vots-hoogstens", "maanden", ("2015-01-01", 3, BW_VOTS))
UHP = parameter("uithuisplaatsing-hoogstens", "jaar", ("2015-01-01", 1, BW_UHP))
VERVAL = parameter("machtiging-verval", "maanden", ("2015-01-01", 3, f"{JW_6_VERVAL}; BW 1:265c"))
GESLOTEN = parameter("gesloten-hoogstens", "jaar", ("2015-01-01", 1, JW_6_DUUR))
SPOED = parameter("gesloten-spoed-hoogstens", "weken", ("2015-01-01", 4, JW_6_DUUR))
SPOED_HOREN = parameter("gesloten-spoed-horen", "weken", ("2015-01-01", 2, "Jeugdwet 6.1.10 lid 3, Rv 800 lid 3"))
VOORWAARDELIJK = parameter("gesloten-voorwaardelijk", "maanden", ("2015-01-01", 6, JW_6_DUUR))
OPNAME = parameter("gesloten-opname", "maanden", ("2015-01-01", 6, JW_6_OPNAME))
OPNAME_MELDEN = parameter("gesloten-opname-melden", "dagen", ("2015-01-01", 4, "Jeugdwet 6.1.6 lid 6"))
NA_18 = parameter("gesloten-na-achttien", "maanden", ("2015-01-01", 6, "Jeugdwet 6.1.2 lid 4 onder d"))
INTREKKING = parameter("gesloten-intrekking", "dagen", ("2015-01-01", 14, "Jeugdwet 6.1.2 lid 7"))
AL_GESLOTEN = parameter("gesloten-beslissen", "weken", ("2015-01-01", 3, "Jeugdwet 6.1.8 lid 6"))


class Machtiging(StrEnum):
    """Kinds of measure and authorisation."""

    OTS = "ots"
    VOTS = "voorlopige-ots"
    UITHUISPLAATSING = "uithuisplaatsing"
    GESLOTEN = "gesloten"
    GESLOTEN_SPOED = "gesloten-spoed"
    VOORWAARDELIJK = "voorwaardelijk"
    VOORWAARDELIJK_VERLENGD = "voorwaardelijk-verlengd"


VERVALT_ONGEBRUIKT = frozenset({Machtiging.UITHUISPLAATSING, Machtiging.GESLOTEN})


def _langst(soort: Machtiging, op: date) -> tuple[Termijn, str]:
    """The longest duration of a measure with its article."""
    if soort is Machtiging.VOTS:
        return maanden(VOTS.op(op), zonder_atw=DUUR), BW_VOTS
    if soort is Machtiging.GESLOTEN_SPOED:
        return weken(SPOED.op(op), vrijheidsbeneming=True), JW_6_DUUR
    if soort is Machtiging.VOORWAARDELIJK:
        return maanden(VOORWAARDELIJK.op(op), vrijheidsbeneming=True), JW_6_DUUR
    norm = {Machtiging.OTS: OTS, Machtiging.UITHUISPLAATSING: UHP}.get(soort, GESLOTEN)
    return jaren(norm.op(op)), norm.waarden[-1].bron


@regel(
    "bescherming-einde",
    naam="Hoe lang duurt een maatregel of machtiging hoogstens?",
    grondslag=f"{BW_OTS}; {BW_VOTS}; {BW_UHP}; {JW_6_DUUR}; Algemene termijnenwet art. 4",
    bron="Burgerlijk Wetboek boek 1, titel 14; Jeugdwet hoofdstuk 6",
    invoer={"soort": "soort maatregel of machtiging", "verleend": "dag van de uitspraak"},
    voorbeelden={
        "soort=ots verleend=2026-04-24": "2027-04-24",
        "soort=ots verleend=2026-03-10": "2027-03-10",
        "soort=voorlopige-ots verleend=2026-03-10": "2026-06-10",
        "soort=uithuisplaatsing verleend=2026-03-10": "2027-03-10",
        "soort=gesloten verleend=2026-03-10": "2027-03-10",
        "soort=gesloten-spoed verleend=2026-03-10": "2026-04-07",
        "soort=gesloten-spoed verleend=2026-03-30": "2026-04-27",
        "soort=voorwaardelijk verleend=2026-03-10": "2026-09-10",
        "soort=voorwaardelijk-verlengd verleend=2026-09-10": "2027-09-10",
    },
    let_op="De rechter kan een kortere duur bepalen; dan geldt de datum uit de beschikking.",
)
def einde(soort: Machtiging, verleend: date) -> Uitkomst:
    """Latest possible end; a weekend or holiday does not move it."""
    termijn, bron = _langst(soort, verleend)
    afloop = loopt_af(termijn, verleend, bron=bron)
    stappen = [*afloop.stappen]
    if soort in VERVALT_ONGEBRUIKT:
        verval = maanden_erbij(verleend, VERVAL.op(verleend))
        stappen.append(Stap(f"Niet uitgevoerd? Dan vervalt zij op {datum_nl(verval)}.", verval, JW_6_VERVAL))
    if soort is Machtiging.GESLOTEN_SPOED:
        horen = loopt_af(weken(SPOED_HOREN.op(verleend), vrijheidsbeneming=True), verleend).datum
        stappen.append(Stap(f"Horen moet uiterlijk {datum_nl(horen)}.", horen, SPOED_HOREN.waarden[-1].bron))
    return Uitkomst(datum=afloop.datum, stappen=tuple(stappen))


@regel(
    "bescherming-verval",
    naam="Is de machtiging vervallen omdat zij niet is uitgevoerd?",
    grondslag=f"{JW_6_VERVAL}; BW 1:265c",
    bron="Jeugdwet art. 6.1.12; Burgerlijk Wetboek boek 1",
    invoer={
        "verleend": "dag van de machtiging",
        "op": "dag waarop je de stand wilt weten",
        "uitgevoerd_op": "dag van plaatsing of opname",
    },
    voorbeelden={
        "verleend=2026-03-10 op=2026-06-09": "geldt",
        "verleend=2026-03-10 op=2026-06-10": "vervallen",
        "verleend=2026-03-10 op=2026-07-01 uitgevoerd_op=2026-06-09": "geldt",
    },
)
def verval(verleend: date, op: date, uitgevoerd_op: date | None = None) -> Uitkomst:
    """An authorisation lapses when it is not carried out for three months."""
    grens = maanden_erbij(verleend, VERVAL.op(verleend))
    stap = Stap(f"Zonder uitvoering vervalt de machtiging op {datum_nl(grens)}.", grens, JW_6_VERVAL)
    if uitgevoerd_op is not None and uitgevoerd_op < grens:
        gedaan = Stap(f"Zij is uitgevoerd op {datum_kort(uitgevoerd_op)}.", uitgevoerd_op)
        return Uitkomst(waarde="geldt", stappen=(stap, gedaan))
    return Uitkomst(waarde="vervallen" if op >= grens else "geldt", stappen=(stap,))


@regel(
    "gesloten-instemming-ingetrokken",
    naam="Wettelijk vertegenwoordiger trekt de instemming in",
    grondslag="Jeugdwet 6.1.2 lid 7",
    bron="Jeugdwet art. 6.1.2",
    invoer={"ingetrokken_op": "dag waarop de instemming is ingetrokken"},
    voorbeelden={"ingetrokken_op=2026-03-10": "2026-03-24", "ingetrokken_op=2026-04-13": "2026-04-27"},
)
def instemming_ingetrokken(ingetrokken_op: date) -> Uitkomst:
    """Day on which the authorisation lapses: the fourteenth day, also on a holiday."""
    termijn = dagen(INTREKKING.op(ingetrokken_op), vrijheidsbeneming=True)
    afloop = loopt_af(termijn, ingetrokken_op, bron="Jeugdwet 6.1.2 lid 7")
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)


@regel(
    "gesloten-beslissen",
    naam="Kinderrechter beslist als de jeugdige al gesloten zit",
    grondslag="Jeugdwet 6.1.8 lid 6",
    bron="Jeugdwet art. 6.1.8",
    invoer={"ingediend": "dag van het verzoekschrift"},
    voorbeelden={"ingediend=2026-06-01": "2026-06-22", "ingediend=2026-04-06": "2026-04-27"},
)
def beslissen(ingediend: date) -> Uitkomst:
    """Last day for the court."""
    termijn = weken(AL_GESLOTEN.op(ingediend), vrijheidsbeneming=True)
    afloop = loopt_af(termijn, ingediend, bron="Jeugdwet 6.1.8 lid 6")
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)


@regel(
    "gesloten-opname",
    naam="Opname op een voorwaardelijke machtiging",
    grondslag="Jeugdwet 6.1.6 lid 5 en 6 en 6.1.2 lid 4 onder d",
    bron="Jeugdwet art. 6.1.6",
    invoer={
        "besloten_op": "dag van het besluit om op te nemen",
        "machtiging_tot": "laatste dag van de voorwaardelijke machtiging",
        "geboortedatum": "geboortedatum van de jeugdige",
    },
    voorbeelden={
        "besloten_op=2026-04-10 machtiging_tot=2026-09-10 geboortedatum=2010-01-01": "2026-09-10",
        "besloten_op=2026-04-10 machtiging_tot=2027-03-10 geboortedatum=2010-01-01": "2026-10-10",
        "besloten_op=2026-04-10 machtiging_tot=2026-10-10 geboortedatum=2008-02-01": "2026-08-01",
    },
)
def opname(besloten_op: date, machtiging_tot: date, geboortedatum: date) -> Uitkomst:
    """Latest end of the stay: the rest of the authorisation, six months, or half a year past eighteen."""
    zes = maanden_erbij(besloten_op, OPNAME.op(besloten_op))
    na_18 = maanden_erbij(verjaardag(geboortedatum, 18), NA_18.op(besloten_op))
    melden = loopt_af(dagen(OPNAME_MELDEN.op(besloten_op), vrijheidsbeneming=True), besloten_op).datum
    tot = min(machtiging_tot, zes, na_18)
    stappen = (
        Stap(f"De machtiging loopt tot en met {datum_nl(machtiging_tot)}.", machtiging_tot, JW_6_OPNAME),
        Stap(f"De opname duurt hoogstens zes maanden: tot {datum_nl(zes)}.", zes, JW_6_OPNAME),
        Stap(
            f"Na de achttiende verjaardag hoogstens tot {datum_nl(na_18)}.",
            na_18,
            "Jeugdwet 6.1.2 lid 4 onder d",
        ),
        Stap(f"Meld de opname schriftelijk uiterlijk {datum_nl(melden)}.", melden, "Jeugdwet 6.1.6 lid 6"),
        Stap(f"De vroegste van deze datums geldt: {datum_nl(tot)}.", tot),
    )
    return Uitkomst(datum=tot, stappen=stappen)


class Verzoeker(StrEnum):
    """Who may ask the court for closed youth care."""

    COLLEGE = "college"
    RAAD = "raad"
    OM = "officier"
    GI = "gi"


@regel(
    "gesloten-verzoeker",
    naam="Wie mag om een machtiging gesloten jeugdhulp vragen?",
    grondslag="Jeugdwet 6.1.2 lid 5, 6.1.3 lid 3 en 6.1.8 lid 1 tot en met 4",
    bron="Jeugdwet art. 6.1.8",
    invoer={
        "verzoeker": "wie het verzoek wil doen",
        "maatregel": "loopt er een kinderbeschermingsmaatregel, of is die gevraagd?",
        "gi_voert_uit": "voert een gecertificeerde instelling een maatregel of jeugdreclassering uit?",
        "gedragswetenschapper": "stemt een gekwalificeerde gedragswetenschapper in?",
        "onderzoek_onmogelijk": "is het een spoedverzoek en is onderzoek echt onmogelijk?",
    },
    voorbeelden={
        "verzoeker=college maatregel=ja gedragswetenschapper=ja": "mag niet",
        "verzoeker=college gedragswetenschapper=ja": "mag",
        "verzoeker=raad maatregel=ja gedragswetenschapper=ja": "mag",
        "verzoeker=gi maatregel=ja gi_voert_uit=ja gedragswetenschapper=ja": "mag",
        "verzoeker=gi maatregel=ja gedragswetenschapper=ja": "mag niet",
        "verzoeker=college": "mag nog niet",
    },
)
def verzoeker(
    verzoeker: Verzoeker,
    *,
    maatregel: bool = False,
    gi_voert_uit: bool = False,
    gedragswetenschapper: bool = False,
    onderzoek_onmogelijk: bool = False,
) -> Uitkomst:
    """The college asks, but with a measure the Raad, the prosecutor or the executing institution."""
    bevoegd = {Verzoeker.RAAD, Verzoeker.OM} if maatregel else {Verzoeker.COLLEGE}
    if gi_voert_uit:
        bevoegd.add(Verzoeker.GI)
    wie = ", ".join(sorted(bevoegd))
    stap = Stap(f"In deze situatie mogen vragen: {wie}.", None, "Jeugdwet 6.1.8 lid 1 tot en met 3")
    if verzoeker not in bevoegd:
        return Uitkomst(waarde="mag niet", stappen=(stap,))
    if gedragswetenschapper or onderzoek_onmogelijk:
        return Uitkomst(waarde="mag", stappen=(stap,))
    gemist = ("de instemming van een gekwalificeerde gedragswetenschapper (Jeugdwet 6.1.2 lid 5)",)
    return Uitkomst(waarde="mag nog niet", stappen=(stap,), ontbreekt=gemist)


def laatste_dag_met_verlenging(tot: date, weken_vooraf: int) -> date:
    """The day on which the extension of a measure must be taken up, a number of weeks before its end.

    Counted back from an event, so it does not roll (Atw art. 1 lid 2).
    """
    return tot - weken_vooraf * 7 * EEN_DAG
