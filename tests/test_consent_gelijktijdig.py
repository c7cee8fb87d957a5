"""Two people at the same moment in a round: one outcome, and the loser is told. SQLite has one writer anyway."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from jeugdregio.basis.fouten import Conflict
from jeugdregio.bestuur.consent import rondes
from jeugdregio.bestuur.consent.models import Ronde, Standpunt, Voorstel
from jeugdregio.bestuur.consent.tests import tafel as t
from tests.mensen import maak_regio

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="alleen op PostgreSQL schrijven er twee tegelijk"),
]


def _tegelijk(*daden: Callable[[], object]) -> list[str]:
    """Do acts at the same moment; return what each was told ("" when it succeeded)."""
    hek = Barrier(len(daden))
    uit: list[str] = []

    def werk(daad: Callable[[], object]) -> None:
        hek.wait(timeout=10)
        try:
            daad()
            uit.append("")
        except Conflict as fout:
            uit.append(str(fout))
        finally:
            connection.close()

    draden = [Thread(target=werk, args=[daad]) for daad in daden]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    assert not any(draad.is_alive() for draad in draden)
    return sorted(uit)


def _ronde() -> tuple[t.Tafel, Voorstel]:
    tafel = t.maak_tafel(maak_regio())
    from jeugdregio.bestuur import cijfers
    from jeugdregio.bestuur.cijfers import Cijfer

    cijfers.registreer("test:kinderen", "Kinderen met hulp", lambda datum, _gemeente: Cijfer("5", datum, "test"))
    return tafel, t.tot_ronde(tafel)


def test_de_laatste_twee_wethouders_tegelijk_openen_de_ronde_een_keer() -> None:
    tafel, voorstel = _ronde()
    t.allen_consent(tafel, voorstel, ("urk", "dronten"))
    gezegd = _tegelijk(
        lambda: t.consent(tafel.wethouders["urk"], voorstel), lambda: t.consent(tafel.wethouders["dronten"], voorstel)
    )
    voorstel.refresh_from_db()
    assert (gezegd, voorstel.staat) == (["", ""], "consent")
    assert voorstel.overgangen.filter(naar="consent").count() == 1


def test_een_wethouder_in_twee_vensters_spreekt_een_keer() -> None:
    tafel, voorstel = _ronde()
    urk = tafel.wethouders["urk"]
    gezegd = _tegelijk(lambda: t.consent(urk, voorstel), lambda: t.bezwaar(urk, voorstel))
    assert gezegd[0] == ""
    assert "al gesproken" in gezegd[1]
    assert Standpunt.objects.filter(gemeente=tafel.regio.urk).count() == 1


def test_twee_voorzitters_breken_de_ronde_een_keer_af() -> None:
    tafel, voorstel = _ronde()

    def breek_af() -> object:
        return rondes.breek_ronde_af(tafel.regio.voorzitter, voorstel.pk, reden="De tekst moet anders")

    gezegd = _tegelijk(breek_af, breek_af)
    assert gezegd[0] == ""
    assert "fase" in gezegd[1]
    assert Ronde.objects.get(voorstel=voorstel).uitkomst == "afgebroken"


def test_afbreken_terwijl_de_laatste_spreekt_geeft_een_van_beide() -> None:
    tafel, voorstel = _ronde()
    t.allen_consent(tafel, voorstel, ("urk",))
    gezegd = _tegelijk(
        lambda: t.consent(tafel.wethouders["urk"], voorstel),
        lambda: rondes.breek_ronde_af(tafel.regio.voorzitter, voorstel.pk, reden="De tekst moet anders"),
    )
    voorstel.refresh_from_db()
    assert gezegd[0] == ""
    assert gezegd[1]
    assert voorstel.staat in {"consent", "bijstelling"}
