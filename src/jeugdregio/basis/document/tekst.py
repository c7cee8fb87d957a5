"""The document as HTML: what the browser shows and what the PDF is made from."""

from html import escape

from jeugdregio.basis.document.onderdelen import Alinea, Beeld, Document, Kop, Lijst, Onderdeel, Tabel


def naar_html(document: Document) -> str:
    """Return the body of the document as safe HTML without styles: every text is escaped."""
    gegevens = "".join(f"<dt>{escape(naam)}</dt><dd>{escape(waarde)}</dd>" for naam, waarde in document.gegevens)
    kop = f'<p class="afzender">{escape(document.afzender)}</p><h1>{escape(document.titel)}</h1>'
    delen = "".join(_onderdeel(deel) for deel in document.onderdelen)
    return f"{kop}<dl>{gegevens}</dl>{delen}" if gegevens else kop + delen


def _onderdeel(deel: Onderdeel) -> str:
    match deel:
        case Kop():
            return f"<h{deel.niveau}>{escape(deel.tekst)}</h{deel.niveau}>"
        case Alinea():
            klas = ' class="nadruk"' if deel.nadruk else ""
            return f"<p{klas}>{_met_regels(deel.tekst)}</p>"
        case Lijst():
            soort = "ol" if deel.genummerd else "ul"
            return f"<{soort}>{''.join(f'<li>{_met_regels(regel)}</li>' for regel in deel.regels)}</{soort}>"
        case Tabel():
            return _tabel(deel)
        case Beeld():
            return f'<figure class="beeld">{deel.svg}<figcaption>{escape(deel.omschrijving)}</figcaption></figure>'


def _met_regels(tekst: str) -> str:
    return "<br>".join(escape(regel) for regel in tekst.splitlines())


def _tabel(tabel: Tabel) -> str:
    def klas(kolom: int) -> str:
        return ' class="getal"' if kolom in tabel.getallen else ""

    koppen = "".join(f'<th scope="col"{klas(i)}>{escape(kop)}</th>' for i, kop in enumerate(tabel.koppen))
    rijen = "".join(
        f"<tr>{''.join(f'<td{klas(i)}>{escape(cel)}</td>' for i, cel in enumerate(rij))}</tr>" for rij in tabel.rijen
    )
    onderschrift = f"<caption>{escape(tabel.onderschrift)}</caption>"
    return f"<table>{onderschrift}<thead><tr>{koppen}</tr></thead><tbody>{rijen}</tbody></table>"
