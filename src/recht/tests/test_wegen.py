"""Every road has its steps, and no step asks what the law does not let the municipality ask."""

import pytest

from recht.register import alle_regels
from recht.toegang import Verwijzer
from recht.wegen import Eigenaar, Punt, Weg, kaart, stappen, toetst_noodzaak, weg_van_code


@pytest.mark.parametrize("weg", list(Weg))
def test_elke_weg_heeft_stappen_met_een_eigenaar_en_een_grond(weg: Weg) -> None:
    weg_kaart = kaart(weg)
    punten = [stap.punt for stap in weg_kaart.stappen]
    assert len(punten) == len(set(punten))
    assert all(stap.wie in set(Eigenaar) and stap.grondslag for stap in weg_kaart.stappen)
    assert {Punt.ONTVANGEN, Punt.TOEWIJZING} <= set(punten)


def test_elke_genoemde_regel_bestaat() -> None:
    bekend = {regel.id for regel in alle_regels()}
    genoemd = {stap.regel for weg in Weg for stap in kaart(weg).stappen if stap.regel}
    assert genoemd - bekend == set()


@pytest.mark.parametrize("weg", [Weg.HUISARTS, Weg.JEUGDARTS, Weg.SPECIALIST, Weg.GI, Weg.RECHTER])
def test_na_een_verwijzing_is_er_geen_tweede_toets_op_noodzaak(weg: Weg) -> None:
    punten = {stap.punt for stap in kaart(weg).stappen}
    assert not toetst_noodzaak(weg)
    assert not punten & {Punt.ONDERZOEK, Punt.PLAN, Punt.BESLUIT}


def test_bij_spoed_mogen_de_papieren_achteraf_en_begint_de_hulp_meteen() -> None:
    spoed = {stap.punt: stap for stap in kaart(Weg.SPOED).stappen}
    assert not spoed[Punt.HULP_METEEN].achteraf
    assert all(spoed[p].achteraf for p in (Punt.TOESTEMMING, Punt.IDENTITEIT, Punt.WOONPLAATS, Punt.TOEWIJZING))


def test_na_overdracht_door_veilig_thuis_blijft_de_weg_naar_de_raad_open() -> None:
    assert any("Raad voor de Kinderbescherming" in stap.tekst for stap in stappen(Weg.VEILIG_THUIS).stappen)


@pytest.mark.parametrize(
    ("code", "gi", "weg"),
    [("02", False, Weg.HUISARTS), ("03", False, Weg.JEUGDARTS), ("05", False, Weg.SPECIALIST), ("04", False, Weg.GI),
     ("08", False, Weg.RECHTER), ("08", True, Weg.GI), ("06", False, Weg.EIGEN), ("", False, Weg.EIGEN)],
)  # fmt: skip
def test_de_code_van_de_verwijzer_wijst_de_weg(code: str, gi: bool, weg: Weg) -> None:
    assert weg_van_code(code, gi=gi) is weg


def test_elke_verwijzer_van_de_standaard_heeft_een_weg() -> None:
    assert all(weg_van_code(verwijzer.value) in set(Weg) for verwijzer in Verwijzer)
