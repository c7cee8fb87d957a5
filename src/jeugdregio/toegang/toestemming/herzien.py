"""Running help whose consent is not complete any more: a turn at once to talk, closed when it is settled."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import laat_vervallen, open_beurten, rond_af
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.permissions import zichtbare_kinderen
from jeugdregio.toegang.poort import hulp_van
from jeugdregio.toegang.toestemming.beurten import beurten_herzien, sleutel_aanbieder, sleutel_herzien
from jeugdregio.toegang.toestemming.models import Herziening
from jeugdregio.toegang.toestemming.oordeel import oordelen
from jeugdregio.toegang.toestemming.permissions import eis_behandelaar
from recht import Uitkomst


def lopende_toewijzingen(kinderen: Iterable[Kind], dag: date) -> list[Toewijzing]:
    """Return the assignments of these children that run, or will begin. One query."""
    return list(
        Toewijzing.objects.filter(Q(einddatum__isnull=True) | Q(einddatum__gte=dag), kind__in=list(kinderen))
        .exclude(reden_wijziging=VERWIJDERD)
        .select_related("kind", "aanbieder", "gemeente", "verzoek_regel__verzoek")
    )


def herzie(kind: Kind, aanleiding: str = "") -> list[Herziening]:
    """Judge the running help of a child today: close what is mended, and open what an `aanleiding` made incomplete.

    Belongs in the transaction of the act that changed a consent. Returns what was opened.
    """
    dag = vandaag()
    lopend = lopende_toewijzingen([kind], dag)
    if not lopend:
        return []
    uitkomsten = oordelen([(kind, hulp_van(t)) for t in lopend], dag)
    open_ = {h.toewijzing_id: h for h in kind.herzieningen.filter(afgerond_op__isnull=True)}
    nieuw = []
    for toewijzing, uitkomst in zip(lopend, uitkomsten, strict=True):
        toewijzing.kind = kind
        herziening = open_.get(toewijzing.pk)
        if herziening is not None and _hersteld(kind, toewijzing, herziening, uitkomst):
            _sluit(herziening, Herziening.Besluit.TOESTEMMING, "De toestemming is weer compleet.")
        elif aanleiding and herziening is None and not uitkomst.waarde.mag_starten:
            nieuw.append(nieuwe_herziening(toewijzing, aanleiding, dag, uitkomst))
    open_herzieningen(nieuw)
    return nieuw


def zie_begin(toewijzing: Toewijzing) -> None:
    """Open a turn at once for help that began although consent is not complete."""
    (uitkomst,) = oordelen([(toewijzing.kind, hulp_van(toewijzing))])
    open_ = toewijzing.herzieningen.filter(afgerond_op__isnull=True)
    if not uitkomst.waarde.mag_starten and not open_.exists():
        aanleiding = Herziening.Aanleiding.BEGONNEN
        open_herzieningen([nieuwe_herziening(toewijzing, aanleiding, vandaag(), uitkomst)])


def _hersteld(kind: Kind, toewijzing: Toewijzing, herziening: Herziening, nu: Uitkomst) -> bool:
    """What was opened for a birthday to come is mended when it will be right on that day."""
    if herziening.uiterlijk <= vandaag():
        return bool(nu.waarde.mag_starten)
    (dan,) = oordelen([(kind, hulp_van(toewijzing))], herziening.uiterlijk)
    return bool(dan.waarde.mag_starten)


def rond_herziening_af(wie: Wie, herziening_id: UUID, besluit: str, toelichting: str) -> Herziening:
    """Record what came of the talk. Raises Geweigerd when it says "goes on" and nobody may: ask, or record the ground.

    "De hulp stopt" closes the turn; the assignment itself is ended with its own act.
    """
    eis_behandelaar(wie)
    herziening = (
        Herziening.objects.select_related("kind__gemeente", "toewijzing__verzoek_regel__verzoek")
        .filter(pk=herziening_id, kind__in=zichtbare_kinderen(wie), afgerond_op__isnull=True).first()
    )  # fmt: skip
    if herziening is None:
        raise NietGevonden("Dit is er niet, of het is al afgerond.")
    fouten = {}
    if besluit not in Herziening.Besluit.values:
        fouten["besluit"] = "Kies wat eruit kwam."
    if not toelichting.strip():
        fouten["toelichting"] = "Schrijf op wat je met het gezin hebt besproken."
    if besluit in {Herziening.Besluit.TOESTEMMING, Herziening.Besluit.GROND} and not _mag_door(herziening):
        fouten["besluit"] = "De hulp mag nog niet door. Leg eerst de toestemming vast, of de grond uit de wet."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Jeugdwet 7.3.4", velden=fouten)
    with transaction.atomic():
        _sluit(herziening, besluit, toelichting.strip())
        leg_vast(
            wie, "toestemming.herzien", kind_id=herziening.kind_id, soort="herziening", onderwerp_id=herziening.pk,
            gegevens={"besluit": besluit},
        )  # fmt: skip
    return herziening


def _mag_door(herziening: Herziening) -> bool:
    (uitkomst,) = oordelen([(herziening.kind, hulp_van(herziening.toewijzing))], max(vandaag(), herziening.uiterlijk))
    return bool(uitkomst.waarde.mag_starten)


def nieuwe_herziening(toewijzing: Toewijzing, aanleiding: str, dag: date, uitkomst: Uitkomst) -> Herziening:
    """Return what must be talked about before a day, not saved yet."""
    return Herziening(
        kind=toewijzing.kind, toewijzing=toewijzing, aanleiding=aanleiding, op=vandaag(), uiterlijk=dag,
        uitleg=[stap.tekst for stap in uitkomst.stappen],
    )  # fmt: skip


def open_herzieningen(nieuw: list[Herziening]) -> None:
    """Save them and open their turns: two queries."""
    Herziening.objects.bulk_create(nieuw)
    open_beurten(beurt for herziening in nieuw for beurt in beurten_herzien(herziening))


def _sluit(herziening: Herziening, besluit: str, toelichting: str) -> None:
    herziening.afgerond_op, herziening.besluit, herziening.toelichting = vandaag(), besluit, toelichting
    herziening.save(update_fields=["afgerond_op", "besluit", "toelichting"])
    rond_af(sleutel_herzien(herziening.pk))
    laat_vervallen(sleutel_aanbieder(herziening.pk))
