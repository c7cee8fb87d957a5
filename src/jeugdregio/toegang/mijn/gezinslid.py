"""Who acts on the family's page: one person of the family, for one child. Not a `Wie`: there is no organisation.

Every query and act of this room takes a `Gezinslid`; it is made here only, and each time the law is asked again.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.urls import reverse

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.toegang.mijn.models import Gezinstoegang, Meekijken
from jeugdregio.toegang.models import Gezagsdrager, Kind
from recht import Uitkomst
from recht.inzage import inzage

STEMT_IN = Exists(
    Meekijken.objects.filter(kind=OuterRef("kind"), gezagsdrager=OuterRef("gezagsdrager"), gestopt_op__isnull=True)
)


@dataclass(frozen=True)
class Gezinslid:
    """A parent, guardian or youth who looks at the page of one child. Fits the log (`audit.actions.Handelende`)."""

    gebruiker: Gebruiker
    toegang: Gezinstoegang

    @property
    def kind(self) -> Kind:
        """The child this is about."""
        return self.toegang.kind

    @property
    def gezagsdrager(self) -> Gezagsdrager | None:
        """The parent or guardian; None for the youth itself."""
        return self.toegang.gezagsdrager

    @property
    def gemeente(self) -> Organisatie:
        """The municipality that is responsible."""
        return self.kind.gemeente

    @property
    def gebruiker_id(self) -> UUID | None:
        """Key for the log."""
        return self.gebruiker.pk

    @property
    def gebruikersnaam(self) -> str:
        """Name for the log."""
        return self.gebruiker.naam

    @property
    def organisatie_id(self) -> UUID | None:
        """A family is no organisation."""
        return None

    @property
    def organisatienaam(self) -> str:
        """What stands in the log where an organisation would."""
        return "gezin"

    @property
    def rolnaam(self) -> str:
        """What this person is of the child."""
        return self.toegang.wie_het_is


def oordeel(kind: Kind, drager: Gezagsdrager | None, *, kind_stemt_in: bool) -> Uitkomst:
    """Ask the law whether this person (None: the child itself) may look along today (Jeugdwet 7.3.10, 7.3.11)."""
    dag = vandaag()
    gezag = drager is not None and drager.heeft_gezag_op(dag)
    return inzage(kind.geboortedatum, dag, kind_zelf=drager is None, gezag=gezag, kind_stemt_in=kind_stemt_in)


def mag_meekijken(kind: Kind, drager: Gezagsdrager | None) -> Uitkomst:
    """As `oordeel`, with what the youth said. One query."""
    ja = Meekijken.objects.filter(kind=kind, gezagsdrager=drager, gestopt_op__isnull=True).exists()
    return oordeel(kind, drager, kind_stemt_in=ja)


def toegangen(gebruiker: Gebruiker) -> list[Gezinstoegang]:
    """Return what this person may enter today. One query."""
    gevonden = (
        Gezinstoegang.objects.filter(gebruiker=gebruiker, gesloten_op__isnull=True)
        .annotate(kind_stemt_in=STEMT_IN)
        .select_related("kind__gemeente", "gezagsdrager").order_by("kind__voornamen", "pk")
    )  # fmt: skip
    return [t for t in gevonden if oordeel(t.kind, t.gezagsdrager, kind_stemt_in=t.kind_stemt_in).waarde.mag]


def gezinslid(gebruiker: Gebruiker, toegang_id: UUID) -> Gezinslid:
    """Return who acts for the child of this access. Raises NietGevonden when it is not theirs, ended, or closed."""
    toegang = next((t for t in toegangen(gebruiker) if t.pk == toegang_id), None)
    if toegang is None:
        raise NietGevonden("Deze pagina is er niet.")
    return Gezinslid(gebruiker, toegang)


def thuis(gebruiker: Gebruiker) -> str | None:
    """Return the first page of somebody who only comes here for their family."""
    return reverse("mijn:start") if Gezinstoegang.objects.filter(gebruiker=gebruiker).exists() else None
