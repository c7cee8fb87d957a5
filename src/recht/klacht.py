"""Complaints about conduct: of the municipality (Awb chapter 9) and of a provider (Jeugdwet 4.2.1)."""

from __future__ import annotations

from datetime import date

from recht.datum import datum_kort, datum_nl, jaren_erbij
from recht.parameter import parameter
from recht.register import regel
from recht.termijn import loopt_af, maanden, weken
from recht.uitkomst import Stap, Uitkomst

AFHANDELEN = parameter("klacht-gemeente", "weken", ("1999-07-01", 6, "Awb 9:11 lid 1"))
AFHANDELEN_COMMISSIE = parameter("klacht-gemeente-commissie", "weken", ("1999-07-01", 10, "Awb 9:11 lid 1"))
VERDAGEN = parameter("klacht-gemeente-verdagen", "weken", ("1999-07-01", 4, "Awb 9:11 lid 2"))
REACTIE = parameter("klacht-reactie", "maanden", ("2015-01-01", 1, "Jeugdwet 4.2.1 lid 5"))
TE_OUD = parameter("klacht-te-oud", "jaar", ("1999-07-01", 1, "Awb 9:8 lid 1 onder b"))
LEDEN = 3


@regel(
    "klacht-gemeente",
    naam="Een klacht over de gemeente afhandelen",
    grondslag="Awb 9:11",
    bron="Algemene wet bestuursrecht art. 9:11",
    invoer={
        "ontvangen": "dag waarop de klacht binnenkwam",
        "commissie": "adviseert een klachtencommissie (Awb 9:14)?",
        "verdaagd": "is de afhandeling verdaagd en is dat geschreven aan de klager?",
    },
    voorbeelden={
        "ontvangen=2026-09-10": "2026-10-22",
        "ontvangen=2026-09-10 commissie=ja": "2026-11-19",
        "ontvangen=2026-09-10 verdaagd=ja": "2026-11-19",
        "ontvangen=2026-03-16": "2026-04-28",
    },
)
def gemeente(ontvangen: date, commissie: bool = False, verdaagd: bool = False) -> Uitkomst:
    """Last day to deal with a complaint; the adjournment of four weeks counts once."""
    norm = AFHANDELEN_COMMISSIE if commissie else AFHANDELEN
    afloop = loopt_af(weken(norm.op(ontvangen)), ontvangen, bron="Awb 9:11 lid 1")
    if not verdaagd:
        return Uitkomst(datum=afloop.datum, stappen=afloop.stappen)
    langer = loopt_af(weken(VERDAGEN.op(ontvangen)), afloop.ruw, bron="Awb 9:11 lid 2")
    stap = Stap("De afhandeling is verdaagd; dat is geschreven aan de klager.", None, "Awb 9:11 lid 2")
    return Uitkomst(datum=langer.datum, stappen=(*afloop.stappen, stap, *langer.stappen))


@regel(
    "klacht-verplicht",
    naam="Moet de gemeente deze klacht behandelen?",
    grondslag="Awb 9:4 en 9:8",
    bron="Algemene wet bestuursrecht art. 9:8",
    invoer={
        "gedraging": "dag waarop gebeurde waarover iemand klaagt",
        "ontvangen": "dag waarop de klacht binnenkwam",
        "bezwaar_mogelijk": "kon of kan de klager hiertegen bezwaar maken?",
        "al_behandeld": "is over hetzelfde al een klacht behandeld?",
    },
    voorbeelden={
        "gedraging=2026-03-10 ontvangen=2026-09-10": "moet",
        "gedraging=2025-09-09 ontvangen=2026-09-10": "hoeft niet",
        "gedraging=2025-09-10 ontvangen=2026-09-10": "moet",
        "gedraging=2026-03-10 ontvangen=2026-09-10 bezwaar_mogelijk=ja": "hoeft niet",
    },
    let_op="Niet verplicht is iets anders dan verboden: de gemeente mag de klacht wel behandelen.",
)
def verplicht(gedraging: date, ontvangen: date, bezwaar_mogelijk: bool = False, al_behandeld: bool = False) -> Uitkomst:
    """Tell whether a complaint must be dealt with. Raises ValueError when it came before what it is about."""
    if ontvangen < gedraging:
        raise ValueError(f"De klacht van {datum_kort(ontvangen)} ligt voor de gedraging: controleer de datums.")
    grens = jaren_erbij(ontvangen, -TE_OUD.op(ontvangen))
    redenen = []
    if gedraging < grens:
        redenen.append(("Het gebeurde meer dan een jaar voor de klacht.", "Awb 9:8 lid 1 onder b"))
    if bezwaar_mogelijk:
        redenen.append(("Hiertegen kon of kan de klager bezwaar maken.", "Awb 9:8 lid 1 onder c"))
    if al_behandeld:
        redenen.append(("Over hetzelfde is al een klacht behandeld.", "Awb 9:8 lid 1 onder a"))
    if not redenen:
        stap = Stap("De gemeente behandelt de klacht en hoort de klager.", None, "Awb 9:10")
        return Uitkomst(waarde="moet", stappen=(stap,))
    melden = Stap("Schrijf de klager binnen vier weken dat en waarom je niet behandelt.", None, "Awb 9:8 lid 3")
    return Uitkomst(
        waarde="hoeft niet", stappen=(*(Stap(tekst, None, artikel) for tekst, artikel in redenen), melden)
    )  # fmt: skip


@regel(
    "klacht-commissie",
    naam="Is de klachtencommissie van een aanbieder goed samengesteld?",
    grondslag="Jeugdwet 4.2.1 lid 2 onder a en b",
    bron="Jeugdwet art. 4.2.1",
    invoer={
        "leden": "aantal leden, met de voorzitter",
        "voorzitter_van_buiten": "werkt de voorzitter niet voor of bij de aanbieder?",
        "lid_betrokken": "doet iemand mee over wie wordt geklaagd?",
    },
    voorbeelden={
        "leden=3 voorzitter_van_buiten=ja": "goed",
        "leden=2 voorzitter_van_buiten=ja": "niet goed",
        "leden=3 voorzitter_van_buiten=nee": "niet goed",
        "leden=3 voorzitter_van_buiten=ja lid_betrokken=ja": "niet goed",
    },
)
def commissie(leden: int, voorzitter_van_buiten: bool, lid_betrokken: bool = False) -> Uitkomst:
    """At least three members, a chair from outside, nobody who is complained about."""
    eisen = (
        (leden >= LEDEN, "minstens drie leden (4.2.1 lid 2 onder a)"),
        (voorzitter_van_buiten, "een voorzitter die niet voor of bij de aanbieder werkt (4.2.1 lid 2 onder a)"),
        (not lid_betrokken, "leden over wie niet wordt geklaagd (4.2.1 lid 2 onder b)"),
    )
    gemist = tuple(wat for klopt, wat in eisen if not klopt)
    stap = Stap("Een commissie van minstens drie leden beoordeelt de klacht.", None, "Jeugdwet 4.2.1 lid 2")
    return Uitkomst(waarde="niet goed" if gemist else "goed", stappen=(stap,), ontbreekt=gemist)


@regel(
    "klacht-reactie",
    naam="Reageren op het oordeel van de klachtencommissie",
    grondslag="Jeugdwet 4.2.1 lid 5",
    bron="Jeugdwet art. 4.2.1",
    invoer={"oordeel": "dag waarop de aanbieder het oordeel kreeg"},
    voorbeelden={"oordeel=2026-03-10": "2026-04-10", "oordeel=2026-04-05": "2026-05-06"},
)
def reactie(oordeel: date) -> Uitkomst:
    """Last day for the provider to say what it does with the judgment."""
    afloop = loopt_af(maanden(REACTIE.op(oordeel)), oordeel, bron="Jeugdwet 4.2.1 lid 5")
    slot = Stap(f"De aanbieder laat uiterlijk {datum_nl(afloop.datum)} weten wat hij doet.", afloop.datum)
    return Uitkomst(datum=afloop.datum, stappen=(*afloop.stappen, slot))
