"""The municipality changes, corrects and removes an assignment of its own accord."""

from datetime import date

import pytest
from tests.berichten import aangevraagd
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.wijzigen.actions import Wens, corrigeer, verwijder, wijzig
from jeugdregio.toegang.wijzigen.tests.hulp import BEGIN, EINDE, laatste_jw301, twee_producten, wijs_hulp_toe

OP = date(2026, 10, 12)


def staat(soort: str) -> str:
    return Beurt.objects.filter(soort=soort).latest("begon_op").staat


@pytest.fixture
def ambulant(regio: Regiomensen) -> Toewijzing:
    (toewijzing,) = wijs_hulp_toe(regio)
    return toewijzing


def test_verlengen_rekt_hetzelfde_nummer_op_zonder_referentie(regio: Regiomensen) -> None:
    ambulant, diagnostiek = twee_producten(regio)
    with klok.op(OP):
        (uit,) = wijzig(regio.fatima, ambulant.pk, Wens(einddatum=date(2028, 3, 31)), "04", "Nog nodig.", versie=1)
    assert (uit.nummer, uit.einddatum, uit.versie) == (ambulant.nummer, date(2028, 3, 31), 2)
    producten = laatste_jw301()
    assert set(producten) == {int(ambulant.nummer), int(diagnostiek.nummer)}  # OP087
    assert producten[int(uit.nummer)].referentie_aanbieder is None  # IV097
    assert producten[int(uit.nummer)].reden_wijziging == "04"


def test_verlengen_na_de_einddatum_is_een_nieuwe_aansluitende_toewijzing(
    regio: Regiomensen, ambulant: Toewijzing
) -> None:
    with klok.op(date(2027, 10, 4)):
        (uit,) = wijzig(regio.fatima, ambulant.pk, Wens(einddatum=date(2028, 3, 31)), "04", "Te laat.", versie=1)
    assert uit.nummer != ambulant.nummer
    assert (uit.ingangsdatum, uit.einddatum, uit.volgt_op_id) == (date(2027, 9, 28), date(2028, 3, 31), ambulant.pk)
    ambulant.refresh_from_db()
    assert ambulant.einddatum == EINDE


def test_korter_alleen_na_overleg_en_een_lopende_hulp_krijgt_een_stopbeurt(
    regio: Regiomensen, ambulant: Toewijzing
) -> None:
    with klok.op(OP):
        actions.meld_start(regio.noor, ambulant.pk, BEGIN)
        wens = Wens(einddatum=date(2026, 10, 9))
        with pytest.raises(Geweigerd, match="na overleg") as fout:
            wijzig(regio.fatima, ambulant.pk, wens, "05", "Klaar.", versie=1)
        assert fout.value.grondslag == "iJw OP186"
        wens = Wens(einddatum=date(2026, 10, 9), afgestemd="Noor, 12 oktober")
        wijzig(regio.fatima, ambulant.pk, wens, "05", "Klaar.", versie=1)
        beurt = Beurt.objects.get(soort="stop_melden")
        assert beurt.uiterlijk == date(2026, 10, 16)
        actions.meld_stop(regio.noor, ambulant.pk, date(2026, 10, 9), "36")
    assert staat("stop_melden") == Beurt.Staat.GEDAAN


def test_een_andere_omvang_splitst_op_de_dag_zelf(regio: Regiomensen, ambulant: Toewijzing) -> None:
    with klok.op(OP):
        oud, nieuw = wijzig(
            regio.fatima, ambulant.pk, Wens(volume=30, vanaf=date(2026, 11, 1)), "05", "Meer nodig.", versie=1
        )
    assert (oud.einddatum, nieuw.ingangsdatum, nieuw.volume) == (date(2026, 10, 31), date(2026, 11, 1), 30)


def test_van_twee_collegas_wint_de_eerste(regio: Regiomensen, ambulant: Toewijzing) -> None:
    with klok.op(OP):
        wijzig(regio.fatima, ambulant.pk, Wens(einddatum=date(2028, 1, 1)), "04", "Langer.", versie=1)
        with pytest.raises(Conflict):
            wijzig(regio.fatima, ambulant.pk, Wens(einddatum=date(2028, 2, 1)), "04", "Langer.", versie=1)


def test_een_andere_gemeente_en_een_aanbieder_kunnen_niets_wijzigen(regio: Regiomensen, ambulant: Toewijzing) -> None:
    with klok.op(OP):
        with pytest.raises(NietGevonden):
            verwijder(regio.bram, ambulant.pk, "Fout.", versie=1)
        with pytest.raises(GeenRecht):
            verwijder(regio.noor, ambulant.pk, "Fout.", versie=1)


def test_verwijderen_geldt_als_nooit_verstuurd(regio: Regiomensen, ambulant: Toewijzing) -> None:
    with klok.op(OP):
        verwijder(regio.fatima, ambulant.pk, "Verkeerd kind.", versie=1)
        ambulant.refresh_from_db()
        assert (ambulant.reden_wijziging, ambulant.einddatum) == ("13", ambulant.ingangsdatum)
        assert laatste_jw301()[int(ambulant.nummer)].reden_wijziging == "13"
        assert staat("start_melden") == Beurt.Staat.VERVALLEN
        with pytest.raises(Geweigerd, match="verwijderd"):
            wijzig(regio.fatima, ambulant.pk, Wens(einddatum=EINDE), "04", "Toch.", versie=2)
    assert wijs_hulp_toe(regio, aangevraagd("REF-2"), op=date(2026, 10, 13))  # the product is free again


def test_wat_geleverd_is_kan_niet_weg_tot_de_aanbieder_de_start_intrekt(
    regio: Regiomensen, ambulant: Toewijzing
) -> None:
    with klok.op(OP):
        actions.meld_start(regio.noor, ambulant.pk, BEGIN)
        with pytest.raises(Geweigerd, match="begon") as fout:
            verwijder(regio.fatima, ambulant.pk, "Verkeerd.", versie=1)
        assert fout.value.grondslag == "iJw OP362"
        actions.verwijder_start(regio.noor, ambulant.pk)
        verwijder(regio.fatima, ambulant.pk, "Verkeerd.", versie=1)


def test_een_correctie_van_de_einddatum_houdt_het_nummer(regio: Regiomensen, ambulant: Toewijzing) -> None:
    with klok.op(OP):
        (uit,) = corrigeer(regio.fatima, ambulant.pk, {"einddatum": date(2027, 9, 30)}, "Typefout.", versie=1)
    assert (uit.nummer, uit.reden_wijziging, uit.einddatum) == (ambulant.nummer, "14", date(2027, 9, 30))


def test_een_correctie_van_het_product_verwijdert_en_geeft_een_nieuw_nummer(
    regio: Regiomensen, ambulant: Toewijzing
) -> None:
    with klok.op(OP):
        oud, nieuw = corrigeer(
            regio.fatima, ambulant.pk, {"code": "45A05", "categorie": "45"}, "Verkeerd product.", versie=1
        )
    assert (oud.reden_wijziging, nieuw.code, nieuw.reden_wijziging) == ("13", "45A05", "")
    assert set(laatste_jw301()) == {int(oud.nummer), int(nieuw.nummer)}
    assert Bericht.objects.filter(soort="JW301").count() == 2
