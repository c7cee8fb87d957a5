"""What a provider knows when a message of a municipality arrives. A fixed number of queries."""

from collections.abc import Iterable

from ijw.berichten import jw301
from ijw.overstijgend import Dossier, Verzoek, VerzoekStand
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.dossier import ijw_toewijzing, producten
from jeugdregio.toegang.gedeclareerd import gedeclareerd_op
from jeugdregio.toegang.models import Kind, Toewijzing, VerzoekRegel

_STAND = {
    VerzoekRegel.Staat.OPEN: VerzoekStand.OPEN,
    VerzoekRegel.Staat.ONDERZOEK: VerzoekStand.IN_ONDERZOEK,
    VerzoekRegel.Staat.TOEGEWEZEN: VerzoekStand.TOEGEWEZEN,
    VerzoekRegel.Staat.AFGEWEZEN: VerzoekStand.AFGEWEZEN,
}
_EEN_ANDER = ""  # in the place of a BSN: never equal to one


def dossier_toewijzing(
    gemeente: Organisatie, aanbieder: Organisatie, kind: Kind | None, client: jw301.Client
) -> Dossier:
    """Return what judges a JW301: earlier versions of its assignments, the own requests, what was granted on them."""
    genoemd = [str(product.toewijzing_nummer) for product in client.toegewezen_producten]
    referenties = [p.referentie_aanbieder for p in client.toegewezen_producten if p.referentie_aanbieder]
    rijen = list(Toewijzing.objects.filter(gemeente=gemeente, nummer__in=genoemd).select_related("aanbieder"))
    return Dossier.van(
        aanbieder_agb=aanbieder.code or "",
        toewijzingen=[ijw_toewijzing(rij, gemeente, _bsn(rij.kind_id, kind, client.bsn)) for rij in rijen],
        verzoeken=_verzoeken(gemeente, aanbieder, referenties, kind, client.bsn),
        prestaties=gedeclareerd_op(rijen),
        producten=producten(),
    )


def dossier_antwoord(gemeente: Organisatie, aanbieder: Organisatie, referentie: str) -> Dossier:
    """Return what judges a JW319: the own request with this reference."""
    return Dossier.van(
        aanbieder_agb=aanbieder.code or "", verzoeken=_verzoeken(gemeente, aanbieder, [referentie], None, "")
    )


def _verzoeken(
    gemeente: Organisatie, aanbieder: Organisatie, referenties: Iterable[str], kind: Kind | None, bsn: str
) -> list[Verzoek]:
    regels = VerzoekRegel.objects.filter(
        verzoek__aanbieder=aanbieder, verzoek__gemeente=gemeente, referentie_aanbieder__in=list(referenties)
    ).select_related("verzoek")
    return [
        Verzoek(
            referentie=regel.referentie_aanbieder, bsn=_bsn(regel.verzoek.kind_id, kind, bsn),
            stand=_STAND[VerzoekRegel.Staat(regel.staat)],
        )
        for regel in regels
    ]  # fmt: skip


def _bsn(kind_id: object, kind: Kind | None, bsn: str) -> str:
    """The BSN of the message when this is about the same child."""
    return bsn if kind is not None and kind_id == kind.pk else _EEN_ANDER
