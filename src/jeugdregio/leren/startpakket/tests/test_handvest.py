"""The charter of roles: agreed on a screen, dated, per table, and looked at again after a year."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.beurten.models import Beurt
from jeugdregio.leren.startpakket import handvestdaden, queries
from jeugdregio.leren.startpakket.handvest import HANDVEST, handvest
from jeugdregio.leren.startpakket.models import Rolafspraak
from jeugdregio.organisaties.wie import Wie

DAG, JAAR_LATER = date(2026, 11, 2), date(2027, 11, 2)


def _spreek_af(wie: Wie, code: str = "", op: date = DAG, versie: date | None = None, **anders: str) -> Rolafspraak:
    velden = {"rol": "Voorzitter", "wat": "Let op de volgorde.", "bron": "Tafel van 2 november", "tafel": "bestuurlijk"}
    with klok.op(op):
        return handvestdaden.spreek_af(wie, code, versie=versie, **{**velden, **anders})


def _wat(code: str, op: date) -> str | None:
    return next((regel.wat for regel in handvest(op) if regel.code == code), None)


def test_een_vaste_rol_krijgt_andere_woorden_vanaf_een_dag_en_staat_in_het_pakket(regio: Regiomensen) -> None:
    oud = _wat("raad", DAG)
    _spreek_af(regio.secretaris, "raad", rol="Raad", wat="Kiest en controleert.", tafel="")
    assert (_wat("raad", DAG), _wat("raad", DAG - timedelta(days=1))) == ("Kiest en controleert.", oud)
    _spreek_af(regio.secretaris)
    with klok.op(DAG):
        pakket = queries.pakket(regio.wethouder_lelystad)
        handvestdaden.haal_weg(regio.secretaris, "aanbieders", versie=None)
    assert [(r.rol, r.tafel) for r in pakket.handvest][-1] == ("Voorzitter", "Bestuurlijke tafel")
    assert len(pakket.handvest) == len(HANDVEST) + 1
    assert _wat("aanbieders", DAG) is None
    assert _wat("aanbieders", DAG - timedelta(days=1)) is not None


def test_na_een_jaar_is_de_secretaris_aan_zet_en_daarna_weer_een_jaar_rust(regio: Regiomensen) -> None:
    afspraak = _spreek_af(regio.secretaris)
    assert afspraak.herzien_op == JAAR_LATER
    assert handvestdaden.open_herzieningen(JAAR_LATER - timedelta(days=1)) == 0
    for _ in range(2):
        assert handvestdaden.open_herzieningen(JAAR_LATER) == 1
    beurt = Beurt.objects.get(soort="rol_herzien")
    assert (beurt.organisatie, beurt.rol, beurt.uiterlijk) == (
        regio.regiokantoor, "bosd-secretaris", date(2027, 12, 2),
    )  # fmt: skip
    with klok.op(JAAR_LATER):
        assert handvestdaden.bevestig(regio.secretaris, afspraak.code).herzien_op == date(2028, 11, 2)
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN
    assert handvestdaden.open_herzieningen(JAAR_LATER) == 0


def test_alleen_het_regiokantoor_zonder_persoonsgegevens_en_niet_over_elkaar_heen(regio: Regiomensen) -> None:
    with pytest.raises(GeenRecht):
        _spreek_af(regio.wethouder_lelystad)
    with pytest.raises(Geweigerd) as fout:
        _spreek_af(regio.secretaris, wat="Belt de moeder van Mirthe op 0612345678.")
    assert "wat" in fout.value.velden
    _spreek_af(regio.secretaris)
    with pytest.raises(Geweigerd, match="staat al in het handvest"):
        _spreek_af(regio.secretaris)
    with pytest.raises(Conflict):
        _spreek_af(regio.secretaris, "voorzitter-bestuurlijk", op=DAG + timedelta(days=1), versie=None)
    assert Rolafspraak.objects.count() == 1


def test_op_het_scherm(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("secretaris"))
    nieuw, blad = reverse("startpakket:rol_nieuw"), reverse("startpakket:handvest")
    invoer = {"rol": "Gespreksbegeleider", "tafel": "", "wat": "Toetst bezwaren.", "bron": "", "versie": ""}
    fout = client.post(nieuw, invoer)
    assert (fout.status_code, "Toetst bezwaren." in fout.content.decode()) == (422, True)
    assert client.post(nieuw, {**invoer, "bron": "Tafel"}).status_code == 302
    assert "Toetst bezwaren." in client.get(blad).content.decode()
    afspraak = Rolafspraak.objects.get()
    wijzig = reverse("startpakket:rol", args=[afspraak.code])
    assert "Toetst bezwaren." in client.get(wijzig).content.decode()
    weg = client.post(reverse("startpakket:rol_weg", args=[afspraak.code]), {"versie": f"{afspraak.van:%Y-%m-%d}"})
    assert weg.status_code == 302
    assert "Toetst bezwaren." not in client.get(blad).content.decode()
