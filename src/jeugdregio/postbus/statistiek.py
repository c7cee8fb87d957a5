"""Why messages are refused: per provider and per rule over a period, with the repairs that are needed most.

Counted from `Afkeuring`, so no message is opened; only the words of a repair come from the newest example.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet, Sum

from ijw.codelijsten import omschrijving
from ijw.regels import overzicht
from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.bevindingen import bevindingen_van
from jeugdregio.postbus.leesbaar import titel
from jeugdregio.postbus.models import Afkeuring, Bericht
from jeugdregio.postbus.permissions import mag_berichten_lezen, zichtbare_berichten

# Return messages: a code in one of these says that the other side refused what was sent to it.
RETOUREN = frozenset({"JW302", "JW306", "JW308", "JW316", "JW318", "JW320", "JW325"})
HERSTELLEN = 3
NIVEAU_2 = "0001"
VORM = ("F-", "XML", "ENV")  # rules of level 1


@dataclass(frozen=True)
class PartijRij:
    """What one provider (or municipality) sent in the period and how much of it had something wrong."""

    partij: Organisatie
    ontvangen: int
    afgekeurd: int
    bevindingen: int

    @property
    def procent(self) -> int:
        """The part that had something wrong, in whole percents."""
        return round(100 * self.afgekeurd / self.ontvangen) if self.ontvangen else 100

    @property
    def procent_tekst(self) -> str:
        """That part in words: a few of a thousand is not nothing."""
        return "minder dan 1%" if self.afgekeurd and not self.procent else f"{self.procent}%"


@dataclass(frozen=True)
class RegelRij:
    """How often one rule was broken, in how many messages, and the newest of them."""

    regel: str
    retourcode: str
    soort: str
    bevindingen: int
    berichten: int

    @property
    def betekenis(self) -> str:
        """What the return code says; for a rule without one the kind of message.

        The code of level 2 is the same for all its rules, so there the rule itself says it.
        """
        if self.retourcode == NIVEAU_2:
            return _teksten().get(self.regel, titel(self.soort))
        if self.retourcode:
            return omschrijving("WJ001", self.retourcode)
        soort = titel(self.soort)
        return f"De vorm klopt niet: {soort.lower()}." if self.regel.startswith(VORM) else soort


@dataclass(frozen=True)
class Herstel:
    """One of the repairs needed most, in the words of the rule, with the message they come from."""

    rij: RegelRij
    melding: str
    voorbeeld: UUID


@dataclass(frozen=True)
class Statistiek:
    """The page: what was sent to this organisation (or by this provider), and what others refused of it."""

    van: date
    tot: date
    partijen: tuple[PartijRij, ...]
    regels: tuple[RegelRij, ...]
    geweigerd: tuple[RegelRij, ...]
    herstel: tuple[Herstel, ...]

    @property
    def ontvangen(self) -> int:
        """How many messages there were."""
        return sum(rij.ontvangen for rij in self.partijen)

    @property
    def afgekeurd(self) -> int:
        """How many of them had something wrong."""
        return sum(rij.afgekeurd for rij in self.partijen)


@cache
def _teksten() -> dict[str, str]:
    """What each rule inside a message says: the first of its texts."""
    return {stand.code: stand.teksten[0] for stand in overzicht() if stand.teksten}


def statistiek(wie: Wie, van: date, tot: date, partij: UUID | None = None) -> Statistiek:
    """Return the figures of a period. A provider sees its own, a municipality its providers. A fixed number of queries.

    Raises GeenRecht for who does not look after messages.
    """
    if not mag_berichten_lezen(wie):
        raise GeenRecht("Je rol geeft geen toegang tot berichten.")
    alle = _afkeuringen(wie, van, tot, partij)
    gestuurd, teruggestuurd = alle.exclude(soort__in=RETOUREN), alle.filter(soort__in=RETOUREN)
    regels = _regels(gestuurd)
    return Statistiek(
        van=van,
        tot=tot,
        partijen=_partijen(wie, gestuurd, van, tot, partij),
        regels=regels,
        geweigerd=_regels(teruggestuurd),
        herstel=tuple(h for rij in regels[:HERSTELLEN] if (h := _herstel(wie, gestuurd, rij))),
    )


def is_gemeente(wie: Wie) -> bool:
    """Tell on which side this reader stands."""
    return wie.organisatie.soort == Soort.GEMEENTE


def _afkeuringen(wie: Wie, van: date, tot: date, partij: UUID | None) -> QuerySet[Afkeuring]:
    eigen, ander = ("gemeente", "aanbieder") if is_gemeente(wie) else ("aanbieder", "gemeente")
    gevonden = Afkeuring.objects.filter(**{eigen: wie.organisatie}, op__gte=van, op__lte=tot).order_by()
    return gevonden.filter(**{ander: partij}) if partij else gevonden


def _regels(afkeuringen: QuerySet[Afkeuring]) -> tuple[RegelRij, ...]:
    rijen = afkeuringen.values_list("regel", "retourcode").annotate(
        soort=Max("soort"), bevindingen=Sum("aantal"), berichten=Count("bericht", distinct=True)
    )
    return tuple(sorted((RegelRij(*rij) for rij in rijen), key=_vaakst))


def _vaakst(rij: RegelRij) -> tuple[int, int, str]:
    """By messages first: one file with a thousand of the same fault is one repair."""
    return -rij.berichten, -rij.bevindingen, rij.regel


def _partijen(
    wie: Wie, afkeuringen: QuerySet[Afkeuring], van: date, tot: date, partij: UUID | None
) -> tuple[PartijRij, ...]:
    ander = "aanbieder" if is_gemeente(wie) else "gemeente"
    fout = {
        pk: (berichten, bevindingen)
        for pk, berichten, bevindingen in afkeuringen.values_list(ander).annotate(
            Count("bericht", distinct=True), Sum("aantal")
        )
        if pk
    }
    totalen = _ontvangen(wie, van, tot, partij)
    organisaties = Organisatie.objects.in_bulk(fout.keys() | totalen.keys())
    rijen = [PartijRij(org, totalen.get(pk, 0), *fout.get(pk, (0, 0))) for pk, org in organisaties.items()]
    return tuple(sorted(rijen, key=lambda rij: (-rij.afgekeurd, -rij.ontvangen, rij.partij.naam)))


def _ontvangen(wie: Wie, van: date, tot: date, partij: UUID | None) -> dict[UUID, int]:
    """Messages (no returns) that the providers sent, per other side."""
    eigen, ander = ("ontvanger", "afzender") if is_gemeente(wie) else ("afzender", "ontvanger")
    begin = datetime.combine(van, time(), AMSTERDAM)
    einde = datetime.combine(tot + timedelta(days=1), time(), AMSTERDAM)
    gevonden = (
        Bericht.objects.filter(**{eigen: wie.organisatie}, ontvangen_op__gte=begin, ontvangen_op__lt=einde)
        .filter(Q(**{ander: partij}) if partij else Q())
        .filter(_van_aanbieder(wie))
        .exclude(soort__in=RETOUREN)
        .order_by()
        .values_list(ander)
        .annotate(Count("id"))
    )
    return {pk: aantal for pk, aantal in gevonden if pk}


def _van_aanbieder(wie: Wie) -> Q:
    """What providers send: it comes in at a municipality; at a provider it may come in or go out."""
    return Q(richting=Bericht.Richting.IN) if is_gemeente(wie) else Q()


def _herstel(wie: Wie, afkeuringen: QuerySet[Afkeuring], rij: RegelRij) -> Herstel | None:
    """The words of the rule itself, from the newest message that this reader may open."""
    met = afkeuringen.filter(regel=rij.regel, retourcode=rij.retourcode).order_by("-op", "-id")
    voorbeeld = zichtbare_berichten(wie).filter(pk=met.values("bericht")[:1]).first()
    if voorbeeld is None:
        return None
    melding = next((b.melding for b in bevindingen_van(voorbeeld) if b.regel[:40] == rij.regel), "")
    return Herstel(rij, melding, voorbeeld.pk) if melding else None
