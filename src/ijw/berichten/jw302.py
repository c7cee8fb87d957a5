"""JW302. Retour op de toewijzing (JW301)."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from ijw.berichten import typen
from ijw.berichten.basis import (
    Adres,
    BerichtIdentificatie,
    Communicatie,
    Geboortedatum,
    Omvang,
    OpenPeriode,
    Product,
    Telefoonnummers,
    VolledigeNaam,
    XsdVersie,
)
from ijw.formaat.waarden import Vast


@dataclass(slots=True, kw_only=True)
class Header:
    """Afzender, ontvanger en kenmerk van het bericht."""

    bericht_code: Annotated[typen.BerichtCode, Vast("437")]
    bericht_versie: Annotated[typen.BerichtVersie, Vast("3")]
    bericht_subversie: Annotated[typen.BerichtSubversie, Vast("2")]
    afzender: typen.Gemeente
    ontvanger: typen.AgbCode
    bericht_identificatie: BerichtIdentificatie
    xsd_versie: XsdVersie
    identificatie_retour: typen.IdentificatieBericht
    dagtekening_retour: typen.Datum
    xslt_versie: typen.Versie | None = None
    xsd_versie_retour: XsdVersie
    retour_codes: tuple[typen.RetourCode, ...] = ()


@dataclass(slots=True, kw_only=True)
class Contact:
    """Hoe en wanneer iemand te bereiken is."""

    soort: typen.AdresSoort
    adres: Adres | None = None
    organisatie: typen.Organisatienaam | None = None
    telefoon: Telefoonnummers | None = None
    emailadres: typen.Emailadres | None = None
    periode: OpenPeriode | None = None
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class Relatie:
    """Iemand in de omgeving van de jeugdige."""

    nummer: typen.Persoonsid
    volgorde: typen.RelatieVolgorde | None = None
    soort: typen.SoortRelatie
    geboortedatum: Geboortedatum | None = None
    geslacht: typen.Geslacht | None = None
    naam: VolledigeNaam
    contact: Contact
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class ToegewezenProduct:
    """Hulp die de gemeente toewijst."""

    toewijzing_nummer: typen.Nummer
    referentie_aanbieder: typen.Referentie | None = None
    product: Product | None = None
    toewijzingsdatum: typen.Datum
    toewijzingstijd: typen.Tijd
    ingangsdatum: typen.Datum
    einddatum: typen.Datum | None = None
    reden_wijziging: typen.RedenWijziging | None = None
    omvang: Omvang | None = None
    budget: typen.Budget | None = None
    commentaar: typen.Commentaar | None = None
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class Client:
    """De jeugdige."""

    bsn: typen.BurgerServicenummer
    geboortedatum: Geboortedatum
    geslacht: typen.Geslacht
    naam: VolledigeNaam
    communicatie: Communicatie | None = None
    juridische_status: typen.JuridischeStatus | None = None
    wettelijke_vertegenwoordiging: typen.WettelijkeVertegenwoordiging | None = None
    commentaar: typen.Commentaar | None = None
    relaties: tuple[Relatie, ...] = ()
    contactgegevens: tuple[Contact, ...]
    toegewezen_producten: tuple[ToegewezenProduct, ...]
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class Bericht:
    """Retour op de toewijzing (JW301)."""

    SOORT: ClassVar[str] = "JW302"
    CODE: ClassVar[str] = "437"

    header: Header
    client: Client | None = None
