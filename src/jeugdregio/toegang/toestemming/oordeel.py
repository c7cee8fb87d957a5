"""The judge of consent: may this help begin, as far as consent goes? Everything the file knows goes to `recht`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import QuerySet, prefetch_related_objects

from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Weg
from jeugdregio.toegang.maatregelen import als_recht, geldend
from jeugdregio.toegang.models import Gezagsdrager, Kind, Toestemming, Verzoek
from jeugdregio.toegang.poort import TeStarten, Vraag
from jeugdregio.toegang.toestemming.models import Afwijking, Doel, Doelbinding, Wilsoordeel, ZonderToestemming
from recht import Uitkomst
from recht.stem import Antwoord, Maatregel, SoortMaatregel, Stem
from recht.toestemming import toestemming

KIND = "kind"
VAN_DE_RECHTER = ("04", "08")  # COD327: a certified institution, a judge or the public prosecutor
BINNEN_MAATREGEL = (Weg.GI, Weg.RECHTER, Weg.SPOED)
# What is read to judge: one query each, for one child or many.
NODIG = (
    "gezagsdragers", "wilsoordelen", "maatregelen", "hulpvragen", "afwijkingen",
    "toestemmingen__doelbinding__hulpvraag", "toestemmingen__doelbinding__verzoek__hulpvraag",
)  # fmt: skip


def oordelen(vragen: Sequence[Vraag], op: date | None = None) -> list[Uitkomst]:
    """Judge per child and help whether it may begin on a day (today), as the file is now: a fixed number of queries."""
    dag = op or vandaag()
    vers = {kind.pk: kind for kind in _gelezen({kind.pk for kind, _ in vragen})}
    _lees_regels(hulp.verzoek for kind, hulp in vragen if vers[kind.pk].maatregelen.all())
    return [oordeel_van(vers[kind.pk], hulp, dag) for kind, hulp in vragen]


def gelezen(kind: Kind) -> Kind:
    """Return the child with all that judging needs, as the file is now."""
    return _gelezen([kind.pk]).get()


def _gelezen(kind_ids: Collection[UUID]) -> QuerySet[Kind]:
    return Kind.objects.filter(pk__in=kind_ids).select_related("gemeente").prefetch_related(*NODIG)


def _lees_regels(verzoeken: Iterable[Verzoek | None]) -> None:
    """Who referred is only asked where a measure runs."""
    if gevraagd := [verzoek for verzoek in verzoeken if verzoek is not None]:
        prefetch_related_objects(gevraagd, "regels")


def hoort_bij(binding: Doelbinding | None, hulp: TeStarten) -> bool:
    """Tell whether a consent is for this help. One of before purposes were kept is for all youth help."""
    if binding is None:
        return True
    if binding.doel != Doel.HULP or (binding.code and binding.code != hulp.code):
        return False
    return _zelfde_vraag(binding, hulp)


def namen_van(dragers: Iterable[Gezagsdrager], dag: date) -> dict[object, str]:
    """Name the people with authority by their relation ("moeder"); of two with the same relation by a number too."""
    namen: dict[object, str] = {}
    for drager in dragers:
        if not drager.heeft_gezag_op(dag):
            continue
        zelfde = sum(1 for naam in namen.values() if naam.split(" (")[0] == drager.relatie)
        namen[drager.pk] = f"{drager.relatie} ({zelfde + 1})" if zelfde else drager.relatie
    return namen


def stemmen_van(antwoorden: Iterable[Toestemming], namen: dict[object, str]) -> tuple[Stem, ...]:
    """Return the answers as `recht` reads them; who has no authority does not count."""
    return tuple(stem for antwoord in antwoorden for stem in _stemmen(antwoord, namen))


def wilsoordeel_op(kind: Kind, dag: date) -> Wilsoordeel | None:
    """Return the judgement that this youth cannot weigh it, if one holds on the day."""
    geldend_ = [w for w in kind.wilsoordelen.all() if w.geldt_op(dag)]
    return next((w for w in geldend_ if w.tot is None), next(iter(geldend_), None))


def maatregel_op(kind: Kind, dag: date) -> Maatregel | None:
    """Return the measure of the court in force on the day, if any."""
    return next((als_recht(m) for m in geldend(kind.maatregelen.all(), dag)), None)


def _maatregel(kind: Kind, hulp: TeStarten, afwijkingen: Iterable[Afwijking], dag: date) -> Maatregel | None:
    """The measure that replaces consent to this help: only to help that carries it out (7.3.4 lid 1).

    Help asked by a certified institution or the court does; of other help somebody must have written down that it
    does. Then the recorded ruling says until when; without one the period that was written down.
    """
    opgeschreven = next((a for a in afwijkingen if a.grond == ZonderToestemming.MAATREGEL), None)
    if kind.maatregelen.all():
        return maatregel_op(kind, dag) if opgeschreven is not None or _voert_uit(kind, hulp) else None
    if opgeschreven is None:
        return None
    return Maatregel(SoortMaatregel.BESCHERMING, opgeschreven.van, opgeschreven.tot)


def _voert_uit(kind: Kind, hulp: TeStarten) -> bool:
    if hulp.verzoek is None:
        vragen = kind.hulpvragen.all()
        eigen = [v for v in vragen if v.pk == hulp.hulpvraag_id] or [v for v in vragen if _stond_open(v, hulp)]
        return any(vraag.weg in BINNEN_MAATREGEL for vraag in eigen)
    return any(r.verwijzer_type in VAN_DE_RECHTER for r in hulp.verzoek.regels.all() if r.code == hulp.code)


def oordeel_van(kind: Kind, hulp: TeStarten, dag: date) -> Uitkomst:
    """Judge one help on a day; the child was read with NODIG."""
    namen = namen_van(kind.gezagsdragers.all(), dag)
    antwoorden = [t for t in kind.toestemmingen.all() if hoort_bij(binding_van(t), hulp)]
    afwijkingen = [a for a in kind.afwijkingen.all() if a.geldt_op(dag) and _geldt_voor(a, hulp)]
    wil = wilsoordeel_op(kind, dag)
    redenen = {a.grond: a.reden for a in reversed(afwijkingen) if a.grond != ZonderToestemming.MAATREGEL}
    geboren = min(kind.geboortedatum, dag)  # an unborn child counts as born (BW 1:2)
    return toestemming(
        geboren, dag, tuple(namen.values()), stemmen_van(antwoorden, namen),
        wilsbekwaam=wil is None, maatregel=_maatregel(kind, hulp, afwijkingen, dag),
        geweigerd_op=wil.geweigerd_op if wil else None, toch_reden=wil.toch_reden if wil else "", **redenen,
    )  # fmt: skip


def binding_van(antwoord: Toestemming) -> Doelbinding | None:
    """Return what a consent is for; None when it is from before purposes were kept."""
    return getattr(antwoord, "doelbinding", None)


def _geldt_voor(afwijking: Afwijking, hulp: TeStarten) -> bool:
    return (not afwijking.code or afwijking.code == hulp.code) and _zelfde_vraag(afwijking, hulp)


def _zelfde_vraag(bron: Doelbinding | Afwijking, hulp: TeStarten) -> bool:
    """Tell whether both are about the same request or question. Help without either: a question that was open."""
    hulpvraag = bron.hulpvraag or getattr(bron.verzoek, "hulpvraag", None)
    if hulp.verzoek is None and hulp.hulpvraag_id is None:
        return hulpvraag is not None and _stond_open(hulpvraag, hulp)
    if hulp.verzoek is not None and hulp.verzoek.pk in {bron.verzoek_id, getattr(hulpvraag, "verzoek_id", None)}:
        return True
    return hulpvraag is not None and hulp.hulpvraag_id == hulpvraag.pk


def _stond_open(vraag: Hulpvraag, hulp: TeStarten) -> bool:
    """Tell whether a question was open when the help was assigned, or is open now when it is yet to be."""
    if hulp.toegewezen_op is None:
        return vraag.afgesloten_op is None
    return vraag.ontvangen_op <= hulp.toegewezen_op and (vraag.afgesloten_op or date.max) >= hulp.toegewezen_op


def _stemmen(antwoord: Toestemming, namen: dict[object, str]) -> list[Stem]:
    """A withdrawn yes is a no from that day on: help may not rest on an older yes either."""
    wie = namen.get(antwoord.gezagsdrager_id) if antwoord.gezagsdrager_id else KIND
    if wie is None:
        return []
    gegeven = Stem(wie, Antwoord(antwoord.antwoord), antwoord.op)
    if antwoord.ingetrokken_op is None:
        return [gegeven]
    # The newest answer of a day must come first: recht takes the first of the latest day.
    return [Stem(wie, Antwoord.NEE, antwoord.ingetrokken_op), gegeven]


def gronden_van(vragen: Iterable[Hulpvraag]) -> dict[object, list[date]]:
    """Return per child the days of its answers and grounds. Two queries."""
    kinderen = {vraag.kind_id for vraag in vragen}
    dagen: dict[object, list[date]] = defaultdict(list)
    antwoorden = Toestemming.objects.filter(kind__in=kinderen, op__lte=vandaag()).values_list("kind_id", "op")
    for kind_id, dag in (*antwoorden, *Afwijking.objects.filter(kind__in=kinderen).values_list("kind_id", "van")):
        dagen[kind_id].append(dag)
    return dagen
