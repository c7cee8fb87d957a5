"""A careful decision: what must be done before it is taken and what the letter must hold."""

from __future__ import annotations

from datetime import date

from recht.datum import datum_kort
from recht.register import regel
from recht.uitkomst import Stap, Uitkomst


def _oordeel(stappen: list[Stap], gemist: list[str]) -> Uitkomst:
    if gemist:
        return Uitkomst(waarde="mag nog niet", stappen=tuple(stappen), ontbreekt=tuple(gemist))
    klaar = Stap("Alles wat nodig is, is er.")
    return Uitkomst(waarde="mag", stappen=(*stappen, klaar))


@regel(
    "besluit-weigering",
    naam="Mag een (gedeeltelijke) weigering worden genomen?",
    grondslag="Awb 3:46, 3:47, 4:7 en 4:8; Jeugdwet 2.3",
    bron="Algemene wet bestuursrecht; rechtspraak over budgetplafonds",
    invoer={
        "motivering": "de uitleg in gewone taal",
        "voorschrift": "het artikel waarop de weigering rust",
        "afwijkende_gegevens": "rust de weigering op gegevens die afwijken van wat de aanvrager opgaf?",
        "zienswijze_op": "dag waarop de aanvrager daarover is gehoord",
        "grond_is_geld": "is een tekort aan geld de grond?",
    },
    voorbeelden={
        "motivering='de hulp past niet omdat' voorschrift='Jeugdwet 2.3'": "mag",
        "motivering=": "mag nog niet",
        "motivering=uitleg voorschrift='Jeugdwet 2.3' afwijkende_gegevens=ja": "mag nog niet",
        "motivering=uitleg voorschrift='Jeugdwet 2.3' afwijkende_gegevens=ja zienswijze_op=2026-04-20": "mag",
        "motivering='budgetplafond bereikt' voorschrift='Jeugdwet 2.3' grond_is_geld=ja": "mag niet",
    },
)
def weigering(
    motivering: str,
    voorschrift: str = "",
    afwijkende_gegevens: bool = False,
    zienswijze_op: date | None = None,
    grond_is_geld: bool = False,
) -> Uitkomst:
    """Check reasons, article and hearing before a refusal; money is never a ground."""
    if grond_is_geld:
        tekst = "Een tekort aan geld is geen grond om nodige hulp te weigeren. Zoek een andere passende vorm."
        return Uitkomst(waarde="mag niet", stappen=(Stap(tekst, None, "Jeugdwet 2.3 lid 1"),))
    stappen = [Stap("Een weigering legt uit waarom en noemt zo mogelijk het artikel.", None, "Awb 3:46 en 3:47")]
    gemist = []
    if not motivering.strip():
        gemist.append("de uitleg in gewone taal; een code alleen is niet genoeg (Awb 3:46)")
    if not voorschrift.strip():
        gemist.append("het artikel waarop de weigering rust (Awb 3:47 lid 2)")
    if afwijkende_gegevens and zienswijze_op is None:
        gemist.append("het horen van de aanvrager over gegevens die van de zijne afwijken (Awb 4:7)")
    if zienswijze_op is not None:
        stappen.append(Stap(f"De aanvrager is gehoord op {datum_kort(zienswijze_op)}.", zienswijze_op, "Awb 4:7"))
    return _oordeel(stappen, gemist)


@regel(
    "besluit-brief",
    naam="Staat alles in de beschikking?",
    grondslag="Awb 3:45, 10:10 en 2:1; Jeugdwet 2.5",
    bron="Algemene wet bestuursrecht art. 3:41 en 3:45",
    invoer={
        "orgaan_bezwaar": "bij wie bezwaar kan worden gemaakt",
        "termijn_genoemd": "staan de termijn en het begin ervan in de brief?",
        "namens": "namens welk orgaan het besluit is genomen",
        "contactpersoon": "is er een contactpersoon genoemd?",
        "vertrouwenspersoon": "staat de vertrouwenspersoon in de brief?",
    },
    voorbeelden={
        "orgaan_bezwaar='college van Dronten' termijn_genoemd=ja namens='college van Dronten' "
        "contactpersoon=ja vertrouwenspersoon=ja": "mag",
        "orgaan_bezwaar='college van Dronten' termijn_genoemd=ja contactpersoon=ja "
        "vertrouwenspersoon=ja": "mag nog niet",
        "termijn_genoemd=nee": "mag nog niet",
    },
)
def brief(
    orgaan_bezwaar: str = "",
    namens: str = "",
    *,
    termijn_genoemd: bool = False,
    contactpersoon: bool = False,
    vertrouwenspersoon: bool = False,
) -> Uitkomst:
    """Check what the letter must say; the objection term starts on the day after sending."""
    eisen = (
        (bool(orgaan_bezwaar.strip()), "bij welk orgaan bezwaar kan worden gemaakt (Awb 3:45 lid 2)"),
        (termijn_genoemd, "de bezwaartermijn en wanneer die begint (Awb 3:45 lid 2)"),
        (bool(namens.strip()), "namens welk orgaan het besluit is genomen (Awb 10:10)"),
        (contactpersoon, "een contactpersoon bij wie de inwoner terecht kan (Awb 2:1)"),
        (vertrouwenspersoon, "de mogelijkheid van een vertrouwenspersoon (Jeugdwet 2.5 lid 1)"),
    )
    stap = Stap("Een besluit geldt pas als het is verzonden of uitgereikt.", None, "Awb 3:40 en 3:41")
    return _oordeel([stap], [wat for klopt, wat in eisen if not klopt])


@regel(
    "besluit-op-bezwaar",
    naam="Mag op het bezwaar worden beslist?",
    grondslag="Awb 7:2, 7:3, 7:7 en 10:3 lid 3",
    bron="Algemene wet bestuursrecht hoofdstuk 7",
    invoer={
        "gehoord_op": "dag van de hoorzitting",
        "afgezien": "waarom niet is gehoord (Awb 7:3)",
        "verslag": "is er een verslag van het horen?",
    },
    voorbeelden={
        "gehoord_op=2026-05-20 verslag=ja": "mag",
        "gehoord_op=2026-05-20": "mag nog niet",
        "afgezien='de indiener wil niet worden gehoord'": "mag",
        "verslag=nee": "mag nog niet",
    },
)
def op_bezwaar(gehoord_op: date | None = None, afgezien: str = "", verslag: bool = False) -> Uitkomst:
    """No decision on an objection without a hearing and its report, or a reason not to hear."""
    uitnodigen = Stap("Nodig ook een kind van 12 jaar of ouder en beide ouders uit die partij zijn.", None, "Awb 7:2")
    stappen, gemist = [uitnodigen], []
    if gehoord_op is not None:
        stappen.append(Stap(f"Er is gehoord op {datum_kort(gehoord_op)}.", gehoord_op, "Awb 7:2"))
        if not verslag:
            gemist.append("het verslag van het horen (Awb 7:7)")
    elif afgezien.strip():
        stappen.append(Stap(f"Er is niet gehoord: {afgezien.strip()}.", None, "Awb 7:3"))
    else:
        gemist.append("het horen van de indiener, of de reden waarom dat niet hoeft (Awb 7:2 en 7:3)")
    return _oordeel(stappen, gemist)


@regel(
    "besluit-pgb",
    naam="Persoonsgebonden budget: de drie toetsen",
    grondslag="Jeugdwet 8.1.1 lid 2 en 4",
    bron="Jeugdwet art. 8.1.1",
    invoer={
        "kan_het_aan": "kan de jeugdige of ouder het budget met hulp beheren?",
        "gemotiveerd": "is uitgelegd waarom de aangeboden hulp niet past?",
        "kwaliteit": "is de kwaliteit van de hulp gewaarborgd?",
    },
    voorbeelden={
        "kan_het_aan=ja gemotiveerd=ja kwaliteit=ja": "mag",
        "kan_het_aan=ja gemotiveerd=ja kwaliteit=nee": "mag nog niet",
    },
    let_op="Is het budget duurder dan hulp in natura, dan mag dat deel worden geweigerd (8.1.1 lid 4).",
)
def pgb(kan_het_aan: bool, gemotiveerd: bool, kwaliteit: bool) -> Uitkomst:
    """The three conditions of a personal budget; a refusal names the one that failed."""
    eisen = (
        (kan_het_aan, "het budget kunnen beheren (8.1.1 lid 2 onder a)"),
        (gemotiveerd, "de uitleg waarom de aangeboden hulp niet past (8.1.1 lid 2 onder b)"),
        (kwaliteit, "de waarborg van kwaliteit (8.1.1 lid 2 onder c)"),
    )
    stap = Stap("Alle drie de toetsen moeten slagen; een weigering noemt de toets die niet slaagt.", None)
    return _oordeel([stap], [wat for klopt, wat in eisen if not klopt])
