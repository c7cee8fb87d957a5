"""Reading disputes. First argument `wie`; what somebody may not read does not exist."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.daden import Daad, mogelijk
from jeugdregio.bestuur.geschillen.commissie import geldt, ontbrekende_expertises, signalen
from jeugdregio.bestuur.geschillen.handelingen import ALLE
from jeugdregio.bestuur.geschillen.models import (
    Aanbeveling,
    Afwijking,
    Deskundige,
    Dossierstuk,
    Geschil,
    Gesprek,
    Inbreng,
    Raadsbericht,
    Reactie,
)
from jeugdregio.bestuur.geschillen.permissions import deelnemers, zichtbare_geschillen, zichtbare_stukken
from jeugdregio.bestuur.geschillen.termijnen import Duur, looptijden, uitloop
from jeugdregio.bestuur.mandaten.models import Betwisting
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie


@dataclass(frozen=True)
class Afwijkvak:
    """A deviation, whether it holds, and what this person can do."""

    afwijking: Afwijking
    geldt: bool
    akkoord: list[str]
    daden: list[Daad]


@dataclass(frozen=True)
class Aanbevelingvak:
    """A recommendation with the answer of every college, and what this person can do."""

    aanbeveling: Aanbeveling
    reacties: list[tuple[Reactie, list[Daad]]]
    stil: list[str]
    daden: list[Daad]


@dataclass(frozen=True)
class Beeld:
    """Everything the page of one dispute shows."""

    geschil: Geschil
    deelnemers: list[Organisatie]
    inbreng: Sequence[Inbreng]
    deskundigen: list[tuple[Deskundige, list[Daad]]]
    afwijkingen: list[Afwijkvak]
    signalen: list[str]
    mist_expertise: list[str]
    stukken: list[tuple[str, list[Dossierstuk]]]
    gesprekken: Sequence[Gesprek]
    aanbevelingen: list[Aanbevelingvak]
    raadsberichten: Sequence[Raadsbericht]
    betwistingen: Sequence[Betwisting]
    looptijden: list[Duur]
    uitloop: int
    daden: list[Daad]

    @property
    def aantal_stukken(self) -> int:
        """How many papers this person may know of."""
        return sum(len(stukken) for _, stukken in self.stukken)

    @property
    def gesproken(self) -> int:
        """With how many different people the committee spoke."""
        return sum(g.personen for g in self.gesprekken if not g.herhaling)


def lijst(wie: Wie) -> list[Geschil]:
    """Return the disputes this person may read."""
    return list(zichtbare_geschillen(wie).prefetch_related("gemeenten"))


def geschil(wie: Wie, geschil_id: UUID) -> Geschil:
    """Return one dispute. Raises NietGevonden for who may not read it."""
    gevonden = zichtbare_geschillen(wie).select_related("regio", "melder").filter(pk=geschil_id).first()
    if gevonden is None:
        raise NietGevonden("Dit geschil is er niet.")
    return gevonden


def beeld(wie: Wie, geschil_id: UUID) -> Beeld:
    """Return the page of one dispute. The number of queries does not grow with its papers, talks or answers."""
    dossier = geschil(wie, geschil_id)
    mee = deelnemers(dossier)
    stukken = list(zichtbare_stukken(wie, dossier))
    deskundigen = list(dossier.deskundigen.select_related("aangewezen_door"))
    return Beeld(
        geschil=dossier, deelnemers=mee, inbreng=list(dossier.inbreng.select_related("gemeente")),
        deskundigen=[(d, mogelijk(ALLE, wie, dossier, d)) for d in deskundigen],
        afwijkingen=[_afwijking(wie, dossier, a) for a in dossier.afwijkingen.prefetch_related("akkoord")],
        signalen=signalen(dossier), mist_expertise=ontbrekende_expertises(dossier) if deskundigen else [],
        stukken=[(groep, list(rij)) for groep, rij in groupby(stukken, key=lambda s: s.groep)],
        gesprekken=list(dossier.gesprekken.all()), aanbevelingen=_aanbevelingen(wie, dossier, mee),
        raadsberichten=list(dossier.raadsberichten.select_related("gemeente").prefetch_related("stukken")),
        betwistingen=list(dossier.betwistingen.select_related("mandaat__gever", "mandaat__ontvanger", "door")),
        looptijden=looptijden(dossier), uitloop=uitloop(dossier, vandaag()), daden=mogelijk(ALLE, wie, dossier),
    )  # fmt: skip


def _afwijking(wie: Wie, dossier: Geschil, afwijking: Afwijking) -> Afwijkvak:
    akkoord = [g.naam for g in afwijking.akkoord.all()]
    return Afwijkvak(afwijking, geldt(dossier, afwijking.soort), akkoord, mogelijk(ALLE, wie, dossier, afwijking))


def _aanbevelingen(wie: Wie, dossier: Geschil, mee: list[Organisatie]) -> list[Aanbevelingvak]:
    uit = []
    for a in dossier.aanbevelingen.prefetch_related("reacties__gemeente", "reacties__voortgang"):
        gezegd = {r.gemeente_id for r in a.reacties.all()}
        reacties = [(r, mogelijk(ALLE, wie, dossier, r)) for r in a.reacties.all()]
        stil = [g.naam for g in mee if g.pk not in gezegd]
        uit.append(Aanbevelingvak(a, reacties, stil, mogelijk(ALLE, wie, dossier, a)))
    return uit
