"""The starter pack on paper: PDF or Word."""

from collections.abc import Iterable

from jeugdregio.basis.document import Alinea, Document, Kop, Onderdeel, Tabel
from jeugdregio.leren.startpakket.models import Prioriteit
from jeugdregio.leren.startpakket.queries import Pakket
from recht.datum import datum_kort, datum_nl


def document(p: Pakket) -> Document:
    """Return the pack as a document."""
    delen: list[Onderdeel] = [
        Alinea("Dit pakket is gemaakt uit wat nu in Jeugdregio staat: kijk voor de laatste stand op het scherm.", True)
    ]
    delen += _deel(
        "Wie doet wat: de rollen",
        ("Rol", "Wat", "Waarop dat rust"),
        [(f"{r.rol} {r.tafel}".strip(), r.wat, r.bron) for r in p.handvest],
    )
    rijen: list[tuple[str, ...]] = [
        (r.punt.organisatie.naam, r.punt.get_onderwerp_display(), r.punt.naam, r.punt.telefoon) for r in p.contacten
    ]
    delen += _deel("Wie bel je", ("Organisatie", "Waarover", "Naam", "Telefoon"), rijen)
    rijen = [(r.mandaat.besluit, str(r.mandaat.gever), str(r.mandaat.ontvanger), r.stand) for r in p.mandaten]
    delen += _deel("Mandaten", ("Besluit", "Van", "Aan", "Stand"), rijen)
    rijen = [(v.titel, v.get_staat_display(), str(v.inbrenger_organisatie)) for v in p.voorstellen]
    delen += _deel("Voorstellen die lopen", ("Voorstel", "Stand", "Van"), rijen)
    rijen = [(r.stuk.nummer, r.stuk.kern, datum_kort(r.stuk.uiterlijk)) for r in p.toezeggingen]
    delen += _deel("Open toezeggingen, moties en vragen", ("Nummer", "Wat is gezegd", "Uiterlijk"), rijen)
    rijen = [(str(b.mandaat), str(b.door), b.grond) for b in p.betwistingen]
    delen += _deel("Waarover verschil van mening is", ("Mandaat", "Wie betwist het", "Waarom"), rijen)
    rijen = [(g.vraag, g.antwoord.antwoord, g.bron, g.waarom) for g in p.geldt]
    delen += _deel("Wat hier geldt", ("Vraag", "Antwoord", "Bron", "Waarom"), rijen)
    delen += _deel("Prioriteiten van deze periode", ("Wat", "Waarom", "Wie", "Stand"), [_rij(q) for q in p.nu])
    rijen = [(q.titel, q.waarom, q.eigenaar, q.overdracht) for q in p.later]
    delen += _deel("Over te dragen aan de volgende periode", ("Wat", "Waarom", "Wie", "Wat je moet weten"), rijen)
    return Document(
        titel=f"Startpakket voor de wethouder jeugd van {p.gemeente}",
        afzender=f"Gemeente {p.gemeente}",
        datum=p.op,
        gegevens=(("Stand van", datum_nl(p.op)),),
        onderdelen=tuple(delen),
    )


def _rij(p: Prioriteit) -> tuple[str, ...]:
    return p.titel, p.waarom, p.eigenaar, f"klaar op {datum_kort(p.klaar_op)}" if p.klaar_op else "loopt"


def _deel(kop: str, koppen: tuple[str, ...], rijen: Iterable[tuple[str, ...]]) -> list[Onderdeel]:
    regels = tuple(rijen)
    if not regels:
        return [Kop(kop), Alinea("Hier staat nu niets.")]
    return [Kop(kop), Tabel(kop, koppen, regels)]
