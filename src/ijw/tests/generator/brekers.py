"""Ways to change a message so that it is probably wrong. The schema says afterwards whether it is."""

import copy
from collections.abc import Callable
from random import Random

from lxml import etree

from ijw.tests.generator.maker import maak_waarde
from ijw.tests.generator.schema import BASIS, Element, Schema, Waarde

XSI = "http://www.w3.org/2001/XMLSchema-instance"
Breker = Callable[[Random, etree._Element, Schema], None]

DATUMS = [
    "0000-01-01",
    "-0001-01-01",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "12026-02-29",
    "-0004-02-29",
    "02026-01-01",
    "+2026-01-01",
    "2026-1-1",
    "2026-02-29",
    "2024-02-29",
    "2100-02-29",
    "2000-02-29",
    "2027-06-31",
    "2026-00-10",
    "2026-01-00",
    "2026-13-01",
    "226-01-01",
    "2026-01-01Z",
    "2026-01-01+01:00",
    "2026-01-01-05:00",
    "2026-01-01+14:00",
    "2026-01-01T00:00:00",
    "20260101",
    "01-01-2026",
    "2026-W01-1",
    "2026/01/01",
    "9223372036854775807-01-01",
    "9223372036854775808-01-01",
    "２026-01-01",
    "2026-01-01+01",
]
TIJDEN = [
    "24:00:00",
    "24:00:00.0",
    "24:00:01",
    "23:59:60",
    "23:59:59.999",
    "12:00:00.",
    "12:00",
    "1:00:00",
    "12:00:00Z",
    "12:00:00+01:00",
    "12:60:00",
    "25:00:00",
    "12:00:00-05:00",
    "12:00:5",
    "12:00:00,5",
    "-12:00:00",
    "120000",
    "23:59:59.9999999999999999999",
    "12:00:00.123456789",
]
GETALLEN = [
    "-0", "+0", "-1", "+1", "007", "5.0", "5.", ".5", "1e3", "", "+", "-", "5 5", "٣", "1_0", "0x5",
    "0" * 40 + "1", "9" * 24, "9" * 25, "9" * 5000, "3", "03", " 3", "436", "99", "100", "99999", "100000",
    "99999999", "100000000", "999999999", "1000000000", "999999999999", "1000000000000",
]  # fmt: skip
TEKSTEN = [
    "", " ", "\t", "\n", "\r", " \n ", "a\nb", "a\rb", "\na", "a\t", " a", "a ", "\u00a0", "\u2003", "\u2028",
    "\u0085", "😀", "e\u0301", ".", "..", "é", "ỳ", "ỵ", "¿", "À", "×", "_", "٠", "A", "0", "-", "1.0.0",
    "01.0.0", "1.0", "1.0.0.0", "0384", "0384 ", "x" * 5000, "]]>", "&amp;", "12345678", "123456789",
]  # fmt: skip
WITRUIMTE = [" ", "\n", "\t", "\r", "\u00a0", "  ", " \n\t"]


def _kies(kans: Random, wortel: etree._Element) -> etree._Element:
    return kans.choice(list(wortel.iter(etree.Element)))


def _kies_kind(kans: Random, wortel: etree._Element) -> etree._Element:
    return kans.choice(list(wortel.iter(etree.Element))[1:] or [wortel])


def _kies_blad(kans: Random, wortel: etree._Element) -> etree._Element:
    # A comment or an instruction inside a value is no element: what holds only that is still a leaf.
    return kans.choice([e for e in wortel.iter(etree.Element) if next(e.iterchildren(etree.Element), None) is None])


def _kies_tak(kans: Random, wortel: etree._Element) -> etree._Element:
    return kans.choice([e for e in wortel.iter(etree.Element) if len(e)] or [wortel])


def _haal_weg(element: etree._Element) -> None:
    ouder = element.getparent()
    if ouder is not None:
        ouder.remove(element)


def _soort_van(element: etree._Element, schema: Schema) -> Element | None:
    """The declaration of an element, found by walking down from the root."""
    pad = [element, *element.iterancestors()][::-1]
    if pad[0].tag != schema.wortel.tag:
        return None
    huidig = schema.wortel
    for stap in pad[1:]:
        volgende = [k for k in huidig.soort if k.tag == stap.tag] if isinstance(huidig.soort, list) else []
        if not volgende:
            return None
        huidig = volgende[0]
    return huidig


def verwijder(kans: Random, wortel: etree._Element, _: Schema) -> None:
    _haal_weg(_kies_kind(kans, wortel))


def verdubbel(kans: Random, wortel: etree._Element, _: Schema) -> None:
    element = _kies_kind(kans, wortel)
    if element is not wortel:
        element.addnext(copy.deepcopy(element))


def verwissel(kans: Random, wortel: etree._Element, _: Schema) -> None:
    tak = _kies_tak(kans, wortel)
    if len(tak) > 1:
        kinderen = list(tak)
        kans.shuffle(kinderen)
        tak[:] = kinderen


def verplaats(kans: Random, wortel: etree._Element, _: Schema) -> None:
    element, doel = _kies_kind(kans, wortel), _kies_tak(kans, wortel)
    if element is not wortel and doel is not element and element not in doel.iterancestors():
        doel.insert(kans.randint(0, len(doel)), element)


def leeg(kans: Random, wortel: etree._Element, _: Schema) -> None:
    element = _kies(kans, wortel)
    for kind in list(element):
        element.remove(kind)
    element.text = None


def hernoem(kans: Random, wortel: etree._Element, _: Schema) -> None:
    element = _kies(kans, wortel)
    ns = etree.QName(element).namespace
    naam = kans.choice(["Onbekend", "bericht", "Header", "Client", "Code", etree.QName(element).localname + "x"])
    element.tag = f"{{{ns}}}{naam}" if ns else naam


def andere_naamruimte(kans: Random, wortel: etree._Element, schema: Schema) -> None:
    element = _kies(kans, wortel)
    naam = etree.QName(element).localname
    ns = kans.choice([BASIS, schema.ns, schema.ns.replace("3_2", "3_1"), "urn:x", ""])
    element.tag = f"{{{ns}}}{naam}" if ns else naam


def voeg_in(kans: Random, wortel: etree._Element, schema: Schema) -> None:
    tak = _kies_tak(kans, wortel)
    nieuw = etree.Element(kans.choice([f"{{{schema.ns}}}Extra", f"{{{BASIS}}}Datum", "Los"]))
    tak.insert(kans.randint(0, len(tak)), nieuw)


def kind_in_waarde(kans: Random, wortel: etree._Element, schema: Schema) -> None:
    etree.SubElement(_kies_blad(kans, wortel), kans.choice([f"{{{schema.ns}}}Bsn", "x"]))


def attribuut(kans: Random, wortel: etree._Element, schema: Schema) -> None:
    element = _kies(kans, wortel)
    naam, waarde = kans.choice(
        [
            ("x", "1"),
            (f"{{{schema.ns}}}x", "1"),
            (f"{{{XSI}}}nil", kans.choice(["true", "false", "1", "x", ""])),
            (f"{{{XSI}}}schemaLocation", kans.choice([f"{schema.ns} jw.xsd", "a", "a b c", ""])),
            (f"{{{XSI}}}noNamespaceSchemaLocation", "jw.xsd"),
            (f"{{{XSI}}}anders", "1"),
            ("{http://www.w3.org/XML/1998/namespace}lang", "nl"),
            ("{http://www.w3.org/XML/1998/namespace}space", "preserve"),
        ]
    )
    element.set(naam, waarde)


def xsi_type(kans: Random, wortel: etree._Element, schema: Schema) -> None:
    element = _kies(kans, wortel)
    soort = _soort_van(element, schema)
    eigen = soort.typenaam if soort and soort.typenaam else "ijw:LDT_BerichtCode"
    keus = [
        eigen,
        eigen,
        f" {eigen}",
        eigen.split(":")[1],
        "ijw:LDT_Naam",
        "ijw:CDT_Product",
        "xs:string",
        "q:x",
        "",
    ]
    element.set(f"{{{XSI}}}type", kans.choice(keus))


def losse_tekst(kans: Random, wortel: etree._Element, _: Schema) -> None:
    tak = _kies_tak(kans, wortel)
    tekst = kans.choice([*WITRUIMTE, "x", ".", " y ", " " * 400])
    if len(tak) and kans.random() < 0.5:
        kans.choice(list(tak)).tail = tekst
    else:
        tak.text = tekst


def cdata(kans: Random, wortel: etree._Element, _: Schema) -> None:
    element = _kies(kans, wortel)
    element.text = etree.CDATA(element.text or kans.choice(["", " ", "x"]))


def opmerking(kans: Random, wortel: etree._Element, _: Schema) -> None:
    element = _kies(kans, wortel)
    knoop = etree.Comment("let op") if kans.random() < 0.6 else etree.ProcessingInstruction("doe", "iets")
    knoop.tail = kans.choice([None, None, " ", "x"])
    if not len(element) and element.text and kans.random() < 0.7:
        midden = kans.randint(0, len(element.text))
        knoop.tail, element.text = element.text[midden:], element.text[:midden]
    element.insert(kans.randint(0, len(element)), knoop)


def andere_waarde(kans: Random, wortel: etree._Element, schema: Schema) -> None:
    blad = _kies_blad(kans, wortel)
    soort = _soort_van(blad, schema)
    waarde = soort.soort if soort and isinstance(soort.soort, Waarde) else Waarde(None, "string")
    lijsten = {"date": DATUMS, "time": TIJDEN, "integer": GETALLEN}
    blad.text = kans.choice(lijsten.get(waarde.basis, TEKSTEN)) if kans.random() < 0.8 else kans.choice(TEKSTEN)


def rand_van_lengte(kans: Random, wortel: etree._Element, schema: Schema) -> None:
    blad = _kies_blad(kans, wortel)
    soort = _soort_van(blad, schema)
    if soort and isinstance(soort.soort, Waarde) and "maxLength" in soort.soort.grenzen:
        grens = soort.soort.grenzen["maxLength"]
        blad.text = kans.choice("a7é😀") * max(0, grens + kans.choice([-1, 0, 1]))


def rand_van_getal(kans: Random, wortel: etree._Element, schema: Schema) -> None:
    blad = _kies_blad(kans, wortel)
    soort = _soort_van(blad, schema)
    if soort and isinstance(soort.soort, Waarde) and "maxInclusive" in soort.soort.grenzen:
        grens = soort.soort.grenzen[kans.choice(["minInclusive", "maxInclusive"])]
        blad.text = str(grens + kans.choice([-1, 0, 1]))


def witruimte_om_waarde(kans: Random, wortel: etree._Element, _: Schema) -> None:
    blad = _kies_blad(kans, wortel)
    blad.text = kans.choice(["", *WITRUIMTE]) + (blad.text or "") + kans.choice(["", *WITRUIMTE])


def waarde_van_ander(kans: Random, wortel: etree._Element, schema: Schema) -> None:
    bladen = [e for e in wortel.iter(etree.Element) if not len(e)]
    soort = _soort_van(kans.choice(bladen), schema)
    if soort and isinstance(soort.soort, Waarde):
        kans.choice(bladen).text = maak_waarde(kans, soort.soort)


BREKERS: tuple[Breker, ...] = (
    verwijder,
    verdubbel,
    verwissel,
    verplaats,
    leeg,
    hernoem,
    andere_naamruimte,
    voeg_in,
    kind_in_waarde,
    attribuut,
    xsi_type,
    losse_tekst,
    cdata,
    opmerking,
    andere_waarde,
    andere_waarde,
    andere_waarde,
    rand_van_lengte,
    rand_van_getal,
    witruimte_om_waarde,
    waarde_van_ander,
)


def breek(kans: Random, wortel: etree._Element, schema: Schema) -> list[str]:
    """Break a message in place, one to three times; the names of what was done."""
    gedaan = []
    for _ in range(kans.choice([1, 1, 1, 2, 3])):
        breker = kans.choice(BREKERS)
        breker(kans, wortel, schema)
        gedaan.append(breker.__name__)
    return gedaan


def serialiseer(kans: Random, wortel: etree._Element) -> bytes:
    """Bytes in one of the ways a sender may write them."""
    codering = kans.choice(["UTF-8"] * 12 + ["UTF-16", "ISO-8859-1", "US-ASCII"])
    data = etree.tostring(wortel, encoding=codering, xml_declaration=True, pretty_print=kans.random() < 0.7)
    if codering == "UTF-8" and kans.random() < 0.03:
        return b"\xef\xbb\xbf" + data
    if kans.random() < 0.02:
        return data[: kans.randrange(len(data))]
    return data
