"""Reading residence and transfers. Every read takes the actor, fails closed, and logs the look at a child's file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang import weergave
from jeugdregio.toegang.besluit import OPEN
from jeugdregio.toegang.models import Kind, Toewijzing, Verzoek
from jeugdregio.toegang.woonplaats import inhoud
from jeugdregio.toegang.woonplaats.beurten import lopende_hulp
from jeugdregio.toegang.woonplaats.feiten import eigen_kind, feiten_van
from jeugdregio.toegang.woonplaats.gemeenten import gemeentenaam
from jeugdregio.toegang.woonplaats.models import Overdracht, Standpunt, Vaststelling, Voortzetting, Woonfeit
from jeugdregio.toegang.woonplaats.permissions import zichtbare_overdrachten
from jeugdregio.toegang.woonplaats.vaststellen import bereken, stappen_van
from jeugdregio.toegang.woonplaats.voortzetten import Tarief, tarief_van
from recht import Uitkomst
from recht.woonplaats import NIEUWE_REGEL, verrekening

PER_PAGINA = 25
Staat = Overdracht.Staat
TOON = {
    Staat.AANGEBODEN: "let-op", Staat.BETWIST: "gevaar", Staat.AANVAARD: "info", Staat.AANGESLOTEN: "goed",
    Staat.TERUGGENOMEN: "neutraal",
}  # fmt: skip


@dataclass(frozen=True)
class Woonbeeld:
    """All about the residence of one child. `uitkomst` is that of today over the facts; `elders` names another's."""

    kind: Kind
    feiten: Sequence[Woonfeit]
    ingetrokken: Sequence[Woonfeit]
    uitkomst: Uitkomst | None
    stappen: Sequence[str]
    vaststellingen: Sequence[Vaststelling]
    hulp: Sequence[Toewijzing]
    verzoek: Verzoek | None
    overdracht: Overdracht | None

    @property
    def gemeente(self) -> str:
        """Who is responsible by the facts of today; empty while something is missing."""
        bekend = self.uitkomst is not None and self.uitkomst.volledig
        return gemeentenaam(self.uitkomst.waarde.gemeente) if bekend and self.uitkomst else ""

    @property
    def elders(self) -> str:
        """The other municipality of the last finding; empty when it is one's own."""
        laatste = self.vaststellingen[0] if self.vaststellingen else None
        eigen = laatste is None or laatste.gemeente_code == self.kind.gemeente.code
        return "" if laatste is None or eigen else gemeentenaam(laatste.gemeente_code)

    @property
    def over_te_dragen(self) -> bool:
        """True when another municipality is responsible and no transfer runs or is done."""
        loopt = self.overdracht is not None and self.overdracht.staat != Staat.TERUGGENOMEN
        return bool(self.elders) and not loopt


def woonbeeld(wie: Wie, kind_id: UUID) -> Woonbeeld:
    """Return the residence of a child of one's own municipality, and log the look. Raises GeenRecht, NietGevonden."""
    kind = eigen_kind(wie, kind_id)
    leg_inzage_vast(wie, [kind.pk], scherm="woonplaats", soort="kind", onderwerp_id=kind.pk)
    feiten = feiten_van(kind)
    dag = vandaag()
    uitkomst = bereken(feiten, dag) if dag >= NIEUWE_REGEL else None
    open_ = Verzoek.objects.filter(kind=kind, regels__staat__in=OPEN).distinct().order_by("antwoord_uiterlijk")
    return Woonbeeld(
        kind=kind, feiten=feiten,
        ingetrokken=list(kind.woonfeiten.filter(ingetrokken_op__isnull=False)), uitkomst=uitkomst,
        stappen=stappen_van(uitkomst) if uitkomst else (),
        vaststellingen=list(kind.vaststellingen.select_related("vastgesteld_door")[:10]),
        hulp=lopende_hulp(kind.pk, dag), verzoek=open_.first(), overdracht=kind.overdrachten.first(),
    )  # fmt: skip


@dataclass(frozen=True)
class Rij:
    """A transfer in a list."""

    overdracht: Overdracht
    naam: str
    toon: str
    naar: str
    gegeven: bool
    aan_zet: bool


def overdrachten(wie: Wie, pagina: str = "1") -> tuple[Page[Overdracht], list[Rij]]:
    """Return one page of transfers, those that wait for an act first. Logs the look."""
    eerst = Case(
        When(staat__in=[Staat.AANGEBODEN, Staat.BETWIST, Staat.AANVAARD], then=Value(0)), default=Value(1),
        output_field=IntegerField(),
    )  # fmt: skip
    gevonden = _overdrachten(wie).order_by(eerst, "antwoord_uiterlijk", "kenmerk")
    blad = Paginator(gevonden, PER_PAGINA).get_page(pagina)
    leg_inzage_vast(wie, [_dossier(wie, o).pk for o in blad], scherm="overdrachten")
    return blad, [_rij(wie, o) for o in blad]


@dataclass(frozen=True)
class Hulpregel:
    """One help in a transfer: what it was, until when it goes on, who pays, and what the prices are."""

    voortzetting: Voortzetting
    product: str
    omvang: str
    verrekening: Uitkomst
    tarief: Tarief | None
    stand: str
    toon: str

    @property
    def open(self) -> bool:
        """True while nobody decided about it."""
        return self.voortzetting.aangesloten_op is None and not self.voortzetting.niet_nodig_reden


@dataclass(frozen=True)
class Overdrachtbeeld:
    """One transfer as this side sees it."""

    overdracht: Overdracht
    naam: str
    toon: str
    naar: str
    gegeven: bool
    regels: Sequence[inhoud.Regel]
    standpunten: Sequence[Standpunt]
    hulp: Sequence[Hulpregel]

    @property
    def buiten(self) -> bool:
        """True when the other municipality does not work here, so that the giver records what it says."""
        return self.overdracht.naar_id is None

    @property
    def antwoordt(self) -> bool:
        """True when this side must answer."""
        aangeboden = self.overdracht.staat == Staat.AANGEBODEN
        return aangeboden and (self.gegeven if self.buiten else not self.gegeven)

    @property
    def sluit_aan(self) -> bool:
        """True when this side must join on (or record that the other did)."""
        return self.overdracht.staat == Staat.AANVAARD and (self.gegeven if self.buiten else not self.gegeven)


def overdracht(wie: Wie, overdracht_id: UUID) -> Overdrachtbeeld:
    """Return one transfer with what went along, and log the look. Raises NietGevonden."""
    gevonden = _overdrachten(wie).filter(pk=overdracht_id).first()
    if gevonden is None:
        raise NietGevonden("Deze overdracht is er niet.")
    rij = _rij(wie, gevonden)
    leg_inzage_vast(
        wie, [_dossier(wie, gevonden).pk], scherm="overdracht", soort="overdracht", onderwerp_id=gevonden.pk
    )
    return Overdrachtbeeld(
        overdracht=gevonden, naam=rij.naam, toon=rij.toon, naar=rij.naar, gegeven=rij.gegeven,
        regels=inhoud.in_woorden(inhoud.lees(gevonden), rij.naam),
        standpunten=list(gevonden.standpunten.select_related("organisatie")), hulp=_hulp(wie, gevonden, vandaag()),
    )  # fmt: skip


def _overdrachten(wie: Wie) -> QuerySet[Overdracht]:
    return zichtbare_overdrachten(wie).select_related("kind", "van", "naar", "nieuw_kind")


def _dossier(wie: Wie, overdracht: Overdracht) -> Kind:
    """The file of this side; before acceptance the receiver only has what went along, of the giver's file."""
    if overdracht.van_id == wie.organisatie_id or overdracht.nieuw_kind is None:
        return overdracht.kind
    return overdracht.nieuw_kind


def _rij(wie: Wie, overdracht: Overdracht) -> Rij:
    """The receiver reads the name from what went along, never from the file of the other."""
    gegeven = overdracht.van_id == wie.organisatie_id
    naam = weergave.naam(overdracht.kind if gegeven else Kind(**inhoud.kind_velden(inhoud.lees(overdracht))))
    staat = Staat(overdracht.staat)
    ontvanger_doet = staat in {Staat.AANGEBODEN, Staat.AANVAARD}
    zelf = gegeven if overdracht.naar_id is None else not gegeven
    return Rij(
        overdracht, naam, TOON[staat], gemeentenaam(overdracht.naar_code), gegeven,
        (ontvanger_doet and zelf) or (staat == Staat.BETWIST and gegeven),
    )  # fmt: skip


def _hulp(wie: Wie, overdracht: Overdracht, op: date) -> list[Hulpregel]:
    rijen = list(overdracht.voortzettingen.select_related("oud__aanbieder", "oud__gemeente", "nieuw__aanbieder"))
    namen = weergave.productnamen(r.oud.code for r in rijen)
    return [_hulpregel(wie, overdracht, rij, namen, op) for rij in rijen]


def _hulpregel(wie: Wie, overdracht: Overdracht, rij: Voortzetting, namen: dict[str, str], op: date) -> Hulpregel:
    oud = rij.oud
    rij.overdracht = overdracht
    tarief = tarief_van(rij, overdracht.naar, op) if overdracht.naar and rij.aangesloten_op is None else None
    stand, toon = _stand(rij)
    return Hulpregel(
        rij, weergave.product(oud.code, oud.categorie, namen), weergave.omvang(oud.volume, oud.eenheid, oud.frequentie),
        verrekening(overdracht.verhuisd_op, rij.aangesloten_op), tarief, stand, toon,
    )  # fmt: skip


def _stand(rij: Voortzetting) -> tuple[str, str]:
    if rij.niet_nodig_reden:
        return "Niet voortgezet", "gevaar"
    if rij.aangesloten_op is None:
        return "Nog aan te sluiten", "let-op"
    return ("Aangesloten, wijkt af", "let-op") if rij.afwijking else ("Aangesloten", "goed")


def voortzettingen_van(wie: Wie, kind: Kind) -> list[Voortzetting]:
    """Return the help of this child that goes on after a move, for who may see the child. One query."""
    gevonden = Voortzetting.objects.filter(nieuw__kind=kind, nieuw__gemeente=wie.organisatie)
    return list(gevonden.select_related("nieuw", "overdracht__van"))


def aantal_te_doen(wie: Wie) -> int:
    """Return how many transfers wait for this municipality. One query."""
    eigen = Q(van=wie.organisatie, staat=Staat.BETWIST) | Q(
        naar=wie.organisatie, staat__in=[Staat.AANGEBODEN, Staat.AANVAARD]
    )
    return zichtbare_overdrachten(wie).filter(eigen).aggregate(n=Count("pk"))["n"] or 0
