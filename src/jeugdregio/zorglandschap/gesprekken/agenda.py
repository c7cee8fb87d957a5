"""The points this room can bring itself: actions that are open, contracts and papers that end."""

from collections.abc import Iterator
from datetime import timedelta

from jeugdregio.basis.klok import vandaag
from jeugdregio.zorglandschap.gesprekken.bronnen import Voorzet
from jeugdregio.zorglandschap.gesprekken.models import Actie, Gesprek
from jeugdregio.zorglandschap.models import Contract, Kwaliteitsdocument, Verlengoptie
from recht.datum import datum_kort

CONTRACT_VOORAF = timedelta(days=365)
DOCUMENT_VOORAF = timedelta(days=90)


def open_acties(gesprek: Gesprek) -> list[Voorzet]:
    """Raise what was agreed before and is not done; late ones are named as such."""
    acties = (
        Actie.objects.filter(
            gesprek__aanbieder=gesprek.aanbieder, gesprek__beheerder=gesprek.beheerder, staat=Actie.Staat.OPEN
        )
        .exclude(gesprek=gesprek)
        .select_related("eigenaar", "gesprek")
    )
    return [
        Voorzet(
            "Openstaande actie" + (" (te laat)" if actie.te_laat else ""),
            f"{actie.wat} ({actie.eigenaar}, uiterlijk {datum_kort(actie.uiterlijk)})",
            "Wat is er nodig om dit af te ronden?" if actie.te_laat else "Hoe staat het hiermee?",
        )
        for actie in acties
    ]


def contract_en_kwaliteit(gesprek: Gesprek) -> list[Voorzet]:
    """Raise contracts, clauses and papers that end within a year (papers: three months)."""
    return [*_contracten(gesprek), *_documenten(gesprek)]


def _contracten(gesprek: Gesprek) -> Iterator[Voorzet]:
    nu = vandaag()
    opties = Verlengoptie.objects.filter(
        contract__aanbieder=gesprek.aanbieder, besluit=Verlengoptie.Besluit.OPEN,
        beslissen_voor__range=(nu, nu + CONTRACT_VOORAF),
    ).select_related("contract")  # fmt: skip
    for optie in opties:
        yield Voorzet(
            "Verlenging van het contract",
            f"Over contract {optie.contract.nummer} moet uiterlijk {datum_kort(optie.beslissen_voor)} zijn besloten.",
            "Willen we samen verder, en wat moet dan anders?",
        )
    aflopend = Contract.objects.op(nu).filter(
        aanbieder=gesprek.aanbieder, staat=Contract.Staat.GETEKEND, tot__lte=nu + CONTRACT_VOORAF
    ).exclude(verlengopties__besluit=Verlengoptie.Besluit.OPEN)  # fmt: skip
    for contract in aflopend:
        yield Voorzet(
            "Einde van het contract",
            f"Contract {contract.nummer} loopt tot en met {datum_kort(contract.tot or nu)}.",
            "Hoe gaat de hulp daarna door voor de kinderen die er dan zijn?",
        )


def _documenten(gesprek: Gesprek) -> Iterator[Voorzet]:
    grens = vandaag() + DOCUMENT_VOORAF
    alle = list(Kwaliteitsdocument.objects.filter(aanbieder=gesprek.aanbieder))
    blijvend = {document.soort for document in alle if document.tot is None or document.tot > grens}
    for document in alle:
        if document.tot and document.tot <= grens and document.soort not in blijvend:
            yield Voorzet(
                "Kwaliteitsdocument",
                f"{document.get_soort_display()} ({document.naam}) is geldig tot en met {datum_kort(document.tot)}.",
                "Wanneer is er een nieuw document?",
            )
