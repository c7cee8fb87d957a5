"""What destroying a file takes from the family's own page: all of this child, and an account that has no other."""

from uuid import UUID

from django.db.models import Exists, OuterRef

from jeugdregio.organisaties.models import Aanstelling, Gebruiker
from jeugdregio.toegang.bewaren.leeg import LEEG, van, wis_rijen
from jeugdregio.toegang.mijn.models import Gezinstoegang, Gezinsvraag, Meekijken, Uitnodiging
from jeugdregio.toegang.models import Kind


def wis_gezinspagina(kind: Kind) -> int:
    """Remove who of the family could look along and what they asked. Their page closes at once."""
    accounts = list(van(Gezinstoegang, kind=kind).values_list("gebruiker", flat=True))
    rijen = sum(wis_rijen(van(deel, kind=kind)) for deel in (Gezinsvraag, Meekijken, Uitnodiging, Gezinstoegang))
    return rijen + sum(_wis_account(account) for account in _zonder_ander_kind(accounts))


def _zonder_ander_kind(accounts: list[UUID]) -> list[Gebruiker]:
    """Return accounts that open nothing else: no brother or sister, and no work."""
    elders = van(Gezinstoegang, gebruiker=OuterRef("pk"))
    werk = van(Aanstelling, gebruiker=OuterRef("pk"))
    return list(Gebruiker.objects.filter(~Exists(elders), ~Exists(werk), pk__in=accounts))


def _wis_account(gebruiker: Gebruiker) -> int:
    # The row stays: the log and decisions on other rows point at it.
    gebruiker.naam, gebruiker.email = LEEG, f"vernietigd-{gebruiker.pk.hex}@voorbeeld.invalid"
    gebruiker.is_active = False
    gebruiker.set_unusable_password()
    gebruiker.save()
    return 1
