"""The screens of the questions for help: one road on one screen, input kept, two people, the executing organisation."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.berichten import jw315_xml
from tests.mensen import Regiomensen, test_bsn

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.organisaties.models import Contactpunt
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.toegang.hulpvragen.models import Afloop, Casusrol, Hulpvraag, Raadpleging, Rolverdeling, Spoedhulp, Weg
from jeugdregio.toegang.hulpvragen.tests.hulp import DAG, maak_kind, maak_vraag, verdeel_alles
from jeugdregio.toegang.models import Kind, Maatregel


@pytest.fixture
def kind(regio: Regiomensen, client: Client) -> Kind:
    """A boy of 9 in Lelystad; Fatima is signed in."""
    client.force_login(regio.gebruiker("fatima"))
    return maak_kind(regio.lelystad, test_bsn(3))


def blad(client: Client, kind: Kind) -> str:
    return client.get(reverse("toegang:kind", args=[kind.pk])).content.decode()


def test_de_hele_weg_staat_op_het_blad_van_het_kind(regio: Regiomensen, kind: Kind, client: Client) -> None:
    with klok.op(DAG):
        verdeel_alles(regio.lelystad)
        leeg = blad(client, kind)
        assert "Er loopt geen hulpvraag" in leeg
        adres = reverse("hulpvragen:nieuw", args=[kind.pk])
        assert "Wat hoort bij elke weg" in client.get(adres).content.decode()
        fout = client.post(adres, {"weg": "eigen", "ontvangen_op": "2026-03-03", "vraag": "Thijs slaapt slecht."})
        assert fout.status_code == 422
        assert "Thijs slaapt slecht." in fout.content.decode()
        client.post(adres, {"weg": "eigen", "ontvangen_op": "2026-03-02", "vraag": "Thijs slaapt slecht."})
        vraag = Hulpvraag.objects.get()
        tekst = blad(client, kind)
        lijst = client.get(reverse("hulpvragen:lijst")).content.decode()
        vraag_adres = client.get(reverse("hulpvragen:hulpvraag", args=[vraag.pk]))["Location"]
    for zegt in (
        "Eigen aanvraag bij de gemeente", "Besluit verstuurd", "Kijk de woonplaats na",
        "Vraag toestemming", "Thijs slaapt slecht.", "Casusregie", vraag.kenmerk,
    ):  # fmt: skip
        assert zegt in tekst
    assert tekst.count("Woonplaats nagekeken") == 1, "alleen in de uitleg van de weg; de band zegt wat nu moet"
    assert vraag_adres.endswith(f"#{vraag.kenmerk}")
    assert "Kijk de woonplaats na" in lijst, "wat nu moet, niet alsof het is gedaan"
    assert "woonplaats, toestemming, onderzoek en meer" in lijst
    assert "Woonplaats nagekeken" not in lijst


def test_een_verzoek_toont_zijn_weg_zonder_tweede_toets(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("fatima"))
    with klok.op(date(2026, 9, 10)):
        ontvang_en_verwerk(jw315_xml(), kanaal="api", aangeboden_door=regio.de_brug)
        tekst = blad(client, Kind.objects.get())
    assert "Verwezen door de huisarts" in tekst
    assert "bepaalt de verwijzer en de aanbieder" in tekst
    assert "Onderzoek gedaan" not in tekst


def test_spoed_noemt_wie_dienst_heeft_en_blijft_zichtbaar(regio: Regiomensen, kind: Kind, client: Client) -> None:
    Contactpunt.objects.create(
        organisatie=regio.veilig_thuis, onderwerp="crisis", naam="Crisisdienst jeugd", telefoon="0800-2000",
        altijd=True, gecontroleerd_op=DAG,
    )  # fmt: skip
    adres = reverse("hulpvragen:spoed", args=[kind.pk])
    with klok.op(datetime(2026, 3, 7, 23, 50, tzinfo=AMSTERDAM)):
        assert "0800-2000" in client.get(adres).content.decode()
        velden = {"dag": "2026-03-08", "tijd": "23:30", "door": "Crisisdienst", "waarom": "Niemand thuis."}
        fout = client.post(adres, velden)
        assert (fout.status_code, "toekomst" in fout.content.decode()) == (422, True)
        client.post(adres, {**velden, "dag": "2026-03-07"})
        assert Spoedhulp.objects.get().begonnen_op == datetime(2026, 3, 7, 23, 30, tzinfo=AMSTERDAM)
        tekst = blad(client, kind)
    assert "hulp loopt zonder papieren" in tekst
    assert "Nog zonder: toestemming of uitspraak, woonplaats, toewijzing." in tekst


def test_een_rol_wisselen_houdt_bij_een_botsing_de_invoer(regio: Regiomensen, kind: Kind, client: Client) -> None:
    vraag = maak_vraag(regio, kind, Weg.VEILIG_THUIS, van=regio.veilig_thuis)
    adres = reverse("hulpvragen:rol", args=[vraag.pk, "contact"])
    velden = {
        "versie": "1", "organisatie": str(regio.lelystad.pk), "gebruiker": "", "naam": "Saar van team Zuid",
        "telefoon": "0320-1", "vanaf": "2026-03-02",
    }  # fmt: skip
    with klok.op(DAG):
        Hulpvraag.objects.filter(pk=vraag.pk).update(versie=2)  # a colleague was first
        botst = client.post(adres, velden)
        assert botst.status_code == 409
        tekst = botst.content.decode()
        assert "Saar van team Zuid" in tekst
        assert 'name="versie" value="2"' in tekst
        assert client.post(adres, {**velden, "versie": "2"}).status_code == 302
        assert "Saar van team Zuid" in blad(client, kind)


def test_overleg_en_maatregel_van_de_gi(regio: Regiomensen, kind: Kind, client: Client) -> None:
    vraag = maak_vraag(regio, kind, Weg.GI, van=regio.gi)
    with klok.op(DAG):
        adres = reverse("hulpvragen:overleg", args=[vraag.pk])
        velden = {
            "gi": str(regio.gi.pk), "op": "2026-03-02", "namens_gi": "Gerda", "namens_gemeente": "Fatima",
            "advies": "Liever ambulant.", "bepaling": "Toch verblijf.",
        }  # fmt: skip
        assert client.post(adres, {**velden, "advies": ""}).status_code == 422
        client.post(adres, velden)
        assert Raadpleging.objects.get().bepaling == "Toch verblijf."
        maatregel = {"soort": "uithuisplaatsing", "uitspraak_op": "2026-02-24", "instantie": "Rechtbank", "gi": ""}
        adres = reverse("hulpvragen:maatregel", args=[kind.pk])
        assert client.post(adres, {**maatregel, "tot": "2028-01-01"}).status_code == 422
        client.post(adres, maatregel)
        muhp = Maatregel.objects.get()
        assert muhp.tot == date(2027, 2, 24)
        client.post(reverse("hulpvragen:maatregel_uitgevoerd", args=[muhp.pk]), {"op": "2026-03-01"})
        tekst = blad(client, kind)
        assert "Toch verblijf." in tekst
        assert "Machtiging uithuisplaatsing" in tekst
        client.post(reverse("hulpvragen:maatregel_einde", args=[muhp.pk]), {"op": "2026-03-01"})
        muhp.refresh_from_db()
        assert (muhp.uitgevoerd_op, muhp.beeindigd_op) == (date(2026, 3, 1), date(2026, 3, 1))


def test_afsluiten_en_heropenen(regio: Regiomensen, kind: Kind, client: Client) -> None:
    vraag = maak_vraag(regio, kind, Weg.VEILIG_THUIS, van=regio.veilig_thuis)
    adres = reverse("hulpvragen:afsluiten", args=[vraag.pk])
    with klok.op(DAG):
        assert "De weg naar de Raad blijft open" in client.get(adres).content.decode()
        velden = {"versie": "1", "afloop": Afloop.GEEN_HULP, "reden": "Vader stemt niet in.", "op": "2026-03-02"}
        assert client.post(adres, {**velden, "reden": ""}).status_code == 422
        client.post(adres, velden)
        tekst = blad(client, kind)
        assert "Vader stemt niet in." in tekst
        assert "blijft de weg naar de Raad voor de Kinderbescherming open" in tekst
        client.post(reverse("hulpvragen:heropenen", args=[vraag.pk]))
        vraag.refresh_from_db()
        assert vraag.afgesloten_op is None


def test_de_lijst_zeeft_en_zet_vooraan_wat_eerst_moet(regio: Regiomensen, kind: Kind, client: Client) -> None:
    ander = maak_kind(regio.lelystad, None, 2, voornamen="Mila", achternaam="Winter")
    elders = maak_kind(regio.dronten, None, 3, achternaam="Geheim")
    maak_vraag(regio, kind)
    maak_vraag(regio, ander, Weg.VEILIG_THUIS, van=regio.veilig_thuis)
    Hulpvraag.objects.create(kenmerk="H-1", kind=elders, gemeente=regio.dronten, weg="eigen", ontvangen_op=DAG)
    lijst = reverse("hulpvragen:lijst")
    with klok.op(DAG):
        tekst = client.get(lijst).content.decode()
        assert tekst.index("Mila Winter") < tekst.index("Thijs Zomer")  # a contact person must be named today
        assert "Geheim" not in tekst
        for zeef, wel, niet in (
            ("?weg=eigen", "Thijs", "Mila"), ("?mist=bsn", "Mila", "Thijs"), ("?mijn=ja", "Geen hulpvragen", "Thijs"),
            ("?stand=dicht", "Geen hulpvragen", "Mila"), ("?weg=fax&stand=x&mist=y&pagina=q", "Thijs", "Geen hulp"),
        ):  # fmt: skip
            tekst = client.get(lijst + zeef).content.decode()
            assert (wel in tekst, niet in tekst) == (True, False), zeef
        for mist in ("woonplaats", "toestemming", "contact", "rol", "toewijzing"):
            assert "Thijs" in client.get(f"{lijst}?mist={mist}").content.decode()
    assert Regel.objects.filter(kind_id=kind.pk, handeling="inzage.hulpvragen").exists()


def test_lijst_en_blad_vragen_niet_meer_bij_meer(regio: Regiomensen, kind: Kind, client: Client) -> None:
    def tel(adres: str) -> int:
        with CaptureQueriesContext(connection) as gesteld:
            assert client.get(adres).status_code == 200
        return len(gesteld)

    maak_vraag(regio, kind)
    maak_vraag(regio, kind, Weg.GI, van=regio.gi)
    lijst, pagina = reverse("hulpvragen:lijst"), reverse("toegang:kind", args=[kind.pk])
    with klok.op(DAG):
        weinig = tel(lijst), tel(pagina)
        for nummer in range(2, 12):
            maak_vraag(regio, maak_kind(regio.lelystad, test_bsn(nummer + 2), nummer))
        maak_vraag(regio, kind, Weg.VEILIG_THUIS, van=regio.veilig_thuis)
        maak_vraag(regio, kind, Weg.SPOED)
        veel = tel(lijst), tel(pagina)
    assert veel[0] <= weinig[0]
    assert veel[1] <= weinig[1]


def test_de_rolverdeling_toont_gaten_en_wordt_bijgehouden(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("beleid_lelystad"))
    lijst, wijzig = reverse("hulpvragen:verdeling"), reverse("hulpvragen:verdeling_wijzig")
    with klok.op(DAG):
        leeg = client.get(lijst).content.decode()
        assert "niemand" in leeg
        assert reverse("hulpvragen:lijst") + '"' not in leeg, "geen weg naar een deur die dicht is"
        velden = {"rol": "casusregie", "weg": "", "organisatie": str(regio.lelystad.pk), "van": "2026-03-02"}
        fout = client.post(wijzig, {**velden, "bron": ""})
        assert fout.status_code == 422
        client.post(wijzig, {**velden, "bron": "Werkafspraak van 4 maart"})
        assert Rolverdeling.objects.get().rol == Casusrol.CASUSREGIE
        assert "Werkafspraak van 4 maart" in client.get(lijst).content.decode()


def test_wie_de_toegang_uitvoert_ziet_zijn_vragen_en_kan_niet_meer(regio: Regiomensen, client: Client) -> None:
    kind, ander = maak_kind(regio.lelystad, test_bsn(3)), maak_kind(regio.lelystad, test_bsn(4), 2, achternaam="Anders")
    vreemd = maak_vraag(regio, ander)
    verdeel_alles(regio.lelystad, indicatie=regio.uitvoerder)
    vraag = maak_vraag(regio, kind)
    client.force_login(regio.gebruiker("jel"))
    with klok.op(DAG):
        tekst = client.get(reverse("hulpvragen:lijst")).content.decode()
        assert ("Zomer" in tekst, "Anders" in tekst) == (True, False)
        tekst = blad(client, kind)
        assert "Eigen aanvraag" in tekst
        assert "Nieuwe hulpvraag" in tekst
        for knop in ("Rechtstreeks toewijzen", "Afsluiten", "Maatregel vastleggen"):
            assert knop not in tekst
        assert client.get(reverse("toegang:kind", args=[ander.pk])).status_code == 404
        assert client.get(reverse("hulpvragen:afsluiten", args=[vreemd.pk])).status_code == 404
        for naam, sleutel in (("hulpvragen:afsluiten", vraag.pk), ("toegang:rechtstreeks", kind.pk)):
            assert client.get(reverse(naam, args=[sleutel])).status_code in {403, 404}
        for naam in ("toegang:verzoeken", "toegang:toewijzingen", "termijnen:lijst", "woonplaats:overdrachten"):
            lijst = client.get(reverse(naam))
            assert "Zomer" not in lijst.content.decode()
            assert kind.kenmerk not in lijst.content.decode()


def test_een_vraag_van_een_ander_noemt_van_wie(regio: Regiomensen, kind: Kind, client: Client) -> None:
    adres = reverse("hulpvragen:nieuw", args=[kind.pk])
    with klok.op(DAG):
        for weg in ("gi", "veilig_thuis"):
            leeg = client.post(adres, {"weg": weg, "ontvangen_op": "2026-03-02", "vraag": "Tim moet weg."})
            assert leeg.status_code == 422
            assert "Kies de organisatie." in leeg.content.decode()
            assert "Tim moet weg." in leeg.content.decode()
        client.post(adres, {"weg": "gi", "ontvangen_op": "2026-03-02", "verwijzer": "Een instelling van elders"})
    assert Hulpvraag.objects.get().weg == Weg.GI


def test_spoed_voor_de_geboorte_zegt_het_bij_de_dag(kind: Kind, client: Client) -> None:
    velden = {"dag": "2001-01-01", "tijd": "10:00", "door": "De Brug", "waarom": "Het kon niet wachten."}
    with klok.op(DAG):
        antwoord = client.post(reverse("hulpvragen:spoed", args=[kind.pk]), velden)
    assert "Kies een dag tussen de geboorte van het kind en vandaag." in antwoord.context["form"].errors["dag"]
    assert "Het kon niet wachten." in antwoord.content.decode()
