"""JW318. Retour op het verzoek om wijziging (JW317)."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from ijw.berichten import typen
from ijw.berichten.basis import BerichtIdentificatie, Omvang, Product, XsdVersie
from ijw.formaat.waarden import Vast


@dataclass(slots=True, kw_only=True)
class Header:
    """Afzender, ontvanger en kenmerk van het bericht."""

    bericht_code: Annotated[typen.BerichtCode, Vast("487")]
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
class OngewijzigdProduct:
    """Toegewezen hulp die blijft."""

    toewijzing_nummer: typen.Nummer
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class TeWijzigenProduct:
    """Toegewezen hulp die anders moet."""

    toewijzing_nummer: typen.Nummer
    gewenste_ingangsdatum: typen.Datum
    einddatum: typen.Datum | None = None
    omvang: Omvang | None = None
    budget: typen.Budget | None = None
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class NieuwProduct:
    """Hulp die erbij komt."""

    product: Product | None = None
    gewenste_ingangsdatum: typen.Datum
    einddatum: typen.Datum | None = None
    omvang: Omvang | None = None
    budget: typen.Budget | None = None
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class Verzoek:
    """Verzoek om toegewezen hulp te wijzigen."""

    referentie_aanbieder: typen.Referentie
    reden_verzoek: typen.RedenVerzoek
    ongewijzigde_producten: tuple[OngewijzigdProduct, ...] = ()
    te_wijzigen_producten: tuple[TeWijzigenProduct, ...] = ()
    nieuwe_producten: tuple[NieuwProduct, ...] = ()
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class Client:
    """De jeugdige."""

    bsn: typen.BurgerServicenummer
    verzoek: Verzoek
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class Bericht:
    """Retour op het verzoek om wijziging (JW317)."""

    SOORT: ClassVar[str] = "JW318"
    CODE: ClassVar[str] = "487"

    header: Header
    client: Client | None = None
