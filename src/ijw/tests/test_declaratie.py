"""The answer to a declaration (JW325): what is refused, what is granted, and that the totals add up."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.shared import XSD as XSD_MAP
from tests.shared import heeft_shared

from ijw import regels
from ijw.berichten import jw323, jw325
from ijw.berichten.basis import BedragMetDC, Referentie
from ijw.bevinding import Bevinding
from ijw.declaratie import als_totaal, maak_antwoord, met_teken, toegekend, totaal_met_teken
from ijw.overstijgend import controleer
from ijw.schrijver import schrijf
from ijw.tests.bouw import AANBIEDER, ANDER_BSN, BSN, GEMEENTE, met, totaal
from ijw.tests.overstijgend_voorbeelden import (
    ANDERE_AANBIEDER,
    AUGUSTUS,
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

KIND_1 = "/Bericht/Declaratie/Clienten/Client[1]"
KIND_2 = "/Bericht/Declaratie/Clienten/Client[2]"


def fout(pad: str, retourcode: str | None = "9321", niveau: int = 3) -> Bevinding:
    return Bevinding(niveau, "TR000", pad, "Een fout.", retourcode)


def antwoord(bericht: jw323.Bericht, *bevindingen: Bevinding, xslt: str | None = None) -> jw325.Bericht:
    return maak_antwoord(bericht, bevindingen, identificatie="A0001", dagtekening=date(2026, 10, 19), xslt_versie=xslt)


def inhoud(bericht: jw323.Bericht, *bevindingen: Bevinding) -> jw325.DeclaratieAntwoord:
    deel = antwoord(bericht, *bevindingen).declaratie_antwoord
    assert deel is not None
    return deel


def terug(deel: jw325.DeclaratieAntwoord) -> dict[str, tuple[str, ...]]:
    """Return codes per reference of the lines that came back."""
    return {
        prestatie.product_referentie.referentie_nummer: prestatie.retour_codes
        for client in deel.clienten
        for prestatie in client.prestaties
    }


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(XSD_MAP / "jw325.xsd")))


def twee_kinderen() -> jw323.Bericht:
    return declaratie_van(
        {
            BSN: (regel("P1", uren=10), regel("P2", uren=1, product_periode=AUGUSTUS)),
            ANDER_BSN: (regel("P3", uren=4), creditregel("P4")),
        }
    )


def test_alles_goed_is_8001_zonder_clienten() -> None:
    bericht = antwoord(twee_kinderen())
    assert bericht.header.retour_codes == ("0200",)
    deel = bericht.declaratie_antwoord
    assert deel is not None
    assert deel.retour_codes == ("8001",)
    assert deel.clienten == ()
    assert deel.totaal_ingediend_bedrag == deel.totaal_toegekend_bedrag == totaal(25_000)


def test_kop_van_het_antwoord_wijst_naar_de_declaratie() -> None:
    bericht = antwoord(twee_kinderen())
    kop = bericht.header
    assert (kop.bericht_code, kop.afzender, kop.ontvanger) == ("491", GEMEENTE, AANBIEDER)
    assert kop.declaratie_identificatie.identificatie == "B0001"
    assert kop.bericht_identificatie.identificatie == "A0001"
    assert kop.xsd_versie_declaratie == twee_kinderen().header.xsd_versie
    assert kop.xslt_versie is None


def test_niveau_2_geeft_alleen_een_kop_met_0001() -> None:
    bericht = antwoord(twee_kinderen(), fout(KIND_1, "0001", niveau=2), fout(KIND_2), xslt="1.0.0")
    assert bericht.header.retour_codes == ("0001",)
    assert bericht.header.xslt_versie == "1.0.0"
    assert bericht.declaratie_antwoord is None
    assert toegekend(twee_kinderen(), [fout(KIND_1, "0001", niveau=2)]) == []


def test_niveau_2_antwoordt_ook_als_het_totaal_niet_klopt() -> None:
    verkeerd = met(twee_kinderen(), {"declaratie.totaal_ingediend_bedrag": totaal(1)})
    assert antwoord(verkeerd, *regels.controleer(verkeerd)).header.retour_codes == ("0001",)


def test_fout_in_de_kop_geeft_alleen_een_kop_met_die_code() -> None:
    bericht = antwoord(twee_kinderen(), fout("/Bericht/Header", "8848", niveau=4), fout(KIND_1))
    assert bericht.header.retour_codes == ("8848",)
    assert bericht.declaratie_antwoord is None


@pytest.mark.parametrize("pad", ["/Bericht/Declaratie", "/Bericht/Declaratie/DeclaratieNummer"])
def test_fout_in_de_declaratie_kent_niets_toe(pad: str) -> None:
    bericht = antwoord(twee_kinderen(), fout(pad, "9333"))
    deel = bericht.declaratie_antwoord
    assert deel is not None
    assert (bericht.header.retour_codes, deel.retour_codes) == (("0200",), ("9333",))
    assert deel.totaal_toegekend_bedrag == totaal(0)
    assert deel.totaal_ingediend_bedrag == totaal(25_000)
    assert deel.clienten == ()
    assert toegekend(twee_kinderen(), [fout(pad, "9333")]) == []


def test_fout_bij_een_client_beoordeelt_zijn_regels_niet() -> None:
    deel = inhoud(twee_kinderen(), fout(KIND_2, "8187"), fout(f"{KIND_2}/Prestaties/Prestatie[1]"))
    assert deel.retour_codes == ("0200",)
    [client] = deel.clienten
    assert (client.bsn, client.retour_codes) == (ANDER_BSN, ("8187",))
    assert terug(deel) == {"P3": ("0233",), "P4": ("0233",)}
    assert deel.totaal_toegekend_bedrag == totaal(55_000)


def test_alleen_afgewezen_regels_gaan_terug() -> None:
    deel = inhoud(
        twee_kinderen(),
        fout(f"{KIND_1}/Prestaties/Prestatie[2]", "9321"),
        fout(f"{KIND_1}/Prestaties/Prestatie[2]/GeleverdVolume", "9322"),
        fout(f"{KIND_1}/Prestaties/Prestatie[2]", "9321"),
    )
    [client] = deel.clienten
    assert (client.bsn, client.retour_codes) == (BSN, ("0200",))
    assert terug(deel) == {"P2": ("9321", "9322")}
    assert deel.totaal_toegekend_bedrag == totaal(20_000)


def test_afgewezen_credit_houdt_zijn_vorige_referentie() -> None:
    deel = inhoud(twee_kinderen(), fout(f"{KIND_2}/Prestaties/Prestatie[2]", "8017"))
    [client] = deel.clienten
    [prestatie] = client.prestaties
    assert prestatie.product_referentie == Referentie(referentie_nummer="P4", vorig_referentie_nummer="P0")
    assert prestatie.ingediend_bedrag == BedragMetDC(bedrag=50_000, debet_credit="C")
    assert deel.totaal_toegekend_bedrag == totaal(75_000)


def test_alles_per_regel_afgewezen_is_nul_en_debet() -> None:
    deel = inhoud(declaratie(regel()), fout(f"{KIND_1}/Prestaties/Prestatie[1]"))
    assert (deel.retour_codes, deel.totaal_toegekend_bedrag) == (("0200",), totaal(0))


def test_meer_terug_dan_gevraagd_is_een_credittotaal() -> None:
    deel = inhoud(twee_kinderen(), fout(KIND_1, "8187"))
    assert deel.totaal_toegekend_bedrag == totaal(30_000, "C")


@pytest.mark.parametrize(
    ("bevinding", "woord"),
    [
        (fout("/Bericht/Header", None, niveau=1), "niveau 1"),
        (fout(KIND_1, None), "geen retourcode"),
        (fout("/Bericht/Client"), "niet in een declaratie"),
        (fout("/Bericht/Declaratie/Clienten/Client[3]"), "staat niet in"),
        (fout(f"{KIND_1}/Prestaties/Prestatie[3]"), "staat niet in"),
        (fout("/Bericht/Declaratie/Clienten/Client[0]"), "staat niet in"),
    ],
)
def test_een_bevinding_die_niet_past_wordt_niet_ingeslikt(bevinding: Bevinding, woord: str) -> None:
    with pytest.raises(ValueError, match=woord):
        antwoord(twee_kinderen(), bevinding)


def test_een_totaal_dat_niet_klopt_zonder_niveau_2_is_een_fout() -> None:
    verkeerd = met(twee_kinderen(), {"declaratie.totaal_ingediend_bedrag": totaal(1)})
    with pytest.raises(ValueError, match="TR358"):
        antwoord(verkeerd)


PRESTATIES = st.lists(
    st.tuples(st.integers(0, 99_999_999), st.sampled_from("DC"), st.booleans()), min_size=1, max_size=6
)


@settings(max_examples=150, deadline=None)
@given(
    kinderen=st.lists(st.tuples(PRESTATIES, st.booleans()), min_size=1, max_size=4),
    zwaar=st.sampled_from(["", "", "", "", "declaratie", "header", "niveau2"]),
)
def test_totalen_kloppen_altijd(kinderen: list[tuple[list[tuple[int, str, bool]], bool]], zwaar: str) -> None:
    """Submitted minus granted is the sum of what came back (TR342); the books equal the granted total."""
    bevindingen, per_kind = [], {}
    for nummer, (rijen, kind_fout) in enumerate(kinderen, start=1):
        pad = f"/Bericht/Declaratie/Clienten/Client[{nummer}]"
        if kind_fout:
            bevindingen.append(fout(pad, "8187"))
        per_kind[f"{900_000_000 + nummer}"] = tuple(
            regel(f"P{nummer}-{plaats}", ingediend_bedrag=BedragMetDC(bedrag=bedrag, debet_credit=soort))
            for plaats, (bedrag, soort, _) in enumerate(rijen)
        )
        bevindingen += [
            fout(f"{pad}/Prestaties/Prestatie[{plaats}]", "9389")
            for plaats, (_, _, mis) in enumerate(rijen, start=1)
            if mis
        ]
    extra = {
        "declaratie": fout("/Bericht/Declaratie", "9333"),
        "header": fout("/Bericht/Header", "9056"),
        "niveau2": fout("/Bericht/Header", "0001", niveau=2),
    }
    if zwaar:
        bevindingen.append(extra[zwaar])
    bericht = declaratie_van(per_kind)
    geboekt = toegekend(bericht, bevindingen)
    uit = antwoord(bericht, *bevindingen)
    if XSD_MAP.is_dir():
        schema().assertValid(etree.fromstring(schrijf(uit)))
    deel = uit.declaratie_antwoord
    if deel is None:
        assert geboekt == []
        return
    toegekend_totaal = totaal_met_teken(deel.totaal_toegekend_bedrag)
    assert sum(toekenning.bedrag for toekenning in geboekt) == toegekend_totaal
    if deel.retour_codes == ("9333",):
        assert toegekend_totaal == 0
        return
    teruggestuurd = sum(
        met_teken(prestatie.ingediend_bedrag) for client in deel.clienten for prestatie in client.prestaties
    )
    assert totaal_met_teken(deel.totaal_ingediend_bedrag) - toegekend_totaal == teruggestuurd
    assert len(geboekt) + len(terug(deel)) == sum(len(regels_) for regels_ in per_kind.values())
    assert (deel.retour_codes == ("8001",)) == (not bevindingen)


@given(centen=st.integers(-(10**12) + 1, 10**12 - 1))
def test_totaal_heen_en_weer(centen: int) -> None:
    assert totaal_met_teken(als_totaal(centen)) == centen


# Story 9: the declaration of September 2026, received on Monday 5 October.

FATIMA, TOM, ANDERS = BSN, ANDER_BSN, "999900031"


def verhaal_9(*, augustus_was_toegekend: bool) -> tuple[jw323.Bericht, list[Bevinding]]:
    weg = {"einddatum": date(2026, 1, 1), "reden_wijziging": "13"}
    bekend = dossier(
        toewijzingen=[
            toewijzing(1001, volume=8),
            toewijzing(1002, code="45A04", volume=8),
            toewijzing(1003, code="45A05", volume=8, **weg),
            toewijzing(2001, bsn=TOM, volume=8),
            toewijzing(2002, bsn=TOM, code="45A04", volume=8),
            toewijzing(3001, bsn=ANDERS, aanbieder_agb=ANDERE_AANBIEDER),
        ],
        tarieven=[tarief(), tarief("45A04"), tarief("45A05")],
        prestaties=[
            eerder("S1", bsn=TOM, toewijzing_nummer=2001, begindatum=date(2026, 9, 1),
                   einddatum=date(2026, 9, 30), volume=8, bedrag=40_000),
            *([eerder("A1", volume=8, bedrag=40_000)] if augustus_was_toegekend else []),
        ],
    )  # fmt: skip
    credit = creditregel("R5", "A1", geleverd_volume=8)
    credit = met(credit, {"ingediend_bedrag": BedragMetDC(bedrag=40_000, debet_credit="C")})
    bericht = declaratie_van(
        {
            FATIMA: (
                regel("R1", uren=8),
                regel("R2", uren=12, toewijzing_nummer=1002, product_code="45A04"),
                regel("R3", uren=8, toewijzing_nummer=1003, product_code="45A05"),
                credit,
            ),
            TOM: (
                regel("R4", uren=8, toewijzing_nummer=2001),
                regel("R6", uren=8, uurtarief=5500, toewijzing_nummer=2002, product_code="45A04"),
            ),
            ANDERS: (regel("R7", uren=8, toewijzing_nummer=3001),),
        }
    )
    assert regels.controleer(bericht) == []
    return bericht, controleer(bericht, bekend, vandaag=VANDAAG)


def test_verhaal_9_elke_regel_zijn_eigen_antwoord() -> None:
    bericht, bevindingen = verhaal_9(augustus_was_toegekend=True)
    deel = inhoud(bericht, *bevindingen)
    assert terug(deel) == {
        "R2": ("9321",),
        "R3": ("9384",),
        "R4": ("9389",),
        "R6": ("0611",),
        "R7": ("0233",),
    }
    assert [(client.bsn, client.retour_codes) for client in deel.clienten] == [
        (FATIMA, ("0200",)),
        (TOM, ("0200",)),
        (ANDERS, ("8187",)),
    ]
    assert deel.retour_codes == ("0200",)
    assert totaal_met_teken(deel.totaal_ingediend_bedrag) == 224_000
    assert deel.totaal_toegekend_bedrag == totaal(0)
    geboekt = toegekend(bericht, bevindingen)
    assert [(regel_.referentie, regel_.bedrag) for regel_ in geboekt] == [("R1", 40_000), ("R5", -40_000)]
    per_regel = {bevinding.regel: bevinding.melding for bevinding in bevindingen}
    assert per_regel["TR321"].startswith("12 uur gedeclareerd in september 2026, 8 uur per maand toegewezen")
    assert "referentienummer S1" in per_regel["TR389"]
    assert per_regel["TR418"].startswith("Tarief € 55,00 per uur ingediend, € 50,00 per uur afgesproken")


def test_verhaal_9_credit_van_een_onbekende_regel() -> None:
    bericht, bevindingen = verhaal_9(augustus_was_toegekend=False)
    deel = inhoud(bericht, *bevindingen)
    assert terug(deel)["R5"] == ("8017",)
    assert deel.totaal_toegekend_bedrag == totaal(40_000)


@heeft_shared
@pytest.mark.parametrize("toegekend_in_augustus", [True, False])
def test_verhaal_9_antwoord_is_geldig_tegen_het_officiele_schema(toegekend_in_augustus: bool) -> None:
    bericht, bevindingen = verhaal_9(augustus_was_toegekend=toegekend_in_augustus)
    uit = antwoord(bericht, *bevindingen)
    schema().assertValid(etree.fromstring(schrijf(uit)))
    assert regels.controleer(uit) == []


@heeft_shared
@pytest.mark.parametrize(
    "bevinding",
    [
        fout("/Bericht/Header", "0001", niveau=2),
        fout("/Bericht/Header", "9056"),
        fout("/Bericht/Declaratie", "9333"),
        fout(KIND_1, "8187"),
        fout(f"{KIND_2}/Prestaties/Prestatie[2]", "8017"),
        None,
    ],
)
def test_elke_vorm_van_het_antwoord_is_geldig(bevinding: Bevinding | None) -> None:
    uit = antwoord(twee_kinderen(), *([bevinding] if bevinding else []))
    schema().assertValid(etree.fromstring(schrijf(uit)))
    assert regels.controleer(uit) == []


def test_het_voorbeeld_van_iv087_zelf() -> None:
    """A declaration number that was used before: header 0200, the declaration 9333, nothing granted or sent back."""
    heen = declaratie(regel("P1"), regel("P2"))
    bevindingen = controleer(heen, dossier(declaratienummers=[heen.declaratie.declaratie_nummer]), vandaag=VANDAAG)
    antwoord = maak_antwoord(heen, bevindingen, identificatie="A1", dagtekening=VANDAAG)
    assert antwoord.header.retour_codes == ("0200",)
    assert antwoord.header.declaratie_identificatie == heen.header.bericht_identificatie
    assert antwoord.declaratie_antwoord is not None
    assert antwoord.declaratie_antwoord.retour_codes == ("9333",)
    assert antwoord.declaratie_antwoord.totaal_toegekend_bedrag == als_totaal(0)
    assert antwoord.declaratie_antwoord.totaal_ingediend_bedrag == heen.declaratie.totaal_ingediend_bedrag
    assert antwoord.declaratie_antwoord.clienten == ()
    assert toegekend(heen, bevindingen) == []
