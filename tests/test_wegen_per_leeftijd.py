"""Every referral and every age group, over the screens: who decides the need, who must agree, and when it may begin."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from ijw.berichten.basis import Verwijzer
from jeugdregio.basis import klok
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.maatregelen import leg_maatregel_vast
from jeugdregio.toegang.models import Maatregel, Toewijzing, Verzoek
from jeugdregio.toegang.tests.hulp import ontvang_verzoek
from tests.berichten import aangevraagd
from tests.mensen import Regiomensen

DAG = date(2026, 9, 10)
WEGEN = {
    "02": ("Verwezen door de huisarts", "de verwijzer en de aanbieder"),
    "03": ("Verwezen door de jeugdarts", "de verwijzer en de aanbieder"),
    "05": ("Verwezen door de medisch specialist", "de verwijzer en de aanbieder"),
    "04": ("Gecertificeerde instelling", "de gecertificeerde instelling"),
    "08": ("Rechter of officier van justitie", "de rechter"),
}
# Born so that the child is 8, 14 or 17; who must agree by Jeugdwet 7.3.4, 7.3.5 and 7.3.15.
LEEFTIJDEN = {
    8: (date(2018, 3, 1), ("moeder", "vader")),
    14: (date(2012, 3, 1), ("kind", "moeder", "vader")),
    17: (date(2009, 3, 1), ("kind",)),
}


@pytest.fixture(autouse=True)
def _vandaag() -> Iterator[None]:
    with klok.op(DAG):
        yield


def _vraag(regio: Regiomensen, code: str, geboren: date) -> Verzoek:
    naam = {"02": "Huisarts Van Vliet"}.get(code, "Verwijzer in Lelystad")
    verzoek = ontvang_verzoek(aangevraagd(verwijzer=Verwijzer(type=code, naam=naam)), geboren=geboren)
    actions.bevestig_woonplaats(regio.fatima, verzoek.kind_id, geboren, "Basisregistratie personen")
    for voornaam, relatie in (("Sanne", "moeder"), ("Erik", "vader")):
        actions.voeg_gezagsdrager_toe(regio.fatima, verzoek.kind_id, f"{voornaam} Visser", relatie)
    return verzoek


def _wijs_toe(client: Client, verzoek: Verzoek) -> int:
    regel = verzoek.regels.get()
    velden = {
        "regels": str(regel.pk), "versie": str(Verzoek.objects.get(pk=verzoek.pk).versie), "volume_1": "20",
        "ingangsdatum_1": "2026-09-28", "einddatum_1": "2027-09-27", "juridische_status": "",
    }  # fmt: skip
    return client.post(f"/verzoeken/{verzoek.pk}/toewijzen/", velden).status_code


def _zegt_ja(client: Client, verzoek: Verzoek, wie: str) -> None:
    drager = verzoek.kind.gezagsdragers.filter(relatie=wie).first()
    velden = {
        "wie": str(drager.pk) if drager else "kind", "waarvoor": f"verzoek|{verzoek.pk}|45A04", "antwoord": "ja",
        "op": "2026-09-10", "uitleg": "Wat de hulp is, hoelang die duurt, en dat ja weer nee kan worden.",
        "wijze": "gesprek", "taal": "Nederlands", "uitgelegd_op": "2026-09-10",
    }  # fmt: skip
    antwoord = client.post(f"/kinderen/{verzoek.kind_id}/toestemmingen/vastleggen/hulp/", velden)
    assert antwoord.status_code == 302


@pytest.mark.parametrize("leeftijd", LEEFTIJDEN)
@pytest.mark.parametrize("code", WEGEN)
def test_van_verwijzing_tot_toewijzing(regio: Regiomensen, client: Client, code: str, leeftijd: int) -> None:
    weg, beslist = WEGEN[code]
    geboren, wie = LEEFTIJDEN[leeftijd]
    verzoek = _vraag(regio, code, geboren)
    client.force_login(regio.gebruiker("fatima"))
    blad = client.get(f"/kinderen/{verzoek.kind_id}/").content.decode()
    assert weg in blad
    assert beslist in blad
    for persoon in wie:
        assert _wijs_toe(client, verzoek) == 422, f"zonder het ja van {persoon} mag het niet"
        _zegt_ja(client, verzoek, persoon)
    assert _wijs_toe(client, verzoek) == 302
    assert Toewijzing.objects.get().kind_id == verzoek.kind_id
    assert Bericht.objects.filter(soort="JW301", richting="uit").count() == 1


@pytest.mark.parametrize("leeftijd", LEEFTIJDEN)
@pytest.mark.parametrize("code", ["04", "08"])
def test_een_maatregel_vervangt_de_toestemming(regio: Regiomensen, client: Client, code: str, leeftijd: int) -> None:
    verzoek = _vraag(regio, code, LEEFTIJDEN[leeftijd][0])
    client.force_login(regio.gebruiker("fatima"))
    assert _wijs_toe(client, verzoek) == 422
    leg_maatregel_vast(
        regio.fatima, verzoek.kind_id, Maatregel.Soort.OTS, date(2026, 9, 1), date(2027, 9, 1), instantie="Rechtbank",
        gi=regio.gi,
    )  # fmt: skip
    assert _wijs_toe(client, verzoek) == 302
