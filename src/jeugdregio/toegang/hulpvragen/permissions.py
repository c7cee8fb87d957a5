"""Who sees which question for help, and who may act on it. No grant, no row.

The access of a municipality sees all of its own questions. The people of an executing organisation see those of their
municipality in which their organisation holds a role, and act within that role only.
"""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from jeugdregio.basis.fouten import GeenRecht, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Rolhouder
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import is_toegang, is_uitvoerder


def behandelt(wie: Wie) -> bool:
    """Tell whether this person works on questions for help: at the access, or at what carries it out."""
    return is_toegang(wie) or is_uitvoerder(wie)


def zichtbare_hulpvragen(wie: Wie) -> QuerySet[Hulpvraag]:
    """Questions of one's own municipality, for its access; for an executing organisation those it has a role in."""
    if is_toegang(wie):
        return Hulpvraag.objects.filter(gemeente=wie.organisatie)
    if is_uitvoerder(wie):
        return _in_rol(wie)
    return Hulpvraag.objects.none()


def kinderen_in_rol(wie: Wie) -> QuerySet[Kind]:
    """Children an executing organisation sees: those with a question in which it holds a role."""
    if not is_uitvoerder(wie):
        return Kind.objects.none()
    return Kind.objects.filter(gemeente_id=wie.organisatie.hoort_bij_id, pk__in=_in_rol(wie).values("kind"))


def _in_rol(wie: Wie, *rollen: str) -> QuerySet[Hulpvraag]:
    rol = Rolhouder.objects.op(vandaag()).filter(hulpvraag=OuterRef("pk"), organisatie=wie.organisatie)
    rol = rol.filter(rol__in=rollen) if rollen else rol
    return Hulpvraag.objects.filter(Exists(rol), gemeente_id=wie.organisatie.hoort_bij_id)


def te_behandelen(wie: Wie, hulpvraag_id: UUID, *, als: tuple[str, ...] = ()) -> Hulpvraag:
    """Return the question this person may act on. Raises GeenRecht, NietGevonden.

    `als` names the roles (Casusrol) whose holder may do this act, besides the municipality itself: an act of research
    passes `(Casusrol.INDICATIE,)`. Without it only the access of the municipality may act.
    """
    if not behandelt(wie):
        raise GeenRecht("Dit kan alleen een toegangsmedewerker van de gemeente van dit kind doen.")
    hulpvraag = (
        zichtbare_hulpvragen(wie).select_related("kind__gemeente", "gemeente", "verzoek", "van")
        .filter(pk=hulpvraag_id).first()
    )  # fmt: skip
    if hulpvraag is None:
        raise NietGevonden("Deze hulpvraag is er niet.")
    if is_uitvoerder(wie) and not (als and _in_rol(wie, *als).filter(pk=hulpvraag.pk).exists()):
        raise GeenRecht(_niet_in_rol(als))
    return hulpvraag


def _niet_in_rol(als: tuple[str, ...]) -> str:
    if not als:
        return "Dit doet de gemeente zelf. Jouw organisatie heeft hiervoor geen rol in deze hulpvraag."
    rollen = " of ".join(Casusrol(rol).label.lower() for rol in als)
    return f"Dit kan alleen wie in deze hulpvraag deze rol heeft: {rollen}."


def houdt_verdeling_bij(wie: Wie) -> bool:
    """Tell whether this person keeps the division of roles of the municipality."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(Rol.BEHEER, Rol.BELEID)


def leest_verdeling(wie: Wie) -> bool:
    """Tell whether this person may read the division of roles of the own municipality."""
    return wie.organisatie.soort == Soort.GEMEENTE or is_uitvoerder(wie)


def eis_verdeling(wie: Wie) -> None:
    """Raise GeenRecht unless this person keeps the division of roles."""
    if not houdt_verdeling_bij(wie):
        raise GeenRecht("De rolverdeling houdt de functioneel beheerder of beleidsmedewerker van de gemeente bij.")
