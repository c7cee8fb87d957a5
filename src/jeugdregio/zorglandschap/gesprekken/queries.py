"""Reading the talks: the list with what is late, and one talk with what this reader can do with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.gesprekken.models import Actie, Agendapunt, Gesprek, Stap
from jeugdregio.zorglandschap.gesprekken.permissions import brengt_in, doet, leidt, zichtbare_gesprekken
from jeugdregio.zorglandschap.permissions import zichtbare_contracten

STANDEN = {"open": "Komende", "gehouden": "Gehouden", "": "Alle"}
GESCHIEDENIS = 8


@dataclass(frozen=True, slots=True)
class Actieregel:
    """An action, and whether this reader may say that it is done."""

    actie: Actie
    doet: bool


@dataclass(frozen=True, slots=True)
class Gespreksbeeld:
    """One talk for this reader, with the talks before it."""

    gesprek: Gesprek
    punten: Sequence[Agendapunt]
    acties: Sequence[Actieregel]
    eerdere_acties: Sequence[Actieregel]
    stappen: Sequence[Stap]
    eerder: Sequence[Gesprek]
    leidt: bool
    brengt_in: bool


def lijst(wie: Wie, stand: str = "open", aanbieder: str = "") -> QuerySet[Gesprek]:
    """Return the talks this person may read: coming ones the nearest first, others the newest first."""
    gevonden = (
        zichtbare_gesprekken(wie).select_related("aanbieder", "beheerder")
        .annotate(
            open_acties=Count("acties", Q(acties__staat="open")),
            late_acties=Count("acties", Q(acties__staat="open", acties__uiterlijk__lt=vandaag())),
        )
    )  # fmt: skip
    if aanbieder:
        gevonden = gevonden.filter(aanbieder__naam__icontains=aanbieder)
    if stand == "open":
        return gevonden.filter(staat__in=[Gesprek.Staat.GEPLAND, Gesprek.Staat.VOORBEREID]).order_by("op", "pk")
    if stand == "gehouden":
        gevonden = gevonden.filter(staat=Gesprek.Staat.GEHOUDEN)
    return gevonden.order_by("-op", "pk")


def open_acties(wie: Wie) -> list[Actieregel]:
    """Return the open actions of the talks this person may read, the first to end first."""
    acties = (
        Actie.objects.filter(gesprek__in=zichtbare_gesprekken(wie).values("pk"), staat=Actie.Staat.OPEN)
        .select_related("gesprek__aanbieder", "gesprek__beheerder", "eigenaar").order_by("uiterlijk", "pk")
    )  # fmt: skip
    return [Actieregel(actie, doet(wie, actie)) for actie in acties[:100]]


def gesprek(wie: Wie, gesprek_id: UUID) -> Gespreksbeeld:
    """Return one talk with all that belongs to it. Raises NietGevonden. A fixed number of queries."""
    gevonden = zichtbare_gesprekken(wie).select_related("aanbieder", "beheerder").filter(pk=gesprek_id).first()
    if gevonden is None:
        raise NietGevonden("Dit gesprek is er niet.")
    zelfde = zichtbare_gesprekken(wie).filter(aanbieder=gevonden.aanbieder, beheerder=gevonden.beheerder)
    alle = (
        Actie.objects.filter(Q(gesprek=gevonden) | Q(gesprek__in=zelfde.values("pk"), staat=Actie.Staat.OPEN))
        .select_related("eigenaar", "gesprek__aanbieder", "gesprek__beheerder")
    )  # fmt: skip
    regels = [Actieregel(actie, doet(wie, actie)) for actie in alle]
    return Gespreksbeeld(
        gesprek=gevonden,
        punten=list(gevonden.punten.select_related("ingebracht_door")),
        acties=[regel for regel in regels if regel.actie.gesprek_id == gevonden.pk],
        eerdere_acties=[regel for regel in regels if regel.actie.gesprek_id != gevonden.pk],
        stappen=list(gevonden.stappen.all()),
        eerder=list(zelfde.exclude(pk=gevonden.pk).order_by("-op")[:GESCHIEDENIS]),
        leidt=leidt(wie, gevonden),
        brengt_in=brengt_in(wie, gevonden) and gevonden.is_open,
    )


def te_kiezen(wie: Wie) -> QuerySet[Organisatie]:
    """Return the providers a talk can be planned with: those with a contract this person can see."""
    return Organisatie.objects.filter(pk__in=zichtbare_contracten(wie).values("aanbieder"))
