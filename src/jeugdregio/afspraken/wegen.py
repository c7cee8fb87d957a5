"""Weighing the norms on one question in one municipality: rank, leave to deviate, adoption, and what contradicts what.

Pure: it asks no database and no clock. The order in which norms come in makes no difference.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from jeugdregio.afspraken.models import Norm, Rang, Standpunt


class Soort(StrEnum):
    """Why norms contradict."""

    NIET_VASTGESTELD = "Niet vastgesteld door de gemeente"
    BETWIST = "Betwist door de gemeente"
    BRON_INGETROKKEN = "De bron is ingetrokken"
    TEGEN_DE_WET = "In strijd met de wet"
    NIET_TOEGESTAAN = "Afwijken is niet toegestaan"
    BUITEN_GRENS = "Afwijking buiten de grens"
    ZELFDE_RANG = "Twee normen van dezelfde rang"


@dataclass(frozen=True)
class Botsing:
    """Two norms that contradict here, or one norm that does not stand firm (`lager` is then None)."""

    soort: Soort
    hoger: Norm
    lager: Norm | None
    tekst: str

    @property
    def sleutel(self) -> str:
        """Name of this conflict, the same every day: its two norms."""
        return f"{self.hoger.pk}:{self.lager.pk if self.lager else ''}"


@dataclass(frozen=True)
class Antwoord:
    """What holds. `betwist` is true when norms contradict and neither gives way by its own rules.

    `normen` are all norms weighed here, highest rank first; `stappen` tells in Dutch how the answer came;
    `botsingen` are the conflicts behind `betwist`; `alleen_voor` are norms that hold for another product or
    contract than was asked, so they were not weighed.
    """

    vraag: str
    waarde: str
    antwoord: str
    norm: Norm | None
    betwist: bool
    stappen: tuple[str, ...]
    normen: tuple[Norm, ...]
    botsingen: tuple[Botsing, ...] = ()
    alleen_voor: tuple[Norm, ...] = ()


def niets(vraag: str, stap: str, alleen_voor: tuple[Norm, ...] = ()) -> Antwoord:
    """Return the answer when no norm says anything."""
    return Antwoord(vraag, "", "Niet geregeld", None, False, (stap,), (), (), alleen_voor)


def past(norm: Norm, product_code: str, contract_nummer: str) -> bool:
    """Tell whether the scope of a norm covers what was asked. A narrow norm never answers a general question."""
    product_goed = not norm.producten or product_code in norm.producten
    return product_goed and (not norm.contracten or contract_nummer in norm.contracten)


def mag_afwijken(hoger: Norm, waarde: str) -> bool:
    """Tell whether a norm lets a lower one answer `waarde`: allowed at all, and within its bounds."""
    if not hoger.lager_mag_afwijken:
        return False
    if hoger.grens_waarden and waarde not in hoger.grens_waarden:
        return False
    if hoger.grens_minstens is None and hoger.grens_hoogstens is None:
        return True
    gevonden = re.match(r"\d+", waarde)
    if gevonden is None:
        return False
    getal = int(gevonden.group())
    return (hoger.grens_minstens or 0) <= getal and (hoger.grens_hoogstens is None or getal <= hoger.grens_hoogstens)


def weeg(
    vraag: str, gemeente: str, normen: Collection[Norm], standpunten: Mapping[UUID, Standpunt],
    *, ingetrokken: Collection[UUID] = (), alleen_voor: tuple[Norm, ...] = (),
) -> Antwoord:  # fmt: skip
    """Return what holds in a municipality (its name) of these norms, all of which hold on the day and fit the scope.

    The highest rank decides, unless every higher norm that says otherwise lets lower ones deviate this far. What
    contradicts without leave makes the answer disputed: local policy is then shown as the practice, except against
    law. `standpunten` are those of the municipality by norm; `ingetrokken` the norms whose source was withdrawn.
    """
    rij = sorted(normen, key=lambda n: (n.rang, -_bijzonder(n), n.van, str(n.pk)))
    weging = _Weging(gemeente)
    for norm in rij:
        standpunt = standpunten.get(norm.pk)
        if norm.pk in ingetrokken:
            weging.wankel(norm, Soort.BRON_INGETROKKEN, f"De bron is ingetrokken, maar niemand beëindigde {_de(norm)}.")
        elif standpunt and standpunt.stand != Standpunt.Stand.VASTGESTELD and norm.rang > Rang.AMVB:
            weging.niet_gedragen(norm, standpunt)
        else:
            weging.gedragen(norm)
    return weging.antwoord(vraag, tuple(rij), alleen_voor)


def _bijzonder(norm: Norm) -> int:
    """A norm for a contract or a product goes before a general one of the same rank."""
    return 2 * bool(norm.contracten) + bool(norm.producten)


def _de(norm: Norm) -> str:
    return f"deze norm ({norm.get_rang_display().lower()})"


class _Weging:
    """The state of one weighing, norm by norm."""

    def __init__(self, gemeente: str) -> None:
        self.gemeente = gemeente
        self.geldend: Norm | None = None
        self.gewogen: list[Norm] = []
        self.wankele: list[Norm] = []
        self.stappen: list[str] = []
        self.botsingen: list[Botsing] = []

    def wankel(self, norm: Norm, soort: Soort, tekst: str) -> None:
        """Weigh a norm that does not stand firm here: it carries nothing, and makes the answer disputed."""
        self.wankele.append(norm)
        self.stappen.append(f"{norm.vindplaats} zegt: {norm.antwoord}. {tekst}")
        self.botsingen.append(Botsing(soort, norm, None, tekst))

    def niet_gedragen(self, norm: Norm, standpunt: Standpunt) -> None:
        """Weigh a norm the municipality did not adopt or disputes."""
        sinds = f"sinds {standpunt.van:%d-%m-%Y}"
        if standpunt.stand == Standpunt.Stand.BETWIST:
            tekst, soort = f"{self.gemeente} betwist deze norm {sinds}.", Soort.BETWIST
        else:
            tekst, soort = f"{self.gemeente} heeft deze norm niet vastgesteld ({sinds}).", Soort.NIET_VASTGESTELD
        self.wankel(norm, soort, f"{tekst} {standpunt.reden}".strip())

    def gedragen(self, norm: Norm) -> None:
        """Weigh a norm that stands."""
        if self.geldend is None:
            self.geldend = norm
            self.stappen.append(f"{norm.vindplaats} zegt: {norm.antwoord}.")
        elif norm.waarde == self.geldend.waarde:
            self.stappen.append(f"{norm.vindplaats} zegt hetzelfde.")
        else:
            self._anders(norm, self.geldend)
        self.gewogen.append(norm)

    def _anders(self, norm: Norm, geldend: Norm) -> None:
        if norm.rang == geldend.rang and _bijzonder(norm) < _bijzonder(geldend):
            self.stappen.append(
                f"{norm.vindplaats} zegt in het algemeen: {norm.antwoord}. De bijzondere norm gaat voor."
            )
            return
        tegen = [h for h in self.gewogen if h.rang < norm.rang and h.waarde != norm.waarde]
        verbod = next((h for h in tegen if not mag_afwijken(h, norm.waarde)), None)
        if norm.rang == geldend.rang:
            tekst = f"{norm.vindplaats} heeft dezelfde rang als {geldend.vindplaats} en zegt iets anders"
            self.stappen.append(f"{tekst}: {norm.antwoord}.")
            self.botsingen.append(Botsing(Soort.ZELFDE_RANG, geldend, norm, f"{tekst}."))
        if verbod is not None:
            self._zonder_verlof(norm, verbod)
            return
        if norm.rang != geldend.rang:
            self.stappen.append(f"{norm.vindplaats} wijkt af, en dat mag: {norm.antwoord}.")
        self.geldend = norm  # of one rank the newest decision is the practice

    def _zonder_verlof(self, norm: Norm, verbod: Norm) -> None:
        if verbod.rang <= Rang.AMVB:
            soort, tekst = Soort.TEGEN_DE_WET, f"wijkt af van de wet ({verbod.vindplaats})"
        elif verbod.lager_mag_afwijken:
            soort, tekst = Soort.BUITEN_GRENS, f"wijkt verder af dan {verbod.vindplaats} toestaat"
        else:
            soort, tekst = Soort.NIET_TOEGESTAAN, f"wijkt af zonder dat {verbod.vindplaats} dat toestaat"
        self.stappen.append(f"{norm.vindplaats} {tekst}: {norm.antwoord}.")
        self.botsingen.append(Botsing(soort, verbod, norm, f"{norm.vindplaats} {tekst}."))
        if norm.rang == Rang.LOKAAL and soort != Soort.TEGEN_DE_WET:
            self.geldend = norm  # what the municipality does: the practice, shown as disputed

    def antwoord(self, vraag: str, normen: Sequence[Norm], alleen_voor: tuple[Norm, ...]) -> Antwoord:
        """Return the outcome. Does no norm stand firm, then the highest of those that waver is shown, disputed."""
        geldend = self.geldend or self.wankele[0]
        betwist = bool(self.botsingen)
        if betwist:
            self.stappen.append(
                f"Dit is betwist. Zo gaat het nu in {self.gemeente}: {geldend.antwoord}."
                if len(self.gewogen) + len(self.wankele) > 1
                else "Daarom is dit betwist."
            )
        return Antwoord(
            vraag, geldend.waarde, geldend.antwoord, geldend, betwist, tuple(self.stappen), tuple(normen),
            tuple(self.botsingen), alleen_voor,
        )  # fmt: skip
