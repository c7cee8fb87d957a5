"""Writing messages as files."""

import os
from pathlib import Path
from uuid import uuid4

from jeugdregio.postbus.models import Bericht


def bestandsnaam(bericht: Bericht) -> str:
    """Name of an outgoing message as a file: kind, sender and our own identification, nothing about a person."""
    return f"{bericht.soort}-{bericht.afzender_code}-{bericht.identificatie}.xml"


def schrijf_bestand(map_: Path, naam: str, inhoud: bytes) -> Path:
    """Write a file so that it is there completely or not at all."""
    map_.mkdir(parents=True, exist_ok=True, mode=0o750)
    tijdelijk = map_ / f".{naam}.{uuid4().hex}.deel"
    # The file holds data of children: readable for the own group (who collects it), never for everybody.
    with os.fdopen(os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640), "wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())
    doel = map_ / naam
    tijdelijk.replace(doel)
    return doel
