"""Who may see and do what in a round of consent."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Plaatsvervanging, Staat, Voorstel, Zichtbaarheid
from jeugdregio.organisaties.models import Deelname, Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie

INBRENGERS = (Rol.WETHOUDER, Rol.BELEID, Rol.JURIST, Rol.DIRECTEUR, Rol.SECRETARIS)
LEIDING = (Rol.VOORZITTER, Rol.BEGELEIDER, Rol.SECRETARIS)
# At the table, with or without consent right; who advises there reads along.
TAFEL = (*INBRENGERS, Rol.VOORZITTER, Rol.BEGELEIDER, Rol.ERVARING)
# Who keeps the numbers of the procedure and the leading principles, at the regional office.
AFSPREKERS = (Rol.SECRETARIS, Rol.BELEID)
# What was decided and is out in the open.
GEPUBLICEERD = (Staat.VAN_KRACHT, Staat.EVALUATIE, Staat.BEEINDIGD)


def mag_voorstellen_zien(wie: Wie) -> bool:
    """Tell whether somebody may open the list; what stands in it depends on `zichtbare_voorstellen`."""
    return wie.heeft(*TAFEL, Rol.GRIFFIER)


def mag_inbrengen(wie: Wie) -> bool:
    """Tell whether somebody may bring in a proposal."""
    return wie.heeft(*INBRENGERS) and wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR}


def mag_afspreken(wie: Wie) -> bool:
    """Tell whether somebody records what the region agreed about deciding itself."""
    return wie.organisatie.soort == Soort.REGIOKANTOOR and wie.heeft(*AFSPREKERS)


def deelnemers_op(voorstel: Voorstel, datum: date) -> QuerySet[Organisatie]:
    """Return the municipalities that take part in the region of this proposal on a day."""
    lopend = Deelname.objects.op(datum).filter(regio_id=voorstel.regio_id, organisatie__soort=Soort.GEMEENTE)
    return Organisatie.objects.filter(pk__in=lopend.values("organisatie_id")).order_by("naam")


def niveaus(wie: Wie) -> list[str]:
    """Return the levels of confidence this person may read."""
    niveaus: list[str] = [Zichtbaarheid.OPENBAAR]
    if wie.heeft(Rol.GRIFFIER):
        niveaus.append(Zichtbaarheid.RADEN)
    if wie.heeft(*TAFEL):
        niveaus += [Zichtbaarheid.RADEN, Zichtbaarheid.DELEGATIES]
    if wie.heeft(Rol.WETHOUDER, *LEIDING):
        niveaus.append(Zichtbaarheid.VERTROUWELIJK)
    return niveaus


def _van_de_regio(wie: Wie) -> Q:
    """Limit to regions this organisation takes or took part in; the regional office and councils belong to all."""
    if wie.organisatie.soort != Soort.GEMEENTE:
        return Q()
    return Q(regio__in=Deelname.objects.filter(organisatie=wie.organisatie, van__lte=vandaag()).values("regio_id"))


def dossiers(wie: Wie) -> QuerySet[Voorstel]:
    """Return the proposals of which this person may read everything. A concept is only for who writes it."""
    if not mag_voorstellen_zien(wie):
        return Voorstel.objects.none()
    eigen = Q(inbrenger_organisatie=wie.organisatie) if wie.heeft(*INBRENGERS) else Q(pk__in=[])
    zelf = Q(inbrenger=wie.gebruiker) if wie.gebruiker else Q(pk__in=[])
    mag = Q(zichtbaarheid__in=niveaus(wie)) | (zelf & eigen)
    return Voorstel.objects.filter(_van_de_regio(wie)).filter(mag & (~Q(staat=Staat.CONCEPT) | eigen))


def uitkomsten(wie: Wie) -> QuerySet[Voorstel]:
    """Return the proposals of which this person may read what was decided."""
    return Voorstel.objects.filter(_van_de_regio(wie), staat__in=GEPUBLICEERD, zicht_uitkomst__in=niveaus(wie))


def ziet_dossier(wie: Wie, voorstel: Voorstel) -> bool:
    """Tell whether somebody may read everything of this proposal."""
    return dossiers(wie).filter(pk=voorstel.pk).exists()


def is_inbrenger(wie: Wie, voorstel: Voorstel) -> bool:
    """Tell whether somebody acts for who brought this in: the person, or a colleague who may bring in."""
    return wie.organisatie_id == voorstel.inbrenger_organisatie_id and mag_inbrengen(wie)


def eis_inbrenger(wie: Wie, voorstel: Voorstel) -> None:
    """Raise GeenRecht unless this person acts for who brought it in."""
    if not is_inbrenger(wie, voorstel):
        raise GeenRecht("Dit kan alleen de inbrenger van het voorstel doen.")


def is_delegate(wie: Wie, gemeente: Organisatie, datum: date) -> bool:
    """Tell whether somebody may speak for a municipality: its alderman, or who replaces him by a paper."""
    if wie.heeft(Rol.WETHOUDER) and wie.organisatie_id == gemeente.pk:
        return True
    return vervanging(wie, gemeente, datum) is not None


def spreekt_voor(wie: Wie, datum: date) -> frozenset[UUID]:
    """Return the municipalities somebody may speak for on a day, in one query; the same rule as `is_delegate`."""
    eigen: set[UUID] = {wie.organisatie_id} if wie.heeft(Rol.WETHOUDER) else set()
    if wie.gebruiker is None:
        return frozenset(eigen)
    stukken = Plaatsvervanging.objects.op(datum).filter(vervanger=wie.gebruiker, stuk_op__lte=datum)
    return frozenset(eigen | set(stukken.values_list("gemeente_id", flat=True)))


def vervanging(wie: Wie, gemeente: Organisatie, datum: date) -> Plaatsvervanging | None:
    """Return the paper by which this person may speak for a municipality on a day."""
    if wie.gebruiker is None:
        return None
    return (
        Plaatsvervanging.objects.op(datum)
        .filter(gemeente=gemeente, vervanger=wie.gebruiker, stuk_op__lte=datum)
        .order_by("-van", "id")
        .first()
    )
