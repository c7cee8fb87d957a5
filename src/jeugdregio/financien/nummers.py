"""Numbers for what a provider declares on our screens: per provider, never given out twice."""

from django.db import transaction

from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.models import Nummering


def _neem(reeks: str, aantal: int) -> int:
    """Return the first of `aantal` new numbers of a series, taken under a lock."""
    with transaction.atomic():
        Nummering.objects.get_or_create(reeks=reeks)
        nummering = Nummering.objects.select_for_update().get(reeks=reeks)
        nummering.laatste += aantal
        nummering.save(update_fields=["laatste"])
        return nummering.laatste - aantal + 1


def declaratienummer(aanbieder: Organisatie) -> str:
    """Return a new declaration number: at most 12 letters and digits (TR333: once for a provider)."""
    return f"D{_neem(f'declaratie:{aanbieder.code}', 1):09d}"


def referenties(aanbieder: Organisatie, aantal: int) -> list[str]:
    """Return new references for lines (TR314: once for a provider)."""
    eerste = _neem(f"prestatie:{aanbieder.code}", aantal)
    return [f"P{nummer:09d}" for nummer in range(eerste, eerste + aantal)]
