"""The letters on the way of an objection: what they say, to whom, and who may fetch them."""

from datetime import date

from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel as Logregel
from jeugdregio.basis import klok
from jeugdregio.basis.document import naar_html
from jeugdregio.organisaties.models import Contactpunt
from jeugdregio.toegang.bezwaren import horen, klachtbrief, ontvangen, queries
from jeugdregio.toegang.bezwaren.models import Bezwaar, Klacht
from jeugdregio.toegang.bezwaren.ontvangstbrief import ontvangstbrief
from jeugdregio.toegang.bezwaren.tests.hulp import LAATSTE, maak_bezwaar
from jeugdregio.toegang.bezwaren.uitnodiging import uitnodiging
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.termijnen.brief import aanvulbrief
from jeugdregio.toegang.termijnen.opschorten import vraag_aanvulling
from jeugdregio.toegang.termijnen.tests.hulp import maak_tom

BEVESTIGD = date(2026, 6, 29)
STRAAT = "Geheimelaan"


def _bevestigd(regio: Regiomensen, op: date = LAATSTE, *, commissie: bool = False) -> Bezwaar:
    bezwaar = maak_bezwaar(regio, op)
    Kind.objects.update(geheim_adres=True, straatnaam=STRAAT, huisnummer=12, plaatsnaam="Zeewolde")
    Contactpunt.objects.create(
        organisatie=regio.lelystad, onderwerp="bezwaar", naam="Secretariaat bezwaar", gecontroleerd_op=LAATSTE
    )
    with klok.op(BEVESTIGD):
        return ontvangen.bevestig(regio.jurist_lelystad, bezwaar.pk, commissie=commissie, versie=bezwaar.versie)


def _als(regio: Regiomensen, wie: str) -> Client:
    client = Client()
    client.force_login(regio.gebruiker(wie))
    return client


def test_de_ontvangstbrief_zegt_wanneer_wij_beslissen(regio: Regiomensen) -> None:
    bezwaar = _bevestigd(regio, commissie=True)
    html = naar_html(ontvangstbrief(queries.bezwaar(regio.jurist_lelystad, bezwaar.pk)))
    for zin in (
        "Beste Marieke Jansen,", "29 juni 2026", "Op 18 juni 2026 kregen wij aan de balie uw bezwaar", "Ja. Bezwaar",
        "tot en met donderdag 18 juni 2026", "uiterlijk op donderdag 10 september 2026", "twaalf weken",
        "Secretariaat bezwaar", "088 555 1000", bezwaar.kenmerk,
    ):  # fmt: skip
        assert zin in html, zin
    assert STRAAT not in html
    assert "Zeewolde" not in html


def test_verdagen_verandert_de_brief_van_toen_niet(regio: Regiomensen) -> None:
    bezwaar = _bevestigd(regio)
    beslisklok = ontvangen.klok_van(bezwaar)
    beslisklok.invoer |= {"verdaagd": "ja"}
    beslisklok.save()
    html = naar_html(ontvangstbrief(queries.bezwaar(regio.jurist_lelystad, bezwaar.pk)))
    assert "uiterlijk op donderdag 30 juli 2026" in html


def test_een_laat_bezwaar_wordt_in_de_brief_niet_afgewezen(regio: Regiomensen) -> None:
    bezwaar = _bevestigd(regio, date(2026, 6, 26))
    html = naar_html(ontvangstbrief(queries.bezwaar(regio.jurist_lelystad, bezwaar.pk)))
    assert "Nee, het is te laat" in html
    assert "Schrijf ons waarom het later kwam" in html


def test_wat_bij_een_bezwaar_ontbreekt_wordt_aan_de_indiener_gevraagd(regio: Regiomensen) -> None:
    bezwaar = _bevestigd(regio)
    with klok.op(BEVESTIGD):
        beslisklok = vraag_aanvulling(
            regio.jurist_lelystad, ontvangen.klok_van(bezwaar).pk, date(2026, 7, 10), "Uw redenen",
            versie=ontvangen.klok_van(bezwaar).versie,
        )  # fmt: skip
    html = naar_html(aanvulbrief(beslisklok, beslisklok.opschortingen.get().pk))
    for zin in ("Beste Marieke Jansen,", "uw bezwaar", "Awb 6:6", "Secretariaat bezwaar", "vrijdag 10 juli 2026"):
        assert zin in html, zin
    assert "Ruben" not in html


def test_ieder_krijgt_een_eigen_uitnodiging(regio: Regiomensen) -> None:
    bezwaar = _bevestigd(regio)
    with klok.op(BEVESTIGD):
        zitting = horen.plan_zitting(
            regio.jurist_lelystad, bezwaar.pk, op=date(2026, 7, 14), tijd="14:00", waar="Stadhuis, kamer 3",
            hoorders=[regio.gebruiker("jurist_lelystad")], versie=bezwaar.versie,
        )  # fmt: skip
    vers = queries.bezwaar(regio.jurist_lelystad, bezwaar.pk).bezwaar
    moeder, vader = (zitting.genodigden.get(naam=naam) for naam in ("Marieke Jansen", "Ruben Jansen"))
    html = naar_html(uitnodiging(vers, moeder.pk))
    for zin in (
        "Beste Marieke Jansen,", "Dinsdag 14 juli 2026, om 14:00 uur. Plaats: Stadhuis, kamer 3",
        "Vanaf dinsdag 7 juli 2026", "tot en met zaterdag 4 juli 2026", "iemand meenemen", "apart horen",
    ):  # fmt: skip
        assert zin in html, zin
    assert "Ruben" not in html
    assert STRAAT not in html
    jurist = _als(regio, "jurist_lelystad")
    adres = reverse("bezwaren:uitnodiging", args=[bezwaar.pk, vader.pk])
    assert adres in jurist.get(reverse("bezwaren:bezwaar", args=[bezwaar.pk])).content.decode()
    assert jurist.get(adres).content.startswith(b"%PDF")
    vers.zittingen.update(afgezegd="Zaal bezet")
    assert jurist.get(adres).status_code == 404


def test_wie_de_brief_mag_halen(regio: Regiomensen) -> None:
    bezwaar = maak_bezwaar(regio)
    adres = reverse("bezwaren:ontvangst", args=[bezwaar.pk])
    jurist = _als(regio, "jurist_lelystad")
    assert jurist.get(adres).status_code == 404, "nog niet bevestigd"
    Bezwaar.objects.update(bevestigd_op=BEVESTIGD)
    antwoord = jurist.get(adres)
    assert antwoord.content.startswith(b"%PDF")
    assert "Jansen" not in antwoord["Content-Disposition"]
    assert Logregel.objects.filter(handeling="inzage.bezwaar", kind_id=bezwaar.kind_id).exists()
    assert _als(regio, "bram").get(adres).status_code == 404, "een andere gemeente"


def _klacht(regio: Regiomensen, **velden: object) -> Klacht:
    kind = maak_tom(regio)
    Kind.objects.update(geheim_adres=True, straatnaam=STRAAT, plaatsnaam="Zeewolde")
    return Klacht.objects.create(
        kenmerk="KL-2026-00001", kind=kind, gemeente=regio.lelystad, over="gemeente", klager="Marieke Jansen",
        over_wie=regio.gebruiker("fatima"), kanaal="mail", gebeurd_op=date(2026, 9, 1), ontvangen_op=date(2026, 9, 10),
        tekst="De afspraak ging niet door.", bevestigd_op=date(2026, 9, 11), **velden,
    )  # fmt: skip


def test_de_brief_met_het_oordeel_over_een_klacht(regio: Regiomensen) -> None:
    klacht = _klacht(
        regio, oordeel="gegrond", conclusie="Wij belden niet af.\n\nVoortaan bellen wij een dag eerder.",
        gehoord_op=date(2026, 9, 20), afgehandeld_op=date(2026, 10, 2),
    )  # fmt: skip
    html = naar_html(klachtbrief.slotbrief(klacht))
    for zin in (
        "Beste Marieke Jansen,", "2 oktober 2026", "Uw klacht is gegrond", "De afspraak ging niet", "20 september",
        "Wij belden niet af.", "Voortaan bellen wij", "Nationale ombudsman", "binnen een jaar", "088 555 1000",
    ):  # fmt: skip
        assert zin in html, zin
    for geheim in (STRAAT, "Zeewolde", regio.gebruiker("fatima").naam):
        assert geheim not in html
    adres = reverse("bezwaren:klacht_slot", args=[klacht.pk])
    jurist = _als(regio, "jurist_lelystad")
    assert adres in jurist.get(reverse("bezwaren:klacht", args=[klacht.pk])).content.decode()
    assert jurist.get(adres).content.startswith(b"%PDF")
    assert _als(regio, "fatima").get(adres).status_code == 404, "over wie het gaat"
    assert _als(regio, "bram").get(adres).status_code == 404, "een andere gemeente"
    Klacht.objects.update(oordeel="ingetrokken")
    assert jurist.get(adres).status_code == 404


def test_de_ontvangst_van_een_klacht(regio: Regiomensen) -> None:
    html = naar_html(klachtbrief.ontvangstbrief(_klacht(regio, verdaagd_op=date(2026, 10, 1))))
    for zin in ("11 september 2026", "Uiterlijk op donderdag 22 oktober 2026", "vier weken langer", "Marieke Jansen"):
        assert zin in html, zin
    assert STRAAT not in html
