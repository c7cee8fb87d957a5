"""Read and write messages."""

from dataclasses import dataclass
from typing import cast

from lxml import etree

from ijw.berichten import Bericht
from ijw.bevinding import Bevinding
from ijw.envelop import is_envelop, pak_uit
from ijw.formaat.bestand import MAX_BYTES, UTF8_BOM, Boom, einde_declaratie, ontleed
from ijw.formaat.bouw import bouw
from ijw.formaat.onderzoek import onderzoek
from ijw.formaat.schema import BERICHTTYPEN, NAAMRUIMTE, BerichtType
from ijw.formaat.stroom import lees_stroom
from ijw.regels import controleer

GROOT = 20_000_000  # from here on, client by client
_ATTRIBUUT = etree.XPath("boolean(//@*)")


@dataclass(frozen=True, slots=True)
class Lezing:
    """What reading gave. `bericht` is None when level 1 has findings, or a year lies outside 1 to 9999."""

    soort: str | None
    bericht: Bericht | None
    bevindingen: tuple[Bevinding, ...]

    @property
    def geldig(self) -> bool:
        """No findings at all."""
        return not self.bevindingen

    @property
    def niveau1_geldig(self) -> bool:
        """The format is right, as the official schema judges it."""
        return not any(b.niveau == 1 for b in self.bevindingen)


def lees(data: bytes, *, niveau: int = 2, max_bytes: int = MAX_BYTES) -> Lezing:
    """Read a message and check it on level 1, and on level 2 as well unless `niveau` is 1.

    Never raises on what is in `data`: everything wrong with it is a finding.
    """
    stroom = lees_stroom(data) if GROOT < len(data) <= max_bytes else None
    if stroom is not None:
        soort, groot = stroom
        return Lezing(soort, groot, tuple(controleer(groot)) if niveau >= 2 else ())
    boom = ontleed(data, max_bytes)
    if isinstance(boom, Bevinding):
        return Lezing(None, None, (boom,))
    berichttype = BERICHTTYPEN.get(str(boom.wortel.tag))
    if berichttype is None:
        return Lezing(None, None, (_envelop(data) if is_envelop(data) else _onbekend_bericht(boom.wortel),))
    bericht, bevindingen = _niveau1(data, boom, berichttype)
    if niveau >= 2:
        bevindingen += _technische_eisen(data, boom.codering)
        if bericht is not None:
            bevindingen += controleer(bericht)
    else:
        bevindingen = [b for b in bevindingen if b.niveau == 1]
    return Lezing(berichttype.soort, bericht, tuple(bevindingen))


def _niveau1(data: bytes, boom: Boom, berichttype: BerichtType) -> tuple[Bericht | None, list[Bevinding]]:
    if boom.kaal and not _heeft_attributen(data, boom.wortel):
        snel = bouw(boom.wortel, berichttype.groep)
        if snel is not None:
            return cast(Bericht, snel), []
    bevindingen = onderzoek(boom.wortel, berichttype.groep)
    if bevindingen:
        return None, bevindingen
    _maak_kaal(boom.wortel)
    bericht = bouw(boom.wortel, berichttype.groep)
    if bericht is None:
        raise AssertionError("a message without findings could not be built: the two roads disagree")
    return cast(Bericht, bericht), []


def _heeft_attributen(data: bytes, wortel: etree._Element) -> bool:
    """Whether any element has an attribute. Without "=" after the start tag of the root only the root can."""
    begin_wortel = data.find(b"<", einde_declaratie(data))
    if data.rfind(b"=") < data.find(b">", begin_wortel):
        return bool(wortel.attrib)
    return bool(_ATTRIBUUT(wortel))


def _maak_kaal(wortel: etree._Element) -> None:
    """Take comments, instructions and white space between elements out of a valid tree."""
    etree.strip_tags(wortel, etree.Comment, etree.ProcessingInstruction)
    for element in wortel.iter():
        element.tail = None
        if len(element):
            element.text = None


def _technische_eisen(data: bytes, codering: str) -> list[Bevinding]:
    """OP192: UTF-8 without byte order mark. The schema does not see this, so it is level 2."""
    if data.startswith(UTF8_BOM):
        melding = "Het bestand begint met een byte order mark (BOM). Sla het op als UTF-8 zonder BOM."
        return [Bevinding(2, "OP192", "/", melding)]
    if codering not in ("UTF-8", "ASCII", "US-ASCII"):
        return [Bevinding(2, "OP192", "/", f"Het bestand is {codering}. Sla het op als UTF-8.")]
    return []


def _envelop(data: bytes) -> Bevinding:
    """A message in an envelope is not itself a message: what is wrong with the envelope, or to take it out."""
    uitgepakt = pak_uit(data)
    if isinstance(uitgepakt, Bevinding):
        return uitgepakt
    melding = f"Dit is een {uitgepakt.functie} in een envelop. Haal het bericht eruit met: ijw uitpakken BESTAND."
    return Bevinding(1, "ENV01", "/", melding)


def _onbekend_bericht(wortel: etree._Element) -> Bevinding:
    naam = etree.QName(wortel)
    delen = NAAMRUIMTE.fullmatch(naam.namespace or "")
    regelnummer = int(wortel.sourceline or 1)
    if delen is None:
        melding = "Dit is XML, maar geen iJw-bericht. Gebruik de naamruimte van iJw 3.2."
        return Bevinding(1, "XML09", "/", melding, regelnummer=regelnummer)
    standaard, groot, klein, bericht = delen.groups()
    if (standaard, groot, klein) != ("ijw", "3", "2"):
        melding = f"Dit bericht is van {standaard} {groot}.{klein}. Stuur het als iJw 3.2."
        return Bevinding(1, "XML10", "/", melding, regelnummer=regelnummer)
    if f"{{{naam.namespace}}}Bericht" in BERICHTTYPEN:
        melding = f"Het bericht begint met {naam.localname[:40]}. Het moet beginnen met Bericht."
        return Bevinding(1, "XML11", "/", melding, regelnummer=regelnummer)
    melding = f"{bericht.upper()} is geen bericht van iJw 3.2. Stuur een van de veertien berichten van iJw 3.2."
    return Bevinding(1, "XML09", "/", melding, regelnummer=regelnummer)
