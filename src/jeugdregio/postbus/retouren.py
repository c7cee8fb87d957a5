"""Return messages: made from the findings, and judged as their receiver will, before they leave and when they come in.

Nobody answers a return message, so what is wrong with one is seen here or nowhere.
"""

from collections.abc import Sequence

from django.conf import settings

from ijw import Bericht as IjwBericht
from ijw import Bevinding, lees
from ijw.overstijgend import Dossier, controleer
from ijw.retour import maak_retour
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.uitbak import volgende_identificatie
from jeugdregio.postbus.uitgangstoets import BerichtNietInOrde


def retour_op(heen: IjwBericht, bevindingen: Sequence[Bevinding], afzender: Organisatie) -> IjwBericht:
    """Return the return message of `afzender` on a message it received (IV028, IV032).

    Raises BerichtNietInOrde when the sender of `heen` would find it wrong, ValueError for a kind that nobody returns.
    """
    identificatie = volgende_identificatie(afzender)
    retour = maak_retour(heen, bevindingen, identificatie=identificatie, dagtekening=vandaag())
    fouten = _toets(retour, heen)
    if fouten:
        raise BerichtNietInOrde(retour.SOORT, fouten)
    return retour


def bevindingen_op_retour(retour: IjwBericht, heen: Bericht) -> list[Bevinding]:
    """Return what is wrong with a return message on a message we sent: does it give back what left?"""
    verstuurd = lees(bytes(heen.inhoud), niveau=1, max_bytes=settings.BERICHT_MAX_BYTES).bericht
    return _toets(retour, verstuurd) if verstuurd is not None else []


def _toets(retour: IjwBericht, heen: IjwBericht) -> list[Bevinding]:
    return controleer(retour, Dossier.van(aanbieder_agb="", heenberichten=[heen]), vandaag=vandaag())
