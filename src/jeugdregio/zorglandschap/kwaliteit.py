"""The requirements of the kwaliteitshandvest: what is asked, how it is measured, from which paper."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Kwaliteitseis
from jeugdregio.zorglandschap.permissions import beheert_catalogus, eis

WIE = "een contractmanager of beleidsmedewerker van het regiokantoor"


def kwaliteitseisen(_wie: Wie) -> Sequence[Kwaliteitseis]:
    """Return all requirements with in how many contracts they stand (`aantal`). Not secret. One query."""
    return list(Kwaliteitseis.objects.annotate(aantal=Count("contracten")).order_by("code"))


def kwaliteitseis(_wie: Wie, eis_id: UUID) -> Kwaliteitseis:
    """Return one requirement. Raises NietGevonden."""
    gevonden = Kwaliteitseis.objects.filter(pk=eis_id).first()
    if gevonden is None:
        raise NietGevonden("Deze kwaliteitseis is er niet.")
    return gevonden


@transaction.atomic
def bewaar_eis(wie: Wie, eis_id: UUID | None, velden: dict[str, Any]) -> Kwaliteitseis:
    """Add a requirement, or change one that no contract holds yet.

    What stands in a contract was signed: then only its last day changes, and a new requirement follows. Raises
    Geweigerd with what is wrong per field.
    """
    eis(beheert_catalogus(wie), WIE)
    bestaand = Kwaliteitseis.objects.select_for_update().filter(pk=eis_id).first() if eis_id else None
    if eis_id and bestaand is None:
        raise NietGevonden("Deze kwaliteitseis is er niet.")
    _toets(velden, bestaand)
    doel = bestaand or Kwaliteitseis()
    for naam, waarde in velden.items():
        setattr(doel, naam, waarde)
    doel.save()
    leg_vast(wie, "kwaliteitseis.bewaard", soort="kwaliteitseis", onderwerp_id=doel.pk, gegevens={"code": doel.code})
    return doel


def _toets(velden: dict[str, Any], bestaand: Kwaliteitseis | None) -> None:
    fouten = {}
    zelfde = Kwaliteitseis.objects.filter(code=velden["code"])
    if (zelfde.exclude(pk=bestaand.pk) if bestaand else zelfde).exists():
        fouten["code"] = "Deze code bestaat al. Kies een andere."
    if velden["tot"] and velden["tot"] < velden["van"]:
        fouten["tot"] = "De einddatum ligt voor de begindatum. Kies een latere dag."
    meting = [bool(velden["kpi"]), bool(velden["richting"]), velden["norm"] is not None]
    if any(meting) and not all(meting):
        fouten["kpi"] = "Vul wat je meet, de richting en de norm alle drie in, of laat ze alle drie leeg."
    if bestaand and bestaand.contracten.exists():
        anders = [naam for naam in velden if naam != "tot" and getattr(bestaand, naam) != velden[naam]]
        if anders:
            melding = "Deze eis staat in een contract. Geef haar een einddatum en maak een nieuwe."
            fouten |= dict.fromkeys(anders, melding)
    if fouten:
        raise Geweigerd("De kwaliteitseis kan zo niet.", velden=fouten)
