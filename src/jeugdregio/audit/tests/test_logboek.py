"""The log can only grow: not by the ORM, not by SQL, and on PostgreSQL not by the role of the application."""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.mensen import Regiomensen

from jeugdregio.audit.actions import leg_inzage_vast, leg_vast
from jeugdregio.audit.models import Onveranderlijk, Regel


@pytest.fixture
def regel(regio: Regiomensen) -> Regel:
    """A line of Fatima."""
    leg_vast(regio.fatima, "verzoek.toegewezen", soort="verzoek", onderwerp_id="1")
    return Regel.objects.get()


def test_een_regel_zegt_wie_voor_wie_in_welke_rol(regel: Regel) -> None:
    assert (regel.gebruiker, regel.organisatie, regel.rol) == ("Fatima", "Lelystad", "Toegangsmedewerker")


def test_de_orm_verandert_en_verwijdert_niets(regel: Regel) -> None:
    with pytest.raises(Onveranderlijk):
        regel.delete()
    with pytest.raises(Onveranderlijk):
        regel.save()
    with pytest.raises(Onveranderlijk):
        Regel.objects.all().delete()
    with pytest.raises(Onveranderlijk):
        Regel.objects.update(gebruiker="niemand")
    with pytest.raises(Onveranderlijk):
        Regel.objects.bulk_update([regel], ["gebruiker"])
    assert Regel.objects.count() == 1


@pytest.mark.parametrize("opdracht", ["DELETE FROM audit_regel", "UPDATE audit_regel SET gebruiker = 'niemand'"])
def test_ook_met_sql_verandert_er_niets(regel: Regel, opdracht: str) -> None:
    with pytest.raises(DatabaseError, match="verandert nooit"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)
    assert Regel.objects.get().gebruiker == "Fatima"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="alleen op PostgreSQL: SQLite kent geen rollen")
def test_de_rol_van_de_toepassing_kan_het_logboek_niet_legen(regel: Regel) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE jeugdregio_proef")
        cursor.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO jeugdregio_proef")
        cursor.execute("SET ROLE jeugdregio_proef")
        for opdracht in (
            "TRUNCATE audit_regel",
            "DELETE FROM audit_regel",
            "DROP TRIGGER audit_regel_blijft ON audit_regel",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(opdracht)
        cursor.execute("RESET ROLE")
    assert Regel.objects.count() == 1


def test_inzage_van_meer_kinderen_is_een_query(regio: Regiomensen, django_assert_num_queries) -> None:
    from uuid import uuid4

    with django_assert_num_queries(1):
        leg_inzage_vast(regio.fatima, [uuid4() for _ in range(5)], scherm="lijst")
    assert Regel.objects.filter(inzage=True, handeling="inzage.lijst").count() == 5
