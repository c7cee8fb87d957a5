"""JW315. Verzoek om toewijzing door de aanbieder."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from ijw.berichten import typen
from ijw.berichten.basis import (
    BerichtIdentificatie,
    Geboortedatum,
    Omvang,
    Product,
    VerkorteNaam,
    Verwijzer,
    XsdVersie,
)
from ijw.formaat.waarden import Vast


@dataclass(slots=True, kw_only=True)
class Header:
    """Afzender, ontvanger en kenmerk van het bericht."""

    bericht_code: Annotated[typen.BerichtCode, Vast("446")]
    bericht_versie: Annotated[typen.BerichtVersie, Vast("3")]
    bericht_subversie: Annotated[typen.BerichtSubversie, Vast("2")]
    afzender: typen.AgbCode
    ontvanger: typen.Gemeente
    bericht_identificatie: BerichtIdentificatie
    xsd_versie: XsdVersie


@dataclass(slots=True, kw_only=True)
class AangevraagdProduct:
    """Hulp waarvoor de aanbieder toewijzing vraagt."""

    referentie_aanbieder: typen.Referentie
    beschikking_nummer: typen.Nummer | None = None
    product: Product | None = None
    beschikking_ingangsdatum: typen.Datum | None = None
    toewijzing_ingangsdatum: typen.Datum
    toewijzing_einddatum: typen.Datum | None = None
    omvang: Omvang | None = None
    budget: typen.Budget | None = None
    verwijzer: Verwijzer
    raamcontract: typen.JaNee | None = None
    commentaar: typen.Commentaar | None = None


@dataclass(slots=True, kw_only=True)
class Client:
    """De jeugdige."""

    bsn: typen.BurgerServicenummer
    geboortedatum: Geboortedatum
    geslacht: typen.Geslacht
    naam: VerkorteNaam
    gezagsdrager_bekend: typen.JaNee | None = None
    commentaar: typen.Commentaar | None = None
    aangevraagde_producten: tuple[AangevraagdProduct, ...]


@dataclass(slots=True, kw_only=True)
class Bericht:
    """Verzoek om toewijzing door de aanbieder."""

    SOORT: ClassVar[str] = "JW315"
    CODE: ClassVar[str] = "446"

    header: Header
    client: Client
