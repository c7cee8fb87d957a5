"""Signals: who answers by when, asking again, passing on, and what nobody else may see."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.signalen import actions, queries
from jeugdregio.bestuur.signalen.actions import NieuwSignaal
from jeugdregio.bestuur.signalen.models import Antwoordtermijn, Archiefbrief, Signaal
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.wie import Wie

DAG = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _termijn(db: None) -> None:
    Antwoordtermijn.objects.create(geadresseerde="gemeente", dagen=14, van=date(2020, 1, 1), bron="Werkafspraak")


def geef(wie: Wie, **anders: object) -> Signaal:
    """Give a signal."""
    velden: dict[str, object] = {
        "gedeeld": False, "geadresseerde": "regio", "onderwerp": "Verlengen duurt lang",
        "tekst": "Bij verlengen wachten we vaak weken op antwoord.", **anders,
    }  # fmt: skip
    with klok.op(DAG):
        return actions.meld(wie, NieuwSignaal(**velden))  # type: ignore[arg-type]


def test_wie_het_krijgt_is_aan_zet_tot_de_dag_van_de_werkafspraak(regio: Regiomensen) -> None:
    signaal = geef(regio.noor, geadresseerde="gemeente", aan=regio.lelystad.pk)
    assert (signaal.nummer, signaal.antwoord_uiterlijk) == ("S-2026-0001", date(2026, 3, 16))
    beurt = Beurt.objects.get(soort="signaal_antwoorden")
    assert (beurt.organisatie, beurt.uiterlijk, beurt.wachtende) == (regio.lelystad, date(2026, 3, 16), regio.de_brug)
    assert "14 dagen" in beurt.uitleg[0]
    with klok.op(DAG + timedelta(days=3)):
        actions.antwoord(regio.beleid_lelystad, signaal.pk, versie=1, tekst="We antwoorden nu binnen een week.",
                         op=DAG + timedelta(days=2))  # fmt: skip
    beurt.refresh_from_db()
    assert beurt.staat == "gedaan"
    assert queries.signaal(regio.noor, signaal.pk).signaal.antwoord_op == date(2026, 3, 4)


def test_zonder_eigen_regel_zes_weken_en_na_de_termijn_vraagt_de_afzender_na(regio: Regiomensen) -> None:
    signaal = geef(regio.secretaris, geadresseerde="ministerie")
    assert signaal.antwoord_uiterlijk == date(2026, 4, 13)
    beurt = Beurt.objects.get(soort="signaal_volgen")
    assert beurt.organisatie == regio.regiokantoor
    with klok.op(date(2026, 4, 13)), pytest.raises(Geweigerd, match="loopt nog"):
        actions.vraag_na(regio.secretaris, signaal.pk, versie=1, tekst="Gebeld.")
    with klok.op(date(2026, 4, 14)):
        assert queries.lijst(regio.secretaris, queries.Zeef(stand="te_laat")).get() == signaal
        actions.vraag_na(regio.secretaris, signaal.pk, versie=1, tekst="Gebeld met het ministerie.")
    beurt.refresh_from_db()
    assert beurt.uiterlijk == date(2026, 5, 26)


def test_een_signaal_gaat_door_naar_het_rijk_en_de_eerste_afzender_ziet_waar_het_blijft(regio: Regiomensen) -> None:
    with pytest.raises(Geweigerd, match="niet compleet"):
        geef(regio.noor, geadresseerde="ministerie")
    signaal = geef(regio.noor)
    with klok.op(DAG):
        vervolg = actions.zet_door(regio.secretaris, signaal.pk, versie=1, geadresseerde="inspectie", tekst="")
        beeld = queries.signaal(regio.noor, signaal.pk)
    assert (beeld.signaal.staat, beeld.vervolgen[0].nummer) == ("doorgezet", vervolg.nummer)
    with pytest.raises(NietGevonden):
        queries.signaal(regio.noor, vervolg.pk)
    with pytest.raises(Conflict, match="doorgezet"):
        actions.antwoord(regio.secretaris, signaal.pk, versie=2, tekst="Te laat.", op=DAG)


def test_wat_niet_gedeeld_is_bestaat_niet_voor_een_ander(regio: Regiomensen) -> None:
    signaal = geef(regio.noor)
    for wie in (regio.iris, regio.beleid_lelystad, regio.wethouder_lelystad, regio.fatima):
        with pytest.raises(NietGevonden):
            queries.signaal(wie, signaal.pk)
    gedeeld = geef(regio.secretaris, gedeeld=True, geadresseerde="vng")
    assert queries.signaal(regio.beleid_lelystad, gedeeld.pk)
    with pytest.raises(NietGevonden):
        queries.signaal(regio.iris, gedeeld.pk)
    with klok.op(DAG), pytest.raises(GeenRecht):
        actions.antwoord(regio.beleid_lelystad, gedeeld.pk, versie=1, tekst="Nee.", op=DAG)


def test_gegevens_van_een_gezin_komen_er_niet_in(regio: Regiomensen) -> None:
    with pytest.raises(Geweigerd, match="gezin"):
        geef(regio.noor, tekst="Het gezin Visser wacht al acht weken.")
    assert not Signaal.objects.exists()
    with pytest.raises(Geweigerd, match="gezin"):
        actions.archiveer(regio.secretaris, datum=DAG, van="A", aan="B", onderwerp="Moeder Sanne")


def test_een_gemeente_buiten_de_regio_krijgt_geen_signaal(regio: Regiomensen) -> None:
    with pytest.raises(Geweigerd) as fout:
        geef(regio.noor, geadresseerde="gemeente", aan=regio.de_brug.pk)
    assert "aan" in fout.value.velden


def test_een_brief_bij_een_besloten_signaal_blijft_daar(regio: Regiomensen) -> None:
    signaal = geef(regio.secretaris, geadresseerde="ministerie")
    velden = {"datum": DAG, "van": "Ministerie van VWS", "aan": "Colleges"}
    with klok.op(DAG):
        actions.archiveer(regio.secretaris, onderwerp="Besloten", signaal_id=signaal.pk, **velden)
        actions.archiveer(regio.secretaris, onderwerp="Open", **velden)
    assert [b.onderwerp for b in queries.archief(regio.beleid_lelystad)] == ["Open"]
    assert queries.archief(regio.secretaris).count() == 2
    assert queries.archief(regio.noor).count() == 0
    assert Archiefbrief.objects.count() == 2


def test_de_weg_over_de_schermen_en_de_download(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("noor"))
    gegevens = {
        "gedeeld": "nee", "geadresseerde": "gemeente", "aan": "", "onderwerp": "=HYPERLINK(1)", "tekst": "Vaak laat.",
        "gevraagd": "Een antwoord binnen twee weken.", "gemeld_op": "",
    }  # fmt: skip
    mis = client.post(reverse("signalen:nieuw"), gegevens)
    assert mis.status_code == 422
    assert "Vaak laat." in mis.content.decode()
    assert client.post(reverse("signalen:nieuw"), {**gegevens, "aan": str(regio.lelystad.pk)}).status_code == 302
    signaal = Signaal.objects.get()
    client.force_login(regio.gebruiker("beleid_lelystad"))
    assert signaal.nummer in client.get(reverse("beurten:start")).content.decode()
    assert "'=HYPERLINK(1)" in client.get(reverse("signalen:csv")).content.decode()
    vast = {"antwoord-versie": 1, "antwoord-op": klok.vandaag().isoformat()}
    pad = reverse("signalen:antwoord", args=[signaal.pk])
    assert client.post(pad, {**vast, "antwoord-tekst": ""}).status_code == 422
    assert client.post(pad, {**vast, "antwoord-tekst": "Dat doen we."}).status_code == 302
    assert client.post(pad, {**vast, "antwoord-tekst": "Nog eens."}).status_code == 409
    assert "Dat doen we." in client.get(reverse("signalen:signaal", args=[signaal.pk])).content.decode()


def test_de_lijst_vraagt_een_vast_aantal_vragen(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("secretaris"))

    def tel() -> int:
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(reverse("signalen:lijst")).status_code == 200
        return len(gevangen)

    geef(regio.noor)
    tel()
    eerst = tel()
    for _ in range(8):
        geef(regio.noor)
    assert tel() == eerst
