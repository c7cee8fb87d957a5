"""What was announced never changes: not by the models, not by SQL."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from tests.mensen import Regiomensen
from tests.wereld import maak_wereld

from jeugdregio.basis.fouten import Conflict
from jeugdregio.basis.klok import nu
from jeugdregio.toegang.beschikkingen.models import Beschikking, Besluitbrief, Regel, Soort, Staat, Verzending
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.zorglandschap.models import Product

pytestmark = pytest.mark.django_db
DAG = date(2026, 5, 7)


@pytest.fixture
def verzonden(regio: Regiomensen) -> Beschikking:
    """A decision for Mirthe that was sent, with a line and its letter; through the tables."""
    kind = maak_wereld(regio).kind
    vraag = Hulpvraag.objects.create(kenmerk="H-1", kind=kind, gemeente=regio.lelystad, weg="eigen", ontvangen_op=DAG)
    fatima = regio.gebruiker("fatima")
    besluit = Beschikking.objects.create(
        kenmerk="B-1", kind=kind, hulpvraag=vraag, gemeente=regio.lelystad, soort=Soort.NATURA, opgesteld_door=fatima,
        motivering="Omdat het thuis niet lukt.",
    )  # fmt: skip
    Regel.objects.create(
        beschikking=besluit, product=Product.objects.get(code="45A04"), volume=4, eenheid="04", frequentie="4",
        ingangsdatum=DAG, einddatum=date(2027, 5, 6),
    )  # fmt: skip
    besluit.staat, besluit.besloten_op, besluit.ondertekend_door, besluit.ondertekend_op = (
        Staat.VERZONDEN, DAG, fatima, nu(),
    )  # fmt: skip
    besluit.namens, besluit.vingerafdruk, besluit.verzonden_op = "het college", "f" * 64, DAG
    besluit.bezwaar_tot = date(2026, 6, 18)
    besluit.save()
    Besluitbrief.objects.create(beschikking=besluit, pdf=b"%PDF", sha256="0" * 64)
    Verzending.objects.create(beschikking=besluit, naam="Mirthe", wijze="post", op=DAG, door=fatima)
    return besluit


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE beschikkingen_beschikking SET motivering = 'anders'",
        "UPDATE beschikkingen_beschikking SET staat = 'concept', verzonden_op = NULL",
        "DELETE FROM beschikkingen_beschikking",
        "UPDATE beschikkingen_regel SET volume = 99",
        "DELETE FROM beschikkingen_regel",
        "UPDATE beschikkingen_besluitbrief SET sha256 = 'x'",
        "DELETE FROM beschikkingen_besluitbrief",
        "UPDATE beschikkingen_verzending SET naam = 'x'",
        "INSERT INTO beschikkingen_regel SELECT"
        " CAST('00000000000000000000000000000001' AS uuid), 2, toegekend, vorm, volume,"
        " eenheid, frequentie, ingangsdatum, einddatum, tarief_centen, pgb_centen, reden, beschikking_id, over_id,"
        " product_id FROM beschikkingen_regel",
    ],
)
def test_sql_kan_een_verzonden_besluit_niet_veranderen(verzonden: Beschikking, opdracht: str) -> None:
    with pytest.raises(DatabaseError, match="verandert niet meer"), transaction.atomic():
        connection.cursor().execute(opdracht)
    assert Beschikking.objects.get().motivering == "Omdat het thuis niet lukt."


def test_ook_het_model_bewaart_geen_verzonden_besluit(verzonden: Beschikking) -> None:
    verzonden.motivering = "anders"
    with pytest.raises(Conflict, match="nieuw besluit"):
        verzonden.save()


def test_een_getekend_besluit_zonder_uitleg_bestaat_niet(regio: Regiomensen, verzonden: Beschikking) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Beschikking.objects.create(
            kenmerk="B-2", kind=verzonden.kind, hulpvraag=verzonden.hulpvraag, gemeente=regio.lelystad,
            soort=Soort.WEIGERING, staat=Staat.GETEKEND, opgesteld_door=regio.gebruiker("fatima"),
            ondertekend_door=regio.gebruiker("fatima"), besloten_op=DAG, namens="x", vingerafdruk="x",
        )  # fmt: skip
