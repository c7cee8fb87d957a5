"""Refused messages from a folder that nobody put a name to: somebody must find them, and nobody else."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from tests.berichten import jw315_xml
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.organisaties.models import Deelname, Rol
from jeugdregio.organisaties.wie import Wie, systeem
from jeugdregio.postbus import queries
from jeugdregio.postbus.actions import ontvang
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.permissions import SCOPE_LEZEN, zichtbare_berichten

VAN_NIEMAND = {"geen xml": b"zomaar tekst", "onbekende gemeente": jw315_xml(ontvanger="0001")}


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(date(2026, 9, 10)):
        yield


@pytest.fixture
def alma(regio: Regiomensen) -> Wie:
    """Alma looks after messages at Almere, the centre municipality."""
    return maak_mens("Alma", regio.almere, Rol.BERICHTEN)


def verwerk(map_: Path, inhoud: bytes, *meer: str) -> Bericht:
    (map_ / "vraag.xml").write_bytes(inhoud)
    call_command("postbus", "verwerk", str(map_), *meer)
    return Bericht.objects.get(richting="in")


@pytest.mark.parametrize("geval", VAN_NIEMAND)
def test_de_centrumgemeente_vindt_wat_van_niemand_is(
    regio: Regiomensen, alma: Wie, client: Client, tmp_path: Path, geval: str
) -> None:
    bericht = verwerk(tmp_path, VAN_NIEMAND[geval])
    assert list(queries.berichten(alma, staat="afgekeurd")) == [bericht]
    client.force_login(regio.gebruiker("berichten_lelystad"))
    pad = reverse("postbus:bericht", args=[bericht.pk])
    assert client.get(pad).status_code == 404
    assert alma.gebruiker is not None
    client.force_login(alma.gebruiker)
    assert "Wat er niet klopt" in client.get(pad).content.decode()
    assert client.get(reverse("postbus:xml", args=[bericht.pk])).content == VAN_NIEMAND[geval]


def test_niemand_anders_ziet_ze(regio: Regiomensen, alma: Wie, tmp_path: Path) -> None:
    bericht = verwerk(tmp_path, VAN_NIEMAND["geen xml"])
    anderen = [
        regio.berichten_lelystad, regio.fatima, regio.noor, regio.iris, regio.beheer_lelystad, regio.directeur,
        regio.gi_medewerker, systeem(regio.almere), maak_mens("Ali", regio.almere, Rol.TOEGANG),
        Wie(organisatie=regio.almere, scopes=frozenset({SCOPE_LEZEN})),
        Wie(organisatie=regio.regiokantoor, rollen=frozenset({Rol.BERICHTEN})),
    ]  # fmt: skip
    for wie in anderen:
        assert not zichtbare_berichten(wie).exists(), wie
        with pytest.raises(NietGevonden):
            queries.bericht(wie, bericht.pk)


def test_wie_geen_centrumgemeente_meer_is_ziet_ze_niet(regio: Regiomensen, alma: Wie, tmp_path: Path) -> None:
    verwerk(tmp_path, VAN_NIEMAND["geen xml"])
    Deelname.objects.filter(organisatie=regio.almere).update(tot=date(2026, 9, 9))
    assert not zichtbare_berichten(alma).exists()


def test_met_voor_ziet_alleen_wie_aanbood_het(regio: Regiomensen, alma: Wie, tmp_path: Path) -> None:
    bericht = verwerk(tmp_path, VAN_NIEMAND["geen xml"], "--voor", "0995")
    assert list(zichtbare_berichten(regio.berichten_lelystad)) == [bericht]
    assert not zichtbare_berichten(alma).exists()


def test_wat_van_een_ander_is_of_nog_wacht_blijft_dicht(regio: Regiomensen, alma: Wie, tmp_path: Path) -> None:
    bericht = verwerk(tmp_path, jw315_xml(afzender="99999999"))
    ontvang(jw315_xml(), kanaal="map")
    assert bericht.ontvanger == regio.lelystad
    assert not zichtbare_berichten(alma).exists()
    assert list(zichtbare_berichten(regio.berichten_lelystad)) == [bericht]
