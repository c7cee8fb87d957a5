"""Start and stop of help, reported by message and on the screens of a provider without software."""

from datetime import date

import pytest
from tests.berichten import jw305_xml
from tests.mensen import Regiomensen

from ijw import lees
from ijw.berichten import jw306
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.queries import antwoord_van
from jeugdregio.toegang import actions, queries
from jeugdregio.toegang.models import Levering, Toewijzing
from jeugdregio.toegang.tests.hulp import maak_klaar, ontvang_verzoek

START = date(2026, 9, 28)


@pytest.fixture
def toewijzing(regio: Regiomensen) -> Toewijzing:
    with klok.op(date(2026, 9, 10)):
        verzoek = ontvang_verzoek()
        maak_klaar(regio, verzoek.kind, date(2026, 9, 10))
        (toegewezen,) = actions.wijs_toe(regio.fatima, verzoek.pk, [verzoek.regels.get().pk], versie=verzoek.versie)
    return toegewezen


def retourcodes(bericht: Bericht) -> tuple[str, ...]:
    antwoord = antwoord_van(bericht)
    assert antwoord is not None
    gelezen = lees(bytes(antwoord.inhoud))
    assert gelezen.geldig
    assert isinstance(gelezen.bericht, jw306.Bericht)
    if gelezen.bericht.client is None:
        return gelezen.bericht.header.retour_codes
    return gelezen.bericht.client.start_producten[0].retour_codes


def test_startbericht_wordt_een_levering_en_sluit_de_beurt(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    with klok.op(date(2026, 9, 30)):
        bericht = ontvang_en_verwerk(jw305_xml(1, START), kanaal="api")
    assert bericht.staat == Bericht.Staat.VERWERKT
    assert retourcodes(bericht) == ()
    assert Levering.objects.get().begindatum == START
    assert Beurt.objects.get(soort="start_melden").staat == Beurt.Staat.GEDAAN


def test_start_op_een_onbekende_toewijzing_krijgt_9019(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    with klok.op(date(2026, 9, 30)):
        bericht = ontvang_en_verwerk(jw305_xml(77, START), kanaal="api")
    assert retourcodes(bericht) == ("9019",)
    assert not Levering.objects.exists()


def test_dubbele_start_krijgt_9074_en_9326(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    with klok.op(date(2026, 9, 30)):
        ontvang_en_verwerk(jw305_xml(1, START), kanaal="api")
        bericht = ontvang_en_verwerk(jw305_xml(1, START, identificatie="START2"), kanaal="api")
    assert retourcodes(bericht) == ("9074", "9326")
    assert Levering.objects.count() == 1


def test_noor_meldt_start_en_stop_op_het_scherm(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    with klok.op(date(2026, 9, 29)):
        start = actions.meld_start(regio.noor, toewijzing.pk, START)
    assert start.soort == "JW305"
    assert start.kanaal == "scherm"
    assert antwoord_van(start) is not None
    with klok.op(date(2026, 12, 1)):
        stop = actions.meld_stop(regio.noor, toewijzing.pk, date(2026, 11, 30), "31")
    assert stop.soort == "JW307"
    levering = Levering.objects.get()
    assert (levering.einddatum, levering.reden_beeindiging) == (date(2026, 11, 30), "31")
    assert levering.startbericht == start
    assert levering.stopbericht == stop


def test_start_verwijderen_heropent_de_beurt(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    with klok.op(date(2026, 9, 29)):
        actions.meld_start(regio.noor, toewijzing.pk, START)
        actions.verwijder_start(regio.noor, toewijzing.pk)
        assert queries.toewijzing(regio.noor, toewijzing.pk).leveringen == ()
        assert Beurt.objects.get(soort="start_melden").staat == Beurt.Staat.OPEN
        actions.meld_start(regio.noor, toewijzing.pk, START)
    assert queries.toewijzing(regio.noor, toewijzing.pk).lopend is not None


def test_tijdelijk_gestopte_hulp_kan_definitief_stoppen_en_niet_twee_keer(
    regio: Regiomensen, toewijzing: Toewijzing
) -> None:
    with klok.op(date(2026, 12, 1)):
        actions.meld_start(regio.noor, toewijzing.pk, START)
        actions.meld_stop(regio.noor, toewijzing.pk, date(2026, 10, 30), "20")
        actions.meld_stop(regio.noor, toewijzing.pk, date(2026, 11, 15), "31")
        with pytest.raises(Geweigerd, match="definitief gestopt"):
            actions.meld_stop(regio.noor, toewijzing.pk, date(2026, 11, 20), "32")
    levering = Levering.objects.get()
    assert (levering.einddatum, levering.tijdelijk_gestopt_op) == (date(2026, 11, 15), date(2026, 10, 30))


def test_start_in_de_toekomst_en_stop_zonder_start(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    with klok.op(date(2026, 9, 20)):
        with pytest.raises(Geweigerd, match="nog niet begonnen"):
            actions.meld_start(regio.noor, toewijzing.pk, START)
        with pytest.raises(Geweigerd, match="eerst de start"):
            actions.meld_stop(regio.noor, toewijzing.pk, date(2026, 9, 20), "31")


def test_alleen_de_eigen_aanbieder_meldt(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    with klok.op(date(2026, 9, 29)):
        with pytest.raises(NietGevonden):
            actions.meld_start(regio.iris, toewijzing.pk, START)
        with pytest.raises(GeenRecht):
            actions.meld_start(regio.fatima, toewijzing.pk, START)


def test_stappen_van_het_verzoek(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    assert toewijzing.verzoek_regel is not None
    verzoek = toewijzing.verzoek_regel.verzoek
    namen = [(s.naam, s.staat) for s in queries.stappen(verzoek)]
    assert namen[-3:] == [("Toegewezen", "gedaan"), ("Hulp gestart", "nu"), ("Afgesloten", "straks")]
    with klok.op(date(2026, 12, 1)):
        actions.meld_start(regio.noor, toewijzing.pk, START)
        actions.meld_stop(regio.noor, toewijzing.pk, date(2026, 11, 30), "31")
    assert [s.datum for s in queries.stappen(verzoek)][-2:] == [START, date(2026, 11, 30)]
