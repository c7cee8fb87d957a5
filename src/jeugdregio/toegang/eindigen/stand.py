"""Where help that ends stands: what was decided about this end, and which help stopped while nobody decided."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from jeugdregio.toegang.dossier import TIJDELIJK
from jeugdregio.toegang.eindigen.models import Eindbesluit
from jeugdregio.toegang.models import Levering, Toewijzing
from jeugdregio.toegang.verlengen import zonder_opvolger

TERUGKIJKEN = timedelta(weeks=26)
# JZ002: died, to another domain, moved, to another provider, redivision. Whoever ended it so, decided.
BEWUST_GEEINDIGD = ("02", "06", "07", "09", "11")


def geldend_besluit() -> "QuerySet[Eindbesluit]":
    """Decisions about the end that an assignment has now, for use in a subquery."""
    return Eindbesluit.objects.filter(toewijzing=OuterRef("pk"), voor_einddatum=OuterRef("einddatum"))


def onbeslist(toewijzingen: "QuerySet[Toewijzing]") -> "QuerySet[Toewijzing]":
    """Leave out what goes on, what was ended on purpose, and what has a decision about this end."""
    return (
        zonder_opvolger(toewijzingen).exclude(reden_wijziging__in=BEWUST_GEEINDIGD).filter(~Exists(geldend_besluit()))
    )


def tussen_wal_en_schip(dag: date) -> "QuerySet[Toewijzing]":
    """Help that ended before a day while nobody decided and the provider did not report a planned end.

    Help that was assigned and never began counts too: a child waits for it.
    """
    gemeld = Levering.objects.filter(toewijzing=OuterRef("pk"), verwijderd_op__isnull=True)
    loopt = gemeld.filter(Q(einddatum__isnull=True) | Q(reden_beeindiging=TIJDELIJK))
    voorbij = Toewijzing.objects.filter(einddatum__lt=dag, einddatum__gte=dag - TERUGKIJKEN)
    return onbeslist(voorbij).filter(~Exists(gemeld) | Exists(loopt)).order_by("einddatum", "pk")


def met_besluiten(toewijzingen: "QuerySet[Toewijzing]") -> "QuerySet[Toewijzing]":
    """Read the decisions along, newest first."""
    besluiten = Eindbesluit.objects.select_related("besloten_door", "namens")
    return toewijzingen.prefetch_related(Prefetch("eindbesluiten", besluiten))


def besluit_van(toewijzing: Toewijzing) -> Eindbesluit | None:
    """Return the decision about the end it has now. Reads the prefetched decisions."""
    return next((b for b in toewijzing.eindbesluiten.all() if b.voor_einddatum == toewijzing.einddatum), None)


def laatste_besluit(toewijzing: Toewijzing) -> Eindbesluit | None:
    """Return the newest decision, also about an earlier end. Reads the prefetched decisions."""
    return next(iter(toewijzing.eindbesluiten.all()), None)
