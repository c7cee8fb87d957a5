"""What somebody will do after a meeting: a turn until it is done."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Zichtbaarheid
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.bestuur.vergaderen.models import Actie, Agendapunt, Vergadering
from jeugdregio.bestuur.vergaderen.permissions import eis_houden, mag_houden, zichtbare_punten
from jeugdregio.beurten.actions import open_beurt, rond_af
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_kort


def spreek_af(wie: Wie, punt_id: UUID, *, tekst: str, organisatie: Organisatie, uiterlijk: date) -> Actie:
    """Write down who does what by when, and give them the turn. Raises Geweigerd, NietGevonden."""
    eis_houden(wie)
    punt = zichtbare_punten(wie).select_related("vergadering").filter(pk=punt_id).first()
    if punt is None:
        raise NietGevonden("Dit agendapunt is er niet.")
    if punt.vergadering.staat != Vergadering.Staat.GEHOUDEN:
        raise Conflict("Leg eerst vast dat de vergadering is gehouden.")
    if not tekst.strip() or uiterlijk < punt.vergadering.op:
        velden = {} if tekst.strip() else {"tekst": "Schrijf op wat er gebeurt."}
        velden |= {"uiterlijk": "Kies een dag na de vergadering."} if uiterlijk < punt.vergadering.op else {}
        raise Geweigerd("De actie is nog niet compleet.", velden=velden)
    weiger_persoonsgegevens({"tekst": tekst})
    rol = _rol(punt, organisatie)
    with transaction.atomic():
        actie = Actie.objects.create(
            punt=punt, tekst=tekst.strip(), organisatie=organisatie, rol=rol, uiterlijk=uiterlijk
        )
        open_beurt(
            sleutel=_sleutel(actie.pk), soort="bestuursactie", titel="Actie uit een vergadering", tekst=actie.tekst,
            kenmerk=punt.onderwerp, organisatie=organisatie, rol=rol, begon_op=punt.vergadering.op, uiterlijk=uiterlijk,
            grondslag=f"{punt.vergadering.get_tafel_display()} van {datum_kort(punt.vergadering.op)}",
            handeling="Meld klaar", pad=reverse("vergaderen:vergadering", args=[punt.vergadering_id]),
            wachtende=wie.organisatie if organisatie != wie.organisatie else None,
        )  # fmt: skip
        leg_vast(wie, "bestuursactie.afgesproken", soort="bestuursactie", onderwerp_id=actie.pk)
    return actie


def _rol(punt: Agendapunt, organisatie: Organisatie) -> str:
    """Return who does it: somebody who may read the item. A turn must not carry a confidential subject further."""
    if organisatie.soort == Soort.REGIOKANTOOR:
        return Rol.SECRETARIS
    return Rol.WETHOUDER if punt.zichtbaarheid == Zichtbaarheid.VERTROUWELIJK else Rol.BELEID


def meld_klaar(wie: Wie, actie_id: UUID, resultaat: str) -> Actie:
    """Say that it is done and what came of it: who has it to do, or the secretary."""
    with transaction.atomic():
        actie = (
            Actie.objects.select_for_update(of=("self",)).filter(pk=actie_id, punt__in=zichtbare_punten(wie))
            .select_related("organisatie").first()
        )  # fmt: skip
        if actie is None:
            raise NietGevonden("Deze actie is er niet.")
        if not mag_melden(wie, actie):
            raise GeenRecht(f"Alleen {actie.organisatie} of de secretaris meldt deze actie klaar.")
        if actie.klaar_op:
            raise Conflict("Deze actie is al klaar.")
        if not resultaat.strip():
            raise Geweigerd("Schrijf op wat ervan kwam.", velden={"resultaat": "Schrijf op wat ervan kwam."})
        weiger_persoonsgegevens({"resultaat": resultaat})
        actie.klaar_op, actie.resultaat = vandaag(), resultaat.strip()
        actie.save(update_fields=["klaar_op", "resultaat"])
        rond_af(_sleutel(actie.pk))
        leg_vast(wie, "bestuursactie.klaar", soort="bestuursactie", onderwerp_id=actie.pk)
    return actie


def mag_melden(wie: Wie, actie: Actie) -> bool:
    """Tell whether somebody may say that this is done."""
    return mag_houden(wie) or (wie.organisatie_id == actie.organisatie_id and wie.heeft(actie.rol, Rol.WETHOUDER))


def _sleutel(actie_id: UUID) -> str:
    return f"bestuursactie:{actie_id}"
