"""The return message on a message: JW302, 306, 308, 316, 318 and 320 (IV028, IV032).

What goes back follows from the level and the place of the findings:

* nothing wrong: only the header, without return codes;
* level 1: no return message at all, the sender gets an error;
* level 2: only the header, with 0001;
* level 3 or 4 in the header: only the header, with the codes of the rules;
* level 3 or 4 below it: header 0200, and every class about the client copied unchanged with its own codes: 0200
  where nothing is wrong. Below a faulty Client that is 0233, not judged, as IV087 puts it for declarations. A faulty
  Verzoek says nothing about its products: the example JW318 of the standard gives those 0200.

The answer to a declaration (JW325) has its own instruction: see `ijw.declaratie`.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, Final, get_args

from ijw.berichten import BERICHTEN, Bericht, typen
from ijw.bevinding import Bevinding
from ijw.declaratie import EIGEN_XSD_VERSIE
from ijw.formaat.schema import elementnaam

AFGEKEURD: Final = "0001"
GEEN_OPMERKING: Final = "0200"
NIET_BEOORDEELD: Final = "0233"
CODES: Final = frozenset(get_args(typen.RetourCode)[1].codes)
"""Every return code of list WJ001."""

_RETOUREN: Final = {
    "JW301": "JW302",
    "JW305": "JW306",
    "JW307": "JW308",
    "JW315": "JW316",
    "JW317": "JW318",
    "JW319": "JW320",
}
_WORTEL, _HEADER, _CLIENT = "/Bericht", "/Bericht/Header", "/Bericht/Client"

Codes = Mapping[str, Sequence[str]]


def retoursoort(soort: str) -> str:
    """The kind of message that answers `soort`: JW315 gives JW316, JW323 gives JW325.

    Raises ValueError for a message that nobody answers.
    """
    antwoord = {**_RETOUREN, "JW323": "JW325"}.get(soort)
    if antwoord is None:
        raise ValueError(f"Op een {soort} volgt geen retourbericht.")
    return antwoord


def heensoort(soort: str) -> str:
    """The kind of message that `soort` answers: JW316 gives JW315. Raises ValueError for what is no return message."""
    heen = next((heen for heen, terug in _RETOUREN.items() if terug == soort), None)
    if heen is None:
        raise ValueError(f"Een {soort} is geen retourbericht.")
    return heen


def maak_retour(
    heen: Bericht,
    bevindingen: Sequence[Bevinding],
    *,
    identificatie: str,
    dagtekening: date,
    xslt_versie: str | None = None,
) -> Bericht:
    """The return message on `heen`, given every finding of levels 2, 3 and 4.

    `identificatie` (at most 12 characters) and `dagtekening` are those of the return message. `xslt_versie`
    is needed when the published XSLTs judged level 2; leave it out for our own rules. Nothing of `heen` is
    changed.

    Raises ValueError for a finding that no return message can carry (level 1, a path outside the message,
    on level 3 or 4 no code of list WJ001), and for a kind of message that has no return message of this
    form.
    """
    doel = BERICHTEN[_soort_van_retour(heen.SOORT)]
    header_codes, codes = _oordeel(heen, bevindingen)
    module = sys.modules[doel.__module__]
    header = _kopieer(
        heen.header,
        module,
        bericht_code=doel.CODE,
        identificatie_retour=identificatie,
        dagtekening_retour=dagtekening,
        xslt_versie=xslt_versie,
        xsd_versie_retour=EIGEN_XSD_VERSIE,
        retour_codes=header_codes,
    )
    retour: Any = doel
    delen = onderdelen(heen)
    inhoud = {veld: _terug(deel, pad, module, codes) for veld, pad, deel in delen if codes and pad != _HEADER}
    bericht: Bericht = retour(header=header, **inhoud)
    return bericht


def _soort_van_retour(soort: str) -> str:
    if soort == "JW323":
        raise ValueError("Het antwoord op een JW323 maak je met ijw.declaratie.maak_antwoord.")
    if soort not in _RETOUREN:
        raise ValueError(f"Op een {soort} volgt geen retourbericht.")
    return _RETOUREN[soort]


def _oordeel(heen: Bericht, bevindingen: Sequence[Bevinding]) -> tuple[tuple[str, ...], Codes]:
    """The codes of the header, and those of each class below it by path; no classes: only the header goes
    back."""
    if any(bevinding.niveau == 1 for bevinding in bevindingen):
        raise ValueError("Op een fout van niveau 1 volgt geen retourbericht maar een foutmelding.")
    if any(bevinding.niveau == 2 for bevinding in bevindingen):
        return (AFGEKEURD,), {}
    eigen = _codes_per_klasse(heen, bevindingen)
    if _HEADER in eigen:
        return tuple(eigen[_HEADER]), {}
    if not eigen:
        return (), {}
    return (GEEN_OPMERKING,), dict(_vul_aan(heen, eigen))


def _codes_per_klasse(heen: Bericht, bevindingen: Iterable[Bevinding]) -> dict[str, list[str]]:
    paden = frozenset(pad for pad, _ in klassen(heen))
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for bevinding in bevindingen:
        code = _code(bevinding)
        bij_klasse = codes[_klasse_van(bevinding.pad, paden)]
        if code not in bij_klasse:
            bij_klasse.append(code)
    return dict(codes)


def _code(bevinding: Bevinding) -> str:
    if bevinding.retourcode not in CODES:
        raise ValueError(f"{bevinding.regel} heeft retourcode {bevinding.retourcode}; die staat niet in lijst WJ001.")
    return str(bevinding.retourcode)


def _klasse_van(pad: str, paden: frozenset[str]) -> str:
    """The path of the class that `pad` points to or into."""
    klasse = pad.rstrip("/")
    while klasse and klasse not in paden:
        klasse = klasse.rpartition("/")[0]
    binnen = pad[len(klasse) :]
    # Inside a class nothing repeats, so an index that is left over points to something that is not there.
    if not klasse or "[" in binnen or (klasse == _WORTEL and binnen.strip("/")):
        raise ValueError(f"Dit pad ligt niet in het bericht: {pad}.")
    return _HEADER if klasse == _WORTEL else klasse


def _vul_aan(heen: Bericht, eigen: Codes) -> Iterator[tuple[str, Sequence[str]]]:
    for pad, _ in klassen(heen):
        if pad in eigen:
            yield pad, eigen[pad]
        elif _CLIENT in eigen and pad.startswith(f"{_CLIENT}/"):
            yield pad, (NIET_BEOORDEELD,)
        else:
            yield pad, (GEEN_OPMERKING,)


def klassen(element: Any, pad: str = _WORTEL) -> Iterator[tuple[str, Any]]:
    """The classes of a message with their paths, from top to bottom; the message itself is the first."""
    yield pad, element
    for _, onder_pad, deel in onderdelen(element, pad):
        if isinstance(deel, tuple):
            for nummer, kind in enumerate(deel, start=1):
                yield from klassen(kind, f"{onder_pad}[{nummer}]")
        else:
            yield from klassen(deel, onder_pad)


def onderdelen(element: Any, pad: str = _WORTEL) -> Iterator[tuple[str, str, Any]]:
    """The classes of the same message directly below an element: field, path, and one or a tuple of them."""
    eigen_module = type(element).__module__
    for veld in fields(element):
        deel = getattr(element, veld.name)
        eerste = deel[0] if isinstance(deel, tuple) and deel else deel
        if not is_dataclass(eerste) or type(eerste).__module__ != eigen_module:
            continue
        onder_pad = f"{pad}/{elementnaam(veld.name)}"
        if isinstance(deel, tuple):
            onder_pad = f"{onder_pad}/{type(eerste).__name__}"
        yield veld.name, onder_pad, deel


def _terug(deel: Any, pad: str, module: Any, codes: Codes) -> Any:
    """The same class of the return message, with everything below it and the codes."""
    if isinstance(deel, tuple):
        return tuple(_terug(kind, f"{pad}[{nummer}]", module, codes) for nummer, kind in enumerate(deel, start=1))
    onder = {veld: _terug(kind, onder_pad, module, codes) for veld, onder_pad, kind in onderdelen(deel, pad)}
    return _kopieer(deel, module, **onder, retour_codes=tuple(codes[pad]))


def _kopieer(deel: Any, module: Any, **anders: Any) -> Any:
    gelijk = {veld.name: getattr(deel, veld.name) for veld in fields(deel)}
    return getattr(module, type(deel).__name__)(**(gelijk | anders))
