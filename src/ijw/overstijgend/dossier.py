"""What the receiver of a message already knows: the data that levels 3 and 4 compare it with.

The application fills a `Dossier` in bulk, in a fixed number of queries, for one message between one
municipality and one provider. Nothing here reads a clock or a database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ijw.berichten import Bericht, jw323
from ijw.omvang import Periode, periode_van

VERWIJDERD = "13"
"""RedenWijziging (JZ002) of an assignment that must be seen as never sent."""

TIJDELIJK = "20"
"""RedenBeeindiging (JZ588) of a delivery that will probably go on later."""


class Status(StrEnum):
    """What became of an earlier line."""

    TOEGEKEND = "toegekend"
    AFGEWEZEN = "afgewezen"
    IN_BEHANDELING = "in behandeling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toewijzing:
    """An assigned product as last sent. `budget` and `tarief` in cents.

    `tarief` is a rate agreed for this assignment alone, per `eenheid`; it goes before the contract.
    """

    nummer: int
    bsn: str
    aanbieder_agb: str
    gemeente: str
    categorie: str | None = None
    code: str | None = None
    ingangsdatum: date
    einddatum: date | None = None
    volume: int | None = None
    eenheid: str | None = None
    frequentie: str | None = None
    budget: int | None = None
    reden_wijziging: str | None = None
    tarief: int | None = None
    referentie_aanbieder: str | None = None

    @property
    def verwijderd(self) -> bool:
        """True when the municipality withdrew it as sent by mistake."""
        return self.reden_wijziging == VERWIJDERD

    @property
    def periode(self) -> Periode:
        """The days for which it holds."""
        return periode_van(self.ingangsdatum, self.einddatum)

    def actueel_op(self, dag: date) -> bool:
        """Current or still to start (TR349); withdrawn assignments and the old code 01 are not."""
        if self.reden_wijziging in (VERWIJDERD, "01") and self.einddatum == self.ingangsdatum:
            return False
        return self.einddatum is None or self.einddatum >= dag


@dataclass(frozen=True, slots=True, kw_only=True)
class EerderePrestatie:
    """A line that this provider sent before. `bedrag` and `tarief` in cents, `debet` False for a credit.

    Leave out lines of declarations that were rejected as a whole: they count as not sent (IV087).
    """

    referentie: str
    bsn: str
    toewijzing_nummer: int
    categorie: str
    code: str
    begindatum: date
    einddatum: date
    volume: int
    eenheid: str
    bedrag: int
    tarief: int | None = None
    debet: bool = True
    vorige_referentie: str | None = None
    status: Status = Status.TOEGEKEND


@dataclass(frozen=True, slots=True)
class Stop:
    """The end of a delivery, with RedenBeeindiging (JZ588)."""

    einddatum: date
    reden: str

    @property
    def tijdelijk(self) -> bool:
        """True when the delivery is expected to go on later."""
        return self.reden == TIJDELIJK


@dataclass(frozen=True, slots=True, kw_only=True)
class Levering:
    """A reported start with the stops that refer to it; removed starts and stops are left out.

    `toewijzing_nummer` is None for task-based delivery; then `categorie` and `code` are the key (IV096).
    """

    bsn: str
    toewijzing_nummer: int | None
    begindatum: date
    categorie: str | None = None
    code: str | None = None
    stops: tuple[Stop, ...] = ()


class VerzoekStand(StrEnum):
    """How far a request for (a change of) an assignment is."""

    OPEN = "open"
    IN_ONDERZOEK = "in onderzoek"
    AFGEWEZEN = "afgewezen"
    TOEGEWEZEN = "toegewezen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzoek:
    """A request of this provider (JW315 or JW317), one per reference."""

    referentie: str
    bsn: str
    stand: VerzoekStand = VerzoekStand.OPEN

    @property
    def onderhanden(self) -> bool:
        """True until it is refused or assigned; an investigation keeps it in hand (TR374)."""
        return self.stand in (VerzoekStand.OPEN, VerzoekStand.IN_ONDERZOEK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tarief:
    """The contract rate of a product in cents per `eenheid`, valid from `vanaf` up to and including `tot`.

    `centen` is None for a product that is agreed in euros (unit 83), which has no rate.
    """

    code: str
    eenheid: str
    centen: int | None
    vanaf: date
    tot: date | None = None
    categorie: str | None = None


@dataclass(slots=True, kw_only=True)
class Dossier:
    """Everything the rules look up, keyed for lookup. Build it with `Dossier.van`.

    `clienten`: BSNs for which this provider ever got an assignment here (also a withdrawn one).
    `gemeenten`: CBS codes with the days on which they are valid; `producten`: (category, code) pairs of
    the product list in use. None means: not available, so the rule cannot be tested (see `signalen`).
    `laatste_declaratieperiode`: first day of the last month that this provider declared here.
    """

    toewijzingen: Mapping[int, Toewijzing] = field(default_factory=dict)
    clienten: frozenset[str] = frozenset()
    prestaties: Mapping[str, EerderePrestatie] = field(default_factory=dict)
    per_toewijzing: Mapping[int, tuple[EerderePrestatie, ...]] = field(default_factory=dict)
    gecrediteerd: frozenset[str] = frozenset()
    leveringen: tuple[Levering, ...] = ()
    verzoeken: Mapping[str, Verzoek] = field(default_factory=dict)
    tarieven: Mapping[str, tuple[Tarief, ...]] = field(default_factory=dict)
    identificaties: frozenset[str] = frozenset()
    declaratienummers: frozenset[str] = frozenset()
    laatste_declaratieperiode: date | None = None
    gemeenten: Mapping[str, Periode] | None = None
    producten: frozenset[tuple[str, str]] | None = None
    declaraties: Mapping[str, jw323.Bericht] = field(default_factory=dict)
    heenberichten: Mapping[tuple[str, str], Bericht] = field(default_factory=dict)

    @classmethod
    def van(
        cls,
        *,
        aanbieder_agb: str,
        toewijzingen: Iterable[Toewijzing] = (),
        prestaties: Iterable[EerderePrestatie] = (),
        leveringen: Iterable[Levering] = (),
        verzoeken: Iterable[Verzoek] = (),
        tarieven: Iterable[Tarief] = (),
        clienten: Iterable[str] = (),
        identificaties: Iterable[str] = (),
        declaratienummers: Iterable[str] = (),
        laatste_declaratieperiode: date | None = None,
        gemeenten: Mapping[str, Periode] | None = None,
        producten: Iterable[tuple[str, str]] | None = None,
        declaraties: Iterable[jw323.Bericht] = (),
        heenberichten: Iterable[Bericht] = (),
    ) -> Dossier:
        """Group the records for lookup.

        `aanbieder_agb` is the provider of the message. `toewijzingen` must hold every number that the
        message mentions (also of other providers, so that the finding can say so) and the assignments of
        its children; `prestaties` the earlier lines on those numbers and those with a reference that the
        message uses. `clienten` adds to the children of `toewijzingen`. `identificaties` are those of the
        same kind of message from the same sender; `declaraties` those we sent (for JW325), `heenberichten` the other
        messages we sent (for the return messages on them).
        """
        bekend = tuple(toewijzingen)
        regels = tuple(prestaties)
        eigen = {toewijzing.bsn for toewijzing in bekend if toewijzing.aanbieder_agb == aanbieder_agb}
        credits = (regel.vorige_referentie for regel in regels if telt(regel) and not regel.debet)
        return cls(
            toewijzingen={toewijzing.nummer: toewijzing for toewijzing in bekend},
            clienten=frozenset(clienten) | eigen,
            prestaties=_per_referentie(regels),
            per_toewijzing=_per_toewijzing(regels),
            gecrediteerd=frozenset(referentie for referentie in credits if referentie is not None),
            leveringen=tuple(leveringen),
            verzoeken={verzoek.referentie: verzoek for verzoek in verzoeken},
            tarieven=_per_code(tarieven),
            identificaties=frozenset(identificaties),
            declaratienummers=frozenset(declaratienummers),
            laatste_declaratieperiode=laatste_declaratieperiode,
            gemeenten=gemeenten,
            producten=None if producten is None else frozenset(producten),
            declaraties={_identificatie(bericht): bericht for bericht in declaraties},
            heenberichten={(bericht.SOORT, _identificatie(bericht)): bericht for bericht in heenberichten},
        )


def _identificatie(bericht: Bericht) -> str:
    return bericht.header.bericht_identificatie.identificatie


def telt(regel: EerderePrestatie) -> bool:
    """True when an earlier line still counts: granted, or not answered yet."""
    return regel.status is not Status.AFGEWEZEN


def _per_referentie(regels: Iterable[EerderePrestatie]) -> dict[str, EerderePrestatie]:
    """One line per reference: a refused line that used it again does not hide the one that counts."""
    uit: dict[str, EerderePrestatie] = {}
    for regel in regels:
        if telt(regel) or regel.referentie not in uit:
            uit[regel.referentie] = regel
    return uit


def _per_toewijzing(regels: Iterable[EerderePrestatie]) -> dict[int, tuple[EerderePrestatie, ...]]:
    groepen: dict[int, list[EerderePrestatie]] = {}
    for regel in regels:
        groepen.setdefault(regel.toewijzing_nummer, []).append(regel)
    return {nummer: tuple(groep) for nummer, groep in groepen.items()}


def _per_code(tarieven: Iterable[Tarief]) -> dict[str, tuple[Tarief, ...]]:
    groepen: dict[str, list[Tarief]] = {}
    for tarief in tarieven:
        groepen.setdefault(tarief.code, []).append(tarief)
    return {code: tuple(groep) for code, groep in groepen.items()}
