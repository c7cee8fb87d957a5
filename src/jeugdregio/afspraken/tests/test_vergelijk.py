"""What if: which answers change where, what it touches, and that small numbers stay hidden."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from tests.mensen import Regiomensen

from jeugdregio.afspraken import inbreng, raakvlak
from jeugdregio.afspraken.botsingen import vind
from jeugdregio.afspraken.models import Inbreng, Norm, Rang
from jeugdregio.afspraken.raakvlak import Bereik, Telling
from jeugdregio.afspraken.tests.hulp import VRAAG, maak_conflict_van_de_bronnen, maak_norm
from jeugdregio.afspraken.vergelijk import VERBORGEN, Kant, als_gegevens, concepten, vergelijk
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.consent.models import Voorstel

NU = date(2026, 11, 22)
STRAKS = date(2027, 1, 1)


@pytest.fixture(autouse=True)
def _vandaag() -> Any:
    with klok.op(NU):
        yield


@pytest.fixture
def conflict(regio: Regiomensen) -> Regiomensen:
    maak_conflict_van_de_bronnen(regio.lelystad)
    return regio


def concept(vorige: Norm, waarde: str, **velden: Any) -> Norm:
    return maak_norm(
        waarde, Rang(vorige.rang), staat=Norm.Staat.CONCEPT, vorige=vorige, van=STRAKS, bron="Voorstel", **velden
    )


def test_twee_dagen_naast_elkaar_laten_zien_wat_er_veranderde(conflict: Regiomensen) -> None:
    uitkomst = vergelijk(conflict.directeur, Kant(date(2024, 12, 31)), Kant(NU))
    gezien = {w.gemeente.naam: (w.voor.waarde, w.na.waarde, w.na.betwist) for w in uitkomst.wijzigingen}
    assert gezien["Dronten"] == ("", "ja", False)
    assert gezien["Lelystad"] == ("nee", "nee", True)
    assert vergelijk(conflict.directeur, Kant(NU), Kant(NU)).wijzigingen == ()


def test_een_concept_telt_in_plaats_van_wat_het_vervangt_en_verandert_zelf_niets(conflict: Regiomensen) -> None:
    contract, kader, lokaal = Norm.objects.order_by("rang")
    nieuw = frozenset({concept(contract, "nee").pk, concept(kader, "nee").pk})
    uitkomst = vergelijk(conflict.secretaris, Kant(NU), Kant(STRAKS, nieuw))
    gezien = {w.gemeente.naam: (w.na.waarde, w.na.betwist) for w in uitkomst.wijzigingen}
    assert gezien["Lelystad"] == ("nee", False)
    assert gezien["Urk"] == ("nee", False)
    assert len(uitkomst.concepten) == 2
    assert {n.staat for n in Norm.objects.filter(pk__in=nieuw)} == {"concept"}
    assert vergelijk(conflict.secretaris, Kant(NU), Kant(STRAKS)).wijzigingen == ()
    assert lokaal.tot is None


def test_een_concept_is_niet_voor_een_aanbieder(conflict: Regiomensen) -> None:
    nieuw = concept(Norm.objects.get(rang=Rang.CONTRACT), "nee")
    assert concepten(conflict.noor) == []
    with pytest.raises(NietGevonden):
        vergelijk(conflict.noor, Kant(NU), Kant(STRAKS, frozenset({nieuw.pk})))


def test_wat_het_raakt_is_afgerond_en_klein_blijft_verborgen(
    conflict: Regiomensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def teller(bereik: Bereik) -> Mapping[UUID, Telling]:
        assert bereik.datum == STRAKS
        aantallen = {conflict.almere: 243, conflict.dronten: 52, conflict.urk: 3, conflict.noordoostpolder: 21}
        return {g.pk: Telling(a, a, a * 123_456) for g, a in aantallen.items()}

    monkeypatch.setitem(raakvlak._tellers, VRAAG, {"lopende toewijzingen": teller})
    contract, kader = Norm.objects.filter(rang__lt=Rang.LOKAAL).order_by("rang")
    nieuw = frozenset({concept(contract, "nee").pk, concept(kader, "nee").pk})
    uitkomst = vergelijk(conflict.directeur, Kant(NU), Kant(STRAKS, nieuw))
    raakt = {w.gemeente.naam: (w.raakt[0].zaken, w.raakt[0].geld) for w in uitkomst.wijzigingen}
    assert raakt["Almere"] == ("ongeveer 245", "ongeveer €\u00a0300.000")
    assert raakt["Dronten"] == ("ongeveer 50", "ongeveer €\u00a064.000")
    assert raakt["Urk"] == (VERBORGEN, VERBORGEN)
    assert raakt["Lelystad"] == (VERBORGEN, VERBORGEN)
    assert all(str(g["raakt"]).count("3,") == 0 for g in als_gegevens(uitkomst) if g["gemeente"] == "Urk")


def test_op_de_eigen_gegevens_van_de_regio(conflict: Regiomensen) -> None:
    """The rooms above really count: the names they registered are there, and without children nothing is shown."""
    contract = Norm.objects.get(rang=Rang.CONTRACT)
    uitkomst = vergelijk(conflict.directeur, Kant(NU), Kant(STRAKS, frozenset({concept(contract, "nee").pk})))
    namen = {r.naam for w in uitkomst.wijzigingen for r in w.raakt}
    assert namen == {
        "lopende toewijzingen met een einddatum", "toewijzingen met toegekende declaraties in het afgelopen jaar",
    }  # fmt: skip
    assert {r.zaken for w in uitkomst.wijzigingen for r in w.raakt} == {VERBORGEN}


def test_een_vergelijking_wordt_een_voorstel_met_wat_het_raakt(conflict: Regiomensen) -> None:
    contract = Norm.objects.get(rang=Rang.CONTRACT)
    uitkomst = vergelijk(conflict.secretaris, Kant(NU), Kant(STRAKS, frozenset({concept(contract, "nee").pk})))
    voorstel_id = inbreng.breng_vergelijking_in(conflict.secretaris, uitkomst)
    voorstel = Voorstel.objects.get(pk=voorstel_id)
    assert {g["gemeente"] for g in voorstel.raakt} == {w.gemeente.naam for w in uitkomst.wijzigingen}
    assert set(voorstel.gemeenten.all()) == set(uitkomst.gemeenten)
    assert inbreng.breng_vergelijking_in(conflict.beleid_lelystad, uitkomst) == voorstel_id
    assert Inbreng.objects.count() == Voorstel.objects.count() == 1
    with pytest.raises(Geweigerd):
        inbreng.breng_vergelijking_in(conflict.secretaris, vergelijk(conflict.secretaris, Kant(NU), Kant(STRAKS)))


def test_een_botsing_wordt_een_keer_een_voorstel(conflict: Regiomensen) -> None:
    stand = vind(NU)
    geval = next(g for g in stand.gevallen.values() if g.botsing.lager)
    with pytest.raises(GeenRecht):
        inbreng.breng_botsing_in(conflict.fatima, geval)
    voorstel_id = inbreng.breng_botsing_in(conflict.wethouder_lelystad, geval)
    assert inbreng.breng_botsing_in(conflict.secretaris, geval) == voorstel_id == inbreng.ingebracht(geval.sleutel)
    voorstel = Voorstel.objects.get(pk=voorstel_id)
    assert [n["zegt"] for n in voorstel.raakt] == ["ja", "nee, de gemeente beoordeelt"]
    assert "Regionaal contract, art. 9: ja." in voorstel.aanleiding
