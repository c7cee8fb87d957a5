"""The agenda and the list of decisions as one document and as data, for the councils: only what councils may read."""

from collections.abc import Sequence
from typing import Any

from jeugdregio.basis.document import Alinea, Document, Kop, Lijst, Onderdeel, Tabel
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Zichtbaarheid
from jeugdregio.bestuur.vergaderen.queries import Puntbeeld, Vergaderbeeld
from recht.datum import datum_kort, datum_nl

# What may leave the table for a council; what is only for delegations stays inside whoever makes the file.
VOOR_RADEN = {Zichtbaarheid.OPENBAAR, Zichtbaarheid.RADEN}


def document(beeld: Vergaderbeeld, raad: str) -> Document:
    """Return agenda, attendance, decisions and actions of a meeting for one council, as a document."""
    v = beeld.vergadering
    delen: list[Onderdeel] = [Kop("Agenda")]
    for punt in _voor_raden(beeld):
        delen += _punt(punt)
    if beeld.aanwezigen:
        rijen = tuple((a.organisatie.naam, a.get_soort_display(), a.naam) for a in beeld.aanwezigen)
        delen += [Kop("Aanwezig"), Tabel("Wie er was", ("Gemeente", "Hoe", "Wie"), rijen)]
    return Document(
        titel=f"{v.get_tafel_display()} van {datum_kort(v.op)}",
        afzender="Regiokantoor",
        datum=vandaag(),
        gegevens=(("Aan", raad), ("Vergadering", f"{datum_nl(v.op)}, {v.aanvang:%H.%M} uur, {v.plaats}"),
                  ("Stand", v.get_staat_display())),
        onderdelen=tuple(delen),
        voettekst="Wat alleen voor de delegaties is, staat hier niet in.",
    )  # fmt: skip


def gegevens(beeld: Vergaderbeeld) -> dict[str, Any]:
    """Return the same as data, with the names of Open Raadsinformatie (Popolo) where they exist."""
    v = beeld.vergadering
    return {
        "type": "Meeting",
        "id": str(v.pk),
        "name": f"{v.get_tafel_display()} {v.op.isoformat()}",
        "start_date": f"{v.op.isoformat()}T{v.aanvang:%H:%M}",
        "location": v.plaats,
        "status": v.staat,
        "attendee": [{"organization": a.organisatie.naam, "role": a.soort, "name": a.naam} for a in beeld.aanwezigen],
        "agenda": [_puntgegevens(p) for p in _voor_raden(beeld)],
    }


def _voor_raden(beeld: Vergaderbeeld) -> list[Puntbeeld]:
    return [p for p in beeld.punten if p.punt.zichtbaarheid in VOOR_RADEN]


def _besluit(punt: Puntbeeld) -> str:
    besluit = punt.besluit
    return besluit.tekst if besluit and besluit.zichtbaarheid in VOOR_RADEN else ""


def _stukken(punt: Puntbeeld) -> Sequence[str]:
    return tuple(
        f"{s.titel}, versie {s.versie}, verzonden op {datum_kort(s.verzonden_op)}"
        for s in punt.stukken
        if s.verzonden_op and s.zichtbaarheid in VOOR_RADEN
    )


def _punt(punt: Puntbeeld) -> list[Onderdeel]:
    p = punt.punt
    delen: list[Onderdeel] = [
        Kop(f"{p.volgorde}. {p.onderwerp}", 3),
        Alinea(f"{p.get_doel_display()}. {p.vraag}".strip()),
    ]
    if p.reden:
        delen.append(Alinea(f"{p.get_staat_display()}: {p.reden}"))
    if stukken := _stukken(punt):
        delen.append(Lijst(tuple(stukken)))
    if tekst := _besluit(punt):
        delen.append(Alinea(f"Besluit: {tekst}", nadruk=True))
    if punt.acties:
        rijen = tuple(
            (a.tekst, a.organisatie.naam, datum_kort(a.uiterlijk), "klaar" if a.klaar_op else "open")
            for a in punt.acties
        )
        delen.append(Tabel("Acties", ("Wat", "Wie", "Uiterlijk", "Stand"), rijen))
    return delen


def _puntgegevens(punt: Puntbeeld) -> dict[str, Any]:
    p = punt.punt
    return {
        "type": "AgendaItem",
        "order": p.volgorde,
        "name": p.onderwerp,
        "purpose": p.doel,
        "question": p.vraag,
        "result": p.staat,
        "resolutionText": _besluit(punt),
        "papers": list(_stukken(punt)),
        "actions": [
            {
                "text": a.tekst,
                "organization": a.organisatie.naam,
                "due": a.uiterlijk.isoformat(),
                "done": bool(a.klaar_op),
            }
            for a in punt.acties
        ],
    }
