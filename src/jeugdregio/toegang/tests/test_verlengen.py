"""Assignments that end soon: whose turn it is follows from what holds in the municipality."""

from datetime import date
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command
from tests.berichten import aangevraagd
from tests.mensen import Regiomensen

from jeugdregio.afspraken.models import Rang
from jeugdregio.afspraken.tests.hulp import maak_norm
from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.tests.hulp import maak_klaar, ontvang_verzoek

EINDE = date(2026, 12, 15)


@pytest.fixture
def toewijzing(regio: Regiomensen) -> Toewijzing:
    with klok.op(date(2026, 9, 10)):
        verzoek = ontvang_verzoek(aangevraagd(toewijzing_einddatum=EINDE))
        maak_klaar(regio, verzoek.kind, date(2026, 9, 10))
        (toegewezen,) = actions.wijs_toe(regio.fatima, verzoek.pk, [verzoek.regels.get().pk], versie=1)
    return toegewezen


def test_acht_weken_voor_het_einde_is_de_gemeente_aan_zet(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    assert actions.open_verlengingsbeurten(date(2026, 10, 19)) == 0
    assert actions.open_verlengingsbeurten(date(2026, 10, 20)) == 1
    beurt = Beurt.objects.get(soort="verlenging")
    assert (beurt.organisatie, beurt.rol, beurt.uiterlijk) == (regio.lelystad, Rol.TOEGANG, EINDE)


def test_nog_eens_verandert_niets(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    actions.open_verlengingsbeurten(date(2026, 10, 20))
    actions.open_verlengingsbeurten(date(2026, 11, 20))
    assert Beurt.objects.filter(soort="verlenging").count() == 1


def test_waar_verlenging_vanzelf_gaat_is_de_aanbieder_aan_zet(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    maak_norm("ja", Rang.CONTRACT)
    actions.open_verlengingsbeurten(date(2026, 10, 20))
    assert Beurt.objects.get(soort="verlenging").organisatie == regio.de_brug


def test_een_betwiste_norm_geeft_de_beurt_aan_de_gemeente(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    maak_norm("ja", Rang.CONTRACT)
    maak_norm("nee", Rang.LOKAAL, regio.lelystad)
    actions.open_verlengingsbeurten(date(2026, 10, 20))
    beurt = Beurt.objects.get(soort="verlenging")
    assert beurt.organisatie == regio.lelystad
    assert "betwist" in beurt.grondslag


def test_met_een_vervolgtoewijzing_is_er_geen_beurt(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    vervolg = Toewijzing.objects.get(pk=toewijzing.pk)
    vervolg.pk, vervolg.nummer = uuid4(), "99"
    vervolg._state.adding = True
    vervolg.ingangsdatum, vervolg.einddatum = date(2026, 12, 16), None
    vervolg.save()
    assert actions.open_verlengingsbeurten(date(2026, 10, 20)) == 0


def test_afgelopen_hulp_zonder_stop_is_een_beurt_tot_de_stop_komt(regio: Regiomensen, toewijzing: Toewijzing) -> None:
    with klok.op(date(2026, 9, 29)):
        actions.meld_start(regio.noor, toewijzing.pk, date(2026, 9, 28))
    with klok.op(date(2026, 12, 16)):
        uit = StringIO()
        call_command("beurten", "bijwerken", stdout=uit)
        assert "stop mist: 1." in uit.getvalue()
        beurt = Beurt.objects.get(soort="stop_melden")
        assert (beurt.organisatie, beurt.uiterlijk) == (regio.de_brug, date(2026, 12, 22))
        actions.meld_stop(regio.noor, toewijzing.pk, EINDE, "31")
        beurt.refresh_from_db()
        assert beurt.staat == Beurt.Staat.GEDAAN
        assert actions.open_stopbeurten(date(2026, 12, 17)) == 0
