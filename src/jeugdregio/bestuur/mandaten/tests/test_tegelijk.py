"""Two lawyers at the same moment: together they close no circle. On SQLite there is one writer anyway."""

from collections.abc import Iterator
from contextlib import suppress
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any

import pytest
from django.db import connection
from tests.mensen import maak_mens, maak_regio

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.bestuur.mandaten import actions, verlenen
from jeugdregio.bestuur.mandaten.models import Mandaat
from jeugdregio.bestuur.mandaten.tests.keten import DAG, gegevens
from jeugdregio.organisaties.models import Rol

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="alleen op PostgreSQL schrijven er twee tegelijk"),
]


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.overal_op(DAG):
        yield


def test_twee_ondermandaten_tegelijk_maken_geen_kring(monkeypatch: pytest.MonkeyPatch) -> None:
    regio = maak_regio()
    jurist = {o.naam: maak_mens(f"Jurist {o}", o, Rol.JURIST) for o in (regio.urk, regio.dronten, regio.almere)}
    for ontvanger in (regio.dronten, regio.almere):
        boven = verlenen.verleen(jurist["Urk"], gegevens(regio.urk, ontvanger, ondermandaat_vanaf=DAG))
        actions.aanvaard(jurist[ontvanger.naam], boven.pk, op=DAG)
    hek = Barrier(2)
    echt = verlenen._toets_kring

    def kijk(*args: Any) -> None:
        echt(*args)
        # Let both stand after their look, if both can get there.
        with suppress(BrokenBarrierError):
            hek.wait(timeout=1)

    monkeypatch.setattr(verlenen, "_toets_kring", kijk)
    uit: list[str] = []

    def werk(gever: Any, ontvanger: Any) -> None:
        try:
            verlenen.verleen(jurist[gever.naam], gegevens(gever, ontvanger, gemeenten=[regio.urk], besluit="Onder"))
            uit.append("verleend")
        except Geweigerd as fout:
            uit.append(str(fout))
        finally:
            connection.close()

    paren = [(regio.dronten, regio.almere), (regio.almere, regio.dronten)]
    draden = [Thread(target=werk, args=paar) for paar in paren]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(30)
    assert sorted("kring" in tekst for tekst in uit) == [False, True]
    assert Mandaat.objects.filter(besluit="Onder").count() == 1
