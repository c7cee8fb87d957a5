"""What happens to a mandate after it was given: agreeing, instructing, accounting, withdrawing, disputing."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten import beurten
from jeugdregio.bestuur.mandaten.keten import beeindigd_op, instemmers
from jeugdregio.bestuur.mandaten.models import Betwisting, Gebeurtenis, Mandaat
from jeugdregio.bestuur.mandaten.permissions import eis_voor, mag_vastleggen, zichtbaar
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_kort

_S = Gebeurtenis.Soort


@transaction.atomic
def aanvaard(wie: Wie, mandaat_id: UUID, *, op: date, tekst: str = "") -> Gebeurtenis:
    """Record that the own body agreed to a mandate on a day (Awb 10:4).

    Raises GeenRecht for who need not agree, Geweigerd for a day before the decision or after today, Conflict when it
    was recorded already or the mandate is over.
    """
    mandaat = _pak(wie, mandaat_id)
    if not mag_vastleggen(wie) or wie.organisatie_id not in instemmers(mandaat):
        raise GeenRecht("Instemmen kan alleen een jurist of secretaris van wie het mandaat krijgt.")
    _eis_lopend(mandaat)
    _toets_dag(mandaat, op)
    bestaand = Gebeurtenis.objects.filter(mandaat=mandaat, soort=_S.AANVAARD, door=wie.organisatie).first()
    if bestaand and bestaand.op:
        raise Conflict(f"De instemming staat er al, met als dag {datum_kort(bestaand.op)}.")
    if bestaand:
        bestaand.op, bestaand.tekst = op, tekst
        bestaand.save(update_fields=["op", "tekst"])
    gebeurtenis = bestaand or _noteer(wie, mandaat, _S.AANVAARD, op, tekst)
    leg_vast(wie, "mandaat.aanvaard", soort="mandaat", onderwerp_id=mandaat.pk)
    beurten.ingestemd(mandaat, wie.organisatie)
    return gebeurtenis


@transaction.atomic
def trek_in(wie: Wie, mandaat_id: UUID, *, per: date, besluit_op: date, tekst: str) -> Gebeurtenis:
    """Withdraw a mandate from a day on (Awb 10:8); what rests on it falls with it, what was decided before stays.

    Raises GeenRecht for another body than the giver, Geweigerd when it would work back in time, Conflict when it is
    over already.
    """
    mandaat = _pak(wie, mandaat_id)
    eis_voor(wie, mandaat.gever)
    _eis_lopend(mandaat)
    if not tekst.strip():
        raise Geweigerd("Noem het besluit en de reden.", velden={"tekst": "Noem het besluit en de reden."})
    if besluit_op > vandaag():
        raise Geweigerd("Het besluit is nog niet genomen.", velden={"besluit_op": "Kies vandaag of eerder."})
    if per < besluit_op:
        melding = f"Intrekken werkt niet terug. Kies {datum_kort(besluit_op)} of later."
        raise Geweigerd(melding, grondslag="Awb 10:8", velden={"per": melding})
    gebeurtenis = _noteer(wie, mandaat, _S.INGETROKKEN, max(per, mandaat.van), tekst)
    leg_vast(wie, "mandaat.ingetrokken", soort="mandaat", onderwerp_id=mandaat.pk, gegevens={"per": per.isoformat()})
    beurten.sluit(mandaat)
    return gebeurtenis


@transaction.atomic
def instrueer(wie: Wie, mandaat_id: UUID, *, op: date, tekst: str) -> Gebeurtenis:
    """Record an instruction of the giver, in this case or in general (Awb 10:6 lid 1)."""
    mandaat = _pak(wie, mandaat_id)
    eis_voor(wie, mandaat.gever)
    return _bericht(wie, mandaat, _S.INSTRUCTIE, op, tekst)


@transaction.atomic
def verantwoord(wie: Wie, mandaat_id: UUID, *, op: date, tekst: str) -> Gebeurtenis:
    """Record that the recipient told the giver how the power was used (Awb 10:6 lid 2)."""
    mandaat = _pak(wie, mandaat_id)
    eis_voor(wie, mandaat.ontvanger)
    return _bericht(wie, mandaat, _S.VERANTWOORDING, op, tekst)


@transaction.atomic
def betwist(
    wie: Wie, mandaat_id: UUID, *, van: date, grond: str, gemeente: Organisatie | None = None,
    handelingen: tuple[str, ...] = (), bron: str = "", dossier: str = "", dossier_pad: str = "",
) -> Betwisting:  # fmt: skip
    """Record that the own body disputes a link: for one municipality or all, for these acts or all.

    Raises GeenRecht for a body that is no side of it and for which it does not hold, Geweigerd without a ground or for
    an act or municipality outside the mandate.
    """
    mandaat = _pak(wie, mandaat_id)
    gemeenten = list(mandaat.gemeenten.all())
    eis_voor(wie, mandaat.gever, mandaat.ontvanger, *gemeenten)
    if not grond.strip():
        raise Geweigerd("Zeg waarom dit wordt betwist.", velden={"grond": "Zeg waarom dit wordt betwist."})
    if not set(handelingen) <= set(mandaat.handelingen):
        raise Geweigerd("Dit mandaat gaat niet over die handeling.", velden={"handelingen": "Kies uit de lijst."})
    if gemeente and gemeente not in gemeenten:
        raise Geweigerd("Dit mandaat geldt niet voor die gemeente.", velden={"gemeente": "Kies uit de lijst."})
    _toets_dag(mandaat, van)
    betwisting = Betwisting.objects.create(
        mandaat=mandaat, door=wie.organisatie, gemeente=gemeente, handelingen=sorted(handelingen), van=van,
        grond=grond.strip(), bron=bron, dossier=dossier, dossier_pad=dossier_pad,
    )  # fmt: skip
    leg_vast(wie, "mandaat.betwist", soort="mandaat", onderwerp_id=mandaat.pk)
    return betwisting


@transaction.atomic
def beeindig_betwisting(wie: Wie, betwisting_id: UUID, *, tot: date, afloop: str) -> Betwisting:
    """Record how and when a dispute ended; only for who raised it. The day is the last one on which it stood open."""
    betwisting = Betwisting.objects.select_for_update().filter(pk=betwisting_id).select_related("door").first()
    if betwisting is None:
        raise NietGevonden("Deze betwisting is er niet.")
    eis_voor(wie, betwisting.door)
    if betwisting.tot is not None:
        raise Conflict("Deze betwisting is al beëindigd.")
    if tot < betwisting.van or tot > vandaag():
        melding = f"Kies een dag van {datum_kort(betwisting.van)} tot en met vandaag."
        raise Geweigerd(melding, velden={"tot": melding})
    if not afloop.strip():
        raise Geweigerd("Zeg hoe dit is afgelopen.", velden={"afloop": "Zeg hoe dit is afgelopen."})
    betwisting.tot, betwisting.afloop = tot, afloop.strip()
    betwisting.save(update_fields=["tot", "afloop"])
    leg_vast(wie, "mandaat.betwisting_beeindigd", soort="mandaat", onderwerp_id=betwisting.mandaat_id)
    return betwisting


def _pak(wie: Wie, mandaat_id: UUID) -> Mandaat:
    """Return the mandate, locked: of two people at once the second sees what the first did."""
    if not zichtbaar(wie).filter(pk=mandaat_id).exists():
        raise NietGevonden("Dit mandaat is er niet.")
    return Mandaat.objects.select_for_update(of=("self",)).select_related("gever", "ontvanger").get(pk=mandaat_id)


def _eis_lopend(mandaat: Mandaat) -> None:
    einde = beeindigd_op(mandaat)
    if einde is not None:
        raise Conflict(f"Dit mandaat is per {datum_kort(einde)} ingetrokken of vervangen. Bekijk het opnieuw.")


def _toets_dag(mandaat: Mandaat, op: date) -> None:
    if not mandaat.besluit_op <= op <= vandaag():
        melding = f"Kies een dag van {datum_kort(mandaat.besluit_op)} tot en met vandaag."
        raise Geweigerd(melding, velden={"op": melding, "van": melding})


def _bericht(wie: Wie, mandaat: Mandaat, soort: str, op: date, tekst: str) -> Gebeurtenis:
    if not tekst.strip():
        raise Geweigerd("Schrijf op waar het om gaat.", velden={"tekst": "Schrijf op waar het om gaat."})
    _toets_dag(mandaat, op)
    leg_vast(wie, f"mandaat.{soort}", soort="mandaat", onderwerp_id=mandaat.pk)
    return _noteer(wie, mandaat, soort, op, tekst)


def _noteer(wie: Wie, mandaat: Mandaat, soort: str, op: date, tekst: str) -> Gebeurtenis:
    return Gebeurtenis.objects.create(mandaat=mandaat, soort=soort, op=op, door=wie.organisatie, tekst=tekst.strip())
