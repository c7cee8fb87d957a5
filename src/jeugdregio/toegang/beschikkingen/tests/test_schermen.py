"""The screens: what was filled in stays, a colleague is told of, and nothing costs more with more rows."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.mensen import Regiomensen

from jeugdregio.afspraken.models import Norm, Rang
from jeugdregio.audit.models import Regel as Logregel
from jeugdregio.basis import klok
from jeugdregio.toegang.beschikkingen import actions
from jeugdregio.toegang.beschikkingen.models import Beschikking, Deskundigheid, Staat, TweedeBlik
from jeugdregio.toegang.beschikkingen.tests.hulp import DAG, Zaak, maak_zaak, versie, ververst
from jeugdregio.toegang.models import Toewijzing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _op() -> Iterator[None]:
    """The seventh of May."""
    with klok.op(DAG):
        yield


@pytest.fixture
def zaak(regio: Regiomensen, client: Client) -> Zaak:
    """Thijs, 9 years, with his question; Fatima is signed in."""
    client.force_login(regio.gebruiker("fatima"))
    return maak_zaak(regio)


def _pad(b: Beschikking, rest: str = "") -> str:
    return f"/besluiten/{b.pk}/{rest}"


def test_van_hulpvraag_tot_toewijzing_over_de_schermen(zaak: Zaak, client: Client) -> None:
    kind = client.get(f"/kinderen/{zaak.kind.pk}/").content.decode()
    begin = f"/hulpvragen/{zaak.vraag.pk}/besluit/"
    assert begin in kind
    naar = client.post(begin, {"soort": "natura"})["Location"]
    b = Beschikking.objects.get()
    assert naar == _pad(b, "schrijven/")
    tekst = {
        "versie": b.versie, "motivering": "Thijs loopt thuis vast en heeft daar hulp bij nodig.", "behoeften": "Rust.",
        "geloof_cultuur": "Geen wensen.", "keuze": "Twee aanbieders.", "contact_naam": "Fatima",
        "contact_telefoon": "0320-111111", "gevraagd": "Hulp.",
    }  # fmt: skip
    assert client.post(naar, tekst)["Location"] == _pad(b)
    regel = {"versie": versie(b), "product": "45A04", "volume": "8", "frequentie": "4",
             "ingangsdatum": "2026-05-11", "einddatum": "2027-05-06"}  # fmt: skip
    assert client.post(_pad(b, "regels/nieuw/"), regel)["Location"] == _pad(b)
    rij = b.regels.get()
    kies = _pad(b, f"regels/{rij.pk}/aanbieder/")
    assert "De Brug" in client.get(kies).content.decode()
    keuze = {"versie": versie(b), "optie": f"{zaak.regio.de_brug.pk}:", "reden": "Dichtbij.", "voorkeur": "Thuis."}
    assert client.post(kies, keuze)["Location"] == _pad(b)
    for stap in ("aanbieden/", "tekenen/"):
        assert client.post(_pad(b, stap), {"versie": versie(b)})["Location"] == _pad(b)
    wijzen = {f"wijze_{d.pk}": "post" for d in zaak.kind.gezagsdragers.all()}
    assert client.post(_pad(b, "verzenden/"), {"versie": versie(b), **wijzen})["Location"] == _pad(b)
    assert "Hulp regelen na het besluit" in client.get("/").content.decode()
    pdf = client.get(_pad(b, "brief.pdf"))
    assert pdf["Content-Disposition"] == f'attachment; filename="besluit-{b.kenmerk}.pdf"'
    assert Logregel.objects.filter(handeling="inzage.besluitbrief", kind_id=zaak.kind.pk).count() == 1
    client.post(_pad(b, f"regels/{rij.pk}/regelen/"))
    toewijzing = Toewijzing.objects.get()
    assert toewijzing.nummer in client.get(_pad(b)).content.decode()
    assert _pad(b) in client.get(f"/toewijzingen/{toewijzing.pk}/").content.decode()


def test_een_fout_houdt_de_invoer_en_een_collega_wordt_gemeld(zaak: Zaak, client: Client) -> None:
    b = zaak.begin()
    oud = b.versie
    fout = client.post(_pad(b, "schrijven/"), {"versie": oud, "motivering": "Het budget is op.", "keuze": "Mijn keuze"})
    html = fout.content.decode()
    assert (fout.status_code, "andere passende vorm" in html, "Mijn keuze" in html) == (422, True, True)
    actions.schrijf(zaak.fatima, b.pk, {"keuze": "Van een collega"}, versie=oud)
    botsing = client.post(_pad(b, "schrijven/"), {"versie": oud, "motivering": "Mijn eigen lange uitleg van nu."})
    assert (botsing.status_code, "Mijn eigen lange uitleg" in botsing.content.decode()) == (409, True)
    assert ververst(b).keuze == "Van een collega"


def test_wat_nog_mist_staat_op_het_scherm_en_afronden_zegt_waarom_niet(zaak: Zaak, client: Client) -> None:
    b = actions.begin(zaak.fatima, zaak.vraag.pk, "natura")
    assert "Een regel met de hulp" in client.get(_pad(b)).content.decode()
    antwoord = client.post(_pad(b, "aanbieden/"), {"versie": b.versie})
    assert (antwoord.status_code, "Nog nodig" in antwoord.content.decode()) == (422, True)
    assert client.post(_pad(b, "aanbieden/"), {"versie": b.versie + 5}).status_code == 409


def test_na_een_verwijzing_zegt_het_scherm_wat_hier_geldt(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("fatima"))
    zaak = maak_zaak(regio, weg="huisarts")
    pad = f"/hulpvragen/{zaak.vraag.pk}/besluit/"
    assert "een besluit hoeft niet" in client.get(pad).content.decode()
    norm = Norm.objects.create(
        vraag="beschikking_na_verwijzing", antwoord="ja, altijd een besluit", waarde="ja", rang=Rang.LOKAAL,
        bron="Verordening jeugd", plaats="artikel 7", van=date(2024, 1, 1),
    )  # fmt: skip
    norm.gemeenten.set([regio.lelystad])
    html = client.get(pad).content.decode()
    assert ("ja, altijd een besluit" in html, "Verordening jeugd, artikel 7" in html) == (True, True)


def test_de_aanbieder_ziet_de_toewijzing_niet_het_besluit(zaak: Zaak, client: Client) -> None:
    b = zaak.verzonden(zaak.natura())
    toewijzing = actions.voer_uit(zaak.fatima, b.pk, b.regels.get().pk).toewijzing
    assert toewijzing is not None
    client.force_login(zaak.regio.gebruiker("noor"))
    html = client.get(f"/toewijzingen/{toewijzing.pk}/").content.decode()
    assert "boosheid" not in html
    assert b.kenmerk not in html
    assert client.get(_pad(b)).status_code == 403


def test_de_teamleider_regelt_tweede_blik_en_registraties(zaak: Zaak, client: Client) -> None:
    client.force_login(zaak.regio.gebruiker("teamleider_lelystad"))
    basis = "/besluiten/zo-besluiten-wij/"
    invoer = {"soort": "natura", "vanaf_centen": "5000", "van": "2026-05-07", "bron": "Werkafspraak 12"}
    assert client.post(basis + "tweede-blik/", invoer)["Location"] == basis
    assert TweedeBlik.objects.get().vanaf_centen == 500_000
    fout = client.post(basis + "tweede-blik/", invoer | {"van": "2020-01-01"})
    assert (fout.status_code, "Werkafspraak 12" in fout.content.decode()) == (422, True)
    fatima = zaak.fatima.gebruiker_id
    nieuw = {"gebruiker": str(fatima), "register": "big", "nummer": "2", "van": "2026-05-07", "tot": "2026-05-01"}
    assert client.post(basis + "deskundigheid/", nieuw).status_code == 422
    assert client.post(basis + "deskundigheid/", nieuw | {"tot": ""})["Location"] == basis
    assert Deskundigheid.objects.filter(gebruiker=fatima, register="big").count() == 1
    assert "Werkafspraak 12" in client.get(basis).content.decode()


def test_de_lijst_filtert_en_kost_met_meer_besluiten_niet_meer(zaak: Zaak, client: Client) -> None:
    def vragen(pad: str) -> int:
        with CaptureQueriesContext(connection) as gedaan:
            assert client.get(pad).status_code == 200
        return len(gedaan)

    zaak.begin()
    een = vragen("/besluiten/")
    for _ in range(9):
        zaak.begin()
    assert vragen("/besluiten/") <= een
    assert "B-2026-00010" in client.get("/besluiten/?staat=concept&soort=natura").content.decode()
    assert "Geen besluiten gevonden" in client.get("/besluiten/?staat=bezwaar").content.decode()


def test_een_besluit_met_meer_regels_kost_niet_meer(zaak: Zaak, client: Client) -> None:
    b = zaak.natura()

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gedaan:
            assert client.get(_pad(b)).status_code == 200
        return len(gedaan)

    een = vragen()
    for code in ("45A05", "54001", "55A11"):
        zaak.regel(b, product=code)
    assert vragen() <= een
    assert een < 60


def test_een_vervallen_concept_blijft_te_lezen(zaak: Zaak, client: Client) -> None:
    b = zaak.begin()
    client.post(_pad(b, "vervallen/"), {"versie": b.versie})
    assert ververst(b).staat == Staat.VERVALLEN
    assert "Er is niets besloten" in client.get(_pad(b)).content.decode()
