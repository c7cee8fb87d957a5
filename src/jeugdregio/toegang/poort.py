"""The one gate of consent: every road that lets help begin asks here, and nothing passes without an answer.

The sub-room of consent is the judge and registers itself in `AppConfig.ready()`; this room does not know it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.toegang.models import Kind, Toewijzing, Verzoek
from recht import Uitkomst


@dataclass(frozen=True)
class TeStarten:
    """The help that is about to begin: asked in a request or a question for help, of one product (or any).

    Help that was assigned without a request belongs to the question that was open on `toegewezen_op`.
    """

    code: str = ""
    verzoek: Verzoek | None = None
    hulpvraag_id: UUID | None = None
    toegewezen_op: date | None = None


Vraag = tuple[Kind, TeStarten]
Rechter = Callable[[Sequence[Vraag]], list[Uitkomst]]
Begonnen = Callable[[Toewijzing], object]
_rechter: list[tuple[Rechter, Begonnen]] = []


def registreer(rechter: Rechter, begonnen: Begonnen) -> None:
    """Name the judge: it answers per help with the outcome of recht.toestemming today; again replaces it.

    `begonnen` hears of help that a provider's system says has begun: a fact that no answer of ours can undo.
    """
    _rechter[:] = [(rechter, begonnen)]


def oordelen(kind: Kind, hulp: Sequence[TeStarten]) -> list[Uitkomst]:
    """Judge today, per help of one child, whether it may begin. See oordelen_over."""
    return oordelen_over([(kind, een) for een in hulp])


def oordelen_over(vragen: Sequence[Vraag]) -> list[Uitkomst]:
    """Judge today, per child and help, whether it may begin: a fixed number of queries for one or for many.

    Raises LookupError without a judge: then nothing begins.
    """
    if not _rechter:
        raise LookupError("Nobody judges consent.")
    return _rechter[0][0](vragen)


def zie_begin(toewijzing: Toewijzing) -> None:
    """Tell the judge that help has begun, in the transaction that records it."""
    if toewijzing.gemeente.werkt_hier:
        _rechter[0][1](toewijzing)


def eis_begin(toewijzing: Toewijzing) -> None:
    """Raise Geweigerd when help may not begin today, in words that tell the provider nothing about who refused.

    A municipality with a system of its own guards this itself.
    """
    if not toewijzing.gemeente.werkt_hier:
        return
    (uitkomst,) = oordelen(toewijzing.kind, [hulp_van(toewijzing)])
    if not uitkomst.waarde.mag_starten:
        raise Geweigerd(
            f"De toestemming voor deze hulp is niet compleet. Bel {toewijzing.gemeente} voordat je begint.",
            grondslag=uitkomst.grondslag,
        )


def hulp_van(toewijzing: Toewijzing) -> TeStarten:
    """Return the help an assignment gives."""
    regel, dag = toewijzing.verzoek_regel, toewijzing.toegewezen_op.astimezone(AMSTERDAM).date()
    return TeStarten(toewijzing.code, regel.verzoek if regel else None, toegewezen_op=dag)


def eis_toestemming(kind: Kind, *hulp: TeStarten) -> None:
    """Raise Geweigerd unless each help may begin: everybody agreed to it, or the law gives another ground."""
    for een, uitkomst in zip(hulp, oordelen(kind, hulp), strict=True):
        if uitkomst.waarde.mag_starten:
            continue
        mist = "; ".join([*uitkomst.ontbreekt, *(f"{wie} stemt niet in" for wie in uitkomst.waarde.geweigerd)])
        voor = f" voor {een.code}" if een.code else ""
        raise Geweigerd(
            f"De toestemming{voor} is nog niet compleet: {mist or uitkomst.waarde.reden}. Leg die vast, of leg vast "
            "waarom de hulp toch mag beginnen.",
            grondslag=uitkomst.grondslag,
            velden={"toestemming": mist or uitkomst.waarde.reden},
        )
