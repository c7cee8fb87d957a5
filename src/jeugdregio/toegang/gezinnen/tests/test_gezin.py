"""One family: brothers and sisters linked, people offered and never copied, authority with its source and end."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen, test_bsn

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.toegang import actions as toegang
from jeugdregio.toegang.gezinnen import broers
from jeugdregio.toegang.hulpvragen.tests.hulp import maak_kind
from jeugdregio.toegang.models import Gezin, Kind

DAG = date(2026, 3, 2)


def test_broers_worden_gekoppeld_en_ouders_alleen_aangeboden(regio: Regiomensen) -> None:
    thijs, mila, sem = (maak_kind(regio.lelystad, test_bsn(n), n) for n in (3, 4, 5))
    with klok.op(DAG):
        toegang.voeg_gezagsdrager_toe(regio.fatima, thijs.pk, "Kim Zomer", "moeder", bron="register", nagekeken_op=DAG)
        gezin = broers.koppel(regio.fatima, mila.pk, thijs.kenmerk)
        assert broers.koppel(regio.fatima, sem.pk, mila.kenmerk.lower()) == gezin
        mila.refresh_from_db()
        assert {k.pk for k in broers.broers_en_zussen(regio.fatima, mila)} == {thijs.pk, sem.pk}
        # Nothing was copied: Kim is offered, and authority is looked up for this child.
        assert not mila.gezagsdragers.exists()
        (kim,) = broers.aan_te_bieden(regio.fatima, mila)
        broers.neem_over(regio.fatima, mila.pk, kim.pk, gezag=True, bron="register")
        over = mila.gezagsdragers.get()
        assert (over.naam, over.gezag_bron, over.gezag_nagekeken_op) == ("Kim Zomer", "register", DAG)
        assert broers.aan_te_bieden(regio.fatima, mila) == []
        with pytest.raises(NietGevonden):
            broers.neem_over(regio.fatima, mila.pk, kim.pk, gezag=True, bron="register")


def test_twee_gezinnen_worden_een_en_een_kind_alleen_is_geen_gezin(regio: Regiomensen) -> None:
    a, b, c, d = (maak_kind(regio.lelystad, test_bsn(n), n) for n in (3, 4, 5, 6))
    with klok.op(DAG):
        broers.koppel(regio.fatima, a.pk, b.kenmerk)
        broers.koppel(regio.fatima, c.pk, d.kenmerk)
        broers.koppel(regio.fatima, a.pk, c.kenmerk)
        assert Gezin.objects.count() == 1
        assert Kind.objects.filter(gezin=Gezin.objects.get()).count() == 4
        for kind in (a, b, c):
            broers.ontkoppel(regio.fatima, kind.pk)
        assert not Gezin.objects.exists()


def test_een_kind_van_een_andere_gemeente_of_zichzelf_wordt_niet_gekoppeld(regio: Regiomensen) -> None:
    kind, elders = maak_kind(regio.lelystad, test_bsn(3)), maak_kind(regio.dronten, test_bsn(4), 2)
    with klok.op(DAG):
        for dossier, zegt in ((elders.kenmerk, "geen dossier"), (kind.kenmerk, "kind zelf"), ("K-1", "geen dossier")):
            with pytest.raises(Geweigerd, match=zegt):
                broers.koppel(regio.fatima, kind.pk, dossier)
        with pytest.raises(NietGevonden):
            broers.koppel(regio.bram, kind.pk, elders.kenmerk)


def test_wie_geen_voogd_is_wordt_geweigerd_en_met_uitspraak_niet(regio: Regiomensen) -> None:
    kind = maak_kind(regio.lelystad, test_bsn(3))
    with klok.op(DAG):
        with pytest.raises(Geweigerd) as fout:
            toegang.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Opa Zomer", "voogd")
        assert set(fout.value.velden) == {"bron"}
        assert "BW 1:280" in fout.value.velden["bron"]
        oma = toegang.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Oma Zomer", "oma", gezag=False)
        assert not oma.heeft_gezag_op(DAG)
        toegang.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Opa Zomer", "voogd", bron="uitspraak", nagekeken_op=DAG)
        toegang.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Kim Zomer", "moeder")
        with pytest.raises(Geweigerd, match="meer dan 2"):
            toegang.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Rob Zomer", "vader")
        with pytest.raises(Geweigerd) as fout:
            toegang.voeg_gezagsdrager_toe(
                regio.fatima, kind.pk, "Rob", "vader", bron="register", nagekeken_op=date(2026, 3, 3)
            )
        assert set(fout.value.velden) == {"nagekeken_op"}


def test_het_einde_van_gezag_heeft_een_dag_en_maakt_plaats(regio: Regiomensen) -> None:
    kind = maak_kind(regio.lelystad, test_bsn(3))
    with klok.op(DAG):
        kim = toegang.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Kim Zomer", "moeder")
        toegang.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Rob Zomer", "vader")
        with pytest.raises(Geweigerd):
            toegang.eindig_gezag(regio.fatima, kim.pk, date(2026, 3, 3), "uitspraak")
        with pytest.raises(NietGevonden):
            toegang.eindig_gezag(regio.bram, kim.pk, date(2026, 3, 1), "uitspraak")
        for waarom in ("", "zomaar", "meerderjarig"):
            with pytest.raises(Geweigerd) as fout:
                toegang.eindig_gezag(regio.fatima, kim.pk, date(2026, 3, 1), waarom)
            assert set(fout.value.velden) == {"waarom"}
        toegang.eindig_gezag(regio.fatima, kim.pk, date(2026, 3, 1), "uitspraak")
        assert Regel.objects.get(handeling="gezag.geeindigd").gegevens["waarom"] == "uitspraak"
        kim.refresh_from_db()
        assert (kim.heeft_gezag_op(date(2026, 3, 1)), kim.heeft_gezag_op(DAG)) == (True, False)
        toegang.voeg_gezagsdrager_toe(regio.fatima, kind.pk, "Ida Winter", "voogd", bron="uitspraak", nagekeken_op=DAG)
        toegang.leg_gezag_vast(regio.fatima, kind.gezagsdragers.get(naam="Rob Zomer").pk, "register", DAG)


def test_de_schermen_van_het_gezin(regio: Regiomensen, client: Client) -> None:
    thijs, mila = maak_kind(regio.lelystad, test_bsn(3)), maak_kind(regio.lelystad, test_bsn(4), 2, voornamen="Mila")
    client.force_login(regio.gebruiker("fatima"))
    with klok.op(DAG):
        kim = toegang.voeg_gezagsdrager_toe(regio.fatima, thijs.pk, "Kim Zomer", "moeder")
        fout = client.post(reverse("gezinnen:koppel", args=[mila.pk]), {"dossier": "K-0"})
        assert (fout.status_code, "K-0" in fout.content.decode()) == (422, True)
        client.post(reverse("gezinnen:koppel", args=[mila.pk]), {"dossier": thijs.kenmerk})
        blad = client.get(reverse("toegang:kind", args=[mila.pk])).content.decode()
        assert "Thijs Zomer" in blad
        assert "Neem over" in blad
        velden = {"gezag": "on", "bron": "register", "nagekeken_op": "2026-03-02"}
        client.post(reverse("gezinnen:neem_over", args=[mila.pk, kim.pk]), velden)
        assert mila.gezagsdragers.get().gezag
        client.post(reverse("gezinnen:gezag", args=[kim.pk]), {"bron": "akte", "nagekeken_op": "2026-03-02"})
        einde = reverse("gezinnen:gezag_einde", args=[kim.pk])
        assert client.post(einde, {"tot": "2026-03-01"}).status_code == 422
        client.post(einde, {"tot": "2026-03-01", "waarom": "overleden"})
        assert "deze persoon is overleden" in client.get(reverse("toegang:kind", args=[thijs.pk])).content.decode()
        kim.refresh_from_db()
        assert (kim.gezag_bron, kim.gezag_tot) == ("akte", date(2026, 3, 1))
