"""Measures of the court: what the ruling may say, when one is in force, and how it stands in for consent."""

from datetime import date

import pytest
from tests.mensen import Regiomensen
from tests.wereld import Wereld, maak_wereld

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.toegang import maatregelen
from jeugdregio.toegang.models import Maatregel
from jeugdregio.toegang.poort import TeStarten, oordelen

S = Maatregel.Soort
RECHTBANK = "Rechtbank Midden-Nederland"


@pytest.fixture
def wereld(regio: Regiomensen) -> Wereld:
    return maak_wereld(regio)


def leg_vast(wereld: Wereld, soort: str, uitspraak_op: date, tot: date | None = None) -> Maatregel:
    return maatregelen.leg_maatregel_vast(
        wereld.regio.fatima, wereld.kind.pk, soort, uitspraak_op, tot, instantie=RECHTBANK, gi=wereld.regio.gi
    )


def test_een_ots_duurt_een_jaar_en_schuift_niet_naar_een_werkdag(wereld: Wereld) -> None:
    with klok.op(date(2026, 5, 1)):
        ots = leg_vast(wereld, S.OTS, date(2026, 4, 24))
    assert ots.tot == date(2027, 4, 24)  # a Saturday
    assert maatregelen.geldt_op(ots, date(2027, 4, 24))
    assert not maatregelen.geldt_op(ots, date(2027, 4, 25))
    assert not maatregelen.geldt_op(ots, date(2026, 4, 23))


def test_een_langere_duur_dan_de_wet_toelaat_wordt_geweigerd(wereld: Wereld) -> None:
    with klok.op(date(2026, 5, 1)), pytest.raises(Geweigerd, match="24 april 2027") as fout:
        leg_vast(wereld, S.OTS, date(2026, 4, 24), date(2027, 5, 1))
    assert set(fout.value.velden) == {"tot"}


def test_onmogelijke_dagen_en_een_gewone_aanbieder_worden_geweigerd(wereld: Wereld) -> None:
    with klok.op(date(2026, 5, 1)), pytest.raises(Geweigerd) as fout:
        maatregelen.leg_maatregel_vast(
            wereld.regio.fatima, wereld.kind.pk, S.OTS, date(2026, 5, 2), None, instantie=" ", gi=wereld.regio.de_brug
        )
    assert set(fout.value.velden) == {"uitspraak_op", "instantie", "gi"}


def test_een_ongebruikte_machtiging_vervalt_na_drie_maanden(wereld: Wereld) -> None:
    with klok.op(date(2026, 6, 12)):
        muhp = leg_vast(wereld, S.UITHUISPLAATSING, date(2026, 3, 10))
        assert maatregelen.geldt_op(muhp, date(2026, 6, 9))
        assert not maatregelen.geldt_op(muhp, date(2026, 6, 10))
        maatregelen.voer_maatregel_uit(wereld.regio.fatima, muhp.pk, date(2026, 5, 1))
    muhp.refresh_from_db()
    assert maatregelen.geldt_op(muhp, date(2027, 3, 10))


def test_eerder_beeindigd_geldt_niet_langer(wereld: Wereld) -> None:
    with klok.op(date(2026, 9, 10)):
        ots = leg_vast(wereld, S.OTS, date(2026, 4, 24))
        maatregelen.beeindig_maatregel(wereld.regio.fatima, ots.pk, date(2026, 8, 1))
        with pytest.raises(Geweigerd):
            maatregelen.beeindig_maatregel(wereld.regio.fatima, leg_vast(wereld, S.VOTS, date(2026, 9, 1)).pk,
                                           date(2026, 8, 1))  # fmt: skip
    ots.refresh_from_db()
    assert maatregelen.geldt_op(ots, date(2026, 8, 1))
    assert not maatregelen.geldt_op(ots, date(2026, 8, 2))


def test_bescherming_eindigt_voor_de_achttiende_verjaardag(wereld: Wereld) -> None:
    with klok.op(date(2026, 5, 1)):
        voogdij = leg_vast(wereld, S.VOOGDIJ, date(2026, 4, 24))
    assert maatregelen.laatste_dag(voogdij) == date(2030, 5, 2)  # Mirthe was born on 3 May 2012


def test_zolang_de_maatregel_geldt_is_geen_toestemming_nodig(wereld: Wereld) -> None:
    with klok.op(date(2026, 9, 10)):
        assert not mag_starten(wereld)
        leg_vast(wereld, S.OTS, date(2026, 4, 24))
        # Help a GP referred to does not carry out the measure: there consent stays needed.
        assert not mag_starten(wereld)
        wereld.verzoek.regels.update(verwijzer_type="04")
        assert mag_starten(wereld)
    with klok.op(date(2027, 4, 25)):
        assert not mag_starten(wereld)


def mag_starten(wereld: Wereld) -> bool:
    (uitkomst,) = oordelen(wereld.kind, [TeStarten(wereld.regel.code, wereld.verzoek)])
    return bool(uitkomst.waarde.mag_starten)


def test_een_ander_komt_er_niet_bij(wereld: Wereld) -> None:
    argumenten = (wereld.kind.pk, S.OTS, date(2026, 4, 24), None)
    with klok.op(date(2026, 5, 1)):
        with pytest.raises(NietGevonden):
            maatregelen.leg_maatregel_vast(wereld.regio.bram, *argumenten, instantie=RECHTBANK)
        with pytest.raises(GeenRecht):
            maatregelen.leg_maatregel_vast(wereld.regio.noor, *argumenten, instantie=RECHTBANK)
