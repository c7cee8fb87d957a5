"""The composite types that the messages of iJw 3.2 share."""

from dataclasses import dataclass

from ijw.berichten import typen


@dataclass(slots=True, kw_only=True)
class Achternaam:
    """Achternaam met los voorvoegsel."""

    achternaam: typen.Naam
    voorvoegsel: typen.Voorvoegsel | None = None


@dataclass(slots=True, kw_only=True)
class Huis:
    """Huisnummer met letter en toevoeging."""

    huisnummer: typen.Huisnummer
    huisletter: typen.Huisletter | None = None
    huisnummer_toevoeging: typen.HuisnummerToevoeging | None = None
    aanduiding_woonadres: typen.AanduidingWoonadres | None = None


@dataclass(slots=True, kw_only=True)
class Adres:
    """Woon- of postadres."""

    huis: Huis | None = None
    postcode: typen.Postcode | None = None
    straatnaam: typen.Straatnaam | None = None
    plaatsnaam: typen.Plaatsnaam | None = None
    land_code: typen.LandCode | None = None


@dataclass(slots=True, kw_only=True)
class BedragMetDC:
    """Bedrag in eurocenten, met D (te betalen) of C (terug te betalen)."""

    bedrag: typen.Bedrag
    debet_credit: typen.DebetCredit


@dataclass(slots=True, kw_only=True)
class BerichtIdentificatie:
    """Kenmerk en datum waaraan de afzender het bericht herkent."""

    identificatie: typen.IdentificatieBericht
    dagtekening: typen.Datum


@dataclass(slots=True, kw_only=True)
class Communicatie:
    """Bijzondere manier van communiceren en taal."""

    vorm: typen.Communicatievorm
    taal: typen.Taal | None = None


@dataclass(slots=True, kw_only=True)
class Geboortedatum:
    """Geboortedatum, met wat daarvan bekend is."""

    datum: typen.Datum
    datum_gebruik: typen.DatumGebruik | None = None


@dataclass(slots=True, kw_only=True)
class GeslotenPeriode:
    """Periode met begin en eind."""

    begindatum: typen.Datum
    einddatum: typen.Datum


@dataclass(slots=True, kw_only=True)
class Omvang:
    """Hoeveel hulp: volume per eenheid en frequentie."""

    volume: typen.Volume
    eenheid: typen.Eenheid
    frequentie: typen.Frequentie


@dataclass(slots=True, kw_only=True)
class OpenPeriode:
    """Periode waarvan begin of eind open mag zijn."""

    begindatum: typen.Datum | None = None
    einddatum: typen.Datum | None = None


@dataclass(slots=True, kw_only=True)
class Product:
    """Productcategorie en, als die er is, productcode."""

    categorie: typen.ProductCategorie
    code: typen.ProductCode | None = None


@dataclass(slots=True, kw_only=True)
class Referentie:
    """Kenmerk van een declaratieregel, en van de regel die hij corrigeert."""

    referentie_nummer: typen.ReferentieNummer
    vorig_referentie_nummer: typen.ReferentieNummer | None = None


@dataclass(slots=True, kw_only=True)
class Telefoon:
    """Telefoonnummer met landnummer."""

    telefoonnummer: typen.Telefoonnummer
    landnummer: typen.Landnummer


@dataclass(slots=True, kw_only=True)
class Telefoonnummers:
    """Een of twee telefoonnummers."""

    telefoon01: Telefoon
    telefoon02: Telefoon | None = None


@dataclass(slots=True, kw_only=True)
class TotaalBedragMetDC:
    """Totaal in eurocenten, met D of C."""

    totaal_bedrag: typen.TotaalBedrag
    debet_credit: typen.DebetCredit


@dataclass(slots=True, kw_only=True)
class VerkorteNaam:
    """Naam zonder partnernaam."""

    geslachtsnaam: Achternaam
    voornamen: typen.Naam | None = None
    voorletters: typen.Voorletters | None = None


@dataclass(slots=True, kw_only=True)
class Verwijzer:
    """Wie de jeugdige heeft verwezen."""

    type: typen.TypeVerwijzer
    naam: typen.NaamVerwijzer | None = None
    zorgverlener_code: typen.AgbCode | None = None


@dataclass(slots=True, kw_only=True)
class VolledigeNaam:
    """Naam met partnernaam en gewenst gebruik."""

    geslachtsnaam: Achternaam
    partnernaam: Achternaam | None = None
    voornamen: typen.Naam | None = None
    voorletters: typen.Voorletters | None = None
    naam_gebruik: typen.NaamGebruik


@dataclass(slots=True, kw_only=True)
class XsdVersie:
    """Versies van de schemas waarmee het bericht is gemaakt."""

    basisschema_xsd_versie: typen.Versie
    bericht_xsd_versie: typen.Versie
