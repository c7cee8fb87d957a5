"""What the municipality already knows, as the rules of levels 3 and 4 look it up. A fixed number of queries."""

from collections.abc import Iterable

from django.db.models import Q

from ijw.overstijgend import Dossier, Stop, Verzoek, VerzoekStand
from ijw.overstijgend import Levering as IjwLevering
from ijw.overstijgend import Toewijzing as IjwToewijzing
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.models import Kind, Levering, TaakgerichteLevering, Toewijzing, VerzoekRegel
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.zorglandschap.models import Product

TIJDELIJK = "20"
_STAND = {
    VerzoekRegel.Staat.OPEN: VerzoekStand.OPEN,
    VerzoekRegel.Staat.ONDERZOEK: VerzoekStand.IN_ONDERZOEK,
    VerzoekRegel.Staat.TOEGEWEZEN: VerzoekStand.TOEGEWEZEN,
    VerzoekRegel.Staat.AFGEWEZEN: VerzoekStand.AFGEWEZEN,
}


def dossier_verzoek(
    gemeente: Organisatie, aanbieder: Organisatie, kind: Kind | None, bsn: str, referenties: Iterable[str]
) -> Dossier:
    """Return what judges a request: the same references of this provider anywhere, and what is in hand for this child.

    A request in hand counts per municipality: after a refusal on residence the next one may be asked.
    """
    zelfde = VerzoekRegel.objects.filter(verzoek__aanbieder=aanbieder, referentie_aanbieder__in=list(referenties))
    regels = {regel.referentie_aanbieder: Verzoek(referentie=regel.referentie_aanbieder, bsn="") for regel in zelfde}
    if kind is not None:
        lopend = VerzoekRegel.objects.filter(
            verzoek__aanbieder=aanbieder, verzoek__gemeente=gemeente, verzoek__kind=kind
        )
        for regel in lopend:
            stand = _STAND[VerzoekRegel.Staat(regel.staat)]
            regels[regel.referentie_aanbieder] = Verzoek(referentie=regel.referentie_aanbieder, bsn=bsn, stand=stand)
    return Dossier.van(aanbieder_agb=aanbieder.code or "", verzoeken=regels.values(), producten=producten())


def stand_van(regel: VerzoekRegel, bsn: str) -> Verzoek:
    """Return a line of a request as the rules look it up."""
    return Verzoek(referentie=regel.referentie_aanbieder, bsn=bsn, stand=_STAND[VerzoekRegel.Staat(regel.staat)])


def dossier_wijziging(
    gemeente: Organisatie,
    aanbieder: Organisatie,
    kind: Kind | None,
    *,
    bsn: str,
    referentie: str,
    nummers: Iterable[int],
) -> Dossier:
    """Return what judges a request for change: the child's assignments here, those it names, and its requests."""
    genoemd = [str(nummer) for nummer in nummers]
    rijen = list(
        Toewijzing.objects.filter(gemeente=gemeente)
        .filter(Q(nummer__in=genoemd) | Q(kind=kind, aanbieder=aanbieder))
        .select_related("aanbieder")
    )
    return Dossier.van(
        aanbieder_agb=aanbieder.code or "",
        toewijzingen=[ijw_toewijzing(rij, gemeente, _bsn_van(rij, kind, bsn)) for rij in rijen],
        verzoeken=dossier_verzoek(gemeente, aanbieder, kind, bsn, [referentie]).verzoeken.values(),
        producten=producten(),
    )


def dossier_levering(
    gemeente: Organisatie, aanbieder: Organisatie, kind: Kind | None, bsn: str, nummers: Iterable[int | None]
) -> Dossier:
    """Return what judges a start or stop: the assignments it mentions and the deliveries on them."""
    gevraagd = [str(nummer) for nummer in nummers if nummer is not None]
    # A removed assignment counts as never sent, so nothing can begin or end on it (TR019).
    rijen = list(
        Toewijzing.objects.filter(gemeente=gemeente, nummer__in=gevraagd)
        .exclude(reden_wijziging=VERWIJDERD)
        .select_related("aanbieder")
    )
    leveringen = Levering.objects.filter(
        toewijzing__in=[rij for rij in rijen if kind is not None and rij.kind_id == kind.pk],
        verwijderd_op__isnull=True,
    ).select_related("toewijzing")
    taken = TaakgerichteLevering.objects.filter(
        kind=kind, gemeente=gemeente, aanbieder=aanbieder, verwijderd_op__isnull=True
    )
    return Dossier.van(
        aanbieder_agb=aanbieder.code or "",
        toewijzingen=[ijw_toewijzing(rij, gemeente, _bsn_van(rij, kind, bsn)) for rij in rijen],
        leveringen=[*(_ijw_levering(lev, bsn) for lev in leveringen), *(_ijw_taak(taak, bsn) for taak in taken)],
        producten=producten(),
    )


def ijw_toewijzing(rij: Toewijzing, gemeente: Organisatie, bsn: str) -> IjwToewijzing:
    """Return an assignment as the rules look it up; reads `rij.aanbieder`."""
    return IjwToewijzing(
        nummer=int(rij.nummer), bsn=bsn, aanbieder_agb=rij.aanbieder.code or "", gemeente=gemeente.code or "",
        categorie=rij.categorie or None, code=rij.code or None, ingangsdatum=rij.ingangsdatum,
        einddatum=rij.einddatum, volume=rij.volume, eenheid=rij.eenheid or None, frequentie=rij.frequentie or None,
        budget=rij.budget, reden_wijziging=rij.reden_wijziging or None,
        referentie_aanbieder=rij.referentie_aanbieder or None,
    )  # fmt: skip


def producten() -> list[tuple[str, str]]:
    """Return the product list in use: (category, code)."""
    return list(Product.objects.values_list("categorie", "code"))


def _bsn_van(rij: Toewijzing, kind: Kind | None, bsn: str) -> str:
    """The BSN of the message when the assignment is of that child; else none, which never matches."""
    return bsn if kind is not None and rij.kind_id == kind.pk else ""


def _ijw_levering(levering: Levering, bsn: str) -> IjwLevering:
    toewijzing = levering.toewijzing
    return IjwLevering(
        bsn=bsn, toewijzing_nummer=int(toewijzing.nummer), begindatum=levering.begindatum,
        categorie=toewijzing.categorie or None, code=toewijzing.code or None, stops=_stops(levering),
    )  # fmt: skip


def _ijw_taak(taak: TaakgerichteLevering, bsn: str) -> IjwLevering:
    return IjwLevering(
        bsn=bsn, toewijzing_nummer=None, begindatum=taak.begindatum, categorie=taak.categorie or None,
        code=taak.code or None, stops=_stops(taak),
    )  # fmt: skip


def _stops(levering: Levering | TaakgerichteLevering) -> tuple[Stop, ...]:
    """The temporary stop, if any, and the definitive one, if any."""
    stops = []
    if levering.tijdelijk_gestopt_op is not None:
        stops.append(Stop(levering.tijdelijk_gestopt_op, TIJDELIJK))
    if levering.einddatum is not None and levering.reden_beeindiging != TIJDELIJK:
        stops.append(Stop(levering.einddatum, levering.reden_beeindiging))
    return tuple(stops)
