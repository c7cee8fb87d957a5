"""The norms of the sources as data: which answer, from which document, where in it, and who did not adopt it.

Only what a document says stands here, with that document. Where it gives no day the place says so. What the
demonstration adds of its own stands in `demo.afspraken` and calls itself fictional.
"""

from dataclasses import dataclass
from datetime import date

from jeugdregio.afspraken.models import Rang

_NOTA_LELYSTAD = "genoemd in informatienota 25.054 aan de raad van Lelystad, 16 januari 2025"
_MEMO_NOP = "genoemd in het memo van het college aan de raad van Noordoostpolder, 11 maart 2025"
_ADVIES = "genoemd in het advies van de deskundigencommissie, 19 september 2025"
_KADER = "Regionaal handelingskader jeugdhulp"
_CONTRACT = "Regionale contracten jeugdhulp 2025"
_CENTRUM = "Centrumregeling Sociaal Domein Flevoland"
_LELYSTAD = "Lokaal beleid jeugd Lelystad"
_WET = "Jeugdwet"
KADER_VAN, CONTRACT_VAN, WET_VAN = date(2025, 3, 4), date(2025, 1, 1), date(2015, 1, 1)
# Before the summer of 2024 says the note; it gives no day.
LELYSTAD_VAN = date(2024, 6, 1)
# The regional vision was offered to the councils in the autumn of 2021; the day of adoption is not in the source.
REGIOVISIE_VAN = date(2022, 1, 1)


@dataclass(frozen=True)
class BesluitRij:
    """A decision: who, when (None: the source gives no day), number."""

    orgaan: str
    datum: date | None = None
    nummer: str = ""


_KADER_BESLUIT = BesluitRij("Regiodirecteur, onder mandaat van centrumgemeente Almere", KADER_VAN)
_CONTRACT_BESLUIT = BesluitRij("Regionale aanbesteding 2024")
_KNOPPENPLAN = BesluitRij("Gemeenteraad van Lelystad (Knoppenplan)")
_COLLEGE_LELYSTAD = BesluitRij("College van Lelystad")


@dataclass(frozen=True)
class NormRij:
    """One norm. `gemeenten` are names in lower case; none means the whole region."""

    vraag: str
    antwoord: str
    waarde: str
    rang: int
    bron: str
    plaats: str
    van: date
    besluit: BesluitRij | None = None
    gemeenten: tuple[str, ...] = ()
    lager_mag_afwijken: bool = False


@dataclass(frozen=True)
class StandpuntRij:
    """How a municipality stands towards every norm of one source."""

    bron: str
    gemeente: str
    stand: str
    van: date
    reden: str
    vindplaats: str


# Questions the software does not ask; people do. Kept by the region.
EIGEN_VRAGEN = {
    "maatwerk_spoed": "Wie regelt maatwerk als een ingewikkelde situatie niet kan wachten?",
    "regie_bij_expertteam": "Wie houdt de regie als het Regionaal Expert Team of Team AnderS meedoet?",
    "team_anders_beschikking": "Is voor Team AnderS een beschikking nodig?",
    "overbrugging_ggz": "Wie zorgt voor hulp in de wachttijd bij jeugd-ggz?",
    "geschil_regeling": "Hoe lossen gemeenten een geschil over de regeling op?",
}
NORMEN = (
    NormRij("verlenging_zonder_gemeente", "ja, het contract verlengt automatisch", "ja", Rang.CONTRACT, _CONTRACT,
            f"automatische verlenging, {_NOTA_LELYSTAD}", CONTRACT_VAN, _CONTRACT_BESLUIT),
    NormRij("verlenging_zonder_gemeente", "ja, zoals in de contracten", "ja", Rang.HANDELINGSKADER, _KADER,
            f"uitwerking van de contracten, {_MEMO_NOP}", KADER_VAN, _KADER_BESLUIT),
    NormRij("verlenging_zonder_gemeente", "nee, de gemeente beoordeelt elke verlenging", "nee", Rang.LOKAAL, _LELYSTAD,
            f"kern van het lokale proces, {_NOTA_LELYSTAD}", LELYSTAD_VAN, _KNOPPENPLAN, ("lelystad",)),
    NormRij("zonder_contract", "de verwijzer overlegt; het contract laat inzet zonder gemeente toe", "verwijzer",
            Rang.CONTRACT, _CONTRACT, f"inzet van niet-gecontracteerde zorg, {_NOTA_LELYSTAD}", CONTRACT_VAN,
            _CONTRACT_BESLUIT),
    NormRij("zonder_contract", "de gemeente beslist vooraf", "gemeente", Rang.LOKAAL, _LELYSTAD,
            f"uitdagingen in de praktijk, {_NOTA_LELYSTAD}", LELYSTAD_VAN, _COLLEGE_LELYSTAD, ("lelystad",)),
    NormRij("toets_bij_verwijzing", "woonplaats en contract, niet of de hulp nodig is", "woonplaats_contract", Rang.WET,
            _WET, "artikel 2.6 lid 1 onder e en artikel 2.7 lid 4", WET_VAN),
    NormRij("overleg_na_medische_verwijzing", "nee, de verwijzing en de aanbieder bepalen de inzet", "nee",
            Rang.HANDELINGSKADER, _KADER, f"verwijsroutes, {_MEMO_NOP}", KADER_VAN, _KADER_BESLUIT),
    NormRij("overleg_na_medische_verwijzing", "ja, de verwijzer overlegt met de gemeente over aanbod en eerdere hulp",
            "ja", Rang.LOKAAL, _LELYSTAD, f"samenwerking met verwijzers, {_NOTA_LELYSTAD}", LELYSTAD_VAN,
            _COLLEGE_LELYSTAD, ("lelystad",)),
    NormRij("termijn_onderzoek", "binnen acht weken na de aanvraag een besluit", "8 weken", Rang.WET,
            "Algemene wet bestuursrecht", "artikel 4:13", WET_VAN),
    NormRij("termijn_onderzoek", "binnen acht weken: het hoofdveld lost het op, of er is specialistische hulp nodig",
            "8 weken", Rang.LOKAAL, _LELYSTAD, f"hoofdstuk 3, Veilig Thuis, {_ADVIES}", LELYSTAD_VAN, _KNOPPENPLAN,
            ("lelystad",)),
    NormRij("contact_veilig_thuis", "een aanspreekpunt bij elke gemeente", "aanspreekpunt", Rang.WET,
            "Wet maatschappelijke ondersteuning 2015", f"artikel 4.1.1 lid 4, uitleg {_ADVIES}", WET_VAN,
            lager_mag_afwijken=True),
    NormRij("contact_veilig_thuis",
            "de accounthouder bij de gemeente; een casus gaat naar de toegang of de Raad voor de Kinderbescherming",
            "accounthouder", Rang.LOKAAL, _LELYSTAD, f"hoofdstuk 3, Veilig Thuis, {_ADVIES}", LELYSTAD_VAN,
            _COLLEGE_LELYSTAD, ("lelystad",)),
    NormRij("casusregie", "de gemeente waar het kind woont; bij een maatregel de gecertificeerde instelling",
            "gemeente", Rang.WET, _WET, "artikelen 2.3 en 3.2", WET_VAN),
    NormRij("casusregie", "de gemeente; Jeugd Lelystad doet alleen de toegang en geen casus- of procesregie",
            "gemeente", Rang.LOKAAL, _LELYSTAD, f"hoofdstuk 4, lokale rolinvulling, {_ADVIES}", LELYSTAD_VAN,
            _COLLEGE_LELYSTAD, ("lelystad",)),
    NormRij("declaratie_zonder_toewijzing", "nee, factureren kan op basis van de beschikking", "nee", Rang.LOKAAL,
            _LELYSTAD, f"verantwoordelijkheid bij het college, {_NOTA_LELYSTAD}", LELYSTAD_VAN, _COLLEGE_LELYSTAD,
            ("lelystad",)),
    NormRij("opschaling_toegang",
            "het doorbraakteam", "doorbraakteam", Rang.LOKAAL, _LELYSTAD,
            f"hoofdstuk 3, Veilig Thuis: als er meer nodig is of bij verschil van inzicht, {_ADVIES}", LELYSTAD_VAN,
            _COLLEGE_LELYSTAD, ("lelystad",)),
    NormRij("maatwerk_spoed", "de regio, als een verwijzer haar benadert", "regio", Rang.HANDELINGSKADER, _KADER,
            f"Centrumregeling, {_MEMO_NOP}", KADER_VAN, _KADER_BESLUIT, ("lelystad",)),
    NormRij("regie_bij_expertteam", "de verwijzer", "verwijzer", Rang.HANDELINGSKADER, _KADER,
            f"Regionaal Expert Team, {_ADVIES}", KADER_VAN, _KADER_BESLUIT),
    NormRij("team_anders_beschikking", "nee, het is een werkwijze zonder beschikking", "nee", Rang.HANDELINGSKADER,
            _KADER, f"Team AnderS, {_ADVIES}", KADER_VAN, _KADER_BESLUIT),
    NormRij("overbrugging_ggz", "de aanbieder", "aanbieder", Rang.HANDELINGSKADER, "Regiovisie Jeugd Flevoland",
            "raadsvoorstel van Dronten, aandachtspunten (wachtverzachters); de dag staat niet in de bron",
            REGIOVISIE_VAN),
    NormRij("geschil_regeling", "eerst bespreken met een afvaardiging van de colleges, dan een niet-bindend advies",
            "deskundigenadvies", Rang.CENTRUMREGELING, _CENTRUM,
            f"artikel 15, {_ADVIES}; de begindag staat niet in de bron", WET_VAN),
)  # fmt: skip
STANDPUNTEN = (
    StandpuntRij(_KADER, "lelystad", "niet_vastgesteld", date(2025, 1, 16),
                 "Het kader geeft volgens het college te weinig ruimte voor het lokale beleid.",
                 "Informatienota 25.054 aan de raad van Lelystad, 16 januari 2025"),
)  # fmt: skip
