"""The catalogue of questions that norms answer.

Questions that software asks stand here, with the values it counts on. A policy officer adds others as data
(`afspraken.models.Vraag`): people read those, software does not.
"""

from jeugdregio.afspraken.models import Vraag

VRAGEN: dict[str, str] = {
    "verlenging_zonder_gemeente": "Mag deze hulp zonder de gemeente worden verlengd?",
    "verlenging_vooraf": "Hoeveel weken voor het einde van de hulp wordt over verlenging beslist?",
    "verlenging_tijdens_beoordeling": "Loopt de hulp door zolang over verlenging wordt beslist?",
    "achttien_vooraf": "Hoeveel weken voor de achttiende verjaardag wordt beslist wat er daarna komt?",
    "zonder_contract": "Wie beslist over hulp van een aanbieder zonder contract?",
    "toets_bij_verwijzing": "Wat toetst de gemeente na een verwijzing?",
    "overleg_na_medische_verwijzing": "Wordt de gemeente geraadpleegd bij verlenging na een medische verwijzing?",
    "termijn_onderzoek": "Hoe lang duurt het onderzoek van de toegang?",
    "contact_veilig_thuis": "Wie is het aanspreekpunt voor Veilig Thuis?",
    "beschikking_na_verwijzing": "Neemt de gemeente na een verwijzing ook een besluit?",
    "casusregie": "Wie voert de casusregie?",
    "declaratie_zonder_toewijzing": "Mag hulp worden gedeclareerd die niet of niet meer is toegewezen?",
    "opschaling_toegang": "Waar gaat een zaak heen die bij de toegang te laat is of vastloopt?",
    "opschaling_aanbieder": "Waar gaat een zaak heen als een aanbieder te laat is?",
}

# What software can count on: code to the words of a form. A question without an entry takes any code.
WAARDEN: dict[str, dict[str, str]] = {
    "verlenging_zonder_gemeente": {"ja": "Ja", "nee": "Nee, de gemeente beoordeelt"},
    "verlenging_tijdens_beoordeling": {"ja": "Ja", "nee": "Nee, de hulp eindigt op haar einddatum"},
    "zonder_contract": {"verwijzer": "De verwijzer", "gemeente": "De gemeente"},
    "toets_bij_verwijzing": {
        "woonplaats_contract": "Alleen woonplaats en contract",
        "noodzaak": "Ook of hulp nodig is",
    },
    "overleg_na_medische_verwijzing": {"ja": "Ja", "nee": "Nee"},
    "declaratie_zonder_toewijzing": {"ja": "Ja", "nee": "Nee"},
    "beschikking_na_verwijzing": {"ja": "Ja, een besluit met een brief", "nee": "Nee, toewijzen is genoeg"},
    "casusregie": {"gemeente": "De gemeente", "verwijzer": "De verwijzer", "gi": "De gecertificeerde instelling"},
}


def catalogus() -> dict[str, str]:
    """Return all questions, code to text: those of the software first, then those added as data."""
    return {**VRAGEN, **dict(Vraag.objects.order_by("tekst").values_list("code", "tekst"))}


def tekst_van(code: str) -> str:
    """Return the text of a question. Raises KeyError when it is neither in the code nor in the data."""
    if code in VRAGEN:
        return VRAGEN[code]
    eigen = Vraag.objects.filter(code=code).first()
    if eigen is None:
        raise KeyError(code)
    return eigen.tekst
