"""Reading joint texts. First argument `wie`; what somebody may not read does not exist."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.bestuur.daden import Daad, mogelijk
from jeugdregio.bestuur.mandaten.models import Intentie
from jeugdregio.bestuur.teksten.amenderen import nog_te_horen
from jeugdregio.bestuur.teksten.concept import ontbreekt
from jeugdregio.bestuur.teksten.handelingen import ALLE
from jeugdregio.bestuur.teksten.models import (
    Adviesaanvraag,
    Amendement,
    Collegebesluit,
    Consultatie,
    Punt,
    Raadsbesluit,
    Tekst,
    Tekstversie,
    Uitvoer,
)
from jeugdregio.bestuur.teksten.permissions import mag_lezen, mag_regie, zichtbare_teksten
from jeugdregio.bestuur.teksten.weg import deelnemers
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie


@dataclass(frozen=True)
class Raadsvak:
    """One municipality in the grid of decisions: its college and its council on the newest version."""

    gemeente: Organisatie
    college: Collegebesluit | None
    raad: Raadsbesluit | None


@dataclass(frozen=True)
class Rondgang:
    """An amendment with its judgements, whose council must still speak, and what this person can do."""

    amendement: Amendement
    wacht_op: list[str]
    daden: list[Daad]


@dataclass(frozen=True)
class Beeld:
    """Everything the page of one text shows."""

    tekst: Tekst
    versie: Tekstversie | None
    versies: Sequence[Tekstversie]
    aantal: int
    vakken: list[Raadsvak]
    rondgangen: list[Rondgang]
    consultaties: Sequence[Consultatie]
    punten: list[tuple[Punt, list[Daad]]]
    aanvragen: list[tuple[Adviesaanvraag, list[Daad]]]
    uitvoer: list[tuple[Uitvoer, list[Daad]]]
    daden: list[Daad]
    mist: list[str]

    @property
    def beantwoord(self) -> int:
        """How many points have an answer."""
        return sum(punt.beantwoord_op is not None for punt, _ in self.punten)


def lijst(wie: Wie) -> list[Tekst]:
    """Return the texts this person may read."""
    return list(zichtbare_teksten(wie).select_related("regio"))


def tekst(wie: Wie, tekst_id: UUID) -> Tekst:
    """Return one text. Raises NietGevonden for who may not read it."""
    gevonden = zichtbare_teksten(wie).select_related("regio", "volgt_op").filter(pk=tekst_id).first()
    if gevonden is None:
        raise NietGevonden("Deze tekst is er niet.")
    return gevonden


def beeld(wie: Wie, tekst_id: UUID) -> Beeld:
    """Return the page of one text. The number of queries does not grow with its points or councils."""
    dossier = tekst(wie, tekst_id)
    versies = list(dossier.versies.all())
    versie = versies[-1] if versies else None
    mee = deelnemers(dossier)
    return Beeld(
        tekst=dossier, versie=versie, versies=versies, aantal=len(mee), vakken=_vakken(versie, mee),
        rondgangen=[_rondgang(wie, dossier, a) for a in _amendementen(dossier)],
        consultaties=list(dossier.consultaties.select_related("gemeente")),
        punten=[(p, mogelijk(ALLE, wie, dossier, p)) for p in dossier.punten.select_related("gemeente")],
        aanvragen=[(a, mogelijk(ALLE, wie, dossier, a)) for a in dossier.adviesaanvragen.select_related("gemeente")],
        uitvoer=[(u, mogelijk(ALLE, wie, dossier, u)) for u in dossier.uitvoer.all()],
        daden=mogelijk(ALLE, wie, dossier), mist=ontbreekt(dossier) if mag_regie(wie) else [],
    )  # fmt: skip


def _amendementen(dossier: Tekst) -> list[Amendement]:
    gevonden = Amendement.objects.filter(tekstversie__dossier=dossier).select_related("gemeente", "tekstversie")
    return list(gevonden.prefetch_related("oordelen__gemeente").order_by("-op"))


def _rondgang(wie: Wie, dossier: Tekst, amendement: Amendement) -> Rondgang:
    loopt = amendement.staat == Amendement.Staat.RONDGANG
    wacht_op = nog_te_horen(dossier, amendement) if loopt else []
    return Rondgang(amendement, wacht_op, mogelijk(ALLE, wie, dossier, amendement))


def _vakken(versie: Tekstversie | None, mee: list[Organisatie]) -> list[Raadsvak]:
    if versie is None:
        return []
    colleges = {b.gemeente_id: b for b in versie.collegebesluiten.select_related("gemeente")}
    raden = {b.gemeente_id: b for b in versie.raadsbesluiten.select_related("gemeente", "motie")}
    if not colleges and not raden:
        return []
    return [Raadsvak(g, colleges.get(g.pk), raden.get(g.pk)) for g in mee]


def intenties(wie: Wie) -> list[Intentie]:
    """Return the agreements of intent, for who reads the joint texts."""
    if not mag_lezen(wie):
        return []
    return list(Intentie.objects.prefetch_related("ondertekeningen__organisatie").order_by("titel"))
