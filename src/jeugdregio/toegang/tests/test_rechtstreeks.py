"""The municipality assigns help that nobody asked for in a message."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from tests.mensen import Regiomensen

from ijw import lees
from ijw.berichten import jw301
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.mandaten.models import Uitoefening
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang import actions
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.tests.hulp import maak_klaar, ontvang_verzoek
from jeugdregio.toegang.toestemming.actions import Uitleg, Voor, leg_toestemming_vast

pytestmark = pytest.mark.django_db
OP = date(2026, 9, 10)


@pytest.fixture
def kind(regio: Regiomensen) -> Kind:
    """Mirthe, known by an earlier request, with residence and consent."""
    with klok.op(OP):
        verzoek = ontvang_verzoek(dagtekening=OP)
        maak_klaar(regio, verzoek.kind, OP)
        vraag = open_hulpvraag(regio.fatima, verzoek.kind_id, "eigen", OP)
        for drager_id in (None, *verzoek.kind.gezagsdragers.values_list("pk", flat=True)):
            leg_toestemming_vast(
                regio.fatima, verzoek.kind_id, drager_id, "ja", OP,
                voor=Voor(hulpvraag_id=vraag.pk), uitleg=Uitleg(tekst="Welke hulp en waarom.", op=OP),
            )  # fmt: skip
        regels = [regel.pk for regel in verzoek.regels.all()]
        actions.wijs_af(regio.fatima, verzoek.pk, regels, "6", "Andere hulp past beter.", versie=verzoek.versie)
        return verzoek.kind


@pytest.fixture
def hulp(regio: Regiomensen) -> actions.Hulp:
    return actions.Hulp(
        aanbieder_id=regio.de_brug.pk, code="45A04", ingangsdatum=date(2026, 9, 14), einddatum=date(2027, 3, 14),
        volume=8, eenheid="04", frequentie="4",
    )  # fmt: skip


def test_fatima_wijst_toe_zonder_verzoek(regio: Regiomensen, kind: Kind, hulp: actions.Hulp) -> None:
    with klok.op(OP):
        toewijzing = actions.wijs_rechtstreeks_toe(regio.fatima, kind.pk, hulp)
    bericht = toewijzing.bericht
    assert bericht is not None
    assert (toewijzing.verzoek_regel, bericht.soort, bericht.ontvanger) == (None, "JW301", regio.de_brug)
    inhoud = lees(bytes(bericht.inhoud)).bericht
    assert isinstance(inhoud, jw301.Bericht)
    (product,) = inhoud.client.toegewezen_producten
    assert (product.toewijzing_nummer, product.referentie_aanbieder) == (int(toewijzing.nummer), None)
    titels = set(Beurt.objects.filter(organisatie=regio.de_brug, staat="open").values_list("titel", flat=True))
    assert {"Toewijzing bevestigen", "Start melden"} <= titels
    assert Uitoefening.objects.filter(soort="toewijzing", onderwerp_id=toewijzing.pk).count() == 1


def test_een_rechtstreekse_toewijzing_loopt_door_als_elke_andere(
    regio: Regiomensen, kind: Kind, hulp: actions.Hulp
) -> None:
    with klok.op(OP):
        toewijzing = actions.wijs_rechtstreeks_toe(regio.fatima, kind.pk, hulp)
    with klok.op(date(2026, 9, 16)):
        actions.meld_start(regio.noor, toewijzing.pk, date(2026, 9, 15))
    assert toewijzing.leveringen.get().begindatum == date(2026, 9, 15)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"einddatum": date(2026, 9, 1)}, "einddatum"),
        ({"ingangsdatum": date(2010, 1, 1)}, ""),
        ({"code": "54001", "ingangsdatum": date(2031, 1, 1), "einddatum": date(2031, 2, 1)}, "zonder_contract_reden"),
    ],
)
def test_wat_niet_kan_wordt_niet_toegewezen(
    regio: Regiomensen, kind: Kind, hulp: actions.Hulp, anders: dict[str, object], veld: str
) -> None:
    with klok.op(OP), pytest.raises(Geweigerd) as fout:
        actions.wijs_rechtstreeks_toe(regio.fatima, kind.pk, replace(hulp, **anders))  # type: ignore[arg-type]
    assert not veld or veld in fout.value.velden
    assert not Toewijzing.objects.exists()


def test_zonder_toestemming_of_over_wat_al_loopt_kan_niet(regio: Regiomensen, kind: Kind, hulp: actions.Hulp) -> None:
    with klok.op(OP):
        actions.wijs_rechtstreeks_toe(regio.fatima, kind.pk, hulp)
        with pytest.raises(Geweigerd, match="geldt al voor dit product"):
            actions.wijs_rechtstreeks_toe(regio.fatima, kind.pk, hulp)
        kind.toestemmingen.all().delete()
        with pytest.raises(Geweigerd, match="toestemming"):
            actions.wijs_rechtstreeks_toe(regio.fatima, kind.pk, replace(hulp, code="45A05"))
    assert Toewijzing.objects.count() == 1


def test_alleen_de_toegang_van_de_eigen_gemeente(regio: Regiomensen, kind: Kind, hulp: actions.Hulp) -> None:
    with klok.op(OP):
        with pytest.raises(NietGevonden):
            actions.wijs_rechtstreeks_toe(regio.bram, kind.pk, hulp)
        with pytest.raises(GeenRecht):
            actions.wijs_rechtstreeks_toe(regio.noor, kind.pk, hulp)


def test_het_scherm_houdt_de_invoer_en_gaat_naar_de_toewijzing(
    regio: Regiomensen, kind: Kind, hulp: actions.Hulp, client: Client
) -> None:
    invoer = {
        "aanbieder": str(hulp.aanbieder_id), "product": hulp.code, "ingangsdatum": "2026-09-14",
        "einddatum": "2026-09-01", "volume": "8", "eenheid": "04", "frequentie": "4",
    }  # fmt: skip
    client.force_login(regio.gebruiker("fatima"))
    pad = f"/kinderen/{kind.pk}/toewijzen/"
    with klok.op(OP):
        assert pad in client.get(f"/kinderen/{kind.pk}/").content.decode()
        fout = client.post(pad, invoer)
        assert (fout.status_code, 'value="8"' in fout.content.decode()) == (422, True)
        goed = client.post(pad, invoer | {"einddatum": "2027-03-14"})
    assert goed["Location"] == f"/toewijzingen/{Toewijzing.objects.get().pk}/"
