"""How a municipality stands towards a norm of the region: adopted, not adopted, disputed. Dated, never rewritten."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from jeugdregio.afspraken import botsingen, overnemen, permissions
from jeugdregio.afspraken.actions import VERLEDEN
from jeugdregio.afspraken.models import Norm, Rang, Standpunt
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.wie import Wie


@transaction.atomic
def neem_standpunt(wie: Wie, norm_id: UUID, *, stand: str, van: date, reden: str, bron: str) -> Standpunt:
    """Take a position for the own municipality from a day on; the earlier one ends the day before.

    Not for law, which a municipality cannot reject, nor for local policy. "Not adopted" and "disputed" ask a reason
    and the paper that says so.
    """
    if not permissions.mag_standpunt_nemen(wie):
        raise GeenRecht("Alleen een beleidsmedewerker of jurist van een gemeente neemt een standpunt in.")
    # Two colleagues at once: the second waits here and then ends the position of the first.
    norm = Norm.objects.select_for_update(of=("self",)).filter(pk=norm_id, staat=Norm.Staat.VASTGESTELD).first()
    if norm is None or (norm.gemeenten.exists() and not norm.gemeenten.filter(pk=wie.organisatie_id).exists()):
        raise NietGevonden("Deze norm is er niet voor jouw gemeente.")
    if norm.rang <= Rang.AMVB or norm.rang == Rang.LOKAAL:
        raise Geweigerd("Over een wet of eigen beleid neemt een gemeente hier geen standpunt in.")
    _toets(stand, van, reden, bron)
    _beeindig_vorig(norm, wie, van)
    standpunt, _ = Standpunt.objects.update_or_create(
        norm=norm, gemeente=wie.organisatie, van=van,
        defaults={"stand": stand, "reden": reden.strip(), "bron": bron.strip(), "tot": None},
    )  # fmt: skip
    rond_af(overnemen.sleutel(norm.pk, wie.organisatie.pk))
    leg_vast(wie, "norm.standpunt", soort="norm", onderwerp_id=norm.pk, gegevens={"stand": stand})
    botsingen.werk_bij(vandaag())
    return standpunt


def _toets(stand: str, van: date, reden: str, bron: str) -> None:
    fouten = {}
    if stand not in Standpunt.Stand.values:
        fouten["stand"] = "Kies een standpunt."
    if van < vandaag():
        fouten["van"] = VERLEDEN
    if stand != Standpunt.Stand.VASTGESTELD:
        if not reden.strip():
            fouten["reden"] = "Schrijf waarom."
        if not bron.strip():
            fouten["bron"] = "Noem het stuk waarin de gemeente dit zegt."
    if fouten:
        raise Geweigerd("Het standpunt is nog niet compleet.", velden=fouten)


def _beeindig_vorig(norm: Norm, wie: Wie, van: date) -> None:
    """End what holds on the day; a later position that was already noted gives way to this one."""
    eigen = Standpunt.objects.filter(norm=norm, gemeente=wie.organisatie)
    eigen.filter(van__gt=van).delete()
    eigen.filter(van__lt=van).op(van).update(tot=van - timedelta(days=1))
