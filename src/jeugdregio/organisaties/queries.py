"""Reading organisations, people and whom to call. The directory is open to everybody with an appointment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
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
from jeugdregio.organisaties.wie import Wie

# A contact point that nobody checked for this long may be wrong.
CONTROLE_NA = timedelta(days=90)


@dataclass(frozen=True)
class Contactregel:
    """A contact point in the directory; `verouderd` when the last check is too long ago."""

    punt: Contactpunt
    verouderd: bool


def contacten(_wie: Wie, zoek: str = "", onderwerp: str = "") -> list[Contactregel]:
    """Return the directory: whom to call at which organisation, about what."""
    punten = Contactpunt.objects.select_related("organisatie")
    if onderwerp:
        punten = punten.filter(onderwerp=onderwerp)
    for woord in zoek.split():
        punten = punten.filter(Q(organisatie__naam__icontains=woord) | Q(naam__icontains=woord))
    grens = vandaag() - CONTROLE_NA
    return [Contactregel(punt, punt.gecontroleerd_op < grens) for punt in punten]


def ontbrekende_contacten(_wie: Wie) -> list[tuple[Organisatie, list[str]]]:
    """Return the municipalities of today that miss a contact point everybody needs, with what is missing."""
    nodig = {Contactpunt.Onderwerp.CRISIS, Contactpunt.Onderwerp.TOEWIJZING, Contactpunt.Onderwerp.ZORGEN}
    gemeenten = deelnemers().prefetch_related("contactpunten")
    uit = []
    for gemeente in gemeenten:
        mist = nodig - {p.onderwerp for p in gemeente.contactpunten.all()}
        if mist:
            uit.append((gemeente, sorted(Contactpunt.Onderwerp(o).label for o in mist)))
    return uit


def belangrijkste_contacten(wie: Wie) -> Sequence[Contactpunt]:
    """Return the contact points for the side of the home screen: own municipality, or else the region office."""
    eigen = Contactpunt.objects.filter(organisatie=wie.organisatie).order_by("onderwerp")
    crisis = Contactpunt.objects.filter(onderwerp=Contactpunt.Onderwerp.CRISIS).order_by("organisatie__naam")
    return list(eigen[:4]) or list(crisis[:4])


def contactpunten_van(organisatie_ids: Iterable[UUID | None], onderwerp: str) -> dict[UUID, Contactpunt]:
    """Return the contact point of each of these organisations for a subject; the directory is open to everybody."""
    punten = Contactpunt.objects.filter(organisatie_id__in={i for i in organisatie_ids if i}, onderwerp=onderwerp)
    return {punt.organisatie_id: punt for punt in punten.select_related("organisatie")}


def deelnemers() -> QuerySet[Organisatie]:
    """Return the municipalities that take part in the region today."""
    lopend = Deelname.objects.op(vandaag()).filter(organisatie__soort=Soort.GEMEENTE)
    return Organisatie.objects.filter(pk__in=lopend.values("organisatie_id"))


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
