"""Sharing: each share has a purpose, a receiver and a ground of the law; without a ground nothing goes out."""

from dataclasses import replace
from datetime import date

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.toegang import actions, maatregelen
from jeugdregio.toegang.hulpvragen.tests.hulp import maak_kind
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.toestemming.actions import (
    NieuweDeling,
    Uitleg,
    Voor,
    leg_deling_vast,
    leg_toestemming_vast,
    trek_toestemming_in,
)
from jeugdregio.toegang.toestemming.models import Deling, Doel

pytestmark = pytest.mark.django_db
DAG = date(2026, 2, 4)
SCHOOL = NieuweDeling(
    ontvanger="school", aan="De Vuurvogel", wat="Dat er hulp is", doel="Afstemming in de klas", grond="toestemming"
)


@pytest.fixture
def kind(regio: Regiomensen) -> Kind:
    """Thijs, 9 years; his mother has authority."""
    kind = maak_kind(regio.lelystad)
    with klok.op(DAG):
        actions.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Kim Zomer", "moeder")
    return kind


def zegt_ja(regio: Regiomensen, kind: Kind, met_wie: str):  # type: ignore[no-untyped-def]
    return leg_toestemming_vast(
        regio.fatima, kind.pk, kind.gezagsdragers.get().pk, "ja", DAG,
        voor=Voor(doel=Doel.DELEN, met_wie=met_wie, wat="Dat er hulp is"), uitleg=Uitleg(tekst="Waarom.", op=DAG),
    )  # fmt: skip


def test_aan_de_school_zonder_toestemming_gaat_niets(regio: Regiomensen, kind: Kind) -> None:
    """Row 49."""
    with klok.op(DAG):
        with pytest.raises(Geweigerd, match="Zonder toestemming krijgt een ander geen inlichtingen") as fout:
            leg_deling_vast(regio.fatima, kind.pk, SCHOOL)
        assert "toestemming van moeder" in str(fout.value)
        zegt_ja(regio, kind, "Andere school")
        with pytest.raises(Geweigerd):
            leg_deling_vast(regio.fatima, kind.pk, SCHOOL)
    assert not Deling.objects.exists()


def test_met_toestemming_voor_deze_school_wel_tot_zij_wordt_ingetrokken(regio: Regiomensen, kind: Kind) -> None:
    with klok.op(DAG):
        ja = zegt_ja(regio, kind, "de vuurvogel")
        deling = leg_deling_vast(regio.fatima, kind.pk, SCHOOL)
        assert (deling.op, deling.grond, deling.stappen[-1]) == (
            DAG, "toestemming", "Ieder die moet instemmen, heeft ja gezegd.",
        )  # fmt: skip
        with pytest.raises(Geweigerd, match="levenssfeer van een ander"):
            leg_deling_vast(regio.fatima, kind.pk, replace(SCHOOL, schaadt_ander=True))
        trek_toestemming_in(regio.fatima, ja.pk, DAG)
        with pytest.raises(Geweigerd, match="moeder wil niet"):
            leg_deling_vast(regio.fatima, kind.pk, SCHOOL)


def test_de_ondertoezichtstelling_moet_lopen_en_de_ontvanger_is_de_instelling(
    regio: Regiomensen, kind: Kind
) -> None:  # fmt: skip
    gi = replace(SCHOOL, ontvanger="gi", aan="De Haven", grond="ondertoezichtstelling", reden="Nodig voor het toezicht")
    with klok.op(DAG):
        with pytest.raises(Geweigerd, match="loopt geen ondertoezichtstelling"):
            leg_deling_vast(regio.fatima, kind.pk, gi)
        maatregelen.leg_maatregel_vast(
            regio.fatima, kind.pk, "ots", date(2026, 1, 10), None, instantie="Rechtbank", gi=regio.gi
        )
        assert leg_deling_vast(regio.fatima, kind.pk, gi)
        with pytest.raises(Geweigerd, match="alleen voor de instelling"):
            leg_deling_vast(regio.fatima, kind.pk, replace(gi, ontvanger="school"))


@pytest.mark.parametrize(("veld", "waarde"), [("wat", " "), ("doel", ""), ("aan", ""), ("grond", "zomaar")])
def test_zonder_doel_inhoud_ontvanger_of_grond_niet(regio: Regiomensen, kind: Kind, veld: str, waarde: str) -> None:
    with klok.op(DAG), pytest.raises(Geweigerd) as fout:
        leg_deling_vast(regio.fatima, kind.pk, replace(SCHOOL, **{veld: waarde}))  # type: ignore[arg-type]
    assert veld in fout.value.velden


def test_een_andere_grond_vraagt_waarom_en_een_ander_mag_het_niet(regio: Regiomensen, kind: Kind) -> None:
    betrokken = replace(SCHOOL, grond="rechtstreeks-betrokken")
    with klok.op(DAG):
        with pytest.raises(Geweigerd, match="waarom deze persoon dit nodig heeft"):
            leg_deling_vast(regio.fatima, kind.pk, betrokken)
        with pytest.raises(NietGevonden):
            leg_deling_vast(regio.bram, kind.pk, betrokken)
        with pytest.raises(GeenRecht):
            leg_deling_vast(regio.noor, kind.pk, betrokken)
