"""Acts on the charter of roles: agree on a line, take one away, say after a year that it still holds."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.text import slugify

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.permissions import mag_afspreken
from jeugdregio.beurten.actions import NieuweBeurt, laat_vervallen, open_beurten, rond_af
from jeugdregio.leren.permissions import eis
from jeugdregio.leren.startpakket.handvest import VASTE, handvest
from jeugdregio.leren.startpakket.models import Rolafspraak
from jeugdregio.leren.tekst import toets
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from recht.datum import maanden_erbij

_VERPLICHT = {
    "rol": "Noem de rol, niet de naam van iemand.",
    "wat": "Schrijf op wat deze rol doet.",
    "bron": "Schrijf op wie dit afsprak en wanneer.",
}
EEN_JAAR = 12  # months: the charter is looked at every year
WIE = "Alleen de secretaris en het beleid van het regiokantoor leggen de rollen vast."


@transaction.atomic
def spreek_af(
    wie: Wie, code: str, *, rol: str, wat: str, bron: str, tafel: str = "", versie: date | None
) -> Rolafspraak:
    """Let a line hold from today; an empty code adds one. `versie` is the first day of the line the person saw.

    Raises Geweigerd, GeenRecht, and Conflict when somebody wrote it anew since.
    """
    eis(mag_afspreken(wie), WIE)
    velden = toets({"rol": rol, "wat": wat, "bron": bron}, _VERPLICHT)
    if not code:
        code = slugify(f"{velden['rol']} {tafel}")[:40]
        if code in VASTE or Rolafspraak.objects.filter(code=code).exists():
            melding = "Deze rol staat al in het handvest. Pas die regel aan."
            raise Geweigerd(melding, velden={"rol": melding})
    _eis_zelfde(code, versie)
    return _vanaf_vandaag(wie, code, tafel=tafel, uit=False, **velden)


@transaction.atomic
def haal_weg(wie: Wie, code: str, *, versie: date | None) -> None:
    """Take a line out of the charter from today. Raises NietGevonden, Conflict."""
    eis(mag_afspreken(wie), WIE)
    if code not in {regel.code for regel in handvest(vandaag())}:
        raise NietGevonden("Deze rol staat niet in het handvest.")
    _eis_zelfde(code, versie)
    _vanaf_vandaag(wie, code, uit=True)


@transaction.atomic
def bevestig(wie: Wie, code: str) -> Rolafspraak:
    """Say that a line still holds: it comes back in a year. Raises NietGevonden."""
    eis(mag_afspreken(wie), WIE)
    afspraak = Rolafspraak.objects.select_for_update().filter(code=code, tot=None, uit=False).first()
    if afspraak is None:
        raise NietGevonden("Deze rol is niet door de regio vastgelegd.")
    rond_af(_sleutel(afspraak))
    afspraak.herzien_op = maanden_erbij(vandaag(), EEN_JAAR)
    afspraak.save(update_fields=["herzien_op"])
    leg_vast(wie, "rolafspraak.bevestigd", soort="rolafspraak", onderwerp_id=afspraak.pk)
    return afspraak


def open_herzieningen(op: date) -> int:
    """Open the turns to look at what is a year old; return how many there are. Work of the day."""
    kantoor = Organisatie.objects.filter(soort=Soort.REGIOKANTOOR).first()
    oud = list(Rolafspraak.objects.filter(tot=None, uit=False, herzien_op__lte=op))
    if kantoor is None or not oud:
        return 0
    open_beurten(
        NieuweBeurt(
            sleutel=_sleutel(afspraak), soort="rol_herzien", titel="Rolafspraak opnieuw bekijken", tekst=afspraak.rol,
            organisatie=kantoor, rol=Rol.SECRETARIS, begon_op=op, uiterlijk=maanden_erbij(afspraak.herzien_op, 1),
            grondslag="Handvest van rollen: elk jaar bekijken", uitleg=["Een maand nadat het een jaar oud is."],
            handeling="Bekijk het handvest", pad=reverse("startpakket:handvest"),
        )
        for afspraak in oud
    )  # fmt: skip
    return len(oud)


def _vanaf_vandaag(wie: Wie, code: str, **velden: str | bool) -> Rolafspraak:
    lopend = Rolafspraak.objects.filter(code=code, tot=None)
    laat_vervallen(*(_sleutel(afspraak) for afspraak in lopend))
    lopend.filter(van=vandaag()).delete()
    lopend.update(tot=vandaag() - timedelta(days=1))
    try:
        with transaction.atomic():
            afspraak = Rolafspraak.objects.create(
                code=code, van=vandaag(), herzien_op=maanden_erbij(vandaag(), EEN_JAAR),
                gemaakt_door=wie.gebruikersnaam, **velden,
            )  # fmt: skip
    except IntegrityError as fout:
        raise Conflict("Iemand heeft deze rol net veranderd. Kijk wat er nu staat.") from fout
    leg_vast(wie, "rolafspraak.vastgelegd", soort="rolafspraak", onderwerp_id=afspraak.pk, gegevens={"code": code})
    return afspraak


def _eis_zelfde(code: str, versie: date | None) -> None:
    lopend = Rolafspraak.objects.filter(code=code, tot=None).first()
    if (lopend.van if lopend else None) != versie:
        raise Conflict("Iemand heeft deze rol net veranderd. Kijk wat er nu staat.")


def _sleutel(afspraak: Rolafspraak) -> str:
    return f"rolafspraak:{afspraak.pk}:{afspraak.herzien_op}"
