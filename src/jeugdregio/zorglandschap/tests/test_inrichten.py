"""Setting up an empty instance from a file: a municipality, a provider, and what is wrong with a file."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.tweesystemen.inrichting import AANBIEDER, GEMEENTE, WACHTWOORD, toml

from jeugdregio.audit.models import Regel
from jeugdregio.organisaties.models import Aanstelling, Gebruiker, Organisatie, Rol
from jeugdregio.zorglandschap.models import Contract, Product, Tarief

pytestmark = pytest.mark.django_db
Inrichten = Callable[[str], str]


@pytest.fixture
def inrichten(tmp_path: Path) -> Inrichten:
    """Write a file and run the command on it."""

    def doe(inhoud: str) -> str:
        bestand, wachtwoord, uit = tmp_path / "inrichting.toml", tmp_path / "wachtwoord", StringIO()
        bestand.write_text(inhoud, encoding="utf-8")
        wachtwoord.write_text(f"{WACHTWOORD}\n", encoding="utf-8")
        call_command("inrichten", str(bestand), wachtwoord_bestand=wachtwoord, stdout=uit)
        return uit.getvalue()

    return doe


def test_een_aanbieder_met_een_gemeente_elders(inrichten: Inrichten) -> None:
    gezegd = inrichten(toml(AANBIEDER))
    assert "De Brug (42420001): werkt op de schermen." in gezegd
    assert "Lelystad (0995): map." in gezegd
    assert {o.code: o.werkt_hier for o in Organisatie.objects.all()} == {"0995": False, "42420001": True}
    beheerder = Gebruiker.objects.get()
    assert beheerder.check_password(WACHTWOORD)
    assert set(Aanstelling.objects.values_list("rol", flat=True)) == {Rol.BEHEER, Rol.AANBIEDER}
    assert Contract.objects.get().gemeenten.get().code == "0995"
    assert Regel.objects.filter(handeling="systeem.ingericht").count() == 1


def test_een_gemeente_met_een_aanbieder_elders(inrichten: Inrichten) -> None:
    inrichten(toml(GEMEENTE))
    assert {o.code: o.werkt_hier for o in Organisatie.objects.all()} == {"0995": True, "42420001": False}
    assert set(Aanstelling.objects.values_list("rol", flat=True)) == {Rol.BEHEER}


def test_nog_eens_verandert_alleen_wat_anders_is(inrichten: Inrichten) -> None:
    inrichten(toml(AANBIEDER))
    inrichten(toml(AANBIEDER).replace("centen = 12840", "centen = 13000").replace("De Brug", "De Nieuwe Brug"))
    assert (Organisatie.objects.count(), Product.objects.count(), Gebruiker.objects.count()) == (2, 3, 1)
    assert set(Tarief.objects.values_list("centen", flat=True)) == {13000}
    assert Aanstelling.objects.count() == 2
    assert Organisatie.objects.filter(naam="De Nieuwe Brug").exists()


@pytest.mark.parametrize(
    ("was", "wordt", "melding"),
    [
        ('werkt = "hier"', 'werkt = "map"', "Geen enkele organisatie werkt hier"),
        ('code = "0995"', 'code = "995"', "moet 4 cijfers zijn"),
        ('soort = "gemeente"', 'soort = "stad"', "kies als soort gemeente, aanbieder of gi"),
        ('product = "54001"', 'product = "99999"', "product 99999 staat niet in het bestand"),
        ('perceel = "Ambulant"', 'perceeltje = "Ambulant"', "perceel ontbreekt"),
        ("van = 2024-01-01", 'van = "2024"', "van heeft de verkeerde vorm"),
        ("[[contract]]", "[[kontract]]", "kontract"),
        ("regio =", "regio", "geen goede TOML"),
    ],
)
def test_een_fout_zegt_waar_en_verandert_niets(inrichten: Inrichten, was: str, wordt: str, melding: str) -> None:
    with pytest.raises(CommandError, match=melding):
        inrichten(toml(AANBIEDER).replace(was, wordt))
    assert not Organisatie.objects.exists()
