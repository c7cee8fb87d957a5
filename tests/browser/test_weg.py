"""The road as the people on it walk it: from the published JW315 to a declaration that is paid, in a real browser."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from ijw import lees
from jeugdregio.basis import klok
from jeugdregio.financien.models import Declaratie
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Rol
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht
from tests.browser.conftest import Inloggen, Mens
from tests.mensen import Regiomensen, maak_mens, maak_regio
from tests.shared import BERICHTEN, XSD, heeft_shared

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), heeft_shared]


@dataclass
class Diemen:
    """The people of the municipality to which the published messages are addressed, and of the provider."""

    regio: Regiomensen
    dina: Gebruiker
    boris: Gebruiker
    carla: Gebruiker

    @property
    def noor(self) -> Gebruiker:
        """Works at the provider of the published JW315."""
        return self.regio.gebruiker("noor")


@pytest.fixture
def diemen(transactional_db: None) -> Diemen:
    """Diemen with its access, its message keeper and its controller."""
    regio = maak_regio()
    gemeente: Organisatie = regio.diemen

    def mens(naam: str, rol: str) -> Gebruiker:
        wie = maak_mens(naam, gemeente, rol)
        assert wie.gebruiker is not None
        return wie.gebruiker

    return Diemen(regio, mens("Dina", Rol.TOEGANG), mens("Boris", Rol.BERICHTEN), mens("Carla", Rol.CONTROLLER))


def gepubliceerd_verzoek(map_: Path) -> Path:
    """The published JW315, with the one date repaired that does not exist."""
    tekst = (BERICHTEN / "JW315.xml").read_text(encoding="utf-8").replace("2027-06-31", "2027-06-30")
    bestand = map_ / "verzoek.xml"
    bestand.write_text(tekst, encoding="utf-8")
    return bestand


def verstuurd(soort: str) -> list[bytes]:
    """The messages of a kind that went out, judged by the official schema."""
    schema = etree.XMLSchema(file=str(XSD / f"{soort.lower()}.xsd"))
    berichten = [bytes(b.inhoud) for b in Bericht.objects.filter(soort=soort, richting="uit").order_by("ontvangen_op")]
    for inhoud in berichten:
        schema.assertValid(etree.fromstring(inhoud))
        assert lees(inhoud).bevindingen == ()
    return berichten


def biedt_aan(boris: Mens, bestand: Path) -> None:
    """The message keeper offers the file of the provider."""
    boris.ga("/berichten/aanbieden/")
    boris.page.set_input_files("input[type=file]", bestand)
    boris.klik("Bied aan")
    assert boris.ziet("Verwerkt")
    assert len(verstuurd("JW316")) == 1


def beslist(dina: Mens) -> None:
    """The access looks up residence, records consent, and assigns."""
    assert dina.ziet("Verzoek om toewijzing beantwoorden")
    dina.klik("Beantwoorden")
    assert dina.ziet("Nog niet nagekeken")
    dina.klik("Leg de woonplaats vast")
    dina.page.fill("input[name=sinds]", "2019-08-01")
    dina.page.fill("input[name=bron]", "basisregistratie personen")
    dina.verstuur()
    dina.ga("/")
    dina.klik("Beantwoorden")
    dina.klik("Leg een toestemming vast")
    dina.page.check("input[name=wie] >> nth=0")
    dina.page.check("input[name=waarvoor] >> nth=0")  # all that this request asks
    dina.page.check("input[name=antwoord][value=ja]")
    dina.page.fill("input[name=op]", "2026-04-01")
    dina.page.fill("textarea[name=uitleg]", "Wat diagnostiek is, hoelang het duurt, en dat ja weer nee kan worden.")
    dina.page.fill("input[name=uitgelegd_op]", "2026-04-01")
    dina.verstuur()
    dina.ga("/")
    dina.klik("Beantwoorden")
    dina.klik("Toewijzen")
    dina.klik("Wijs toe")
    assert dina.ziet("Toegewezen")
    assert len(verstuurd("JW301")) == 1
    dina.ga("/")
    assert not dina.ziet("Verzoek om toewijzing beantwoorden")


def meldt_start(noor: Mens) -> None:
    """The provider reports that both kinds of help began."""
    for _ in range(2):
        noor.ga("/")
        noor.klik("Meld de start")
        noor.klik("Start melden")
        noor.page.fill("input[name=datum]", "2026-04-02")
        noor.verstuur()
    assert Bericht.objects.filter(soort="JW305", staat=Bericht.Staat.VERWERKT).count() == 2


def declareert(noor: Mens) -> None:
    """The provider declares April: one line that fits and one that does not, and sends it all the same."""
    noor.ga("/declaraties/indienen/")
    noor.klik("Verder")
    volumes = noor.page.locator("input[name^=volume_]")
    volumes.first.fill("2")
    volumes.nth(1).fill("99")
    noor.klik("Indienen", exact=True)
    # 99 pieces do not fit in 2 a month: the screen says so before anything is sent, and keeps what was typed.
    assert volumes.nth(1).input_value() == "99"
    noor.klik("Toch indienen")
    assert noor.ziet("9321")


def betaalt(carla: Mens) -> None:
    """The controller reads why a line was refused, releases the rest, and finds it in the sums."""
    carla.ga("/declaraties/")
    carla.page.locator("main table a").first.click()
    assert carla.ziet("Afgewezen")
    carla.klik("Betaalbaar stellen")
    assert carla.ziet("Betaalbaar gesteld")
    carla.ga("/declaraties/bedragen/")
    assert carla.ziet("De Brug")
    assert carla.ziet("256,80")


def meldt_stop(noor: Mens) -> None:
    """The provider reports that help ended."""
    noor.ga("/toewijzingen/")
    noor.page.locator("main table a").first.click()
    noor.klik("Stop melden")
    noor.page.fill("input[name=datum]", "2026-05-01")
    noor.page.check("input[name=reden] >> nth=0")
    noor.verstuur()
    assert Bericht.objects.filter(soort="JW307", staat=Bericht.Staat.VERWERKT).count() == 1


def test_van_verzoek_tot_betaalde_declaratie(diemen: Diemen, inloggen: Inloggen, tmp_path: Path) -> None:
    with klok.overal_op(date(2026, 4, 2)):
        biedt_aan(inloggen(diemen.boris), gepubliceerd_verzoek(tmp_path))
        beslist(inloggen(diemen.dina))
        postbus.bezorg()
        # The provider works on the screens: the system confirmed the assignment on its behalf (JW302).
        assert Bericht.objects.get(soort="JW302").staat == Bericht.Staat.VERWERKT
        meldt_start(inloggen(diemen.noor))

    with klok.overal_op(date(2026, 5, 4)):
        noor = inloggen(diemen.noor)
        declareert(noor)
        betaalt(inloggen(diemen.carla))
        meldt_stop(noor)

    declaratie = Declaratie.objects.get()
    assert declaratie.toegekend == 2 * 12840
    assert declaratie.staat == Declaratie.Staat.BETAALBAAR
    assert len(verstuurd("JW325")) == 1
    assert {b.soort for b in Bericht.objects.filter(richting="uit")} == {"JW316", "JW301", "JW306", "JW308", "JW325"}
