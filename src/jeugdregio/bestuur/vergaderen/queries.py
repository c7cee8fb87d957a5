"""Reading meetings, their agendas and papers, and what came of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Tafel, Voorstel
from jeugdregio.bestuur.consent.permissions import dossiers
from jeugdregio.bestuur.vergaderen.acties import mag_melden
from jeugdregio.bestuur.vergaderen.models import VOLGORDE, Aanwezigheid, Actie, Agendapunt, Besluit, Stuk, Vergadering
from jeugdregio.bestuur.vergaderen.permissions import (
    mag_aandragen,
    mag_houden,
    zichtbare_besluiten,
    zichtbare_punten,
    zichtbare_stukken,
    zichtbare_vergaderingen,
)
from jeugdregio.bestuur.vergaderen.tafel import deelnemers_op
from jeugdregio.bestuur.vergaderen.termijnen import Stukkentermijn, stukken_uiterlijk, vroegste_vergadering
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie


@dataclass(frozen=True)
class Puntbeeld:
    """An item as this reader may see it: its papers (newest version first), decision, actions."""

    punt: Agendapunt
    stukken: Sequence[Stuk]
    besluit: Besluit | None
    acties: Sequence[Actie]
    klaar_te_melden: frozenset[UUID]


@dataclass(frozen=True)
class Vergaderbeeld:
    """One meeting with all this reader may see and do. `verborgen` items are there, but not for this reader."""

    vergadering: Vergadering
    punten: Sequence[Puntbeeld]
    verborgen: int
    aanwezigen: Sequence[Aanwezigheid]
    deelnemers: Sequence[Organisatie]
    uiterlijk: Stukkentermijn
    vroegst: Stukkentermijn
    mag_houden: bool
    mag_aandragen: bool

    @property
    def stukken_te_laat(self) -> bool:
        """Tell whether papers that go today go too late for this day."""
        return self.vergadering.uitgenodigd_op is None and self.vergadering.op < self.vroegst.dag


def komend(wie: Wie, tafel: str = "") -> QuerySet[Vergadering]:
    """Return the meetings that are still to be held, the first on top."""
    return _lijst(wie, tafel).filter(staat__in=["voorbereiding", "uitgenodigd"]).order_by("op")


def geweest(wie: Wie, tafel: str = "") -> QuerySet[Vergadering]:
    """Return the meetings that were held or cancelled, the last on top."""
    return _lijst(wie, tafel).filter(staat__in=["gehouden", "afgelast"]).order_by("-op", "-aanvang")


def vergadering(wie: Wie, vergadering_id: UUID) -> Vergaderbeeld:
    """Return one meeting. Raises NietGevonden. Nine queries, however long the agenda."""
    gevonden = zichtbare_vergaderingen(wie).filter(pk=vergadering_id).first()
    if gevonden is None:
        raise NietGevonden("Deze vergadering is er niet.")
    punten = list(
        zichtbare_punten(wie).filter(vergadering=gevonden).select_related("inbrenger", "voorstel", "vorig__vergadering")
        .prefetch_related(
            Prefetch("stukken", zichtbare_stukken(wie).order_by("titel", "-versie"), "te_lezen"),
            Prefetch("acties", Actie.objects.select_related("organisatie")),
        )
    )  # fmt: skip
    besluiten = {b.punt_id: b for b in zichtbare_besluiten(wie).filter(punt__in=punten)}
    genoemd = [punt.voorstel_id for punt in punten if punt.voorstel_id]
    leesbaar = set(dossiers(wie).filter(pk__in=genoemd).values_list("pk", flat=True))
    for punt in punten:
        if punt.voorstel_id not in leesbaar:
            punt.voorstel = None
    return Vergaderbeeld(
        vergadering=gevonden,
        punten=[_punt(wie, punt, besluiten.get(punt.pk)) for punt in punten],
        verborgen=gevonden.punten.count() - len(punten),
        aanwezigen=list(gevonden.aanwezigen.select_related("organisatie")),
        deelnemers=list(deelnemers_op(gevonden.op)),
        uiterlijk=stukken_uiterlijk(gevonden.op),
        vroegst=vroegste_vergadering(vandaag()),
        mag_houden=mag_houden(wie),
        mag_aandragen=mag_aandragen(wie) or mag_houden(wie),
    )


def punt(wie: Wie, punt_id: UUID) -> Agendapunt:
    """Return one item this person may read. Raises NietGevonden."""
    gevonden = zichtbare_punten(wie).select_related("vergadering", "inbrenger").filter(pk=punt_id).first()
    if gevonden is None:
        raise NietGevonden("Dit agendapunt is er niet.")
    return gevonden


def stuk(wie: Wie, stuk_id: UUID) -> Stuk:
    """Return one paper this person may read. Raises NietGevonden."""
    gevonden = zichtbare_stukken(wie).select_related("punt__vergadering").filter(pk=stuk_id).first()
    if gevonden is None:
        raise NietGevonden("Dit stuk is er niet.")
    return gevonden


def eerdere_punten(wie: Wie, tafel: str) -> QuerySet[Agendapunt]:
    """Return the items dealt with at the table below, that can come to this table."""
    plek = VOLGORDE.index(Tafel(tafel))
    if plek == 0:
        return Agendapunt.objects.none()
    behandeld = zichtbare_punten(wie).filter(vergadering__tafel=VOLGORDE[plek - 1], staat=Agendapunt.Staat.BEHANDELD)
    return behandeld.select_related("vergadering").order_by("-vergadering__op")[:50]


def voorstellen(wie: Wie) -> QuerySet[Voorstel]:
    """Return the proposals that can come on an agenda."""
    return dossiers(wie).exclude(staat__in=["concept", "beeindigd", "ingetrokken"])


def open_acties(wie: Wie) -> list[Actie]:
    """Return what is still to be done from meetings, what is due first on top."""
    acties = Actie.objects.filter(klaar_op=None, punt__in=zichtbare_punten(wie))
    return list(acties.select_related("organisatie", "punt__vergadering")[:200])


def besluiten(wie: Wie, zoek: str = "") -> QuerySet[Besluit]:
    """Return the decisions this person may read, the last on top."""
    gevonden = zichtbare_besluiten(wie).filter(punt__in=zichtbare_punten(wie))
    if zoek:
        gevonden = gevonden.filter(Q(tekst__icontains=zoek) | Q(punt__onderwerp__icontains=zoek))
    return gevonden.select_related("punt__vergadering")


def _lijst(wie: Wie, tafel: str) -> QuerySet[Vergadering]:
    alle = zichtbare_vergaderingen(wie).annotate(aantal=Count("punten"))
    return alle.filter(tafel=tafel) if tafel else alle


def _punt(wie: Wie, punt: Agendapunt, besluit: Besluit | None) -> Puntbeeld:
    acties = list(punt.acties.all())
    te_melden = frozenset(a.pk for a in acties if a.klaar_op is None and mag_melden(wie, a))
    return Puntbeeld(punt, punt.te_lezen, besluit, acties, te_melden)  # type: ignore[attr-defined]
