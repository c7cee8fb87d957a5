"""A declaration judged and booked: which lines are granted, what adds up, whose turn it is, how many queries."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.mensen import Regiomensen

from ijw.berichten import jw323
from ijw.bevinding import Bevinding
from ijw.overstijgend import controleer
from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.financien.boeken import boek, geheel_afgekeurd
from jeugdregio.financien.dossier import vul_dossier
from jeugdregio.financien.messages import Declaratieregel, maak_jw323
from jeugdregio.financien.models import Declaratie
from jeugdregio.financien.tests import bouw
from jeugdregio.toegang.models import Toewijzing

OP = date(2026, 10, 5)
Verwerk = Callable[..., tuple[list[Bevinding], Declaratie | None]]


def bericht(
    regels: list[Declaratieregel], nummer: str = "D1", maand: date = date(2026, 9, 1), op: date = OP
) -> jw323.Bericht:
    return maak_jw323(regels, aanbieder="42420001", gemeente="0995", maand=maand, nummer=nummer, dagtekening=op)


@pytest.fixture
def verwerk(regio: Regiomensen) -> Verwerk:
    """Judge and book a declaration of De Brug to Lelystad, as the handler does."""

    def doe(regels: list[Declaratieregel], nummer: str = "D1", maand: date = date(2026, 9, 1), op: date = OP):  # type: ignore[no-untyped-def]
        jw = bericht(regels, nummer, maand, op)
        with klok.op(op):
            bevindingen = controleer(jw, vul_dossier(jw, regio.de_brug, regio.lelystad), vandaag=op)
            if geheel_afgekeurd(bevindingen):
                return bevindingen, None
            post = bouw.opgeslagen(regio.de_brug, regio.lelystad, nummer)
            return bevindingen, boek(jw, post, regio.de_brug, regio.lelystad, bevindingen)

    return doe


@pytest.fixture
def mirthe(regio: Regiomensen) -> Toewijzing:
    return bouw.toewijzing(bouw.kind(regio.lelystad), regio.de_brug, 1001)


def test_een_goede_regel_wordt_toegekend(verwerk: Verwerk, mirthe: Toewijzing) -> None:
    bevindingen, declaratie = verwerk([bouw.regel(mirthe, "P1")])
    assert bevindingen == []
    assert declaratie is not None
    assert (declaratie.ingediend, declaratie.toegekend) == (8 * bouw.TARIEF, 8 * bouw.TARIEF)
    assert declaratie.antwoord_uiterlijk == date(2026, 10, 19)
    (regel,) = declaratie.prestaties.all()
    assert (regel.toewijzing, regel.toegekend, regel.retourcodes) == (mirthe, 8 * bouw.TARIEF, [])


def test_te_veel_volume_wordt_afgewezen_met_uitleg(verwerk: Verwerk, mirthe: Toewijzing) -> None:
    _, declaratie = verwerk([bouw.regel(mirthe, "P1", volume=9)])
    assert declaratie is not None
    (regel,) = declaratie.prestaties.all()
    assert (regel.toegekend, regel.retourcodes) == (0, ["9321"])
    assert "ten hoogste 8 uur" in regel.meldingen[0]["melding"]


def test_een_kind_van_een_ander_wijst_alle_regels_van_dat_kind_af(
    verwerk: Verwerk, mirthe: Toewijzing, regio: Regiomensen
) -> None:
    vreemd = bouw.toewijzing(bouw.kind(regio.lelystad, 1), regio.het_anker, 2002)
    _, declaratie = verwerk([bouw.regel(mirthe, "P1"), bouw.regel(vreemd, "P2")])
    assert declaratie is not None
    goed, fout = declaratie.prestaties.all()
    assert (goed.retourcodes, fout.retourcodes) == ([], ["8187"])
    assert fout.toewijzing is None, "een regel wijst nooit naar de toewijzing van een ander"
    assert declaratie.toegekend == goed.bedrag


def test_een_credit_haalt_de_regel_van_augustus_terug(verwerk: Verwerk, mirthe: Toewijzing) -> None:
    augustus = {"begindatum": date(2026, 8, 1), "einddatum": date(2026, 8, 31)}
    verwerk([bouw.regel(mirthe, "P1", **augustus)], "D1", date(2026, 8, 1), date(2026, 9, 7))
    _, tweede = verwerk(
        [bouw.regel(mirthe, "P2", vorige_referentie="P1", **augustus), bouw.regel(mirthe, "P3", volume=2)], "D2"
    )
    assert tweede is not None
    assert tweede.toegekend == tweede.ingediend == (2 - 8) * bouw.TARIEF
    _, derde = verwerk([bouw.regel(mirthe, "P4", vorige_referentie="P1", **augustus)], "D3")
    assert derde is not None
    assert derde.prestaties.get().retourcodes == ["9390"], "een regel wordt een keer gecrediteerd"


def test_een_gebruikt_declaratienummer_boekt_niets(verwerk: Verwerk, mirthe: Toewijzing) -> None:
    verwerk([bouw.regel(mirthe, "P1")])
    bevindingen, tweede = verwerk([bouw.regel(mirthe, "P2")])
    assert [b.regel for b in bevindingen] == ["TR333"]
    assert tweede is None


def test_een_regel_van_een_andere_gemeente_telt_hier_niet_mee(
    verwerk: Verwerk, mirthe: Toewijzing, regio: Regiomensen
) -> None:
    """The same assignment number exists in Dronten; what is declared there takes no room here."""
    elders = bouw.toewijzing(bouw.kind(regio.dronten, 5), regio.de_brug, 1001)
    jw = maak_jw323(
        [bouw.regel(elders, "P1")], aanbieder="42420001", gemeente="0303", maand=OP.replace(month=9),
        nummer="D0", dagtekening=OP,
    )  # fmt: skip
    with klok.op(OP):
        boek(jw, bouw.opgeslagen(regio.de_brug, regio.dronten, "D0"), regio.de_brug, regio.dronten, [])
    _, declaratie = verwerk([bouw.regel(mirthe, "P2")])
    assert declaratie is not None
    assert declaratie.toegekend == 8 * bouw.TARIEF
    _, dubbel = verwerk([bouw.regel(mirthe, "P1", begindatum=date(2026, 8, 1), einddatum=date(2026, 8, 31))], "D2")
    assert dubbel is not None
    assert dubbel.prestaties.get().retourcodes == ["8021"], "een referentie is uniek over alle gemeenten"


def test_beurten_voor_de_controller_en_de_aanbieder(verwerk: Verwerk, mirthe: Toewijzing, regio: Regiomensen) -> None:
    _, eerste = verwerk([bouw.regel(mirthe, "P1", volume=9), bouw.regel(mirthe, "P2")])
    assert eerste is not None
    betalen = Beurt.objects.get(organisatie=regio.lelystad, rol="controller")
    herstellen = Beurt.objects.get(organisatie=regio.de_brug)
    assert betalen.uiterlijk == date(2026, 11, 4)
    assert "1 van 2 regels afgewezen" in herstellen.tekst
    assert herstellen.kind_id is None


def test_de_beurt_van_de_aanbieder_sluit_als_alles_hersteld_is(
    verwerk: Verwerk, mirthe: Toewijzing, regio: Regiomensen
) -> None:
    verwerk([bouw.regel(mirthe, "P1", volume=9)])
    assert not Beurt.objects.filter(organisatie=regio.lelystad).exists(), "er is niets om te betalen"
    verwerk([bouw.regel(mirthe, "P2", volume=8)], "D2")
    assert Beurt.objects.get(organisatie=regio.de_brug).staat == "gedaan"


@pytest.mark.parametrize("met_eerdere", [False, True])
def test_het_aantal_vragen_hangt_niet_af_van_het_aantal_regels(
    verwerk: Verwerk, regio: Regiomensen, met_eerdere: bool
) -> None:
    toewijzingen = [
        bouw.toewijzing(bouw.kind(regio.lelystad, nummer), regio.de_brug, 5000 + nummer) for nummer in range(200)
    ]
    if met_eerdere:
        augustus = {"begindatum": date(2026, 8, 1), "einddatum": date(2026, 8, 31)}
        eerder = [bouw.regel(t, f"A{t.nummer}", **augustus) for t in toewijzingen]
        verwerk(eerder, "D0", date(2026, 8, 1), date(2026, 9, 7))

    def regels(aantal: int, voor: str) -> list[Declaratieregel]:
        return [
            bouw.regel(t, f"{voor}{t.nummer}", volume=9 if nummer % 5 == 0 else 8)
            for nummer, t in enumerate(toewijzingen[:aantal])
        ]

    with CaptureQueriesContext(connection) as bij_tien:
        verwerk(regels(10, "X"), "D10")
    with CaptureQueriesContext(connection) as bij_tweehonderd:
        _, declaratie = verwerk(regels(200, "Y"), "D200")
    assert declaratie is not None
    assert declaratie.prestaties.count() == 200
    # The second one may also close repair turns of the first (reading its lines and what repaired them).
    assert len(bij_tweehonderd) - len(bij_tien) <= 4, [q["sql"][:120] for q in bij_tweehonderd.captured_queries]
    assert len(bij_tweehonderd) <= 25


def test_de_som_van_de_regels_is_het_totaal(verwerk: Verwerk, regio: Regiomensen) -> None:
    toewijzingen = [bouw.toewijzing(bouw.kind(regio.lelystad, n), regio.de_brug, 7000 + n) for n in range(12)]
    _, declaratie = verwerk([bouw.regel(t, f"P{t.nummer}", volume=3 + n) for n, t in enumerate(toewijzingen)])
    assert declaratie is not None
    regels = list(declaratie.prestaties.all())
    assert declaratie.ingediend == sum(regel.bedrag for regel in regels)
    assert declaratie.toegekend == sum(regel.toegekend for regel in regels)
    assert all(regel.toegekend == (0 if regel.afgewezen else regel.bedrag) for regel in regels)
