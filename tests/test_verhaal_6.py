"""Story 6: Jelle moves from Urk to Dronten on 1 May 2026 during ambulatory help.

On request he keeps the same help, terms and provider until 1 May 2027; Urk's assignment ends only when Dronten joined
on. The foster child of the story stands in toegang/woonplaats/tests/test_vaststellen.py.
"""

from datetime import date

import pytest

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.organisaties.wie import Wie, wie_is
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import queries
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.permissions import zichtbare_kinderen
from jeugdregio.toegang.woonplaats import actions
from jeugdregio.toegang.woonplaats.models import Overdracht, Voortzetting
from jeugdregio.toegang.woonplaats.tests.hulp import draag_over, maak_kind, zelfde_hulp
from tests.mensen import Regiomensen

AANVAARD, AANGESLOTEN = date(2026, 5, 11), date(2026, 5, 18)


@pytest.fixture
def overdracht(regio: Regiomensen) -> Overdracht:
    return draag_over(regio, maak_kind(regio.urk, regio.de_brug), regio.dronten)


def _aanvaard(regio: Regiomensen, overdracht: Overdracht) -> Overdracht:
    with klok.op(AANVAARD):
        return actions.aanvaard(regio.bram, overdracht.pk, "BRP, nagekeken op 11 mei", versie=1)


def test_voor_de_overdracht_ziet_dronten_niets_en_daarna_heeft_ieder_zijn_eigen_dossier(
    regio: Regiomensen, overdracht: Overdracht
) -> None:
    assert not zichtbare_kinderen(regio.bram).exists()
    beurt = Beurt.objects.get(soort="overdracht_beantwoorden")
    assert (beurt.organisatie, beurt.wachtende, beurt.uiterlijk) == (regio.dronten, regio.urk, date(2026, 5, 18))
    _aanvaard(regio, overdracht)
    nieuw = zichtbare_kinderen(regio.bram).get()
    assert (nieuw.voornamen, nieuw.bsn, nieuw.woonplaats_sinds) == ("Jelle", overdracht.kind.bsn, date(2026, 5, 1))
    assert nieuw.pk != overdracht.kind_id
    with klok.op(AANVAARD), pytest.raises(NietGevonden):
        queries.kind(regio.bram, overdracht.kind_id)
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN


def test_urk_eindigt_pas_als_dronten_aansluit_zonder_gat_en_zonder_dubbel(
    regio: Regiomensen, overdracht: Overdracht
) -> None:
    _aanvaard(regio, overdracht)
    oud = Toewijzing.objects.get()
    assert oud.einddatum == date(2026, 12, 31)
    assert Beurt.objects.get(soort="aansluiten").organisatie == regio.dronten
    rij = Voortzetting.objects.get()
    with klok.op(date(2026, 5, 14)):
        nieuw = actions.sluit_aan(
            regio.bram, overdracht.pk, rij.pk, zelfde_hulp(oud, AANGESLOTEN), afgestemd="Noor, 14 mei", versie=2
        )
    oud.refresh_from_db()
    rij.refresh_from_db()
    overdracht.refresh_from_db()
    assert (oud.einddatum, oud.reden_wijziging) == (date(2026, 5, 17), "07")
    assert (nieuw.ingangsdatum, nieuw.gemeente, nieuw.aanbieder) == (AANGESLOTEN, regio.dronten, regio.de_brug)
    assert (rij.tot, rij.afwijking, overdracht.staat) == (date(2027, 5, 1), [], Overdracht.Staat.AANGESLOTEN)
    berichten = Bericht.objects.filter(richting="uit", soort="JW301").values_list("afzender__naam", flat=True)
    assert sorted(berichten) == ["Dronten", "Urk"]


def test_een_gat_of_een_dag_die_voorbij_is_wordt_geweigerd(regio: Regiomensen, overdracht: Overdracht) -> None:
    _aanvaard(regio, overdracht)
    rij, oud = Voortzetting.objects.get(), Toewijzing.objects.get()
    for begin, melding in ((date(2027, 2, 1), "gat"), (date(2026, 5, 1), "verreken")):
        with klok.op(AANVAARD), pytest.raises(Geweigerd, match=melding):
            actions.sluit_aan(
                regio.bram, overdracht.pk, rij.pk, zelfde_hulp(oud, begin, einddatum=date(2027, 3, 1)),
                afgestemd="Noor", versie=2,
            )  # fmt: skip
    assert Toewijzing.objects.count() == 1
    assert Overdracht.objects.get().versie == 2


def test_andere_hulp_dan_gevraagd_vraagt_een_reden_en_die_blijft_zichtbaar(
    regio: Regiomensen, overdracht: Overdracht
) -> None:
    _aanvaard(regio, overdracht)
    rij, oud = Voortzetting.objects.get(), Toewijzing.objects.get()
    minder = zelfde_hulp(oud, AANGESLOTEN, volume=2, einddatum=date(2026, 8, 31))
    with klok.op(AANVAARD):
        with pytest.raises(Geweigerd, match="vroeg om dezelfde hulp") as fout:
            actions.sluit_aan(regio.bram, overdracht.pk, rij.pk, minder, afgestemd="Noor", versie=2)
        assert fout.value.grondslag == "Jeugdwet 2.7a lid 1"
        actions.sluit_aan(
            regio.bram, overdracht.pk, rij.pk, minder, afgestemd="Noor", versie=2,
            afwijking_reden="Het gezin wil zelf minder uren.",
        )  # fmt: skip
    rij.refresh_from_db()
    assert len(rij.afwijking) == 2
    assert rij.afwijking_reden == "Het gezin wil zelf minder uren."


def test_hulp_die_dronten_niet_voortzet_blijft_van_urk_en_is_daar_een_beurt(
    regio: Regiomensen, overdracht: Overdracht
) -> None:
    _aanvaard(regio, overdracht)
    rij = Voortzetting.objects.get()
    with klok.op(AANVAARD):
        with pytest.raises(Geweigerd, match="waarom deze hulp niet doorgaat"):
            actions.zet_niet_voort(regio.bram, overdracht.pk, rij.pk, " ", versie=2)
        actions.zet_niet_voort(regio.bram, overdracht.pk, rij.pk, "Het gezin wil stoppen.", versie=2)
    beurt = Beurt.objects.get(soort="niet_voortgezet")
    assert (beurt.organisatie, beurt.uiterlijk) == (regio.urk, date(2026, 5, 25))
    assert Toewijzing.objects.get().einddatum == date(2026, 12, 31)
    assert not Beurt.objects.filter(soort="aansluiten", staat="open").exists()


def test_hulp_die_nog_niet_begon_gaat_ook_over_en_telt_bij_urk_als_nooit_toegewezen(regio: Regiomensen) -> None:
    """Jeugdwet 2.7a lid 2."""
    hulp = maak_kind(regio.urk, regio.de_brug)
    hulp.leveringen.all().delete()
    Toewijzing.objects.update(ingangsdatum=date(2026, 6, 1))
    overdracht = _aanvaard(regio, draag_over(regio, hulp, regio.dronten))
    with klok.op(AANVAARD):
        actions.sluit_aan(
            regio.bram, overdracht.pk, Voortzetting.objects.get().pk, zelfde_hulp(hulp, date(2026, 6, 1)),
            afgestemd="Noor", versie=2,
        )  # fmt: skip
    hulp.refresh_from_db()
    assert (hulp.einddatum, hulp.reden_wijziging) == (date(2026, 6, 1), "13")


def test_voortzetting_loopt_af_met_een_beurt_op_tijd(regio: Regiomensen, overdracht: Overdracht) -> None:
    _aanvaard(regio, overdracht)
    rij, oud = Voortzetting.objects.get(), Toewijzing.objects.get()
    with klok.op(AANVAARD):
        actions.sluit_aan(
            regio.bram, overdracht.pk, rij.pk, zelfde_hulp(oud, AANGESLOTEN, einddatum=date(2027, 8, 1)),
            afgestemd="Noor", versie=2,
        )  # fmt: skip
    assert actions.open_voortzettingsbeurten(date(2027, 3, 5)) == 0
    assert actions.open_voortzettingsbeurten(date(2027, 3, 6)) == 1
    beurt = Beurt.objects.get(soort="voortzetting_eindigt")
    assert (beurt.organisatie, beurt.uiterlijk) == (regio.dronten, date(2027, 5, 1))


def test_dronten_betwist_urk_biedt_opnieuw_aan_of_neemt_terug(regio: Regiomensen, overdracht: Overdracht) -> None:
    with klok.op(AANVAARD):
        actions.betwist(regio.bram, overdracht.pk, "Het kind staat in de BRP in Almere.", "0034", versie=1)
    beurt = Beurt.objects.get(soort="overdracht_betwist")
    assert (beurt.organisatie, beurt.wachtende, beurt.uiterlijk) == (regio.urk, regio.dronten, date(2026, 5, 26))
    urk = _urk(regio)
    with klok.op(date(2026, 5, 20)):
        actions.herhaal(urk, overdracht.pk, "Hij staat sinds 1 mei in Dronten, zie de BRP.", versie=2)
        assert Beurt.objects.filter(soort="overdracht_beantwoorden", staat="open").count() == 1
        actions.neem_terug(urk, overdracht.pk, "Almere blijkt het te zijn.", versie=3)
    assert not Beurt.objects.filter(staat="open", soort__startswith="overdracht").exists()
    assert not Kind.objects.filter(gemeente=regio.dronten).exists()
    with pytest.raises(NietGevonden):
        actions.aanvaard(regio.bram, overdracht.pk, "BRP", versie=4)


def _urk(regio: Regiomensen) -> Wie:
    wie = wie_is(Gebruiker.objects.get(naam="Toegang Urk"))
    assert wie is not None
    return wie
