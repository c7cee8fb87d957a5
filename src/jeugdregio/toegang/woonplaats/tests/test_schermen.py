"""The screens of residence and transfer: a whole road by hand, input kept, and who sees what."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.tests.hulp import ontvang_verzoek
from jeugdregio.toegang.toestemming.actions import Uitleg, Voor, leg_toestemming_vast
from jeugdregio.toegang.woonplaats import actions
from jeugdregio.toegang.woonplaats.models import Overdracht, Voortzetting
from jeugdregio.toegang.woonplaats.tests.hulp import NAGEKEKEN, draag_over, feit, maak_kind, toegang_van

Telt = Callable[[int], object]


def _client(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def test_van_nakijken_tot_overdragen_over_de_schermen(regio: Regiomensen) -> None:
    hulp = maak_kind(regio.lelystad, regio.de_brug)
    client, pad = _client(regio.gebruiker("fatima")), f"/kinderen/{hulp.kind_id}/woonplaats"
    with klok.op(NAGEKEKEN):
        assert "Nog niets nagekeken" in client.get(f"{pad}/stappen/").content.decode()
        fout = client.post(f"{pad}/gegeven/", {"soort": "woonadres", "gemeente": "0303", "van": "2030-01-01",
                                               "bron": "BRP, balie", "nagekeken_op": "2026-05-04"})  # fmt: skip
        assert fout.status_code == 422
        assert "BRP, balie" in fout.content.decode()
        client.post(f"{pad}/gegeven/", {"soort": "woonadres", "gemeente": "0303", "van": "2026-05-01", "bron": "BRP",
                                        "nagekeken_op": "2026-05-04"})  # fmt: skip
        tekst = client.get(f"{pad}/stappen/").content.decode()
        assert "woont sinds 1 mei 2026 in Dronten" in tekst
        client.post(f"{pad}/vaststellen/", {"op": "2026-05-04"})
        tekst = client.post(f"{pad}/overdragen/", {"grond": "wet", "grond_toelichting": "Overleg tussen gemeenten.",
                                                   "onderdelen": ["gezag"]}).content.decode()  # fmt: skip
        assert "Zonder toestemming mag dit niet mee" in tekst
        assert "Overleg tussen gemeenten." in tekst
        antwoord = client.post(f"{pad}/overdragen/", {"grond": "wet", "grond_toelichting": "Overleg"}, follow=True)
        assert "van Lelystad naar Dronten" in antwoord.content.decode()
        blok = client.get(f"/kinderen/{hulp.kind_id}/").content.decode()
    assert "antwoord uiterlijk 18 mei" in re.sub(r"\s+", " ", blok)
    assert Overdracht.objects.get().onderdelen == ["persoon", "hulp"]


def test_ontvanger_ziet_alleen_wat_meeging_en_sluit_aan_op_het_scherm(regio: Regiomensen) -> None:
    overdracht = draag_over(regio, maak_kind(regio.urk, regio.de_brug), regio.dronten, onderdelen=("gezag",))
    client, pad = _client(regio.gebruiker("bram")), f"/overdrachten/{overdracht.pk}"
    rij = Voortzetting.objects.get()
    with klok.op(date(2026, 5, 11)):
        tekst = client.get(f"{pad}/").content.decode()
        assert "Kim Brouwer (moeder), telefoon 0612345678" in tekst
        assert "8321AA" not in tekst
        client.post(f"{pad}/aannemen/", {"bron": "BRP", "versie": 1})
        kind = Kind.objects.get(gemeente=regio.dronten)
        vraag = open_hulpvraag(regio.bram, kind.pk, "eigen", date(2026, 5, 11))
        for drager in kind.gezagsdragers.all():
            leg_toestemming_vast(
                regio.bram, kind.pk, drager.pk, "ja", date(2026, 5, 11), voor=Voor(hulpvraag_id=vraag.pk),
                uitleg=Uitleg(tekst="Dezelfde hulp, in de nieuwe gemeente.", op=date(2026, 5, 11)),
            )  # fmt: skip
        begin = client.get(f"{pad}/hulp/{rij.pk}/aansluiten/")
        invoer = dict(begin.context["form"].initial)
        invoer |= {"ingangsdatum": "2026-05-12", "einddatum": "2026-12-31", "afgestemd": "Noor"}
        oud = client.post(f"{pad}/hulp/{rij.pk}/aansluiten/", {**invoer, "versie": 1})
        assert oud.status_code == 409
        assert 'value="Noor"' in oud.content.decode()
        antwoord = client.post(f"{pad}/hulp/{rij.pk}/aansluiten/", invoer, follow=True).content.decode()
    assert "Klaar. Dronten is verantwoordelijk." in antwoord
    assert Toewijzing.objects.get(gemeente=regio.urk).einddatum == date(2026, 5, 11)


def test_zonder_hulp_die_doorgaat_is_aannemen_genoeg(regio: Regiomensen) -> None:
    maak_kind(regio.urk, regio.de_brug)
    hulp = Toewijzing.objects.get()
    Toewijzing.objects.update(einddatum=hulp.ingangsdatum)
    overdracht = draag_over(regio, hulp, regio.dronten)
    client = _client(regio.gebruiker("bram"))
    with klok.op(date(2026, 5, 11)):
        antwoord = client.post(f"/overdrachten/{overdracht.pk}/aannemen/", {"bron": "BRP", "versie": 1}, follow=True)
    tekst = antwoord.content.decode()
    assert "Het dossier staat bij je kinderen." in tekst
    assert "Sluit nu de hulp aan" not in tekst


def test_een_verzoek_dat_wacht_wordt_afgewezen_met_de_andere_gemeente_al_ingevuld(regio: Regiomensen) -> None:
    with klok.op(date(2026, 9, 10)):
        verzoek = ontvang_verzoek()
        nieuw = actions.NieuwFeit(
            soort="woonadres", van=date(2026, 5, 1), gemeente_code="0303", bron="BRP", nagekeken_op=date(2026, 9, 10)
        )
        actions.leg_feit_vast(regio.fatima, verzoek.kind_id, nieuw)
        actions.stel_vast(regio.fatima, verzoek.kind_id, date(2026, 9, 10))
        client = _client(regio.gebruiker("fatima"))
        tekst = client.get(f"/kinderen/{verzoek.kind_id}/woonplaats/stappen/").content.decode()
        pad = f"/verzoeken/{verzoek.pk}/afwijzen/?reden=8&amp;andere_gemeente=0303"
        assert pad in tekst
        formulier = client.get(pad.replace("&amp;", "&")).context["form"]
    assert (formulier["reden"].value(), formulier["andere_gemeente"].value()) == ("8", "0303")


def test_geheim_adres_gaat_nooit_mee(regio: Regiomensen) -> None:
    hulp = maak_kind(regio.urk, regio.de_brug)
    Kind.objects.update(geheim_adres=True)
    hulp.kind.refresh_from_db()
    overdracht = draag_over(regio, hulp, regio.dronten)
    assert "adres" not in overdracht.onderdelen
    assert "8321AA" not in overdracht.inhoud


def test_gemeente_buiten_het_systeem_loopt_via_de_gever(regio: Regiomensen) -> None:
    """Diemen has nobody of access here: Urk records its answer and when it joins on."""
    overdracht = draag_over(regio, maak_kind(regio.urk, regio.de_brug), regio.diemen)
    assert overdracht.naar is None
    client, pad = _client(Gebruiker.objects.get(naam="Toegang Urk")), f"/overdrachten/{overdracht.pk}"
    rij = Voortzetting.objects.get()
    with klok.op(date(2026, 5, 20)):
        assert "Diemen werkt niet in dit systeem" in client.get(f"{pad}/").content.decode()
        client.post(f"{pad}/antwoord/", {"akkoord": "ja", "door": "Mw. Bakker", "op": "2026-05-20", "versie": 1})
        client.post(f"{pad}/hulp/{rij.pk}/afsluiten/", {"ingangsdatum": "2026-06-01", "afgestemd": "Noor en mw. Bakker",
                                                        "versie": 2})  # fmt: skip
    oud = Toewijzing.objects.get()
    assert (oud.einddatum, oud.reden_wijziging) == (date(2026, 5, 31), "07")
    overdracht.refresh_from_db()
    assert overdracht.staat == Overdracht.Staat.AANGESLOTEN


@pytest.mark.parametrize("aantal", [1, 12])
def test_lijst_vraagt_altijd_even_veel(regio: Regiomensen, django_assert_max_num_queries: Telt, aantal: int) -> None:
    wie = toegang_van(regio.urk)
    for nummer in range(aantal):
        hulp = maak_kind(regio.urk, regio.de_brug, nummer=nummer)
        with klok.op(NAGEKEKEN):
            actions.leg_feit_vast(wie, hulp.kind_id, feit("woonadres", date(2026, 5, 1), regio.dronten))
            actions.stel_vast(wie, hulp.kind_id, NAGEKEKEN)
            actions.bied_aan(wie, hulp.kind_id, grond="wet", grond_toelichting="Overleg")
    client = _client(regio.gebruiker("bram"))
    with klok.op(NAGEKEKEN):
        client.get("/overdrachten/")
        with django_assert_max_num_queries(14):  # type: ignore[attr-defined]
            tekst = client.get("/overdrachten/").content.decode()
    assert tekst.count("O-2026-") == aantal
