"""The envelope in which a message travels past the municipal hub: StUF control data in SOAP, the message in base64.

Made after the published interface GGk 2.1 (StUF 03.01): a Di01 carries a message, a Du01 its return. Neither hub has
certified this. The reader takes the envelope with or without SOAP, and the message in base64 or embedded as XML.
"""

import base64
import binascii
import copy
import re
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final, Literal

from lxml import etree

from ijw.bevinding import Bevinding
from ijw.formaat.bestand import MAX_BYTES, herken_ander_bestand

SOAP: Final = "http://schemas.xmlsoap.org/soap/envelope/"
STUF: Final = "http://www.egem.nl/StUF/StUF0301"
GGK: Final = "http://www.stufstandaarden.nl/koppelvlak/ggk0210"
MAX_HUB: Final = 25_000_000
"""The most bytes a hub takes, envelope included (errors IB003 and IB012)."""

Berichtcode = Literal["Di01", "Du01"]
_ELEMENT: Final[dict[str, Berichtcode]] = {
    f"{{{GGK}}}envelopHeenbericht-ggk_Di01": "Di01",
    f"{{{GGK}}}envelopRetourbericht-ggk_Du01": "Du01",
}
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_FUNCTIE = re.compile(r"JW\d{3}")
_SOORT = re.compile(rb"http://www\.istandaarden\.nl/ijw/\d_\d/jw(\d{3})/schema")
_TIJD = "%Y%m%d%H%M%S"
_BEGIN = 2_000  # bytes in which the namespace of an envelope or a message must stand
_GETOOND = 40


@dataclass(frozen=True, slots=True)
class Systeem:
    """Who sends or gets an envelope: a municipality code or AGB code, and the name of the software."""

    organisatie: str
    applicatie: str


@dataclass(frozen=True, slots=True)
class Envelop:
    """An envelope that is right, with its message. `kruisreferentie` is the reference of the Di01 a Du01 answers."""

    berichtcode: Berichtcode
    zender: Systeem
    ontvanger: Systeem
    referentienummer: str
    tijdstip: datetime
    functie: str
    inhoud: bytes
    kruisreferentie: str | None = None


class _Fout(Exception):
    """Something in the envelope is wrong: where, and what to do."""

    def __init__(self, pad: str, melding: str, regel: str = "ENV02") -> None:
        super().__init__(melding)
        self.bevinding = Bevinding(1, regel, pad, melding)


def is_envelop(data: bytes) -> bool:
    """Whether this calls itself an envelope. Looks at the beginning only, so it costs nothing for a large message."""
    begin = data[:_BEGIN]
    return SOAP.encode() in begin or GGK.encode() in begin


def pak_uit(data: bytes, *, max_bytes: int = MAX_BYTES) -> Envelop | Bevinding:
    """The envelope with the message in it, or one finding of level 1: where, what is wrong and how to mend it."""
    fout = herken_ander_bestand(data, max_bytes)
    if fout is not None:
        return fout
    try:
        return _uitgepakt(_wortel(data))
    except _Fout as fout_in_envelop:
        return fout_in_envelop.bevinding


def pak_in(
    inhoud: bytes, *, functie: str, zender: Systeem, ontvanger: Systeem, referentienummer: str, tijdstip: datetime,
    kruisreferentie: str | None = None,
) -> bytes:  # fmt: skip
    """A SOAP envelope around a message: a Du01 with `kruisreferentie`, a Di01 without.

    Raises ValueError when it is larger than a hub takes, or when it would not be read back as it was put in.
    """
    code: Berichtcode = "Du01" if kruisreferentie else "Di01"
    uit = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"soapenv": SOAP, "StUF": STUF, "GGK": GGK})
    etree.SubElement(uit, f"{{{SOAP}}}Header")
    body = etree.SubElement(uit, f"{{{SOAP}}}Body")
    envelop = etree.SubElement(body, next(tag for tag, soort in _ELEMENT.items() if soort == code))
    stuur = etree.SubElement(envelop, f"{{{GGK}}}stuurgegevens")
    _stuf(stuur, "berichtcode", code)
    for naam, systeem in (("zender", zender), ("ontvanger", ontvanger)):
        kant = _stuf(stuur, naam)
        _stuf(kant, "organisatie", systeem.organisatie)
        _stuf(kant, "applicatie", systeem.applicatie)
    _stuf(stuur, "referentienummer", referentienummer)
    _stuf(stuur, "tijdstipBericht", tijdstip.strftime(_TIJD))
    if kruisreferentie:
        _stuf(stuur, "crossRefnummer", kruisreferentie)
    _stuf(stuur, "functie", functie)
    parameters = etree.SubElement(envelop, f"{{{GGK}}}parameters")
    versies = (("applicatieVersie", "0001"), ("applicatieSubversie", "0000"))
    for naam, waarde in (*versies, ("functieVersie", "0003"), ("functieSubversie", "0002")):
        etree.SubElement(parameters, f"{{{GGK}}}{naam}").text = waarde
    bericht = etree.SubElement(parameters, f"{{{GGK}}}bericht")
    etree.SubElement(bericht, f"{{{GGK}}}xmlBestand").text = base64.b64encode(inhoud).decode()
    data = bytes(etree.tostring(uit, xml_declaration=True, encoding="UTF-8"))
    if len(data) > MAX_HUB:
        raise ValueError(f"Met envelop is het bericht {len(data)} bytes; een knooppunt neemt er hoogstens {MAX_HUB}.")
    terug = pak_uit(data)
    if isinstance(terug, Bevinding):
        raise ValueError(f"{terug.pad}: {terug.melding}")
    return data


def _stuf(boven: etree._Element, naam: str, tekst: str | None = None) -> etree._Element:
    element = etree.SubElement(boven, f"{{{STUF}}}{naam}")
    element.text = tekst
    return element


def _lezer() -> etree.XMLParser:
    """Without entities and network; `huge_tree` because the content is one long text. `max_bytes` limits it."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
    )


def _wortel(data: bytes) -> etree._Element:
    try:
        wortel = etree.fromstring(data, _lezer())
    except etree.XMLSyntaxError as fout:
        waar = f" op regel {fout.lineno}" if fout.lineno else ""
        raise _Fout("/", f"De envelop is niet goed gevormd{waar}. Laat de software hem opnieuw maken.") from None
    info = wortel.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        raise _Fout("/", "De envelop bevat een DOCTYPE. Dat is niet toegestaan: haal de DOCTYPE weg.", "XML06")
    return wortel


def _uitgepakt(wortel: etree._Element) -> Envelop:
    envelop, pad = _envelop_in(wortel)
    code = _ELEMENT[str(envelop.tag)]
    plek = f"{pad}/stuurgegevens"
    stuur = _een(envelop, f"{{{GGK}}}stuurgegevens", plek)
    if _tekst(stuur, "berichtcode", plek) != code:
        raise _Fout(f"{plek}/berichtcode", f"De berichtcode hoort in deze envelop {code} te zijn. Verbeter de code.")
    bericht = _inhoud(envelop, pad)
    uit = Envelop(
        berichtcode=code,
        zender=_systeem(stuur, "zender", plek),
        ontvanger=_systeem(stuur, "ontvanger", plek),
        referentienummer=_referentie(stuur, "referentienummer", plek),
        tijdstip=_tijdstip(_tekst(stuur, "tijdstipBericht", plek), f"{plek}/tijdstipBericht"),
        functie=_functie(_tekst(stuur, "functie", plek), f"{plek}/functie"),
        inhoud=bericht,
        kruisreferentie=_referentie(stuur, "crossRefnummer", plek) if code == "Du01" else None,
    )
    _toets_inhoud(uit, pad)
    return uit


def _envelop_in(wortel: etree._Element) -> tuple[etree._Element, str]:
    """The GGk element and its path: the root itself, or the only element in the SOAP body."""
    if str(wortel.tag) in _ELEMENT:
        return wortel, f"/{etree.QName(wortel).localname}"
    if wortel.tag != f"{{{SOAP}}}Envelope":
        raise _Fout("/", "Dit is geen envelop van SOAP of GGk. Stuur het bericht zonder envelop, of in een Di01.")
    body = _een(wortel, f"{{{SOAP}}}Body", "/Envelope/Body")
    if len(body) != 1:
        raise _Fout("/Envelope/Body", f"In de body staan {len(body)} elementen. Zet er precies een bericht in.")
    naam = etree.QName(body[0]).localname
    if str(body[0].tag) not in _ELEMENT:
        raise _Fout(
            f"/Envelope/Body/{naam[:_GETOOND]}",
            "Dit soort envelop nemen we niet aan. Gebruik een Di01 of Du01 van GGk 2.1.",
        )
    return body[0], f"/Envelope/Body/{naam}"


def _een(boven: etree._Element, tag: str, pad: str) -> etree._Element:
    gevonden = boven.findall(tag)
    if len(gevonden) != 1:
        naam = etree.QName(tag).localname
        raise _Fout(pad, f"{naam} staat hier {len(gevonden)} keer. Zet het er precies een keer in.")
    return gevonden[0]


def _tekst(boven: etree._Element, naam: str, pad: str) -> str:
    element = _een(boven, f"{{{STUF}}}{naam}", f"{pad}/{naam}")
    tekst = (element.text or "").strip()
    if len(element) or not tekst:
        raise _Fout(f"{pad}/{naam}", f"{naam} is leeg. Vul het in.")
    return tekst


def _systeem(stuur: etree._Element, naam: str, plek: str) -> Systeem:
    kant = _een(stuur, f"{{{STUF}}}{naam}", f"{plek}/{naam}")
    organisatie = _tekst(kant, "organisatie", f"{plek}/{naam}")
    if not re.fullmatch(r"[0-9]{4}|[0-9]{8}", organisatie):
        melding = f"'{organisatie[:_GETOOND]}' is geen gemeentecode of AGB-code. Gebruik 4 of 8 cijfers."
        raise _Fout(f"{plek}/{naam}/organisatie", melding)
    return Systeem(organisatie, _tekst(kant, "applicatie", f"{plek}/{naam}"))


def _referentie(stuur: etree._Element, naam: str, plek: str) -> str:
    nummer = _tekst(stuur, naam, plek)
    if not _UUID.fullmatch(nummer):
        raise _Fout(f"{plek}/{naam}", f"{naam} is geen UUID van versie 4. Laat de software een nieuwe UUID maken.")
    return nummer


def _tijdstip(tekst: str, pad: str) -> datetime:
    # StUF allows digits of a fraction of a second behind the fourteen.
    if re.fullmatch(r"[0-9]{14,17}", tekst):
        try:
            return datetime.strptime(tekst[:14], _TIJD)  # noqa: DTZ007 - StUF knows no time zone
        except ValueError:
            pass
    raise _Fout(pad, "Het tijdstip bestaat niet. Schrijf jaar, maand, dag, uur, minuut en seconde: 20260910093000.")


def _functie(tekst: str, pad: str) -> str:
    if not _FUNCTIE.fullmatch(tekst):
        raise _Fout(pad, f"Functie '{tekst[:_GETOOND]}' kennen we niet. Noem het soort bericht, zoals JW315.", "ENV03")
    return tekst


def _inhoud(envelop: etree._Element, pad: str) -> bytes:
    parameters = _een(envelop, f"{{{GGK}}}parameters", f"{pad}/parameters")
    plek = f"{pad}/parameters/bericht"
    bericht = _een(parameters, f"{{{GGK}}}bericht", plek)
    if len(bericht) != 1:
        raise _Fout(plek, f"In bericht staan {len(bericht)} elementen. Zet er precies een xmlBestand in.")
    bestand = bericht[0]
    if bestand.tag == f"{{{GGK}}}tekstBestand":
        raise _Fout(f"{plek}/tekstBestand", "Een iJw-bericht is XML. Stuur het als xmlBestand, niet als tekstBestand.")
    ingebed = bestand if bestand.tag != f"{{{GGK}}}xmlBestand" else next(iter(bestand), None)
    if ingebed is not None:
        los = copy.deepcopy(ingebed)
        los.tail = None
        etree.cleanup_namespaces(los)  # those of the envelope are not the message's
        return bytes(etree.tostring(los, xml_declaration=True, encoding="UTF-8"))
    try:
        inhoud = base64.b64decode("".join((bestand.text or "").split()), validate=True)
    except (binascii.Error, ValueError):
        melding = "De inhoud is geen geldige base64. Laat de software de envelop opnieuw maken."
        raise _Fout(f"{plek}/xmlBestand", melding, "ENV04") from None
    if not inhoud:
        raise _Fout(f"{plek}/xmlBestand", "De envelop is leeg. Zet het bericht erin.", "ENV04")
    return inhoud


def _toets_inhoud(envelop: Envelop, pad: str) -> None:
    """What the label says must be what is inside: kind, sender and receiver, and no second envelope."""
    if is_envelop(envelop.inhoud):
        raise _Fout(f"{pad}/parameters/bericht", "In de envelop zit weer een envelop. Gebruik er een.", "ENV04")
    soort = _SOORT.search(envelop.inhoud[:_BEGIN])
    if soort is None:
        return  # level 1 tells what the content is instead
    if f"JW{soort[1].decode()}" != envelop.functie:
        melding = f"Op de envelop staat {envelop.functie}, erin zit JW{soort[1].decode()}. Maak ze gelijk."
        raise _Fout(f"{pad}/stuurgegevens/functie", melding, "ENV03")
    kop = _kop(envelop.inhoud)
    if kop is None:
        return
    afzender, ontvanger = kop
    if envelop.zender.organisatie != afzender:
        melding = f"De envelop komt van {envelop.zender.organisatie}, het bericht van {afzender}. Maak ze gelijk."
        raise _Fout(f"{pad}/stuurgegevens/zender/organisatie", melding, "ENV05")
    if envelop.ontvanger.organisatie != ontvanger:
        melding = f"De envelop is voor {envelop.ontvanger.organisatie}, het bericht voor {ontvanger}. Maak ze gelijk."
        raise _Fout(f"{pad}/stuurgegevens/ontvanger/organisatie", melding, "ENV05")


def _kop(inhoud: bytes) -> tuple[str, str] | None:
    """Sender and receiver of the message, read no further than its header. A return message keeps them turned round.

    None when they cannot be read: broken XML, or a prefix that was never declared (a ValueError of QName, because this
    reads before the end). Level 1 tells what is wrong.
    """
    try:
        for _, element in etree.iterparse(BytesIO(inhoud), events=("end",), resolve_entities=False, no_network=True):
            if etree.QName(element).localname == "Header":
                velden = {etree.QName(kind).localname: kind.text for kind in element.iter(etree.Element)}
                van, naar = velden.get("Afzender"), velden.get("Ontvanger")
                if not van or not naar:
                    return None
                return (naar, van) if "IdentificatieRetour" in velden else (van, naar)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return None
