"""Reading cases and what comes back in them."""

from uuid import UUID

from django.db.models import Count, Prefetch, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.leren.casus.models import Belemmering, Casus
from jeugdregio.leren.casus.permissions import zichtbare_casussen
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie


def lijst(wie: Wie) -> QuerySet[Casus]:
    """Return the cases this person may see, newest first."""
    return (
        zichtbare_casussen(wie)
        .select_related("organisatie")
        .annotate(aantal=Count("belemmeringen"))
        .order_by("-bespreken_op", "titel", "id")
    )


def wat_terugkomt(wie: Wie) -> list[tuple[str, int, int]]:
    """Return per kind of barrier in how many cases it came up and in how many it still stands, most first."""
    zichtbaar = Belemmering.objects.filter(casus__in=zichtbare_casussen(wie)).order_by()
    alle = dict(zichtbaar.values_list("soort").annotate(n=Count("casus", distinct=True)))
    weg = zichtbaar.exclude(staat=Belemmering.Staat.WEG)
    staat_nog = dict(weg.values_list("soort").annotate(n=Count("casus", distinct=True)))
    rijen = [(Belemmering.Soort(s).label, n, staat_nog.get(s, 0)) for s, n in alle.items()]
    return sorted(rijen, key=lambda rij: (-rij[1], rij[0]))


def casus(wie: Wie, casus_id: UUID) -> Casus:
    """Return one case with its barriers. Raises NietGevonden."""
    belemmeringen = Prefetch("belemmeringen", Belemmering.objects.select_related("wie_kan"))
    gevonden = (
        zichtbare_casussen(wie).select_related("organisatie", "gemeente", "ervaring_door")
        .prefetch_related(belemmeringen).filter(pk=casus_id).first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Deze casus is er niet.")
    return gevonden


def wie_kunnen() -> QuerySet[Organisatie]:
    """Return who can take a barrier away: everybody but the councils, which speak through their municipality."""
    return Organisatie.objects.exclude(soort=Soort.RAAD).order_by("naam")
