"""Beds in a week: what full-time and part-time stay use, what is kept for time-out, what stays empty and what it costs.

A bed is seven nights a week. Part-time stay (a weekend, a few nights) uses nights, not a bed, so two children can have
one bed. The unit of a product with stay is a day and night (etmaal); without a price per etmaal no cost is reckoned.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Tarief
from jeugdregio.zorglandschap.ruimte.models import Bezetting, Plek
from jeugdregio.zorglandschap.ruimte.opgeven import MEEST, pak_plek

NACHTEN = 7  # in a week
DEELTIJD_HOOGSTENS = 6  # more is the whole week
ETMAAL = "14"  # WJ756


@dataclass(frozen=True, slots=True)
class Weekbeeld:
    """A week of beds, of one place or of many together. Nights; `kosten_leeg` in cents, None without a price."""

    bedden: int
    timeout: int
    voltijd: int
    deeltijd_kinderen: int
    deeltijd_nachten: int
    prijs: int | None = None

    @property
    def bezet(self) -> int:
        """Nights in use."""
        return self.voltijd * NACHTEN + self.deeltijd_nachten

    @property
    def procent(self) -> int:
        """How much of all nights is used, rounded down: 99.9 is not full."""
        return 100 * self.bezet // (self.bedden * NACHTEN) if self.bedden else 0

    @property
    def leeg(self) -> int:
        """Nights nobody uses and that are not kept for time-out."""
        return max(self.bedden * NACHTEN - self.bezet - self.timeout * NACHTEN, 0)

    @property
    def hele_bedden(self) -> int:
        """Beds free the whole week, when part-time children share beds as far as they can."""
        return self.leeg // NACHTEN

    @property
    def losse_nachten(self) -> int:
        """Nights free beside whole beds: room for part-time stay only."""
        return self.leeg % NACHTEN

    @property
    def kosten_leeg(self) -> int | None:
        """What the empty nights of a week would have brought, in cents."""
        return None if self.prijs is None else self.leeg * self.prijs

    @property
    def tekst(self) -> str:
        """The week in one sentence."""
        soort = "time-outbed" if self.timeout == 1 else "time-outbedden"
        timeout = f" {self.timeout} {soort} vrijgehouden." if self.timeout else ""
        return (
            f"{self.bedden} {'bed' if self.bedden == 1 else 'bedden'}, {self.procent}% van de nachten bezet. "
            f"Vrij: {self.hele_bedden} hele week, {self.losse_nachten} losse nachten (deeltijd).{timeout}"
        )


def weekbeeld(bezetting: Bezetting, prijs: int | None = None) -> Weekbeeld:
    """Return the week of one place; `prijs` in cents per etmaal."""
    return Weekbeeld(
        bezetting.bedden, bezetting.timeout, bezetting.voltijd, bezetting.deeltijd_kinderen,
        bezetting.deeltijd_nachten, prijs,
    )  # fmt: skip


def samen(weken: Iterable[Weekbeeld]) -> Weekbeeld | None:
    """Return the weeks of many places as one; None when there are none. Empty nights of all count, costs do not."""
    alle = list(weken)
    if not alle:
        return None
    namen = ("bedden", "timeout", "voltijd", "deeltijd_kinderen", "deeltijd_nachten")
    return Weekbeeld(*(sum(getattr(week, naam) for week in alle) for naam in namen))


def geldende(plekken: Iterable[UUID]) -> dict[UUID, Bezetting]:
    """Return how the beds of these places are used, by place; without an entry nobody said. One query."""
    return {b.plek_id: b for b in Bezetting.objects.filter(plek__in=list(plekken), vervangen_op__isnull=True)}


def prijs_per_etmaal(plek: Plek) -> int | None:
    """Return the lowest price per etmaal of today under a contract of this provider; None when there is none."""
    prijzen = Tarief.objects.op(vandaag()).filter(
        contract__aanbieder=plek.locatie.aanbieder_id, product=plek.product_id, eenheid=ETMAAL
    )
    return prijzen.order_by("centen").values_list("centen", flat=True).first()


def geef_bezetting_op(
    wie: Wie, plek_id: UUID, *, gezien: UUID | None, bedden: int, timeout: int, voltijd: int, deeltijd_kinderen: int,
    deeltijd_nachten: int,
) -> Bezetting:  # fmt: skip
    """State how the beds of a place with stay are used. `gezien` is the statement the person saw.

    Raises Geweigerd when the numbers cannot be, NietGevonden, GeenRecht, and Conflict when somebody stated it since.
    """
    week = Weekbeeld(bedden, timeout, voltijd, deeltijd_kinderen, deeltijd_nachten)
    _toets(week)
    with transaction.atomic():
        plek = pak_plek(wie, plek_id)
        if not plek.product.verblijf:
            raise Geweigerd("Bezetting hoort bij hulp met verblijf. Dit product is zonder verblijf.")
        oud = plek.bezettingen.filter(vervangen_op__isnull=True).first()
        if (oud.pk if oud else None) != gezien:
            raise Conflict(
                f"{oud.door if oud else 'Iemand'} heeft de bezetting net bijgewerkt. Kijk wat er nu staat en sla je "
                "invoer zo nodig nog eens op."
            )
        plek.bezettingen.filter(vervangen_op__isnull=True).update(vervangen_op=nu())
        try:
            with transaction.atomic():
                nieuw = Bezetting.objects.create(
                    plek=plek, bedden=bedden, timeout=timeout, voltijd=voltijd, deeltijd_kinderen=deeltijd_kinderen,
                    deeltijd_nachten=deeltijd_nachten, nagekeken_op=vandaag(), door=wie.gebruikersnaam,
                    namens=wie.organisatie,
                )  # fmt: skip
        except IntegrityError as fout:
            raise Conflict("Iemand heeft de bezetting net bijgewerkt. Kijk wat er nu staat.") from fout
        leg_vast(wie, "plek.bezetting", soort="plek", onderwerp_id=plek.pk)
    return nieuw


def _toets(week: Weekbeeld) -> None:
    fouten = {}
    if not 1 <= week.bedden <= MEEST:
        fouten["bedden"] = f"Vul 1 tot en met {MEEST} bedden in."
    if week.timeout > week.bedden:
        fouten["timeout"] = "Er zijn meer time-outbedden dan bedden."
    laagste, hoogste = week.deeltijd_kinderen, week.deeltijd_kinderen * DEELTIJD_HOOGSTENS
    if not laagste <= week.deeltijd_nachten <= hoogste:
        fouten["deeltijd_nachten"] = (
            f"Een kind dat een deel van de week blijft, slaapt hier 1 tot en met {DEELTIJD_HOOGSTENS} nachten: samen "
            f"{laagste} tot en met {hoogste}. Blijft een kind de hele week, tel het dan daar."
        )
    if week.bezet > week.bedden * NACHTEN:
        fouten["voltijd"] = f"Dit zijn {week.bezet} nachten, en er zijn er {week.bedden * NACHTEN} in een week."
    if fouten:
        raise Geweigerd("De bezetting kan zo niet.", velden=fouten)
