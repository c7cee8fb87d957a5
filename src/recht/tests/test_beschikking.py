"""Money is never a reason, in whatever words; ordinary sentences about a budget are."""

from datetime import date

import pytest

from recht.beschikking import deskundigheid, geldwoorden, motivering, ontvangers
from recht.pgb import Toets, pgb_weigering


@pytest.mark.parametrize(
    "tekst",
    [
        "Budgetplafond bereikt op 1 november.",
        "Het budget voor dit jaar is helaas op.",
        "Deze hulp is te duur voor de gemeente.",
        "De gemeente heeft onvoldoende middelen voor deze hulp.",
        "Wegens bezuinigingen geven wij deze hulp niet meer.",
        "Er is een tekort op de begroting voor jeugdhulp.",
        "De financiële ruimte ontbreekt om dit te doen.",
    ],
)
def test_geld_in_gewone_woorden_wordt_herkend(tekst: str) -> None:
    assert geldwoorden(tekst)
    uitkomst = motivering(tekst)
    assert uitkomst.waarde == "mag niet"
    assert "andere passende vorm" in uitkomst.uitleg()


@pytest.mark.parametrize(
    "tekst",
    [
        "Moeder wil met een persoonsgebonden budget zelf de hulp kiezen die bij Thijs past.",
        "Het gezin leert omgaan met geld; de schuldhulp loopt al via een ander loket.",
        "Het pgb gaat in op 1 mei en de ouders kunnen het budget zelf beheren.",
    ],
)
def test_gewone_zinnen_over_geld_mogen(tekst: str) -> None:
    assert motivering(tekst).waarde == "mag"


def test_twee_van_de_drie_toetsen_dan_noemt_de_weigering_de_derde() -> None:
    zonder = pgb_weigering(True, True, False)
    assert not zonder.volledig
    assert "kwaliteit" in zonder.ontbreekt[0]
    assert pgb_weigering(True, True, False, (Toets.KWALITEIT,)).waarde == "mag"


def test_een_verlopen_registratie_telt_niet() -> None:
    uitkomst = deskundigheid(date(2026, 5, 7), date(2020, 1, 1), date(2026, 5, 6))
    assert (uitkomst.waarde, uitkomst.volledig) == ("mag niet", False)


def test_zonder_iemand_met_gezag_is_er_geen_ontvanger() -> None:
    assert not ontvangers(date(2020, 1, 1), date(2026, 5, 7)).volledig
