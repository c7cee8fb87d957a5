"""Substitutes: who may speak for the delegate of a municipality, because a paper says so."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Plaatsvervanging
from jeugdregio.bestuur.consent.toetsen_invoer import eis_ingevuld
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.models import Aanstelling, Gebruiker, Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie


def mogelijke_vervangers(gemeente: Organisatie) -> list[Gebruiker]:
    """Return who can be named: people of the municipality in policy and law, and the secretary of the region."""
    eigen = Aanstelling.objects.op(vandaag()).filter(
        organisatie=gemeente, rol__in=[Rol.WETHOUDER, Rol.BELEID, Rol.JURIST]
    )
    secretaris = Aanstelling.objects.op(vandaag()).filter(organisatie__soort=Soort.REGIOKANTOOR, rol=Rol.SECRETARIS)
    return list(Gebruiker.objects.filter(pk__in=(eigen | secretaris).values("gebruiker_id")))


@transaction.atomic
def leg_vervanging_vast(
    wie: Wie, *, gemeente: Organisatie, vervanger: UUID, stuk: str, stuk_op: date, van: date, tot: date | None
) -> Plaatsvervanging:
    """Record a written substitution. By the alderman, or by the secretary from the paper he received."""
    eigen = wie.heeft(Rol.WETHOUDER) and wie.organisatie_id == gemeente.pk
    if not (eigen or wie.heeft(Rol.SECRETARIS)):
        raise GeenRecht("Een vervanger wijst de wethouder zelf aan. De secretaris kan zijn brief vastleggen.")
    eis_ingevuld({"stuk": stuk}, {"stuk": "Vul het kenmerk in van het stuk waarin dit staat."})
    weiger_persoonsgegevens({"stuk": stuk})
    gekozen = next((mens for mens in mogelijke_vervangers(gemeente) if mens.pk == vervanger), None)
    if gekozen is None:
        raise Geweigerd("Deze persoon kan niet vervangen.", velden={"vervanger": "Kies iemand uit de lijst."})
    if stuk_op > vandaag():
        raise Geweigerd("Het stuk is van een dag die nog komt.", velden={"stuk_op": "Kies vandaag of eerder."})
    if tot is not None and tot < van:
        raise Geweigerd("De laatste dag ligt voor de eerste.", velden={"tot": "Kies een latere dag."})
    vervanging = Plaatsvervanging.objects.create(
        gemeente=gemeente, vervanger=gekozen, stuk=stuk.strip(), stuk_op=stuk_op, van=van, tot=tot,
        vastgelegd_door=wie.gebruikersnaam,
    )  # fmt: skip
    leg_vast(
        wie, "vervanging.vastgelegd", soort="plaatsvervanging", onderwerp_id=vervanging.pk,
        gegevens={"gemeente": gemeente.code or "", "door_secretaris": not eigen},
    )  # fmt: skip
    return vervanging
