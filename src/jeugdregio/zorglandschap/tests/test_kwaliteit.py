"""Requirements of the kwaliteitshandvest on the screens: written, measured, and fixed once they are in a contract."""

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.mensen import Regiomensen

from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap import kwaliteit
from jeugdregio.zorglandschap.models import Kwaliteitseis

GOED = {
    "code": "K-7", "eis": "Start binnen vier weken", "bron": "Kwaliteitshandvest, h. 2", "kpi": "Op tijd gestart",
    "richting": "minstens", "norm": "80", "eenheid": "%", "van": "2026-01-01", "tot": "",
}  # fmt: skip
NIEUW = "/aanbieders/kwaliteitseisen/nieuw/"


@pytest.fixture
def als_cees(client: Client, cees: Wie) -> Client:
    client.force_login(cees.gebruiker)
    return client


def test_een_eis_komt_op_de_lijst_en_is_te_wijzigen(als_cees: Client) -> None:
    assert als_cees.post(NIEUW, GOED)["Location"] == "/aanbieders/kwaliteitseisen/"
    eis = Kwaliteitseis.objects.get()
    pad = f"/aanbieders/kwaliteitseisen/{eis.pk}/"
    assert 'value="Op tijd gestart"' in als_cees.get(pad).content.decode()
    als_cees.post(pad, GOED | {"norm": "85"})
    assert "Op tijd gestart, minstens 85 %" in als_cees.get("/aanbieders/kwaliteitseisen/").content.decode()


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"norm": ""}, "kpi"), ({"tot": "2025-01-01"}, "tot"), ({"bron": ""}, "bron"), ({"code": "K-1"}, "code")],
)
def test_een_fout_staat_bij_het_veld_en_de_invoer_blijft(als_cees: Client, anders: dict[str, str], veld: str) -> None:
    als_cees.post(NIEUW, GOED | {"code": "K-1"})
    antwoord = als_cees.post(NIEUW, GOED | anders)
    assert antwoord.status_code == 422
    assert veld in antwoord.context["form"].errors
    assert "Start binnen vier weken" in antwoord.content.decode()
    assert Kwaliteitseis.objects.count() == 1


def test_wat_in_een_contract_staat_krijgt_alleen_nog_een_einde(als_cees: Client, regio: Regiomensen) -> None:
    als_cees.post(NIEUW, GOED)
    eis = Kwaliteitseis.objects.get()
    regio.contract.kwaliteitseisen.add(eis)
    pad = f"/aanbieders/kwaliteitseisen/{eis.pk}/"
    geweigerd = als_cees.post(pad, GOED | {"norm": "50"})
    assert geweigerd.status_code == 422
    assert "staat in een contract" in geweigerd.content.decode()
    assert als_cees.post(pad, GOED | {"tot": "2026-12-31"}).status_code == 302
    eis.refresh_from_db()
    assert (eis.norm, str(eis.tot)) == (80, "2026-12-31")


def test_de_lijst_kost_een_vraag(cees: Wie, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for nummer in range(12):
        Kwaliteitseis.objects.create(code=f"K{nummer}", eis="x", bron="y", van="2026-01-01")
    with django_assert_num_queries(1):
        assert len(kwaliteit.kwaliteitseisen(cees)) == 12
