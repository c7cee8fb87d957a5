"""Reading letters: the list with who was sent what and when, one letter, and one municipality's part of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.brieven import inhoud, schillen, schrijfhulp, toonlijst
from jeugdregio.bestuur.brieven.models import Brief, Kern, Schil, Verzending
from jeugdregio.bestuur.brieven.permissions import (
    VERZENDERS,
    eigen_schillen,
    is_eigenaar,
    zichtbare_brieven,
)
from jeugdregio.bestuur.brieven.soorten import DELEN, Deel, ontbrekend
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie


@dataclass(frozen=True, slots=True)
class Raadregel:
    """One council of a letter: what it got last, and whether that is the newest version."""

    schil: Schil
    laatste: Verzending | None
    actueel: bool
    mag: bool


@dataclass(frozen=True, slots=True)
class Briefbeeld:
    """One letter as this reader may see it; the text is the newest this reader may read."""

    brief: Brief
    kern: Kern
    delen: Sequence[tuple[str, str]]
    cijfers: dict[str, dict[str, str]]
    raden: Sequence[Raadregel]
    kernen: Sequence[Kern]
    eigenaar: bool
    ontbreekt: Sequence[Deel]
    hints: Sequence[schrijfhulp.Hint]
    ongewijzigd: bool

    @property
    def ergens_verzonden(self) -> bool:
        """Tell whether a council has the letter already: then it can no longer be withdrawn."""
        return any(r.laatste for r in self.raden)

    @property
    def cijferregels(self) -> list[tuple[str, str, date, str]]:
        """The figures as the page shows them: name, value, the day, the source."""
        return [(c["naam"], c["tekst"], date.fromisoformat(c["peildatum"]), c["bron"]) for c in self.cijfers.values()]

    @property
    def dagen_uiteen(self) -> int:
        """How many days lie between the first and the last council that got this version."""
        dagen = [r.laatste.op for r in self.raden if r.laatste and r.actueel]
        return (max(dagen) - min(dagen)).days if dagen else 0


@dataclass(frozen=True, slots=True)
class Schilbeeld:
    """One municipality's part, with the letter as its council gets it."""

    schil: Schil
    kern: Kern
    eigen: dict[str, Any]
    stukken: Sequence[Raadsstuk]
    kiesbaar: Sequence[Raadsstuk]
    verzendingen: Sequence[Verzending]
    hints: Sequence[schrijfhulp.Hint]

    @property
    def vakken(self) -> list[inhoud.Vak]:
        """The boxes of the cover form."""
        return inhoud.vakken(self.eigen)

    @property
    def mag_verzenden(self) -> bool:
        """Tell whether this version still has to go to the council."""
        vrij = self.schil.brief.staat == Brief.Staat.VRIJ
        return vrij and all(v.kern_id != self.kern.pk for v in self.verzendingen)


def lijst(wie: Wie) -> list[tuple[Brief, list[Raadregel]]]:
    """Return the letters, newest first, with per council what it was sent."""
    brieven = zichtbare_brieven(wie).select_related("eigenaar").prefetch_related(_kernen(), _raden())
    return [(brief, _raadregels(wie, brief)) for brief in brieven]


def brief(wie: Wie, brief_id: UUID) -> Briefbeeld:
    """Return one letter. Raises NietGevonden."""
    b = zichtbare_brieven(wie).select_related("eigenaar", "opgesteld_door").prefetch_related(_kernen(), _raden())
    gevonden = b.filter(pk=brief_id).first()
    if gevonden is None:
        raise NietGevonden("Deze brief is er niet.")
    eigenaar = is_eigenaar(wie, gevonden)
    kernen = [kern for kern in gevonden.kernen.all() if kern.bevroren_op or eigenaar]
    if not kernen:
        raise NietGevonden("Deze brief is er niet.")
    kern = kernen[-1]
    kern.brief = gevonden
    delen = inhoud.gevulde_delen(kern)
    return Briefbeeld(
        brief=gevonden,
        kern=kern,
        delen=delen,
        cijfers=inhoud.kerncijfers(kern),
        raden=_raadregels(wie, gevonden),
        kernen=kernen,
        eigenaar=eigenaar,
        ontbreekt=ontbrekend(gevonden.soort, kern.delen) if eigenaar else (),
        hints=_hints(dict(delen)) if eigenaar and not kern.bevroren_op else (),
        ongewijzigd=not kern.bevroren_op or inhoud.is_ongewijzigd(kern),
    )


def delen_van(brief: Brief) -> Sequence[Deel]:
    """Return the parts of this kind of letter."""
    return DELEN[brief.soort]


def schil(wie: Wie, schil_id: UUID) -> Schilbeeld:
    """Return the own municipality's part of a released letter. Raises NietGevonden."""
    gevonden = eigen_schillen(wie).select_related("brief__eigenaar", "gemeente").filter(pk=schil_id).first()
    kern = _laatste_vrije(gevonden) if gevonden else None
    if gevonden is None or kern is None:
        raise NietGevonden("Dit deel van de brief is er niet, of de tekst is nog niet vrijgegeven.")
    stukken = list(gevonden.stukken.order_by("nummer"))
    delen = {f"In {gevonden.gemeente}": gevonden.eigen_alinea}
    return Schilbeeld(
        schil=gevonden,
        kern=kern,
        eigen=inhoud.schilinhoud(gevonden, stukken, vandaag()),
        stukken=stukken,
        kiesbaar=schillen.kiesbaar(wie, gevonden),
        verzendingen=list(gevonden.verzendingen.select_related("kern", "door")),
        hints=_hints(delen),
    )


def verzending(wie: Wie, verzending_id: UUID) -> Verzending:
    """Return what one council was sent, for anybody who may read the letter. Raises NietGevonden."""
    gevonden = (
        Verzending.objects.filter(pk=verzending_id, schil__brief__in=zichtbare_brieven(wie))
        .select_related("schil__brief", "schil__gemeente", "kern__brief", "door")
        .first()
    )
    if gevonden is None:
        raise NietGevonden("Deze verzending is er niet.")
    return gevonden


def _laatste_vrije(schil: Schil) -> Kern | None:
    kern = schil.brief.kernen.exclude(bevroren_op=None).last()
    if kern:
        kern.brief = schil.brief
    return kern


def _hints(delen: dict[str, str]) -> list[schrijfhulp.Hint]:
    patronen = toonlijst.geldende(vandaag()).values()
    namen = [g.naam for g in deelnemers()]
    return [*schrijfhulp.toon(delen, namen, patronen), *schrijfhulp.leesbaarheid(delen)]


def _kernen() -> "Prefetch[str]":
    return Prefetch("kernen", Kern.objects.order_by("nummer"))


def _raden() -> "Prefetch[str]":
    verzendingen = Prefetch("verzendingen", Verzending.objects.select_related("kern"))
    return Prefetch("schillen", Schil.objects.select_related("gemeente").prefetch_related(verzendingen))


def _raadregels(wie: Wie, brief: Brief) -> list[Raadregel]:
    vrij = [kern.nummer for kern in brief.kernen.all() if kern.bevroren_op]
    laatste_nummer = max(vrij, default=0)
    uit = []
    for een in brief.schillen.all():
        verzonden = sorted(een.verzendingen.all(), key=lambda v: v.kern.nummer)
        laatste = verzonden[-1] if verzonden else None
        mag = bool(vrij) and een.gemeente_id == wie.organisatie_id and wie.heeft(*VERZENDERS)
        uit.append(Raadregel(een, laatste, bool(laatste) and laatste.kern.nummer == laatste_nummer, mag))  # type: ignore[union-attr]
    return uit
