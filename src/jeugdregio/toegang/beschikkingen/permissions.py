"""Who sees which decision, and who does what with it. No grant, no row; a provider sees only its assignment."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from jeugdregio.basis.fouten import GeenRecht, NietGevonden
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen.models import Beschikking, Regel

LEZERS = (Rol.TOEGANG, Rol.TEAMLEIDER)
_REGELS = Regel.objects.select_related(
    "product", "over__aanbieder", "aanbiederkeuze__aanbieder", "uitvoering__toewijzing__aanbieder"
)


def leest(wie: Wie) -> bool:
    """Tell whether this is somebody of the access of a municipality: a worker or the team leader."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(*LEZERS)


def is_teamleider(wie: Wie) -> bool:
    """Tell whether this person leads the access of a municipality: reads a second time, keeps how it decides."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(Rol.TEAMLEIDER)


def zichtbare_beschikkingen(wie: Wie) -> QuerySet[Beschikking]:
    """Decisions of one's own municipality, for its access and its team leader; nothing for anybody else."""
    return Beschikking.objects.filter(gemeente=wie.organisatie) if leest(wie) else Beschikking.objects.none()


def haal(wie: Wie, beschikking_id: UUID) -> Beschikking:
    """Return a decision this person may see, with what every screen of it needs. Raises NietGevonden."""
    gevonden = (
        zichtbare_beschikkingen(wie)
        .select_related(
            "kind__gemeente", "hulpvraag__verzoek", "gemeente", "opgesteld_door", "tweede_door", "ondertekend_door",
            "vervangt", "pgb_toets",
        )
        .prefetch_related(Prefetch("regels", queryset=_REGELS))
        .filter(pk=beschikking_id).first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Dit besluit is er niet.")
    return gevonden


def eis_lezer(wie: Wie) -> None:
    """Raise GeenRecht unless this is somebody of the access of a municipality."""
    if not leest(wie):
        raise GeenRecht("Dit kan alleen iemand van de toegang van de gemeente van dit kind doen.")


def eis_teamleider(wie: Wie) -> None:
    """Raise GeenRecht unless this person leads the access of a municipality."""
    if not is_teamleider(wie):
        raise GeenRecht("Dit kan alleen de teamleider van de toegang doen.")
