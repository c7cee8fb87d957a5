"""A full round of consent as people walk it: an objection repaired, five ratifications, the review half a year on."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.management import call_command

from jeugdregio.basis import klok
from jeugdregio.bestuur.consent.models import Voorstel
from jeugdregio.bestuur.consent.tests import tafel as t
from tests.browser.conftest import Inloggen, Mens
from tests.mensen import maak_regio

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAG, LATER = date(2026, 11, 2), date(2027, 5, 3)


@pytest.fixture
def tafel(transactional_db: None) -> Iterator[t.Tafel]:
    """Five municipalities around the table, in the meeting of 2 November 2026."""
    with klok.overal_op(DAG):
        yield t.maak_tafel(maak_regio())


def _naar(mens: Mens, voorstel: Voorstel, knop: str) -> None:
    mens.ga(f"/voorstellen/{voorstel.pk}/")
    mens.klik(knop)


def _spreek(mens: Mens, voorstel: Voorstel, keuze: str = "consent") -> None:
    """Take a position on the screen: no objection, or an objection with harm and repair."""
    _naar(mens, voorstel, "Standpunt innemen")
    mens.page.check(f"input[name=keuze][value={keuze}]")
    mens.page.check("input[name=mandaat][value=college]")
    if keuze == "bezwaar":
        mens.page.fill("textarea[name=schade]", "Een verborgen overdracht van mandaat")
        mens.page.fill("input[name=wie_raakt]", "De raad en de inwoners")
        for toets, antwoord in t.STRIJD.items():
            mens.page.check(f"input[name={toets}][value={'ja' if antwoord else 'nee'}]")
        mens.page.fill("textarea[name=herstel]", "Een zin over mandaat")
    if keuze == "zorg":
        mens.page.fill("textarea[name=zorg]", "De wachttijd kan oplopen")
        mens.page.fill("input[name=zorg_criterium]", "De wachttijd is gelijk gebleven")
        mens.page.select_option("select[name=zorg_cijfer]", "verblijf.samen")
    mens.verstuur()
    assert mens.ziet("Je standpunt is vastgelegd") or mens.ziet("Iedereen heeft gesproken") or mens.ziet("Consent")


def _herstel(inloggen: Inloggen, tafel: t.Tafel, voorstel: Voorstel, lelystad: Mens) -> None:
    begeleider = inloggen(tafel.regio.gebruiker("begeleider"))
    _naar(begeleider, voorstel, "Toetsen")
    begeleider.page.check("input[name=redenering_klopt][value=ja]")
    begeleider.page.fill("textarea[name=bevinding]", "De redenering is rond.")
    begeleider.verstuur()
    begeleider.klik("Toetsing afronden")
    begeleider.verstuur()
    inbrenger = inloggen(tafel.regio.gebruiker("directeur"))
    _naar(inbrenger, voorstel, "Herstel voorstellen")
    inbrenger.page.fill("input[name=wijziging]", "Zin over mandaat")
    inbrenger.page.fill("textarea[name=tekst]", t.HERSTEL)
    inbrenger.verstuur()
    for mens in (inbrenger, lelystad):
        _naar(mens, voorstel, "Bevestigen dat dit het bezwaar wegneemt")
        mens.verstuur()
    assert lelystad.ziet("Opgelost")


def _bekrachtig(mens: Mens, voorstel: Voorstel) -> None:
    _naar(mens, voorstel, "Besluit vastleggen")
    mens.page.fill("input[name=kenmerk]", "B26-1")
    mens.page.fill("textarea[name=besluittekst]", t.HERSTEL)
    mens.verstuur()


def test_een_hele_consentronde_tot_en_met_de_evaluatie(inloggen: Inloggen, tafel: t.Tafel) -> None:
    from jeugdregio.bestuur import cijfers

    cijfers.registreer(
        "test:kinderen", "Kinderen met hulp", lambda dag, _g: cijfers.Cijfer(f"stand {dag}", dag, "test")
    )
    voorstel = t.tot_ronde(tafel)
    mensen = {}
    for naam, wethouder in tafel.wethouders.items():
        assert wethouder.gebruiker is not None
        mensen[naam] = inloggen(wethouder.gebruiker)
    for naam, mens in mensen.items():
        _spreek(mens, voorstel, "bezwaar" if naam == "lelystad" else "consent")
    _herstel(inloggen, tafel, voorstel, mensen["lelystad"])
    for naam, mens in mensen.items():
        _spreek(mens, voorstel, "zorg" if naam == "urk" else "consent")
    secretaris = inloggen(tafel.regio.gebruiker("secretaris"))
    _naar(secretaris, voorstel, "Bekrachtiging uitzetten")
    secretaris.page.fill("input[name=uiterlijk]", "2026-12-14")
    secretaris.verstuur()
    for mens in mensen.values():
        _bekrachtig(mens, voorstel)
    voorstel.refresh_from_db()
    assert (voorstel.staat, voorstel.evaluatie_op) == ("van_kracht", LATER)
    with klok.overal_op(LATER):
        call_command("bestuur", "werk")
        secretaris = inloggen(tafel.regio.gebruiker("secretaris"))
        secretaris.ga(f"/voorstellen/{voorstel.pk}/")
        assert secretaris.ziet("stand 2026-11-02")
        assert secretaris.ziet("stand 2027-05-03")
        assert secretaris.ziet("De wachttijd kan oplopen")
        secretaris.klik("Evaluatie voorleggen")
        for veld in ("werkte", "werkte_niet", "geleerd", "verandert"):
            secretaris.page.fill(f"textarea[name={veld}]", "Rust in de regio")
        secretaris.page.check("input[name=uitkomst][value=van_kracht]")
        secretaris.page.fill("input[name=nieuwe_datum]", "2027-11-01")
        secretaris.verstuur()
        voorstel.refresh_from_db()
        t.allen_consent(tafel, voorstel)
    voorstel.refresh_from_db()
    assert (voorstel.staat, voorstel.evaluatie_op) == ("van_kracht", date(2027, 11, 1))
