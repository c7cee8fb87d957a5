"""Adopting a norm of the region: only with a mandate of each municipality, and positions go along to a new version."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.afspraken import actions, standpunten
from jeugdregio.afspraken.actions import BesluitVelden, NormVelden
from jeugdregio.afspraken.geldt import wat_geldt
from jeugdregio.afspraken.models import Norm, Rang, Standpunt
from jeugdregio.afspraken.tests.hulp import VRAAG
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.bestuur.mandaten.gebruik import uitoefeningen
from jeugdregio.bestuur.mandaten.tests.keten import Keten, betwist_door_lelystad, maak_keten
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie

NU, JANUARI, JULI = date(2026, 11, 22), date(2027, 1, 1), date(2027, 7, 1)
BESLUIT = BesluitVelden("Regiodirecteur, onder mandaat", date(2026, 11, 17))
KADER = NormVelden(
    vraag=VRAAG, antwoord="ja", waarde="ja", rang=Rang.HANDELINGSKADER, bron="Handelingskader", plaats="h. 3",
    van=JANUARI,
)  # fmt: skip


@pytest.fixture(autouse=True)
def _vandaag() -> Iterator[None]:
    with klok.op(NU):
        yield


@pytest.fixture
def bart(regio: Regiomensen) -> Wie:
    return maak_mens("Bart", regio.regiokantoor, Rol.BELEID)


@pytest.fixture
def keten(regio: Regiomensen) -> Keten:
    return maak_keten(regio)


def _vast(wie: Wie, velden: NormVelden, vorige: Norm | None = None) -> Norm:
    concept = actions.maak_concept(wie, velden, vorige_id=vorige.pk if vorige else None)
    return actions.stel_vast(wie, concept.pk, BESLUIT, versie=concept.versie).norm


def test_zonder_mandaat_van_een_gemeente_stelt_de_regio_geen_handelingskader_vast(keten: Keten, bart: Wie) -> None:
    with pytest.raises(Geweigerd, match="Diemen"):
        _vast(bart, KADER)  # the whole region, of which Diemen never gave a mandate
    assert not Norm.objects.filter(staat=Norm.Staat.VASTGESTELD).exists()
    regio = keten.regio
    norm = _vast(bart, replace(KADER, gemeenten=(regio.urk, regio.dronten)))
    gebruikt = uitoefeningen("norm", norm.pk)
    assert {str(g.gemeente) for g in gebruikt} == {"Urk", "Dronten"}
    assert {g.uitkomst for g in gebruikt} == {"bevoegd"}


def test_een_betwist_mandaat_houdt_het_niet_tegen_maar_blijft_erbij_staan(keten: Keten, bart: Wie) -> None:
    betwist_door_lelystad(keten)
    norm = _vast(bart, replace(KADER, gemeenten=(keten.regio.lelystad,)))
    assert [g.uitkomst for g in uitoefeningen("norm", norm.pk)] == ["betwist"]


def test_een_norm_die_elders_is_besloten_vraagt_geen_mandaat(regio: Regiomensen, bart: Wie) -> None:
    norm = _vast(bart, replace(KADER, rang=Rang.CONTRACT))
    assert uitoefeningen("norm", norm.pk) == []


def test_wie_de_oude_versie_niet_vaststelde_is_aan_de_nieuwe_niet_gebonden(keten: Keten, bart: Wie) -> None:
    regio, wie = keten.regio, keten.regio.beleid_lelystad
    gebied = replace(KADER, gemeenten=(regio.lelystad, regio.urk, regio.dronten))
    norm = _vast(bart, gebied)
    standpunten.neem_standpunt(wie, norm.pk, stand="niet_vastgesteld", van=JANUARI, reden="Te weinig ruimte",
                               bron="Nota 26.1")  # fmt: skip
    urk = maak_mens("Ubbo", regio.urk, Rol.BELEID)
    standpunten.neem_standpunt(urk, norm.pk, stand="vastgesteld", van=JANUARI, reden="", bron="")
    nieuw = _vast(bart, replace(gebied, antwoord="ja, na een contactmoment", van=JULI), vorige=norm)

    over = Standpunt.objects.get(norm=nieuw)
    assert (over.gemeente, over.stand, over.van) == (regio.lelystad, "niet_vastgesteld", JULI)
    assert over.reden == "Overgenomen van de vorige versie. Te weinig ruimte"
    assert [wat_geldt(VRAAG, g, JULI).betwist for g in (regio.lelystad, regio.urk, regio.dronten)] == [
        True, False, False,
    ]  # fmt: skip
    beurten = Beurt.objects.filter(soort="standpunt", staat="open")
    assert {b.organisatie for b in beurten} == {regio.lelystad, regio.urk}

    standpunten.neem_standpunt(wie, nieuw.pk, stand="vastgesteld", van=JULI, reden="", bron="")
    assert not wat_geldt(VRAAG, regio.lelystad, JULI).betwist
    assert {b.organisatie for b in beurten.all()} == {regio.urk}
