"""How an objection stands, as the steps of a road."""

from datetime import date

from jeugdregio.toegang.bezwaren.models import Beslissing, Bezwaar, Klacht
from jeugdregio.toegang.bezwaren.queries import Bezwaarbeeld
from jeugdregio.toegang.weergave import BandStap as Stap
from jeugdregio.toegang.weergave import dag_en_maand

TOON_BEZWAAR: dict[str, str] = {
    Bezwaar.Staat.TE_LAAT: "let-op", Bezwaar.Staat.LOOPT: "info", Bezwaar.Staat.GETEKEND: "let-op",
    Bezwaar.Staat.VERZONDEN: "goed", Bezwaar.Staat.INGETROKKEN: "neutraal",
}  # fmt: skip


def band(beeld: Bezwaarbeeld) -> list[Stap]:
    """Return the steps from receipt to the decision, with where it stands."""
    bezwaar, beslissing = beeld.bezwaar, beeld.beslissing
    gehoord = next((z for z in bezwaar.zittingen.all() if z.gehouden), None)
    punten: list[tuple[str, date | None, bool, str]] = [
        ("Ontvangen", bezwaar.ontvangen_op, True, ""),
        ("Op tijd?", None, bezwaar.staat != Bezwaar.Staat.TE_LAAT, _tijdig(bezwaar)),
        ("Bevestigd", bezwaar.bevestigd_op, bool(bezwaar.bevestigd_op), ""),
        ("Gehoord", gehoord.op if gehoord else None, bool(gehoord or bezwaar.afzien), _zitting(bezwaar)),
    ]
    if bezwaar.commissie:
        punten.append(("Advies", bezwaar.advies_op, bool(bezwaar.advies_op), ""))
    punten += _slot(bezwaar, beslissing)
    eerste_open = next((i for i, punt in enumerate(punten) if not punt[2]), None)
    if bezwaar.staat == Bezwaar.Staat.INGETROKKEN:
        eerste_open = None
    return [_stap(punt, nu=i == eerste_open) for i, punt in enumerate(punten)]


def _slot(bezwaar: Bezwaar, beslissing: Beslissing | None) -> list[tuple[str, date | None, bool, str]]:
    if bezwaar.staat == Bezwaar.Staat.INGETROKKEN:
        return [("Ingetrokken", bezwaar.ingetrokken_op, True, "")]
    verzonden = beslissing.verzonden_op if beslissing else None
    return [
        ("Beslist", beslissing.beslist_op if beslissing else None, beslissing is not None, ""),
        ("Verzonden", verzonden, verzonden is not None, ""),
    ]


def _stap(punt: tuple[str, date | None, bool, str], *, nu: bool) -> Stap:
    naam, dag, gedaan, extra = punt
    return Stap(naam, dag_en_maand(dag) if dag else extra, "gedaan" if gedaan else "nu" if nu else "straks")


def _tijdig(bezwaar: Bezwaar) -> str:
    if bezwaar.op_tijd:
        return "op tijd"
    return {None: "te laat, beoordelen", True: "te laat, mag toch", False: "te laat"}[bezwaar.verschoonbaar]


def _zitting(bezwaar: Bezwaar) -> str:
    if bezwaar.afzien:
        return "niet nodig"
    gepland = next((z for z in bezwaar.zittingen.all() if not z.gehouden and not z.afgezegd), None)
    return f"zitting {dag_en_maand(gepland.op)}" if gepland else ""


def stand_klacht(klacht: Klacht) -> tuple[str, str]:
    """Return how a complaint stands, and its tone."""
    if klacht.afgehandeld_op:
        return klacht.get_oordeel_display(), "goed"
    if klacht.over == Klacht.Over.AANBIEDER:
        if klacht.reactie_op:
            return "Aanbieder reageerde", "let-op"
        return ("Wacht op de aanbieder", "info") if klacht.commissieoordeel_op else _bij_commissie(klacht)
    return ("In behandeling", "info") if klacht.bevestigd_op else ("Nieuw", "let-op")


def _bij_commissie(klacht: Klacht) -> tuple[str, str]:
    return ("Bij de klachtencommissie", "info") if klacht.doorgestuurd_op else ("Nieuw", "let-op")
