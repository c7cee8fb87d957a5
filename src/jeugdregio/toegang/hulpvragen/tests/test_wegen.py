"""Where a question stands follows from its facts, on every road; its turns follow too."""

from datetime import date, datetime
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.berichten import jw315_xml
from tests.mensen import Regiomensen, test_bsn

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.beurten.models import Beurt
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.toegang import actions as toegang
from jeugdregio.toegang import maatregelen
from jeugdregio.toegang.hulpvragen.actions import heropen_hulpvraag, open_hulpvraag, sluit_hulpvraag
from jeugdregio.toegang.hulpvragen.feiten import lees_feiten
from jeugdregio.toegang.hulpvragen.models import Afloop, Casusrol, Hulpvraag, Weg
from jeugdregio.toegang.hulpvragen.overleg import leg_raadpleging_vast
from jeugdregio.toegang.hulpvragen.spoed import start_spoedhulp
from jeugdregio.toegang.hulpvragen.stand import Stand, stand_van
from jeugdregio.toegang.hulpvragen.tests.hulp import DAG, maak_kind, maak_vraag
from jeugdregio.toegang.hulpvragen.vanuit_verzoek import maak_hulpvraag, vul_hulpvragen_aan
from jeugdregio.toegang.hulpvragen.wisselen import wijs_rol_toe
from jeugdregio.toegang.models import Maatregel, Toestemming, Verzoek, VerzoekRegel
from jeugdregio.toegang.toestemming.actions import Uitleg, Voor, leg_toestemming_vast, trek_toestemming_in
from recht.wegen import Punt


def zegt_ja(regio: Regiomensen, vraag: Hulpvraag, drager_id: UUID) -> Toestemming:
    return leg_toestemming_vast(
        regio.fatima, vraag.kind_id, drager_id, "ja", DAG, voor=Voor(hulpvraag_id=vraag.pk),
        uitleg=Uitleg(tekst="Welke hulp en waarom.", op=DAG),
    )  # fmt: skip


def stand(vraag: Hulpvraag) -> Stand:
    vraag = Hulpvraag.objects.select_related("kind", "verzoek", "gemeente").get(pk=vraag.pk)
    return stand_van(vraag, lees_feiten([vraag])[vraag.pk])


def staten(vraag: Hulpvraag) -> dict[str, str]:
    return {s.stap.punt.value: s.staat for s in stand(vraag).stappen}


def open_beurten(vraag: Hulpvraag) -> set[str]:
    return set(
        Beurt.objects.filter(sleutel__startswith=f"hulpvraag:{vraag.pk}:", staat="open").values_list("soort", flat=True)
    )


def test_eigen_aanvraag_loopt_van_vraag_naar_start(regio: Regiomensen) -> None:
    kind = maak_kind(regio.lelystad, test_bsn(3))
    vraag = maak_vraag(regio, kind)
    with klok.op(DAG):
        assert staten(vraag)["ontvangen"] == "gedaan"
        assert stand(vraag).nu.stap.punt is Punt.WOONPLAATS  # type: ignore[union-attr]
        toegang.bevestig_woonplaats(regio.fatima, kind.pk, date(2020, 1, 1), "BRP")
        moeder = toegang.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Kim Zomer", "moeder")
        assert staten(vraag)["toestemming"] == "nu"
        zegt_ja(regio, vraag, moeder.pk)
        assert staten(vraag)["toestemming"] == "gedaan"
        assert stand(vraag).nu.stap.punt is Punt.ONDERZOEK  # type: ignore[union-attr]


def test_een_verzoek_maakt_zelf_zijn_hulpvraag_met_de_weg_van_de_verwijzer(regio: Regiomensen) -> None:
    with klok.op(date(2026, 9, 10)):
        ontvang_en_verwerk(jw315_xml(), kanaal="api", aangeboden_door=regio.de_brug)
        vraag = Hulpvraag.objects.select_related("kind", "verzoek").get()
        assert (vraag.weg, vraag.verzoek, vraag.ontvangen_op) == (
            Weg.HUISARTS, Verzoek.objects.get(), date(2026, 9, 10),
        )  # fmt: skip
        assert staten(vraag)["verwijzing"] == "gedaan"
        # No second gate on need.
        assert not {"onderzoek", "plan", "besluit"} & staten(vraag).keys()
        assert not vraag.rolhouders.filter(rol=Casusrol.INDICATIE).exists()


def test_overdracht_door_veilig_thuis_vraagt_dezelfde_dag_een_contactpersoon(regio: Regiomensen) -> None:
    kind = maak_kind(regio.lelystad, test_bsn(3))
    vraag = maak_vraag(regio, kind, Weg.VEILIG_THUIS, van=regio.veilig_thuis)
    beurt = Beurt.objects.get(sleutel=f"hulpvraag:{vraag.pk}:contact")
    assert (beurt.uiterlijk, beurt.organisatie) == (DAG, regio.lelystad)
    with klok.op(DAG):
        wijs_rol_toe(
            regio.fatima, vraag.pk, Casusrol.CONTACT, regio.lelystad, versie=1, gebruiker=regio.fatima.gebruiker
        )
        assert staten(vraag)["contact"] == "gedaan"
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN


def test_geen_hulp_gestart_houdt_zijn_reden_en_de_weg_naar_de_raad_open(regio: Regiomensen) -> None:
    kind = maak_kind(regio.lelystad, test_bsn(3))
    vraag = maak_vraag(regio, kind, Weg.VEILIG_THUIS, van=regio.veilig_thuis)
    with klok.op(date(2026, 3, 20)):
        with pytest.raises(Geweigerd) as fout:
            sluit_hulpvraag(regio.fatima, vraag.pk, Afloop.GEEN_HULP, " ", versie=1)
        assert set(fout.value.velden) == {"reden"}
        sluit_hulpvraag(regio.fatima, vraag.pk, Afloop.GEEN_HULP, "Vader stemt niet in.", versie=1)
        vraag.refresh_from_db()
        assert (vraag.afgesloten_op, vraag.afloop_reden) == (date(2026, 3, 20), "Vader stemt niet in.")
        assert "Raad" in stand(vraag).kaart.open_weg
        assert open_beurten(vraag) == set()
        heropen_hulpvraag(regio.fatima, vraag.pk, versie=2)
        assert Hulpvraag.objects.get(pk=vraag.pk).afgesloten_op is None


def test_spoed_begint_zonder_papieren_en_blijft_zichtbaar_tot_het_klopt(regio: Regiomensen) -> None:
    kind = maak_kind(regio.lelystad, geboortedatum=date(2020, 1, 1))
    with klok.op(datetime(2026, 3, 8, 1, 0, tzinfo=AMSTERDAM)):  # the night of Saturday to Sunday
        vraag = start_spoedhulp(
            regio.fatima, kind.pk, datetime(2026, 3, 7, 23, 30, tzinfo=AMSTERDAM), door="Crisisdienst",
            waarom="Vader is opgenomen, er is niemand thuis.",
        )  # fmt: skip
        assert {s.stap.punt.value for s in stand(vraag).zonder_papieren} == {
            "toestemming", "identiteit", "woonplaats", "toewijzing",
        }  # fmt: skip
        assert open_beurten(vraag) == {
            "hulpvraag_toestemming", "hulpvraag_woonplaats", "hulpvraag_toewijzing",
        }  # fmt: skip
    with klok.op(date(2026, 3, 9)):
        maatregelen.leg_maatregel_vast(
            regio.fatima, kind.pk, Maatregel.Soort.VOTS, date(2026, 3, 8), None, instantie="Rechtbank"
        )
        toegang.bevestig_woonplaats(regio.fatima, kind.pk, date(2021, 1, 1), "BRP")
        assert open_beurten(vraag) == {"hulpvraag_toewijzing"}
        assert {s.stap.punt.value for s in stand(vraag).zonder_papieren} == {"identiteit", "toewijzing"}


def test_een_ingetrokken_toestemming_vraagt_opnieuw_om_iemand(regio: Regiomensen) -> None:
    kind = maak_kind(regio.lelystad, test_bsn(3))
    with klok.op(DAG):
        vraag = start_spoedhulp(regio.fatima, kind.pk, klok.nu(), door="Crisisdienst", waarom="Onveilig.")
        moeder = toegang.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Kim Zomer", "moeder")
        ja = zegt_ja(regio, vraag, moeder.pk)
        assert "hulpvraag_toestemming" not in open_beurten(vraag)
        trek_toestemming_in(regio.fatima, ja.pk, DAG)
        assert "hulpvraag_toestemming" in open_beurten(vraag)


def test_de_gi_overlegt_en_bepaalt_zelf(regio: Regiomensen) -> None:
    kind = maak_kind(regio.lelystad, test_bsn(3))
    vraag = maak_vraag(regio, kind, Weg.GI, van=regio.gi)
    assert vraag.rolhouders.get(rol=Casusrol.INDICATIE).organisatie == regio.gi
    with klok.op(DAG):
        assert open_beurten(vraag) == {"hulpvraag_overleg"}
        with pytest.raises(Geweigerd) as fout:
            leg_raadpleging_vast(regio.fatima, vraag.pk, regio.de_brug, date(2026, 3, 3), namens_gi="",
                                 namens_gemeente="Fatima", advies="")  # fmt: skip
        assert set(fout.value.velden) == {"gi", "op", "namens_gi", "advies"}
        leg_raadpleging_vast(
            regio.fatima, vraag.pk, regio.gi, DAG, namens_gi="Gerda", namens_gemeente="Fatima",
            advies="Liever ambulant.", bepaling="Toch verblijf in een gezinshuis.",
        )  # fmt: skip
        assert staten(vraag)["overleg"] == "gedaan"
        assert open_beurten(vraag) == set()


def test_het_verzoek_van_de_gi_sluit_aan_bij_de_vraag_die_er_al_was(regio: Regiomensen) -> None:
    with klok.op(date(2026, 9, 10)):
        ontvang_en_verwerk(jw315_xml(), kanaal="api", aangeboden_door=regio.de_brug)
        verzoek = Verzoek.objects.select_related("kind").get()
        Hulpvraag.objects.all().delete()
        spoed = start_spoedhulp(regio.fatima, verzoek.kind_id, klok.nu(), door="De Brug", waarom="Onveilig.")
        maak_hulpvraag(verzoek)
    spoed.refresh_from_db()
    assert spoed.verzoek == verzoek
    assert Hulpvraag.objects.count() == 1


def _kopieer(origineel: Verzoek, nummer: int) -> None:
    """Add a request of before, with its line; the first one was refused."""
    regel = origineel.regels.get()
    verzoek = Verzoek.objects.create(
        kenmerk=f"V-2026-9{nummer:04d}", kind=origineel.kind, gemeente=origineel.gemeente,
        aanbieder=origineel.aanbieder, bericht=origineel.bericht, ontvangen_op=origineel.ontvangen_op,
        antwoord_uiterlijk=origineel.antwoord_uiterlijk,
    )  # fmt: skip
    VerzoekRegel.objects.create(
        verzoek=verzoek, referentie_aanbieder="1", ingangsdatum=regel.ingangsdatum, verwijzer_type="02",
        staat="afgewezen" if nummer == 1 else "open", motivering="Dubbel" if nummer == 1 else "",
    )  # fmt: skip


def test_verzoeken_van_vroeger_krijgen_hun_hulpvraag_in_een_vast_aantal_vragen(regio: Regiomensen) -> None:
    with klok.op(date(2026, 9, 10)):
        ontvang_en_verwerk(jw315_xml(), kanaal="api", aangeboden_door=regio.de_brug)
        origineel = Verzoek.objects.get()
        gesteld = []
        for nummers in (range(1, 3), range(3, 13)):
            for nummer in nummers:
                _kopieer(origineel, nummer)
            with CaptureQueriesContext(connection) as vragen:
                assert vul_hulpvragen_aan() == len(nummers)
            gesteld.append(len(vragen))
        assert gesteld[1] <= gesteld[0]
        assert Hulpvraag.objects.filter(weg=Weg.HUISARTS).count() == 13
        dicht = Hulpvraag.objects.get(verzoek__kenmerk="V-2026-90001")
        assert (dicht.afloop, dicht.afloop_reden) == (Afloop.AFGEWEZEN, "Dubbel")
        assert vul_hulpvragen_aan() == 0


def test_onmogelijke_vragen_worden_geweigerd_met_het_veld(regio: Regiomensen) -> None:
    kind = maak_kind(regio.lelystad, test_bsn(3))
    with klok.op(DAG):
        with pytest.raises(Geweigerd) as fout:
            open_hulpvraag(regio.fatima, kind.pk, "fax", date(2026, 3, 3))
        assert set(fout.value.velden) == {"weg", "ontvangen_op"}
        with pytest.raises(Geweigerd) as fout:
            open_hulpvraag(regio.fatima, kind.pk, Weg.VEILIG_THUIS, DAG, van=regio.de_brug)
        for weg in (Weg.GI, Weg.VEILIG_THUIS):
            with pytest.raises(Geweigerd) as fout:
                open_hulpvraag(regio.fatima, kind.pk, weg, DAG)
            assert set(fout.value.velden) == {"van"}
        assert set(fout.value.velden) == {"van"}
        with pytest.raises(NietGevonden):
            open_hulpvraag(regio.bram, kind.pk, Weg.EIGEN, DAG)
        with pytest.raises(GeenRecht):
            open_hulpvraag(regio.noor, kind.pk, Weg.EIGEN, DAG)


def test_sluiten_kan_niet_zolang_een_verzoek_wacht_en_niet_over_een_collega_heen(regio: Regiomensen) -> None:
    with klok.op(date(2026, 9, 10)):
        ontvang_en_verwerk(jw315_xml(), kanaal="api", aangeboden_door=regio.de_brug)
        vraag = Hulpvraag.objects.get()
        with pytest.raises(Geweigerd, match="nog niet beantwoord"):
            sluit_hulpvraag(regio.fatima, vraag.pk, Afloop.AFGEWEZEN, "Niet nodig", versie=1)
        eigen = maak_vraag(regio, maak_kind(regio.lelystad, test_bsn(4)), op=date(2026, 9, 10))
        sluit_hulpvraag(regio.fatima, eigen.pk, Afloop.INGETROKKEN, "Gaat al beter.", versie=1)
        heropen_hulpvraag(regio.fatima, eigen.pk, versie=2)
        with pytest.raises(Conflict):
            sluit_hulpvraag(regio.fatima, eigen.pk, Afloop.INGETROKKEN, "Nog eens", versie=2)
