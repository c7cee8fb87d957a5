"""A contact point that is missing, vacant or stale is a turn for who keeps it, until it is right."""

from datetime import date, timedelta

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.beurten.contacten import open_contactbeurten, sleutel_ontbreekt, sleutel_vacant, sleutel_verouderd
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.bellen import NODIG
from jeugdregio.organisaties.contactpunten import bevestig_contactpunt, bewaar_contactpunt
from jeugdregio.organisaties.models import Contactpunt, Organisatie, Rol, Soort

DAG = date(2026, 3, 2)


@pytest.fixture
def punt(regio: Regiomensen) -> Contactpunt:
    Contactpunt.objects.update(gecontroleerd_op=DAG)
    return Contactpunt.objects.get(organisatie=regio.lelystad)


def _beurt(sleutel: str) -> Beurt:
    return Beurt.objects.get(sleutel=sleutel)


def test_een_ontbrekend_nummer_is_een_beurt_van_de_functioneel_beheerder(regio: Regiomensen, punt: Contactpunt) -> None:
    aantal = open_contactbeurten(DAG)
    assert aantal == 6 * (len(NODIG) - 1)
    assert open_contactbeurten(DAG) == aantal == Beurt.objects.filter(staat="open").count()
    beurt = _beurt(sleutel_ontbreekt(regio.lelystad, "veilig_thuis"))
    assert (beurt.organisatie, beurt.rol) == (regio.lelystad, Rol.BEHEER)
    assert (beurt.uiterlijk, beurt.grondslag) == (date(2026, 3, 3), "Wmo 2015 4.1.1 lid 4")
    with klok.op(DAG):
        bewaar_contactpunt(
            regio.beheer_lelystad, onderwerp="veilig_thuis", velden={"naam": "Accounthouder", "telefoon": "0320"}
        )
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN
    assert open_contactbeurten(DAG) == aantal - 1


def test_wat_nooit_meer_is_nagekeken_wordt_na_een_half_jaar_een_beurt(regio: Regiomensen, punt: Contactpunt) -> None:
    open_contactbeurten(DAG + timedelta(days=183))
    assert not Beurt.objects.filter(sleutel=sleutel_verouderd(punt)).exists()
    later = DAG + timedelta(days=184)
    open_contactbeurten(later)
    beurt = _beurt(sleutel_verouderd(punt))
    assert beurt.pad == f"/organisaties/contacten/{punt.pk}/"
    with klok.op(later):
        bevestig_contactpunt(regio.beheer_lelystad, punt.pk)
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN
    # The next time it runs out is a new turn.
    open_contactbeurten(later + timedelta(days=184))
    punt.refresh_from_db()
    assert _beurt(sleutel_verouderd(punt)).pk != beurt.pk


def test_een_vacature_is_na_een_werkdag_te_laat(regio: Regiomensen, punt: Contactpunt) -> None:
    # Vacant since Sunday 1 March 2026: to be mended by Monday.
    with klok.op(DAG):
        vacant = bewaar_contactpunt(
            regio.beheer_lelystad, onderwerp="veilig_thuis",
            velden={"naam": "Accounthouder", "vacant_sinds": date(2026, 3, 1), "vervanger": "Thea"},
        )  # fmt: skip
    beurt = _beurt(sleutel_vacant(vacant))
    assert (beurt.staat, beurt.uiterlijk) == (Beurt.Staat.OPEN, DAG)
    with klok.op(DAG):
        bevestig_contactpunt(regio.beheer_lelystad, vacant.pk)
        beurt.refresh_from_db()
        assert beurt.staat == Beurt.Staat.OPEN
        bewaar_contactpunt(
            regio.beheer_lelystad, onderwerp="veilig_thuis",
            velden={"naam": "Nieuwe accounthouder", "telefoon": "0320", "vacant_sinds": None},
        )  # fmt: skip
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN


def test_zonder_beheerder_is_het_de_beurt_van_wie_er_werkt(regio: Regiomensen, punt: Contactpunt) -> None:
    raad = Organisatie.objects.create(naam="Raad voor de Kinderbescherming", soort=Soort.RVDK)
    oud = DAG - timedelta(days=300)
    namen = {}
    for organisatie in (regio.de_brug, regio.veilig_thuis, raad):
        namen[organisatie.naam] = Contactpunt.objects.create(
            organisatie=organisatie, onderwerp="toewijzing", naam="x", telefoon="1", gecontroleerd_op=oud
        )
    open_contactbeurten(DAG)
    gekregen = {
        naam: (b.organisatie.naam, b.rol)
        for naam, p in namen.items()
        if (b := Beurt.objects.filter(sleutel=sleutel_verouderd(p)).select_related("organisatie").first())
    }
    assert gekregen == {
        "De Brug": ("De Brug", Rol.AANBIEDER),
        "Veilig Thuis": ("Veilig Thuis", Rol.VEILIG_THUIS),
        "Raad voor de Kinderbescherming": ("Regiokantoor", Rol.SECRETARIS),
    }
