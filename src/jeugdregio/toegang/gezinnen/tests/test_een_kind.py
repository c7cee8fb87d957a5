"""One child, one file: search first, a BSN or why not, and nothing about another municipality."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen, test_bsn

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.gezinnen.aanmaken import NieuwKind, maak_kind
from jeugdregio.toegang.gezinnen.bsn import vul_bsn_aan
from jeugdregio.toegang.gezinnen.zoeken import Signalement, mogelijke_kinderen
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Weg
from jeugdregio.toegang.models import Kind

DAG = date(2026, 3, 2)


def wie(**anders: object) -> Signalement:
    velden: dict[str, object] = {"achternaam": "Zomer", "voornamen": "Thijs", "geboortedatum": date(2017, 1, 15)}
    return Signalement(**{**velden, **anders})  # type: ignore[arg-type]


def nieuw(zonder_bsn: str = "", uitleg: str = "", geheim: bool = False, **anders: object) -> NieuwKind:
    return NieuwKind(
        signalement=wie(**anders), geslacht="1", zonder_bsn=zonder_bsn, zonder_bsn_uitleg=uitleg, geheim_adres=geheim
    )


def test_een_gemeente_maakt_een_dossier_zonder_dat_een_aanbieder_iets_vroeg(regio: Regiomensen) -> None:
    bsn = test_bsn(3)
    with klok.op(DAG):
        kind = maak_kind(regio.fatima, nieuw(bsn=bsn))
    kind.refresh_from_db()
    assert (kind.gemeente, kind.bsn, kind.bsn_zoek, kind.kenmerk) == (
        regio.lelystad, bsn, zoeksleutel(bsn), "K-2026-00001",
    )  # fmt: skip
    assert not Beurt.objects.filter(soort="bsn_aanvullen").exists()


def test_eerst_zoeken_dan_maken(regio: Regiomensen) -> None:
    with klok.op(DAG):
        kind = maak_kind(regio.fatima, nieuw(bsn=test_bsn(3)))
        (treffer,) = mogelijke_kinderen(regio.fatima, wie())
        assert (treffer.kind, treffer.zeker) == (kind, False)
        assert "geboortedatum" in treffer.waarom
        assert Regel.objects.filter(kind_id=kind.pk, handeling="inzage.kind_zoeken").exists()
        with pytest.raises(Geweigerd) as fout:
            maak_kind(regio.fatima, nieuw(bsn=test_bsn(4)))
        assert set(fout.value.velden) == {"ander_kind"}
        tweede = maak_kind(regio.fatima, nieuw(bsn=test_bsn(4)), ander_kind=True)
        assert tweede.pk != kind.pk


def test_hetzelfde_bsn_is_zeker_en_maakt_nooit_een_tweede_dossier(regio: Regiomensen) -> None:
    with klok.op(DAG):
        kind = maak_kind(regio.fatima, nieuw(bsn=test_bsn(3)))
        ander = wie(achternaam="Anders", voornamen="", geboortedatum=date(2010, 5, 5), bsn=test_bsn(3))
        (treffer,) = mogelijke_kinderen(regio.fatima, ander)
        assert treffer.zeker
        with pytest.raises(Geweigerd, match=kind.kenmerk):
            maak_kind(regio.fatima, NieuwKind(signalement=ander), ander_kind=True)


def test_over_een_andere_gemeente_wordt_niets_verteld(regio: Regiomensen) -> None:
    bsn = test_bsn(3)
    with klok.op(DAG):
        maak_kind(regio.fatima, nieuw(bsn=bsn))
        assert mogelijke_kinderen(regio.bram, wie(bsn=bsn)) == []
        assert maak_kind(regio.bram, nieuw(bsn=bsn)).gemeente == regio.dronten
        with pytest.raises(GeenRecht):
            mogelijke_kinderen(regio.noor, wie(bsn=bsn))
        with pytest.raises(GeenRecht):
            maak_kind(regio.jel, nieuw(bsn=bsn))


@pytest.mark.parametrize(
    ("dag", "zonder", "veld"),
    [
        (date(2026, 3, 3), "", "geboortedatum"),  # in the future
        (date(2002, 3, 2), "", "geboortedatum"),  # 24 years old
        (date(2003, 3, 2), "", "geboortedatum"),  # 23 today
        (date(2027, 3, 2), "ongeboren", "geboortedatum"),  # no pregnancy takes a year
        (date(2026, 3, 2), "ongeboren", "geboortedatum"),  # born
        (date(2017, 1, 15), "", "zonder_bsn"),  # neither number nor reason
        (date(2017, 1, 15), "niet_toegekend", "postcode"),
        (date(2017, 1, 15), "spoed", "zonder_bsn_uitleg"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_bij_het_veld(dag: date, zonder: str, veld: str, regio: Regiomensen) -> None:
    bsn = test_bsn(3) if not zonder and veld == "geboortedatum" else ""
    with klok.op(DAG), pytest.raises(Geweigerd) as fout:
        maak_kind(regio.fatima, nieuw(zonder, geboortedatum=dag, bsn=bsn))
    assert veld in fout.value.velden
    assert not Kind.objects.exists()


def test_een_bsn_dat_de_elfproef_niet_haalt_wordt_geweigerd(regio: Regiomensen) -> None:
    with klok.op(DAG), pytest.raises(Geweigerd, match="elfproef"):
        maak_kind(regio.fatima, nieuw(bsn="999900001"))


def test_zonder_bsn_staan_de_gegevens_van_de_wet_erin_en_ligt_er_een_beurt(regio: Regiomensen) -> None:
    with klok.op(DAG):
        kind = maak_kind(regio.fatima, nieuw("niet_toegekend", postcode="8232 ab", huisnummer=4))
        assert (kind.postcode, kind.huisnummer) == ("8232AB", 4)
        beurt = Beurt.objects.get(soort="bsn_aanvullen")
        with pytest.raises(Geweigerd, match="elfproef"):
            vul_bsn_aan(regio.fatima, kind.pk, "123456789")
        with pytest.raises(NietGevonden):
            vul_bsn_aan(regio.bram, kind.pk, test_bsn(3))
        vul_bsn_aan(regio.fatima, kind.pk, test_bsn(3))
        beurt.refresh_from_db()
        assert beurt.staat == Beurt.Staat.GEDAAN
        kind.refresh_from_db()
        assert (kind.bsn, kind.zonder_bsn) == (test_bsn(3), "")
        with pytest.raises(Geweigerd, match="al een bsn"):
            vul_bsn_aan(regio.fatima, kind.pk, test_bsn(4))


def test_een_ongeboren_kind_krijgt_bij_de_geboorte_zijn_dag_en_bsn(regio: Regiomensen, client: Client) -> None:
    with klok.op(DAG):
        kind = maak_kind(regio.fatima, nieuw("ongeboren", geboortedatum=date(2026, 6, 1), voornamen=""))
        assert aanduiding(kind) == "ongeboren kind"
        assert Beurt.objects.get(soort="bsn_aanvullen").uiterlijk == date(2026, 6, 1)
        open_hulpvraag(regio.fatima, kind.pk, Weg.EIGEN, DAG)
        client.force_login(regio.gebruiker("fatima"))
        assert "Ongeboren kind" in client.get(reverse("toegang:kind", args=[kind.pk])).content.decode()
    with klok.op(date(2026, 5, 28)):
        with pytest.raises(Geweigerd) as fout:
            vul_bsn_aan(regio.fatima, kind.pk, test_bsn(3))
        assert set(fout.value.velden) == {"geboren_op"}
        vul_bsn_aan(regio.fatima, kind.pk, test_bsn(3), geboren_op=date(2026, 5, 27))
    kind.refresh_from_db()
    assert (kind.geboortedatum, kind.zonder_bsn) == (date(2026, 5, 27), "")


def test_de_schermen_zoeken_eerst_en_houden_de_invoer(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("fatima"))
    velden = {"achternaam": "Zomer", "voornamen": "Thijs", "geboortedatum": "2017-01-15"}
    with klok.op(DAG):
        bestaand = maak_kind(regio.fatima, nieuw(bsn=test_bsn(3)))
        gevonden = client.post(reverse("gezinnen:zoek"), velden)
        assert bestaand.kenmerk in gevonden.content.decode()
        maken = {**velden, "geslacht": "1", "bsn": test_bsn(4)}
        geweigerd = client.post(reverse("gezinnen:nieuw"), maken)
        assert geweigerd.status_code == 422
        tekst = geweigerd.content.decode()
        assert "dit een ander kind is" in tekst
        assert test_bsn(4) in tekst  # nothing that was filled in is lost
        goed = client.post(reverse("gezinnen:nieuw"), {**maken, "ander_kind": "on"})
        kind = Kind.objects.get(bsn_zoek=zoeksleutel(test_bsn(4)))
        assert goed["Location"] == reverse("toegang:kind", args=[kind.pk])
        blad = client.get(goed["Location"]).content.decode()
        assert "Nieuwe hulpvraag" in blad
