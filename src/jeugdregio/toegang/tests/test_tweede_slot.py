"""A start or stop counts only for an assignment to its sender, also when the rules of level 4 would let it through."""

from datetime import date

import pytest
from tests.berichten import jw305_xml
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions, handlers_levering
from jeugdregio.toegang.models import Levering
from jeugdregio.toegang.tests.hulp import maak_klaar, ontvang_verzoek

START = date(2026, 9, 28)
DE_BRUG, HET_ANKER = b"42420001", b"65656055"


@pytest.fixture
def gestart(regio: Regiomensen, monkeypatch: pytest.MonkeyPatch) -> Levering:
    """Help of De Brug for Mirthe that runs; from here the rules find nothing any more."""
    with klok.op(date(2026, 9, 10)):
        verzoek = ontvang_verzoek()
        maak_klaar(regio, verzoek.kind, date(2026, 9, 10))
        (rij,) = actions.wijs_toe(regio.fatima, verzoek.pk, [verzoek.regels.get().pk], versie=verzoek.versie)
    with klok.op(date(2026, 9, 30)):
        actions.meld_start(regio.noor, rij.pk, START)
    monkeypatch.setattr(handlers_levering, "controleer", lambda *_args, **_kwargs: ())
    return Levering.objects.get()


def test_start_van_een_andere_aanbieder_raakt_de_toewijzing_niet(regio: Regiomensen, gestart: Levering) -> None:
    for status in ("1", "3"):
        xml = jw305_xml(1, START, status=status, identificatie=f"VREEMD{status}").replace(DE_BRUG, HET_ANKER)
        with klok.op(date(2026, 10, 2)):
            bericht = ontvang_en_verwerk(xml, kanaal="api")
        assert (bericht.staat, bericht.afzender) == (Bericht.Staat.VERWERKT, regio.het_anker)
    assert Levering.objects.get().verwijderd_op is None


def test_stop_van_een_andere_aanbieder_raakt_de_levering_niet(regio: Regiomensen, gestart: Levering) -> None:
    with klok.op(date(2026, 12, 1)):
        stop = actions.meld_stop(regio.noor, gestart.toewijzing_id, date(2026, 11, 30), "31")
        Levering.objects.update(einddatum=None, reden_beeindiging="", stopbericht=None)
        xml = bytes(stop.inhoud).replace(DE_BRUG, HET_ANKER)
        bericht = ontvang_en_verwerk(xml, kanaal="api")
    assert (bericht.staat, bericht.afzender) == (Bericht.Staat.VERWERKT, regio.het_anker)
    assert Levering.objects.get().einddatum is None
