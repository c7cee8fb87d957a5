"""What a new day brings: a birthday that changes who decides, and a ground of the law that is over."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q

from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.poort import hulp_van
from jeugdregio.toegang.toestemming.herzien import (
    lopende_toewijzingen,
    nieuwe_herziening,
    open_herzieningen,
)
from jeugdregio.toegang.toestemming.models import Afwijking, Herziening
from jeugdregio.toegang.toestemming.oordeel import oordelen
from recht.datum import verjaardag
from recht.toestemming import MEEBESLISSEN, MEERDERJARIG, ZELF

VOORAF = timedelta(weeks=6)


def open_verjaardagsbeurten(dag: date) -> int:
    """Open a turn for running help to which somebody else must agree after a birthday within six weeks.

    Nothing when what was said already is right on that day too. Again: changes nothing. The number of queries does
    not grow with the children. Returns how many were opened.
    """
    kinderen = list(Kind.objects.filter(_bijna_jarig(dag), _met_hulp(dag)).distinct())
    per_dag: dict[date, list[Kind]] = {}
    for kind in kinderen:
        for grens in _grenzen(kind, dag):
            per_dag.setdefault(grens, []).append(kind)
    return sum(_open(groep, grens, Herziening.Aanleiding.VERJAARDAG) for grens, groep in sorted(per_dag.items()))


def herzie_verlopen_gronden(dag: date) -> int:
    """Open a turn for running help whose ground to go on without consent ended yesterday."""
    gisteren = dag - timedelta(days=1)
    kinderen = Kind.objects.filter(pk__in=Afwijking.objects.filter(tot=gisteren).values("kind"))
    return _open(list(kinderen), dag, Herziening.Aanleiding.GROND_VOORBIJ)


def _met_hulp(dag: date) -> Q:
    lopend = Toewijzing.objects.filter(Q(einddatum__isnull=True) | Q(einddatum__gte=dag))
    return Q(pk__in=lopend.exclude(reden_wijziging=VERWIJDERD).values("kind"))


def _bijna_jarig(dag: date) -> Q:
    """Born so that one of the birthdays that change the rules falls within the coming weeks."""
    uit = Q()
    for norm in (MEEBESLISSEN, ZELF, MEERDERJARIG):
        jaren = norm.op(dag)
        vroeg, laat = verjaardag(dag, -jaren), verjaardag(dag + VOORAF, -jaren)
        uit |= Q(geboortedatum__gt=vroeg - timedelta(days=1), geboortedatum__lte=laat + timedelta(days=1))
    return uit


def _grenzen(kind: Kind, dag: date) -> Iterable[date]:
    alle = (verjaardag(kind.geboortedatum, norm.op(dag)) for norm in (MEEBESLISSEN, ZELF, MEERDERJARIG))
    return (grens for grens in alle if dag < grens <= dag + VOORAF)


def _open(kinderen: list[Kind], grens: date, aanleiding: str) -> int:
    lopend = lopende_toewijzingen(kinderen, grens)
    bezig = set(
        Herziening.objects.filter(toewijzing__in=lopend, afgerond_op__isnull=True).values_list("toewijzing", flat=True)
    )
    lopend = [toewijzing for toewijzing in lopend if toewijzing.pk not in bezig]
    uitkomsten = oordelen([(t.kind, hulp_van(t)) for t in lopend], grens)
    nieuw = [
        nieuwe_herziening(toewijzing, aanleiding, grens, uitkomst)
        for toewijzing, uitkomst in zip(lopend, uitkomsten, strict=True) if not uitkomst.waarde.mag_starten
    ]  # fmt: skip
    open_herzieningen(nieuw)
    return len(nieuw)
