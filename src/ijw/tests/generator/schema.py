"""Reads the official XSD files into a small model, and judges messages with them."""

from dataclasses import dataclass, field
from functools import cache

from lxml import etree
from tests.shared import XSD

XS = "{http://www.w3.org/2001/XMLSchema}"
BASIS = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
SOORTEN = ("301", "302", "305", "306", "307", "308", "315", "316", "317", "318", "319", "320", "323", "325")


@dataclass
class Waarde:
    """A simple type: the built-in type it rests on and its facets, narrower levels last."""

    naam: str | None
    basis: str
    codes: list[str] = field(default_factory=list)
    patronen: list[str] = field(default_factory=list)
    grenzen: dict[str, int] = field(default_factory=dict)


@dataclass
class Element:
    naam: str
    ns: str
    verplicht: bool
    herhaald: bool
    soort: "Waarde | list[Element]"
    typenaam: str | None

    @property
    def tag(self) -> str:
        return f"{{{self.ns}}}{self.naam}"


class Schema:
    """One message: its root element and the verdict of the XSD."""

    def __init__(self, soort: str) -> None:
        self.soort = soort
        self.ns = f"http://www.istandaarden.nl/ijw/3_2/jw{soort}/schema"
        pad = XSD / f"jw{soort}.xsd"
        self._types = {
            (ns, kind.get("name")): kind
            for ns, bestand in ((BASIS, XSD / "basisschema.xsd"), (self.ns, pad))
            for kind in etree.parse(bestand).getroot()
            if kind.tag in (XS + "complexType", XS + "simpleType")
        }
        self._oordeel = etree.XMLSchema(etree.parse(pad))
        self.wortel = Element("Bericht", self.ns, True, False, self._samengesteld(self.ns, "Root"), f"jw{soort}:Root")

    def keurt_goed(self, data: bytes) -> bool:
        """The verdict of libxml2 with the official schema; what cannot be parsed is refused."""
        try:
            return self._oordeel.validate(etree.fromstring(data))
        except etree.XMLSyntaxError:
            return False

    def _samengesteld(self, ns: str, naam: str) -> list[Element]:
        return [self._element(ns, kind) for kind in self._types[ns, naam].iterfind(f"{XS}sequence/{XS}element")]

    def _element(self, ns: str, kind: etree._Element) -> Element:
        typenaam = kind.get("type")
        restrictie = kind.find(f"{XS}simpleType/{XS}restriction")
        soort = self._waarde(None, restrictie) if restrictie is not None else self._soort(str(typenaam))
        verplicht, herhaald = kind.get("minOccurs") != "0", kind.get("maxOccurs") == "unbounded"
        return Element(str(kind.get("name")), ns, verplicht, herhaald, soort, typenaam)

    def _soort(self, typenaam: str) -> "Waarde | list[Element]":
        prefix, _, naam = typenaam.partition(":")
        ns = BASIS if prefix == "ijw" else self.ns
        if self._types[ns, naam].tag == XS + "complexType":
            return self._samengesteld(ns, naam)
        restrictie = self._types[ns, naam].find(XS + "restriction")
        assert restrictie is not None
        return self._waarde(naam, restrictie)

    def _waarde(self, naam: str | None, restrictie: etree._Element) -> Waarde:
        basis = str(restrictie.get("base"))
        prefix, _, lokaal = basis.partition(":")
        ouder = Waarde(None, lokaal) if prefix == "xs" else self._soort(basis)
        assert isinstance(ouder, Waarde)
        waarde = Waarde(naam, ouder.basis, list(ouder.codes), list(ouder.patronen), dict(ouder.grenzen))
        for facet in restrictie:
            inhoud = str(facet.get("value"))
            if facet.tag == XS + "enumeration":
                waarde.codes.append(inhoud)
            elif facet.tag == XS + "pattern":
                waarde.patronen.append(inhoud)
            elif facet.tag != XS + "annotation":
                waarde.grenzen[etree.QName(facet).localname] = int(inhoud)
        return waarde


@cache
def schema(soort: str) -> Schema:
    """The schema of a message, such as "315"; read once."""
    return Schema(soort)
