"""Numbers of files, requests and assignments: gapless enough for people, never twice."""

from django.db.models import F

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.models import Nummering


def volgend(reeks: str) -> int:
    """Take the next number of a series. Holds a lock on the series until the end of the transaction."""
    Nummering.objects.get_or_create(reeks=reeks)
    Nummering.objects.filter(reeks=reeks).update(laatste=F("laatste") + 1)
    return Nummering.objects.get(reeks=reeks).laatste


def toewijzingnummer(gemeente: Organisatie) -> str:
    """Return the next number of an assignment of this municipality (TR332)."""
    return str(volgend(f"toewijzing:{gemeente.code}"))


def kenmerk(letter: str) -> str:
    """Return the next file number of this year: "K-2026-00012" for a child, "V-..." for a request."""
    jaar = vandaag().year
    return f"{letter}-{jaar}-{volgend(f'{letter}:{jaar}'):05d}"


def reeks(letter: str, aantal: int) -> list[str]:
    """Return so many file numbers of this year at once, in order."""
    jaar, naam = vandaag().year, f"{letter}:{vandaag().year}"
    Nummering.objects.get_or_create(reeks=naam)
    Nummering.objects.filter(reeks=naam).update(laatste=F("laatste") + aantal)
    laatste = Nummering.objects.get(reeks=naam).laatste
    return [f"{letter}-{jaar}-{nummer:05d}" for nummer in range(laatste - aantal + 1, laatste + 1)]
