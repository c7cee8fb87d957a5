"""What would make a family recognisable is refused; what governance writes about is not."""

import pytest

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.bestuur.persoonsgegevens import vind, weiger_persoonsgegevens


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Het gaat om 999900006 uit Lelystad", "burgerservicenummer"),
        ("BSN 9999 00 006", "burgerservicenummer"),
        ("nummer 999.900.006 staat in de brief", "burgerservicenummer"),
        ("Het kind, geboren op 3 mei 2015, wacht", "geboortedatum"),
        ("geboortedatum: 03-05-2015", "geboortedatum"),
        ("op 3-5-2015 geboren", "geboortedatum"),
        ("Het gezin De Vries wacht al een jaar", "naam"),
        ("de moeder van Dijk belde", "naam"),
        ("Mirthe (14) woont daar", "naam"),
        ("zij woont aan de Polderweg 12", "adres"),
        ("8224 AB 12", "adres"),
        ("dossier K-2026-00012", "dossiernummer"),
    ],
)
def test_gevonden(tekst: str, soort: str) -> None:
    assert [v for v in vind(tekst) if soort in v.soort]
    with pytest.raises(Geweigerd) as fout:
        weiger_persoonsgegevens({"tekst": tekst})
    # The refusal does not repeat what it found.
    assert not any(deel in str(fout.value) for deel in ("9999", "Mirthe", "Vries", "Polderweg", "2015"))
    assert "tekst" in fout.value.velden


@pytest.mark.parametrize(
    "tekst",
    [
        "De kosten zijn € 123.456.782 in 2026 en 2027.",
        "Artikel 3 van de Centrumregeling van 24 maart 2025.",
        "Een gezin in Almere wacht 14 weken; kinderen van 12 tot 16 jaar.",
        "Jeugdwet 2.3 lid 1 en Awb 10:3; besluit B26-0012 van 18-3-2026.",
        "Bel het regiokantoor: 036 000 03 00.",
    ],
)
def test_niet_gevonden(tekst: str) -> None:
    assert vind(tekst) == []
