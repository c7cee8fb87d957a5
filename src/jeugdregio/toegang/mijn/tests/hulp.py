"""Mirthe (14) of Lelystad and her family: Sanne and Erik have authority, grandfather Kees has none."""

from datetime import date

from tests.mensen import Regiomensen

from jeugdregio.toegang.mijn.aanmelden import meld_aan
from jeugdregio.toegang.mijn.gezinslid import Gezinslid
from jeugdregio.toegang.mijn.uitnodigen import nodig_uit
from jeugdregio.toegang.models import Gezagsdrager, Kind

WACHTWOORD = "de fiets staat achter"


def maak_mirthe(regio: Regiomensen) -> Kind:
    """Create the girl and her family."""
    kind = Kind.objects.create(
        kenmerk="K-2026-00001", geboortedatum=date(2012, 5, 20), geslacht="2", achternaam="Velden",
        voornamen="Mirthe", gemeente=regio.lelystad,
    )  # fmt: skip
    for naam, relatie, gezag in (("Sanne", "moeder", True), ("Erik", "vader", True), ("Kees", "opa", False)):
        Gezagsdrager.objects.create(kind=kind, naam=naam, relatie=relatie, gezag=gezag)
    return kind


def lid_van(regio: Regiomensen, kind: Kind, wie: str | None) -> Gezinslid:
    """Invite somebody (None: the child itself) and let them make an account."""
    drager = kind.gezagsdragers.get(naam=wie) if wie else None
    _, code = nodig_uit(regio.fatima, kind.pk, drager.pk if drager else None)
    return meld_aan(code, f"{wie or 'kind'}@gezin.example", WACHTWOORD)
