"""Taking a decision for a step (the first of two people wins, and only in a fitting state), and logging the step."""

from uuid import UUID

from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen.models import Beschikking, Staat
from jeugdregio.toegang.beschikkingen.permissions import eis_lezer, haal
from jeugdregio.toegang.permissions import eis_toegang

VERZONDEN = "Dit besluit is verzonden en verandert niet meer. Neem een nieuw besluit."
_NU = {
    Staat.CONCEPT: "Dit besluit is weer een concept.",
    Staat.TWEEDE_BLIK: "Dit besluit ligt voor een tweede blik. Vraag het terug, of wacht op de teamleider.",
    Staat.TE_TEKENEN: "Dit besluit ligt klaar om te tekenen.",
    Staat.GETEKEND: "Dit besluit is al getekend.",
    Staat.VERZONDEN: VERZONDEN,
    Staat.VERVALLEN: "Dit concept is vervallen.",
}


def pak(wie: Wie, beschikking_id: UUID, versie: int, *staten: Staat) -> Beschikking:
    """Take a decision in one of these states, in the caller's transaction. For access and its team leader.

    Raises GeenRecht, NietGevonden, and Conflict when the state is another or somebody changed it since `versie`.
    """
    eis_lezer(wie)
    beschikking = haal(wie, beschikking_id)
    if beschikking.staat not in staten:
        raise Conflict(_NU[Staat(beschikking.staat)])
    if not Beschikking.objects.filter(pk=beschikking.pk, versie=versie, verzonden_op__isnull=True).update(
        versie=F("versie") + 1
    ):
        raise Conflict("Een collega heeft dit besluit net gewijzigd. Bekijk het opnieuw; je invoer staat er nog.")
    beschikking.versie = versie + 1
    return beschikking


def pak_concept(wie: Wie, beschikking_id: UUID, versie: int) -> Beschikking:
    """Take a draft to write in it. Only for a worker of access."""
    eis_toegang(wie)
    return pak(wie, beschikking_id, versie, Staat.CONCEPT)


def log(wie: Wie, beschikking: Beschikking, daad: str, gegevens: dict[str, object] | None = None) -> None:
    """Log an act on a decision, without personal data."""
    leg_vast(
        wie, f"besluit.{daad}", kind_id=beschikking.kind_id, soort="beschikking", onderwerp_id=beschikking.pk,
        gegevens=gegevens or {},
    )  # fmt: skip
