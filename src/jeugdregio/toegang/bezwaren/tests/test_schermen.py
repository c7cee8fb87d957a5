"""Story 2 over screens: the objection of Tom's mother from the desk to the letter; a complaint."""

from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel as Logregel
from jeugdregio.basis import klok
from jeugdregio.toegang.bezwaren.daden import BEZWAAR
from jeugdregio.toegang.bezwaren.models import Beslissing, Bezwaar, Klacht
from jeugdregio.toegang.bezwaren.tests.hulp import LAATSTE, geef_mandaat, maak_besluit, maak_bezwaar
from jeugdregio.toegang.models import Gezagsdrager
from jeugdregio.toegang.termijnen.tests.hulp import maak_tom, vraag_aan


def _als(regio: Regiomensen, wie: str) -> Client:
    client = Client()
    client.force_login(regio.gebruiker(wie))
    return client


def _doe(regio: Regiomensen, wie: str, daad: str, **velden: object) -> None:
    """Do an act over its screen, with the version that is there now."""
    bezwaar = Bezwaar.objects.get()
    adres = reverse("bezwaren:daad", args=[bezwaar.pk, daad])
    client = _als(regio, wie)
    assert client.get(adres).status_code == 200
    antwoord = client.post(adres, {"versie": bezwaar.versie, **velden})
    assert antwoord.status_code == 302, antwoord.content.decode()


def test_verhaal_2_van_balie_tot_brief(regio: Regiomensen) -> None:
    geef_mandaat(regio.lelystad)
    besluit = maak_besluit(regio)
    moeder = Gezagsdrager.objects.get(relatie="moeder")
    with klok.op(LAATSTE):
        balie = _als(regio, "fatima")
        zoek = balie.post(reverse("bezwaren:zoek"), {"kenmerk": besluit.kenmerk.lower()})
        invoer = {"van": moeder.pk, "kanaal": "balie", "ontvangen_op": "2026-06-18", "gronden": "Het lukt niet."}
        blik = balie.post(zoek.url, invoer | {"bekijk": "ja"}).content.decode()
        assert "Dit bezwaar is op tijd" in blik
        assert "donderdag 18 juni 2026" in blik
        assert not Bezwaar.objects.exists()
        balie.post(zoek.url, invoer | {"bewaar": "ja", "gezien": "op tijd"})
        bezwaar = Bezwaar.objects.get()
        pagina = balie.get(reverse("bezwaren:bezwaar", args=[bezwaar.pk])).content.decode()
        assert "donderdag 30 juli 2026" in pagina
        _doe(regio, "fatima", "dossier")
    with klok.op(date(2026, 6, 22)):
        _doe(regio, "jurist_lelystad", "bevestigen", commissie="on")
        pagina = _als(regio, "jurist_lelystad").get(reverse("bezwaren:bezwaar", args=[bezwaar.pk])).content.decode()
        assert "donderdag 10 september 2026" in pagina
        ik = regio.gebruiker("jurist_lelystad").pk
        _doe(regio, "jurist_lelystad", "zitting", op="2026-07-09", tijd="14:00", waar="Stadhuis", hoorders=[ik])
    with klok.op(date(2026, 7, 9)):
        _doe(regio, "jurist_lelystad", "verslag", verslag="Moeder vertelde dat het niet lukt.")
    with klok.op(date(2026, 8, 20)):
        _doe(regio, "jurist_lelystad", "advies", op="2026-08-19", advies="Verklaar het bezwaar ongegrond.")
    tekst = {
        "uitkomst": "ongegrond", "motivering": "U kunt dit met hulp uit de buurt.", "voorschrift": "Jeugdwet 2.3 lid 1",
        "rechtbank": "de rechtbank Midden-Nederland",
    }  # fmt: skip
    with klok.op(date(2026, 9, 3)):
        teamleider = _als(regio, "teamleider_lelystad")
        adres = reverse("bezwaren:daad", args=[bezwaar.pk, "beslissen"])
        geweigerd = teamleider.post(adres, {"versie": Bezwaar.objects.get().versie, **tekst})
        assert geweigerd.status_code == 422
        assert "Awb 10:3 lid 3" in geweigerd.content.decode()
        assert "U kunt dit met hulp uit de buurt." in geweigerd.content.decode()
        assert not Beslissing.objects.exists()
        _doe(regio, "jurist_lelystad", "beslissen", **tekst)
        brief = _als(regio, "jurist_lelystad").get(reverse("bezwaren:brief", args=[bezwaar.pk])).content.decode()
        for zin in ("Uw bezwaar is ongegrond", "Namens het college", "tot en met donderdag 15 oktober 2026"):
            assert zin in brief
        _doe(regio, "jurist_lelystad", "verzenden")
        pdf = _als(regio, "teamleider_lelystad").get(reverse("bezwaren:pdf", args=[bezwaar.pk]))
    assert pdf.content == bytes(Beslissing.objects.get().pdf)
    assert "Jansen" not in pdf["Content-Disposition"]
    assert Logregel.objects.filter(handeling="inzage.bezwaar", kind_id=bezwaar.kind_id).exists()


def test_te_laat_wordt_getoond_en_niet_vanzelf_afgewezen(regio: Regiomensen) -> None:
    besluit = maak_besluit(regio)
    with klok.op(date(2026, 6, 26)):
        balie = _als(regio, "fatima")
        invoer = {"van": "kind", "kanaal": "post", "ontvangen_op": "2026-06-26", "gepost_op": "2026-06-18"}
        adres = reverse("bezwaren:nieuw", args=[besluit.pk])
        blik = balie.post(adres, invoer | {"bekijk": "ja"}).content.decode()
        assert "Dit bezwaar is te laat" in blik
        assert "Wijs het niet vanzelf af" in blik
        anders = balie.post(adres, invoer | {"bewaar": "ja", "gezien": "op tijd"}).content.decode()
        assert "Het oordeel is anders dan je zag" in anders
        balie.post(adres, invoer | {"bewaar": "ja", "gezien": "te laat"})
        _doe(regio, "jurist_lelystad", "te-laat", verschoonbaar="ja", reden="Ziekenhuisopname")
    bezwaar = Bezwaar.objects.get()
    assert (bezwaar.staat, bezwaar.verschoonbaar) == (Bezwaar.Staat.LOOPT, True)


def test_twee_mensen_tegelijk_verliezen_niets(regio: Regiomensen) -> None:
    bezwaar = maak_bezwaar(regio)
    with klok.op(date(2026, 6, 25)):
        jurist = _als(regio, "jurist_lelystad")
        adres = reverse("bezwaren:daad", args=[bezwaar.pk, "niet-horen"])
        Bezwaar.objects.update(versie=5)
        antwoord = jurist.post(adres, {"versie": 1, "grond": "wil_niet", "reden": "Zij belde dat zij niet komt"})
    assert antwoord.status_code == 409
    assert "Zij belde dat zij niet komt" in antwoord.content.decode()


def test_een_klacht_over_schermen(regio: Regiomensen) -> None:
    kind = maak_tom(regio)
    with klok.op(date(2026, 9, 10)):
        toegang = _als(regio, "fatima")
        adres = reverse("bezwaren:klacht_nieuw", args=[kind.pk])
        invoer = {"over": "aanbieder", "klager": "Marieke", "kanaal": "mail", "tekst": "Afspraak vergeten",
                  "gebeurd_op": "2026-09-01", "ontvangen_op": "2026-09-10"}  # fmt: skip
        assert toegang.post(adres, invoer).status_code == 422
        toegang.post(adres, invoer | {"aanbieder": regio.de_brug.pk})
        klacht = Klacht.objects.get()
        jurist = _als(regio, "jurist_lelystad")
        for daad, velden in (("doorsturen", {}), ("oordeel", {"op": "2026-09-10"})):
            adres = reverse("bezwaren:klachtdaad", args=[klacht.pk, daad])
            klacht.refresh_from_db()
            assert jurist.post(adres, {"versie": klacht.versie, **velden}).status_code == 302
        pagina = jurist.get(reverse("bezwaren:klacht", args=[klacht.pk])).content.decode()
        assert "maandag 12 oktober 2026" in pagina  # 10 October is a Saturday
        assert klacht.kenmerk in jurist.get(reverse("bezwaren:klachten")).content.decode()


def test_lijst_en_pagina_vragen_steeds_evenveel(regio: Regiomensen) -> None:
    eerste = maak_bezwaar(regio)
    with klok.op(LAATSTE):
        jurist = _als(regio, "jurist_lelystad")

        def vragen(adres: str) -> int:
            with CaptureQueriesContext(connection) as gevangen:
                assert jurist.get(adres).status_code == 200
            return len(gevangen)

        lijst, pagina = reverse("bezwaren:lijst"), reverse("bezwaren:bezwaar", args=[eerste.pk])
        vragen(lijst)
        een, een_pagina = vragen(lijst), vragen(pagina)
        for nummer in range(2, 6):
            besluit = maak_besluit(regio, vraag_aan(regio, kind=maak_tom(regio, nummer)), nummer)
            maak_bezwaar(regio, besluit=besluit)
        assert vragen(lijst) == een
        assert vragen(pagina) == een_pagina
        assert een_pagina <= 25


def test_het_kind_toont_bezwaar_en_klacht(regio: Regiomensen) -> None:
    bezwaar = maak_bezwaar(regio)
    with klok.op(LAATSTE):
        pagina = _als(regio, "fatima").get(reverse("toegang:kind", args=[bezwaar.kind_id])).content.decode()
    assert bezwaar.kenmerk in pagina
    assert "Klacht vastleggen" in pagina


ONZIN = (
    {}, {"versie": "x", "op": "31-02-2026", "grond": "?", "uitkomst": "?", "verschoonbaar": "?"},
    {"versie": 1, "op": "0001-01-01", "reden": "x", "grond": "wil_niet", "tijd": "laat", "waar": "x", "aanwezig": "9",
     "soort": "hoger", "rechtbank": "x", "zaaknummer": "x", "ingesteld_op": "9999-12-31", "hoorders": ["0"]},
)  # fmt: skip


def test_geen_enkele_daad_struikelt_over_onzin(regio: Regiomensen) -> None:
    bezwaar = maak_bezwaar(regio)
    with klok.op(date(2026, 6, 25)):
        jurist = _als(regio, "jurist_lelystad")
        for daad in BEZWAAR:
            adres = reverse("bezwaren:daad", args=[bezwaar.pk, daad])
            for onzin in ONZIN:
                assert jurist.post(adres, onzin).status_code in {302, 404, 409, 422}, daad
        assert jurist.get(reverse("bezwaren:daad", args=[bezwaar.pk, "bestaat-niet"])).status_code == 404
        assert jurist.post(reverse("bezwaren:nieuw", args=[bezwaar.beschikking_id]), ONZIN[2]).status_code == 422
