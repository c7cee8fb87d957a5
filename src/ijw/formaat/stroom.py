"""The fast road for large declarations: client by client, so that the tree never holds the whole file.

Gives up like `ijw.formaat.bouw` does, at the first thing that is not plain and right.
"""

import io
from typing import Any

from lxml import etree

from ijw.formaat.bestand import herken_ander_bestand, is_kaal
from ijw.formaat.bouw import Afwijking, maak_bouwer
from ijw.formaat.lexicaal import Ongeldig
from ijw.formaat.schema import BERICHTTYPEN, BerichtType, GroepType, Veld

_ATTRIBUUT = etree.XPath("boolean(descendant-or-self::*/@*)")


def lees_stroom(data: bytes) -> tuple[str, Any] | None:
    """Kind and typed message out of large `data`, or None: then read the whole tree."""
    if herken_ander_bestand(data) is not None or not is_kaal(data):
        return None
    berichttype = BERICHTTYPEN.get(_begin(data))
    bericht = bouw_stroom(data, berichttype) if berichttype is not None else None
    return None if berichttype is None or bericht is None else (berichttype.soort, bericht)


def _begin(data: bytes) -> str:
    """The tag of the root element, without reading on."""
    try:
        for _, wortel in etree.iterparse(io.BytesIO(data), events=("start",), resolve_entities=False):
            return str(wortel.tag)
    except etree.XMLSyntaxError:
        return ""
    return ""


def bouw_stroom(data: bytes, berichttype: BerichtType) -> Any | None:
    """The typed message out of plain UTF-8 `data`, or None: then read the whole tree."""
    plek = _plek_van_clienten(berichttype.groep)
    if plek is None:
        return None
    try:
        return _bouw(data, berichttype, *plek)
    except (Afwijking, Ongeldig, KeyError, etree.XMLSyntaxError):
        return None


def _plek_van_clienten(groep: GroepType) -> tuple[Veld, Veld] | None:
    """The element that holds the clients and the list in it, when this message has a list of clients."""
    for veld in groep.velden:
        if isinstance(veld.soort, GroepType):
            for lid in veld.soort.velden:
                if lid.veld == "clienten":
                    return veld, lid
    return None


def _bouw(data: bytes, berichttype: BerichtType, houder: Veld, lijst: Veld) -> Any:
    assert isinstance(lijst.soort, GroepType)  # noqa: S101 - found as a list
    kind = lijst.soort.velden[0]
    assert isinstance(kind.soort, GroepType)  # noqa: S101 - a client is a complex type
    bouw_client = maak_bouwer(kind.soort)
    verwacht = [lijst.tag, houder.tag, berichttype.tag]
    lezing = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        tag=kind.tag,
        remove_blank_text=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    clienten: list[Any] = []
    for _, element in lezing:
        if [voorouder.tag for voorouder in element.iterancestors()] != verwacht or _ATTRIBUUT(element):
            raise Afwijking
        clienten.append(bouw_client(element))
        _ruim_vorige_op(element, kind.tag)
    wortel = lezing.root
    if wortel is None or len(clienten) < 1 or _ATTRIBUUT(wortel):
        raise Afwijking
    bericht = maak_bouwer(berichttype.groep)(wortel)
    getattr(bericht, houder.veld).clienten = tuple(clienten)
    return bericht


def _ruim_vorige_op(element: etree._Element, tag: str) -> None:
    """Drop the client before this one: it is built. So at the end one client is left, to judge the rest by."""
    vorige = element.getprevious()
    if vorige is None:
        return
    if vorige.tag != tag or vorige.tail is not None:
        raise Afwijking
    ouder = element.getparent()
    if ouder is not None:
        ouder.remove(vorige)
