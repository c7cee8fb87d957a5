"""How facts of this room read on a screen: short Dutch texts and the tone of a badge. Decides nothing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ijw.codelijsten import omschrijving
from ijw.eenheden import omschrijving as omvang_in_woorden
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.dossier import TIJDELIJK
from jeugdregio.toegang.models import Kind, Levering, Toewijzing, Verzoek, VerzoekAntwoord, VerzoekRegel
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.stappen import Stap, stappen
from jeugdregio.toegang.toetsen import Toets
from jeugdregio.zorglandschap.models import Product
from recht.datum import MAANDEN, datum_kort

TOON_REGEL = {
    VerzoekRegel.Staat.OPEN: "let-op",
    VerzoekRegel.Staat.ONDERZOEK: "info",
    VerzoekRegel.Staat.TOEGEWEZEN: "goed",
    VerzoekRegel.Staat.AFGEWEZEN: "gevaar",
}
WIJZIGING = "Wijziging van lopende hulp"
_ARTIKEL = re.compile(r"^(Jeugdwet|Awb),? (?:artikel )?(\d+(?:[.:]\d+)*[a-z]?)")
_WETTEN = {"Jeugdwet": "BWBR0034925", "Awb": "BWBR0005537"}


@dataclass(frozen=True)
class BandStap:
    """A step as the status band of the pages wants it."""

    label: str
    toelichting: str
    stand: str


@dataclass(frozen=True)
class ToetsRegel:
    """A test as a row: the badge for its outcome and a link to the article, when it is one."""

    toets: Toets
    toon: str
    wet: str


@dataclass(frozen=True)
class RegelBeeld:
    """A line of a request, readable."""

    regel: VerzoekRegel
    product: str
    omvang: str
    verwijzer: str
    toon: str
    reden: str


@dataclass(frozen=True)
class ToewijzingRegel:
    """An assignment in a list: the product in words, its size, and where it stands."""

    toewijzing: Toewijzing
    product: str
    omvang: str
    stand: str
    toon: str


def is_wijziging(verzoek: Verzoek) -> bool:
    """Tell whether a provider asks for a change of what runs (JW317)."""
    return verzoek.soort == Verzoek.Soort.WIJZIGING


def is_open(regel: VerzoekRegel) -> bool:
    """Tell whether a line still waits for its final answer."""
    return regel.staat in {VerzoekRegel.Staat.OPEN, VerzoekRegel.Staat.ONDERZOEK}


def naam(kind: Kind) -> str:
    """First names, prefix and surname."""
    delen = (kind.voornamen or kind.voorletters, kind.voorvoegsel, kind.achternaam)
    return " ".join(deel for deel in delen if deel)


def wie_het_is(kind: Kind) -> str:
    """Tell which child it is without its name, as a heading: "Meisje, 14 jaar"."""
    return aanduiding(kind).capitalize()


def productnamen(codes: Iterable[str]) -> dict[str, str]:
    """Return "45A04 Ambulante behandeling" per product code, in one query."""
    return {p.code: str(p) for p in Product.objects.filter(code__in={c for c in codes if c})}


def product(code: str, categorie: str, namen: dict[str, str]) -> str:
    """Return the product in words; without a known code its category."""
    if code:
        return namen.get(code, code)
    return f"{categorie} {omschrijving('JZ020', categorie)}" if categorie else "Vrij te kiezen binnen budget"


def omvang(volume: int | None, eenheid: str, frequentie: str) -> str:
    """Return "8 uur per maand"; empty when no size was given."""
    if volume is None or not eenheid or not frequentie:
        return ""
    return omvang_in_woorden(volume, eenheid, frequentie)


def band(verzoek: Verzoek) -> tuple[BandStap, ...]:
    """Return the status band of a request."""
    eerste = next(iter(verzoek.regels.all()), None)
    verwijzer = omschrijving("COD327", eerste.verwijzer_type) if eerste and eerste.verwijzer_type else ""
    return tuple(_bandstap(stap, verwijzer if stap.naam == "Verwezen" else "") for stap in stappen(verzoek))


def _bandstap(stap: Stap, extra: str) -> BandStap:
    if stap.naam == "Afgesloten" and stap.staat == "nu":
        return BandStap(stap.naam, "de hulp loopt", "straks")
    if stap.datum is None:
        return BandStap(stap.naam, stap.toelichting or extra, stap.staat)
    dag = dag_en_maand(stap.datum)
    if stap.staat == "nu":
        woord = "was" if stap.datum < vandaag() else "uiterlijk"
        dag = f"{woord} {dag}" + (f" ({stap.toelichting.lower()})" if stap.toelichting else "")
    return BandStap(stap.naam, dag, stap.staat)


def dag_en_maand(dag: date) -> str:
    """Return "10 november", with the year when it is another year."""
    return f"{dag.day} {MAANDEN[dag.month - 1]}" if dag.year == vandaag().year else datum_kort(dag)


def toetsregels(toetsen: Sequence[Toets]) -> tuple[ToetsRegel, ...]:
    """Return the tests as rows."""
    return tuple(ToetsRegel(toets, _toon(toets), wetlink(toets.grondslag)) for toets in toetsen)


def _toon(toets: Toets) -> str:
    if toets.goed is None:
        return "neutraal" if toets.naam.startswith("Wat geldt") else "let-op"
    return "goed" if toets.goed else "gevaar"


def wetlink(grondslag: str) -> str:
    """Return the address of an article at wetten.overheid.nl, or nothing when it is not an article."""
    gevonden = _ARTIKEL.match(grondslag)
    if gevonden is None:
        return ""
    wet, artikel = gevonden.groups()
    return f"https://wetten.overheid.nl/jci1.3:c:{_WETTEN[wet]}&artikel={artikel}"


def verzoekregels(verzoek: Verzoek) -> tuple[RegelBeeld, ...]:
    """Return the lines of a request, readable."""
    regels = list(verzoek.regels.all())
    namen = productnamen(regel.code for regel in regels)
    return tuple(_regel(regel, namen, WIJZIGING if is_wijziging(verzoek) else "") for regel in regels)


def _regel(regel: VerzoekRegel, namen: dict[str, str], naam_: str) -> RegelBeeld:
    return RegelBeeld(
        regel=regel,
        product=naam_ or product(regel.code, regel.categorie, namen),
        omvang=omvang(regel.volume, regel.eenheid, regel.frequentie),
        verwijzer=_verwijzer(regel),
        toon=TOON_REGEL[VerzoekRegel.Staat(regel.staat)],
        reden=omschrijving("WJ759", regel.reden_afwijzing) if regel.reden_afwijzing else "",
    )


def _verwijzer(regel: VerzoekRegel) -> str:
    if not regel.verwijzer_type:
        return "niet genoemd"
    soort = omschrijving("COD327", regel.verwijzer_type)
    wie = regel.verwijzer_naam or (f"AGB {regel.verwijzer_code}" if regel.verwijzer_code else "")
    return f"{soort}, {wie}" if wie else soort


def toewijzingregels(toewijzingen: Iterable[Toewijzing]) -> tuple[ToewijzingRegel, ...]:
    """Return assignments with where they stand. Reads their prefetched deliveries and `bericht`."""
    rijen = list(toewijzingen)
    namen = productnamen(rij.code for rij in rijen)
    return tuple(_toewijzing(rij, namen) for rij in rijen)


def _toewijzing(rij: Toewijzing, namen: dict[str, str]) -> ToewijzingRegel:
    stand, toon = stand_van(rij)
    return ToewijzingRegel(
        rij, product(rij.code, rij.categorie, namen), omvang(rij.volume, rij.eenheid, rij.frequentie), stand, toon
    )


def stand_van(rij: Toewijzing) -> tuple[str, str]:
    """Return where an assignment stands, with its tone."""
    leveringen = [lev for lev in rij.leveringen.all() if lev.verwijderd_op is None]
    if rij.reden_wijziging == VERWIJDERD:
        return "Ingetrokken", "neutraal"
    if any(lev.einddatum is None for lev in leveringen):
        onderbroken = any(lev.tijdelijk_gestopt_op for lev in leveringen if lev.einddatum is None)
        return ("Tijdelijk gestopt", "let-op") if onderbroken else ("Hulp loopt", "goed")
    if leveringen and max(leveringen, key=lambda lev: lev.begindatum).reden_beeindiging == TIJDELIJK:
        return "Tijdelijk gestopt", "let-op"
    if leveringen:
        return "Hulp gestopt", "neutraal"
    if rij.einddatum is not None and rij.einddatum < vandaag():
        return "Afgelopen, nooit gestart", "gevaar"
    return ("Start te melden", "let-op") if rij.ingangsdatum <= vandaag() else ("Gaat nog in", "info")


def bevestigd(rij: Toewijzing) -> str:
    """Tell in words whether the provider confirmed the message of this assignment (JW302)."""
    if rij.bericht is None:
        return "Geen bericht bekend"
    return rij.bericht.get_staat_display()


@dataclass(frozen=True)
class VerzoekRij:
    """A request in a list."""

    verzoek: Verzoek
    naam: str
    gevraagd: str
    open: bool
    standen: tuple[tuple[str, str], ...]


def verzoekrijen(verzoeken: Iterable[Verzoek]) -> tuple[VerzoekRij, ...]:
    """Return requests as rows: whose, what was asked, and the states of its lines."""
    rijen = [(verzoek, list(verzoek.regels.all())) for verzoek in verzoeken]
    namen = productnamen(regel.code for _, regels in rijen for regel in regels)
    return tuple(_verzoekrij(verzoek, regels, namen) for verzoek, regels in rijen)


def _verzoekrij(verzoek: Verzoek, regels: list[VerzoekRegel], namen: dict[str, str]) -> VerzoekRij:
    producten = (product(r.code, r.categorie, namen) for r in regels)
    gevraagd = WIJZIGING if is_wijziging(verzoek) else ", ".join(dict.fromkeys(producten))
    standen = dict.fromkeys((r.get_staat_display(), TOON_REGEL[VerzoekRegel.Staat(r.staat)]) for r in regels)
    return VerzoekRij(verzoek, naam(verzoek.kind), gevraagd, any(is_open(r) for r in regels), tuple(standen))


@dataclass(frozen=True)
class LeveringRegel:
    """A delivery with the reason it ended in words."""

    levering: Levering
    reden: str


def leveringregels(leveringen: Iterable[Levering]) -> tuple[LeveringRegel, ...]:
    """Return deliveries with their reason of ending (JZ588) in words."""
    return tuple(
        LeveringRegel(lev, omschrijving("JZ588", lev.reden_beeindiging) if lev.reden_beeindiging else "")
        for lev in leveringen
    )


@dataclass(frozen=True)
class AntwoordRegel:
    """An answer other than an assignment, in words."""

    antwoord: VerzoekAntwoord
    tekst: str


def antwoordregels(verzoek: Verzoek) -> tuple[AntwoordRegel, ...]:
    """Return the answers (JW319) on a request in the order they were sent. One query."""
    antwoorden = VerzoekAntwoord.objects.filter(regel__verzoek=verzoek).select_related("regel")
    return tuple(AntwoordRegel(antwoord, _antwoord(antwoord)) for antwoord in antwoorden)


def _antwoord(antwoord: VerzoekAntwoord) -> str:
    delen = [omschrijving("WJ760", antwoord.antwoord)]
    if antwoord.reden:
        delen.append(omschrijving("WJ759", antwoord.reden).lower())
    if antwoord.andere_gemeente:
        delen.append(f"vraag het aan gemeente {omschrijving('CBS', antwoord.andere_gemeente)}")
    return ", ".join(delen)
