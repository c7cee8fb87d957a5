"""JW325. Declaratie-antwoord van de gemeente op de declaratie (JW323)."""

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
from ijw.formaat.waarden import Vast


@dataclass(slots=True, kw_only=True)
class Header:
    """Afzender, ontvanger en kenmerk van het bericht."""

    bericht_code: Annotated[typen.BerichtCode, Vast("491")]
    bericht_versie: Annotated[typen.BerichtVersie, Vast("3")]
    bericht_subversie: Annotated[typen.BerichtSubversie, Vast("2")]
    afzender: typen.Gemeente
    ontvanger: typen.AgbCode
    bericht_identificatie: BerichtIdentificatie
    xsd_versie: XsdVersie
    declaratie_identificatie: BerichtIdentificatie
    xslt_versie: typen.Versie | None = None
    xsd_versie_declaratie: XsdVersie
    retour_codes: tuple[typen.RetourCode, ...]


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
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class Client:
    """De jeugdige."""

    bsn: typen.BurgerServicenummer
    prestaties: tuple[Prestatie, ...]
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class DeclaratieAntwoord:
    """Wat de gemeente van de declaratie toekent en afwijst."""

    declaratie_nummer: typen.IdentificatieDeclaratie
    totaal_ingediend_bedrag: TotaalBedragMetDC
    totaal_toegekend_bedrag: TotaalBedragMetDC
    clienten: tuple[Client, ...] = ()
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class Bericht:
    """Declaratie-antwoord van de gemeente op de declaratie (JW323)."""

    SOORT: ClassVar[str] = "JW325"
    CODE: ClassVar[str] = "491"

    header: Header
    declaratie_antwoord: DeclaratieAntwoord | None = None
