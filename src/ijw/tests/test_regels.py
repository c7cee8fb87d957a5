"""Level 2: each rule finds what is wrong, where it is wrong, and leaves alone what is right."""

from typing import Any

import pytest

from ijw import lees, schrijf
from ijw.berichten import jw302, jw315
from ijw.regels import REGELS, controleer
from ijw.regels.register import Omgeving, regel
from ijw.tests import bouw
from ijw.tests.bouw import met
from ijw.tests.regelvoorbeelden import VOORBEELDEN, Voorbeeld


def _bericht(soort: str, anders: Any) -> Any:
    return met(bouw.BERICHTEN[soort](), anders)


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=str)
def test_fout_wordt_gevonden_op_zijn_plek(voorbeeld: Voorbeeld) -> None:
    bevindingen = controleer(_bericht(voorbeeld.soort, voorbeeld.fout))
    plekken = [(b.regel, b.pad) for b in bevindingen]
    assert (voorbeeld.code, voorbeeld.pad) in plekken
    assert {b.retourcode for b in bevindingen} == {"0001"}
    assert {b.niveau for b in bevindingen} == {2}


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=str)
def test_goed_bericht_vlakbij_geeft_deze_fout_niet(voorbeeld: Voorbeeld) -> None:
    bevindingen = controleer(_bericht(voorbeeld.soort, voorbeeld.goed))
    assert voorbeeld.code not in {b.regel for b in bevindingen}


@pytest.mark.parametrize("soort", bouw.BERICHTEN)
def test_basisbericht_is_goed(soort: str) -> None:
    assert controleer(bouw.BERICHTEN[soort]()) == []


def test_elke_regel_heeft_bij_elke_klasse_een_fout_voorbeeld() -> None:
    met_voorbeeld = {(v.code, v.soort) for v in VOORBEELDEN}
    in_register = {(r.code, r.bericht) for r in REGELS.values()}
    assert in_register == met_voorbeeld


def test_elke_melding_zegt_hoe_het_beter_moet() -> None:
    for r in REGELS.values():
        assert r.melding.endswith("."), r.code
        assert r.melding.count(". ") >= 1, f"{r.code}: een zin over de fout en een over de oplossing"
        assert " u " not in r.melding.lower()


def test_dezelfde_regel_twee_keer_stopt() -> None:
    with pytest.raises(ValueError, match="CD041 staat al in het register voor JW315 AangevraagdProduct"):

        @regel("CD041", {jw315.AangevraagdProduct: "Omvang"}, "Nog eens. Dat mag niet.")
        def nog_eens(_product: jw315.AangevraagdProduct, _: Omgeving) -> bool:
            return False


def test_regel_die_struikelt_wordt_niet_verzwegen() -> None:
    kapot = met(bouw.jw315_bericht(), {"client.aangevraagde_producten.0.verwijzer": None})
    with pytest.raises(AttributeError):
        controleer(kapot)


def test_retourbericht_heeft_geen_eigen_regels_binnen_het_bericht() -> None:
    assert "JW302" not in {r.bericht for r in REGELS.values()}
    assert jw302.Bericht.SOORT == "JW302"


@pytest.mark.parametrize(
    ("bsn", "goed"),
    [
        ("999900006", True),
        ("999990019", True),
        ("123456782", True),
        ("999900007", False),
        ("123456789", False),
    ],
)
def test_elfproef(bsn: str, goed: bool) -> None:
    som = sum(int(cijfer) * gewicht for cijfer, gewicht in zip(bsn, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    assert (som % 11 == 0) == goed
    bevindingen = controleer(met(bouw.jw315_bericht(), {"client.bsn": bsn}))
    assert [b.regel for b in bevindingen] == ([] if goed else ["CS002"])


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=str)
def test_voorbeelden_zijn_goed_op_niveau_1(voorbeeld: Voorbeeld) -> None:
    for anders in (voorbeeld.fout, voorbeeld.goed):
        bericht = _bericht(voorbeeld.soort, anders)
        lezing = lees(schrijf(bericht))
        assert lezing.niveau1_geldig
        assert lezing.bericht == bericht
        assert list(lezing.bevindingen) == controleer(bericht)
