"""A return message that was made right passes; every way to make it wrong is found, with the place (IV028, IV032)."""

from typing import Any

import pytest

from ijw import Bevinding
from ijw.berichten.basis import Omvang
from ijw.overstijgend import controleer
from ijw.retour import heensoort, maak_retour
from ijw.tests import bouw
from ijw.tests.bouw import met
from ijw.tests.overstijgend_voorbeelden import VANDAAG, dossier

PRODUCT = "/Bericht/Client/AangevraagdeProducten/AangevraagdProduct"
KOP, CLIENT = "/Bericht/Header", "/Bericht/Client"


def heen() -> Any:
    """A request with two products."""
    return met(bouw.jw315_bericht(), {"client.aangevraagde_producten.+": bouw.aangevraagd("REF-2", "45A04")})


def retour(*bevindingen: Bevinding) -> Any:
    return maak_retour(heen(), bevindingen, identificatie="R0001", dagtekening=VANDAAG)


def fout(pad: str = f"{PRODUCT}[2]", code: str = "9347", niveau: int = 3) -> Bevinding:
    return Bevinding(niveau, "TR347", pad, "Dit klopt niet.", code)


def gevonden(bericht: Any) -> list[tuple[str, str]]:
    bevindingen = controleer(bericht, dossier(heenberichten=[heen()]), vandaag=VANDAAG)
    return [(bevinding.regel, bevinding.pad) for bevinding in bevindingen]


@pytest.mark.parametrize(
    "bevindingen",
    [(), (fout(niveau=2),), (fout(KOP, "8848"),), (fout(),), (fout(CLIENT, "8187"),), (fout(), fout(code="S329"))],
)
def test_wat_wij_terugsturen_klopt(bevindingen: tuple[Bevinding, ...]) -> None:
    assert gevonden(retour(*bevindingen)) == []


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({"header.bericht_identificatie.identificatie": "ANDERS"}, ("OP090", KOP)),
        ({"header.afzender": "42420002"}, ("IV028", KOP)),
        ({"header.xsd_versie.bericht_xsd_versie": "9.9.9"}, ("IV028", KOP)),
        ({"header.retour_codes": ("8848",)}, ("IV028", KOP)),
        ({"client.bsn": bouw.ANDER_BSN}, ("IV028", CLIENT)),
        (
            {"client.aangevraagde_producten.0.omvang": Omvang(volume=1, eenheid="04", frequentie="4")},
            ("IV028", f"{PRODUCT}[1]"),
        ),
        ({"client.aangevraagde_producten.0.retour_codes": ("0200", "9347")}, ("IV032", f"{PRODUCT}[1]")),
        ({"client.aangevraagde_producten.0.retour_codes": ("0001",)}, ("IV032", f"{PRODUCT}[1]")),
        ({"client.aangevraagde_producten.1.retour_codes": ("0200",)}, ("IV028", "/Bericht")),
    ],
)
def test_wat_niet_klopt_wordt_gevonden(anders: dict[str, Any], verwacht: tuple[str, str]) -> None:
    assert gevonden(met(retour(fout()), anders)) == [verwacht]


def test_een_onderdeel_dat_ontbreekt_of_erbij_komt_wordt_gevonden() -> None:
    goed = retour(fout())
    een = met(goed, {"client.aangevraagde_producten": goed.client.aangevraagde_producten[1:]})
    assert ("IV028", f"{PRODUCT}[2]") in gevonden(een)
    drie = met(goed, {"client.aangevraagde_producten.+": goed.client.aangevraagde_producten[0]})
    assert gevonden(drie) == [("IV028", f"{PRODUCT}[3]")]


def test_alleen_een_retourbericht_hoort_bij_een_heenbericht() -> None:
    assert heensoort("JW316") == "JW315"
    for soort in ("JW315", "JW323", "JW325"):
        with pytest.raises(ValueError, match="geen retourbericht"):
            heensoort(soort)
