"""Who calls: a token of an organisation, with scopes. Only its hash is known here."""

import hashlib

from django.http import HttpRequest
from ninja.security import HttpBearer

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import nu
from jeugdregio.organisaties.models import ApiToken
from jeugdregio.organisaties.wie import Wie, wie_van_token


class Sleutel(HttpBearer):
    """Bearer token; a revoked or expired one opens nothing."""

    def authenticate(self, request: HttpRequest, token: str) -> Wie | None:
        """Return the actor of this token, or None."""
        gevonden = (
            ApiToken.objects.select_related("organisatie")
            .filter(hash=hashlib.sha256(token.encode()).hexdigest(), ingetrokken_op__isnull=True, verloopt_op__gt=nu())
            .first()
        )
        return wie_van_token(gevonden) if gevonden else None


def eis_scope(wie: Wie, scope: str) -> None:
    """Raise GeenRecht unless the token has this scope."""
    if scope not in wie.scopes:
        raise GeenRecht(
            f"Deze sleutel mist het recht {scope}. Vraag de functioneel beheerder om een sleutel met dit recht."
        )
