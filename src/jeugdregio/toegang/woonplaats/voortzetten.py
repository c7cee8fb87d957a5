"""Help that goes on after a move: what may differ, and the day on which the right to the same help ends (2.7a)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from jeugdregio.basis.geld import euro
from jeugdregio.beurten.actions import open_beurten
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.rechtstreeks import Hulp
from jeugdregio.toegang.woonplaats.beurten import beurt_voortzetting_eindigt
from jeugdregio.toegang.woonplaats.models import Voortzetting
from jeugdregio.zorglandschap.queries import contract_voor
from recht.datum import datum_kort

VOORAF = timedelta(weeks=8)


@dataclass(frozen=True)
class Tarief:
    """The price of the help at the old and at the new municipality, cents per unit; None when there is no contract."""

    oud: int | None
    nieuw: int | None

    @property
    def gelijk(self) -> bool:
        """True when both are known and the same."""
        return self.oud is not None and self.oud == self.nieuw

    @property
    def tekst(self) -> str:
        """Both prices in words."""
        delen = (euro(prijs) if prijs is not None else "geen contract" for prijs in (self.oud, self.nieuw))
        return " en ".join(delen)


def tarief_van(voortzetting: Voortzetting, nieuwe: Organisatie, op: date) -> Tarief:
    """Return what the help costs at both municipalities on a day. At most four queries."""
    oud = voortzetting.oud
    eerst = contract_voor(oud.aanbieder, oud.gemeente, oud.code, op) if oud.code else None
    dan = contract_voor(oud.aanbieder, nieuwe, oud.code, op) if oud.code else None
    return Tarief(eerst.tarief_centen if eerst else None, dan.tarief_centen if dan else None)


def afwijkingen(voortzetting: Voortzetting, hulp: Hulp, tarief: Tarief) -> list[str]:
    """Return in words how help differs from what was running; nothing for the same help. Asks no database."""
    oud, uit = voortzetting.oud, []
    if hulp.aanbieder_id != oud.aanbieder_id:
        uit.append("Een andere aanbieder.")
    if hulp.code != oud.code:
        uit.append("Andere hulp.")
    if oud.volume is not None and _omvang(oud) != (hulp.volume, hulp.eenheid, hulp.frequentie):
        uit.append("Een andere omvang.")
    tot = min(filter(None, (oud.einddatum, voortzetting.tot)), default=None)
    if tot is not None and hulp.einddatum < tot:
        uit.append(f"Korter: de hulp liep tot en met {datum_kort(tot)}.")
    if not uit and tarief.oud is not None and tarief.nieuw is not None and tarief.oud != tarief.nieuw:
        uit.append(f"Een ander tarief: {tarief.tekst}.")
    return uit


def voorstel(voortzetting: Voortzetting, vandaag: date) -> dict[str, object]:
    """Return the same help as starting point of the form: from tomorrow, until its end or a year after the move."""
    oud = voortzetting.oud
    return {
        "aanbieder": str(oud.aanbieder_id), "product": oud.code, "volume": oud.volume, "eenheid": oud.eenheid,
        "frequentie": oud.frequentie, "ingangsdatum": max(vandaag, voortzetting.overdracht.verhuisd_op),
        "einddatum": min(filter(None, (oud.einddatum, voortzetting.tot)), default=None),
    }  # fmt: skip


def open_voortzettingsbeurten(vandaag: date) -> int:
    """Open a turn for each help whose right to go on ends within eight weeks while the help itself runs on that day.

    Return how many there are. Again: changes nothing. Two queries, whatever the number.
    """
    rijen: Sequence[Voortzetting] = list(
        Voortzetting.objects.filter(nieuw__isnull=False, tot__gte=vandaag, tot__lte=vandaag + VOORAF)
        .filter(Q(nieuw__einddatum__isnull=True) | Q(nieuw__einddatum__gte=vandaag))
        .exclude(nieuw__reden_wijziging=VERWIJDERD)
        .select_related("nieuw__kind", "nieuw__gemeente", "nieuw__aanbieder")
    )
    open_beurten(beurt_voortzetting_eindigt(rij, vandaag) for rij in rijen)
    return len(rijen)


def _omvang(toewijzing: Toewijzing) -> tuple[int | None, str, str]:
    return toewijzing.volume, toewijzing.eenheid, toewijzing.frequentie
