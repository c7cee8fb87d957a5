"""Story 2 up to the decision: the clock of an own request starts, stands still, is adjourned and stops."""

from datetime import date

import pytest
from tests.mensen import Regiomensen

from jeugdregio.afspraken.geldt import wat_geldt
from jeugdregio.afspraken.models import Norm, Rang
from jeugdregio.audit.models import Regel as Logregel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.hulpvragen.models import Weg
from jeugdregio.toegang.termijnen import queries
from jeugdregio.toegang.termijnen.actions import start_klok, stop_klok
from jeugdregio.toegang.termijnen.beurten import sleutel
from jeugdregio.toegang.termijnen.models import Klok, Opschorting
from jeugdregio.toegang.termijnen.opschorten import (
    geef_uitstel,
    neem_aanvulling_in,
    voorspel_aanvulling,
    voorspel_binnen,
    voorspel_uitstel,
    vraag_aanvulling,
)  # fmt: skip
from jeugdregio.toegang.termijnen.tests.hulp import AANVRAAG, beslisklok, maak_tom, vraag_aan
from jeugdregio.toegang.termijnen.vanzelf import grond_van
from jeugdregio.toegang.termijnen.verdagen import verdaag, voorspel_verdaging

EINDE = date(2026, 4, 28)
_INSTEMMING = Opschorting.Soort.INSTEMMING


def _beurt(klok_: Klok) -> Beurt:
    return Beurt.objects.get(sleutel=sleutel(klok_))


def test_eigen_aanvraag_start_de_wettelijke_en_de_lokale_termijn(regio: Regiomensen) -> None:
    hulpvraag = vraag_aan(regio)
    klokken = {k.regel: k for k in Klok.objects.filter(hulpvraag=hulpvraag)}
    assert set(klokken) == {"awb-beslistermijn", "toegang-acht-weken"}
    beslissen = klokken["awb-beslistermijn"]
    assert (beslissen.begon_op, beslissen.einde) == (AANVRAAG, EINDE)
    assert any("27 april 2026 is Koningsdag" in stap for stap in beslissen.uitleg)
    beurt = _beurt(beslissen)
    assert (beurt.uiterlijk, beurt.organisatie, beurt.rol) == (EINDE, regio.lelystad, "toegangsmedewerker")


@pytest.mark.parametrize("weg", [Weg.HUISARTS, Weg.GI, Weg.VEILIG_THUIS])
def test_een_verwijzing_is_geen_aanvraag(regio: Regiomensen, weg: str) -> None:
    assert not Klok.objects.filter(hulpvraag=vraag_aan(regio, weg, verwijzer="Wie verwees")).exists()


def test_aanvulling_uit_verhaal_2_toont_eerst_en_bewaart_dan_hetzelfde(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 3, 13)):
        vooraf = voorspel_aanvulling(beslissen, date(2026, 3, 27))
        assert Klok.objects.get(pk=beslissen.pk).einde == EINDE  # looking changes nothing
        na = vraag_aanvulling(regio.fatima, beslissen.pk, date(2026, 3, 27), "Het schoolrapport", versie=1)
    assert vooraf.wordt == na.einde == date(2026, 5, 11)
    assert "tot die er is" in na.ontbreekt[0]
    (opschorting,) = na.opschortingen.all()
    with klok.op(date(2026, 3, 26)):
        vooraf = voorspel_binnen(na, opschorting.pk, date(2026, 3, 26))
        na = neem_aanvulling_in(regio.fatima, na.pk, opschorting.pk, date(2026, 3, 26), versie=2)
    assert vooraf.wordt == na.einde == date(2026, 5, 11)
    assert na.ontbreekt == []
    opschorting.refresh_from_db()
    assert (opschorting.vanaf, opschorting.tot, opschorting.dagen) == (date(2026, 3, 14), date(2026, 3, 26), 12)
    assert any("9 mei 2026 is een zaterdag" in stap for stap in na.uitleg)
    assert _beurt(na).uiterlijk == date(2026, 5, 11)
    assert _beurt(na).uitleg == na.uitleg
    assert Logregel.objects.filter(handeling="klok.aangevuld", kind_id=na.kind_id).count() == 1


def test_twee_keer_stilzetten_telt_op(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 3, 13)):
        na = vraag_aanvulling(regio.fatima, beslissen.pk, date(2026, 3, 27), "rapport", versie=1)
    with klok.op(date(2026, 3, 26)):
        na = neem_aanvulling_in(regio.fatima, na.pk, na.opschortingen.get().pk, date(2026, 3, 26), versie=2)
    with klok.op(date(2026, 4, 1)):
        na = geef_uitstel(
            regio.fatima,
            na.pk,
            _INSTEMMING,
            vanaf=date(2026, 4, 2),
            tot=date(2026, 4, 9),
            reden="brief van 1 april",
            versie=3,
        )
    assert na.einde == date(2026, 5, 18)


def test_uitstel_met_instemming_uit_de_tabel(regio: Regiomensen) -> None:
    kind = maak_tom(regio)
    with klok.op(date(2026, 1, 5)):
        beslissen = start_klok(regio.fatima, "awb-beslistermijn", kind, date(2026, 1, 5))
    assert beslissen.einde == date(2026, 3, 2)
    with klok.op(date(2026, 2, 1)):
        assert voorspel_uitstel(beslissen, _INSTEMMING, date(2026, 2, 1), date(2026, 2, 15)).dagen == 14
        na = geef_uitstel(
            regio.fatima, beslissen.pk, _INSTEMMING, vanaf=date(2026, 2, 1), tot=date(2026, 2, 15),
            reden="mail van 31 januari", versie=1,
        )  # fmt: skip
    assert na.einde == date(2026, 3, 16)


def test_zonder_datum_staat_niets_stil(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 3, 13)), pytest.raises(Geweigerd, match="Noem de dag") as fout:
        vraag_aanvulling(regio.fatima, beslissen.pk, None, "rapport", versie=1)
    assert "ABRvS 2016:2527" in fout.value.grondslag
    assert "voor" in fout.value.velden


@pytest.mark.parametrize(
    ("op", "voor", "melding"),
    [
        (date(2026, 3, 13), date(2026, 3, 13), "terugwerkende kracht"),
        (date(2026, 3, 13), date(2026, 3, 1), "terugwerkende kracht"),
        (date(2026, 4, 29), date(2026, 5, 10), "was om op 28 april"),
        (date(2026, 4, 28), date(2026, 5, 10), "Dan is de termijn al om"),
    ],
)
def test_stilzetten_in_het_verleden_of_na_het_einde(
    regio: Regiomensen, op: date, voor: date, melding: str
) -> None:  # fmt: skip
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(op), pytest.raises(Geweigerd, match=melding) as fout:
        vraag_aanvulling(regio.fatima, beslissen.pk, voor, "rapport", versie=1)
    assert fout.value.grondslag == "Awb 4:15 lid 1"
    assert not Opschorting.objects.exists()


def test_uitstel_in_het_verleden_of_zonder_einde(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 3, 13)):
        for vanaf, tot, veld in (
            (date(2026, 3, 12), date(2026, 3, 20), "vanaf"),
            (date(2026, 3, 14), None, "tot"),
            (date(2026, 3, 14), date(2026, 3, 14), "tot"),
        ):
            with pytest.raises(Geweigerd) as fout:
                geef_uitstel(regio.fatima, beslissen.pk, _INSTEMMING, vanaf=vanaf, tot=tot, reden="mail", versie=1)
            assert fout.value.grondslag == "Awb 4:15 lid 2"
            assert set(fout.value.velden) == {veld}


def test_twee_keer_tegelijk_stilstaan_wordt_geweigerd(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 3, 13)):
        vraag_aanvulling(regio.fatima, beslissen.pk, date(2026, 3, 27), "rapport", versie=1)
        with pytest.raises(Geweigerd, match="staat al stil van 14 maart 2026 tot en met 26 maart 2026"):
            geef_uitstel(
                regio.fatima,
                beslissen.pk,
                _INSTEMMING,
                vanaf=date(2026, 3, 20),
                tot=date(2026, 4, 1),
                reden="mail",
                versie=2,
            )
    assert Opschorting.objects.count() == 1


def test_verdagen_noemt_een_nieuwe_datum_voor_het_einde(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 4, 20)):
        assert voorspel_verdaging(beslissen, date(2026, 5, 26)).wordt == date(2026, 5, 26)
        na = verdaag(regio.fatima, beslissen.pk, date(2026, 5, 26), "Het onderzoek duurt langer", versie=1)
    assert (na.einde, na.verdaging_bekend_op, _beurt(na).uiterlijk) == (
        date(2026, 5, 26), date(2026, 4, 20), date(2026, 5, 26),
    )  # fmt: skip
    with klok.op(date(2026, 5, 20)), pytest.raises(Geweigerd, match="al een keer verdaagd"):
        verdaag(regio.fatima, beslissen.pk, date(2026, 6, 26), "Nog langer", versie=2)


@pytest.mark.parametrize(
    ("op", "tot", "melding"),
    [
        (date(2026, 4, 20), date(2026, 4, 28), "na 28 april 2026"),
        (date(2026, 4, 20), None, "na 28 april 2026"),
        (date(2026, 4, 29), date(2026, 5, 26), "was om op 28 april"),
    ],
)
def test_verdagen_naar_eerder_of_te_laat(regio: Regiomensen, op: date, tot: date | None, melding: str) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(op), pytest.raises(Geweigerd, match=melding):
        verdaag(regio.fatima, beslissen.pk, tot, "reden", versie=1)


def test_stoppen_sluit_de_beurt_en_zegt_of_het_op_tijd_was(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 4, 28)):
        stop_klok(regio.fatima, beslissen, date(2026, 4, 28), "besluit B-1")
        stop_klok(regio.fatima, beslissen, date(2026, 4, 28), "besluit B-1")  # again changes nothing
    assert _beurt(beslissen).staat == Beurt.Staat.GEDAAN
    regel = Logregel.objects.get(handeling="klok.gestopt")
    assert regel.gegevens["op_tijd"] is True


def test_dezelfde_klok_start_een_keer(regio: Regiomensen) -> None:
    kind = maak_tom(regio)
    with klok.op(date(2026, 3, 5)):
        een = start_klok(regio.fatima, "plan-vaststellen", kind, AANVRAAG)
        assert start_klok(regio.fatima, "plan-vaststellen", kind, AANVRAAG) == een
        assert een.einde == date(2026, 4, 13)
        with pytest.raises(Geweigerd, match="loopt al vanaf 2 maart"):
            start_klok(regio.fatima, "plan-vaststellen", kind, date(2026, 3, 3))
        with pytest.raises(Geweigerd, match="kan niet beginnen op 6 maart"):
            start_klok(regio.fatima, "plan-schriftelijk", kind, date(2026, 3, 6))


def test_een_ander_heeft_de_klok_net_gewijzigd(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 3, 13)):
        vraag_aanvulling(regio.fatima, beslissen.pk, date(2026, 3, 27), "rapport", versie=1)
        with pytest.raises(Conflict):
            verdaag(regio.fatima, beslissen.pk, date(2026, 5, 26), "reden", versie=1)


def test_alleen_de_toegang_van_de_gemeente(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with pytest.raises(NietGevonden):
        vraag_aanvulling(regio.bram, beslissen.pk, date(2027, 1, 1), "x", versie=1)
    with pytest.raises(GeenRecht):
        vraag_aanvulling(regio.noor, beslissen.pk, date(2027, 1, 1), "x", versie=1)
    assert queries.klokken_van(regio.bram, beslissen.kind_id) == []
    assert queries.klokken_van(regio.jurist_lelystad, beslissen.kind_id) == []
    assert len(queries.klokken_van(regio.teamleider_lelystad, beslissen.kind_id)) == 2


def test_de_lokale_termijn_noemt_de_lokale_bron(regio: Regiomensen) -> None:
    for rang, bron in ((Rang.WET, "De wet"), (Rang.LOKAAL, "Verordening Lelystad")):
        norm = Norm.objects.create(
            vraag="termijn_onderzoek", antwoord="acht weken", waarde="8 weken", rang=rang, bron=bron,
            van=date(2020, 1, 1), staat=Norm.Staat.VASTGESTELD,
        )  # fmt: skip
        norm.gemeenten.add(regio.lelystad)
    assert grond_van(wat_geldt("termijn_onderzoek", regio.lelystad, date(2026, 3, 2))) == "Verordening Lelystad"
