"""The whole road over the API: what the system of a provider sends and fetches, while the municipality does its work.

The provider knows only what it got over the API: its own messages are built from the JW301 it fetched.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from lxml import etree

import ijw
from ijw.berichten import jw301, jw305, jw307, jw325
from ijw.berichten.basis import BerichtIdentificatie, Geboortedatum, VerkorteNaam
from ijw.declaratie import EIGEN_XSD_VERSIE
from ijw.retour import maak_retour
from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.financien import queries as financien
from jeugdregio.financien.messages import Declaratieregel, maak_jw323
from jeugdregio.financien.models import Declaratie, Prestatie
from jeugdregio.financien.tests import bouw
from jeugdregio.organisaties.actions import SCOPES, maak_token
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Levering, Toewijzing, Verzoek
from jeugdregio.toegang.tests.hulp import antwoord
from tests.berichten import gepubliceerd_jw315
from tests.mensen import Regiomensen, maak_mens
from tests.shared import XSD, heeft_shared

pytestmark = heeft_shared

DE_BRUG, DIEMEN = "42420001", "0384"
START, STOP = date(2026, 4, 2), date(2026, 4, 24)
TARIEF = 12840


@dataclass
class Systeem:
    """The system of provider De Brug: an HTTP client with a token."""

    client: Client
    koppen: dict[str, str]

    def stuur(self, inhoud: bytes) -> Any:
        return self.client.post("/api/v1/berichten", inhoud, content_type="application/xml", headers=self.koppen)

    def lijst(self, pad: str) -> dict[str, Any]:
        antwoord = self.client.get(f"/api/v1/{pad}", headers=self.koppen)
        assert antwoord.status_code == 200
        inhoud: dict[str, Any] = json.loads(antwoord.content)
        return inhoud

    def haal(self, href: str) -> Any:
        return self.client.get(href, headers=self.koppen)


@dataclass
class Weg:
    """Everybody on this road, and the assignment message when it is there."""

    regio: Regiomensen
    systeem: Systeem
    dina: Wie
    carla: Wie


@pytest.fixture
def weg(regio: Regiomensen, client: Client) -> Iterator[Weg]:
    """De Brug with a system of its own, and Diemen with its access and its controller."""
    regio.de_brug.bezorging = "api"
    regio.de_brug.save()
    with klok.op(date(2026, 4, 2)):
        _, geheim = maak_token(maak_mens("Bea", regio.de_brug, Rol.BEHEER), naam="EPD", scopes=list(SCOPES))
        yield Weg(
            regio, Systeem(client, {"Authorization": f"Bearer {geheim}"}),
            maak_mens("Dina", regio.diemen, Rol.TOEGANG), maak_mens("Carla", regio.diemen, Rol.CONTROLLER),
        )  # fmt: skip


def gekeurd(antwoord: Any, soort: str) -> Any:
    """Return the message in an answer, judged by the official schema and by our own levels 1 and 2."""
    assert antwoord.status_code == 200, antwoord.content
    etree.XMLSchema(file=str(XSD / f"{soort.lower()}.xsd")).assertValid(etree.fromstring(antwoord.content))
    lezing = ijw.lees(antwoord.content)
    assert (lezing.soort, lezing.bevindingen) == (soort, ())
    return lezing.bericht


def wijst_toe(weg: Weg) -> None:
    """The access of Diemen looks up residence, records consent (he is 16) and assigns."""
    verzoek = Verzoek.objects.get()
    actions.bevestig_woonplaats(weg.dina, verzoek.kind_id, date(2015, 1, 1), "Basisregistratie personen")
    antwoord(weg.dina, verzoek, None, date(2026, 4, 1))
    actions.wijs_toe(weg.dina, verzoek.pk, [regel.pk for regel in verzoek.regels.all()], versie=1)


def tot_en_met_toewijzing(weg: Weg) -> jw301.Bericht:
    """From request to assignment: JW315, JW316, JW301."""
    retour = gekeurd(weg.systeem.stuur(gepubliceerd_jw315()), "JW316")
    assert retour.header.retour_codes == ()
    wijst_toe(weg)
    (rij,) = weg.systeem.lijst("berichten?staat=klaar")["berichten"]
    assert (rij["soort"], rij["afzender"], rij["ontvanger"]) == ("JW301", DIEMEN, DE_BRUG)
    toewijzing = gekeurd(weg.systeem.haal(rij["_links"]["self"]["href"]), "JW301")
    assert weg.systeem.lijst("berichten?staat=klaar")["totaal"] == 0
    assert isinstance(toewijzing, jw301.Bericht)
    return toewijzing


def _kop(soort: type, bericht_code: str, identificatie: str) -> Any:
    return soort(
        bericht_code=bericht_code, bericht_versie=3, bericht_subversie=2, afzender=DE_BRUG, ontvanger=DIEMEN,
        bericht_identificatie=BerichtIdentificatie(identificatie=identificatie, dagtekening=klok.vandaag()),
        xsd_versie=EIGEN_XSD_VERSIE,
    )  # fmt: skip


def _kind(toewijzing: jw301.Bericht) -> dict[str, Any]:
    kind = toewijzing.client
    return {
        "bsn": kind.bsn, "geboortedatum": Geboortedatum(datum=kind.geboortedatum.datum), "geslacht": kind.geslacht,
        "naam": VerkorteNaam(geslachtsnaam=kind.naam.geslachtsnaam),
    }  # fmt: skip


def _hulp(product: jw301.ToegewezenProduct) -> dict[str, Any]:
    return {
        "toewijzing_nummer": product.toewijzing_nummer, "product": product.product, "begindatum": START,
        "toewijzing_ingangsdatum": product.ingangsdatum, "status_aanlevering": "1",
    }  # fmt: skip


def start(toewijzing: jw301.Bericht) -> bytes:
    """The JW305: both kinds of help began."""
    producten = tuple(jw305.StartProduct(**_hulp(p)) for p in toewijzing.client.toegewezen_producten)
    kop = _kop(jw305.Header, jw305.Bericht.CODE, "START1")
    return ijw.schrijf(jw305.Bericht(header=kop, client=jw305.Client(**_kind(toewijzing), start_producten=producten)))


def stop(toewijzing: jw301.Bericht) -> bytes:
    """The JW307: the second kind of help ended as planned."""
    product = jw307.StopProduct(
        **_hulp(toewijzing.client.toegewezen_producten[1]), reden_beeindiging="31", einddatum=STOP
    )
    kop = _kop(jw307.Header, jw307.Bericht.CODE, "STOP1")
    return ijw.schrijf(jw307.Bericht(header=kop, client=jw307.Client(**_kind(toewijzing), stop_producten=(product,))))


def tot_en_met_stop(weg: Weg) -> jw301.Bericht:
    """From request to stop: also JW302, JW305/306 and JW307/308."""
    toewijzing = tot_en_met_toewijzing(weg)
    bevestiging = maak_retour(toewijzing, (), identificatie="RET1", dagtekening=klok.vandaag())
    assert bevestiging.SOORT == "JW302"
    assert weg.systeem.stuur(ijw.schrijf(bevestiging)).status_code == 204
    assert Bericht.objects.get(soort="JW301").staat == Bericht.Staat.BEANTWOORD
    assert gekeurd(weg.systeem.stuur(start(toewijzing)), "JW306").header.retour_codes == ()
    with klok.op(date(2026, 4, 28)):
        assert gekeurd(weg.systeem.stuur(stop(toewijzing)), "JW308").header.retour_codes == ()
    return toewijzing


def declaratie_april(weg: Weg, toewijzing: jw301.Bericht) -> bytes:
    """The JW323 of April: one right line and one of every kind of wrong."""
    eerste, tweede = toewijzing.client.toegewezen_producten
    assert eerste.product is not None
    goed = Declaratieregel(
        bsn=toewijzing.client.bsn, toewijzing_nummer=eerste.toewijzing_nummer, categorie="55", code="55A11",
        begindatum=date(2026, 4, 1), einddatum=date(2026, 4, 30), volume=2, eenheid="16", tarief=TARIEF,
        bedrag=2 * TARIEF, referentie="GOED",
    )  # fmt: skip
    een = replace(goed, volume=1, bedrag=TARIEF)
    # A second child of De Brug, and a child of Het Anker.
    vogel = bouw.toewijzing(bouw.kind(weg.regio.diemen, 7), weg.regio.de_brug, 900002, ingangsdatum=date(2026, 4, 1))
    anker = bouw.toewijzing(bouw.kind(weg.regio.diemen, 8), weg.regio.het_anker, 900001)
    april = {"begindatum": goed.begindatum, "einddatum": goed.einddatum}
    regels = [
        goed,
        replace(
            goed, referentie="TEVEEL", toewijzing_nummer=tweede.toewijzing_nummer, code="55A12", volume=5,
            bedrag=5 * TARIEF,
        ),
        replace(een, referentie="ONBEKEND", toewijzing_nummer=987654),
        replace(een, referentie="ANDERMANS", toewijzing_nummer=900001),
        bouw.regel(vogel, "TARIEF", 1, tarief=13000, **april),
        replace(een, referentie="VREEMD", toewijzing_nummer=900001, bsn=anker.kind.bsn),
    ]  # fmt: skip
    return ijw.schrijf(
        maak_jw323(regels, aanbieder=DE_BRUG, gemeente=DIEMEN, maand=START, nummer="DAPR", dagtekening=klok.vandaag())
    )


def boeken() -> list[Any]:
    """Everything the books and the turns hold."""
    tabellen = (Declaratie, Prestatie, Toewijzing, Levering, Beurt)
    return [list(tabel.objects.order_by("pk").values()) for tabel in tabellen]


def test_van_verzoek_tot_stop(weg: Weg) -> None:
    tot_en_met_stop(weg)
    leveringen = {levering.toewijzing.code: levering for levering in Levering.objects.all()}
    assert {code: (lev.begindatum, lev.einddatum) for code, lev in leveringen.items()} == {
        "55A11": (START, None), "55A12": (START, STOP),
    }  # fmt: skip
    via_api = weg.systeem.lijst("toewijzingen")["toewijzingen"]
    assert {rij["product_code"]: rij["leveringen"][0]["einddatum"] for rij in via_api} == {
        "55A11": None, "55A12": "2026-04-24",
    }  # fmt: skip
    assert not Bericht.objects.filter(staat__in=["afgekeurd", "mislukt"]).exists()


def test_de_declaratie_krijgt_per_regel_antwoord_en_de_totalen_kloppen(weg: Weg) -> None:
    toewijzing = tot_en_met_stop(weg)
    with klok.op(date(2026, 5, 4)):
        antwoord = gekeurd(weg.systeem.stuur(declaratie_april(weg, toewijzing)), "JW325")
    assert isinstance(antwoord, jw325.Bericht)
    inhoud = antwoord.declaratie_antwoord
    assert inhoud is not None, Bericht.objects.get(soort="JW323").bevindingen
    terug = {p.product_referentie.referentie_nummer: p.retour_codes for c in inhoud.clienten for p in c.prestaties}
    assert terug == {
        "TEVEEL": ("9321",), "TARIEF": ("0611",), "ONBEKEND": ("9338",), "ANDERMANS": ("8187", "9338"),
        "VREEMD": ("0233",),
    }  # fmt: skip
    # Het Anker's child is refused as a whole, and the answer does not tell that the child is known.
    assert [c.retour_codes for c in inhoud.clienten] == [("0200",), ("0200",), ("8187",)]
    ingediend = (2 + 5 + 1 + 1 + 1) * TARIEF + 13000
    assert (inhoud.totaal_ingediend_bedrag.totaal_bedrag, inhoud.totaal_ingediend_bedrag.debet_credit) == (
        ingediend, "D",
    )  # fmt: skip
    assert (inhoud.totaal_toegekend_bedrag.totaal_bedrag, inhoud.totaal_toegekend_bedrag.debet_credit) == (
        2 * TARIEF, "D",
    )  # fmt: skip

    (rij,) = weg.systeem.lijst("declaraties")["declaraties"]
    assert (rij["nummer"], rij["ingediend"], rij["toegekend"]) == ("DAPR", ingediend, 2 * TARIEF)
    beeld = financien.bedragen(weg.carla, 2026)
    (som,) = beeld.rijen
    assert (som.gemeente, som.aanbieder) == (weg.regio.diemen, weg.regio.de_brug)
    assert som.maanden == (0, 0, 0, 2 * TARIEF, *(0,) * 8)
    assert financien.bedragen(weg.regio.controller_lelystad, 2026).rijen == ()


def test_dezelfde_declaratie_nog_eens_verandert_niets(weg: Weg) -> None:
    toewijzing = tot_en_met_stop(weg)
    with klok.op(date(2026, 5, 4)):
        bericht = declaratie_april(weg, toewijzing)
        eerste = weg.systeem.stuur(bericht)
        assert Declaratie.objects.get().toegekend == 2 * TARIEF
        vooraf, uitgaand = boeken(), Bericht.objects.filter(richting="uit").count()
    with klok.op(date(2026, 5, 6)):
        tweede = weg.systeem.stuur(bericht)
    assert (tweede.status_code, tweede.content) == (200, eerste.content)
    assert boeken() == vooraf
    assert Bericht.objects.filter(richting="uit").count() == uitgaand


def test_een_declaratie_zonder_toewijzingnummer_noemt_regel_en_pad(weg: Weg) -> None:
    toewijzing = tot_en_met_stop(weg)
    with klok.op(date(2026, 5, 4)):
        boom = etree.fromstring(declaratie_april(weg, toewijzing))
        (nummer, *_) = boom.iterfind(".//{*}ToewijzingNummer")
        nummer.getparent().remove(nummer)
        antwoord = weg.systeem.stuur(etree.tostring(boom))
    assert antwoord.status_code == 422
    paden = [rij["pad"] for rij in json.loads(antwoord.content)["bevindingen"]]
    assert "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ToewijzingNummer" in paden
    assert not Declaratie.objects.exists()


def test_wie_ophaalt_staat_in_het_logboek(weg: Weg) -> None:
    tot_en_met_toewijzing(weg)
    assert Regel.objects.filter(handeling="bericht.opgehaald").count() == 1
