"""The document as tagged PDF (PDF/UA): readable aloud, with headings, table heads and language."""

from html import escape

from jeugdregio.basis.document.onderdelen import Document
from jeugdregio.basis.document.tekst import naar_html
from jeugdregio.basis.fouten import Geweigerd

_STIJL = """
@page { size: A4; margin: 22mm 20mm 24mm;
  font: 8.5pt "Noto Sans", "DejaVu Sans", sans-serif; color: #4a5661;
  @bottom-left { content: string(voet); }
  @bottom-right { content: counter(page) " van " counter(pages); } }
body { font: 10.5pt/1.5 "Noto Sans", "DejaVu Sans", sans-serif; color: #1c252c; }
.voet { string-set: voet content(); height: 0; overflow: hidden; margin: 0; font-size: 1pt; color: white; }
.afzender { color: #12436d; font-weight: 600; margin: 0 0 10mm; }
h1 { font-size: 18pt; line-height: 1.25; margin: 0 0 6mm; }
h2 { font-size: 13pt; margin: 7mm 0 2mm; break-after: avoid; }
h3 { font-size: 11pt; margin: 5mm 0 1mm; break-after: avoid; }
p, ul, ol { margin: 0 0 3mm; }
dl { display: grid; grid-template-columns: 38mm 1fr; gap: 1mm 4mm; margin: 0 0 7mm; }
dt { color: #4a5661; } dd { margin: 0; }
.nadruk { border-left: 1.2mm solid #12436d; padding: 2mm 4mm; background: #eef3f7; }
table { width: 100%; border-collapse: collapse; margin: 0 0 5mm; font-size: 9.5pt; }
caption { text-align: left; font-weight: 600; padding-bottom: 1.5mm; }
th, td { text-align: left; vertical-align: top; padding: 1.4mm 2mm; border-bottom: 0.2mm solid #c9d3da; }
th { border-bottom-color: #4a5661; } thead { display: table-header-group; } tr { break-inside: avoid; }
.getal { text-align: right; white-space: nowrap; }
figure { margin: 0 0 5mm; break-inside: avoid; } figure svg { width: 100%; height: auto; }
figcaption { font-size: 9pt; color: #4a5661; }
"""


def naar_pdf(document: Document) -> bytes:
    """Return the document as PDF. Raises Geweigerd when this machine lacks the system libraries for it."""
    try:
        # Here and not above: it takes half a second and needs Pango, which a machine without PDFs can do without.
        import weasyprint
    except OSError as fout:
        raise Geweigerd(
            "Een PDF maken kan op deze server nog niet. Vraag je beheerder om Pango te installeren (zie 'Installeren' "
            "in de documentatie); als Word kun je het document wel bewaren."
        ) from fout
    html = (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{escape(document.titel)}</title>'
        f'<meta name="author" content="{escape(document.afzender)}">'
        f'<meta name="dcterms.created" content="{document.datum.isoformat()}">'
        f'<meta name="keywords" content="{escape(", ".join(document.trefwoorden))}">'
        f"<style>{_STIJL}</style></head><body>"
        f'<p class="voet">{escape(document.voettekst or document.titel)}</p>{naar_html(document)}</body></html>'
    )
    # The text is ours, but nothing in it may reach for a file or an address.
    niets = weasyprint.urls.URLFetcher(allowed_protocols=())
    return bytes(weasyprint.HTML(string=html, url_fetcher=niets).write_pdf(pdf_variant="pdf/ua-1"))
