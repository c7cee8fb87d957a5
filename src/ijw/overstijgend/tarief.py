"""The contract rate of an invoice line, and the amounts that follow from it (TR346, TR418, IV081)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ijw.berichten.jw323 import Prestatie
from ijw.eenheden import MINUUT, UUR
from ijw.overstijgend.dossier import Dossier, Tarief, Toewijzing

MINUTEN_PER_UUR = 60


class Tarievenboek:
    """Looks up contract rates once per product, unit and period: a declaration repeats them."""

    def __init__(self, dossier: Dossier) -> None:
        self._tarieven = dossier.tarieven
        self._gevonden: dict[tuple[str, str, date, date], tuple[Tarief, ...]] = {}

    def afgesproken(self, prestatie: Prestatie, toewijzing: Toewijzing) -> tuple[Tarief, ...]:
        """The rates agreed for this product on any day of the product period, in any unit.

        A rate in the assignment itself goes before the contract. Several rates remain when the contract
        changes within the period or differs by category: any of them is accepted. Empty: none is known.
        """
        if toewijzing.tarief is not None and toewijzing.eenheid is not None:
            return (
                Tarief(
                    code=prestatie.product_code,
                    eenheid=toewijzing.eenheid,
                    centen=toewijzing.tarief,
                    vanaf=toewijzing.ingangsdatum,
                ),
            )
        periode = prestatie.product_periode
        sleutel = (
            prestatie.product_code,
            prestatie.product_categorie,
            periode.begindatum,
            periode.einddatum,
        )
        if sleutel not in self._gevonden:
            self._gevonden[sleutel] = tuple(
                tarief
                for tarief in self._tarieven.get(prestatie.product_code, ())
                if tarief.categorie in (None, prestatie.product_categorie)
                and tarief.vanaf <= periode.einddatum
                and (tarief.tot is None or tarief.tot >= periode.begindatum)
            )
        return self._gevonden[sleutel]

    def bruikbaar(self, prestatie: Prestatie, toewijzing: Toewijzing) -> tuple[Tarief, ...]:
        """Those of the agreed rates that go with the unit of the line: the same, or per hour for minutes."""
        tarieven = self.afgesproken(prestatie, toewijzing)
        if len(tarieven) == 1 and tarieven[0].eenheid == prestatie.eenheid:
            return tarieven
        return tuple(een for een in tarieven if eenheid_past(prestatie.eenheid, een.eenheid))


def eenheid_past(gedeclareerd: str, afgesproken: str) -> bool:
    """Same unit; minutes fit where hours were agreed, not the other way round (TR341)."""
    return gedeclareerd == afgesproken or (gedeclareerd == MINUUT and afgesproken == UUR)


def tarief_in(tarief: Tarief, eenheid: str) -> int | None:
    """The rate per `eenheid` in cents; an hourly rate per minute is rounded half up (IV081)."""
    if tarief.centen is None or tarief.eenheid == eenheid:
        return tarief.centen
    return _half_omhoog(tarief.centen)


def bedrag_bij(prestatie: Prestatie, tarieven: Iterable[Tarief]) -> tuple[int, int]:
    """Lowest and highest amount in cents that the line may ask, given its own ProductTarief.

    Minutes under an hourly rate: rate times minutes divided by 60, rounded once at the end (TR346).
    Without a known rate, minutes may come from any hourly rate that rounds to the declared one.
    """
    tarief, volume = prestatie.product_tarief or 0, prestatie.geleverd_volume
    recht = tarief * volume
    if prestatie.eenheid != MINUUT:
        return recht, recht
    passend = [een for een in tarieven if tarief_in(een, MINUUT) == tarief]
    if not passend:
        # An hourly rate u rounds to `tarief` when 60*tarief - 30 <= u <= 60*tarief + 29.
        laagste = max(tarief * MINUTEN_PER_UUR - 30, 0)
        return _half_omhoog(laagste * volume), _half_omhoog((tarief * MINUTEN_PER_UUR + 29) * volume)
    bedragen = [recht if een.eenheid == MINUUT else _half_omhoog((een.centen or 0) * volume) for een in passend]
    return min(bedragen), max(bedragen)


def _half_omhoog(zestigsten: int) -> int:
    """Divides by sixty, rounded half up."""
    return (zestigsten + 30) // MINUTEN_PER_UUR
