"""JW319. Antwoord van de gemeente op een verzoek (JW315 of JW317)."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from ijw.berichten import typen
from ijw.berichten.basis import BerichtIdentificatie, XsdVersie
from ijw.formaat.waarden import Vast


@dataclass(slots=True, kw_only=True)
class Header:
    """Afzender, ontvanger en kenmerk van het bericht."""

    bericht_code: Annotated[typen.BerichtCode, Vast("488")]
    bericht_versie: Annotated[typen.BerichtVersie, Vast("3")]
    bericht_subversie: Annotated[typen.BerichtSubversie, Vast("2")]
    afzender: typen.Gemeente
    ontvanger: typen.AgbCode
    bericht_identificatie: BerichtIdentificatie
    xsd_versie: XsdVersie


@dataclass(slots=True, kw_only=True)
class Woonplaatsbeginsel:
    """De gemeente die volgens het woonplaatsbeginsel wel verantwoordelijk is."""

    gemeente: typen.Gemeente


@dataclass(slots=True, kw_only=True)
class Antwoord:
    """Antwoord van de gemeente op een verzoek."""

    referentie_aanbieder: typen.Referentie
    verzoek_antwoord: typen.VerzoekAntwoord
    reden_afwijzing_verzoek: typen.RedenAfwijzingVerzoek | None = None
    woonplaatsbeginsel: Woonplaatsbeginsel | None = None


@dataclass(slots=True, kw_only=True)
class Bericht:
    """Antwoord van de gemeente op een verzoek (JW315 of JW317)."""

    SOORT: ClassVar[str] = "JW319"
    CODE: ClassVar[str] = "488"

    header: Header
    antwoord: Antwoord
