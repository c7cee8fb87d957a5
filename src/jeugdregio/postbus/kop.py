"""Who sent a message to whom under which identification, read from its header."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ijw import Bericht as IjwBericht


@dataclass(frozen=True)
class Kop:
    """The address of a message. `retour_op` is the identification of the message it returns on, if it is a return."""

    afzender: str
    ontvanger: str
    identificatie: str
    dagtekening: date
    retour_op: str | None = None


def kop_van(bericht: IjwBericht) -> Kop:
    """Read the header. A return message carries the header of the message it answers, so there the roles turn round."""
    header: Any = bericht.header
    heen = header.bericht_identificatie
    if hasattr(header, "identificatie_retour"):
        return Kop(
            afzender=header.ontvanger, ontvanger=header.afzender, identificatie=header.identificatie_retour,
            dagtekening=header.dagtekening_retour, retour_op=heen.identificatie,
        )  # fmt: skip
    return Kop(header.afzender, header.ontvanger, heen.identificatie, heen.dagtekening)
