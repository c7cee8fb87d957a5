"""Who of the family gets in, sees what, and is shut out: Sanne and Erik are parents of Mirthe (14)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.mijn.aanmelden import koppel, meld_aan
from jeugdregio.toegang.mijn.gezinslid import Gezinslid
from jeugdregio.toegang.mijn.meekijken import zet_meekijken
from jeugdregio.toegang.mijn.models import Gezinsvraag, Uitnodiging
from jeugdregio.toegang.mijn.tests.hulp import WACHTWOORD, lid_van, maak_mirthe
from jeugdregio.toegang.mijn.uitnodigen import code_hash, nodig_uit, sluit_toegang
from jeugdregio.toegang.mijn.vragen import Soort, beantwoord, stel_vraag
from jeugdregio.toegang.models import Gezagsdrager, Kind


@pytest.fixture
def mirthe(regio: Regiomensen) -> Kind:
    """A girl of 14 in Lelystad, with her family."""
    return maak_mirthe(regio)


@pytest.fixture(autouse=True)
def _vandaag() -> object:
    with klok.op(date(2026, 9, 15)):
        yield


Binnen = Callable[[Gezinslid], Client]


@pytest.fixture
def binnen(client: Client) -> Binnen:
    """Sign somebody of a family in."""

    def log_in(lid: Gezinslid) -> Client:
        client.logout()  # a session that rested since yesterday ends by itself
        client.force_login(lid.gebruiker)
        return client

    return log_in


def test_moeder_en_dochter_krijgen_elk_een_eigen_pagina(regio: Regiomensen, mirthe: Kind, client: Client) -> None:
    _, code = nodig_uit(regio.fatima, mirthe.pk, mirthe.gezagsdragers.get(naam="Sanne").pk)
    velden = {"code": code.lower().replace("-", " "), "email": "sanne@gezin.example"}
    antwoord = client.post("/mijn/aanmelden/", {**velden, "wachtwoord": WACHTWOORD, "nog_eens": WACHTWOORD})
    assert antwoord.status_code == 302
    pagina = client.get(antwoord["Location"])
    assert "Mirthe" in pagina.content.decode()
    assert client.get("/")["Location"] == "/mijn/"
    assert client.get("/mijn/")["Location"] == antwoord["Location"]
    assert Regel.objects.filter(kind_id=mirthe.pk, inzage=True, rol="moeder", organisatie="gezin").exists()
    assert lid_van(regio, mirthe, None).rolnaam == "jeugdige"


def test_wie_geen_gezag_heeft_wordt_niet_uitgenodigd(regio: Regiomensen, mirthe: Kind) -> None:
    with pytest.raises(Geweigerd, match="Zonder gezag") as fout:
        nodig_uit(regio.fatima, mirthe.pk, mirthe.gezagsdragers.get(naam="Kees").pk)
    assert fout.value.grondslag == "Jeugdwet 7.3.11 lid 2 onder b"


def test_alleen_de_eigen_gemeente_nodigt_uit(regio: Regiomensen, mirthe: Kind) -> None:
    with pytest.raises(NietGevonden):
        nodig_uit(regio.bram, mirthe.pk, None)
    with pytest.raises(GeenRecht):
        nodig_uit(regio.noor, mirthe.pk, None)


@pytest.mark.parametrize("wat", ["gebruikt", "vervangen", "te laat", "verzonnen"])
def test_een_code_werkt_een_keer_en_niet_te_lang(regio: Regiomensen, mirthe: Kind, wat: str) -> None:
    sanne = mirthe.gezagsdragers.get(naam="Sanne")
    _, code = nodig_uit(regio.fatima, mirthe.pk, sanne.pk)
    dag = date(2026, 9, 29)
    if wat == "gebruikt":
        meld_aan(code, "eerste@gezin.example", WACHTWOORD)
    elif wat == "vervangen":
        nodig_uit(regio.fatima, mirthe.pk, sanne.pk)
    elif wat == "te laat":
        dag = date(2026, 9, 30)
    else:
        code = "AAAA-BBBB-CCCC-DDDD"
    with klok.op(dag), pytest.raises(Geweigerd, match="Deze code werkt niet"):
        meld_aan(code, "sanne@gezin.example", WACHTWOORD)


def test_de_code_zelf_wordt_niet_bewaard(regio: Regiomensen, mirthe: Kind) -> None:
    uitnodiging, code = nodig_uit(regio.fatima, mirthe.pk, None)
    assert uitnodiging.code_hash == code_hash(code)
    assert code not in str(Uitnodiging.objects.filter(pk=uitnodiging.pk).values())
    assert not Regel.objects.filter(gegevens__icontains=code).exists()


def test_een_zwak_wachtwoord_laat_de_code_heel(regio: Regiomensen, mirthe: Kind) -> None:
    _, code = nodig_uit(regio.fatima, mirthe.pk, None)
    with pytest.raises(Geweigerd) as fout:
        meld_aan(code, "mirthe@gezin.example", "kort")
    assert "wachtwoord" in fout.value.velden
    assert meld_aan(code, "mirthe@gezin.example", WACHTWOORD).kind == mirthe


def test_een_ander_gezin_ziet_niets(regio: Regiomensen, mirthe: Kind, binnen: Binnen) -> None:
    sanne = lid_van(regio, mirthe, "Sanne")
    ander = Kind.objects.create(
        kenmerk="K-2026-00002", geboortedatum=date(2011, 1, 1), geslacht="1", achternaam="Bos", gemeente=regio.lelystad
    )
    _, code = nodig_uit(regio.fatima, ander.pk, None)
    buurjongen = meld_aan(code, "buurjongen@gezin.example", WACHTWOORD)
    client = binnen(buurjongen)
    for pad in ("", "vragen/", "bekeken/"):
        assert client.get(f"/mijn/{sanne.toegang.pk}/{pad}").status_code == 404
    assert client.get(f"/kinderen/{ander.pk}/").status_code == 403
    assert client.get("/berichten/").status_code == 403


def test_op_haar_zestiende_verjaardag_beslist_mirthe_zelf(regio: Regiomensen, mirthe: Kind, binnen: Binnen) -> None:
    sanne = lid_van(regio, mirthe, "Sanne")
    with klok.op(date(2028, 5, 19)):
        assert binnen(sanne).get(f"/mijn/{sanne.toegang.pk}/").status_code == 200
    with klok.op(date(2028, 5, 20)):
        client = binnen(sanne)
        assert client.get(f"/mijn/{sanne.toegang.pk}/").status_code == 404
        assert "Er is hier nu niets voor je" in client.get("/mijn/").content.decode()


def test_vanaf_zestien_zegt_mirthe_wie_meekijkt(regio: Regiomensen, mirthe: Kind, binnen: Binnen) -> None:
    sanne, zelf = lid_van(regio, mirthe, "Sanne"), lid_van(regio, mirthe, None)
    with pytest.raises(Geweigerd, match="vanaf 16 jaar"):
        zet_meekijken(zelf, sanne.toegang.gezagsdrager_id, True)
    pad, van_sanne = f"/mijn/{zelf.toegang.pk}/meekijken/", f"/mijn/{sanne.toegang.pk}/"
    assert binnen(zelf).get(pad).status_code == 404
    with klok.op(date(2028, 6, 1)):
        assert binnen(zelf).get(pad).content.decode().count("kijkt niet mee") == 3
        binnen(zelf).post(pad, {"wie": str(sanne.toegang.gezagsdrager_id), "ja": "ja"})
        assert binnen(sanne).get(van_sanne).status_code == 200
        assert binnen(sanne).get(f"{van_sanne}meekijken/").status_code == 404
        binnen(zelf).post(pad, {"wie": str(sanne.toegang.gezagsdrager_id), "ja": "nee"})
        assert binnen(sanne).get(van_sanne).status_code == 404
        assert binnen(zelf).post(pad, {"wie": "onzin", "ja": "ja"}).status_code == 404


def test_wie_het_gezag_verliest_kijkt_niet_meer_mee(regio: Regiomensen, mirthe: Kind, binnen: Binnen) -> None:
    erik = lid_van(regio, mirthe, "Erik")
    Gezagsdrager.objects.filter(pk=erik.toegang.gezagsdrager_id).update(gezag=False)
    assert binnen(erik).get(f"/mijn/{erik.toegang.pk}/").status_code == 404


def test_sluiten_vraagt_een_reden_en_werkt_meteen(regio: Regiomensen, mirthe: Kind, binnen: Binnen) -> None:
    erik = lid_van(regio, mirthe, "Erik")
    with pytest.raises(Geweigerd, match="Schrijf op waarom"):
        sluit_toegang(regio.fatima, erik.toegang.pk, " ")
    with pytest.raises(NietGevonden):
        sluit_toegang(regio.bram, erik.toegang.pk, "Gevaar.")
    sluit_toegang(regio.fatima, erik.toegang.pk, "Zolang de melding loopt is er gevaar voor Mirthe.")
    assert binnen(erik).get(f"/mijn/{erik.toegang.pk}/").status_code == 404


def test_een_tweede_kind_komt_bij_hetzelfde_account(regio: Regiomensen, mirthe: Kind, binnen: Binnen) -> None:
    sanne = lid_van(regio, mirthe, "Sanne")
    broer = Kind.objects.create(
        kenmerk="K-2026-00003", geboortedatum=date(2017, 2, 1), geslacht="1", achternaam="Velden", voornamen="Daan",
        gemeente=regio.lelystad,
    )  # fmt: skip
    moeder = Gezagsdrager.objects.create(kind=broer, naam="Sanne", relatie="moeder")
    _, code = nodig_uit(regio.fatima, broer.pk, moeder.pk)
    with pytest.raises(Geweigerd, match="al een account"):
        meld_aan(code, "SANNE@gezin.example", WACHTWOORD)
    koppel(sanne.gebruiker, code)
    pagina = binnen(sanne).get("/mijn/").content.decode()
    assert "Daan" in pagina
    assert "Mirthe" in pagina


def test_een_vraag_is_een_beurt_en_het_antwoord_staat_op_de_pagina(
    regio: Regiomensen, mirthe: Kind, binnen: Binnen
) -> None:
    sanne = lid_van(regio, mirthe, "Sanne")
    client = binnen(sanne)
    antwoord = client.post(f"/mijn/{sanne.toegang.pk}/vragen/", {"soort": "vraag", "tekst": ""})
    assert antwoord.status_code == 422
    client.post(f"/mijn/{sanne.toegang.pk}/vragen/", {"soort": "vraag", "tekst": "Wanneer begint het?"})
    vraag = Gezinsvraag.objects.get()
    beurt = Beurt.objects.get(kind_id=mirthe.pk, soort="gezinsvraag")
    assert (beurt.organisatie, beurt.uiterlijk) == (regio.lelystad, date(2026, 9, 22))
    with pytest.raises(NietGevonden):
        beantwoord(regio.bram, vraag.pk, "Nee.")
    beantwoord(regio.fatima, vraag.pk, "Op 28 september.")
    beurt.refresh_from_db()
    assert beurt.staat == "gedaan"
    assert "Op 28 september." in client.get(f"/mijn/{sanne.toegang.pk}/vragen/").content.decode()
    with pytest.raises(Geweigerd, match="al beantwoord"):
        beantwoord(regio.fatima, vraag.pk, "Toch niet.")


def test_inzage_vragen_heeft_de_termijn_van_de_wet(regio: Regiomensen, mirthe: Kind) -> None:
    stel_vraag(lid_van(regio, mirthe, None), Soort.INZAGE, "")
    beurt = Beurt.objects.get(soort="gezinsvraag")
    assert (beurt.uiterlijk, beurt.grondslag) == (date(2026, 10, 15), "Jeugdwet 7.3.10; AVG 12 lid 3")


def test_de_pagina_vraagt_steeds_even_veel(
    regio: Regiomensen, mirthe: Kind, binnen: Binnen, django_assert_num_queries: Callable[[int], object]
) -> None:
    sanne = lid_van(regio, mirthe, "Sanne")
    client = binnen(sanne)
    pad = f"/mijn/{sanne.toegang.pk}/"
    client.get(pad)
    for volg in range(12):
        Beurt.objects.create(
            sleutel=f"start:{volg}", soort="start_melden", titel="Start melden", organisatie=regio.de_brug,
            rol="aanbieder", begon_op=date(2026, 9, 15), grondslag="iJw", handeling="Meld", pad="/", kind_id=mirthe.pk,
        )  # fmt: skip
    with django_assert_num_queries(22):  # type: ignore[attr-defined]
        assert client.get(pad).content.decode().count("begint met de hulp") == 12


def test_de_gemeente_maakt_een_code_op_het_scherm(regio: Regiomensen, mirthe: Kind, client: Client) -> None:
    client.force_login(regio.gebruiker("fatima"))
    pad = f"/kinderen/{mirthe.pk}/eigen-pagina/"
    assert "Nog niemand" in client.get(pad).content.decode()
    antwoord = client.post(pad, {"wie": "kind"})
    assert "mijn__code" in antwoord.content.decode()
    opa = mirthe.gezagsdragers.get(naam="Kees")
    assert client.post(pad, {"wie": str(opa.pk)}).status_code == 422
    assert client.post(pad, {"wie": "onzin"}).status_code == 404
