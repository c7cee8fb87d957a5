"""Samples of the rules about product, size, budget and stacking."""

from datetime import date, timedelta

from ijw.berichten.basis import (
    Omvang,
    Product,
)
from ijw.tests import bouw
from ijw.tests.regelvoorbeelden.voorbeeld import Voorbeeld

TOEGEWEZEN = "client.toegewezen_producten.0"
TOEGEWEZEN_PAD = "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]"
GEVRAAGD = "client.aangevraagde_producten.0"
GEVRAAGD_PAD = "/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[1]"
VERZOEK = "client.verzoek"
NIEUW = f"{VERZOEK}.nieuwe_producten.0"
NIEUW_PAD = "/Bericht/Client/Verzoek/NieuweProducten/NieuwProduct[1]"
TE_WIJZIGEN = f"{VERZOEK}.te_wijzigen_producten.0"
TE_WIJZIGEN_PAD = "/Bericht/Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]"
ELKE_DAG = Omvang(volume=1, eenheid="16", frequentie="1")
PER_UUR_PER_DAG = Omvang(volume=1, eenheid="04", frequentie="1")
PER_WEEK = Omvang(volume=3, eenheid="04", frequentie="2")
PER_MAAND = Omvang(volume=3, eenheid="04", frequentie="4")
ZONDER_CODE = Product(categorie="45")
MORGEN = bouw.DAGTEKENING + timedelta(days=1)


def _productregels(soort: str, plek: str, pad: str, einde: str, einde_pad: str) -> list[Voorbeeld]:
    """The rules that the assignment, the request and the new product share."""
    omvang_zonder_code = {"JW301": "CD080", "JW315": "CD095", "JW317": "CD096"}[soort]
    budget = {f"{plek}.omvang": None, f"{plek}.budget": 100_000, f"{plek}.{einde}": date(2027, 3, 31)}
    return [
        Voorbeeld(
            "CD041",
            soort,
            {f"{plek}.omvang": None},
            f"{pad}/Omvang",
            {f"{plek}.omvang": None, f"{plek}.product": ZONDER_CODE},
        ),
        Voorbeeld(
            "CD079",
            soort,
            {f"{plek}.product": None, f"{plek}.omvang": None},
            f"{pad}/Product",
            {**budget, f"{plek}.product": None},
        ),
        Voorbeeld(
            omvang_zonder_code,
            soort,
            {f"{plek}.product": ZONDER_CODE},
            f"{pad}/Omvang",
            {f"{plek}.product": ZONDER_CODE, f"{plek}.omvang": None},
        ),
        *_omvangregels(soort, plek, pad, einde, einde_pad),
    ]


def _omvangregels(soort: str, plek: str, pad: str, einde: str, einde_pad: str) -> list[Voorbeeld]:
    """The rules that the product to change has too."""
    frequentie = "CS343" if soort == "JW315" else "CS338"
    naast = {f"{plek}.budget": 100_000, f"{plek}.{einde}": date(2027, 3, 31)}
    alleen_budget = {**naast, f"{plek}.omvang": None}
    if soort != "JW317" or plek == NIEUW:
        alleen_budget[f"{plek}.product"] = ZONDER_CODE
    return [
        Voorbeeld(
            "CD075",
            soort,
            {**alleen_budget, f"{plek}.{einde}": None},
            f"{pad}/{einde_pad}",
            alleen_budget,
        ),
        Voorbeeld(
            "CD076",
            soort,
            {f"{plek}.{einde}": None, f"{plek}.omvang": PER_WEEK},
            f"{pad}/{einde_pad}",
            {f"{plek}.{einde}": None, f"{plek}.omvang": PER_MAAND},
        ),
        Voorbeeld("CD077", soort, naast, f"{pad}/Omvang", alleen_budget),
        Voorbeeld("CD078", soort, naast, f"{pad}/Budget", alleen_budget),
        Voorbeeld(
            "CS003",
            soort,
            {f"{plek}.{einde}": date(2026, 9, 30)},
            f"{pad}/{einde_pad}",
            {f"{plek}.{einde}": date(2026, 11, 1)},
        ),
        Voorbeeld(
            frequentie,
            soort,
            {f"{plek}.omvang": ELKE_DAG},
            f"{pad}/Omvang/Frequentie",
            {f"{plek}.omvang": PER_UUR_PER_DAG},
        ),
    ]


PRODUCTEN = [
    *_productregels("JW301", TOEGEWEZEN, TOEGEWEZEN_PAD, "einddatum", "Einddatum"),
    *_productregels("JW315", GEVRAAGD, GEVRAAGD_PAD, "toewijzing_einddatum", "ToewijzingEinddatum"),
    *_productregels("JW317", NIEUW, NIEUW_PAD, "einddatum", "Einddatum"),
    *_omvangregels("JW317", TE_WIJZIGEN, TE_WIJZIGEN_PAD, "einddatum", "Einddatum"),
    Voorbeeld(
        "CS335",
        "JW301",
        {f"{TOEGEWEZEN}.reden_wijziging": "13"},
        f"{TOEGEWEZEN_PAD}/RedenWijziging",
        {f"{TOEGEWEZEN}.reden_wijziging": "13", f"{TOEGEWEZEN}.einddatum": date(2026, 10, 1)},
    ),
    Voorbeeld(
        "CS336",
        "JW301",
        {f"{TOEGEWEZEN}.reden_wijziging": "01"},
        f"{TOEGEWEZEN_PAD}/RedenWijziging",
        {f"{TOEGEWEZEN}.reden_wijziging": "14"},
    ),
    Voorbeeld(
        "TR134",
        "JW301",
        {f"{TOEGEWEZEN}.toewijzingsdatum": MORGEN},
        f"{TOEGEWEZEN_PAD}/Toewijzingsdatum",
        {f"{TOEGEWEZEN}.toewijzingsdatum": bouw.DAGTEKENING},
    ),
    Voorbeeld(
        "TR302",
        "JW301",
        {"client.toegewezen_producten.+": bouw.toegewezen(1002)},
        "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]",
        {"client.toegewezen_producten.+": bouw.toegewezen(1002, "45A04")},
    ),
    Voorbeeld(
        "TR386",
        "JW315",
        {"client.aangevraagde_producten.+": bouw.aangevraagd("REF-2")},
        "/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[2]",
        {"client.aangevraagde_producten.+": bouw.aangevraagd("REF-2", "45A04")},
    ),
    Voorbeeld(
        "TR410",
        "JW317",
        {f"{VERZOEK}.nieuwe_producten.+": bouw.nieuw()},
        "/Bericht/Client/Verzoek/NieuweProducten/NieuwProduct[2]",
        {f"{VERZOEK}.nieuwe_producten.+": bouw.nieuw("45A04")},
    ),
]
