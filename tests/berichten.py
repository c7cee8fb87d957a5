"""Messages that tests send: the request for Mirthe, and the published example with its date repaired."""

from datetime import date, timedelta

from ijw import schrijf
from ijw.berichten import jw305, jw315
from ijw.berichten.basis import (
    Achternaam,
    BerichtIdentificatie,
    Geboortedatum,
    Omvang,
    Product,
    VerkorteNaam,
    Verwijzer,
)
from ijw.declaratie import EIGEN_XSD_VERSIE
from tests.mensen import test_bsn
from tests.shared import BERICHTEN

MIRTHE_BSN = test_bsn(14)
MIRTHE_GEBOREN = date(2012, 5, 20)


def gepubliceerd_jw315() -> bytes:
    """Return the published JW315 with 31 June repaired."""
    return (BERICHTEN / "JW315.xml").read_bytes().replace(b"2027-06-31", b"2027-06-30")


def aangevraagd(referentie: str = "REF-1", code: str = "45A04", **anders: object) -> jw315.AangevraagdProduct:
    """Return an asked product: 20 hours a month of ambulatory treatment on referral of a GP."""
    velden: dict[str, object] = {
        "referentie_aanbieder": referentie,
        "product": Product(categorie=code[:2], code=code),
        "toewijzing_ingangsdatum": date(2026, 9, 28),
        "toewijzing_einddatum": date(2027, 9, 27),
        "omvang": Omvang(volume=20, eenheid="04", frequentie="4"),
        "verwijzer": Verwijzer(type="02", naam="Huisarts Van Vliet"),
    }
    return jw315.AangevraagdProduct(**(velden | anders))  # type: ignore[arg-type]


def jw315_voor(
    *producten: jw315.AangevraagdProduct,
    bsn: str = MIRTHE_BSN,
    afzender: str = "42420001",
    ontvanger: str = "0995",
    identificatie: str = "VRAAG1",
    dagtekening: date = date(2026, 9, 10),
    geboren: date = MIRTHE_GEBOREN,
    geslacht: str = "2",
    naam: str = "Visser",
) -> jw315.Bericht:
    """Return a request for assignment, by default De Brug's for Mirthe of Lelystad."""
    return jw315.Bericht(
        header=jw315.Header(
            bericht_code="446", bericht_versie=3, bericht_subversie=2, afzender=afzender, ontvanger=ontvanger,
            bericht_identificatie=BerichtIdentificatie(identificatie=identificatie, dagtekening=dagtekening),
            xsd_versie=EIGEN_XSD_VERSIE,
        ),
        client=jw315.Client(
            bsn=bsn,
            geboortedatum=Geboortedatum(datum=geboren),
            geslacht=geslacht,
            naam=VerkorteNaam(geslachtsnaam=Achternaam(achternaam=naam), voornamen="Mirthe", voorletters="M"),
            gezagsdrager_bekend="1",
            aangevraagde_producten=producten or (aangevraagd(),),
        ),
    )  # fmt: skip


def jw315_xml(*producten: jw315.AangevraagdProduct, **anders: object) -> bytes:
    """Return `jw315_voor` as XML."""
    return schrijf(jw315_voor(*producten, **anders))  # type: ignore[arg-type]


def jw305_xml(
    nummer: int, begin: date, *, status: str = "1", identificatie: str = "START1", ontvanger: str = "0995",
    bsn: str = MIRTHE_BSN, code: str = "45A04", dagtekening: date | None = None,
) -> bytes:  # fmt: skip
    """Return a start message of De Brug."""
    bericht = jw305.Bericht(
        header=jw305.Header(
            bericht_code="438", bericht_versie=3, bericht_subversie=2, afzender="42420001", ontvanger=ontvanger,
            bericht_identificatie=BerichtIdentificatie(
                identificatie=identificatie, dagtekening=dagtekening or begin + timedelta(days=1)
            ),
            xsd_versie=EIGEN_XSD_VERSIE,
        ),
        client=jw305.Client(
            bsn=bsn, geboortedatum=Geboortedatum(datum=MIRTHE_GEBOREN), geslacht="2",
            naam=VerkorteNaam(geslachtsnaam=Achternaam(achternaam="Visser")),
            start_producten=(
                jw305.StartProduct(
                    toewijzing_nummer=nummer, product=Product(categorie=code[:2], code=code), begindatum=begin,
                    toewijzing_ingangsdatum=date(2026, 9, 28), status_aanlevering=status,
                ),
            ),
        ),
    )  # fmt: skip
    return schrijf(bericht)
