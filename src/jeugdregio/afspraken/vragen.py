"""The catalogue of questions that norms answer. Software asks by code; people read the text."""

VRAGEN: dict[str, str] = {
    "verlenging_zonder_gemeente": "Mag deze hulp zonder de gemeente worden verlengd?",
    "zonder_contract": "Wie beslist over hulp van een aanbieder zonder contract?",
    "toets_bij_verwijzing": "Wat toetst de gemeente na een verwijzing?",
    "overleg_na_medische_verwijzing": "Wordt de gemeente geraadpleegd bij verlenging na een medische verwijzing?",
    "termijn_onderzoek": "Hoe lang duurt het onderzoek van de toegang?",
    "contact_veilig_thuis": "Wie is het aanspreekpunt voor Veilig Thuis?",
    "casusregie": "Wie voert de casusregie?",
}
