"""Exchange by folder: messages are taken from a folder, answers written beside it.

A file is first moved to `bezig/` under the id of its message. From there every step can be done again: storing under
the same id, handling, writing the answer, moving on. So a process that is killed loses nothing and doubles nothing.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

from ijw import Bevinding
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.bevindingen import bevindingen_van
from jeugdregio.postbus.bezorgen import meld_opgehaald
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.ontvangen import ontvang
from jeugdregio.postbus.queries import antwoord_van
from jeugdregio.postbus.vervoer.bestanden import bestandsnaam, schrijf_bestand
from jeugdregio.postbus.vervoer.enveloppen import als_gevraagd
from jeugdregio.postbus.verwerken import verwerk

BEZIG, UIT, VERWERKT, AFGEKEURD = "bezig", "uit", "verwerkt", "afgekeurd"
_SCHEIDING = "__"
# Room for our own additions: a file system takes 255 bytes, and ".naam.<id>.deel" must fit too.
_MAX_NAAM = 120


@dataclass(frozen=True)
class Verslag:
    """What happened to one file. `uitkomst` is verwerkt, afgekeurd or later (a fault; it is tried again)."""

    naam: str
    uitkomst: str
    reden: str = ""


def verwerk_map(map_: Path, aangeboden_door: Organisatie | None = None) -> Iterator[Verslag]:
    """Take in every file of a folder, first those a former run left half done. One fault stops nothing.

    A writer puts a file there under a name that begins with a dot or ends in .deel, and renames it when it is whole.
    """
    bezig = map_ / BEZIG
    bezig.mkdir(parents=True, exist_ok=True)
    for bestand in sorted(bezig.iterdir()):
        if _bericht_id(bestand) is not None:  # what somebody else put there is not ours to take
            yield _verwerk_bestand(map_, bestand, aangeboden_door)
    for bestand in sorted(map_.iterdir()):
        if bestand.is_file() and not bestand.is_symlink() and _is_af(bestand.name):
            geclaimd = bezig / f"{uuid4()}{_SCHEIDING}{_bruikbaar(bestand.name)}"
            try:
                bestand.rename(geclaimd)
            except FileNotFoundError:
                continue  # another process was first
            except OSError as fout:
                yield Verslag(_bruikbaar(bestand.name), "later", type(fout).__name__)
                continue
            yield _verwerk_bestand(map_, geclaimd, aangeboden_door)


def _is_af(naam: str) -> bool:
    return not naam.startswith(".") and not naam.endswith((".deel", ".tmp"))


def _bruikbaar(naam: str) -> str:
    """A name that every system can print and keep: readable characters, and its end when it is too long."""
    leesbaar = "".join(teken if teken.isascii() and teken.isprintable() else "_" for teken in naam)
    return leesbaar[-_MAX_NAAM:]


def _bericht_id(bestand: Path) -> UUID | None:
    """The id of the message that a claimed file carries in its name."""
    try:
        return UUID(bestand.name.partition(_SCHEIDING)[0])
    except ValueError:
        return None


def _verwerk_bestand(map_: Path, bestand: Path, aangeboden_door: Organisatie | None) -> Verslag:
    """Handle one claimed file. A fault of the disk stays with this file: the next must not wait for it."""
    naam = bestand.name.partition(_SCHEIDING)[2]
    try:
        return _verwerk_geclaimd(map_, bestand, naam, aangeboden_door)
    except OSError as fout:
        return Verslag(naam, "later", type(fout).__name__)


def _verwerk_geclaimd(map_: Path, bestand: Path, naam: str, aangeboden_door: Organisatie | None) -> Verslag:
    bericht_id = _bericht_id(bestand)
    grootte = bestand.stat().st_size
    if grootte > settings.BERICHT_MAX_BYTES:
        mag = settings.BERICHT_MAX_BYTES // 1_000_000
        reden = f"Het bestand is {grootte // 1_000_000} MB en mag {mag} MB zijn. Verdeel het over meer berichten."
        return _leg_apart(map_, bestand, naam, reden)
    try:
        bericht = ontvang(bestand.read_bytes(), kanaal="map", aangeboden_door=aangeboden_door, bericht_id=bericht_id)
        bericht = verwerk(bericht.pk)
    except Exception as fout:  # noqa: BLE001 - noted with the message; the next file must not wait for it
        return Verslag(naam, "later", type(fout).__name__)
    antwoord = antwoord_van(bericht)
    if antwoord is not None:
        schrijf_bestand(map_ / UIT, bestandsnaam(antwoord), als_gevraagd(antwoord))
        meld_opgehaald(antwoord)
    if antwoord is None and bericht.staat == Bericht.Staat.AFGEKEURD:
        return _leg_apart(map_, bestand, naam, _reden(bevindingen_van(bericht)))
    _verplaats(bestand, map_ / VERWERKT, naam)
    return Verslag(naam, "verwerkt")


def _leg_apart(map_: Path, bestand: Path, naam: str, reden: str) -> Verslag:
    """The reason goes first: a refused file without its reason must not exist."""
    doelnaam = _vrije_naam(map_ / AFGEKEURD, bestand, naam)
    schrijf_bestand(map_ / AFGEKEURD, f"{doelnaam}.reden.txt", f"{reden}\n".encode())
    _verplaats(bestand, map_ / AFGEKEURD, naam)
    return Verslag(naam, "afgekeurd", reden)


def _reden(bevindingen: tuple[Bevinding, ...]) -> str:
    regels = []
    for bevinding in bevindingen:
        waar = f"regel {bevinding.regelnummer}, " if bevinding.regelnummer else ""
        regels.append(f"{waar}{bevinding.pad} ({bevinding.regel}): {bevinding.melding}")
    return "\n".join(regels)


def _verplaats(bestand: Path, naar: Path, naam: str) -> None:
    naar.mkdir(parents=True, exist_ok=True)
    os.replace(bestand, naar / _vrije_naam(naar, bestand, naam))


def _vrije_naam(naar: Path, bestand: Path, naam: str) -> str:
    """The name it came with; with the id of its message before it when that name is taken."""
    return bestand.name if (naar / naam).exists() else naam
