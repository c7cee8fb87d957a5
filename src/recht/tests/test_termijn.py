"""Terms, rolling and suspension, with the worked examples and the laws that always hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recht.kalender import is_werkdag
from recht.termijn import (
    Eenheid,
    Opschorting,
    Termijn,
    dagen,
    jaren,
    loopt_af,
    maanden,
    weken,
    werkdagen,
)

DATA = st.dates(date(1995, 1, 1), date(2080, 12, 31))
WETTELIJK = st.one_of(
    st.integers(1, 90).map(dagen),
    st.integers(1, 12).map(weken),
    st.integers(1, 3).map(maanden),
    st.integers(1, 40).map(werkdagen),
)


def _opschorting(deel: tuple[date, int]) -> Opschorting:
    return Opschorting(deel[0], deel[0] + timedelta(days=deel[1]))


OPSCHORTINGEN = st.lists(st.tuples(DATA, st.integers(0, 60)).map(_opschorting), max_size=4)


def test_acht_weken_tot_koningsdag_rolt_en_legt_uit() -> None:
    afloop = loopt_af(weken(8), date(2026, 3, 2))
    assert afloop.ruw == date(2026, 4, 27)
    assert afloop.datum == date(2026, 4, 28)
    eerst, dan = afloop.stappen
    assert eerst.tekst == "8 weken na 2 maart 2026 is maandag 27 april 2026."
    assert dan.tekst == (
        "27 april 2026 is Koningsdag; de termijn loopt door tot dinsdag 28 april 2026 (Algemene termijnenwet art. 1)."
    )


@pytest.mark.parametrize("gebeurtenis", [date(2026, 4, 2), date(2026, 4, 3)])
def test_drie_dagen_over_pasen_bevatten_twee_werkdagen(gebeurtenis: date) -> None:
    afloop = loopt_af(dagen(3), gebeurtenis)
    assert afloop.datum == date(2026, 4, 8)
    assert "art. 2" in afloop.stappen[-1].tekst


def test_twee_dagen_krijgen_geen_tweede_werkdag() -> None:
    assert loopt_af(dagen(2), date(2026, 4, 3)).datum == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("termijn", "na", "eind"),
    [
        (dagen(91), date(2026, 1, 3), date(2026, 4, 4)),
        (weken(13), date(2026, 1, 24), date(2026, 4, 25)),
        (maanden(4), date(2026, 1, 25), date(2026, 5, 25)),
        (jaren(1), date(2026, 4, 24), date(2027, 4, 24)),
        (weken(4, vrijheidsbeneming=True), date(2026, 3, 30), date(2026, 4, 27)),
        (dagen(42, zonder_atw="de wet sluit de Atw uit"), date(2026, 3, 14), date(2026, 4, 25)),
    ],
)
def test_rolt_nooit(termijn: Termijn, na: date, eind: date) -> None:
    afloop = loopt_af(termijn, na)
    assert afloop.datum == eind
    assert not is_werkdag(eind)
    assert "schuift niet op" in afloop.stappen[-1].tekst


def test_precies_twaalf_weken_rolt_wel() -> None:
    assert loopt_af(weken(12), date(2026, 1, 31)).datum == date(2026, 4, 28)


def test_een_maand_na_31_januari() -> None:
    assert loopt_af(maanden(1), date(2025, 1, 31)).datum == date(2025, 2, 28)


def test_opschorting_telt_bij_de_kale_datum_en_rolt_daarna() -> None:
    stil = Opschorting(date(2026, 3, 14), date(2026, 3, 26), "aanvulling gevraagd")
    afloop = loopt_af(weken(8), date(2026, 3, 2), [stil])
    assert afloop.ruw == date(2026, 5, 9)
    assert afloop.datum == date(2026, 5, 11)
    assert "12 dagen" in afloop.stappen[1].tekst


def test_twee_opschortingen_tellen_op_en_overlap_niet_dubbel() -> None:
    na = date(2026, 1, 5)
    een = Opschorting(date(2026, 1, 10), date(2026, 1, 20))
    twee = Opschorting(date(2026, 1, 15), date(2026, 1, 25))
    drie = Opschorting(date(2026, 2, 1), date(2026, 2, 6))
    kaal = loopt_af(weken(8), na).ruw
    assert loopt_af(weken(8), na, [twee, drie, een]).ruw == kaal + timedelta(days=20)


def test_opschorting_na_het_einde_heeft_geen_gevolg_en_dat_staat_er() -> None:
    laat = Opschorting(date(2026, 5, 1), date(2026, 5, 20))
    afloop = loopt_af(weken(8), date(2026, 3, 2), [laat])
    assert afloop.datum == date(2026, 4, 28)
    assert any("geen gevolg" in stap.tekst for stap in afloop.stappen)


def test_opschorting_van_voor_het_begin_telt_pas_vanaf_de_eerste_dag() -> None:
    vroeg = Opschorting(date(2026, 2, 20), date(2026, 3, 5))
    assert loopt_af(weken(8), date(2026, 3, 2), [vroeg]).ruw == date(2026, 4, 29)


def test_werkdagen_slaan_de_opschorting_over() -> None:
    stil = Opschorting(date(2026, 9, 14), date(2026, 9, 16))
    assert loopt_af(werkdagen(5), date(2026, 9, 10), [stil]).datum == date(2026, 9, 21)


def test_laatste_dag_is_op_tijd() -> None:
    afloop = loopt_af(weken(8), date(2026, 3, 2))
    assert afloop.op_tijd(date(2026, 4, 28))
    assert not afloop.op_tijd(date(2026, 4, 29))


def test_onmogelijke_invoer_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="nul of langer"):
        dagen(-1)
    with pytest.raises(ValueError, match="tijdstip"):
        Termijn(72, Eenheid.UREN)
    with pytest.raises(ValueError, match="voor haar begin"):
        Opschorting(date(2026, 3, 2), date(2026, 3, 1))


@given(WETTELIJK, DATA, OPSCHORTINGEN)
def test_een_rollende_termijn_eindigt_op_een_werkdag(termijn: Termijn, na: date, stil: list[Opschorting]) -> None:
    assert is_werkdag(loopt_af(termijn, na, stil).datum)


@given(WETTELIJK, DATA, OPSCHORTINGEN)
def test_opschorting_verkort_nooit(termijn: Termijn, na: date, stil: list[Opschorting]) -> None:
    assert loopt_af(termijn, na, stil).datum >= loopt_af(termijn, na).datum


@given(WETTELIJK, DATA, st.integers(0, 60))
def test_later_begonnen_is_nooit_eerder_klaar(termijn: Termijn, na: date, later: int) -> None:
    assert loopt_af(termijn, na).datum <= loopt_af(termijn, na + timedelta(days=later)).datum


@given(st.integers(1, 400).map(dagen), DATA)
def test_dagtermijn_ligt_na_de_gebeurtenis(termijn: Termijn, na: date) -> None:
    assert loopt_af(termijn, na).datum >= na + timedelta(days=termijn.aantal)


def test_na_het_laatst_bekende_besluit_staat_dat_erbij() -> None:
    assert "nog niet bekend" in loopt_af(weken(6), date(2029, 3, 5)).stappen[-1].tekst
    assert "nog niet bekend" in loopt_af(werkdagen(5), date(2029, 3, 5)).stappen[-1].tekst
    assert len(loopt_af(weken(6), date(2028, 3, 7)).stappen) == 1
