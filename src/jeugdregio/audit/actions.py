"""Writing to the log. Called inside the transaction of the act, so an act without its line cannot exist."""

from typing import Protocol
from uuid import UUID

from jeugdregio.audit.models import Regel


class Handelende(Protocol):
    """Who acts: satisfied by `organisaties.wie.Wie`, which this room may not know."""

    @property
    def gebruiker_id(self) -> UUID | None: ...
    @property
    def gebruikersnaam(self) -> str: ...
    @property
    def organisatie_id(self) -> UUID | None: ...
    @property
    def organisatienaam(self) -> str: ...
    @property
    def rolnaam(self) -> str: ...


def _regel(
    wie: Handelende,
    handeling: str,
    *,
    inzage: bool,
    kind_id: UUID | None,
    soort: str,
    onderwerp_id: object,
    gegevens: dict[str, object] | None,
) -> Regel:
    return Regel(
        gebruiker_id=wie.gebruiker_id,
        gebruiker=wie.gebruikersnaam,
        organisatie_id=wie.organisatie_id,
        organisatie=wie.organisatienaam,
        rol=wie.rolnaam,
        handeling=handeling,
        inzage=inzage,
        kind_id=kind_id,
        onderwerp_soort=soort,
        onderwerp_id=str(onderwerp_id or ""),
        gegevens=gegevens or {},
    )


def leg_vast(
    wie: Handelende,
    handeling: str,
    *,
    kind_id: UUID | None = None,
    soort: str = "",
    onderwerp_id: object = None,
    gegevens: dict[str, object] | None = None,
) -> None:
    """Log a change. `handeling` is a dotted name ("verzoek.toegewezen"); `gegevens` holds no personal data."""
    _regel(
        wie,
        handeling,
        inzage=False,
        kind_id=kind_id,
        soort=soort,
        onderwerp_id=onderwerp_id,
        gegevens=gegevens,
    ).save()


def leg_inzage_vast(
    wie: Handelende, kind_ids: list[UUID], *, scherm: str, soort: str = "", onderwerp_id: object = None
) -> None:
    """Log that somebody looked at the file of these children (one line a child, one query)."""
    Regel.objects.bulk_create(
        _regel(
            wie,
            f"inzage.{scherm}",
            inzage=True,
            kind_id=kind_id,
            soort=soort,
            onderwerp_id=onderwerp_id,
            gegevens=None,
        )
        for kind_id in kind_ids
    )
