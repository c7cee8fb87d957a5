"""From what comes in to a request and its return message."""

from datetime import date

import pytest

from ijw import lees, schrijf
from ijw.berichten import jw316
from jeugdregio.basis import klok
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.beurten.models import Beurt
from jeugdregio.postbus.actions import bevindingen_van, ontvang, ontvang_en_verwerk, verwerk
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.queries import antwoord_van
from jeugdregio.toegang.models import Kind, Verzoek
from tests.berichten import MIRTHE_BSN, aangevraagd, gepubliceerd_jw315, jw315_voor, jw315_xml
from tests.mensen import Regiomensen
from tests.shared import heeft_shared

ONTVANGST = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _tien_september():
    with klok.op(ONTVANGST):
        yield


def neem_in(inhoud: bytes, **anders: object) -> Bericht:
    return ontvang_en_verwerk(inhoud, kanaal="upload", **anders)  # type: ignore[arg-type]


def retour_van(bericht: Bericht) -> jw316.Bericht:
    antwoord = antwoord_van(bericht)
    assert antwoord is not None
    gelezen = lees(bytes(antwoord.inhoud))
    assert gelezen.geldig
    assert isinstance(gelezen.bericht, jw316.Bericht)
    return gelezen.bericht


@heeft_shared
def test_het_gepubliceerde_verzoek_wordt_een_verzoek_met_retour(regio: Regiomensen) -> None:
    with klok.op(date(2026, 4, 1)):
        bericht = neem_in(gepubliceerd_jw315())
    assert bericht.staat == Bericht.Staat.VERWERKT, bevindingen_van(bericht)
    verzoek = Verzoek.objects.get()
    assert verzoek.gemeente == regio.diemen
    assert verzoek.aanbieder == regio.de_brug
    assert [regel.code for regel in verzoek.regels.all()] == ["55A11", "55A12"]
    assert verzoek.kind.achternaam == "Wit"
    assert retour_van(bericht).header.retour_codes == ()


def test_verzoek_opent_de_beurt_met_de_termijn_van_vijf_werkdagen(regio: Regiomensen) -> None:
    neem_in(jw315_xml())
    beurt = Beurt.objects.get(soort="verzoek_beantwoorden")
    assert beurt.organisatie == regio.lelystad
    assert beurt.uiterlijk == date(2026, 9, 17)
    assert beurt.wachtende == regio.de_brug
    assert beurt.aanduiding == "meisje, 14 jaar"
    assert beurt.uitleg


def test_bsn_en_bericht_staan_niet_leesbaar_in_de_database(regio: Regiomensen) -> None:
    from django.db import connection

    neem_in(jw315_xml())
    with connection.cursor() as cursor:
        for tabel in ("postbus_bericht", "toegang_kind", "toegang_verzoek", "audit_regel", "beurten_beurt"):
            cursor.execute(f"select * from {tabel}")  # noqa: S608 - fixed names
            for rij in cursor.fetchall():
                for waarde in rij:
                    ruw = bytes(waarde) if isinstance(waarde, (bytes, memoryview)) else str(waarde).encode()
                    assert MIRTHE_BSN.encode() not in ruw
    assert Kind.objects.get().bsn == MIRTHE_BSN


def test_een_bekend_kind_wordt_niet_dubbel_aangemaakt(regio: Regiomensen) -> None:
    bestaand = Kind.objects.create(
        kenmerk="K1",
        gemeente=regio.lelystad,
        bsn=MIRTHE_BSN,
        bsn_zoek=zoeksleutel(MIRTHE_BSN),
        geboortedatum=date(2012, 5, 20),
        geslacht="2",
        achternaam="Visser",
    )
    neem_in(jw315_xml())
    assert Verzoek.objects.get().kind == bestaand


def test_hetzelfde_bericht_nog_eens_geeft_het_bewaarde_antwoord(regio: Regiomensen) -> None:
    eerste = neem_in(jw315_xml())
    opnieuw = neem_in(jw315_xml().replace(b"\r\n", b"\n"))
    assert opnieuw.staat == Bericht.Staat.HERHAALD
    assert Verzoek.objects.count() == 1
    assert antwoord_van(opnieuw) == antwoord_van(eerste)
    assert Bericht.objects.filter(richting="uit").count() == 1


def test_ander_bericht_met_dezelfde_identificatie_krijgt_9056(regio: Regiomensen) -> None:
    neem_in(jw315_xml())
    ander = neem_in(jw315_xml(aangevraagd("REF-2", "45A05")))
    assert ander.staat == Bericht.Staat.AFGEKEURD
    assert retour_van(ander).header.retour_codes == ("9056",)
    assert Verzoek.objects.count() == 1
    # And the first message sent again still gets its own answer.
    assert retour_van(neem_in(jw315_xml())).header.retour_codes == ()


def test_een_tweede_verzoek_voor_hetzelfde_kind_wacht_op_het_eerste(regio: Regiomensen) -> None:
    neem_in(jw315_xml())
    tweede = neem_in(jw315_xml(aangevraagd("REF-9", "45A05"), identificatie="VRAAG2"))
    retour = retour_van(tweede)
    assert retour.client is not None
    assert retour.client.retour_codes == ("9374",)
    assert Verzoek.objects.count() == 1


def test_fout_van_niveau_2_keurt_het_hele_bericht_af_met_0001(regio: Regiomensen) -> None:
    bericht = neem_in(jw315_xml(bsn="123456789"))
    assert bericht.staat == Bericht.Staat.AFGEKEURD
    assert retour_van(bericht).header.retour_codes == ("0001",)
    (bevinding,) = bevindingen_van(bericht)
    assert bevinding.regel == "CS002"
    assert bevinding.pad == "/Bericht/Client/Bsn"
    assert "elfproef" in bevinding.melding
    assert not Kind.objects.exists()


def test_opslaan_gaat_voor_verwerken(regio: Regiomensen) -> None:
    bericht = ontvang(jw315_xml(), kanaal="api", aangeboden_door=regio.de_brug)
    assert bericht.staat == Bericht.Staat.ONTVANGEN
    assert not Verzoek.objects.exists()
    assert verwerk(bericht.pk).staat == Bericht.Staat.VERWERKT
    assert verwerk(bericht.pk).staat == Bericht.Staat.VERWERKT
    assert Verzoek.objects.count() == 1


def test_de_inhoud_blijft_precies_wat_binnenkwam(regio: Regiomensen) -> None:
    inhoud = schrijf(jw315_voor())
    assert bytes(Bericht.objects.get(pk=neem_in(inhoud).pk).inhoud) == inhoud
