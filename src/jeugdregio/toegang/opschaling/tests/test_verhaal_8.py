"""Story 8: stuck case, boy of 16, Almere: local team, expert team, Team AnderS, and three months later."""

from datetime import date

import pytest
from django.test import Client

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.beurten.permissions import eigen_beurten
from jeugdregio.organisaties.wie import Wie, wie_is
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.hulpvragen.models import Rolhouder
from jeugdregio.toegang.models import Toestemming
from jeugdregio.toegang.opschaling import adviezen, anders, gasten, queries, trajecten
from jeugdregio.toegang.opschaling.models import Advies, Casusvraag, Gastplek, Opschaling
from jeugdregio.toegang.opschaling.permissions import zichtbare_casussen, zichtbare_opschalingen
from jeugdregio.toegang.opschaling.teamqueries import vrije_uren
from jeugdregio.toegang.opschaling.tests.conftest import Zaakwereld, stem_in_met_delen
from jeugdregio.toegang.toestemming.vastleggen import trek_toestemming_in


def _open(soort: str) -> Beurt:
    return Beurt.objects.get(soort=soort, staat="open")


def test_verhaal_8(wereld: Zaakwereld) -> None:
    regio, sanne, emma = wereld.regio, wereld.sanne, wereld.regio.expertsecretaris
    regie = list(Rolhouder.objects.values())

    with klok.op(date(2026, 9, 1)):
        zaak = wereld.open()
        beurt = _open("opschaling_lokaal")
        assert (beurt.organisatie, beurt.rol, beurt.uiterlijk) == (
            regio.almere,
            "toegangsmedewerker",
            date(2026, 9, 15),
        )
    with klok.op(date(2026, 9, 10)):
        wereld.naar(zaak, "doorbraak")
        beurt = _open("opschaling_doorbraak")
        assert (beurt.rol, beurt.uiterlijk) == ("teamleider", date(2026, 10, 1))
        assert zichtbare_opschalingen(wereld.teamleider).count() == 1
    with klok.op(date(2026, 9, 24)):
        casus = wereld.vraag_team(zaak)
        assert _open("casus_screenen").uiterlijk == date(2026, 9, 29)
        assert _open("opschaling_ret").uiterlijk == date(2026, 11, 5)
        assert {b.soort for b in eigen_beurten(emma)} == {"casus_screenen", "opschaling_ret"}
        assert zaak.stappen.get(niveau="doorbraak").leernotitie

    with klok.op(date(2026, 9, 28)):
        zitting = wereld.zitting(date(2026, 10, 8))
        assert not zichtbare_casussen(regio.expertlid), "nog niet op de agenda: alleen de secretaris ziet de casus"
        wereld.op_agenda(casus, zitting)
        assert zichtbare_casussen(regio.expertlid).get() == casus
        gast = _nodig_uit(sanne, casus)
    with klok.op(date(2026, 10, 2)):
        assert zichtbare_casussen(gast).get() == casus
        gasten.breng_in(gast, casus.pk, tekst="Vraag eerst wie de jongere vertrouwt.")

    with klok.op(date(2026, 10, 8)):
        casus.refresh_from_db()
        adviezen.adviseer(
            emma, casus.pk, versie=casus.versie, tekst="Zet Team AnderS in.", waarom="Hij wil thuis blijven."
        )
        assert _open("casus_reageren").uiterlijk == date(2026, 10, 22)
        assert _open("casus_terugkijken").uiterlijk == date(2027, 1, 8)
    with klok.op(date(2026, 10, 12)):
        casus.refresh_from_db()
        adviezen.reageer(
            sanne, casus.pk, versie=casus.versie, reactie="volgt", reden="Wij doen dit.", verder_op="anders"
        )
        zaak.refresh_from_db()
        inzet = anders.start(
            sanne,
            zaak.pk,
            versie=zaak.versie,
            doel="voorkomen",
            aanpak="Elke avond iemand thuis.",
            op=date(2026, 10, 12),
        )
        assert inzet.gestopt_op is None
    assert list(Rolhouder.objects.values()) == regie, "opschalen verandert de regie niet"
    assert not Bericht.objects.exists(), "Team AnderS: er gaat geen bericht uit"

    with klok.op(date(2027, 1, 7)):
        casus.refresh_from_db()
        with pytest.raises(Geweigerd, match="08-01-2027"):
            _kijk_terug(sanne, casus)
        assert zichtbare_casussen(regio.expertlid).exists()
        assert zichtbare_casussen(gast).exists()
    with klok.op(date(2027, 1, 8)):
        _kijk_terug(sanne, casus)
        for lezer in (regio.expertlid, emma, gast):
            assert not zichtbare_casussen(lezer).exists(), "na het terugkijken ziet het team niets meer"
        assert wie_is(gast.gebruiker) is None or not zichtbare_casussen(gast)
        assert not Beurt.objects.filter(staat="open", soort__startswith="casus")


def _nodig_uit(wie: Wie, casus: Casusvraag, email: str = "psychiater@elders.example") -> Wie:
    nieuw = gasten.NieuweGast(
        naam="Dr. Ooms", email=email, wachtwoord="een heel lang geheim", deskundigheid="psychiater",
        waarom="Het team mist deze kennis.", grond="toestemming", delen=["vraag", "stem"], tot=date(2027, 2, 1),
    )  # fmt: skip
    stem_in_met_delen(casus.stap.opschaling.hulpvraag.kind, "Dr. Ooms")
    plek = gasten.nodig_uit(wie, casus.pk, nieuw)
    gast = wie_is(plek.gebruiker)
    assert gast is not None
    assert plek.gebruiker.eerste_wachtwoord, "een gast kiest eerst zelf een wachtwoord"
    return gast


def _kijk_terug(sanne: Wie, casus: Casusvraag) -> None:
    adviezen.kijk_terug(
        sanne,
        casus.pk,
        versie=casus.versie,
        wat_gebeurde="De jongere woont thuis.",
        voorkomen="ja",
        geleerd="Iemand die blijft.",
    )


def test_de_gast_ziet_alleen_wat_is_gedeeld_en_alles_staat_in_het_logboek(wereld: Zaakwereld, client: Client) -> None:
    with klok.op(date(2026, 9, 24)):
        casus = wereld.vraag_team(wereld.open())
        gast = _nodig_uit(wereld.sanne, casus)
        assert gast.gebruiker is not None
        client.force_login(gast.gebruiker)
        bladzij = client.get("/expertteam/mijn-casus/", follow=True).content.decode()
        assert "Ik wil niet weer weg" in bladzij
        assert "Twee keer behandeling" not in bladzij, "dit is niet gedeeld"
        for geheim in ("Yassin", "Aziz", "K-2026-00016", wereld.hulpvraag.kenmerk, "Luuk"):
            assert geheim not in bladzij
        assert Regel.objects.filter(gebruiker="Dr. Ooms", inzage=True, kind_id=wereld.kind.pk).count() == 1


def test_de_plek_eindigt_op_de_laatste_dag_en_bij_intrekken(wereld: Zaakwereld) -> None:
    with klok.op(date(2026, 9, 24)):
        casus = wereld.vraag_team(wereld.open())
        gast = _nodig_uit(wereld.sanne, casus)
    with klok.op(date(2027, 2, 1)):
        assert zichtbare_casussen(gast).exists()
    with klok.op(date(2027, 2, 2)):
        assert not zichtbare_casussen(gast).exists()
        assert wie_is(gast.gebruiker) is None  # type: ignore[arg-type]
        assert gasten.laat_verlopen(date(2027, 2, 2)) == 1
        assert gasten.laat_verlopen(date(2027, 2, 2)) == 0
    with klok.op(date(2026, 9, 25)):
        ander = _nodig_uit(wereld.sanne, casus, "tweede@elders.example")
        plek = Gastplek.objects.get(gebruiker=ander.gebruiker)
        gasten.trek_plek_in(wereld.regio.expertsecretaris, casus.pk, plek.pk, reden="Niet meer nodig")
        assert not zichtbare_casussen(ander).exists()
        with pytest.raises(NietGevonden):
            queries.casus(ander, casus.pk)


def test_wie_hier_al_werkt_wordt_geen_gast(wereld: Zaakwereld) -> None:
    with klok.op(date(2026, 9, 24)):
        casus = wereld.vraag_team(wereld.open())
        with pytest.raises(Geweigerd) as fout:
            _nodig_uit(wereld.sanne, casus, "noor@test.example")
        assert "email" in fout.value.velden
        for ander in (wereld.regio.expertlid, wereld.regio.expertsecretaris):
            with pytest.raises(GeenRecht):
                _nodig_uit(ander, casus)
        with pytest.raises(NietGevonden):
            _nodig_uit(wereld.regio.fatima, casus)


def test_zonder_toestemming_om_te_delen_gaat_er_niets_naar_het_team(wereld: Zaakwereld) -> None:
    with klok.op(date(2026, 9, 24)):
        Toestemming.objects.filter(doelbinding__doel="delen").delete()
        zaak = wereld.open()
        with pytest.raises(Geweigerd) as fout:
            wereld.vraag_team(zaak)
        assert "grond" in fout.value.velden
        assert not Casusvraag.objects.exists()
        assert zaak.stappen.count() == 1


def test_wie_de_toestemming_intrekt_sluit_het_team_en_de_gast_meteen_buiten(wereld: Zaakwereld) -> None:
    regio = wereld.regio
    with klok.op(date(2026, 9, 24)):
        casus = wereld.vraag_team(wereld.open())
        wereld.op_agenda(casus, wereld.zitting(date(2026, 9, 24)))
        gast = _nodig_uit(wereld.sanne, casus)
        van_gast = Toestemming.objects.get(doelbinding__met_wie="Dr. Ooms")
        trek_toestemming_in(wereld.sanne, van_gast.pk, date(2026, 9, 24))
        assert not zichtbare_casussen(gast)
        assert zichtbare_casussen(regio.expertlid), "het team houdt zijn eigen toestemming"
        van_team = Toestemming.objects.get(doelbinding__met_wie=wereld.team.naam)
        trek_toestemming_in(wereld.sanne, van_team.pk, date(2026, 9, 24))
        assert not zichtbare_casussen(regio.expertlid)
        assert not zichtbare_casussen(regio.expertsecretaris)
        assert _open("opschaling_lokaal"), "de zaak is terug waar zij vandaan kwam"
        assert not eigen_beurten(regio.expertsecretaris).filter(staat="open")


def test_een_doorbraak_eindigt_niet_zonder_leernotitie(wereld: Zaakwereld) -> None:
    with klok.op(date(2026, 9, 10)):
        zaak = wereld.open()
        wereld.naar(zaak, "doorbraak")
        with pytest.raises(Geweigerd) as fout:
            wereld.naar(zaak, "lokaal", wereld.teamleider)
        assert set(fout.value.velden) == {"leernotitie"}
        wereld.naar(zaak, "lokaal", wereld.teamleider, leernotitie="Een vast gezicht hielp.")
        assert _open("opschaling_lokaal")
        assert not Beurt.objects.filter(soort="opschaling_doorbraak", staat="open")


def test_een_ander_ziet_en_doet_niets(wereld: Zaakwereld) -> None:
    with klok.op(date(2026, 9, 10)):
        zaak = wereld.open()
        for wie in (
            wereld.regio.fatima,
            wereld.regio.bram,
            wereld.teamleider,
            wereld.regio.gast,
            wereld.regio.directeur,
        ):
            assert not zichtbare_opschalingen(wie)
            with pytest.raises(NietGevonden):
                trajecten.ga_naar(
                    wie, zaak.pk, versie=1, verder=trajecten.Verder(niveau="anders", reden="x", geprobeerd="x")
                )
        with pytest.raises((NietGevonden, GeenRecht)):
            trajecten.open_opschaling(wereld.regio.fatima, wereld.hulpvraag.pk, vraag="x", geprobeerd="x")


def test_een_niveau_dat_er_niet_is(wereld: Zaakwereld) -> None:
    with klok.op(date(2026, 9, 10)):
        zaak = wereld.open()
        Opschaling.objects.update(gemeente=wereld.regio.almere)
        wereld.regio.almere.niveauregels.all().delete()
        with pytest.raises(Geweigerd, match="heeft geen Doorbraakteam"):
            wereld.naar(zaak, "doorbraak")


def test_afwijken_van_het_advies_vraagt_een_reden(wereld: Zaakwereld) -> None:
    with klok.op(date(2026, 9, 24)):
        casus = wereld.vraag_team(wereld.open())
        wereld.op_agenda(casus, wereld.zitting(date(2026, 9, 24)))
        casus.refresh_from_db()
        adviezen.adviseer(wereld.regio.expertsecretaris, casus.pk, versie=casus.versie, tekst="Doe A.", waarom="Omdat.")
        casus.refresh_from_db()
        with pytest.raises(Geweigerd) as fout:
            adviezen.reageer(
                wereld.sanne, casus.pk, versie=casus.versie, reactie="wijkt_af", reden=" ", verder_op="lokaal"
            )
        assert set(fout.value.velden) == {"reden"}
        adviezen.reageer(
            wereld.sanne,
            casus.pk,
            versie=casus.versie,
            reactie="wijkt_af",
            reden="Het gezin wil B.",
            verder_op="lokaal",
        )
        assert Advies.objects.get().reactie == "wijkt_af"


def test_de_agenda_noemt_de_dag_voluit_en_het_uur_van_de_casus(wereld: Zaakwereld) -> None:
    with klok.op(date(2026, 9, 24)):
        casus = wereld.vraag_team(wereld.open())
        zitting = wereld.zitting(date(2026, 10, 8))
        assert vrije_uren(wereld.regio.expertsecretaris, wereld.team)[1] == (
            f"{zitting.pk}:2",
            "donderdag 8 oktober 2026, 10:00 uur",
        )
        wereld.op_agenda(casus, zitting, uur=2)
    casus.refresh_from_db()
    assert casus.agendapunt.van == "10:00"
