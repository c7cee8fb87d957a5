"""Tom of 9 in Lelystad, whose parents ask for help themselves on Monday 2 March 2026."""

from datetime import date

from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Weg
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.termijnen.actions import loopt_er
from jeugdregio.toegang.termijnen.models import Klok

AANVRAAG = date(2026, 3, 2)


def maak_tom(regio: Regiomensen, nummer: int = 1) -> Kind:
    """Make the child; with a number, another one like him."""
    return Kind.objects.create(
        kenmerk=f"K-2026-0900{nummer}", geboortedatum=date(2016, 11, 5), geslacht="1", achternaam="Jansen",
        voornamen="Tom", gemeente=regio.lelystad, woonplaats_sinds=date(2016, 11, 5), woonplaats_bron="BRP-adres",
    )  # fmt: skip


def vraag_aan(regio: Regiomensen, weg: str = Weg.EIGEN, kind: Kind | None = None, verwijzer: str = "") -> Hulpvraag:
    """Open the question of Tom on the day of his application."""
    kind = kind or maak_tom(regio)
    with klok.op(AANVRAAG):
        return open_hulpvraag(regio.fatima, kind.pk, weg, AANVRAAG, verwijzer=verwijzer)


def beslisklok(hulpvraag: Hulpvraag) -> Klok:
    """Return the decision term of a question."""
    gevonden = loopt_er("awb-beslistermijn", ("hulpvraag", hulpvraag.pk))
    assert gevonden is not None
    return gevonden
