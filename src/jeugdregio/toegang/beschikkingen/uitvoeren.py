"""What follows from an announced decision: an assignment (JW301), a changed one, or the budget passed on."""

from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang import actions as toegang
from jeugdregio.toegang.beschikkingen import beurten
from jeugdregio.toegang.beschikkingen.models import Beschikking, Regel, Soort, Staat, Uitvoering, Vorm
from jeugdregio.toegang.beschikkingen.pakken import log
from jeugdregio.toegang.beschikkingen.permissions import haal
from jeugdregio.toegang.beschikkingen.verzenden import te_regelen
from jeugdregio.toegang.models import Toewijzing, VerzoekRegel
from jeugdregio.toegang.permissions import eis_toegang
from jeugdregio.toegang.wijzigen import actions as wijzigen
from jeugdregio.toegang.wijzigen.veranderen import Wens

Wijze = Uitvoering.Wijze
_OPEN = (VerzoekRegel.Staat.OPEN, VerzoekRegel.Staat.ONDERZOEK)
VERLENGING, VERKORTING, ANDERS = "04", "05", "08"


def voer_uit(wie: Wie, beschikking_id: UUID, regel_id: UUID, *, afgestemd: str = "") -> Uitvoering:
    """Do what follows from one line, by the existing acts, and tie it to the decision; the last one closes the turn.

    A request of a provider that waits for the same help is answered with it. Raises Conflict when it was done already,
    Geweigerd while the provider is not chosen, or when the assignment itself is refused.
    """
    eis_toegang(wie)
    assert wie.gebruiker is not None  # noqa: S101  access is people
    with transaction.atomic():
        beschikking, regel = _pak(wie, beschikking_id, regel_id)
        wijze, toewijzing = _doe(wie, beschikking, regel, afgestemd)
        uitvoering = Uitvoering.objects.create(
            regel=regel, toewijzing=toewijzing, wijze=wijze, door=wie.gebruiker
        )  # fmt: skip
        regel.uitvoering = uitvoering
        if not te_regelen(beschikking):
            beurten.gedaan(beschikking, "uitvoeren")
        nummer = toewijzing.nummer if toewijzing else ""
        log(wie, beschikking, "uitgevoerd", {"regel": regel.volgorde, "wijze": wijze, "toewijzing": nummer})
    return uitvoering


def _pak(wie: Wie, beschikking_id: UUID, regel_id: UUID) -> tuple[Beschikking, Regel]:
    """The line, locked: two people at once give one assignment."""
    list(Regel.objects.select_for_update(of=("self",)).filter(pk=regel_id))
    beschikking = haal(wie, beschikking_id)
    if beschikking.staat != Staat.VERZONDEN:
        raise Conflict("Dit besluit is nog niet verzonden. Pas daarna volgt de hulp.")
    regel = next((r for r in beschikking.regels.all() if r.pk == regel_id), None)
    if regel is None:
        raise NietGevonden("Deze regel hoort niet bij dit besluit.")
    if regel not in te_regelen(beschikking):
        raise Conflict("Dit is al geregeld. Bekijk het besluit opnieuw.")
    return beschikking, regel


def _doe(wie: Wie, beschikking: Beschikking, regel: Regel, afgestemd: str) -> tuple[str, Toewijzing | None]:
    if regel.vorm == Vorm.PGB:
        return Wijze.PGB, None
    if regel.over is not None:
        return Wijze.GEWIJZIGD, _wijzig(wie, beschikking, regel, regel.over, afgestemd)
    return Wijze.TOEGEWEZEN, _wijs_toe(wie, beschikking, regel)


def _wijs_toe(wie: Wie, beschikking: Beschikking, regel: Regel) -> Toewijzing:
    keuze = getattr(regel, "aanbiederkeuze", None)
    if keuze is None or regel.einddatum is None or regel.volume is None:
        raise Geweigerd("Kies eerst welke aanbieder de hulp geeft.", grondslag="Jeugdwet 2.3 lid 5")
    gevraagd = _gevraagd(beschikking, regel)
    if gevraagd is not None:
        verzoek = gevraagd.verzoek
        wijziging = toegang.Wijziging(
            ingangsdatum=regel.ingangsdatum, einddatum=regel.einddatum, volume=regel.volume, eenheid=regel.eenheid,
            frequentie=regel.frequentie,
        )  # fmt: skip
        (toewijzing,) = toegang.wijs_toe(
            wie, verzoek.pk, [gevraagd.pk], versie=verzoek.versie, wijzigingen={gevraagd.pk: wijziging},
            zonder_contract_reden=keuze.zonder_contract_reden,
        )  # fmt: skip
        return toewijzing
    hulp = toegang.Hulp(
        aanbieder_id=keuze.aanbieder_id, code=regel.product.code, ingangsdatum=regel.ingangsdatum,
        einddatum=regel.einddatum, volume=regel.volume, eenheid=regel.eenheid, frequentie=regel.frequentie,
    )  # fmt: skip
    return toegang.wijs_rechtstreeks_toe(
        wie, beschikking.kind_id, hulp, zonder_contract_reden=keuze.zonder_contract_reden
    )  # fmt: skip


def _gevraagd(beschikking: Beschikking, regel: Regel) -> VerzoekRegel | None:
    """The open line of the provider's request that asks for just this help."""
    verzoek = beschikking.hulpvraag.verzoek
    if verzoek is None or verzoek.aanbieder_id != regel.aanbiederkeuze.aanbieder_id:
        return None
    return verzoek.regels.select_related("verzoek").filter(code=regel.product.code, staat__in=_OPEN).first()


def _wijzig(wie: Wie, beschikking: Beschikking, regel: Regel, over: Toewijzing, afgestemd: str) -> Toewijzing:
    anders = regel.volume is not None and regel.volume != over.volume
    wens = Wens(
        einddatum=regel.einddatum, volume=regel.volume if anders else None,
        vanaf=regel.ingangsdatum if anders else None, afgestemd=afgestemd,
    )  # fmt: skip
    gewijzigd = wijzigen.wijzig(
        wie, over.pk, wens, _reden(beschikking, regel, over, anders=anders), f"Besluit {beschikking.kenmerk}",
        versie=over.versie,
    )  # fmt: skip
    return gewijzigd[-1]


def _reden(beschikking: Beschikking, regel: Regel, over: Toewijzing, *, anders: bool) -> str:
    """The reason of JZ002 that fits: longer, shorter, or another size."""
    if beschikking.soort == Soort.INTREKKING:
        return VERKORTING
    if anders or regel.einddatum is None or over.einddatum is None:
        return ANDERS
    return VERLENGING if regel.einddatum > over.einddatum else VERKORTING
