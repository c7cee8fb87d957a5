"""JW305. Start: de aanbieder meldt dat de hulp begint."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from ijw.berichten import typen
from ijw.berichten.basis import BerichtIdentificatie, Geboortedatum, Product, VerkorteNaam, XsdVersie
from ijw.formaat.waarden import Vast


@dataclass(slots=True, kw_only=True)
class Header:
    """Afzender, ontvanger en kenmerk van het bericht."""

    bericht_code: Annotated[typen.BerichtCode, Vast("438")]
    bericht_versie: Annotated[typen.BerichtVersie, Vast("3")]
    bericht_subversie: Annotated[typen.BerichtSubversie, Vast("2")]
    afzender: typen.AgbCode
    ontvanger: typen.Gemeente
    bericht_identificatie: BerichtIdentificatie
    xsd_versie: XsdVersie


@dataclass(slots=True, kw_only=True)
class StartProduct:
    """Hulp die begint."""

    toewijzing_nummer: typen.Nummer | None = None
    product: Product | None = None
    toewijzing_ingangsdatum: typen.Datum | None = None
    begindatum: typen.Datum
    status_aanlevering: typen.StatusAanlevering


@dataclass(slots=True, kw_only=True)
class Client:
    """De jeugdige."""

    bsn: typen.BurgerServicenummer
    geboortedatum: Geboortedatum
    geslacht: typen.Geslacht
    naam: VerkorteNaam
    start_producten: tuple[StartProduct, ...]


@dataclass(slots=True, kw_only=True)
class Bericht:
    """Start: de aanbieder meldt dat de hulp begint."""

    SOORT: ClassVar[str] = "JW305"
    CODE: ClassVar[str] = "438"

    header: Header
    client: Client
