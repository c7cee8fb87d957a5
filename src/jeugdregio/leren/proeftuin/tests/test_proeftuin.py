"""A pilot: a first and a last day, what is tried, what is kept, and what becomes of it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.consent.models import Voorstel
from jeugdregio.beurten.models import Beurt
from jeugdregio.leren.proeftuin import actions, queries
from jeugdregio.leren.proeftuin.models import Proefdeel, Proeftuin
from jeugdregio.organisaties.wie import Wie

BEGIN, EINDE = date(2026, 3, 2), date(2026, 9, 1)
VELDEN: dict[str, Any] = {
    "titel": "Samen kijken", "vraag": "Helpt een gesprek vooraf?",
    "wat": "Een gesprek in de eerste week\nEen vast nummer",
    "ruimte": "Binnen de regels.", "maat": "Wachttijd en oordeel van gezinnen.", "van": BEGIN, "tot": EINDE,
}  # fmt: skip


def _begin(wie: Wie, **anders: Any) -> Proeftuin:
    return actions.begin(wie, **{**VELDEN, **anders})


def _loopt(regio: Regiomensen) -> Proeftuin:
    with klok.op(BEGIN):
        gemaakt = _begin(regio.beleid_lelystad, deelnemers=[regio.de_brug])
        return actions.start(regio.beleid_lelystad, gemaakt.pk, versie=1)


def _beslis(wie: Wie, proeftuin: Proeftuin, nummer: int, uitkomst: str, borgt: str = "Team toegang") -> Proefdeel:
    proeftuin.refresh_from_db()
    return actions.beslis(
        wie, proeftuin.pk, onderdeel=proeftuin.onderdelen.get(volgorde=nummer), uitkomst=uitkomst, waarom="Het hielp.",
        borgt=borgt, versie=proeftuin.versie,
    )  # fmt: skip


def test_van_idee_tot_een_voorstel_over_wat_blijft(regio: Regiomensen) -> None:
    beleid, tuin = regio.beleid_lelystad, _loopt(regio)
    beurt = Beurt.objects.get(soort="proeftuin_afronden")
    assert (beurt.organisatie, beurt.uiterlijk, beurt.staat) == (regio.lelystad, EINDE, "open")
    actions.noteer(regio.noor, tuin.pk, tekst="Gezinnen bellen minder vaak.")
    actions.verleng(beleid, tuin.pk, tot=date(2026, 10, 1), reden="De zomer telde niet mee.", versie=2)
    beurt.refresh_from_db()
    assert (beurt.uiterlijk, beurt.uitleg[-1]) == (date(2026, 10, 1), "Verlengd: De zomer telde niet mee.")
    _beslis(beleid, tuin, 1, "anders")
    with pytest.raises(Geweigerd, match="Nog open: Een vast nummer"):
        actions.rond_proeftuin_af(beleid, tuin.pk, geleerd="Veel.", versie=4)
    _beslis(beleid, tuin, 2, "stopt", borgt="")
    tuin.refresh_from_db()
    with klok.op(date(2026, 9, 30)), pytest.raises(Geweigerd) as fout:
        actions.rond_proeftuin_af(beleid, tuin.pk, geleerd="Veel.", versie=tuin.versie)
    assert "waarom je eerder stopt" in fout.value.velden["reden_eerder"]
    with klok.op(date(2026, 10, 1)):
        klaar = actions.rond_proeftuin_af(beleid, tuin.pk, geleerd="Een gesprek helpt.", versie=tuin.versie)
    assert (klaar.staat, klaar.afgerond_op) == ("afgerond", date(2026, 10, 1))
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN
    assert [(p.delen, p.blijvend) for p in queries.lijst(regio.noor)] == [(2, 1)]
    blijft, stopt = klaar.onderdelen.all()
    gemaakt = actions.maak_voorstel(beleid, klaar.pk, onderdeel=blijft, titel="Gesprek", tekst="Elk gezin krijgt het.")
    voorstel = Voorstel.objects.get(pk=gemaakt.voorstel_id)
    assert voorstel.aanleiding == "Proeftuin “Samen kijken”: Een gesprek in de eerste week. Het hielp."
    for onderdeel in (blijft, stopt):
        with pytest.raises(Conflict):
            actions.maak_voorstel(beleid, klaar.pk, onderdeel=onderdeel, titel="x", tekst="y")


def test_een_proeftuin_heeft_een_einde_en_een_antwoord_op_elke_vraag(regio: Regiomensen) -> None:
    for tot in (BEGIN, date(2028, 3, 3)):
        with pytest.raises(Geweigerd) as fout:
            _begin(regio.beleid_lelystad, tot=tot)
        assert "uiterlijk 2 maart 2028" in fout.value.velden["tot"]
    with pytest.raises(Geweigerd) as fout:
        _begin(regio.beleid_lelystad, ruimte="", vraag="Helpt dit de moeder van Mirthe, 0612345678?")
    assert "ruimte" in fout.value.velden
    with pytest.raises(Geweigerd) as fout:
        _begin(regio.beleid_lelystad, vraag="Helpt dit? Bel 06-12345678 van de familie Visser.")
    assert "vraag" in fout.value.velden
    assert not Proeftuin.objects.exists()
    tuin = _loopt(regio)
    with pytest.raises(Geweigerd) as fout:
        _beslis(regio.beleid_lelystad, tuin, 1, "blijft", borgt="")
    assert "borgt" in fout.value.velden
    with pytest.raises(Geweigerd):
        actions.verleng(regio.beleid_lelystad, tuin.pk, tot=EINDE, reden="x", versie=tuin.versie)


def test_wie_niet_meedoet_leest_alleen_en_een_concept_is_van_wie_het_schreef(regio: Regiomensen) -> None:
    with klok.op(BEGIN):
        concept = _begin(regio.beleid_lelystad)
    for wie in (regio.noor, regio.fatima, regio.directeur):
        with pytest.raises(NietGevonden):
            queries.proeftuin(wie, concept.pk)
    with pytest.raises(GeenRecht):
        _begin(regio.noor)
    with pytest.raises(NietGevonden):
        actions.start(regio.directeur, concept.pk, versie=1)
    tuin = _loopt(regio)
    assert queries.proeftuin(regio.iris, tuin.pk) == tuin
    with pytest.raises(GeenRecht):
        actions.noteer(regio.iris, tuin.pk, tekst="x")
    with pytest.raises(GeenRecht):
        actions.verleng(regio.directeur, tuin.pk, tot=EINDE + timedelta(days=9), reden="x", versie=2)
    with pytest.raises(Conflict):
        actions.verleng(regio.beleid_lelystad, tuin.pk, tot=EINDE + timedelta(days=9), reden="x", versie=1)


def test_de_schermen_van_nieuw_tot_besluit(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("beleid_lelystad"))
    with klok.op(BEGIN):
        nieuw = reverse("proeftuin:nieuw")
        invoer = {**VELDEN, "van": "2026-03-02", "tot": "2026-03-01"}
        fout = client.post(nieuw, invoer)
        assert (fout.status_code, "Een vast nummer" in fout.content.decode()) == (422, True)
        assert client.post(nieuw, {**invoer, "tot": "2026-09-01"}).status_code == 302
        tuin = Proeftuin.objects.get()
        blad = reverse("proeftuin:proeftuin", args=[tuin.pk])
        client.post(reverse("proeftuin:starten", args=[tuin.pk]), {"starten-versie": "1"})
        assert "Besluit wat blijft" in client.get(blad).content.decode()
        daad = reverse("proeftuin:beslissen", args=[tuin.pk])
        velden = {
            "versie": "2",
            "onderdeel": str(tuin.onderdelen.get(volgorde=1).pk),
            "uitkomst": "blijft",
            "waarom": "Ja",
        }
        fout = client.post(daad, {f"beslissen-{naam}": waarde for naam, waarde in velden.items()})
        assert (fout.status_code, "Noem wie het in stand houdt" in fout.content.decode()) == (422, True)
        velden |= {"borgt": "Team toegang"}
        assert client.post(daad, {f"beslissen-{naam}": waarde for naam, waarde in velden.items()}).status_code == 302
        assert "In stand gehouden door Team toegang." in client.get(blad).content.decode()


def test_de_pagina_kost_een_vast_aantal_vragen(regio: Regiomensen, client: Client) -> None:
    tuin = _loopt(regio)
    client.force_login(regio.gebruiker("beleid_lelystad"))

    def vragen(aantal: int) -> int:
        for _ in range(aantal):
            actions.noteer(regio.noor, tuin.pk, tekst="Gezien.")
        with CaptureQueriesContext(connection) as gedaan:
            client.get(reverse("proeftuin:proeftuin", args=[tuin.pk]))
        return len(gedaan)

    client.get("/")
    assert vragen(1) == vragen(20)
