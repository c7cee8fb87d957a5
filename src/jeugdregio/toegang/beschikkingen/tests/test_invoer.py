"""What cannot be is refused with the article or the field, and the draft stays as it was."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.toegang.beschikkingen import actions
from jeugdregio.toegang.beschikkingen.models import Staat
from jeugdregio.toegang.beschikkingen.oordeel import oordeel
from jeugdregio.toegang.beschikkingen.permissions import haal
from jeugdregio.toegang.beschikkingen.tests.hulp import DAG, GEWEIGERD, Zaak, maak_zaak, versie, ververst
from jeugdregio.zorglandschap.models import Product

pytestmark = pytest.mark.django_db
GOED: dict[str, Any] = {
    "kan_het_aan": True, "kan_uitleg": "Moeder doet de administratie.", "past_niet": True,
    "past_uitleg": "Nieuwe gezichten geven paniek.", "kwaliteit": True, "kwaliteit_uitleg": "Geregistreerd, met VOG.",
}  # fmt: skip


@pytest.fixture
def zaak(regio: Regiomensen) -> Zaak:
    """Thijs, 9 years, with his question."""
    return maak_zaak(regio)


@pytest.fixture(autouse=True)
def _op() -> Iterator[None]:
    """The seventh of May."""
    with klok.op(DAG):
        yield


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"einddatum": date(2026, 5, 1)}, "einddatum"),
        ({"einddatum": None}, "einddatum"),
        ({"ingangsdatum": date(2016, 7, 31)}, "ingangsdatum"),
        ({"einddatum": date(2039, 8, 1)}, "einddatum"),
        ({"ingangsdatum": date(2026, 1, 1), "einddatum": date(2026, 5, 6)}, "einddatum"),
        ({"volume": 0}, "volume"),
        ({"volume": None}, "volume"),
        ({"frequentie": "9"}, "frequentie"),
        ({"product": "99X99"}, "product"),
        ({"vorm": "pgb"}, "pgb_centen"),
        ({"vorm": "pgb", "pgb_centen": -5}, "pgb_centen"),
        ({"vorm": "pgb", "pgb_centen": 100_000_001}, "pgb_centen"),
        ({"pgb_centen": 100}, "pgb_centen"),
        ({"toegekend": False}, "reden"),
    ],
)
def test_een_regel_die_niet_kan(zaak: Zaak, anders: dict[str, Any], veld: str) -> None:
    b = zaak.begin()
    with pytest.raises(Geweigerd) as fout:
        zaak.regel(b, **anders)
    assert veld in fout.value.velden
    assert (b.regels.count(), versie(b)) == (0, b.versie)


def test_een_toewijzing_of_regel_van_een_ander_bestaat_niet(zaak: Zaak, regio: Regiomensen) -> None:
    b = zaak.begin()
    with pytest.raises(NietGevonden):
        zaak.regel(b, over_id=zaak.kind.pk)
    with pytest.raises(NietGevonden):
        actions.verwijder_regel(zaak.fatima, b.pk, zaak.kind.pk, versie=b.versie)
    with pytest.raises(NietGevonden):
        actions.begin(regio.bram, zaak.vraag.pk, "natura")
    with pytest.raises(GeenRecht):
        actions.begin(regio.noor, zaak.vraag.pk, "natura")


@pytest.mark.parametrize("dag", [date(2026, 3, 1), date(2026, 5, 8)])
def test_horen_voor_de_vraag_of_in_de_toekomst_kan_niet(zaak: Zaak, dag: date) -> None:
    b = zaak.begin("weigering", GEWEIGERD)
    with pytest.raises(Geweigerd) as fout:
        actions.schrijf(zaak.fatima, b.pk, {"zienswijze_op": dag}, versie=b.versie)
    assert set(fout.value.velden) == {"zienswijze_op"}


def test_een_weigering_op_andere_gegevens_pas_na_horen(zaak: Zaak) -> None:
    b = zaak.begin("weigering", GEWEIGERD | {"afwijkende_gegevens": True})
    with pytest.raises(Geweigerd, match="Awb 4:7"):
        actions.bied_aan(zaak.fatima, b.pk, versie=b.versie)
    gehoord = {"zienswijze_op": date(2026, 4, 20), "zienswijze": "Wij zien dat anders."}
    b = actions.schrijf(zaak.fatima, b.pk, gehoord, versie=b.versie)
    b = zaak.verzonden(b)
    assert "Wij zien dat anders." in str(b.inhoud)
    assert not b.regels.exists()


def test_een_weigering_noemt_grond_en_artikel(zaak: Zaak) -> None:
    b = zaak.begin("weigering", GEWEIGERD | {"weigergrond": "", "voorschrift": ""})
    with pytest.raises(Geweigerd, match="waarop de weigering rust") as fout:
        actions.bied_aan(zaak.fatima, b.pk, versie=b.versie)
    assert "Awb 3:47 lid 2" in str(fout.value)


def test_na_een_verwijzing_wordt_niet_op_noodzaak_geweigerd(regio: Regiomensen) -> None:
    zaak = maak_zaak(regio, weg="huisarts")
    b = zaak.begin("weigering", GEWEIGERD)
    with pytest.raises(Geweigerd, match="niet of de hulp nodig is"):
        actions.bied_aan(zaak.fatima, b.pk, versie=b.versie)
    b = actions.schrijf(zaak.fatima, b.pk, {"weigergrond": "woonplaats"}, versie=b.versie)
    assert actions.bied_aan(zaak.fatima, b.pk, versie=b.versie).staat == Staat.TE_TEKENEN


def _budget(zaak: Zaak, soort: str, **toets: Any) -> Any:
    b = zaak.begin(soort, (GEWEIGERD | {"weigergrond": "pgb"}) if soort == "weigering" else None)
    if soort == "pgb":
        zaak.regel(b, vorm="pgb", pgb_centen=500_000)
    actions.zet_pgb_toets(zaak.fatima, b.pk, GOED | toets, versie=versie(b))
    return ververst(b)


def test_een_budget_zonder_de_toetsen_kan_niet(zaak: Zaak) -> None:
    b = zaak.begin("pgb")
    zaak.regel(b, vorm="pgb", pgb_centen=500_000)
    with pytest.raises(Geweigerd, match="oordeel op de drie toetsen") as fout:
        actions.bied_aan(zaak.fatima, b.pk, versie=versie(b))
    assert "8.1.1 lid 2" in fout.value.grondslag


def test_een_budget_met_een_toets_die_niet_slaagt_kan_niet(zaak: Zaak) -> None:
    b = _budget(zaak, "pgb", kwaliteit=False)
    with pytest.raises(Geweigerd, match=r"8\.1\.1 lid 2 onder c"):
        actions.bied_aan(zaak.fatima, b.pk, versie=b.versie)


def test_een_budget_tekent_de_teamleider(zaak: Zaak, regio: Regiomensen) -> None:
    b = actions.bied_aan(zaak.fatima, (concept := _budget(zaak, "pgb")).pk, versie=concept.versie)
    with pytest.raises(Geweigerd, match="mag dit niet"):
        actions.teken(zaak.fatima, b.pk, versie=b.versie)
    b = actions.teken(regio.teamleider_lelystad, b.pk, versie=b.versie)
    b = actions.verzend(zaak.fatima, b.pk, zaak.wijzen(), versie=b.versie)
    uitvoering = actions.voer_uit(zaak.fatima, b.pk, b.regels.get().pk)
    assert (uitvoering.wijze, uitvoering.toewijzing) == ("pgb", None)


def test_een_budget_weigeren_noemt_de_toets_die_niet_slaagt(zaak: Zaak) -> None:
    zonder = _budget(zaak, "weigering", kwaliteit=False, kwaliteit_uitleg="")
    with pytest.raises(Geweigerd, match="waarborg van kwaliteit"):
        actions.bied_aan(zaak.fatima, zonder.pk, versie=zonder.versie)
    actions.zet_pgb_toets(zaak.fatima, zonder.pk, {"kwaliteit_uitleg": "Geen registratie."}, versie=zonder.versie)
    assert actions.bied_aan(zaak.fatima, zonder.pk, versie=versie(zonder)).staat == Staat.TE_TEKENEN


def test_als_alle_toetsen_slagen_is_alleen_het_meerdere_te_weigeren(zaak: Zaak) -> None:
    b = _budget(zaak, "weigering")
    with pytest.raises(Geweigerd, match="recht op het budget"):
        actions.bied_aan(zaak.fatima, b.pk, versie=b.versie)
    meer = {"gevraagd_centen": 600_000, "natura_centen": 500_000}
    actions.zet_pgb_toets(zaak.fatima, b.pk, meer, versie=b.versie)
    assert actions.bied_aan(zaak.fatima, b.pk, versie=versie(b)).staat == Staat.TE_TEKENEN


def test_wonen_buiten_het_gezin_vraagt_een_reden(zaak: Zaak, regio: Regiomensen) -> None:
    Product.objects.create(categorie="43", code="43A07", naam="Verblijf op een groep", eenheid="14", verblijf=True)
    b = zaak.begin()
    zaak.regel(b, product="43A01", volume=7, frequentie="2")
    punten = {p.naam: p for p in oordeel(haal(zaak.fatima, b.pk))}
    assert punten["Eerst een gezin"].goed
    zaak.regel(b, product="43A07", volume=7, frequentie="2")
    punten = {p.naam: p for p in oordeel(haal(zaak.fatima, b.pk))}
    assert "2.3 lid 6" in punten["Eerst een gezin"].mist[0]
    actions.schrijf(zaak.fatima, b.pk, {"pleeggezin_reden": "Hij liep twee keer weg."}, versie=versie(b))
    assert {p.naam: p for p in oordeel(haal(zaak.fatima, b.pk))}["Eerst een gezin"].goed
