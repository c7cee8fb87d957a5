"""The letters of a decision term: a request for missing papers (Awb 4:5 and 4:15) and an adjournment (Awb 4:14).

Each says what held on its own day. A room above names to whom the letters about its things go.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from jeugdregio.basis.document import Alinea, Document, Kop, Lijst, Onderdeel
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.organisaties.models import Contactpunt
from jeugdregio.organisaties.queries import contactpunten_van
from jeugdregio.toegang.termijnen.models import Klok, Opschorting
from jeugdregio.toegang.termijnen.rekenen import Stand, reken, stand_van, van_opschortingen
from recht.datum import datum_kort, datum_nl, leeftijd
from recht.toestemming import MEEBESLISSEN, ZELF

_AAN: dict[str, Callable[[UUID], str]] = {}
# What the letter calls it, the article to leave it aside with when papers stay away, that of the term, and whom to ask.
_P = Contactpunt.Onderwerp
_OVER = {
    "awb-beslistermijn": ("uw aanvraag voor jeugdhulp", "Awb 4:5", "Awb 4:15", "Awb 4:14", _P.TOEWIJZING),
    "awb-beslissing-op-bezwaar": ("uw bezwaar", "Awb 6:6", "Awb 7:10 lid 2", "Awb 7:10 lid 3", _P.BEZWAAR),
}  # fmt: skip


def noem_geadresseerde(onderwerp_soort: str, aan: Callable[[UUID], str]) -> None:
    """Tell who gets the letters about a kind of thing that lives in a room above."""
    _AAN[onderwerp_soort] = aan


def met_brief(klok: Klok) -> bool:
    """Tell whether letters about this clock go to somebody who waits for a decision."""
    return klok.regel in _OVER


def aanvulbrief(klok: Klok, opschorting_id: UUID) -> Document:
    """Return the request for missing papers. Raises NietGevonden when they were not asked for here."""
    deel = next((d for d in klok.opschortingen.all() if d.pk == opschorting_id), None)
    if deel is None or deel.gevraagd_op is None or deel.voor is None or not met_brief(klok):
        raise NietGevonden("Deze brief is er niet.")
    aan = _aan(klok, deel.gevraagd_op)
    return _document(klok, "Wij missen nog gegevens", deel.gevraagd_op, aan, _aanvulling(klok, deel, deel.voor))


def verdaagbrief(klok: Klok) -> Document:
    """Return the notice that the decision comes later. Raises NietGevonden when it was not adjourned."""
    op, tot = klok.verdaging_bekend_op, klok.verdaagd_tot
    if op is None or tot is None or not met_brief(klok):
        raise NietGevonden("Deze brief is er niet.")
    return _document(klok, "Wij beslissen later", op, _aan(klok, op), _verdaging(klok, op, tot))


def _aanvulling(klok: Klok, deel: Opschorting, voor: date) -> Iterator[Onderdeel]:
    wat, weg, artikel, _, _ = _OVER[klok.regel]
    yield Alinea(f"Wij kunnen nog niet beslissen over {wat}, want er ontbreekt iets.")
    yield Kop("Wat wij nodig hebben")
    yield Alinea(deel.reden)
    yield Alinea(f"Zorg dat wij dit uiterlijk op {datum_nl(voor)} hebben.", nadruk=True)
    yield Alinea("Lukt dat niet, of weet u niet wat wij bedoelen? Bel ons voor die dag. Dan kijken wij samen wat kan.")
    yield Kop("Wanneer beslissen wij?")
    yield Lijst((
        f"Vanaf {datum_nl(deel.vanaf)} staat onze termijn stil, tot wij de gegevens hebben ({artikel}).",
        f"Krijgen wij ze pas op {datum_kort(voor)}, dan beslissen wij uiterlijk op {datum_nl(_einde(klok, deel))}. "
        "Krijgen wij ze eerder, dan ligt die dag eerder.",
        f"Krijgen wij ze niet op tijd, dan hoeven wij {wat} niet inhoudelijk te bekijken ({weg}). Doen wij dat niet, "
        "dan krijgt u daarover een brief.",
    ))  # fmt: skip


def _verdaging(klok: Klok, op: date, tot: date) -> Iterator[Onderdeel]:
    wat, _, _, artikel, _ = _OVER[klok.regel]
    yield Alinea(f"Het lukt ons niet om op tijd te beslissen over {wat}. Dat spijt ons.")
    yield Alinea(f"Wij beslissen uiterlijk op {datum_nl(tot)}.", nadruk=True)
    yield Kop("Waarom het langer duurt")
    yield Alinea(klok.verdaging_reden)
    eerst = reken(_stand_op(klok, op)).einde
    yield Alinea(f"Eerst was de laatste dag {datum_nl(eerst)}. Wij mogen de dag één keer verzetten ({artikel}).")
    yield Kop("Beslissen wij dan nog niet?")
    yield Alinea(
        f"Stuur ons na {datum_kort(tot)} een brief dat wij te laat zijn (Awb 4:17). Wij hebben dan nog twee weken. "
        "Daarna moeten wij u voor iedere dag een dwangsom betalen, hoogstens 42 dagen, en kunt u naar de rechter."
    )


def _einde(klok: Klok, deel: Opschorting) -> date:
    """The last day as it was told in the request: with the papers in on the last day that was set."""
    eerder = _stand_op(klok, deel.gevraagd_op or deel.vanaf, zonder=deel)
    met = ((deel.gevraagd_op or deel.vanaf, deel.voor or deel.tot, None),)
    return reken(replace(eerder, aanvullingen=eerder.aanvullingen + met)).einde


def _stand_op(klok: Klok, op: date, zonder: Opschorting | None = None) -> Stand:
    """What decided the end on a day: the suspensions until then, and an adjournment only when told before it."""
    eerder = [d for d in klok.opschortingen.all() if d != zonder and (d.gevraagd_op or d.vanaf) <= op]
    aanvullingen, uitstel = van_opschortingen(eerder)
    stand = replace(stand_van(klok), aanvullingen=aanvullingen, uitstel=uitstel)
    if klok.verdaging_bekend_op is None or klok.verdaging_bekend_op < op:
        return stand
    invoer = {naam: waarde for naam, waarde in klok.invoer.items() if naam != "verdaagd"}
    return replace(stand, invoer=invoer, verdaagd_tot=None, verdaging_bekend_op=None)


def _aan(klok: Klok, op: date) -> str:
    if klok.onderwerp_soort in _AAN:
        return _AAN[klok.onderwerp_soort](klok.onderwerp_id)
    kind, jaren = klok.kind, leeftijd(klok.kind.geboortedatum, op)
    zelf = kind.voornamen or kind.voorletters or "het kind"
    if jaren >= ZELF.op(op):
        return zelf
    ouders = [ouder.naam for ouder in kind.gezagsdragers.all() if ouder.heeft_gezag_op(op)]
    namen = ([zelf] if jaren >= MEEBESLISSEN.op(op) else []) + (ouders or [f"ouders of verzorgers van {zelf}"])
    return " en ".join(filter(None, (", ".join(namen[:-1]), namen[-1])))


def _document(klok: Klok, titel: str, op: date, aan: str, delen: Iterator[Onderdeel]) -> Document:
    punt = contactpunten_van([klok.gemeente_id], _OVER[klok.regel][-1]).get(klok.gemeente_id)
    bereik = ", ".join(filter(None, (punt.naam, punt.email, punt.telefoon))) if punt else ""
    vraag = f"U kunt bij ons terecht{': ' if bereik else ''}{bereik}. Noem dan het kenmerk {klok.kenmerk}."
    return Document(
        titel=titel,
        afzender=f"Gemeente {klok.gemeente}",
        datum=op,
        gegevens=(("Aan", aan), ("Datum", datum_kort(op)), ("Ons kenmerk", klok.kenmerk)),
        onderdelen=(
            Alinea(f"Beste {aan},"), *delen, Kop("Hebt u vragen?"), Alinea(vraag),
            Alinea(f"Met vriendelijke groet,\nNamens het college van {klok.gemeente}"),
        ),
        voettekst=f"Gemeente {klok.gemeente}, kenmerk {klok.kenmerk}",
    )  # fmt: skip
