"""Who sees which child, request and assignment. No grant, no row."""

from collections.abc import Callable

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Kind, TaakgerichteLevering, Toewijzing, Verzoek

AANBIEDERSROLLEN = (Rol.AANBIEDER, Rol.GI)
SCOPE_TOEWIJZINGEN = "toewijzingen:lezen"
_kindzicht: list[Callable[[Wie], QuerySet[Kind]]] = []


def is_toegang(wie: Wie) -> bool:
    """Tell whether this is somebody of the access of a municipality: sees its children, decides on requests."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(Rol.TOEGANG)


def is_uitvoerder(wie: Wie) -> bool:
    """Tell whether this is somebody of the organisation that carries out the access for one municipality."""
    organisatie = wie.organisatie
    return organisatie.soort == Soort.UITVOERDER and organisatie.hoort_bij_id is not None and wie.heeft(Rol.TOEGANG)


def registreer_kindzicht(zicht: Callable[[Wie], QuerySet[Kind]]) -> None:
    """Let a room above say which children an executing organisation sees, by the roles it holds there.

    Called from `AppConfig.ready()`; without it such an organisation sees no child.
    """
    _kindzicht[:] = [zicht]


def is_aanbieder(wie: Wie) -> bool:
    """Tell whether this is somebody of a provider (a certified institution acts as one in the messages)."""
    return wie.organisatie.soort in {Soort.AANBIEDER, Soort.GI} and wie.heeft(*AANBIEDERSROLLEN)


def zichtbare_kinderen(wie: Wie) -> QuerySet[Kind]:
    """Children of one's own municipality; for a provider those it was assigned to or asked for.

    An executing organisation of the access sees the children in whose case it holds a role.
    """
    if is_toegang(wie):
        return Kind.objects.filter(gemeente=wie.organisatie)
    if is_uitvoerder(wie) and _kindzicht:
        return _kindzicht[0](wie)
    if is_aanbieder(wie):
        # A BSN alone opens no file: a request that describes another child (`afwijkend`) shows only itself.
        verzocht = Verzoek.objects.filter(aanbieder=wie.organisatie, afwijkend=[]).values("kind")
        toegewezen = Toewijzing.objects.filter(aanbieder=wie.organisatie).values("kind")
        return Kind.objects.filter(Q(pk__in=verzocht) | Q(pk__in=toegewezen))
    return Kind.objects.none()


def zichtbare_verzoeken(wie: Wie) -> QuerySet[Verzoek]:
    """Requests to one's own municipality; for a provider its own requests."""
    if is_toegang(wie):
        return Verzoek.objects.filter(gemeente=wie.organisatie)
    if is_aanbieder(wie):
        return Verzoek.objects.filter(aanbieder=wie.organisatie)
    return Verzoek.objects.none()


def zichtbare_toewijzingen(wie: Wie) -> QuerySet[Toewijzing]:
    """Assignments of one's own municipality; for a provider (person or system with the scope) its own."""
    if is_toegang(wie) or (SCOPE_TOEWIJZINGEN in wie.scopes and wie.organisatie.soort == Soort.GEMEENTE):
        return Toewijzing.objects.filter(gemeente=wie.organisatie)
    systeem = SCOPE_TOEWIJZINGEN in wie.scopes and wie.organisatie.soort in {Soort.AANBIEDER, Soort.GI}
    if is_aanbieder(wie) or systeem:
        return Toewijzing.objects.filter(aanbieder=wie.organisatie)
    return Toewijzing.objects.none()


def zichtbare_taken(wie: Wie) -> QuerySet[TaakgerichteLevering]:
    """Task-based help a provider itself reported."""
    if is_aanbieder(wie):
        return TaakgerichteLevering.objects.filter(aanbieder=wie.organisatie, verwijderd_op__isnull=True)
    return TaakgerichteLevering.objects.none()


def eis_toegang(wie: Wie) -> None:
    """Raise GeenRecht unless this person decides on requests for a municipality."""
    if not is_toegang(wie):
        raise GeenRecht("Dit kan alleen een toegangsmedewerker van de gemeente van dit kind doen.")


def eis_aanbieder(wie: Wie) -> None:
    """Raise GeenRecht unless this person works at a provider."""
    if not is_aanbieder(wie):
        raise GeenRecht("Dit kan alleen een medewerker van de aanbieder doen.")


def rol_van_aanbieder(organisatie: Organisatie) -> str:
    """Return the role whose turn it is at a provider; a certified institution has its own."""
    return Rol.GI if organisatie.soort == Soort.GI else Rol.AANBIEDER
