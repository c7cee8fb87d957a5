"""Conflicts between norms: found over all questions and municipalities, each with a turn for who must act."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from jeugdregio.afspraken.geldt import Normenset
from jeugdregio.afspraken.models import Norm, Rang
from jeugdregio.afspraken.vragen import catalogus
from jeugdregio.afspraken.wegen import Botsing, Soort
from jeugdregio.beurten.actions import NieuweBeurt, heropen, open_beurten, rond_af
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.models import Soort as OrganisatieSoort
from jeugdregio.organisaties.queries import deelnemers

SOORT = "botsing"
_GEMEENTE_ZEGT = {Soort.NIET_VASTGESTELD, Soort.BETWIST}


@dataclass
class Geval:
    """One conflict with the question, where it plays, and the product or contract it is limited to."""

    botsing: Botsing
    vraag: str
    tekst: str
    bereik: tuple[str, str]
    gemeenten: list[Organisatie] = field(default_factory=list)

    @property
    def sleutel(self) -> str:
        """Name of the conflict: its two norms."""
        return self.botsing.sleutel

    @property
    def pad(self) -> str:
        """The screen of the conflict."""
        return f"/afspraken/botsingen/{self.sleutel}/"

    @property
    def beslissend(self) -> Norm:
        """The norm whose keeper must act: the one that deviates, or the one that wavers."""
        return self.botsing.lager or self.botsing.hoger


@dataclass(frozen=True)
class Stand:
    """All conflicts of a day, by key."""

    gevallen: dict[str, Geval]

    def van_norm(self, norm_id: UUID) -> tuple[str, ...]:
        """Return the keys of the conflicts a norm is part of."""
        return tuple(
            sleutel
            for sleutel, g in self.gevallen.items()
            if norm_id in {g.botsing.hoger.pk, g.botsing.lager.pk if g.botsing.lager else None}
        )


def vind(datum: date, vragen: Sequence[str] = ()) -> Stand:
    """Find the conflicts of a day in the region; the number of queries does not grow with norms or municipalities."""
    teksten = catalogus()
    codes = list(vragen or teksten)
    gemeenten = list(deelnemers())
    normen = Normenset(codes, gemeenten, datum)
    gevallen: dict[str, Geval] = {}
    for code in codes:
        for bereik in normen.bereiken(code):
            for gemeente in gemeenten:
                for botsing in normen.antwoord(code, gemeente, *bereik).botsingen:
                    geval = gevallen.setdefault(botsing.sleutel, Geval(botsing, code, teksten[code], bereik))
                    if gemeente not in geval.gemeenten:
                        geval.gemeenten.append(gemeente)
    return Stand(gevallen)


def werk_bij(datum: date) -> Stand:
    """Open a turn for each conflict and close those of conflicts that are gone. Again: changes nothing."""
    stand = vind(datum)
    regio = Organisatie.objects.filter(soort=OrganisatieSoort.REGIOKANTOOR).order_by("naam").first()
    nieuwe = {n.sleutel: n for geval in stand.gevallen.values() if (n := _beurt(geval, regio, datum))}
    bestaand = dict(Beurt.objects.filter(soort=SOORT).values_list("sleutel", "staat"))
    rond_af(*(sleutel for sleutel, staat in bestaand.items() if staat == Beurt.Staat.OPEN and sleutel not in nieuwe))
    heropen(*(sleutel for sleutel, staat in bestaand.items() if staat != Beurt.Staat.OPEN and sleutel in nieuwe))
    open_beurten(nieuw for sleutel, nieuw in nieuwe.items() if sleutel not in bestaand)
    return stand


def _beurt(geval: Geval, regio: Organisatie | None, datum: date) -> NieuweBeurt | None:
    """The turn of who keeps the norm that must move; without a region office only municipalities can have it."""
    organisatie, rol = aan_zet(geval, regio)
    if organisatie is None:
        return None
    wachtende = geval.gemeenten[0] if organisatie == regio else regio
    bronnen = [n.bron for n in (geval.botsing.hoger, geval.botsing.lager) if n]
    return NieuweBeurt(
        sleutel=f"{SOORT}:{geval.sleutel}", soort=SOORT, titel="Afspraken spreken elkaar tegen",
        tekst=f"{geval.tekst} {geval.botsing.tekst}", organisatie=organisatie, rol=rol, wachtende=wachtende,
        begon_op=datum, uiterlijk=None, grondslag=" en ".join(dict.fromkeys(bronnen)), handeling="Bekijk beide kanten",
        pad=geval.pad, escalatie="Bestuurlijk overleg sociaal domein",
    )  # fmt: skip


def aan_zet(geval: Geval, regio: Organisatie | None) -> tuple[Organisatie | None, str]:
    """Return who must act on a conflict: the municipality for its own policy, the region office for the rest."""
    if geval.botsing.soort in _GEMEENTE_ZEGT:
        return regio, Rol.SECRETARIS
    norm = geval.beslissend
    if norm.rang == Rang.LOKAAL:
        return norm.eigenaar or geval.gemeenten[0], Rol.BELEID
    return regio, Rol.JURIST if geval.botsing.soort == Soort.TEGEN_DE_WET else Rol.BELEID
