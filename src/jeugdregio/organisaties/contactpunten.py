"""Acts on contact points: write one, and say that it is still right."""

from typing import Any
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Contactpunt, Organisatie
from jeugdregio.organisaties.permissions import eis_contacten, houdt_bij
from jeugdregio.organisaties.signalen import meld_wijziging
from jeugdregio.organisaties.wie import Wie


@transaction.atomic
def bewaar_contactpunt(
    wie: Wie, *, onderwerp: str, velden: dict[str, Any], voor: Organisatie | None = None,
    organisatie: Organisatie | None = None,
) -> Contactpunt:  # fmt: skip
    """Write whom to call about a subject, at the own organisation or one this person keeps; it counts as checked today.

    `voor` is the organisation whose people it is for (None: everybody). Raises GeenRecht for another organisation,
    Geweigerd when a post that is not vacant has neither telephone nor e-mail, or when its hours are half given.
    """
    eigenaar = organisatie or wie.organisatie
    eis_contacten(wie, eigenaar)
    _toets(velden)
    punt, _ = Contactpunt.objects.update_or_create(
        organisatie=eigenaar, onderwerp=onderwerp, voor=voor, defaults={**velden, "gecontroleerd_op": vandaag()}
    )
    leg_vast(
        wie, "contactpunt.bewaard", soort="contactpunt", onderwerp_id=punt.pk, gegevens={"onderwerp": onderwerp}
    )  # fmt: skip
    meld_wijziging(punt)
    return punt


def _toets(velden: dict[str, Any]) -> None:
    uren = [bool(velden.get("dagen")), velden.get("open_van") is not None, velden.get("open_tot") is not None]
    if not velden.get("altijd") and any(uren) and not all(uren):
        melding = "Vul de dagen, de begintijd en de eindtijd in, of laat ze alle drie leeg."
        raise Geweigerd(melding, velden={"open_van": melding})
    if not velden.get("vacant_sinds") and not velden.get("telefoon") and not velden.get("email"):
        melding = "Vul een telefoonnummer of e-mailadres in."
        raise Geweigerd(melding, velden={"telefoon": melding})


@transaction.atomic
def bevestig_contactpunt(wie: Wie, punt_id: UUID) -> Contactpunt:
    """Say that a contact point is still right today; again on the same day changes nothing."""
    punt = Contactpunt.objects.select_for_update(of=("self",)).select_related("organisatie").filter(pk=punt_id).first()
    if punt is None or not houdt_bij(wie, punt.organisatie):
        raise NietGevonden("Dit contactpunt is niet van jouw organisatie.")
    if punt.gecontroleerd_op != vandaag():
        punt.gecontroleerd_op = vandaag()
        punt.save(update_fields=["gecontroleerd_op"])
        leg_vast(wie, "contactpunt.bevestigd", soort="contactpunt", onderwerp_id=punt.pk)
    meld_wijziging(punt)
    return punt
