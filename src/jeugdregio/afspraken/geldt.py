"""The one function that answers "what holds here, today?", and the same for many questions and municipalities."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from jeugdregio.afspraken.lezen import lees
from jeugdregio.afspraken.models import Norm, Standpunt
from jeugdregio.afspraken.vragen import catalogus, tekst_van
from jeugdregio.afspraken.wegen import Antwoord, niets, past, weeg
from jeugdregio.organisaties.models import Organisatie

__all__ = ["Antwoord", "Normenset", "wat_geldt", "wat_geldt_overal"]

_Standpunten = dict[tuple[UUID, UUID], Standpunt]  # by municipality and norm


@dataclass(frozen=True)
class _Vraag:
    """What is asked: a question on a day, perhaps for one product or contract."""

    code: str
    tekst: str
    datum: date
    product_code: str
    contract_nummer: str


def wat_geldt(
    vraag: str, gemeente: Organisatie, datum: date, *, product_code: str = "", contract_nummer: str = ""
) -> Antwoord:
    """Answer a question of the catalogue for a municipality on a date, with the whole reasoning. One query.

    With a product or a contract the norms that hold only for those count too. Raises KeyError for a question that
    is not in the catalogue. How norms are weighed: `afspraken.wegen`.
    """
    tekst = tekst_van(vraag)
    normen, standpunten = lees(vraag, gemeente.pk, datum)
    eigen = {(gemeente.pk, norm_id): standpunt for norm_id, standpunt in standpunten.items()}
    return _antwoord(_Vraag(vraag, tekst, datum, product_code, contract_nummer), gemeente, normen, eigen)


def wat_geldt_overal(
    vragen: Iterable[str], gemeenten: Sequence[Organisatie], datum: date, *, concepten: Collection[UUID] = ()
) -> dict[tuple[str, UUID], Antwoord]:
    """Answer several questions for several municipalities, by (question, key of the municipality). Four queries.

    `concepten`: see Normenset. Raises KeyError for an unknown question.
    """
    codes = list(vragen)
    normen = Normenset(codes, gemeenten, datum, concepten)
    return {(code, gemeente.pk): normen.antwoord(code, gemeente) for code in codes for gemeente in gemeenten}


class Normenset:
    """The norms of a day, read once and weighed as often as needed.

    `concepten` are concept norms that are weighed as if they were adopted, in the place of the norm each replaces:
    the "what if" of a proposal.
    """

    def __init__(
        self, vragen: Sequence[str], gemeenten: Sequence[Organisatie], datum: date, concepten: Collection[UUID] = ()
    ) -> None:
        self.datum = datum
        self.teksten = catalogus()
        normen = _normen(vragen, datum, concepten)
        self._standpunten = _standpunten([n.pk for n in normen], [g.pk for g in gemeenten], datum)
        self._per_vraag: dict[str, list[Norm]] = defaultdict(list)
        for norm in normen:
            self._per_vraag[norm.vraag].append(norm)

    def antwoord(
        self, vraag: str, gemeente: Organisatie, product_code: str = "", contract_nummer: str = ""
    ) -> Antwoord:
        """Answer one question for one municipality. Raises KeyError for an unknown question."""
        gevraagd = _Vraag(vraag, self.teksten[vraag], self.datum, product_code, contract_nummer)
        hier = [n for n in self._per_vraag[vraag] if _in(n, gemeente)]
        return _antwoord(gevraagd, gemeente, hier, self._standpunten)

    def bereiken(self, vraag: str) -> list[tuple[str, str]]:
        """Return the products and contracts norms on this question are limited to, the general question first."""
        gevonden = {("", "")}
        for norm in self._per_vraag[vraag]:
            gevonden |= {(p, c) for p in norm.producten or [""] for c in norm.contracten or [""]}
        return sorted(gevonden)


def _normen(codes: Sequence[str], datum: date, concepten: Collection[UUID]) -> list[Norm]:
    telt = Q(staat=Norm.Staat.VASTGESTELD)
    if concepten:
        vervangen = Norm.objects.filter(pk__in=concepten, vorige__isnull=False).values("vorige_id")
        telt = (telt & ~Q(pk__in=vervangen)) | Q(pk__in=concepten, staat=Norm.Staat.CONCEPT)
    bron = Norm.objects.op(datum).filter(telt, vraag__in=codes)
    return list(bron.select_related("besluit").prefetch_related("gemeenten"))


def _in(norm: Norm, gemeente: Organisatie) -> bool:
    gebied = norm.gemeenten.all()
    return not gebied or gemeente in gebied


def _standpunten(norm_ids: Sequence[UUID], gemeente_ids: Sequence[UUID], datum: date) -> _Standpunten:
    # Positions of one municipality on one norm follow each other, so there is at most one on a day.
    gevonden = Standpunt.objects.op(datum).filter(norm_id__in=norm_ids, gemeente_id__in=gemeente_ids).order_by()
    return {(s.gemeente_id, s.norm_id): s for s in gevonden}


def _antwoord(gevraagd: _Vraag, gemeente: Organisatie, normen: Sequence[Norm], standpunten: _Standpunten) -> Antwoord:
    passend = [n for n in normen if past(n, gevraagd.product_code, gevraagd.contract_nummer)]
    weg = {n.pk for n in passend}
    anders = tuple(n for n in normen if n.pk not in weg)
    datum = gevraagd.datum
    if not passend:
        stap = f"Er is op {datum:%d-%m-%Y} geen norm bekend op de vraag: {gevraagd.tekst}"
        return niets(gevraagd.code, stap, anders)
    eigen = {n.pk: standpunten[gemeente.pk, n.pk] for n in passend if (gemeente.pk, n.pk) in standpunten}
    ingetrokken = {n.pk for n in passend if n.bron_ingetrokken_op and n.bron_ingetrokken_op <= datum}
    return weeg(gevraagd.code, gemeente.naam, passend, eigen, ingetrokken=ingetrokken, alleen_voor=anders)
