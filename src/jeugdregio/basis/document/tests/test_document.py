"""One text becomes a PDF, a Word file and a page, with the same words and ready to be read aloud."""

import re
import sys
import zlib
from datetime import date
from io import BytesIO

import docx
import pytest

from jeugdregio.basis.document import Alinea, Beeld, Document, Kop, Lijst, Tabel, naar_html, naar_pdf, naar_word
from jeugdregio.basis.fouten import Geweigerd

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10" role="img" aria-label="lijn">'
    '<rect x="0" y="0" width="20" height="10" fill="#12436D"/></svg>'
)
BRIEF = Document(
    titel="Kwartaalgesprek De Brug",
    afzender="Regiokantoor",
    datum=date(2026, 10, 1),
    gegevens=(("Aan", "De Brug"), ("Kenmerk", "KG-2026-3")),
    onderdelen=(
        Kop("Wat we zien"),
        Alinea("De wachttijd is <korter> & beter.\nDat is fijn."),
        Lijst(("meer plekken", "sneller gestart"), genummerd=True),
        Tabel("Volumes", ("Product", "Uren"), (("45A04", "1.200"), ("54001", "80")), frozenset({1})),
        Beeld(SVG, "Volume per maand: stijgt van 10 naar 20."),
        Alinea("Afspraak voor 1 november.", nadruk=True),
    ),
)


def _inhoud(pdf: bytes) -> bytes:
    stromen = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S)
    delen = []
    for stroom in stromen:
        try:
            delen.append(zlib.decompress(stroom))
        except zlib.error:
            delen.append(stroom)
    return pdf + b"".join(delen)


def test_de_pdf_is_toegankelijk() -> None:
    inhoud = _inhoud(naar_pdf(BRIEF))
    assert inhoud.startswith(b"%PDF-")
    for teken in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang", b"pdfuaid", b"/TH", b"/H2"):
        assert teken in inhoud, teken


def test_word_heeft_echte_koppen_en_een_tabelkop() -> None:
    word = docx.Document(BytesIO(naar_word(BRIEF)))
    stijlen = {alinea.style.name: alinea.text for alinea in word.paragraphs if alinea.style and alinea.text}
    assert stijlen["Heading 1"] == "Kwartaalgesprek De Brug"
    assert stijlen["Heading 2"] == "Wat we zien"
    assert [cel.text for cel in word.tables[0].rows[2].cells] == ["54001", "80"]
    assert "tblHeader" in word.tables[0].rows[0]._tr.xml
    assert 'descr="Volume per maand' in word.element.xml


def test_in_html_is_elke_tekst_tekst() -> None:
    html = naar_html(BRIEF)
    assert "De wachttijd is &lt;korter&gt; &amp; beter.<br>Dat is fijn." in html
    assert '<th scope="col" class="getal">Uren</th>' in html


def test_een_rij_die_niet_past_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="2 cellen"):
        Tabel("Volumes", ("Product", "Uren"), (("45A04",),))


def test_een_document_haalt_niets_op() -> None:
    lek = Document("t", "a", date(2026, 1, 1), (Beeld('<img src="file:///etc/passwd" alt="x">', "x"),))
    assert b"root:" not in _inhoud(naar_pdf(lek))


def test_zonder_pango_komt_er_een_bruikbare_melding(monkeypatch: pytest.MonkeyPatch) -> None:
    class Kapot:
        def find_spec(self, naam: str, *_: object) -> None:
            if naam == "weasyprint":
                raise OSError("cannot load library 'libpango'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Kapot(), *sys.meta_path])
    with pytest.raises(Geweigerd, match="Pango"):
        naar_pdf(BRIEF)
