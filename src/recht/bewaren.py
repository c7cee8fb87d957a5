"""How long records are kept, and the terms for requests about them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from recht.datum import datum_nl, jaren_erbij, leeftijd, verjaardag
from recht.parameter import Parameter, parameter
from recht.register import regel
from recht.termijn import loopt_af, maanden
from recht.uitkomst import Stap, Uitkomst

ZELF, VOLWASSEN = 12, 18
DOSSIER = parameter("bewaren-dossier", "jaar", ("2020-01-01", 20, "Jeugdwet 7.3.8 lid 3"))
LOGGING = parameter("bewaren-logging", "jaar", ("2019-01-01", 5, "NEN 7513; Stcrt. 2019, 38007"))
ARCHIEF = parameter("bewaren-archief", "jaar", ("1996-01-01", 20, "Archiefwet 1995 art. 12"))
VERWIJSINDEX = parameter("bewaren-verwijsindex", "jaar", ("2015-01-01", 2, "Jeugdwet 7.1.4.5 lid 2 onder a"))
VERWIJSINDEX_LEEFTIJD = parameter(
    "bewaren-verwijsindex-leeftijd", "jaar", ("2015-01-01", 23, "Jeugdwet 7.1.4.5 lid 2 onder b")
)
AVG_VERZOEK = parameter("avg-verzoek", "maanden", ("2018-05-25", 1, "AVG art. 12 lid 3"))
DATALEK = parameter("avg-datalek", "uren", ("2018-05-25", 72, "AVG art. 33 lid 1"))


def _jaren(norm: Parameter, vanaf: date, op: date, uitleg: str) -> Uitkomst:
    tot = jaren_erbij(vanaf, norm.op(op))
    return Uitkomst(datum=tot, stappen=(Stap(f"{uitleg} {datum_nl(tot)}.", tot, norm.waarden[-1].bron),))


@regel(
    "bewaren-dossier",
    naam="Tot wanneer wordt een dossier bewaard?",
    grondslag="Jeugdwet 7.3.8 lid 3",
    bron="Jeugdwet art. 7.3.8",
    invoer={"laatste_wijziging": "dag van de laatste wijziging in het dossier"},
    voorbeelden={"laatste_wijziging=2025-09-15": "2045-09-15"},
    let_op="Langer bewaren mag als goede hulp dat vraagt; eerder vernietigen kan op verzoek (7.3.9).",
)
def dossier(laatste_wijziging: date) -> Uitkomst:
    """First day on which the file may be destroyed; each change starts the twenty years again."""
    # Twenty years also hold for a file that was there when fifteen became twenty.
    op = max(laatste_wijziging, DOSSIER.waarden[0].vanaf)
    return _jaren(DOSSIER, laatste_wijziging, op, "Het dossier wordt niet vernietigd voor")


@regel(
    "bewaren-logging",
    naam="Tot wanneer wordt vastgehouden wie wat inzag?",
    grondslag="NEN 7513; Stcrt. 2019, 38007",
    bron="NEN 7513",
    invoer={"inzage": "dag van de inzage"},
    voorbeelden={"inzage=2026-03-10": "2031-03-10"},
)
def logging(inzage: date) -> Uitkomst:
    """Day until which an access record is kept at least."""
    return _jaren(LOGGING, inzage, inzage, "De vastlegging blijft minstens tot")


@regel(
    "bewaren-archief",
    naam="Wanneer gaat een besluit naar het archief?",
    grondslag="Archiefwet 1995 art. 12",
    bron="Archiefwet 1995; Stcrt. 2020, 11143",
    invoer={"besluit": "dag van het besluit"},
    voorbeelden={"besluit=2025-11-18": "2045-11-18"},
    let_op="Een wetsvoorstel maakt hiervan tien jaar; voeg die waarde toe als het in werking treedt.",
)
def archief(besluit: date) -> Uitkomst:
    """Last day to transfer a decision that must be kept."""
    return _jaren(ARCHIEF, besluit, besluit, "Overbrengen moet uiterlijk")


@regel(
    "bewaren-verwijsindex",
    naam="Wanneer gaat een signaal uit de verwijsindex?",
    grondslag="Jeugdwet 7.1.4.5 lid 2",
    bron="Jeugdwet art. 7.1.4.5 en 7.1.4.6",
    invoer={"melding": "dag van het signaal", "geboortedatum": "geboortedatum van de jeugdige"},
    voorbeelden={
        "melding=2026-03-10 geboortedatum=2012-01-01": "2028-03-10",
        "melding=2026-03-10 geboortedatum=2004-09-01": "2027-09-01",
    },
)
def verwijsindex(melding: date, geboortedatum: date) -> Uitkomst:
    """Latest day of removal: two years, or the twenty-third birthday when that is earlier."""
    twee_jaar = jaren_erbij(melding, VERWIJSINDEX.op(melding))
    jarig = verjaardag(geboortedatum, VERWIJSINDEX_LEEFTIJD.op(melding))
    tot = min(twee_jaar, jarig)
    stappen = (
        Stap(f"Twee jaar na het signaal is {datum_nl(twee_jaar)}.", twee_jaar, "Jeugdwet 7.1.4.5 lid 2 onder a"),
        Stap(f"De jeugdige wordt 23 op {datum_nl(jarig)}.", jarig, "Jeugdwet 7.1.4.5 lid 2 onder b"),
        Stap(f"De vroegste geldt: {datum_nl(tot)}.", tot),
    )
    return Uitkomst(datum=tot, stappen=stappen)


@regel(
    "bewaren-verzoek",
    naam="Beantwoorden van een verzoek om inzage of vernietiging",
    grondslag="AVG art. 12 lid 3; Jeugdwet 7.3.9 en 7.3.10",
    bron="Algemene verordening gegevensbescherming; Jeugdwet",
    invoer={"ontvangen": "dag waarop het verzoek binnenkwam"},
    voorbeelden={"ontvangen=2026-03-10": "2026-04-10"},
    let_op="Vernietig niet als een ander er groot belang bij heeft of de wet het verbiedt (7.3.9).",
)
def verzoek(ontvangen: date) -> Uitkomst:
    """Last day to answer."""
    afloop = loopt_af(maanden(AVG_VERZOEK.op(ontvangen)), ontvangen, bron="AVG art. 12 lid 3")
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)


@regel(
    "bewaren-verzoeker",
    naam="Wie vraagt om inzage in of vernietiging van een dossier?",
    grondslag="Jeugdwet 7.3.15 lid 1 en 2",
    bron="Jeugdwet art. 7.3.9, 7.3.10 en 7.3.15",
    invoer={
        "geboortedatum": "geboortedatum van de jeugdige",
        "op": "dag waarop het verzoek binnenkwam",
        "niet_in_staat": "kan de jeugdige zijn belangen niet redelijk waarderen?",
    },
    voorbeelden={
        "geboortedatum=2015-02-03 op=2026-03-10": "de ouders met gezag of de voogd",
        "geboortedatum=2014-03-10 op=2026-03-10": "de jeugdige zelf",
        "geboortedatum=2010-02-03 op=2026-03-10 niet_in_staat=ja": "de ouders met gezag of de voogd",
        "geboortedatum=2006-02-03 op=2026-03-10 niet_in_staat=ja": "de curator, mentor of gemachtigde",
    },
    let_op="Van 12 tot 18 jaar kan een ouder alleen vragen als de jeugdige dat zelf niet kan, of met een machtiging.",
)
def verzoeker(geboortedatum: date, op: date, niet_in_staat: bool = False) -> Uitkomst:
    """Toward whom the duties about the file hold: below twelve the parents, from twelve the youth."""
    jaren = leeftijd(geboortedatum, op)
    if jaren < ZELF:
        stap = Stap(f"De jeugdige is {jaren}: tot 12 jaar vragen de ouders.", op, "Jeugdwet 7.3.15 lid 1")
        return Uitkomst(waarde="de ouders met gezag of de voogd", stappen=(stap,))
    if not niet_in_staat:
        stap = Stap(f"De jeugdige is {jaren}: vanaf 12 jaar vraagt hij of zij zelf.", op, "Jeugdwet 7.3.15 lid 1")
        return Uitkomst(waarde="de jeugdige zelf", stappen=(stap,))
    stap = Stap("De jeugdige kan zijn belangen niet redelijk waarderen.", op, "Jeugdwet 7.3.15 lid 2 en 3")
    wie = "de ouders met gezag of de voogd" if jaren < VOLWASSEN else "de curator, mentor of gemachtigde"
    return Uitkomst(waarde=wie, stappen=(stap,))


@regel(
    "bewaren-datalek",
    naam="Een datalek melden",
    grondslag="AVG art. 33 lid 1",
    bron="Algemene verordening gegevensbescherming",
    invoer={"bekend": "tijdstip waarop het lek bekend werd"},
    voorbeelden={"bekend=2026-03-10T09:00": "2026-03-13T09:00"},
)
def datalek(bekend: datetime) -> Uitkomst:
    """Latest moment to report; hours run on through weekends and holidays."""
    tot = bekend + timedelta(hours=DATALEK.op(bekend.date()))
    tekst = f"{DATALEK.op(bekend.date())} uur later is {datum_nl(tot.date())} om {tot:%H:%M} uur."
    return Uitkomst(waarde=f"{tot:%Y-%m-%dT%H:%M}", stappen=(Stap(tekst, tot.date(), "AVG art. 33 lid 1"),))
