"""Nothing hangs unseen. A message on its way has a time to try again, a running term, or somebody whose turn it is.

Final states wait for nobody. Of the others this module tells which stand still, shows them to who looks after
messages, and gives each a turn (`bewaak`, every round of `postbus werk`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from jeugdregio.basis.klok import AMSTERDAM, nu, vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.lijst import Keuze, kanten_van, te_laat
from jeugdregio.postbus.models import Bericht
from recht import keten

Staat = Bericht.Staat
EINDE = frozenset({Staat.VERWERKT, Staat.AFGEKEURD, Staat.HERHAALD, Staat.BEANTWOORD})
ONDERWEG = frozenset({Staat.ONTVANGEN, Staat.KLAAR, Staat.BEZORGD, Staat.MISLUKT})
SPELING = timedelta(minutes=30)  # the round of work comes by every few seconds
RECENT = timedelta(days=30)
HOOGSTENS = 1000
API = "api"

WACHT, OPHALEN, ANTWOORD, MISLUKT = "wacht", "ophalen", "antwoord", "mislukt"
TITELS = {
    WACHT: (
        "blijft liggen",
        "Dit had al verwerkt of bezorgd moeten zijn. Draait het achtergrondwerk (postbus werk)?",
    ),
    OPHALEN: ("niet opgehaald", "De ontvanger haalt zijn berichten niet op. Bel het contactpunt berichtenverkeer."),
    ANTWOORD: ("zonder antwoord", "De termijn is voorbij. Bel de ontvanger, of stuur het bericht nog eens."),
    MISLUKT: ("niet te bezorgen", "Neem de oorzaak weg en kies bij het bericht: bezorg opnieuw."),
}
ZELF_OPHALEN = "Je systeem haalt deze berichten niet op. Vraag je leverancier of de koppeling werkt."
FILTER = {
    WACHT: "staat=ontvangen",
    OPHALEN: "staat=klaar",
    ANTWOORD: "staat=te_laat&richting=uit",
    MISLUKT: "staat=mislukt",
}
_VELDEN = (
    "pk", "richting", "staat", "kanaal", "afzender_id", "ontvanger_id", "aangeboden_door_id", "ontvangen_op",
    "volgende_poging_op", "antwoord_uiterlijk", "beantwoord_op",
)  # fmt: skip


@dataclass(frozen=True)
class Onderweg:
    """What this module needs of a message that is on its way; no content."""

    pk: UUID
    richting: str
    staat: str
    kanaal: str
    afzender_id: UUID | None
    ontvanger_id: UUID | None
    aangeboden_door_id: UUID | None
    ontvangen_op: datetime
    volgende_poging_op: datetime | None
    antwoord_uiterlijk: date | None
    beantwoord_op: datetime | None

    @property
    def ontvangen(self) -> date:
        """The day it came in or was put ready."""
        return self.ontvangen_op.astimezone(AMSTERDAM).date()


@dataclass(frozen=True)
class Blok:
    """Messages that stand still for one reason: how many, since when, what to do, and the list of them."""

    titel: str
    wat: str
    aantal: int
    oudste: date
    vraag: str


@dataclass(frozen=True)
class Stand:
    """The counts that open the list, and what stands still."""

    afgekeurd: int
    mislukt: int
    te_verwerken: int
    te_laat: int
    blokken: tuple[Blok, ...]


def stand_van_zaken(wie: Wie) -> Stand:
    """Return what asks for attention in the messages of this reader. Three bounded queries a side."""
    kanten = kanten_van(wie, Keuze())
    onderweg = {rij.pk: rij for kant in kanten for rij in _rijen(_in_beweging(kant)[:HOOGSTENS])}
    laat = {
        rij.pk: rij
        for kant in kanten
        for rij in _rijen(kant.filter(te_laat()).order_by("antwoord_uiterlijk")[:HOOGSTENS])
    }
    sinds = nu() - RECENT
    return Stand(
        afgekeurd=sum(kant.filter(staat=Staat.AFGEKEURD, ontvangen_op__gte=sinds).count() for kant in kanten),
        mislukt=sum(rij.staat == Staat.MISLUKT for rij in onderweg.values()),
        te_verwerken=sum(rij.staat == Staat.ONTVANGEN for rij in onderweg.values()),
        te_laat=len(laat),
        blokken=_blokken((onderweg | laat).values(), wie),
    )


def stilstaand() -> list[tuple[str, Onderweg]]:
    """Return every message of the whole system that stands still, with the reason; oldest first."""
    rijen = {rij.pk: rij for rij in _rijen(_in_beweging(Bericht.objects.all()))}
    rijen |= {rij.pk: rij for rij in _rijen(Bericht.objects.filter(te_laat(), staat=Staat.BEZORGD))}
    gevonden = [(reden, rij) for rij in rijen.values() if (reden := reden_van_stilstand(rij))]
    return sorted(gevonden, key=lambda paar: (paar[1].ontvangen_op, paar[1].pk))


def reden_van_stilstand(rij: Onderweg) -> str | None:
    """Return why a message stands still; None when it is done, or goes on by itself within its term."""
    if rij.staat == Staat.MISLUKT:
        return MISLUKT
    if rij.staat == Staat.KLAAR and rij.kanaal == API:
        return OPHALEN if _laatste_dag_ophalen(rij.ontvangen) < vandaag() else None
    if rij.staat in {Staat.ONTVANGEN, Staat.KLAAR}:
        return WACHT if (rij.volgende_poging_op or rij.ontvangen_op) < nu() - SPELING else None
    wacht = rij.staat == Staat.BEZORGD and rij.antwoord_uiterlijk is not None and rij.beantwoord_op is None
    return ANTWOORD if wacht and rij.antwoord_uiterlijk < vandaag() else None  # type: ignore[operator]


@lru_cache(maxsize=1024)
def _laatste_dag_ophalen(klaargezet: date) -> date:
    """A message that nobody fetches cannot be answered in time either, so the term is that of the return message."""
    return keten.retour(klaargezet).datum or klaargezet


def _in_beweging(berichten: QuerySet[Bericht]) -> QuerySet[Bericht]:
    """Oldest first within a state. In this order the index on the state gives them; by date alone, the database would
    walk through every message of the organisation to find the few that are on their way."""
    onderweg = berichten.filter(staat__in=[Staat.ONTVANGEN, Staat.KLAAR, Staat.MISLUKT])
    return onderweg.order_by("-staat", "ontvangen_op", "pk")


def _rijen(berichten: QuerySet[Bericht]) -> list[Onderweg]:
    return [Onderweg(*rij) for rij in berichten.values_list(*_VELDEN)]


def _blokken(rijen: Iterable[Onderweg], wie: Wie) -> tuple[Blok, ...]:
    per_reden: dict[str, list[Onderweg]] = {}
    for rij in rijen:
        if reden := reden_van_stilstand(rij):
            per_reden.setdefault(reden, []).append(rij)
    return tuple(_blok(reden, per_reden[reden], wie) for reden in TITELS if reden in per_reden)


def _blok(reden: str, rijen: Sequence[Onderweg], wie: Wie) -> Blok:
    titel, wat = TITELS[reden]
    if reden == OPHALEN and all(rij.ontvanger_id == wie.organisatie.pk for rij in rijen):
        wat = ZELF_OPHALEN
    vraag = FILTER[reden]
    if reden == WACHT and all(rij.staat == Staat.KLAAR for rij in rijen):
        vraag = "staat=klaar"
    return Blok(titel, wat, len(rijen), min(rij.ontvangen for rij in rijen), vraag)
