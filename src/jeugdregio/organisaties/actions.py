"""Acts on people and tokens. Each is for the functional manager of the own organisation."""

import hashlib
import secrets
from datetime import timedelta
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties import queries
from jeugdregio.organisaties.models import Aanstelling, ApiToken, Gebruiker, Organisatie, Rol
from jeugdregio.organisaties.permissions import ROLLEN_PER_SOORT
from jeugdregio.organisaties.wie import Wie

TOKEN_GELDIG = timedelta(days=365)
SCOPES = {
    "berichten:schrijven": "Berichten aanbieden",
    "berichten:lezen": "Berichten ophalen",
    "toewijzingen:lezen": "Toewijzingen lezen",
    "declaraties:lezen": "Declaraties lezen",
}


@transaction.atomic
def maak_account(wie: Wie, *, email: str, naam: str, rol: str, wachtwoord: str) -> Gebruiker:
    """Give a person an account and a first role at the own organisation, from today.

    Somebody who already has an account (at another organisation) only gets the role; their password stays.
    """
    wie.eis(Rol.BEHEER)
    _eis_rol(wie, rol)
    gebruiker = Gebruiker.objects.filter(email=email.lower()).first()
    if gebruiker is None:
        try:
            validate_password(wachtwoord, Gebruiker(email=email, naam=naam))
        except ValidationError as fout:
            raise Geweigerd(
                "Dit wachtwoord is niet sterk genoeg.", velden={"wachtwoord": " ".join(fout.messages)}
            ) from fout
        gebruiker = Gebruiker.objects.create_user(email, naam, wachtwoord, eerste=True)
    _stel_aan(wie, gebruiker, rol)
    return gebruiker


@transaction.atomic
def geef_rol(wie: Wie, gebruiker_id: UUID, rol: str) -> None:
    """Give somebody of the own organisation a role from today; having it already changes nothing."""
    gebruiker = queries.mens(wie, gebruiker_id)
    _eis_rol(wie, rol)
    _stel_aan(wie, gebruiker, rol)


@transaction.atomic
def beeindig_rol(wie: Wie, gebruiker_id: UUID, rol: str) -> None:
    """End a role of somebody of the own organisation: from now on it gives no access. Nobody ends the last manager."""
    gebruiker = queries.mens(wie, gebruiker_id)
    beheerders = Aanstelling.objects.filter(organisatie=wie.organisatie, rol=Rol.BEHEER).op(vandaag())
    if rol == Rol.BEHEER and beheerders.exclude(gebruiker=gebruiker).count() == 0:
        raise Geweigerd("Dit is de laatste functioneel beheerder. Wijs eerst een ander aan.")
    gisteren = vandaag() - timedelta(days=1)
    lopend = Aanstelling.objects.filter(gebruiker=gebruiker, organisatie=wie.organisatie, rol=rol).op(vandaag())
    for aanstelling in lopend:
        # A role given today and taken back today never held: the log keeps that it was there.
        if aanstelling.van > gisteren:
            aanstelling.delete()
            continue
        aanstelling.tot = gisteren
        aanstelling.save(update_fields=["tot"])
    leg_vast(wie, "rol.beeindigd", soort="gebruiker", onderwerp_id=gebruiker.pk, gegevens={"rol": rol})


def _eis_rol(wie: Wie, rol: str) -> None:
    if rol not in ROLLEN_PER_SOORT[wie.organisatie.soort]:
        raise Geweigerd("Deze rol bestaat niet bij jouw organisatie.", velden={"rol": "Kies een rol uit de lijst."})


def _stel_aan(wie: Wie, gebruiker: Gebruiker, rol: str) -> None:
    if Aanstelling.objects.filter(gebruiker=gebruiker, rol=Rol.GAST).op(vandaag()).exists():
        melding = "Deze persoon is hier te gast bij één casus en krijgt geen andere rol. Laat die plek eerst eindigen."
        raise Geweigerd(melding, velden={"rol": melding})
    bestaat = Aanstelling.objects.filter(gebruiker=gebruiker, organisatie=wie.organisatie, rol=rol).op(vandaag())
    if bestaat.exists():
        return
    Aanstelling.objects.create(gebruiker=gebruiker, organisatie=wie.organisatie, rol=rol, van=vandaag())
    leg_vast(wie, "rol.gegeven", soort="gebruiker", onderwerp_id=gebruiker.pk, gegevens={"rol": rol})


@transaction.atomic
def maak_token(wie: Wie, *, naam: str, scopes: list[str]) -> tuple[ApiToken, str]:
    """Make an API token for the own organisation; the text is shown once and cannot be read back."""
    wie.eis(Rol.BEHEER)
    onbekend = set(scopes) - set(SCOPES)
    if onbekend or not scopes:
        raise Geweigerd("Kies wat dit token mag.", velden={"scopes": "Kies een of meer rechten uit de lijst."})
    return _token(wie, wie.organisatie, naam, scopes)


def _token(wie: Wie, organisatie: Organisatie, naam: str, scopes: list[str]) -> tuple[ApiToken, str]:
    geheim = f"jr_{secrets.token_urlsafe(32)}"
    token = ApiToken.objects.create(
        organisatie=organisatie,
        naam=naam,
        hash=token_hash(geheim),
        scopes=sorted(scopes),
        verloopt_op=nu() + TOKEN_GELDIG,
    )
    leg_vast(wie, "token.gemaakt", soort="api_token", onderwerp_id=token.pk, gegevens={"scopes": sorted(scopes)})
    return token, geheim


@transaction.atomic
def trek_token_in(wie: Wie, token_id: UUID) -> None:
    """Withdraw a token of the own organisation at once."""
    wie.eis(Rol.BEHEER)
    token = ApiToken.objects.filter(pk=token_id, organisatie=wie.organisatie).first()
    if token is None:
        raise NietGevonden("Dit token is er niet.")
    if token.ingetrokken_op is None:
        token.ingetrokken_op = nu()
        token.save(update_fields=["ingetrokken_op"])
        leg_vast(wie, "token.ingetrokken", soort="api_token", onderwerp_id=token.pk)


def token_hash(geheim: str) -> str:
    """Return how a token is kept: SHA-256 in hex (a token is long and random, so a plain hash is enough)."""
    return hashlib.sha256(geheim.encode()).hexdigest()


def geldig_token(geheim: str) -> ApiToken | None:
    """Return the token behind this text if it is valid now, else None."""
    token = (
        ApiToken.objects.filter(hash=token_hash(geheim), ingetrokken_op__isnull=True)
        .select_related("organisatie")
        .first()
    )
    return token if token and token.verloopt_op > nu() else None
