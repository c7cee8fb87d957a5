"""Who takes part at a table on a day."""

from datetime import date

from django.db.models import QuerySet

from jeugdregio.organisaties.models import Deelname, Organisatie, Soort


def deelnemers_op(datum: date) -> QuerySet[Organisatie]:
    """Return the municipalities that take part in the region on this day, by name."""
    lopend = Deelname.objects.op(datum).filter(organisatie__soort=Soort.GEMEENTE)
    return Organisatie.objects.filter(pk__in=lopend.values("organisatie_id")).order_by("naam")
