"""JW305 and JW307: start and stop of a delivery against assignments and earlier starts and stops.

Removals (StatusAanlevering 3) are worked through before new ones, whatever their order in the message
(IV008); they get no other check than that there is something to remove (TR063, TR071).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from ijw.berichten import jw305, jw307
from ijw.berichten.basis import Product
from ijw.bevinding import Bevinding
from ijw.eenheden import datum
from ijw.overstijgend.dossier import Dossier, Stop
from ijw.overstijgend.kop import controleer_kop
from ijw.overstijgend.product import tr381
from ijw.overstijgend.regel import REGELS

VERWIJDEREN = "3"

T = TypeVar("T", jw305.StartProduct, jw307.StopProduct)

Sleutel = tuple[str, int | None, str | None, str | None]


@dataclass(slots=True)
class Verloop:
    """The deliveries of one child on one assignment: stops per start date."""

    starts: dict[date, list[Stop]] = field(default_factory=dict)

    def lopend(self) -> date | None:
        """The start without any stop, if there is one."""
        return next((begin for begin, stops in self.starts.items() if not stops), None)

    def laatste(self) -> date | None:
        """The last reported start."""
        return max(self.starts, default=None)


def controleer_start(bericht: jw305.Bericht, dossier: Dossier, vandaag: date) -> list[Bevinding]:
    """All findings of levels 3 and 4 on a start message."""
    uit = controleer_kop(bericht.header, dossier, gemeente=bericht.header.ontvanger, vandaag=vandaag)
    bsn, boek = bericht.client.bsn, _boek(dossier)
    gevonden: dict[int, list[Bevinding]] = {}
    for index, product in _verwijderingen_eerst(bericht.client.start_producten):
        pad = f"/Bericht/Client/StartProducten/StartProduct[{index + 1}]"
        sleutel = _sleutel(bsn, product.toewijzing_nummer, product.product)
        verloop = boek.setdefault(sleutel, Verloop())
        if product.status_aanlevering == VERWIJDEREN:
            gevonden[index] = list(_verwijder_start(product, verloop, pad))
            continue
        gevonden[index] = [
            *tr019(product, bericht.header, bsn, dossier, pad),
            *_nieuwe_start(product, verloop, pad),
            *tr381(product.product, dossier, pad),
        ]
        if not gevonden[index]:
            verloop.starts[product.begindatum] = []
    return [*uit, *_op_volgorde(gevonden)]


def controleer_stop(bericht: jw307.Bericht, dossier: Dossier, vandaag: date) -> list[Bevinding]:
    """All findings of levels 3 and 4 on a stop message."""
    uit = controleer_kop(bericht.header, dossier, gemeente=bericht.header.ontvanger, vandaag=vandaag)
    bsn, boek = bericht.client.bsn, _boek(dossier)
    gevonden: dict[int, list[Bevinding]] = {}
    for index, product in _verwijderingen_eerst(bericht.client.stop_producten):
        pad = f"/Bericht/Client/StopProducten/StopProduct[{index + 1}]"
        sleutel = _sleutel(bsn, product.toewijzing_nummer, product.product)
        verloop = boek.setdefault(sleutel, Verloop())
        if product.status_aanlevering == VERWIJDEREN:
            gevonden[index] = list(_verwijder_stop(product, verloop, pad))
            continue
        gevonden[index] = [
            *tr019(product, bericht.header, bsn, dossier, pad),
            *_nieuwe_stop(product, verloop, pad),
            *tr381(product.product, dossier, pad),
        ]
        if not gevonden[index]:
            verloop.starts[product.begindatum].append(Stop(product.einddatum, product.reden_beeindiging))
    return [*uit, *_op_volgorde(gevonden)]


def tr019(
    product: jw305.StartProduct | jw307.StopProduct,
    kop: jw305.Header | jw307.Header,
    bsn: str,
    dossier: Dossier,
    pad: str,
) -> Iterator[Bevinding]:
    """A start or stop with a number belongs to an assignment of this provider for this child.

    Task-based delivery has no number and no assignment (IV096).
    """
    nummer = product.toewijzing_nummer
    if nummer is None:
        return
    toewijzing = dossier.toewijzingen.get(nummer)
    hoort = (kop.afzender, kop.ontvanger, bsn)
    if toewijzing is None or (toewijzing.aanbieder_agb, toewijzing.gemeente, toewijzing.bsn) != hoort:
        yield REGELS["TR019"].bevinding(
            pad,
            f"Toewijzing {nummer} is niet bekend voor deze cliënt bij deze aanbieder. "
            "Controleer bsn en toewijzingnummer.",
        )


def _nieuwe_start(product: jw305.StartProduct, verloop: Verloop, pad: str) -> Iterator[Bevinding]:
    if product.begindatum in verloop.starts:
        yield REGELS["TR074"].bevinding(
            pad, f"De start op {datum(product.begindatum)} is al eerder gemeld. Verwijder eerst die melding."
        )
    lopend = verloop.lopend()
    if lopend is not None:
        yield REGELS["TR326"].bevinding(
            pad, f"De levering loopt al sinds {datum(lopend)}. Meld eerst de stop, of verwijder die start."
        )


def _verwijder_start(product: jw305.StartProduct, verloop: Verloop, pad: str) -> Iterator[Bevinding]:
    stops = verloop.starts.get(product.begindatum)
    if stops is None:
        yield REGELS["TR063"].bevinding(
            pad, f"Er is geen start op {datum(product.begindatum)} gemeld, dus ook niets te verwijderen."
        )
    elif stops:
        yield REGELS["TR071"].bevinding(
            pad,
            f"De start op {datum(product.begindatum)} is al gestopt op {datum(stops[-1].einddatum)}. "
            "Verwijder eerst die stop.",
        )
    else:
        del verloop.starts[product.begindatum]


def _nieuwe_stop(product: jw307.StopProduct, verloop: Verloop, pad: str) -> Iterator[Bevinding]:
    """TR382 asks for the last start (OP155); a stop after a temporary stop may only be definitive (OP377)."""
    stops = verloop.starts.get(product.begindatum)
    if stops is None or product.begindatum != verloop.laatste():
        laatste = verloop.laatste()
        wel = "er is geen start gemeld" if laatste is None else f"de laatste start is {datum(laatste)}"
        yield REGELS["TR382"].bevinding(pad, f"De stop hoort bij een start op {datum(product.begindatum)}, maar {wel}.")
    if not stops:
        return
    nieuw, actueel = Stop(product.einddatum, product.reden_beeindiging), max(stops, key=_einddatum)
    if nieuw in stops:
        yield REGELS["TR074"].bevinding(pad, f"De stop op {datum(nieuw.einddatum)} is al eerder gemeld.")
    if nieuw.tijdelijk and any(stop.tijdelijk for stop in stops):
        yield REGELS["TR413"].bevinding(
            pad, "De levering is al tijdelijk gestopt. Meld nu een definitieve stop of een nieuwe start."
        )
    if nieuw.einddatum < actueel.einddatum:
        yield REGELS["TR414"].bevinding(
            pad,
            f"De einddatum {datum(nieuw.einddatum)} ligt voor de stop van {datum(actueel.einddatum)} die al is gemeld.",
        )
    if any(not stop.tijdelijk for stop in stops):
        yield REGELS["TR415"].bevinding(pad, f"De levering is al definitief gestopt op {datum(actueel.einddatum)}.")


def _verwijder_stop(product: jw307.StopProduct, verloop: Verloop, pad: str) -> Iterator[Bevinding]:
    """The reason tells a temporary stop from the definitive one that may follow it."""
    stops = verloop.starts.get(product.begindatum, [])
    gelijk = [stop for stop in stops if stop.reden == product.reden_beeindiging]
    if gelijk:
        stops.remove(gelijk[0])
        return
    yield REGELS["TR063"].bevinding(
        pad,
        f"Er is geen stop met deze reden gemeld bij de start op {datum(product.begindatum)}, "
        "dus ook niets te verwijderen.",
    )


def _boek(dossier: Dossier) -> dict[Sleutel, Verloop]:
    boek: dict[Sleutel, Verloop] = {}
    for levering in dossier.leveringen:
        product = Product(categorie=levering.categorie, code=levering.code) if levering.categorie else None
        sleutel = _sleutel(levering.bsn, levering.toewijzing_nummer, product)
        boek.setdefault(sleutel, Verloop()).starts[levering.begindatum] = list(levering.stops)
    return boek


def _sleutel(bsn: str, toewijzing_nummer: int | None, product: Product | None) -> Sleutel:
    """The assignment number is the key; without one the product is (IV096)."""
    if toewijzing_nummer is not None or product is None:
        return bsn, toewijzing_nummer, None, None
    return bsn, None, product.categorie, product.code


def _verwijderingen_eerst(producten: tuple[T, ...]) -> list[tuple[int, T]]:
    return sorted(enumerate(producten), key=lambda paar: paar[1].status_aanlevering != VERWIJDEREN)


def _op_volgorde(gevonden: dict[int, list[Bevinding]]) -> Iterator[Bevinding]:
    for index in sorted(gevonden):
        yield from sorted(gevonden[index], key=lambda bevinding: bevinding.regel)


def _einddatum(stop: Stop) -> date:
    return stop.einddatum
