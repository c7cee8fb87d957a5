"""Consent per person, purpose and help: who must agree at which age, and what a withdrawal does."""

from datetime import date
from uuid import UUID

import pytest
from tests.berichten import aangevraagd, jw305_xml
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.toegang import actions
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.tests.hulp import maak_kind
from jeugdregio.toegang.models import Gezagsdrager, Kind, Toestemming, Toewijzing, Verzoek
from jeugdregio.toegang.poort import TeStarten, oordelen
from jeugdregio.toegang.tests.hulp import antwoord, ontvang_verzoek
from jeugdregio.toegang.toestemming.actions import (
    Uitleg,
    Voor,
    beeindig_afwijking,
    beeindig_wilsoordeel,
    leg_afweging_vast,
    leg_toestemming_vast,
    leg_wilsoordeel_vast,
    rond_herziening_af,
    trek_toestemming_in,
    wijk_af,
)
from jeugdregio.toegang.toestemming.models import Doel, Herziening, ZonderToestemming
from jeugdregio.toegang.wijzigen.actions import corrigeer
from recht.toestemming import Status

pytestmark = pytest.mark.django_db
DAG = date(2026, 9, 10)
UITLEG = Uitleg(tekst="Welke hulp, waarom, en dat ja altijd weer nee kan worden.", op=DAG)


@pytest.fixture
def verzoek(regio: Regiomensen) -> Verzoek:
    """De Brug asks help for Mirthe; her parents Sanne and Erik have authority, her residence is known."""
    with klok.op(DAG):
        verzoek = ontvang_verzoek(dagtekening=DAG)
        actions.bevestig_woonplaats(regio.fatima, verzoek.kind_id, date(2020, 1, 1), "BRP")
        for naam, relatie in (("Sanne Visser", "moeder"), ("Erik Visser", "vader")):
            actions.voeg_gezagsdrager_toe(regio.fatima, verzoek.kind_id, naam, relatie)
        return verzoek


def ouder(verzoek: Verzoek, relatie: str) -> UUID:
    return Gezagsdrager.objects.get(kind=verzoek.kind, relatie=relatie).pk


def geboren(verzoek: Verzoek, op: date) -> None:
    Kind.objects.filter(pk=verzoek.kind_id).update(geboortedatum=op)
    verzoek.kind.refresh_from_db()


def status(verzoek: Verzoek, code: str = "45A04") -> Status:
    (uitkomst,) = oordelen(verzoek.kind, [TeStarten(code, verzoek)])
    gevonden: Status = uitkomst.waarde.status
    return gevonden


def wijs_toe(regio: Regiomensen, verzoek: Verzoek) -> Toewijzing:
    verzoek.refresh_from_db()
    regels = [regel.pk for regel in verzoek.regels.all()]
    return actions.wijs_toe(regio.fatima, verzoek.pk, regels, versie=verzoek.versie)[0]


def toegewezen(regio: Regiomensen, verzoek: Verzoek) -> Toewijzing:
    """Everybody said yes and the help is assigned."""
    for drager in (None, ouder(verzoek, "moeder"), ouder(verzoek, "vader")):
        antwoord(regio.fatima, verzoek, drager, DAG)
    return wijs_toe(regio, verzoek)


def van(verzoek: Verzoek, relatie: str) -> Toestemming:
    return Toestemming.objects.get(kind=verzoek.kind, gezagsdrager__relatie=relatie, antwoord="ja")


@pytest.mark.parametrize(
    ("geboortedag", "wie", "mag"),
    [
        (date(2018, 3, 1), ("moeder", "vader"), True),  # 8 years: those with authority
        (date(2018, 3, 1), ("kind", "moeder"), False),  # the child cannot say it for its father
        (date(2012, 5, 20), ("kind", "moeder", "vader"), True),  # 14 years: together
        (date(2012, 5, 20), ("moeder", "vader"), False),
        (date(2010, 9, 10), ("kind",), True),  # 16 years today: alone
        (date(2010, 9, 11), ("kind",), False),  # 16 years tomorrow
    ],
)
def test_wie_moet_instemmen_hangt_van_de_leeftijd_op_de_dag_af(
    regio: Regiomensen, verzoek: Verzoek, geboortedag: date, wie: tuple[str, ...], mag: bool
) -> None:
    geboren(verzoek, geboortedag)
    with klok.op(DAG):
        for naam in wie:
            antwoord(regio.fatima, verzoek, None if naam == "kind" else ouder(verzoek, naam), DAG)
        if mag:
            assert wijs_toe(regio, verzoek).code == "45A04"
        else:
            with pytest.raises(Geweigerd, match="toestemming"):
                wijs_toe(regio, verzoek)


def test_ja_voor_een_product_is_geen_ja_voor_een_ander(regio: Regiomensen) -> None:
    with klok.op(DAG):
        verzoek = ontvang_verzoek(aangevraagd("A"), aangevraagd("B", "45A05"), dagtekening=DAG)
        geboren(verzoek, date(2010, 1, 1))
        antwoord(regio.fatima, verzoek, None, DAG, code="45A04")
        assert status(verzoek, "45A04") is Status.VOLDAAN
        assert status(verzoek, "45A05") is Status.ONTBREEKT


def test_ja_voor_een_ander_doel_of_een_andere_hulpvraag_telt_niet(regio: Regiomensen, verzoek: Verzoek) -> None:
    geboren(verzoek, date(2010, 1, 1))
    with klok.op(DAG):
        vraag = open_hulpvraag(regio.fatima, verzoek.kind_id, "eigen", DAG)
        for voor in (Voor(doel=Doel.ONDERZOEK), Voor(hulpvraag_id=vraag.pk)):
            leg_toestemming_vast(regio.fatima, verzoek.kind_id, None, "ja", DAG, voor=voor, uitleg=UITLEG)
        assert status(verzoek) is Status.ONTBREEKT
        (eigen,) = oordelen(verzoek.kind, [TeStarten("45A04", hulpvraag_id=vraag.pk)])
    assert eigen.waarde.mag_starten


def test_een_ja_van_voor_de_doelen_blijft_gelden_voor_alle_hulp(regio: Regiomensen, verzoek: Verzoek) -> None:
    geboren(verzoek, date(2010, 1, 1))
    Toestemming.objects.create(kind=verzoek.kind, antwoord="ja", op=DAG)
    with klok.op(DAG):
        assert status(verzoek) is Status.VOLDAAN


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"op": date(2012, 5, 19)}, "op"),  # the day before she was born
        ({"op": date(2026, 9, 11)}, "op"),
        ({"antwoord": "misschien"}, "antwoord"),
        ({"voor": Voor()}, "waarvoor"),
        ({"voor": Voor(doel=Doel.DELEN, met_wie="school")}, "met_wie"),
        ({"uitleg": Uitleg(tekst=" ", op=DAG)}, "uitleg"),
        ({"uitleg": Uitleg(tekst="Alles.", op=date(2026, 9, 11))}, "uitgelegd_op"),
    ],
)
def test_een_antwoord_dat_niet_kan_wordt_geweigerd(
    regio: Regiomensen, verzoek: Verzoek, anders: dict[str, object], veld: str
) -> None:
    goed = {"antwoord": "ja", "op": DAG, "voor": Voor(verzoek_id=verzoek.pk), "uitleg": UITLEG} | anders
    antwoord_, op = goed.pop("antwoord"), goed.pop("op")
    with klok.op(DAG), pytest.raises(Geweigerd) as fout:
        leg_toestemming_vast(regio.fatima, verzoek.kind_id, None, antwoord_, op, **goed)  # type: ignore[arg-type]
    assert veld in fout.value.velden
    assert not Toestemming.objects.exists()


def test_wie_geen_gezag_heeft_kan_niet_instemmen(regio: Regiomensen, verzoek: Verzoek) -> None:
    with klok.op(DAG):
        opa = actions.voeg_gezagsdrager_toe(regio.fatima, verzoek.kind_id, "Opa Visser", "opa", gezag=False)
        with pytest.raises(Geweigerd, match="geen gezag"):
            antwoord(regio.fatima, verzoek, opa.pk, DAG)


def test_van_een_ander_kind_of_door_een_ander_gaat_het_niet(regio: Regiomensen, verzoek: Verzoek) -> None:
    with klok.op(DAG):
        with pytest.raises(NietGevonden):
            antwoord(regio.bram, verzoek, None, DAG)
        with pytest.raises(GeenRecht):
            antwoord(regio.noor, verzoek, None, DAG)
        vreemd = Kind.objects.create(
            kenmerk="K-X", geboortedatum=date(2012, 1, 1), geslacht="1", achternaam="X", gemeente=regio.lelystad
        )
        with pytest.raises(NietGevonden):
            leg_toestemming_vast(
                regio.fatima, vreemd.pk, None, "ja", DAG, voor=Voor(verzoek_id=verzoek.pk), uitleg=UITLEG
            )


def test_intrekken_tijdens_de_hulp_geeft_meteen_een_beurt_en_geen_start(regio: Regiomensen, verzoek: Verzoek) -> None:
    with klok.op(DAG):
        toewijzing = toegewezen(regio, verzoek)
    with klok.op(date(2026, 9, 29)):
        trek_toestemming_in(regio.fatima, van(verzoek, "vader").pk, date(2026, 9, 29))
        beurten = {b.soort: b for b in Beurt.objects.filter(soort__startswith="toestemming_")}
        assert beurten["toestemming_herzien"].uiterlijk == date(2026, 9, 29)
        assert beurten["toestemming_overleggen"].organisatie == regio.de_brug
        with pytest.raises(Geweigerd, match="Bel Lelystad") as fout:
            actions.meld_start(regio.noor, toewijzing.pk, date(2026, 9, 28))
        assert "vader" not in str(fout.value)
        trek_toestemming_in(regio.fatima, van(verzoek, "vader").pk, date(2026, 9, 29))  # again: nothing more
        assert Herziening.objects.count() == 1


def test_de_herziening_sluit_pas_als_het_klopt(regio: Regiomensen, verzoek: Verzoek) -> None:
    with klok.op(DAG):
        toegewezen(regio, verzoek)
        trek_toestemming_in(regio.fatima, van(verzoek, "vader").pk, DAG)
        herziening = Herziening.objects.get()
        with pytest.raises(Geweigerd, match="mag nog niet door"):
            rond_herziening_af(regio.fatima, herziening.pk, "grond", "Vader wil niet meer.")
        wijk_af(regio.fatima, verzoek.kind_id, "weloverwogen", "Zij wil dit zelf.", verzoek_id=verzoek.pk)
        # The child must say it again after the refusal; her yes is of the same day.
        herziening.refresh_from_db()
    assert herziening.besluit == "toestemming"
    assert Beurt.objects.get(soort="toestemming_herzien").staat == Beurt.Staat.GEDAAN
    assert Beurt.objects.get(soort="toestemming_overleggen").staat == Beurt.Staat.VERVALLEN


def test_de_hulp_stopt_sluit_de_beurt(regio: Regiomensen, verzoek: Verzoek) -> None:
    with klok.op(DAG):
        toegewezen(regio, verzoek)
        trek_toestemming_in(regio.fatima, van(verzoek, "moeder").pk, DAG)
        herziening = rond_herziening_af(regio.fatima, Herziening.objects.get().pk, "stopt", "Moeder wil dit niet.")
    assert (herziening.besluit, herziening.afgerond_op) == ("stopt", DAG)
    assert Regel.objects.filter(handeling="toestemming.herzien", kind_id=verzoek.kind_id).exists()


def test_ouders_weigeren_en_het_kind_van_13_blijft_het_willen(regio: Regiomensen, verzoek: Verzoek) -> None:
    """Row 42: the parents refuse on 3 March 2026, the child persists on the 10th: allowed, with reasons."""
    geboren(verzoek, date(2013, 1, 15))
    with klok.op(date(2026, 3, 10)):
        for relatie in ("moeder", "vader"):
            antwoord(regio.fatima, verzoek, ouder(verzoek, relatie), date(2026, 3, 3), ja=False)
        antwoord(regio.fatima, verzoek, None, date(2026, 3, 10))
        assert status(verzoek) is Status.GEWEIGERD
        with pytest.raises(Geweigerd):
            leg_afweging_vast(regio.fatima, verzoek.pk, " ", grond=ZonderToestemming.WELOVERWOGEN)
        with pytest.raises(Geweigerd, match="gronden uit de wet"):
            leg_afweging_vast(regio.fatima, verzoek.pk, "Omdat het kan.", grond="handig")
        reden = "Wil met iemand praten en weet waarom."
        afwijking = leg_afweging_vast(regio.fatima, verzoek.pk, reden, grond=ZonderToestemming.WELOVERWOGEN)
        assert status(verzoek) is Status.UITZONDERING
        beeindig_afwijking(regio.fatima, afwijking.pk)
    with klok.op(date(2026, 3, 11)):
        assert status(verzoek) is Status.GEWEIGERD
    assert Regel.objects.get(handeling="toestemming.afwijking").gegevens == {"grond": "weloverwogen"}


def test_spoed_helpt_een_kind_van_zestien_niet(regio: Regiomensen, verzoek: Verzoek) -> None:
    geboren(verzoek, date(2010, 1, 1))
    with klok.op(DAG):
        leg_afweging_vast(regio.fatima, verzoek.pk, "Het moet vandaag.", grond=ZonderToestemming.SPOED)
        assert status(verzoek) is Status.ONTBREEKT


def test_wie_het_niet_kan_afwegen_wordt_vertegenwoordigd(regio: Regiomensen, verzoek: Verzoek) -> None:
    geboren(verzoek, date(2009, 6, 1))  # 17 years
    with klok.op(DAG):
        for relatie in ("moeder", "vader"):
            antwoord(regio.fatima, verzoek, ouder(verzoek, relatie), DAG)
        assert status(verzoek) is Status.ONTBREEKT
        leg_wilsoordeel_vast(regio.fatima, verzoek.kind_id, "Verstandelijke beperking.", "AVG-arts De Boer, BIG 1")
        assert status(verzoek) is Status.VOLDAAN
        # An earlier refusal in writing is followed, unless there is a well-founded reason (7.3.4 lid 3).
        leg_wilsoordeel_vast(
            regio.fatima, verzoek.kind_id, "Beperking.", "AVG-arts De Boer", geweigerd_op=date(2025, 9, 1)
        )
        assert status(verzoek) is Status.GEWEIGERD
        beeindig_wilsoordeel(regio.fatima, verzoek.kind_id)
    with klok.op(date(2026, 9, 11)):
        assert status(verzoek) is Status.ONTBREEKT


def test_het_oordeel_is_niet_voor_kinderen_onder_de_twaalf(regio: Regiomensen, verzoek: Verzoek) -> None:
    geboren(verzoek, date(2018, 3, 1))
    with klok.op(DAG), pytest.raises(Geweigerd, match="Onder de 12 jaar"):
        leg_wilsoordeel_vast(regio.fatima, verzoek.kind_id, "Te jong.", "Fatima")


def test_een_start_in_een_bericht_zonder_toestemming_geeft_meteen_een_beurt(
    regio: Regiomensen, verzoek: Verzoek
) -> None:  # fmt: skip
    """The provider's own system says it began: a fact, so no refusal, but somebody talks today."""
    with klok.op(DAG):
        toewijzing = toegewezen(regio, verzoek)
        for antwoord_ in Toestemming.objects.all():
            antwoord_.delete()
    with klok.op(date(2026, 9, 30)):
        ontvang_en_verwerk(jw305_xml(int(toewijzing.nummer), date(2026, 9, 28)), kanaal="api")
    herziening = Herziening.objects.get()
    assert (herziening.aanleiding, herziening.uiterlijk) == ("begonnen", date(2026, 9, 30))
    assert toewijzing.leveringen.count() == 1


def test_een_overdracht_van_veilig_thuis_vraagt_ook_toestemming(regio: Regiomensen) -> None:
    """Row 44: voluntary help. Without consent of both parents there is intake, no help."""
    with klok.op(date(2026, 9, 3)):
        kind = maak_kind(regio.noordoostpolder, woonplaats_sinds=date(2020, 1, 1))
        nop = maak_mens("Nadia", regio.noordoostpolder, Rol.TOEGANG)
        vraag = open_hulpvraag(nop, kind.pk, "veilig_thuis", date(2026, 9, 3), van=regio.veilig_thuis)
        ouders = [actions.voeg_gezagsdrager_toe(nop, kind.pk, n, r).pk for n, r in (("Kim", "moeder"), ("Bo", "vader"))]
        for drager_id, zegt in zip(ouders, ("ja", "nee"), strict=True):
            leg_toestemming_vast(
                nop, kind.pk, drager_id, zegt, date(2026, 9, 3), voor=Voor(hulpvraag_id=vraag.pk),
                uitleg=Uitleg(tekst="Vrijwillige hulp.", op=date(2026, 9, 3)),
            )  # fmt: skip
        hulp = actions.Hulp(
            aanbieder_id=regio.de_brug.pk, code="45A04", ingangsdatum=date(2026, 9, 7), einddatum=date(2027, 3, 1),
            volume=8, eenheid="04", frequentie="4",
        )  # fmt: skip
        with pytest.raises(Geweigerd, match="vader stemt niet in"):
            actions.wijs_rechtstreeks_toe(nop, kind.pk, hulp)
    assert not Toewijzing.objects.exists()


def test_een_ander_product_corrigeren_vraagt_een_eigen_ja(regio: Regiomensen, verzoek: Verzoek) -> None:
    geboren(verzoek, date(2010, 1, 1))
    with klok.op(DAG):
        antwoord(regio.fatima, verzoek, None, DAG, code="45A04")
        toewijzing = wijs_toe(regio, verzoek)
        with pytest.raises(Geweigerd, match="toestemming voor 45A05"):
            corrigeer(regio.fatima, toewijzing.pk, {"code": "45A05"}, "Verkeerd product.", versie=toewijzing.versie)
