"""What the screens show of a clock: where it stands, what it costs, what can be done now."""

from collections.abc import Iterable
from dataclasses import dataclass

from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.termijnen.ingebreke import Dwangsomstand, dwangsom_van
from jeugdregio.toegang.termijnen.models import Ingebrekestelling, Klok, Opschorting
from jeugdregio.toegang.termijnen.rekenen import Gevolg
from jeugdregio.toegang.termijnen.soorten import MET_DWANGSOM, kent, soort_van
from recht.datum import datum_kort, datum_nl


@dataclass(frozen=True)
class Klokbeeld:
    """One clock as a row or a page. `kan` are the acts that are possible now, as names of addresses."""

    klok: Klok
    titel: str
    stand: str
    toon: str
    dagen_stil: int
    stil_nu: Opschorting | None
    dwangsom: Dwangsomstand | None
    kan: frozenset[str]


@dataclass(frozen=True)
class Vooruitblik:
    """What an act will do, shown before it is saved. `gezien` is what must still be so when it is saved."""

    kop: str
    stappen: tuple[str, ...]
    ontbreekt: tuple[str, ...]
    gezien: str


def beeld_van(klok: Klok) -> Klokbeeld:
    """Return how a clock stands today. Reads its suspensions and notices."""
    delen = list(klok.opschortingen.all())
    stil = next((deel for deel in delen if deel.vanaf <= vandaag() < deel.tot), None) if klok.loopt else None
    stand, toon = _stand(klok, stil)
    return Klokbeeld(
        klok=klok, titel=soort_van(klok.regel).titel, stand=stand, toon=toon,
        dagen_stil=sum(deel.dagen for deel in delen), stil_nu=stil, dwangsom=dwangsom_van(klok), kan=_kan(klok),
    )  # fmt: skip


def beelden(klokken: Iterable[Klok]) -> list[Klokbeeld]:
    """Return how each clock stands today."""
    return [beeld_van(klok) for klok in klokken]


def vooruit(gevolg: Gevolg) -> Vooruitblik:
    """Tell what an act does to the end of a clock."""
    verschil = {0: "Het einde verandert niet"}.get(
        gevolg.dagen, f"{abs(gevolg.dagen)} {'dag' if abs(gevolg.dagen) == 1 else 'dagen'} "
        f"{'later' if gevolg.dagen > 0 else 'eerder'} dan {datum_kort(gevolg.was)}",
    )  # fmt: skip
    kop = f"De laatste dag wordt {datum_nl(gevolg.wordt)}. {verschil}."
    return Vooruitblik(kop, gevolg.uitleg, gevolg.ontbreekt, gevolg.wordt.isoformat())


def vooruit_ingebreke(brief: Ingebrekestelling) -> Vooruitblik:
    """Tell what a notice of default does, without the sum: that runs later."""
    if brief.beslis_uiterlijk:
        kop = f"Beslis uiterlijk {datum_nl(brief.beslis_uiterlijk)}. Daarna loopt een dwangsom per dag."
    else:
        kop = "De brief kwam te vroeg en heeft geen gevolg. Hij blijft wel bewaard."
    # The last step is the sum so far, which is nothing on the day the notice comes in.
    stappen = brief.uitleg[:-1] if brief.heeft_gevolg else brief.uitleg
    return Vooruitblik(kop, tuple(stappen), (), str(brief.heeft_gevolg))


def _stand(klok: Klok, stil: Opschorting | None) -> tuple[str, str]:
    if klok.staat == Klok.Staat.VERVALLEN:
        return "Vervallen", "neutraal"
    if not klok.rol and klok.einde < vandaag():
        return "Voorbij", "neutraal"
    if klok.gestopt_op:
        return ("Op tijd gedaan", "goed") if klok.gestopt_op <= klok.einde else ("Te laat gedaan", "let-op")
    if klok.einde < vandaag():
        return "Verlopen", "gevaar"
    if stil:
        return "Staat stil", "info"
    return ("Verdaagd", "let-op") if klok.verdaagd_tot else ("Loopt", "info")


def _kan(klok: Klok) -> frozenset[str]:
    if not klok.loopt:
        return frozenset()
    op_tijd = klok.einde >= vandaag()
    kan = {"stop"} if klok.rol else set()
    wacht = any(deel.open and deel.voor and deel.voor >= vandaag() for deel in klok.opschortingen.all())
    if op_tijd and kent(klok.regel, "aanvullingen") and not wacht:
        kan.add("aanvulling")
    if op_tijd and kent(klok.regel, "uitstel"):
        kan.add("uitstel")
    if op_tijd and not klok.verdaagd_tot and (kent(klok.regel, "verdaagd_tot") or kent(klok.regel, "verdaagd")):
        kan.add("verdagen")
    # Complaints are adjourned on their own page, because the complainant must be told there.
    if klok.regel == "klacht-gemeente":
        kan.discard("verdagen")
    if klok.regel in MET_DWANGSOM and not any(b.heeft_gevolg for b in klok.ingebrekestellingen.all()):
        kan.add("ingebreke")
    return frozenset(kan)
