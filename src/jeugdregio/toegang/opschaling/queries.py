"""What the screens read. Every function takes the actor, fails closed and logs the look at a child's file."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, prefetch_related_objects

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.hulpvragen.models import Casusrol, Rolhouder
from jeugdregio.toegang.opschaling import permissions
from jeugdregio.toegang.opschaling.beurten import terugkijkdag
from jeugdregio.toegang.opschaling.models import AndersInzet, Casusvraag, Gastplek, Opschaling, Stap
from jeugdregio.toegang.opschaling.niveaus import Niveaustand, niveaus
from jeugdregio.toegang.permissions import is_toegang
from recht.datum import datum_kort

PER_PAGINA = 25
REGIE = (Casusrol.VERWIJZER, Casusrol.CASUSREGIE, Casusrol.PROCESREGIE)


@dataclass(frozen=True, slots=True)
class Rij:
    """A stuck case in the list: whom it is about without name, and the step that is open (None: closed)."""

    opschaling: Opschaling
    aanduiding: str
    stap: Stap | None
    te_laat: bool


@dataclass(frozen=True, slots=True)
class Zaak:
    """One stuck case, as far as its page shows it. `mag_naar_kind`: the reader may open the file itself."""

    opschaling: Opschaling
    aanduiding: str
    stappen: tuple[Stap, ...]
    stap: Stap | None
    te_laat: bool
    niveaus: tuple[Niveaustand, ...]
    inzetten: tuple[AndersInzet, ...]
    lopende_inzet: AndersInzet | None
    casussen: tuple[Casusvraag, ...]
    wacht_op_advies: bool
    regie: tuple[Rolhouder, ...]
    is_toegang: bool


def zaken(wie: Wie, *, alles: bool = False, pagina: str = "1") -> Page[Opschaling]:
    """Return the cases somebody works on, what is due first on top; `rijen` of the page are `Rij`s. Logs the look."""
    gevonden = permissions.zichtbare_opschalingen(wie)
    if not alles:
        gevonden = gevonden.filter(afgesloten_op__isnull=True)
    gevonden = gevonden.select_related("hulpvraag__kind", "gemeente").order_by("afgesloten_op", "geopend_op", "pk")
    blad = Paginator(gevonden, PER_PAGINA).get_page(pagina)
    open_stappen = Stap.objects.filter(klaar_op__isnull=True).select_related("organisatie")
    prefetch_related_objects(list(blad.object_list), Prefetch("stappen", open_stappen, to_attr="nu"))
    leg_inzage_vast(wie, [o.hulpvraag.kind_id for o in blad], scherm="opschalingen")
    return blad


def rijen(blad: Page[Opschaling]) -> list[Rij]:
    """Return the lines of a page of `zaken`, the earliest term first."""
    uit = []
    for opschaling in blad:
        stap = next(iter(opschaling.nu), None)  # type: ignore[attr-defined]
        uit.append(Rij(opschaling, aanduiding(opschaling.hulpvraag.kind), stap, _te_laat(stap)))
    return sorted(uit, key=lambda r: (r.stap is None, r.stap.uiterlijk if r.stap else vandaag()))


def _te_laat(stap: Stap | None) -> bool:
    return stap is not None and stap.uiterlijk < vandaag()


def zaak(wie: Wie, opschaling_id: UUID) -> Zaak:
    """Return one case with its road along the levels. Logs the look. Raises NietGevonden."""
    opschaling = (
        permissions.zichtbare_opschalingen(wie).filter(pk=opschaling_id)
        .select_related("hulpvraag__kind", "gemeente").first()
    )  # fmt: skip
    if opschaling is None:
        raise NietGevonden("Deze zaak is er niet.")
    kind = opschaling.hulpvraag.kind
    leg_inzage_vast(wie, [kind.pk], scherm="opschaling", soort="opschaling", onderwerp_id=opschaling.pk)
    stappen = tuple(opschaling.stappen.select_related("organisatie", "namens", "regel"))
    stap = next((s for s in stappen if s.klaar_op is None), None)
    inzetten = tuple(opschaling.inzetten.all())
    casussen = tuple(
        Casusvraag.objects.filter(stap__opschaling=opschaling).select_related("team", "advies").order_by("ingediend_op")
    )
    onderweg = (*Casusvraag.VOOR_ADVIES, Casusvraag.Staat.GEADVISEERD)
    return Zaak(
        opschaling=opschaling, aanduiding=aanduiding(kind).capitalize(), stappen=stappen, stap=stap,
        te_laat=_te_laat(stap), niveaus=tuple(niveaus(opschaling.gemeente)), inzetten=inzetten,
        lopende_inzet=next((i for i in inzetten if i.gestopt_op is None), None), casussen=casussen,
        wacht_op_advies=any(c.staat in onderweg for c in casussen), regie=regie(opschaling), is_toegang=is_toegang(wie),
    )  # fmt: skip


def regie(opschaling: Opschaling) -> tuple[Rolhouder, ...]:
    """Return who holds the direction of this question today: it does not move along with the level."""
    return tuple(
        Rolhouder.objects.op(vandaag()).filter(hulpvraag=opschaling.hulpvraag_id, rol__in=REGIE)
        .select_related("organisatie", "gebruiker")
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Casusbeeld:
    """One case before an expert team, as far as this reader may see it: `delen` are the parts that are shown."""

    casus: Casusvraag
    delen: frozenset[str]
    regie: tuple[Rolhouder, ...]
    gasten: tuple[Gastplek, ...]
    mijn_plek: Gastplek | None
    is_secretaris: bool
    is_verwijzer: bool
    terugkijken_op: date | None

    @property
    def mag_gast(self) -> bool:
        """True while the referrer may ask a guest."""
        return self.is_verwijzer and self.casus.loopt and self.casus.deling_gestopt_op is None

    @property
    def intrekbaar(self) -> bool:
        """True until the advice is there."""
        return self.casus.staat in Casusvraag.VOOR_ADVIES

    @property
    def verloop(self) -> list[tuple[str, str]]:
        """What happened until now, for the narrow column."""
        c = self.casus
        regels = [
            ("Ingediend", f"{datum_kort(c.ingediend_op)}, {c.ingediend_door}"),
            ("Gedeeld op grond van", f"{c.deling.get_grond_display()}, {datum_kort(c.deling.op)}"),
        ]
        if c.gescreend_op:
            oordeel = f"{c.get_oordeel_display()}. {c.oordeel_reden} ({datum_kort(c.gescreend_op)})"
            regels.append(("Screening", oordeel))
        if c.ingetrokken_reden:
            regels.append(("Ingetrokken", c.ingetrokken_reden))
        if c.deling_gestopt_op:
            regels.append(("Delen gestopt", datum_kort(c.deling_gestopt_op)))
        return regels


def casus(wie: Wie, casus_id: UUID) -> Casusbeeld:
    """Return one case and log the look. A guest sees only the parts that were shared. Raises NietGevonden."""
    gevonden = (
        permissions.zichtbare_casussen(wie).filter(pk=casus_id)
        .select_related("team__organisatie", "advies", "opvolging", "stap__opschaling__hulpvraag__kind",
                        "stap__opschaling__gemeente", "agendapunt__zitting", "deling")
        .prefetch_related("agendapunt__zitting__aanwezigen__lid__gebruiker",
                          "agendapunt__zitting__aanwezigen__lid__organisatie").first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Deze casus is er niet.")
    opschaling = gevonden.stap.opschaling
    leg_inzage_vast(
        wie, [opschaling.hulpvraag.kind_id], scherm="expertcasus", soort="casusvraag", onderwerp_id=gevonden.pk
    )
    plek = permissions.geldige_gastplekken(wie).filter(casusvraag=gevonden).first()
    secretaris = permissions.is_secretaris(wie, gevonden.team)
    verwijzer = is_toegang(wie) and opschaling.gemeente_id == wie.organisatie_id
    advies = getattr(gevonden, "advies", None)
    return Casusbeeld(
        casus=gevonden, delen=frozenset(plek.delen if plek else Gastplek.Deel.values), regie=regie(opschaling),
        gasten=tuple(gevonden.gasten.select_related("gebruiker", "deling")) if secretaris or verwijzer else (),
        mijn_plek=plek,
        is_secretaris=secretaris, is_verwijzer=verwijzer,
        terugkijken_op=terugkijkdag(gevonden, advies.op) if advies else None,
    )  # fmt: skip
