"""Counting what one provider did, per municipality and quarter: five queries, whatever the size; nothing protected yet.

What leaves this module goes through the privacy rule in `queries`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median
from typing import Any, cast

from django.db.models import CharField, Count, Exists, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Cast, TruncMonth

from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.financien.models import Declaratie
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.models import Afkeuring
from jeugdregio.postbus.statistiek import RETOUREN
from jeugdregio.toegang.models import EerdereStand, Levering, Toewijzing
from jeugdregio.zorglandschap.gesprekken.kwartaal import Kwartaal

VERWIJDERD = "13"  # JZ002
TIJDELIJK = "20"  # JZ588: a pause, not an end
AANSLUITEND = timedelta(days=31)
LANG = date(9000, 1, 1)  # later than any end


@dataclass
class Telling:
    """What was counted for one municipality in one quarter. Money in cents."""

    kinderen: int = 0
    toegewezen: int = 0
    startdagen: list[int] = field(default_factory=list)
    wacht_te_lang: int = 0
    eindigend: int = 0
    verlengd: int = 0
    stops: Counter[str] = field(default_factory=Counter)
    toegekend: int = 0
    afkeuringen: Counter[tuple[str, str]] = field(default_factory=Counter)


# By municipality code and quarter number: plain keys, because a large provider gives tens of thousands of look-ups.
Per = dict[tuple[str, int], Telling]


@dataclass
class Feiten:
    """All counts of a provider by municipality code and quarter, and the children that wait today by municipality."""

    per: Per
    wachtend: Counter[str]

    def van(self, gemeenten: Iterable[str], kwartalen: Iterable[Kwartaal]) -> list[Telling]:
        """Return the counts of these municipalities in these quarters."""
        leeg = Telling()
        nummers = [_nummer(kwartaal.van) for kwartaal in kwartalen]
        return [self.per.get((gemeente, nummer), leeg) for gemeente in gemeenten for nummer in nummers]


def tel(aanbieder: Organisatie, kwartalen: Sequence[Kwartaal], op: date, startnorm: int | None) -> Feiten:
    """Count for a provider over quarters (oldest first). `startnorm`: days between assignment and start, when known.

    Assignments that did not start count as late once the norm has passed; before that they do not count.
    """
    per: Per = defaultdict(Telling)
    _leveringen(per, aanbieder, kwartalen)
    wachtend = _toewijzingen(per, aanbieder, kwartalen, op, startnorm)
    _geld(per, aanbieder, kwartalen)
    _afkeuringen(per, aanbieder, kwartalen)
    return Feiten(dict(per), wachtend)


def _nummer(dag: date) -> int:
    """Number the quarters through."""
    return dag.year * 4 + (dag.month - 1) // 3


def _leveringen(per: Per, aanbieder: Organisatie, kwartalen: Sequence[Kwartaal]) -> None:
    """Children with help per quarter (the database counts them), and why help stopped."""
    van, tot = kwartalen[0].van, kwartalen[-1].tot
    hulp = (
        Levering.objects.filter(toewijzing__aanbieder=aanbieder, verwijderd_op=None, begindatum__lte=tot)
        .filter(Q(einddatum=None) | Q(einddatum__gte=van)).exclude(toewijzing__reden_wijziging=VERWIJDERD).order_by()
    )  # fmt: skip
    kinderen = {f"kwartaal_{_nummer(kwartaal.van)}": _kinderen_in(kwartaal) for kwartaal in kwartalen}
    for rij in cast(Iterable[dict[str, Any]], hulp.values("toewijzing__gemeente__code").annotate(**kinderen)):
        for kwartaal in kwartalen:
            nummer = _nummer(kwartaal.van)
            per[rij["toewijzing__gemeente__code"] or "", nummer].kinderen = rij[f"kwartaal_{nummer}"]
    gestopt = hulp.filter(einddatum__range=(van, tot)).exclude(reden_beeindiging__in=["", TIJDELIJK])
    for gemeente, eind, reden in gestopt.values_list("toewijzing__gemeente__code", "einddatum", "reden_beeindiging"):
        if eind is not None:
            per[gemeente or "", _nummer(eind)].stops[reden] += 1


def _kinderen_in(kwartaal: Kwartaal) -> Count:
    loopt = Q(begindatum__lte=kwartaal.tot) & (Q(einddatum=None) | Q(einddatum__gte=kwartaal.van))
    return Count("toewijzing__kind", distinct=True, filter=loopt)


def _toewijzingen(
    per: Per, aanbieder: Organisatie, kwartalen: Sequence[Kwartaal], op: date, startnorm: int | None
) -> Counter[str]:
    """Assignments: how soon help began, which were extended, and who waits on the day."""
    van, tot = kwartalen[0].van, kwartalen[-1].tot
    wachtenden: dict[str, set[str]] = defaultdict(set)
    langer = EerdereStand.objects.filter(toewijzing=OuterRef("pk"), reden_wijziging="04").values("pk")
    eerste = Levering.objects.filter(toewijzing=OuterRef("pk"), verwijderd_op=None).order_by("begindatum")
    gevonden = (
        Toewijzing.objects.filter(aanbieder=aanbieder).exclude(reden_wijziging=VERWIJDERD)
        .filter(Q(einddatum=None) | Q(einddatum__gte=van - AANSLUITEND)).order_by()
        .annotate(
            start=Subquery(eerste.values("begindatum")[:1]), langer=Exists(langer), wie=Cast("kind_id", CharField()),
            eerder=Cast("volgt_op_id", CharField()),  # as text, like the child: keys of thousands are only compared
        )
        .values_list(
            "gemeente__code", "wie", "categorie", "toegewezen_op", "ingangsdatum", "einddatum", "start",
            "reden_wijziging", "eerder", "langer",
        )
    )  # fmt: skip
    rijen = cast(list[tuple[Any, ...]], list(gevonden))
    periodes: dict[tuple[str, str], list[tuple[date, date]]] = defaultdict(list)
    for _, kind, categorie, _, ingang, eind, *_ in rijen:
        periodes[kind, categorie].append((ingang, eind or LANG))
    for code, kind, categorie, toegewezen_op, ingang, eind, start, reden, volgt_op, eerder_langer in rijen:
        gemeente = code or ""
        if start is None and ingang <= op and (eind is None or eind >= op):
            wachtenden[gemeente].add(kind)
        gevraagd = max(toegewezen_op.astimezone(AMSTERDAM).date(), ingang)
        erbij = periodes[kind, categorie]
        if van <= gevraagd <= tot and not (volgt_op or _sluit_aan(ingang, erbij)):
            telling = per[gemeente, _nummer(gevraagd)]
            telling.toegewezen += 1
            if start is not None:
                telling.startdagen.append(max(0, (start - gevraagd).days))
            elif startnorm is not None and gevraagd + timedelta(days=startnorm) < op:
                telling.wacht_te_lang += 1
        if eind and van <= eind <= min(tot, op):
            telling = per[gemeente, _nummer(eind)]
            telling.eindigend += 1
            erna = any(eind < begin <= eind + AANSLUITEND for begin, _ in erbij)
            telling.verlengd += bool(erna or reden == "04" or eerder_langer)
    return Counter({gemeente: len(kinderen) for gemeente, kinderen in wachtenden.items()})


def _sluit_aan(ingang: date, periodes: Iterable[tuple[date, date]]) -> bool:
    """Tell whether an assignment begins during another of the child, or within a month after it."""
    return any(begin < ingang <= einde + AANSLUITEND for begin, einde in periodes)


def _geld(per: Per, aanbieder: Organisatie, kwartalen: Sequence[Kwartaal]) -> None:
    van, tot = kwartalen[0].van, kwartalen[-1].tot
    rijen = (
        Declaratie.objects.filter(aanbieder=aanbieder, begindatum__range=(van, tot)).order_by()
        .values_list("gemeente__code", "begindatum").annotate(Sum("toegekend"))
    )  # fmt: skip
    for gemeente, begin, centen in rijen:
        per[gemeente or "", _nummer(begin)].toegekend += centen


def _afkeuringen(per: Per, aanbieder: Organisatie, kwartalen: Sequence[Kwartaal]) -> None:
    """What this provider sent and was refused, by return code (or the rule where there is no code)."""
    van, tot = kwartalen[0].van, kwartalen[-1].tot
    rijen = (
        Afkeuring.objects.filter(aanbieder=aanbieder, op__range=(van, tot)).exclude(soort__in=RETOUREN).order_by()
        .annotate(maand=TruncMonth("op")).values_list("gemeente__code", "maand", "retourcode", "regel")
        .annotate(Sum("aantal"))
    )  # fmt: skip
    for gemeente, maand, retourcode, regel, aantal in rijen:
        per[gemeente or "", _nummer(maand)].afkeuringen[retourcode, "" if retourcode else regel] += aantal


def middelste(tellingen: Iterable[Telling]) -> float | None:
    """Return the median of the days between assignment and start; None when nothing started."""
    dagen = [dag for telling in tellingen for dag in telling.startdagen]
    return median(dagen) if dagen else None
