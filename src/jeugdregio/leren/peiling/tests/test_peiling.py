"""The pulse: one answer a person that nobody can trace, hidden below the minimum, and only the trend."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.db.utils import IntegrityError
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.audit.models import Regel as Logregel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.leren.peiling import actions, queries
from jeugdregio.leren.peiling.models import Merk, Peilregel, Ronde, Telling
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie

DAG = date(2026, 9, 1)
TOT = date(2026, 9, 14)


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(DAG):
        yield


@pytest.fixture
def ronde(regio: Regiomensen) -> Ronde:
    Peilregel.objects.create(van=date(2026, 1, 1), minimum=5, doel=6, einddoel=10, bron="Proef")
    return begin(regio)


def begin(regio: Regiomensen, tot: date = TOT) -> Ronde:
    return actions.begin(regio.secretaris, tafel="bestuurlijk", vraag="Welk cijfer?", tot=tot)


@pytest.fixture
def tafel(regio: Regiomensen) -> list[Wie]:
    gemeenten = (regio.dronten, regio.almere, regio.urk)
    return [regio.wethouder_lelystad, regio.secretaris] + [
        maak_mens(f"Wethouder {g}", g, Rol.WETHOUDER) for g in gemeenten
    ]


def sluit(regio: Regiomensen, ronde: Ronde) -> Ronde:
    with klok.op(ronde.tot + timedelta(days=1)):
        return actions.sluit(regio.secretaris, ronde.pk)


def rijen() -> dict[str, list[tuple[object, ...]]]:
    """Everything the tables of this room hold, row by row."""
    with connection.cursor() as cursor:
        uit = {}
        for model in apps.get_app_config("peiling").get_models():
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")  # noqa: S608  our own table names
            uit[model.__name__] = sorted(map(tuple, cursor.fetchall()), key=str)
        return uit


def test_het_gemiddelde_op_een_half_punt_en_eerst_naar_een_zes(
    regio: Regiomensen, ronde: Ronde, tafel: list[Wie]
) -> None:
    for wie, score in zip(tafel, (3, 4, 5, 4, 5), strict=True):
        actions.antwoord(wie, ronde.pk, score=score)
    assert queries.trend(regio.secretaris)[2].punten == []
    sluit(regio, ronde)
    volgende = begin(regio, TOT + timedelta(days=90))
    for wie in tafel:
        actions.antwoord(wie, volgende.pk, score=6)
    sluit(regio, volgende)
    beeld = queries.trend(regio.wethouder_lelystad)[0]
    assert [(p.cijfer, p.verschil) for p in beeld.punten] == [("6", "gestegen"), ("4", "")]
    assert beeld.doel == "De 6 is er. Nu op weg naar een 10."


def test_onder_het_minimum_blijft_er_niets(regio: Regiomensen, ronde: Ronde, tafel: list[Wie]) -> None:
    for wie in tafel[:4]:
        actions.antwoord(wie, ronde.pk, score=9)
    assert sluit(regio, ronde).uitkomst is None
    assert [p.cijfer for p in queries.trend(regio.secretaris)[2].punten] == ["te weinig antwoorden"]
    assert not Telling.objects.exists()


def test_wie_als_enige_een_ander_cijfer_gaf_laat_geen_ander_spoor_na(
    regio: Regiomensen, ronde: Ronde, tafel: list[Wie]
) -> None:
    """Order and person make no difference: the same scores by others, the other way round, leave the same counts."""
    for wie, score in zip(tafel, (2, 8, 8, 8, 8), strict=True):
        actions.antwoord(wie, ronde.pk, score=score)
    een = rijen()["Telling"]
    Merk.objects.all().delete()
    Telling.objects.update(aantal=0)
    for wie, score in zip(reversed(tafel), (8, 2, 8, 8, 8), strict=True):
        actions.antwoord(wie, ronde.pk, score=score)
    assert rijen()["Telling"] == een


def test_geen_tabel_kent_persoon_tijd_of_volgorde_naast_een_antwoord(regio: Regiomensen, ronde: Ronde) -> None:
    kolommen = {m.__name__: {f.name for f in m._meta.fields} for m in (Telling, Merk)}
    assert kolommen == {"Telling": {"id", "ronde", "score", "aantal"}, "Merk": {"merk", "ronde"}}
    vooraf, log = set(Telling.objects.values_list("pk", flat=True)), Logregel.objects.count()
    beurten = list(Beurt.objects.values_list("pk", "staat", "gesloten_op"))
    actions.antwoord(regio.wethouder_lelystad, ronde.pk, score=3)
    assert set(Telling.objects.values_list("pk", flat=True)) == vooraf  # no row comes, so none has a place in a row
    assert Logregel.objects.count() == log
    assert list(Beurt.objects.values_list("pk", "staat", "gesloten_op")) == beurten
    gebruiker = regio.gebruiker("wethouder_lelystad")
    alles = str(rijen())
    assert gebruiker.pk.hex not in alles
    assert str(gebruiker.pk) not in alles
    assert "Willem" not in alles


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="alleen op PostgreSQL: daar draagt elke rij haar transactie"
)
@pytest.mark.django_db(transaction=True)
def test_de_rij_van_het_laatste_cijfer_valt_niet_op() -> None:
    """On PostgreSQL each row carries the transaction that wrote it: all counts carry the same one."""
    from tests.mensen import maak_regio

    regio = maak_regio()
    Peilregel.objects.create(van=date(2026, 1, 1), minimum=5, doel=6, einddoel=10, bron="Proef")
    ronde = begin(regio)
    actions.antwoord(regio.wethouder_lelystad, ronde.pk, score=3)
    actions.antwoord(regio.secretaris, ronde.pk, score=7)
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT xmin::text FROM peiling_telling")
        assert len(cursor.fetchall()) == 1


def test_na_sluiten_is_alleen_de_uitkomst_er_nog(regio: Regiomensen, ronde: Ronde, tafel: list[Wie]) -> None:
    for wie in tafel:
        actions.antwoord(wie, ronde.pk, score=10)
    sluit(regio, ronde)
    inhoud = rijen()
    assert (inhoud["Telling"], inhoud["Merk"]) == ([], [])
    ronde.refresh_from_db()
    assert (ronde.zout, ronde.uitkomst) == ("", 18)
    # Everybody gave a 10; the trend does not tell that.
    assert queries.trend(regio.secretaris)[2].punten[0].cijfer == "9 of hoger"


def test_een_antwoord_per_persoon_per_ronde(regio: Regiomensen, ronde: Ronde) -> None:
    actions.antwoord(regio.wethouder_lelystad, ronde.pk, score=3)
    with pytest.raises(Conflict, match="al geantwoord"):
        actions.antwoord(regio.wethouder_lelystad, ronde.pk, score=9)
    assert sum(Telling.objects.values_list("aantal", flat=True)) == 1
    assert actions.heeft_geantwoord(regio.wethouder_lelystad, ronde)
    assert not actions.heeft_geantwoord(regio.secretaris, ronde)


def test_niet_voor_de_laatste_dag_en_niet_daarna(regio: Regiomensen, ronde: Ronde) -> None:
    with pytest.raises(Conflict, match="tot en met"):
        actions.sluit(regio.secretaris, ronde.pk)
    with klok.op(TOT + timedelta(days=1)), pytest.raises(Conflict, match="voorbij"):
        actions.antwoord(regio.wethouder_lelystad, ronde.pk, score=5)
    with pytest.raises(NietGevonden):
        actions.antwoord(regio.beleid_lelystad, ronde.pk, score=5)
    with pytest.raises(GeenRecht):
        actions.sluit(regio.wethouder_lelystad, ronde.pk)
    with pytest.raises(Conflict, match="loopt al"):
        begin(regio)
    with pytest.raises(Geweigerd):
        actions.antwoord(regio.wethouder_lelystad, ronde.pk, score=11)


def test_het_minimum_kan_niet_onder_de_vijf(regio: Regiomensen) -> None:
    with pytest.raises(IntegrityError):
        Peilregel.objects.create(van=DAG, minimum=4, doel=6, einddoel=10, bron="Te laag")


def test_op_het_scherm(regio: Regiomensen, ronde: Ronde, client: Client) -> None:
    client.force_login(regio.gebruiker("wethouder_lelystad"))
    pad = reverse("peiling:antwoord", args=[ronde.pk])
    assert client.post(pad, {"score": "zes"}).status_code == 422
    assert client.post(pad, {"score": "4"}).status_code == 302
    assert client.post(pad, {"score": "4"}).status_code == 409
    assert "je hebt geantwoord" in client.get(reverse("peiling:lijst")).content.decode()
