"""Periods in which a decision term stands still, as people write them down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from recht.datum import datum_kort
from recht.invoer import InvoerError, delen, lees_datum, lees_datum_of_leeg
from recht.termijn import EEN_DAG, Opschorting
from recht.uitkomst import Stap


@dataclass(frozen=True)
class Artikelen:
    """Under which articles a term stands still: for missing papers, and with consent."""

    aanvulling: str
    uitstel: str


AANVRAAG = Artikelen("Awb 4:15 lid 1", "Awb 4:15 lid 2")
BEZWAAR = Artikelen("Awb 7:10 lid 2", "Awb 7:10 lid 4")


@dataclass(frozen=True)
class Aanvulling:
    """An invitation to complete an application.

    `voor` is the date set in the invitation; without it nothing is suspended. `binnen_op` is the day
    on which the completion came in, or None while it has not.
    """

    VORM: ClassVar[str] = "gevraagd/uiterlijk/binnen"
    gevraagd_op: date
    voor: date | None = None
    binnen_op: date | None = None

    def __post_init__(self) -> None:
        for datum in (self.voor, self.binnen_op):
            if datum is not None and datum < self.gevraagd_op:
                vraag = datum_kort(self.gevraagd_op)
                raise InvoerError(f"{datum_kort(datum)} ligt voor de vraag om aanvulling van {vraag}.")

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Read "2026-03-13/2026-03-27/2026-03-26"; the last two may be empty."""
        gevraagd, voor, binnen = delen(tekst, cls.VORM, 1, 3)
        return cls(lees_datum(gevraagd), lees_datum_of_leeg(voor), lees_datum_of_leeg(binnen))

    def opschorting(self, artikelen: Artikelen = AANVRAAG) -> Opschorting | None:
        """The suspension: from the day after the invitation until completion or the unused date."""
        if self.voor is None:
            return None
        tot = min(self.binnen_op, self.voor) if self.binnen_op else self.voor
        vanaf = self.gevraagd_op + EEN_DAG
        return Opschorting(vanaf, max(tot, vanaf), f"aanvulling gevraagd, {artikelen.aanvulling}")


@dataclass(frozen=True)
class Uitstel:
    """Delay that the applicant agreed to in writing or caused: first day and first day that counts again."""

    VORM: ClassVar[str] = "eerste dag/eerste dag die weer telt"
    vanaf: date
    tot: date

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Read "2026-02-01/2026-02-15"."""
        vanaf, tot = delen(tekst, cls.VORM, 2, 2)
        return cls(lees_datum(vanaf), lees_datum(tot))

    def opschorting(self, artikelen: Artikelen = AANVRAAG) -> Opschorting:
        """The suspension with its article."""
        wie = "de aanvrager" if artikelen is AANVRAAG else "de indiener"
        return Opschorting(self.vanaf, self.tot, f"uitstel met instemming of door {wie}, {artikelen.uitstel}")


@dataclass(frozen=True)
class Stilstand:
    """All suspensions of a case with what must be said about them."""

    opschortingen: tuple[Opschorting, ...]
    stappen: tuple[Stap, ...]
    ontbreekt: tuple[str, ...]


def verzamel(
    aanvullingen: Iterable[Aanvulling], uitstel: Iterable[Uitstel] = (), artikelen: Artikelen = AANVRAAG
) -> Stilstand:
    """Turn invitations and delays into suspensions; say which invitation has no effect or is open."""
    opschortingen = [deel.opschorting(artikelen) for deel in uitstel]
    stappen: list[Stap] = []
    ontbreekt: list[str] = []
    for vraag in aanvullingen:
        periode = vraag.opschorting(artikelen)
        gevraagd = datum_kort(vraag.gevraagd_op)
        if periode is None:
            stappen.append(
                Stap(
                    f"De vraag om aanvulling van {gevraagd} noemde geen datum en schort niet op (ABRvS 2016:2527).",
                    vraag.gevraagd_op,
                    artikelen.aanvulling,
                )
            )
            continue
        opschortingen.append(periode)
        if vraag.binnen_op is None:
            ontbreekt.append(
                f"de aanvulling waarom op {gevraagd} is gevraagd; "
                f"tot die er is, is gerekend met de uiterste datum {datum_kort(periode.tot)}"
            )
    return Stilstand(tuple(opschortingen), tuple(stappen), tuple(ontbreekt))
