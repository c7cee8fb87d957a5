"""What a provider that works here offers for a municipality elsewhere: judged and booked here, then sent on.

The sender keeps the same books as the receiver will: the handler of the message runs on the own message before it
leaves. A finding sends nothing, so what leaves passes our own check on every level. When the municipality refuses it
all the same, its return message takes the booking back (`toegang.aanbiederkant`).
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from django.db import transaction

from ijw import Bericht as IjwBericht
from ijw import Bevinding
from jeugdregio.basis.klok import vandaag
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.register import Behandeling, vooraf
from recht import keten

_DECLARATIE = "JW323"


def stuur_door(bericht: Bericht, inhoud: IjwBericht, doen: Behandeling) -> Sequence[Bevinding]:
    """Book an own message and make it one that goes out, within the caller's transaction.

    Returns the findings that keep it here; then nothing was booked and it is still a message that came in.
    """
    assert bericht.ontvanger is not None  # noqa: S101 - checked by adressering
    veilig = transaction.savepoint()
    bericht.richting, bericht.kanaal = Bericht.Richting.UIT, bericht.ontvanger.bezorging
    bericht.staat, bericht.antwoord_uiterlijk = Bericht.Staat.KLAAR, _termijn(inhoud.SOORT)
    bericht.pogingen = 0
    oud = Bericht.objects.only("richting", "kanaal", "pogingen").get(pk=bericht.pk)
    bericht.save()
    controle = vooraf(inhoud.SOORT)
    bevindingen = (controle(inhoud, bericht) if controle else ()) or doen.handler(inhoud, bericht).bevindingen
    if not bevindingen:
        from jeugdregio.postbus.bezorgen import bezorg_bericht  # bezorgen handles messages itself

        transaction.savepoint_commit(veilig)
        transaction.on_commit(partial(bezorg_bericht, bericht.pk), robust=True)
        return ()
    transaction.savepoint_rollback(veilig)
    bericht.richting, bericht.kanaal, bericht.pogingen = oud.richting, oud.kanaal, oud.pogingen
    bericht.antwoord_uiterlijk = None
    return bevindingen


def _termijn(soort: str) -> date | None:
    termijn = keten.declaratieantwoord(vandaag()) if soort == _DECLARATIE else keten.retour(vandaag())
    return termijn.datum
