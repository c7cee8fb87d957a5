"""Reading requests about files, and until when a file is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, Value, When

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.bewaren.beletsel import Blijft, wat_blijft, wissers
from jeugdregio.toegang.bewaren.models import Afscherming, Dossierverzoek
from jeugdregio.toegang.bewaren.permissions import (
    dossierverzoek_voor,
    is_privacy,
    mag_verzoeken_zien,
    zichtbare_dossierverzoeken,
)
from jeugdregio.toegang.bewaren.termijn import bewaard_tot, houdt_tegen
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import is_toegang
from recht import Uitkomst

PER_PAGINA = 25
Staat = Dossierverzoek.Staat
TOON = {
    Staat.OPEN: "let-op", Staat.TOEGEWEZEN: "info", Staat.DEELS: "info", Staat.GEWEIGERD: "gevaar",
    Staat.UITGEVOERD: "goed",
}  # fmt: skip


@dataclass(frozen=True)
class Verzoekbeeld:
    """One request with what a decision rests on."""

    verzoek: Dossierverzoek
    toon: str
    afschermingen: Sequence[Afscherming]
    beletselen: Sequence[str]
    wordt_gewist: Sequence[str]
    blijft: Sequence[Blijft]
    bewaren: Uitkomst | None
    mag_beslissen: bool
    mag_afschermen: bool
    mag_uitvoeren: bool

    @property
    def termijn(self) -> bool:
        """True when nobody asked: the twenty years are over."""
        return self.verzoek.verzoeker == Dossierverzoek.Verzoeker.TERMIJN

    @property
    def vernietiging(self) -> bool:
        """True when destruction is asked."""
        return self.verzoek.soort == Dossierverzoek.Soort.VERNIETIGING

    @property
    def gewist(self) -> bool:
        """True when the file is gone, and the words of this request with it."""
        return self.vernietiging and self.verzoek.staat == Staat.UITGEVOERD


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
        beletselen=houdt_tegen(verzoek) if vernietiging and open_ else (),
        wordt_gewist=list(wissers()) if vernietiging else (), blijft=wat_blijft() if vernietiging else (),
        bewaren=bewaard_tot(verzoek.kind) if open_ else None,
        mag_beslissen=is_privacy(wie) and verzoek.staat == Staat.OPEN,
        mag_afschermen=is_toegang(wie) and geeft and verzoek.staat not in {Staat.UITGEVOERD, Staat.GEWEIGERD},
        mag_uitvoeren=besloten and (is_privacy(wie) if vernietiging else is_toegang(wie)),
    )  # fmt: skip


def te_beslissen(wie: Wie, verzoek_id: UUID) -> Dossierverzoek:
    """Return the request a form is filled in for. Raises NietGevonden; the act asks the right."""
    return dossierverzoek_voor(wie, verzoek_id)


def van_kind(wie: Wie, kind: Kind) -> list[Dossierverzoek]:
    """Return the requests about one child. One query; the caller logged the look."""
    return list(zichtbare_dossierverzoeken(wie).filter(kind=kind))
