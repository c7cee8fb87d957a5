"""Norms for the tests of any room: `maak_norm` writes one as adopted, without its road."""

from datetime import date
from typing import Any

from jeugdregio.afspraken.models import Norm, Rang, Standpunt
from jeugdregio.organisaties.models import Organisatie

VRAAG = "verlenging_zonder_gemeente"
CONTRACT_VAN, KADER_VAN, LELYSTAD_VAN = date(2025, 1, 1), date(2025, 3, 4), date(2024, 6, 1)
GEEN_VASTSTELLING = date(2025, 1, 16)


def maak_norm(waarde: str, rang: Rang, *gemeenten: Organisatie, **velden: Any) -> Norm:
    """Write an adopted norm on extension without the municipality, unless the fields say otherwise."""
    standaard = {
        "vraag": VRAAG, "antwoord": waarde, "van": CONTRACT_VAN, "bron": Rang(rang).label, "plaats": "p. 1",
    }  # fmt: skip
    norm = Norm.objects.create(waarde=waarde, rang=rang, **{**standaard, **velden})
    norm.gemeenten.set(gemeenten)
    return norm


def maak_conflict_van_de_bronnen(lelystad: Organisatie) -> tuple[Norm, Norm, Norm]:
    """Write the contract, the framework Lelystad did not adopt, and Lelystad's own policy."""
    contract = maak_norm("ja", Rang.CONTRACT, bron="Regionaal contract", plaats="art. 9")
    kader = maak_norm("ja", Rang.HANDELINGSKADER, van=KADER_VAN, bron="Handelingskader", plaats="hoofdstuk 3")
    Standpunt.objects.create(
        norm=kader, gemeente=lelystad, stand=Standpunt.Stand.NIET_VASTGESTELD, van=GEEN_VASTSTELLING
    )
    lokaal = maak_norm(
        "nee", Rang.LOKAAL, lelystad, antwoord="nee, de gemeente beoordeelt", van=LELYSTAD_VAN, eigenaar=lelystad,
        bron="Lokaal beleid Lelystad", plaats="Knoppenplan",
    )  # fmt: skip
    return contract, kader, lokaal
