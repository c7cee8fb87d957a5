"""What holds here: the conflict of the sources about extension without the municipality, per municipality and day."""

from datetime import date

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.mensen import Regiomensen

from jeugdregio.afspraken.geldt import wat_geldt, wat_geldt_overal
from jeugdregio.afspraken.models import Norm, Rang, Standpunt, Vraag
from jeugdregio.afspraken.tests.hulp import VRAAG, maak_conflict_van_de_bronnen, maak_norm
from jeugdregio.afspraken.wegen import Soort

NU = date(2026, 11, 22)


@pytest.fixture
def normen(regio: Regiomensen) -> Regiomensen:
    maak_conflict_van_de_bronnen(regio.lelystad)
    return regio


@pytest.mark.parametrize("gemeente", ["almere", "dronten", "noordoostpolder", "urk"])
@pytest.mark.parametrize(
    ("dag", "waarde", "normen_gewogen"),
    [
        (date(2024, 12, 31), "", 0),
        (date(2025, 1, 1), "ja", 1),
        (date(2025, 3, 3), "ja", 1),
        (date(2025, 3, 4), "ja", 2),
        (NU, "ja", 2),
    ],
)
def test_in_vier_gemeenten_verlengt_de_hulp_vanzelf(
    normen: Regiomensen, gemeente: str, dag: date, waarde: str, normen_gewogen: int
) -> None:
    antwoord = wat_geldt(VRAAG, getattr(normen, gemeente), dag)
    assert (antwoord.waarde, antwoord.betwist, len(antwoord.normen)) == (waarde, False, normen_gewogen)


@pytest.mark.parametrize(
    ("dag", "waarde", "soorten"),
    [
        (date(2024, 5, 31), "", []),
        (date(2024, 6, 1), "nee", []),
        (date(2024, 12, 31), "nee", []),
        (date(2025, 1, 1), "nee", [Soort.NIET_TOEGESTAAN]),
        (date(2025, 3, 3), "nee", [Soort.NIET_TOEGESTAAN]),
        (date(2025, 3, 4), "nee", [Soort.NIET_VASTGESTELD, Soort.NIET_TOEGESTAAN]),
        (NU, "nee", [Soort.NIET_VASTGESTELD, Soort.NIET_TOEGESTAAN]),
    ],
)
def test_in_lelystad_is_het_betwist_zodra_er_iets_anders_geldt(
    normen: Regiomensen, dag: date, waarde: str, soorten: list[Soort]
) -> None:
    antwoord = wat_geldt(VRAAG, normen.lelystad, dag)
    assert (antwoord.waarde, [b.soort for b in antwoord.botsingen]) == (waarde, soorten)
    assert antwoord.betwist is bool(soorten)


def test_de_redenering_noemt_elke_norm_met_haar_plaats_en_wie_haar_niet_vaststelde(normen: Regiomensen) -> None:
    stappen = wat_geldt(VRAAG, normen.lelystad, NU).stappen
    assert stappen[0] == "Regionaal contract, art. 9 zegt: ja."
    assert "Handelingskader, hoofdstuk 3 zegt: ja. Lelystad heeft deze norm niet vastgesteld" in stappen[1]
    assert "zonder dat Regionaal contract, art. 9 dat toestaat: nee, de gemeente beoordeelt" in stappen[2]
    assert stappen[-1] == "Dit is betwist. Zo gaat het nu in Lelystad: nee, de gemeente beoordeelt."


def test_een_geschil_maakt_een_norm_betwist_zolang_het_duurt(regio: Regiomensen) -> None:
    kader = maak_norm("ja", Rang.HANDELINGSKADER)
    Standpunt.objects.create(
        norm=kader, gemeente=regio.urk, stand=Standpunt.Stand.BETWIST, van=date(2025, 3, 11), tot=date(2025, 9, 19)
    )
    verloop = [date(2025, 3, 10), date(2025, 3, 11), date(2025, 9, 19), date(2025, 9, 20)]
    assert [wat_geldt(VRAAG, regio.urk, dag).betwist for dag in verloop] == [False, True, True, False]
    assert not wat_geldt(VRAAG, regio.dronten, date(2025, 5, 1)).betwist


def test_zonder_norm_is_het_niet_geregeld(regio: Regiomensen) -> None:
    antwoord = wat_geldt(VRAAG, regio.dronten, NU)
    assert (antwoord.norm, antwoord.antwoord) == (None, "Niet geregeld")
    assert "22-11-2026" in antwoord.stappen[0]


def test_een_hogere_norm_kan_afwijken_toestaan(normen: Regiomensen) -> None:
    Norm.objects.update(lager_mag_afwijken=True)
    Standpunt.objects.all().delete()
    antwoord = wat_geldt(VRAAG, normen.lelystad, NU)
    assert (antwoord.waarde, antwoord.betwist) == ("nee", False)
    assert "en dat mag" in antwoord.stappen[-1]


def test_een_concept_geldt_niet_en_een_ingetrokken_bron_wankelt(normen: Regiomensen) -> None:
    maak_norm("nee", Rang.WET, staat=Norm.Staat.CONCEPT)
    assert wat_geldt(VRAAG, normen.dronten, NU).waarde == "ja"
    Norm.objects.filter(rang=Rang.CONTRACT).update(bron_ingetrokken_op=NU)
    assert [b.soort for b in wat_geldt(VRAAG, normen.dronten, NU).botsingen] == [Soort.BRON_INGETROKKEN]
    assert not wat_geldt(VRAAG, normen.dronten, date(2026, 11, 21)).betwist


def test_een_norm_voor_een_product_of_contract_antwoordt_alleen_daarop(normen: Regiomensen) -> None:
    maak_norm("nee", Rang.CONTRACT, producten=["43A01"], bron="Bijlage verblijf")
    maak_norm("ja", Rang.CONTRACT, producten=["43A01"], contracten=["C-7"], bron="Contract C-7")
    algemeen = wat_geldt(VRAAG, normen.dronten, NU)
    assert (algemeen.waarde, len(algemeen.alleen_voor)) == ("ja", 2)
    assert wat_geldt(VRAAG, normen.dronten, NU, product_code="45A04").waarde == "ja"
    verblijf = wat_geldt(VRAAG, normen.dronten, NU, product_code="43A01")
    assert verblijf.waarde == "nee"
    assert "De bijzondere norm gaat voor." in " ".join(verblijf.stappen)
    assert wat_geldt(VRAAG, normen.dronten, NU, product_code="43A01", contract_nummer="C-7").waarde == "ja"


def test_een_norm_van_twee_gemeenten_geldt_alleen_daar(regio: Regiomensen) -> None:
    maak_norm("ja", Rang.HANDELINGSKADER, regio.urk, regio.noordoostpolder)
    waarden = [wat_geldt(VRAAG, g, NU).waarde for g in (regio.urk, regio.noordoostpolder, regio.almere)]
    assert waarden == ["ja", "ja", ""]


def test_een_eigen_vraag_is_gegevens_en_een_onbekende_een_fout_van_de_programmeur(regio: Regiomensen) -> None:
    Vraag.objects.create(code="overbrugging", tekst="Wie helpt in de wachttijd?", organisatie=regio.regiokantoor)
    assert "Wie helpt in de wachttijd?" in wat_geldt("overbrugging", regio.dronten, NU).stappen[0]
    with pytest.raises(KeyError):
        wat_geldt("bestaat_niet", regio.dronten, NU)


def test_in_een_keer_geeft_hetzelfde_als_een_voor_een(
    normen: Regiomensen, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    maak_norm("ja", Rang.HANDELINGSKADER, normen.urk, vraag="zonder_contract")
    gemeenten = [normen.lelystad, normen.dronten, normen.urk, normen.almere, normen.noordoostpolder]
    vragen = [VRAAG, "zonder_contract", "casusregie"]
    with django_assert_num_queries(4):
        samen = wat_geldt_overal(vragen, gemeenten, NU)
    assert samen == {(v, g.pk): wat_geldt(v, g, NU) for v in vragen for g in gemeenten}


@pytest.mark.parametrize("erbij", [0, 200])
def test_het_aantal_vragen_aan_de_database_groeit_niet(
    normen: Regiomensen, erbij: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for nummer in range(erbij):
        maak_norm("ja", Rang.LOKAAL, normen.urk, bron=f"Bron {nummer}")
    with django_assert_num_queries(1):
        wat_geldt(VRAAG, normen.urk, NU)
