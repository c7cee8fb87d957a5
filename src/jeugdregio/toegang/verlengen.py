"""Assignments that end soon become a turn, so that help never stops unseen."""

from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q

from jeugdregio.afspraken.geldt import Antwoord, wat_geldt
from jeugdregio.beurten.actions import open_beurten
from jeugdregio.toegang.beurten import beurt_verlenging
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.overlap import VERWIJDERD

VOORAF = timedelta(weeks=8)
VRAAG = "verlenging_zonder_gemeente"


def open_verlengingsbeurten(vandaag: date) -> int:
    """Open a turn for each assignment that ends within eight weeks and has no successor; return how many qualify.

    What holds in the municipality decides whose turn it is: with an undisputed "ja" the provider passes the extension
    on; otherwise the municipality judges it. Again: changes nothing. The number of queries does not grow with the
    assignments, only with the municipalities.
    """
    toewijzingen = list(_eindigen(vandaag))
    geldt: dict[object, Antwoord] = {}
    for toewijzing in toewijzingen:
        if toewijzing.gemeente_id not in geldt:
            geldt[toewijzing.gemeente_id] = wat_geldt(VRAAG, toewijzing.gemeente, vandaag)
    open_beurten(
        beurt_verlenging(
            toewijzing, voor_aanbieder=_vanzelf(geldt[toewijzing.gemeente_id]),
            uitleg=geldt[toewijzing.gemeente_id].stappen, grondslag=_grondslag(geldt[toewijzing.gemeente_id]),
            op=vandaag,
        )
        for toewijzing in toewijzingen
    )  # fmt: skip
    return len(toewijzingen)


def _vanzelf(antwoord: Antwoord) -> bool:
    return antwoord.waarde == "ja" and not antwoord.betwist


def _grondslag(antwoord: Antwoord) -> str:
    norm = antwoord.norm
    bron = f"{norm.bron}, {norm.plaats}" if norm else "Niet geregeld"
    return f"{bron} (betwist)" if antwoord.betwist else bron


def _eindigen(vandaag: date) -> "list[Toewijzing]":
    opvolger = Toewijzing.objects.filter(
        Q(einddatum__isnull=True) | Q(einddatum__gt=OuterRef("einddatum")),
        kind=OuterRef("kind"), aanbieder=OuterRef("aanbieder"), categorie=OuterRef("categorie"),
        code=OuterRef("code"),
    ).exclude(reden_wijziging=VERWIJDERD)  # fmt: skip
    return list(
        Toewijzing.objects.filter(einddatum__gte=vandaag, einddatum__lte=vandaag + VOORAF)
        .exclude(reden_wijziging=VERWIJDERD)
        .exclude(einddatum=F("ingangsdatum"))
        .filter(~Exists(opvolger))
        .select_related("kind", "gemeente", "aanbieder")
        .order_by("einddatum", "pk")
    )
