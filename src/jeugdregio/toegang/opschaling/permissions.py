"""Who sees which stuck case, and which case of an expert team. No grant, no row.

Access sees those of its own municipality, an organisation that works for it those in which it holds a role. Who owns a
level sees a case from the day it comes there until it is closed. An expert sees what is on the agenda of a session he
or she is at, the secretary what runs at the team, a guest the one case of the seat; all three only while it runs.
"""

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import PERSOONLIJK, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.permissions import zichtbare_hulpvragen
from jeugdregio.toegang.opschaling.models import Casusvraag, Expertteam, Gastplek, Opschaling, Teamlid
from jeugdregio.toegang.permissions import is_toegang, is_uitvoerder

LEESROLLEN = (Rol.TOEGANG, Rol.TEAMLEIDER)
CIJFERROLLEN = (Rol.DIRECTEUR, Rol.BELEID, Rol.WETHOUDER, Rol.ANALIST, Rol.TEAMLEIDER, Rol.TOEGANG)


def leest_opschalingen(wie: Wie) -> bool:
    """Tell whether somebody works on stuck cases: access, and team leaders who own a level."""
    return is_uitvoerder(wie) or (wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(*LEESROLLEN))


def leest_cijfers(wie: Wie) -> bool:
    """Tell whether somebody may see how many cases lie at which level; no cases."""
    return wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR} and wie.heeft(*CIJFERROLLEN)


def is_expert(wie: Wie) -> bool:
    """Tell whether somebody comes here as expert; what that shows depends on the sessions."""
    return wie.heeft(Rol.EXPERT)


def is_gast(wie: Wie) -> bool:
    """Tell whether somebody comes here as guest."""
    return wie.heeft(Rol.GAST)


def zichtbare_opschalingen(wie: Wie) -> QuerySet[Opschaling]:
    """Cases of one's own municipality for its access; for who owns a level those that came there and still run."""
    if is_toegang(wie):
        return Opschaling.objects.filter(gemeente=wie.organisatie)
    if is_uitvoerder(wie):
        return Opschaling.objects.filter(hulpvraag__in=zichtbare_hulpvragen(wie).values("pk"))
    if not leest_opschalingen(wie):
        return Opschaling.objects.none()
    bij_mij = Opschaling.objects.filter(
        afgesloten_op__isnull=True, stappen__organisatie=wie.organisatie, stappen__rol__in=wie.rollen - PERSOONLIJK
    )
    return Opschaling.objects.filter(pk__in=bij_mij.values("pk"))


def lidmaatschappen(wie: Wie) -> QuerySet[Teamlid]:
    """Return in which expert teams somebody sits today, in the role of expert."""
    if wie.gebruiker is None or not wie.heeft(Rol.EXPERT):
        return Teamlid.objects.none()
    return Teamlid.objects.op(vandaag()).filter(gebruiker=wie.gebruiker, organisatie=wie.organisatie)


def teams(wie: Wie) -> QuerySet[Expertteam]:
    """Return the expert teams somebody sits in."""
    return Expertteam.objects.filter(pk__in=lidmaatschappen(wie).values("team"))


def is_secretaris(wie: Wie, team: Expertteam) -> bool:
    """Tell whether somebody is the secretary of this team today."""
    return lidmaatschappen(wie).filter(team=team, is_secretaris=True).exists()


def eis_secretaris(wie: Wie, team: Expertteam) -> None:
    """Raise GeenRecht unless somebody is the secretary of this team."""
    if not is_secretaris(wie, team):
        raise GeenRecht(f"Dit doet de secretaris van {team}.")


def geldige_gastplekken(wie: Wie) -> QuerySet[Gastplek]:
    """Return the seat of a guest: from the invitation until it was withdrawn or its last day."""
    if wie.gebruiker is None or not wie.heeft(Rol.GAST):
        return Gastplek.objects.none()
    return Gastplek.objects.filter(
        gebruiker=wie.gebruiker, geeindigd_op__isnull=True, van__lte=vandaag(), tot__gte=vandaag(),
        casusvraag__staat__in=Casusvraag.LOPEND, casusvraag__deling_gestopt_op__isnull=True,
    )  # fmt: skip


def casussen_als_expert(wie: Wie) -> QuerySet[Casusvraag]:
    """Return the running cases somebody sees as secretary, or as member at the session."""
    leden = lidmaatschappen(wie)
    secretaris = Q(team__in=leden.filter(is_secretaris=True).values("team"))
    aanwezig = Q(agendapunt__zitting__aanwezigen__lid__in=leden)
    gevonden = Casusvraag.objects.filter(
        secretaris | aanwezig, staat__in=Casusvraag.LOPEND, deling_gestopt_op__isnull=True
    )
    return Casusvraag.objects.filter(pk__in=gevonden.values("pk"))


def zichtbare_casussen(wie: Wie) -> QuerySet[Casusvraag]:
    """Return the cases before an expert team that somebody may read, in whatever role."""
    eigen = Q(stap__opschaling__in=zichtbare_opschalingen(wie).values("pk"))
    als_expert = Q(pk__in=casussen_als_expert(wie).values("pk"))
    als_gast = Q(pk__in=geldige_gastplekken(wie).values("casusvraag"))
    return Casusvraag.objects.filter(eigen | als_expert | als_gast)
