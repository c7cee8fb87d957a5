"""The norms of the sources as data: which answer, from which document, where in it, and who did not adopt it."""

from dataclasses import dataclass
from datetime import date

from jeugdregio.afspraken.models import Rang

_NOTA_LELYSTAD = "genoemd in informatienota 25.054 aan de raad van Lelystad, 16 januari 2025"
_MEMO_NOP = "genoemd in het memo van het college aan de raad van Noordoostpolder, 11 maart 2025"
_KADER = "Regionaal handelingskader jeugdhulp"
_KADER_BESLUIT = "Regiodirecteur, onder mandaat van centrumgemeente Almere, 4 maart 2025"
_CONTRACT = "Regionale contracten jeugdhulp 2025"
_CONTRACT_BESLUIT = "Regionale aanbesteding 2024, in werking 1 januari 2025"
_LELYSTAD = "Lokaal beleid jeugd Lelystad"
_WET = "Jeugdwet"
KADER_VAN, CONTRACT_VAN, LELYSTAD_VAN, WET_VAN = (
    date(2025, 3, 4), date(2025, 1, 1), date(2024, 6, 1), date(2015, 1, 1),
)  # fmt: skip


@dataclass(frozen=True)
class NormRij:
    """One norm. `gemeente` and `niet_vastgesteld` are names in lower case; no `gemeente` means the whole region."""

    vraag: str
    antwoord: str
    waarde: str
    rang: int
    bron: str
    plaats: str
    van: date
    besluit: str = ""
    gemeente: str = ""
    niet_vastgesteld: tuple[str, ...] = ()
    lager_mag_afwijken: bool = False


NORMEN = (
    NormRij("verlenging_zonder_gemeente", "ja, tot een jaar", "ja", Rang.CONTRACT, _CONTRACT,
            f"automatische verlenging, {_NOTA_LELYSTAD}", CONTRACT_VAN, _CONTRACT_BESLUIT),
    NormRij("verlenging_zonder_gemeente", "ja", "ja", Rang.HANDELINGSKADER, _KADER, f"verlenging, {_MEMO_NOP}",
            KADER_VAN, _KADER_BESLUIT, niet_vastgesteld=("lelystad",)),
    NormRij("verlenging_zonder_gemeente", "nee, de gemeente beoordeelt elke verlenging", "nee", Rang.LOKAAL, _LELYSTAD,
            f"uitgangspunten van beleid, {_NOTA_LELYSTAD}", LELYSTAD_VAN, "College van Lelystad", "lelystad"),
    NormRij("zonder_contract", "de verwijzer overlegt; het contract laat inzet zonder gemeente toe", "verwijzer",
            Rang.CONTRACT, _CONTRACT, f"inzet van niet-gecontracteerde zorg, {_NOTA_LELYSTAD}", CONTRACT_VAN,
            _CONTRACT_BESLUIT),
    NormRij("zonder_contract", "de gemeente beslist vooraf", "gemeente", Rang.LOKAAL, _LELYSTAD,
            f"uitdagingen in de praktijk, {_NOTA_LELYSTAD}", LELYSTAD_VAN, "College van Lelystad", "lelystad"),
    NormRij("toets_bij_verwijzing", "woonplaats en contract, niet of de hulp nodig is", "woonplaats_contract", Rang.WET,
            _WET, "artikel 2.6 lid 1 onder e en g", WET_VAN),
    NormRij("overleg_na_medische_verwijzing", "nee, de verwijzing en de aanbieder bepalen de inzet", "nee",
            Rang.HANDELINGSKADER, _KADER, f"verwijsroutes, {_MEMO_NOP}", KADER_VAN, _KADER_BESLUIT,
            niet_vastgesteld=("lelystad",)),
    NormRij("overleg_na_medische_verwijzing", "ja, de verwijzer overlegt met de gemeente over aanbod en eerdere hulp",
            "ja", Rang.LOKAAL, _LELYSTAD, f"samenwerking met verwijzers, {_NOTA_LELYSTAD}", LELYSTAD_VAN,
            "College van Lelystad", "lelystad"),
    NormRij("termijn_onderzoek", "binnen acht weken na de aanvraag een besluit", "8 weken", Rang.WET,
            "Algemene wet bestuursrecht", "artikel 4:13", WET_VAN),
    NormRij("contact_veilig_thuis", "de toegang van de gemeente waar het kind woont", "toegang", Rang.CENTRUMREGELING,
            "Centrumregeling Sociaal Domein Flevoland", "taken van de deelnemers", WET_VAN, lager_mag_afwijken=True),
    NormRij("contact_veilig_thuis", "de accounthouder bij de gemeente, niet de uitvoerder van de toegang",
            "accounthouder", Rang.LOKAAL, _LELYSTAD,
            "advies deskundigencommissie, 19 september 2025, hoofdstuk 3, Veilig Thuis", LELYSTAD_VAN,
            "College van Lelystad", "lelystad"),
    NormRij("casusregie", "de gemeente waar het kind woont; bij een maatregel de gecertificeerde instelling",
            "gemeente", Rang.WET, _WET, "artikelen 2.3 en 3.2", WET_VAN),
)  # fmt: skip
