"""What municipality 0034 knows of provider 42420001 in the tests of levels 3 and 4."""

from __future__ import annotations

from datetime import date
from typing import Any

from ijw.berichten import jw323
from ijw.berichten.basis import BedragMetDC, GeslotenPeriode, Referentie
from ijw.omvang import Periode
from ijw.overstijgend import Dossier, EerderePrestatie, Levering, Tarief, Toewijzing, Verzoek
from ijw.tests.bouw import AANBIEDER, BSN, GEMEENTE, jw323_bericht, met, prestatie, totaal

VANDAAG = date(2026, 10, 5)
ANDERE_AANBIEDER = "42420002"
SEPTEMBER = GeslotenPeriode(begindatum=date(2026, 9, 1), einddatum=date(2026, 9, 30))
AUGUSTUS = GeslotenPeriode(begindatum=date(2026, 8, 1), einddatum=date(2026, 8, 31))


def toewijzing(nummer: int = 1001, **anders: Any) -> Toewijzing:
    """Ten hours of 45A03 a month for Bo in 2026."""
    velden: dict[str, Any] = {
        "bsn": BSN,
        "aanbieder_agb": AANBIEDER,
        "gemeente": GEMEENTE,
        "categorie": "45",
        "code": "45A03",
        "ingangsdatum": date(2026, 1, 1),
        "einddatum": date(2026, 12, 31),
        "volume": 10,
        "eenheid": "04",
        "frequentie": "4",
    }
    return Toewijzing(nummer=nummer, **(velden | anders))


def eerder(referentie: str = "P0", **anders: Any) -> EerderePrestatie:
    """The granted line of August."""
    velden: dict[str, Any] = {
        "bsn": BSN,
        "toewijzing_nummer": 1001,
        "categorie": "45",
        "code": "45A03",
        "begindatum": AUGUSTUS.begindatum,
        "einddatum": AUGUSTUS.einddatum,
        "volume": 10,
        "eenheid": "04",
        "tarief": 5000,
        "bedrag": 50_000,
    }
    return EerderePrestatie(referentie=referentie, **(velden | anders))


def tarief(code: str = "45A03", eenheid: str = "04", centen: int | None = 5000, **anders: Any) -> Tarief:
    """Fifty euro an hour since 2025."""
    return Tarief(code=code, eenheid=eenheid, centen=centen, **({"vanaf": date(2025, 1, 1)} | anders))


def dossier(**anders: Any) -> Dossier:
    """Everything in order: assignments 1001 and 1002, request REF-9, the delivery of 1 October."""
    velden: dict[str, Any] = {
        "toewijzingen": [toewijzing(), toewijzing(1002, code="45A04")],
        "leveringen": [],
        "verzoeken": [],
        "tarieven": [tarief()],
        "gemeenten": {GEMEENTE: Periode(date(1984, 1, 1)), "0995": Periode(date(1984, 1, 1))},
        "producten": [("45", code) for code in ("45A03", "45A04", "45A05")],
    }
    return Dossier.van(aanbieder_agb=AANBIEDER, **(velden | anders))


def gestart(*stops: Any, begin: date = date(2026, 10, 1), bsn: str = BSN) -> Levering:
    """The delivery on assignment 1001."""
    return Levering(bsn=bsn, toewijzing_nummer=1001, begindatum=begin, stops=stops)


def verzoek(referentie: str = "REF-9", **anders: Any) -> Verzoek:
    """An open request for Bo."""
    return Verzoek(referentie=referentie, **({"bsn": BSN} | anders))


def declaratie(*regels: jw323.Prestatie, bsn: str = BSN) -> jw323.Bericht:
    """The declaration of September with these lines for one child."""
    return declaratie_van({bsn: regels})


def declaratie_van(per_kind: dict[str, tuple[jw323.Prestatie, ...]]) -> jw323.Bericht:
    """The declaration of September with these lines per child."""
    som = sum(
        regel.ingediend_bedrag.bedrag * (1 if regel.ingediend_bedrag.debet_credit == "D" else -1)
        for regels in per_kind.values()
        for regel in regels
    )
    clienten = tuple(jw323.Client(bsn=bsn, prestaties=regels) for bsn, regels in per_kind.items())
    totaal_bedrag = totaal(abs(som), "C" if som < 0 else "D")
    return met(
        jw323_bericht(),
        {"declaratie.clienten": clienten, "declaratie.totaal_ingediend_bedrag": totaal_bedrag},
    )


def regel(nummer: str = "P1", uren: int = 10, uurtarief: int = 5000, **anders: Any) -> jw323.Prestatie:
    """A debit line of so many hours whose amount is right."""
    velden: dict[str, Any] = {
        "geleverd_volume": uren,
        "product_tarief": uurtarief,
        "ingediend_bedrag": BedragMetDC(bedrag=uren * uurtarief, debet_credit="D"),
    }
    return prestatie(nummer, **(velden | anders))


def creditregel(nummer: str = "C1", vorig: str | None = "P0", **anders: Any) -> jw323.Prestatie:
    """Takes back the line of August."""
    velden: dict[str, Any] = {
        "product_referentie": Referentie(referentie_nummer=nummer, vorig_referentie_nummer=vorig),
        "product_periode": AUGUSTUS,
        "ingediend_bedrag": BedragMetDC(bedrag=50_000, debet_credit="C"),
    }
    return prestatie(nummer, **(velden | anders))
