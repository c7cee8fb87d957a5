"""JW323 in depth: what a right provider may do, what a line explains, and how long many lines take."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijw.berichten.basis import BedragMetDC, GeslotenPeriode
from ijw.overstijgend import Dossier, Status, controleer
from ijw.tests.bouw import ANDER_BSN
from ijw.tests.overstijgend_voorbeelden import (
    AUGUSTUS,
    SEPTEMBER,
    VANDAAG,
    creditregel,
    declaratie,
    declaratie_van,
    dossier,
    eerder,
    regel,
    tarief,
    toewijzing,
)

REGEL = "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[{}]"


def codes(bericht: object, bekend: Dossier) -> list[str]:
    return [bevinding.regel for bevinding in controleer(bericht, bekend, vandaag=VANDAAG)]  # type: ignore[arg-type]


def debet(bedrag: int) -> BedragMetDC:
    return BedragMetDC(bedrag=bedrag, debet_credit="D")


def test_te_veel_uren_worden_uitgelegd_met_de_getallen() -> None:
    [bevinding] = controleer(declaratie(regel(uren=12)), dossier(toewijzingen=[toewijzing(volume=8)]), vandaag=VANDAAG)
    assert (bevinding.regel, bevinding.retourcode, bevinding.pad) == ("TR321", "9321", REGEL.format(1))
    assert bevinding.melding.startswith(
        "12 uur gedeclareerd in september 2026, 8 uur per maand toegewezen: ten hoogste 8 uur, 4 uur te veel."
    )


def test_een_regel_kan_meer_regels_breken_op_volgorde_van_de_regels() -> None:
    fout = regel("P0", uren=11, uurtarief=5100)
    bekend = dossier(toewijzingen=[toewijzing(categorie="54", ingangsdatum=date(2026, 9, 2))], prestaties=[eerder()])
    assert codes(declaratie(fout), bekend) == ["TR307", "TR314", "TR321", "TR339", "TR387", "TR418"]


def test_bevindingen_staan_in_de_volgorde_van_het_bericht() -> None:
    bericht = declaratie(regel("P1", uren=11), regel("P2", product_periode=AUGUSTUS), regel("P3", uurtarief=1))
    paden = [bevinding.pad for bevinding in controleer(bericht, dossier(), vandaag=VANDAAG)]
    assert paden == sorted(paden)


def test_minuten_op_een_uurtarief() -> None:
    """IV081: € 87,25 an hour is € 1,45 a minute; 95 minutes cost 8725 × 95 / 60 = € 138,15."""
    bekend = dossier(tarieven=[tarief(centen=8725)])
    minuten = regel(eenheid="01", geleverd_volume=95, product_tarief=145, ingediend_bedrag=debet(13_815))
    assert codes(declaratie(minuten), bekend) == []
    vermenigvuldigd = regel(eenheid="01", geleverd_volume=95, product_tarief=145, ingediend_bedrag=debet(13_775))
    assert codes(declaratie(vermenigvuldigd), bekend) == ["TR346"]
    naar_beneden = regel(eenheid="01", geleverd_volume=95, product_tarief=144, ingediend_bedrag=debet(13_680))
    assert codes(declaratie(naar_beneden), bekend) == ["TR418"]


def test_minuten_zonder_bekend_tarief_mogen_uit_elk_passend_uurtarief_komen() -> None:
    bekend = dossier(tarieven=[])
    for centen in (13_775, 13_815):
        minuten = regel(eenheid="01", geleverd_volume=95, product_tarief=145, ingediend_bedrag=debet(centen))
        assert codes(declaratie(minuten), bekend) == []
    te_veel = regel(eenheid="01", geleverd_volume=95, product_tarief=145, ingediend_bedrag=debet(14_000))
    assert codes(declaratie(te_veel), bekend) == ["TR346"]


def test_minuten_passen_binnen_toegewezen_uren() -> None:
    bekend = dossier(tarieven=[tarief(centen=6000)])
    precies = regel(eenheid="01", geleverd_volume=600, product_tarief=100, ingediend_bedrag=debet(60_000))
    assert codes(declaratie(precies), bekend) == []
    een_meer = regel(eenheid="01", geleverd_volume=601, product_tarief=100, ingediend_bedrag=debet(60_100))
    assert codes(declaratie(een_meer), bekend) == ["TR321"]


def test_uren_op_toegewezen_minuten_passen_niet() -> None:
    bekend = dossier(toewijzingen=[toewijzing(eenheid="01", volume=600)])
    assert codes(declaratie(regel()), bekend) == ["TR341"]


def test_tarief_van_de_toewijzing_gaat_voor_het_contract() -> None:
    bekend = dossier(toewijzingen=[toewijzing(tarief=6100)])
    assert codes(declaratie(regel(uurtarief=6100)), bekend) == []
    assert codes(declaratie(regel()), bekend) == ["TR418"]


def test_tarief_geldt_op_de_dag() -> None:
    oud = tarief(centen=4800, vanaf=date(2025, 1, 1), tot=date(2026, 8, 31))
    nieuw = tarief(centen=5000, vanaf=date(2026, 9, 1))
    bekend = dossier(tarieven=[oud, nieuw])
    bericht = declaratie(regel("P1"), regel("P2", uurtarief=4800, product_periode=AUGUSTUS))
    assert codes(bericht, bekend) == []
    assert codes(declaratie(regel(uurtarief=4800)), bekend) == ["TR418"]


def test_euros_hebben_geen_tarief() -> None:
    bekend = dossier(
        toewijzingen=[toewijzing(eenheid="83", volume=100_000)],
        tarieven=[tarief(eenheid="83", centen=None)],
    )
    euros = regel(eenheid="83", geleverd_volume=100_000, product_tarief=None, ingediend_bedrag=debet(100_000))
    assert codes(declaratie(euros), bekend) == []


def test_som_over_de_looptijd_telt_eerdere_regels_en_dit_bericht() -> None:
    """Twelve hours in total, eight used: three fit, two more do not; the last one hour fits again."""
    bekend = dossier(
        toewijzingen=[toewijzing(frequentie="6", volume=12, code=None)],
        prestaties=[eerder(volume=8, bedrag=40_000)],
    )
    bericht = declaratie(
        regel("P1", uren=3),
        regel("P2", uren=2, product_code="45A04", uurtarief=5000),
        regel("P3", uren=1, product_code="45A05", uurtarief=5000),
    )
    [bevinding] = controleer(bericht, bekend, vandaag=VANDAAG)
    assert (bevinding.regel, bevinding.pad) == ("TR322", REGEL.format(2))
    assert bevinding.melding.startswith("Eerder 11 uur gedeclareerd, nu 2 uur erbij is 13 uur.")


@given(uren=st.lists(st.integers(1, 9), min_size=1, max_size=12), totaal=st.integers(0, 40))
def test_wat_past_wordt_toegekend_en_nooit_meer(uren: list[int], totaal: int) -> None:
    """In the order of the message: a line is refused exactly when it would go over what is left."""
    bekend = dossier(toewijzingen=[toewijzing(frequentie="6", volume=totaal, code=None)], tarieven=[], producten=None)
    regels = [regel(f"P{plaats}", uren=aantal, product_code=f"{plaats:05d}") for plaats, aantal in enumerate(uren)]
    bevindingen = controleer(declaratie(*regels), bekend, vandaag=VANDAAG)
    te_veel = {bevinding.pad for bevinding in bevindingen if bevinding.regel == "TR322"}
    over = totaal
    for plaats, aantal in enumerate(uren, start=1):
        assert (REGEL.format(plaats) in te_veel) == (aantal > over)
        over -= aantal if aantal <= over else 0
    assert over >= 0


def test_toewijzing_van_een_andere_gemeente_telt_niet() -> None:
    """Numbers are unique within one municipality only (TR332)."""
    assert codes(declaratie(regel()), dossier(toewijzingen=[toewijzing(gemeente="0995")])) == ["TR338"]


def test_afgewezen_regels_gebruiken_geen_volume() -> None:
    bekend = dossier(
        toewijzingen=[toewijzing(frequentie="6", volume=10)],
        prestaties=[eerder(status=Status.AFGEWEZEN)],
    )
    assert codes(declaratie(regel()), bekend) == []


def test_uren_en_minuten_op_een_toewijzing_tellen_samen() -> None:
    bekend = dossier(
        toewijzingen=[toewijzing(frequentie="6", volume=10)],
        prestaties=[eerder(volume=90, eenheid="01", tarief=83, bedrag=7500)],
    )
    assert codes(declaratie(regel(uren=8)), bekend) == []
    [bevinding] = controleer(declaratie(regel(uren=9)), bekend, vandaag=VANDAAG)
    assert "Eerder 1 uur en 30 minuten gedeclareerd" in bevinding.melding


def test_budget_telt_bedragen_over_producten_heen() -> None:
    generiek = toewijzing(categorie=None, code=None, volume=None, eenheid=None, frequentie=None, budget=100_000)
    bekend = dossier(toewijzingen=[generiek], tarieven=[tarief(), tarief("45A04")], prestaties=[eerder(bedrag=30_000)])
    bericht = declaratie(regel("P1"), regel("P2", product_code="45A04"))
    [bevinding] = controleer(bericht, bekend, vandaag=VANDAAG)
    assert (bevinding.regel, bevinding.pad) == ("TR369", REGEL.format(2))
    assert "€ 1.300,00" in bevinding.melding
    assert "€ 300,00 te veel" in bevinding.melding


def test_credit_maakt_plaats_voor_een_verbeterde_regel_in_hetzelfde_bericht() -> None:
    """OP366: credits first, also when the new debit stands before it in the message."""
    bekend = dossier(prestaties=[eerder()])
    bericht = declaratie(regel("P1", uren=9, product_periode=AUGUSTUS), creditregel())
    assert codes(bericht, bekend) == []


def test_credit_na_het_einde_van_de_toewijzing_en_met_een_oud_tarief_blijft_geldig() -> None:
    """IV085: a municipality cannot contest a credit, so only TR304, 314, 319, 323, 338 and 390 judge it."""
    bekend = dossier(
        toewijzingen=[toewijzing(einddatum=date(2026, 7, 31), volume=1)],
        prestaties=[eerder()],
        tarieven=[tarief(centen=1)],
        producten=[],
    )
    assert codes(declaratie(creditregel()), bekend) == []


@pytest.mark.parametrize(
    ("anders", "woord"),
    [
        (
            {"ingediend_bedrag": BedragMetDC(bedrag=1, debet_credit="C")},
            "bedrag € 0,01 in plaats van € 500,00",
        ),
        ({"product_periode": SEPTEMBER}, "begindatum 1 september 2026 in plaats van 1 augustus 2026"),
        ({"geleverd_volume": 9}, "volume 9 in plaats van 10"),
        ({"vorig": None}, "niet ingevuld"),
        ({"vorig": "P9"}, "geen debetregel met referentienummer P9"),
    ],
)
def test_credit_is_gelijk_aan_de_debetregel(anders: dict[str, object], woord: str) -> None:
    [bevinding] = controleer(
        declaratie(creditregel(**anders)),  # type: ignore[arg-type]
        dossier(prestaties=[eerder()]),
        vandaag=VANDAAG,
    )
    assert bevinding.regel == "TR323"
    assert woord in bevinding.melding


@pytest.mark.parametrize("status", [Status.AFGEWEZEN, Status.IN_BEHANDELING])
def test_alleen_een_toegekende_regel_wordt_gecrediteerd(status: Status) -> None:
    assert codes(declaratie(creditregel()), dossier(prestaties=[eerder(status=status)])) == ["TR323"]


def test_twee_credits_op_dezelfde_regel_in_een_bericht() -> None:
    bericht = declaratie(creditregel("C1"), creditregel("C2"))
    [bevinding] = controleer(bericht, dossier(prestaties=[eerder()]), vandaag=VANDAAG)
    assert (bevinding.regel, bevinding.pad) == ("TR390", REGEL.format(2))


def test_afgewezen_debet_mag_opnieuw() -> None:
    bekend = dossier(prestaties=[eerder(status=Status.AFGEWEZEN)])
    assert codes(declaratie(regel(product_periode=AUGUSTUS)), bekend) == []


def test_afgewezen_regel_met_dezelfde_referentie_verbergt_de_toegekende_niet() -> None:
    """A provider reused P0 and was refused; the granted P0 still counts, and can still be credited."""
    tweede = eerder(status=Status.AFGEWEZEN, begindatum=date(2026, 7, 1), einddatum=date(2026, 7, 31))
    for volgorde in ([eerder(), tweede], [tweede, eerder()]):
        bekend = dossier(prestaties=volgorde)
        assert codes(declaratie(regel(product_periode=AUGUSTUS)), bekend) == ["TR389"]
        assert codes(declaratie(creditregel()), bekend) == []


def test_gecrediteerde_debet_mag_opnieuw() -> None:
    bekend = dossier(prestaties=[eerder(), eerder("C0", debet=False, vorige_referentie="P0")])
    assert codes(declaratie(regel(product_periode=AUGUSTUS)), bekend) == []


def test_onbeantwoorde_debet_mag_niet_nog_eens() -> None:
    bekend = dossier(prestaties=[eerder(status=Status.IN_BEHANDELING)])
    assert codes(declaratie(regel(product_periode=AUGUSTUS)), bekend) == ["TR389"]


def test_dubbel_in_een_bericht_keurt_alleen_de_tweede_af() -> None:
    [bevinding] = controleer(declaratie(regel("P1"), regel("P2")), dossier(), vandaag=VANDAAG)
    assert (bevinding.regel, bevinding.pad) == ("TR389", REGEL.format(2))


def test_gelijke_referenties_in_een_bericht_gaan_allebei_terug() -> None:
    bericht = declaratie(regel("P1"), regel("P1", product_periode=AUGUSTUS))
    assert codes(bericht, dossier()) == ["TR314", "TR314"]


def test_verwijderde_toewijzing_geeft_alleen_die_reden() -> None:
    weg = toewijzing(reden_wijziging="13", einddatum=date(2026, 1, 1))
    assert codes(declaratie(regel()), dossier(toewijzingen=[weg])) == ["TR384"]


def test_toewijzing_van_een_ander_kind_verraadt_niets() -> None:
    """The rules on the assignment are not run: their texts would tell about another child."""
    bekend = dossier(toewijzingen=[toewijzing(1001), toewijzing(1002, bsn=ANDER_BSN, volume=1)])
    assert codes(declaratie(regel(toewijzing_nummer=1002)), bekend) == ["TR304"]


def test_onbekend_kind_en_kind_van_een_ander_krijgen_hetzelfde_antwoord() -> None:
    elders = toewijzing(1002, bsn=ANDER_BSN, aanbieder_agb="42420002")
    bericht = declaratie(regel(toewijzing_nummer=1002), bsn=ANDER_BSN)
    bekend, onbekend = dossier(toewijzingen=[toewijzing(), elders]), dossier(toewijzingen=[toewijzing()])
    [een] = controleer(bericht, bekend, vandaag=VANDAAG)
    assert (een.regel, een.pad) == ("TR304", "/Bericht/Declaratie/Clienten/Client[1]")
    assert [een] == controleer(bericht, onbekend, vandaag=VANDAAG)


def test_fout_in_de_kop_of_de_declaratie_stopt_de_beoordeling() -> None:
    bericht = declaratie(regel(uren=99))
    assert codes(bericht, dossier(identificaties=["B0001"], declaratienummers=["D202609"])) == ["TR056"]
    assert codes(bericht, dossier(declaratienummers=["D202609"])) == ["TR333"]


@pytest.mark.parametrize(
    ("laatste", "verwacht"),
    [(date(2026, 9, 1), []), (date(2026, 6, 1), []), (date(2026, 10, 1), ["TR318"])],
)
def test_declaratieperiode_gaat_niet_terug(laatste: date, verwacht: list[str]) -> None:
    """IV090: a second declaration of the last month is allowed, and so is a gap (OP284)."""
    assert codes(declaratie(regel()), dossier(laatste_declaratieperiode=laatste)) == verwacht


def test_gebroken_maand_volgt_de_toewijzing() -> None:
    """IV089: an assignment from 8 to 17 September gives a product period of 8 to 17 September."""
    bekend = dossier(toewijzingen=[toewijzing(ingangsdatum=date(2026, 9, 8), einddatum=date(2026, 9, 17))])
    goed = GeslotenPeriode(begindatum=date(2026, 9, 8), einddatum=date(2026, 9, 17))
    assert codes(declaratie(regel(product_periode=goed)), bekend) == []
    assert codes(declaratie(regel()), bekend) == ["TR307", "TR308", "TR387", "TR388"]


def test_tienduizend_regels_blijven_vlot_en_groeien_recht_evenredig() -> None:
    """Every line is right and has an earlier line; half the budget is for one assignment."""

    def meet(aantal: int) -> float:
        kinderen = [f"{900_000_000 + nummer:09d}" for nummer in range(aantal // 10)]
        toewijzingen = [toewijzing(nummer, bsn=kinderen[nummer // 10], volume=99) for nummer in range(aantal)]
        eerdere = [eerder(f"E{een.nummer}", bsn=een.bsn, toewijzing_nummer=een.nummer) for een in toewijzingen]
        bekend = dossier(toewijzingen=toewijzingen, prestaties=eerdere)
        bericht = declaratie_van(
            {
                bsn: tuple(
                    regel(f"P{nummer}", toewijzing_nummer=nummer) for nummer in range(plaats * 10, plaats * 10 + 10)
                )
                for plaats, bsn in enumerate(kinderen)
            }
        )
        begin = time.process_time()
        assert controleer(bericht, bekend, vandaag=VANDAAG) == []
        return time.process_time() - begin

    klein, groot = min(meet(2_000) for _ in range(2)), min(meet(10_000) for _ in range(3))
    assert groot < 1.0, f"10.000 regels kosten {groot:.2f} s"
    assert groot < 12 * klein


def test_tienduizend_regels_op_een_toewijzing_worden_niet_kwadratisch() -> None:
    generiek = toewijzing(categorie=None, code=None, volume=None, eenheid=None, frequentie=None, budget=10**12)
    eerdere = [eerder(f"E{nummer}", code=f"{nummer:05d}", bedrag=1, tarief=None) for nummer in range(10_000)]
    bekend = dossier(toewijzingen=[generiek], prestaties=eerdere, producten=None)
    bericht = declaratie(*(regel(f"P{nummer}", product_code=f"{nummer:05d}") for nummer in range(10_000)))
    begin = time.process_time()
    assert codes(bericht, bekend) == []
    assert time.process_time() - begin < 1.0
