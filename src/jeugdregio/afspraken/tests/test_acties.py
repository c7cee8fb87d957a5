"""Keeping norms: who may, what is refused, and that the past never changes."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.afspraken import actions, navraag, standpunten
from jeugdregio.afspraken.actions import BesluitVelden, NormVelden
from jeugdregio.afspraken.geldt import wat_geldt
from jeugdregio.afspraken.models import Norm, Rang, Standpunt
from jeugdregio.afspraken.tests.hulp import VRAAG, maak_conflict_van_de_bronnen, maak_norm
from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie

NU = date(2026, 11, 22)
COLLEGE = BesluitVelden("College van Lelystad", date(2026, 11, 17), "26.101")


@pytest.fixture(autouse=True)
def _vandaag() -> Any:
    with klok.op(NU):
        yield


@pytest.fixture
def beleid_regio(regio: Regiomensen) -> Wie:
    return maak_mens("Bart", regio.regiokantoor, Rol.BELEID)


def velden(**anders: Any) -> NormVelden:
    standaard = NormVelden(
        vraag=VRAAG, antwoord="nee, de gemeente beoordeelt", waarde="nee", rang=Rang.LOKAAL,
        bron="Beleidsregels jeugdhulp", plaats="artikel 4", van=date(2027, 1, 1),
    )  # fmt: skip
    return replace(standaard, **anders)


def test_van_concept_via_vastgesteld_en_nieuwe_versie_naar_ingetrokken(regio: Regiomensen) -> None:
    concept = actions.maak_concept(regio.beleid_lelystad, velden())
    assert wat_geldt(VRAAG, regio.lelystad, date(2027, 1, 1)).norm is None

    norm = actions.stel_vast(regio.beleid_lelystad, concept.pk, COLLEGE, versie=1).norm
    assert str(norm.besluit) == "College van Lelystad, 17-11-2026, 26.101"
    assert wat_geldt(VRAAG, regio.lelystad, date(2027, 1, 1)).waarde == "nee"

    nieuw = velden(waarde="ja", antwoord="ja", van=date(2027, 7, 1))
    tweede = actions.maak_concept(regio.jurist_lelystad, nieuw, vorige_id=norm.pk)
    actions.stel_vast(regio.jurist_lelystad, tweede.pk, COLLEGE, versie=1)
    dagen = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 6, 30), date(2027, 7, 1)]
    assert [wat_geldt(VRAAG, regio.lelystad, dag).waarde for dag in dagen] == ["", "nee", "nee", "ja"]

    tweede.refresh_from_db()
    actions.trek_in(regio.beleid_lelystad, tweede.pk, date(2027, 9, 1), "Nieuw beleid", versie=tweede.versie)
    dagen = [date(2027, 8, 31), date(2027, 9, 1)]
    assert [wat_geldt(VRAAG, regio.lelystad, dag).waarde for dag in dagen] == ["ja", ""]
    assert Regel.objects.filter(handeling__startswith="norm.").count() == 5


def test_een_versie_die_nooit_gold_laat_geen_gat(regio: Regiomensen) -> None:
    oud = maak_norm("ja", Rang.LOKAAL, regio.lelystad, eigenaar=regio.lelystad)
    nieuw = actions.maak_concept(regio.beleid_lelystad, velden(), vorige_id=oud.pk)
    actions.stel_vast(regio.beleid_lelystad, nieuw.pk, COLLEGE, versie=1)
    actions.trek_in(regio.beleid_lelystad, nieuw.pk, date(2026, 12, 1), "Toch niet", versie=2)
    assert wat_geldt(VRAAG, regio.lelystad, date(2027, 6, 1)).waarde == "ja"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"bron": " "}, "bron"),
        ({"plaats": ""}, "plaats"),
        ({"waarde": "misschien"}, "waarde"),
        ({"vraag": "bestaat-niet"}, "vraag"),
        ({"tot": date(2026, 1, 1)}, "tot"),
        ({"grens_minstens": 8, "grens_hoogstens": 4}, "grens_hoogstens"),
    ],
)
def test_een_norm_zonder_bron_of_met_een_fout_wordt_niet_bewaard(
    regio: Regiomensen, anders: dict[str, Any], veld: str
) -> None:
    with pytest.raises(Geweigerd) as fout:
        actions.maak_concept(regio.beleid_lelystad, velden(**anders))
    assert veld in fout.value.velden
    assert not Norm.objects.exists()


def test_ieder_houdt_de_normen_van_het_eigen_gebied(regio: Regiomensen, beleid_regio: Wie) -> None:
    beleid_dronten = maak_mens("Dora", regio.dronten, Rol.BELEID)
    for wie, rang in [(regio.beleid_lelystad, Rang.CONTRACT), (beleid_regio, Rang.LOKAAL), (regio.fatima, Rang.LOKAAL)]:
        with pytest.raises(GeenRecht):
            actions.maak_concept(wie, velden(rang=rang))
    norm = actions.maak_concept(regio.beleid_lelystad, velden(gemeenten=(regio.dronten,)))
    assert list(norm.gemeenten.all()) == [regio.lelystad]
    for wie in (beleid_dronten, beleid_regio, regio.secretaris):
        with pytest.raises(GeenRecht):
            actions.stel_vast(wie, norm.pk, COLLEGE, versie=1)
    with pytest.raises(NietGevonden):
        actions.trek_in(regio.gi_medewerker, norm.pk, NU, "x", versie=1)


def test_een_overlappende_eigen_norm_wordt_genoemd(regio: Regiomensen) -> None:
    maak_norm("ja", Rang.LOKAAL, regio.lelystad, bron="Knoppenplan", plaats="p. 3")
    concept = actions.maak_concept(regio.beleid_lelystad, velden())
    with pytest.raises(Geweigerd, match=r"Knoppenplan, p\. 3.*vanaf 01-01-2025, zonder einddatum"):
        actions.stel_vast(regio.beleid_lelystad, concept.pk, COLLEGE, versie=1)
    bijzonder = actions.maak_concept(regio.beleid_lelystad, velden(producten=("43A01",)))
    actions.stel_vast(regio.beleid_lelystad, bijzonder.pk, COLLEGE, versie=1)
    assert wat_geldt(VRAAG, regio.lelystad, date(2027, 1, 2), product_code="43A01").waarde == "nee"


def test_zonder_besluit_of_op_een_besluit_van_morgen_wordt_niets_vastgesteld(regio: Regiomensen) -> None:
    concept = actions.maak_concept(regio.beleid_lelystad, velden())
    for besluit in (BesluitVelden("", None), BesluitVelden("College", NU + timedelta(days=1))):
        with pytest.raises(Geweigerd):
            actions.stel_vast(regio.beleid_lelystad, concept.pk, besluit, versie=1)
    concept.refresh_from_db()
    assert concept.staat == Norm.Staat.CONCEPT


def test_het_verleden_verandert_niet(regio: Regiomensen) -> None:
    norm = maak_norm("ja", Rang.LOKAAL, regio.lelystad, eigenaar=regio.lelystad)
    with pytest.raises(Geweigerd, match="verleden"):
        actions.maak_concept(regio.beleid_lelystad, velden(van=date(2026, 6, 1)), vorige_id=norm.pk)
    with pytest.raises(Geweigerd, match="verleden"):
        actions.trek_in(regio.beleid_lelystad, norm.pk, date(2026, 6, 1), "oud", versie=1)
    with pytest.raises(Conflict):
        actions.wijzig_concept(regio.beleid_lelystad, norm.pk, velden(), versie=1)


def test_wie_een_oude_versie_wijzigt_krijgt_het_te_horen(regio: Regiomensen) -> None:
    concept = actions.maak_concept(regio.beleid_lelystad, velden())
    actions.wijzig_concept(regio.jurist_lelystad, concept.pk, velden(antwoord="nee, altijd overleg"), versie=1)
    with pytest.raises(Conflict, match="Iemand anders"):
        actions.wijzig_concept(regio.beleid_lelystad, concept.pk, velden(), versie=1)
    concept.refresh_from_db()
    assert concept.antwoord == "nee, altijd overleg"


def test_twee_nieuwe_versies_de_tweede_botst(regio: Regiomensen) -> None:
    norm = maak_norm("ja", Rang.LOKAAL, regio.lelystad, eigenaar=regio.lelystad)
    een, twee = (actions.maak_concept(regio.beleid_lelystad, velden(), vorige_id=norm.pk) for _ in range(2))
    actions.stel_vast(regio.beleid_lelystad, een.pk, COLLEGE, versie=1)
    with pytest.raises((Conflict, Geweigerd)):
        actions.stel_vast(regio.beleid_lelystad, twee.pk, COLLEGE, versie=1)
    assert Norm.objects.filter(staat=Norm.Staat.VASTGESTELD, tot__isnull=True).count() == 1


def test_een_botsing_geeft_een_beurt_die_sluit_als_zij_weg_is(regio: Regiomensen, beleid_regio: Wie) -> None:
    contract, kader, lokaal = maak_conflict_van_de_bronnen(regio.lelystad)
    actions.meld_bron_ingetrokken(beleid_regio, kader.pk, NU, versie=1)
    beurten = {b.tekst.split("?", 1)[1][:30]: b for b in Beurt.objects.filter(soort="botsing")}
    van_gemeente = Beurt.objects.get(soort="botsing", organisatie=regio.lelystad)
    assert (van_gemeente.rol, van_gemeente.wachtende) == (Rol.BELEID, regio.regiokantoor)
    assert van_gemeente.pad == f"/afspraken/botsingen/{contract.pk}:{lokaal.pk}/"
    assert len(beurten) == 2

    actions.trek_in(beleid_regio, kader.pk, NU, "Vervallen", versie=2)
    actions.trek_in(regio.beleid_lelystad, lokaal.pk, NU, "Volgt de regio", versie=1)
    assert not Beurt.objects.filter(soort="botsing", staat="open").exists()
    assert not wat_geldt(VRAAG, regio.lelystad, NU).betwist


def test_een_gemeente_neemt_een_standpunt_dat_het_vorige_beeindigt(regio: Regiomensen) -> None:
    kader = maak_norm("ja", Rang.HANDELINGSKADER)
    wie = regio.beleid_lelystad
    gezegd = {"reden": "Te weinig ruimte", "bron": "Nota 26.1"}
    standpunten.neem_standpunt(wie, kader.pk, stand="betwist", van=NU, **gezegd)
    standpunten.neem_standpunt(wie, kader.pk, stand="vastgesteld", van=date(2027, 3, 1), reden="", bron="")
    dagen = [date(2026, 11, 21), NU, date(2027, 2, 28), date(2027, 3, 1)]
    assert [wat_geldt(VRAAG, regio.lelystad, dag).betwist for dag in dagen] == [False, True, True, False]
    assert not wat_geldt(VRAAG, regio.dronten, NU).betwist
    assert Beurt.objects.get(soort="botsing").rol == Rol.SECRETARIS


@pytest.mark.parametrize(
    ("stand", "reden", "van", "veld"),
    [
        ("betwist", "", NU, "reden"),
        ("weet niet", "x", NU, "stand"),
        ("vastgesteld", "", date(2025, 1, 1), "van"),
    ],
)
def test_een_half_standpunt_wordt_geweigerd(regio: Regiomensen, stand: str, reden: str, van: date, veld: str) -> None:
    kader = maak_norm("ja", Rang.HANDELINGSKADER)
    with pytest.raises(Geweigerd) as fout:
        standpunten.neem_standpunt(regio.beleid_lelystad, kader.pk, stand=stand, van=van, reden=reden, bron="Nota")
    assert veld in fout.value.velden
    assert not Standpunt.objects.exists()


def test_een_standpunt_over_de_wet_of_van_een_ander_kan_niet(regio: Regiomensen) -> None:
    wet = maak_norm("ja", Rang.WET)
    kader = maak_norm("ja", Rang.HANDELINGSKADER, regio.urk)
    with pytest.raises(Geweigerd):
        standpunten.neem_standpunt(regio.beleid_lelystad, wet.pk, stand="vastgesteld", van=NU, reden="", bron="")
    with pytest.raises(NietGevonden):
        standpunten.neem_standpunt(regio.beleid_lelystad, kader.pk, stand="vastgesteld", van=NU, reden="", bron="")
    with pytest.raises(GeenRecht):
        standpunten.neem_standpunt(regio.secretaris, kader.pk, stand="vastgesteld", van=NU, reden="", bron="")


def test_een_gi_vraagt_na_en_het_vaststellen_is_het_antwoord(regio: Regiomensen) -> None:
    navraag.vraag_na(regio.gi_medewerker, VRAAG, regio.lelystad.pk)
    beurt = navraag.vraag_na(regio.gi_medewerker, VRAAG, regio.lelystad.pk)
    assert (beurt.organisatie, beurt.rol, beurt.wachtende) == (regio.lelystad, Rol.BELEID, regio.gi)
    assert Beurt.objects.filter(soort="navraag").count() == 1
    concept = actions.maak_concept(regio.beleid_lelystad, velden(van=NU))
    actions.stel_vast(regio.beleid_lelystad, concept.pk, COLLEGE, versie=1)
    beurt.refresh_from_db()
    assert beurt.staat == "gedaan"
    assert navraag.vraag_na(regio.gi_medewerker, VRAAG, regio.lelystad.pk).staat == "open"
    assert navraag.bevestig(regio.jurist_lelystad, VRAAG) == 1
    with pytest.raises(Geweigerd):
        navraag.bevestig(regio.jurist_lelystad, VRAAG)


def test_over_de_eigen_gemeente_of_buiten_de_regio_vraag_je_niets_na(regio: Regiomensen) -> None:
    with pytest.raises(GeenRecht):
        navraag.vraag_na(regio.fatima, VRAAG, regio.lelystad.pk)
    with pytest.raises(NietGevonden):
        navraag.vraag_na(regio.fatima, VRAAG, regio.de_brug.pk)
    with pytest.raises(NietGevonden):
        navraag.vraag_na(regio.fatima, "bestaat-niet", regio.dronten.pk)


def test_een_vraag_komt_een_keer_in_de_lijst(regio: Regiomensen) -> None:
    actions.maak_vraag(regio.secretaris, "vervoer", "Wie betaalt het vervoer?")
    for code, tekst in [("vervoer", "Iets anders?"), ("vervoer2", "wie betaalt het vervoer?"), (VRAAG, "X?")]:
        with pytest.raises(Geweigerd):
            actions.maak_vraag(regio.secretaris, code, tekst)
    with pytest.raises(GeenRecht):
        actions.maak_vraag(regio.fatima, "ander", "Iets?")
