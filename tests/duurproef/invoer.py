"""Input for the fuzz: messages from the official schemas, made recognisable, broken, and cut up as bytes."""

from random import Random

from hypothesis import strategies as st
from lxml import etree

from ijw.tests.generator.brekers import breek, serialiseer
from ijw.tests.generator.maker import maak
from ijw.tests.generator.schema import BASIS, SOORTEN, schema
from tests.berichten import MIRTHE_BSN

AANBIEDER, GEMEENTE = "42420001", "0995"
_VAN_DE_GEMEENTE = {"301", "319", "325", "306", "308", "316", "318"}
_VAN = {"Afzender": AANBIEDER, "Ontvanger": GEMEENTE}
_ROMMEL = (
    b"<", b">", b"&", b"]]>", b"<!--", b"<?x?>", b"\x00", b"\xff\xfe", b"&#x0;", b"&#55296;", b"<!DOCTYPE a>",
    b"<![CDATA[", b"\xef\xbb\xbf", "\u202e😀".encode(), b"9" * 300, b" " * 300, b"0001-01-01", b"9999-12-31", b"-0",
)  # fmt: skip


def _maak_herkenbaar(kans: Random, wortel: etree._Element, soort: str) -> None:
    """Let the message come from and go to organisations that exist, about children that may exist."""
    omgekeerd = soort in _VAN_DE_GEMEENTE and kans.random() < 0.3
    for element in wortel.iter(etree.Element):
        naam = etree.QName(element).localname
        if naam in _VAN and not len(element):
            ander = "Ontvanger" if naam == "Afzender" else "Afzender"
            element.text = _VAN[ander if omgekeerd else naam]
        elif naam == "Bsn":
            element.text = MIRTHE_BSN if kans.random() < 0.6 else "999900006"
        elif naam in {"Dagtekening", "DagtekeningRetour"} and kans.random() < 0.7:
            element.text = "2026-09-09"


def bericht_uit(zaad: int) -> bytes:
    """The message that `zaad` stands for: right, or broken in one to three places."""
    kans = Random(zaad)
    soort = kans.choice(SOORTEN)
    bron = schema(soort)
    wortel = maak(kans, bron)
    if kans.random() < 0.8:
        _maak_herkenbaar(kans, wortel, soort)
    if kans.random() < 0.4:
        breek(kans, wortel, bron)
    etree.cleanup_namespaces(wortel, top_nsmap={"ijw": BASIS, "jw": bron.ns})
    return serialiseer(kans, wortel)


@st.composite
def verknipt(draw: st.DrawFn, basis: st.SearchStrategy[bytes]) -> bytes:
    """What `basis` gives, with up to four pieces cut out, doubled or replaced by rubbish."""
    data = draw(basis)
    for _ in range(draw(st.integers(0, 4))):
        begin = draw(st.integers(0, max(0, len(data) - 1)))
        eind = min(len(data), begin + draw(st.integers(0, 60)))
        stuk = draw(st.sampled_from((*_ROMMEL, b"", data[begin:eind] * 2)) | st.binary(max_size=8))
        data = data[:begin] + stuk + data[eind:]
    return data


BERICHTEN = st.integers(0, 2**48).map(bericht_uit)
INVOER = st.one_of(BERICHTEN, verknipt(BERICHTEN), verknipt(BERICHTEN), st.binary(max_size=400))
