"""The starter pack: what a new alderman gets to see, on screen and on paper, and what goes to the next term."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document as Worddocument
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.toezeggingen.actions import NieuwStuk, registreer
from jeugdregio.leren.startpakket import actions, queries
from jeugdregio.leren.startpakket.models import Prioriteit
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie

DAG = date(2026, 3, 6)


def beloof(wie: Wie, nummer: str, *, openbaar: bool = True) -> None:
    """Promise something to a council."""
    with klok.op(DAG):
        registreer(wie, NieuwStuk(
            nummer=nummer, soort="toezegging", vergadering="raad", vergadering_op=DAG,
            kern="De bevindingen worden gedeeld.", indiener="raadslid", portefeuillehouder="wethouder jeugd",
            datumsoort="zonder", zittingsperiode="2022-2026", openbaar=openbaar,
        ))  # fmt: skip


def test_de_nieuwe_wethouder_ziet_alleen_zijn_eigen_gemeente(regio: Regiomensen) -> None:
    beloof(regio.griffier_lelystad, "LEL-1", openbaar=False)
    beloof(maak_mens("Greet Almere", regio.almere, Rol.GRIFFIER), "ALM-1")
    p = queries.pakket(regio.wethouder_lelystad, "0034")
    assert p.gemeente == regio.lelystad
    assert [r.stuk.nummer for r in p.toezeggingen] == ["LEL-1"]
    assert {r.punt.organisatie.naam for r in p.contacten} == {"Lelystad"}
    assert p.mandaten
    assert {r.mandaat.gever.naam for r in p.mandaten} == {"Lelystad"}
    kantoor = queries.pakket(regio.secretaris, "0995")
    assert kantoor.gemeente == regio.lelystad
    assert not kantoor.toezeggingen, "wat niet openbaar is, ziet het regiokantoor niet"
    with pytest.raises(NietGevonden):
        queries.pakket(regio.secretaris, "9999")
    with pytest.raises(GeenRecht):
        queries.pakket(regio.noor)


def test_een_prioriteit_gaat_mee_naar_de_volgende_periode(regio: Regiomensen) -> None:
    wie = regio.wethouder_lelystad
    velden = {"titel": "Kortere wachttijd", "waarom": "Kinderen wachten te lang.", "eigenaar": "wethouder"}
    with pytest.raises(Geweigerd) as fout:
        actions.voeg_toe(wie, wanneer="later", **velden)
    assert "overdracht" in fout.value.velden
    p = actions.voeg_toe(wie, wanneer="nu", **velden)
    with pytest.raises(Conflict):
        actions.voeg_toe(wie, wanneer="nu", **velden)
    with pytest.raises(Geweigerd, match="gezin"):
        actions.draag_over(wie, p.pk, versie=1, overdracht="Het gezin Visser wacht.")
    actions.draag_over(wie, p.pk, versie=1, overdracht="De opgave per maand loopt sinds mei.")
    assert [q.titel for q in queries.pakket(wie).later] == ["Kortere wachttijd"]
    with pytest.raises(Conflict):
        actions.rond_af(wie, p.pk, versie=1)
    with pytest.raises(NietGevonden):
        actions.rond_af(maak_mens("Boris", regio.almere, Rol.BELEID), p.pk, versie=2)


def test_het_pakket_op_scherm_en_op_papier(regio: Regiomensen, client: Client) -> None:
    beloof(regio.griffier_lelystad, "LEL-1")
    client.force_login(regio.gebruiker("wethouder_lelystad"))
    gegevens = {"wanneer": "nu", "titel": "", "waarom": "Blijft staan.", "eigenaar": "wethouder", "overdracht": ""}
    mis = client.post(reverse("startpakket:prioriteit"), gegevens)
    assert mis.status_code == 422
    assert "Blijft staan." in mis.content.decode()
    assert client.post(reverse("startpakket:prioriteit"), {**gegevens, "titel": "Rust"}).status_code == 302
    pagina = client.get(reverse("startpakket:pakket")).content.decode()
    assert "LEL-1" in pagina
    woord = Worddocument(BytesIO(client.get(reverse("startpakket:bestand", args=["docx"])).content))
    cellen = {cel.text for tabel in woord.tables for rij in tabel.rows for cel in rij.cells}
    assert {"LEL-1", "Rust", "Regiokantoor"} <= cellen
    assert client.get(reverse("startpakket:bestand", args=["pdf"])).content.startswith(b"%PDF")
    overdragen = reverse("startpakket:overdragen", args=[Prioriteit.objects.get().pk])
    fout = client.post(overdragen, {"versie": 9, "overdracht": "Niet kwijt."})
    assert fout.status_code == 409
    assert "Niet kwijt." in fout.content.decode()


def test_het_pakket_vraagt_een_vast_aantal_vragen(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("wethouder_lelystad"))

    def tel() -> int:
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(reverse("startpakket:pakket")).status_code == 200
        return len(gevangen)

    beloof(regio.griffier_lelystad, "LEL-0")
    tel()
    eerst = tel()
    for nummer in range(1, 6):
        beloof(regio.griffier_lelystad, f"LEL-{nummer}")
        Prioriteit.objects.create(gemeente=regio.lelystad, wanneer="nu", titel=f"P{nummer}", eigenaar="wethouder")
    assert tel() == eerst
