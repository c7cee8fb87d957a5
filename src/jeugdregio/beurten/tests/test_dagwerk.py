"""The work of the day is done by the worker: once, by one of two, and one fault stops nothing."""

from datetime import date, timedelta
from threading import Thread

import pytest
from django.core.management import call_command
from django.db import connection

from jeugdregio.basis import klok
from jeugdregio.beurten import dagwerk
from jeugdregio.beurten.models import Dagronde

OP = date(2026, 10, 5)


@pytest.fixture
def gedaan(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """Only one piece of work, which writes down that it was done."""
    dagen: list[date] = []

    def doe(op: date) -> int:
        dagen.append(op)
        return 3

    monkeypatch.setattr(dagwerk, "_dagwerk", {"proef": doe})
    return dagen


@pytest.mark.django_db
def test_de_verwerker_doet_het_werk_van_de_dag_een_keer(gedaan: list[date], capsys: pytest.CaptureFixture[str]) -> None:
    for dag in (OP, OP, OP + timedelta(days=1)):
        with klok.op(dag):
            call_command("postbus", "werk")
    assert gedaan == [OP, OP + timedelta(days=1)]
    assert capsys.readouterr().out.count("proef: 3.") == 2


@pytest.mark.django_db
def test_alle_kamers_hebben_hun_werk_in_de_ronde() -> None:
    with klok.op(OP):
        call_command("postbus", "werk")
    namen = set(Dagronde.objects.filter(aantal__isnull=False).values_list("naam", flat=True))
    assert namen == {naam for naam, _ in dagwerk.dagwerk()}
    assert {"Voorstellen waarvan de dag er is", "Hulp waarvan de stop mist"} <= namen


@pytest.mark.django_db
def test_wat_mislukt_houdt_de_rest_niet_op_en_wordt_later_opnieuw_gedaan(
    gedaan: list[date], monkeypatch: pytest.MonkeyPatch
) -> None:
    stuk = [True]

    def faalt(_op: date) -> int:
        if stuk:
            raise ValueError("geheim")
        return 1

    monkeypatch.setitem(dagwerk._dagwerk, "a gaat fout", faalt)
    with klok.op(OP):
        assert dagwerk.doe_dagwerk() == [("proef", 3)]
        assert Dagronde.objects.get(naam="a gaat fout").fout == "ValueError"
        stuk.clear()
        assert dagwerk.doe_dagwerk() == []
        Dagronde.objects.update(geprobeerd_op=klok.nu() - dagwerk.OPNIEUW_NA)
        assert dagwerk.doe_dagwerk() == [("a gaat fout", 1)]
    assert gedaan == [OP]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="alleen op PostgreSQL schrijven er twee tegelijk")
def test_van_twee_verwerkers_doet_er_een_het_werk(gedaan: list[date]) -> None:
    def werk() -> None:
        try:
            dagwerk.doe_dagwerk()
        finally:
            connection.close()

    with klok.overal_op(OP):
        draden = [Thread(target=werk) for _ in range(2)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join(30)
    assert gedaan == [OP]
