"""The calendar as a file: CSV for a spreadsheet, ICS for an agenda (RFC 5545)."""

from collections.abc import Iterator
from datetime import UTC, date, timedelta

from jeugdregio.basis.klok import nu
from jeugdregio.zorglandschap.inkoop.queries import Faseregel, Kavelbeeld, Trajectbeeld
from jeugdregio.zorglandschap.uitwisseling.schrijven import veilig

KOPPEN = (
    "perceel", "fase", "wie", "begin_uiterlijk", "klaar_uiterlijk", "klaar_op", "verwacht_klaar", "dagen_te_laat",
    "grondslag",
)  # fmt: skip
_OCTETTEN = 75


def csv_regels(beeld: Trajectbeeld) -> Iterator[list[str]]:
    """Yield the head and a row per phase. No cell is taken for a formula."""
    yield list(KOPPEN)
    for kavel in beeld.kavels:
        for regel in kavel.fasen:
            fase = regel.fase
            klaar = fase.klaar_op.isoformat() if fase.klaar_op else ""
            cellen = (
                str(kavel.kavel), fase.naam, regel.wie, fase.begin.isoformat(), fase.eind.isoformat(), klaar,
                regel.verwacht.eind.isoformat(), str(regel.verwacht.dagen_te_laat), fase.grondslag,
            )  # fmt: skip
            yield [veilig(cel) for cel in cellen]


def ics(beeld: Trajectbeeld) -> str:
    """Return the last days of the phases that are not done, and the first day, as whole-day events."""
    regels = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jeugdregio//Inkoopkalender//NL", "CALSCALE:GREGORIAN"]
    stempel = nu().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for kavel in beeld.kavels:
        for regel in kavel.fasen:
            if regel.fase.klaar_op is None:
                regels += _gebeurtenis(*_fase(beeld, kavel, regel), stempel)
    traject = beeld.traject
    regels += _gebeurtenis(
        f"start-{traject.pk}", traject.start, f"Start contracten: {traject.naam}", traject.grondslag, stempel
    )
    return "".join(f"{gevouwen}\r\n" for regel in [*regels, "END:VCALENDAR"] for gevouwen in _vouw(regel))


def _fase(beeld: Trajectbeeld, kavel: Kavelbeeld, regel: Faseregel) -> tuple[str, date, str, str]:
    fase = regel.fase
    titel = f"{fase.naam} klaar: {beeld.traject.naam}, {kavel.kavel}"
    return str(fase.pk), fase.eind, titel, f"Aan zet: {regel.wie}. {' '.join(fase.uitleg)} {fase.grondslag}"


def _gebeurtenis(sleutel: str, dag: date, titel: str, tekst: str, stempel: str) -> list[str]:
    return [
        "BEGIN:VEVENT", f"UID:{sleutel}@jeugdregio", f"DTSTAMP:{stempel}", f"DTSTART;VALUE=DATE:{dag:%Y%m%d}",
        f"DTEND;VALUE=DATE:{dag + timedelta(days=1):%Y%m%d}", f"SUMMARY:{_tekst(titel)}",
        f"DESCRIPTION:{_tekst(tekst)}", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]  # fmt: skip


def _tekst(waarde: str) -> str:
    for teken in ("\\", ";", ","):
        waarde = waarde.replace(teken, f"\\{teken}")
    return waarde.replace("\r\n", "\\n").replace("\n", "\\n")


def _vouw(regel: str) -> Iterator[str]:
    """Fold a line at 75 octets, never inside a character; a continuation begins with a space."""
    deel, ruimte = "", _OCTETTEN
    for teken in regel:
        lengte = len(teken.encode())
        if lengte > ruimte:
            yield deel
            deel, ruimte = " ", _OCTETTEN - 1
        deel += teken
        ruimte -= lengte
    yield deel
