"""A return message (JW302, 306, 308, 316, 318, 320) against the message it answers: IV028 and IV032, read back.

The standard has no technical rules of levels 3 and 4 for return messages, but it does say how one is made. So one that
names no message of ours, or gives back something else than was sent, is found here: before we send it, and when it
comes in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from ijw.berichten import jw302, jw306, jw308, jw316, jw318, jw320
from ijw.bevinding import Bevinding
from ijw.overstijgend.dossier import Dossier
from ijw.overstijgend.kop import KOP
from ijw.retour import AFGEKEURD, GEEN_OPMERKING, NIET_BEOORDEELD, heensoort, klassen, onderdelen

Retour = jw302.Bericht | jw306.Bericht | jw308.Bericht | jw316.Bericht | jw318.Bericht | jw320.Bericht

_WORTEL: Final = "/Bericht"
_ZONDER_FOUT: Final = frozenset({GEEN_OPMERKING, NIET_BEOORDEELD})


def controleer_retour(retour: Retour, dossier: Dossier) -> list[Bevinding]:
    """All findings on a return message; `dossier.heenberichten` holds the messages that its receiver sent."""
    identificatie = retour.header.bericht_identificatie.identificatie
    heen = dossier.heenberichten.get((heensoort(retour.SOORT), identificatie))
    if heen is None:
        melding = f"Er is geen {heensoort(retour.SOORT)} verstuurd met identificatie {identificatie}."
        return [Bevinding(3, "OP090", KOP, melding)]
    return [*_kop(retour, heen), *_klassen(retour, heen), *_codes(retour)]


def _kop(retour: Retour, heen: Any) -> Iterator[Bevinding]:
    """The header is that of the message it answers, apart from the code of the message."""
    for veld in fields(heen.header):
        if veld.name != "bericht_code" and getattr(retour.header, veld.name) != getattr(heen.header, veld.name):
            melding = f"De kop is niet gelijk aan die van het bericht dat is verstuurd: {veld.name}."
            yield Bevinding(3, "IV028", KOP, melding)


def _klassen(retour: Retour, heen: Any) -> Iterator[Bevinding]:
    """Only the header, or with it every class about the client, unchanged."""
    terug, verstuurd = dict(_inhoud(retour)), dict(_inhoud(heen))
    if not terug:
        return
    for pad in dict.fromkeys((*verstuurd, *terug)):
        if pad not in terug or pad not in verstuurd:
            yield Bevinding(3, "IV028", pad, "Dit onderdeel hoort óf in beide berichten, óf in geen van beide.")
        elif _eigen(terug[pad]) != _eigen(verstuurd[pad]):
            yield Bevinding(3, "IV028", pad, "Dit onderdeel is niet gelijk aan wat is verstuurd.")


def _codes(retour: Retour) -> Iterator[Bevinding]:
    """Which return codes go together: in the header, in a class, and in the message as a whole."""
    kop, klassen_ = retour.header.retour_codes, dict(_inhoud(retour))
    if set(kop) - _ZONDER_FOUT and klassen_:
        yield Bevinding(3, "IV028", KOP, "Met een fout in de kop komt alleen de kop terug.")
    fout = False
    for pad, klasse in klassen_.items():
        codes = set(klasse.retour_codes)
        fout = fout or bool(codes - _ZONDER_FOUT)
        if AFGEKEURD in codes or (codes & _ZONDER_FOUT and len(codes) > 1):
            melding = f"Deze retourcodes gaan niet samen bij een onderdeel: {', '.join(sorted(codes))}."
            yield Bevinding(3, "IV032", pad, melding)
    if klassen_ and not fout:
        yield Bevinding(3, "IV028", _WORTEL, "Zonder fout komt alleen de kop terug.")


def _inhoud(bericht: Any) -> Iterator[tuple[str, Any]]:
    """The classes of a message below its header, by path."""
    return ((pad, klasse) for pad, klasse in klassen(bericht) if pad not in (_WORTEL, KOP))


def _eigen(klasse: Any) -> dict[str, Any]:
    """What a class says itself: without its codes, and without the classes below it."""
    onder = {veld for veld, _, _ in onderdelen(klasse)} | {"retour_codes"}
    return {veld.name: getattr(klasse, veld.name) for veld in fields(klasse) if veld.name not in onder}
