"""Who acts: a person at an organisation with the roles of today, or a system with the scopes of its token."""

from dataclasses import dataclass, field
from uuid import UUID

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import PERSOONLIJK, Aanstelling, ApiToken, Gebruiker, Organisatie, Rol


@dataclass(frozen=True)
class Wie:
    """The one who reads or acts. Every query and act takes it; without it there is nothing to see."""

    organisatie: Organisatie
    rollen: frozenset[str] = frozenset()
    gebruiker: Gebruiker | None = None
    scopes: frozenset[str] = frozenset()
    naam: str = field(default="")

    @property
    def gebruiker_id(self) -> UUID | None:
        """Key of the person; None for a system."""
        return self.gebruiker.id if self.gebruiker else None

    @property
    def gebruikersnaam(self) -> str:
        """Name for the log."""
        return self.gebruiker.naam if self.gebruiker else self.naam

    @property
    def organisatie_id(self) -> UUID:
        """Key of the organisation acted for."""
        return self.organisatie.id

    @property
    def organisatienaam(self) -> str:
        """Name of the organisation for the log."""
        return self.organisatie.naam

    @property
    def rolnaam(self) -> str:
        """The roles as text, for the log and the header of the screen."""
        return ", ".join(sorted(Rol(rol).label for rol in self.rollen)) or "systeem"

    @property
    def besloten(self) -> bool:
        """True for somebody with only personal roles: then what everybody with an appointment sees stays shut."""
        return bool(self.rollen) and self.rollen <= PERSOONLIJK

    def heeft(self, *rollen: str) -> bool:
        """Tell whether the person has one of these roles."""
        return not self.rollen.isdisjoint(rollen)

    def eis(self, *rollen: str) -> None:
        """Raise GeenRecht unless the person has one of these roles."""
        if not self.heeft(*rollen):
            namen = " of ".join(Rol(rol).label.lower() for rol in rollen)
            raise GeenRecht(f"Dit kan alleen een {namen} van je organisatie doen.")


def wie_is(gebruiker: Gebruiker, organisatie_id: UUID | None = None) -> Wie | None:
    """Return who this person is today; None when there is no appointment (then nothing can be seen).

    Somebody with appointments at several organisations acts for one at a time: `organisatie_id`, else the first.
    """
    aanstellingen = list(
        Aanstelling.objects.filter(gebruiker=gebruiker)
        .op(vandaag())
        .select_related("organisatie")
        .order_by("van", "id")
    )
    if not aanstellingen:
        return None
    gekozen = next((a.organisatie for a in aanstellingen if a.organisatie_id == organisatie_id), None)
    organisatie = gekozen or aanstellingen[0].organisatie
    rollen = frozenset(a.rol for a in aanstellingen if a.organisatie_id == organisatie.id)
    return Wie(organisatie=organisatie, rollen=rollen, gebruiker=gebruiker)


def wie_van_token(token: ApiToken) -> Wie:
    """Return the actor of an API token."""
    return Wie(organisatie=token.organisatie, scopes=frozenset(token.scopes), naam=f"systeem: {token.naam}")


def systeem(organisatie: Organisatie, naam: str = "systeem: berichtverwerking") -> Wie:
    """Return the system itself, acting for an organisation (message handling, time)."""
    return Wie(organisatie=organisatie, naam=naam)
