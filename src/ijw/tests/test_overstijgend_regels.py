"""Every rule of levels 3 and 4 has at least one message that breaks it; right messages break none."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest
from tests.shared import REGELS as REGELMAP
from tests.shared import heeft_shared

from ijw.berichten import Bericht, jw317
from ijw.berichten.basis import BedragMetDC, GeslotenPeriode, Omvang, XsdVersie
from ijw.omvang import Periode
from ijw.overstijgend import Dossier, Stand, Status, Stop, VerzoekStand, controleer, overzicht, signalen
from ijw.overstijgend.regel import REGELS
from ijw.tests.bouw import (
    AANBIEDER,
    ANDER_BSN,
    BERICHTEN,
    BSN,
    GEMEENTE,
    jw301_bericht,
    jw305_bericht,
    jw307_bericht,
    jw315_bericht,
    jw317_bericht,
    jw319_bericht,
    jw325_bericht,
    met,
    nieuw,
    prestatie,
    toegewezen,
    totaal,
)
from ijw.tests.overstijgend_voorbeelden import (
    ANDERE_AANBIEDER,
    AUGUSTUS,
    VANDAAG,
    creditregel,
    declaratie,
    dossier,
    eerder,
    gestart,
    regel,
    tarief,
    toewijzing,
    verzoek,
)

OKTOBER = GeslotenPeriode(begindatum=date(2026, 10, 1), einddatum=date(2026, 10, 31))
STOP = Stop(date(2026, 10, 3), "31")
PAUZE = Stop(date(2026, 10, 3), "20")


def dagen(begin: int, eind: int) -> GeslotenPeriode:
    """Days of September."""
    return GeslotenPeriode(begindatum=date(2026, 9, begin), einddatum=date(2026, 9, eind))


def wijziging(**anders: Any) -> jw317.Bericht:
    """The request for change whose new product does not overlap."""
    basis = met(jw317_bericht(), {"client.verzoek.nieuwe_producten": (nieuw("45A05"),)})
    return met(basis, {f"client.verzoek.{pad.replace('__', '.')}": waarde for pad, waarde in anders.items()})


def verstuurd() -> Dossier:
    """The declaration of two lines that the answer of the examples answers."""
    bericht = declaratie(regel(), regel("P2", uren=20))
    return dossier(declaraties=[met(bericht, {"header.bericht_identificatie.identificatie": "B0009"})])


def toegezegd(bericht: Bericht) -> Dossier:
    """A dossier with which the example message is right."""
    match bericht.SOORT:
        case "JW301":
            return dossier(toewijzingen=[])
        case "JW307":
            return dossier(leveringen=[gestart()])
        case "JW319":
            return dossier(verzoeken=[verzoek()])
        case "JW325":
            return verstuurd()
    return dossier()


GEVALLEN: list[tuple[str, Bericht, Dossier]] = [
    ("TR019", jw305_bericht(), dossier(toewijzingen=[])),
    ("TR019", jw305_bericht(), dossier(toewijzingen=[toewijzing(aanbieder_agb=ANDERE_AANBIEDER)])),
    ("TR019", jw305_bericht(), dossier(toewijzingen=[toewijzing(bsn=ANDER_BSN)])),
    ("TR056", jw315_bericht(), dossier(identificaties=["B0001"])),
    ("TR063", met(jw305_bericht(), {"client.start_producten.0.status_aanlevering": "3"}), dossier()),
    ("TR063", met(jw307_bericht(), {"client.stop_producten.0.status_aanlevering": "3"}), dossier()),
    (
        "TR071",
        met(jw305_bericht(), {"client.start_producten.0.status_aanlevering": "3"}),
        dossier(leveringen=[gestart(STOP)]),
    ),
    ("TR074", jw305_bericht(), dossier(leveringen=[gestart(STOP)])),
    (
        "TR135",
        met(jw315_bericht(), {"header.bericht_identificatie.dagtekening": date(2026, 10, 6)}),
        dossier(),
    ),
    ("TR304", declaratie(regel(), bsn=ANDER_BSN), dossier()),
    ("TR304", wijziging(), dossier(toewijzingen=[])),
    ("TR304", met(jw325_bericht(), {"declaratie_antwoord.clienten.0.bsn": ANDER_BSN}), verstuurd()),
    ("TR307", declaratie(regel()), dossier(toewijzingen=[toewijzing(ingangsdatum=date(2026, 9, 2))])),
    ("TR308", declaratie(regel()), dossier(toewijzingen=[toewijzing(einddatum=date(2026, 9, 29))])),
    ("TR314", declaratie(regel("P0")), dossier(prestaties=[eerder(status=Status.AFGEWEZEN)])),
    ("TR318", declaratie(regel()), dossier(laatste_declaratieperiode=date(2026, 10, 1))),
    ("TR319", declaratie(regel(product_periode=OKTOBER)), dossier()),
    ("TR321", declaratie(regel(uren=11)), dossier()),
    (
        "TR322",
        declaratie(regel(uren=3)),
        dossier(toewijzingen=[toewijzing(frequentie="6", volume=12)], prestaties=[eerder()]),
    ),
    ("TR323", declaratie(creditregel()), dossier()),
    ("TR326", jw305_bericht(), dossier(leveringen=[gestart(begin=date(2026, 9, 1))])),
    ("TR332", jw301_bericht(), dossier(toewijzingen=[toewijzing(bsn=ANDER_BSN)])),
    ("TR333", declaratie(regel()), dossier(declaratienummers=["D202609"])),
    ("TR337", jw325_bericht(), dossier()),
    ("TR338", declaratie(regel(toewijzing_nummer=9)), dossier()),
    (
        "TR338",
        declaratie(regel()),
        dossier(toewijzingen=[toewijzing(aanbieder_agb=ANDERE_AANBIEDER)], clienten=[BSN]),
    ),
    ("TR339", declaratie(regel()), dossier(toewijzingen=[toewijzing(categorie="54")])),
    ("TR340", declaratie(regel()), dossier(toewijzingen=[toewijzing(code="45A04")])),
    ("TR341", declaratie(regel()), dossier(toewijzingen=[toewijzing(eenheid="16")])),
    (
        "TR341",
        declaratie(regel()),
        dossier(
            toewijzingen=[toewijzing(code=None, volume=None, eenheid=None, frequentie=None)],
            tarieven=[tarief(eenheid="16")],
        ),
    ),
    ("TR346", declaratie(regel(ingediend_bedrag=BedragMetDC(bedrag=50_001, debet_credit="D"))), dossier()),
    ("TR347", jw315_bericht(), dossier(verzoeken=[verzoek("REF-1", stand=VerzoekStand.AFGEWEZEN)])),
    ("TR349", wijziging(ongewijzigde_producten=()), dossier()),
    (
        "TR350",
        wijziging(),
        dossier(toewijzingen=[toewijzing(einddatum=date(2026, 10, 4)), toewijzing(1002, code="45A04")]),
    ),
    ("TR351", wijziging(), dossier(toewijzingen=[toewijzing()])),
    ("TR355", jw319_bericht(), dossier()),
    ("TR357", wijziging(te_wijzigen_producten__0__gewenste_ingangsdatum=date(2026, 9, 1)), dossier()),
    ("TR359", jw319_bericht(), dossier(verzoeken=[verzoek(stand=VerzoekStand.TOEGEWEZEN)])),
    (
        "TR360",
        met(jw319_bericht(), {"antwoord.verzoek_antwoord": "2"}),
        dossier(verzoeken=[verzoek(stand=VerzoekStand.IN_ONDERZOEK)]),
    ),
    ("TR361", jw317_bericht(), dossier()),
    ("TR365", jw319_bericht(), dossier(verzoeken=[verzoek(stand=VerzoekStand.AFGEWEZEN)])),
    (
        "TR366",
        met(
            jw325_bericht(),
            {"declaratie_antwoord.clienten.0.prestaties.0.product_referentie.referentie_nummer": "X"},
        ),
        verstuurd(),
    ),
    (
        "TR367",
        met(jw325_bericht(), {"declaratie_antwoord.clienten.0.prestaties.0.geleverd_volume": 9}),
        verstuurd(),
    ),
    (
        "TR367",
        met(jw325_bericht(), {"declaratie_antwoord.totaal_ingediend_bedrag": totaal(150_001)}),
        verstuurd(),
    ),
    ("TR369", declaratie(regel()), dossier(toewijzingen=[toewijzing(budget=49_999)])),
    (
        "TR371",
        met(
            jw325_bericht(),
            {"header.xsd_versie_declaratie": XsdVersie(basisschema_xsd_versie="9.0.0", bericht_xsd_versie="0.1.0")},
        ),
        verstuurd(),
    ),
    (
        "TR373",
        wijziging(),
        dossier(toewijzingen=[toewijzing(), toewijzing(1002, code="45A04", frequentie="6")]),
    ),
    ("TR374", jw315_bericht(), dossier(verzoeken=[verzoek()])),
    (
        "TR375",
        wijziging(),
        dossier(toewijzingen=[toewijzing(), toewijzing(1002, categorie=None, code=None)]),
    ),
    ("TR376", met(jw325_bericht(), {"declaratie_antwoord.declaratie_nummer": "D1"}), verstuurd()),
    ("TR378", met(jw315_bericht(), {"header.ontvanger": "9999"}), dossier()),
    ("TR378", jw315_bericht(), dossier(gemeenten={GEMEENTE: Periode(date(1984, 1, 1), date(2021, 12, 31))})),
    ("TR378", met(jw319_bericht(), {"antwoord.woonplaatsbeginsel.gemeente": "9999"}), dossier()),
    (
        "TR379",
        met(jw301_bericht(), {"client.toegewezen_producten.0.referentie_aanbieder": "REF-9"}),
        dossier(toewijzingen=[]),
    ),
    ("TR381", declaratie(regel()), dossier(producten=[("45", "45A99")])),
    ("TR381", jw315_bericht(), dossier(producten=[])),
    ("TR382", jw307_bericht(), dossier()),
    ("TR382", jw307_bericht(), dossier(leveringen=[gestart(PAUZE), gestart(begin=date(2026, 10, 4))])),
    ("TR384", declaratie(regel()), dossier(toewijzingen=[toewijzing(reden_wijziging="13")])),
    (
        "TR385",
        met(
            jw301_bericht(),
            {"client.toegewezen_producten.0.reden_wijziging": "13"},
        ),
        dossier(prestaties=[eerder()]),
    ),
    ("TR387", declaratie(regel(product_periode=dagen(2, 30))), dossier()),
    ("TR388", declaratie(regel(product_periode=dagen(1, 29))), dossier()),
    ("TR389", declaratie(regel(product_periode=AUGUSTUS)), dossier(prestaties=[eerder()])),
    (
        "TR390",
        declaratie(creditregel()),
        dossier(prestaties=[eerder(), eerder("C0", debet=False, vorige_referentie="P0")]),
    ),
    ("TR411", wijziging(te_wijzigen_producten__0__omvang=None), dossier()),
    ("TR412", wijziging(), dossier(toewijzingen=[toewijzing(), toewijzing(1002, code=None)])),
    (
        "TR413",
        met(jw307_bericht(), {"client.stop_producten.0.reden_beeindiging": "20"}),
        dossier(leveringen=[gestart(PAUZE)]),
    ),
    (
        "TR414",
        met(jw307_bericht(), {"client.stop_producten.0.einddatum": date(2026, 10, 2)}),
        dossier(leveringen=[gestart(PAUZE)]),
    ),
    ("TR415", jw307_bericht(), dossier(leveringen=[gestart(STOP)])),
    ("TR418", declaratie(regel(uurtarief=5100)), dossier()),
]


def regels_van(bericht: Bericht, bekend: Dossier) -> list[str]:
    return [bevinding.regel for bevinding in controleer(bericht, bekend, vandaag=VANDAAG)]


@pytest.mark.parametrize(("code", "bericht", "bekend"), GEVALLEN, ids=[geval[0] for geval in GEVALLEN])
def test_regel_vindt_de_fout_en_legt_hem_uit(code: str, bericht: Bericht, bekend: Dossier) -> None:
    bevindingen = controleer(bericht, bekend, vandaag=VANDAAG)
    gevonden = [bevinding for bevinding in bevindingen if bevinding.regel == code]
    assert gevonden, f"{code} niet gevonden, wel: {bevindingen}"
    for bevinding in gevonden:
        assert bevinding.retourcode == REGELS[code].retourcode
        assert bevinding.niveau == REGELS[code].niveau
        assert bevinding.pad.startswith("/Bericht/")
        assert bevinding.melding.endswith(".")
        assert bericht.SOORT in REGELS[code].berichten
    meldingen = " ".join(bevinding.melding for bevinding in bevindingen)
    assert BSN not in meldingen
    assert ANDER_BSN not in meldingen


def test_elke_regel_heeft_een_geval() -> None:
    assert {code for code, _, _ in GEVALLEN} == set(REGELS)


@pytest.mark.parametrize("soort", sorted(BERICHTEN))
def test_een_goed_bericht_heeft_geen_bevindingen(soort: str) -> None:
    bericht = cast(Bericht, wijziging() if soort == "JW317" else BERICHTEN[soort]())
    assert controleer(bericht, toegezegd(bericht), vandaag=VANDAAG) == []


def test_iets_anders_dan_een_bericht_is_een_fout() -> None:
    with pytest.raises(TypeError, match="Geen iJw-bericht"):
        controleer("JW323", dossier(), vandaag=VANDAAG)  # type: ignore[arg-type]


def test_correctie_in_een_bericht_verwijdert_eerst() -> None:
    """IV008: the wrong start is removed and the right one sent in the same message, in any order."""
    goed = jw305_bericht().client.start_producten[0]
    fout = met(goed, {"begindatum": date(2026, 9, 1), "status_aanlevering": "3"})
    bericht = met(jw305_bericht(), {"client.start_producten": (goed, fout)})
    assert regels_van(bericht, dossier(leveringen=[gestart(begin=date(2026, 9, 1))])) == []


def test_na_een_tijdelijke_stop_mag_een_nieuwe_start_of_een_definitieve_stop() -> None:
    nieuwe_start = met(jw305_bericht(), {"client.start_producten.0.begindatum": date(2026, 10, 5)})
    assert regels_van(nieuwe_start, dossier(leveringen=[gestart(PAUZE)])) == []
    assert regels_van(jw307_bericht(), dossier(leveringen=[gestart(PAUZE)])) == []


def test_start_zonder_toewijzing_hoort_bij_taakgerichte_zorg() -> None:
    bericht = met(jw305_bericht(), {"client.start_producten.0.toewijzing_nummer": None})
    assert regels_van(bericht, dossier()) == []


def test_verzoek_van_een_ander_kind_staat_niet_in_de_weg() -> None:
    assert regels_van(jw315_bericht(), dossier(verzoeken=[verzoek(bsn=ANDER_BSN)])) == []


def test_verwijderde_toewijzing_hoort_niet_in_een_verzoek_om_wijziging() -> None:
    weg = toewijzing(
        1003, code="45A06", einddatum=date(2026, 1, 1), ingangsdatum=date(2026, 1, 1), reden_wijziging="13"
    )
    bekend = dossier(toewijzingen=[toewijzing(), toewijzing(1002, code="45A04"), weg])
    assert regels_van(wijziging(), bekend) == []


def test_totaal_wijzigt_mee_vanaf_de_ingangsdatum() -> None:
    bekend = dossier(toewijzingen=[toewijzing(), toewijzing(1002, code="45A04", frequentie="6")])
    bericht = wijziging(
        te_wijzigen_producten__0__gewenste_ingangsdatum=date(2026, 1, 1),
        te_wijzigen_producten__0__omvang=Omvang(volume=99, eenheid="04", frequentie="6"),
    )
    assert regels_van(bericht, bekend) == []


def test_dezelfde_toewijzing_gewijzigd_opnieuw_sturen_mag() -> None:
    assert "TR332" not in regels_van(jw301_bericht(), dossier())


def test_toewijzing_verwijderen_mag_na_crediteren() -> None:
    bericht = met(jw301_bericht(), {"client.toegewezen_producten": (met(toegewezen(), {"reden_wijziging": "13"}),)})
    bekend = dossier(prestaties=[eerder(), eerder("C0", debet=False, vorige_referentie="P0")])
    assert regels_van(bericht, bekend) == []


def test_antwoord_op_een_dubbele_referentie_zoekt_de_regel_die_gelijk_is() -> None:
    tweeling = declaratie(regel(uren=20), regel())
    tweeling = met(tweeling, {"header.bericht_identificatie.identificatie": "B0009"})
    assert regels_van(jw325_bericht(), dossier(declaraties=[tweeling])) == []


def test_wat_niet_getoetst_kon_worden_staat_in_de_signalen() -> None:
    kaal = Dossier.van(aanbieder_agb=AANBIEDER, toewijzingen=[toewijzing()])
    bericht = declaratie(prestatie())
    assert controleer(bericht, kaal, vandaag=VANDAAG) == []
    genoemd = " ".join(signalen(bericht, kaal))
    assert [code for code in ("TR378", "TR381", "TR418") if code in genoemd] == ["TR378", "TR381", "TR418"]
    assert signalen(bericht, dossier()) == []


def test_overzicht_noemt_elke_regel_met_zijn_stand() -> None:
    lijst = overzicht()
    assert [regel_stand.regel.code for regel_stand in lijst] == sorted(REGELS)
    assert all(regel_stand.stand is Stand.GEDAAN or regel_stand.toelichting for regel_stand in lijst)


@heeft_shared
def test_overzicht_is_gelijk_aan_de_standaard() -> None:
    """Code, level, return code and messages of every rule, read from the standard's own files."""
    for map_naam, niveau in (("berichtoverstijgend", 3), ("externe-bon", 4)):
        bestanden = sorted((REGELMAP / "technische-regels" / map_naam).glob("TR*.md"))
        assert bestanden
        assert {bestand.stem for bestand in bestanden} == {
            code for code, regel_ in REGELS.items() if regel_.niveau == niveau
        }
        for bestand in bestanden:
            tekst = bestand.read_text(encoding="utf-8")
            standaard = REGELS[bestand.stem]
            code = tekst.split("| Retourcode |")[1].split("|")[0].strip()
            berichten = [lijn[2:].strip() for lijn in tekst.splitlines() if lijn.startswith("- JW")]
            assert (standaard.retourcode or "n.v.t.") == code, bestand.stem
            assert list(standaard.berichten) == berichten, bestand.stem
