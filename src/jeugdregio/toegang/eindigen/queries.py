"""Reading help that ends. Every read takes the actor, fails closed, and logs the look at a child's file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, Q, QuerySet

from jeugdregio.afspraken.geldt import Antwoord
from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang import weergave
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.eindigen.achttien import uitkomst_voor
from jeugdregio.toegang.eindigen.besluiten import DOORLOPEN, mag_doorlopen
from jeugdregio.toegang.eindigen.models import Achttienbesluit, Eindbesluit
from jeugdregio.toegang.eindigen.permissions import zichtbaar_eindigend, ziet_namen
from jeugdregio.toegang.eindigen.stand import (
    besluit_van,
    geldend_besluit,
    laatste_besluit,
    met_besluiten,
    tussen_wal_en_schip,
)
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.permissions import is_aanbieder, is_toegang
from jeugdregio.toegang.verlengen import (
    GROND_MAATREGEL,
    MAATREGEL,
    VRAAG,
    aanbieder_verlengt,
    antwoorden,
    grondslag_van,
    regisseurs_van,
    van_de_rechter,
    zonder_opvolger,
)
from recht import Uitkomst
from recht.datum import verjaardag
from recht.meerderjarig import VOLWASSEN

PER_PAGINA = 25
WEKEN = (4, 8, 13, 26)
TOON = {Eindbesluit.Soort.EINDIGT: "neutraal", Eindbesluit.Soort.VERLENGD: "goed", Eindbesluit.Soort.LOOPT_DOOR: "info"}


@dataclass(frozen=True)
class Rij:
    """One assignment that ends: who it is about, whose turn it is and on what ground, and what was decided."""

    toewijzing: Toewijzing
    wie: str
    product: str
    besluit: Eindbesluit | None
    eerder: Eindbesluit | None
    gevallen: bool
    aan_zet: str
    grondslag: str
    bron: str
    betwist: bool

    @property
    def stand(self) -> str:
        """Where it stands, as a badge."""
        if self.besluit:
            return self.besluit.get_soort_display()
        if self.gevallen:
            return "Gestopt zonder besluit"
        if self.eerder and self.eerder.soort == Eindbesluit.Soort.LOOPT_DOOR:
            return "Loopt door, nog te beslissen"
        return "Nog te beslissen"

    @property
    def toon(self) -> str:
        """The tone of that badge."""
        if self.besluit:
            return TOON[Eindbesluit.Soort(self.besluit.soort)]
        return "gevaar" if self.gevallen else "let-op"


def hulp_die_eindigt(
    wie: Wie, *, weken: int = 8, alleen_open: bool = False, pagina: str = "1"
) -> tuple[Page[Toewijzing], list[Rij]]:
    """Return one page of help that ends within so many weeks, help that stopped without a decision first.

    Logs the look. The number of queries does not grow with the rows.
    """
    dag = vandaag()
    gezien = zichtbaar_eindigend(wie)
    loopt_af = Q(einddatum__gte=dag, einddatum__lte=dag + timedelta(weeks=weken))
    gevallen = set(tussen_wal_en_schip(dag).filter(pk__in=gezien.values("pk")).values_list("pk", flat=True))
    rijen = zonder_opvolger(gezien.filter(loopt_af | Q(pk__in=gevallen)))
    if alleen_open:
        rijen = rijen.filter(~Exists(geldend_besluit()))
    blad = Paginator(met_besluiten(rijen).order_by("einddatum", "pk"), PER_PAGINA).get_page(pagina)
    if ziet_namen(wie):
        leg_inzage_vast(wie, [t.kind_id for t in blad], scherm="hulp_die_eindigt")
    return blad, _rijen(wie, list(blad), gevallen, dag)


@dataclass(frozen=True)
class Eindbeeld:
    """One assignment that ends, with everything a decision rests on."""

    rij: Rij
    verlengen: Antwoord
    doorlopen: Antwoord
    besluiten: Sequence[Eindbesluit]
    regisseur: Gebruiker | None
    gemeente_beslist: bool
    aanbieder_beslist: bool
    wordt_achttien: date | None

    @property
    def mag_doorlopen(self) -> bool:
        """True when a norm lets the help go on while it is reviewed."""
        return mag_doorlopen(self.doorlopen)


def eindigend(wie: Wie, toewijzing_id: UUID) -> Eindbeeld:
    """Return one assignment that ends, and log the look. Raises NietGevonden, also for a team leader."""
    gevonden = (
        met_besluiten(zichtbaar_eindigend(wie)).select_related("kind", "gemeente", "aanbieder")
        .filter(pk=toewijzing_id).first()
    )  # fmt: skip
    if gevonden is None or not ziet_namen(wie):
        raise NietGevonden("Deze toewijzing is er niet.")
    leg_inzage_vast(wie, [gevonden.kind_id], scherm="einde", soort="toewijzing", onderwerp_id=gevonden.pk)
    dag = vandaag()
    gevallen = set(tussen_wal_en_schip(dag).filter(pk=gevonden.pk).values_list("pk", flat=True))
    (rij,) = _rijen(wie, [gevonden], gevallen, dag)
    geldt = antwoorden((VRAAG, DOORLOPEN), [gevonden], dag)[0]
    jarig = verjaardag(gevonden.kind.geboortedatum, VOLWASSEN)
    zelf = aanbieder_verlengt(gevonden, geldt[VRAAG])
    return Eindbeeld(
        rij=rij, verlengen=geldt[VRAAG], doorlopen=geldt[DOORLOPEN], besluiten=list(gevonden.eindbesluiten.all()),
        regisseur=regisseurs_van([gevonden.kind_id]).get(gevonden.kind_id) if is_toegang(wie) else None,
        gemeente_beslist=is_toegang(wie) and not van_de_rechter(gevonden),
        aanbieder_beslist=is_aanbieder(wie) and zelf,
        wordt_achttien=jarig if dag <= jarig <= dag + timedelta(weeks=WEKEN[-1]) else None,
    )  # fmt: skip


@dataclass(frozen=True)
class Achttienbeeld:
    """A youth who turns eighteen: what the law allows, and what was decided."""

    kind: Kind
    jarig: date
    uitkomst: Uitkomst
    besluiten: Sequence[Achttienbesluit]
    hulp: Sequence[Toewijzing]


def achttien(wie: Wie, kind: Kind) -> Achttienbeeld:
    """Return what turning eighteen means for a child this person may see; the caller logged the look."""
    besluiten = list(kind.achttienbesluiten.select_related("besloten_door"))
    hulp = zichtbaar_eindigend(wie).filter(kind=kind).filter(Q(einddatum__isnull=True) | Q(einddatum__gte=vandaag()))
    return Achttienbeeld(
        kind, verjaardag(kind.geboortedatum, VOLWASSEN), uitkomst_voor(kind, besluiten[0].soort if besluiten else ""),
        besluiten, list(zonder_opvolger(hulp)),
    )  # fmt: skip


def eindigend_van_kind(wie: Wie, kind: Kind, weken: int) -> list[Rij]:
    """Return what ends soon for one child, for its page. The caller logged the look."""
    dag = vandaag()
    hier: QuerySet[Toewijzing] = zichtbaar_eindigend(wie).filter(kind=kind)
    gevallen = set(tussen_wal_en_schip(dag).filter(kind=kind, pk__in=hier.values("pk")).values_list("pk", flat=True))
    loopt_af = Q(einddatum__gte=dag, einddatum__lte=dag + timedelta(weeks=weken))
    rijen = zonder_opvolger(hier.filter(loopt_af | Q(pk__in=gevallen)))
    return _rijen(wie, list(met_besluiten(rijen).order_by("einddatum", "pk")), gevallen, dag)


def _rijen(wie: Wie, toewijzingen: Sequence[Toewijzing], gevallen: set[UUID], dag: date) -> list[Rij]:
    geldt = antwoorden((VRAAG,), toewijzingen, dag)
    namen = weergave.productnamen(t.code for t in toewijzingen)
    met_naam = ziet_namen(wie)
    return [
        _rij(t, antwoord[VRAAG], namen, gevallen, met_naam)
        for t, antwoord in zip(toewijzingen, geldt, strict=True)
    ]  # fmt: skip


def _rij(t: Toewijzing, antwoord: Antwoord, namen: Mapping[str, str], gevallen: set[UUID], met_naam: bool) -> Rij:
    rechter = van_de_rechter(t)
    return Rij(
        toewijzing=t, wie=weergave.naam(t.kind) if met_naam else aanduiding(t.kind).capitalize(),
        product=weergave.product(t.code, t.categorie, dict(namen)), besluit=besluit_van(t), eerder=laatste_besluit(t),
        gevallen=t.pk in gevallen,
        aan_zet=t.aanbieder.naam if aanbieder_verlengt(t, antwoord) else f"Gemeente {t.gemeente.naam}",
        grondslag=GROND_MAATREGEL if rechter else grondslag_van(antwoord),
        bron="De rechter" if rechter else antwoord.norm.bron if antwoord.norm else "Niet geregeld",
        betwist=antwoord.betwist and not rechter,
    )  # fmt: skip


__all__ = [
    "MAATREGEL",
    "WEKEN",
    "Achttienbeeld",
    "Eindbeeld",
    "Rij",
    "achttien",
    "eindigend",
    "eindigend_van_kind",
    "hulp_die_eindigt",
]
