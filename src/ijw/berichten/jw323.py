"""JW323. Declaratie van de aanbieder."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from ijw.berichten import typen
from ijw.berichten.basis import (
    BedragMetDC,
    BerichtIdentificatie,
    GeslotenPeriode,
    Referentie,
    TotaalBedragMetDC,
    XsdVersie,
)
from ijw.formaat.waarden import Vast, Verscherping


@dataclass(slots=True, kw_only=True)
class Header:
    """Afzender, ontvanger en kenmerk van het bericht."""

    bericht_code: Annotated[typen.BerichtCode, Vast("490")]
    bericht_versie: Annotated[typen.BerichtVersie, Vast("3")]
    bericht_subversie: Annotated[typen.BerichtSubversie, Vast("2")]
    afzender: typen.AgbCode
    ontvanger: typen.Gemeente
    bericht_identificatie: BerichtIdentificatie
    xsd_versie: XsdVersie


@dataclass(slots=True, kw_only=True)
class Prestatie:
    """Declaratieregel: geleverde hulp met bedrag."""

    product_referentie: Referentie
    toewijzing_nummer: typen.Nummer
    product_categorie: typen.ProductCategorie
    product_code: typen.ProductCode
    product_periode: GeslotenPeriode
    geleverd_volume: typen.Volume
    eenheid: typen.Eenheid
    product_tarief: typen.Bedrag | None = None
    ingediend_bedrag: BedragMetDC


@dataclass(slots=True, kw_only=True)
class Client:
    """De jeugdige."""

    bsn: typen.BurgerServicenummer
    prestaties: tuple[Prestatie, ...]


@dataclass(slots=True, kw_only=True)
class Declaratie:
    """De declaratie met totaal en regels per jeugdige."""

    declaratie_nummer: Annotated[typen.IdentificatieDeclaratie, Verscherping("letters_cijfers")]
    declaratie_periode: GeslotenPeriode
    declaratie_dagtekening: typen.Datum
    totaal_ingediend_bedrag: TotaalBedragMetDC
    clienten: tuple[Client, ...]


@dataclass(slots=True, kw_only=True)
class Bericht:
    """Declaratie van de aanbieder."""

    SOORT: ClassVar[str] = "JW323"
    CODE: ClassVar[str] = "490"

    header: Header
    declaratie: Declaratie
