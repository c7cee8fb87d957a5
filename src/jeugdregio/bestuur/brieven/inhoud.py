"""What stands in a letter at a moment: the regional text with its figures, and a municipality's own part."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.brieven import cijferplek
from jeugdregio.bestuur.brieven.models import Brief, Kern, Schil, Verzending
from jeugdregio.bestuur.brieven.soorten import DELEN
from jeugdregio.bestuur.toezeggingen.actions import VAKKEN
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from recht.datum import datum_kort

_VAK_VAN = {
    Raadsstuk.Soort.MOTIE: "motie",
    Raadsstuk.Soort.TOEZEGGING: "toezegging",
    Raadsstuk.Soort.RAADSVRAAG: "raadsvragen",
}


def vak_van(stuk: Raadsstuk) -> str:
    """Return the box of the cover form that belongs to an item."""
    return _VAK_VAN[Raadsstuk.Soort(stuk.soort)]


@dataclass(frozen=True, slots=True)
class Vak:
    """One box of the cover form; `regels` name the items (number, kind of meeting, day) or say what it is."""

    naam: str
    gekozen: bool
    regels: tuple[str, ...]


def kerncijfers(kern: Kern) -> cijferplek.Vast:
    """Return the figures of the regional text: fixed when it was released, else those of today."""
    return kern.cijfers if kern.bevroren_op else cijferplek.haal(kern.delen.values(), vandaag())


def vingerafdruk(brief: Brief, delen: dict[str, str], cijfers: cijferplek.Vast) -> str:
    """Return the SHA-256 of what the five councils get in common; one space more is another fingerprint."""
    return hash_van({"soort": brief.soort, "onderwerp": brief.onderwerp, "delen": delen, "cijfers": cijfers})


def hash_van(gegevens: dict[str, Any]) -> str:
    """Return the SHA-256 of data, whatever the order of its keys."""
    return hashlib.sha256(json.dumps(gegevens, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def is_ongewijzigd(kern: Kern) -> bool:
    """Tell whether a released text is still the text of its fingerprint."""
    return kern.vingerafdruk == vingerafdruk(kern.brief, kern.delen, kern.cijfers)


def gevulde_delen(kern: Kern) -> list[tuple[str, str]]:
    """Return heading and text of the parts that have text, in the order on paper, with the figures in them."""
    vast = kerncijfers(kern)
    return [
        (deel.kop, cijferplek.vul(kern.delen[deel.code], vast))
        for deel in DELEN[kern.brief.soort]
        if kern.delen.get(deel.code, "").strip()
    ]


def schilinhoud(schil: Schil, stukken: Sequence[Raadsstuk], datum: date) -> dict[str, Any]:
    """Return a municipality's own part as it is on this day: what a sending keeps."""
    return {
        "nummer": schil.nummer,
        "portefeuillehouder": schil.portefeuillehouder,
        "vergadersoort": schil.get_vergadersoort_display() if schil.vergadersoort else "",
        "aanhef": schil.aanhef,
        "eigen_alinea": schil.eigen_alinea,
        "cijfers": cijferplek.haal([schil.eigen_alinea], datum, schil.gemeente),
        "stukken": [
            {
                "nummer": stuk.nummer,
                "vak": vak_van(stuk),
                "regel": f"{stuk.nummer}, {stuk.get_vergadering_display().lower()} van "
                f"{datum_kort(stuk.vergadering_op)}",
            }
            for stuk in stukken
        ],
        "actueel": schil.actueel,
        "anders": schil.anders,
        "gedaan": schil.gedaan,
    }


def vakken(inhoud: dict[str, Any]) -> list[Vak]:
    """Return the five boxes of the cover form, the chosen ones with what they are about."""
    uit = []
    for code, naam in VAKKEN.items():
        regels = tuple(stuk["regel"] for stuk in inhoud["stukken"] if stuk["vak"] == code)
        if code == "anders" and inhoud["anders"]:
            regels = (inhoud["anders"],)
        uit.append(Vak(naam, bool(regels) or (code == "actueel" and inhoud["actueel"]), regels))
    return uit


def gekozen_vakken(inhoud: dict[str, Any]) -> list[str]:
    """Return the codes of the boxes that are ticked."""
    return [code for code, vak in zip(VAKKEN, vakken(inhoud), strict=True) if vak.gekozen]


def van_verzending(verzending: Verzending) -> dict[str, Any]:
    """Return the own part as it was sent."""
    inhoud: dict[str, Any] = verzending.inhoud
    return inhoud
