"""What norms say about where a late turn goes: the home screen shows it in the place of the usual road."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from jeugdregio.afspraken.geldt import wat_geldt_overal
from jeugdregio.beurten.escalatie import AANBIEDER, TOEGANG, Escalatie, Plek
from jeugdregio.organisaties.models import Organisatie

_VRAGEN = {TOEGANG: "opschaling_toegang", AANBIEDER: "opschaling_aanbieder"}


def escalatie(kanten: Sequence[str], gemeenten: Sequence[Organisatie], datum: date) -> dict[Plek, Escalatie]:
    """Return what holds on a day, by side and municipality; without an entry no norm says anything."""
    antwoorden = wat_geldt_overal([_VRAGEN[kant] for kant in kanten], gemeenten, datum)
    return {
        (kant, gemeente.pk): Escalatie(
            antwoord.antwoord, norm.bron, reverse("afspraken:vraag", args=[_VRAGEN[kant]]), antwoord.betwist
        )
        for kant in kanten
        for gemeente in gemeenten
        if (norm := (antwoord := antwoorden[_VRAGEN[kant], gemeente.pk]).norm) is not None
    }
