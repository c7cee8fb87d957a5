"""Story 3: a supervision order, asked afterwards by a certified institution, from hearing to the months it declares."""

from datetime import date, timedelta

import pytest
from django.test import Client

from ijw import lees
from ijw.berichten import jw301, jw319
from ijw.berichten.basis import Omvang, Verwijzer
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.beurten.models import Beurt
from jeugdregio.financien.concept import maak_concept
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Weg
from jeugdregio.toegang.hulpvragen.overleg import leg_raadpleging_vast
from jeugdregio.toegang.maatregelen import leg_maatregel_vast
from jeugdregio.toegang.models import Maatregel, Toewijzing, Verzoek, VerzoekAntwoord
from jeugdregio.toegang.poort import TeStarten, oordelen
from jeugdregio.toegang.toestemming.actions import leg_afweging_vast
from jeugdregio.toegang.toestemming.models import ZonderToestemming
from jeugdregio.toegang.toewijzen import Wijziging
from jeugdregio.zorglandschap.models import Product
from recht import keten
from tests.berichten import MIRTHE_BSN, aangevraagd, jw315_xml
from tests.mensen import Regiomensen

ZITTING, EINDE = date(2026, 4, 24), date(2027, 4, 24)
VERZOEK = date(2026, 5, 4)  # the last day for it


def vraag(regio: Regiomensen) -> Verzoek:
    """The institution asks a measure per month, from the day of the hearing on."""
    Product.objects.create(categorie="48", code="48A01", naam="Ondertoezichtstelling", eenheid="82")
    maatregel = aangevraagd(
        "GI-1", "48A01", omvang=Omvang(volume=1, eenheid="82", frequentie="4"), toewijzing_ingangsdatum=ZITTING,
        toewijzing_einddatum=EINDE, verwijzer=Verwijzer(type="08"),
    )  # fmt: skip
    xml = jw315_xml(maatregel, afzender="73730001", ontvanger="0034", dagtekening=VERZOEK)
    with klok.op(VERZOEK):
        bericht = ontvang_en_verwerk(xml, kanaal="upload")
    return Verzoek.objects.get(bericht=bericht)


@pytest.fixture
def verzoek(regio: Regiomensen) -> Verzoek:
    return vraag(regio)


@pytest.fixture
def almere(regio: Regiomensen):  # type: ignore[no-untyped-def]
    from tests.mensen import maak_mens

    return maak_mens("Anouk", regio.almere, "toegangsmedewerker")


def maak_klaar(almere, verzoek: Verzoek) -> None:  # type: ignore[no-untyped-def]
    with klok.op(VERZOEK):
        actions.bevestig_woonplaats(almere, verzoek.kind_id, date(2020, 1, 1), "Basisregistratie personen")
        leg_afweging_vast(
            almere, verzoek.pk, "Ondertoezichtstelling van de kinderrechter.", grond=ZonderToestemming.MAATREGEL
        )


def wijs_toe(almere, verzoek: Verzoek, **anders: object) -> Toewijzing:  # type: ignore[no-untyped-def]
    maak_klaar(almere, verzoek)
    regel = verzoek.regels.get()
    with klok.op(date(2026, 5, 6)):
        (uit,) = actions.wijs_toe(
            almere, verzoek.pk, [regel.pk], versie=Verzoek.objects.get(pk=verzoek.pk).versie,
            zonder_contract_reden="Landelijk tarief.", juridische_status="04",
            wijzigingen={regel.pk: Wijziging(**anders)},  # type: ignore[arg-type]
        )  # fmt: skip
    return uit


def test_de_datums_van_het_verhaal() -> None:
    assert keten.verzoek_gi(ZITTING).datum == VERZOEK
    assert keten.maanden_gi(ZITTING, EINDE).waarde[0] == "2026-05"
    assert keten.maanden_gi(ZITTING, EINDE).waarde[-1] == "2027-04"


def test_met_terugwerkende_kracht_toegewezen_met_juridische_status(almere, verzoek: Verzoek) -> None:  # type: ignore[no-untyped-def]
    toewijzing = wijs_toe(almere, verzoek)
    assert (toewijzing.ingangsdatum, toewijzing.einddatum) == (ZITTING, EINDE)
    bericht = lees(bytes(Bericht.objects.get(soort="JW301").inhoud)).bericht
    assert isinstance(bericht, jw301.Bericht)
    assert (bericht.client.bsn, bericht.client.juridische_status) == (MIRTHE_BSN, "04")
    start = Beurt.objects.get(soort="start_melden")
    assert (start.rol, start.uiterlijk) == ("gi-medewerker", date(2026, 5, 13))


def test_de_gemeente_wijst_niet_anders_toe_en_weigert_niet_op_nut(almere, verzoek: Verzoek) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Geweigerd, match="zoals het is gevraagd"):
        wijs_toe(almere, verzoek, volume=2)
    regel = verzoek.regels.get()
    with klok.op(VERZOEK), pytest.raises(Geweigerd, match="verwijzer al bepaald") as fout:
        actions.wijs_af(almere, verzoek.pk, [regel.pk], "7", "Niet nodig.", versie=Verzoek.objects.get().versie)
    assert fout.value.grondslag == "Jeugdwet 2.4 lid 2 onder b"


def test_onderzoek_naar_woonplaats_en_dan_de_juiste_gemeente(almere, verzoek: Verzoek) -> None:  # type: ignore[no-untyped-def]
    with klok.op(date(2026, 5, 6)):
        actions.neem_in_onderzoek(almere, verzoek.pk, versie=1)
        assert Beurt.objects.get(soort="verzoek_beantwoorden").uiterlijk == date(2026, 5, 18)
        actions.wijs_af(
            almere, verzoek.pk, [verzoek.regels.get().pk], "8", "Het gezin woont in Zeewolde.", versie=2,
            andere_gemeente="0050",
        )  # fmt: skip
    in_onderzoek, afgewezen = VerzoekAntwoord.objects.all()
    assert (in_onderzoek.antwoord, afgewezen.antwoord, afgewezen.andere_gemeente) == ("2", "1", "0050")
    bericht = lees(bytes(afgewezen.bericht.inhoud)).bericht
    assert isinstance(bericht, jw319.Bericht)
    assert bericht.antwoord.woonplaatsbeginsel is not None
    assert bericht.antwoord.woonplaatsbeginsel.gemeente == "0050"


def test_april_gebroken_niet_mei_wel_en_de_verlenging_is_van_de_instelling(
    regio: Regiomensen, almere, verzoek: Verzoek
) -> None:  # type: ignore[no-untyped-def]
    toewijzing = wijs_toe(almere, verzoek)
    with klok.op(date(2026, 6, 1)):
        actions.meld_start(regio.gi_medewerker, toewijzing.pk, ZITTING)
        april, mei = (maak_concept(regio.gi, regio.almere, date(2026, maand, 1)) for maand in (4, 5))
    assert april.alle == []
    (regel,) = mei.alle
    assert (regel.begindatum, regel.voorstel) == (date(2026, 5, 1), 1)
    bijna = EINDE - timedelta(weeks=6)
    with klok.op(bijna):
        actions.open_verlengingsbeurten(bijna)
        beurt = Beurt.objects.get(soort="verlenging")
    assert beurt.organisatie == regio.gi
    assert "kinderrechter" in beurt.uitleg[0]


def test_de_weg_van_de_maatregel_op_een_scherm(regio: Regiomensen, almere, client: Client) -> None:  # type: ignore[no-untyped-def]
    """The measure replaces consent, the college tests residence and contract, the institution has the last word."""
    verzoek = vraag(regio)
    hulpvraag = Hulpvraag.objects.get(verzoek=verzoek)
    assert (hulpvraag.weg, hulpvraag.van) == (Weg.GI, regio.gi)
    with klok.op(VERZOEK):
        ots = leg_maatregel_vast(
            almere, verzoek.kind_id, Maatregel.Soort.OTS, ZITTING, None, instantie="Rechtbank", gi=regio.gi
        )
        assert ots.tot == EINDE  # a Saturday, and it does not roll
        leg_raadpleging_vast(
            almere, hulpvraag.pk, regio.gi, VERZOEK, namens_gi="Gerda", namens_gemeente="Anouk",
            advies="Hulp thuis.", bepaling="Toch een maatregel per maand.",
        )  # fmt: skip
        (oordeel,) = oordelen(verzoek.kind, [TeStarten("48A01", verzoek, hulpvraag.pk)])
        assert oordeel.waarde.mag_starten
        client.force_login(almere.gebruiker)
        blad = client.get(f"/kinderen/{verzoek.kind_id}/").content.decode()
    for zegt in ("Maatregel uitgesproken", "Toch een maatregel per maand.", "toetst: woonplaats, contract", "geldt nu"):
        assert zegt in blad
    assert "Onderzoek gedaan" not in blad
