"""Reading requests about files, and until when a file is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, Max, Value, When

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.audit.models import Regel
from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.bewaren.beletsel import beletselen_van, wissers
from jeugdregio.toegang.bewaren.models import Afscherming, Dossierverzoek
from jeugdregio.toegang.bewaren.permissions import (
    dossierverzoek_voor,
    is_privacy,
    mag_verzoeken_zien,
    zichtbare_dossierverzoeken,
)
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import is_toegang
from recht import Uitkomst
from recht.bewaren import dossier

PER_PAGINA = 25
Staat = Dossierverzoek.Staat
TOON = {
    Staat.OPEN: "let-op", Staat.TOEGEWEZEN: "info", Staat.DEELS: "info", Staat.GEWEIGERD: "gevaar",
    Staat.UITGEVOERD: "goed",
}  # fmt: skip
BLIJFT = (
    "De regels van het logboek: wie het dossier inzag en wat er veranderde.",
    "Nummers, data, omvang en bedragen van de hulp, zonder naam: zij horen bij de verantwoording.",
    "De berichten met aanbieders zoals ze zijn verstuurd, tot hun eigen bewaartermijn.",
    "Dat dit verzoek er was, en wat erop is besloten.",
)


@dataclass(frozen=True)
class Verzoekbeeld:
    """One request with what a decision rests on."""

    verzoek: Dossierverzoek
    toon: str
    afschermingen: Sequence[Afscherming]
    beletselen: Sequence[str]
    wordt_gewist: Sequence[str]
    blijft: Sequence[str]
    bewaren: Uitkomst | None
    mag_beslissen: bool
    mag_afschermen: bool
    mag_uitvoeren: bool

    @property
    def vernietiging(self) -> bool:
        """True when destruction is asked."""
        return self.verzoek.soort == Dossierverzoek.Soort.VERNIETIGING


def dossierverzoeken(wie: Wie, pagina: str = "1") -> tuple[Page[Dossierverzoek], list[tuple[Dossierverzoek, str]]]:
    """Return one page of requests, those to decide first. Logs the look. Raises GeenRecht for who has none to see."""
    if not mag_verzoeken_zien(wie):
        raise GeenRecht("Verzoeken over een dossier zijn voor de toegang en de privacy-officer van de gemeente.")
    eerst = Case(When(staat=Staat.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    gevonden = zichtbare_dossierverzoeken(wie).select_related("kind").order_by(eerst, "uiterlijk", "kenmerk")
    blad = Paginator(gevonden, PER_PAGINA).get_page(pagina)
    leg_inzage_vast(wie, [v.kind_id for v in blad], scherm="dossierverzoeken")
    return blad, [(v, TOON[Staat(v.staat)]) for v in blad]


def dossierverzoek(wie: Wie, verzoek_id: UUID) -> Verzoekbeeld:
    """Return one request, and log the look. Raises NietGevonden."""
    verzoek = dossierverzoek_voor(wie, verzoek_id)
    leg_inzage_vast(wie, [verzoek.kind_id], scherm="dossierverzoek", soort="dossierverzoek", onderwerp_id=verzoek.pk)
    vernietiging = verzoek.soort == Dossierverzoek.Soort.VERNIETIGING
    open_ = verzoek.staat != Staat.UITGEVOERD
    besloten = verzoek.staat in {Staat.TOEGEWEZEN, Staat.DEELS}
    geeft = verzoek.soort in {Dossierverzoek.Soort.INZAGE, Dossierverzoek.Soort.AFSCHRIFT}
    return Verzoekbeeld(
        verzoek=verzoek, toon=TOON[Staat(verzoek.staat)], afschermingen=list(verzoek.afschermingen.all()),
        beletselen=beletselen_van(verzoek.kind) if vernietiging and open_ else (),
        wordt_gewist=list(wissers()) if vernietiging else (), blijft=BLIJFT if vernietiging else (),
        bewaren=bewaard_tot(verzoek.kind) if open_ else None,
        mag_beslissen=is_privacy(wie) and verzoek.staat == Staat.OPEN,
        mag_afschermen=is_toegang(wie) and geeft and verzoek.staat not in {Staat.UITGEVOERD, Staat.GEWEIGERD},
        mag_uitvoeren=besloten and (is_privacy(wie) if vernietiging else is_toegang(wie)),
    )  # fmt: skip


def bewaard_tot(kind: Kind) -> Uitkomst | None:
    """Return until when the file is kept without a request: twenty years after the last change (7.3.8). One query."""
    laatste = Regel.objects.filter(kind_id=kind.pk, inzage=False).aggregate(op=Max("tijdstip"))["op"]
    return dossier((laatste or kind.aangemaakt_op).date())


def van_kind(wie: Wie, kind: Kind) -> list[Dossierverzoek]:
    """Return the requests about one child. One query; the caller logged the look."""
    return list(zichtbare_dossierverzoeken(wie).filter(kind=kind))
