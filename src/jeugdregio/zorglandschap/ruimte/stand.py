"""How a place stands today: what was said of it, what is held, whether it is old. The same on every screen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch, QuerySet, Sum

from jeugdregio.zorglandschap.ruimte.models import Opgave, Plek, Reservering
from jeugdregio.zorglandschap.ruimte.reserveren import HOUDT_VAST

# Waiting longer than this is marked; a choice for the eye, not a norm.
LANG_WACHTEN = 28


@dataclass(frozen=True, slots=True)
class Stand:
    """A place with its statement. `over` is what can still be reserved; None is unknown."""

    plek: Plek
    opgave: Opgave
    gereserveerd: int
    verouderd: bool

    @property
    def over(self) -> int | None:
        """What is free and not reserved."""
        return None if self.opgave.vrij is None else max(self.opgave.vrij - self.gereserveerd, 0)

    @property
    def wachtdagen(self) -> int | None:
        """Days one waits; None is unknown."""
        return self.opgave.wachtdagen

    @property
    def vrij_tekst(self) -> str:
        """What is free, in words."""
        if self.over is None:
            return "onbekend"
        if self.plek.maat == Plek.Maat.UREN:
            return f"{self.over} uur per week"
        return f"{self.over} {'plek' if self.over == 1 else 'plekken'}"

    @property
    def vrij_toon(self) -> str:
        """How the badge looks; the words carry the meaning."""
        if self.over is None:
            return "neutraal"
        return "goed" if self.over else "let-op"

    @property
    def wacht_tekst(self) -> str:
        """How long one waits, in words."""
        if self.wachtdagen is None:
            return "onbekend"
        return "geen" if not self.wachtdagen else f"{self.wachtdagen} {'dag' if self.wachtdagen == 1 else 'dagen'}"

    @property
    def lang(self) -> bool:
        """Tell whether one waits long."""
        return self.wachtdagen is not None and self.wachtdagen > LANG_WACHTEN

    @property
    def leeftijd_tekst(self) -> str:
        """For which ages, in words; empty for all."""
        van, tot = self.plek.leeftijd_van, self.plek.leeftijd_tot
        if van is None and tot is None:
            return ""
        if tot is None:
            return f"vanaf {van} jaar"
        return f"tot en met {tot} jaar" if van is None else f"{van} tot en met {tot} jaar"


def met_stand(plekken: QuerySet[Plek]) -> QuerySet[Plek]:
    """Return places with their last statement and their location, for `standen`. Two queries."""
    return met_opgave(plekken).select_related("locatie__aanbieder", "product")


def met_opgave(plekken: QuerySet[Plek]) -> QuerySet[Plek]:
    """Return places with their last statement only, for who has locations and products at hand. Two queries."""
    geldend = Opgave.objects.filter(vervangen_op__isnull=True)
    return plekken.prefetch_related(Prefetch("opgaven", geldend, "geldend"))


def standen(plekken: Iterable[Plek], datum: date, verouderd_na: int) -> list[Stand]:
    """Return how these places (of `met_stand`) stand on a day. One query more."""
    plekken = list(plekken)
    lopend = Reservering.objects.filter(
        plek__in=[p.pk for p in plekken], staat__in=HOUDT_VAST, verloopt_op__gte=datum
    ).order_by()  # fmt: skip
    vast = dict(lopend.values("plek").annotate(som=Sum("aantal")).values_list("plek", "som"))
    grens = datum - timedelta(days=verouderd_na)
    uit = []
    for plek in plekken:
        opgave: Opgave = plek.geldend[0]  # type: ignore[attr-defined]  # filled by the prefetch
        uit.append(Stand(plek, opgave, vast.get(plek.pk, 0), opgave.nagekeken_op < grens))
    return uit
