"""How much of an assignment was used. This room knows no declarations: the room above it registers the source."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from ijw.eenheden import hoeveelheid
from ijw.omvang import periode_van, toegestaan_totaal
from jeugdregio.toegang.models import Toewijzing

Bron = Callable[[Sequence[UUID]], dict[UUID, int]]
"""Amount granted per assignment, counted in the unit of that assignment, in one query."""

_bronnen: list[Bron] = []


@dataclass(frozen=True)
class Gebruik:
    """Used of allowed, in words: "62 uur van 104 uur". `deel` is the used part in percents, None without a limit."""

    tekst: str
    deel: int | None


def registreer(bron: Bron) -> None:
    """Set where the used amounts come from (called from `AppConfig.ready()`); again replaces it."""
    _bronnen[:] = [bron]


def gebruik_van(toewijzingen: Sequence[Toewijzing]) -> dict[UUID, Gebruik]:
    """Return the use per assignment; empty when nobody knows it."""
    if not _bronnen or not toewijzingen:
        return {}
    gebruikt = _bronnen[0]([t.pk for t in toewijzingen])
    return {t.pk: _gebruik(t, gebruikt.get(t.pk, 0)) for t in toewijzingen if t.volume is not None and t.frequentie}


def _gebruik(toewijzing: Toewijzing, gebruikt: int) -> Gebruik:
    volume, eenheid, frequentie = toewijzing.volume or 0, toewijzing.eenheid, toewijzing.frequentie
    periode = periode_van(toewijzing.ingangsdatum, toewijzing.einddatum)
    mag = toegestaan_totaal(volume, eenheid, frequentie, periode).aantal
    tot_nu = hoeveelheid(gebruikt, eenheid)
    if mag is None:
        return Gebruik(f"{tot_nu}, geen maximum", None)
    return Gebruik(f"{tot_nu} van {hoeveelheid(mag, eenheid)}", round(100 * gebruikt / mag) if mag else None)
