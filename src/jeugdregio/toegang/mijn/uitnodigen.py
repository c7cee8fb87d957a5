"""The municipality lets a parent or youth onto the page, and may close it again with a reason."""

import hashlib
import secrets
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.mijn.gezinslid import mag_meekijken
from jeugdregio.toegang.mijn.models import Gezinstoegang, Uitnodiging
from jeugdregio.toegang.models import Gezagsdrager, Kind
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen

GELDIG = timedelta(days=14)
# No letters and digits that look alike; the code is read from paper or heard on the phone.
_TEKENS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_GROEPEN, _LENGTE = 4, 4


def code_hash(code: str) -> str:
    """Return what is kept of a code; spaces, dashes and small letters do not count."""
    kaal = "".join(teken for teken in code.upper() if teken.isalnum())
    return hashlib.sha256(kaal.encode()).hexdigest()


def nodig_uit(wie: Wie, kind_id: UUID, gezagsdrager_id: UUID | None) -> tuple[Uitnodiging, str]:
    """Make a code for one person of the family (None: the child itself); return it once, with its invitation.

    An earlier code of that person that was not used ends. Raises Geweigerd when the law does not let this person look
    along (recht.inzage), or when the page is open for them already.
    """
    kind = _kind(wie, kind_id)
    drager = _drager(kind, gezagsdrager_id)
    _eis_mag_meekijken(kind, drager)
    if Gezinstoegang.objects.filter(kind=kind, gezagsdrager=drager, gesloten_op__isnull=True).exists():
        raise Geweigerd("Deze persoon heeft de pagina al.")
    code = "-".join("".join(secrets.choice(_TEKENS) for _ in range(_LENGTE)) for _ in range(_GROEPEN))
    with transaction.atomic():
        Uitnodiging.objects.filter(
            kind=kind, gezagsdrager=drager, gebruikt_op__isnull=True, ingetrokken_op__isnull=True
        ).update(ingetrokken_op=nu())
        uitnodiging = Uitnodiging.objects.create(
            kind=kind, gezagsdrager=drager, code_hash=code_hash(code), gemaakt_door=wie.gebruiker,
            geldig_tot=vandaag() + GELDIG,
        )  # fmt: skip
        leg_vast(wie, "gezin.uitgenodigd", kind_id=kind.pk, soort="uitnodiging", onderwerp_id=uitnodiging.pk)
    return uitnodiging, code


def sluit_toegang(wie: Wie, toegang_id: UUID, reden: str) -> Gezinstoegang:
    """Close the page for one person, at once, with a reason (Jeugdwet 7.3.2 lid 4, 7.3.11 lid 3).

    Raises Geweigerd without a reason. Again: changes nothing.
    """
    eis_toegang(wie)
    toegang = (
        Gezinstoegang.objects.filter(pk=toegang_id, kind__in=zichtbare_kinderen(wie))
        .select_related("kind", "gezagsdrager").first()
    )  # fmt: skip
    if toegang is None:
        raise NietGevonden("Deze toegang is er niet.")
    if not reden.strip():
        fout = "Schrijf op waarom deze persoon niet meer meekijkt. Dat hoort in het dossier."
        raise Geweigerd(fout, grondslag="Jeugdwet 7.3.2 lid 4 en 7.3.11 lid 3", velden={"reden": fout})
    if toegang.gesloten_op is not None:
        return toegang
    toegang.gesloten_op, toegang.einde_reden = nu(), reden.strip()[:300]
    with transaction.atomic():
        toegang.save(update_fields=["gesloten_op", "einde_reden"])
        leg_vast(wie, "gezin.toegang_gesloten", kind_id=toegang.kind_id, soort="gezinstoegang", onderwerp_id=toegang.pk)
    return toegang


def _kind(wie: Wie, kind_id: UUID) -> Kind:
    eis_toegang(wie)
    kind = zichtbare_kinderen(wie).select_related("gemeente").filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    return kind


def _drager(kind: Kind, gezagsdrager_id: UUID | None) -> Gezagsdrager | None:
    if gezagsdrager_id is None:
        return None
    drager = Gezagsdrager.objects.filter(pk=gezagsdrager_id, kind=kind).first()
    if drager is None:
        raise NietGevonden("Deze persoon hoort niet bij dit kind.")
    return drager


def _eis_mag_meekijken(kind: Kind, drager: Gezagsdrager | None) -> None:
    uitkomst = mag_meekijken(kind, drager)
    if not uitkomst.waarde.mag:
        raise Geweigerd(uitkomst.stappen[0].tekst, grondslag=uitkomst.stappen[0].grondslag)
