"""JW320. Retour op het antwoord (JW319)."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from ijw.berichten import typen
from ijw.berichten.basis import BerichtIdentificatie, XsdVersie
from ijw.formaat.waarden import Vast


@dataclass(slots=True, kw_only=True)
class Header:
    """Afzender, ontvanger en kenmerk van het bericht."""

    bericht_code: Annotated[typen.BerichtCode, Vast("489")]
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
class Woonplaatsbeginsel:
    """De gemeente die volgens het woonplaatsbeginsel wel verantwoordelijk is."""

    gemeente: typen.Gemeente
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class Antwoord:
    """Antwoord van de gemeente op een verzoek."""

    referentie_aanbieder: typen.Referentie
    verzoek_antwoord: typen.VerzoekAntwoord
    reden_afwijzing_verzoek: typen.RedenAfwijzingVerzoek | None = None
    woonplaatsbeginsel: Woonplaatsbeginsel | None = None
    retour_codes: tuple[typen.RetourCode, ...]


@dataclass(slots=True, kw_only=True)
class Bericht:
    """Retour op het antwoord (JW319)."""

    SOORT: ClassVar[str] = "JW320"
    CODE: ClassVar[str] = "489"

    header: Header
    antwoord: Antwoord | None = None
