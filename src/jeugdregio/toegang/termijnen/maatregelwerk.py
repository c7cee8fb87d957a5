"""Authorisations of the court that lapse unused become a turn in good time; turns about what passed are closed.

The turn about the end of a measure is opened by `hulpvragen.maatregeleinden`.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, laat_vervallen, open_beurten
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.models import Maatregel
from recht import bescherming
from recht.datum import datum_kort

VOORAF_VERVAL = timedelta(weeks=4)
_OPGEVOLGD = Exists(
    Maatregel.objects.filter(
        kind=OuterRef("kind"), soort=OuterRef("soort"), uitspraak_op__gt=OuterRef("uitspraak_op")
    )
)  # fmt: skip
_ONGEBRUIKT = tuple(soort.value for soort in bescherming.VERVALT_ONGEBRUIKT)


def sleutel(maatregel: Maatregel, wat: str) -> str:
    """Key of the turn about the end ("einde") or the lapse ("verval") of a measure."""
    return f"maatregel:{maatregel.pk}:{wat}"


def open_vervalbeurten(dag: date) -> int:
    """Open the turns of this day and let those lapse that no longer matter; return how many measures need one.

    The number of queries does not grow with the measures. Again changes nothing.
    """
    nieuw = list(_vervalt(dag))
    open_beurten(beurt for _, beurt in nieuw)
    _sluit_wat_voorbij_is()
    return len(nieuw)


def _vervalt(dag: date) -> Iterator[tuple[Maatregel, NieuweBeurt]]:
    for m in _lopend().filter(soort__in=_ONGEBRUIKT, uitgevoerd_op__isnull=True, uitspraak_op__lte=dag):
        uitkomst = bescherming.verval(m.uitspraak_op, dag)
        vervalt = uitkomst.stappen[0].datum
        if vervalt is None or not dag < vervalt <= dag + VOORAF_VERVAL:
            continue
        yield m, _beurt(
            m, "verval", f"{m.get_soort_display()} vervalt als zij niet wordt uitgevoerd",
            vervalt - timedelta(days=1), grondslag=uitkomst.grondslag,
            uitleg=(f"De machtiging van {datum_kort(m.uitspraak_op)} is nog niet uitgevoerd.",
             *(stap.tekst for stap in uitkomst.stappen)),
        )  # fmt: skip


def _lopend() -> QuerySet[Maatregel]:
    """Measures that were not ended and have no newer one of their kind."""
    return Maatregel.objects.filter(~_OPGEVOLGD, beeindigd_op__isnull=True).select_related("kind__gemeente", "gi")


def _beurt(
    m: Maatregel, wat: str, titel: str, uiterlijk: date, *, grondslag: str, uitleg: tuple[str, ...]
) -> NieuweBeurt:  # fmt: skip
    gemeente = m.kind.gemeente
    return NieuweBeurt(
        sleutel=sleutel(m, wat), soort=f"maatregel_{wat}", titel=titel, organisatie=m.gi or gemeente,
        rol=Rol.GI if m.gi else Rol.TOEGANG, wachtende=gemeente if m.gi else None, begon_op=vandaag(),
        uiterlijk=uiterlijk, grondslag=grondslag, uitleg=uitleg, handeling="Bekijk",
        pad="/" if m.gi else f"/kinderen/{m.kind_id}/",
        aanduiding=aanduiding(m.kind), kenmerk=m.zaaknummer or m.kind.kenmerk, kind_id=m.kind_id,
        escalatie="Teamleider toegang",
    )  # fmt: skip


def _sluit_wat_voorbij_is() -> None:
    """A measure that was ended, extended by a new one, or carried out, waits for nobody."""
    klaar = Maatregel.objects.filter(Q(_OPGEVOLGD) | Q(beeindigd_op__isnull=False))
    uitgevoerd = Maatregel.objects.filter(uitgevoerd_op__gte=F("uitspraak_op"), soort__in=_ONGEBRUIKT)
    open_ = set(
        Beurt.objects.filter(soort__in=["maatregel_einde", "maatregel_verval"], staat=Beurt.Staat.OPEN)
        .values_list("sleutel", flat=True)
    )  # fmt: skip
    if not open_:
        return
    voorbij = {sleutel(m, wat) for m in klaar.only("pk") for wat in ("einde", "verval")}
    voorbij |= {sleutel(m, "verval") for m in uitgevoerd.only("pk")}
    laat_vervallen(*(open_ & voorbij))
