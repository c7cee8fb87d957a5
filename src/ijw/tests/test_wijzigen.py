"""How a change of an assignment is sent: the examples of the standard and the edges of OP257, OP380 and IV066."""

from datetime import date

import pytest

from ijw.wijzigen import Afspraak, Vorm, eist_overleg, oprekken_verplicht, vorm_van_wijziging

VANDAAG = date(2025, 6, 2)
WEEK = Afspraak(
    ingangsdatum=date(2025, 1, 1), einddatum=date(2025, 12, 31), volume=4, eenheid="04", frequentie="2"
)  # fmt: skip
TOTAAL = Afspraak(
    ingangsdatum=date(2025, 1, 1), einddatum=date(2025, 12, 31), volume=80, eenheid="04", frequentie="6"
)  # fmt: skip
BUDGET = Afspraak(ingangsdatum=date(2025, 1, 1), einddatum=date(2025, 12, 31), budget=100_000)


def anders(nu: Afspraak, **velden: object) -> Afspraak:
    namen = ("ingangsdatum", "einddatum", "volume", "eenheid", "frequentie", "budget")
    return Afspraak(**({naam: getattr(nu, naam) for naam in namen} | velden))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("nu", "velden", "vorm"),
    [
        (WEEK, {}, Vorm.BLIJFT),
        (WEEK, {"einddatum": date(2026, 6, 30)}, Vorm.ZELFDE_NUMMER),  # IV093, example 1: product E
        (WEEK, {"einddatum": date(2025, 8, 31)}, Vorm.ZELFDE_NUMMER),
        (WEEK, {"ingangsdatum": date(2025, 6, 12), "volume": 6}, Vorm.NIEUW_NUMMER),  # IV093, example 1: product F
        (WEEK, {"frequentie": "4"}, Vorm.NIEUW_NUMMER),
        (TOTAAL, {"volume": 120}, Vorm.ZELFDE_NUMMER),
        (TOTAAL, {"frequentie": "4", "volume": 8}, Vorm.NIEUW_NUMMER),
        (BUDGET, {"budget": 120_000, "einddatum": date(2026, 3, 1)}, Vorm.ZELFDE_NUMMER),
    ],
)
def test_vorm(nu: Afspraak, velden: dict[str, object], vorm: Vorm) -> None:
    assert vorm_van_wijziging(nu, anders(nu, **velden), VANDAAG) is vorm


def test_na_de_einddatum_is_verlengen_een_nieuwe_toewijzing() -> None:
    langer = anders(WEEK, einddatum=date(2026, 6, 30))
    laatste, eerste = date(2025, 12, 31), date(2026, 1, 1)
    assert vorm_van_wijziging(WEEK, langer, laatste) is Vorm.ZELFDE_NUMMER
    assert vorm_van_wijziging(WEEK, langer, eerste) is Vorm.AANSLUITEND
    assert oprekken_verplicht(WEEK, langer, laatste)
    assert not oprekken_verplicht(WEEK, langer, eerste)


def test_oprekken_is_niet_verplicht_bij_een_totaal_een_andere_omvang_of_korter() -> None:
    assert not oprekken_verplicht(TOTAAL, anders(TOTAAL, einddatum=date(2026, 6, 30)), VANDAAG)
    assert not oprekken_verplicht(WEEK, anders(WEEK, volume=6, einddatum=date(2026, 6, 30)), VANDAAG)
    assert not oprekken_verplicht(WEEK, anders(WEEK, einddatum=date(2025, 7, 1)), VANDAAG)


@pytest.mark.parametrize(
    ("nu", "velden", "regel"),
    [
        (WEEK, {"einddatum": date(2025, 6, 1)}, "OP186"),
        (WEEK, {"einddatum": date(2025, 6, 2)}, "OP033x1"),
        (WEEK, {"einddatum": None}, ""),
        (TOTAAL, {"volume": 79}, "OP298"),
        (TOTAAL, {"volume": 81}, ""),
        (BUDGET, {"budget": 99_999}, "OP299"),
    ],
)
def test_overleg_met_de_aanbieder(nu: Afspraak, velden: dict[str, object], regel: str) -> None:
    assert eist_overleg(nu, anders(nu, **velden), VANDAAG) == regel
