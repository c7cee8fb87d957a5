"""The privacy rule: no figure, and no sum of figures, tells about a few children."""

import random

import pytest

from jeugdregio.basis.privacy import VERBORGEN, Cel, bescherm_tabel, beschermd, rond_af, totaal


@pytest.mark.parametrize(
    ("aantal", "getoond"), [(0, None), (7, None), (8, 10), (12, 10), (13, 15), (17, 15), (18, 20), (1232, 1230)]
)
def test_afronden_en_verbergen(aantal: int, getoond: int | None) -> None:
    assert beschermd(aantal) == Cel(getoond)


def test_een_kleine_cel_neemt_een_tweede_mee_in_rij_en_kolom() -> None:
    cellen = {
        ("urk", "met"): 3, ("urk", "zonder"): 90,
        ("dronten", "met"): 20, ("dronten", "zonder"): 100,
        ("almere", "met"): 200, ("almere", "zonder"): 900,
    }  # fmt: skip
    getoond = bescherm_tabel(cellen)
    verborgen = {plaats for plaats, cel in getoond.items() if cel == VERBORGEN}
    assert verborgen == {("urk", "met"), ("urk", "zonder"), ("dronten", "met"), ("dronten", "zonder")}
    assert getoond["almere", "met"] == Cel(200)


def test_eigen_rij_is_precies_en_beschermt_niemand() -> None:
    cellen = {("urk", "met"): 3, ("urk", "zonder"): 90, ("almere", "met"): 201, ("almere", "zonder"): 903}
    getoond = bescherm_tabel(cellen, bekend={"almere"})
    assert getoond["almere", "met"] == Cel(201, precies=True)
    assert getoond["urk", "met"] == getoond["urk", "zonder"] == VERBORGEN
    kolom = [("urk", "met"), ("almere", "met")]
    assert totaal(kolom, cellen, getoond) == VERBORGEN, "anders is Urk uit te rekenen"


def test_geen_lijn_verraadt_een_verborgen_cel() -> None:
    zaad = random.randrange(10**6)
    print("zaad", zaad)  # noqa: T201
    kans = random.Random(zaad)
    for _ in range(300):
        rijen = [f"g{n}" for n in range(kans.randint(2, 7))]
        cellen = {(rij, kolom): kans.choice([0, 2, 7, 8, 9, 40, 400]) for rij in rijen for kolom in ("met", "zonder")}
        bekend = set(kans.sample(rijen, kans.randint(0, 1)))
        getoond = bescherm_tabel(cellen, bekend=bekend)
        for plaats, cel in getoond.items():
            if plaats[0] in bekend:
                assert cel == Cel(cellen[plaats], precies=True)
            elif cel.waarde is not None:
                assert cellen[plaats] >= 8
                assert cel.waarde == rond_af(cellen[plaats])
        lijnen = [[p for p in cellen if p[kant] == naam] for kant in (0, 1) for naam in {p[kant] for p in cellen}]
        for lijn in lijnen:
            een_verborgen = sum(getoond[p].waarde is None for p in lijn) == 1
            assert not een_verborgen or totaal(lijn, cellen, getoond) == VERBORGEN
