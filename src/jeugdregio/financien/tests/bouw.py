"""Small builders for the tests of money."""

from datetime import date, datetime

from tests.mensen import test_bsn

from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.financien.messages import Declaratieregel
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.models import Kind, Levering, Toewijzing

SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 30))
TARIEF = 12840


def kind(gemeente: Organisatie, volgnummer: int = 0) -> Kind:
    """A child of this municipality with the n-th test BSN."""
    bsn = test_bsn(volgnummer)
    return Kind.objects.create(
        kenmerk=f"K-{gemeente.code}-{volgnummer}", bsn=bsn, bsn_zoek=zoeksleutel(bsn), gemeente=gemeente,
        geboortedatum=date(2012, 3, 1), geslacht="2", achternaam="Vogel", voornamen="Mirthe",
    )  # fmt: skip


def toewijzing(van: Kind, aanbieder: Organisatie, nummer: int, **velden: object) -> Toewijzing:
    """An assignment of 8 hours a month of 45A04 from 1 July 2026, unless said otherwise."""
    standaard: dict[str, object] = {
        "categorie": "45", "code": "45A04", "ingangsdatum": date(2026, 7, 1), "einddatum": date(2027, 6, 30),
        "volume": 8, "eenheid": "04", "frequentie": "4",
        "toegewezen_op": datetime(2026, 6, 25, 12, tzinfo=AMSTERDAM),
    }  # fmt: skip
    return Toewijzing.objects.create(
        kind=van, gemeente=van.gemeente, aanbieder=aanbieder, nummer=str(nummer), **{**standaard, **velden}
    )


def levering(van: Toewijzing, begin: date = date(2026, 7, 1), eind: date | None = None) -> Levering:
    """A delivery that started."""
    return Levering.objects.create(toewijzing=van, begindatum=begin, einddatum=eind)


def regel(op: Toewijzing, referentie: str, volume: int = 8, **velden: object) -> Declaratieregel:
    """A line of September at the contract price, unless said otherwise."""
    tarief = velden.get("tarief", TARIEF)
    standaard: dict[str, object] = {
        "bsn": op.kind.bsn, "toewijzing_nummer": int(op.nummer), "categorie": op.categorie, "code": op.code,
        "begindatum": SEPTEMBER[0], "einddatum": SEPTEMBER[1], "volume": volume, "eenheid": op.eenheid,
        "tarief": tarief, "bedrag": volume * tarief, "referentie": referentie,
    }  # fmt: skip
    return Declaratieregel(**{**standaard, **velden})  # type: ignore[arg-type]


def opgeslagen(aanbieder: Organisatie, gemeente: Organisatie, identificatie: str = "B1") -> Bericht:
    """A stored message without content, for tests below the post room."""
    return Bericht.objects.create(
        richting="in", staat="verwerkt", kanaal="api", soort="JW323", afzender=aanbieder, ontvanger=gemeente,
        afzender_code=aanbieder.code, ontvanger_code=gemeente.code, identificatie=identificatie,
        inhoud=b"", omvang=0, vingerafdruk="",
    )  # fmt: skip
