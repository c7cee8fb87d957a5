"""Who knocks, and what a door may answer."""

PERSONEN = (
    "fatima", "bram", "noor", "iris", "berichten_lelystad", "controller_lelystad", "contract_lelystad",
    "analist_lelystad", "privacy_lelystad", "beheer_lelystad", "wethouder_lelystad", "griffier_lelystad", "directeur",
    "secretaris", "gi_medewerker", "vt_medewerker", "beleid_lelystad", "jurist_lelystad", "teamleider_lelystad",
    "voorzitter", "begeleider", "ervaringsdeskundige", "expertsecretaris", "expertlid", "gast",
    "jel",
)  # fmt: skip
GEMEENTE = {p for p in PERSONEN if p.endswith("_lelystad")} | {"fatima", "bram"}
REGIOKANTOOR = {"directeur", "secretaris", "voorzitter", "begeleider", "ervaringsdeskundige"}
# Who has only a personal role meets no door but those that name it.
BESLOTEN = {"expertsecretaris", "expertlid", "gast"}
IEDEREEN = set(PERSONEN) - BESLOTEN
# Who carries out the access of a municipality, and here holds no role: turned away, or told that there is nothing.
UITVOERDER = {"jel"}

# What a door may answer to somebody who may enter: a page, a redirect to another page, or "your input is wrong or old".
BINNEN = {200, 302, 303, 409, 422}


class Deur:
    """The expected answers of one route. Who is in neither set gets 403; nobody is sent to the sign-in page."""

    def __init__(
        self, mag: set[str], *, onzichtbaar: set[str] = frozenset(), post: bool = False, **sleutels: object
    ) -> None:
        self.mag, self.onzichtbaar, self.post, self.sleutels = mag, set(onzichtbaar), post, sleutels

    def verwacht(self, persoon: str) -> set[int]:
        """Return the statuses that are right for this person."""
        if persoon in self.mag:
            return BINNEN
        if persoon in UITVOERDER:
            return {403, 404}
        return {404} if persoon in self.onzichtbaar else {403}
