"""Terms of the message chain (iJw 3.2 and the protocol for certified institutions, SAP-GI).

These are agreements, counted in working days; Saturdays, Sundays and Atw days do not count.
"""

from __future__ import annotations

from datetime import date

from recht.datum import datum_kort, datum_nl, maanden_erbij
from recht.parameter import Parameter, parameter
from recht.register import regel
from recht.termijn import dagen, loopt_af, werkdagen
from recht.uitkomst import Stap, Uitkomst

IJW = "iJw 3.2"
SAP = "SAP-GI 1.3"

RETOUR = parameter("keten-retour", "werkdagen", ("2015-01-01", 3, f"{IJW} OP090"))
ANTWOORD = parameter("keten-antwoord", "werkdagen", ("2015-01-01", 5, f"{IJW} OP274 en OP346"))
ONDERZOEK = parameter("keten-onderzoek", "dagen", ("2015-01-01", 14, f"{SAP}, onderzoek woonplaatsbeginsel"))
STARTMELDING = parameter("keten-startmelding", "werkdagen", ("2015-01-01", 5, f"{IJW} OP271"))
STOPMELDING = parameter("keten-stopmelding", "werkdagen", ("2015-01-01", 5, f"{IJW} OP272"))
DECLARATIEANTWOORD = parameter("keten-declaratieantwoord", "werkdagen", ("2015-01-01", 10, f"{IJW} OP090x4"))
VERZOEK_GI = parameter("keten-verzoek-gi", "werkdagen", ("2015-01-01", 5, f"{SAP}, verzoek om toewijzing"))


def _binnen_werkdagen(norm: Parameter, na: date) -> Uitkomst:
    afloop = loopt_af(werkdagen(norm.op(na)), na, bron=norm.waarden[-1].bron)
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)


@regel(
    "keten-retour",
    naam="Retourbericht sturen",
    grondslag=f"{IJW} OP090",
    bron="iJw 3.2, bedrijfsregel OP090 en procesbeschrijving 2.5",
    invoer={"ontvangen": "dag waarop het bericht binnenkwam"},
    voorbeelden={
        "ontvangen=2026-09-10": "2026-09-15",
        "ontvangen=2026-03-09": "2026-03-12",
        "ontvangen=2026-04-24": "2026-04-30",
    },
)
def retour(ontvangen: date) -> Uitkomst:
    """Last day for the return message; for a declaration see `declaratieantwoord`."""
    return _binnen_werkdagen(RETOUR, ontvangen)


@regel(
    "keten-antwoord",
    naam="Verzoek om toewijzing of wijziging beantwoorden",
    grondslag=f"{IJW} OP274 en OP346",
    bron="iJw 3.2, bedrijfsregels OP274 en OP346",
    invoer={"ontvangen": "dag waarop het verzoek (JW315 of JW317) binnenkwam"},
    voorbeelden={
        "ontvangen=2026-09-10": "2026-09-17",
        "ontvangen=2026-04-24": "2026-05-04",
        "ontvangen=2026-04-30": "2026-05-08",
    },
)
def antwoord(ontvangen: date) -> Uitkomst:
    """Last day for the assignment (JW301) or the answer (JW319)."""
    return _binnen_werkdagen(ANTWOORD, ontvangen)


@regel(
    "keten-onderzoek",
    naam="Onderzoek naar het woonplaatsbeginsel afronden",
    grondslag=f"{SAP}; {IJW} procesbeschrijving 2.5.1",
    bron="SAP-GI 1.3, onderzoek woonplaatsbeginsel; procesbeschrijving iJw 3.2, 2.5.1",
    invoer={"ontvangen": "dag waarop het verzoek om toewijzing binnenkwam"},
    voorbeelden={"ontvangen=2026-09-10": "2026-09-24", "ontvangen=2026-04-13": "2026-04-27"},
    let_op="De bron noemt geen begindag; hier is de voorzichtigste gekozen: de ontvangst van het verzoek.",
)
def onderzoek(ontvangen: date) -> Uitkomst:
    """Last day of the inquiry; only into residence."""
    norm = dagen(ONDERZOEK.op(ontvangen), zonder_atw="dit is een afspraak in de keten en geen wettelijke termijn")
    afloop = loopt_af(norm, ontvangen, bron=SAP)
    return Uitkomst(
        datum=afloop.datum,
        stappen=(
            Stap("Het onderzoek mag alleen over het woonplaatsbeginsel gaan.", None, SAP),
            *afloop.stappen,
        ),
    )


@regel(
    "keten-startmelding",
    naam="Start van de hulp melden",
    grondslag=f"{IJW} OP271",
    bron="iJw 3.2, bedrijfsregel OP271; SAP-GI 1.3, startzorgbericht",
    invoer={
        "gestart": "dag waarop de hulp echt begon",
        "toewijzing_ontvangen": "dag waarop de toewijzing (JW301) binnenkwam, als die later is",
    },
    voorbeelden={
        "gestart=2026-09-28": "2026-10-05",
        "gestart=2026-04-24 toewijzing_ontvangen=2026-05-04": "2026-05-12",
    },
)
def startmelding(gestart: date, toewijzing_ontvangen: date | None = None) -> Uitkomst:
    """Last day for the start message (JW305); a retroactive assignment counts from its receipt."""
    if toewijzing_ontvangen is None or toewijzing_ontvangen <= gestart:
        return _binnen_werkdagen(STARTMELDING, gestart)
    uitkomst = _binnen_werkdagen(STARTMELDING, toewijzing_ontvangen)
    eerst = Stap(
        f"De hulp begon op {datum_kort(gestart)}; de toewijzing kwam later. "
        f"De termijn telt vanaf {datum_kort(toewijzing_ontvangen)}.",
        toewijzing_ontvangen,
        SAP,
    )
    return Uitkomst(datum=uitkomst.datum, stappen=(eerst, *uitkomst.stappen))


@regel(
    "keten-stopmelding",
    naam="Einde van de hulp melden",
    grondslag=f"{IJW} OP272",
    bron="iJw 3.2, bedrijfsregel OP272",
    invoer={"beeindigd": "dag waarop de hulp echt eindigde"},
    voorbeelden={"beeindigd=2026-12-18": "2026-12-28"},
)
def stopmelding(beeindigd: date) -> Uitkomst:
    """Last day for the stop message (JW307)."""
    return _binnen_werkdagen(STOPMELDING, beeindigd)


@regel(
    "keten-declaratieantwoord",
    naam="Declaratie beantwoorden",
    grondslag=f"{IJW} OP090x4",
    bron="iJw 3.2, bedrijfsregel OP090x4 en procesbeschrijving 5.4",
    invoer={"ontvangen": "dag waarop de declaratie (JW323) binnenkwam"},
    voorbeelden={"ontvangen=2026-10-05": "2026-10-19", "ontvangen=2026-12-21": "2027-01-06"},
)
def declaratieantwoord(ontvangen: date) -> Uitkomst:
    """Last day for the answer to a declaration (JW325)."""
    return _binnen_werkdagen(DECLARATIEANTWOORD, ontvangen)


@regel(
    "keten-verzoek-gi",
    naam="Verzoek om toewijzing door de gecertificeerde instelling",
    grondslag=f"{SAP}, verzoek om toewijzing",
    bron="SAP-GI 1.3, beschikking van de rechtbank",
    invoer={"beschikking_ontvangen": "dag waarop de instelling de beschikking van de rechter kreeg"},
    voorbeelden={
        "beschikking_ontvangen=2025-12-22": "2025-12-31",
        "beschikking_ontvangen=2026-04-24": "2026-05-04",
    },
)
def verzoek_gi(beschikking_ontvangen: date) -> Uitkomst:
    """Last day for the JW315 of a certified institution; referrer code 08."""
    uitkomst = _binnen_werkdagen(VERZOEK_GI, beschikking_ontvangen)
    code = Stap("De maatregel komt van de rechter: het verzoek draagt verwijzercode 08.", None, SAP)
    return Uitkomst(datum=uitkomst.datum, stappen=(*uitkomst.stappen, code))


@regel(
    "keten-declaratie-gi",
    naam="Declaratie indienen door de gecertificeerde instelling",
    grondslag=f"{SAP}, declareren",
    bron="SAP-GI 1.3, declaratieproces",
    invoer={"periode": "een dag in de maand waarover wordt gedeclareerd"},
    voorbeelden={"periode=2026-09-15": "2026-10-31", "periode=2026-12-01": "2027-01-31"},
)
def declaratie_gi(periode: date) -> Uitkomst:
    """Last day to hand in a monthly declaration: the last day of the next month."""
    laatste = maanden_erbij(periode.replace(day=1), 2).replace(day=1)
    datum = date.fromordinal(laatste.toordinal() - 1)
    tekst = f"De laatste dag van de maand na de declaratieperiode is {datum_nl(datum)}."
    return Uitkomst(datum=datum, stappen=(Stap(tekst, datum, SAP),))


@regel(
    "keten-maanden-gi",
    naam="Maanden die een maatregel in rekening brengt",
    grondslag=f"{SAP}, declareren via maandtarief",
    bron="SAP-GI 1.3, uitgangspunten",
    invoer={"begin": "eerste dag van de maatregel", "eind": "laatste dag van de maatregel"},
    voorbeelden={
        "begin=2026-04-24 eind=2026-07-03": "2026-05, 2026-06, 2026-07",
        "begin=2026-04-24 eind=2026-04-28": "",
    },
    let_op="Eindigt een maatregel in haar eerste gebroken maand, dan levert zij hier geen maand op.",
)
def maanden_gi(begin: date, eind: date) -> Uitkomst:
    """The months to declare: not the first broken month, the last one in full.

    Raises ValueError when the end lies before the begin.
    """
    if eind < begin:
        raise ValueError(f"Het einde {datum_kort(eind)} ligt voor het begin {datum_kort(begin)}.")
    eerste = begin if begin.day == 1 else maanden_erbij(begin.replace(day=1), 1)
    maanden = []
    while eerste <= eind:
        maanden.append(f"{eerste:%Y-%m}")
        eerste = maanden_erbij(eerste, 1)
    stappen = []
    if begin.day != 1:
        stappen.append(Stap(f"De maand van {datum_kort(begin)} is gebroken en telt niet mee.", begin, SAP))
    stappen.append(Stap(f"De maand van {datum_kort(eind)} telt, ook als die gebroken is, helemaal mee.", eind, SAP))
    return Uitkomst(waarde=tuple(maanden), stappen=tuple(stappen))
