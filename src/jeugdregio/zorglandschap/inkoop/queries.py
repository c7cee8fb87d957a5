"""Reading the calendar: purchases with how late they run, and one with its lots and phases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.inkoop.actions import als_norm, voorbereiding
from jeugdregio.zorglandschap.inkoop.beurten import kan_beginnen
from jeugdregio.zorglandschap.inkoop.models import Fase, Inkooptraject, Kavel, Verandering
from jeugdregio.zorglandschap.inkoop.permissions import beheert, rondt_af, zichtbare_trajecten
from jeugdregio.zorglandschap.inkoop.rekenen import Gepland, Verwacht, reken_vooruit, verwachte_start

RECENT = 6


@dataclass(frozen=True, slots=True)
class Faseregel:
    """A phase with what is expected of it; `aan_zet` when it can begin and is not done."""

    fase: Fase
    verwacht: Verwacht
    aan_zet: bool
    rondt_af: bool

    @property
    def wie(self) -> str:
        """Who must act."""
        return Rol(self.fase.rol).label

    @property
    def eerder(self) -> str:
        """What must be done before it, in words."""
        return ", ".join(self.fase.na)


@dataclass(frozen=True, slots=True)
class Kavelbeeld:
    """A lot with its phases and when its contracts can begin as it stands now."""

    kavel: Kavel
    fasen: Sequence[Faseregel]
    start: date
    dagen_later: int


@dataclass(frozen=True, slots=True)
class Trajectbeeld:
    """A purchase for this reader. `voorbereiding` tells whether there was time enough, and how that was reckoned."""

    traject: Inkooptraject
    kavels: Sequence[Kavelbeeld]
    veranderingen: Sequence[Verandering]
    genoeg: bool
    voorbereiding: Sequence[str]
    beheert: bool

    @property
    def laatste_veranderingen(self) -> Sequence[Verandering]:
        """The newest lines of the history, newest first."""
        return self.veranderingen[::-1][:RECENT]

    @property
    def eerdere_veranderingen(self) -> Sequence[Verandering]:
        """The older lines of the history, newest first."""
        return self.veranderingen[::-1][RECENT:]

    @property
    def dagen_later(self) -> int:
        """By how many days the slowest lot runs late."""
        return max((kavel.dagen_later for kavel in self.kavels), default=0)

    @property
    def nu_aan_zet(self) -> list[tuple[Kavel, Faseregel]]:
        """The phases that wait for somebody, the first to end first."""
        wacht = [(kavel.kavel, regel) for kavel in self.kavels for regel in kavel.fasen if regel.aan_zet]
        return sorted(wacht, key=lambda paar: (paar[1].fase.eind, paar[0].nummer))


def trajecten(wie: Wie) -> list[Trajectbeeld]:
    """Return the purchases this person may see, those that run first. A fixed number of queries."""
    beelden = [_beeld(wie, traject) for traject in _compleet(zichtbare_trajecten(wie))]
    return sorted(beelden, key=lambda beeld: (beeld.traject.staat != "loopt", beeld.traject.start))


def traject(wie: Wie, traject_id: UUID) -> Trajectbeeld:
    """Return one purchase. Raises NietGevonden."""
    gevonden = _compleet(zichtbare_trajecten(wie).filter(pk=traject_id)).first()
    if gevonden is None:
        raise NietGevonden("Deze inkoop is er niet.")
    return _beeld(wie, gevonden)


def fase(wie: Wie, fase_id: UUID) -> Fase:
    """Return one phase. Raises NietGevonden."""
    gevonden = (
        Fase.objects.filter(pk=fase_id, kavel__traject__in=zichtbare_trajecten(wie).values("pk"))
        .select_related("kavel__traject__opdrachtgever").first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Deze fase is er niet.")
    return gevonden


def _compleet(trajecten: QuerySet[Inkooptraject]) -> QuerySet[Inkooptraject]:
    kavels = Kavel.objects.select_related("perceel").prefetch_related("fasen")
    return trajecten.select_related("opdrachtgever").prefetch_related(Prefetch("kavels", kavels), "veranderingen")


def _beeld(wie: Wie, traject: Inkooptraject) -> Trajectbeeld:
    genoeg, stappen = voorbereiding(traject.start, traject.begonnen_op)
    return Trajectbeeld(
        traject=traject, kavels=[_kavel(wie, traject, kavel) for kavel in traject.kavels.all()],
        veranderingen=list(traject.veranderingen.all()), genoeg=genoeg, voorbereiding=stappen,
        beheert=beheert(wie, traject) and traject.staat == Inkooptraject.Staat.LOOPT,
    )  # fmt: skip


def _kavel(wie: Wie, traject: Inkooptraject, kavel: Kavel) -> Kavelbeeld:
    fasen = list(kavel.fasen.all())
    loopt = traject.staat == Inkooptraject.Staat.LOOPT
    gepland = {fase.code: Gepland(fase.begin, fase.eind, ()) for fase in fasen}
    klaar = {fase.code: fase.klaar_op for fase in fasen if fase.klaar_op}
    verwacht = reken_vooruit([als_norm(fase) for fase in fasen], gepland, klaar, vandaag() if loopt else traject.start)
    regels = []
    for fase in fasen:
        fase.kavel, kavel.traject = kavel, traject
        aan_zet = loopt and fase.klaar_op is None and kan_beginnen(fase, fasen)
        regels.append(Faseregel(fase, verwacht[fase.code], aan_zet, aan_zet and rondt_af(wie, fase)))
    start = verwachte_start(verwacht)
    return Kavelbeeld(kavel, regels, start, max(0, (start - traject.start).days) if loopt else 0)
