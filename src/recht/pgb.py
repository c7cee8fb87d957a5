"""The personal budget: when it may be refused, and how much of it."""

from __future__ import annotations

from enum import StrEnum

from recht.register import regel
from recht.uitkomst import Stap, Uitkomst


class Toets(StrEnum):
    """A ground on which a personal budget may be refused (8.1.1 lid 2 and 4)."""

    KAN = "kan"
    PAST = "past"
    KWALITEIT = "kwaliteit"
    KOSTEN = "kosten"

    @property
    def tekst(self) -> str:
        """The ground in Dutch, with its article."""
        return {
            Toets.KAN: "het budget kunnen beheren (8.1.1 lid 2 onder a)",
            Toets.PAST: "de uitleg van het gezin waarom hulp van een aanbieder niet past (8.1.1 lid 2 onder b)",
            Toets.KWALITEIT: "de waarborg van kwaliteit (8.1.1 lid 2 onder c)",
            Toets.KOSTEN: "de meerkosten boven hulp van een aanbieder (8.1.1 lid 4 onder a)",
        }[self]


@regel(
    "besluit-pgb-weigering",
    naam="Mag een persoonsgebonden budget worden geweigerd?",
    grondslag="Jeugdwet 8.1.1 lid 2 en 4",
    bron="Jeugdwet art. 8.1.1",
    invoer={
        "kan_het_aan": "kan de jeugdige of ouder het budget met hulp beheren?",
        "gemotiveerd": "legde het gezin uit waarom hulp van een aanbieder niet past?",
        "kwaliteit": "is de kwaliteit van de hulp gewaarborgd?",
        "genoemd": "toetsen die de weigering noemt",
        "gevraagd": "gevraagd budget in eurocent",
        "natura": "kosten van dezelfde hulp in natura in eurocent",
    },
    voorbeelden={
        "kan_het_aan=ja gemotiveerd=ja kwaliteit=nee genoemd=kwaliteit": "mag",
        "kan_het_aan=ja gemotiveerd=ja kwaliteit=nee": "mag nog niet",
        "kan_het_aan=ja gemotiveerd=ja kwaliteit=nee genoemd=kan": "mag nog niet",
        "kan_het_aan=ja gemotiveerd=ja kwaliteit=ja": "mag niet",
        "kan_het_aan=ja gemotiveerd=ja kwaliteit=ja genoemd=kosten gevraagd=600000 natura=500000": "mag voor 100000",
    },
    let_op="Boven de kosten in natura mag alleen het meerdere worden geweigerd.",
)
def pgb_weigering(
    kan_het_aan: bool, gemotiveerd: bool, kwaliteit: bool, genoemd: tuple[Toets, ...] = (), *, gevraagd: int = 0,
    natura: int = 0,
) -> Uitkomst:  # fmt: skip
    """A budget is refused on a test that fails, and the refusal names it; else only the cost above help in kind."""
    slaagt = {Toets.KAN: kan_het_aan, Toets.PAST: gemotiveerd, Toets.KWALITEIT: kwaliteit}
    faalt = [toets for toets, goed in slaagt.items() if not goed]
    stap = Stap("Een weigering noemt de toets die niet slaagt.", None, "Jeugdwet 8.1.1 lid 2; Awb 3:46")
    if faalt:
        ongenoemd = [toets.tekst for toets in faalt if toets not in genoemd]
        onterecht = [f"{t.tekst} slaagt; noem die niet" for t in genoemd if slaagt.get(t)]
        mist = (*(f"noem: {tekst}" for tekst in ongenoemd), *onterecht)
        return Uitkomst(waarde="mag nog niet" if mist else "mag", stappen=(stap,), ontbreekt=mist)
    meer = pgb_meerkosten(gevraagd, natura).waarde
    if Toets.KOSTEN in genoemd and meer:
        deel = Stap("Alleen het deel boven de kosten in natura mag worden geweigerd.", None, "Jeugdwet 8.1.1 lid 4")
        return Uitkomst(waarde=f"mag voor {meer}", stappen=(stap, deel))
    recht = Stap("Alle drie de toetsen slagen: het gezin heeft recht op het budget.", None, "Jeugdwet 8.1.1 lid 1 en 2")
    return Uitkomst(waarde="mag niet", stappen=(stap, recht))


@regel(
    "besluit-pgb-meerkosten",
    naam="Welk deel van een gevraagd budget mag worden geweigerd om de kosten?",
    grondslag="Jeugdwet 8.1.1 lid 4 onder a",
    bron="Jeugdwet art. 8.1.1",
    invoer={"gevraagd": "gevraagd budget in eurocent", "natura": "kosten van dezelfde hulp in natura in eurocent"},
    voorbeelden={
        "gevraagd=600000 natura=500000": "100000",
        "gevraagd=400000 natura=500000": "0",
        "gevraagd=400000 natura=0": "0",
    },
)
def pgb_meerkosten(gevraagd: int, natura: int) -> Uitkomst:
    """The part of a budget above the cost in kind, in cents; nothing while the cost in kind is unknown."""
    if natura <= 0:
        stap = Stap("De kosten in natura zijn niet bekend, dus er valt niets te vergelijken.", None)
        return Uitkomst(waarde=0, stappen=(stap,), ontbreekt=("de kosten van dezelfde hulp in natura",))
    stap = Stap(f"Gevraagd {gevraagd} en in natura {natura} eurocent.", None, "Jeugdwet 8.1.1 lid 4 onder a")
    return Uitkomst(waarde=max(0, gevraagd - natura), stappen=(stap,))
