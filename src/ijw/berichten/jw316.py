"""JW316. Retour op het verzoek om toewijzing (JW315)."""

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

    bericht_code: Annotated[typen.BerichtCode, Vast("447")]
    bericht_versie: Annotated[typen.BerichtVersie, Vast("3")]
    bericht_subversie: Annotated[typen.BerichtSubversie, Vast("2")]
    afzender: typen.AgbCode
    ontvanger: typen.Gemeente
    bericht_identificatie: BerichtIdentificatie
    xsd_versie: XsdVersie
    identificatie_retour: typen.IdentificatieBericht
    dagtekening_retour: typen.Datum
    xslt_versie: typen.Versie | None = None
    xsd_versie_retour: XsdVersie
    retour_codes: tuple[typen.RetourCode, ...] = ()


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
    retour_codes: tuple[typen.RetourCode, ...]


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
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class Bericht:
    """Retour op het verzoek om toewijzing (JW315)."""

    SOORT: ClassVar[str] = "JW316"
    CODE: ClassVar[str] = "447"

    header: Header
    client: Client | None = None
