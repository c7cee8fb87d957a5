"""Deciding on a request: assign, look into residence, refuse; and what the rules stop."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from tests.berichten import aangevraagd
from tests.mensen import Regiomensen

from ijw import lees
from ijw.berichten import jw301, jw319
from ijw.berichten.basis import Verwijzer
from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Contactpunt
from jeugdregio.postbus.actions import bezorg
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions, queries
from jeugdregio.toegang.afwijzen import REDENEN_AFWIJZING
from jeugdregio.toegang.models import Toewijzing, Verzoek, VerzoekRegel
from jeugdregio.toegang.tests.hulp import maak_klaar, ontvang_verzoek, stem_allen_in
from jeugdregio.toegang.toestemming.actions import leg_afweging_vast, trek_toestemming_in

DONDERDAG = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _klok():
    with klok.op(DONDERDAG):
        yield


def regel_ids(verzoek: Verzoek) -> list[object]:
    return [regel.pk for regel in verzoek.regels.all()]


def uitgaand(soort: str) -> list[object]:
    berichten = Bericht.objects.filter(richting="uit", soort=soort).order_by("identificatie")
    gelezen = [lees(bytes(bericht.inhoud)) for bericht in berichten]
    assert all(lezing.geldig for lezing in gelezen)
    return [lezing.bericht for lezing in gelezen]


def test_toewijzen_maakt_toewijzing_bericht_en_beurten(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    (toewijzing,) = actions.wijs_toe(regio.fatima, verzoek.pk, regel_ids(verzoek), versie=verzoek.versie)
    assert toewijzing.nummer == "1"
    (bericht,) = uitgaand("JW301")
    assert isinstance(bericht, jw301.Bericht)
    (product,) = bericht.client.toegewezen_producten
    assert product.toewijzing_nummer == 1
    assert product.referentie_aanbieder == "REF-1"
    assert product.omvang is not None
    assert product.omvang.volume == 20
    assert product.toewijzingsdatum == DONDERDAG
    beurten = {b.soort: b for b in Beurt.objects.all()}
    assert beurten["verzoek_beantwoorden"].staat == Beurt.Staat.GEDAAN
    assert beurten["toewijzing_bevestigen"].uiterlijk == date(2026, 9, 15)
    assert beurten["start_melden"].uiterlijk == date(2026, 10, 5)
    assert beurten["start_melden"].organisatie == regio.de_brug
    assert Regel.objects.filter(handeling="verzoek.toegewezen", kind_id=verzoek.kind_id).count() == 1


def test_portaal_bevestigt_de_toewijzing_namens_de_aanbieder(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    actions.wijs_toe(regio.fatima, verzoek.pk, regel_ids(verzoek), versie=verzoek.versie)
    gelukt, mislukt = bezorg()
    assert mislukt == 0
    assert gelukt == 2  # the JW316 and the JW301
    assert Bericht.objects.get(soort="JW301").staat == Bericht.Staat.BEANTWOORD
    retour = Bericht.objects.get(soort="JW302")
    assert retour.staat == Bericht.Staat.VERWERKT
    assert Beurt.objects.get(soort="toewijzing_bevestigen").staat == Beurt.Staat.GEDAAN
    assert bezorg() == (0, 0)
    assert Bericht.objects.filter(soort="JW302").count() == 1


def test_zonder_nagekeken_woonplaats_geen_toewijzing(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    with pytest.raises(Geweigerd, match="woonplaatsbeginsel"):
        actions.wijs_toe(regio.fatima, verzoek.pk, regel_ids(verzoek), versie=verzoek.versie)
    assert not Toewijzing.objects.exists()
    verzoek.refresh_from_db()
    assert verzoek.versie == 1


def test_zonder_toestemming_van_vader_geen_toewijzing(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    kind = verzoek.kind
    maak_klaar(regio, kind, DONDERDAG)
    van_vader = kind.toestemmingen.get(gezagsdrager__relatie="vader")
    trek_toestemming_in(regio.fatima, van_vader.pk, DONDERDAG)
    with pytest.raises(Geweigerd, match="vader"):
        actions.wijs_toe(regio.fatima, verzoek.pk, regel_ids(verzoek), versie=verzoek.versie)


def test_een_vastgelegde_afweging_vervangt_de_toestemming(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    kind = verzoek.kind
    maak_klaar(regio, kind, DONDERDAG)
    van_vader = kind.toestemmingen.get(gezagsdrager__relatie="vader")
    trek_toestemming_in(regio.fatima, van_vader.pk, DONDERDAG)
    leg_afweging_vast(regio.fatima, verzoek.pk, "Het meisje loopt anders ernstig gevaar.")
    assert actions.wijs_toe(regio.fatima, verzoek.pk, regel_ids(verzoek), versie=verzoek.versie)


def test_een_maatregel_maakt_toestemming_overbodig(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    actions.bevestig_woonplaats(regio.fatima, verzoek.kind_id, date(2020, 1, 1), "BRP")
    leg_afweging_vast(regio.fatima, verzoek.pk, "Ondertoezichtstelling", grond="maatregel")
    assert actions.wijs_toe(regio.fatima, verzoek.pk, regel_ids(verzoek), versie=verzoek.versie)


def test_zonder_contract_alleen_met_uitleg(regio: Regiomensen) -> None:
    regio.contract.gemeenten.remove(regio.lelystad)
    verzoek = ontvang_verzoek()
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    with pytest.raises(Geweigerd) as fout:
        actions.wijs_toe(regio.fatima, verzoek.pk, regel_ids(verzoek), versie=verzoek.versie)
    assert "zonder_contract_reden" in fout.value.velden
    assert actions.wijs_toe(
        regio.fatima, verzoek.pk, regel_ids(verzoek), versie=verzoek.versie, zonder_contract_reden="Enige aanbieder"
    )


def test_overlappende_toewijzing_wordt_geweigerd(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    actions.wijs_toe(regio.fatima, verzoek.pk, regel_ids(verzoek), versie=verzoek.versie)
    tweede = ontvang_verzoek(aangevraagd("REF-2"), identificatie="VRAAG2")
    stem_allen_in(regio, tweede.kind, DONDERDAG)
    with pytest.raises(Geweigerd, match="Toewijzing 1 geldt al"):
        actions.wijs_toe(regio.fatima, tweede.pk, regel_ids(tweede), versie=tweede.versie)
    later = actions.Wijziging(ingangsdatum=date(2027, 9, 28), einddatum=date(2027, 12, 1))
    (goed,) = actions.wijs_toe(
        regio.fatima, tweede.pk, regel_ids(tweede), versie=tweede.versie, wijzigingen={regel_ids(tweede)[0]: later}
    )
    assert goed.nummer == "2"


def test_verlopen_en_omgekeerde_periodes_worden_geweigerd(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    (regel_id,) = regel_ids(verzoek)
    voorbij = actions.Wijziging(ingangsdatum=date(2026, 1, 1), einddatum=DONDERDAG - timedelta(days=1))
    omgekeerd = actions.Wijziging(ingangsdatum=date(2026, 12, 1), einddatum=date(2026, 11, 1))
    for fout in (voorbij, omgekeerd):
        with pytest.raises(Geweigerd):
            actions.wijs_toe(regio.fatima, verzoek.pk, [regel_id], versie=verzoek.versie, wijzigingen={regel_id: fout})
    assert not Toewijzing.objects.exists()


def test_wat_wij_versturen_voldoet_aan_de_standaard(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    (regel_id,) = regel_ids(verzoek)
    per_dag = actions.Wijziging(eenheid="16", frequentie="1")
    with pytest.raises(Geweigerd) as fout:
        actions.wijs_toe(regio.fatima, verzoek.pk, [regel_id], versie=verzoek.versie, wijzigingen={regel_id: per_dag})
    assert "CS338" in fout.value.grondslag


def test_zonder_adres_en_telefoon_zegt_de_melding_wat_er_moet_gebeuren(regio: Regiomensen) -> None:
    Contactpunt.objects.all().delete()
    verzoek = ontvang_verzoek()
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    with pytest.raises(Geweigerd, match="contactpunt"):
        actions.wijs_toe(regio.fatima, verzoek.pk, regel_ids(verzoek), versie=verzoek.versie)


def test_geheim_adres_gaat_niet_mee(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    kind = verzoek.kind
    kind.geheim_adres, kind.postcode, kind.huisnummer = True, "8224AB", 12
    kind.save()
    maak_klaar(regio, kind, DONDERDAG)
    actions.wijs_toe(regio.fatima, verzoek.pk, regel_ids(verzoek), versie=verzoek.versie)
    assert b"8224AB" not in bytes(Bericht.objects.get(soort="JW301").inhoud)


def test_onderzoek_houdt_de_beurt_en_verzet_de_termijn(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    verzoek = actions.neem_in_onderzoek(regio.fatima, verzoek.pk, versie=verzoek.versie)
    (antwoord,) = uitgaand("JW319")
    assert isinstance(antwoord, jw319.Bericht)
    assert antwoord.antwoord.verzoek_antwoord == "2"
    beurt = Beurt.objects.get(soort="verzoek_beantwoorden")
    assert beurt.staat == Beurt.Staat.OPEN
    assert beurt.uiterlijk == date(2026, 9, 24)
    with pytest.raises(Geweigerd):
        actions.neem_in_onderzoek(regio.fatima, verzoek.pk, versie=verzoek.versie)


def test_afwijzen_om_het_woonplaatsbeginsel_noemt_de_gemeente(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    with pytest.raises(Geweigerd, match="Noem de gemeente"):
        actions.wijs_af(regio.fatima, verzoek.pk, regel_ids(verzoek), "8", "Woont in Dronten.", versie=1)
    actions.wijs_af(
        regio.fatima, verzoek.pk, regel_ids(verzoek), "8", "Woont in Dronten.", versie=1, andere_gemeente="0303"
    )
    (bericht,) = uitgaand("JW319")
    assert isinstance(bericht, jw319.Bericht)
    assert bericht.antwoord.woonplaatsbeginsel is not None
    assert bericht.antwoord.woonplaatsbeginsel.gemeente == "0303"
    assert Beurt.objects.get(soort="verzoek_beantwoorden").staat == Beurt.Staat.GEDAAN


@pytest.mark.parametrize(
    ("verwijzer", "artikel"), [("02", "2.6"), ("03", "2.6"), ("05", "2.6"), ("04", "3.5"), ("08", "2.4")]
)
def test_nut_en_noodzaak_niet_opnieuw_beoordelen(regio: Regiomensen, verwijzer: str, artikel: str) -> None:
    verzoek = ontvang_verzoek(aangevraagd(verwijzer=Verwijzer(type=verwijzer, naam="Verwijzer")))
    with pytest.raises(Geweigerd) as fout:
        actions.wijs_af(regio.fatima, verzoek.pk, regel_ids(verzoek), "7", "Niet nodig.", versie=1)
    assert artikel in fout.value.grondslag


def test_geld_is_nooit_een_reden(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek(aangevraagd(verwijzer=Verwijzer(type="06")))
    with pytest.raises(Geweigerd, match="Geld is geen reden"):
        actions.wijs_af(regio.fatima, verzoek.pk, regel_ids(verzoek), "2", "Op.", versie=1)
    assert "2" not in REDENEN_AFWIJZING


def test_afwijzen_zonder_motivering_kan_niet(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    with pytest.raises(Geweigerd) as fout:
        actions.wijs_af(regio.fatima, verzoek.pk, regel_ids(verzoek), "3", "  ", versie=1)
    assert "motivering" in fout.value.velden


def test_wie_later_beslist_krijgt_een_conflict(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    actions.wijs_af(regio.fatima, verzoek.pk, regel_ids(verzoek), "3", "Geen contract.", versie=1)
    with pytest.raises(Conflict):
        actions.wijs_af(regio.fatima, verzoek.pk, regel_ids(verzoek), "3", "Nog eens.", versie=1)
    assert Bericht.objects.filter(soort="JW319").count() == 1


def test_regels_kunnen_los_worden_beantwoord(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek(aangevraagd("REF-1"), aangevraagd("REF-2", "45A05"))
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    eerste, tweede = regel_ids(verzoek)
    actions.wijs_toe(regio.fatima, verzoek.pk, [eerste], versie=1)
    assert Beurt.objects.get(soort="verzoek_beantwoorden").staat == Beurt.Staat.OPEN
    actions.wijs_af(regio.fatima, verzoek.pk, [tweede], "4", "Past niet.", versie=2)
    assert Beurt.objects.get(soort="verzoek_beantwoorden").staat == Beurt.Staat.GEDAAN
    staten = set(VerzoekRegel.objects.values_list("staat", flat=True))
    assert staten == {"toegewezen", "afgewezen"}


def test_een_ander_kan_niet_beslissen_of_kijken(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    ids = regel_ids(verzoek)
    with pytest.raises(NietGevonden):
        actions.wijs_toe(regio.bram, verzoek.pk, ids, versie=1)
    for wie in (regio.noor, regio.berichten_lelystad, regio.controller_lelystad, regio.gi_medewerker):
        with pytest.raises(GeenRecht):
            actions.wijs_toe(wie, verzoek.pk, ids, versie=1)
    for wie in (regio.bram, regio.iris, regio.controller_lelystad, regio.gi_medewerker, regio.directeur):
        with pytest.raises(NietGevonden):
            queries.verzoek(wie, verzoek.pk)
        with pytest.raises(NietGevonden):
            queries.kind(wie, verzoek.kind_id)
        assert not list(queries.kinderen(wie))
    with pytest.raises(NietGevonden):
        queries.verzoek(regio.fatima, uuid4())


def test_kijken_wordt_vastgelegd_en_de_aanbieder_ziet_minder(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    beeld = queries.kind(regio.fatima, verzoek.kind_id)
    assert len(beeld.gezagsdragers) == 2
    beperkt = queries.kind(regio.noor, verzoek.kind_id)
    assert beperkt.gezagsdragers == ()
    assert list(beperkt.verzoeken) == [verzoek]
    inzage = Regel.objects.filter(inzage=True, kind_id=verzoek.kind_id, handeling="inzage.kind")
    assert {r.gebruiker for r in inzage} == {"Fatima", "Noor"}


def test_toetsen_zeggen_waarop_ze_rusten(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek()
    toetsen = {t.naam: t for t in queries.verzoek(regio.fatima, verzoek.pk).toetsen}
    assert toetsen["Woonplaats"].goed is None
    assert toetsen["Contract voor 45A04"].goed is True
    assert toetsen["Toestemming"].goed is None
    assert "gezagsregister" in toetsen["Toestemming"].waarop
    assert queries.verzoek(regio.noor, verzoek.pk).toetsen == ()
