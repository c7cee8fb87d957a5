"""The thorough road: every departure from the format, in the order of the document.

This is the authority on level 1. No finding means valid, just as the official schema says.
"""

from collections.abc import Iterator

from lxml import etree

from ijw.bevinding import Bevinding
from ijw.formaat.lexicaal import MAX_GETOOND, WITRUIMTE, BuitenBereik, Ongeldig
from ijw.formaat.schema import BASIS_NS, GroepType, Veld, WaardeType

XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OVERAL_GOED = {f"{{{XSI}}}schemaLocation", f"{{{XSI}}}noNamespaceSchemaLocation"}
_TYPE, _NIL = f"{{{XSI}}}type", f"{{{XSI}}}nil"

Soort = GroepType | WaardeType


def onderzoek(wortel: etree._Element, groep: GroepType) -> list[Bevinding]:
    """All findings of level 1 in a tree whose root element is known; level 2 for a year we cannot hold."""
    return list(_element(wortel, groep, "/Bericht"))


def _meld(element: etree._Element, regel: str, pad: str, melding: str, niveau: int = 1) -> Bevinding:
    regelnummer = element.sourceline
    return Bevinding(niveau, regel, pad, melding, regelnummer=int(regelnummer) if regelnummer else None)


def _element(element: etree._Element, soort: Soort, pad: str) -> Iterator[Bevinding]:
    if element.attrib:
        yield from _attributen(element, soort, pad)
    if isinstance(soort, GroepType):
        yield from _groep(element, soort, pad)
    else:
        yield from _waarde(element, soort, pad)


def _attributen(element: etree._Element, soort: Soort, pad: str) -> Iterator[Bevinding]:
    for sleutel, waarde in element.attrib.items():
        naam = str(sleutel)
        if naam in _OVERAL_GOED:
            continue
        kort = etree.QName(naam).localname
        if naam == _TYPE:
            if soort.xsd_naam is None or _volledige_naam(element, str(waarde)) != soort.xsd_naam:
                yield _meld(element, "F-TYPE", pad, "Het attribuut xsi:type past hier niet. Haal het weg.")
        elif naam == _NIL:
            melding = "Het attribuut xsi:nil mag hier niet. Laat het element weg of vul het in."
            yield _meld(element, "F-NIL", pad, melding)
        else:
            melding = f"Het attribuut {kort[:MAX_GETOOND]} hoort niet in dit bericht. Haal het weg."
            yield _meld(element, "F-ATTRIBUUT", pad, melding)


def _volledige_naam(element: etree._Element, waarde: str) -> str | None:
    """The type that xsi:type names, with the prefixes that hold at this element."""
    prefix, dubbelpunt, lokaal = waarde.partition(":")
    if not dubbelpunt:
        prefix, lokaal = "", waarde
    ns = element.nsmap.get(prefix or None)
    return f"{{{ns}}}{lokaal}" if ns else None


def _waarde(element: etree._Element, soort: WaardeType, pad: str) -> Iterator[Bevinding]:
    kinderen = [kind for kind in element if isinstance(kind.tag, str)]
    if kinderen:
        naam = etree.QName(kinderen[0]).localname
        melding = f"Hier hoort een waarde te staan, geen element {naam[:MAX_GETOOND]}."
        yield _meld(element, "F-KIND", pad, melding)
        return
    tekst = (element.text or "") + "".join(kind.tail or "" for kind in element)
    try:
        soort.lees(tekst)
    except BuitenBereik as fout:
        yield _meld(element, fout.regel, pad, fout.melding, niveau=2)
    except Ongeldig as fout:
        yield _meld(element, fout.regel, pad, fout.melding)


def _losse_tekst(element: etree._Element) -> str:
    """The first visible text between the elements, if any."""
    stukken = [element.text, *(kind.tail for kind in element)]
    return next((s.strip(WITRUIMTE) for s in stukken if s and s.strip(WITRUIMTE)), "")


def _groep(element: etree._Element, groep: GroepType, pad: str) -> Iterator[Bevinding]:
    tekst = _losse_tekst(element)
    if tekst:
        melding = f"Tussen de elementen staat losse tekst: '{tekst[:MAX_GETOOND]}'. Haal die weg."
        yield _meld(element, "F-TEKST", pad, melding)
    kinderen = [kind for kind in element if isinstance(kind.tag, str)]
    aanwezig = {str(kind.tag) for kind in kinderen}
    hoogste = -1
    geteld: dict[str, int] = {}
    for kind in kinderen:
        veld = groep.tabel.get(str(kind.tag))
        if veld is None:
            yield _onbekend(kind, groep, pad)
            continue
        aantal = geteld[veld.tag] = geteld.get(veld.tag, 0) + 1
        yield from _ontbrekend(kind, groep.velden[hoogste + 1 : veld.plaats], aanwezig, pad)
        kind_pad = f"{pad}/{veld.naam}[{aantal}]" if veld.herhaald else f"{pad}/{veld.naam}"
        if not veld.herhaald:
            yield from _plaats(kind, veld, aantal, groep.velden[max(hoogste, 0)], kind_pad)
        hoogste = max(hoogste, veld.plaats)
        yield from _element(kind, veld.soort, kind_pad)
    yield from _ontbrekend(element, groep.velden[hoogste + 1 :], aanwezig, pad)


def _ontbrekend(element: etree._Element, velden: tuple[Veld, ...], aanwezig: set[str], pad: str) -> Iterator[Bevinding]:
    for veld in velden:
        if veld.verplicht and veld.tag not in aanwezig:
            melding = f"{veld.naam} ontbreekt. Dit gegeven is verplicht: voeg het toe."
            yield _meld(element, "F-ONTBREEKT", f"{pad}/{veld.naam}" + ("[1]" if veld.herhaald else ""), melding)


def _plaats(kind: etree._Element, veld: Veld, aantal: int, vorige: Veld, pad: str) -> Iterator[Bevinding]:
    if aantal > 1:
        yield _meld(kind, "F-DUBBEL", pad, f"{veld.naam} staat hier {aantal} keer, maar mag er een keer staan.")
    elif veld.plaats < vorige.plaats:
        melding = f"{veld.naam} staat op de verkeerde plaats: het hoort voor {vorige.naam}."
        yield _meld(kind, "F-VOLGORDE", pad, melding)


def _onbekend(kind: etree._Element, groep: GroepType, pad: str) -> Bevinding:
    naam = etree.QName(kind)
    kort = naam.localname[:MAX_GETOOND]
    for veld in groep.velden:
        if veld.naam == naam.localname:
            juist = etree.QName(veld.tag).namespace
            waar = "het basisschema" if juist == BASIS_NS else "het bericht"
            melding = f"{kort} staat in de verkeerde naamruimte. Gebruik die van {waar}: {juist}."
            return _meld(kind, "F-NAAMRUIMTE", f"{pad}/{kort}", melding)
    melding = f"{kort} hoort hier niet. Haal het weg, of zet het waar de standaard het vraagt."
    return _meld(kind, "F-ONBEKEND", f"{pad}/{kort}", melding)
