"""The one way through the triggers: only after a granted destruction, only that child, only to the empty form."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.klok import nu
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.beschikkingen.models import Beschikking, Besluitbrief, Regel, Verzending
from jeugdregio.toegang.beschikkingen.tests.hulp import DAG, maak_zaak
from jeugdregio.toegang.bewaren import actions, beletsel
from jeugdregio.toegang.bewaren.models import Dossierverzoek
from jeugdregio.toegang.bezwaren.models import Beroep, Beslissing, Bezwaar
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.woonplaats.tests.hulp import maak_kind

Staat = Dossierverzoek.Staat
LEEGMAKEN = "UPDATE beschikkingen_beschikking SET motivering = 'Vernietigd'"
WEG = "DELETE FROM beschikkingen_verzending"
OORDEEL_LEEG = "UPDATE bezwaren_beslissing SET motivering = 'Vernietigd', sha256 = 'Vernietigd', pdf = NULL"


@pytest.fixture(autouse=True)
def _op() -> Iterator[None]:
    with klok.op(DAG):
        yield


@pytest.fixture
def kind(regio: Regiomensen) -> Kind:
    """Thijs, with a decision that was sent, an objection that was decided, and two cases at the court."""
    zaak = maak_zaak(regio)
    besluit = zaak.verzonden(zaak.natura())
    for nummer in (1, 2):
        bezwaar = Bezwaar.objects.create(
            kenmerk=f"BZ-{nummer}", beschikking=besluit, kind=zaak.kind, gemeente=regio.lelystad, kanaal="post",
            ontvangen_op=DAG, gronden="Wij redden het niet.", staat="verzonden", op_tijd=True,
        )  # fmt: skip
        Beslissing.objects.create(
            bezwaar=bezwaar, uitkomst="ongegrond", motivering="Oma helpt al.", voorschrift="Jeugdwet 2.3",
            namens="het college", ondertekend_door=regio.gebruiker("jurist_lelystad"), beslist_op=DAG, op_tijd=True,
            rechtbank="Midden-Nederland", pdf=b"%PDF", sha256="0" * 64, verzonden_op=DAG, beroep_tot=date(2026, 6, 18),
        )  # fmt: skip
        Beroep.objects.create(
            bezwaar=bezwaar, kind=zaak.kind, gemeente=regio.lelystad, soort="beroep", rechtbank="Midden-Nederland",
            zaaknummer=f"UTR 26/{nummer}", ingesteld_op=DAG, uitspraak="ongegrond", uitspraak_op=DAG,
        )  # fmt: skip
    return zaak.kind


def _verzoek(regio: Regiomensen, kind: Kind, staat: str = Staat.TOEGEWEZEN, **anders: Any) -> Dossierverzoek:
    besloten = {} if staat == Staat.OPEN else {
        "besloten_op": nu(), "besloten_door": regio.privacy_lelystad.gebruiker, "redenen": "Op verzoek.",
    }  # fmt: skip
    velden: dict[str, Any] = {"soort": Dossierverzoek.Soort.VERNIETIGING, "kenmerk": "D-1"} | besloten | anders
    return Dossierverzoek.objects.create(
        kind=kind, gemeente=regio.lelystad, verzoeker="ouder", wat="Alles.", identiteit="Paspoort",
        ontvangen_op=DAG, uiterlijk=DAG, staat=staat, **velden,
    )  # fmt: skip


def _geweigerd(*opdrachten: str) -> None:
    for opdracht in opdrachten:
        with pytest.raises(DatabaseError, match="verandert niet meer"), transaction.atomic():
            connection.cursor().execute(opdracht)


@pytest.mark.parametrize(
    "anders",
    [
        {"staat": Staat.OPEN},
        {"staat": Staat.GEWEIGERD},
        {"staat": Staat.DEELS},
        {"staat": Staat.UITGEVOERD, "uitgevoerd_op": nu()},
        {"soort": Dossierverzoek.Soort.CORRECTIE},
        {"besloten_door": None},
    ],
)
def test_zonder_toegewezen_vernietiging_blijft_de_deur_dicht(
    regio: Regiomensen, kind: Kind, anders: dict[str, Any]
) -> None:
    _verzoek(regio, kind, **anders)
    _geweigerd(LEEGMAKEN, WEG, OORDEEL_LEEG)


def test_de_deur_is_alleen_open_voor_dat_kind(regio: Regiomensen, kind: Kind) -> None:
    _verzoek(regio, maak_kind(regio.lelystad, regio.de_brug).kind)
    _geweigerd(LEEGMAKEN, WEG, OORDEEL_LEEG)


def test_door_de_deur_gaat_alleen_de_lege_vorm(regio: Regiomensen, kind: Kind) -> None:
    _verzoek(regio, kind)
    _geweigerd(
        "UPDATE beschikkingen_beschikking SET motivering = 'anders'",
        "UPDATE beschikkingen_beschikking SET motivering = 'Vernietigd', bezwaar_tot = NULL",
        "UPDATE beschikkingen_beschikking SET soort = 'weigering'",
        "UPDATE beschikkingen_regel SET volume = 99",
        "DELETE FROM beschikkingen_beschikking",
        "DELETE FROM beschikkingen_regel",
        "UPDATE beschikkingen_besluitbrief SET sha256 = 'Vernietigd'",
        "UPDATE bezwaren_beslissing SET motivering = 'anders'",
        "UPDATE bezwaren_beslissing SET uitkomst = 'gegrond'",
        "DELETE FROM bezwaren_beslissing",
    )


def test_vernietigen_maakt_besluiten_leeg_en_sluit_de_deur(
    regio: Regiomensen, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beletsel, "_beletselen", {})
    verzoek = actions.voer_uit(regio.privacy_lelystad, _verzoek(regio, kind).pk, versie=1)
    assert (verzoek.staat, verzoek.wat, verzoek.redenen) == (Staat.UITGEVOERD, "Vernietigd", "Op verzoek.")
    besluit = Beschikking.objects.get()
    assert (besluit.motivering, besluit.inhoud, besluit.verzonden_op) == ("Vernietigd", {}, DAG)
    assert Regel.objects.get().volume == 8
    assert not Besluitbrief.objects.exists()
    assert not Verzending.objects.exists()
    assert set(Beslissing.objects.values_list("motivering", "pdf", "uitkomst")) == {("Vernietigd", None, "ongegrond")}
    assert all(nummer.startswith("Vernietigd ") for nummer in Beroep.objects.values_list("zaaknummer", flat=True))
    assert not Beurt.objects.filter(kind_id=kind.pk, staat=Beurt.Staat.OPEN).exists()
    _geweigerd(LEEGMAKEN, OORDEEL_LEEG)


def test_wat_nog_loopt_houdt_het_dossier(regio: Regiomensen, kind: Kind) -> None:
    """A case at the court, an objection, and the term to bring a decision to court each keep it."""

    def houdt(naam: str) -> str:
        return beletsel._beletselen[naam](kind)

    assert "beroep" in houdt("beroep")
    assert not houdt("bezwaar")
    with klok.op(date(2026, 6, 19)):
        assert not houdt("beroep")
    Beroep.objects.filter(zaaknummer="UTR 26/1").update(uitspraak="", uitspraak_op=None)
    assert "rechter" in houdt("bezwaar")
    Bezwaar.objects.filter(kenmerk="BZ-2").update(staat="loopt")
    assert "bezwaar" in houdt("bezwaar")
    assert "Er loopt nog een hulpvraag" in houdt("hulpvraag")
