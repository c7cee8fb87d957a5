"""What a guest, a member and a neighbour may never see: another case, through whatever address."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.organisaties.actions import geef_rol
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.opschaling import casussen, gasten, trajecten
from jeugdregio.toegang.opschaling.models import Casusvraag, Opschaling
from jeugdregio.toegang.opschaling.tests.conftest import VRAAG, Zaakwereld, stem_in_met_delen

DAG = date(2026, 9, 24)


def _tweede(wereld: Zaakwereld) -> Casusvraag:
    """Return another case before the same team, about another question."""
    vraag = open_hulpvraag(wereld.sanne, wereld.kind.pk, "eigen", DAG)
    zaak = trajecten.open_opschaling(wereld.sanne, vraag.pk, vraag="School lukt niet.", geprobeerd="Alles.")
    return casussen.dien_in(wereld.sanne, zaak.pk, versie=zaak.versie, vraag=VRAAG)


def test_een_gast_en_een_lid_vinden_de_andere_casus_niet(wereld: Zaakwereld, client: Client) -> None:
    regio = wereld.regio
    with klok.op(DAG):
        eigen, ander = wereld.vraag_team(wereld.open()), _tweede(wereld)
        wereld.op_agenda(eigen, wereld.zitting(DAG))
        stem_in_met_delen(wereld.kind, "Ada")
        nieuw = gasten.NieuweGast(
            naam="Ada", email="ada@elders.example", wachtwoord="een heel lang geheim", deskundigheid="arts",
            waarom="Kennis ontbreekt.", grond="toestemming", delen=["vraag"], tot=date(2026, 12, 1),
        )  # fmt: skip
        gast = gasten.nodig_uit(wereld.sanne, eigen.pk, nieuw).gebruiker
        for mens in (gast, regio.gebruiker("expertlid")):
            client.force_login(mens)
            assert client.get(reverse("opschaling:casus", args=[eigen.pk])).status_code == 200
            assert client.get(reverse("opschaling:casus", args=[ander.pk])).status_code == 404
            assert client.get(reverse("toegang:kind", args=[wereld.kind.pk])).status_code == 403
            start = client.get("/").content.decode()
            assert start.count("jongen, 16 jaar") == 1, "alleen de eigen beurt"
        client.force_login(gast)
        assert client.post(reverse("opschaling:inbreng", args=[ander.pk]), {"inbreng-tekst": "x"}).status_code == 404
        client.force_login(regio.gebruiker("fatima"))
        assert client.get(reverse("opschaling:casus", args=[eigen.pk])).status_code == 404


def test_een_gast_krijgt_geen_andere_rol(regio: Regiomensen) -> None:
    beheer = maak_mens("Fleur", regio.regiokantoor, Rol.BEHEER)
    with pytest.raises(Geweigerd, match="te gast"):
        geef_rol(beheer, regio.gebruiker("gast").pk, Rol.DIRECTEUR)
    assert regio.gebruiker("gast").aanstellingen.count() == 1


def test_wie_het_kind_is_komt_niet_in_een_tekst(wereld: Zaakwereld) -> None:
    with klok.op(DAG):
        for tekst in ("Yassin wil thuis blijven.", "De heer AZIZ belde.", "Geboren op 4 maart 2010.", "BSN 999990408"):
            with pytest.raises(Geweigerd) as fout:
                trajecten.open_opschaling(wereld.sanne, wereld.hulpvraag.pk, vraag=tekst, geprobeerd="Alles.")
            assert set(fout.value.velden) == {"vraag"}
            assert "Yassin" not in str(fout.value)
        assert not Opschaling.objects.exists()


def test_twee_mensen_tegelijk_verliezen_niets(wereld: Zaakwereld, client: Client) -> None:
    with klok.op(DAG):
        zaak = wereld.open()
        verder = trajecten.Verder(niveau="doorbraak", reden="Vast.", geprobeerd="Alles.")
        trajecten.ga_naar(wereld.sanne, zaak.pk, versie=1, verder=verder)
        with pytest.raises(Conflict):
            trajecten.ga_naar(wereld.sanne, zaak.pk, versie=1, verder=verder)
        with pytest.raises(Conflict):
            wereld.open()
        assert wereld.sanne.gebruiker is not None
        client.force_login(wereld.sanne.gebruiker)
        velden = {"versie": 1, "niveau": "lokaal", "reden": "Toch hier.", "geprobeerd": "x", "leernotitie": "Bel."}
        antwoord = client.post(
            reverse("opschaling:verder", args=[zaak.pk]), {f"verder-{naam}": waarde for naam, waarde in velden.items()}
        )
    assert antwoord.status_code == 409
    assert "Toch hier." in antwoord.content.decode(), "de invoer staat er nog"
    assert zaak.stappen.count() == 2


def test_de_lijst_vraagt_niet_meer_bij_meer_zaken_en_legt_inzage_vast(
    wereld: Zaakwereld, client: Client, django_assert_max_num_queries: object
) -> None:
    with klok.op(DAG):
        wereld.open()
        for _ in range(3):
            _tweede_zaak(wereld)
        assert wereld.sanne.gebruiker is not None
        client.force_login(wereld.sanne.gebruiker)
        with django_assert_max_num_queries(14):  # type: ignore[operator]
            bladzij = client.get("/opschaling/").content.decode()
    assert bladzij.count("Jongen, 16 jaar") == 4
    assert "Yassin" not in bladzij
    assert Regel.objects.filter(handeling="inzage.opschalingen", kind_id=wereld.kind.pk).exists()


def _tweede_zaak(wereld: Zaakwereld) -> None:
    vraag = open_hulpvraag(wereld.sanne, wereld.kind.pk, "eigen", DAG)
    trajecten.open_opschaling(wereld.sanne, vraag.pk, vraag="School lukt niet.", geprobeerd="Alles.")
