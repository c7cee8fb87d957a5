"""Letting help begin although not everybody agreed: only on a ground of the law, with reasons, dated and visible."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen, zichtbare_verzoeken
from jeugdregio.toegang.toestemming.herzien import herzie
from jeugdregio.toegang.toestemming.models import Afwijking, Herziening, Wilsoordeel, ZonderToestemming
from jeugdregio.toegang.toestemming.permissions import te_behandelen_kind
from recht.datum import leeftijd
from recht.toestemming import MEEBESLISSEN


def leg_afweging_vast(
    wie: Wie, verzoek_id: UUID, reden: str, *, grond: str = ZonderToestemming.ERNSTIG_NADEEL, tot: date | None = None
) -> Afwijking:
    """Record for a request why help may begin without everybody's consent. See wijk_af."""
    eis_toegang(wie)
    verzoek = zichtbare_verzoeken(wie).filter(pk=verzoek_id).first()
    if verzoek is None:
        raise NietGevonden("Dit verzoek is er niet.")
    return wijk_af(wie, verzoek.kind_id, grond, reden, verzoek_id=verzoek.pk, tot=tot)


def wijk_af(
    wie: Wie, kind_id: UUID, grond: str, reden: str, *, verzoek_id: UUID | None = None,
    hulpvraag_id: UUID | None = None, code: str = "", tot: date | None = None,
) -> Afwijking:  # fmt: skip
    """Record why help may begin although not everybody agreed (Jeugdwet 7.3.4 lid 2, 7.3.15 lid 6, 7.3.16).

    `recht` still judges whether the ground fits this child. The same ground again replaces the older one. Raises
    Geweigerd without reasons, with a ground that is not of the law or an end that is over; NietGevonden.
    """
    eis_toegang(wie)
    kind = te_behandelen_kind(wie, kind_id)
    verzoek = kind.verzoeken.filter(pk=verzoek_id).first() if verzoek_id else None
    hulpvraag = kind.hulpvragen.filter(pk=hulpvraag_id).first() if hulpvraag_id else None
    if verzoek is None and hulpvraag is None:
        raise NietGevonden("Deze vraag hoort niet bij dit kind.")
    fouten = {}
    if not reden.strip():
        fouten["reden"] = "Schrijf op waarom de hulp toch mag beginnen. Deze uitleg hoort in het dossier."
    if grond not in ZonderToestemming.values:
        fouten["grond"] = "Kies een van de gronden uit de wet."
    if tot is not None and tot < vandaag():
        fouten["tot"] = "Kies een dag die nog niet voorbij is, of laat het leeg."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Jeugdwet 7.3.4, 7.3.15 en 7.3.16", velden=fouten)
    with transaction.atomic():
        eerder = Afwijking.objects.filter(kind=kind, verzoek=verzoek, hulpvraag=hulpvraag, code=code, grond=grond)
        eerder.op(vandaag()).update(tot=Greatest(F("van"), vandaag()))
        afwijking = Afwijking.objects.create(
            kind=kind, verzoek=verzoek, hulpvraag=hulpvraag, code=code, grond=grond, reden=reden.strip(),
            van=vandaag(), tot=tot, vastgelegd_door=wie.gebruiker,
        )  # fmt: skip
        leg_vast(
            wie, "toestemming.afwijking", kind_id=kind.pk, soort="afwijking", onderwerp_id=afwijking.pk,
            gegevens={"grond": grond},
        )  # fmt: skip
        kind_gewijzigd(kind)
        herzie(kind)
    return afwijking


def beeindig_afwijking(wie: Wie, afwijking_id: UUID) -> Afwijking:
    """End a ground today: from tomorrow the ordinary rules hold again. Again: changes nothing."""
    eis_toegang(wie)
    afwijking = (
        Afwijking.objects.select_related("kind__gemeente")
        .filter(pk=afwijking_id, kind__in=zichtbare_kinderen(wie)).first()
    )  # fmt: skip
    if afwijking is None:
        raise NietGevonden("Deze afwijking is er niet.")
    if afwijking.tot is not None and afwijking.tot <= vandaag():
        return afwijking
    with transaction.atomic():
        afwijking.tot = vandaag()
        afwijking.save(update_fields=["tot"])
        leg_vast(
            wie, "toestemming.afwijking_beeindigd", kind_id=afwijking.kind_id, soort="afwijking",
            onderwerp_id=afwijking.pk,
        )  # fmt: skip
    return afwijking


def leg_wilsoordeel_vast(
    wie: Wie, kind_id: UUID, reden: str, beoordelaar: str, *, geweigerd_op: date | None = None, toch_reden: str = ""
) -> Wilsoordeel:
    """Record that a youth of twelve or older cannot weigh this: who represents it decides (7.3.15 lid 2 en 3).

    A later judgement replaces the one that stands. Raises Geweigerd under twelve, without reasons or assessor.
    """
    kind = te_behandelen_kind(wie, kind_id)
    fouten = _fouten_wil(kind, reden, beoordelaar, geweigerd_op)
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Jeugdwet 7.3.15 lid 2 en 3", velden=fouten)
    with transaction.atomic():
        kind.wilsoordelen.filter(tot__isnull=True).update(tot=Greatest(F("van"), vandaag()))
        oordeel = Wilsoordeel.objects.create(
            kind=kind, reden=reden.strip(), beoordelaar=beoordelaar.strip()[:200], van=vandaag(),
            geweigerd_op=geweigerd_op, toch_reden=toch_reden.strip(), vastgelegd_door=wie.gebruiker,
        )  # fmt: skip
        leg_vast(wie, "toestemming.wilsoordeel", kind_id=kind.pk, soort="wilsoordeel", onderwerp_id=oordeel.pk)
        kind_gewijzigd(kind)
        herzie(kind, Herziening.Aanleiding.GEWEIGERD)
    return oordeel


def beeindig_wilsoordeel(wie: Wie, kind_id: UUID) -> None:
    """Record that the youth can weigh it (again): from tomorrow it answers for itself."""
    kind = te_behandelen_kind(wie, kind_id)
    with transaction.atomic():
        oordeel = kind.wilsoordelen.filter(tot__isnull=True).first()
        if oordeel is None:
            raise NietGevonden("Er is geen oordeel dat nu geldt.")
        oordeel.tot = max(oordeel.van, vandaag())
        oordeel.save(update_fields=["tot"])
        leg_vast(
            wie, "toestemming.wilsoordeel_beeindigd", kind_id=kind.pk, soort="wilsoordeel", onderwerp_id=oordeel.pk
        )


def _fouten_wil(kind: Kind, reden: str, beoordelaar: str, geweigerd_op: date | None) -> dict[str, str]:
    fouten = {}
    if leeftijd(kind.geboortedatum, vandaag()) < MEEBESLISSEN.op(vandaag()):
        fouten["reden"] = "Onder de 12 jaar beslissen de mensen met gezag al. Dit oordeel is niet nodig."
    elif not reden.strip():
        fouten["reden"] = "Schrijf op waarom de jeugdige dit niet zelf kan afwegen."
    if not beoordelaar.strip():
        fouten["beoordelaar"] = "Vul in wie dit heeft beoordeeld, met beroep of registratie."
    if geweigerd_op is not None and not kind.geboortedatum < geweigerd_op <= vandaag():
        fouten["geweigerd_op"] = "Kies een dag die voorbij is."
    return fouten
