"""Reading organisations, people and whom to call. The directory is open to everybody with an appointment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, When

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties.bellen import NODIG, is_verouderd
from jeugdregio.organisaties.models import (
    Aanstelling,
    ApiToken,
    Contactpunt,
    Deelname,
    Gebruiker,
    Organisatie,
    Rol,
    Soort,
)
from jeugdregio.organisaties.permissions import houdt_bij
from jeugdregio.organisaties.wie import Wie


@dataclass(frozen=True)
class Contactregel:
    """A contact point in the directory; `verouderd` when the last check is too long ago, `mijn` when I keep it."""

    punt: Contactpunt
    verouderd: bool
    mijn: bool


def contacten(wie: Wie, zoek: str = "", onderwerp: str = "") -> list[Contactregel]:
    """Return the directory: whom to call at which organisation, about what."""
    punten = Contactpunt.objects.select_related("organisatie__hoort_bij", "voor")
    if onderwerp:
        punten = punten.filter(onderwerp=onderwerp)
    for woord in zoek.split():
        punten = punten.filter(Q(organisatie__naam__icontains=woord) | Q(naam__icontains=woord))
    moment = nu()
    return [Contactregel(p, is_verouderd(p, moment), houdt_bij(wie, p.organisatie)) for p in punten]


def ontbrekende_contacten(_wie: Wie) -> list[tuple[Organisatie, list[str]]]:
    """Return the municipalities of today that miss a contact point everybody needs, with what is missing."""
    return [(g, [Contactpunt.Onderwerp(o).label for o in mist]) for g, mist in missende_onderwerpen()]


def missende_onderwerpen() -> list[tuple[Organisatie, list[str]]]:
    """Return per municipality of today the subjects everybody needs for which it has no general contact point."""
    gemeenten = deelnemers().prefetch_related("contactpunten")
    gevonden = ((g, {p.onderwerp for p in g.contactpunten.all() if p.voor_id is None}) for g in gemeenten)
    mist = ((g, [o for o in NODIG if o not in heeft]) for g, heeft in gevonden)
    return [(gemeente, onderwerpen) for gemeente, onderwerpen in mist if onderwerpen]


def belangrijkste_contacten(wie: Wie) -> Sequence[Contactpunt]:
    """Return the contact points for the side of the home screen: own municipality, or else the region office."""
    eigen = Contactpunt.objects.filter(organisatie=wie.organisatie).order_by("onderwerp")
    crisis = Contactpunt.objects.filter(onderwerp=Contactpunt.Onderwerp.CRISIS).order_by("organisatie__naam")
    return list(eigen[:4]) or list(crisis[:4])


def contactpunten_van(organisatie_ids: Iterable[UUID | None], onderwerp: str) -> dict[UUID, Contactpunt]:
    """Return the contact point of each of these organisations for a subject; the directory is open to everybody."""
    ids = {i for i in organisatie_ids if i}
    punten = Contactpunt.objects.filter(organisatie_id__in=ids, onderwerp=onderwerp, voor__isnull=True)
    return {punt.organisatie_id: punt for punt in punten.select_related("organisatie")}


def deelnemers() -> QuerySet[Organisatie]:
    """Return the municipalities that take part in the region today."""
    lopend = Deelname.objects.op(vandaag()).filter(organisatie__soort=Soort.GEMEENTE)
    return Organisatie.objects.filter(pk__in=lopend.values("organisatie_id"))


def plekken() -> QuerySet[Organisatie]:
    """Return where somebody may want to call: the municipalities of today first, then the partners."""
    gemeente = Q(soort=Soort.GEMEENTE, pk__in=deelnemers().values("pk"))
    anderen = ~Q(soort__in=(Soort.GEMEENTE, Soort.RAAD)) & Q(contactpunten__isnull=False)
    volgorde = Case(When(soort=Soort.GEMEENTE, then=0), default=1, output_field=IntegerField())
    return Organisatie.objects.filter(gemeente | anderen).distinct().order_by(volgorde, "naam")


@dataclass(frozen=True)
class Deelnamejaar:
    """A participation as the region page shows it."""

    organisatie: str
    rol: str
    van: date
    tot: date | None


def deelnames(_wie: Wie) -> list[Deelnamejaar]:
    """Return who takes part in the region since and until when, with the role (centre municipality)."""
    return [
        Deelnamejaar(d.organisatie.naam, d.get_rol_display(), d.van, d.tot)
        for d in Deelname.objects.select_related("organisatie").order_by("organisatie__naam", "van")
    ]


def mensen(wie: Wie) -> list[Gebruiker]:
    """Return the people of the own organisation with their appointments of today; only for its manager."""
    wie.eis(Rol.BEHEER)
    lopend = Aanstelling.objects.filter(organisatie=wie.organisatie).filter(Q(tot__isnull=True) | Q(tot__gte=vandaag()))
    return list(
        Gebruiker.objects.filter(aanstellingen__organisatie=wie.organisatie)
        .distinct()
        .prefetch_related(Prefetch("aanstellingen", queryset=lopend.order_by("rol"), to_attr="lopend"))
    )


def mens(wie: Wie, gebruiker_id: UUID) -> Gebruiker:
    """Return one person of the own organisation; NietGevonden for anybody else."""
    wie.eis(Rol.BEHEER)
    gevonden = Gebruiker.objects.filter(pk=gebruiker_id, aanstellingen__organisatie=wie.organisatie).first()
    if gevonden is None:
        raise NietGevonden("Deze persoon werkt niet bij jouw organisatie.")
    return gevonden


def tokens(wie: Wie) -> list[ApiToken]:
    """Return the API tokens of the own organisation; only for its manager."""
    wie.eis(Rol.BEHEER)
    return list(ApiToken.objects.filter(organisatie=wie.organisatie).order_by("-aangemaakt_op"))


def mijn_organisaties(wie: Wie) -> list[Organisatie]:
    """Return the organisations this person can act for today."""
    if wie.gebruiker is None:
        return []
    lopend = Aanstelling.objects.filter(gebruiker=wie.gebruiker).op(vandaag())
    return list(Organisatie.objects.filter(pk__in=lopend.values("organisatie_id")))


def rollen_van(wie: Wie, gebruiker: Gebruiker) -> list[Aanstelling]:
    """Return the appointments of a person at the own organisation, also the ended ones."""
    wie.eis(Rol.BEHEER)
    return list(gebruiker.aanstellingen.filter(organisatie=wie.organisatie).order_by("-van", "rol"))


def contactpunt(wie: Wie, punt_id: UUID) -> Contactpunt:
    """Return a contact point that this person keeps. Raises NietGevonden for one of somebody else."""
    punt = Contactpunt.objects.filter(pk=punt_id).select_related("organisatie__hoort_bij", "voor").first()
    if punt is None or not houdt_bij(wie, punt.organisatie):
        raise NietGevonden("Dit contactpunt is niet van jouw organisatie.")
    return punt
