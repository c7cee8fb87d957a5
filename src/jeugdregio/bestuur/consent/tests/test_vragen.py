"""The pages of proposals ask the database as often for much as for little."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jeugdregio.bestuur.consent.models import Bezwaar, Vraag
from jeugdregio.bestuur.consent.tests import tafel as t
from jeugdregio.bestuur.consent.tests.tafel import Tafel


def _tel(client: Client, pad: str) -> int:
    with CaptureQueriesContext(connection) as gevangen:
        assert client.get(pad).status_code == 200
    return len(gevangen)


@pytest.mark.parametrize("wie", ["wethouder_lelystad", "secretaris", "begeleider"])
def test_een_voorstel_met_veel_erbij_vraagt_niet_vaker(tafel: Tafel, client: Client, wie: str) -> None:
    voorstel = t.tot_toetsing(tafel)
    client.force_login(tafel.regio.gebruiker(wie))
    pagina, lijst = reverse("consent:voorstel", args=[voorstel.pk]), reverse("consent:lijst")

    def vraag() -> None:
        Vraag.objects.create(voorstel=voorstel, organisatie=tafel.regio.urk, door="Wubbo", tekst="Wat kost het?")

    vraag()
    _tel(client, pagina)
    eerst = _tel(client, pagina), _tel(client, lijst)
    bezwaar = voorstel.bezwaren.get()
    for wethouder in list(tafel.wethouders.values())[:4]:
        Bezwaar.objects.create(
            voorstel=voorstel, ronde=bezwaar.ronde, gemeente=wethouder.organisatie, schade="x", wie_raakt="x", o5=True
        )
        vraag()
    t.tot_intake(tafel)
    assert (_tel(client, pagina), _tel(client, lijst)) == eerst
