"""Keeping a case anonymous: wide ages, no municipality unless enough children could be meant, none in the text."""

import re
from collections.abc import Mapping
from datetime import date

from django.db.models import Q

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.basis.privacy import MINSTENS
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.toegang.models import Kind

_LEEFTIJD = re.compile(
    r"\b\d{1,2}[- ]?jarige?\b|\b\d{1,2} jaar oud\b|\b(?:is|was) \d{1,2} jaar\b"
    r"|\b(?:jongen|meisje|kind|jongere|jeugdige|zoon|dochter) van \d{1,2}\b",
    re.IGNORECASE,
)


def groep_is_groot_genoeg(gemeente: Organisatie, leeftijd: str, datum: date) -> bool:
    """Tell whether at least 8 children of this age group have help in this municipality, so that none stands out."""
    jongste, oudste = (int(deel) for deel in leeftijd.split("-"))
    loopt = Q(toewijzingen__einddatum=None) | Q(toewijzingen__einddatum__gte=datum)
    kinderen = Kind.objects.filter(
        loopt, gemeente=gemeente, toewijzingen__ingangsdatum__lte=datum,
        geboortedatum__gt=_jaren_terug(datum, oudste + 1), geboortedatum__lte=_jaren_terug(datum, jongste),
    )  # fmt: skip
    return kinderen.distinct()[:MINSTENS].count() >= MINSTENS


def toets(teksten: Mapping[str, str], gemeente: Organisatie | None, leeftijd: str) -> None:
    """Raise Geweigerd, field by field, when a case could be led back to one child."""
    velden: dict[str, str] = {}
    if gemeente is not None and not groep_is_groot_genoeg(gemeente, leeftijd, vandaag()):
        velden["gemeente_noemen"] = "In deze groep zijn te weinig kinderen. Laat de gemeente weg."
    namen = [g.naam for g in deelnemers() if g != gemeente]
    for veld, tekst in teksten.items():
        genoemd = [naam for naam in namen if re.search(rf"\b{re.escape(naam)}\b", tekst, re.IGNORECASE)]
        if genoemd:
            velden[veld] = f"Hier staat {genoemd[0]}. Schrijf 'een gemeente'."
        elif _LEEFTIJD.search(tekst):
            velden[veld] = "Hier staat een leeftijd. De leeftijdsgroep staat er al; laat het getal weg."
    if velden:
        raise Geweigerd("Deze casus is misschien te herkennen. Er is niets bewaard.", velden=velden)


def _jaren_terug(datum: date, jaren: int) -> date:
    try:
        return datum.replace(year=datum.year - jaren)
    except ValueError:  # 29 February
        return date(datum.year - jaren, 3, 1)
