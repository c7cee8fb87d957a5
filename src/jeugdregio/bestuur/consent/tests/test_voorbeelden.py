"""The worked cases C1 to C5 of the specification, and story 11, with their dates."""

from datetime import date

import pytest

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.bestuur.consent import (
    bekrachtigen,
    gesprek,
    herstellen,
    inbrengen,
    standpunten,
    tijd,
    toetsen,
)  # fmt: skip
from jeugdregio.bestuur.consent.beurten import open_ronde
from jeugdregio.bestuur.consent.models import Bekrachtiging, Bezwaar, Ronde, Standpunt, Voorstel, Zorg
from jeugdregio.bestuur.consent.overgangen import laatste_versie, vingerafdruk
from jeugdregio.bestuur.consent.standpunten import NieuwBezwaar, NieuweZorg, ontbrekend
from jeugdregio.bestuur.consent.tests import tafel as t
from jeugdregio.bestuur.consent.tests.tafel import Tafel
from jeugdregio.beurten.models import Beurt

WACHTTIJD = NieuweZorg("De wachttijd kan oplopen", "De wachttijd is niet langer dan bij de start", "test:kinderen")


def _in_de_bijeenkomst(tafel: Tafel, voorstel: Voorstel) -> None:
    gesprek.rond_beeldvorming_af(tafel.regio.voorzitter, voorstel.pk)
    for wethouder in tafel.wethouders.values():
        gesprek.reageer(wethouder, voorstel.pk, gepast=True)
    voorstel.refresh_from_db()
    t.leg_voor(tafel, voorstel)


def _herstel(tafel: Tafel, voorstel: Voorstel) -> None:
    """Lelystad's objection is tested, repaired and confirmed by both sides."""
    bezwaar = voorstel.bezwaren.get(staat="ingediend")
    toetsen.toets(tafel.regio.begeleider, bezwaar.pk, redenering_klopt=True, bevinding="De redenering is rond.")
    toetsen.rond_toetsing_af(tafel.regio.begeleider, voorstel.pk)
    herstellen.stel_herstel_voor(tafel.regio.directeur, bezwaar.pk, wijziging="Zin over mandaat", tekst=t.HERSTEL)
    tekst_hash = vingerafdruk(t.HERSTEL)
    herstellen.bevestig_herstel(tafel.wethouders["lelystad"], bezwaar.pk, tekst_hash=tekst_hash)
    voorstel.refresh_from_db()
    assert voorstel.staat == "integratie"
    herstellen.bevestig_herstel(tafel.regio.directeur, bezwaar.pk, tekst_hash=tekst_hash)
    voorstel.refresh_from_db()


@pytest.mark.parametrize(
    ("intake", "uit", "bijeenkomst", "evaluatie"),
    [
        # C1: ten working days from Wednesday 4 March; the day of prayer on Urk counts.
        (date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 18), date(2026, 9, 16)),
        # Story 11.
        (date(2026, 10, 19), date(2026, 10, 19), date(2026, 11, 2), date(2027, 5, 3)),
    ],
)
def test_c1_van_intake_tot_evaluatie(tafel: Tafel, intake: date, uit: date, bijeenkomst: date, evaluatie: date) -> None:
    regio = tafel.regio
    with klok.op(intake):
        voorstel = t.tot_intake(tafel)
    with klok.op(uit):
        inbrengen.verzend_stukken(regio.secretaris, voorstel.pk)
        uitkomst = inbrengen.vroegste_bijeenkomst(uit)
        assert uitkomst.datum == bijeenkomst
        assert "10 werkdagen" in uitkomst.stappen[1].tekst
        with pytest.raises(Geweigerd, match="te vroeg"):
            inbrengen.agendeer(
                regio.voorzitter, voorstel.pk, bijeenkomst_op=date.fromordinal(bijeenkomst.toordinal() - 1)
            )
        inbrengen.agendeer(regio.voorzitter, voorstel.pk, bijeenkomst_op=bijeenkomst)
    with klok.op(bijeenkomst):
        _in_de_bijeenkomst(tafel, voorstel)
        t.allen_consent(tafel, voorstel, ("lelystad",))
        t.bezwaar(tafel.wethouders["lelystad"], voorstel)
        voorstel.refresh_from_db()
        assert voorstel.staat == "toetsing"
        _herstel(tafel, voorstel)
        assert voorstel.staat == "consentronde"
        versie = laatste_versie(voorstel)
        assert (versie.nummer, versie.tekst) == (2, t.HERSTEL)
        # Positions of the first round are not reused: everybody must speak again.
        ronde = open_ronde(voorstel)
        assert ronde is not None
        assert ontbrekend(voorstel, ronde).count() == 5
        t.allen_consent(tafel, voorstel, ("urk",))
        t.consent(tafel.wethouders["urk"], voorstel, WACHTTIJD)
        voorstel.refresh_from_db()
        assert voorstel.staat == "consent"
        t.zet_uit(tafel, voorstel)
        taken = Beurt.objects.filter(soort="bekrachtigen", staat="open")
        assert sorted(b.organisatie.naam for b in taken) == ["Almere", "Dronten", "Lelystad", "Noordoostpolder", "Urk"]
        t.bekrachtig_alle(tafel, voorstel)
        voorstel.refresh_from_db()
        assert (voorstel.staat, voorstel.evaluatie_op) == ("van_kracht", evaluatie)
    assert list(voorstel.bezwaren.values_list("staat", flat=True)) == ["opgelost"]
    with klok.op(date.fromordinal(evaluatie.toordinal() - 1)):
        assert tijd.werk() == (0, 0)
    with klok.op(evaluatie):
        assert tijd.werk() == (1, 0)
        assert tijd.werk() == (0, 0)
    voorstel.refresh_from_db()
    assert voorstel.staat == "evaluatie"
    zorg = Zorg.objects.get(voorstel=voorstel)
    assert (zorg.gemeente, zorg.tekst) == (regio.urk, "De wachttijd kan oplopen")
    cijfers = voorstel.metingen.filter(evaluatie__isnull=False, gemeente=regio.urk)
    assert [(m.peildatum, m.naam) for m in cijfers] == [(evaluatie, "Kinderen met hulp")]
    start = voorstel.metingen.get(evaluatie__isnull=True, gemeente=None)
    assert start.peildatum == bijeenkomst


def test_c2_wie_er_niet_is_houdt_de_ronde_open(tafel: Tafel) -> None:
    voorstel = t.tot_ronde(tafel)
    t.allen_consent(tafel, voorstel, ("dronten",))
    voorstel.refresh_from_db()
    ronde = open_ronde(voorstel)
    assert ronde is not None
    assert (voorstel.staat, ronde.uitkomst) == ("consentronde", "")
    assert [g.naam for g in ontbrekend(voorstel, ronde)] == ["Dronten"]
    assert set(Standpunt.objects.values_list("keuze", flat=True)) == {""}


def test_c3_een_bezwaar_zonder_schade_wordt_een_zorg_aangeboden(tafel: Tafel) -> None:
    voorstel = t.tot_ronde(tafel)
    ronde = open_ronde(voorstel)
    assert ronde is not None

    def bezwaar(**velden: str) -> None:
        standpunten.neem_standpunt_in(
            tafel.wethouders["urk"], voorstel.pk, tekst_hash=ronde.hash, keuze="bezwaar", mandaat="college",
            bezwaar=NieuwBezwaar(**{"schade": "", "wie_raakt": "", "tests": t.JA, **velden}),
        )  # fmt: skip

    with pytest.raises(Geweigerd, match="wel een zorg") as fout:
        bezwaar(herstel="Ik vind dit niet mooi")
    assert set(fout.value.velden) == {"schade", "wie_raakt"}
    # Words in the field do not help: by the objector's own answers there is no harm.
    with pytest.raises(Geweigerd, match="wel een zorg"):
        bezwaar(schade="Ik vind dit niet mooi", wie_raakt="mij", tests=dict.fromkeys(t.JA, False))
    assert not Standpunt.objects.exists()


def test_c4_de_tekst_verandert_niet_tijdens_een_ronde(tafel: Tafel) -> None:
    voorstel = t.tot_ronde(tafel)
    for poging in (
        lambda: t.leg_voor(tafel, voorstel, t.HERSTEL, "wijzigen"),
        lambda: inbrengen.wijzig_concept(
            tafel.regio.directeur, voorstel.pk, titel="x", aanleiding="x", voorbeeld="x", tekst="x", bijdrage="x",
            grondslag="x", kosten="x", tafel="bestuurlijk", zichtbaarheid="delegaties", zicht_uitkomst="openbaar",
        ),
    ):  # fmt: skip
        with pytest.raises(Conflict, match="consentronde"):
            poging()
    assert laatste_versie(voorstel).tekst == t.TEKST


def test_c5_een_college_dat_weigert_geeft_een_laat_bezwaar(tafel: Tafel) -> None:
    with klok.op(date(2026, 3, 18)):
        voorstel = t.tot_bekrachtiging(tafel)
    with klok.op(date(2026, 4, 7)):  # day 20
        rij = Bekrachtiging.objects.get(voorstel=voorstel, gemeente=tafel.regio.dronten)
        bekrachtigen.weiger(
            tafel.wethouders["dronten"], rij.pk, besloten_op=date(2026, 4, 7),
            bezwaar=NieuwBezwaar("Onze raad verliest grip", "De raad van Dronten", t.JA, herstel="Eerst de raad"),
        )  # fmt: skip
    voorstel.refresh_from_db()
    assert voorstel.staat == "toetsing"
    bezwaar = Bezwaar.objects.get()
    assert bezwaar.laat
    assert (bezwaar.gemeente, bezwaar.staat) == (tafel.regio.dronten, "ingediend")
    eerder = Ronde.objects.get(voorstel=voorstel, uitkomst="consent")
    assert set(eerder.standpunten.values_list("keuze", flat=True)) == {"consent"}
