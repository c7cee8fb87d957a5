"""What an expert, the secretary and a guest read of their team. Closed: only what they sit at, while it runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.opschaling import permissions
from jeugdregio.toegang.opschaling.models import Casusvraag, Expertteam, Gastplek, Teamlid, Zitting
from recht.datum import datum_nl


@dataclass(frozen=True, slots=True)
class Uur:
    """One hour of a session, with the case that fills it; None is free or not for this reader."""

    nummer: int
    van: str
    casus: Casusvraag | None
    bezet: bool


@dataclass(frozen=True, slots=True)
class Zittingbeeld:
    """A session with its hours."""

    zitting: Zitting
    uren: tuple[Uur, ...]
    leden: tuple[Teamlid, ...]

    @property
    def vrij(self) -> tuple[Uur, ...]:
        """The hours without a case."""
        return tuple(u for u in self.uren if not u.bezet)


@dataclass(frozen=True, slots=True)
class Teambeeld:
    """A team as one of its people sees it; what must be screened and planned only for its secretary."""

    team: Expertteam
    is_secretaris: bool
    te_screenen: tuple[Casusvraag, ...]
    te_plannen: tuple[Casusvraag, ...]
    lopend: tuple[Casusvraag, ...]
    zittingen: tuple[Zittingbeeld, ...]
    geweest: tuple[Zittingbeeld, ...]
    leden: tuple[Teamlid, ...]


def mijn_teams(wie: Wie) -> list[Teambeeld]:
    """Return the teams somebody sits in, with the cases this person may see, in a fixed number of queries. Logs it."""
    lidmaatschappen = list(permissions.lidmaatschappen(wie).select_related("team__organisatie"))
    casussen = list(permissions.casussen_als_expert(wie).select_related("stap__opschaling__hulpvraag", "team"))
    leg_inzage_vast(wie, list({c.stap.opschaling.hulpvraag.kind_id for c in casussen}), scherm="expertteam")
    zittingen = list(
        Zitting.objects.filter(team__in=[lid.team_id for lid in lidmaatschappen])
        .filter(Q(op__gte=vandaag()) | Q(agendapunten__casusvraag__in=casussen)).distinct()
        .prefetch_related("agendapunten", "aanwezigen__lid__gebruiker", "aanwezigen__lid__organisatie")
    )  # fmt: skip
    leden = list(
        Teamlid.objects.op(vandaag()).filter(team__in=[lid.team_id for lid in lidmaatschappen])
        .select_related("gebruiker", "organisatie")
    )  # fmt: skip
    return [_team(lid, casussen, zittingen, leden) for lid in lidmaatschappen]


def _team(
    mijn: Teamlid, casussen: Sequence[Casusvraag], zittingen: Sequence[Zitting], leden: Sequence[Teamlid]
) -> Teambeeld:  # fmt: skip
    eigen = [c for c in casussen if c.team_id == mijn.team_id]
    zichtbaar = {c.pk: c for c in eigen}
    van_team = [z for z in zittingen if z.team_id == mijn.team_id]
    if not mijn.is_secretaris:
        van_team = [z for z in van_team if any(a.lid_id == mijn.pk for a in z.aanwezigen.all())]
    beelden = [_zitting(z, zichtbaar) for z in van_team]
    staat = Casusvraag.Staat
    return Teambeeld(
        team=mijn.team, is_secretaris=mijn.is_secretaris,
        te_screenen=tuple(c for c in eigen if c.staat == staat.INGEDIEND),
        te_plannen=tuple(c for c in eigen if c.staat == staat.COMPLEET),
        lopend=tuple(c for c in eigen if c.staat in (staat.GEADVISEERD, staat.GEREAGEERD)),
        zittingen=tuple(b for b in beelden if b.zitting.op >= vandaag()),
        geweest=tuple(b for b in reversed(beelden) if b.zitting.op < vandaag()),
        leden=tuple(lid for lid in leden if lid.team_id == mijn.team_id),
    )  # fmt: skip


def _zitting(zitting: Zitting, zichtbaar: dict[UUID, Casusvraag]) -> Zittingbeeld:
    return Zittingbeeld(zitting, _uren(zitting, zichtbaar), tuple(a.lid for a in zitting.aanwezigen.all()))


def _uren(zitting: Zitting, zichtbaar: dict[UUID, Casusvraag]) -> tuple[Uur, ...]:
    punten = {punt.uur: punt.casusvraag_id for punt in zitting.agendapunten.all()}
    return tuple(
        Uur(n, zitting.begin_van(n), zichtbaar.get(punten[n]) if n in punten else None, n in punten)
        for n in range(1, zitting.uren + 1)
    )


def vrije_uren(wie: Wie, team: Expertteam) -> list[tuple[str, str]]:
    """Return the free hours of coming sessions, as choices of a form; only for the secretary."""
    if not permissions.is_secretaris(wie, team):
        return []
    zittingen = Zitting.objects.filter(team=team, op__gte=vandaag()).prefetch_related("agendapunten")
    return [
        (f"{z.pk}:{uur.nummer}", f"{datum_nl(z.op)}, {uur.van} uur")
        for z in zittingen for uur in _uren(z, {}) if not uur.bezet
    ]  # fmt: skip


def mijn_plek(wie: Wie) -> Gastplek | None:
    """Return the seat of a guest today; there is never more than one."""
    return permissions.geldige_gastplekken(wie).select_related("casusvraag__team").first()


def als_secretaris(wie: Wie, team_id: UUID) -> Expertteam:
    """Return a team of which somebody is the secretary. Raises NietGevonden."""
    mijn = permissions.lidmaatschappen(wie).filter(team=team_id, is_secretaris=True)
    lid = mijn.select_related("team__organisatie").first()
    if lid is None:
        raise NietGevonden("Dit team is er niet.")
    return lid.team
