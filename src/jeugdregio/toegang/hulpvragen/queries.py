"""Reading questions for help: the list by deadline, and those of one child. Every read takes the actor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.beeld import ONTBREEKT, VraagBeeld, maak_band, te_doen, wat_nu
from jeugdregio.toegang.hulpvragen.feiten import lees_feiten
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Rolhouder
from jeugdregio.toegang.hulpvragen.permissions import zichtbare_hulpvragen
from jeugdregio.toegang.hulpvragen.rollen import houders
from jeugdregio.toegang.hulpvragen.stand import Stand, stand_van
from jeugdregio.toegang.models import Kind, Toestemming, Toewijzing
from jeugdregio.toegang.weergave import naam

PER_PAGINA = 25
STANDEN = {"open": "Open", "dicht": "Afgesloten", "": "Alle"}
# What can be missing, as a filter the database answers.
MIST = {
    "bsn": "Bsn", "woonplaats": "Woonplaats", "toestemming": "Toestemming", "contact": "Contactpersoon",
    "rol": "Een rol zonder houder", "toewijzing": "Toewijzing",
}  # fmt: skip


@dataclass(frozen=True)
class Zeef:
    """What the list is narrowed to; empty is everything."""

    weg: str = ""
    mist: str = ""
    stand: str = "open"
    mijn: bool = False


@dataclass(frozen=True)
class Rij:
    """One question in the list."""

    vraag: Hulpvraag
    naam: str
    stand: Stand
    uiterlijk: date | None
    contact: str

    @property
    def nu(self) -> str:
        """What must happen now, as work to do: the name of a step reads as if it were done."""
        stap = self.stand.nu
        return wat_nu(stap.stap) if stap else ""

    @property
    def mist(self) -> tuple[str, ...]:
        """What is not there yet, in a word each."""
        return tuple(ONTBREEKT.get(s.stap.punt) or s.stap.naam.lower() for s in self.stand.ontbreekt)


def hulpvragen(wie: Wie, zeef: Zeef, pagina: object = 1) -> tuple[Page[Hulpvraag], list[Rij]]:
    """Return one page of questions, first what must be done first; and its rows. Logs the look."""
    gevonden = _gezeefd(wie, zeef).select_related("kind", "gemeente", "verzoek", "van")
    beurt = Beurt.objects.filter(
        kind_id=OuterRef("kind_id"), organisatie=wie.organisatie, staat=Beurt.Staat.OPEN, uiterlijk__isnull=False
    )
    gevonden = gevonden.annotate(uiterlijk=Subquery(beurt.order_by("uiterlijk").values("uiterlijk")[:1]))
    volgorde = F("afgesloten_op").desc() if zeef.stand == "dicht" else F("uiterlijk").asc(nulls_last=True)
    blad = Paginator(gevonden.order_by(volgorde, "ontvangen_op", "pk"), PER_PAGINA).get_page(pagina)  # type: ignore[arg-type]
    leg_inzage_vast(wie, list({v.kind_id for v in blad}), scherm="hulpvragen")
    return blad, _rijen(list(blad))  # type: ignore[return-value]


def _gezeefd(wie: Wie, zeef: Zeef) -> QuerySet[Hulpvraag]:
    gevonden = zichtbare_hulpvragen(wie)
    if zeef.weg:
        gevonden = gevonden.filter(weg=zeef.weg)
    if zeef.stand:
        gevonden = gevonden.filter(afgesloten_op__isnull=zeef.stand == "open")
    if zeef.mijn:
        mijn = Rolhouder.objects.op(vandaag()).filter(hulpvraag=OuterRef("pk"), gebruiker=wie.gebruiker)
        gevonden = gevonden.filter(Exists(mijn))
    return gevonden.filter(_mist(zeef.mist)) if zeef.mist else gevonden


def _mist(wat: str) -> Q:
    houder = Rolhouder.objects.op(vandaag()).filter(hulpvraag=OuterRef("pk"))
    ja = Toestemming.objects.filter(kind=OuterRef("kind"), antwoord="ja", ingetrokken_op__isnull=True)
    toegewezen = Toewijzing.objects.filter(
        Q(verzoek_regel__verzoek=OuterRef("verzoek")) | Q(verzoek_regel__isnull=True), kind=OuterRef("kind")
    )
    regisseur = houder.filter(rol=Casusrol.CASUSREGIE)
    return {
        "bsn": Q(kind__bsn_zoek__isnull=True),
        "woonplaats": Q(kind__woonplaats_sinds__isnull=True),
        "toestemming": ~Exists(ja),
        "contact": ~Exists(houder.filter(rol=Casusrol.CONTACT)),
        "rol": ~Exists(regisseur) | ~Exists(houder.filter(rol=Casusrol.PROCESREGIE)),
        "toewijzing": ~Exists(toegewezen),
    }[wat]  # type: ignore[return-value]


def _rijen(vragen: Sequence[Hulpvraag]) -> list[Rij]:
    feiten = lees_feiten(vragen)
    contact = {
        rij.hulpvraag_id: rij.gebruiker.naam if rij.gebruiker else rij.naam
        for rij in Rolhouder.objects.op(vandaag()).filter(hulpvraag__in=vragen, rol=Casusrol.CONTACT)
        .select_related("gebruiker")
    }  # fmt: skip
    return [
        Rij(v, naam(v.kind), stand_van(v, feiten[v.pk]), getattr(v, "uiterlijk", None), contact.get(v.pk, ""))
        for v in vragen
    ]


def vragen_van_kind(wie: Wie, kind: Kind) -> tuple[VraagBeeld, ...]:
    """Return the questions of a child this actor may see, open ones first. The caller logged the look."""
    vragen = list(
        zichtbare_hulpvragen(wie).filter(kind=kind)
        .select_related("kind", "gemeente", "verzoek__aanbieder", "verzoek__gemeente", "van", "spoedhulp")
        .prefetch_related("rolhouders__organisatie", "rolhouders__gebruiker", "raadplegingen__gi")
    )  # fmt: skip
    feiten = lees_feiten(vragen, contract=True)
    beelden = []
    for vraag in vragen:
        stand = stand_van(vraag, feiten[vraag.pk])
        beelden.append(
            VraagBeeld(
                vraag, stand, maak_band(stand), te_doen(vraag, stand), houders(vraag, vraag.rolhouders.all()),
                tuple(vraag.raadplegingen.all()), getattr(vraag, "spoedhulp", None),
            )
        )  # fmt: skip
    return tuple(sorted(beelden, key=lambda b: b.vraag.afgesloten_op is not None))
