"""A provider works here, its municipality elsewhere: what comes, what goes, what is taken back, who sees it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.berichten import MIRTHE_BSN, jw315_voor
from tests.mensen import Regiomensen

import ijw
from ijw import Bevinding
from ijw.berichten import jw301, jw305, jw315
from ijw.retour import maak_retour
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.beurten.models import Beurt
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.messages import antwoordbericht, toewijzingsbericht
from jeugdregio.toegang.models import Kind, Levering, Toewijzing, Verzoek, VerzoekRegel
from jeugdregio.toegang.permissions import zichtbare_kinderen

pytestmark = pytest.mark.django_db
DAG = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def elders(regio: Regiomensen, settings: Any, tmp_path: Path) -> Iterator[None]:
    """Lelystad has a system of its own; De Brug works here."""
    settings.POSTBUS_MAP = str(tmp_path)
    regio.lelystad.bezorging = "map"
    regio.lelystad.save()
    with klok.op(DAG):
        yield


def toegewezen(regio: Regiomensen, **anders: Any) -> jw301.Bericht:
    """The JW301 of Lelystad for Mirthe."""
    kind = Kind(
        bsn=MIRTHE_BSN, geboortedatum=date(2012, 5, 20), geslacht="2", achternaam="Visser", gemeente=regio.lelystad,
        postcode="8232AB", huisnummer=4,
    )  # fmt: skip
    standaard: dict[str, Any] = {
        "nummer": "77", "categorie": "45", "code": "45A04", "ingangsdatum": date(2026, 9, 7), "volume": 8,
        "einddatum": date(2027, 3, 1), "eenheid": "04", "frequentie": "4",
        "toegewezen_op": datetime(2026, 9, 7, 12, tzinfo=AMSTERDAM),
    }  # fmt: skip
    toewijzing = Toewijzing(kind=kind, gemeente=regio.lelystad, aanbieder=regio.de_brug, **(standaard | anders))
    nummer = f"L{toewijzing.toegewezen_op:%d%H}{toewijzing.reden_wijziging}{toewijzing.referentie_aanbieder}"
    return toewijzingsbericht(kind, [toewijzing], identificatie=nummer, dagtekening=DAG)


def ontvang(bericht: ijw.Bericht) -> Bericht:
    return postbus.ontvang_en_verwerk(ijw.schrijf(bericht), kanaal="map")


def verzonden(soort: str) -> Any:
    """The newest own message of a kind, as the municipality reads it."""
    bericht = Bericht.objects.filter(richting="uit", soort=soort).latest("ontvangen_op")
    return ijw.lees(bytes(bericht.inhoud)).bericht


def antwoord(heen: Any, *bevindingen: Bevinding) -> Bericht:
    return ontvang(maak_retour(heen, bevindingen, identificatie="RET", dagtekening=DAG))


def test_een_toewijzing_geeft_een_dossier_een_beurt_en_een_retourbericht(regio: Regiomensen) -> None:
    assert ontvang(toegewezen(regio)).staat == Bericht.Staat.VERWERKT
    assert verzonden("JW302").header.retour_codes == ()
    kind = Kind.objects.get()
    assert (kind.bsn, kind.achternaam, kind.postcode, kind.gemeente) == (MIRTHE_BSN, "Visser", "8232AB", regio.lelystad)
    beurt = Beurt.objects.get(soort="start_melden")
    assert (beurt.organisatie, beurt.staat) == (regio.de_brug, Beurt.Staat.OPEN)


def test_alleen_mensen_van_de_aanbieder_zien_het_kind(regio: Regiomensen) -> None:
    ontvang(toegewezen(regio))
    assert zichtbare_kinderen(regio.noor).count() == 1
    for ander in (regio.iris, regio.bram, regio.gi_medewerker, regio.controller_lelystad, regio.directeur):
        assert not zichtbare_kinderen(ander).exists()


def test_een_oudere_versie_die_later_komt_verandert_niets(regio: Regiomensen) -> None:
    nieuw = datetime(2026, 9, 9, 12, tzinfo=AMSTERDAM)
    ontvang(toegewezen(regio, einddatum=date(2027, 6, 1), reden_wijziging="04", toegewezen_op=nieuw))
    ontvang(toegewezen(regio))
    toewijzing = Toewijzing.objects.get()
    assert (toewijzing.einddatum, toewijzing.reden_wijziging) == (date(2027, 6, 1), "04")


def test_een_verwijderde_toewijzing_vraagt_geen_start_meer(regio: Regiomensen) -> None:
    ontvang(toegewezen(regio))
    later = datetime(2026, 9, 8, 12, tzinfo=AMSTERDAM)
    ontvang(toegewezen(regio, reden_wijziging="13", einddatum=date(2026, 9, 7), toegewezen_op=later))
    assert Toewijzing.objects.get().reden_wijziging == "13"
    assert Beurt.objects.get(soort="start_melden").staat == Beurt.Staat.VERVALLEN


def test_een_start_gaat_de_deur_uit_en_wacht_op_bevestiging(regio: Regiomensen) -> None:
    ontvang(toegewezen(regio))
    toewijzing = Toewijzing.objects.get()
    actions.meld_start(regio.noor, toewijzing.pk, date(2026, 9, 8))
    assert Levering.objects.get().begindatum == date(2026, 9, 8)
    with pytest.raises(Geweigerd, match="nog niet bevestigd"):
        actions.meld_stop(regio.noor, toewijzing.pk, DAG, "31")
    assert Levering.objects.get().einddatum is None
    assert antwoord(verzonden("JW305")).staat == Bericht.Staat.VERWERKT
    actions.meld_stop(regio.noor, toewijzing.pk, DAG, "31")
    assert isinstance(verzonden("JW307"), ijw.berichten.jw307.Bericht)


def test_een_afgekeurde_start_geldt_als_niet_gemeld(regio: Regiomensen) -> None:
    ontvang(toegewezen(regio))
    actions.meld_start(regio.noor, Toewijzing.objects.get().pk, date(2026, 9, 8))
    heen = verzonden("JW305")
    assert isinstance(heen, jw305.Bericht)
    pad = "/Bericht/Client/StartProducten/StartProduct[1]"
    antwoord(heen, Bevinding(3, "TR019", pad, "Onbekend.", "9019"))
    assert Levering.objects.get().verwijderd_op is not None
    assert Beurt.objects.get(soort="start_melden").staat == Beurt.Staat.OPEN
    herstel = Beurt.objects.get(soort="bericht_herstellen")
    assert (herstel.organisatie, herstel.rol) == (regio.de_brug, "aanbieder")


def vraag(regio: Regiomensen) -> jw315.Bericht:
    gedaan = postbus.ontvang_en_verwerk(ijw.schrijf(jw315_voor()), kanaal="scherm", aangeboden_door=regio.de_brug)
    assert (gedaan.richting, gedaan.aantal_bevindingen) == ("uit", 0)
    heen = verzonden("JW315")
    assert isinstance(heen, jw315.Bericht)
    return heen


def test_een_verzoek_dat_niet_is_ingenomen_laat_niets_achter(regio: Regiomensen) -> None:
    heen = vraag(regio)
    assert Kind.objects.count() == Verzoek.objects.count() == 1
    antwoord(heen, Bevinding(4, "TR135", "/Bericht/Header", "Toekomst.", "8848"))
    assert not Verzoek.objects.exists()
    assert not Kind.objects.exists()
    assert Beurt.objects.filter(soort="bericht_herstellen", organisatie=regio.de_brug).exists()


def test_onderzoek_en_dan_een_afwijzing_die_de_andere_gemeente_noemt(regio: Regiomensen) -> None:
    vraag(regio)
    regel = VerzoekRegel.objects.get()
    kop = {"gemeente": regio.lelystad, "aanbieder": regio.de_brug, "dagtekening": DAG}
    ontvang(antwoordbericht(regel, antwoord="2", identificatie="A1", **kop))
    assert VerzoekRegel.objects.get().staat == VerzoekRegel.Staat.ONDERZOEK
    ontvang(antwoordbericht(regel, antwoord="1", reden="8", andere_gemeente="0303", identificatie="A2", **kop))
    regel.refresh_from_db()
    assert (regel.staat, regel.reden_afwijzing) == (VerzoekRegel.Staat.AFGEWEZEN, "8")
    assert "0303" in regel.motivering
    assert Beurt.objects.get(soort="verzoek_beantwoorden").staat == Beurt.Staat.GEDAAN
    assert verzonden("JW320").header.retour_codes == ()


def test_een_toewijzing_voor_een_aanbieder_die_hier_niet_werkt(regio: Regiomensen) -> None:
    bericht = toegewezen(regio)
    bericht.header = replace(bericht.header, ontvanger="65656055")
    gedaan = ontvang(bericht)
    assert gedaan.staat == Bericht.Staat.AFGEKEURD
    assert "werkt niet op dit systeem" in postbus.bevindingen_van(gedaan)[0].melding
    assert not Toewijzing.objects.exists()


def test_wie_uit_onze_naam_een_bestand_neerlegt_verstuurt_niets(regio: Regiomensen) -> None:
    gedaan = ontvang(jw315_voor())
    assert (gedaan.staat, gedaan.richting) == (Bericht.Staat.AFGEKEURD, "in")
    assert not Verzoek.objects.exists()
