"""The one function that answers "what holds here, today?", and the same for many questions and municipalities."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from jeugdregio.afspraken.models import Norm, Standpunt
from jeugdregio.afspraken.vragen import catalogus, tekst_van
from jeugdregio.afspraken.wegen import Antwoord, niets, past, weeg
from jeugdregio.organisaties.models import Organisatie

__all__ = ["Antwoord", "wat_geldt", "wat_geldt_overal"]


def wat_geldt(
    vraag: str, gemeente: Organisatie, datum: date, *, product_code: str = "", contract_nummer: str = ""
) -> Antwoord:
    """Answer a question of the catalogue for a municipality on a date, with the whole reasoning. Two queries.

    With a product or a contract the norms that hold only for those count too. Raises KeyError for a question that
    is not in the catalogue. How norms are weighed: `afspraken.wegen`.
    """
    tekst = tekst_van(vraag)
    hier = Q(gemeenten__isnull=True) | Q(gemeenten=gemeente)
    normen = list(
        Norm.objects.op(datum).filter(hier, vraag=vraag, staat=Norm.Staat.VASTGESTELD).select_related("besluit")
    )
    standpunten = _standpunten([n.pk for n in normen], [gemeente.pk], datum) if normen else {}
    return _antwoord(vraag, tekst, gemeente, datum, normen, standpunten, product_code, contract_nummer)


def wat_geldt_overal(
    vragen: Iterable[str], gemeenten: Sequence[Organisatie], datum: date,
    *, concepten: Collection[UUID] = (), product_code: str = "", contract_nummer: str = "",
) -> dict[tuple[str, UUID], Antwoord]:  # fmt: skip
    """Answer several questions for several municipalities, by (question, key of the municipality). Four queries.

    `concepten` are concept norms that are weighed as if they were adopted, in the place of the norm each replaces:
    the "what if" of a proposal. Raises KeyError for an unknown question.
    """
    teksten = catalogus()
    codes = list(vragen)
    normen = _normen(codes, datum, concepten)
    standpunten = _standpunten([n.pk for n in normen], [g.pk for g in gemeenten], datum)
    per_vraag: dict[str, list[Norm]] = defaultdict(list)
    for norm in normen:
        per_vraag[norm.vraag].append(norm)
    uit = {}
    for code in codes:
        for gemeente in gemeenten:
            hier = [n for n in per_vraag[code] if _in(n, gemeente)]
            uit[code, gemeente.pk] = _antwoord(
                code, teksten[code], gemeente, datum, hier, standpunten, product_code, contract_nummer
            )
    return uit


def _normen(codes: Sequence[str], datum: date, concepten: Collection[UUID]) -> list[Norm]:
    telt = Q(staat=Norm.Staat.VASTGESTELD)
    bron = Norm.objects.op(datum)
    if concepten:
        vervangen = Norm.objects.filter(pk__in=concepten, vorige__isnull=False).values("vorige_id")
        telt = (telt & ~Q(pk__in=vervangen)) | Q(pk__in=concepten, staat=Norm.Staat.CONCEPT)
    return list(bron.filter(telt, vraag__in=codes).select_related("besluit").prefetch_related("gemeenten"))


def _in(norm: Norm, gemeente: Organisatie) -> bool:
    gebied = norm.gemeenten.all()
    return not gebied or gemeente in gebied


def _standpunten(
    norm_ids: Sequence[UUID], gemeente_ids: Sequence[UUID], datum: date
) -> dict[tuple[UUID, UUID], Standpunt]:
    """The positions of the day, by (municipality, norm)."""
    gevonden = Standpunt.objects.op(datum).filter(norm_id__in=norm_ids, gemeente_id__in=gemeente_ids).order_by("van")
    return {(s.gemeente_id, s.norm_id): s for s in gevonden}


def _antwoord(
    vraag: str, tekst: str, gemeente: Organisatie, datum: date, normen: Sequence[Norm],
    standpunten: dict[tuple[UUID, UUID], Standpunt], product_code: str, contract_nummer: str,
) -> Antwoord:  # fmt: skip
    passend = [n for n in normen if past(n, product_code, contract_nummer)]
    anders = tuple(n for n in normen if not past(n, product_code, contract_nummer))
    if not passend:
        return niets(vraag, f"Er is op {datum:%d-%m-%Y} geen norm bekend op de vraag: {tekst}", anders)
    eigen = {n.pk: standpunten[gemeente.pk, n.pk] for n in passend if (gemeente.pk, n.pk) in standpunten}
    ingetrokken = {n.pk for n in passend if n.bron_ingetrokken_op and n.bron_ingetrokken_op <= datum}
    return weeg(vraag, gemeente.naam, passend, eigen, ingetrokken=ingetrokken, alleen_voor=anders)
