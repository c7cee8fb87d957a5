"""One text, three shapes: a letter or report is written once, and leaves as accessible PDF, as Word or as web page.

The text is a list of plain parts. Nothing here knows what the document is about.
"""

from jeugdregio.basis.document.onderdelen import Alinea, Beeld, Document, Kop, Lijst, Onderdeel, Tabel
from jeugdregio.basis.document.pdf import naar_pdf
from jeugdregio.basis.document.tekst import naar_html
from jeugdregio.basis.document.word import naar_word

__all__ = ["Alinea", "Beeld", "Document", "Kop", "Lijst", "Onderdeel", "Tabel", "naar_html", "naar_pdf", "naar_word"]
