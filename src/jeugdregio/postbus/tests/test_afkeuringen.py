"""Why messages are refused: counted without opening them, with the repairs needed most; each side sees its own."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.berichten import jw315_xml
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.postbus import actions
from jeugdregio.postbus.models import Afkeuring
from jeugdregio.postbus.statistiek import statistiek

DAG = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(DAG):
        yield


@pytest.fixture
def verkeer(regio: Regiomensen) -> Regiomensen:
    """Three requests of De Brug: two with a wrong BSN, one good."""
    for nummer in (1, 2):
        actions.ontvang_en_verwerk(jw315_xml(bsn="123456789", identificatie=f"FOUT{nummer}"), kanaal="upload")
    actions.ontvang_en_verwerk(jw315_xml(identificatie="GOED1"), kanaal="upload")
    return regio


def test_tellen_per_aanbieder_en_regel_met_het_herstel(verkeer: Regiomensen) -> None:
    beeld = statistiek(verkeer.berichten_lelystad, DAG, DAG)
    assert (beeld.ontvangen, beeld.afgekeurd) == (3, 2)
    assert [(rij.partij, rij.procent) for rij in beeld.partijen] == [(verkeer.de_brug, 67)]
    assert (beeld.regels[0].regel, beeld.regels[0].berichten) == ("CS002", 2)
    assert "elfproef" in beeld.herstel[0].melding
    assert "elfproef" in beeld.regels[0].betekenis  # the code 0001 alone would say nothing


def test_ieder_ziet_zijn_eigen_cijfers(verkeer: Regiomensen) -> None:
    assert statistiek(verkeer.noor, DAG, DAG).afgekeurd == 2
    for ander in (verkeer.iris, verkeer.gi_medewerker):
        assert statistiek(ander, DAG, DAG).partijen == ()
    assert statistiek(verkeer.berichten_lelystad, date(2026, 1, 1), date(2026, 1, 31)).regels == ()


def test_er_staat_niets_van_een_kind_in_de_telling(verkeer: Regiomensen) -> None:
    assert not any("123456789" in str(rij) for rij in Afkeuring.objects.values_list())


def test_scherm_en_csv(client: Client, verkeer: Regiomensen) -> None:
    client.force_login(verkeer.gebruiker("berichten_lelystad"))
    pagina = client.get(reverse("postbus:afkeuringen")).content.decode()
    for tekst in ("Dit helpt het meest", "CS002", "retourcode 0001", "De Brug"):
        assert tekst in pagina, tekst
    regels = client.get(reverse("postbus:afkeuringen-csv")).content.decode("utf-8-sig").splitlines()
    assert any(regel.startswith("regel;CS002;0001;") for regel in regels)
    omgekeerd = client.get(reverse("postbus:afkeuringen"), {"van": "2026-09-10", "tot": "2026-09-01"})
    assert omgekeerd.status_code == 422
    assert "eindigt voor hij begint" in omgekeerd.content.decode()


def test_een_naam_als_formule_wordt_tekst(client: Client, verkeer: Regiomensen) -> None:
    verkeer.de_brug.naam = "=1+1"
    verkeer.de_brug.save()
    client.force_login(verkeer.gebruiker("berichten_lelystad"))
    assert ";'=1+1;" in client.get(reverse("postbus:afkeuringen-csv")).content.decode()
