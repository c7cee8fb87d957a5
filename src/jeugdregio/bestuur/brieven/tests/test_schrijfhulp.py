"""The tone check and the hints for reading: what they point at, and what they leave alone."""

import pytest

from jeugdregio.bestuur.brieven.schrijfhulp import leesbaarheid, toon

NAMEN = ("Almere", "Dronten", "Lelystad", "Urk")


@pytest.mark.parametrize(
    "zin",
    [
        "Het besluit van Urk heeft ons verrast.",
        "Dronten kiest, in tegenstelling tot de colleges elders, een eigen weg.",
        "Lelystad lijkt een andere richting te kiezen.",
        "Het college weigert te tekenen.",
        "De regels van Almere belemmeren ons.",
        "Dit is een schandalig besluit.",
        "Wie heeft hier schuld aan?",
    ],
)
def test_een_verwijt_wordt_aangewezen_met_een_andere_manier_om_het_te_zeggen(zin: str) -> None:
    hints = toon({"Kern": zin}, NAMEN)
    assert hints
    assert all(hint.liever and hint.waarom for hint in hints)


@pytest.mark.parametrize(
    "zin",
    [
        "Het college van Lelystad besloot op 14 januari om niet te tekenen.",
        "Dit overzicht lijkt op dat van vorig jaar.",
        "De vijf colleges bespreken het advies in het najaar.",
        "",
    ],
)
def test_een_feit_is_geen_verwijt(zin: str) -> None:
    assert toon({"Kern": zin}, NAMEN) == []


def test_een_persoon_als_schuldige_wordt_apart_genoemd() -> None:
    hints = toon({"Kern": "Wethouder Jansen blokkeert het overleg."}, NAMEN)
    assert {hint.soort for hint in hints} == {"toon", "naam"}


def test_lange_zinnen_en_alineas() -> None:
    lang = " ".join(["woord"] * 26) + "."
    assert [h.soort for h in leesbaarheid({"Kern": lang})] == ["lange zin"]
    assert leesbaarheid({"Kern": " ".join(["woord"] * 25) + "."}) == []
    alinea = "Dit is een korte zin. " * 25
    assert [h.soort for h in leesbaarheid({"Kern": alinea})] == ["lange alinea"]
