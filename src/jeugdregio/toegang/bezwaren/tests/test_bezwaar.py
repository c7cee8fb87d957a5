"""Story 2 from the objection on: in time, heard, decided by another, sent, to court; and what is refused."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.document import naar_html
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Contactpunt, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.bezwaren import beslissen, horen, ontvangen
from jeugdregio.toegang.bezwaren.beurten import sleutel
from jeugdregio.toegang.bezwaren.models import Beslissing, Bezwaar
from jeugdregio.toegang.bezwaren.tests.hulp import LAATSTE, geef_mandaat, maak_besluit, maak_bezwaar
from jeugdregio.toegang.models import Gezagsdrager
from jeugdregio.toegang.termijnen.models import Klok

ONGEGROND = beslissen.Besluittekst(
    uitkomst="ongegrond", motivering="Het gezin kan dit zelf, met hulp van de buurt.",
    voorschrift="Jeugdwet 2.3 lid 1", rechtbank="de rechtbank Midden-Nederland",
)  # fmt: skip


def _einde(bezwaar: Bezwaar) -> date:
    return ontvangen.klok_van(bezwaar).einde


def _open(bezwaar: Bezwaar) -> set[str]:
    beurten = Beurt.objects.filter(sleutel__startswith=f"bezwaar:{bezwaar.pk}", staat=Beurt.Staat.OPEN)
    return {b.soort for b in beurten}


def _horen_en_verslag(regio: Regiomensen, bezwaar: Bezwaar) -> Bezwaar:
    jurist = regio.jurist_lelystad
    with klok.op(date(2026, 6, 25)):
        horen.plan_zitting(
            jurist, bezwaar.pk, op=date(2026, 7, 9), tijd="14:00", waar="Stadhuis",
            hoorders=[regio.gebruiker("jurist_lelystad")], versie=bezwaar.versie,
        )  # fmt: skip
    bezwaar.refresh_from_db()
    with klok.op(date(2026, 7, 9)):
        horen.leg_verslag_vast(jurist, bezwaar.pk, "Moeder vertelde dat het niet lukt.", [], versie=bezwaar.versie)
    bezwaar.refresh_from_db()
    return bezwaar


def test_bezwaar_van_de_laatste_dag_is_op_tijd_en_de_termijn_telt_vanaf_het_einde(regio: Regiomensen) -> None:
    bezwaar = maak_bezwaar(regio, LAATSTE)
    assert (bezwaar.op_tijd, bezwaar.staat) == (True, Bezwaar.Staat.LOOPT)
    assert _einde(bezwaar) == date(2026, 7, 30)
    assert _open(bezwaar) == {"bezwaar_bevestigen", "bezwaar_dossier"}
    beslisbeurt = Beurt.objects.get(soort="klok_awb-beslissing-op-bezwaar")
    assert (beslisbeurt.rol, beslisbeurt.uiterlijk) == (Rol.JURIST, date(2026, 7, 30))


def test_met_gemelde_commissie_gelden_twaalf_weken(regio: Regiomensen) -> None:
    bezwaar = maak_bezwaar(regio)
    with klok.op(date(2026, 6, 22)):
        ontvangen.bevestig(regio.jurist_lelystad, bezwaar.pk, commissie=True, versie=1)
    assert _einde(bezwaar) == date(2026, 9, 10)
    assert Beurt.objects.get(soort="klok_awb-beslissing-op-bezwaar").uiterlijk == date(2026, 9, 10)


def test_postregel(regio: Regiomensen) -> None:
    assert maak_bezwaar(regio, date(2026, 6, 25), date(2026, 6, 18)).op_tijd


@pytest.mark.parametrize(
    ("ontvangen_op", "gepost_op"),
    [(date(2026, 6, 26), date(2026, 6, 18)), (date(2026, 6, 22), date(2026, 6, 19)), (date(2026, 6, 19), None)],
)
def test_te_laat_vraagt_een_mens(regio: Regiomensen, ontvangen_op: date, gepost_op: date | None) -> None:
    bezwaar = maak_bezwaar(regio, ontvangen_op, gepost_op)
    assert bezwaar.staat == Bezwaar.Staat.TE_LAAT
    assert "bezwaar_te_laat" in _open(bezwaar)
    with klok.op(ontvangen_op), pytest.raises(Geweigerd, match="Schrijf op waarom"):
        ontvangen.beoordeel_te_laat(regio.jurist_lelystad, bezwaar.pk, verschoonbaar=True, reden=" ", versie=1)
    with klok.op(ontvangen_op):
        ontvangen.beoordeel_te_laat(regio.jurist_lelystad, bezwaar.pk, verschoonbaar=True, reden="ziekenhuis", versie=1)
    bezwaar.refresh_from_db()
    assert bezwaar.staat == Bezwaar.Staat.LOOPT
    assert "bezwaar_dossier" in _open(bezwaar)


def test_te_laat_en_niet_verschoonbaar_wordt_alleen_niet_ontvankelijk(regio: Regiomensen) -> None:
    geef_mandaat(regio.lelystad)
    bezwaar = maak_bezwaar(regio, date(2026, 7, 1))
    jurist = regio.jurist_lelystad
    with klok.op(date(2026, 7, 2)):
        ontvangen.beoordeel_te_laat(jurist, bezwaar.pk, verschoonbaar=False, reden="Geen reden genoemd", versie=1)
        horen.zie_af_van_horen(jurist, bezwaar.pk, "niet_ontvankelijk", "Het bezwaar is te laat", versie=2)
        with pytest.raises(Geweigerd, match="kies niet-ontvankelijk"):
            beslissen.beslis(jurist, bezwaar.pk, ONGEGROND, versie=3)


def test_beslissen_zonder_horen_kan_niet(regio: Regiomensen) -> None:
    geef_mandaat(regio.lelystad)
    bezwaar = maak_bezwaar(regio)
    with klok.op(date(2026, 7, 1)), pytest.raises(Geweigerd, match="Er ontbreekt: het horen van de indiener"):
        beslissen.beslis(regio.jurist_lelystad, bezwaar.pk, ONGEGROND, versie=1)


def test_ouders_en_kind_van_12_worden_uitgenodigd(regio: Regiomensen) -> None:
    bezwaar = maak_bezwaar(regio)
    assert {g.naam for g in horen.genodigden(bezwaar, date(2026, 7, 9))} == {"Marieke Jansen", "Ruben Jansen"}
    bezwaar.kind.geboortedatum = date(2014, 7, 9)
    assert any(g.is_kind for g in horen.genodigden(bezwaar, date(2026, 7, 9)))
    assert not any(g.is_kind for g in horen.genodigden(bezwaar, date(2026, 7, 8)))
    Gezagsdrager.objects.filter(naam="Ruben Jansen").exclude(pk=bezwaar.gezagsdrager_id).update(
        gezag_tot=date(2026, 7, 8)
    )
    assert "Ruben Jansen" in {g.naam for g in horen.genodigden(bezwaar, date(2026, 7, 8))}
    assert "Ruben Jansen" not in {g.naam for g in horen.genodigden(bezwaar, date(2026, 7, 9))}


def test_wie_het_besluit_maakte_hoort_niet_en_een_week_ter_inzage(regio: Regiomensen) -> None:
    bezwaar = maak_bezwaar(regio)
    jurist, plan = regio.jurist_lelystad, {"tijd": "14:00", "waar": "Stadhuis", "versie": 1}
    ik = [regio.gebruiker("jurist_lelystad")]
    with klok.op(date(2026, 6, 25)):
        with pytest.raises(Geweigerd) as fout:
            horen.plan_zitting(
                jurist, bezwaar.pk, op=date(2026, 7, 9), hoorders=[regio.gebruiker("fatima")], **plan
            )  # fmt: skip
        assert fout.value.grondslag == "Awb 7:5 lid 1"
        with pytest.raises(Geweigerd, match="2 juli 2026 of later"):
            horen.plan_zitting(jurist, bezwaar.pk, op=date(2026, 7, 1), hoorders=ik, **plan)
        horen.plan_zitting(jurist, bezwaar.pk, op=date(2026, 7, 2), hoorders=ik, **plan)
    dossier = Beurt.objects.get(sleutel=sleutel(bezwaar, "dossier"))
    assert (dossier.rol, dossier.uiterlijk) == (Rol.TOEGANG, date(2026, 6, 25))


def test_een_ander_beslist_en_de_ondertekenaar_kan_het_niet(regio: Regiomensen) -> None:
    geef_mandaat(regio.lelystad)
    bezwaar = _horen_en_verslag(regio, maak_bezwaar(regio))
    with klok.op(date(2026, 7, 28)):
        with pytest.raises(Geweigerd, match="beslist niet op het bezwaar") as fout:
            beslissen.beslis(regio.teamleider_lelystad, bezwaar.pk, ONGEGROND, versie=bezwaar.versie)
        assert fout.value.grondslag == "Awb 10:3 lid 3"
        beslissing = beslissen.beslis(regio.jurist_lelystad, bezwaar.pk, ONGEGROND, versie=bezwaar.versie)
        assert beslissing.op_tijd
        assert "Namens het college" in beslissing.namens
        bezwaar.refresh_from_db()
        beslissen.verzend(regio.jurist_lelystad, bezwaar.pk, versie=bezwaar.versie)
    bezwaar.refresh_from_db()
    beslissing.refresh_from_db()
    assert bezwaar.staat == Bezwaar.Staat.VERZONDEN
    assert beslissing.beroep_tot == date(2026, 9, 8)
    assert bytes(beslissing.pdf).startswith(b"%PDF")
    assert _open(bezwaar) == set()
    lopend = Klok.objects.filter(onderwerp_id=bezwaar.pk, staat=Klok.Staat.LOOPT)
    assert [k.regel for k in lopend] == ["awb-beroepstermijn"]


def _verzonden(regio: Regiomensen, uitkomst: str = "ongegrond") -> Beslissing:
    geef_mandaat(regio.lelystad)
    bezwaar = _horen_en_verslag(regio, maak_bezwaar(regio))
    tekst = replace(ONGEGROND, uitkomst=uitkomst)
    with klok.op(date(2026, 7, 28)):
        beslissen.beslis(regio.jurist_lelystad, bezwaar.pk, tekst, versie=bezwaar.versie)
        return beslissen.verzend(regio.jurist_lelystad, bezwaar.pk, versie=bezwaar.versie + 1)


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE bezwaren_beslissing SET motivering = 'anders'",
        "UPDATE bezwaren_beslissing SET verzonden_op = NULL, beroep_tot = NULL",
        "DELETE FROM bezwaren_beslissing",
    ],
)
def test_sql_kan_een_verzonden_beslissing_niet_veranderen(regio: Regiomensen, opdracht: str) -> None:
    _verzonden(regio)
    with pytest.raises(DatabaseError, match="verandert niet meer"), transaction.atomic():
        connection.cursor().execute(opdracht)
    assert Beslissing.objects.get().motivering == ONGEGROND.motivering


def test_de_brief_op_bezwaar_zegt_wat_volgt_en_wie_er_helpt(regio: Regiomensen) -> None:
    Contactpunt.objects.create(
        organisatie=regio.lelystad,
        onderwerp="bezwaar",
        naam="Secretariaat bezwaar",
        telefoon="0320-111222",
        gecontroleerd_op=date(2026, 7, 1),
    )
    beslissing = _verzonden(regio, "deels")
    html = naar_html(beslissen.brief_van(beslissing.bezwaar, date(2026, 7, 28)))
    for zin in (
        "Beste Marieke Jansen,", "voor een deel gegrond", "U krijgt van ons een nieuw besluit", "088 555 1000",
        "Secretariaat bezwaar, 0320-111222", "tot en met dinsdag 8 september 2026",
        "Het verslag staat achter in deze brief", "Moeder vertelde dat het niet lukt.",
    ):  # fmt: skip
        assert zin in html, zin


def test_zonder_mandaat_geen_beslissing(regio: Regiomensen) -> None:
    bezwaar = _horen_en_verslag(regio, maak_bezwaar(regio))
    with klok.op(date(2026, 7, 28)), pytest.raises(Geweigerd, match="mandaatregister"):
        beslissen.beslis(regio.jurist_lelystad, bezwaar.pk, ONGEGROND, versie=bezwaar.versie)
    assert not Beslissing.objects.exists()


def test_gegrond_geeft_de_toegang_een_beurt(regio: Regiomensen) -> None:
    geef_mandaat(regio.lelystad)
    bezwaar = _horen_en_verslag(regio, maak_bezwaar(regio))
    gegrond = beslissen.Besluittekst(**{**vars(ONGEGROND), "uitkomst": "gegrond"})
    with klok.op(date(2026, 7, 28)):
        beslissen.beslis(regio.jurist_lelystad, bezwaar.pk, gegrond, versie=bezwaar.versie)
        beslissen.verzend(regio.jurist_lelystad, bezwaar.pk, versie=bezwaar.versie + 1)
        assert _open(bezwaar) == {"bezwaar_uitvoeren"}
        beslissen.voer_uit(regio.fatima, bezwaar.pk, versie=bezwaar.versie + 2)
    assert _open(bezwaar) == set()


def test_intrekken_laat_alles_vervallen(regio: Regiomensen) -> None:
    bezwaar = maak_bezwaar(regio)
    with klok.op(date(2026, 6, 25)):
        ontvangen.trek_in(regio.jurist_lelystad, bezwaar.pk, date(2026, 6, 24), versie=1)
    assert _open(bezwaar) == set()
    assert not Klok.objects.filter(onderwerp_id=bezwaar.pk, staat=Klok.Staat.LOOPT).exists()


def test_hetzelfde_bezwaar_twee_keer_en_onmogelijke_dagen(regio: Regiomensen) -> None:
    bezwaar = maak_bezwaar(regio)
    with pytest.raises(Geweigerd, match=bezwaar.kenmerk):
        maak_bezwaar(regio)
    besluit = bezwaar.beschikking
    with klok.op(LAATSTE):
        for op, gepost in ((date(2026, 5, 6), None), (date(2026, 6, 19), None), (LAATSTE, date(2026, 6, 19))):
            with pytest.raises(Geweigerd):
                ontvangen.voorspel(besluit, op, gepost)


def test_wie_wat_mag(regio: Regiomensen) -> None:
    bezwaar = maak_bezwaar(regio)

    def bevestig(wie: Wie, versie: int = 1) -> None:
        ontvangen.bevestig(wie, bezwaar.pk, commissie=False, versie=versie)

    for wie in (regio.fatima, regio.teamleider_lelystad, regio.noor, regio.bram):
        with pytest.raises(GeenRecht):
            bevestig(wie)
    with pytest.raises(NietGevonden):
        ontvangen.lever_dossier(regio.bram, bezwaar.pk, versie=1)
    with klok.op(date(2026, 6, 22)), pytest.raises(Conflict):
        bevestig(regio.jurist_lelystad, versie=7)


def test_bezwaar_tegen_een_niet_verzonden_of_vreemd_besluit(regio: Regiomensen) -> None:
    besluit = maak_besluit(regio)
    with klok.op(LAATSTE), pytest.raises(NietGevonden):
        ontvangen.ontvang_bezwaar(
            regio.bram, besluit.pk, ontvangen.Binnengekomen(kanaal="post", ontvangen_op=LAATSTE)
        )  # fmt: skip
