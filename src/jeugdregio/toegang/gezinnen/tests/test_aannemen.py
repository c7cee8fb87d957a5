"""Jel works at the organisation that indicates for Lelystad: she writes down what families ask, and sees no more."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import VAN, Regiomensen, test_bsn

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.gezinnen.aanmaken import NieuwKind, maak_kind
from jeugdregio.toegang.gezinnen.aannemen import Vraag, neem_aan
from jeugdregio.toegang.gezinnen.zoeken import Signalement
from jeugdregio.toegang.hulpvragen.aannemen import wegen_van
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Rolverdeling, Weg
from jeugdregio.toegang.hulpvragen.spoed import start_spoedhulp
from jeugdregio.toegang.hulpvragen.wisselen import wijs_rol_toe
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import zichtbare_kinderen
from jeugdregio.toegang.termijnen import queries as termijnen

DAG = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def jel_indiceert(regio: Regiomensen) -> Rolverdeling:
    """The municipality holds every role itself, but on the road of an own request the organisation of Jel indicates."""
    for rol in (Casusrol.INDICATIE, Casusrol.CASUSREGIE, Casusrol.PROCESREGIE, Casusrol.PARTNERS):
        Rolverdeling.objects.create(
            gemeente=regio.lelystad, weg="", rol=rol, organisatie=regio.lelystad, bron="Verordening", van=VAN
        )
    return Rolverdeling.objects.create(
        gemeente=regio.lelystad, weg=Weg.EIGEN, rol=Casusrol.INDICATIE, organisatie=regio.uitvoerder,
        bron="Uitvoeringsovereenkomst", van=VAN,
    )  # fmt: skip


def thijs(**anders: object) -> NieuwKind:
    velden: dict[str, object] = {
        "achternaam": "Zomer", "voornamen": "Thijs", "geboortedatum": date(2017, 1, 15), "bsn": test_bsn(3),
    }  # fmt: skip
    return NieuwKind(signalement=Signalement(**{**velden, **anders}), geslacht="1")  # type: ignore[arg-type]


EIGEN = Vraag(Weg.EIGEN, DAG, "Thijs durft niet meer naar school.")


def test_zij_maakt_dossier_en_vraag_in_een_keer(regio: Regiomensen) -> None:
    with klok.op(DAG):
        vraag = neem_aan(regio.jel, thijs(), EIGEN)
        assert (vraag.gemeente, vraag.kind.gemeente, vraag.kind.bsn) == (regio.lelystad, regio.lelystad, test_bsn(3))
        assert vraag.rolhouders.get(rol=Casusrol.INDICATIE).organisatie == regio.uitvoerder
        assert vraag.rolhouders.get(rol=Casusrol.CASUSREGIE).organisatie == regio.lelystad
        assert set(zichtbare_kinderen(regio.jel)) == {vraag.kind}
        (beslistermijn,) = (
            k for k in termijnen.klokken_van(regio.jel, vraag.kind_id) if k.regel == "awb-beslistermijn"
        )
        assert beslistermijn.begon_op == DAG
    assert Regel.objects.filter(kind_id=vraag.kind_id, handeling="hulpvraag.geopend").exists()


def test_haar_vraag_komt_in_het_dossier_dat_er_al_was(regio: Regiomensen) -> None:
    with klok.op(DAG):
        bestaand = maak_kind(regio.fatima, thijs())
        assert not zichtbare_kinderen(regio.jel).exists()
        vraag = neem_aan(regio.jel, thijs(), EIGEN)
    assert vraag.kind == bestaand
    assert Kind.objects.count() == 1


@pytest.mark.parametrize("anders", [{"achternaam": "Winter"}, {"geboortedatum": date(2016, 1, 15)}])
def test_een_bsn_alleen_opent_geen_dossier(anders: dict[str, object], regio: Regiomensen) -> None:
    with klok.op(DAG):
        bestaand = maak_kind(regio.fatima, thijs())
        with pytest.raises(Geweigerd) as fout:
            neem_aan(regio.jel, thijs(**anders), EIGEN)
    assert set(fout.value.velden) == {"bsn"}
    assert bestaand.kenmerk not in str(fout.value)
    assert not Hulpvraag.objects.exists()
    assert Regel.objects.filter(kind_id=bestaand.pk, handeling="inzage.hulpvraag_aannemen").exists()


def test_zonder_bsn_vraagt_zij_eerst_de_gemeente(regio: Regiomensen) -> None:
    zonder = NieuwKind(
        signalement=thijs(bsn="", postcode="8232AB", huisnummer=4).signalement, zonder_bsn="niet_toegekend"
    )
    with klok.op(DAG):
        maak_kind(regio.fatima, thijs())
        with pytest.raises(Geweigerd) as fout:
            neem_aan(regio.jel, zonder, EIGEN)
        assert set(fout.value.velden) == {"ander_kind"}
        neem_aan(regio.jel, zonder, EIGEN, ander_kind=True)
    assert Kind.objects.count() == 2


def test_alleen_op_haar_weg_en_zolang_de_afspraak_loopt(regio: Regiomensen, jel_indiceert: Rolverdeling) -> None:
    with klok.op(DAG):
        assert wegen_van(regio.jel) == (Weg.EIGEN,)
        assert set(wegen_van(regio.fatima)) == set(Weg.values)
        assert wegen_van(regio.noor) == wegen_van(regio.beleid_lelystad) == ()
        with pytest.raises(Geweigerd) as fout:
            neem_aan(regio.jel, thijs(), Vraag(Weg.VEILIG_THUIS, DAG))
        assert set(fout.value.velden) == {"weg"}
        assert not Kind.objects.exists()  # a refused question leaves no file behind
        kind = neem_aan(regio.jel, thijs(), EIGEN).kind
        assert open_hulpvraag(regio.jel, kind.pk, Weg.EIGEN, DAG).kind == kind
        with pytest.raises(GeenRecht):
            start_spoedhulp(regio.jel, kind.pk, klok.nu(), door="De Brug", waarom="Gevaar")
        with pytest.raises(GeenRecht):
            maak_kind(regio.jel, thijs(bsn=test_bsn(4)))
        jel_indiceert.tot = date(2026, 3, 1)
        jel_indiceert.save()
        with pytest.raises(GeenRecht):
            neem_aan(regio.jel, thijs(bsn=test_bsn(4)), EIGEN)
        with pytest.raises(GeenRecht):
            neem_aan(regio.noor, thijs(bsn=test_bsn(4)), EIGEN)


def test_over_de_schermen_en_de_invoer_blijft_staan(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("jel"))
    wie = {"achternaam": "Zomer", "voornamen": "Thijs", "geboortedatum": "2017-01-15"}
    with klok.op(DAG):
        ander = maak_kind(regio.fatima, thijs())
        assert "Nieuwe vraag" in client.get(reverse("hulpvragen:lijst")).content.decode()
        gevonden = client.post(reverse("gezinnen:zoek"), wie).content.decode()
        assert "De gemeente heeft een dossier dat hierop lijkt" in gevonden
        assert ander.kenmerk not in gevonden
        assert "Eigen aanvraag" in gevonden
        assert "Huisarts" not in gevonden
        velden = {**wie, "geslacht": "1", "bsn": test_bsn(3), "ontvangen_op": "2026-03-02", "vraag": "Hij slaapt niet."}
        zonder_weg = client.post(reverse("gezinnen:nieuw"), velden)
        assert zonder_weg.status_code == 422
        assert "Hij slaapt niet." in zonder_weg.content.decode()
        later = client.post(reverse("gezinnen:nieuw"), {**velden, "weg": "eigen", "ontvangen_op": "2026-03-03"})
        assert later.status_code == 422
        assert "Kies een dag tussen" in later.content.decode()
        goed = client.post(reverse("gezinnen:nieuw"), {**velden, "weg": "eigen"}, follow=True)
    (vraag,) = Hulpvraag.objects.all()
    assert (vraag.kind, vraag.vraag) == (ander, "Hij slaapt niet.")
    assert vraag.kenmerk in goed.content.decode()


def test_zij_ziet_de_termijn_en_wijzigt_hem_niet(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("jel"))
    with klok.op(DAG):
        vraag = neem_aan(regio.jel, thijs(), EIGEN)
        (klok_,) = (k for k in termijnen.klokken_van(regio.jel, vraag.kind_id) if k.regel == "awb-beslistermijn")
        assert "Awb" in client.get(reverse("termijnen:klok", args=[klok_.pk])).content.decode()
        assert client.get(reverse("termijnen:aanvulling", args=[klok_.pk])).status_code == 403
        assert "doet de gemeente zelf" in client.get(reverse("termijnen:aanvulling", args=[klok_.pk])).content.decode()


def test_zij_is_aan_zet_voor_het_onderzoek_tot_een_ander_het_doet(regio: Regiomensen) -> None:
    with klok.op(DAG):
        vraag = neem_aan(regio.jel, thijs(), EIGEN)
        onderzoek = Beurt.objects.get(soort="klok_toegang-acht-weken")
        besluit = Beurt.objects.get(soort="klok_awb-beslistermijn")
        assert (onderzoek.organisatie, onderzoek.wachtende) == (regio.uitvoerder, regio.lelystad)
        assert (besluit.organisatie, besluit.wachtende) == (regio.lelystad, None)
    with klok.op(date(2026, 3, 10)):
        wijs_rol_toe(regio.fatima, vraag.pk, Casusrol.INDICATIE, regio.lelystad, versie=vraag.versie)
        onderzoek.refresh_from_db()
        assert (onderzoek.organisatie, onderzoek.wachtende) == (regio.lelystad, None)
    with klok.op(date(2026, 3, 12)):
        wijs_rol_toe(regio.fatima, vraag.pk, Casusrol.INDICATIE, regio.uitvoerder, versie=vraag.versie + 1)
        onderzoek.refresh_from_db()
        assert (onderzoek.organisatie, onderzoek.wachtende) == (regio.uitvoerder, regio.lelystad)
