"""The numbers of the procedure and the principles over the screen: dated, with their source, never backwards."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.bestuur.consent import afspreken
from jeugdregio.bestuur.consent.inbrengen import vroegste_bijeenkomst
from jeugdregio.bestuur.consent.models import Principe, Spelregel

MAANDAG = date(2026, 10, 19)
REGEL = {
    "regel-code": "stukken_werkdagen",
    "regel-waarde": "12",
    "regel-van": "2026-11-01",
    "regel-bron": "Tafel, 12-10",
}


def test_een_ander_aantal_werkdagen_geldt_vanaf_zijn_dag_en_niet_eerder(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("secretaris"))
    pad = reverse("consent:spelregels")
    with klok.op(MAANDAG):
        terug = client.post(pad, {**REGEL, "regel-van": "2026-10-01"})
        assert terug.status_code == 422
        assert "Tafel" in terug.content.decode()
        assert client.post(pad, REGEL).status_code == 302
        assert client.post(pad, REGEL).status_code == 409
        assert "12 vanaf" in client.get(pad).content.decode()
    # Papers of the day before follow the old number, those of the day itself the new one.
    assert vroegste_bijeenkomst(date(2026, 10, 30)).datum == date(2026, 11, 13)
    uitkomst = vroegste_bijeenkomst(date(2026, 11, 2))
    assert uitkomst.datum == date(2026, 11, 18)
    assert "Tafel" in uitkomst.stappen[1].tekst


def test_een_principe_begint_en_eindigt_en_de_vorige_regel_ook(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("secretaris"))
    with klok.op(MAANDAG):
        gegevens = {
            "principe-tekst": "Dichtbij het kind",
            "principe-van": "2026-10-19",
            "principe-bron": "Visie",
        }
        assert client.post(reverse("consent:spelregels"), gegevens).status_code == 302
        principe = Principe.objects.get()
        einde = reverse("consent:principe_einde", args=[principe.pk])
        assert client.post(einde).status_code == 302
        principe.refresh_from_db()
        assert principe.tot == MAANDAG
        with pytest.raises(Conflict):
            afspreken.beeindig_principe(regio.secretaris, principe.pk)
        for van in (date(2026, 11, 1), date(2027, 1, 1)):
            afspreken.leg_spelregel_vast(regio.secretaris, code="max_rondes", waarde=4, van=van, bron="Tafel")
    assert list(Spelregel.objects.order_by("van").values_list("tot", flat=True)) == [date(2026, 12, 31), None]


def test_alleen_het_regiokantoor_en_alleen_zinnige_getallen(regio: Regiomensen) -> None:
    velden = {"code": "max_rondes", "waarde": 4, "van": MAANDAG, "bron": "Tafel"}
    with klok.op(MAANDAG):
        for wie in (regio.beleid_lelystad, regio.wethouder_lelystad, regio.voorzitter, regio.directeur):
            with pytest.raises(GeenRecht):
                afspreken.leg_spelregel_vast(wie, **velden)  # type: ignore[arg-type]
        for fout in ({"waarde": 0}, {"waarde": 400}, {"code": "meerderheid"}, {"bron": " "}):
            with pytest.raises(Geweigerd):
                afspreken.leg_spelregel_vast(regio.secretaris, **{**velden, **fout})  # type: ignore[arg-type]
    assert not Spelregel.objects.exists()
