"""The norms in a real browser: a GI asks, Lelystad answers with a norm that deviates, what-if, and to the table."""

import pytest

from jeugdregio.afspraken.models import Norm, Rang
from jeugdregio.afspraken.tests.hulp import VRAAG, maak_norm
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Voorstel
from tests.browser.conftest import Inloggen
from tests.mensen import Regiomensen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_van_een_vraag_van_de_gi_tot_een_voorstel(regio: Regiomensen, inloggen: Inloggen) -> None:
    maak_norm("ja", Rang.CONTRACT, bron="Regionaal contract", plaats="art. 9")
    blad = f"/afspraken/vragen/{VRAAG}/"

    gi = inloggen(regio.gebruiker("gi_medewerker"))
    gi.ga(blad)
    gi.klik("Vraag Lelystad")
    assert gi.ziet("Lelystad is aan zet")

    beleid = inloggen(regio.gebruiker("beleid_lelystad"))
    beleid.ga(blad)
    assert beleid.ziet("GI De Haven vraagt wat hier geldt")
    beleid.klik("Nieuwe norm op deze vraag")
    velden = {
        "antwoord": "nee, de gemeente beoordeelt",
        "waarde": "nee",
        "bron": "Beleidsregels",
        "plaats": "artikel 4",
    }
    for naam, waarde in velden.items():
        beleid.page.fill(f"[name={naam}]", waarde)
    beleid.verstuur()
    concept = Norm.objects.get(staat=Norm.Staat.CONCEPT)

    beleid.klik("Bekijk wat dit concept verandert")
    assert beleid.ziet("Wat er verandert")
    assert beleid.ziet("Nee, de gemeente beoordeelt")

    beleid.ga(f"/afspraken/normen/{concept.pk}/vaststellen/")
    beleid.page.fill("[name=orgaan]", "College van Lelystad")
    beleid.page.fill("[name=datum]", f"{vandaag():%Y-%m-%d}")
    beleid.verstuur()
    assert beleid.ziet("De norm botst met een andere")
    assert beleid.ziet("Regionaal contract, art. 9")

    gi.ga(blad)
    assert gi.ziet("betwist")
    beleid.klik("Breng in als voorstel")
    assert beleid.page.url.endswith(f"/{Voorstel.objects.get().pk}/")
