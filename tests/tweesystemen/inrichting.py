"""How both instances are set up: the same agreement, seen from either side, by the command `jeugdregio inrichten`."""

GEMEENTE, AANBIEDER = "gemeente", "aanbieder"
CODES = {GEMEENTE: "0995", AANBIEDER: "42420001"}
TARIEF = 12840
PRODUCTEN = {"45A04": "04", "45A05": "04", "54001": "16"}
WACHTWOORD = "een lang wachtwoord voor tests"


def toml(rol: str) -> str:
    """Return the set-up of one side: only itself works there, the other has a folder."""
    werkt = {GEMEENTE: "map", AANBIEDER: "map"} | {rol: "hier"}
    producten = "".join(
        f'[[product]]\ncategorie = "{code[:2]}"\ncode = "{code}"\nnaam = "Hulp {code}"\neenheid = "{eenheid}"\n'
        for code, eenheid in PRODUCTEN.items()
    )
    tarieven = ", ".join(f'{{product = "{code}", centen = {TARIEF}}}' for code in PRODUCTEN)
    return f"""
regio = "Proefregio"
[[organisatie]]
naam = "Lelystad"
soort = "gemeente"
code = "{CODES[GEMEENTE]}"
werkt = "{werkt[GEMEENTE]}"
telefoon = "0320-111111"
mandaat = "Mandaat toegang jeugd"
mandaat_op = 2021-01-01
[[organisatie]]
naam = "De Brug"
soort = "aanbieder"
code = "{CODES[AANBIEDER]}"
werkt = "{werkt[AANBIEDER]}"
{producten}
[[contract]]
nummer = "C-1"
aanbieder = "{CODES[AANBIEDER]}"
gemeenten = ["{CODES[GEMEENTE]}"]
perceel = "Ambulant"
van = 2024-01-01
tarief = [{tarieven}]
[[beheerder]]
naam = "Beheer"
email = "beheer@{rol}.example"
organisatie = "{CODES[rol]}"
"""
