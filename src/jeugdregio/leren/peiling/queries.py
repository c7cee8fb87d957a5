"""Reading the pulse: what is open for you, and the trend per table. Never a count, a person or a municipality."""

from collections.abc import Sequence
from dataclasses import dataclass

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Tafel
from jeugdregio.leren.peiling.actions import heeft_geantwoord
from jeugdregio.leren.peiling.models import Peilregel, Ronde
from jeugdregio.leren.peiling.permissions import mag_houden, tafels_van
from jeugdregio.organisaties.wie import Wie

_LAAGST, _HOOGST = 4, 18


@dataclass(frozen=True, slots=True)
class Open:
    """A round that runs; `geantwoord` and `aan_tafel` are about the reader. `voorbij` when its last day has passed."""

    ronde: Ronde
    geantwoord: bool
    voorbij: bool
    aan_tafel: bool


@dataclass(frozen=True, slots=True)
class Punt:
    """One closed round in the trend, in words."""

    ronde: Ronde
    cijfer: str
    verschil: str


@dataclass(frozen=True, slots=True)
class Tafelbeeld:
    """The trend of one table, newest first, and the mark it works towards."""

    tafel: str
    punten: Sequence[Punt]
    doel: str


def open_rondes(wie: Wie) -> list[Open]:
    """Return the rounds that run at the tables of this person; the secretary sees all, to close them."""
    rondes = Ronde.objects.filter(gesloten_op=None).order_by("tot", "tafel")
    if not mag_houden(wie):
        rondes = rondes.filter(tafel__in=tafels_van(wie))
    mijn = tafels_van(wie)
    return [Open(r, heeft_geantwoord(wie, r), vandaag() > r.tot, r.tafel in mijn) for r in rondes]


def trend(wie: Wie) -> list[Tafelbeeld]:
    """Return the trend of the tables this person sits at; the secretary sees all."""
    tafels = Tafel.values if mag_houden(wie) else tafels_van(wie)
    regel = Peilregel.objects.op(vandaag()).order_by("-van").first()
    rondes = list(Ronde.objects.filter(tafel__in=tafels, gesloten_op__isnull=False).order_by("tot"))
    return [_beeld(tafel, [r for r in rondes if r.tafel == tafel], regel) for tafel in tafels]


def _beeld(tafel: str, rondes: list[Ronde], regel: Peilregel | None) -> Tafelbeeld:
    punten, vorige = [], None
    for ronde in rondes:
        punten.append(Punt(ronde, _cijfer(ronde.uitkomst), _verschil(vorige, ronde.uitkomst)))
        vorige = ronde.uitkomst if ronde.uitkomst is not None else vorige
    return Tafelbeeld(Tafel(tafel).label, punten[::-1], _doel(vorige, regel))


def _cijfer(helften: int | None) -> str:
    if helften is None:
        return "te weinig antwoorden"
    tekst = f"{helften // 2},{5 * (helften % 2)}" if helften % 2 else f"{helften // 2}"
    return f"{tekst} of lager" if helften == _LAAGST else f"{tekst} of hoger" if helften == _HOOGST else tekst


def _verschil(vorige: int | None, nu: int | None) -> str:
    if vorige is None or nu is None:
        return ""
    return "gelijk gebleven" if vorige == nu else "gestegen" if nu > vorige else "gedaald"


def _doel(laatste: int | None, regel: Peilregel | None) -> str:
    """The first mark comes first; only who is there looks at the next."""
    if regel is None:
        return ""
    if laatste is None or laatste < 2 * regel.doel:
        return f"Eerst naar een {regel.doel}."
    return f"De {regel.doel} is er. Nu op weg naar een {regel.einddoel}."
