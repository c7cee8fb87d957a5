"""Every rule is complete and every worked example comes out."""

import json
import shlex
from datetime import date

import pytest

from recht.invoer import InvoerError
from recht.register import OnbekendeRegelError, Regel, Voorbeeld, alle_regels, zoek

VOORBEELDEN = [
    pytest.param(regel, voorbeeld, id=f"{regel.id} {voorbeeld.invoer}")
    for regel in alle_regels()
    for voorbeeld in regel.voorbeelden
]


def _waarden(tekst: str) -> dict[str, str]:
    return dict(deel.split("=", 1) for deel in shlex.split(tekst))


@pytest.mark.parametrize(("regel", "voorbeeld"), VOORBEELDEN)
def test_uitgewerkt_voorbeeld(regel: Regel, voorbeeld: Voorbeeld) -> None:
    uitkomst = regel.reken(_waarden(voorbeeld.invoer))
    assert uitkomst.kort == voorbeeld.uitkomst, uitkomst.uitleg()
    assert uitkomst.regel == regel.id
    assert uitkomst.stappen, "een uitkomst legt zich uit"
    assert json.loads(json.dumps(uitkomst.als_dict()))["regel"] == regel.id


@pytest.mark.parametrize("regel", alle_regels(), ids=lambda regel: regel.id)
def test_regel_noemt_bron_en_voorbeeld(regel: Regel) -> None:
    assert all((regel.grondslag, regel.bron, regel.naam))
    assert regel.voorbeelden
    assert regel.functie.__doc__
    assert all(invoer.uitleg for invoer in regel.invoer)


def test_verkeerde_naam_noemt_wat_mogelijk_is() -> None:
    with pytest.raises(InvoerError, match=r"kent geen invoer 'datum'. Mogelijk: ontvangen"):
        zoek("keten-retour").reken({"datum": "2026-09-10"})


def test_vergeten_invoer_wordt_genoemd() -> None:
    with pytest.raises(InvoerError, match="ontbreekt: ontvangen"):
        zoek("keten-retour").reken({})


def test_onleesbare_datum_noemt_de_invoer_en_de_vorm() -> None:
    with pytest.raises(InvoerError, match="ontvangen: '31-2-2026' is geen datum"):
        zoek("keten-retour").reken({"ontvangen": "31-2-2026"})


def test_onbekende_regel_geeft_een_tip() -> None:
    with pytest.raises(OnbekendeRegelError, match="keten-retour"):
        zoek("retour")


def test_nederlandse_datum_mag_ook() -> None:
    assert zoek("keten-retour").reken({"ontvangen": "10-9-2026"}).datum == date(2026, 9, 15)
