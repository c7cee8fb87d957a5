"""Deciding on an application: terms of the Algemene wet bestuursrecht (Awb) title 4.1."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from recht.aanvulling import Aanvulling, Uitstel, verzamel
from recht.datum import datum_kort, datum_nl
from recht.parameter import parameter
from recht.register import regel
from recht.termijn import EEN_DAG, loopt_af, weken
from recht.uitkomst import Stap, Uitkomst

BESLISTERMIJN = parameter("awb-beslistermijn", "weken", ("1994-01-01", 8, "Awb 4:13 lid 2"))
BUITEN_BEHANDELING = parameter("awb-buiten-behandeling", "weken", ("1994-01-01", 4, "Awb 4:5 lid 4"))
INGEBREKESTELLING = parameter("awb-ingebrekestelling", "weken", ("2009-10-01", 2, "Awb 4:17 lid 3"))
BRON_DWANGSOM = "Awb 4:17 lid 1 en 2 (tekst vernieuwd per 1-1-2026: bedragen nakijken)"
DWANGSOM_DAGEN = parameter("awb-dwangsom-dagen", "dagen", ("2009-10-01", 42, BRON_DWANGSOM))
DWANGSOM_VASTSTELLEN = parameter("awb-dwangsom-vaststellen", "weken", ("2009-10-01", 2, "Awb 4:18"))
DWANGSOM_SCHIJF = parameter("awb-dwangsom-schijf", "dagen", ("2009-10-01", 14, BRON_DWANGSOM))
DWANGSOM_EERSTE = parameter("awb-dwangsom-eerste-schijf", "cent per dag", ("2019-01-01", 2300, BRON_DWANGSOM))
DWANGSOM_TWEEDE = parameter("awb-dwangsom-tweede-schijf", "cent per dag", ("2019-01-01", 3500, BRON_DWANGSOM))
DWANGSOM_REST = parameter("awb-dwangsom-rest", "cent per dag", ("2019-01-01", 4500, BRON_DWANGSOM))


@regel(
    "awb-beslistermijn",
    naam="Beslissen op een aanvraag",
    grondslag="Awb 4:13, 4:14 en 4:15; Algemene termijnenwet art. 1",
    bron="Algemene wet bestuursrecht, titel 4.1; ABRvS 2016:2527",
    invoer={
        "ontvangen": "dag waarop de aanvraag binnenkwam",
        "aanvullingen": "vragen om aanvulling: wanneer gevraagd, welke uiterste datum, wanneer binnen",
        "uitstel": "uitstel met schriftelijke instemming of door de aanvrager zelf",
        "verdaagd_tot": "nieuwe datum die aan de aanvrager is genoemd",
        "verdaging_bekend_op": "dag waarop de aanvrager dat te horen kreeg",
    },
    voorbeelden={
        "ontvangen=2026-03-02": "2026-04-28",
        "ontvangen=2026-03-06": "2026-05-01",
        "ontvangen=2025-11-06": "2026-01-05",
        "ontvangen=2026-03-02 aanvullingen=2026-03-13/2026-03-27/2026-03-26": "2026-05-11",
        "ontvangen=2026-03-02 aanvullingen=2026-03-13//2026-03-26": "2026-04-28",
        "ontvangen=2026-01-05 uitstel=2026-02-01/2026-02-15": "2026-03-16",
        "ontvangen=2026-03-02 verdaagd_tot=2026-05-26 verdaging_bekend_op=2026-04-20": "2026-05-26",
    },
)
def beslistermijn(
    ontvangen: date,
    aanvullingen: tuple[Aanvulling, ...] = (),
    uitstel: tuple[Uitstel, ...] = (),
    verdaagd_tot: date | None = None,
    verdaging_bekend_op: date | None = None,
) -> Uitkomst:
    """Last day to decide; the decision is late from the day after.

    A new date counts only when the applicant heard it before the term ended. Raises ValueError when
    the new date is missing or not later than the term itself.
    """
    if verdaagd_tot is None and verdaging_bekend_op is not None:
        raise ValueError("Noem ook de nieuwe datum: zonder verdaagd_tot telt een verdaging niet.")
    stilstand = verzamel(aanvullingen, uitstel)
    afloop = loopt_af(weken(BESLISTERMIJN.op(ontvangen)), ontvangen, stilstand.opschortingen, bron="Awb 4:13 lid 2")
    stappen = (*stilstand.stappen, *afloop.stappen)
    ontbreekt = stilstand.ontbreekt
    if verdaagd_tot is None:
        return Uitkomst(datum=afloop.datum, stappen=stappen, ontbreekt=ontbreekt)
    if verdaagd_tot <= afloop.datum:
        raise ValueError(f"De nieuwe datum {datum_kort(verdaagd_tot)} ligt niet na {datum_kort(afloop.datum)}.")
    if verdaging_bekend_op is None:
        stap = Stap("Een nieuwe datum telt pas als de aanvrager die kent.", None, "Awb 4:14 lid 1")
        ontbreekt = (*ontbreekt, "de dag waarop de nieuwe datum aan de aanvrager is gemeld")
        return Uitkomst(datum=afloop.datum, stappen=(*stappen, stap), ontbreekt=ontbreekt)
    datum, stap = _verdaagd(afloop.datum, verdaagd_tot, verdaging_bekend_op)
    return Uitkomst(datum=datum, stappen=(*stappen, stap), ontbreekt=ontbreekt)


def _verdaagd(einde: date, tot: date, bekend_op: date) -> tuple[date, Stap]:
    if bekend_op > einde:
        tekst = f"De melding van {datum_kort(bekend_op)} kwam na het einde van de termijn en verandert niets."
        return einde, Stap(tekst, einde, "Awb 4:14")
    tekst = f"Op {datum_kort(bekend_op)} is een nieuwe datum gemeld: beslissen kan tot en met {datum_nl(tot)}."
    return tot, Stap(tekst, tot, "Awb 4:14 lid 1 en 3")


@regel(
    "awb-buiten-behandeling",
    naam="Een onvolledige aanvraag buiten behandeling laten",
    grondslag="Awb 4:5 lid 4",
    bron="Algemene wet bestuursrecht art. 4:5",
    invoer={"vanaf": "dag waarop is aangevuld, of waarop de tijd om aan te vullen ongebruikt om was"},
    voorbeelden={"vanaf=2026-01-30": "2026-02-27"},
)
def buiten_behandeling(vanaf: date) -> Uitkomst:
    """Last day to tell the applicant that an incomplete application is set aside."""
    afloop = loopt_af(weken(BUITEN_BEHANDELING.op(vanaf)), vanaf, bron="Awb 4:5 lid 4")
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)


@dataclass(frozen=True)
class Dwangsom:
    """Penalty for a late decision: days in default so far and the sum in cents."""

    dagen: int
    centen: int

    @property
    def kort(self) -> str:
        """The sum in euros."""
        return f"€ {self.centen // 100},{self.centen % 100:02d}"


@regel(
    "awb-dwangsom",
    naam="Ingebrekestelling en dwangsom",
    grondslag="Awb 4:17 en 4:18",
    bron="Algemene wet bestuursrecht art. 4:17",
    invoer={
        "einde": "laatste dag van de beslistermijn",
        "ingebrekestelling": "dag waarop de ingebrekestelling binnenkwam",
        "op": "dag waarop je de stand wilt weten, of waarop het besluit bekend is gemaakt",
    },
    voorbeelden={
        "einde=2026-04-28 ingebrekestelling=2026-04-27 op=2026-06-30": "€ 0,00",
        "einde=2026-04-28 ingebrekestelling=2026-04-29 op=2026-05-20": "2026-05-14",
    },
    let_op="De bedragen en de tekst van Awb 4:17 zijn per 1-1-2026 vernieuwd: laat een jurist ze nakijken. "
    "De dag van bekendmaking van het besluit telt hier niet mee.",
)
def dwangsom(einde: date, ingebrekestelling: date, op: date) -> Uitkomst:
    """First day with a penalty (date) and the sum up to, not including, the day asked for (value)."""
    if ingebrekestelling <= einde:
        tekst = (
            f"De ingebrekestelling van {datum_kort(ingebrekestelling)} kwam voor de termijn om was "
            f"({datum_kort(einde)}) en heeft geen gevolg."
        )
        return Uitkomst(waarde=Dwangsom(0, 0), stappen=(Stap(tekst, None, "Awb 4:17 lid 3"),))
    afloop = loopt_af(weken(INGEBREKESTELLING.op(einde)), ingebrekestelling, bron="Awb 4:17 lid 3")
    eerste = afloop.datum + EEN_DAG
    dagen = min(max((op - eerste).days, 0), DWANGSOM_DAGEN.op(einde))
    som = _som(dagen, einde)
    laatste = eerste + timedelta(days=DWANGSOM_DAGEN.op(einde) - 1)
    stappen = (
        *afloop.stappen,
        Stap(f"De eerste dag met een dwangsom is {datum_nl(eerste)}.", eerste, "Awb 4:17 lid 3"),
        Stap(
            f"De dwangsom loopt hoogstens {DWANGSOM_DAGEN.op(einde)} dagen, tot en met {datum_nl(laatste)}; "
            "een weekend of feestdag verandert dat niet.",
            laatste,
            "Awb 4:17 lid 1",
        ),
        Stap(f"Tot {datum_kort(op)} zijn dat {dagen} dagen: {som.kort}.", op, "Awb 4:17 lid 2"),
    )
    return Uitkomst(datum=eerste, waarde=som, stappen=stappen)


def _som(dagen: int, op: date) -> Dwangsom:
    schijf = DWANGSOM_SCHIJF.op(op)
    eerste = min(dagen, schijf)
    tweede = min(dagen - eerste, schijf)
    rest = dagen - eerste - tweede
    centen = eerste * DWANGSOM_EERSTE.op(op) + tweede * DWANGSOM_TWEEDE.op(op) + rest * DWANGSOM_REST.op(op)
    return Dwangsom(dagen, centen)


@regel(
    "awb-dwangsom-vaststellen",
    naam="De hoogte van de dwangsom vaststellen",
    grondslag="Awb 4:18",
    bron="Algemene wet bestuursrecht art. 4:18",
    invoer={"laatste_dag": "laatste dag waarover de dwangsom is verschuldigd"},
    voorbeelden={"laatste_dag=2026-05-20": "2026-06-03", "laatste_dag=2026-06-24": "2026-07-08"},
    let_op="De tekst van titel 4.1.3.2 is per 1-1-2026 vernieuwd: laat een jurist de termijn nakijken.",
)
def dwangsom_vaststellen(laatste_dag: date) -> Uitkomst:
    """Last day to tell the applicant in a decision what penalty is due."""
    afloop = loopt_af(weken(DWANGSOM_VASTSTELLEN.op(laatste_dag)), laatste_dag, bron="Awb 4:18")
    return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)


@regel(
    "awb-beroep-niet-tijdig",
    naam="Beroep tegen het uitblijven van een besluit",
    grondslag="Awb 6:12 lid 2",
    bron="Algemene wet bestuursrecht art. 6:12",
    invoer={"einde": "laatste dag van de beslistermijn", "ingebrekestelling": "dag waarop die binnenkwam"},
    voorbeelden={
        "einde=2026-04-28 ingebrekestelling=2026-05-04": "2026-05-19",
        "einde=2026-04-28 ingebrekestelling=2026-04-27": "niet mogelijk",
    },
)
def beroep_niet_tijdig(einde: date, ingebrekestelling: date) -> Uitkomst:
    """First day on which the applicant may go to court without objecting first."""
    if ingebrekestelling <= einde:
        tekst = "De ingebrekestelling kwam voor het einde van de termijn; er moet een nieuwe komen."
        return Uitkomst(waarde="niet mogelijk", stappen=(Stap(tekst, None, "Awb 6:12 lid 2"),))
    afloop = loopt_af(weken(INGEBREKESTELLING.op(einde)), ingebrekestelling, bron="Awb 6:12 lid 2")
    eerste = afloop.datum + EEN_DAG
    stap = Stap(f"Beroep kan vanaf {datum_nl(eerste)}.", eerste, "Awb 6:12 lid 2")
    return Uitkomst(datum=eerste, stappen=(*afloop.stappen, stap))
