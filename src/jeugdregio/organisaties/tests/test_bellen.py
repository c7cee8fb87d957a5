"""Whom to call: two steps, one answer, also on a Saturday night; keeping it right in one click."""

from datetime import date, datetime, time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.organisaties.bellen import bel
from jeugdregio.organisaties.bereikbaar import Uren, dagen_in_woorden
from jeugdregio.organisaties.contactpunten import bevestig_contactpunt, bewaar_contactpunt
from jeugdregio.organisaties.models import Contactpunt, Organisatie, Rol, Soort

O = Contactpunt.Onderwerp  # noqa: E741
KANTOOR = {"dagen": [0, 1, 2, 3, 4], "open_van": time(9), "open_tot": time(17)}
MAANDAG = datetime(2026, 9, 14, 10, tzinfo=AMSTERDAM)
ZATERDAGNACHT = datetime(2026, 9, 12, 23, 30, tzinfo=AMSTERDAM)


def _punt(organisatie: Organisatie, onderwerp: str, naam: str, **anders: object) -> Contactpunt:
    velden = {"telefoon": "0320123456", "gecontroleerd_op": date(2026, 9, 1)} | KANTOOR | anders
    punt, _ = Contactpunt.objects.update_or_create(
        organisatie=organisatie, onderwerp=onderwerp, voor=velden.pop("voor", None), defaults={"naam": naam, **velden}
    )
    return punt


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        (datetime(2026, 9, 14, 9, tzinfo=AMSTERDAM), True),
        (datetime(2026, 9, 14, 8, 59, tzinfo=AMSTERDAM), False),
        (datetime(2026, 9, 14, 17, tzinfo=AMSTERDAM), False),
        (datetime(2026, 9, 12, 12, tzinfo=AMSTERDAM), False),
        (datetime(2026, 4, 27, 12, tzinfo=AMSTERDAM), False),  # Koningsdag, a Monday
    ],
)
def test_kantooruren(moment: datetime, open_: bool) -> None:
    uren = Uren(False, (0, 1, 2, 3, 4), time(9), time(17))
    assert uren.open_op(moment) is open_


def test_nachtdienst_loopt_door_in_de_volgende_dag() -> None:
    nacht = Uren(False, (4, 5), time(17), time(9))
    zondagochtend = datetime(2026, 9, 13, 8, tzinfo=AMSTERDAM)
    assert nacht.open_op(ZATERDAGNACHT) is True
    assert nacht.open_op(zondagochtend) is True
    assert nacht.open_op(zondagochtend.replace(hour=9)) is False
    assert Uren(True).open_op(ZATERDAGNACHT) is True
    assert Uren(False).open_op(ZATERDAGNACHT) is None


def test_wanneer_iemand_weer_bereikbaar_is() -> None:
    uren = Uren(False, (0, 1, 2, 3, 4), time(9), time(17))
    assert uren.volgende(ZATERDAGNACHT) == datetime(2026, 9, 14, 9, tzinfo=AMSTERDAM)
    # Good Friday and Easter Monday follow on Thursday evening.
    assert uren.volgende(datetime(2026, 4, 2, 18, tzinfo=AMSTERDAM)) == datetime(2026, 4, 7, 9, tzinfo=AMSTERDAM)
    assert uren.volgende(MAANDAG) is None
    assert uren.tekst == "maandag tot en met vrijdag van 9.00 tot 17.00 uur"
    assert dagen_in_woorden([1, 3]) == "dinsdag en donderdag"


def test_gerda_van_de_gi_vindt_in_twee_stappen_wie_zij_belt_over_een_verlenging_in_lelystad(
    regio: Regiomensen, client: Client
) -> None:
    _punt(regio.lelystad, O.TOEWIJZING, "Toewijzing en verlenging", vervanger="Thea", vervanger_telefoon="0320999999")
    client.force_login(regio.gebruiker("gi_medewerker"))
    with klok.op(MAANDAG):
        begin = client.get(reverse("organisaties:contacten")).content.decode()
        assert "1. Welke gemeente of partner" in begin
        pagina = client.get(
            reverse("organisaties:bel"), {"plek": str(regio.lelystad.pk), "onderwerp": O.TOEWIJZING}
        ).content.decode()
    kaart = pagina[pagina.index('class="kaart belkaart"') :]
    assert kaart.index("0320123456") < kaart.index("Toewijzing en verlenging") < kaart.index("Thea")
    assert "nu bereikbaar" in kaart
    assert "0320999999" in kaart


@pytest.mark.parametrize("wie", ["vt_medewerker", "noor", "gi_medewerker", "fatima"])
def test_ieder_van_de_regio_krijgt_antwoord(regio: Regiomensen, client: Client, wie: str) -> None:
    client.force_login(regio.gebruiker(wie))
    antwoord = client.get(reverse("organisaties:bel"), {"plek": str(regio.urk.pk), "onderwerp": O.TOEWIJZING})
    assert "0320-111111" in antwoord.content.decode()


def test_verhaal_5_zaterdagnacht_in_urk_wie_heeft_dienst(regio: Regiomensen, client: Client) -> None:
    _punt(regio.urk, O.CRISIS, "Piket Urk")
    _punt(regio.veilig_thuis, O.CRISIS, "Dienst crisis jeugd", telefoon="0880000112", altijd=True)
    nacht = bel(regio.noor, regio.urk, O.CRISIS, ZATERDAGNACHT)
    assert nacht.kaart is not None
    assert (nacht.kaart.naam, nacht.kaart.nu) == ("Dienst crisis jeugd", True)
    assert [(k.naam, k.nu, k.straks) for k in nacht.anderen] == [("Piket Urk", False, "maandag 9.00 uur")]
    overdag = bel(regio.noor, regio.urk, O.CRISIS, MAANDAG)
    assert overdag.kaart is not None
    assert overdag.kaart.naam == "Piket Urk"
    client.force_login(regio.gebruiker("gi_medewerker"))
    with klok.op(ZATERDAGNACHT):
        pagina = client.get(reverse("organisaties:bel"), {"plek": str(regio.urk.pk), "onderwerp": O.CRISIS})
    tekst = pagina.content.decode()
    assert "Bel 112" in tekst
    assert tekst.index("0880000112") < tekst.index("Piket Urk")


def test_zonder_eigen_nummer_heeft_de_regio_dienst(regio: Regiomensen) -> None:
    _punt(regio.veilig_thuis, O.CRISIS, "Dienst crisis jeugd", altijd=True)
    antwoord = bel(regio.noor, regio.urk, O.CRISIS, ZATERDAGNACHT)
    assert antwoord.kaart is not None
    assert antwoord.kaart.waarom == "Heeft dienst in de regio, ook voor Urk."
    assert antwoord.ontbreekt == "Urk heeft geen contactpunt voor crisis nu."


def test_wie_er_niet_is_wordt_genoemd_en_iemand_neemt_je_vraag_aan(regio: Regiomensen) -> None:
    _punt(regio.urk, O.ZORGEN, "Toegang Urk")
    antwoord = bel(regio.noor, regio.urk, O.BEZWAAR, MAANDAG)
    assert antwoord.kaart is None
    assert antwoord.ontbreekt == "Urk heeft geen contactpunt voor bezwaar."
    assert [k.naam for k in antwoord.anderen] == ["Toegang Urk"]


def test_een_eigen_contactpersoon_gaat_voor_de_algemene(regio: Regiomensen) -> None:
    _punt(regio.lelystad, O.GI, "GI-deskundige")
    _punt(regio.lelystad, O.GI, "Accounthouder De Haven", voor=regio.gi)
    voor_gi = bel(regio.gi_medewerker, regio.lelystad, O.GI, MAANDAG)
    voor_noor = bel(regio.noor, regio.lelystad, O.GI, MAANDAG)
    assert voor_gi.kaart is not None
    assert voor_noor.kaart is not None
    assert (voor_gi.kaart.naam, [k.naam for k in voor_gi.anderen]) == ("Accounthouder De Haven", ["GI-deskundige"])
    assert (voor_noor.kaart.naam, voor_noor.anderen) == ("GI-deskundige", ())


def test_bij_een_vacature_staat_de_vervanger_bovenaan(regio: Regiomensen) -> None:
    _punt(
        regio.lelystad, O.VEILIG_THUIS, "Accounthouder", vacant_sinds=date(2026, 9, 1), vervanger="Thea",
        vervanger_telefoon="0320777777",
    )  # fmt: skip
    antwoord = bel(regio.vt_medewerker, regio.lelystad, O.VEILIG_THUIS, MAANDAG)
    assert antwoord.kaart is not None
    assert (antwoord.kaart.naam, antwoord.kaart.telefoon) == ("Thea", "0320777777")


def test_een_partner_bellen_gaat_net_zo(regio: Regiomensen) -> None:
    _punt(regio.de_brug, O.TOEWIJZING, "Aanmelding De Brug", gecontroleerd_op=date(2026, 3, 14))
    antwoord = bel(regio.fatima, regio.de_brug, O.TOEWIJZING, MAANDAG)
    assert antwoord.kaart is not None
    assert (antwoord.kaart.naam, antwoord.kaart.verouderd) == ("Aanmelding De Brug", True)


def test_een_halve_vraag_is_geen_vraag(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("fatima"))
    antwoord = client.get(reverse("organisaties:bel"), {"plek": str(regio.urk.pk)})
    assert antwoord.status_code == 422
    assert "Kies een gemeente of partner en een onderwerp" in antwoord.content.decode()


def test_klopt_nog_in_een_klik_voor_wie_het_bijhoudt(regio: Regiomensen, client: Client) -> None:
    punt = _punt(regio.de_brug, O.TOEWIJZING, "Aanmelding", gecontroleerd_op=date(2026, 1, 5))
    pad = reverse("organisaties:contact_bevestigen", args=[punt.pk])
    with klok.op(MAANDAG):
        client.force_login(regio.gebruiker("noor"))
        assert "Klopt nog" in client.get(reverse("organisaties:contacten")).content.decode()
        assert client.post(pad).status_code == 302
        for ander in ("iris", "beheer_lelystad", "secretaris"):
            client.force_login(regio.gebruiker(ander))
            assert client.post(pad).status_code == 404
    punt.refresh_from_db()
    assert punt.gecontroleerd_op == MAANDAG.date()


def test_een_medewerker_van_veilig_thuis_legt_een_nummer_vast(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("vt_medewerker"))
    velden = {"onderwerp": O.CRISIS, "naam": "Dienst", "altijd": "on"}
    zonder = client.post(reverse("organisaties:contact_bewaren"), velden)
    assert zonder.status_code == 422
    assert "Vul een telefoonnummer of e-mailadres in" in zonder.content.decode()
    half = client.post(
        reverse("organisaties:contact_bewaren"), velden | {"altijd": "", "dagen": ["0"], "telefoon": "088"}
    )
    assert "Vul de dagen, de begintijd en de eindtijd in" in half.content.decode()
    goed = client.post(reverse("organisaties:contact_bewaren"), velden | {"telefoon": "088000"}, follow=True)
    assert "bewaard" in goed.content.decode()
    assert Contactpunt.objects.get(organisatie=regio.veilig_thuis, onderwerp=O.CRISIS).altijd
    punt = Contactpunt.objects.get(organisatie=regio.veilig_thuis)
    assert client.get(reverse("organisaties:contact", args=[punt.pk])).status_code == 200


def test_alleen_wie_het_bijhoudt_verandert_een_contactpunt(regio: Regiomensen) -> None:
    velden = {"naam": "x", "telefoon": "1"}
    with pytest.raises(GeenRecht):
        bewaar_contactpunt(regio.fatima, onderwerp=O.CRISIS, velden=velden)
    with pytest.raises(GeenRecht):
        bewaar_contactpunt(regio.beheer_lelystad, onderwerp=O.CRISIS, velden=velden, organisatie=regio.urk)
    with pytest.raises(NietGevonden):
        bevestig_contactpunt(regio.fatima, Contactpunt.objects.get(organisatie=regio.lelystad).pk)
    with pytest.raises(Geweigerd):
        bewaar_contactpunt(regio.beheer_lelystad, onderwerp=O.CRISIS, velden={"naam": "x"})


def test_de_gemeente_houdt_de_nummers_van_haar_uitvoerder_bij(regio: Regiomensen) -> None:
    uitvoerder = Organisatie.objects.create(naam="Uitvoering twee", soort=Soort.UITVOERDER, hoort_bij=regio.lelystad)
    velden = {"naam": "Consulent van dienst", "telefoon": "0320"}
    bewaar_contactpunt(regio.beheer_lelystad, onderwerp=O.ZORGEN, velden=velden, organisatie=uitvoerder)
    with pytest.raises(GeenRecht):
        bewaar_contactpunt(
            maak_mens("Ander", regio.urk, Rol.BEHEER), onderwerp=O.ZORGEN, velden=velden, organisatie=uitvoerder
        )
    antwoord = bel(regio.noor, regio.lelystad, O.ZORGEN, MAANDAG)
    assert antwoord.kaart is not None
    assert antwoord.kaart.naam == "Consulent van dienst"


def test_het_antwoord_kost_een_vast_aantal_vragen(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("noor"))

    def vragen(pad: str) -> int:
        with CaptureQueriesContext(connection) as gesteld:
            client.get(pad)
        return len(gesteld)

    paden = [
        reverse("organisaties:contacten"),
        f"{reverse('organisaties:bel')}?plek={regio.urk.pk}&onderwerp={O.CRISIS}",
    ]
    eerst = [[vragen(pad) for pad in paden] for _ in range(2)][1]
    for gemeente in (regio.lelystad, regio.dronten, regio.urk, regio.almere):
        for onderwerp in O.values:
            _punt(gemeente, onderwerp, "x")
    assert [vragen(pad) for pad in paden] == eerst


def test_de_vraag_wie_je_belt_begint_leeg_en_zonder_verwijt(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("gi_medewerker"))
    leeg = client.get(reverse("organisaties:bel"))
    assert (leeg.status_code, "Kies een gemeente of partner" in leeg.content.decode()) == (200, True)
    assert client.get(reverse("organisaties:bel"), {"onderwerp": "crisis"}).status_code == 422
