"""Signals of partners and of the region, answered and not, and letters of the sources in the archive."""

from datetime import date, timedelta

from jeugdregio.basis import klok
from jeugdregio.bestuur.signalen import actions
from jeugdregio.bestuur.signalen.actions import NieuwSignaal
from jeugdregio.bestuur.signalen.models import Antwoordtermijn
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.verteller import Verteller
from jeugdregio.organisaties.models import Aanstelling, Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie, wie_is

_TERMIJNEN = (("gemeente", 14), ("regio", 14), ("vng", 42), ("inspectie", 42), ("ministerie", 42))


def laad_signalen(register: Register, vandaag: date) -> None:
    """Tell by the real acts what was signalled (fictional), and put the letters of the sources in the archive."""
    for soort, dagen in _TERMIJNEN:
        Antwoordtermijn.objects.create(
            geadresseerde=soort, dagen=dagen, van=date(2020, 1, 1), bron="Werkafspraak over signalen (fictief)"
        )
    verteller = Verteller(register, vandaag)
    secretaris = verteller.wie(register.op_sleutel["regio"], Rol.SECRETARIS)
    aanbieder = _medewerker(Soort.AANBIEDER, Rol.AANBIEDER)
    lelystad = next(g for g in register.gemeenten if g.naam == "Lelystad")
    beleid = verteller.wie(lelystad, Rol.BELEID)
    _gemeld(aanbieder, beleid, secretaris, lelystad, vandaag)
    _archief(secretaris)


def _medewerker(soort: str, rol: str) -> Wie:
    aanstelling = Aanstelling.objects.filter(organisatie__soort=soort, rol=rol).order_by("organisatie__naam")[0]
    wie = wie_is(aanstelling.gebruiker, aanstelling.organisatie_id)
    assert wie is not None  # noqa: S101  made by this demonstration
    return wie


def _gemeld(aanbieder: Wie, beleid: Wie, secretaris: Wie, lelystad: Organisatie, vandaag: date) -> None:
    with klok.op(vandaag - timedelta(days=60)):
        een = actions.meld(aanbieder, NieuwSignaal(
            gedeeld=False, geadresseerde="gemeente", aan=lelystad.pk, onderwerp="Antwoord op verlengingen duurt lang",
            tekst="Bij het verlengen van hulp krijgen we vaak pas na weken antwoord. Hulp staat dan op pauze.",
            gevraagd="Antwoord binnen de afgesproken termijn, of een bericht dat het later wordt.",
        ))  # fmt: skip
    with klok.op(vandaag - timedelta(days=50)):
        actions.antwoord(beleid, een.pk, versie=1, op=vandaag - timedelta(days=50),
                         tekst="We kijken nu elke week naar verlengingen die te laat dreigen te worden.")  # fmt: skip
    with klok.op(vandaag - timedelta(days=20)):
        actions.meld(aanbieder, NieuwSignaal(
            gedeeld=False, geadresseerde="gemeente", aan=lelystad.pk, onderwerp="Geen vaste contactpersoon bij crisis",
            tekst="In het weekend krijgen we bij een crisis steeds een ander nummer.",
        ))  # fmt: skip
        twee = actions.meld(aanbieder, NieuwSignaal(
            gedeeld=True, geadresseerde="regio", onderwerp="Te weinig plekken voor hooggespecialiseerde ggz",
            tekst="In de hele regio wachten jongeren langer dan de treeknorm op hooggespecialiseerde ggz.",
            gevraagd="Bespreek dit met het Rijk.",
        ))  # fmt: skip
    with klok.op(vandaag - timedelta(days=10)):
        actions.zet_door(secretaris, twee.pk, versie=1, geadresseerde="ministerie", tekst="")
    with klok.op(vandaag - timedelta(days=70)):
        actions.meld(secretaris, NieuwSignaal(
            gedeeld=True, geadresseerde="inspectie", onderwerp="Zorgen over wachttijd bij crisisplekken",
            tekst="Drie aanbieders melden dat crisisplekken vaak vol zijn. Kinderen wachten dan op een veilige plek.",
            gevraagd="Kijk mee en zeg wat de gemeenten kunnen doen.",
        ))  # fmt: skip


def _archief(secretaris: Wie) -> None:
    """Letters that the documents of the region name, with their day."""
    for datum, van, aan, onderwerp, samenvatting in (
        (date(2025, 1, 16), "College van Lelystad", "Colleges in de regio", "Regionale samenwerking jeugd",
         "Bijlage bij de informatienota aan de raad van Lelystad van dezelfde dag."),
        (date(2025, 3, 28), "Ministerie van VWS", "Gemeenten", "Brief over de jeugdhulp in de regio",
         "Genoemd in het advies van de deskundigencommissie."),
        (date(2025, 9, 19), "Deskundigencommissie", "Wethouders van de vijf gemeenten",
         "Advies over de samenwerking", "Niet bindend advies met vier aanbevelingen."),
    ):  # fmt: skip
        actions.archiveer(
            secretaris, datum=datum, van=van, aan=aan, onderwerp=onderwerp, samenvatting=samenvatting,
            vindplaats="Archief van het regiokantoor",
        )  # fmt: skip
