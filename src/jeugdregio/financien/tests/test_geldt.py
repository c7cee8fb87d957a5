"""Where practice differs, the screens of money say what was agreed here, beside the line it is about."""

from datetime import date

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.mensen import Regiomensen

from jeugdregio.afspraken.models import Rang
from jeugdregio.afspraken.tests.hulp import maak_conflict_van_de_bronnen, maak_norm
from jeugdregio.basis import klok
from jeugdregio.financien import actions
from jeugdregio.financien.actions import Ingevuld
from jeugdregio.financien.geldt import bij_concept
from jeugdregio.financien.tests import bouw

OP, SEPTEMBER = date(2026, 10, 5), date(2026, 9, 1)
EINDE = date(2026, 9, 20)


@pytest.fixture(autouse=True)
def _normen(regio: Regiomensen) -> None:
    maak_conflict_van_de_bronnen(regio.lelystad)
    maak_norm("nee", Rang.LOKAAL, regio.lelystad, vraag="declaratie_zonder_toewijzing", bron="Lokaal beleid Lelystad",
              antwoord="nee, factureren kan op basis van de beschikking")  # fmt: skip
    maak_norm("gemeente", Rang.LOKAAL, regio.lelystad, vraag="zonder_contract", antwoord="de gemeente beslist vooraf")


def _hulp(regio: Regiomensen, nummer: int, **velden: object) -> str:
    toewijzing = bouw.toewijzing(bouw.kind(regio.lelystad, nummer), regio.de_brug, 1001 + nummer, **velden)
    bouw.levering(toewijzing, date(2026, 9, 3))
    return f"{toewijzing.pk.hex}-202609"


def test_een_gewone_regel_vraagt_niets(regio: Regiomensen, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    _hulp(regio, 0)
    with klok.op(OP):
        concept = actions.concept(regio.noor, regio.lelystad.pk, SEPTEMBER)
        with django_assert_num_queries(0):
            assert list(bij_concept(concept).values()) == [()]


def test_bij_declareren_staat_wat_geldt_als_de_toewijzing_eindigt_of_er_geen_tarief_is(
    client: Client, regio: Regiomensen
) -> None:
    _hulp(regio, 0, einddatum=EINDE)
    _hulp(regio, 1, code="99Z99")
    client.force_login(regio.gebruiker("noor"))
    with klok.op(OP):
        pagina = client.get(f"/declaraties/indienen/{regio.lelystad.pk}/2026-9/").content.decode()
    assert "De toewijzing eindigt op 20 september 2026. Wat geldt in Lelystad: <strong>nee, de gemeente" in pagina
    assert "<strong>nee, factureren kan op basis van de beschikking</strong>" in pagina
    assert "Er is geen tarief afgesproken. Wat geldt in Lelystad: <strong>de gemeente beslist vooraf" in pagina
    assert pagina.count("betwist") == 1
    assert 'href="/afspraken/vragen/zonder_contract/"' in pagina


def test_het_aantal_vragen_aan_de_database_hangt_niet_aan_de_regels(
    regio: Regiomensen, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for nummer in range(5):
        _hulp(regio, nummer, einddatum=EINDE)
        with klok.op(OP):
            concept = actions.concept(regio.noor, regio.lelystad.pk, SEPTEMBER)
            with django_assert_num_queries(4):
                assert len(bij_concept(concept)) == nummer + 1


def test_een_afgewezen_regel_na_het_einde_van_de_toewijzing_noemt_de_afspraak_van_de_gemeente(
    client: Client, regio: Regiomensen
) -> None:
    sleutel = _hulp(regio, 0)
    with klok.op(OP):
        declaratie = actions.dien_in(regio.noor, regio.lelystad.pk, SEPTEMBER, {sleutel: Ingevuld(9)}, toch=True)
        regel = declaratie.prestaties.get()
        assert regel.afgewezen
        assert regel.toewijzing is not None
        regel.toewijzing.einddatum = EINDE
        regel.toewijzing.save()
        client.force_login(regio.gebruiker("controller_lelystad"))
        pagina = client.get(f"/declaraties/{declaratie.pk}/").content.decode()
    assert "De toewijzing eindigt op 20 september 2026. Wat geldt in Lelystad" in pagina
    assert "factureren kan op basis van de beschikking" in pagina
