"""Weighing norms: properties that hold for every set of norms, and the kinds of conflict one by one. No database."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jeugdregio.afspraken.models import Norm, Rang, Standpunt
from jeugdregio.afspraken.wegen import Antwoord, Soort, mag_afwijken, past, weeg


def norm(waarde: str, rang: int, **velden: Any) -> Norm:
    return Norm(
        pk=velden.pop("pk", uuid4()), vraag="v", waarde=waarde, antwoord=waarde, rang=rang, bron=f"bron {rang}",
        plaats="p", van=velden.pop("van", date(2025, 1, 1)), **velden,
    )  # fmt: skip


def oordeel(*normen: Norm, **anders: Any) -> Antwoord:
    return weeg("v", "Urk", normen, anders.pop("standpunten", {}), **anders)


losse_normen = st.builds(
    norm,
    st.sampled_from(["ja", "nee", "soms"]),
    st.sampled_from([int(r) for r in Rang]),
    lager_mag_afwijken=st.booleans(),
    van=st.dates(date(2015, 1, 1), date(2026, 1, 1)),
    producten=st.sampled_from([[], ["45A04"]]),
)
lijsten = st.lists(losse_normen, min_size=1, max_size=7)


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of the rule
@given(lijsten, st.randoms())
def test_de_volgorde_van_invoer_maakt_niet_uit(normen: list[Norm], toeval: Any) -> None:
    anders = list(normen)
    toeval.shuffle(anders)
    assert oordeel(*anders) == oordeel(*normen)


@given(lijsten)
def test_een_hogere_norm_die_geen_afwijking_toestaat_wint_of_het_is_betwist(normen: list[Norm]) -> None:
    antwoord = oordeel(*normen)
    assert antwoord.norm is not None
    for hoger in normen:
        if hoger.rang < antwoord.norm.rang and not hoger.lager_mag_afwijken:
            assert antwoord.waarde == hoger.waarde or antwoord.betwist


@given(lijsten)
def test_lokaal_beleid_gaat_nooit_voor_de_wet_zonder_verlof(normen: list[Norm]) -> None:
    streng = norm("ja", Rang.WET, van=date(2014, 1, 1), producten=["45A04"])
    antwoord = oordeel(streng, *(n for n in normen if n.rang != Rang.WET))
    assert antwoord.waarde == "ja"


@given(lijsten)
def test_wie_hetzelfde_zegt_botst_niet(normen: list[Norm]) -> None:
    antwoord = oordeel(*normen)
    if len({n.waarde for n in normen}) == 1:
        assert not antwoord.betwist
    assert antwoord.betwist == bool(antwoord.botsingen)


@given(lijsten, losse_normen)
def test_een_norm_die_niet_gaat_over_wat_gevraagd_is_verandert_niets(normen: list[Norm], ander: Norm) -> None:
    ander.producten = ["99X99"]
    samen = [n for n in [*normen, ander] if past(n, "45A04", "")]
    alleen = [n for n in normen if past(n, "45A04", "")]
    assert ander not in samen
    assert oordeel(*samen) == oordeel(*alleen)


@pytest.mark.parametrize(
    ("hoger", "lager", "soort", "waarde"),
    [
        (norm("ja", Rang.WET), norm("nee", Rang.CONTRACT), Soort.TEGEN_DE_WET, "ja"),
        (norm("ja", Rang.WET), norm("nee", Rang.LOKAAL), Soort.TEGEN_DE_WET, "ja"),
        (norm("ja", Rang.CONTRACT), norm("nee", Rang.LOKAAL), Soort.NIET_TOEGESTAAN, "nee"),
        (norm("ja", Rang.CONTRACT), norm("nee", Rang.HANDELINGSKADER), Soort.NIET_TOEGESTAAN, "ja"),
        (
            norm("8 weken", Rang.AMVB, lager_mag_afwijken=True, grens_hoogstens=8), norm("10 weken", Rang.CONTRACT),
            Soort.TEGEN_DE_WET, "8 weken",
        ),
        (
            norm("8 weken", Rang.CONTRACT, lager_mag_afwijken=True, grens_hoogstens=8), norm("10 weken", Rang.LOKAAL),
            Soort.BUITEN_GRENS, "10 weken",
        ),
        (
            norm("ja", Rang.CONTRACT), norm("nee", Rang.CONTRACT, van=date(2026, 1, 1)), Soort.ZELFDE_RANG, "nee",
        ),
    ],
)  # fmt: skip
def test_elke_botsing_heeft_haar_soort(hoger: Norm, lager: Norm, soort: Soort, waarde: str) -> None:
    antwoord = oordeel(lager, hoger)
    (botsing,) = antwoord.botsingen
    assert (botsing.soort, botsing.hoger, botsing.lager, antwoord.waarde) == (soort, hoger, lager, waarde)
    assert antwoord.betwist


def test_ook_een_norm_ertussen_kan_afwijken_verbieden() -> None:
    """The law leaves room, the contract says the same and leaves none: local policy needs leave of both."""
    wet, contract = norm("ja", Rang.WET, lager_mag_afwijken=True), norm("ja", Rang.CONTRACT)
    (botsing,) = oordeel(wet, contract, norm("nee", Rang.LOKAAL)).botsingen
    assert botsing.hoger == contract


def test_staat_geen_enkele_norm_vast_dan_is_de_hoogste_betwist() -> None:
    kader = norm("ja", Rang.HANDELINGSKADER)
    standpunt = Standpunt(stand=Standpunt.Stand.NIET_VASTGESTELD, van=date(2025, 1, 16))
    antwoord = oordeel(kader, standpunten={kader.pk: standpunt})
    assert (antwoord.waarde, antwoord.betwist) == ("ja", True)


def test_een_gemeente_kan_de_wet_niet_niet_vaststellen() -> None:
    wet = norm("ja", Rang.WET)
    standpunt = Standpunt(stand=Standpunt.Stand.NIET_VASTGESTELD, van=date(2025, 1, 16))
    assert not oordeel(wet, standpunten={wet.pk: standpunt}).betwist


@pytest.mark.parametrize(
    ("grens", "waarde", "mag"),
    [
        ({}, "wat dan ook", True),
        ({"grens_waarden": ["a", "b"]}, "b", True),
        ({"grens_waarden": ["a", "b"]}, "c", False),
        ({"grens_minstens": 4, "grens_hoogstens": 8}, "8 weken", True),
        ({"grens_minstens": 4, "grens_hoogstens": 8}, "9 weken", False),
        ({"grens_minstens": 4}, "3", False),
        ({"grens_hoogstens": 8}, "zo snel mogelijk", False),
    ],
)
def test_een_afwijking_blijft_binnen_de_grens(grens: dict[str, Any], waarde: str, mag: bool) -> None:
    hoger = norm("x", Rang.CONTRACT, lager_mag_afwijken=True, **{"grens_waarden": [], **grens})
    assert mag_afwijken(hoger, waarde) is mag
    assert not mag_afwijken(norm("x", Rang.CONTRACT), waarde)
