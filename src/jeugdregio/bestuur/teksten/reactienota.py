"""The note of answers: made from the points themselves, so that it never says something else than the dossier."""

from collections.abc import Iterable
from itertools import groupby

from jeugdregio.basis.document import Alinea, Document, Kop, Lijst, Onderdeel, Tabel
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.teksten.models import Consultatie, Punt, Tekst
from recht.datum import datum_nl


def maak_reactienota(tekst: Tekst, punten: Iterable[Punt], consultaties: Iterable[Consultatie]) -> Document:
    """Return the note with every point, bundled by who gave it, with the answer and its place in the text."""
    alle = list(punten)
    zonder = [c for c in consultaties if not any(p.gemeente_id == c.gemeente_id for p in alle if p.bron == "raad")]
    open_ = sum(p.beantwoord_op is None for p in alle)
    delen: list[Onderdeel] = [
        Alinea(f"Deze nota bundelt de {len(alle)} punten die over het concept zijn gegeven, met per punt een antwoord.")
    ]
    if open_:
        delen.append(Alinea(f"Let op: {open_} van de punten heeft nog geen antwoord.", nadruk=True))
    for (bron, van), groep in groupby(alle, key=lambda p: (p.get_bron_display(), p.van)):
        delen += [Kop(van if bron == "Gemeenteraad" else f"{bron}: {van}"), _tabel(van, list(groep))]
    if zonder:
        delen += [Kop("Zonder punten"), Lijst(tuple(f"{c}: {c.opmerking}" for c in zonder))]
    return Document(
        titel=f"Reactienota bij {tekst.titel}", afzender="Regiokantoor", datum=vandaag(), onderdelen=tuple(delen),
        gegevens=(("Datum", datum_nl(vandaag())), ("Bij", tekst.titel), ("Grondslag", tekst.grondslag)),
    )  # fmt: skip


def _tabel(van: str, punten: list[Punt]) -> Tabel:
    rijen = tuple(
        (str(p.nummer), p.tekst, p.get_verwerking_display() or "open", p.antwoord or "nog geen antwoord", p.plek or "–")
        for p in punten
    )
    return Tabel(f"Punten van {van}", ("Nr", "Punt", "Wat we ermee doen", "Antwoord", "Plek"), rijen)
