"""Acts of the region office: the terms of this room, and the towns distances are reckoned from."""

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.permissions import eis
from jeugdregio.zorglandschap.ruimte.models import Plaats, Ruimtetermijn, Volgorde
from jeugdregio.zorglandschap.ruimte.permissions import stelt_in

_WIE = "een contractmanager of beleidsmedewerker van het regiokantoor"
DAGEN = (
    "verouderd_na", "antwoord_binnen", "reservering_duurt", "eerste_contact_binnen", "contact_elke", "zonder_start_na",
)  # fmt: skip


def zet_termijnen(
    wie: Wie, *, van: date, bron: str, dagen: dict[str, int], volgorde: str = Volgorde.URGENTIE
) -> Ruimtetermijn:
    """Let other terms hold from a day on; what held before ends the day before. `dagen` by the names of DAGEN.

    A name that is left out keeps what the system ordinarily has. `volgorde` is the rule of the waiting lists.
    """
    eis(stelt_in(wie), _WIE)
    fout = {naam: "Vul een getal van 1 tot en met 365 in." for naam, aantal in dagen.items() if not 1 <= aantal <= 365}
    if volgorde not in Volgorde.values:
        fout["volgorde"] = "Kies een volgorde."
    if fout:
        raise Geweigerd("Deze termijn kan niet.", velden=fout)
    with transaction.atomic():
        later = Ruimtetermijn.objects.select_for_update().filter(van__gte=van)
        if later.exists():
            melding = f"Er zijn al termijnen vastgelegd vanaf {later[0].van:%d-%m-%Y}. Kies een latere dag."
            raise Geweigerd(melding, velden={"van": melding})
        Ruimtetermijn.objects.filter(tot__isnull=True).update(tot=van - timedelta(days=1))
        termijn = Ruimtetermijn.objects.create(van=van, bron=bron.strip(), volgorde=volgorde, **dagen)
        leg_vast(wie, "ruimtetermijn.vastgelegd", soort="ruimtetermijn", onderwerp_id=termijn.pk)
    return termijn


def bewaar_plaats(wie: Wie, *, naam: str, breedte: Decimal, lengte: Decimal, bron: str) -> Plaats:
    """Add a town, or give it other coordinates (degrees, WGS84)."""
    eis(stelt_in(wie), _WIE)
    velden = {}
    if not -90 <= breedte <= 90:
        velden["breedte"] = "Een breedtegraad ligt tussen -90 en 90, zoals 52.508."
    if not -180 <= lengte <= 180:
        velden["lengte"] = "Een lengtegraad ligt tussen -180 en 180, zoals 5.475."
    if velden:
        raise Geweigerd("Deze coördinaten kunnen niet.", velden=velden)
    with transaction.atomic():
        plaats, _ = Plaats.objects.update_or_create(
            naam=naam.strip(), defaults={"breedte": breedte, "lengte": lengte, "bron": f"{bron} ({vandaag():%d-%m-%Y})"}
        )
        leg_vast(wie, "plaats.bewaard", soort="plaats", onderwerp_id=plaats.pk)
    return plaats
