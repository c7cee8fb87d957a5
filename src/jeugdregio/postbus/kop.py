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
    """Read the header. A return message carries the header of what it answers, so there the roles turn round.

    The answer to a declaration (JW325) returns on it too, under a header of its own.
    """
    header: Any = bericht.header
    heen = header.bericht_identificatie
    if hasattr(header, "identificatie_retour"):
        return Kop(
            afzender=header.ontvanger, ontvanger=header.afzender, identificatie=header.identificatie_retour,
            dagtekening=header.dagtekening_retour, retour_op=heen.identificatie,
        )  # fmt: skip
    declaratie = getattr(header, "declaratie_identificatie", None)  # a JW325 has a header of its own
    return Kop(
        header.afzender, header.ontvanger, heen.identificatie, heen.dagtekening,
        retour_op=declaratie.identificatie if declaratie else None,
    )  # fmt: skip
