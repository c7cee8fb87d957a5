"""What the team and a guest see rests on a consent to share: withdrawn, they see nothing more at once."""

from django.db import transaction

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import systeem
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.opschaling.casussen import OMGEVING, neem_terug
from jeugdregio.toegang.opschaling.gasten import beeindig_gasten, beeindig_plek
from jeugdregio.toegang.opschaling.models import Casusvraag
from jeugdregio.toegang.toestemming.deling import NieuweDeling, toets_deling
from jeugdregio.toegang.toestemming.models import Deling

REDEN = "De toestemming om te delen is er niet meer."


def kijk_of_delen_nog_mag(kind: Kind) -> None:
    """Stop what rests on a consent that is no longer there; the rest goes on. Called when facts of a child change."""
    casussen = Casusvraag.objects.filter(
        stap__opschaling__hulpvraag__kind=kind, staat__in=Casusvraag.LOPEND, deling_gestopt_op__isnull=True
    )
    for casus in casussen.select_related(*OMGEVING):
        with transaction.atomic():
            _kijk(kind, casus)


def _kijk(kind: Kind, casus: Casusvraag) -> None:
    wie = systeem(casus.stap.opschaling.gemeente, "systeem: toestemming ingetrokken")
    if _mag(kind, casus.deling):
        for plek in casus.gasten.select_related("deling", "aanstelling").filter(geeindigd_op__isnull=True):
            if not _mag(kind, plek.deling):
                beeindig_plek(wie, plek, REDEN)
        return
    if casus.staat in Casusvraag.VOOR_ADVIES:
        neem_terug(wie, casus, REDEN)
        return
    casus.deling_gestopt_op = vandaag()
    casus.save(update_fields=["deling_gestopt_op"])
    beeindig_gasten(wie, casus, REDEN)


def _mag(kind: Kind, deling: Deling) -> bool:
    """Only a share that rests on consent can lose its ground this way."""
    if deling.grond != Deling.Grond.TOESTEMMING:
        return True
    velden = {naam: getattr(deling, naam) for naam in ("ontvanger", "aan", "wat", "doel", "grond")}
    return bool(toets_deling(kind, NieuweDeling(**velden)).waarde.mag)
