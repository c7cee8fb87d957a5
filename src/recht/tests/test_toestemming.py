"""Consent for named children, each on a day that matters."""

from datetime import date

import pytest

from recht.invoer import InvoerError
from recht.toestemming import (
    Antwoord,
    Maatregel,
    SoortMaatregel,
    Status,
    Stem,
    Toestemming,
    toestemming,
    volgende_grens,
)
from recht.uitkomst import Uitkomst

NOOR = date(2012, 5, 20)  # 14 in September 2026
SEM = date(2017, 2, 1)  # 9 in March 2026
DAAN = date(2009, 11, 3)  # 16 in 2026
OUDERS = ("moeder", "vader")


def ja(wie: str, dag: date = date(2026, 9, 10)) -> Stem:
    return Stem(wie, Antwoord.JA, dag)


def nee(wie: str, dag: date = date(2026, 9, 10)) -> Stem:
    return Stem(wie, Antwoord.NEE, dag)


def stand(uitkomst: Uitkomst) -> Toestemming:
    assert isinstance(uitkomst.waarde, Toestemming)
    return uitkomst.waarde


def test_noor_14_wacht_op_haar_vader_die_op_de_16e_instemt() -> None:
    stemmen = (ja("kind"), ja("moeder"), ja("vader", date(2026, 9, 16)))
    eerder = toestemming(NOOR, date(2026, 9, 15), OUDERS, stemmen)
    assert stand(eerder).ontbreekt == ("vader",)
    assert eerder.ontbreekt == ("toestemming van vader",)
    assert not stand(eerder).mag_starten
    later = toestemming(NOOR, date(2026, 9, 16), OUDERS, stemmen)
    assert stand(later).status is Status.VOLDAAN
    assert later.volledig


def test_sem_9_hoeft_zelf_niet_in_te_stemmen() -> None:
    uitkomst = toestemming(SEM, date(2026, 3, 2), OUDERS, (ja("moeder", SEM), ja("vader", SEM)))
    assert stand(uitkomst).vereist == OUDERS
    assert stand(uitkomst).mag_starten


def test_daan_16_beslist_zelf_ook_als_zijn_moeder_weigert() -> None:
    uitkomst = toestemming(DAAN, date(2026, 9, 20), OUDERS, (ja("kind"), nee("moeder")))
    assert stand(uitkomst).vereist == ("kind",)
    assert stand(uitkomst).mag_starten


def test_op_de_twaalfde_verjaardag_telt_het_kind_mee() -> None:
    geboren = date(2014, 9, 16)
    assert stand(toestemming(geboren, date(2026, 9, 15), OUDERS)).vereist == OUDERS
    assert stand(toestemming(geboren, date(2026, 9, 16), OUDERS)).vereist == ("kind", *OUDERS)


def test_onbekend_gezag_wordt_gevraagd() -> None:
    uitkomst = toestemming(SEM, date(2026, 3, 2))
    assert not stand(uitkomst).mag_starten
    assert any("gezagsregister" in wat for wat in uitkomst.ontbreekt)


def test_een_ouder_weigert_er_start_niets_en_de_weg_naar_de_raad_staat_er() -> None:
    uitkomst = toestemming(SEM, date(2026, 9, 10), OUDERS, (ja("moeder"), nee("vader")))
    assert stand(uitkomst).status is Status.GEWEIGERD
    assert not stand(uitkomst).mag_starten
    assert "Raad voor de Kinderbescherming" in uitkomst.uitleg()


def test_toestemming_kan_worden_ingetrokken() -> None:
    stemmen = (ja("moeder"), nee("moeder", date(2026, 10, 1)))
    assert stand(toestemming(SEM, date(2026, 9, 30), ("moeder",), stemmen)).mag_starten
    assert not stand(toestemming(SEM, date(2026, 10, 1), ("moeder",), stemmen)).mag_starten


def test_twee_die_weigeren_weigeren_samen() -> None:
    uitkomst = toestemming(NOOR, date(2026, 9, 20), OUDERS, (ja("kind"), nee("moeder"), nee("vader")))
    assert "moeder en vader weigeren; de hulp start niet." in " ".join(s.tekst for s in uitkomst.stappen).lower()


def test_noor_blijft_het_willen_na_de_weigering() -> None:
    stemmen = (nee("moeder"), nee("vader"), ja("kind", date(2026, 9, 17)))
    zonder_reden = toestemming(NOOR, date(2026, 9, 17), OUDERS, stemmen)
    assert stand(zonder_reden).status is Status.GEWEIGERD
    met_reden = toestemming(NOOR, date(2026, 9, 17), OUDERS, stemmen, weloverwogen="weet wat ze wil")
    assert stand(met_reden).status is Status.UITZONDERING
    assert stand(met_reden).mag_starten


def test_een_wens_van_voor_de_weigering_telt_niet() -> None:
    stemmen = (ja("kind", date(2026, 9, 1)), nee("moeder"), nee("vader"))
    uitkomst = toestemming(NOOR, date(2026, 9, 17), OUDERS, stemmen, weloverwogen="wil het")
    assert not stand(uitkomst).mag_starten


def test_weloverwogen_wens_vervangt_geen_ouder_die_nog_niets_zei() -> None:
    stemmen = (nee("moeder"), ja("kind", date(2026, 9, 17)))
    uitkomst = toestemming(NOOR, date(2026, 9, 17), OUDERS, stemmen, weloverwogen="wil het")
    assert not stand(uitkomst).mag_starten


def test_ernstig_nadeel_vraagt_een_geschreven_reden() -> None:
    stemmen = (ja("kind"), nee("vader"))
    assert not stand(toestemming(NOOR, date(2026, 9, 17), OUDERS, stemmen, ernstig_nadeel="  ")).mag_starten
    uitkomst = toestemming(NOOR, date(2026, 9, 17), OUDERS, stemmen, ernstig_nadeel="snijdt zich")
    assert stand(uitkomst).status is Status.UITZONDERING


def test_ernstig_nadeel_gaat_niet_boven_een_weigering_door_het_kind() -> None:
    uitkomst = toestemming(
        NOOR, date(2026, 9, 17), OUDERS, (nee("kind"), ja("moeder"), ja("vader")), ernstig_nadeel="reden"
    )
    assert stand(uitkomst).status is Status.GEWEIGERD


def test_spoed_bij_een_jong_kind_maar_niet_tegen_een_weigering_in() -> None:
    dag = date(2026, 9, 12)
    assert stand(toestemming(SEM, dag, OUDERS, spoed="ouders onbereikbaar")).mag_starten
    assert not stand(toestemming(SEM, dag, OUDERS, (nee("vader"),), spoed="haast")).mag_starten
    assert not stand(toestemming(NOOR, dag, OUDERS, spoed="haast")).mag_starten


def test_niet_ingrijpend_mag_worden_verondersteld() -> None:
    uitkomst = toestemming(SEM, date(2026, 9, 12), OUDERS, niet_ingrijpend="kennismaking")
    assert stand(uitkomst).status is Status.UITZONDERING


def test_spoedmachtiging_geldt_alleen_zolang_zij_duurt() -> None:
    machtiging = Maatregel(SoortMaatregel.SPOED, date(2026, 3, 10), date(2026, 4, 7))
    binnen = toestemming(SEM, date(2026, 4, 7), OUDERS, maatregel=machtiging)
    assert stand(binnen).status is Status.NIET_NODIG
    daarna = toestemming(SEM, date(2026, 4, 8), OUDERS, maatregel=machtiging)
    assert stand(daarna).status is Status.ONTBREEKT
    assert "geldt niet op 8 april 2026" in daarna.uitleg()


def test_wilsonbekwame_jeugdige_die_zich_verzet() -> None:
    stemmen = (ja("moeder"), ja("vader"), nee("kind"))
    dag = date(2026, 9, 12)
    assert not stand(toestemming(DAAN, dag, OUDERS, stemmen, wilsbekwaam=False)).mag_starten
    met_reden = toestemming(DAAN, dag, OUDERS, stemmen, wilsbekwaam=False, ernstig_nadeel="eet niet")
    assert stand(met_reden).status is Status.UITZONDERING


def test_overdracht_van_veilig_thuis_is_vrijwillige_hulp() -> None:
    assert not stand(toestemming(SEM, date(2026, 5, 8), OUDERS)).mag_starten


def test_volgende_grens_voor_een_beurt() -> None:
    assert volgende_grens(SEM, date(2026, 3, 2)) == date(2029, 2, 1)
    assert volgende_grens(NOOR, date(2026, 9, 10)) == date(2028, 5, 20)
    assert volgende_grens(date(2000, 1, 1), date(2026, 1, 1)) is None


def test_onleesbare_stem_zegt_wat_de_vorm_is() -> None:
    with pytest.raises(InvoerError, match="wie/ja of nee/datum"):
        Stem.lees("moeder")
    with pytest.raises(InvoerError, match="geen ja of nee"):
        Stem.lees("moeder/misschien/2026-09-10")
