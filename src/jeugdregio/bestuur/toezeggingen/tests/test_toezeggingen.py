"""From the words in the council to the day they are settled: T1 to T4, the terms, and who may do what."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.audit.models import Regel as Logregel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.toezeggingen import actions, queries, regionaal
from jeugdregio.bestuur.toezeggingen.actions import NieuwStuk
from jeugdregio.bestuur.toezeggingen.models import Raadsregel, Raadsstuk
from jeugdregio.bestuur.toezeggingen.regels import toets_gedaan
from jeugdregio.bestuur.toezeggingen.tijd import herinner_per_kwartaal
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie

MAART = date(2025, 3, 6)
GEDAAN = "Het advies van de deskundigen is met de raadsbrief aan de raad gestuurd, met een reactie per aanbeveling."


def nieuw(**anders: object) -> NieuwStuk:
    """The promise of 6 March 2025, or something like it."""
    velden: dict[str, object] = {
        "nummer": "ALM-25-014", "soort": "toezegging", "vergadering": "raad", "vergadering_op": MAART,
        "kern": "De wethouder zegt toe de bevindingen met de raad te delen.", "indiener": "Raadslid Jansen",
        "portefeuillehouder": "wethouder jeugd", "datumsoort": "zonder", "zittingsperiode": "2022-2026",
    }  # fmt: skip
    return NieuwStuk(**{**velden, **anders})  # type: ignore[arg-type]


@pytest.fixture
def greet(regio: Regiomensen) -> Wie:
    """The registry of the council of Almere."""
    return maak_mens("Greet Almere", regio.almere, Rol.GRIFFIER)


@pytest.fixture
def boris(regio: Regiomensen) -> Wie:
    """Policy officer of Almere."""
    return maak_mens("Boris Almere", regio.almere, Rol.BELEID)


def leg_vast(greet: Wie, op: date = MAART, **anders: object) -> Raadsstuk:
    """Register it on the day it was said."""
    with klok.op(op):
        return actions.registreer(greet, nieuw(**anders))


def test_t1_de_toezegging_van_6_maart_2025_is_pas_af_als_de_raad_dat_zegt(greet: Wie, boris: Wie) -> None:
    stuk = leg_vast(greet)
    assert (stuk.uiterlijk, stuk.get_datumsoort_display()) == (date(2025, 7, 1), "Zonder datum")
    with klok.op(date(2025, 9, 19)):
        beeld = queries.stuk(greet, stuk.pk)
        assert (beeld.dagen_open, beeld.te_laat) == (197, True)
    with klok.op(date(2025, 10, 9)):
        actions.stel_afdoening_voor(
            boris, stuk.pk, versie=1, document="Raadsbrief", verzonden_op=date(2025, 10, 9), vakken=["toezegging"],
            gedaan=GEDAAN,
        )  # fmt: skip
        assert Raadsstuk.objects.get().staat == Raadsstuk.Staat.VOORGESTELD
        assert Beurt.objects.filter(soort="afdoening_beoordelen", rol=Rol.GRIFFIER, staat="open").count() == 1
        assert not Beurt.objects.filter(soort="raadsstuk_afdoen", staat="open").exists()
    with klok.op(date(2025, 11, 6)):
        actions.beoordeel(greet, stuk.pk, versie=2, akkoord=True, reden="")
    assert Raadsstuk.objects.get().staat == Raadsstuk.Staat.AFGEDAAN
    with klok.op(date(2026, 3, 1)):
        assert queries.stuk(greet, stuk.pk).dagen_open == 245
    assert not Beurt.objects.filter(staat="open").exists()


@pytest.mark.parametrize("veld", ["vergadering", "indiener", "kern", "portefeuillehouder", "nummer"])
def test_t1_raad_en_soort_vergadering_zijn_verplicht(greet: Wie, veld: str) -> None:
    with klok.op(MAART), pytest.raises(Geweigerd) as fout:
        actions.registreer(greet, nieuw(**{veld: " "}))
    assert veld in fout.value.velden
    assert not Raadsstuk.objects.exists()


def test_t2_alleen_besproken_is_geen_afdoening(regio: Regiomensen, greet: Wie, boris: Wie) -> None:
    stuk = leg_vast(greet, soort="motie", kern="Breng het lokale proces in de regio in.", datumsoort="zonder")
    with klok.op(date(2025, 5, 1)):
        actie = regionaal.begin_actie(
            regio.secretaris, titel="Lokaal proces in de regio", tekst="", uiterlijk=date(2025, 9, 1), stukken=[stuk.pk]
        )
        with pytest.raises(Geweigerd, match="besproken"):
            regionaal.rond_actie_af(regio.secretaris, actie.pk, gedaan=False, resultaat="Is besproken in het BOSD.")
        regionaal.rond_actie_af(
            regio.secretaris, actie.pk, gedaan=False,
            resultaat="Vier gemeenten willen hun eigen proces houden; de werkwijze van Almere is wel uitgewisseld.",
        )  # fmt: skip
        with pytest.raises(Geweigerd) as fout:
            actions.stel_afdoening_voor(
                boris, stuk.pk, versie=1, document="Memo", verzonden_op=date(2025, 5, 1), vakken=["motie"],
                gedaan="Het is besproken in de regio en meegenomen.",
            )  # fmt: skip
    assert "gedaan" in fout.value.velden
    assert Raadsstuk.objects.get().staat == Raadsstuk.Staat.GEREGISTREERD
    assert "Regionale actie niet gedaan" in queries.stuk(greet, stuk.pk).stappen[-1].wat


def test_t3_drie_onderdelen_en_pas_af_als_alle_drie_zijn_beantwoord(greet: Wie, boris: Wie) -> None:
    stuk = leg_vast(
        greet, op=date(2022, 3, 1), vergadering_op=date(2022, 2, 10), datumsoort="genoemd", genoemd=date(2022, 12, 31),
        onderdelen=["de aanbesteding", "het doel", "de voortgang"],
    )  # fmt: skip
    assert stuk.uiterlijk == date(2022, 12, 31)
    een, twee, drie = stuk.onderdelen.all()

    def stel_voor(versie: int) -> None:
        actions.stel_afdoening_voor(
            boris, stuk.pk, versie=versie, document="RIB", verzonden_op=date(2022, 12, 1), vakken=["toezegging"],
            gedaan=GEDAAN,
        )  # fmt: skip

    with klok.op(date(2022, 12, 20)):
        actions.beantwoord_onderdeel(boris, stuk.pk, een.pk, versie=1, antwoord="Gegund aan twaalf aanbieders.")
        actions.beantwoord_onderdeel(boris, stuk.pk, twee.pk, versie=2, antwoord="Minder verblijf.")
        with pytest.raises(Geweigerd, match="Onderdeel 3"):
            stel_voor(3)
        actions.beantwoord_onderdeel(boris, stuk.pk, drie.pk, versie=3, antwoord="Op schema.")
        stel_voor(4)
    assert Raadsstuk.objects.get().staat == Raadsstuk.Staat.VOORGESTELD


@pytest.mark.parametrize(
    ("rolt", "verwacht"), [(False, date(2025, 1, 19)), (True, date(2025, 1, 20)), (None, date(2025, 1, 19))]
)
def test_t4_vragen_van_20_december_2024(greet: Wie, regio: Regiomensen, rolt: bool | None, verwacht: date) -> None:
    if rolt is not None:
        Raadsregel.objects.create(
            gemeente=regio.almere, van=date(2022, 1, 1), rolt_door=rolt, bron="Reglement van orde, artikel 40"
        )
    stuk = leg_vast(greet, op=date(2024, 12, 20), soort="raadsvraag", vergadering_op=date(2024, 12, 20))
    assert stuk.uiterlijk == verwacht
    uitleg = Beurt.objects.get(soort="raadsstuk_afdoen").uitleg
    assert "30 dagen" in uitleg[0]
    assert "een zondag" in uitleg[1]


@pytest.mark.parametrize(
    ("vergadering_op", "uiterlijk"),
    [
        (date(2026, 1, 5), date(2026, 7, 1)),
        (date(2026, 7, 1), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2027, 7, 1)),
    ],
)
def test_zonder_datum_kijkt_de_raad_op_1_juli_of_31_december_terug(
    greet: Wie, vergadering_op: date, uiterlijk: date
) -> None:
    assert leg_vast(greet, op=vergadering_op, vergadering_op=vergadering_op).uiterlijk == uiterlijk


def test_zodra_er_nieuws_is_vraagt_elk_kwartaal_een_bericht(greet: Wie, boris: Wie) -> None:
    stuk = leg_vast(greet, datumsoort="nieuws")
    assert stuk.uiterlijk == date(2025, 6, 6)
    with klok.op(date(2025, 6, 5)):
        actions.stuur_tussenbericht(boris, stuk.pk, versie=1, tekst="Nog geen nieuws.", nieuwe_datum=None)
    assert Raadsstuk.objects.get().uiterlijk == date(2025, 9, 5)
    beurt = Beurt.objects.get(soort="raadsstuk_afdoen")
    assert (beurt.staat, beurt.uiterlijk) == ("open", date(2025, 9, 5))


def test_ieder_kwartaal_zonder_bericht_komt_de_beurt_terug(greet: Wie, boris: Wie) -> None:
    stuk = leg_vast(greet, datumsoort="nieuws")  # 6 March 2025, so the first quarter ends on 6 June
    for dag, gevraagd, uiterlijk in (
        (date(2025, 6, 6), 0, date(2025, 6, 6)),
        (date(2025, 6, 7), 1, date(2025, 9, 6)),
        (date(2025, 6, 8), 0, date(2025, 9, 6)),
        (date(2025, 9, 7), 1, date(2025, 12, 6)),
    ):
        with klok.op(dag):
            assert herinner_per_kwartaal() == gevraagd
            if dag > date(2025, 6, 6):
                beurt = Beurt.objects.get(soort="raadsstuk_afdoen", staat="open")
                assert "kwam er geen bericht" in beurt.uitleg[0]
                assert uiterlijk.isoformat() in beurt.sleutel
                # The council keeps seeing that it is late.
                assert queries.stuk(greet, stuk.pk).te_laat
    assert Raadsstuk.objects.get().stappen.filter(wat="Kwartaal voorbij zonder bericht").count() == 2
    with klok.op(date(2025, 9, 8)):
        actions.stuur_tussenbericht(boris, stuk.pk, versie=1, tekst="Nog geen nieuws.", nieuwe_datum=None)
        assert herinner_per_kwartaal() == 0
        beurt = Beurt.objects.get(soort="raadsstuk_afdoen", staat="open")
        assert beurt.uiterlijk == date(2025, 12, 8)
        assert not queries.stuk(greet, stuk.pk).te_laat


def test_terug_naar_het_college_kan_alleen_met_reden_en_geeft_weer_een_beurt(greet: Wie, boris: Wie) -> None:
    stuk = leg_vast(greet)
    with klok.op(date(2025, 4, 1)):
        actions.stel_afdoening_voor(
            boris,
            stuk.pk,
            versie=1,
            document="Memo",
            verzonden_op=date(2025, 4, 1),
            vakken=["toezegging"],
            gedaan=GEDAAN,
        )
        with pytest.raises(Geweigerd):
            actions.beoordeel(greet, stuk.pk, versie=2, akkoord=False, reden=" ")
        actions.beoordeel(greet, stuk.pk, versie=2, akkoord=False, reden="De reactie per aanbeveling ontbreekt.")
        beurt = Beurt.objects.get(soort="raadsstuk_afdoen", staat="open")
        assert "Teruggegeven door de raad" in beurt.uitleg[0]
        actions.stel_afdoening_voor(
            boris, stuk.pk, versie=3, document="Brief", verzonden_op=date(2025, 4, 1), vakken=["anders"], gedaan=GEDAAN
        )
    assert not Beurt.objects.filter(soort="raadsstuk_afdoen", staat="open").exists()


def test_aan_het_eind_van_de_periode_vervalt_niets_vanzelf(greet: Wie, boris: Wie) -> None:
    stuk, ander = leg_vast(greet), leg_vast(greet, nummer="ALM-25-015")
    with pytest.raises(Geweigerd, match="volgende zittingsperiode"):
        actions.beeindig(greet, stuk.pk, versie=1, staat="overgedragen", reden="Verkiezingen")
    actions.beeindig(greet, stuk.pk, versie=1, staat="overgedragen", reden="Verkiezingen", zittingsperiode="2026-2030")
    over = Raadsstuk.objects.get(pk=stuk.pk)
    assert (over.staat, over.zittingsperiode) == (Raadsstuk.Staat.GEREGISTREERD, "2026-2030")
    with pytest.raises(GeenRecht):
        actions.beeindig(boris, ander.pk, versie=1, staat="vervallen", reden="Einde periode")
    actions.beeindig(greet, ander.pk, versie=1, staat="vervallen", reden="Raadsbesluit van 1 maart 2026")
    assert not Beurt.objects.filter(sleutel__contains=str(ander.pk), staat="open").exists()


def test_een_actie_voor_vijf_raden_en_elke_raad_oordeelt_zelf(regio: Regiomensen, greet: Wie, boris: Wie) -> None:
    van_almere, van_lelystad = leg_vast(greet), None
    with klok.op(MAART):
        van_lelystad = actions.registreer(regio.griffier_lelystad, nieuw(nummer="LEL-25-003"))
    with klok.op(date(2025, 4, 1)):
        actie = regionaal.begin_actie(
            regio.directeur, titel="Advies delen", tekst="", uiterlijk=date(2025, 10, 1),
            stukken=[van_almere.pk, van_lelystad.pk],
        )  # fmt: skip
        with pytest.raises(Geweigerd):  # both belong to an action now
            regionaal.begin_actie(
                regio.directeur, titel="Nog eens", tekst="", uiterlijk=date(2025, 10, 1), stukken=[van_almere.pk]
            )
        regionaal.rond_actie_af(regio.directeur, actie.pk, gedaan=True, resultaat=GEDAAN)
        actions.stel_afdoening_voor(
            boris, van_almere.pk, versie=1, document="Brief", verzonden_op=date(2025, 4, 1), vakken=["toezegging"],
            gedaan=GEDAAN,
        )  # fmt: skip
        with pytest.raises(GeenRecht):
            actions.beoordeel(regio.griffier_lelystad, van_almere.pk, versie=2, akkoord=True, reden="")
        actions.beoordeel(greet, van_almere.pk, versie=2, akkoord=True, reden="")
    staten = dict(Raadsstuk.objects.values_list("nummer", "staat"))
    assert staten == {"ALM-25-014": "afgedaan", "LEL-25-003": "geregistreerd"}


def test_wat_niet_openbaar_is_ziet_alleen_de_eigen_raad_en_het_eigen_college(
    regio: Regiomensen, greet: Wie, client: Client
) -> None:
    stuk = leg_vast(greet, openbaar=False, kern="Vertrouwelijk over een aanbieder.")
    for vreemd in (regio.griffier_lelystad, regio.secretaris, regio.fatima, regio.wethouder_lelystad):
        with pytest.raises(NietGevonden):
            queries.stuk(vreemd, stuk.pk)
        assert not queries.lijst(vreemd, queries.Zeef(stand="", zoek="Vertrouwelijk")).exists()
        assert sum(t.open for t in queries.tellingen(vreemd)) == 0
    assert queries.stuk(greet, stuk.pk).stuk == stuk
    for route in ("toezeggingen:openbaar", "toezeggingen:openbaar-csv"):
        assert "Vertrouwelijk" not in client.get(reverse(route, args=["0034"])).content.decode()


def test_iedereen_leest_het_openbare_deel_zonder_in_te_loggen(greet: Wie, client: Client) -> None:
    leg_vast(greet, kern="=HYPERLINK(1)")
    pagina = client.get(reverse("toezeggingen:openbaar", args=["0034"]))
    assert pagina.status_code == 200
    assert "ALM-25-014" in pagina.content.decode()
    bestand = client.get(reverse("toezeggingen:openbaar-csv", args=["0034"])).content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in bestand
    assert client.get(reverse("toezeggingen:openbaar", args=["9999"])).status_code == 404


def test_gegevens_van_een_gezin_komen_er_niet_in(greet: Wie, boris: Wie) -> None:
    with klok.op(MAART), pytest.raises(Geweigerd, match="gezin"):
        actions.registreer(greet, nieuw(kern="De zaak van jongen Mees, geboren 3 mei 2011, wordt opgelost."))
    stuk = leg_vast(greet)
    with klok.op(MAART), pytest.raises(Geweigerd):
        actions.stuur_tussenbericht(
            boris, stuk.pk, versie=1, tekst="Moeder Sanne wacht nog.", nieuwe_datum=date(2025, 9, 1)
        )
    assert Raadsstuk.objects.get().versie == 1
    assert not Logregel.objects.filter(gegevens__icontains="Sanne").exists()


def test_wie_te_laat_komt_verliest_niets_en_wordt_gewaarschuwd(greet: Wie, boris: Wie, client: Client) -> None:
    stuk = leg_vast(greet)
    actions.neem_in_behandeling(boris, stuk.pk, versie=1)
    assert boris.gebruiker is not None
    client.force_login(boris.gebruiker)
    gegevens = {
        "tussen-versie": 1,
        "tussen-tekst": "De deskundigen hebben meer tijd nodig.",
        "tussen-nieuwe_datum": "2099-01-01",
    }
    antwoord = client.post(reverse("toezeggingen:tussenbericht", args=[stuk.pk]), gegevens)
    assert antwoord.status_code == 409
    assert "meer tijd nodig" in antwoord.content.decode()
    with pytest.raises(Conflict):
        actions.neem_in_behandeling(boris, stuk.pk, versie=2)


def test_een_nummer_kan_maar_een_keer(greet: Wie) -> None:
    leg_vast(greet)
    with klok.op(MAART), pytest.raises(Conflict, match="ALM-25-014"):
        actions.registreer(greet, nieuw())


@pytest.mark.parametrize(
    ("tekst", "goed"),
    [(GEDAAN, True), ("Besproken.", False), ("Dit is in de regio onder de aandacht gebracht", False), ("", False)],
)
def test_wat_er_is_gedaan_moet_er_staan(tekst: str, goed: bool) -> None:
    assert (toets_gedaan(tekst) == "") is goed


def test_de_lijst_vraagt_een_vast_aantal_vragen(greet: Wie, client: Client) -> None:
    assert greet.gebruiker is not None
    client.force_login(greet.gebruiker)

    def tel() -> int:
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(reverse("toezeggingen:lijst")).status_code == 200
        return len(gevangen)

    leg_vast(greet)
    tel()  # the first visit fills what a process remembers
    eerst = tel()
    for nummer in range(12):
        leg_vast(greet, nummer=f"ALM-{nummer}")
    assert tel() == eerst


def test_de_weg_over_de_schermen(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("griffier_lelystad"))
    gegevens = {
        "soort": "toezegging", "nummer": "LEL-1", "vergadering": "raad", "vergadering_op": "2026-03-06",
        "kern": "We delen de bevindingen.", "indiener": "Raadslid De Wit", "portefeuillehouder": "Willem",
        "datumsoort": "genoemd", "genoemd": "", "zittingsperiode": "2022-2026", "openbaar": "on", "onderdelen": "",
    }  # fmt: skip
    mis = client.post(reverse("toezeggingen:nieuw"), gegevens)
    assert mis.status_code == 422
    assert "We delen de bevindingen." in mis.content.decode()
    assert client.post(reverse("toezeggingen:nieuw"), {**gegevens, "genoemd": "2026-12-01"}).status_code == 302
    stuk = Raadsstuk.objects.get()
    client.force_login(regio.gebruiker("beleid_lelystad"))
    assert "LEL-1" in client.get(reverse("beurten:start")).content.decode()
    afdoening = {
        "afdoen-versie": 1, "afdoen-document": "Raadsbrief", "afdoen-verzonden_op": "2026-04-01",
        "afdoen-vakken": ["toezegging"], "afdoen-gedaan": GEDAAN,
    }  # fmt: skip
    assert client.post(reverse("toezeggingen:afdoen", args=[stuk.pk]), afdoening).status_code == 302
    client.force_login(regio.gebruiker("griffier_lelystad"))
    oordeel = {"oordeel-versie": 2, "oordeel-akkoord": "ja", "oordeel-reden": ""}
    assert client.post(reverse("toezeggingen:beoordelen", args=[stuk.pk]), oordeel).status_code == 302
    assert "Afgedaan" in client.get(reverse("toezeggingen:stuk", args=[stuk.pk])).content.decode()


def test_een_raad_buiten_de_regio_heeft_geen_register(regio: Regiomensen, client: Client, db: None) -> None:
    Organisatie.objects.create(naam="Zwolle", soort="gemeente", code="0193")
    assert client.get(reverse("toezeggingen:openbaar", args=["0193"])).status_code == 404
