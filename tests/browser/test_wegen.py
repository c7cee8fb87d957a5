"""A child that the municipality itself takes in, in a real browser: search, file, question, roles, and a phone."""

from datetime import date

import pytest

from jeugdregio.basis import klok
from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Weg
from jeugdregio.toegang.hulpvragen.spoed import start_spoedhulp
from jeugdregio.toegang.hulpvragen.tests.hulp import maak_kind, verdeel_alles
from tests.browser.conftest import BREED, SMAL, Inloggen
from tests.browser.test_schermen import _bezwaren
from tests.mensen import maak_regio, test_bsn

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAG = date(2026, 11, 20)


def test_een_kind_langs_de_eigen_weg(transactional_db: None, inloggen: Inloggen) -> None:
    regio = maak_regio()
    verdeel_alles(regio.lelystad)
    with klok.overal_op(DAG):
        tweeling = maak_kind(regio.lelystad, test_bsn(3), achternaam="Zomer", voornamen="Mila")
        start_spoedhulp(regio.fatima, tweeling.pk, klok.nu(), door="Crisisdienst", waarom="Er was niemand thuis.")
        fatima = inloggen(regio.gebruiker("fatima"))
        fatima.ga("/kinderen/zoeken/")
        fatima.page.fill("input[name=achternaam]", "Zomer")
        fatima.page.fill("input[name=voornamen]", "Thijs")
        fatima.page.fill("input[name=geboortedatum]", "2017-01-15")
        fatima.verstuur()
        assert fatima.ziet("Deze dossiers lijken erop")
        assert fatima.ziet("Mila Zomer")
        fatima.foto("kind-zoeken")
        assert _bezwaren(fatima, alles=True) == []
        nieuw = fatima.page.locator("form[action='/kinderen/nieuw/']")
        nieuw.locator("input[name=bsn]").fill(test_bsn(4))
        nieuw.get_by_label("Jongen").check()
        nieuw.get_by_label("Ik heb gekeken").check()
        nieuw.get_by_role("button", name="Maak dossier").click()
        fatima.page.wait_for_load_state()
        fatima.klik("Nieuwe hulpvraag")
        fatima.page.get_by_label("Eigen aanvraag bij de gemeente").check()
        fatima.page.fill("textarea[name=vraag]", "Thijs slaapt slecht.")
        fatima.verstuur()
        assert fatima.ziet("Eigen aanvraag bij de gemeente")
        fatima.foto("hulpvraag")
        assert _bezwaren(fatima, alles=True) == []
        thijs = Hulpvraag.objects.get(weg=Weg.EIGEN)
        telefoon = inloggen(regio.gebruiker("fatima"), SMAL)
        for pad in (
            "/hulpvragen/", f"/kinderen/{thijs.kind_id}/", f"/kinderen/{tweeling.pk}/", "/hulpvragen/rolverdeling/",
            f"/kinderen/{tweeling.pk}/spoed/", f"/hulpvragen/{thijs.pk}/rol/contact/", "/kinderen/zoeken/",
        ):  # fmt: skip
            telefoon.ga(pad)
            breed = telefoon.page.evaluate("document.documentElement.scrollWidth")
            assert breed <= SMAL["width"], f"{pad} is {breed} breed"
            assert _bezwaren(telefoon, alles=False) == []


def test_een_gezin_komt_bij_wie_de_toegang_uitvoert(transactional_db: None, inloggen: Inloggen) -> None:
    regio = maak_regio()
    verdeel_alles(regio.lelystad, indicatie=regio.uitvoerder)
    with klok.overal_op(DAG):
        bij_gemeente = maak_kind(regio.lelystad, test_bsn(3), achternaam="Zomer", voornamen="Thijs")
        for maat in (BREED, SMAL):
            jel = inloggen(regio.gebruiker("jel"), maat)
            jel.ga("/hulpvragen/")
            jel.klik("Nieuwe vraag")
            jel.page.fill("input[name=achternaam]", "Zomer")
            jel.page.fill("input[name=geboortedatum]", "2017-01-15")
            jel.verstuur()
            assert jel.ziet("De gemeente heeft een dossier dat hierop lijkt")
            assert not jel.ziet(bij_gemeente.kenmerk)
            assert _bezwaren(jel, alles=maat == BREED) == []
            assert jel.page.evaluate("document.documentElement.scrollWidth") <= maat["width"]
            if maat == BREED:
                jel.page.locator("#gevonden").evaluate("deel => deel.scrollIntoView({behavior: 'instant'})")
                jel.foto("vraag-bij-uitvoerder")
        nieuw = jel.page.locator("form[action='/kinderen/nieuw/']")
        nieuw.locator("input[name=bsn]").fill(test_bsn(3))
        nieuw.get_by_label("Eigen aanvraag bij de gemeente").check()
        nieuw.locator("textarea[name=vraag]").fill("Thijs durft niet meer naar school.")
        nieuw.get_by_role("button", name="Leg de vraag vast").click()
        jel.page.wait_for_load_state()
        assert jel.ziet(f"is vastgelegd in dossier {bij_gemeente.kenmerk}")
        assert Hulpvraag.objects.get(kind=bij_gemeente).vraag == "Thijs durft niet meer naar school."
