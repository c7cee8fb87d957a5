"""A provider with many children and a declaration of many lines, made fast: for measurements and their tests."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from stdnum.nl import bsn as bsn_regels

from ijw import schrijf
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.financien.messages import maak_jw323
from jeugdregio.financien.tests import bouw
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.toegang.models import Kind, Levering, Toewijzing
from jeugdregio.zorglandschap.models import Contract
from tests.mensen import Regiomensen

VANDAAG = date(2026, 10, 5)
SEPTEMBER = date(2026, 9, 1)
PER_KIND = 5
CODES = ("45A04", "45A05", "55A11", "55A12", "43A01")
EEN_OP_FOUT = 50  # every fiftieth line asks for more than was assigned


def bsns() -> Iterator[str]:
    """The numbers of the test range that pass the eleven test."""
    return (f"9999{n:05d}" for n in range(100_000) if bsn_regels.is_valid(f"9999{n:05d}"))


def nieuwe_aanbieder(voorbeeld: Contract, volgnummer: int) -> Organisatie:
    """A provider with the same contract and prices as that of `voorbeeld`."""
    aanbieder = Organisatie.objects.create(
        naam=f"Aanbieder {volgnummer}", soort=Soort.AANBIEDER, code=f"4243{volgnummer:04}", bezorging="api"
    )
    contract = Contract.objects.get(pk=voorbeeld.pk)
    tarieven = list(contract.tarieven.all())
    contract.pk = None
    contract._state.adding = True
    contract.aanbieder, contract.nummer = aanbieder, f"C-{volgnummer}"
    contract.save()
    contract.gemeenten.set(voorbeeld.gemeenten.all())
    for tarief in tarieven:
        tarief.pk, tarief.contract = None, contract
        tarief._state.adding = True
        tarief.save()
    return aanbieder


def kinderen_van(gemeente: Organisatie, aantal: int) -> list[Kind]:
    """So many children of a municipality; those that are there first, the rest is made."""
    bestaand = list(Kind.objects.filter(gemeente=gemeente, kenmerk__startswith="VEEL-").order_by("kenmerk")[:aantal])
    nieuw = [
        Kind(
            kenmerk=f"VEEL-{gemeente.code}-{nummer:05}", bsn=bsn, bsn_zoek=zoeksleutel(bsn), gemeente=gemeente,
            geboortedatum=date(2012, 3, 1), geslacht="2", achternaam="Vogel",
        )
        for nummer, bsn in enumerate(islice(bsns(), len(bestaand) + 100, aantal + 100), len(bestaand))
    ]  # fmt: skip
    return bestaand + Kind.objects.bulk_create(nieuw)


def declaratie_van(regio: Regiomensen, aanbieder: Organisatie, aantal: int, nummer: str = "VEEL1") -> bytes:
    """Assignments and started help for `aantal` lines at this provider, and the declaration of September as XML."""
    kinderen = kinderen_van(regio.lelystad, -(-aantal // PER_KIND))
    eerste = 500_000 + Toewijzing.objects.count()
    toewijzingen = Toewijzing.objects.bulk_create(
        Toewijzing(
            kind=kinderen[n // PER_KIND], gemeente=regio.lelystad, aanbieder=aanbieder, nummer=str(eerste + n),
            categorie=CODES[n % PER_KIND][:2], code=CODES[n % PER_KIND], ingangsdatum=date(2026, 7, 1),
            einddatum=date(2027, 6, 30), volume=8, eenheid=_eenheid(n), frequentie="4",
            toegewezen_op=datetime(2026, 6, 25, 12, tzinfo=AMSTERDAM),
        )
        for n in range(aantal)
    )  # fmt: skip
    Levering.objects.bulk_create(Levering(toewijzing=t, begindatum=date(2026, 7, 1)) for t in toewijzingen)
    regels = [
        bouw.regel(toewijzing, f"R{n}", volume=900 if n % EEN_OP_FOUT == EEN_OP_FOUT - 1 else 8)
        for n, toewijzing in enumerate(toewijzingen)
    ]
    bericht = maak_jw323(
        regels, aanbieder=aanbieder.code or "", gemeente=regio.lelystad.code or "", maand=SEPTEMBER, nummer=nummer,
        dagtekening=VANDAAG,
    )  # fmt: skip
    return schrijf(bericht)


def _eenheid(n: int) -> str:
    return {"43A01": "14", "55A11": "16", "55A12": "16"}.get(CODES[n % PER_KIND], "04")
