"""What whoever looks after messages does when an answer stays out: send the same message again."""

from collections import Counter

from jeugdregio.basis.klok import vandaag
from jeugdregio.postbus.actions import bezorg_bericht
from jeugdregio.postbus.models import Bericht
from recht import keten
from tests.tweesystemen.boeken import te_laat


def stuur_opnieuw() -> Counter[str]:
    """Deliver own messages again whose return is late; their identification stays, so nothing happens twice."""
    gedaan: Counter[str] = Counter()
    for bericht in te_laat():
        termijn = keten.retour(vandaag()).datum
        Bericht.objects.filter(pk=bericht.pk).update(staat=Bericht.Staat.KLAAR, antwoord_uiterlijk=termijn)
        bezorg_bericht(bericht.pk)
        gedaan[f"{bericht.soort} opnieuw"] += 1
    return gedaan
