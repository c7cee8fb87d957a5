"""From a question to a decision, its letter and the message to the provider, as three people walk it."""

from collections.abc import Iterator
from datetime import date

import pytest

from jeugdregio.basis import klok
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.beschikkingen import actions
from jeugdregio.toegang.beschikkingen.tests.hulp import Zaak, maak_zaak
from jeugdregio.toegang.models import Toewijzing
from tests.browser.conftest import Inloggen
from tests.mensen import maak_regio

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAG = date(2026, 5, 7)


@pytest.fixture
def zaak(transactional_db: None) -> Iterator[Zaak]:
    """Thijs with his question, where the team leader reads every decision."""
    with klok.overal_op(DAG):
        zaak = maak_zaak(maak_regio())
        leider = zaak.regio.teamleider_lelystad
        actions.spreek_af(leider, soort="", vanaf_centen=None, van=DAG, bron="Werkafspraak 12")
        yield zaak


def test_een_besluit_van_vraag_tot_bericht(zaak: Zaak, inloggen: Inloggen) -> None:
    fatima = inloggen(zaak.regio.gebruiker("fatima"))
    fatima.ga(f"/kinderen/{zaak.kind.pk}/")
    fatima.klik("Begin een besluit")
    fatima.verstuur()
    for veld, tekst in (
        ("motivering", "Het budget is op."), ("behoeften", "Rust."), ("geloof_cultuur", "Geen wensen."),
        ("keuze", "Twee aanbieders."),
    ):  # fmt: skip
        fatima.page.fill(f"textarea[name={veld}]", tekst)
    fatima.verstuur()
    assert fatima.ziet("Dat is geen reden om nodige hulp te weigeren")
    assert fatima.page.input_value("textarea[name=keuze]") == "Twee aanbieders."
    fatima.page.fill("textarea[name=motivering]", "Thijs loopt thuis vast en heeft daar hulp bij nodig.")
    fatima.verstuur()
    fatima.klik("Voeg hulp toe")
    fatima.page.select_option("select[name=product]", "45A04")
    fatima.page.fill("input[name=volume]", "8")
    fatima.page.select_option("select[name=frequentie]", "4")
    fatima.page.fill("input[name=ingangsdatum]", "2026-05-11")
    fatima.page.fill("input[name=einddatum]", "2027-05-06")
    fatima.verstuur()
    fatima.klik("Kies aanbieder")
    fatima.page.locator("input[name=optie]").first.check()
    fatima.page.fill("textarea[name=reden]", "Dichtbij en er is plek.")
    fatima.verstuur()
    fatima.klik("Rond af")
    assert fatima.ziet("Wacht op een tweede blik")
    besluit = fatima.page.url.removeprefix(fatima.basis)

    thea = inloggen(zaak.regio.gebruiker("teamleider_lelystad"))
    thea.ga("/")
    thea.klik("Lees na")
    thea.klik("Akkoord")

    fatima.ga(besluit)
    fatima.klik("Teken", exact=True)
    fatima.klik("Verzend vandaag")
    assert fatima.ziet("Bezwaar kan tot en met donderdag 18 juni 2026")
    with fatima.page.expect_download() as gehaald:
        fatima.page.get_by_role("link", name="Download de brief").click()
    assert gehaald.value.suggested_filename.startswith("besluit-B-")
    fatima.klik("Wijs toe")
    toewijzing = Toewijzing.objects.get()
    assert fatima.ziet(toewijzing.nummer)
    assert Bericht.objects.filter(soort="JW301", ontvanger=zaak.regio.de_brug).count() == 1
