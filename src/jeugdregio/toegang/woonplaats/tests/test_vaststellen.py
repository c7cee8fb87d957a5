"""Residence from recorded facts: the steps, what is missing, and what follows for help."""

from datetime import date

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.toewijzen import eis_woonplaats
from jeugdregio.toegang.woonplaats import actions
from jeugdregio.toegang.woonplaats.models import Vaststelling, Woonfeit
from jeugdregio.toegang.woonplaats.tests.hulp import NAGEKEKEN, VERHUISD, feit, maak_kind

Soort = Woonfeit.Soort


@pytest.fixture
def hulp(regio: Regiomensen) -> Toewijzing:
    return maak_kind(regio.lelystad, regio.de_brug)


def test_eigen_gemeente_bevestigt_de_woonplaats_en_bewaart_hoe(regio: Regiomensen, hulp: Toewijzing) -> None:
    Kind.objects.update(woonplaats_sinds=None, woonplaats_bron="")
    with klok.op(NAGEKEKEN):
        actions.leg_feit_vast(regio.fatima, hulp.kind_id, feit(Soort.WOONADRES, date(2019, 6, 1), regio.lelystad))
        gevonden = actions.stel_vast(regio.fatima, hulp.kind_id, NAGEKEKEN)
    kind = Kind.objects.get()
    assert (kind.woonplaats_sinds, gevonden.onderdeel) == (date(2019, 6, 1), "1")
    eis_woonplaats(kind)
    assert "woont sinds 1 juni 2019 in Lelystad" in gevonden.stappen[0]
    assert gevonden.feiten[0].endswith("(Basisregistratie personen, nagekeken op 4 mei 2026)")


def test_pleegkind_dat_op_1_april_naar_almere_gaat_blijft_van_lelystad(regio: Regiomensen, hulp: Toewijzing) -> None:
    """Story 6, second half: also when the foster family's address is in the register."""
    with klok.op(NAGEKEKEN):
        for nieuw in (
            feit(Soort.WOONADRES, date(2019, 6, 1), regio.lelystad, date(2026, 4, 12)),
            feit(Soort.PLEEGGEZIN, date(2026, 4, 1), regio.almere),
            feit(Soort.WOONADRES, date(2026, 4, 13), regio.almere),
        ):
            actions.leg_feit_vast(regio.fatima, hulp.kind_id, nieuw)
        gevonden = actions.stel_vast(regio.fatima, hulp.kind_id, NAGEKEKEN)
    assert (gevonden.gemeente_code, gevonden.onderdeel) == (regio.lelystad.code, "2")
    assert not Beurt.objects.filter(soort="overdragen").exists()


def test_andere_gemeente_houdt_nieuwe_hulp_tegen_en_maakt_overdragen_een_beurt(
    regio: Regiomensen, hulp: Toewijzing
) -> None:
    with klok.op(NAGEKEKEN):
        actions.leg_feit_vast(regio.fatima, hulp.kind_id, feit(Soort.WOONADRES, VERHUISD, regio.dronten))
        gevonden = actions.stel_vast(regio.fatima, hulp.kind_id, NAGEKEKEN)
    assert (gevonden.gemeente_code, gevonden.sinds) == ("0303", VERHUISD)
    with pytest.raises(Geweigerd):
        eis_woonplaats(Kind.objects.get())
    beurt = Beurt.objects.get(soort="overdragen")
    assert (beurt.organisatie, beurt.uiterlijk) == (regio.lelystad, date(2026, 5, 18))
    assert "Dronten is verantwoordelijk" in beurt.tekst


def test_zonder_adres_noemt_het_wat_ontbreekt_en_kan_de_moeder_het_zijn(regio: Regiomensen, hulp: Toewijzing) -> None:
    with klok.op(NAGEKEKEN):
        with pytest.raises(Geweigerd, match="inschrijving van de moeder bij de geboorte"):
            actions.stel_vast(regio.fatima, hulp.kind_id, NAGEKEKEN)
        actions.leg_feit_vast(regio.fatima, hulp.kind_id, feit(Soort.MOEDER, None, regio.urk))
        assert actions.stel_vast(regio.fatima, hulp.kind_id, NAGEKEKEN).onderdeel == "3"


def test_aantekening_bij_het_adres_telt_alleen_voor_dat_adres(regio: Regiomensen, hulp: Toewijzing) -> None:
    with klok.op(NAGEKEKEN):
        for nieuw in (
            feit(Soort.WOONADRES, date(2019, 6, 1), regio.lelystad, date(2026, 4, 30), aantekening=True),
            feit(Soort.WOONADRES, VERHUISD, regio.lelystad),
            feit(Soort.MOEDER, None, regio.urk),
        ):
            actions.leg_feit_vast(regio.fatima, hulp.kind_id, nieuw)
        nu = actions.stel_vast(regio.fatima, hulp.kind_id, NAGEKEKEN)
        toen = actions.stel_vast(regio.fatima, hulp.kind_id, date(2026, 4, 30))
    assert (nu.gemeente_code, toen.gemeente_code) == (regio.lelystad.code, regio.urk.code)


def test_ingetrokken_feit_telt_niet_meer_maar_de_oude_uitkomst_blijft(regio: Regiomensen, hulp: Toewijzing) -> None:
    with klok.op(NAGEKEKEN):
        actions.leg_feit_vast(regio.fatima, hulp.kind_id, feit(Soort.WOONADRES, date(2019, 6, 1), regio.lelystad))
        fout = actions.leg_feit_vast(regio.fatima, hulp.kind_id, feit(Soort.WOONADRES, VERHUISD, regio.dronten))
        actions.stel_vast(regio.fatima, hulp.kind_id, NAGEKEKEN)
        with pytest.raises(Geweigerd, match="wat er niet klopt"):
            actions.trek_feit_in(regio.fatima, hulp.kind_id, fout.pk, " ")
        actions.trek_feit_in(regio.fatima, hulp.kind_id, fout.pk, "Dat was zijn neef.")
        actions.stel_vast(regio.fatima, hulp.kind_id, NAGEKEKEN)
    assert [v.gemeente_code for v in Vaststelling.objects.order_by("vastgesteld_op")] == ["0303", "0995"]


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"van": date(2014, 1, 1)}, "van"),
        ({"van": date(2027, 1, 1)}, "van"),
        ({"tot": date(2018, 1, 1)}, "tot"),
        ({"tot": date(2026, 5, 5)}, "tot"),
        ({"gemeente_code": "9999"}, "gemeente"),
        ({"bron": " "}, "bron"),
        ({"nagekeken_op": date(2026, 5, 5)}, "nagekeken_op"),
        ({"soort": Soort.PLEEGGEZIN, "aantekening": True}, "aantekening"),
        ({"soort": "logeren"}, "soort"),
    ],
)
def test_onmogelijke_gegevens_worden_per_veld_geweigerd(
    regio: Regiomensen, hulp: Toewijzing, velden: dict[str, object], fout: str
) -> None:
    goed = {"soort": Soort.WOONADRES, "van": date(2019, 6, 1), "bron": "BRP", "nagekeken_op": NAGEKEKEN,
            "gemeente_code": "0995"}  # fmt: skip
    with klok.op(NAGEKEKEN), pytest.raises(Geweigerd) as gevangen:
        actions.leg_feit_vast(regio.fatima, hulp.kind_id, actions.NieuwFeit(**{**goed, **velden}))  # type: ignore[arg-type]
    assert set(gevangen.value.velden) == {fout}
    assert not Woonfeit.objects.exists()


def test_kind_van_een_ander_is_er_niet(regio: Regiomensen, hulp: Toewijzing) -> None:
    with pytest.raises(NietGevonden):
        actions.stel_vast(regio.bram, hulp.kind_id, NAGEKEKEN)
