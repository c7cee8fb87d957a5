"""What must be right before a decision is offered and before it is signed: each test with its answer and its ground.

The same list stands on the page of a draft. A test that fails stops the act; nothing passes silently.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.toegang.beschikkingen.herkomst import wie_bepaalt
from jeugdregio.toegang.beschikkingen.models import Beschikking, PgbToets, Regel, Soort, Vorm, Weigergrond
from jeugdregio.toegang.poort import TeStarten, oordelen
from recht import beschikking as recht_beschikking
from recht import besluit
from recht.pgb import Toets as Pgbtoets
from recht.pgb import pgb_weigering
from recht.uitkomst import Uitkomst
from recht.wegen import Weg, toetst_noodzaak

# Kinds that give help; a refusal or a withdrawal starts nothing, so it needs no consent.
GEEFT_HULP = {Soort.NATURA, Soort.PGB, Soort.GEDEELTELIJK, Soort.WIJZIGING, Soort.VOORTZETTING}
WEIGERT = {Soort.WEIGERING, Soort.GEDEELTELIJK, Soort.INTREKKING}
OP_NOODZAAK = {Weigergrond.EIGEN_KRACHT, Weigergrond.ANDERE_HULP}


@dataclass(frozen=True)
class Punt:
    """One test. `mist` says what is not right yet; empty is good. `waar` names the screen where it is mended."""

    naam: str
    mist: tuple[str, ...]
    grondslag: str
    uitleg: tuple[str, ...] = ()
    waar: str = "schrijven"

    @property
    def goed(self) -> bool:
        """True when nothing is missing."""
        return not self.mist


def oordeel(beschikking: Beschikking) -> list[Punt]:
    """Judge a draft, in the order of the letter."""
    regels = list(beschikking.regels.all())
    return [
        _uit("Wie dit bepaalt", wie_bepaalt(beschikking, beschikking.opgesteld_door), "afspraken"),
        *_hulp_mag_beginnen(beschikking, regels),
        Punt("Welke hulp", tuple(_regels(beschikking, regels)), "Awb 3:46", waar="regels"),
        *_verblijf(beschikking, regels),
        *_pgb(beschikking, regels),
        _uit("Waarom", recht_beschikking.motivering(beschikking.motivering, _om_kosten(beschikking))),
        _uit("Rekening gehouden met", recht_beschikking.afweging(
            beschikking.behoeften, beschikking.geloof_cultuur, beschikking.keuze)),
        *_weigering(beschikking),
        _brief(beschikking),
    ]  # fmt: skip


def eis_goed(beschikking: Beschikking) -> None:
    """Raise Geweigerd with all that is not right yet."""
    fout = [punt for punt in oordeel(beschikking) if not punt.goed]
    if fout:
        alles = "; ".join(mist for punt in fout for mist in punt.mist)
        gronden = "; ".join(dict.fromkeys(punt.grondslag for punt in fout))
        raise Geweigerd(f"Dit besluit kan nog niet verder. Nog nodig: {alles}.", grondslag=gronden)


def failende_toetsen(toets: PgbToets) -> tuple[Pgbtoets, ...]:
    """Return the tests of a budget that fail, as the letter names them: judged no, with the reasons."""
    rijen = (
        (Pgbtoets.KAN, toets.kan_het_aan, toets.kan_uitleg), (Pgbtoets.PAST, toets.past_niet, toets.past_uitleg),
        (Pgbtoets.KWALITEIT, toets.kwaliteit, toets.kwaliteit_uitleg),
    )  # fmt: skip
    return tuple(naam for naam, goed, uitleg in rijen if goed is False and uitleg.strip())


def _uit(naam: str, uitkomst: Uitkomst, waar: str = "schrijven") -> Punt:
    niet = () if uitkomst.waarde == "mag" else (uitkomst.stappen[0].tekst,)
    stappen = tuple(stap.tekst for stap in uitkomst.stappen)
    return Punt(naam, uitkomst.ontbreekt or niet, uitkomst.grondslag, stappen, waar)


def _hulp_mag_beginnen(beschikking: Beschikking, regels: list[Regel]) -> Iterator[Punt]:
    if beschikking.soort not in GEEFT_HULP:
        return
    kind = beschikking.kind
    woont = () if kind.woonplaats_sinds else ("kijk na of het kind bij jouw gemeente hoort",)
    yield Punt("Woonplaats", woont, "Jeugdwet 1.1, woonplaats", waar="kind")
    vraag = beschikking.hulpvraag
    codes = sorted({r.product.code for r in regels if r.toegekend}) or [""]
    hulp = [TeStarten(code, vraag.verzoek, vraag.pk) for code in codes]
    per_code = dict(zip(codes, oordelen(kind, hulp), strict=True))
    verschil = len({str(u.als_dict()) for u in per_code.values()}) > 1
    for code, uitkomst in list(per_code.items())[: None if verschil else 1]:
        yield _toestemming(f"Toestemming voor {code}" if verschil else "Toestemming", uitkomst)


def _toestemming(naam: str, uitkomst: Uitkomst) -> Punt:
    mist: tuple[str, ...] = ()
    if not uitkomst.waarde.mag_starten:
        mist = (*uitkomst.ontbreekt, *(f"{wie} stemt niet in" for wie in uitkomst.waarde.geweigerd))
        mist = mist or (str(uitkomst.waarde.reden),)
    return Punt(naam, mist, uitkomst.grondslag, tuple(stap.tekst for stap in uitkomst.stappen), "kind")


def _regels(beschikking: Beschikking, regels: list[Regel]) -> Iterator[str]:
    """What is missing in the lines, for this kind of decision."""
    soort = beschikking.soort
    toegekend = [r for r in regels if r.toegekend]
    geweigerd = [r for r in regels if not r.toegekend]
    if soort == Soort.WEIGERING:
        if not regels and not beschikking.gevraagd.strip():
            yield "wat er is gevraagd, of een regel met de hulp die je weigert"
        if toegekend:
            yield "een weigering geeft geen hulp; kies gedeeltelijke toekenning"
        return
    if not regels:
        yield "een regel met de hulp"
        return
    if soort in (Soort.NATURA, Soort.PGB) and geweigerd:
        yield "een toekenning weigert niets; kies gedeeltelijke toekenning"
    if soort == Soort.NATURA and any(r.vorm == Vorm.PGB for r in regels):
        yield "een budget hoort in een besluit over een persoonsgebonden budget"
    if soort == Soort.PGB and not any(r.vorm == Vorm.PGB for r in toegekend):
        yield "een regel met het budget"
    if soort == Soort.GEDEELTELIJK and not (toegekend and geweigerd):
        yield "een regel die je toekent en een regel die je weigert"
    if soort in (Soort.INTREKKING, Soort.VOORTZETTING):
        yield from _op_toewijzing(soort, regels)


def _op_toewijzing(soort: str, regels: list[Regel]) -> Iterator[str]:
    for regel in regels:
        over = regel.over
        if regel.vorm == Vorm.PGB:
            continue
        if over is None:
            yield f"regel {regel.volgorde}: kies over welke toewijzing het gaat"
        elif regel.einddatum is None:
            yield f"regel {regel.volgorde}: de nieuwe laatste dag"
        elif soort == Soort.VOORTZETTING and over.einddatum is not None and regel.einddatum <= over.einddatum:
            yield f"regel {regel.volgorde}: voortzetten is langer dan nu; kies een latere laatste dag"
        elif soort == Soort.INTREKKING and over.einddatum is not None and regel.einddatum > over.einddatum:
            yield f"regel {regel.volgorde}: intrekken is eerder stoppen; kies een eerdere laatste dag"


def _verblijf(beschikking: Beschikking, regels: list[Regel]) -> Iterator[Punt]:
    weg = [r for r in regels if r.toegekend and r.product.verblijf]
    if weg and beschikking.soort != Soort.INTREKKING:
        gezin = all(in_een_gezin(r) for r in weg)
        yield _uit("Eerst een gezin", recht_beschikking.pleeggezin(True, gezin, beschikking.pleeggezin_reden))


def in_een_gezin(regel: Regel) -> bool:
    """Tell whether a stay is in a foster family (category 44 of iJw) or a gezinshuis."""
    naam = regel.product.naam.lower()
    return regel.product.categorie == "44" or "pleeg" in naam or "gezinshuis" in naam


def _om_kosten(beschikking: Beschikking) -> bool:
    return beschikking.weigergrond == Weigergrond.PGB


def _pgb(beschikking: Beschikking, regels: list[Regel]) -> Iterator[Punt]:
    geeft = any(r.vorm == Vorm.PGB and r.toegekend for r in regels)
    weigert = beschikking.soort in WEIGERT and _om_kosten(beschikking) and beschikking.soort != Soort.INTREKKING
    if beschikking.soort == Soort.INTREKKING or not (geeft or weigert):
        return
    toets: PgbToets | None = getattr(beschikking, "pgb_toets", None)
    if toets is None or None in (toets.kan_het_aan, toets.past_niet, toets.kwaliteit):
        yield Punt("Budget", ("het oordeel op de drie toetsen",), "Jeugdwet 8.1.1 lid 2", waar="pgb")
        return
    kan, past, goed = bool(toets.kan_het_aan), bool(toets.past_niet), bool(toets.kwaliteit)
    zonder = tuple(_zonder_uitleg(toets))
    if geeft:
        uitkomst = besluit.pgb(kan, past, goed)
        yield Punt("Budget", (*uitkomst.ontbreekt, *zonder), uitkomst.grondslag, waar="pgb")
        return
    genoemd = failende_toetsen(toets)
    if kan and past and goed:
        genoemd = (Pgbtoets.KOSTEN,)
    gevraagd, natura = toets.gevraagd_centen or 0, toets.natura_centen or 0
    uitkomst = pgb_weigering(kan, past, goed, genoemd, gevraagd=gevraagd, natura=natura)
    niet = () if str(uitkomst.waarde) != "mag niet" else (uitkomst.stappen[-1].tekst,)
    yield Punt("Budget", (*uitkomst.ontbreekt, *niet, *zonder), uitkomst.grondslag, waar="pgb")


def _zonder_uitleg(toets: PgbToets) -> Iterator[str]:
    for uitleg, wat in (
        (toets.kan_uitleg, "het beheren van het budget"), (toets.kwaliteit_uitleg, "de kwaliteit"),
        (toets.past_uitleg, "waarom hulp van een aanbieder niet past"),
    ):  # fmt: skip
        if not uitleg.strip():
            yield f"de uitleg over {wat}"


def _weigering(beschikking: Beschikking) -> Iterable[Punt]:
    if beschikking.soort not in WEIGERT:
        return []
    uitkomst = besluit.weigering(
        beschikking.motivering, beschikking.voorschrift, beschikking.afwijkende_gegevens, beschikking.zienswijze_op
    )
    mist = list(uitkomst.ontbreekt)
    if beschikking.zienswijze_op and not beschikking.zienswijze.strip():
        mist.append("wat het gezin zei toen het werd gehoord (Awb 4:7)")
    if beschikking.soort != Soort.INTREKKING:
        mist += _weigergrond(beschikking)
    return [Punt("Waarom niet", tuple(mist), uitkomst.grondslag, tuple(stap.tekst for stap in uitkomst.stappen))]


def _weigergrond(beschikking: Beschikking) -> Iterator[str]:
    grond = beschikking.weigergrond
    if not grond:
        yield "waarop de weigering rust"
    elif grond in OP_NOODZAAK and not toetst_noodzaak(Weg(beschikking.hulpvraag.weg)):
        yield (
            "een andere grond: na deze verwijzing toetst de gemeente woonplaats en contract, niet of de hulp nodig is "
            "(Jeugdwet 2.6 en 3.5)"
        )


def _brief(beschikking: Beschikking) -> Punt:
    orgaan = f"het college van {beschikking.gemeente.naam}"
    contact = bool(beschikking.contact_naam.strip() and beschikking.contact_telefoon.strip())
    uitkomst = besluit.brief(orgaan, orgaan, termijn_genoemd=True, contactpersoon=contact, vertrouwenspersoon=True)
    return Punt("De brief", uitkomst.ontbreekt, uitkomst.grondslag)
