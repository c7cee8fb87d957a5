"""The entrances of this room in the navigation, and what it tells the message room about children."""

from jeugdregio.basis.navigatie import registreer
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.betrokkenen import registreer_kindzoeker, registreer_zoeker
from jeugdregio.postbus.herstelwegen import registreer_wegen
from jeugdregio.toegang.berichtwegen import naam_kind, verwanten, wegen, zoek_kind
from jeugdregio.toegang.kindberichten import kinderen_in
from jeugdregio.toegang.permissions import is_aanbieder, is_toegang

_VERZOEKEN = ("verzoek", "verzoek_nieuw", "toewijzen", "onderzoek", "afwijzen", "afweging")
_TOEWIJZINGEN = ("toewijzing", "start", "stop", "start_intrekken", "taken", "taak_start", "taak_stop")


def registreer_ingangen() -> None:
    """Register the navigation of this room; called from `AppConfig.ready()`."""
    registreer("Kinderen", "toegang:kinderen", mag=is_toegang, volgorde=20, groep="Kinderen")
    registreer(
        "Verzoeken", "toegang:verzoeken", mag=_vraagt_of_beslist, volgorde=25, onder=_namen(_VERZOEKEN), groep="Hulp"
    )
    registreer("Toewijzingen", "toegang:toewijzingen", mag=is_aanbieder, volgorde=30, onder=_namen(_TOEWIJZINGEN))
    registreer("Logboek", "logboek:zoek", mag=_is_privacy_officer, volgorde=85)
    registreer_zoeker(kinderen_in)
    registreer_kindzoeker(zoek_kind, naam_kind)
    registreer_wegen(wegen, verwanten)


def _namen(schermen: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"toegang:{naam}" for naam in schermen)


def _vraagt_of_beslist(wie: Wie) -> bool:
    return is_toegang(wie) or is_aanbieder(wie)


def _is_privacy_officer(wie: Wie) -> bool:
    return wie.heeft(Rol.PRIVACY)
