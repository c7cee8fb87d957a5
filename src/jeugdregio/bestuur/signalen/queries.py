"""Reading signals and the archive of letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.signalen.models import Archiefbrief, Geadresseerde, Signaal, Signaalstap
from jeugdregio.bestuur.signalen.permissions import (
    bij_overheid,
    mag_antwoorden,
    mag_opvolgen,
    zichtbaar_archief,
    zichtbare_signalen,
)
from jeugdregio.organisaties.wie import Wie

STANDEN = {"open": "Wacht op antwoord", "te_laat": "Antwoord te laat", "klaar": "Beantwoord of klaar", "": "Alles"}


@dataclass(frozen=True, slots=True)
class Zeef:
    """What the reader wants to see; empty is everything."""

    stand: str = "open"
    geadresseerde: str = ""
    zoek: str = ""


@dataclass(frozen=True, slots=True)
class Signaalbeeld:
    """One signal with its history and what this reader can do with it."""

    signaal: Signaal
    stappen: Sequence[Signaalstap]
    vervolgen: Sequence[Signaal]
    brieven: Sequence[Archiefbrief]
    te_laat: bool
    mag_antwoorden: bool
    mag_navragen: bool
    mag_intrekken: bool
    mag_doorzetten: bool


def lijst(wie: Wie, zeef: Zeef) -> QuerySet[Signaal]:
    """Return the signals this person may see, what waits longest first."""
    gevonden = zichtbare_signalen(wie).select_related("afzender", "aan")
    if zeef.geadresseerde in Geadresseerde.values:
        gevonden = gevonden.filter(geadresseerde=zeef.geadresseerde)
    if zeef.zoek:
        gevonden = gevonden.filter(Q(onderwerp__icontains=zeef.zoek) | Q(nummer__icontains=zeef.zoek))
    if zeef.stand in {"open", "te_laat"}:
        gevonden = gevonden.filter(staat=Signaal.Staat.OPEN).order_by("antwoord_uiterlijk", "nummer")
    if zeef.stand == "te_laat":
        gevonden = gevonden.filter(antwoord_uiterlijk__lt=vandaag())
    if zeef.stand == "klaar":
        gevonden = gevonden.exclude(staat=Signaal.Staat.OPEN)
    return gevonden


def signaal(wie: Wie, signaal_id: UUID) -> Signaalbeeld:
    """Return one signal. Raises NietGevonden."""
    s = zichtbare_signalen(wie).select_related("afzender", "aan", "vervolg_op").filter(pk=signaal_id).first()
    if s is None:
        raise NietGevonden("Dit signaal is er niet.")
    open_ = s.staat == Signaal.Staat.OPEN
    te_laat = open_ and s.antwoord_uiterlijk < vandaag()
    antwoorden, opvolgen = open_ and mag_antwoorden(wie, s), open_ and mag_opvolgen(wie, s)
    return Signaalbeeld(
        signaal=s,
        stappen=list(s.stappen.select_related("namens")),
        vervolgen=list(s.vervolgen.select_related("aan")),
        brieven=list(zichtbaar_archief(wie).filter(signaal=s)),
        te_laat=te_laat,
        mag_antwoorden=antwoorden,
        mag_navragen=opvolgen and te_laat,
        mag_intrekken=opvolgen,
        mag_doorzetten=antwoorden and s.aan_id is not None and bij_overheid(wie),
    )


def archief(wie: Wie, zoek: str = "") -> QuerySet[Archiefbrief]:
    """Return the letters of the archive, newest first."""
    gevonden = zichtbaar_archief(wie).select_related("signaal", "eigenaar")
    if zoek:
        woord = Q(onderwerp__icontains=zoek) | Q(van__icontains=zoek) | Q(aan__icontains=zoek)
        gevonden = gevonden.filter(woord | Q(kenmerk__icontains=zoek))
    return gevonden
