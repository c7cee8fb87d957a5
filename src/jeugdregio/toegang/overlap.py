"""Which assignments stand in the way of another: the same product for the same child in the same days."""

from datetime import date

from django.db.models import Q, QuerySet

from jeugdregio.toegang.models import Toewijzing

VERWIJDERD = "13"


def lopend_vanaf(dag: date) -> QuerySet[Toewijzing]:
    """Return the assignments that hold on a day or later; removed ones do not count."""
    return Toewijzing.objects.exclude(reden_wijziging=VERWIJDERD).filter(
        Q(einddatum__isnull=True) | Q(einddatum__gte=dag)
    )


def overlappende(nieuw: Toewijzing) -> QuerySet[Toewijzing]:
    """Return the assignments of this child at this provider that the new one may not overlap (as TR302).

    Without a code the category counts, without a category everything does; withdrawn ones do not count.
    """
    lopend = (
        Toewijzing.objects.filter(kind=nieuw.kind, aanbieder=nieuw.aanbieder, gemeente=nieuw.gemeente)
        .exclude(pk=nieuw.pk)
        .exclude(reden_wijziging=VERWIJDERD)
        .filter(Q(einddatum__isnull=True) | Q(einddatum__gte=nieuw.ingangsdatum))
    )
    if nieuw.einddatum is not None:
        lopend = lopend.filter(ingangsdatum__lte=nieuw.einddatum)
    if nieuw.code:
        return lopend.filter(Q(code=nieuw.code) | Q(code="", categorie=nieuw.categorie) | Q(categorie=""))
    if nieuw.categorie:
        return lopend.filter(Q(categorie=nieuw.categorie) | Q(categorie=""))
    return lopend
