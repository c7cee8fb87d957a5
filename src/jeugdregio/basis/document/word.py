"""The document as Word file, with real headings, lists and table heads, so that it can be worked on and read aloud."""

from io import BytesIO
from typing import Any

from docx import Document as Wordbestand
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from jeugdregio.basis.document.onderdelen import Alinea, Beeld, Document, Kop, Lijst, Onderdeel, Tabel


def naar_word(document: Document) -> bytes:
    """Return the document as .docx."""
    word = Wordbestand()
    eigenschappen = word.core_properties
    eigenschappen.title, eigenschappen.author = document.titel, document.afzender
    eigenschappen.language = "nl-NL"
    eigenschappen.keywords = ", ".join(document.trefwoorden)
    word.styles["Normal"].font.size = Pt(10.5)
    word.add_paragraph(document.afzender)
    word.add_heading(document.titel, level=1)
    for naam, waarde in document.gegevens:
        regel = word.add_paragraph()
        regel.add_run(f"{naam}: ").bold = True
        regel.add_run(waarde)
    for deel in document.onderdelen:
        _onderdeel(word, deel)
    word.sections[0].footer.paragraphs[0].text = document.voettekst or document.titel
    uit = BytesIO()
    word.save(uit)
    return uit.getvalue()


def _onderdeel(word: Any, deel: Onderdeel) -> None:
    match deel:
        case Kop():
            word.add_heading(deel.tekst, level=deel.niveau)
        case Alinea():
            word.add_paragraph(deel.tekst, style="Intense Quote" if deel.nadruk else None)
        case Lijst():
            for regel in deel.regels:
                word.add_paragraph(regel, style="List Number" if deel.genummerd else "List Bullet")
        case Tabel():
            _tabel(word, deel)
        case Beeld():
            _beeld(word, deel)


def _tabel(word: Any, tabel: Tabel) -> None:
    word.add_paragraph(tabel.onderschrift, style="Caption")
    blad = word.add_table(rows=1, cols=len(tabel.koppen), style="Light List Accent 1")
    _herhaal_kop(blad.rows[0])
    for cel, kop in zip(blad.rows[0].cells, tabel.koppen, strict=True):
        cel.text = kop
    for rij in tabel.rijen:
        for kolom, (cel, tekst) in enumerate(zip(blad.add_row().cells, rij, strict=True)):
            cel.text = tekst
            if kolom in tabel.getallen:
                cel.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _herhaal_kop(rij: Any) -> None:
    # python-docx has no property for it: this makes the first row the head, on every page and for a screen reader.
    kop = OxmlElement("w:tblHeader")
    kop.set(qn("w:val"), "true")
    rij._tr.get_or_add_trPr().append(kop)


def _beeld(word: Any, beeld: Beeld) -> None:
    import vl_convert as vlc  # here, because most processes draw nothing

    plaatje = word.add_picture(BytesIO(vlc.svg_to_png(beeld.svg, scale=2)), width=Cm(16))
    plaatje._inline.docPr.set("descr", beeld.omschrijving)
    word.add_paragraph(beeld.omschrijving, style="Caption")
