"""What happened in a question for help, read from its facts: no step is kept as a status that could be wrong.

Rooms above know more than this one (consent per purpose, research, plan, decision). They register a reader per point
of the road; what a reader says goes before what this room finds itself.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Raadpleging, Rolhouder, Spoedhulp
from jeugdregio.toegang.models import Kind, Levering, Toewijzing, VerzoekRegel
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.toetsen import contract_goed
from recht.wegen import Punt

Lezer = Callable[[Collection[UUID]], Mapping[UUID, date]]
_lezers: dict[Punt, Lezer] = {}


def registreer_feit(punt: Punt, lezer: Lezer) -> None:
    """Let a room above say since when a point was reached: it takes keys of questions and returns the day of each.

    One fixed number of queries for any number of questions. Called from `AppConfig.ready()`; again replaces it.
    """
    _lezers[punt] = lezer


@dataclass
class Feiten:
    """The facts of one question: per reached point its day, None when the day is not known."""

    bereikt: dict[Punt, date | None] = field(default_factory=dict)
    afgewezen: bool = False
    toewijzingen: list[Toewijzing] = field(default_factory=list)

    @property
    def hulp_loopt(self) -> bool:
        """True when help started and did not end."""
        return any(lev.einddatum is None for t in self.toewijzingen for lev in t.leveringen.all())


def lees_feiten(vragen: Sequence[Hulpvraag], *, contract: bool = False) -> dict[UUID, Feiten]:
    """Return the facts of questions in a fixed number of queries.

    With `contract` the contracts of a request that was not assigned yet are looked up too, per line; without it nothing
    is said about them.
    """
    feiten = {vraag.pk: Feiten() for vraag in vragen}
    kinderen = _kinderen(vragen)
    regels = _regels(vragen)
    toegewezen = _toewijzingen(vragen)
    for vraag in vragen:
        feit, kind = feiten[vraag.pk], kinderen[vraag.kind_id]
        feit.bereikt |= _eigen(vraag, kind)
        feit.afgewezen = bool(regels[vraag.verzoek_id]) and all(
            r.staat == VerzoekRegel.Staat.AFGEWEZEN for r in regels[vraag.verzoek_id]
        )
        feit.toewijzingen = [t for t in toegewezen[vraag.kind_id] if _hoort_bij(t, vraag)]
        _hulp(feit)
        if contract and vraag.verzoek is not None and Punt.TOEWIJZING not in feit.bereikt:
            _contract(feit, vraag)
        else:
            feit.bereikt[Punt.CONTRACT] = feit.bereikt.get(Punt.TOEWIJZING)
    _rijen(feiten)
    for punt, lezer in _lezers.items():
        for pk, dag in lezer(list(feiten)).items():
            feiten[pk].bereikt[punt] = dag
    return feiten


def _kinderen(vragen: Sequence[Hulpvraag]) -> dict[UUID, Kind]:
    gevonden = Kind.objects.filter(pk__in={v.kind_id for v in vragen}).prefetch_related("maatregelen")
    return {kind.pk: kind for kind in gevonden}


def _regels(vragen: Sequence[Hulpvraag]) -> dict[UUID | None, list[VerzoekRegel]]:
    per_verzoek: dict[UUID | None, list[VerzoekRegel]] = defaultdict(list)
    for regel in VerzoekRegel.objects.filter(verzoek__in=[v.verzoek_id for v in vragen if v.verzoek_id]):
        per_verzoek[regel.verzoek_id].append(regel)
    return per_verzoek


def _toewijzingen(vragen: Sequence[Hulpvraag]) -> dict[UUID, list[Toewijzing]]:
    per_kind: dict[UUID, list[Toewijzing]] = defaultdict(list)
    gevonden = (
        Toewijzing.objects.filter(kind__in={v.kind_id for v in vragen}).exclude(reden_wijziging=VERWIJDERD)
        .select_related("verzoek_regel").order_by("toegewezen_op")
        .prefetch_related(Prefetch("leveringen", Levering.objects.filter(verwijderd_op__isnull=True)))
    )  # fmt: skip
    for toewijzing in gevonden:
        per_kind[toewijzing.kind_id].append(toewijzing)
    return per_kind


def _hoort_bij(toewijzing: Toewijzing, vraag: Hulpvraag) -> bool:
    """An assignment on a request belongs to its question; one without belongs to a question without, from its day."""
    if toewijzing.verzoek_regel is not None:
        return toewijzing.verzoek_regel.verzoek_id == vraag.verzoek_id
    einde = vraag.afgesloten_op or date.max
    dag = toewijzing.toegewezen_op.astimezone(AMSTERDAM).date()
    return vraag.verzoek_id is None and vraag.ontvangen_op <= dag <= einde


def _eigen(vraag: Hulpvraag, kind: Kind) -> dict[Punt, date | None]:
    bereikt: dict[Punt, date | None] = {Punt.ONTVANGEN: vraag.ontvangen_op, Punt.VERWIJZING: None}
    if kind.bsn_zoek:
        bereikt[Punt.IDENTITEIT] = None
    if kind.woonplaats_sinds:
        bereikt[Punt.WOONPLAATS] = None
    if maatregelen := list(kind.maatregelen.all()):
        bereikt[Punt.UITSPRAAK] = maatregelen[0].uitspraak_op
    vraag.kind = kind
    if vraag.verzoek is not None:
        vraag.verzoek.kind = kind
    return bereikt


def _hulp(feit: Feiten) -> None:
    if not feit.toewijzingen:
        return
    feit.bereikt[Punt.TOEWIJZING] = min(t.toegewezen_op.astimezone(AMSTERDAM).date() for t in feit.toewijzingen)
    begonnen = [lev.begindatum for t in feit.toewijzingen for lev in t.leveringen.all()]
    if begonnen:
        feit.bereikt[Punt.START] = min(begonnen)


def _contract(feit: Feiten, vraag: Hulpvraag) -> None:
    verzoek = vraag.verzoek
    if verzoek is not None and all(contract_goed(verzoek, regel) for regel in verzoek.regels.all()):
        feit.bereikt[Punt.CONTRACT] = None


def _rijen(feiten: Mapping[UUID, Feiten]) -> None:
    """What stands in rows of this room: consultation, contact person, help that began at once."""
    for pk, dag in Raadpleging.objects.filter(hulpvraag__in=feiten).values_list("hulpvraag", "op"):
        feiten[pk].bereikt[Punt.OVERLEG] = dag
    contact = Rolhouder.objects.filter(hulpvraag__in=feiten, rol=Casusrol.CONTACT).order_by("-van")
    for pk, dag in contact.values_list("hulpvraag", "van"):
        feiten[pk].bereikt[Punt.CONTACT] = dag
    for pk, moment in Spoedhulp.objects.filter(hulpvraag__in=feiten).values_list("hulpvraag", "begonnen_op"):
        feiten[pk].bereikt[Punt.HULP_METEEN] = moment.astimezone(AMSTERDAM).date()
