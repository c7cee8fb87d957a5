"""The waiting list: one visible rule, the place that follows from it, contact while waiting, what a family refuses."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.ruimte import bijhouden, instellen, uit_feiten, wachten, wachtqueries
from jeugdregio.zorglandschap.ruimte.models import Ruimtetermijn, Wachtende

DAG = date(2026, 6, 1)


def _meld(wie: Wie, kenmerk: str, op: date, urgentie: int = 3, code: str = "54001") -> Wachtende:
    with klok.op(op):
        return wachten.meld_aan(
            wie, kenmerk=kenmerk, product_code=code, aangemeld_op=op, urgentie=urgentie,
            urgentie_reden="Het kind eet niet." if urgentie < 3 else "",
        )  # fmt: skip


def _volgorde(wie: Wie) -> list[tuple[str, int | None]]:
    _, rijen = wachtqueries.wachtlijst(wie, alles=False, pagina="1", product="54001")
    return [(rij.wachtende.kenmerk, rij.plaats) for rij in rijen]


def _open(soort: str) -> list[Beurt]:
    return list(Beurt.objects.filter(soort=soort, staat="open").order_by("uiterlijk"))


@pytest.fixture
def lijst(regio: Regiomensen) -> dict[str, Wachtende]:
    """Return three children of Lelystad that wait for the same, one of Dronten, one that waits for other help."""
    return {
        "eerst": _meld(regio.fatima, "K-1", DAG),
        "later": _meld(regio.fatima, "K-2", DAG + timedelta(days=9)),
        "dringend": _meld(regio.fatima, "K-3", DAG + timedelta(days=20), urgentie=1),
        "dronten": _meld(regio.bram, "K-4", DAG - timedelta(days=30)),
        "anders": _meld(regio.fatima, "K-5", DAG, code="45A04"),
    }


def test_de_regel_bepaalt_de_plaats_en_zegt_waarom(regio: Regiomensen, lijst: dict[str, Wachtende]) -> None:
    with klok.op(date(2026, 7, 1)):
        assert _volgorde(regio.fatima) == [("K-3", 1), ("K-1", 2), ("K-2", 3)]
        assert _volgorde(regio.bram) == [("K-4", 1)]
        (rij,) = wachtqueries.rijen(regio.fatima, [lijst["dringend"]])
        assert rij.waarom == "dringend, aangemeld op 21 juni 2026"


def test_een_andere_regel_vanaf_een_dag(regio: Regiomensen, cees: Wie, lijst: dict[str, Wachtende]) -> None:
    with klok.op(date(2026, 7, 1)):
        dagen = dict.fromkeys(instellen.DAGEN, 14)
        instellen.zet_termijnen(cees, van=date(2026, 7, 2), bron="Besluit 7", dagen=dagen, volgorde="datum")
        assert _volgorde(regio.fatima)[0] == ("K-3", 1), "vandaag geldt de oude regel nog"
    with klok.op(date(2026, 7, 2)):
        assert _volgorde(regio.fatima) == [("K-1", 1), ("K-2", 2), ("K-3", 3)]


def test_voorgaan_vraagt_een_reden(regio: Regiomensen, lijst: dict[str, Wachtende]) -> None:
    with klok.op(date(2026, 7, 1)):
        later = lijst["later"]
        with pytest.raises(Geweigerd) as fout:
            bijhouden.wijzig_urgentie(regio.fatima, later.pk, versie=1, urgentie=2, urgentie_reden=" ")
        assert set(fout.value.velden) == {"urgentie_reden"}
        bijhouden.wijzig_urgentie(regio.fatima, later.pk, versie=1, urgentie=2, urgentie_reden="Thuis gaat het mis.")
        assert _volgorde(regio.fatima) == [("K-3", 1), ("K-2", 2), ("K-1", 3)]
        with pytest.raises(NietGevonden):
            bijhouden.wijzig_urgentie(regio.bram, later.pk, versie=2, urgentie=1, urgentie_reden="x")


def test_een_geweigerd_maatje_staat_erin_en_het_contact_gaat_door(regio: Regiomensen) -> None:
    meisje = _meld(regio.fatima, "K-1", DAG)
    with klok.op(date(2026, 6, 20)):
        wachten.bied_aan(regio.fatima, meisje.pk, versie=1, soort="maatje", wat="Maatje", aangenomen=False)
        assert _open("wachten_overbruggen"), "een nee overbrugt het wachten niet"
        (beurt,) = _open("wachten_contact")
        assert beurt.uiterlijk == date(2026, 7, 18)
    with klok.op(date(2026, 7, 10)):
        bijhouden.leg_contact_vast(
            regio.fatima, meisje.pk, versie=2, op=date(2026, 7, 10), hoe="bellen", wat="Het gaat iets beter."
        )
        (beurt,) = _open("wachten_contact")
        assert beurt.uiterlijk == date(2026, 8, 7)
        wachten.beeindig(regio.fatima, meisje.pk, versie=3, op=date(2026, 7, 10), waarom="Hulp begonnen", begonnen=True)
        meisje.refresh_from_db()
        assert meisje.gestart_op == date(2026, 7, 10)
        assert not _open("wachten_contact")


def test_de_start_haalt_een_kind_van_de_lijst_en_een_vergissing_zet_het_terug(
    regio: Regiomensen, lijst: dict[str, Wachtende]
) -> None:
    with klok.op(date(2026, 7, 1)):
        assert uit_feiten.hulp_begonnen(regio.lelystad, "54001", "K-1", date(2026, 6, 29)) == 1
        assert uit_feiten.hulp_begonnen(regio.dronten, "54001", "K-2", date(2026, 6, 29)) == 0
        lijst["eerst"].refresh_from_db()
        assert (lijst["eerst"].gestart_op, lijst["eerst"].einde_op) == (date(2026, 6, 29), date(2026, 6, 29))
        assert _volgorde(regio.fatima) == [("K-3", 1), ("K-2", 2)]
        assert uit_feiten.start_ingetrokken(regio.lelystad, "54001", "K-1", date(2026, 6, 29)) == 1
        assert _volgorde(regio.fatima) == [("K-3", 1), ("K-1", 2), ("K-2", 3)]


def test_een_toewijzing_zonder_start_komt_een_keer_op_de_lijst(regio: Regiomensen) -> None:
    rij = uit_feiten.ZonderStart(
        gemeente=regio.lelystad, aanbieder_id=regio.de_brug.pk, kenmerk="K-7", kind_id=uuid4(), code="54001",
        toegewezen_op=DAG,
    )  # fmt: skip
    with klok.op(date(2026, 7, 1)):
        assert uit_feiten.zet_op_lijst([rij, rij], date(2026, 7, 1)) == 1
        assert uit_feiten.zet_op_lijst([rij], date(2026, 7, 2)) == 0
        wachtende = Wachtende.objects.get()
        assert (wachtende.aangemeld_op, wachtende.uiterlijk) == (DAG, date(2026, 6, 29))
        assert len(_open("wachten_overbruggen")) == 1
        wachten.beeindig(regio.fatima, wachtende.pk, versie=1, op=date(2026, 7, 1), waarom="Gezin verhuist")
        assert uit_feiten.zet_op_lijst([rij], date(2026, 7, 3)) == 0, "wie er met de hand af is, komt niet terug"


def test_de_wachttijd_heeft_een_bron_en_een_dag(regio: Regiomensen) -> None:
    meisje = _meld(regio.fatima, "K-1", DAG)
    with klok.op(DAG):
        with pytest.raises(Geweigerd):
            bijhouden.noteer_wachttijd(
                regio.fatima, meisje.pk, versie=1, wachttijd_dagen=90, wachttijd_bron="telefoon",
                wachttijd_op=DAG + timedelta(days=1),
            )  # fmt: skip
        na = bijhouden.noteer_wachttijd(
            regio.fatima, meisje.pk, versie=1, wachttijd_dagen=90, wachttijd_bron="telefoon", wachttijd_op=DAG
        )
    assert (na.wachttijd_dagen, na.wachttijd_bron, na.wachttijd_op) == (90, "telefoon", DAG)
    with pytest.raises((GeenRecht, NietGevonden)):
        bijhouden.noteer_wachttijd(
            regio.noor, meisje.pk, versie=2, wachttijd_dagen=1, wachttijd_bron="telefoon", wachttijd_op=DAG
        )


def test_de_lijst_toont_de_regel_en_vraagt_niet_meer_bij_meer_kinderen(
    regio: Regiomensen, client: Client, django_assert_max_num_queries: object
) -> None:
    client.force_login(regio.gebruiker("fatima"))
    with klok.op(date(2026, 7, 1)):
        Ruimtetermijn.objects.create(van=date(2026, 1, 1), bron="Afspraak wachtlijst")
        for nummer in range(20):
            _meld(regio.fatima, f"K-{nummer + 10}", DAG + timedelta(days=nummer))
        with django_assert_max_num_queries(22):  # type: ignore[operator]
            bladzij = client.get("/plek/wachtlijst/").content.decode()
    assert "eerst wie het dringendst is, daarna wie het langst wacht" in bladzij
    assert "Afspraak wachtlijst" in bladzij
