"""Every rule has a sample that breaks it for every message it holds for; on level 2 for every class."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, cast

import pytest

from ijw.berichten import Bericht
from ijw.berichten.basis import Product
from ijw.omvang import Periode
from ijw.overstijgend import Dossier, Stop, VerzoekStand, controleer
from ijw.overstijgend.regel import REGELS as OVERSTIJGEND
from ijw.regels.loop import Knoop, plan
from ijw.regels.register import REGELS, Omgeving
from ijw.tests.bouw import BERICHTEN, GEMEENTE, met
from ijw.tests.overstijgend_voorbeelden import VANDAAG, dossier, gestart, verzoek
from ijw.tests.regelvoorbeelden import VOORBEELDEN
from ijw.tests.test_overstijgend_regels import GEVALLEN, toegezegd, verstuurd, wijziging
from ijw.tests.test_regels import _bericht

HEEN = ("JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325")
MET_PRODUCT = {
    "JW301": "client.toegewezen_producten.0.product",
    "JW305": "client.start_producten.0.product",
    "JW307": "client.stop_producten.0.product",
    "JW317": "client.verzoek.nieuwe_producten.0.product",
}
GEMEENTE_IN = {"JW301": "afzender", "JW319": "afzender", "JW325": "afzender"}
LATER = VANDAAG + timedelta(days=1)


def goed(soort: str) -> Bericht:
    return cast(Bericht, wijziging() if soort == "JW317" else BERICHTEN[soort]())


def met_gebruikte_identificatie(soort: str) -> Dossier:
    if soort == "JW325":
        return dossier(declaraties=list(verstuurd().declaraties.values()), identificaties=["B0001"])
    return dossier(identificaties=["B0001"])


def _gevallen() -> Iterator[tuple[str, Bericht, Dossier]]:
    for soort in HEEN:
        yield "TR056", goed(soort), met_gebruikte_identificatie(soort)
        later = met(goed(soort), {"header.bericht_identificatie.dagtekening": LATER})
        yield "TR135", later, toegezegd(goed(soort))
        kant = GEMEENTE_IN.get(soort, "ontvanger")
        yield "TR378", met(goed(soort), {f"header.{kant}": "9999"}), dossier()
    for soort, pad in MET_PRODUCT.items():
        yield "TR381", met(goed(soort), {pad: Product(categorie="45", code="99Z99")}), toegezegd(goed(soort))
    yield "TR019", goed("JW307"), dossier(toewijzingen=[], leveringen=[gestart()])
    yield "TR074", goed("JW307"), dossier(leveringen=[gestart(Stop(date(2026, 10, 4), "31"))])
    yield "TR347", wijziging(), dossier(verzoeken=[verzoek("REF-9", stand=VerzoekStand.AFGEWEZEN)])
    yield "TR374", wijziging(), dossier(verzoeken=[verzoek()])


PER_BERICHT = list(_gevallen())


@pytest.mark.parametrize(
    ("code", "bericht", "bekend"), PER_BERICHT, ids=[f"{code}-{bericht.SOORT}" for code, bericht, _ in PER_BERICHT]
)
def test_regel_vindt_de_fout_in_elk_bericht(code: str, bericht: Bericht, bekend: Dossier) -> None:
    gevonden = [b for b in controleer(bericht, bekend, vandaag=VANDAAG) if b.regel == code]
    assert gevonden
    assert {b.retourcode for b in gevonden} == {OVERSTIJGEND[code].retourcode}
    assert all(b.melding.endswith(".") for b in gevonden)


@pytest.mark.parametrize("soort", HEEN)
def test_goed_bericht_breekt_geen_enkele_regel_die_ervoor_geldt(soort: str) -> None:
    """The sample that just does not break the rule: the same message with what the receiver should know."""
    assert controleer(goed(soort), toegezegd(goed(soort)), vandaag=VANDAAG) == []


def test_elke_regel_van_niveau_3_en_4_heeft_een_fout_voorbeeld_per_bericht() -> None:
    met_voorbeeld = {(code, bericht.SOORT) for code, bericht, _ in (*GEVALLEN, *PER_BERICHT)}
    geldig = {(code, soort) for code, regel in OVERSTIJGEND.items() for soort in regel.berichten}
    assert geldig - met_voorbeeld == set()


def _geraakt(knoop: Knoop, element: Any, omgeving: Omgeving) -> Iterator[tuple[str, type]]:
    """The rules that an element or anything below it breaks, with the class they are registered for."""
    for fout, regel in knoop.fouten:
        if fout(element, omgeving):
            yield regel.code, regel.klasse
    for regel in knoop.zoekers:
        if regel.zoek is not None and any(True for _ in regel.zoek(element, omgeving)):
            yield regel.code, regel.klasse
    for tak in knoop.takken:
        onder = tak.haal(element)
        for kind in onder if tak.herhaalt else [onder]:
            if kind is not None:
                yield from _geraakt(tak.knoop, kind, omgeving)


def test_elke_regel_van_niveau_2_heeft_een_fout_voorbeeld_per_klasse() -> None:
    geraakt: set[tuple[str, type]] = set()
    for voorbeeld in VOORBEELDEN:
        bericht = _bericht(voorbeeld.soort, voorbeeld.fout)
        omgeving = Omgeving(bericht, bericht.header.bericht_identificatie.dagtekening)
        geraakt |= {(code, klasse) for code, klasse in _geraakt(plan(type(bericht)), bericht, omgeving)
                    if code == voorbeeld.code}  # fmt: skip
    assert set(REGELS) - geraakt == set()


def test_gemeente_en_periode_van_de_lijst() -> None:
    """TR378 asks the list of the day that counts; a code that just still held is right."""
    net_nog = dossier(gemeenten={GEMEENTE: Periode(date(1984, 1, 1), VANDAAG)})
    assert "TR378" not in {b.regel for b in controleer(goed("JW315"), net_nog, vandaag=VANDAAG)}
