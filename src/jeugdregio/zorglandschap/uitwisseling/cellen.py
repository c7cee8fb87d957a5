"""What stands in one cell, as a value or as a sentence that says what is wrong and how to mend it. Pure functions."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from jeugdregio.zorglandschap.uitwisseling import vorm

MAX_CENTEN = 2_000_000_000_00  # two billion euro: beyond it somebody typed wrong
_NL_DATUM = re.compile(r"^(\d{1,2})-(\d{1,2})-(\d{4})$")
_ISO_DATUM = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
_ANDERS_GESCHREVEN = re.compile(r"^\d{1,4}[/.]\d{1,2}[/.]\d{1,4}$")
_DUIZENDTALLEN = {",": re.compile(r"^\d{1,3}(,\d{3})+$"), ".": re.compile(r"^\d{1,3}(\.\d{3})+$")}
_GETAL = re.compile(r"^\d+$", re.ASCII)


class Celfout(ValueError):
    """The cell cannot be used; `str()` says why and how to mend it."""


def tekst(waarde: object) -> str:
    """Return a cell as text: trimmed, whole numbers without decimals, the guard of an export taken off."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        raise Celfout("Hier staat WAAR of ONWAAR. Typ tekst of een getal.")
    if isinstance(waarde, float) and waarde.is_integer():
        waarde = int(waarde)
    if isinstance(waarde, datetime | date | time):
        raise Celfout("Hier staat een datum of tijd. Maak de cel op als tekst en typ de waarde opnieuw.")
    uit = str(waarde).strip()
    if "\x00" in uit:
        raise Celfout("Hier staat een onzichtbaar teken. Typ de waarde opnieuw.")
    if uit[:1] == "'" and uit[1:2] in ("=", "+", "-", "@"):
        uit = uit[1:]
    if len(uit) > vorm.MAX_TEKST:
        raise Celfout(f"De tekst is langer dan {vorm.MAX_TEKST} tekens. Maak hem korter.")
    return uit


def code(waarde: object, lengte: int, cijfers: bool) -> str:
    """Return a code of fixed length; leading noughts that a spreadsheet dropped come back."""
    uit = tekst(waarde)
    if cijfers and _GETAL.match(uit):
        uit = uit.zfill(lengte)
    goed = uit.isascii() and uit.isalnum() and (not cijfers or uit.isdigit())
    if len(uit) != lengte or not goed:
        soort = "cijfers" if cijfers else "cijfers of letters"
        raise Celfout(f"“{uit[:20]}” heeft geen {lengte} {soort}. Typ de hele code.")
    return uit.upper()


def datum(waarde: object) -> date:
    """Return a day: a date cell, dd-mm-jjjj or jjjj-mm-dd. Other ways of writing can be read in two ways."""
    if isinstance(waarde, datetime):
        if waarde.time() != time(0):
            raise Celfout("Bij deze datum staat ook een tijd. Haal de tijd weg.")
        return waarde.date()
    if isinstance(waarde, date):
        return waarde
    if isinstance(waarde, int | float) and not isinstance(waarde, bool):
        raise Celfout("Hier staat een getal, geen datum. Maak de cel op als datum, of typ bijvoorbeeld 31-12-2026.")
    uit = tekst(waarde)
    if gevonden := _NL_DATUM.match(uit):
        return _dag(gevonden[3], gevonden[2], gevonden[1], uit)
    if gevonden := _ISO_DATUM.match(uit):
        return _dag(gevonden[1], gevonden[2], gevonden[3], uit)
    if _ANDERS_GESCHREVEN.match(uit):
        raise Celfout(f"“{uit}” is op meer manieren te lezen. Schrijf de datum als dag-maand-jaar: 31-12-2026.")
    raise Celfout(f"“{uit[:20]}” is geen datum. Schrijf hem als dag-maand-jaar: 31-12-2026.")


def _dag(jaar: str, maand: str, dag: str, uit: str) -> date:
    try:
        gevonden = date(int(jaar), int(maand), int(dag))
    except ValueError as fout:
        raise Celfout(f"De dag {uit} bestaat niet. Kies een bestaande dag.") from fout
    if not 2015 <= gevonden.year <= 2100:
        raise Celfout(f"Het jaar {gevonden.year} kan niet kloppen. De Jeugdwet geldt sinds 2015.")
    return gevonden


def bedrag(waarde: object, decimaal: str = "") -> int:
    """Return an amount in cents. `decimaal` is the sign of the file ("," or "."); empty: each cell for itself."""
    if isinstance(waarde, int | float) and not isinstance(waarde, bool):
        # A spreadsheet keeps 0.1 + 0.2 as 0.30000000000000004; twelve digits are more than anybody typed.
        return _centen(f"{waarde:.12g}" if isinstance(waarde, float) else str(waarde), str(waarde))
    uit = tekst(waarde)
    kaal = uit.replace("€", "").replace("\u00a0", "").replace(" ", "").removesuffix(",-")
    return _centen(_met_punt(kaal, decimaal, uit), uit)


def _met_punt(kaal: str, decimaal: str, uit: str) -> str:
    """Return a written amount with a decimal point and no other signs."""
    if "," in kaal and "." in kaal:
        decimaal = "," if kaal.rfind(",") > kaal.rfind(".") else "."
    elif not decimaal:
        decimaal = _raad(kaal, uit)
    ander = "." if decimaal == "," else ","
    heel, _, rest = kaal.partition(decimaal)
    if ander in heel and not _DUIZENDTALLEN[ander].match(heel):
        raise Celfout(f"“{uit[:20]}” is geen bedrag. Schrijf bijvoorbeeld 1234,50.")
    return f"{heel.replace(ander, '')}.{rest}" if rest else heel.replace(ander, "")


def _raad(kaal: str, uit: str) -> str:
    for teken, patroon in _DUIZENDTALLEN.items():
        if patroon.match(kaal):
            raise Celfout(f"“{uit}” kan duizendtallen of decimalen betekenen. Maak er een getal van, of typ 1234,00.")
        if teken in kaal:
            return teken
    return ","


def _centen(geschreven: str, uit: str) -> int:
    try:
        getal = Decimal(geschreven)
        centen = getal * 100
        heel = int(centen)
    except (InvalidOperation, ValueError, OverflowError) as fout:
        raise Celfout(f"“{uit[:20]}” is geen bedrag. Schrijf bijvoorbeeld 1234,50.") from fout
    if centen != heel:
        raise Celfout(f"{uit[:20]} heeft meer dan twee cijfers achter de komma. Rond af op hele centen.")
    if not 0 <= heel <= MAX_CENTEN:
        raise Celfout(f"{uit[:20]} kan niet. Vul een bedrag in van nul of meer.")
    return heel


def jaar(waarde: object) -> int:
    """Return a year."""
    uit = tekst(waarde)
    if not (_GETAL.match(uit) and len(uit) == 4 and 2015 <= int(uit) <= 2100):
        raise Celfout(f"“{uit[:20]}” is geen jaar. Schrijf bijvoorbeeld 2027.")
    return int(uit)


def lijst(waarde: object) -> list[str]:
    """Return municipality codes, separated by space, comma or semicolon, each once and in order."""
    delen = [deel for deel in re.split(r"[\s,;]+", tekst(waarde)) if deel]
    codes = [code(deel, 4, cijfers=True) for deel in delen]
    if dubbel := sorted({deel for deel in codes if codes.count(deel) > 1}):
        raise Celfout(f"Gemeente {', '.join(dubbel)} staat er twee keer. Haal er een weg.")
    return sorted(codes)


def lees(kolom: vorm.Kolom, waarde: object, decimaal: str) -> object:
    """Return the value of a cell of a column; None when it is empty and may be. Raises Celfout."""
    if waarde is None or (isinstance(waarde, str) and not waarde.strip()):
        if kolom.moet:
            raise Celfout(f"{kolom.kop} is leeg. Vul deze cel in.")
        return None
    lezers: dict[str, Callable[[], object]] = {
        vorm.TEKST: lambda: tekst(waarde),
        vorm.CODE4: lambda: code(waarde, 4, cijfers=True),
        vorm.CODE5: lambda: code(waarde, 5, cijfers=False),
        vorm.CODE8: lambda: code(waarde, 8, cijfers=True),
        vorm.DATUM: lambda: datum(waarde),
        vorm.BEDRAG: lambda: bedrag(waarde, decimaal),
        vorm.LIJST: lambda: lijst(waarde),
        vorm.JAAR: lambda: jaar(waarde),
    }
    return lezers[kolom.soort]()
