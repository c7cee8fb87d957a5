"""What whoever looks after messages does when an answer stays out: send the same message again."""

from collections import Counter
from datetime import timedelta

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Soort
from jeugdregio.postbus.herstellen import verstuur_opnieuw
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.vastgelopen import rol_van_berichten
from tests.tweesystemen.boeken import te_laat
from tests.tweesystemen.mensen import wie


def stuur_opnieuw() -> Counter[str]:
    """Deliver own messages again whose return is late; their identification stays, so nothing happens twice."""
    gedaan: Counter[str] = Counter()
    for bericht in te_laat():
        assert bericht.afzender is not None
        assert bericht.afzender.soort in {Soort.GEMEENTE, Soort.AANBIEDER}
        verstuur_opnieuw(wie(rol_van_berichten(bericht.afzender)), bericht.pk)
        # Give the other a few days before the next attempt.
        Bericht.objects.filter(pk=bericht.pk).update(antwoord_uiterlijk=vandaag() + timedelta(days=4))
        gedaan[f"{bericht.soort} opnieuw"] += 1
    return gedaan
