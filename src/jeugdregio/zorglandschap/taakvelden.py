"""The task fields of Iv3 on which youth care is booked.

6.752 and 6.762 are those on the council letters of the region. The years in which a list holds are not in them: check
them with the Iv3 instruction of the year; the dates of a product stand with its own division (Taakveldindeling).
"""

TAAKVELDEN: dict[str, str] = {
    "6.751": "Jeugdhulp ambulant lokaal",
    "6.752": "Jeugdhulp ambulant regionaal",
    "6.753": "Jeugdhulp ambulant landelijk",
    "6.761": "Jeugdhulp met verblijf lokaal",
    "6.762": "Jeugdhulp met verblijf regionaal",
    "6.763": "Jeugdhulp met verblijf landelijk",
    "6.792": "PGB jeugd",
    "6.821": "Jeugdbescherming",
    "6.822": "Jeugdreclassering",
    "6.92": "Coördinatie en beleid jeugd",
}
# The list before, split otherwise: kept for what was booked then.
OUDE_TAAKVELDEN: dict[str, str] = {
    "6.72a": "Jeugdhulp begeleiding",
    "6.72b": "Jeugdhulp behandeling",
    "6.72c": "Jeugdhulp dagbesteding",
    "6.72d": "Jeugdhulp zonder verblijf overig",
    "6.73a": "Pleegzorg",
    "6.73b": "Gezinsgericht",
    "6.73c": "Jeugdhulp met verblijf overig",
    "6.74a": "Jeugd behandeling GGZ zonder verblijf",
    "6.74b": "Jeugdhulp crisis, LTA en GGZ-verblijf",
    "6.74c": "Gesloten plaatsing",
    "6.82a": "Jeugdbescherming",
    "6.82b": "Jeugdreclassering",
}
ALLE_TAAKVELDEN = TAAKVELDEN | OUDE_TAAKVELDEN


def taakveld_naam(code: str) -> str:
    """Return the code with its name; only the code when it is on neither list."""
    naam = ALLE_TAAKVELDEN.get(code)
    return f"{code} {naam}" if naam else code
