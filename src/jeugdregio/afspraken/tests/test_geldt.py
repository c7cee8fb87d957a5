"""What holds here: the conflict of the sources about extension without the municipality."""

from datetime import date

import pytest
from tests.mensen import Regiomensen

from jeugdregio.afspraken.geldt import wat_geldt
from jeugdregio.afspraken.models import Norm, Rang

VRAAG = "verlenging_zonder_gemeente"


@pytest.fixture
def normen(regio: Regiomensen) -> Regiomensen:
    """The contract, the framework not adopted by Lelystad, and Lelystad's own policy."""
    Norm.objects.create(
        vraag=VRAAG, antwoord="ja, tot een jaar", waarde="ja", rang=Rang.CONTRACT, van=date(2025, 1, 1),
        bron="Regionaal contract", plaats="art. 9",
    )  # fmt: skip
    kader = Norm.objects.create(
        vraag=VRAAG, antwoord="ja", waarde="ja", rang=Rang.HANDELINGSKADER, van=date(2025, 3, 4),
        bron="Handelingskader", plaats="hoofdstuk 3",
    )  # fmt: skip
    kader.niet_vastgesteld_door.add(regio.lelystad)
    Norm.objects.create(
        vraag=VRAAG, antwoord="nee, de gemeente beoordeelt", waarde="nee", rang=Rang.LOKAAL, gemeente=regio.lelystad,
        van=date(2024, 6, 1), bron="Lokaal beleid Lelystad", plaats="Knoppenplan",
    )  # fmt: skip
    return regio


def test_in_dronten_verlengt_de_hulp_vanzelf(normen: Regiomensen) -> None:
    antwoord = wat_geldt(VRAAG, normen.dronten, date(2026, 11, 22))
    assert (antwoord.waarde, antwoord.betwist) == ("ja", False)
    assert len(antwoord.normen) == 2


def test_in_lelystad_beoordeelt_de_gemeente_en_is_de_norm_betwist(normen: Regiomensen) -> None:
    antwoord = wat_geldt(VRAAG, normen.lelystad, date(2026, 11, 22))
    assert (antwoord.waarde, antwoord.betwist) == ("nee", True)
    assert any("niet vastgesteld" in stap for stap in antwoord.stappen)
    assert "Zo gaat het nu in Lelystad: nee" in antwoord.stappen[-1]


def test_voor_het_contract_gold_alleen_het_lokale_beleid(normen: Regiomensen) -> None:
    antwoord = wat_geldt(VRAAG, normen.lelystad, date(2024, 7, 1))
    assert (antwoord.waarde, antwoord.betwist) == ("nee", False)


def test_zonder_norm_is_het_niet_geregeld(regio: Regiomensen) -> None:
    antwoord = wat_geldt(VRAAG, regio.dronten, date(2026, 11, 22))
    assert (antwoord.norm, antwoord.antwoord) == (None, "Niet geregeld")


def test_een_hogere_norm_kan_afwijken_toestaan(normen: Regiomensen) -> None:
    Norm.objects.update(lager_mag_afwijken=True)
    Norm.niet_vastgesteld_door.through.objects.all().delete()
    antwoord = wat_geldt(VRAAG, normen.lelystad, date(2026, 11, 22))
    assert (antwoord.waarde, antwoord.betwist) == ("nee", False)


def test_een_onbekende_vraag_is_een_fout_van_de_programmeur(regio: Regiomensen) -> None:
    with pytest.raises(KeyError):
        wat_geldt("bestaat_niet", regio.dronten, date(2026, 1, 1))
