"""The screens of the municipality: Fatima decides about Mirthe; Bram of Dronten never sees her."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Gezagsdrager, Toewijzing, Verzoek, VerzoekRegel
from jeugdregio.toegang.tests.hulp import maak_klaar, ontvang_verzoek

DONDERDAG = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(DONDERDAG):
        yield


@pytest.fixture
def verzoek(regio: Regiomensen) -> Verzoek:
    """De Brug's request for Mirthe."""
    return ontvang_verzoek()


@pytest.fixture
def fatima(client: Client, regio: Regiomensen) -> Client:
    """Fatima's browser."""
    client.force_login(regio.gebruiker("fatima"))
    return client


def adres(naam: str, *sleutels: object) -> str:
    return reverse(f"toegang:{naam}", args=sleutels)


def besluit(verzoek: Verzoek, **anders: object) -> dict[str, object]:
    return {"versie": verzoek.versie, "regels": [str(r.pk) for r in verzoek.regels.all()]} | anders


def toewijzing_zoals_gevraagd(verzoek: Verzoek) -> dict[str, object]:
    return besluit(verzoek, ingangsdatum_1="2026-09-28", einddatum_1="2027-09-27", volume_1="20")


def test_een_lege_lijst_zegt_wat_er_gaat_komen(fatima: Client) -> None:
    assert "Er zijn nog geen kinderen" in fatima.get(adres("kinderen")).content.decode()
    assert "Alles is beantwoord" in fatima.get(adres("verzoeken")).content.decode()


def test_zoeken_gaat_met_post_en_vindt_op_naam_en_nummer(fatima: Client, verzoek: Verzoek) -> None:
    for zoek in ("visser", verzoek.kind.kenmerk, verzoek.kind.bsn):
        assert "Mirthe Visser" in fatima.post(adres("kinderen"), {"zoek": zoek}).content.decode()
    assert "Geen kind gevonden" in fatima.post(adres("kinderen"), {"zoek": "Jansen"}).content.decode()
    # An address never filters on a name: what is in it does not count.
    assert "Mirthe Visser" in fatima.get(adres("kinderen"), {"zoek": "Jansen"}).content.decode()


def test_kindpagina_toont_wat_nu_moet_en_legt_inzage_vast(fatima: Client, regio: Regiomensen, verzoek: Verzoek) -> None:
    pagina = fatima.get(adres("kind", verzoek.kind_id)).content.decode()
    verwacht = (
        "Mirthe Visser", "Meisje, 14 jaar", "Woonplaats", "Contract voor 45A04", "leg de afweging vast",
        "17 september 2026", "45A04 Ambulante behandeling", "20 uur per maand", "Huisarts",
    )  # fmt: skip
    for tekst in verwacht:
        assert tekst in pagina, tekst
    assert Regel.objects.filter(kind_id=verzoek.kind_id, inzage=True, gebruiker="Fatima").exists()


def test_bram_van_dronten_vindt_haar_niet(client: Client, regio: Regiomensen, verzoek: Verzoek) -> None:
    client.force_login(regio.gebruiker("bram"))
    assert client.get(adres("kind", verzoek.kind_id)).status_code == 404
    assert client.get(adres("verzoek", verzoek.pk)).status_code == 404
    assert client.post(adres("afwijzen", verzoek.pk), besluit(verzoek)).status_code == 404
    assert "Mirthe" not in client.post(adres("kinderen"), {"zoek": "Visser"}).content.decode()


def test_woonplaats_en_gezag_vastleggen(fatima: Client, verzoek: Verzoek) -> None:
    kind = verzoek.kind
    antwoord = fatima.post(
        adres("woonplaats", kind.pk),
        {"sinds": "2020-01-01", "bron": "Basisregistratie personen", "postcode": "8224 ab", "huisnummer": "3"},
    )
    assert antwoord.status_code == 302
    kind.refresh_from_db()
    assert (kind.woonplaats_sinds, kind.postcode, kind.huisnummer) == (date(2020, 1, 1), "8224AB", 3)
    fatima.post(adres("gezagsdrager", kind.pk), {"naam": "Sanne Visser", "relatie": "moeder", "gezag": "on"})
    sanne = Gezagsdrager.objects.get(kind=kind)
    assert (sanne.naam, sanne.gezag) == ("Sanne Visser", True)


def test_een_fout_staat_bij_het_veld_en_de_invoer_blijft(fatima: Client, verzoek: Verzoek) -> None:
    antwoord = fatima.post(
        adres("woonplaats", verzoek.kind_id), {"sinds": "2030-01-01", "bron": "eigen onderzoek", "postcode": "8224 AB"}
    )
    assert antwoord.status_code == 422
    formulier = antwoord.context["form"]
    assert "huisnummer" in formulier.errors
    assert "eigen onderzoek" in antwoord.content.decode()


def test_een_datum_in_de_toekomst_wordt_bij_het_veld_geweigerd(fatima: Client, verzoek: Verzoek) -> None:
    antwoord = fatima.post(adres("woonplaats", verzoek.kind_id), {"sinds": "2030-01-01", "bron": "BRP"})
    assert antwoord.status_code == 422
    assert "sinds" in antwoord.context["form"].errors


def test_toewijzen_zonder_toestemming_zegt_wat_er_mist_met_het_artikel(fatima: Client, verzoek: Verzoek) -> None:
    fatima.post(adres("woonplaats", verzoek.kind_id), {"sinds": "2020-01-01", "bron": "BRP"})
    antwoord = fatima.post(adres("toewijzen", verzoek.pk), toewijzing_zoals_gevraagd(verzoek))
    assert antwoord.status_code == 422
    assert "Jeugdwet 7.3.4" in antwoord.content.decode()
    assert not Toewijzing.objects.exists()


def test_toewijzen(fatima: Client, regio: Regiomensen, verzoek: Verzoek) -> None:
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    _adres_bekend(verzoek)
    antwoord = fatima.post(adres("toewijzen", verzoek.pk), toewijzing_zoals_gevraagd(verzoek) | {"volume_1": "16"})
    assert antwoord.status_code == 302, antwoord.content.decode()
    toewijzing = Toewijzing.objects.get()
    assert toewijzing.volume == 16
    pagina = fatima.get(adres("verzoek", verzoek.pk)).content.decode()
    assert f"Toewijzing {toewijzing.nummer}" in pagina
    assert "Afwijzen" not in pagina
    assert fatima.get(adres("toewijzen", verzoek.pk)).status_code == 302


def test_een_verkeerde_periode_staat_bij_de_datum(fatima: Client, regio: Regiomensen, verzoek: Verzoek) -> None:
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    antwoord = fatima.post(
        adres("toewijzen", verzoek.pk), toewijzing_zoals_gevraagd(verzoek) | {"einddatum_1": "2026-09-01"}
    )
    assert antwoord.status_code == 422
    assert "einddatum_1" in antwoord.context["form"].errors


def test_twee_mensen_tegelijk_de_tweede_ziet_het_en_houdt_haar_invoer(
    fatima: Client, regio: Regiomensen, verzoek: Verzoek
) -> None:
    oud = besluit(verzoek, reden="7", motivering="Wij overleggen eerst met de huisarts.")
    actions.neem_in_onderzoek(regio.fatima, verzoek.pk, versie=verzoek.versie)
    antwoord = fatima.post(adres("afwijzen", verzoek.pk), oud)
    assert antwoord.status_code == 409
    pagina = antwoord.content.decode()
    assert "Een collega heeft dit verzoek net gewijzigd" in pagina
    assert "Wij overleggen eerst met de huisarts." in pagina
    # With her eyes open she may send it again, on the version that is there now.
    assert f'name="versie" value="{verzoek.versie + 1}"' in pagina


def test_een_toewijzing_op_een_oude_versie_geeft_409(fatima: Client, regio: Regiomensen, verzoek: Verzoek) -> None:
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    oud = toewijzing_zoals_gevraagd(verzoek) | {"volume_1": "13"}
    actions.neem_in_onderzoek(regio.fatima, verzoek.pk, versie=verzoek.versie)
    antwoord = fatima.post(adres("toewijzen", verzoek.pk), oud)
    assert antwoord.status_code == 409
    assert 'value="13"' in antwoord.content.decode()


def test_onderzoek_met_een_knop_en_op_oude_versie_409(fatima: Client, verzoek: Verzoek) -> None:
    assert fatima.post(adres("onderzoek", verzoek.pk), {"versie": verzoek.versie}).status_code == 302
    assert VerzoekRegel.objects.get().staat == VerzoekRegel.Staat.ONDERZOEK
    assert fatima.post(adres("onderzoek", verzoek.pk), {"versie": verzoek.versie}).status_code == 409
    assert fatima.get(adres("onderzoek", verzoek.pk)).status_code == 405


def test_afwijzen_op_nut_na_een_huisarts_wordt_geweigerd_met_het_artikel(fatima: Client, verzoek: Verzoek) -> None:
    antwoord = fatima.post(adres("afwijzen", verzoek.pk), besluit(verzoek, reden="7", motivering="Niet nodig."))
    assert antwoord.status_code == 422
    assert "Jeugdwet 2.6" in antwoord.content.decode()
    assert "reden" in antwoord.context["form"].errors


def test_afwijzen_met_reden_en_motivering(fatima: Client, verzoek: Verzoek) -> None:
    zonder = fatima.post(adres("afwijzen", verzoek.pk), besluit(verzoek, reden="8", motivering="Woont elders."))
    assert "andere_gemeente" in zonder.context["form"].errors
    goed = besluit(verzoek, reden="8", motivering="Woont elders.", andere_gemeente="0303")
    assert fatima.post(adres("afwijzen", verzoek.pk), goed).status_code == 302
    pagina = fatima.get(adres("verzoek", verzoek.pk)).content.decode()
    assert "Woonplaatsbeginsel" in pagina
    assert "Woont elders." in pagina


def test_budget_is_geen_keuze(fatima: Client, verzoek: Verzoek) -> None:
    antwoord = fatima.post(adres("afwijzen", verzoek.pk), besluit(verzoek, reden="2", motivering="Geld is op."))
    assert antwoord.status_code == 422
    assert VerzoekRegel.objects.get().staat == VerzoekRegel.Staat.OPEN


def test_de_lijst_zet_voorop_wat_eerst_moet_en_filtert(fatima: Client, verzoek: Verzoek) -> None:
    assert "Te beantwoorden" in fatima.get(adres("verzoeken")).content.decode()
    assert "Alles is beantwoord" in fatima.get(adres("verzoeken"), {"staat": "af"}).content.decode()
    gezocht = fatima.post(adres("verzoeken"), {"zoek": verzoek.kenmerk, "staat": "open"})
    assert "Mirthe Visser" in gezocht.content.decode()


def test_geen_naam_of_bsn_in_een_adres_op_de_paginas(fatima: Client, verzoek: Verzoek) -> None:
    for pad in (adres("kinderen"), adres("kind", verzoek.kind_id), adres("verzoeken"), adres("verzoek", verzoek.pk)):
        pagina = fatima.get(pad).content.decode()
        doelen = [stuk.split('"')[0] for stuk in pagina.split('href="')[1:] + pagina.split('action="')[1:]]
        assert not [d for d in doelen if "Visser" in d or (verzoek.kind.bsn or "") in d]


def _adres_bekend(verzoek: Verzoek) -> None:
    kind = verzoek.kind
    kind.refresh_from_db()
    kind.postcode, kind.huisnummer = "8224AB", 3
    kind.save()
