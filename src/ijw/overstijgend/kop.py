"""Rules on the header that every message from a partner shares (TR056, TR135, TR378)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from ijw.berichten.basis import BerichtIdentificatie
from ijw.bevinding import Bevinding
from ijw.eenheden import datum
from ijw.overstijgend.dossier import Dossier
from ijw.overstijgend.regel import REGELS

KOP = "/Bericht/Header"


class Kop(Protocol):
    """A header of any message."""

    afzender: str
    ontvanger: str
    bericht_identificatie: BerichtIdentificatie


def controleer_kop(
    kop: Kop, dossier: Dossier, *, gemeente: str, vandaag: date, peildata: Iterable[date] = ()
) -> list[Bevinding]:
    """Findings on the header. `gemeente` is its municipality code, `peildata` the start dates it serves."""
    return [*tr056(kop, dossier), *tr135(kop, vandaag), *tr378(gemeente, dossier, vandaag, peildata)]


def tr056(kop: Kop, dossier: Dossier) -> Iterable[Bevinding]:
    """The identification is new for this sender and kind of message.

    A caller that answers a repeated message with the stored answer leaves `dossier.identificaties` empty.
    """
    identificatie = kop.bericht_identificatie.identificatie
    if identificatie in dossier.identificaties:
        yield REGELS["TR056"].bevinding(
            KOP,
            f"Identificatie {identificatie} is al gebruikt. Geef het bericht een nieuwe identificatie.",
        )


def tr135(kop: Kop, vandaag: date) -> Iterable[Bevinding]:
    """The message is not dated in the future."""
    dagtekening = kop.bericht_identificatie.dagtekening
    if dagtekening > vandaag:
        yield REGELS["TR135"].bevinding(
            KOP, f"De dagtekening {datum(dagtekening)} ligt in de toekomst: vandaag is het {datum(vandaag)}."
        )


def tr378(
    gemeente: str, dossier: Dossier, vandaag: date, peildata: Iterable[date] = (), pad: str = KOP
) -> Iterable[Bevinding]:
    """The municipality code is in the CBS list of today or of a start date; without dates, of any year."""
    if dossier.gemeenten is None:
        return
    geldig = dossier.gemeenten.get(gemeente)
    if geldig is None:
        yield REGELS["TR378"].bevinding(pad, f"Gemeentecode {gemeente} staat niet in de lijst van het CBS.")
        return
    dagen = list(peildata)
    if dagen and not any(
        geldig.begin <= dag and (geldig.eind is None or dag <= geldig.eind) for dag in (*dagen, vandaag)
    ):
        yield REGELS["TR378"].bevinding(pad, f"Gemeentecode {gemeente} gold {geldig}, niet op de ingangsdatum.")
