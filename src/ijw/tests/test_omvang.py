"""The standard's own worked examples, and the readings chosen where it is silent."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijw.eenheden import (
    EURO,
    MINUUT,
    PER_DAG,
    PER_MAAND,
    PER_WEEK,
    STUKS_OUTPUT,
    TOTAAL,
    UUR,
    bedrag,
    hoeveelheid,
    laatste_dag,
)
from ijw.omvang import Periode, maanden, past, som, toegestaan, toegestaan_totaal, weken, zondagen


def dagen(begin: str, eind: str | None) -> Periode:
    return Periode(date.fromisoformat(begin), date.fromisoformat(eind) if eind else None)


@pytest.mark.parametrize(
    ("periode", "verwacht"),
    [
        (dagen("2025-10-07", "2025-10-31"), 12),
        (dagen("2025-11-01", "2025-11-30"), 15),
        (dagen("2025-12-01", "2025-12-30"), 15),
    ],
)
def test_voorbeeld_iv077_drie_uur_per_week(periode: Periode, verwacht: int) -> None:
    toewijzing = dagen("2025-10-07", "2025-12-30")
    assert toegestaan(3, UUR, PER_WEEK, periode, toewijzing).aantal == verwacht


def test_voorbeeld_iv077_hele_looptijd_is_minder_dan_de_maanden_samen() -> None:
    assert toegestaan_totaal(3, UUR, PER_WEEK, dagen("2025-10-07", "2025-12-30")).aantal == 39


@pytest.mark.parametrize(
    ("periode", "verwacht"),
    [
        (dagen("2025-07-07", "2025-07-31"), 12),
        (dagen("2025-08-01", "2025-08-31"), 15),
        (dagen("2025-09-01", "2025-09-07"), 3),
    ],
)
def test_voorbeeld_iv076_inspanningsgericht(periode: Periode, verwacht: int) -> None:
    assert toegestaan(3, UUR, PER_WEEK, periode, dagen("2025-07-07", "2025-09-07")).aantal == verwacht


@pytest.mark.parametrize(
    ("eind", "periode", "weekvolumes"),
    [
        ("2025-09-07", dagen("2025-07-07", "2025-07-31"), 3),
        ("2025-09-07", dagen("2025-08-01", "2025-08-31"), 5),
        ("2025-09-07", dagen("2025-09-01", "2025-09-07"), 1),
        ("2025-09-06", dagen("2025-07-07", "2025-07-31"), 3),
        ("2025-09-06", dagen("2025-08-01", "2025-08-31"), 6),
        ("2025-09-06", dagen("2025-09-01", "2025-09-06"), 0),
        ("2025-09-05", dagen("2025-08-01", "2025-08-31"), 6),
    ],
)
def test_voorbeelden_iv076_iv077_outputgericht(eind: str, periode: Periode, weekvolumes: int) -> None:
    uitkomst = toegestaan(30000, EURO, PER_WEEK, periode, dagen("2025-07-07", eind))
    assert uitkomst.aantal == weekvolumes * 30000


def test_voorbeeld_iv078_gebroken_maand_telt_helemaal() -> None:
    toewijzing = dagen("2026-10-14", "2026-12-13")
    assert toegestaan(15, UUR, PER_MAAND, dagen("2026-10-14", "2026-10-31"), toewijzing).aantal == 15
    assert toegestaan_totaal(15, UUR, PER_MAAND, toewijzing).aantal == 45


def test_voorbeeld_iv078_gebroken_week_volgens_de_methode_van_iv077() -> None:
    def november(jaar: int) -> int | None:
        periode = dagen(f"{jaar}-11-12", f"{jaar}-11-30")
        return toegestaan(3, UUR, PER_WEEK, periode, dagen(f"{jaar}-11-12", f"{jaar}-12-13")).aantal

    assert (november(2025), november(2026)) == (9, 12)


def test_output_per_week_zonder_zondag_houdt_een_week() -> None:
    kort = dagen("2026-09-28", "2026-10-03")
    assert toegestaan(1, STUKS_OUTPUT, PER_WEEK, dagen("2026-09-28", "2026-09-30"), kort).aantal == 0
    assert toegestaan(1, STUKS_OUTPUT, PER_WEEK, dagen("2026-10-01", "2026-10-03"), kort).aantal == 1
    assert toegestaan_totaal(1, STUKS_OUTPUT, PER_WEEK, kort).aantal == 1


def test_per_dag_telt_alleen_dagen_binnen_de_toewijzing() -> None:
    uitkomst = toegestaan(2, UUR, PER_DAG, dagen("2026-09-01", "2026-09-30"), dagen("2026-09-21", None))
    assert uitkomst.aantal == 20


def test_minuten_op_een_toewijzing_in_uren() -> None:
    september = dagen("2026-09-01", "2026-09-30")
    uitkomst = toegestaan(8, UUR, PER_MAAND, september, dagen("2026-01-01", None), gedeclareerd_in=MINUUT)
    assert (uitkomst.aantal, uitkomst.eenheid) == (480, MINUUT)
    assert uitkomst.stappen == (
        "Toegewezen: 8 uur per maand.",
        "Kalendermaanden in september 2026, een gebroken maand telt helemaal: 1 (IV078).",
        "1 × 8 uur = 8 uur.",
        "8 uur = 480 minuten.",
    )


def test_uren_op_een_toewijzing_in_minuten_kan_niet() -> None:
    september = dagen("2026-09-01", "2026-09-30")
    with pytest.raises(ValueError, match="niet om te rekenen"):
        toegestaan(480, MINUUT, PER_MAAND, september, september, gedeclareerd_in=UUR)


def test_totaal_geldt_voor_elke_periode_en_voor_het_geheel() -> None:
    toewijzing = dagen("2026-01-01", None)
    assert toegestaan(40, UUR, TOTAAL, dagen("2026-09-01", "2026-09-30"), toewijzing).aantal == 40
    assert toegestaan_totaal(40, UUR, TOTAAL, toewijzing).aantal == 40


def test_zonder_einddatum_geen_grens_over_de_looptijd() -> None:
    uitkomst = toegestaan_totaal(8, UUR, PER_MAAND, dagen("2026-01-01", None))
    assert uitkomst.aantal is None
    assert uitkomst.tekst == "geen grens"


def test_buiten_de_toewijzing_past_niets() -> None:
    uitkomst = toegestaan(8, UUR, PER_MAAND, dagen("2026-09-01", "2026-09-30"), dagen("2026-01-01", "2026-06-30"))
    assert uitkomst.aantal == 0


@pytest.mark.parametrize(("eenheid", "frequentie"), [("99", PER_WEEK), (UUR, "3")])
def test_onbekende_codes_gaan_niet_stil_voorbij(eenheid: str, frequentie: str) -> None:
    september = dagen("2026-09-01", "2026-09-30")
    with pytest.raises(ValueError, match="Onbekende"):
        toegestaan(1, eenheid, frequentie, september, september)
    with pytest.raises(ValueError, match="Onbekende"):
        toegestaan_totaal(1, eenheid, frequentie, dagen("2026-09-01", None))


def test_som_van_uren_en_minuten() -> None:
    assert som([(6, UUR), (90, MINUUT)], MINUUT) == 450
    assert som([(6, UUR), (20, MINUUT)], UUR) == 6
    assert som([(6, UUR), (30, MINUUT)], UUR) == 7
    assert som([(3, "14"), (4, "14")], "14") == 7


def test_jaarwisseling_telt_door() -> None:
    assert weken(dagen("2026-12-28", "2027-01-03")) == 1
    assert weken(dagen("2020-12-28", "2021-01-04")) == 2


def test_bedragen_en_hoeveelheden_in_het_nederlands() -> None:
    assert bedrag(123456789) == "€ 1.234.567,89"
    assert bedrag(-5) == "€ -0,05"
    assert hoeveelheid(1, "14") == "1 etmaal"
    assert hoeveelheid(2, "16") == "2 dagdelen"


DATA = st.dates(min_value=date(2021, 1, 1), max_value=date(2030, 12, 1))


@given(begin=DATA, lengte=st.integers(0, 700))
def test_tellingen_zijn_gelijk_aan_het_tellen_van_dagen(begin: date, lengte: int) -> None:
    dagenlijst = [date.fromordinal(begin.toordinal() + n) for n in range(lengte + 1)]
    periode = Periode(begin, dagenlijst[-1])
    assert weken(periode) == len({dag.isocalendar()[:2] for dag in dagenlijst})
    assert zondagen(periode) == sum(dag.isoweekday() == 7 for dag in dagenlijst)
    assert maanden(periode) == len({(dag.year, dag.month) for dag in dagenlijst})


@given(begin=DATA, lengte=st.integers(0, 400), eenheid=st.sampled_from([STUKS_OUTPUT, EURO]))
def test_output_per_week_maanden_samen_zijn_de_looptijd(begin: date, lengte: int, eenheid: str) -> None:
    """Output-based weeks are divided over the months without overlap: nothing lost, nothing twice."""
    toewijzing = Periode(begin, date.fromordinal(begin.toordinal() + lengte))
    assert toewijzing.eind is not None
    totaal, dag = 0, begin
    while dag <= toewijzing.eind:
        maand = Periode(dag, min(laatste_dag(dag), toewijzing.eind))
        totaal += toegestaan(7, eenheid, PER_WEEK, maand, toewijzing).aantal or 0
        dag = date.fromordinal(laatste_dag(dag).toordinal() + 1)
    assert totaal == toegestaan_totaal(7, eenheid, PER_WEEK, toewijzing).aantal


@given(
    volume=st.integers(0, 50),
    aantal=st.integers(0, 4000),
    frequentie=st.sampled_from([PER_DAG, PER_WEEK, PER_MAAND, TOTAAL]),
    eenheid=st.sampled_from([UUR, MINUUT, STUKS_OUTPUT, EURO]),
    begin=DATA,
    lengte=st.integers(0, 400),
)
def test_past_zegt_hetzelfde_als_toegestaan(
    *, volume: int, aantal: int, frequentie: str, eenheid: str, begin: date, lengte: int
) -> None:
    toewijzing = Periode(begin, date.fromordinal(begin.toordinal() + lengte))
    maand = Periode(begin.replace(day=1), laatste_dag(begin))
    hoogste = toegestaan(volume, eenheid, frequentie, maand, toewijzing).aantal
    assert hoogste is not None
    assert past(aantal, eenheid, (volume, eenheid, frequentie), maand, toewijzing) == (aantal <= hoogste)
